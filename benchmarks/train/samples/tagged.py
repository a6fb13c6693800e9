"""Sentences with gold part-of-speech tags, as the library cuts them into words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from benchmarks.score.tags import sentences

GOLD = ("ud-ewt-train", "gum-syntax-train")
AUTOMATIC = "polnear-syntax-train"
GOLD_WEIGHT = 3
CLITICS = frozenset(mark + end for mark in "'’" for end in ("s", "ve", "re", "ll", "d", "m")) | {"n't", "n’t"}
OURS = {"HYPH": ":", "NFP": ":", "AFX": "JJ", "GW": ""}  # tags of the corpora that the library does not give


class Sentence(NamedTuple):
    """Our tokens with their gold tags ("" where there is none), and how much the sentence counts."""

    words: list[str]
    lower: list[str]
    glued: list[bool]
    gold: list[str]
    weight: int


def read(folder: Path) -> list[Sentence]:
    """The sentences of all training corpora."""
    found = []
    for name in (AUTOMATIC, *GOLD):
        weight = GOLD_WEIGHT if name in GOLD else 1
        for tokens, gold in sentences(folder, name):
            tags = [our_tag(small, tag) for small, tag in zip(tokens.lower, gold, strict=True)]
            sentence = Sentence(tokens.words, tokens.lower, tokens.glued(), tags, weight)
            found.append(sentence)
            if name in GOLD and CLITICS.intersection(sentence.lower):
                found.append(without_apostrophes(sentence))
    return found


def without_apostrophes(sentence: Sentence) -> Sentence:
    """The same sentence as texts have it that lost their apostrophes: "don t", "she s"."""
    words = list(sentence.words)
    for at, small in enumerate(sentence.lower):
        if small in CLITICS:
            words[at] = re.sub("^n?['’]", "", words[at])
            if small[0] == "n" and at:
                words[at - 1] = words[at - 1].removesuffix("n") + "n"
    return sentence._replace(words=words, lower=[word.lower() for word in words], weight=1)


def our_tag(small: str, tag: str) -> str:
    """The tag that the library gives: every "to" is TO, and tags of UD alone are left out."""
    return "TO" if small == "to" and tag == "IN" else OURS.get(tag, tag)
