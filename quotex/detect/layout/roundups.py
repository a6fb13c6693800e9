"""Round-ups and pull quotes: words in marks, and whose they are in the line below."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import CLOSING, LayoutTurn, Piece
from quotex.lexicon.verbs import reporting_forms
from quotex.patterns import pattern
from quotex.read.document import Document

_BELOW = pattern(
    r"""(?:[—–―-]+\s?)?(?:(?:[Aa]\s)?[Ss]tatement\s(?:from|by)\s)?
        (?P<label>\p{Lu}[^\n“”"!?,;:(]{1,90}?)
        (?P<rest>(?:,|\s\(|\s(?:on|in|after|at|who|when|to|about)\s|$)[^\n“”"]{0,200})$""",
    regex.VERBOSE,
)
_EXCHANGE = pattern(r"\s?[”\"]\s{1,3}[“\"]\s?")
_NAME = r"(?P<label>\p{Lu}[\p{L}\p{M}’'-]++(?:\s\p{Lu}[\p{L}\p{M}’'-]++){1,3})"
# "England wing Manny Tuala after being fined", "Rory Mack puts it mildly": who it was, in a line without marks.
_COMMENT = pattern(rf"(?:\p{{Lu}}\p{{L}}{{2,15}}\s\p{{Ll}}{{3,15}}\s)?{_NAME}(?:,|\s\p{{Ll}})[^\n“”\"]{{0,200}}$")
# The same behind the words: «“We have nothing” Mick Reed feels the pain.»
_BESIDE = pattern(rf"[“\"](?P<words>[^\n“”\"]{{3,400}})[”\"]\s{_NAME}(?:,|\s\p{{Ll}})[^\n“”\"]{{0,200}}$")
# «• “It is over” – neighbour Ana Ruiz», an item of a list.
_ITEM = pattern(
    r"(?:[•·▪‣*-]\s{1,4})?[“\"](?P<words>[^\n“”\"]{3,600})[”\"]\s?(?:[–—―]|--?)\s?"
    r"(?P<label>(?:\p{Ll}[\p{L}’'-]{1,20}\s){0,4}\p{Lu}[^\n“”\"!?,;:()]{1,60}?)(?:(?:,\s|\s\()[^\n“”\"]{1,120})?$"
)
# «• "Blue Door in the Rain" – Ana Ruiz»: all words but the small ones have a capital, and no sign ends them.
_WORK = pattern(r"\P{Ll}\S*+(?:\s(?:\P{Ll}\S*+|\p{Ll}{1,3}+(?!\S)))*+(?<![.!?…,])")
_FEWEST = 3
_FEWEST_IN_ALL = 2  # entries of a text that has nothing else
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
    if commented := _commented(text, lines):
        return commented
    if items := _items(text, lines):
        return items
    found = [(at, turn) for at in range(len(lines) - 1) if (turn := _entry(text, lines, at))]
    if len(found) < _FEWEST or 2 * len(found) < _SHARE * (found[-1][0] - found[0][0] + 2):
        return []
    return [turn for _, turn in found]


def _items(text: str, lines: Sequence[Line]) -> list[LayoutTurn]:
    """Return the entries of a list in which each has its speaker behind a dash in the same line, and that is not one of
    works and their makers."""
    found = [match for line in lines if (match := _ITEM.match(text, line.start, line.end))]
    works = sum(_WORK.fullmatch(text, *match.span("words")) is not None for match in found)
    if len(found) < _FEWEST_IN_ALL or 2 * works > len(found):
        return []
    return [LayoutTurn("quoted", match.span("label"), (match.span("words"),)) for match in found]


def _commented(text: str, lines: Sequence[Line]) -> list[LayoutTurn]:
    """Return the entries of a text that is nothing but quotations, each with whose it is behind it or in the next
    line."""
    turns: list[LayoutTurn] = []
    at = next((at for at, line in enumerate(lines[:_FEWEST]) if text[line.start] in CLOSING), len(lines))
    while at < len(lines):
        line = lines[at]
        beside = _BESIDE.match(text, line.start, line.end)
        if beside is not None and not _is_tag(text, beside):
            turns.append(LayoutTurn("quoted", beside.span("label"), (beside.span("words"),)))
            at += 1
            continue
        marked = _in_marks(text, line)
        below = _COMMENT.match(text, lines[at + 1].start, lines[at + 1].end) if marked and at + 1 < len(lines) else None
        if marked is None or below is None:
            return []
        turns.append(LayoutTurn("quoted", below.span("label"), (marked,)))
        at += 2
    return turns if len(turns) >= _FEWEST_IN_ALL else []


def _is_tag(text: str, beside: regex.Match[str]) -> bool:
    """Tell whether an ordinary tag follows the words: «“We won,” Ana Ruiz said.»."""
    return (
        text[beside.end("words") - 1] == ","
        or text[beside.end("label") : beside.end()].split(None, 1)[0] in reporting_forms()
    )


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
    """Return the words of a line that is in marks as a whole."""
    close = CLOSING.get(text[line.start])
    if close is None or text[line.end - 1] != close or line.end - line.start < 4:
        return None
    start, end = line.start + 1, line.end - 1
    return (start, end) if close not in text[start:end] and not _EXCHANGE.search(text, start, end) else None
