"""Where paragraphs lie in a page of talk: the words of the turns, and what is left between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.detect.layout.directions import is_direction
from quotex.detect.layout.labels.hints import is_scene
from quotex.detect.layout.labels.label import fold, is_sworn
from quotex.detect.layout.lines import read_lines
from quotex.detect.layout.mail import is_wrote
from quotex.detect.layout.posts.column import comments_start
from quotex.detect.layout.turn import DIVIDED, LayoutTurn, Piece
from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.read.document import Document

_SWEARING = 160  # characters of a line that says who is sworn
_HEADING = 90  # characters of a line above the talk that is no sentence
_STOP = pattern(r"[.?!…]")


def divide(document: Document, turns: Sequence[LayoutTurn]) -> None:
    """Let the words of each turn be paragraphs of their own, so that no sentence begins with a label or a time."""
    talk = [turn for turn in turns if turn.kind in DIVIDED]
    spoken = [piece for turn in talk for piece in _joined(document.text, turn)]
    frame = _Frame(document, talk)
    left = _left(document.text, document.paragraphs, [_region(turn) for turn in talk])
    document.divide(sorted([*spoken, *(piece for piece in left if not frame.holds(piece))]))


class _Frame:
    """Tells what beside the turns is no prose: directions, entries of a header, what a program writes."""

    def __init__(self, document: Document, talk: Sequence[LayoutTurn]) -> None:
        self.text = document.text
        lines = document.once(read_lines)
        self.first = talk[0].start
        comments = document.once(comments_start)
        self.comments = comments if comments < self.first else 0  # where the article that they are on ends
        self.written = talk[0].kind == "chat" or any(line.framed for line in lines)
        scenes = (line.start for line in lines if is_scene(document.text, line))
        self.scene = next(scenes, self.first) if talk[0].kind == "script" else len(document.text)

    def holds(self, piece: Piece) -> bool:
        """Tell whether a paragraph is no prose."""
        text, (start, end) = self.text, piece
        if start < self.comments:
            return end - start < _HEADING and _STOP.search(text, start, end) is None
        if self.written or start >= self.scene or is_direction(text, start, end) or is_wrote(text, start, end):
            return True
        if end - start < _SWEARING and is_sworn(text, start, end):
            return True
        colon = text.find(":", start, min(end, start + 40))
        if colon > 0 and fold(text[start:colon]) in load_words("not_labels"):
            return True
        return start < self.first and end - start < _HEADING and _STOP.search(text, start, end) is None


def gutters(text: str, turns: Sequence[LayoutTurn]) -> list[Piece]:
    """Return what stands between the lines of a paragraph of a turn: line numbers, marks of quoted mail."""
    return [
        (left[1], right[0])
        for turn in turns
        if turn.kind in DIVIDED
        for left, right in pairwise(turn.parts)
        if _is_gutter(text, left[1], right[0])
    ]


def _is_gutter(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, end) < 2 and end - start < 40


def _joined(text: str, turn: LayoutTurn) -> Iterator[Piece]:
    """Return the paragraphs of a turn; lines that only a gutter parts are one."""
    start, end = turn.parts[0]
    for left, right in turn.parts[1:]:
        if not _is_gutter(text, end, left):
            yield start, end
            start = left
        end = right
    yield start, end


def _region(turn: LayoutTurn) -> Piece:
    """All of a turn with its label, when that stands before it."""
    before = turn.label is not None and turn.kind != "mail" and turn.label[0] < turn.start
    return (turn.label[0] if before and turn.label else turn.start), turn.end


def _left(text: str, paragraphs: Sequence[Piece], taken: Sequence[Piece]) -> Iterator[Piece]:
    """Return what the paragraphs hold beside the turns."""
    at = 0
    for start, end in paragraphs:
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        here = at
        while here < len(taken) and taken[here][0] < end:
            yield from _stripped(text, start, taken[here][0])
            start = max(start, taken[here][1])
            here += 1
        yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Piece]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalpha, text[start:end])):
        yield start, end
