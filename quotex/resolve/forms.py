"""One way of writing a name, and the word lists that tell its parts."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal

from quotex.lexicon import load_table, load_words

Gender = Literal["female", "male"]
_GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}


class NameForm:
    """One way of writing a name.

    Attributes:
        text: The form as printed, title included, role before it left out.
        key: The same folded, for comparison.
        kind: "person" (or not told yet), "organization", "place" or "title" (a title alone: "the Colonel").
        title: Canonical title ("mr"), or "".
        title_kind: "style", "noble", "rank", "clergy", "office", "kin" or "".
        gender: What the title tells: "female", "male" or None.
        words: The name without title and suffix, folded.
        suffix: "jr", "iii" … or "".
        role: Capitalised words before the name that tell its office ("Secretary of State"), or "".
        place: Kind of place ("country", "capital", "state", "city") or "".
        nickname: What stands in marks within the name, as written (“Duke”), or "".
    """

    __slots__ = ("gender", "key", "kind", "nickname", "place", "role", "suffix", "text", "title", "title_kind", "words")

    def __init__(
        self,
        text: str,
        kind: str,
        words: tuple[str, ...],
        *,
        title: tuple[str, str, str] = ("", "-", ""),
        suffix: str = "",
        role: str = "",
        place: str = "",
    ) -> None:
        self.text = text
        self.kind = kind
        self.words = words
        self.title, gender, self.title_kind = title
        self.gender: Gender | None = _GENDERS.get(gender)
        self.suffix = suffix
        self.role = role
        self.place = place
        self.nickname = ""
        self.key = " ".join(filter(None, (self.title, *words, suffix)))

    def __repr__(self) -> str:
        return f"NameForm({self.text!r}, {self.kind!r})"


@cache
def titles() -> dict[str, tuple[str, str, str]]:
    """Return the titles: form without full stop, small → canonical title, gender letter, kind."""
    return {row[0]: (row[1], row[2], row[3]) for row in load_table("titles")}


@cache
def places() -> dict[str, str]:
    """Return known places, folded, with their kind."""
    return {row[0].casefold(): row[1] for row in load_table("places")}


@cache
def given_names() -> dict[str, str]:
    """Return known given names, folded, with f, m or u."""
    return {row[0].casefold(): row[1] for row in load_table("given_names")}


@cache
def folded(name: str) -> frozenset[str]:
    """Return the words of a lexicon file, folded."""
    return frozenset(word.casefold() for word in load_words(name))


def bare(word: str) -> str:
    """Fold a word for the lexicon: small letters, no full stop at its end."""
    return word.casefold().rstrip(".")


@cache
def particles() -> frozenset[str]:
    """Return the small words that begin a surname ("van", "de")."""
    return frozenset(row[0] for row in load_table("name_particles") if row[1] == "surname")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the given names that each nickname can stand for."""
    table: dict[str, set[str]] = defaultdict(set)
    for short, long in load_table("nicknames"):
        table[short].add(long)
    return {short: frozenset(long) for short, long in table.items()}


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names can be one: equal, an initial, a nickname.

    >>> same_given("bob", "robert"), same_given("j.", "john"), same_given("ann", "robert")
    (True, True, False)
    """
    if one == other:
        return True
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    known = nicknames()
    return other in known.get(one, ()) or one in known.get(other, ())
