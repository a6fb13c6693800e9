"""What speaks for or against the candidates of a turn, beyond what made them candidates.

The rules here note features for entities that the rules of `candidates` have proposed.  `RULES` is the order in which
all of them run, and `board_of` runs them.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.boards import Board, Rule, Scene, distance
from quotex.resolve.candidates import PROPOSING, propose_tag
from quotex.resolve.exchanges import note_around, note_partners
from quotex.resolve.nouns import note_noun
from quotex.resolve.presence import note_named, note_tags_around
from quotex.resolve.scenes import Turn
from quotex.resolve.voices import note_voice

_PART_NAMES = [[f"part.{before}{after}" for after in range(4)] for before in range(4)]


def board_of(scene: Scene, number: int) -> Board:
    """Return the candidates of the turn with their features.

    Whom the tag names has no rival.  Otherwise «she said» and «said the girl» are said of no man, and «said he to Ann»
    not of Ann, while anybody else may be meant.
    """
    turn = scene.turns[number]
    board = read_board(scene, number, (propose_tag,) if turn.told else RULES)
    if turn.kind in ("pronoun", "nominal") and not turn.told:
        board.keep(lambda entity: entity != turn.tag_to)
        if turn.tag_gender:
            board.keep(lambda entity: scene.gender(entity) in (turn.tag_gender, None))
    return board


def read_board(scene: Scene, number: int, rules: Sequence[Rule]) -> Board:
    """Return what some rules note of a turn, in their order."""
    board = Board()
    for rule in rules:
        rule(scene, number, scene.turns[number], board)
    return board


def note_words(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Nobody calls their own name; who is talked about in the turns around is often not there."""
    for vocative in turn.vocatives:
        board.note(vocative.entity, f"vocative_in.{vocative.place}")
    voiced = {vocative.entity for vocative in turn.vocatives}
    for entity in turn.named - voiced - {turn.own_name}:
        board.note(entity, "named_in")
    for sign, name in ((-1, "named_before"), (1, "named_after")):
        at = number + sign
        if 0 <= at < len(scene.turns):
            other = scene.turns[at]
            spoken_to = {vocative.entity for vocative in other.vocatives}
            for entity in other.named - spoken_to:
                board.note(entity, f"{name}.{distance(turn, other, 1)}")


def note_gender(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Pronouns of the tag, the beat and the addresses agree with a candidate's gender or clash."""
    shown: list[tuple[str, str | None]] = [("tag_gender", turn.tag_gender), ("beat_gender", turn.beat_gender)]
    shown.append(("sir_in", turn.addressed))
    for sign, name in ((-1, "sir_before"), (1, "sir_after")):
        at = number + sign
        if 0 <= at < len(scene.turns) and scene.turns[at].addressed:
            other = scene.turns[at]
            shown.append((f"{name}.{distance(turn, other, 1)}", other.addressed))
    if number:
        to = scene.turns[number - 1].tag_to_gender
        if to in ("male", "female"):
            shown.append(("to_her_before", to))
    if turn.tag_to_gender in ("male", "female"):
        shown.append(("to_her_now", turn.tag_to_gender))
    if turn.lead_gender:
        shown.append((f"lead_gender.{turn.lead_short}", turn.lead_gender))
    if turn.tail_gender:
        shown.append(("tail_gender", turn.tail_gender))
    if turn.nominal:
        shown[0] = (f"noun_gender.{turn.nominal}", turn.tag_gender)
    for name, gender in shown:
        if gender == "narrator":
            yes, no = f"{name}.narrator", f"{name}.not_narrator"
            for entity, features in board.features.items():
                features.append(yes if entity == scene.narrator else no)
        elif gender:
            agree, clash, unknown = f"{name}.agree", f"{name}.clash", f"{name}.unknown"
            for entity, features in board.features.items():
                own = scene.gender(entity)
                features.append(unknown if own is None else agree if own == gender else clash)


def note_counts(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """How much of all tags and mentions an entity has."""
    for entity, features in board.features.items():
        features += scene.prominence(entity)


def note_other(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The tag names another, or the candidate is the only one the pronoun can mean."""
    if turn.anchor is not None:
        for entity in board.features:
            if entity != turn.anchor:
                board.features[entity].append("tag.other")
    wanted = turn.tag_gender or turn.beat_gender
    if wanted:
        fitting = [entity for entity in board.features if scene.gender(entity) == wanted]
        if len(fitting) == 1:
            board.note(fitting[0], "gender.alone")
    for entity in board.features:
        board.features[entity].append("any")


def note_scene(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who takes part in the scene: tags, beats and addresses of the turns around, counted on both sides."""
    counts_before, counts_after = scene.part_before(number), scene.part_after(number)
    for entity, features in board.features.items():
        before, after = counts_before.get(entity, 0), counts_after.get(entity, 0)
        features.append(_PART_NAMES[min(before, 3)][min(after, 3)])


def note_given(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Where a given cast has nearly all whom tags name, others seldom speak."""
    if scene.covered:
        given = scene.words.given
        for entity, features in board.features.items():
            if entity >= len(given):
                features.append("given.unnamed")
            elif not given[entity]:
                features.append("given.not")


RULES: tuple[Rule, ...] = (
    *PROPOSING,
    note_words,
    note_gender,
    note_counts,
    note_scene,
    note_other,
    note_around,
    note_partners,
    note_named,
    note_tags_around,
    note_voice,
    note_noun,
    note_given,
)
