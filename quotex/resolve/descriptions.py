"""What a text says its named entities are: titles before a name, appositions after it, "X is a …"."""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

import regex

from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.resolve.entities import Cast
from quotex.resolve.sources import head_of, is_post, words_of

# ", the Republican nominee,", " (the mayor)", " is a doctor who" after a name.
_AFTER = pattern(
    r"""
    (?: ,\s | \s\( | \s(?:is|was|has\ been|became|remains)\s | \s[–—-]{1,2}\s )
    (?: (?:who|which)\s(?:is|was)\s )?
    (?<words> (?:[\p{L}\p{N}][\p{L}\p{N}.'’&/-]*+[\s]){0,7} [\p{L}\p{N}][\p{L}\p{N}'’-]*+ )
    """,
    regex.VERBOSE,
)
_SHORT = frozenset(("sen", "rep", "gov", "gen", "dr", "rev", "capt", "del", "sgt", "adm", "amb"))
_MARKS = frozenset(",;:()[]“”\"!?")
_WINDOW = 110


class Description(NamedTuple):
    """Words that the text uses of an entity, in lower case, and where."""

    entity: int
    start: int
    words: frozenset[str]


def describe(document: Document, cast: Cast) -> list[Description]:
    """Return what stands in titles, appositions and predicates of every mention by name, in text order."""
    found: list[Description] = []
    text = document.text
    first: dict[int, int] = {}
    posts = {place for place, member in enumerate(cast.entities) if is_post(member.name)}
    for mention in cast.mentions:
        first.setdefault(mention.entity, mention.start)
        if mention.entity in posts:
            continue
        words = _title(text, mention.start, mention.end) | _apposition(text, mention.end)
        if words:
            found.append(Description(mention.entity, mention.start, frozenset(words)))
    for place, member in enumerate(cast.entities):
        if member.role:
            role = frozenset(_plain(word) for word in member.role.split())
            found.append(Description(place, first.get(place, 0), role))
    return sorted(found, key=attrgetter("start"))


def _plain(word: str) -> str:
    plain = word.lower().strip(".,'’")
    return plain[:-2] if plain.endswith(("'s", "’s")) else plain


def _title(text: str, start: int, end: int) -> set[str]:
    """Words of a title: those within the name itself, and a run before it whose last word is a head noun."""
    inside = {_plain(word) for word in text[start:end].split()[:-1]}
    words = {word for word in inside if head_of(word)[0] or word in _SHORT}
    run = text[max(0, start - _WINDOW) : start].split()[:-9:-1]
    if not run or text[start - 1] not in " \u00a0" or run[0][-1] in _MARKS:
        return words
    first = _plain(run[0])
    if head_of(first)[0] is None and first not in _SHORT:
        return words
    for word in run:
        plain = _plain(word)
        if plain in words_of("title-stop") or (word[-1] in _MARKS and word is not run[0]):
            break
        words.add(plain)
    return words


def _apposition(text: str, end: int) -> set[str]:
    """Words of an apposition or predicate, when a head noun stands in it before any verb-like break."""
    match = _AFTER.match(text, end, end + _WINDOW)
    if match is None:
        return set()
    words: list[str] = []
    seen = False
    for word in match["words"].split():
        plain = _plain(word)
        head = head_of(plain)[0] is not None
        if seen and not head and not word[0].isupper() and plain not in words_of("after-head"):
            # ", the mayor said" after a name is a clause of its own, "is an economist studying" a predicate.
            return set() if match[0].startswith(",") and plain not in words_of("complement") else _content(words)
        seen = seen or head
        words.append(plain)
        if word[-1] in ".,;":
            break
    return _content(words) if seen else set()


def _content(words: list[str]) -> set[str]:
    small = words_of("apposition-small")
    return {word for word in words if word not in small}
