"""Read a line over or under a post: who wrote it, when, its number, or what a program puts there."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

import regex

from quotex.detect.layout.lines import Line
from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_table, load_words
from quotex.patterns import pattern

Sort = Literal["name", "when", "clock", "number", "furniture", "named", "words"]
_USES = ("line", "value", "posted")
LONGEST = 100  # characters of such a line
TALK = pattern(r"\b(?:I|[Yy]ou|[Ww]e|me|[Mm]y|[Yy]our|[Oo]ur|us|[Tt]hanks?|[Ss]orry)\b|[?!]")
_MOST_WORDS = 5  # of a name
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?"
_AGO = r"(?:an?|\d{1,3})\s?(?:min(?:ute)?|hr|hour|day|week|wk|month|mo|year|yr|[hdmwy])s?\.?(?:\sago)?+(?!\w)"
_MONTH = r"\L<dates>\.?"
_DATE = (
    rf"(?:(?:{_MONTH},?\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:,?\s\d{{4}})?|{_MONTH}\s\d{{1,2}}(?:,?\s['’]?\d{{2,4}}\b(?![:.]))?"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})|today|yesterday)"
)
WHEN = rf"(?:{_MONTH},?\s(?:at\s)?{_CLOCK}|{_DATE}(?:,?\s(?:at\s|@\s)?{_CLOCK})?|{_AGO})"
NAME = r"@?[\p{L}\d_][^\n:;!?<>»·•|]{0,38}?(?:\s?\([^()\n]{1,30}\))?"
_POSTED = r"(?:\L<posted>)"
_WHEN = (
    rf"(?:(?:{_POSTED}|date)\b[^\n\d:]{{0,40}}?:?\s(?:on\s|at\s)?)?(?:\p{{L}}{{3,9}},?\s)?"
    rf"(?P<when>{WHEN})(?:\s?[·•|(–—-][^\n]{{0,40}})?$"
)
_ALONE = pattern(rf"[\[(]?{_CLOCK}[\])]?$", regex.IGNORECASE)
_NUMBERED = pattern(r"\#\s?(?P<number>\d{1,5})(?:\s{1,8}(?P<name>[\p{L}@_][^\n:!?]{1,38}))?$")
_BY = rf"""(?:(?:re:[^\n]{{1,60}}\s|review\s|post\s|comment\s)?{_POSTED}?\s?by:?\s(?:/?u/)?(?P<name>{NAME})
            (?:\s?[»·•|,–—-]+\s?|\s)(?:on\s|at\s)?{WHEN}
          | {_POSTED}\s(?:on\s)?{WHEN}\s(?:by\s|[·•|,–—-]\s?)(?P<name>{NAME})
          | (?P<name>{NAME})\s{_POSTED}(?:\s(?:on|at))?\s{WHEN}:?
          | (?P<name>{NAME})(?:\s[·•|–—-]\s|,\s|\s{{2,}}){_DATE}
          | (?:\*\*)?(?:u/)?(?P<name>{NAME}|\[deleted\])(?:\*\*)?(?:\s(?:OP|[\[(](?:OP|S|M)[\])]))?\s?[·•]\s?{_AGO}
        )(?:\s[|·•][^\n]{{0,60}})?$"""
_FURNITURE = r"""(?:[\W\d_]|\d[kKmM]\b)*+(?:(?:\L<line>)(?!\p{L})(?:[\W\d_]|\d[kKmM]\b)*+)*$
      | (?:\L<value>)\b(?:\s?[:\d(]|\s(?:in|on)\b)[^\n]{0,60}$
      | \d(?:\.\d)?\sout\sof\s\d\sstars?\b[^\n]{0,80}$
      | r/\w{2,30}$
      | (?:replying|in\sreply)\sto\s@\w[^\n]{0,60}$
      | [★☆⭐✩✭]{1,5}\uFE0F?(?:\s[^\n]{0,80})?$"""
_NAME = pattern(rf"(?:/?u/)?(?P<name>{NAME})(?:\s(?:OP|\[(?:OP|S|M)\]|🏆))?$")
_BESIDE = pattern(r"(?<=\S)\s[(@]")  # Ana Ruiz (guest), Ana Ruiz @anaruiz
_HANDLE = pattern(r"@|\p{Ll}\p{Lu}|[\p{L}]_|_[\p{L}\d]|\p{L}\d|u/")


class HeaderLine(NamedTuple):
    """What a line over or under a post says.

    Attributes:
        sort: "name", "when" (a date), "clock" (a time alone), "number", "furniture" (what a program writes), "named" (a
            name with a date or number), or "words".
        name: Offsets of the name, or None.
        number: The number of the post, or 0.
    """

    sort: Sort
    name: Piece | None = None
    number: int = 0


@cache
def worded(expression: str) -> regex.Pattern[str]:
    """Compile a pattern with the words that it names: dates, and what programs write around posts."""
    rows = load_table("post_words")
    lists = {use: sorted({word for word, its in rows if its == use}, key=len, reverse=True) for use in _USES}
    days = {word[:3] for word in load_words("dates") if word.endswith("day")}
    lists["dates"] = sorted(load_words("dates") | days, key=len, reverse=True)
    used = {use: words for use, words in lists.items() if f"\\L<{use}>" in expression}
    return regex.compile(expression, regex.IGNORECASE | regex.VERBOSE, **used)


@cache
def posting_words() -> frozenset[str]:
    """Return the first words of phrases that say who posted: "answered", "originally"."""
    return frozenset(word.split()[0] for word, use in load_table("post_words") if use == "posted")


def read_line(text: str, line: Line) -> HeaderLine:
    """Return what a line over or under a post says.

    >>> read_line("Posts: 301", Line(0, 10, 0, False)).sort, read_line("Feb 11, 2018", Line(0, 12, 0, False)).sort
    ('furniture', 'when')
    """
    start, end = line.start, line.end
    if end - start > LONGEST:
        return HeaderLine("words")
    if numbered := _NUMBERED.match(text, start, end):
        sort: Sort = "named" if numbered["name"] else "number"
        return HeaderLine(sort, _name(numbered), int(numbered["number"]))
    if _ALONE.match(text, start, end):
        return HeaderLine("clock")
    if _has_date(text, start, end):
        if worded(_WHEN).match(text, start, end):
            return HeaderLine("when")
        if (named := worded(_BY).match(text, start, end)) and is_name(text, named.span("name")):
            return HeaderLine("named", _name(named))
    if is_furniture(text, start, end):
        return HeaderLine("furniture")
    match = _NAME.match(text, start, end)
    return HeaderLine("name", _name(match)) if match and is_name(text, match.span("name")) else HeaderLine("words")


def is_furniture(text: str, start: int, end: int) -> bool:
    """Tell whether a line holds only what a program writes, numbers and signs.

    >>> is_furniture("👍 12   Reply", 0, 12), is_furniture("I reply", 0, 7)
    (True, False)
    """
    return end - start <= LONGEST and worded(_FURNITURE).match(text, start, end) is not None


def is_handle(name: str) -> bool:
    """Tell whether a name looks like one chosen for a website.

    >>> is_handle("chuck_jaws"), is_handle("Lars77"), is_handle("Ana Ruiz")
    (True, True, False)
    """
    return _HANDLE.search(name) is not None or name[:1].islower()


def may_tell_when(text: str, line: Line) -> bool:
    """Tell whether a line is short and may hold a date, a time or a number: a cheap look that most texts fail.

    >>> may_tell_when("3 May 2019", Line(0, 10, 0, False)), may_tell_when("Thank you.", Line(0, 10, 0, False))
    (True, False)
    """
    return line.end - line.start <= LONGEST and _has_date(text, line.start, line.end)


def _has_date(text: str, start: int, end: int) -> bool:
    words = text[start:end].casefold()
    return "ago" in words or "yesterday" in words or "today" in words or any(map(str.isdigit, words))


def _name(match: regex.Match[str]) -> Piece | None:
    """Return the name without what stands in brackets behind it, and without a handle behind a name."""
    if not match["name"]:
        return None
    start = match.start("name")
    return start, start + len(_BESIDE.split(match["name"], maxsplit=1)[0].rstrip())


def is_name(text: str, piece: Piece) -> bool:
    """Tell whether words may be what someone is called: few of them, and not a sentence.

    >>> is_name("Ana Ruiz", (0, 8)), is_name("It rained all day and all night.", (0, 32))
    (True, False)
    """
    name = text[piece[0] : piece[1]]
    words = name.split()
    if not words or len(words) > _MOST_WORDS or name.casefold() in _dates() or words[0].casefold() in _opening():
        return False
    return not name.endswith((".", ",")) or len(words[-1]) == 2 and words[-1][0].isalpha()


@cache
def _opening() -> frozenset[str]:
    """Words of programs that open a line."""
    return frozenset(word for word, use in load_table("post_words") if use != "line")


@cache
def _dates() -> frozenset[str]:
    return load_words("dates")
