"""The lines of a page of talk, without what stands beside the words: line numbers, times, the frame of subtitles."""

from __future__ import annotations

from typing import NamedTuple

from quotex.patterns import pattern
from quotex.read.document import Document

_ZONE = r"(?:\s(?:GMT|BST|UTC|[ECMP][SD]?T|CES?T|IST|AEST|NZST))?"
_CLOCK = rf"\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d{{1,3}})?(?:\s?[AaPp]\.?[Mm]\b\.?)?+{_ZONE}"
_DATE = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\s\p{L}{3,9}\s\d{4}|\p{L}{3,9}\s\d{1,2},\s\d{4})"
_STAMP = pattern(
    rf"[\u200e\u200f\ufeff]*+[*_]{{0,2}}[\[(]?(?:{_DATE},?\s)?{_CLOCK}(?:\s?[-–—]+>?\s?{_CLOCK})?[\])]?[*_]{{0,2}}"
    r"(?:\s?[-–—|]\s|:?\s++|(?=[<\p{L}]))(?=\S)"
)
_STAMP_OPENS = "\u200e\u200f\ufeff*_[("
_NUMBER = pattern(r"(?P<number>\d{1,4})[a-z]?(?:[ \t]{1,}|$)")
_CUE_TIME = pattern(r"\d{1,2}:\d\d(?::\d\d)?[.,]\d{1,3}\s{1,3}-->\s")
_PAGE = pattern(r"(?:[Pp]age\s)?\d{1,4}|[_=~*–—-]{3,}|\f")
_NOTE = pattern(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
_RULE = 10  # signs of a line across the page
_FEWEST_STAMPS = 3


class Line(NamedTuple):
    """One line that has words.

    Attributes:
        start: Offset of the first word, behind white space, a line number and a time.
        end: Offset behind the last word.
        indent: Columns before the first word.
        gap: Whether a blank line stands before it.
        stamped: Whether a time stands before it, or a subtitle begins with it.
        numbered: Whether a line number stands before it.
        framed: Whether it is the first line of a subtitle.
    """

    start: int
    end: int
    indent: int
    gap: bool
    stamped: bool = False
    numbered: bool = False
    framed: bool = False


def read_lines(document: Document) -> tuple[Line, ...]:
    """Return the lines that have words; use as ``document.once(read_lines)``.

    >>> text = "1\\n00:00:02,000 --> 00:00:05,400\\nANA: Who is there?"
    >>> [text[line.start : line.end] for line in read_lines(Document(text))]
    ['ANA: Who is there?']
    """
    lines = _split(document.text)
    for step in (_without_frames, _without_numbers, _without_stamps):
        lines = step(document.text, lines)
    return tuple(lines)


def _split(text: str) -> list[Line]:
    lines: list[Line] = []
    at, gap = 0, True
    for whole in text.splitlines(keepends=True):
        bare = whole.strip()
        if len(bare) >= _RULE and len(set(bare)) == 1 and bare[0] in "-=":
            bare = ""
        if bare:
            start = at + whole.index(bare[0])
            indent = len(whole[: start - at].expandtabs())
            lines.append(Line(start, start + len(bare), indent, gap))
        gap = not bare or bare == "\f"
        at += len(whole)
    return lines


def _without_frames(text: str, lines: list[Line]) -> list[Line]:
    """Subtitles without their numbers, times and notes; what stands first in each is stamped."""
    if "-->" not in text:
        return lines
    times = {at for at, line in enumerate(lines) if _CUE_TIME.match(text, line.start, line.end)}
    if not times:
        return lines
    kept: list[Line] = []
    noted = False
    for at, line in enumerate(lines):
        noted = at not in times and (noted and not line.gap or _NOTE.match(text, line.start, line.end) is not None)
        if at in times or noted or at + 1 in times and line.gap:
            continue
        kept.append(line._replace(stamped=True, gap=True, framed=True) if at - 1 in times else line)
    return kept


def _without_numbers(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines without the numbers in front of them, where most lines have one and they count up."""
    digits = [(at, line) for at, line in enumerate(lines) if text[line.start].isdigit()]
    found = {at: match for at, line in digits if (match := _NUMBER.match(text, line.start, line.end))}
    numbers = [int(match["number"]) for match in found.values()]
    steps = sum(after in (before, before + 1, 1) for before, after in zip(numbers, numbers[1:], strict=False))
    if len(numbers) < 6 or steps < 0.7 * len(numbers):
        return lines
    first, last = min(found), max(found)
    if len(found) < 0.6 * (last - first + 1):
        return lines
    kept = []
    for at, line in enumerate(lines):
        if at not in found:
            if not first <= at or not _PAGE.fullmatch(text, line.start, line.end):
                kept.append(line)
        elif (start := found[at].end()) < line.end:
            kept.append(line._replace(start=start, indent=line.indent + start - line.start, numbered=True))
    return kept


def _without_stamps(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines without the times in front of them, where they come again and again."""
    front = [
        (at, line) for at, line in enumerate(lines) if text[line.start].isdigit() or text[line.start] in _STAMP_OPENS
    ]
    found = {at: match.end() for at, line in front if (match := _STAMP.match(text, line.start, line.end))}
    if len(found) < _FEWEST_STAMPS:
        return lines
    return [
        line._replace(start=found[at], indent=line.indent + found[at] - line.start, stamped=True)
        if at in found
        else line
        for at, line in enumerate(lines)
    ]
