"""Who may have spoken a turn: a short list of entities, each with the named features that speak for or against it.

Every rule is one small function: it reads a turn in its scene and notes features on the board, and may propose
candidates.  `RULES` is the order in which they run.  Nothing here knows a weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from quotex.resolve.scenes import Narration, Seen, Turn

NEAR_BEFORE, NEAR_AFTER = 8, 6
_WALK_MENTIONS, _WALK_LENGTH = 30, 6000
_MOST = 12


class Scene:
    """The turns of a document with what the rules ask about them.

    Attributes:
        turns: All turns in text order.
        narration: The mentions by name outside quotations.
        genders: The gender of each entity of the cast, or None.
        narrator: The entity that says "I" in the narration, or None.
        frequent: The entities that tags name most often.
    """

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        genders: list[str | None],
        narrator: int | None,
    ) -> None:
        self.text, self.turns, self.narration = text, turns, narration
        self.genders, self.narrator = genders, narrator
        self.cues: Counter[int] = Counter(turn.anchor for turn in turns if turn.anchor is not None)
        self.named: Counter[int] = Counter(seen.entity for seen in narration.seen)
        self.frequent = [entity for entity, _ in self.cues.most_common(3)]
        self.total_cues = max(1, sum(self.cues.values()))
        self.total_named = max(1, len(narration.seen))
        self.first_person = narrator is not None

    def gender(self, entity: int) -> str | None:
        """Return the gender of an entity, or None."""
        return self.genders[entity] if entity < len(self.genders) else None


class Board:
    """The candidates of one turn, each with its features."""

    def __init__(self) -> None:
        self.features: dict[int, list[str]] = {}

    def propose(self, entity: int | None, *features: str) -> None:
        """Make the entity a candidate and note features for it."""
        if entity is not None:
            self.features.setdefault(entity, []).extend(features)

    def note(self, entity: int | None, feature: str) -> None:
        """Note a feature for the entity if it is a candidate."""
        if entity in self.features:
            self.features[entity].append(feature)


Rule = Callable[[Scene, int, Turn, Board], None]


def board_of(scene: Scene, number: int) -> Board:
    """Return the candidates of the turn with their features."""
    board = Board()
    turn = scene.turns[number]
    for rule in RULES:
        rule(scene, number, turn, board)
    return board


def _distance(turn: Turn, other: Turn, number: int) -> str:
    """Say how far apart two turns are: by steps of turn taking within a run, else by count, loosely."""
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
        board.note(scene.narrator, "narrator.beat")
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
                    board.propose(vocative.entity, f"{name}.{_distance(turn, other, step)}")
            if (other if sign < 0 else other).gap == "far" and sign > 0:
                break


def propose_beats(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who acts beside the words speaks them: «Ann rose. "No."»."""
    for name, mentions in (("beat_before", turn.mentions_before), ("beat_after", turn.mentions_after)):
        _note_mentions(board, name, mentions)
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
                fitting += 1
            if rank == 0:
                board.note(entity, "recent.near" if turn.start - seen.start < 400 else "recent.distant")
            if len(seen_rank) >= _MOST - 4:
                break
        if seen.role == "subject" and (not wanted or scene.gender(entity) in (wanted, None)) and subjects < 3:
            board.note(entity, f"recent_subject.{subjects}")
            subjects += 1


def propose_anchors(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Whom the tags of the turns around name, nearest first on each side."""
    for sign, name, far in ((-1, "anchor_before", NEAR_BEFORE), (1, "anchor_after", NEAR_AFTER)):
        found: dict[int, str] = {}
        for step in range(1, far + 1):
            at = number + sign * step
            if not 0 <= at < len(scene.turns):
                break
            other = scene.turns[at]
            entity = other.anchor if other.anchor is not None else other.tag_entity
            if entity is not None and entity not in found:
                found[entity] = _distance(turn, other, step)
                board.propose(entity, f"{name}.{found[entity]}", f"{name}.rank{min(len(found) - 1, 2)}")


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
                    board.propose(seen.entity, f"{name}.{_distance(turn, other, step)}")
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
            board.propose(other.tag_to, f"{name}.{_distance(turn, other, 1)}")


def note_words(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Nobody calls their own name; who is talked about in the turns around is often not there."""
    for vocative in turn.vocatives:
        board.note(vocative.entity, f"vocative_in.{vocative.place}")
    voiced = {vocative.entity for vocative in turn.vocatives}
    for entity in turn.named - voiced:
        board.note(entity, "named_in")
    for sign, name in ((-1, "named_before"), (1, "named_after")):
        at = number + sign
        if 0 <= at < len(scene.turns):
            other = scene.turns[at]
            spoken_to = {vocative.entity for vocative in other.vocatives}
            for entity in other.named - spoken_to:
                board.note(entity, f"{name}.{_distance(turn, other, 1)}")


def note_gender(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Pronouns of the tag, the beat and the addresses agree with a candidate's gender or clash."""
    shown: list[tuple[str, str | None]] = [("tag_gender", turn.tag_gender), ("beat_gender", turn.beat_gender)]
    shown.append(("sir_in", turn.addressed))
    for sign, name in ((-1, "sir_before"), (1, "sir_after")):
        at = number + sign
        if 0 <= at < len(scene.turns) and scene.turns[at].addressed:
            other = scene.turns[at]
            shown.append((f"{name}.{_distance(turn, other, 1)}", other.addressed))
    if number:
        to = scene.turns[number - 1].tag_to_gender
        if to in ("male", "female"):
            shown.append(("to_her_before", to))
    if turn.tag_to_gender in ("male", "female"):
        shown.append(("to_her_now", turn.tag_to_gender))
    for name, gender in shown:
        if gender:
            for entity in board.features:
                _agree(scene, board, name, gender, entity)


def _agree(scene: Scene, board: Board, name: str, gender: str, entity: int) -> None:
    own = scene.gender(entity)
    fit = "unknown" if own is None else "agree" if own == gender else "clash"
    board.note(entity, f"{name}.{fit}")


def note_counts(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """How much of all tags and mentions an entity has."""
    for entity, features in board.features.items():
        features.append(f"cues.{_share(scene.cues[entity], scene.total_cues)}")
        features.append(f"named.{_share(scene.named[entity], scene.total_named)}")


def _share(part: int, whole: int) -> str:
    if not part:
        return "none"
    share = part / whole
    return "tiny" if share < 0.005 else "small" if share < 0.03 else "some" if share < 0.1 else "large"


def note_other(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The tag names another, or the candidate is the only one the pronoun can mean."""
    if turn.anchor is not None:
        for entity in board.features:
            if entity != turn.anchor:
                board.features[entity].append("tag.other")
    wanted = turn.tag_gender
    if wanted:
        fitting = [entity for entity in board.features if scene.gender(entity) == wanted]
        if len(fitting) == 1:
            board.note(fitting[0], "tag_gender.alone")
    for entity in board.features:
        board.features[entity].append("any")


RULES: tuple[Rule, ...] = (
    propose_tag,
    propose_narrator,
    propose_beats,
    propose_vocatives,
    propose_addressed,
    propose_anchors,
    propose_soft,
    propose_lead,
    propose_tail,
    propose_recent,
    propose_frequent,
    note_words,
    note_gender,
    note_counts,
    note_other,
)


def names_of(boards: Iterable[Board]) -> set[str]:
    """Return the names of all features on the boards."""
    return {name for board in boards for features in board.features.values() for name in features}
