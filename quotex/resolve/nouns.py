"""«said the count»: whose name or role has the noun of a tag, and who is about whenever that noun speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.resolve.forms import titles
from quotex.resolve.unnamed import is_generic, kinds_of

if TYPE_CHECKING:
    from quotex.resolve.boards import Board, Scene
    from quotex.resolve.cast import CastMember
    from quotex.resolve.scenes import Turn

_LONGEST = 80  # characters of a tag that are read
_FEWEST = 3  # tags with one noun from which it counts who is about
_MENTIONS = 8  # mentions before a tag that show who is about
# Titles that tell which nouns somebody may be called by: a Mrs. is no girl, a Mr. no lad.
_TITLES = (
    (frozenset({"mrs"}), "mrs"),
    (frozenset({"miss"}), "miss"),
    (frozenset({"mr"}), "mr"),
    (frozenset({"lady", "lord", "sir", "duchess", "duke", "count", "countess"}), "noble"),
    (frozenset({"aunt", "uncle"}), "kin"),
)
_AGES = {"old": "old", "elderly": "old", "young": "young", "little": "young"}


class Words:
    """What the names of a cast hold.

    Attributes:
        names, roles: The words of everybody's names and roles, small.
        titles: The class of everybody's title.
        given: Whether the user gave them.
    """

    def __init__(self, members: Sequence[CastMember]) -> None:
        self.names = [_words([member.name, *sorted(member.aliases)]) for member in members]
        self.roles = [_words([member.role or ""]) for member in members]
        self.given = [member.given for member in members]
        self.titles = [_title(member) for member in members]

    def family(self, owner: int | str | None) -> set[str]:
        """Return the words of the names of somebody whose relation a tag names, without titles, or nothing."""
        words = self.names[owner] if isinstance(owner, int) and owner < len(self.names) else set()
        return {word for word in words if word not in titles()}


def _title(member: CastMember) -> str:
    other = "other" if member.titles else "none"
    return next((name for known, name in _TITLES if member.titles & known), other)


def _words(texts: Sequence[str]) -> set[str]:
    return {word.strip(".,").casefold() for text in texts for word in text.split()}


def _phrase(scene: Scene, turn: Turn) -> list[str]:
    if turn.kind != "nominal" or turn.tag is None:
        return []
    return scene.text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + _LONGEST)].casefold().split()


def tag_key(scene: Scene, turn: Turn) -> str:
    """Return what makes the tags of several turns one description, or ""."""
    words = _phrase(scene, turn)
    return _key(turn, words) if len(words) > 1 else ""


def _key(turn: Turn, words: list[str]) -> str:
    """Return what makes tags one description: the same words, or the same relation of the same person."""
    if turn.nominal in ("kin", "owned"):
        return f"{turn.owner} {words[-1]}"
    return " ".join(words) if words[0] == "the" else ""


def note_noun(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The noun is a word of a candidate's name or role, fits the title, or the candidate is there when it speaks."""
    words = _phrase(scene, turn)
    if len(words) < 2:
        return
    head = words[-1].strip(".,")
    noun = _noun(turn, head, words[:-1])
    family = scene.words.family(turn.owner)
    about, total = scene.nouns.get(_key(turn, words), (Counter(), 0))
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


def _noun(turn: Turn, head: str, marks: Sequence[str]) -> str:
    """Return the class of the noun of a tag: whose relation, of which sex and age, or a role."""
    if turn.nominal in ("kin", "owned"):
        return "kin"
    kinds = kinds_of(head)
    if not kinds:
        return "generic" if is_generic(head) else "role"
    return min(kinds) + next((_AGES[mark] for mark in marks if mark in _AGES), "")


def nouns_of(scene: Scene) -> dict[str, tuple[Counter[int], int]]:
    """Count for each tag such as «said the old lady» who takes part around it, and how often it stands."""
    found: dict[str, tuple[Counter[int], int]] = {}
    for number, turn in enumerate(scene.turns):
        key = tag_key(scene, turn)
        if not key:
            continue
        back = scene.narration.back_from(turn.start)
        about = {seen.entity for seen in scene.narration.seen[max(0, back - _MENTIONS) : back]}
        about.update(scene.part_before(number), scene.part_after(number))
        counts, total = found.get(key, (Counter(), 0))
        counts.update(about)
        found[key] = counts, total + 1
    return found
