"""Find letters and mails in a text, from the greeting or header to the signature, and who writes to whom."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import regex

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.read.document import Document

_GREETING = pattern(
    r"""(?:[Mm]y\s(?:own\s)?)?(?:[Dd]ear(?:est)?|DEAR|[Hh]ello|Hi|Hey|[Gg]ood\s(?:morning|evening|afternoon))\b
        [^\n.?!:]{0,90}[,:!–—-]$
      | (?:(?:M[yY]\s)?(?:[Dd]ear(?:est)?|DEAR)\b[^\n.?!:]{1,40}|S(?:ir|IR)|M(?:adam|ADAM)),\s?(?:—|--)  # on one line
      | Sirs?\s?(?:[,:–—]|--)(?:\s|$) | (?:Ladies|Gentlemen)\b[^\n.?!]{0,60}[,:]$""",
    regex.VERBOSE,
)
_READER = pattern(
    r"""(?:[Mm][Yy]?\s)?(?:[Dd]ear(?:est)?|Hi|Hello|Hey)\s
        (?P<reader>\p{Lu}[\p{L}.’'-]++(?:\s\p{Lu}[\p{L}.’'-]++){0,3})(?:[,:!–—-]$|,\s?(?:—|--))""",
    regex.VERBOSE,
)
_FROM = pattern(r"[*_]{0,2}From:[*_]{0,2}\s++[\"“]?(?P<name>\p{Lu}[^\n<>\[\]()@\"”]{1,60}?)[\"”]?(?:\s?[<\[(][^\n]*)?$")
_FIELD = pattern(r"[*_]{0,2}(?:To|Sent|Date|Subject|Cc|CC):")
_NAME = pattern(
    r"""(?:[–—-]{1,2}\s?)?(?P<name>(?:\((?:Mrs?|Ms|Miss|Dr)\.?\)\s)?\p{Lu}[\p{L}\p{M}.’'-]*+
        (?:\s(?:\p{Ll}{1,3}\s){0,2}\p{Lu}[\p{L}\p{M}.’'-]*+){0,4})
        (?:,?\s(?:\([^()\n]{1,60}\)|(?:BA|MA|MP|MSP|PhD|MD|OBE|MBE)\b[^\n]{0,20}))?$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_HEADING = pattern(r"(?:act|book|canto|chapter|letter|part|scene|section|volume)\b", regex.IGNORECASE)
_ADDED = pattern(r"(?:P\.?\s?){1,3}S\b")  # a postscript
_MOST_ADDED = 12  # lines from a signature to a postscript
_YOURS = pattern(r"(?:\p{L}{1,12}\s){0,3}[Yy]ours?(?:\s\p{L}{1,15}){0,4}$|[^.?!]{1,40}&c\.?$")
_NEAR = 12  # lines from a header to the greeting
_SIGNED_IN = 60  # characters of a line that is a name, or that closes a letter
_FINAL = tuple('.?!…"”’)*')


class Letter(NamedTuple):
    """A letter or mail; offsets are indices into the text, with the end exclusive.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        writer: Offsets of the name of the person who writes, or None.
        reader: Offsets of the name of the person greeted, or None.
    """

    start: int
    end: int
    writer: Piece | None
    reader: Piece | None = None


def find_letters(document: Document) -> tuple[Letter, ...]:
    r"""Return the letters of a text; use as ``document.once(find_letters)``.

    >>> text = "Dear Bo,\n\nI told him that it was late.\n\nYours ever,\n\nAna Ruiz\n\nPS. It was."
    >>> [text[slice(*letter.writer)] for letter in find_letters(Document(text)) if letter.writer]
    ['Ana Ruiz']
    """
    text, lines = document.text, document.once(read_lines)
    starts = _starts(text, lines)
    letters = []
    for (first, written), (until, _) in zip(starts, [*starts[1:], (len(lines), None)], strict=False):
        signature = None if written else _signature(text, lines, first, until)
        last = until - 1 if signature is None else _last_line(text, lines, signature[0], until)
        reader = _greeted(text, lines[first : min(until, first + _NEAR)])
        letters.append(Letter(lines[first].start, lines[last].end, signature[1] if signature else written, reader))
    return tuple(letters)


def letter_at(document: Document, offset: int) -> Letter | None:
    r"""Return the letter around an offset, or None.

    >>> document = Document("Dear Bo,\n\nI told him that it was late.\n\nYours ever,\n\nAna Ruiz")
    >>> letter = letter_at(document, 20)
    >>> document.text[slice(*letter.reader)]
    'Bo'
    """
    letters = document.once(find_letters)
    at = bisect_right(letters, offset, key=lambda letter: letter.start) - 1
    return letters[at] if at >= 0 and offset < letters[at].end else None


def _greeted(text: str, lines: Sequence[Line]) -> Piece | None:
    """Offsets of the name that a letter greets."""
    greetings = (found for line in lines if (found := _READER.match(text, line.start, line.end)))
    greeting = next(greetings, None)
    if greeting is None or not load_words("common_words").isdisjoint(greeting["reader"].casefold().split()):
        return None
    start, end = greeting.span("reader")
    return start, end


def _starts(text: str, lines: Sequence[Line]) -> list[tuple[int, Piece | None]]:
    """Return the first line of each letter, with the name in its header."""
    starts: list[tuple[int, Piece | None]] = []
    for at, line in enumerate(lines):
        header = _FROM.match(text, line.start, line.end) if text[line.start] in "F*_" else None
        if header and any(_FIELD.match(text, other.start, other.end) for other in lines[max(0, at - 3) : at + 4]):
            starts.append((at, header.span("name")))
        elif _greets(text, line) and not (starts and starts[-1][1] and at - starts[-1][0] <= _NEAR):
            starts.append((at, None))
    return starts


def _greets(text: str, line: Line) -> bool:
    return text[line.start] in "DdHhGgMmSL" and _GREETING.match(text, line.start, line.end) is not None


def _signature(text: str, lines: Sequence[Line], first: int, until: int) -> tuple[int, Piece] | None:
    """Return the line and the name below a letter: under a line that closes it, else the first that is a name and no
    more."""
    names = [(at, match) for at in range(first + 2, until) if (match := _name(text, lines[at]))]
    closed = [(at, match) for at, match in names if _closes(text, lines[at - 1])]
    apart = [(at, match) for at, match in names if lines[at].gap and text[lines[at - 1].end - 1] in _FINAL]
    found = next(iter(closed or apart), None)
    return (found[0], found[1].span("name")) if found else None


def _last_line(text: str, lines: Sequence[Line], signature: int, until: int) -> int:
    """Return the last line of a signed letter: that of the name, or where a postscript follows, what goes before the
    next."""
    behind = lines[signature + 1 : min(until, signature + _MOST_ADDED)]
    return until - 1 if any(_ADDED.match(text, line.start) for line in behind) else signature


def _name(text: str, line: Line) -> regex.Match[str] | None:
    if line.end - line.start > _SIGNED_IN or _HEADING.match(text, line.start, line.end):
        return None
    match = _NAME.match(text, line.start, line.end)
    if not match or match["name"].casefold().endswith("day") and match["name"].casefold() in load_words("dates"):
        return None  # «Thursday.» parts two days on which a letter was written
    return match if all(word[0].isupper() for word in match["name"].split() if len(word) > 3) else None


def _closes(text: str, line: Line) -> bool:
    """Tell whether a line closes a letter: "Ever your loving sister,", "Your distracted"."""
    if line.end - line.start > _SIGNED_IN:
        return False
    return text[line.end - 1] == "," or _YOURS.match(text, line.start, line.end) is not None
