"""Fiction: who speaks each turn of a narrative, decided over the whole text.

The rules of `candidates` name who may speak and why; `turntaking` says how turns follow each other; learned weights
(``models/dialogue.json``) make one chain of it, and `chain` gives how likely each candidate is.  With that known, the
turns in doubt are read once more (`rereading`) and weighed by weights of their own.  In a text as short as a story,
where little is known of anybody, weights made for such texts (``models/dialogue_short.json``) have the same say.  The
likeliest one speaks; what spoke for and against is kept as evidence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import repeat
from math import exp, log, sqrt
from typing import TYPE_CHECKING, Any

from quotex.models import load_model
from quotex.records import Quotation
from quotex.resolve.addressees import addressee_of
from quotex.resolve.boards import Board, Scene
from quotex.resolve.called import join_called
from quotex.resolve.chain import doubtful, marginals
from quotex.resolve.decision import Decision
from quotex.resolve.described import number_nominals
from quotex.resolve.dialogue_features import board_of
from quotex.resolve.narrator import find_narrator
from quotex.resolve.nouns import Words
from quotex.resolve.reasons import Reasons
from quotex.resolve.rereading import Rereading
from quotex.resolve.scenes import Turn, read_turns, set_anchors
from quotex.resolve.turntaking import contexts
from quotex.resolve.unnamed import Unnamed

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.records import Form
    from quotex.resolve.entities import Cast

_LONG = 40_000  # characters of a text that tells as much of its people as a novel does
_LEAST = 1e-6  # a share is not taken to be less
_FORMS: dict[str, Form] = {"name": "name", "pronoun": "pronoun", "narrator": "pronoun", "nominal": "nominal"}


class Reading:
    """A document read for its dialogue: the scene and the candidates of every turn, and what lies between turns."""

    def __init__(self, document: Document, quotations: Sequence[Quotation], cast: Cast) -> None:
        turns, narration = read_turns(document, quotations, cast)
        join_called(turns, narration, cast)
        narrator = find_narrator(document.text, turns, cast)
        if narrator is not None:
            cast.narrator = narrator
        self.unnamed: Unnamed = number_nominals(document.text, turns, cast, narration)
        set_anchors(turns, narrator)
        for turn in self.unnamed.sure:
            turn.anchor = turn.tag_entity
        genders: list[str | None] = [*(member.gender for member in cast.entities), *self.unnamed.genders]
        self.turns: Sequence[Turn] = turns
        self.scene = Scene(document.text, turns, narration, genders, narrator, Words(cast.entities))
        self.boards: list[Board] = [board_of(self.scene, number) for number in range(len(turns))]
        self._contexts: dict[int, list[str]] = {}

    def context(self, number: int) -> list[str]:
        """Return the names of what lies between a turn and the two before."""
        if number not in self._contexts:
            self._contexts[number] = contexts(self.turns, number, self.scene.company(number))
        return self._contexts[number]


class Weights:
    """The learned weights of one reading: of a feature in a kind of turn, and of the relations in a context."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.features: dict[str, dict[str, float]] = model["features"]
        self.contexts: dict[str, list[float]] = model["contexts"]

    def of(self, kind: str) -> dict[str, float]:
        """Return the weights of features in a kind of turn."""
        return self.features.get(kind, {})

    def relations_of(self, reading: Reading, rivals: Sequence[bool]) -> list[list[float]]:
        """Return the score of each relation in each turn where it matters, given which turns have rivals."""
        return [
            self._relations(reading.context(number)) if matters else []
            for number, matters in enumerate(doubtful(rivals))
        ]

    def _relations(self, names: Sequence[str]) -> list[float]:
        rows = [self.contexts[name] for name in names if name in self.contexts]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * 5


def confidence(marginal: float, place: str, told: bool, calibration: Mapping[str, float]) -> float:
    """Return how likely a speaker with such a marginal is right, as measured on novels left out.

    One whom the tag of the turn names, or describes where nobody with a name can be meant, is right as often as such
    tags are.
    """
    if told:
        return calibration["told" if place in ("name", "narrator") else "described"]
    clipped = min(max(marginal, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(calibration["slope"] * log(clipped / (1 - clipped)) + calibration["offset"])))


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


def weigh(reading: Reading, model: Mapping[str, Any]) -> Weighed:
    """Return the turns weighed by both readings of one set of weights."""
    return Weighed(reading, Weights(model["first"]), Weights(model["second"]))


def mean(one: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    """Return how likely each candidate of a turn is by two sets of weights: their geometric mean.

    >>> {entity: round(chance, 2) for entity, chance in mean({1: 0.5, 2: 0.5}, {1: 0.8, 2: 0.2}).items()}
    {1: 0.67, 2: 0.33}
    """
    both = {e: sqrt(max(one.get(e, 0.0), _LEAST) * max(other.get(e, 0.0), _LEAST)) for e in {**one, **other}}
    total = sum(both.values())
    return {entity: chance / total for entity, chance in both.items()}


def _scores(board: Board, weights: dict[str, float]) -> list[tuple[int, float]]:
    """Return the sum of the weights of each candidate's features."""
    found = [(entity, sum(map(weights.get, names, repeat(0.0)))) for entity, names in board.features.items()]
    return found or [(-1, 0.0)]


def decide_dialogue(document: Document, quotations: Sequence[Quotation], cast: Cast) -> list[Decision]:
    """Decide the speaker of each quotation of a narrative.

    Args:
        document: The text.
        quotations: Its quotations in text order; one inside another is told by its own tag alone.
        cast: The people of the text; speakers without a name ("the waiter") are added to it.

    Returns:
        One decision a quotation, in the same order.
    """
    decisions = [Decision()] * len(quotations)
    outer = outermost(quotations)
    reading = Reading(document, [quotations[place] for place in outer], cast)
    for place, decision in zip(outer, _decide(document, reading, cast), strict=True):
        decisions[place] = decision
    inside = set(range(len(quotations))) - set(outer)
    for place in sorted(inside):
        decisions[place] = _by_tag(quotations[place], cast)
    return decisions


def outermost(quotations: Sequence[Quotation]) -> list[int]:
    """Return the places of the quotations that lie in no earlier one."""
    found: list[int] = []
    reach = -1
    for place, quotation in enumerate(quotations):
        if quotation.spans[0].start >= reach:
            found.append(place)
            reach = quotation.spans[-1].end
    return found


def _decide(document: Document, reading: Reading, cast: Cast) -> list[Decision]:
    model = load_model("dialogue")
    weighed = weigh(reading, model)
    shares = weighed.shares
    if len(document.text) < _LONG and not reading.scene.covered:  # the weights for short texts know no given cast
        short = weigh(reading, load_model("dialogue_short"))
        shares = [mean(*both) for both in zip(shares, short.shares, strict=True)]
    speakers = [_likeliest(reading.scene, turn, share) for turn, share in zip(reading.turns, shares, strict=True)]
    reasons = Reasons(document, reading.turns, weighed.boards, weighed.weights, weighed.relations, speakers)
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
    return decisions


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
