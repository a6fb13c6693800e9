"""What stands around a book of Project Gutenberg: its header, its licence, the notes of the transcriber."""

from __future__ import annotations

import regex

from quotex.detect.layout.turn import Piece
from quotex.patterns import pattern
from quotex.read.document import Document

_EDGE = pattern(r"^[ \t]*\*{3}\s?(?P<which>START|END)\sOF\s(?:THE|THIS)\sPROJECT\sGUTENBERG[^\n]*$", regex.MULTILINE)
_NOTE = pattern(r"\[?_?\*{0,2}Transcriber(?:['’]s|s['’]?)?\s[Nn]otes?\b", regex.IGNORECASE)
_LONGEST_NOTE = 4_000  # characters in which a note in brackets ends


def find_front_matter(document: Document) -> tuple[Piece, ...]:
    """Return the stretches that are nobody's words; use as ``document.once(find_front_matter)``.

    >>> book = "Title\\n*** START OF THE PROJECT GUTENBERG EBOOK X ***\\nTea."
    >>> find_front_matter(Document(book))
    ((0, 52),)
    """
    text = document.text
    found: list[Piece] = []
    if "GUTENBERG" in text:
        for edge in _EDGE.finditer(text):
            found.append((0, edge.end()) if edge["which"] == "START" else (edge.start(), len(text)))
    if "ranscriber" in text:
        found += [_note(document, note.start()) for note in _NOTE.finditer(text)]
    return tuple(_merged(sorted(found)))


def _merged(pieces: list[Piece]) -> list[Piece]:
    """Return the same stretches in order and apart."""
    merged: list[Piece] = []
    for start, end in pieces:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _note(document: Document, start: int) -> Piece:
    """A note up to its closing bracket, or to the end of its paragraph."""
    text = document.text
    close = text.find("]", start, start + _LONGEST_NOTE) if text[start] == "[" else -1
    _, end = document.paragraphs[document.paragraph_at(start)]
    return start, close + 1 if close > 0 else max(end, start + 1)
