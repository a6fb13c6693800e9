"""Penn Treebank tags from a dictionary, the shape of the word and its neighbours; small and quick, not a full tagger."""

from __future__ import annotations

from functools import cache

from quotex.models import load_model

_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", ",": ",", ":": ":", ";": ":", "...": ":", "…": ":", "--": ":", "—": ":", "–": ":",
    "-": ":", "(": "-LRB-", ")": "-RRB-", "[": "-LRB-", "]": "-RRB-", "“": "``", "”": "''", '"': "''", "``": "``",
    "''": "''", "‘": "``", "’": "''", "'": "''", "$": "$", "%": "NN", "&": "CC", "#": "#",
}  # fmt: skip
_SUFFIXES = (
    ("ing", "VBG"), ("ed", "VBN"), ("ly", "RB"), ("ous", "JJ"), ("ful", "JJ"), ("able", "JJ"), ("ible", "JJ"),
    ("ical", "JJ"), ("ive", "JJ"), ("ish", "JJ"), ("less", "JJ"), ("est", "JJS"), ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
)  # fmt: skip


@cache
def _dictionary() -> dict[str, str]:
    words: dict[str, str] = load_model("tags")["words"]
    return {word: tag for tag, line in words.items() for word in line.split(" ")} | {"i": "PRP"}


def tag(words: list[str], lower: list[str]) -> list[str]:
    """Return one Penn tag for each word of a sentence."""
    known = _dictionary()
    tags: list[str] = []
    previous = ""
    for word, small in zip(words, lower):
        found = _PUNCTUATION.get(word) or known.get(small.replace("’", "'"))
        if found is None or (word != small and tags and len(word) > 1):
            found = _by_shape(word, small, found, bool(tags))
        if previous in ("TO", "MD") and found in ("VBP", "NN", "VBD", "VBN"):
            found = "VB" if known.get(small) in ("VB", "VBP") or found == "VBP" else found
        tags.append(found)
        previous = found
    return tags


def _by_shape(word: str, small: str, known: str | None, inside: bool) -> str:
    """The tag of a word that is capitalised or unknown."""
    first = word[0]
    if first.isdigit() or first in "$£€¥":
        return "CD"
    if first.isupper() and (inside or known is None):
        return "NNPS" if small.endswith("s") and known == "NNS" else "NNP"
    if known is not None:
        return known
    return next((found for suffix, found in _SUFFIXES if small.endswith(suffix)), "JJ" if "-" in word else "NN")


@cache
def words_tagged(*tags: str) -> frozenset[str]:
    """All words of the dictionary whose most frequent tag is one of these."""
    words: dict[str, str] = load_model("tags")["words"]
    return frozenset(word for tag in tags for word in words.get(tag, "").split(" "))
