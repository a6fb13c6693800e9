"""Speakers without a name: "the waiter", "his mother" as entities of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.lexicon import load_table
from quotex.resolve.scenes import Turn

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast

_PHRASE = regex.compile(
    r"""(?P<determiner>the|an?|his|her|my|our|their|your|this|that|another|one|some)\s{1,4}
        (?P<rest>[\w'’-][\w'’\s-]{0,60})$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_CUT = regex.compile(r"\s{1,4}(?:of|in|with|at|from|on|who|to|behind|by|as)\b.*", regex.DOTALL)
_NOBODY = regex.compile(r"(?:other|others|latter|former|two|three|rest|first|second|whole|both|all)$", regex.IGNORECASE)
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
        self._in_cast: dict[int, int] = {}

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

    def in_cast(self, number: int, cast: Cast, mention: tuple[int, int] | None) -> int:
        """Return the place in the cast, adding the speaker when it is not there yet."""
        if number < self.first:
            return number
        if number not in self._in_cast:
            place = number - self.first
            gender = self.genders[place]
            known = "female" if gender == "female" else "male" if gender == "male" else None
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


def number_nominals(text: str, turns: Sequence[Turn], cast: Cast) -> Unnamed:
    """Give each tag like «said the waiter» its entity, above the numbers of the cast."""
    unnamed = Unnamed(cast)
    for turn in turns:
        if turn.kind == "nominal" and turn.tag is not None and turn.tag_entity is None:
            words = text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + 80)]
            turn.tag_entity, turn.tag_gender, turn.nominal = unnamed.number(words)
    return unnamed
