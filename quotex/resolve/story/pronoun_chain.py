"""Whom "he" and "she" mean in the narration of a story, read in order: Ann … she … she, whoever else is named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING

import regex

from quotex.lexicon.names import titles
from quotex.lexicon.nouns import noun_gender
from quotex.patterns import pattern, plain
from quotex.resolve.story.narration import Narration, Seen, narrated
from quotex.resolve.story.turns import Turn, spoken_parts

if TYPE_CHECKING:
    from quotex.records import Gender
    from quotex.resolve.people.cast import Cast, CastMember

_PRONOUN = pattern(r"\b(?:([Hh]e)|[Ss]he)\b")
_BREAK = plain(r"\n[ \t\r]*\n")
_RECENT = 1_500  # characters within which another one whom a pronoun fits leaves it in doubt
_SCENE = 6_000  # characters over which a chain holds
_NEAR = 400  # characters from the last mention by name within which a chain is fresh
_FEWEST = 2  # pronouns that tell the gender of somebody of whom nothing else does
_UNKNOWN = "unknown"


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


_SUBJECT, _OTHER = "subject", "other"


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


Shown = tuple[int, "Gender"]
_WORD = pattern(r"\b\p{Ll}[\p{Ll}-]{1,20}+")


def tell_genders(text: str, turns: Sequence[Turn], narration: Narration, cast: Cast) -> None:
    """Give those of whom no more than a list of names tells it the gender that pronouns show, where these agree."""
    votes: dict[int, Counter[Gender]] = defaultdict(Counter)
    by_turns = (shown for turn in turns for shown in (*_shown_before(text, turn), *_shown_behind(text, turn)))
    for actor, gender in chain(by_turns, _shown_by_parts(text, narration)):
        votes[actor][gender] += 1
    for actor, shown in votes.items():
        member = cast.entities[actor]
        if not member.given and len(shown) == 1 and _is_open(member):
            member.gender = next(iter(shown))


def _is_open(member: CastMember) -> bool:
    """Tell whether nothing but a list of given names speaks for the gender of somebody."""
    told = member.votes.male if member.gender == "male" else member.votes.female
    return member.gender is None or not (told or member.titles & _titles_of_one_sex())


@cache
def _titles_of_one_sex() -> frozenset[str]:
    return frozenset(title for title, gender, _ in titles().values() if gender in ("m", "f"))


_SEXES: dict[str | None, Gender] = {"male": "male", "female": "female"}


def _shown_before(text: str, turn: Turn) -> Iterator[Shown]:
    """Yield who alone acts in the paragraph before the words of a turn, and the gender its tag gives.

    «Quill laid down the pole. "You are a witch," he said.»
    """
    gender = _SEXES.get(turn.tag_gender)
    if turn.kind != "pronoun" or gender is None:
        return
    actors = {seen.entity for seen in turn.mentions_before}
    acts = any(seen.role == "subject" and _opens(text, seen.start, turn) for seen in turn.mentions_before)
    others = (noun_gender(word) for word in _WORD.findall(text, *turn.before))
    if len(actors) == 1 and acts and gender not in others:
        yield min(actors), gender


def _opens(text: str, start: int, turn: Turn) -> bool:
    """Tell whether a mention opens a sentence of the narration before a turn."""
    before = text[turn.before[0] : start].rstrip()
    return not before.strip("\"'”’_*") or before[-1] in ".!?"


_GOES_ON = pattern(
    r"""(?:[ ](?!(?:to|with|of|at|on|from|for|in)\b)\p{Ll}+){0,2}+  # «said Bo | rather slowly»
        (?:\.|(?<=[.!?])_?["”’'])
        (?:[ ](?:(?P<he>He)|She)['’ ]|\n\s{1,3}(?:(?P<he>He)|She)[ ](?:was|is|had[ ](?:been|an?|no))[ ])""",
    regex.VERBOSE,
)


def _shown_behind(text: str, turn: Turn) -> Iterator[Shown]:
    """Yield whom the tag of a turn names, and the gender of the pronoun with which the narration goes on.

    «"No," said Bo. She was thirty.»; behind a paragraph, only where it tells what she is like.
    """
    if turn.kind == "name" and turn.tag_entity is not None and turn.tag is not None and turn.tag[0] > turn.start:
        found = _GOES_ON.match(text, max(turn.end, turn.tag[1], turn.cue[1] if turn.cue else 0))
        if found:
            yield turn.tag_entity, "male" if found["he"] else "female"


_OWN_PART = pattern(
    r"""[ ](?:(?!(?:as|when|while|and|but|that|who|her|his)\b)[\p{Ll}’'-]+[ ]){1,5}?(?:(?P<his>his)|her)[ ](?:own[ ])?
        (?:brow|chest|chin|feet|forehead|glasses|hair|head|lips?|mouth|nose|shoulders?|spectacles|throat|tongue)\b""",
    regex.VERBOSE,
)


def _shown_by_parts(text: str, narration: Narration) -> Iterator[Shown]:
    """Yield who moves a part of the body, and whose it is: «Bo shook her head»."""
    for seen in narration.seen:
        own = _OWN_PART.match(text, seen.end) if seen.role == "subject" else None
        if own and not narration.between(seen.start + 1, own.end()):
            yield seen.entity, "male" if own["his"] else "female"
