"""Round-ups and pull quotes: words in marks, and whose they are in the line below."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import CLOSING, LayoutTurn, Piece
from quotex.patterns import pattern
from quotex.read.document import Document

_BELOW = pattern(
    r"""(?:[—–―-]+\s?)?(?:(?:[Aa]\s)?[Ss]tatement\s(?:from|by)\s)?
        (?P<label>\p{Lu}[^\n“”"!?,;:(]{1,90}?)
        (?P<rest>(?:,|\s\(|\s(?:on|in|after|at|who|when|to|about)\s|$)[^\n“”"]{0,200})$""",
    regex.VERBOSE,
)
_EXCHANGE = pattern(r"\s?[”\"]\s{1,3}[“\"]\s?")
_FEWEST = 3
_SHARE = 0.5  # of the lines from the first entry to the last
_SHORT = 90  # characters of a name with an office


def roundup_turns(document: Document) -> list[LayoutTurn]:
    """Return the quotations of a list in which each has its speaker in the line below.

    >>> text = "“We won.”\\nAna Ruiz, goalkeeper, after the match\\n\\n" * 3
    >>> [text[turn.label[0] : turn.label[1]] for turn in roundup_turns(Document(text))]
    ['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz']
    """
    text = document.text
    if not any(mark in text for mark in CLOSING):
        return []
    lines = document.once(read_lines)
    found = [(at, turn) for at in range(len(lines) - 1) if (turn := _entry(text, lines, at))]
    if len(found) < _FEWEST or 2 * len(found) < _SHARE * (found[-1][0] - found[0][0] + 2):
        return []
    return [turn for _, turn in found]


def _entry(text: str, lines: Sequence[Line], at: int) -> LayoutTurn | None:
    """A line in marks and the line below it, when that is a name with its office and nothing else."""
    words, below = lines[at], lines[at + 1]
    if not words.gap or at + 2 < len(lines) and not lines[at + 2].gap:
        return None
    marked = _in_marks(text, words)
    match = _BELOW.match(text, below.start, below.end) if marked else None
    if marked is None or match is None or text[below.end - 1] in ".!?" and not match["rest"].startswith(","):
        return None
    if below.gap and not (match["rest"].startswith(",") and below.end - below.start < _SHORT):
        return None  # in a paragraph of its own only a name with an office
    return LayoutTurn("quoted", match.span("label"), (marked,))


def _in_marks(text: str, line: Line) -> Piece | None:
    """The words of a line that is in marks as a whole."""
    close = CLOSING.get(text[line.start])
    if close is None or text[line.end - 1] != close or line.end - line.start < 4:
        return None
    start, end = line.start + 1, line.end - 1
    return (start, end) if close not in text[start:end] and not _EXCHANGE.search(text, start, end) else None
