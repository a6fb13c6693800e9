"""Subtitles without names: a turn is a sentence or more, and a dash begins another one."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detect.layout.directions import is_direction, without_directions
from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.patterns import pattern
from quotex.read.document import Document

_DASH = pattern(r"[-–—]\s?(?=\S)")
_ENDED = tuple('.?!…"”♪')
_FEWEST = 2  # subtitles


def subtitle_turns(document: Document) -> list[LayoutTurn]:
    r"""Return the turns of subtitles that bear no names.

    >>> text = "1\n00:00:01,000 --> 00:00:02,000\nI had it\n\n2\n00:00:02,000 --> 00:00:03,000\nin May."
    >>> [[text[start:end] for start, end in turn.parts] for turn in subtitle_turns(Document(text))]
    [['I had it', 'in May.']]
    """
    lines = document.once(read_lines)
    first = next((at for at, line in enumerate(lines) if line.framed), len(lines))
    if sum(line.framed for line in lines) < _FEWEST:
        return []
    return _turns(document.text, lines[first:])


def _turns(text: str, lines: Sequence[Line]) -> list[LayoutTurn]:
    turns: list[LayoutTurn] = []
    parts: list[Piece] = []
    for line in lines:
        dash = _DASH.match(text, line.start, line.end)
        if parts and (dash or line.framed and text[parts[-1][1] - 1] in _ENDED):
            turns.append(LayoutTurn("transcript", None, tuple(parts), confidence=0.9))
            parts = []
        if is_direction(text, line.start, line.end):
            continue
        if piece := without_directions(text, dash.end() if dash else line.start, line.end):
            parts.append(piece)
    if parts:
        turns.append(LayoutTurn("transcript", None, tuple(parts), confidence=0.9))
    return turns
