"""Whom "he" and "she" mean in the narration of a story, read in order: Ann … she … she, whoever else is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from quotex.patterns import pattern, plain
from quotex.resolve.story.narration import Narration, Seen, narrated
from quotex.resolve.story.turns import Turn, spoken_parts

if TYPE_CHECKING:
    pass

_PRONOUN = pattern(r"\b(?:([Hh]e)|[Ss]he)\b")
_BREAK = plain(r"\n[ \t\r]*\n")
# "A clerk asked her why" from its subject on, which is not who "she" is in the next sentence.
_OBJECTS = {
    gender: pattern(
        rf"[^.!?;:,“”\"\n]{{1,40}}?\s\p{{Ll}}{{3,14}}\s{form}"
        r"(?=[.,;:!?]|\s(?:to|that|if|whether|how|why|what|when|where|about|in|on|at|by|for|from|with|out|up|away|back|not)\b)"
    )
    for gender, form in (("male", "him"), ("female", "her"))
}
_REACH_OF_OBJECT = 200  # characters behind it within which the pronoun stands
_RECENT = 1_500  # characters within which another one whom a pronoun fits leaves it in doubt
_SCENE = 6_000  # characters over which a chain holds
_NEAR = 400  # characters from the last mention by name within which a chain is fresh
_FEWEST = 2  # pronouns that tell the gender of somebody of whom nothing else does
_UNKNOWN = "unknown"
_SUBJECT, _OTHER = "subject", "other"  # roles of a mention


class Link:
    """One pronoun of the narration.

    Attributes:
        start: Where it stands.
        entity: Whom it means.
        how: ``"only"`` where nobody else fits, ``"near"`` shortly behind a mention by name, else ``"far"``.
    """

    __slots__ = ("entity", "how", "start")

    def __init__(self, start: int, entity: int, how: str) -> None:
        self.start, self.entity, self.how = start, entity, how


class PronounChain:
    """The pronouns of the narration in text order, each with whom it means.

    Args:
        text: The text.
        turns: Its turns; those whom their tags name are subjects.
        narration: The mentions of the narration.
        genders: The gender of every entity, or None.
        speakers: Who speaks each turn, where that has been decided, or -1.
        also: Further mentions of the narration.
    """

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        genders: Sequence[str | None],
        speakers: Sequence[int] = (),
        also: Sequence[Seen] = (),
    ) -> None:
        self._genders = genders
        self._text = text
        self._breaks = [found.start() for found in _BREAK.finditer(text)]
        self._subjects: dict[str, tuple[int, int]] = {}
        self._last: dict[str, dict[int, int]] = defaultdict(dict)
        self._votes: dict[int, Counter[str]] = defaultdict(Counter)
        self._leans: dict[int, str] = {}
        self.links: list[Link] = []
        for start, gender, entity in _events(text, turns, [*narration.seen, *also], speakers):
            if entity is None:
                self._link(start, gender)
            else:
                self._take(entity, start, gender == _SUBJECT)
        self._starts = [link.start for link in self.links]

    def first(self, start: int, end: int) -> Link | None:
        """Return the first pronoun in [start, end)."""
        at = bisect_left(self._starts, start)
        return self.links[at] if at < len(self.links) and self._starts[at] < end else None

    def last(self, start: int, end: int) -> Link | None:
        """Return the last pronoun in [start, end)."""
        at = bisect_left(self._starts, end) - 1
        return self.links[at] if at >= 0 and self._starts[at] >= start else None

    def genders(self) -> dict[int, str]:
        """Return the genders of those of whom nothing but the pronouns tells it."""
        found = {}
        for entity, votes in self._votes.items():
            (gender, count), *others = votes.most_common(2)
            if count >= _FEWEST and (not others or count >= 3 * others[0][1]):
                found[entity] = gender
        return found

    def _take(self, entity: int, start: int, subject: bool) -> None:
        gender = self._gender(entity)
        self._last[gender].pop(entity, None)  # the last one named stands last
        self._last[gender][entity] = start
        if subject or self._is_stale(self._subjects.get(gender), start):
            self._subjects[gender] = entity, start

    def _is_stale(self, subject: tuple[int, int] | None, start: int) -> bool:
        """Tell whether a subject gives way to anybody named: it was last spoken of in an earlier paragraph."""
        return subject is None or bisect_left(self._breaks, subject[1]) != bisect_left(self._breaks, start)

    def _link(self, start: int, gender: str) -> None:
        fits = [self._subjects[g] for g in (gender, _UNKNOWN) if g in self._subjects]
        fits = [(entity, at) for entity, at in fits if start - at <= _SCENE]
        if not fits:
            return
        if len(fits) > 1 and self._acts_on(gender, fits[1][1], start):
            fits = fits[:1]
        if len(fits) > 1 and self._is_stale(fits[1], start):
            fits = fits[:1]  # of two, the one of unknown gender counts where this paragraph tells what he or she does
        entity, at = max(fits, key=itemgetter(1))
        alone = len(fits) == 1 or self._is_stale(fits[0], start)
        rivals = sum(self._recent(g, start) for g in (gender, _UNKNOWN))
        named = self._last[self._gender(entity)].get(entity, 0)
        how = "only" if rivals < 2 else "near" if start - named <= _NEAR else "far"
        if alone:
            self._learn(entity, gender, how, named)
        self._subjects[self._gender(entity)] = entity, start
        self.links.append(Link(start, entity, how))

    def _acts_on(self, gender: str, at: int, start: int) -> bool:
        """Tell whether the subject at an offset does something to one of a gender: «A clerk asked her why. She …»."""
        near = start - at <= _REACH_OF_OBJECT
        return near and _OBJECTS[gender].match(self._text, at, start) is not None

    def _learn(self, entity: int, gender: str, how: str, named: int) -> None:
        """Let a pronoun tell the gender of the one it means where nothing does, for this chain at least."""
        if how == "only" and self._told(entity) == _UNKNOWN:
            self._votes[entity][gender] += 1
        elif self._gender(entity) == _UNKNOWN:
            self._leans[entity] = gender
        else:
            return
        self._last[_UNKNOWN].pop(entity, None)
        self._last[self._gender(entity)][entity] = named
        if self._subjects.get(_UNKNOWN, (-1, 0))[0] == entity:
            del self._subjects[_UNKNOWN]

    def _recent(self, gender: str, start: int) -> int:
        """Return how many of a gender the narration has named lately, two standing for more."""
        lately = (at for at in islice(reversed(self._last[gender].values()), 2) if start - at <= _RECENT)
        return sum(1 for _ in lately)

    def _gender(self, entity: int) -> str:
        """Return what the text tells, else what pronouns have shown so far, first those that can mean nobody else."""
        told, votes = self._told(entity), self._votes.get(entity)
        if told != _UNKNOWN:
            return told
        return votes.most_common(1)[0][0] if votes else self._leans.get(entity, _UNKNOWN)

    def _told(self, entity: int) -> str:
        return (self._genders[entity] if entity < len(self._genders) else None) or _UNKNOWN


def _events(
    text: str, turns: Sequence[Turn], mentions: Sequence[Seen], speakers: Sequence[int]
) -> list[tuple[int, str, int | None]]:
    """Return mentions and pronouns of the narration in text order.

    Each is where it stands, the role of a mention or the gender of a pronoun, and who is mentioned.
    """
    tags = {turn.tag[0]: turn.tag_entity for turn in turns if turn.tag and turn.tag_entity is not None}
    for turn, speaker in zip(turns, speakers, strict=False):
        if speaker >= 0:
            tags[turn.tag[0] if turn.tag else turn.parts[0][1]] = speaker
    events: list[tuple[int, str, int | None]] = [(start, _SUBJECT, entity) for start, entity in tags.items()]
    events += [
        (seen.start, _SUBJECT if seen.role == _SUBJECT else _OTHER, seen.entity)
        for seen in mentions
        if seen.start not in tags
    ]
    for piece in narrated(text, spoken_parts(turns)):
        for found in _PRONOUN.finditer(text, *piece):
            events.append((found.start(), "male" if found[1] else "female", None))
    return sorted(events, key=itemgetter(0))
