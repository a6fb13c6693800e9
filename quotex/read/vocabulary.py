"""Count the words of a text, once for every stage that needs the counts."""

from __future__ import annotations

from collections import Counter

from quotex.patterns import plain
from quotex.read.document import Document

_WORD = plain(r"\w+")
_PLAIN = plain(r"[a-z]{2,}")


def word_counts(document: Document) -> Counter[str]:
    """Return how often each word occurs in a text; use as ``document.once(word_counts)``.

    >>> word_counts(Document("The tea is the tea."))["tea"]
    2
    """
    return Counter(_WORD.findall(document.text))


def small_counts(document: Document) -> Counter[str]:
    """Return how often words begin with each run of two or more lower-case letters ("it" for "it's").

    >>> small_counts(Document("The tea is the tea."))["the"]
    1
    """
    counts: Counter[str] = Counter()
    for word, times in document.once(word_counts).items():
        if "a" <= word[0] <= "z":
            small = word if word.isascii() and word.isalpha() and word.islower() else _prefix(word)
            if len(small) > 1:
                counts[small] = counts.get(small, 0) + times  # `+=` would call `Counter.__missing__` for each word
    return counts


def _prefix(word: str) -> str:
    found = _PLAIN.match(word)
    return found[0] if found else ""
