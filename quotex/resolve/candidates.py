"""Who may have spoken a turn: a short list of entities, each with the named features that speak for or against it.

Every rule is one small function: it reads a turn in its scene and notes features on the board, and may propose
candidates.  The rules here propose; those of `dialogue_features` note more about who has been proposed.  Nothing here
knows a weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from quotex.resolve.exchanges import partners_of, stretches, telling
from quotex.resolve.nouns import Words, nouns_of
from quotex.resolve.scenes import Narration, Seen, Turn
from quotex.resolve.voices import Voices

NEAR_BEFORE, NEAR_AFTER = 8, 6
_WALK_MENTIONS, _WALK_LENGTH = 30, 6000
_MOST = 12
_BESIDE = {"before": "beat_before", "inside": "beat_after", "after": "beat_after"}
_COVERED = 0.9    # share of the tags with a name from which a given cast is taken to be whole
_PART = 8         # turns on each side that count as the scene of a turn


class Scene:
    """The turns of a document with what the rules ask about them.

    Attributes:
        turns: All turns in text order.
        narration: The mentions by name outside quotations.
        genders: The gender of each entity of the cast, or None.
        mentioned: Whom each mention of the narration names.
        narrator: The entity that says "I" in the narration, or None.
        frequent: The entities that tags name most often.
        called, about: For each turn whom it addresses, and whom it speaks of.
        voices: How those whom tags name speak.
        telling: The turns whose words name somebody.
        anchored: The turns whose tag names somebody, as (number, entity).
        stretches: The number of the stretch between wide gaps that each turn lies in.
        partners: How often each speaks beside each other one.
        words: The words of everybody's names and roles.
        nouns: Who is about when a noun speaks.
        covered: Whether a cast is given that has nearly all whom tags name.
    """

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        genders: list[str | None],
        narrator: int | None,
        words: Words,
    ) -> None:
        self.text, self.turns, self.narration = text, turns, narration
        self.genders, self.narrator = genders, narrator
        self.cues: Counter[int] = Counter(turn.anchor for turn in turns if turn.anchor is not None)
        self.mentioned = [seen.entity for seen in narration.seen]
        self.named: Counter[int] = Counter(self.mentioned)
        self.frequent = [entity for entity, _ in self.cues.most_common(3)]
        self.total_cues = max(1, sum(self.cues.values()))
        self.total_named = max(1, len(narration.seen))
        self._prominence: dict[int, tuple[str, str]] = {}
        self.parts = [self._part(turn) for turn in turns]
        self._before: dict[int, dict[int, int]] = {}
        self._after: dict[int, dict[int, int]] = {}
        self.called = [{vocative.entity for vocative in turn.vocatives} for turn in turns]
        self.about = [turn.named - called for turn, called in zip(turns, self.called, strict=True)]
        self.voices = Voices(text, turns, narration)
        self.partners = partners_of(turns)
        self.telling = telling(turns)
        self.stretches = stretches(turns)
        self.anchored = [(n, turn.anchor) for n, turn in enumerate(turns) if turn.anchor is not None]
        self.words = words
        self.nouns = nouns_of(self)
        self.covered = self._covered()

    def _covered(self) -> bool:
        given = self.words.given
        inside = sum(count for entity, count in self.cues.items() if entity < len(given) and given[entity])
        return inside >= _COVERED * self.total_cues and any(given)

    def _part(self, turn: Turn) -> list[int]:
        """Return who a turn alone shows to be there: its tag, whom it addresses, who acts beside it."""
        there = {vocative.entity for vocative in turn.vocatives}
        there.update(seen.entity for seen in (*turn.mentions_before, *turn.mentions_after) if seen.role == "subject")
        for entity in (turn.anchor, turn.tag_entity, turn.tag_to):
            if entity is not None:
                there.add(entity)
        return sorted(there)

    def part_before(self, number: int) -> dict[int, int]:
        """Return how often each entity takes part in the turns before, back to a wide gap."""
        if number not in self._before:
            self._before[number] = self._count(number, -1)
        return self._before[number]

    def part_after(self, number: int) -> dict[int, int]:
        """Return the same for the turns after."""
        if number not in self._after:
            self._after[number] = self._count(number, 1)
        return self._after[number]

    def _count(self, number: int, sign: int) -> dict[int, int]:
        found: dict[int, int] = {}
        place = number
        for _ in range(_PART):
            crossed = place + 1 if sign > 0 else place
            place += sign
            if not 0 <= place < len(self.turns) or self.turns[crossed].gap == "far":
                break
            for entity in self.parts[place]:
                found[entity] = found.get(entity, 0) + 1
        return found

    def company(self, number: int) -> int:
        """Return how many people the turns around show to take part."""
        return len({*self.part_before(number), *self.parts[number], *self.part_after(number)})

    def prominence(self, entity: int) -> tuple[str, str]:
        """Return how much of all tags and of all mentions an entity has."""
        known = self._prominence.get(entity)
        if known is None:
            cues, named = self.cues.get(entity, 0), self.named.get(entity, 0)
            known = f"cues.{_share(cues, self.total_cues)}", f"named.{_share(named, self.total_named)}"
            self._prominence[entity] = known
        return known

    def gender(self, entity: int) -> str | None:
        """Return the gender of an entity, or None."""
        return self.genders[entity] if entity < len(self.genders) else None


def _share(part: int, whole: int) -> str:
    if not part:
        return "none"
    share = part / whole
    return "tiny" if share < 0.005 else "small" if share < 0.03 else "some" if share < 0.1 else "large"


class Board:
    """The candidates of one turn, each with its features."""

    def __init__(self) -> None:
        self.features: dict[int, list[str]] = {}

    def among(self, more: Mapping[int, list[str]]) -> Board:
        """Return a board with only these candidates, and with more features for each."""
        board = Board()
        board.features = {entity: [*self.features[entity], *features] for entity, features in more.items()}
        return board

    def keep(self, fits: Callable[[int], bool]) -> None:
        """Leave only the candidates that fit, if any do."""
        self.features = {e: names for e, names in self.features.items() if fits(e)} or self.features

    def propose(self, entity: int | None, *features: str) -> None:
        """Make the entity a candidate and note features for it."""
        if entity is not None:
            self.features.setdefault(entity, []).extend(features)

    def note(self, entity: int | None, feature: str) -> None:
        """Note a feature for the entity if it is a candidate."""
        if entity in self.features:
            self.features[entity].append(feature)


Rule = Callable[[Scene, int, Turn, Board], None]


def distance(turn: Turn, other: Turn, number: int) -> str:
    """Say how far apart two turns are: by steps of turn taking within a run, else by count, loosely.

    Turns of different sections are "apart".
    """
    if turn.section != other.section:
        return "apart"
    if turn.run == other.run:
        return str(abs(turn.step - other.step))
    return f"loose{min(number, 4)}"


def propose_tag(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The tag names the speaker: «," said Ann», «," said I»."""
    if turn.anchor is not None:
        board.propose(turn.anchor, "tag.same")
    elif turn.tag_entity is not None:
        board.propose(turn.tag_entity, f"tag.nominal_{turn.nominal}")


def propose_narrator(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who tells the story in the first person may always speak."""
    if scene.narrator is None:
        return
    board.propose(scene.narrator, "narrator")
    if turn.beat_narrator:
        acting = any(seen.role == "subject" for seen in (*turn.mentions_before, *turn.mentions_after))
        board.note(scene.narrator, f"narrator.beat_{turn.beat_narrator}")
        board.note(scene.narrator, f"narrator.beat_{'among_others' if acting else 'alone'}")
        if not acting:
            _note_mentions(board, _BESIDE[turn.beat_narrator], [Seen(0, 0, scene.narrator, "subject")])
    if turn.tag_to_gender == "narrator":
        board.note(scene.narrator, "narrator.addressed")
    if number and scene.turns[number - 1].tag_to_gender == "narrator":
        board.note(scene.narrator, "narrator.addressed_before")
    if turn.tag_gender or turn.beat_gender:
        board.note(scene.narrator, "narrator.he_or_she")


def propose_vocatives(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who is addressed speaks next, and seldom now."""
    for sign, name, far in ((-1, "vocative_before", 4), (1, "vocative_after", 4)):
        done: set[int] = set()
        for step in range(1, far + 1):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            for vocative in other.vocatives:
                if vocative.entity not in done:
                    done.add(vocative.entity)
                    board.propose(vocative.entity, f"{name}.{distance(turn, other, step)}")
            if sign > 0 and other.gap == "far":
                break


def propose_beats(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who acts beside the words speaks them: «Ann rose. "No."»."""
    for name, mentions in (("beat_before", turn.mentions_before), ("beat_after", turn.mentions_after)):
        _note_mentions(board, name, mentions)
    for entity, close in turn.touch:
        board.note(entity, f"beat_after.touch_{close}")
    opening = turn.mentions_before[0] if turn.mentions_before else None
    if opening is not None and opening.start - turn.before[0] < 5:
        board.note(opening.entity, f"beat_before.opens_{opening.role}")
    if turn.mentions_before and turn.before_ends in (":", ",", "-", "—"):
        board.note(turn.mentions_before[-1].entity, "beat_before.last_colon")
    both = [*turn.mentions_before, *turn.mentions_after]
    if both and len({seen.entity for seen in both}) == 1:
        board.propose(both[0].entity, "beat.only")


def _note_mentions(board: Board, name: str, mentions: Sequence[Seen]) -> None:
    first_subject = last_subject = None
    for seen in mentions:
        if seen.role == "subject":
            first_subject = first_subject if first_subject is not None else seen.entity
            last_subject = seen.entity
    for rank, entity in enumerate(dict.fromkeys(seen.entity for seen in mentions)):
        if rank > 4:
            break
        board.propose(entity, f"{name}.rank{min(rank, 2)}")
    for seen in mentions[:6]:
        board.note(seen.entity, f"{name}.{seen.role}")
    if first_subject is not None:
        board.note(first_subject, f"{name}.first_subject")
        if last_subject == first_subject:
            board.note(last_subject, f"{name}.sole_subject")
        else:
            board.note(last_subject, f"{name}.last_subject")


def propose_lead(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The paragraph of narration before tells who is about to speak."""
    if turn.lead is None:
        return
    mentions = scene.narration.between(*turn.lead)[-8:]
    short = turn.lead[1] - turn.lead[0] < 240
    name = "lead_short" if short else "lead_long"
    if scene.text[turn.lead[1] - 1 : turn.lead[1]] in (":", ",", "-", "—"):
        name = "lead_colon"
    _note_mentions(board, name, mentions)
    if mentions:
        board.note(mentions[-1].entity, f"{name}.last")
        if len({seen.entity for seen in mentions}) == 1:
            board.note(mentions[0].entity, f"{name}.only")


def propose_shut(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The narration with which the paragraph before ends, behind its own quotation, may lead to the next speaker."""
    if not number or turn.gap != "adjacent":
        return
    last = scene.turns[number - 1]
    if last.after[1] - last.after[0] < 12:
        return
    mentions = [seen for seen in last.mentions_after if seen.start >= last.after[0]]
    colon = scene.text[last.after[1] - 1 : last.after[1]] in (":", ",", "-", "—")
    _note_mentions(board, "shut_colon" if colon else "shut", mentions)
    if mentions:
        board.note(mentions[-1].entity, "shut_colon.last" if colon else "shut.last")


def propose_tail(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The paragraph of narration behind may go on with who listened, or who spoke."""
    if turn.tail is None:
        return
    mentions = scene.narration.between(*turn.tail)
    for rank, entity in enumerate(dict.fromkeys(seen.entity for seen in mentions)):
        if rank < 3:
            board.propose(entity, f"tail.rank{rank}")
    if mentions:
        board.note(mentions[0].entity, f"tail.first_{mentions[0].role}")


def propose_recent(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who was named lately in the narration, most recent first, among all and among those whom the pronoun fits."""
    back = scene.narration.back_from(turn.start)
    wanted = turn.tag_gender or turn.beat_gender
    seen_rank: dict[int, int] = {}
    fitting = subjects = 0
    for at in range(back - 1, max(-1, back - 1 - _WALK_MENTIONS), -1):
        seen = scene.narration.seen[at]
        if turn.start - seen.start > _WALK_LENGTH and seen_rank:
            break
        if turn.tag and turn.tag[0] <= seen.start < turn.tag[1]:
            continue
        entity = seen.entity
        if entity not in seen_rank:
            rank = seen_rank[entity] = len(seen_rank)
            board.propose(entity, f"recent.{min(rank, 5)}")
            if wanted and scene.gender(entity) in (wanted, None):
                board.note(entity, f"recent_fitting.{min(fitting, 3)}")
                board.note(entity, f"recent_fitting_{seen.role}.{min(fitting, 2)}")
                fitting += 1
            if rank < 2:
                board.note(entity, f"recent_{seen.role}.{rank}")
            if rank == 0:
                board.note(entity, "recent.near" if turn.start - seen.start < 400 else "recent.distant")
            if len(seen_rank) >= _MOST - 4:
                break
        if seen.role == "subject" and (not wanted or scene.gender(entity) in (wanted, None)) and subjects < 3:
            board.note(entity, f"recent_subject.{subjects}")
            subjects += 1


def propose_anchors(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom the tags of the turns around name, nearest first on each side."""
    wanted = turn.tag_gender or turn.beat_gender
    for sign, name, far in ((-1, "anchor_before", NEAR_BEFORE), (1, "anchor_after", NEAR_AFTER)):
        found: dict[int, str] = {}
        fitting = 0
        for step in range(1, far + 1):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            entity = other.anchor if other.anchor is not None else other.tag_entity
            if entity is not None and entity not in found:
                found[entity] = distance(turn, other, step)
                board.propose(entity, f"{name}.{found[entity]}", f"{name}.rank{min(len(found) - 1, 2)}")
                if wanted and scene.gender(entity) in (wanted, None):
                    board.note(entity, f"{name}_fitting.{min(fitting, 2)}")
                    fitting += 1


def propose_soft(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who alone acts beside the words of the turns around."""
    for sign, name in ((-1, "beats_before"), (1, "beats_after")):
        for step in range(1, 4):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            if other.kind != "beat":
                continue
            mentions = other.mentions_before or other.mentions_after
            for seen in mentions[:3]:
                if seen.role == "subject":
                    board.propose(seen.entity, f"{name}.{distance(turn, other, step)}")
                    break


def propose_frequent(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The three whom tags name most often in the whole text."""
    for rank, entity in enumerate(scene.frequent):
        board.propose(entity, f"frequent.{rank}")


def propose_addressed(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom a tag says the words are spoken to: the next speaker, not this one."""
    if turn.tag_to is not None:
        board.note(turn.tag_to, "addressed.now")
    for sign, name in ((-1, "addressed.before"), (1, "addressed.after")):
        at = number + sign
        if 0 <= at < len(scene.turns) and scene.turns[at].tag_to is not None:
            other = scene.turns[at]
            board.propose(other.tag_to, f"{name}.{distance(turn, other, 1)}")


PROPOSING: tuple[Rule, ...] = (
    propose_tag,
    propose_narrator,
    propose_beats,
    propose_vocatives,
    propose_addressed,
    propose_anchors,
    propose_soft,
    propose_lead,
    propose_shut,
    propose_tail,
    propose_recent,
    propose_frequent,
)
