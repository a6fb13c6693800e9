"""Fiction: who speaks each turn of a narrative, decided over the whole text.

The rules of `features` name who may speak and why, and `features.between` how turns follow each other; learned weights
(``models/dialogue.json``) make one chain of it, and `chain` gives how likely each candidate is.  With that known, the
turns in doubt are read once more (`second_reading`) and weighed by weights of their own.  A text as short as a story,
where little is known of anybody, has weights made for such texts (``models/dialogue_short.json``).  The likeliest one
speaks; what spoke for and against is kept as evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any

from attrs import evolve

from quotex.detect.genre import SHORT
from quotex.detect.layout.letters import letter_at
from quotex.records import Quotation
from quotex.resolve.decision import Decision
from quotex.resolve.people.signed import signed_by
from quotex.resolve.story.candidates import Board
from quotex.resolve.story.chain import marginals
from quotex.resolve.story.evidence import Reasons, Whereabouts
from quotex.resolve.story.features.rules import sole_actor
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.second_reading import Rereading
from quotex.resolve.story.told import ReportedInStory
from quotex.resolve.story.turns import GOING_ON, Turn
from quotex.resolve.story.weigh import Reading, Weights, confidence

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.records import Form
    from quotex.resolve.people.cast import Cast

_SOLE = 0.9  # share of who alone acts between two pieces of a turn, or names oneself in it, against the weights
_FORMS: dict[str, Form] = {"name": "name", "pronoun": "pronoun", "narrator": "pronoun", "nominal": "nominal"}
_I_AM = frozenset({"i", "i'm", "i’m", "my", "call", "this"})
_SHOWN = 0.5  # share from which a first reading tells who speaks
Addressee = tuple[int | None, tuple[int, int] | None]


class Weighed:
    """The turns weighed by two readings.

    Attributes:
        shares: For each turn how likely each candidate is.
        boards: The candidates of each turn with the features that were weighed last.
        weights, relations: The weights of features and the scores of relations that decided each turn.
    """

    def __init__(self, reading: Reading, first: Weights, second: Weights) -> None:
        turns = reading.turns
        self.boards = list(reading.boards)
        self.weights = [first.of(turn.place) for turn in turns]
        self.relations = first.relations_of(reading, [not turn.told for turn in turns])
        unary = [_scores(board, weights) for board, weights in zip(self.boards, self.weights, strict=True)]
        self.shares = marginals(unary, self.relations)
        again = Rereading(reading.scene, self.shares)
        open_turns = [number for number in range(len(turns)) if not again.settled(number)]
        unary = [[(entity, 0.0) for entity in likely] for likely in again.likely]
        for number in open_turns:
            self.boards[number] = board = reading.boards[number].among(again.features(number))
            self.weights[number] = second.of(turns[number].place)
            unary[number] = _scores(board, self.weights[number])
        relations = second.relations_of(reading, [len(likely) > 1 for likely in again.likely])
        shares = marginals(unary, relations)
        for number in open_turns:
            self.shares[number] = again.agreed(number, shares[number])
            self.relations[number] = relations[number]
        if len(reading.scene.text) < SHORT:
            self._give_shown_their_words(reading)

    def _give_shown_their_words(self, reading: Reading) -> None:
        """Let who gives a name in a turn, or alone acts between two pieces of it, have spoken it, whatever else."""
        for number, turn in enumerate(reading.turns):
            actor = _self_named(reading.scene, turn)
            actor = sole_actor(reading.scene, turn) if actor is None else actor
            if actor is None or actor == max(self.shares[number], key=self.shares[number].__getitem__):
                continue
            if actor in reading.boards[number].features:
                self.boards[number] = reading.boards[number]
                self.shares[number] = {actor: _SOLE, **{e: 0.0 for e in self.shares[number] if e != actor}}


def _self_named(scene: Scene, turn: Turn) -> int | None:
    """Return who says "I am" with a name in a turn without a name in its tag: «"I'm Dee," she whispered»."""
    shown = turn.told or turn.beat_narrator or turn.kind not in GOING_ON
    named = None if shown or _I_AM.isdisjoint(turn.words) else turn.own_name
    gender = scene.gender(named) if named is not None else None
    return named if gender is None or turn.tag_gender in (gender, None) else None


def weigh(reading: Reading, model: Mapping[str, Any]) -> Weighed:
    """Return the turns weighed by both readings of one set of weights."""
    return Weighed(reading, Weights(model["first"]), Weights(model["second"]))


def _scores(board: Board, weights: dict[str, float]) -> list[tuple[int, float]]:
    """Return the sum of the weights of each candidate's features."""
    found = [(entity, sum(map(weights.get, names, repeat(0.0)))) for entity, names in board.features.items()]
    return found or [(-1, 0.0)]


def decide_story(
    document: Document, spoken: Sequence[Quotation], reported: Sequence[Quotation], cast: Cast
) -> tuple[list[Decision], list[Decision | None]]:
    """Decide the speaker of each quotation of a narrative.

    Args:
        document: The text.
        spoken: Its direct quotations in text order; one inside another is told by its own tag alone.
        reported: The others.
        cast: The people of the text; speakers without a name ("the waiter") are added to it.

    Returns:
        One decision a quotation, in the same order; None for reported words whose source does not tell.
    """
    decisions = [Decision()] * len(spoken)
    outer = outermost(spoken)
    reading = Reading(document, [spoken[place] for place in outer], cast)
    speakers, decided = _decide(document, reading, cast)
    for place, decision in zip(outer, decided, strict=True):
        decisions[place] = decision
    inside = set(range(len(spoken))) - set(outer)
    for place in sorted(inside):
        decisions[place] = _by_tag(spoken[place], cast)
    told = ReportedInStory(reading, speakers, reported, cast) if reported else None
    claims = [told.decide(quotation) if told else None for quotation in reported]
    if reading.scene.narrator is not None and reading.scene.narrator == cast.narrator:
        decisions = [_by_writer(document, cast, *one) for one in zip(spoken, decisions, strict=True)]
        claims = [one and _by_writer(document, cast, of, one) for of, one in zip(reported, claims, strict=True)]
    return decisions, claims


def _by_writer(document: Document, cast: Cast, quotation: Quotation, decision: Decision) -> Decision:
    """Give what "I" says to who signs the letter that tells it, where the letters of a text are by several hands."""
    if decision.entity is None or decision.entity != cast.narrator or cast.entities[decision.entity].name != "I":
        return decision
    letter = letter_at(document, quotation.spans[0].start)
    if letter is None or letter.writer is None:
        return decision
    writer = signed_by(cast, document, letter.writer)
    name = cast.entities[writer].name
    shown = tuple(evolve(clue, speaker=name) if clue.speaker == "I" else clue for clue in decision.evidence)
    return decision._replace(entity=writer, evidence=shown)


def outermost(quotations: Sequence[Quotation]) -> list[int]:
    """Return the places of the quotations that lie in no earlier one."""
    found: list[int] = []
    reach = -1
    for place, quotation in enumerate(quotations):
        if quotation.spans[0].start >= reach:
            found.append(place)
            reach = quotation.spans[-1].end
    return found


def _decide(document: Document, reading: Reading, cast: Cast) -> tuple[list[int], list[Decision]]:
    if not reading.turns:
        return [], []
    short = len(document.text) < SHORT and not reading.scene.covered  # the weights for short texts know no given cast
    model = document.models.weights("dialogue_short" if short else "dialogue")
    weighed = weigh(reading, model)
    if len(document.text) < SHORT and reading.recognise(_speakers_shown(reading, weighed.shares)):
        weighed = weigh(reading, model)
    shares = weighed.shares
    speakers = [_likeliest(reading.scene, turn, share) for turn, share in zip(reading.turns, shares, strict=True)]
    shown = Whereabouts(reading.scene.narration.seen, reading.turns)
    reasons = Reasons(document, reading.turns, shown, weighed.boards, weighed.weights, weighed.relations, speakers)
    places = {entity: reading.unnamed.in_cast(entity, cast, None) for entity in dict.fromkeys(speakers) if entity >= 0}
    names = {entity: cast.entities[place].name for entity, place in places.items()}
    decisions = []
    for number, (turn, speaker) in enumerate(zip(reading.turns, speakers, strict=True)):
        form = _FORMS.get(turn.kind, "implicit")
        if speaker < 0:
            decisions.append(Decision(form=form, mention=turn.tag))
            continue
        addressee, shown_by = addressee_of(reading.scene, speakers, number)
        decision = Decision(
            entity=places[speaker],
            mention=turn.tag,
            form=form,
            confidence=confidence(shares[number][speaker], turn.place, turn.told, model["calibration"]),
            evidence=reasons.of(number, shares[number], lambda e: names.get(e) or _name(e, reading, cast)),
            addressee=None if addressee is None else reading.unnamed.in_cast(addressee, cast, None),
            addressee_mention=shown_by,
        )
        decisions.append(decision)
    return speakers, decisions


def _speakers_shown(reading: Reading, shares: Sequence[Mapping[int, float]]) -> list[int | None]:
    """Return for each turn who speaks it, where the first reading tells."""
    best = [_likeliest(reading.scene, turn, share) for turn, share in zip(reading.turns, shares, strict=True)]
    return [who if who >= 0 and share[who] >= _SHOWN else None for who, share in zip(best, shares, strict=True)]


def _likeliest(scene: Scene, turn: Turn, share: Mapping[int, float]) -> int:
    """Return the likeliest candidate of a turn, or -1 where there is but one, and «she said» cannot mean him."""
    best = max(share, key=lambda entity: (share[entity], -entity))
    gender = scene.gender(best) if best >= 0 else None
    clash = len(share) == 1 and turn.kind == "pronoun" and gender and turn.tag_gender not in (gender, None)
    return -1 if clash else best


def _name(entity: int, reading: Reading, cast: Cast) -> str:
    unnamed = reading.unnamed
    return cast.entities[entity].name if entity < unnamed.first else unnamed.people[entity - unnamed.first].name


def _by_tag(quotation: Quotation, cast: Cast) -> Decision:
    """Decide a quotation inside another one from its own tag."""
    if quotation.source is None:
        return Decision()
    span = (quotation.source.start, quotation.source.end)
    entity = cast.entity_of(*span)
    if entity is None:
        entity = cast.add(quotation.source.text, mention=span)
        return Decision(entity=entity, mention=span, form="nominal", confidence=0.4)
    return Decision(entity=entity, mention=span, form="name", confidence=0.8)


def addressee_of(scene: Scene, speakers: Sequence[int], number: int) -> Addressee:
    """Return the entity spoken to and the words that show it, or nothing.

    The tag says it («said Ann to Bo», «she told him»: who spoke in the turn beside and fits), or a vocative does.
    """
    turn, speaker = scene.turns[number], speakers[number]
    if turn.tag_to is not None and turn.tag_to != speaker:
        return turn.tag_to, turn.tag_to_span
    for vocative in turn.vocatives:
        if vocative.entity != speaker:
            return vocative.entity, (vocative.start, vocative.end)
    if turn.tag_to_gender == "narrator":
        return (scene.narrator, None) if scene.narrator != speaker else (None, None)
    if turn.tag_to_gender is not None:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(speakers) and scene.turns[max(beside, number)].gap in ("same", "adjacent", "one"):
                other = speakers[beside]
                if other not in (speaker, -1) and scene.gender(other) == turn.tag_to_gender:
                    return other, None
    return None, None
