"""Nouns for people and bodies: type, gender, what else they may be called."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from quotex.lexicon import load_pairs, load_table, load_words
from quotex.records import Gender

_GENDERS: dict[str, Gender] = {"female": "female", "male": "male", "f": "female", "m": "male"}
_OF_CALLINGS = (
    "ologist",
    "ographer",
    "therapist",
    "iatrist",
    "etician",
    "etitian",
    "gician",
    "nician",
    "sician",
    "tician",
    "trician",
)
_SHORTEST_CALLING = 8
_OF_WOMEN = ("woman", "lady", "mistress", "maid", "wife")  # "washerwoman", "landlady", "schoolmistress"


class Head(NamedTuple):
    """What the lexicon says of a noun for a source.

    Attributes:
        type: "person", "organization", "group", "document", or "time" (never a source).
        gender: What the noun itself shows.
        binding: How it binds to whom the text names: see the lexicon ``nominal_heads``.
        roles: Words in a title or description of somebody named that mean the same.
    """

    type: str
    gender: Gender | None
    binding: str
    roles: tuple[str, ...]


@cache
def _heads() -> dict[str, Head]:
    """Return the nouns that can be the head of a source; what ``nominal_heads`` says of one outweighs the other
    lists."""
    gendered = {word: _GENDERS.get(gender) for word, gender in load_table("gendered_nouns")}
    heads = {word: Head("person", gendered.get(word), "-", (word,)) for word in load_words("roles")}
    heads |= {word: Head("person", _GENDERS.get(gender), "kin", (word,)) for word, gender in load_table("relations")}
    return heads | {
        word: Head(type_, _GENDERS.get(gender), binding, tuple(roles.split()) if roles != "-" else ())
        for word, type_, gender, binding, roles in load_table("nominal_heads")
    }


def singulars(word: str) -> tuple[str, ...]:
    """Return the forms that a plural noun may have in the singular.

    >>> singulars("allies"), singulars("women"), singulars("aides")
    (('ally', 'allie'), ('woman',), ('aide', 'aid'))
    """
    if word.endswith("men"):
        return (word[:-2] + "an",)
    if word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],) if word.endswith("s") and not word.endswith("ss") else ()


@lru_cache(maxsize=4096)
def head_of(word: str) -> tuple[Head | None, bool]:
    """Look up a head noun (lower case): what is known of it, and whether it is a plural.

    >>> head_of("senator")[0].type, head_of("senators")[1], head_of("drover")[0].type, head_of("kettle")
    ('person', True, 'person', (None, False))
    """
    found = listed_head(word)
    if found is not None:
        return found, False
    for singular in singulars(word):
        if (found := listed_head(singular)) is not None:
            return found, True
    tail = word.rpartition("-")[2]
    if tail != word:
        return _heads().get(tail), False
    if _names_calling(word) or word in load_words("people"):
        return Head("person", noun_gender(word), "-", (word,)), False
    one = word.removesuffix("s")  # plurals of ``people`` are names of clubs as often: "Rovers", "Saints"
    return (Head("person", None, "-", (one,)), True) if _names_calling(one) else (None, False)


def listed_head(word: str) -> Head | None:
    """Return what the lists of heads, roles and relations know of a noun in the singular, or None."""
    return _heads().get(word)


def _names_calling(word: str) -> bool:
    """Tell whether the ending of a noun shows a learned calling (Quirk et al. 1985, I.39): "dietitian", "geologist"."""
    return len(word) >= _SHORTEST_CALLING and word.endswith(_OF_CALLINGS)


@cache
def person_classes() -> dict[str, frozenset[str]]:
    """Return the nouns that tell no more of a person than sex or age, each with what such a one may also be called."""
    return {row[0]: frozenset(row[1].split()) for row in load_table("generic_people") if len(row) > 1}


def kinds_of(head: str) -> frozenset[str]:
    """Return what one who is described with a noun may also be called, as classes.

    >>> sorted(kinds_of("child")), sorted(kinds_of("lad")), sorted(kinds_of("waiter"))
    (['boy', 'girl'], ['boy'], [])
    """
    return person_classes().get(head, frozenset())


@cache
def gendered_nouns() -> dict[str, Gender]:
    """Return the nouns for a person that show a gender, with it."""
    words = {row[0]: row[1] for name in ("relations", "gendered_nouns") for row in load_table(name)}
    return {word: _GENDERS[mark] for word, mark in words.items() if mark in _GENDERS}


def noun_gender(head: str) -> Gender | None:
    """Return the gender that a noun for a person shows, by itself or by the noun that it ends with.

    >>> noun_gender("mother"), noun_gender("waiter"), noun_gender("doctor"), noun_gender("schoolmistress")
    ('female', 'male', None, 'female')
    """
    known = gendered_nouns().get(head) or ("female" if head.endswith(_OF_WOMEN) else None)
    return known or ("male" if head.endswith("man") and head in load_words("people") else None)  # "watchman"


@cache
def kin_titles() -> dict[str, str]:
    """Return the titles of kin before a name with the relation that each means: "Auntie" is an aunt."""
    return load_pairs("kin_titles")


@cache
def family_words() -> dict[str, str]:
    """Return what a family calls its own ("granda"), in lower case, each with the relation that it means."""
    return {row[0]: row[1] for row in load_table("family_words")}


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Tell whether a word is a noun for a role, singular.

    >>> is_role("spokeswoman"), is_role("vice-president"), is_role("dietitian"), is_role("Tahitian")
    (True, True, True, False)
    """
    low = word.casefold().rstrip(".,")
    return not {low, low.rpartition("-")[2]}.isdisjoint(load_words("roles")) or _names_calling(low)


@cache
def person_nouns() -> frozenset[str]:
    """Nouns that tell who somebody is: "daughter", "manager"."""
    heads = {row[0] for row in load_table("nominal_heads") if row[1] == "person"}
    return load_words("roles") | load_words("relations") | heads


@cache
def noun_types() -> dict[str, str]:
    """Return the type of each noun of ``nominal_heads``: person, organization, group, document, or time (never a
    source)."""
    return {row[0]: row[1] for row in load_table("nominal_heads")}
