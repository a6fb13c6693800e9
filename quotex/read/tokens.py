"""Tokens in the manner of the Penn Treebank: one compiled pattern, and a second look at clitics and abbreviations."""

from __future__ import annotations

import re
from functools import cache

from quotex.lexicon import load_words
from quotex.patterns import plain

_TOKEN = plain(
    r"""
      [^\W_]+(?:(?:[.'’\-‐‑/_@]|&(?!\#?\w{2,6};)|,(?=\d{3}))[^\W_]+)*   # words, don’t, well-known, AT&T, 1,000.50
    | [$£€¥]\d+(?:[.,]\d+)*[kKmMbB]?\b                         # $4.5
    | ['’](?:[tT](?:is|was|were|will|il)|[eE]m|EM|[cC]ause|[bB]out|\d\ds?)\b   # 'tis, '90s
    | ``|''|\.{2,}|-{2,}|…|[!?]{2,}
    | \S
    """,
    re.VERBOSE,
)
_CLITIC = plain(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


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
        starts, ends, words = self.starts, self.ends, self.words
        at = start
        for word in _TOKEN.findall(text, start, end):
            left = text.index(word, at)
            if left == at and word == "." and words and _is_short(words[-1]):
                ends[-1] = at = at + 1
                words[-1] += word
                continue
            at = left + len(word)
            if at - left > 2 and ("'" in word or "’" in word):
                clitic = _CLITIC.search(word)
                if clitic and clitic.start():
                    cut = left + clitic.start()
                    starts.append(left)
                    ends.append(cut)
                    words.append(text[left:cut])
                    left, word = cut, text[cut:at]
            starts.append(left)
            ends.append(at)
            words.append(word)

    @property
    def tags(self) -> list[str]:
        """Penn Treebank tags, one a token."""
        if self._tags is None:
            from quotex.read.part_of_speech import tag

            straight = '"' in self.words or "'" in self.words  # the only marks whose side tells what they are
            self._tags = tag(self.words, self.lower, self.glued() if straight else [])
        return self._tags

    def glued(self) -> list[bool]:
        """For each token whether it stands right behind the one before, with no space between."""
        return [False, *(end == start for end, start in zip(self.ends, self.starts[1:], strict=False))]

    def __len__(self) -> int:
        return len(self.words)


@cache
def _abbreviations() -> frozenset[str]:
    return load_words("abbreviations")


def _is_short(word: str) -> bool:
    """Tell whether a full stop right after the word belongs to it: Mr., U.S., the initial J."""
    if len(word) < 3:
        return word.lower() in _abbreviations() or (len(word) == 1 and word.isupper())
    return word.lower() in _abbreviations() or (word[1] == word[-2] == "." and len(word) == 2 * word.count(".") + 1)
