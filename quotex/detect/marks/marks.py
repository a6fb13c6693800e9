"""The quotation marks of a text, and what each of them may do.

A mark is never forced into a role by its shape alone: typesetters reverse marks, word processors turn them the wrong
way, and nations use the same glyph on opposite sides.  So each mark gets three costs (to open, to close, to be no
quotation mark at all), from its glyph and from the characters on both sides; `pairing` finds the cheapest reading
of a paragraph as a whole.
"""

from __future__ import annotations

from functools import cache

import regex

from quotex.lexicon import load_table, load_words
from quotex.patterns import pattern

DOUBLE, SINGLE, ANGLE, SMALL_ANGLE, CORNER, WHITE_CORNER, ITALIC = range(7)
OPENS, EITHER, CLOSES = range(3)
_GLYPHS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(
        ("“", "„", "‟", "〝", "``", "‘‘", "‘’", "&ldquo;", "&#8220;", "&#x201c;", "&bdquo;", "&#8222;", "â€œ"),
        (DOUBLE, OPENS),
    ),
    **dict.fromkeys(('"', "＂", "″", "‶", "ˮ", "&quot;", "&#34;", "&#x22;", "&#034;"), (DOUBLE, EITHER)),
    **dict.fromkeys(("”", "〞", "〟", "''", "’’", "&rdquo;", "&#8221;", "&#x201d;", "â€\x9d", "â€�"), (DOUBLE, CLOSES)),
    **dict.fromkeys(("‘", "‚", "‛", "`", "&lsquo;", "&#8216;", "&#x2018;", "â€˜"), (SINGLE, OPENS)),
    **dict.fromkeys(("'", "′", "＇", "ʹ", "&apos;", "&#39;", "&#x27;", "&#039;"), (SINGLE, EITHER)),
    **dict.fromkeys(("’", "´", "ʼ", "&rsquo;", "&#8217;", "&#x2019;", "â€™"), (SINGLE, CLOSES)),
    **dict.fromkeys(("«", "&laquo;", "&#171;", "≪"), (ANGLE, OPENS)),
    **dict.fromkeys(("»", "&raquo;", "&#187;", "≫"), (ANGLE, CLOSES)),
    **dict.fromkeys(("‹", "&lsaquo;"), (SMALL_ANGLE, OPENS)),
    **dict.fromkeys(("›", "&rsaquo;"), (SMALL_ANGLE, CLOSES)),
    **dict.fromkeys(("「", "｢", "﹁"), (CORNER, OPENS)),
    **dict.fromkeys(("」", "｣", "﹂"), (CORNER, CLOSES)),
    **dict.fromkeys(("『", "﹃"), (WHITE_CORNER, OPENS)),
    **dict.fromkeys(("』", "﹄"), (WHITE_CORNER, CLOSES)),
}
_SINGLE_CHARACTERS = "".join(g for g, (family, _) in _GLYPHS.items() if family == SINGLE and len(g) == 1)
_OTHER_CHARACTERS = "".join(g for g, (family, _) in _GLYPHS.items() if family != SINGLE and len(g) == 1)
# The marks that a page writes out, "&ldquo;", each with the plain mark that stands for it.
SPELLED = {glyph: "'" if family == SINGLE else '"' for glyph, (family, _) in _GLYPHS.items() if glyph[0] == "&"}
_ENTITIES = sorted((g for g in _GLYPHS if len(g) > 2), key=lambda g: (-len(g), g))
# Two of the kind make a double mark only in a text that opens with them, as LaTeX and the Penn Treebank do, or that
# closes double marks with them: «“I have paid.’’».
_OPENS_WITH_PAIRS = pattern(r"``(?=\ ?\w)|(?<!\S)(?:‘‘|'')(?=\w)")
_OPENS_REVERSED = pattern(r"(?<!\S)‘’(?=\w)")
_CLOSING_PAIR = pattern(r"(?<=[\w.,!?…])(?:’’|'')(?!\w)")


_PAIRS = {"": "", "both": "| ``|''|‘‘|‘’|’’", "closing": "| (?<=[^\\s]) (?: ’’|'' ) (?!\\w)"}
# What stands beside a mark.
_SPACE, _WORD, _OPENING, _DASH, _STOP, _QUOTE, _OTHER = range(7)
_CLASSES = {
    **dict.fromkeys("([{<¿¡", _OPENING),
    **dict.fromkeys("-–—―‒‑", _DASH),
    **dict.fromkeys(".,!?;:…", _STOP),
    **dict.fromkeys(_SINGLE_CHARACTERS + _OTHER_CHARACTERS, _QUOTE),
}
#                 space word opening dash stop quote other
_OPEN_AFTER = (0.0, 3.0, 0.0, 0.4, 1.6, 0.3, 1.0)
_OPEN_BEFORE = (2.2, 0.0, 0.2, 0.5, 1.2, 0.3, 0.3)
_CLOSE_AFTER = (2.2, 0.3, 1.5, 0.4, 0.0, 0.2, 0.2)
_CLOSE_BEFORE = (0.0, 2.5, 0.6, 0.3, 0.1, 0.2, 0.3)
_WRONG_WAY = 1.2  # a glyph used against its direction
_FIRST_CLOSES = 3.0  # a closing mark as the first thing in a paragraph
_APOSTROPHE = 0.3  # what a single mark costs to ignore that is most likely an apostrophe
_UNUSED = 2.5  # a double mark that is none
_DECADE = pattern(r"\d\ds?\b")
_DIGITS = frozenset("0123456789½¼¾")
_LONGEST_WORD = 14


def _pattern(pairs: str) -> str:
    return rf"""
        (?=[{_SINGLE_CHARACTERS}{_OTHER_CHARACTERS}<&â])                  # what follows is tried at no other character
        (?: (?<skip>
            ([{_SINGLE_CHARACTERS}{_OTHER_CHARACTERS}]) \2{{3,}}+     # a row of marks is a line, not speech
          | </?[a-zA-Z] [^<>]{{0,300}}+ >                             # markup: <tweet author="…">
        )
      {_PAIRS[pairs]}
      | [{_OTHER_CHARACTERS}]
      | (?<! \w (?= . \w)) [{_SINGLE_CHARACTERS}]                     # not inside a word: don't, O'Brien
      | â€[œ˜™\x9d�]
      | &(?: {"|".join(regex.escape(entity[1:]) for entity in _ENTITIES if entity[0] == "&")} )
        )
    """


@cache
def _scanner(pairs: str) -> regex.Pattern[str]:
    return regex.compile(_pattern(pairs), regex.VERBOSE | regex.DOTALL)


class Mark:
    """One mark: where it stands, its family, and what it costs to open, to close, or to be ignored."""

    __slots__ = ("close", "end", "family", "ignore", "open", "role", "start")

    def __init__(self, start: int, end: int, family: int, role: int) -> None:
        self.start = start
        self.end = end
        self.family = family
        self.role = role
        self.open = self.close = self.ignore = 0.0

    def __repr__(self) -> str:
        return f"Mark({self.start}, {self.end}, open={self.open:.1f}, close={self.close:.1f}, ignore={self.ignore:.1f})"


def _class(character: str) -> int:
    known = _CLASSES.get(character)
    if known is None:
        known = _SPACE if character.isspace() else _WORD if character.isalnum() else _OTHER
    return known


@cache
def _elisions(side: str) -> frozenset[str]:
    return frozenset(word for word, where in load_table("elisions") if where == side)


def find_marks(text: str) -> list[Mark]:
    """Return every mark of the text that may be a quotation mark, in order, without costs.

    >>> [(mark.start, mark.end) for mark in find_marks("“It's O'Brien,” he said.")]
    [(0, 1), (14, 15)]
    """
    pairs = "both" if _opens_with_pairs(text) else "closing" if _closes_with_pairs(text) else ""
    marks = []
    for match in _scanner(pairs).finditer(text):
        if match.start("skip") < 0:
            marks.append(Mark(match.start(), match.end(), *_GLYPHS[match.group()]))
    return marks


def _opens_with_pairs(text: str) -> bool:
    if _OPENS_WITH_PAIRS.search(text):
        return True
    return "’’" in text and _OPENS_REVERSED.search(text) is not None


def _closes_with_pairs(text: str) -> bool:
    """Tell whether double marks are opened that nothing but two single ones closes."""
    return text.count("“") > text.count("”") and _CLOSING_PAIR.search(text) is not None


def weigh_marks(text: str, marks: list[Mark], start: int, end: int, singles_speak: bool) -> None:
    """Set the costs of the marks of the paragraph ``text[start:end]``.

    ``singles_speak`` says that single marks open the dialogue of this text (British style), so that a single mark
    is more likely to be one.
    """
    for mark in marks:
        left = _class(text[mark.start - 1]) if mark.start > start else _SPACE
        right = _class(text[mark.end]) if mark.end < end else _SPACE
        if right == _SPACE and mark.start == start and _class(text[mark.end + 1 : mark.end + 2]) == _QUOTE:
            right = _QUOTE  # a space parts the marks of two levels: “ ‘No,’ he said.
        mark.open = _OPEN_AFTER[left] + _OPEN_BEFORE[right]
        mark.close = _CLOSE_AFTER[left] + _CLOSE_BEFORE[right]
        if left == _SPACE == right and start < mark.start and mark.end < end:
            mark.open = mark.close = 1.2
        if mark.start == start:
            mark.close += _FIRST_CLOSES
        if mark.role == OPENS:
            mark.close += _WRONG_WAY
        elif mark.role == CLOSES:
            mark.open += _WRONG_WAY
        if mark.family == SINGLE:
            _weigh_single(text, mark, left, right, singles_speak)
        else:
            inch = mark.family == DOUBLE and left == _WORD and text[mark.start - 1] in _DIGITS
            mark.ignore = 0.9 if inch else _UNUSED


def _weigh_single(text: str, mark: Mark, left: int, right: int, singles_speak: bool) -> None:
    """Set the cost of ignoring a single mark: how little it looks like an apostrophe."""
    if not singles_speak:
        mark.open += 0.8
    if right == _WORD and left != _WORD:
        mark.ignore = _unopened(text, mark, singles_speak)
        mark.open += 0.8 if mark.ignore <= _APOSTROPHE else 0.0
    elif left == _WORD:
        mark.ignore = _unclosed(text, mark, right, singles_speak)
        mark.close += 0.3 if mark.ignore <= _APOSTROPHE else 0.0
    elif left == _STOP or (left == _SPACE and right == _QUOTE):
        mark.ignore = 2.5 if singles_speak else 1.5
    else:
        mark.ignore = 0.7


def _unopened(text: str, mark: Mark, singles_speak: bool) -> float:
    """Cost of reading the mark before a word as an apostrophe: 'tis, '90s."""
    if _DECADE.match(text, mark.end):
        return 0.1
    if mark.role == OPENS and text[mark.start : mark.end] != "`":
        return 2.5
    word = _word_after(text, mark.end)
    if "'" + word in _elisions("start"):
        return 0.3 if singles_speak else 0.1
    return 0.5 if mark.role == CLOSES else 1.2 if singles_speak else 0.9


def _unclosed(text: str, mark: Mark, right: int, singles_speak: bool) -> float:
    """Cost of reading the mark after a word as an apostrophe: the players' union, goin', six feet (6')."""
    last = text[mark.start - 1]
    if last in _DIGITS:
        return 0.3
    if last in "sSzZxX" and right == _SPACE:
        return 0.3
    word = _word_before(text, mark.start)
    whole = right == _STOP and word in load_words("common_words")  # «a wall you could sit on’.»
    if not whole and (word.endswith("in") or word + "'" in _elisions("end") or word in ("n", "'n")):
        return 0.2
    return 1.5 if singles_speak else 1.0


def _word_after(text: str, start: int) -> str:
    end = start
    while end < len(text) and end - start < _LONGEST_WORD and (text[end].isalpha() or text[end] in "'’"):
        end += 1
    return text[start:end].lower().replace("’", "'").rstrip("'")


def _word_before(text: str, end: int) -> str:
    start = end
    while start > 0 and end - start < _LONGEST_WORD and (text[start - 1].isalpha() or text[start - 1] in "'’"):
        start -= 1
    return text[start:end].lower().replace("’", "'")
