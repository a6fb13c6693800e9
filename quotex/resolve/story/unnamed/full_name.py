"""Name a person who is only described in full, as the text first does: "man from the federation"."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import islice

from quotex.lexicon.function_words import function_words
from quotex.lexicon.verbs import is_finite, saying_forms
from quotex.patterns import pattern, plain
from quotex.resolve.story.unnamed.people import TELLING, DescribedPerson, is_generic

_TELLS = pattern(r"\s{1,2}(?:in|with|from)\s{1,2}(?:the|an?)(?=\s{1,2}[a-z])")
# «a man with a hat under his arm», behind the noun of the phrase
_WHERE = pattern(
    r"\s{1,2}(?:on|in|over|under|around|round|across)\s{1,2}(?:his|her|its|the)\s{1,2}[a-z-]{3,14}+(?=[\s.,;:])"
)
_SAID_SO = pattern(r"\s{1,2}(?:in|with)\s")  # how it is said, behind the subject of a tag: «said the man in a whisper»
_WORD = plain(r"\s{1,2}([a-z][a-z'’-]{1,20})(?![\w'’-])")
_ARTICLES = frozenset({"the", "a", "an", "this", "that"})
_LONGEST = 3  # words of the noun behind the preposition


def name_in_full(
    text: str, person: DescribedPerson, spans: Iterable[tuple[int, int]], tags: Container[tuple[int, int]]
) -> None:
    """Add to the name of a man or a girl the phrase that tells them apart, where the text first says it.

    Args:
        text: The text.
        person: The person described; the name is changed in place.
        spans: Offsets of the descriptions, each up to its noun, in text order.
        tags: Those of them that are the subjects of tags.
    """
    if not is_generic(person.head) or not person.name.endswith(person.head):
        return
    for start, end in spans:
        told = "" if (start, end) in tags and _SAID_SO.match(text, end) else what_tells(text, end)
        words = text[start:end].split()
        known = set(person.name.split()) & TELLING  # who is the old man is not named as the man in the hat
        if told and words[-1].lower() == person.head and known <= set(words):
            person.name = " ".join((*words[words[0].lower() in _ARTICLES :], told))
            return


def what_tells(text: str, end: int) -> str:
    """Return the phrase after a noun that tells who is meant, or "".

    >>> what_tells("The man in the grey coat said no.", 7), what_tells("The man sat down.", 7)
    ('in the grey coat', '')
    >>> what_tells("A man with a child on his shoulders sat down.", 5)
    'with a child on his shoulders'
    """
    found = _TELLS.match(text, end, end + 30)
    ends = list(islice(_nouns(text, found.end()), _LONGEST + 1)) if found else []
    if not 0 < len(ends) <= _LONGEST:
        return ""
    further = _WHERE.match(text, ends[-1], ends[-1] + 40)
    return " ".join(text[end : further.end() if further else ends[-1]].split())


def _nouns(text: str, start: int) -> Iterator[int]:
    """Yield the ends of the words that may belong to one noun phrase."""
    found = _WORD.match(text, start)
    while found is not None and not _ends_phrase(found[1]):
        yield found.end()
        found = _WORD.match(text, found.end())


def _ends_phrase(word: str) -> bool:
    closed = ("preposition", "subordinator", "boundary", "auxiliary", "pronoun", "adverb")
    return is_finite(word) or word in saying_forms() or any(word in function_words(use) for use in closed)
