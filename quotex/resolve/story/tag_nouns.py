"""«said the count»: whose name or role contains the noun of a tag, and who is about whenever that noun speaks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from quotex.lexicon.names import titles, titles_for

if TYPE_CHECKING:
    from quotex.resolve.people.cast import CastMember
    from quotex.resolve.story.narration import Narration
    from quotex.resolve.story.turns import Turn

_LONGEST = 80  # characters of a tag that are read
_MENTIONS = 8  # mentions before a tag that show who is about
# Titles that tell which nouns somebody may be called by: a Mrs. is no girl, a Mr. no lad.
_STYLES = ("mrs", "miss", "mr")
_KIN = ("aunt", "uncle")


class NounWords:
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
    style = next((style for style in _STYLES if style in member.titles), "")
    if style:
        return style
    return "noble" if member.titles & titles_for("noble") else "kin" if not member.titles.isdisjoint(_KIN) else other


def _words(texts: Sequence[str]) -> set[str]:
    return {word.strip(".,").casefold() for text in texts for word in text.split()}


def tag_words(text: str, turn: Turn) -> list[str]:
    if turn.kind != "nominal" or turn.tag is None:
        return []
    return text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + _LONGEST)].casefold().split()


def tag_key(text: str, turn: Turn) -> str:
    """Return what makes the tags of several turns one description, or ""."""
    words = tag_words(text, turn)
    return description_key(turn, words) if len(words) > 1 else ""


def description_key(turn: Turn, words: list[str]) -> str:
    """Return what makes tags one description: the same words, or the same relation of the same person."""
    if turn.nominal in ("kin", "owned"):
        return f"{turn.owner} {words[-1]}"
    return " ".join(words) if words[0] == "the" else ""


def nouns_of(
    text: str, turns: Sequence[Turn], narration: Narration, beside: Callable[[int], Iterable[int]]
) -> dict[str, tuple[Counter[int], int]]:
    """Count for each tag such as «said the old lady» who takes part around it, and how often it stands.

    ``beside`` tells who takes part in the turns around the turn of a number.
    """
    found: dict[str, tuple[Counter[int], int]] = {}
    for number, turn in enumerate(turns):
        key = tag_key(text, turn)
        if not key:
            continue
        back = narration.back_from(turn.start)
        about = {seen.entity for seen in narration.seen[max(0, back - _MENTIONS) : back]}
        about.update(beside(number))
        counts, total = found.get(key, (Counter(), 0))
        counts.update(about)
        found[key] = counts, total + 1
    return found
