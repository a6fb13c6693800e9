"""What a line must show at a glance before a form of label is tried on it: most lines of prose have few."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from quotex.detect.layout.lines import Line
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import titles
from quotex.patterns import pattern, plain

Hint = Callable[[str, Line], bool]
_TIME_SIGN = plain(r"\d[:.]\d|ago")
_LONGEST_HEAD = 130
_NO_LABEL = frozenset(",;:!?—–")
_LONGEST_SMALL, _LONG_SMALL = 3, ("binte", "della", "tempore")  # letters of a small word in a name, and longer ones
_ARTICLES = frozenset(("The", "THE"))
_LONGEST_TITLE = 40  # characters, with the marks before it
_SCENE_OPENS = ("INT", "EXT", "EST", "I/E", "ACT", "SCENE", "CHAPTER", "PART", "FADE", "CUT", "THE")
_SCENE = pattern(
    r"(?:INT|EXT|EST|I/E)[./]\s?\S|(?:INT|EXT)\s\p{Lu}{2}|(?:ACT|SCENE|CHAPTER|PART)\s(?:[IVXLC\d]|ONE|TWO|THREE|FIRST|SECOND)|FADE|CUT\s|THE\sEND\b"
)


@cache
def title_forms() -> frozenset[str]:
    """Return the titles before names, as labels write them: "Mr", "MR"."""
    return frozenset(
        form for title in (*titles(), *label_words("honour")) for form in (title.capitalize(), title.upper())
    )


@cache
def _openers() -> frozenset[str]:
    return title_forms() | {"The", "Mc", "Mac"}


def has_tag(text: str, line: Line) -> bool:
    """A line that begins with a tag: ``<v Ana>``, ``<ana>``."""
    return text[line.start] == "<"


def has_colon(text: str, line: Line) -> bool:
    """A line with a colon not too far from its beginning."""
    return text.find(":", line.start, min(line.end, line.start + 260)) > 0


def is_clock(text: str, line: Line) -> bool:
    """A short line that has a time, and ends as a time does."""
    ends = line.end - line.start < 90 and (text[line.end - 1].isdigit() or text[line.end - 1] in "mM.):]o]")
    return ends and _TIME_SIGN.search(text, line.start, line.end) is not None


def is_asked(text: str, line: Line) -> bool:
    """A line that may begin with Q, A or a word for them."""
    return text[line.start] in "QAqa*_"


def has_bar(text: str, line: Line) -> bool:
    """A line with a bar near its beginning: ``ana | It is late.``"""
    return any(text.find(mark, line.start, line.start + 34) > 0 for mark in "|│")


def has_bracket(text: str, line: Line) -> bool:
    """A line that begins with a bracket: ``[Ana] It is late.``"""
    return "[" in text[line.start : line.start + 3]


def has_chevron(text: str, line: Line) -> bool:
    """A line that begins as those of closed captions do: ``>> It is late.``"""
    return text.startswith(">>", line.start)


def is_titled(text: str, line: Line) -> bool:
    """Tell whether the first word is a title but "The": the pattern with all of them takes 20 ms to compile."""
    words = text[line.start : line.start + _LONGEST_TITLE].lstrip("*_").split(None, 1)
    word = words[0].rstrip(".") if words else ""
    return word in title_forms() and word not in _ARTICLES and is_loud(text, line) and _may_stop(text, line)


def is_loud_untitled(text: str, line: Line) -> bool:
    """A line that begins with capitals but no title, and has a full stop."""
    return is_loud(text, line) and _may_stop(text, line) and not is_titled(text, line)


def _may_stop(text: str, line: Line) -> bool:
    """Tell whether a line has a full stop, and before it a bracket or nothing that no label has."""
    stop = text.find(".", line.start, line.end)
    head = text[line.start : max(stop, line.start)]
    return stop > 0 and ("(" in head or "[" in head or _NO_LABEL.isdisjoint(head) and not _has_long_small(head))


def _has_long_small(words: str) -> bool:
    """Tell whether there is a small word that no name has in it."""
    return any(
        len(word) > _LONGEST_SMALL and word.isalpha() and word.islower() and word not in _LONG_SMALL
        for word in words.split()
    )


def is_glued(text: str, line: Line) -> bool:
    """A line that begins with a word in capitals and another word."""
    words = text[line.start : line.end].split(None, 2)
    return len(words) > 1 and (words[1][0].isalpha() or words[1][0] in '“"([') and _is_capitals(text, line)


def is_dashed(text: str, line: Line) -> bool:
    """A line that begins with capitals and has a dash: ``ANA -- It is late.``"""
    return any(text.find(dash, line.start, line.end) > 0 for dash in ("--", "—", "–")) and _is_capitals(text, line)


def _is_capitals(text: str, line: Line) -> bool:
    return is_loud(text, line) and not text.startswith("The ", line.start)


def is_wide(text: str, line: Line) -> bool:
    """A line that begins with capitals and has a wide gap or a tab: ``ANA    It is late.``"""
    return (text.find("  ", line.start, line.end) > 0 or text.find("\t", line.start, line.end) > 0) and is_loud(
        text, line
    )


def is_loud(text: str, line: Line) -> bool:
    """A line that begins with capitals or a title, or with an article before a capital."""
    first, second = text[line.start], text[line.start + 1 : line.start + 2]
    if first in "*_@":
        return True
    if not first.isupper() or not second.islower():
        return first.isupper()
    word = (text[line.start : line.start + 14].split(None, 1) or [""])[0]
    return word.rstrip(".") in _openers() and (word != "The" or text[line.start + 4 : line.start + 5].isupper())


def is_short(text: str, line: Line) -> bool:
    """A line that begins with a capital, ends with no stop and is no longer than a heading."""
    return line.end - line.start < _LONGEST_HEAD and text[line.start].isupper() and text[line.end - 1] not in ".!?:;,"


def is_short_name(text: str, line: Line) -> bool:
    """A short line without a small word that no name has in it."""
    return is_short(text, line) and not _has_long_small(text[line.start : line.end])


def is_short_office(text: str, line: Line) -> bool:
    """A short line with a mark before an office, or a name alone."""
    return is_short(text, line) and (
        any(mark in text[line.start : line.end] for mark in "—–-,[") or is_short_name(text, line)
    )


def is_stopped(text: str, line: Line) -> bool:
    """A line with a full stop and a dash: ``Ana Ruiz. – Madam President``."""
    return text[line.start].isupper() and any(
        text.find(mark, line.start, line.start + 140) > 0 for mark in (". –", ". —", ". -")
    )


def is_marked(text: str, line: Line) -> bool:
    """A short line that begins in italics or bold type."""
    return text[line.start] in "*_" and line.end - line.start < _LONGEST_HEAD


def is_slanted(text: str, line: Line) -> bool:
    """A line that begins in italics or bold type."""
    return text[line.start] in "*_"


def is_aged(text: str, line: Line) -> bool:
    """A short line with a number in it and no stop at its end."""
    return (
        line.end - line.start < _LONGEST_HEAD
        and text[line.end - 1] not in ".!?:"
        and any(map(str.isdigit, text[line.start : line.end]))
    )


def is_short_form(text: str, line: Line) -> bool:
    """A line that begins with a word and a full stop: ``Ham. The air bites shrewdly.``"""
    return text[line.start].isupper() and text.find(". ", line.start, line.start + 22) > 0


def is_scene(text: str, line: Line) -> bool:
    """Tell whether a line is the head of a scene: ``INT. KITCHEN - NIGHT``."""
    return text.startswith(_SCENE_OPENS, line.start) and _SCENE.match(text, line.start, line.end) is not None


def is_loud_head(text: str, line: Line) -> bool:
    """A short line that begins with capitals."""
    return line.end - line.start < _LONGEST_HEAD and is_loud(text, line)
