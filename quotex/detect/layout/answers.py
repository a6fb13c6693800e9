"""Tell answers to questions from the prose of an article whose crossheads are questions."""

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
    """Tell whether someone says "I" in the answers, as nobody does in a list of frequently asked questions.

    Args:
        text: The text.
        pairs: Offsets of each question, and of the pieces of its answer.

    >>> [is_personal(text, [((0, 8), [(9, 20)])]) for text in ("Why two? I was late.", "Why two? It is late.")]
    [True, False]
    """
    own = sum(_is_own(text, answer) for _, answer in pairs)
    return own >= _PERSONAL * len(pairs) and are_asked(text, pairs)


def are_asked(text: str, pairs: Sequence[Pair]) -> bool:
    """Tell whether questions are put to someone who answers, rather than being the crossheads of an article.

    A person who answers says "I" outside all quotation marks and is asked about "you".  Below a crosshead others are
    quoted, and a question with "I" is the writer's own.

    >>> answer, article = "Are you tired? I was late.", "Why did it go? “I was late,” said Bo."
    >>> [are_asked(text, [((0, 14), [(15, len(text))])]) for text in (answer, article)]
    [True, False]
    """
    own = sum(_is_own(text, answer) for _, answer in pairs)
    addressed = sum(_YOURS.search(text, *question) is not None for question, _ in pairs)
    told = sum(_is_told(text, answer) for _, answer in pairs)
    mused = sum(_is_mused(text, *question) for question, _ in pairs)
    return own > 0 and own + addressed >= _PERSONAL * len(pairs) and own + addressed > told + mused


def _is_mused(text: str, start: int, end: int) -> bool:
    """Tell whether it is a question that the writer asks without an answerer: "Why did I leave?"."""
    return _OWN.search(text, start, end) is not None and _YOURS.search(text, start, end) is None


def _is_own(text: str, answer: Sequence[Piece]) -> bool:
    """Tell whether an answer says "I" outside the words that it quotes."""
    return any(_OWN.search(_outside(text, start, end)) for start, end in answer)


def _outside(text: str, start: int, end: int) -> str:
    """Return the words of an answer without those it quotes; one that stands in marks as a whole is kept."""
    words = text[start:end]
    bare: str = _MARKED.sub("", words)
    return bare if any(map(str.isalpha, bare)) else words


def _is_told(text: str, answer: Sequence[Piece]) -> bool:
    """Tell whether an answer has no "I" of its own, and quotes somebody with a tag."""
    return not _is_own(text, answer) and any(
        not verbs_of_tags().isdisjoint(match["words"].split())
        for start, end in answer
        for match in _TAGGED.finditer(text, start, end)
    )
