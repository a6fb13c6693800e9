"""Interviews whose questions stand out by nothing but their question marks, with answers of one paragraph or more."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detect.layout.answers import is_personal
from quotex.detect.layout.turn import Piece
from quotex.patterns import pattern

_FEWEST = 4  # questions
_MOST_PARTS = 4  # paragraphs of an answer
_SHARE = 0.25  # of the paragraphs that are questions
_LONGER = 1.5  # times as long as the questions are the answers
_LONGEST = 260  # characters of a question
_SHORT = 160  # characters of what the writer tells in between
_TOLD = pattern(r"(?P<who>\p{Lu}[\p{L}’'-]{1,20}+)(?:\s\p{Lu}[\p{L}’'-]{1,20}+)?\s\p{Ll}{2,12}s\b")
_PERSON = pattern(r"\b(?:I|[Yy]ou|[Ww]e|me|[Mm]y|[Yy]our|[Oo]ur|us|I['’]\p{L}{1,2})\b|[?!]")
_OPENS = frozenset('“"‘«#•*-–—>[(')


def long_answers(text: str, paragraphs: Sequence[tuple[int, int, bool]]) -> list[list[Piece]]:
    """Return questions and answers in turn, each with its pieces; nothing where the text is no interview.

    >>> page = "Ana sat down.\\n\\n" + "Were you late?\\n\\nI was late by an hour.\\n\\nIt rained on me.\\n\\n" * 4
    >>> from quotex.detect.layout.questions import paragraphs_of
    >>> from quotex.read.document import Document
    >>> [len(pieces) for pieces in long_answers(page, paragraphs_of(Document(page)))]
    [1, 2, 1, 2, 1, 2, 1, 1]
    """
    asked = [at for at, paragraph in enumerate(paragraphs) if _is_question(text, paragraph)]
    if len(asked) < _FEWEST or not asked[0] or len(asked) < _SHARE * (len(paragraphs) - asked[0]):
        return []
    intro = text[: paragraphs[asked[0]][0]]
    pairs: list[tuple[Piece, list[Piece]]] = []
    for at, after in zip(asked, [*asked[1:], None], strict=True):
        until = after if after is not None else min(len(paragraphs), at + 2)
        answer = [(start, end) for start, end, _ in paragraphs[at + 1 : until] if not _is_told(text, start, end, intro)]
        if not 0 < len(answer) <= _MOST_PARTS or any(text[start] in _OPENS for start, _ in answer):
            return []
        pairs.append((paragraphs[at][:2], answer))
    asks = sum(end - start for (start, end), _ in pairs)
    answers = sum(end - start for _, answer in pairs for start, end in answer)
    if answers < _LONGER * asks or not is_personal(text, pairs):
        return []
    return [pieces for question, answer in pairs for pieces in ([question], answer)]


def _is_question(text: str, paragraph: tuple[int, int, bool]) -> bool:
    start, end, gap = paragraph
    return gap and text[end - 1] == "?" and end - start < _LONGEST and text[start] not in _OPENS


def _is_told(text: str, start: int, end: int, intro: str) -> bool:
    """Tell whether the writer tells in between what somebody does who is named before: "Ruiz laughs."."""
    if end - start > _SHORT or _PERSON.search(text, start, end):
        return False
    told = _TOLD.match(text, start, end)
    return told is not None and (told["who"] in ("He", "She", "They") or told["who"] in intro)
