"""Tokens in the manner of the Penn Treebank: one compiled pattern, and a second look at clitics and abbreviations."""

from __future__ import annotations

from functools import cache

import regex

from quotex.lexicon import load_words

_TOKEN = regex.compile(
    r"""
      (?:[^\W\d_]\.){2,}+                                     # U.S., p.m., J.R.R.
    | [^\W_]++(?:(?:[.'’\-‐‑&/_@]|,(?=\d{3}))[^\W_]++)*+       # words, don't, well-known, AT&T, 1,000.50, example.com
    | [$£€¥]\d++(?:[.,]\d++)*+[kKmMbB]?+\b                    # $4.5
    | ['’](?:tis|twas|twere|twill|em|cause|til|bout|\d\ds?)\b # 'tis, '90s
    | ``|''|\.{2,}+|-{2,}+|…|[!?]{2,}+
    | \S
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_CLITIC = regex.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", regex.IGNORECASE)


class Tokens:
    """The tokens of one stretch of text as parallel lists, one entry a token.

    ``starts`` and ``ends`` are offsets into the whole text; ``words`` are the words as written, ``lower`` the same in
    small letters; ``tags`` are Penn Treebank tags, computed on first use.

    >>> Tokens("Mr. Fox didn't pay $4.50.").words
    ['Mr.', 'Fox', 'did', "n't", 'pay', '$4.50', '.']
    """

    __slots__ = ("_tags", "ends", "lower", "starts", "words")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        end = len(text) if end is None else end
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self._tags: list[str] | None = None
        self._read(text, start, end)
        self.lower = [word.lower() for word in self.words]

    def _read(self, text: str, start: int, end: int) -> None:
        known = _abbreviations()
        last = ""
        for match in _TOKEN.finditer(text, start, end):
            left, right = match.span()
            word = match.group()
            if word == "." and self.ends and self.ends[-1] == left and _is_short(last, known):
                self.ends[-1] = right
                self.words[-1] += word
                last = ""
                continue
            if ("'" in word or "’" in word) and len(word) > 2 and (clitic := _CLITIC.search(word)) and clitic.start():
                cut = left + clitic.start()
                self._add(left, cut, word[: clitic.start()])
                left, word = cut, clitic.group()
            self._add(left, right, word)
            last = word

    def _add(self, start: int, end: int, word: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.words.append(word)

    @property
    def tags(self) -> list[str]:
        """Penn Treebank tags, one a token."""
        if self._tags is None:
            from quotex.read.tagging import tag

            self._tags = tag(self.words, self.lower, self.glued())
        return self._tags

    def glued(self) -> list[bool]:
        """For each token whether it stands right behind the one before, with no space between."""
        return [False, *(end == start for end, start in zip(self.ends, self.starts[1:], strict=False))]

    def __len__(self) -> int:
        return len(self.words)


@cache
def _abbreviations() -> frozenset[str]:
    return load_words("abbreviations")


def _is_short(word: str, known: frozenset[str]) -> bool:
    """Whether a full stop right after the word belongs to it."""
    return word.lower() in known or (len(word) == 1 and word.isupper())
