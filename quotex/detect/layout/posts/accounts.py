"""Find posts of accounts that an article shows: above the line that signs a tweet, or behind ``@name:``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import LayoutTurn
from quotex.patterns import pattern
from quotex.read.document import Document

_HANDLE = pattern(r"(?P<label>\p{Lu}[^\n@:“”\"]{1,40}?)\s?(?:[·•|]\s?)?\(?@\w{1,30}\)?(?:\s?[·•|][^\n]{0,30})?$")
_TWEETED = pattern(
    r"""(?:\d{1,2}:\d\d\s?[ap]m\s?[·•–-]\s)?(?:\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\s\d{4})
        (?:\s?[·•][^\n]{0,40})?$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_LINK = pattern(r"(?:https?://|pic\.|www\.)\S+$")
_SIGNED = pattern(
    r"""(?:&mdash;|[—–]|--)\s?(?P<label>\p{Lu}[^\n@()]{1,40}?)\s\(@\w{1,30}\)\s
        (?:\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}|\d{1,2}\s\p{L}{3,9}\s\d{4})$""",
    regex.VERBOSE,
)
_ACCOUNT = pattern(r"(?P<label>@\w{2,30}):\s(?P<words>\S.+)$")
_MOST_LINES = 12  # of a tweet


def account_turns(document: Document) -> list[LayoutTurn]:
    r"""Return the tweets and other posts of accounts.

    >>> text = "The pier is open.\n\nWe are on deck 4.\n\n— Ana Ruiz (@ana) March 3, 2015"
    >>> [(text[slice(*turn.label)], text[slice(*turn.parts[0])]) for turn in account_turns(Document(text))]
    [('Ana Ruiz', 'We are on deck 4.')]
    """
    text, lines = document.text, document.once(read_lines)
    turns: list[LayoutTurn] = []
    for at in range(1, len(lines)):
        turns += _tweet(text, lines, at)
        turns += _account(text, lines[at])
    return turns


def _tweet(text: str, lines: Sequence[Line], at: int) -> Iterator[LayoutTurn]:
    """Return the lines over ``— Ana (@ana) March 3, 2015``, or those between ``Ana @ana`` and the date."""
    line = lines[at]
    if line.end - line.start > 120 or not text[line.end - 1].isdigit() and "·" not in text[line.start : line.end]:
        return
    last = at - 1
    while last > 0 and not lines[last].gap and _LINK.match(text, lines[last].start, lines[last].end):
        last -= 1
    if _LINK.match(text, lines[last].start, lines[last].end):
        return  # a picture and no words
    first = last
    while first > max(0, last - _MOST_LINES) and not lines[first].gap:
        first -= 1
    if signed := _SIGNED.match(text, line.start, line.end):
        yield LayoutTurn("quoted", signed.span("label"), ((lines[first].start, lines[last].end),))
    elif _TWEETED.match(text, line.start, line.end):
        opened = _HANDLE.match(text, lines[first].start, lines[first].end)
        if opened and first < last:
            yield LayoutTurn("quoted", opened.span("label"), ((lines[first + 1].start, lines[last].end),))


def _account(text: str, line: Line) -> Iterator[LayoutTurn]:
    """A post behind the name of its account: "@pier_lass: we are on deck 4"."""
    if line.gap and text[line.start] == "@" and (match := _ACCOUNT.match(text, line.start, line.end)):
        yield LayoutTurn("quoted", match.span("label"), (match.span("words"),), confidence=0.95)
