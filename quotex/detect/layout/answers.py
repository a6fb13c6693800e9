"""Whether what stands below questions answers them, or is the prose of an article under its crossheads."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detect.layout.turn import Piece
from quotex.lexicon.verbs import verbs_of_tags
from quotex.patterns import pattern

_PERSONAL = 0.3  # share of the answers in which there is an "I"
_OWN = pattern(r"\b(?:I|[Mm]y|me|myself)\b")
_YOURS = pattern(r"\b[Yy]ou(?:r|rs|rself)?\b")
_MARKED = pattern(r"“[^“”]{1,2000}+[”]|\"[^\"]{1,2000}+\"|(?<!\w)‘(?:[^‘’]|(?<=\w)’(?=\w)){1,2000}+’(?!\w)")
_TAGGED = pattern(
    r"[,.?!…][”\"’]\s(?P<words>(?:[\w.’'-]{1,30}+\s?){1,4}+)|(?P<words>\w{1,30})(?:\s\w{1,20}){0,3}:\s[“\"‘]"
)


Pair = tuple[Piece, Sequence[Piece]]  # a question and what stands below it


def is_personal(text: str, pairs: Sequence[Pair]) -> bool:
    """Whether somebody speaks of himself in the answers, as nobody does in a list of frequent questions."""
    own = sum(_is_own(text, answer) for _, answer in pairs)
    return own >= _PERSONAL * len(pairs) and are_asked(text, pairs)


def are_asked(text: str, pairs: Sequence[Pair]) -> bool:
    """Whether questions are put to somebody who answers, and are no crossheads of an article.

    An answerer says "I" outside all marks, and is asked about "you"; below a crosshead others are quoted, and the
    writer asks himself.
    """
    own = sum(_is_own(text, answer) for _, answer in pairs)
    addressed = sum(_YOURS.search(text, *question) is not None for question, _ in pairs)
    told = sum(_is_told(text, answer) for _, answer in pairs)
    mused = sum(_is_mused(text, *question) for question, _ in pairs)
    return own > 0 and own + addressed >= _PERSONAL * len(pairs) and own + addressed > told + mused


def _is_mused(text: str, start: int, end: int) -> bool:
    """Whether a question is one that somebody puts to himself: "Why did I leave?"."""
    return _OWN.search(text, start, end) is not None and _YOURS.search(text, start, end) is None


def _is_own(text: str, answer: Sequence[Piece]) -> bool:
    """Whether an answer says "I" outside the words that it quotes."""
    return any(_OWN.search(_outside(text, start, end)) for start, end in answer)


def _outside(text: str, start: int, end: int) -> str:
    """The words of an answer without those it quotes; one that stands in marks as a whole is kept."""
    words = text[start:end]
    bare: str = _MARKED.sub("", words)
    return bare if any(map(str.isalpha, bare)) else words


def _is_told(text: str, answer: Sequence[Piece]) -> bool:
    """Whether an answer has no "I" of its own, and quotes somebody with a tag."""
    return not _is_own(text, answer) and any(
        not verbs_of_tags().isdisjoint(match["words"].split())
        for start, end in answer
        for match in _TAGGED.finditer(text, start, end)
    )
