"""Find the posts of forums, comments, reviews and chats: headers with a name and a date have lines of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.posts.column import comments_start
from quotex.detect.layout.posts.header_lines import LONGEST, TALK, HeaderLine, is_handle, may_tell_when, read_line
from quotex.detect.layout.posts.post_words import post_words
from quotex.detect.layout.turn import CLOSING, LayoutTurn, Piece
from quotex.lexicon.names import given_names, places
from quotex.lexicon.nouns import person_nouns
from quotex.read.document import Document

_DATED = frozenset({"when", "clock", "number", "named"})  # what a header has beside a name
_MOST_LINES = 8  # of a header
_FEWEST, _FEWEST_NUMBERED = 3, 2  # posts
_TALKS = 0.5  # share of posts in which somebody says "I" or "you", or asks
_FAR = 60  # lines from one header to the next


class Header(NamedTuple):
    """The lines over a post.

    Attributes:
        name: Offsets of the name.
        opens: What the first line says.
        first: The number of the first line.
        after: The number of the line after the last.
        numbers: The numbers of posts that the lines give.
        sorts: What the lines say.
    """

    name: Piece
    opens: str
    first: int
    after: int
    numbers: tuple[int, ...]
    sorts: frozenset[str]


def post_turns(document: Document) -> list[LayoutTurn]:
    r"""Return the turns of posts below their headers, each after what it quotes from others.

    >>> text = "Ana\n3 May 2019\n\nWhy blue?\n\nBert\n4 May 2019\n\nI do not know.\n\nAna\n5 May 2019\n\nThank you!"
    >>> [text[turn.label[0] : turn.label[1]] for turn in post_turns(Document(text)) if turn.label]
    ['Ana', 'Bert', 'Ana']
    """
    lines = document.once(read_lines)
    dated = sum(may_tell_when(document.text, line) for line in lines)
    if dated < _FEWEST_NUMBERED or len(lines) > _FAR * dated:
        return []
    headers = _headers(document.text, lines)
    column = document.once(comments_start)
    below = [header for header in headers if header.name[0] > column]
    above = headers[: len(headers) - len(below)]
    commented = column > 0 and len(above) < _FEWEST_NUMBERED <= len(below)
    if any(is_handle(document.text[slice(*header.name)]) for header in above):
        commented = False  # the column opens with a post
    headers = below if commented else headers
    if not _are_posts(document.text, lines, headers, commented=commented):
        return []
    turns: list[LayoutTurn] = []
    ends = [header.first for header in headers[1:]] + [len(lines)]
    for header, until in zip(headers, ends, strict=True):
        turns += post_words(document.text, lines[header.after : until], header.name)
    return turns


def _headers(text: str, lines: Sequence[Line]) -> list[Header]:
    """Return the headers, all of which begin with the date where most do."""
    found = _all_headers(text, lines, frozenset(("name", "when", "clock", "number", "named", "furniture")))
    dated = sum(header.opens in ("when", "clock") for header in found)
    if 0 < len(found) - dated < 0.4 * len(found):
        return _all_headers(text, lines, frozenset(("when", "clock")))
    return found


def _all_headers(text: str, lines: Sequence[Line], openings: frozenset[str]) -> list[Header]:
    found: list[Header] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        header = _header(text, lines, at) if line.end - line.start <= LONGEST else None
        if header and header.opens in openings and header.after < len(lines):
            found.append(header)
            at = header.after
        at += 1
    return found


def _header(text: str, lines: Sequence[Line], first: int) -> Header | None:
    """Return the header that begins with a line, if there is one."""
    name: Piece | None = None
    numbers: list[int] = []
    sorts: list[str] = []
    at = first
    while at < min(len(lines), first + _MOST_LINES):
        read = read_line(text, lines[at])
        if not _goes_on(read, lines[at], sorts, named=name is not None):
            break
        name = name or read.name
        numbers += [read.number] if read.number else []
        sorts.append(read.sort)
        at += 1
    if name is None and _is_staff(text, lines[first], sorts):
        name = lines[first].start, lines[first].end
    if name is None or _DATED.isdisjoint(sorts) or sorts[0] == "furniture" == sorts[-1]:
        return None
    if sorts == ["named"] and not numbers and not _begins(lines, first, at):
        return None
    titled = sorts == ["named"] and not lines[first].gap
    return Header(name, sorts[0], first - titled, at, tuple(numbers), frozenset(sorts))


def _is_staff(text: str, line: Line, sorts: Sequence[str]) -> bool:
    """Tell whether a part is all that a header has for a name: "Moderator" above a date."""
    return sorts[:2] == ["furniture", "when"] and text[line.start : line.end].casefold() in person_nouns()


def _goes_on(read: HeaderLine, line: Line, sorts: Sequence[str], *, named: bool) -> bool:
    """Tell whether a line belongs to the header above it."""
    if read.sort in ("name", "named"):
        return not named and (not sorts or not line.gap)
    dated = not _DATED.isdisjoint(sorts)
    if read.sort == "words" or named and dated and line.gap:
        return False
    if not sorts:
        return line.gap or read.sort == "clock" or read.sort == "when"
    if read.sort == "clock":
        return False
    return read.sort == "furniture" or read.sort not in sorts


def _begins(lines: Sequence[Line], first: int, after: int) -> bool:
    """Tell whether a header of one line stands apart with words under it: behind a blank line, or behind a title that
    has one before it."""
    if after >= len(lines) or lines[first].gap:
        return after < len(lines)
    title = lines[first - 1]
    return title.gap and title.end - title.start <= LONGEST and not lines[after].gap


def _are_posts(text: str, lines: Sequence[Line], headers: Sequence[Header], *, commented: bool) -> bool:
    """Tell whether these are headers of posts, not headings, bylines, diary entries or events in a list."""
    if len(headers) < _FEWEST_NUMBERED or len(lines) > _FAR * len(headers):
        return False
    if commented:
        return _talks(text, lines, headers) >= _TALKS * len(headers)
    numbers = [number for header in headers for number in header.numbers]
    counted = len(numbers) >= 2 and numbers == sorted(set(numbers)) and len(numbers) > 0.6 * len(headers)
    if len(headers) < _FEWEST and not counted:
        return False
    if all(text[header.name[1] : header.name[1] + 2] == " @" for header in headers):
        return True
    names = Counter(text[header.name[0] : header.name[1]] for header in headers)
    again = sum(times for times in names.values() if times > 1)
    shown = sum("furniture" in header.sorts or "named" in header.sorts for header in headers)
    plain = not shown and not numbers  # a diary has places and dates over its entries
    called = sum(times for name, times in names.items() if _is_called(name, plain=plain))
    borne = max(again, shown, len(numbers)) >= 0.4 * len(headers) and called >= 0.5 * len(headers)
    if not borne and called < 0.8 * len(headers):
        return False
    return _talks(text, lines, headers) >= (0.3 if counted else _TALKS) * len(headers)


def _is_called(name: str, *, plain: bool) -> bool:
    """Tell whether somebody may be called so: by a handle, or by a name that is no place."""
    if is_handle(name):
        return True
    folded = name.casefold()
    if any(word.strip(",.") in given_names() for word in folded.split()):
        return folded not in places()
    return not plain and folded not in places() and all(word[:1].isupper() for word in name.split())


def _talks(text: str, lines: Sequence[Line], headers: Sequence[Header]) -> int:
    """In how many posts somebody says "I" or "you", or asks, outside of marks."""
    ends = [header.first for header in headers[1:]] + [len(lines)]
    return sum(
        any(_says(text, line) for line in lines[header.after : until])
        for header, until in zip(headers, ends, strict=True)
    )


def _says(text: str, line: Line) -> bool:
    if text[line.start] in CLOSING and text[line.end - 1] == CLOSING[text[line.start]]:
        return False
    return TALK.search(text, line.start, line.end) is not None
