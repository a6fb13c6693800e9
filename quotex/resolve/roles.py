"""Roles: the office, work or part that a text gives a person, before the name or in apposition after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

import regex

from quotex.lexicon import load_words
from quotex.resolve.forms import titles

_AFTER = regex.compile(
    r"""
    \s?(?: , \s (?:\d{1,3},\s)? | \(\s? | \s[–—-]{1,2}\s )
    (?: (?:who|which)\s(?:is|was|has\sbeen)\s )?
    (?: (?:a|an|the|his|her|its|their|another|one\sof\sthe)\s )?
    (?P<words> (?:[\p{L}\p{N}][\p{L}\p{N}.’'&-]*+[\s\xa0]){0,11} [\p{L}\p{N}][\p{L}\p{N}’'-]*+ )
    """,
    regex.VERBOSE,
)
_OPENINGS = frozenset({", ", ",\n", ",\xa0", " (", " –", " —", " -"})
_LINKS = frozenset({"of", "for", "at", "in", "to", "with", "from", "on"})
_INSIDE = frozenset({"the", "and", "a", "&"})
_MENTIONS = 6  # mentions of an entity whose surroundings are read
_LONGEST = 10  # words


class _Named(Protocol):
    start: int
    end: int
    entity: int


@cache
def _heads() -> frozenset[str]:
    return load_words("roles")


def is_role(word: str) -> bool:
    """Tell whether a word is a noun for a role, singular.

    >>> is_role("spokeswoman"), is_role("vice-president"), is_role("table")
    (True, True, False)
    """
    low = word.casefold().rstrip(".,")
    return low in _heads() or low.rpartition("-")[2] in _heads()


def role_before(text: str, start: int, inside: str = "") -> str:
    """Return the role written directly before a name.

    Args:
        text: The text.
        start: Offset of the name, with the capitalised role that is part of its run.
        inside: That capitalised role ("Secretary of State"), or "".

    >>> role_before("It was Russian spokesperson Maria Zakharova", 28)
    'Russian spokesperson'
    """
    words = text[max(0, start - 90) : start].split()[-7:] if start and text[start - 1] in " \xa0\n" else []
    if not inside and not (words and words[-1].islower() and is_role(words[-1])):
        return ""
    taken: list[str] = []
    for word in reversed(words):
        if word[-1] in '.,;:?!”"' and word[-2:-1].islower() or (taken or inside) and not _belongs(word):
            break
        taken.insert(0, word)
    while taken and taken[0].casefold() in ("new", "current", "first", "second", "two-term"):
        taken.pop(0)
    if taken and inside and taken[-1] == inside.split()[0]:
        taken.pop()
    return " ".join([*taken, inside]).strip()


def _belongs(word: str) -> bool:
    """Tell whether a word before a role is part of it."""
    low = word.casefold().rstrip(".")
    if word.endswith(("'s", "’s", "s'", "s’")):
        return False
    if low in load_words("role_modifiers") or word in load_words("nationalities") or is_role(word):
        return True
    return (
        word[0].isupper()
        and low not in load_words("common_words")
        and low not in titles()
        and (word.isupper() or word in load_words("places") or low in load_words("organization_words"))
    )


def role_after(text: str, end: int) -> str:
    """Return the role in apposition after a name, with what belongs to it.

    >>> role_after("Hugh Hill, a doctor who lives here, agreed.", 9)
    'doctor'
    >>> role_after("Ann Bell, 34, president of the Harbour Union, agreed.", 8)
    'president of the Harbour Union'
    """
    match = _AFTER.match(text, end, end + 140) if text[end : end + 2] in _OPENINGS else None
    if match is None:
        return ""
    words = match["words"].split()
    head = next(
        (
            i
            for i, word in enumerate(words[:6])
            if is_role(word)
            and (i + 1 == len(words) or not is_role(words[i + 1]) and words[i + 1] not in load_words("role_modifiers"))
        ),
        -1,
    )
    if head < 0 or any(not _fits(word) for word in words[:head]):
        return ""
    last = head + 1
    while (
        last < len(words)
        and last < _LONGEST
        and (
            words[last] in _LINKS
            and last + 1 < len(words)
            and _names(words[last + 1 : last + 3])
            or words[last][0].isupper()
            or words[last - 1][0].isupper()
            and words[last] in load_words("organization_words")
            or words[last] in _INSIDE
            and words[last - 1] in _LINKS
            or words[last] == "and"
            and last + 1 < len(words)
            and words[last + 1][0].isupper()
        )
    ):
        last += 1
    while words[last - 1] in _LINKS or words[last - 1] in _INSIDE:
        last -= 1
    return " ".join(words[:last]).rstrip(".,")


def _fits(word: str) -> bool:
    """Tell whether a word can stand between article and role noun."""
    return (
        word[0].isupper()
        or word.casefold() in load_words("role_modifiers")
        or "-" in word
        or is_role(word)
        or word.endswith(("al", "ic", "ive", "ary", "ian", "ist", "ing", "ish", "ous", "er"))
    )


def _names(words: Sequence[str]) -> bool:
    return bool(words) and (words[0][0].isupper() or words[0] == "the" and len(words) > 1 and words[1][0].isupper())


def find_roles(text: str, mentions: Iterable[_Named], roles_inside: Sequence[str]) -> dict[int, str]:
    """Return the fullest role of each entity.

    Args:
        text: The text.
        mentions: Mentions of people by name.
        roles_inside: For each mention the capitalised role within it, or "".
    """
    read: Counter[int] = Counter()
    found: dict[int, Counter[str]] = {}
    for mention, inside in zip(mentions, roles_inside, strict=True):
        if read[mention.entity] >= _MENTIONS:
            continue
        read[mention.entity] += 1
        for role in (role_before(text, mention.start, _expanded(inside)), role_after(text, mention.end)):
            if role:
                found.setdefault(mention.entity, Counter())[role] += 1
    return {entity: max(roles, key=lambda r: (len(r.split()) > 1, roles[r], len(r))) for entity, roles in found.items()}


def _expanded(role: str) -> str:
    """Write out an abbreviated office ("Sen." is "Senator"); a military or scholarly title is no role by itself."""
    words = []
    for word in role.split():
        canonical, _, kind = titles().get(word.casefold().rstrip("."), ("", "", ""))
        if kind in ("profession", "noble", "kin", "clergy") and len(role.split()) == 1:
            return ""
        words.append(canonical.capitalize() if kind in ("office", "rank") and word.endswith(".") else word)
    return " ".join(words)
