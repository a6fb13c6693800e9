"""The narration of a story: whom it names outside of what is spoken, and in which role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from quotex.detect.phrases import is_finite
from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast
    from quotex.resolve.scenes import Turn

ADVERB = r"(?:[a-z]{2,12}ly\s{1,2}|(?:then|now|also|only|still|just|never)\s{1,2})?"
_AFTER_MENTION = pattern(rf"[\s,]{{1,3}}{ADVERB}([a-z]{{2,14}})\b")
_AFTER_ASIDE = pattern(rf",\s{{1,2}}[^.,;:!?\"“”\n]{{2,60}},\s{{1,2}}{ADVERB}([a-z]{{2,14}})\b")


class Seen:
    """A mention by name in the narration: its entity, and its role: "subject", "owner" ("Ann's") or "other"."""

    __slots__ = ("end", "entity", "role", "start")

    def __init__(self, start: int, end: int, entity: int, role: str) -> None:
        self.start, self.end, self.entity, self.role = start, end, entity, role


def role_of(text: str, start: int, end: int) -> str:
    """Return ``"owner"``, ``"subject"`` or ``"other"`` for the mention text[start:end] in narration."""
    if text[end : end + 2] in ("'s", "’s"):
        return "owner"
    found = _AFTER_MENTION.match(text, end, end + 40)
    if text[end : end + 1] == "," and not (found and is_finite(found[1])):
        found = _AFTER_ASIDE.match(text, end, end + 110) or found
    return "subject" if found and (is_finite(found[1]) or found[1] == "who") else "other"


class Narration:
    """The mentions by name outside quotations, in text order."""

    def __init__(self, text: str, turns: Sequence[Turn], cast: Cast) -> None:
        self.text = text
        spoken = [part for turn in turns for part in turn.parts]
        spoken.sort()
        starts = [start for start, _ in spoken]
        self.seen: list[Seen] = []
        self.spoken: list[list[tuple[int, int, int]]] = [[] for _ in spoken]
        self._index = {part: number for number, part in enumerate(spoken)}
        for mention in cast.mentions:
            at = bisect_left(starts, mention.start + 1) - 1
            if at >= 0 and mention.start < spoken[at][1]:
                self.spoken[at].append((mention.start, mention.end, mention.entity))
            else:
                role = role_of(text, mention.start, mention.end)
                self.seen.append(Seen(mention.start, mention.end, mention.entity, role))
        self.starts = [seen.start for seen in self.seen]

    def renumber(self, places: Mapping[int, int]) -> None:
        """Give the entities new numbers."""
        for seen in self.seen:
            seen.entity = places[seen.entity]
        self.spoken = [[(start, end, places[entity]) for start, end, entity in part] for part in self.spoken]

    def add(self, seen: Sequence[Seen]) -> None:
        """Add mentions of people by a description."""
        self.seen = sorted([*self.seen, *seen], key=attrgetter("start"))
        self.starts = [mention.start for mention in self.seen]

    def between(self, start: int, end: int) -> list[Seen]:
        """Return the mentions that start in [start, end)."""
        return self.seen[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def back(self, offset: int, most: int) -> list[Seen]:
        """Return the last mentions that start before the offset."""
        place = self.back_from(offset)
        return self.seen[max(0, place - most) : place]

    def back_from(self, offset: int) -> int:
        """Return how many mentions start before the offset."""
        return bisect_left(self.starts, offset)

    def said_in(self, part: tuple[int, int]) -> list[tuple[int, int, int]]:
        """Return the mentions (start, end, entity) within a part of a quotation."""
        return self.spoken[self._index[part]]


def narrated(text: str, turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches of narration between what is spoken."""
    reach = 0
    for start, end in sorted(part for turn in turns for part in turn.parts):
        if start > reach:
            yield reach, start
        reach = max(reach, end)
    yield reach, len(text)
