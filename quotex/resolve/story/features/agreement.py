"""What of a tag and of the words fits a candidate: gender, the noun of the tag, the names that are said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotex.lexicon.nouns import kinds_of
from quotex.resolve.story.candidates import Board, distance
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.tag_nouns import description_key, tag_words
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.unnamed.people import is_generic

_FEWEST = 3  # tags with one noun from which it counts who is about
_AGES = {"old": "old", "elderly": "old", "young": "young", "little": "young"}


def note_words(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Nobody calls their own name; who is talked about in the turns around is often not there."""
    for vocative in turn.vocatives:
        board.note(vocative.entity, f"vocative_in.{vocative.at}")
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


def note_alone(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The candidate is the only one whom the pronoun can mean."""
    wanted = turn.tag_gender or turn.beat_gender
    if wanted:
        fitting = [entity for entity in board.features if scene.gender(entity) == wanted]
        if len(fitting) == 1:
            board.note(fitting[0], "gender.alone")


def note_noun(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The noun is a word of a candidate's name or role, fits the title, or the candidate is there when it speaks."""
    words = tag_words(scene.text, turn)
    if len(words) < 2:
        return
    head = words[-1].strip(".,")
    noun = _noun_class(turn, head, words[:-1])
    family = scene.words.family(turn.owner)
    about, total = scene.nouns.get(description_key(turn, words), (Counter(), 0))
    for entity, features in board.features.items():
        if entity < len(scene.words.names):
            if head in scene.words.names[entity]:
                features.append("noun.in_name")
            if head in scene.words.roles[entity]:
                features.append("noun.in_role")
            features.append(f"noun_title.{noun}.{scene.words.titles[entity]}")
            if family and entity != turn.owner:
                features.append("noun.family" if family & scene.words.names[entity] else "noun.no_family")
        if entity == turn.owner:
            features.append("noun.owner")
        if total >= _FEWEST:
            share = about[entity] / total
            size = "none" if not share else "some" if share < 0.4 else "often" if share < 0.75 else "always"
            features.append(f"noun_with.{size}")


def _noun_class(turn: Turn, head: str, marks: Sequence[str]) -> str:
    """Return the class of the noun of a tag: whose relation, of which sex and age, or a role."""
    if turn.nominal in ("kin", "owned"):
        return "kin"
    kinds = kinds_of(head)
    if not kinds:
        return "generic" if is_generic(head) else "role"
    return min(kinds) + next((_AGES[mark] for mark in marks if mark in _AGES), "")
