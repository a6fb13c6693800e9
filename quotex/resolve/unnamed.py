"""Speakers without a name: "the waiter", "his mother" as entities of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.lexicon import load_table
from quotex.patterns import pattern
from quotex.resolve.scenes import Narration, Seen, Turn, role_of

if TYPE_CHECKING:
    from quotex.records import Gender
    from quotex.resolve.entities import Cast

_PHRASE = pattern(
    r"""(?P<determiner>the|an?|his|her|my|our|their|your|this|that|another|one|some)\s{1,4}
        (?P<rest>[\w'’-][\w'’\s-]{0,60})$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_DEFINITE = pattern(r"\b[Tt]he\s{1,2}(?:[a-z-]{2,12}\s{1,2})?(?P<head>[a-z-]{2,16})\b")
_CUT = pattern(r"\s{1,4}(?:of|in|with|at|from|on|who|to|behind|by|as)\b.*", regex.DOTALL)
_NOBODY = pattern(r"(?:other|others|latter|former|two|three|rest|first|second|whole|both|all)$", regex.IGNORECASE)
_RECENT = 80        # mentions back to which a shared title may reach
_OWNED = frozenset({"his", "her", "my", "our", "their", "your"})


class Unnamed:
    """Numbers for the speakers without a name, above those of the cast until they are needed.

    Attributes:
        first: The number of the first one.
        names: Their names, in order.
        genders: Their genders, in order.
    """

    def __init__(self, cast: Cast) -> None:
        self.first = len(cast.entities)
        self.names: list[str] = []
        self.genders: list[str | None] = []
        self._by_head: dict[str, int] = {}
        self._cast = cast
        self._bearers: dict[str, set[int]] = {}
        for number, member in enumerate(cast.entities):
            for title in member.titles:
                self._bearers.setdefault(title, set()).add(number)
        self._in_cast: dict[int, int] = {}

    def bearer(self, phrase: str, before: Sequence[Seen]) -> int | None:
        """Return the one of the cast who is called so ("the Vicar"), or bears the title and was named last, or None."""
        found = _PHRASE.match(" ".join(phrase.split()))
        if found is None or found["determiner"].lower() in _OWNED:
            return None
        rest = _CUT.sub("", found["rest"]).strip()
        known = self._cast.find(rest)
        if known is not None:
            return known
        bearers = self._bearers.get(rest.split()[-1].lower() if rest.split() else "", set())
        if len(bearers) == 1:
            return min(bearers)
        return next((seen.entity for seen in reversed(before) if seen.entity in bearers), None)

    def number(self, phrase: str) -> tuple[int | None, str | None, str]:
        """Return number, gender and determiner class of a noun phrase; no number for "the other" and pronouns."""
        found = _PHRASE.match(" ".join(phrase.split()))
        if found is None:
            return None, None, "bare"
        determiner = found["determiner"].lower()
        rest = _CUT.sub("", found["rest"]).strip()
        head = rest.split()[-1].lower() if rest.split() else ""
        if not head or _NOBODY.match(head):
            return None, None, "other"
        gender = noun_gender(head)
        kind = "owned" if determiner in _OWNED else "the" if determiner in ("the", "this", "that") else "a"
        key = f"{kind == 'owned'} {head}"
        if key not in self._by_head:
            self._by_head[key] = len(self.names)
            self.names.append(found["rest"] if kind == "the" else f"{determiner} {found['rest']}")
            self.genders.append(gender)
        return self.first + self._by_head[key], gender, kind

    def known(self, head: str) -> int | None:
        """Return the number of the one whom «the HEAD» describes, if a tag has described anybody so."""
        place = self._by_head.get(f"{False} {head}")
        return None if place is None else self.first + place

    def in_cast(self, number: int, cast: Cast, mention: tuple[int, int] | None) -> int:
        """Return the place in the cast, adding the speaker when it is not there yet."""
        if number < self.first:
            return number
        if number not in self._in_cast:
            place = number - self.first
            gender = self.genders[place]
            known: Gender | None = "female" if gender == "female" else "male" if gender == "male" else None
            self._in_cast[number] = cast.add(self.names[place], type="person", gender=known, mention=mention)
        return self._in_cast[number]


@cache
def _genders() -> dict[str, str]:
    words = {row[0]: row[1] for name in ("relations", "gendered_nouns") for row in load_table(name) if len(row) > 1}
    return {word: "female" if mark == "f" else "male" for word, mark in words.items() if mark in ("f", "m")}


def noun_gender(head: str) -> str | None:
    """Return the gender that a noun for a person shows.

    >>> noun_gender("mother"), noun_gender("waiter"), noun_gender("doctor")
    ('female', 'male', None)
    """
    return _genders().get(head)


def number_nominals(text: str, turns: Sequence[Turn], cast: Cast, narration: Narration) -> Unnamed:
    """Give each tag like «said the waiter» its entity, above the numbers of the cast."""
    unnamed = Unnamed(cast)
    for turn in turns:
        if turn.kind == "nominal" and turn.tag is not None and turn.tag_entity is None:
            words = text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + 80)]
            back = narration.back_from(turn.start)
            bearer = unnamed.bearer(words, narration.seen[max(0, back - _RECENT) : back])
            if bearer is not None:
                turn.tag_entity, turn.nominal = bearer, "title"
            else:
                turn.tag_entity, turn.tag_gender, turn.nominal = unnamed.number(words)
    for turn in turns:
        if turn.kind == "beat":
            _read_beat(text, turn, unnamed)
    return unnamed


def _read_beat(text: str, turn: Turn, unnamed: Unnamed) -> None:
    """Find «the waiter bowed» beside the words of a turn."""
    gaps = [(left[1], right[0]) for left, right in zip(turn.parts, turn.parts[1:], strict=False)]
    for piece in (turn.before, *gaps, turn.after):
        for found in _DEFINITE.finditer(text, piece[0], min(piece[1], piece[0] + 300)):
            entity = unnamed.known(found["head"].lower())
            if entity is None:
                continue
            role = role_of(text, found.start(), found.end())
            seen = Seen(found.start(), found.end(), entity, role)
            (turn.mentions_before if piece == turn.before else turn.mentions_after).append(seen)
            if piece != turn.before and found.start() - piece[0] < 4:
                turn.touch.append((entity, "comma" if "," in text[piece[0] - 2 : piece[0] + 1] else "stop"))
