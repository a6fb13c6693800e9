"""Find the words of one post, and what it quotes from others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotex.detect.layout.directions import is_direction, is_notice, without_directions
from quotex.detect.layout.lines import Line
from quotex.detect.layout.mail import QUOTED, wrote
from quotex.detect.layout.posts.header_lines import is_furniture
from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.patterns import pattern

_RULE = pattern(r"[_=~*–—-]{4,}$")
_TAKEN = pattern(
    r"""(?:\[?quote\]?:?$|\[quote=["“]?(?P<name>[^\]"”;,\n]{1,40})[^\]\n]{0,40}\](?P<words>[^\n]*?)(?P<close>\[/quote\])?$
      | originally\sposted\sby\s(?P<name>[^\n:]{1,40}):?$
      | (?P<name>@?[\p{L}\d_][^\n:]{0,38}?)\s(?:said|wrote):\s?[↑⬆]?$)""",
    regex.IGNORECASE | regex.VERBOSE,
)
_CLOSED = pattern(r"click\sto\sexpand|\[/quote\]", regex.IGNORECASE)
_FORM = pattern(
    r"(?:(?:leave|add|post|write)\s(?:a|your)\s(?:comment|reply|response)|comments\s(?:are|have\sbeen)\s(?:now\s)?closed"
    r"|\d{1,5}\s(?:comments|replies|responses)$)\b",
    regex.IGNORECASE,
)
_FINAL = tuple(".?!…:”\"')")


def post_words(text: str, lines: Sequence[Line], name: Piece) -> list[LayoutTurn]:
    r"""Return the turns of the people that a post quotes, and then its own.

    Args:
        text: The text.
        lines: The lines below the header.
        name: Offsets of the name in the header.

    >>> from quotex.detect.layout.lines import read_lines
    >>> from quotex.read.document import Document
    >>> document = Document("Bo\n\nAna wrote:\n> Why blue?\n\nIt is cold.")
    >>> turns = post_words(document.text, read_lines(document)[1:], (0, 2))
    >>> [(document.text[slice(*turn.label)], document.text[slice(*turn.parts[0])]) for turn in turns]
    [('Ana', 'Why blue?'), ('Bo', 'It is cold.')]
    """
    own: list[list[Line]] = []
    turns: list[LayoutTurn] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if _RULE.match(text, line.start, line.end) or line.gap and own and _FORM.match(text, line.start, line.end):
            break
        if (read := _quoted(text, lines, at)) is not None:
            quoted, at = read
            turns += quoted
            own.append([])
            continue
        at += 1
        if own and is_furniture(text, line.start, line.end) or is_notice(text, line.start, line.end):
            own.append([])
        elif line.gap or not own:
            own.append([line])
        else:
            own[-1].append(line)
    parts = list(_parts(text, [block for block in own if block]))
    return [*turns, LayoutTurn("chat", name, tuple(parts))] if parts else turns


def _parts(text: str, blocks: list[list[Line]]) -> Iterator[Piece]:
    """One piece a paragraph, without directions and without the name under it."""
    if len(blocks) > 1 and _is_signed(text, blocks):
        blocks = blocks[:-1]
    for block in blocks:
        start, end = block[0].start, block[-1].end
        if not is_direction(text, start, end) and (piece := without_directions(text, start, end)):
            yield piece


def _is_signed(text: str, blocks: list[list[Line]]) -> bool:
    """Tell whether the last paragraph is the name that signs the post: a word or two with capitals and no stop."""
    last = text[blocks[-1][0].start : blocks[-1][-1].end]
    words = last.split()
    before = text[blocks[-2][-1].end - 1]
    return (
        len(words) <= 2
        and all(w[0].isupper() for w in words)
        and last.isprintable()
        and before in _FINAL
        and not last.endswith(_FINAL)
    )


def _quoted(text: str, lines: Sequence[Line], first: int) -> tuple[list[LayoutTurn], int] | None:
    """Return what a post quotes from a line on, and the number of the line behind it."""
    line = lines[first]
    taken = _TAKEN.match(text, line.start, line.end)
    if taken is None:
        return _marked(text, lines, first, None) if text[line.start] == ">" else None
    name = _piece(text, taken)
    if name is None:
        if first + 1 == len(lines) or lines[first + 1].gap:
            return None
        below = _TAKEN.match(text, lines[first + 1].start, lines[first + 1].end)
        named = _quoted(text, lines, first + 1) if below and below["name"] else None
        return named or _below(text, lines, first + 1, None)
    if first + 1 < len(lines) and text[lines[first + 1].start] == ">":
        return _marked(text, lines, first + 1, name)
    if taken["close"] is not None:
        return [LayoutTurn("chat", name, (taken.span("words"),))] if taken["words"] else [], first + 1
    return _below(text, lines, first + 1, name)


def _piece(text: str, match: regex.Match[str]) -> Piece | None:
    if not match["name"]:
        return None
    start, end = match.span("name")
    return start, start + len(text[start:end].rstrip())


def _below(text: str, lines: Sequence[Line], first: int, name: Piece | None) -> tuple[list[LayoutTurn], int]:
    """Return what is quoted in the lines up to the next blank one, or to the mark that closes it."""
    at = first
    while at < len(lines) and not (at > first and lines[at].gap):
        if _CLOSED.match(text, lines[at].start, lines[at].end):
            break
        at += 1
    quoted = [LayoutTurn("chat", name, ((lines[first].start, lines[at - 1].end),))] if name and at > first else []
    closed = at < len(lines) and _CLOSED.match(text, lines[at].start, lines[at].end) is not None
    return quoted, at + closed


def _marked(text: str, lines: Sequence[Line], first: int, name: Piece | None) -> tuple[list[LayoutTurn], int]:
    """Return what is quoted in lines with ``>``; the first of them may say who wrote it."""
    at = first
    parts: list[Piece] = []
    while at < len(lines) and (match := QUOTED.match(text, lines[at].start, lines[at].end)):
        said = wrote(text, match.start("words"), lines[at].end) if match["words"] else None
        name = said or name
        if match["words"] and said is None:
            parts.append(match.span("words"))
        at += 1
    return [LayoutTurn("chat", name, tuple(parts))] if name and parts else [], at
