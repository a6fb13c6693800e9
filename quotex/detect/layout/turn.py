"""A stretch of speech that layout shows."""

from __future__ import annotations

from typing import NamedTuple

Piece = tuple[int, int]
TALK = ("transcript", "interview", "script", "chat")  # the kinds of turns whose speakers take turns below labels
DIVIDED = (*TALK, "mail")  # the kinds of turns that are paragraphs of their own
LABELLED = (*DIVIDED, "quoted")  # the kinds whose speaker the layout decides
CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_OPENING = {"”": "“", '"': '"', "»": "«"}


class LayoutTurn(NamedTuple):
    """A stretch of speech that layout shows.

    Attributes:
        kind: "dash", "transcript", "interview", "script", "chat", "mail", "quoted", "press" or "headline".
        label: Offsets of the words that say whose turn it is (``MS. RUIZ``, ``Q``), or None.
        parts: Offsets of the content, one or more per paragraph; marks, dashes and tags are not in it.
        tags: Offsets of the narration between the parts ("he said").
        voice: Offsets of the words elsewhere that say whose turn it is, where the label does not ("BY MR. OTT:").
        confidence: How sure the layout is.
    """

    kind: str
    label: Piece | None
    parts: tuple[Piece, ...]
    tags: tuple[Piece, ...] = ()
    voice: Piece | None = None
    confidence: float = 1.0

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1][1]


def bare(text: str, start: int, end: int) -> Piece | None:
    """Return the words without white space, and without marks: the pair that encloses them all, or the one mark at an
    edge whose fellow stands elsewhere, around a whole transcript."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    close = CLOSING.get(text[start : start + 1])
    if close and end - start > 2 and text[end - 1] == close and close not in text[start + 1 : end - 1]:
        start, end = start + 1, end - 1
    elif close and close not in "’'" and close not in text[start + 1 : end]:
        start += 1
    elif (opening := _OPENING.get(text[end - 1 : end])) and opening not in text[start : end - 1]:
        end -= 1
    return (start, end) if end > start else None
