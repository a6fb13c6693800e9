"""Find posts and comments that are signed below: "answered Jan 9 at 10:31 by Ana", "– Ana, Jan 9"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from quotex.detect.layout.directions import is_direction, without_directions
from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.posts.header_lines import (
    LONGEST,
    NAME,
    TALK,
    WHEN,
    is_furniture,
    is_name,
    posting_words,
    worded,
)
from quotex.detect.layout.turn import LayoutTurn, Piece, bare
from quotex.patterns import pattern, plain
from quotex.read.document import Document

_BY = rf"""
    \L<posted>\s(?:on\s)?{WHEN}(?:\sby|\s[·•|–—-])?(?:\s|\n\s*)(?P<name>{NAME})$
  | (?:\L<posted>\s|[–—-]\s?)?by:?\s(?P<name>{NAME})(?:\s?[·•|,–—-]+\s?|\s)(?:on\s|at\s)?{WHEN}$
  | [–—-]{{1,2}}\s?(?P<name>{NAME})(?:,\s|\s\(?|\n\s*(?:\L<posted>\s)?(?:on\s)?){WHEN}\)?$"""
_REMARK = rf"(?P<words>\S.*?)\s[–—-]{{1,2}}\s?(?P<name>{NAME})(?:,\s|\s\(?){WHEN}\)?$"
_HEADING = pattern(r"(?:\d{1,4}\s)?(?:Answers?|Comments?|Replies|Reviews?|Update)$", regex.IGNORECASE)
_TAGS = pattern(r"[\p{Ll}\d.+#-]{2,30}(?:\s{1,8}[\p{Ll}\d.+#-]{2,30}){0,5}$")
_DIGIT = plain(r"\d")
_ASKED = r"\L<posted>\s"
_FEWEST = 3  # signatures
_DASHES = frozenset("–—-")
_DATE = 40  # characters at the end of a line in which the digits of a date stand
_TALKS = 0.4  # share of posts in which somebody says "I" or "you", or asks
_LONGEST_REMARK = 700  # characters of a comment on one line


class Signature(NamedTuple):
    """A line or two that sign the words above, or the end of a line that signs its beginning.

    Attributes:
        name: Offsets of the name.
        first: The number of the first line.
        after: The number of the line after the last.
        words: Offsets of the words in the same line, or None.
    """

    name: Piece
    first: int
    after: int
    words: Piece | None = None


def signed_turns(document: Document) -> list[LayoutTurn]:
    r"""Return the turns above lines that say who wrote them and when.

    >>> text = "Why blue?\nasked May 3, 2019 by Ana\n\nCold.\nanswered May 4, 2019 by Bo\n\nThanks! – Ana, May 5, 2019"
    >>> [text[slice(*turn.parts[0])] for turn in signed_turns(Document(text))]
    ['Why blue?', 'Cold.', 'Thanks!']
    """
    text, lines = document.text, document.once(read_lines)
    found = _signatures(text, lines)
    if len(found) < _FEWEST or found[-1].after < len(lines) - len(found) and not found[0].first:
        return []
    if _are_bylines(text, lines, found):
        return []
    turns: list[LayoutTurn] = []
    after = 0
    for signature in found:
        parts = [signature.words] if signature.words else list(_parts(text, lines, after, signature.first))
        if parts:
            turns.append(LayoutTurn("chat", signature.name, tuple(parts)))
        after = signature.after
    talks = sum(any(TALK.search(text, *part) for part in turn.parts) for turn in turns)
    return turns if len(turns) >= _FEWEST and talks >= _TALKS * len(turns) else []


def _are_bylines(text: str, lines: Sequence[Line], found: Sequence[Signature]) -> bool:
    """Tell whether most of the lines stand over what was written, not below: words follow in the next line."""
    alone = [signature for signature in found if not signature.words]
    firsts = {signature.first for signature in found}
    below = [lines[signature.after] for signature in alone if signature.after < len(lines)]
    over = sum(
        not line.gap and s.after not in firsts and not is_furniture(text, line.start, line.end)
        for s, line in zip(alone, below, strict=False)
    )
    return over > 0.5 * len(alone)


def _signatures(text: str, lines: Sequence[Line]) -> list[Signature]:
    found: list[Signature] = []
    at = 0
    while at < len(lines):
        signature = _signature(text, lines, at)
        if signature:
            found.append(signature)
        at = signature.after if signature else at + 1
    return found


def _signature(text: str, lines: Sequence[Line], at: int) -> Signature | None:
    line = lines[at]
    tail = text[max(line.start, line.end - LONGEST) : line.end]
    dated = _DIGIT.search(tail, max(0, len(tail) - _DATE)) and (not _DASHES.isdisjoint(tail) or _tells_who(tail))
    if not (dated and line.end - line.start <= _LONGEST_REMARK) and not _may_sign(text, lines, at):
        return None
    if line.end - line.start <= LONGEST:
        for last in (at, at + 1):
            alone = last < len(lines) and (last == at or not lines[last].gap)
            match = worded(_BY).match(text, line.start, lines[last].end) if alone else None
            if match and is_name(text, match.span("name")):
                return Signature(match.span("name"), at, last + 1)
    match = worded(_REMARK).match(text, line.start, line.end) if line.end - line.start <= _LONGEST_REMARK else None
    if match is None or not is_name(text, match.span("name")):
        return None
    words = bare(text, *match.span("words"))
    return Signature(match.span("name"), at, at + 1, words) if words else None


def _tells_who(line: str) -> bool:
    """Tell whether a line has "by" or a verb of posting."""
    words = line.casefold().split()
    return any(word.startswith("by") for word in words) or not posting_words().isdisjoint(words)


def _may_sign(text: str, lines: Sequence[Line], at: int) -> bool:
    """Tell whether a name behind a dash stands above a date."""
    return lines[at].end - lines[at].start < LONGEST and text[lines[at].start] in "–—-" and at + 1 < len(lines)


def _parts(text: str, lines: Sequence[Line], first: int, until: int) -> Iterator[Piece]:
    """Return the paragraphs right above a signature."""
    while until > first and _is_beside(text, lines, first, until - 1):
        until -= 1
    start = until
    while start > first and not _is_edge(text, lines[start - 1]):
        start -= 1
    while start < until and not _is_sentence(text, lines, start, until):
        start += 1
    blocks: list[list[Line]] = []
    for line in lines[start:until]:
        if line.gap or not blocks:
            blocks.append([])
        blocks[-1].append(line)
    for block in blocks:
        left, right = block[0].start, block[-1].end
        if not is_direction(text, left, right) and (piece := without_directions(text, left, right)):
            yield piece


def _is_beside(text: str, lines: Sequence[Line], first: int, at: int) -> bool:
    """Tell whether a line between the words and the signature belongs to neither: votes, buttons, tags under a
    sentence."""
    start, end = lines[at].start, lines[at].end
    if is_furniture(text, start, end):
        return True
    return _TAGS.match(text, start, end) is not None and at > first and text[lines[at - 1].end - 1] in ".?!…:)"


def _is_edge(text: str, line: Line) -> bool:
    """Tell whether a line stands above the words: votes, buttons, a heading, when it was asked."""
    start, end = line.start, line.end
    return (
        is_furniture(text, start, end)
        or end - start <= LONGEST
        and (_HEADING.match(text, start, end) or worded(_ASKED).match(text, start, end)) is not None
    )


def _is_sentence(text: str, lines: Sequence[Line], at: int, until: int) -> bool:
    """Tell whether the words begin with a line: it ends a sentence, or more follows below, or it is the last."""
    return text[lines[at].end - 1] in '.?!…:)"”’' or at + 1 == until or not lines[at + 1].gap
