"""A neutral reading of quotation marks, shared by gold kinds and by passage detection."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

Span = tuple[int, int]

DOUBLE_MARK = re.compile(r"[“”\"]|``|''")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_BREAK = re.compile(r"\n\s*")
SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–-])[‘'](?=\w)(?!\d0s|(?:em|til|tis|twas|twere|cause|cuz|bout|n)\b)", re.I)
SINGLE_CLOSE = re.compile(r"(?<=\S)[’'](?!\w)")
LONGEST_SINGLE = 400  # characters; a longer single-quoted stretch is more likely an apostrophe gone astray


def paragraphs(text: str) -> Iterator[Span]:
    """Yield (start, end) of each paragraph: blank lines part them, or line breaks in a text without blank lines."""
    separator = BLANK_LINE if BLANK_LINE.search(text.strip()) else LINE_BREAK
    start = 0
    for gap in separator.finditer(text):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if start < len(text):
        yield start, len(text)


def mark_role(text: str, start: int, end: int) -> str:
    """Tell whether the double mark text[start:end] opens, closes, or could do "either"."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    can_open = (before.isspace() or before in "([{—–-/‘'“\"") and not after.isspace()
    can_close = not before.isspace() and not after.isalnum()
    mark = text[start:end]
    if mark in ("“", "``"):
        return "close" if can_close and not can_open else "open"
    if mark == "”":
        return "open" if before.isspace() and after.isalnum() else "close"
    if can_open != can_close:
        return "open" if can_open else "close"
    return "either"


def double_quoted(text: str) -> list[Span]:
    """Return the inner spans of double-quoted passages, outermost only, each inside one paragraph.

    A quotation left open runs to the end of its paragraph; with straight marks only when the next paragraph
    starts with a mark again (the usual sign of a quotation of several paragraphs).  Marks inside markup tags
    such as <tweet author="..."> do not count.
    """
    spans: list[Span] = []
    tags = [m.span() for m in TAG.finditer(text)]
    blocks = list(paragraphs(text))
    for number, (first, last) in enumerate(blocks):
        marks = [
            (m.start(), m.end(), mark_role(text, m.start(), m.end()))
            for m in DOUBLE_MARK.finditer(text, first, last)
            if not any(start <= m.start() < end for start, end in tags)
        ]
        open_at: list[int] = []
        for index, (start, end, role) in enumerate(marks):
            if role == "either":
                role = "close" if open_at else "open"
            if role == "open":
                later = Counter(r for _, _, r in marks[index + 1 :])
                if open_at and later["close"] - later["open"] < 2:
                    open_at.pop()  # not nested: the earlier mark was never closed
                open_at.append(end)
            elif open_at:
                inner = open_at.pop()
                if not open_at:
                    spans.append((inner, start))
        if open_at:
            inner = open_at[0]
            mark = text[inner - 1]
            following = text[blocks[number + 1][0]] if number + 1 < len(blocks) else ""
            if mark not in "\"'" or following == mark:
                spans.append((inner, last))
    return spans


def single_quoted(text: str, first: int, last: int) -> list[Span]:
    """Return inner spans between single marks in text[first:last] that are plainly quotations, not apostrophes."""
    spans: list[Span] = []
    position = first
    while True:
        opener = SINGLE_OPEN.search(text, position, last)
        if not opener:
            return spans
        inner = opener.end()
        limit = min(last, inner + LONGEST_SINGLE)
        newline = text.find("\n", inner, limit)
        limit = limit if newline < 0 else newline
        close: int | None = None
        fallback: int | None = None
        for mark in SINGLE_CLOSE.finditer(text, inner, limit):
            before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 1]
            if before in "sS" and after == " ":  # may be a plural possessive: voters' rights
                fallback = mark.start()
                continue
            close = mark.start()
            break
        close = fallback if close is None else close
        position = inner
        if close is not None and (len(text[inner:close].split()) > 1 or text[close - 1] in ",.!?…"):
            spans.append((inner, close))
            position = close + 1


def quoted_regions(text: str) -> list[Span]:
    """Return the sorted inner spans (start, end) of all passages in quotation marks, outermost marks only."""
    double = double_quoted(text)
    spans = list(double)
    outside = 0
    for start, end in [*double, (len(text), len(text))]:
        spans += single_quoted(text, outside, start)
        outside = end
    return sorted(spans)
