"""Titles, given names, nicknames, places."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Literal
from unicodedata import combining, normalize

from quotex.lexicon import load_pairs, load_table, load_words
from quotex.lexicon.function_words import words_of

Gender = Literal["female", "male"]
GENDERS: dict[str, Gender] = {"f": "female", "m": "male"}
EARNED = frozenset({"rank", "office", "profession", "clergy"})  # kinds of title that nobody is born to


def given_gender(name: str) -> Gender | None:
    """Return the gender that a given name shows, or None when unknown or borne by both.

    >>> given_gender("Elizabeth"), given_gender("Leslie"), given_gender("Xyzzy")
    ('female', None, None)
    """
    letter = given_names().get(name.casefold(), "")
    if not letter:
        letters = {given_names().get(full, "u") for full in nicknames().get(name.casefold(), ())}
        letter = letters.pop() if len(letters) == 1 else ""
    return GENDERS.get(letter)


def world_gender(name: str) -> Gender | None:
    """Return the gender that a given name shows, also one of the many that may be surnames as well.

    >>> world_gender("Elizabeth"), world_gender("Sékou"), world_gender("Rukhsana"), world_gender("Jan")
    ('female', 'male', 'female', None)
    """
    return given_gender(name) or GENDERS.get(_name_genders().get(unaccented(name.casefold()), ""))


@cache
def _name_genders() -> dict[str, str]:
    return {name: letter for letter, _, names in load_table("name_genders") for name in names.split()}


@cache
def titles() -> dict[str, tuple[str, str, str]]:
    """Return the titles: form without full stop, small → canonical title, gender letter, kind."""
    return {row[0]: (row[1], row[2], row[3]) for row in load_table("titles")}


@cache
def titles_for(use: str) -> frozenset[str]:
    """Return the canonical titles of one use: "wife", "judge" and others of the lexicon ``title_uses``."""
    return frozenset(title for title, its_use in load_table("title_uses") if its_use == use)


@cache
def affiliations() -> frozenset[str]:
    """Return the adjectives and nouns of nationality, region and party, capitalised: "Chilean", "Liberal"."""
    return load_words("nationalities") | load_words("parties")


@cache
def small_affiliations() -> frozenset[str]:
    """Return the same words in small letters."""
    return frozenset(map(str.lower, affiliations()))


@cache
def places() -> dict[str, str]:
    """Return known places, folded, with their kind."""
    return load_pairs("places", fold=True)


def is_place(words: str) -> bool:
    """Tell whether words are a known place, or end as names of places do.

    >>> is_place("SUDAN"), is_place("Kachin State"), is_place("Ruiz")
    (True, True, False)
    """
    small = words.casefold()
    last = small.rpartition(" ")[2]
    return small in places() or " " in small and (last in words_of("region") or last in load_words("place_words"))


@cache
def given_names() -> dict[str, str]:
    """Return known given names, folded and without accents too, with f, m or u; the world's outweigh America's."""
    names = load_pairs("given_names", fold=True)
    for name, gender in load_table("world_names"):
        names[name.casefold()] = names[unaccented(name.casefold())] = gender
    return names


def unaccented(word: str) -> str:
    """Fold accents, which one text may write and leave out: "Erdoğan", "Erdogan"."""
    if word.isascii():
        return word
    return "".join(mark for mark in normalize("NFKD", word) if not combining(mark))


@cache
def folded(name: str) -> frozenset[str]:
    """Return the words of a lexicon file, folded."""
    return frozenset(word.casefold() for word in load_words(name))


@cache
def not_names() -> frozenset[str]:
    """Return capitalised words that name nobody: those of the table, days and months ("May" is a name as often)."""
    return load_words("not_names") | {word.capitalize() for word in load_words("dates")} - {"May"}


@cache
def particles() -> frozenset[str]:
    """Return the small words that begin a surname ("van", "de")."""
    return frozenset(row[0] for row in load_table("name_particles") if row[1] == "surname")


def is_suffix(word: str) -> bool:
    """Tell whether a word stands behind a surname.

    >>> [word for word in ("Jr.", "III", "Junior", "ii") if is_suffix(word)]
    ['Jr.', 'III']
    """
    return word[:1].isupper() and word.removesuffix(".").casefold() in words_of("suffix")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Return the given names that each nickname can stand for."""
    table: dict[str, set[str]] = defaultdict(set)
    for short, long in load_table("nicknames"):
        table[short].add(long)
    return {short: frozenset(long) for short, long in table.items()}


def title_kind(title: str) -> str:
    """Return the kind of a title, or ""."""
    return titles().get(title, ("", "", ""))[2]
