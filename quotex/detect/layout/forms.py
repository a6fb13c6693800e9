"""How a label looks, in each layout of talk: one row a form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import regex

from quotex.detect.layout.lines import Line
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import titles
from quotex.patterns import pattern, plain

Hint = Callable[[str, Line], bool]


class LabelForm(NamedTuple):
    """How the label of a turn looks, and where its words stand.

    Attributes:
        name: What the form is called.
        hint: Whether a line may have one at all; it costs little.
        pattern: Matches at the first word of a line, has a group "label", and ends where the words begin.
        below: Whether the words stand in the lines below.
        sure: Whether no prose looks like that: two labels are enough, and nothing need come back.
        needs: What the line must have: "stamp", "gap", "follow" (a line of words right below it), "alone", or nothing.
    """

    name: str
    hint: Hint
    pattern: regex.Pattern[str]
    below: bool = False
    sure: bool = False
    needs: str = ""


_INNER = r"[\p{L}\p{M}\d.'’‘ʻʼ\-‑]"
_CAPITAL = rf"(?:\p{{Lu}}{_INNER}*+|@\p{{Lu}}{_INNER}*+)"
_LOUD = r"(?:(?:Mc|Mac|O['’]|D['’])?\p{Lu}[\p{Lu}\p{M}\d'’\-‑]*+(?:(?<=\b\p{Lu}{1,4})\.)?)(?![\p{Ll}\d])"
_SMALL = r"(?:\p{Ll}{1,3}|binte|della|and|&|pro\ tempore|pro\ tem|\#?\d{1,3})"
_NICKNAME = r"[(\"“‘'][\p{L}’'-]{2,20}[)\"”’'](?=\ \p{Lu})"
_NAME = rf"{_CAPITAL}(?:\ (?:{_SMALL}\ ){{0,2}}+(?:{_CAPITAL}|\#?\d{{1,3}}|{_NICKNAME})){{0,6}}"
_PLAIN = r"(?:\p{Lu}[\p{L}\p{M}\d'’‘ʻ\-‑]++|\p{Lu}\.(?=\ \p{Lu}))"
_PLAIN_NAME = rf"{_PLAIN}(?:\ (?:{_SMALL}\ ){{0,2}}+{_PLAIN}){{0,5}}"
_BETWEEN = r"of|de|la|van|von|der|and|&|pro\ tempore|pro\ tem"
_CAPS = rf"{_LOUD}(?:[ ](?:{_LOUD}|\#?\d{{1,3}}|{_BETWEEN}|[\"“]{_LOUD}[\"”])){{0,13}}"
_NOTE = r"(?:[\ ]?[*_]{0,2}[(\[][^()\[\]]{1,140}+[)\]][*_]{0,2})"
_TIME = r"(?:\s?[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)"
_AGO = r"(?:min|minute|hour|day|week|month|year|[hdmw])s?\sago"
_CLOCK = rf"(?:\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?|\d{{1,3}}\s?{_AGO})"
_DAY = (
    r"(?:(?:[Tt]oday|[Yy]esterday|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\p{L}{3,9}\.?\ \d{1,2}(?:,\ \d{4})?|\L<dates>)"
    r",?\s(?:at\s)?)?"
)
_TO = r"(?:\s{1,3}[Tt]o\s{1,3}[^\n:]{1,60})?"
_CHANNEL = (
    r"(?:[\u200e\u200f\u202a-\u202e]*+(?:(?:\[\p{L}[^\[\]\n]{0,20}\]|\(\p{L}[^()\n]{0,20}\))\s)?"
    r"(?:From\s{1,3}(?=\S))?\[?)"
)
_SAYS = r"(?:\ (?:says|yells|shouts|whispers|tells\ you|said|asks|exclaims)(?:\ to\ [^\n:]{1,30})?)"
_TIME_SIGN = plain(r"\d[:.]\d|ago")
_QUESTION_NUMBER = r"(?:Q?\d{1,3}\.\ )?(?:\[\d{3,9}\]\ )?"


_LONGEST_HEAD = 130
_NO_LABEL = frozenset(",;:!?—–")
_LONGEST_SMALL, _LONG_SMALL = 3, ("binte", "della", "tempore")  # letters of a small word in a name, and longer ones
_ARTICLES = frozenset(("The", "THE"))
_LONGEST_TITLE = 40  # characters, with the marks before it


def _form(
    name: str, hint: Hint, expression: str, *, below: bool = False, sure: bool = False, needs: str = ""
) -> LabelForm:
    known: dict[str, Callable[[], frozenset[str]]] = {"titles": _title_forms, "dates": _date_forms}
    lists = {name: sorted(words()) for name, words in known.items() if f"\\L<{name}>" in expression}
    return LabelForm(name, hint, pattern(expression, regex.VERBOSE, **lists), below, sure, needs)


@cache
def _title_forms() -> frozenset[str]:
    """The titles before names, as labels write them: "Mr", "MR"."""
    return frozenset(
        form for title in (*titles(), *label_words("honour")) for form in (title.capitalize(), title.upper())
    )


def _date_forms() -> frozenset[str]:
    """The names of days and months, as headers write them: "Monday", "Mon"."""
    return frozenset(form.capitalize() for word in load_words("dates") for form in (word, _shortened(word)))


def _shortened(word: str) -> str:
    return word[:3] if word.endswith("day") else word


@cache
def _openers() -> frozenset[str]:
    return _title_forms() | {"The", "Mc", "Mac"}


def _has_tag(text: str, line: Line) -> bool:
    return text[line.start] == "<"


def has_colon(text: str, line: Line) -> bool:
    return text.find(":", line.start, min(line.end, line.start + 260)) > 0


def _is_clock(text: str, line: Line) -> bool:
    """A short line that has a time, and ends as a time does."""
    ends = line.end - line.start < 90 and (text[line.end - 1].isdigit() or text[line.end - 1] in "mM.):]o]")
    return ends and _TIME_SIGN.search(text, line.start, line.end) is not None


def _is_asked(text: str, line: Line) -> bool:
    return text[line.start] in "QAqa*_"


def _has_bar(text: str, line: Line) -> bool:
    return any(text.find(mark, line.start, line.start + 34) > 0 for mark in "|│")


def _has_bracket(text: str, line: Line) -> bool:
    return "[" in text[line.start : line.start + 3]


def _has_chevron(text: str, line: Line) -> bool:
    return text.startswith(">>", line.start)


def _is_titled(text: str, line: Line) -> bool:
    """Whether the first word is a title but "The": the pattern with all of them takes 20 ms to compile."""
    words = text[line.start : line.start + _LONGEST_TITLE].lstrip("*_").split(None, 1)
    word = words[0].rstrip(".") if words else ""
    return word in _title_forms() and word not in _ARTICLES and _is_loud(text, line) and _may_stop(text, line)


def _is_loud_untitled(text: str, line: Line) -> bool:
    return _is_loud(text, line) and _may_stop(text, line) and not _is_titled(text, line)


def _may_stop(text: str, line: Line) -> bool:
    """Whether a line has a full stop, and before it a bracket or nothing that no label has."""
    stop = text.find(".", line.start, line.end)
    head = text[line.start : max(stop, line.start)]
    return stop > 0 and ("(" in head or "[" in head or _NO_LABEL.isdisjoint(head) and not _has_long_small(head))


def _has_long_small(words: str) -> bool:
    """Whether there is a small word that no name has in it."""
    return any(
        len(word) > _LONGEST_SMALL and word.isalpha() and word.islower() and word not in _LONG_SMALL
        for word in words.split()
    )


def _is_glued(text: str, line: Line) -> bool:
    """A line that begins with a word in capitals and another word."""
    words = text[line.start : line.end].split(None, 2)
    return len(words) > 1 and (words[1][0].isalpha() or words[1][0] in '“"([') and _is_capitals(text, line)


def _is_dashed(text: str, line: Line) -> bool:
    return any(text.find(dash, line.start, line.end) > 0 for dash in ("--", "—", "–")) and _is_capitals(text, line)


def _is_capitals(text: str, line: Line) -> bool:
    return _is_loud(text, line) and not text.startswith("The ", line.start)


def _is_wide(text: str, line: Line) -> bool:
    return (text.find("  ", line.start, line.end) > 0 or text.find("\t", line.start, line.end) > 0) and _is_loud(
        text, line
    )


def _is_loud(text: str, line: Line) -> bool:
    """A line that begins with capitals or a title, or with an article before a capital."""
    first, second = text[line.start], text[line.start + 1 : line.start + 2]
    if first in "*_@":
        return True
    if not first.isupper() or not second.islower():
        return first.isupper()
    word = (text[line.start : line.start + 14].split(None, 1) or [""])[0]
    return word.rstrip(".") in _openers() and (word != "The" or text[line.start + 4 : line.start + 5].isupper())


def _is_short(text: str, line: Line) -> bool:
    return line.end - line.start < _LONGEST_HEAD and text[line.start].isupper() and text[line.end - 1] not in ".!?:;,"


def _is_short_name(text: str, line: Line) -> bool:
    """A short line without a small word that no name has in it."""
    return _is_short(text, line) and not _has_long_small(text[line.start : line.end])


def _is_short_office(text: str, line: Line) -> bool:
    """A short line with a mark before an office, or a name alone."""
    return _is_short(text, line) and (
        any(mark in text[line.start : line.end] for mark in "—–-,[") or _is_short_name(text, line)
    )


def _is_stopped(text: str, line: Line) -> bool:
    return text[line.start].isupper() and any(
        text.find(mark, line.start, line.start + 140) > 0 for mark in (". –", ". —", ". -")
    )


def _is_marked(text: str, line: Line) -> bool:
    return text[line.start] in "*_" and line.end - line.start < _LONGEST_HEAD


def _is_slanted(text: str, line: Line) -> bool:
    return text[line.start] in "*_"


def _is_aged(text: str, line: Line) -> bool:
    """A short line with a number in it and no stop at its end."""
    return (
        line.end - line.start < _LONGEST_HEAD
        and text[line.end - 1] not in ".!?:"
        and any(map(str.isdigit, text[line.start : line.end]))
    )


def _is_short_form(text: str, line: Line) -> bool:
    """A line that begins with a word and a full stop: ``Ham. The air bites shrewdly.``"""
    return text[line.start].isupper() and text.find(". ", line.start, line.start + 22) > 0


def is_scene(text: str, line: Line) -> bool:
    """Whether a line is the head of a scene: ``INT. KITCHEN - NIGHT``."""
    return text.startswith(_SCENE_OPENS, line.start) and _SCENE.match(text, line.start, line.end) is not None


def _is_loud_head(text: str, line: Line) -> bool:
    return line.end - line.start < _LONGEST_HEAD and _is_loud(text, line)


_SCENE_OPENS = ("INT", "EXT", "EST", "I/E", "ACT", "SCENE", "CHAPTER", "PART", "FADE", "CUT", "THE")
_SCENE = pattern(
    r"(?:INT|EXT|EST|I/E)[./]\s?\S|(?:INT|EXT)\s\p{Lu}{2}|(?:ACT|SCENE|CHAPTER|PART)\s(?:[IVXLC\d]|ONE|TWO|THREE|FIRST|SECOND)|FADE|CUT\s|THE\sEND\b"
)


def _stopped(label: str) -> str:
    """A label before a full stop."""
    return rf"""[*_]{{0,3}}+ (?P<label> {label} )
        (?P<note>,?[\ ]?[*_]{{0,2}}[(\[][^()\[\]]{{1,140}}+[)\]][*_]{{0,2}})?+
        [*_]{{0,3}}+ (?:\.|(?<=\.)) [*_]{{0,3}}+ [-–—]{{0,3}}+ (?=\s|$) \s*+"""


@cache
def forms() -> tuple[LabelForm, ...]:
    """Return all forms; their order decides when a line fits two of them."""
    return (
        _form("voice", _has_tag, r"<v(?:\.[\w.]+)?\ (?P<label>[^<>\n]{1,60}+)>\s*+", sure=True),
        _form("nick", _has_tag, r"<[@+%~&!]?\s?(?P<label>[^\s<>]{1,30}+)>\s++", sure=True, needs="stamp"),
        _form("nick alone", _has_tag, r"<[@+%~&!]?\s?(?P<label>[^\s<>/=]{1,30}+)>\s++(?=\S)"),
        _form(
            "message",
            has_colon,  # 9/6/24, 7:58 AM - Teo D: I look at the spreadsheet
            rf"{_CHANNEL}?+(?P<label>[\p{{Lu}}\p{{Ll}}+~@\d][^\n:\[\]]{{0,39}}?)\]?"
            rf"(?P<note>\ \([^()\n]{{1,60}}\)|{_SAYS})?{_TO}\s?:(?:\s++|$)",
            sure=True,
            needs="stamp",
        ),
        _form(
            "channel",  # [Guild] [Ana]: Where is the key?
            has_colon,
            rf"""(?: (?:\[\p{{L}}[^\[\]\n]{{0,20}}\]|\(\p{{L}}[^()\n]{{0,20}}\))\ \[?
                    (?P<label>\p{{L}}[^\n:\[\]()]{{0,30}}?)\]?{_SAYS}?
                  | (?:\[\p{{L}}{{1,20}}\]\ )?(?P<label>\p{{Lu}}[^\n:\[\]()]{{0,30}}?){_SAYS}):\s++(?=\S)""",
        ),
        _form("bar", _has_bar, r"[@+%~&]?(?P<label>[^\s|│]{1,30})\s[|│]\s++(?=\S)", sure=True, needs="stamp"),
        _form("bracket", _has_bracket, rf"[*_]{{0,2}}\[(?P<label>{_NAME}|{_CAPS})\]:?[*_]{{0,2}}:?\s++(?=\S)"),
        _form(
            "clock",
            _is_clock,  # Ana Ruiz   0:03
            rf"""(?:(?:Posted|Submitted|Started|Asked)\sby\s|\[[+–—-]\]\s?)?(?:/?u/)?
                (?:\*\*)?(?P<label>[^\s\[\]*][^\n:*]{{0,39}}?)(?:\*\*)?
                (?:\s\[\p{{L}}{{1,5}}\]|\s\([^()\n]{{1,20}}\)|\sOP)?
                (?:\s-?\d[\d,.k]{{0,6}}\spoints?)?(?:\s[·•|]\s[^·•|\n:]{{1,40}}?)?
                (?:\s{{2,}}|\s[—–|·•-]\s|\s(?=\()|,\s|\s(?=\d{{1,3}}\s?\p{{Ll}}+\sago\b))
                [(\[]?{_DAY}{_CLOCK}[)\]]?:?(?:\s[|·•][^\n]{{0,60}})?$""",
            below=True,
            sure=True,
            needs="follow",
        ),
        _form(
            "close clock",  # Mum 10:02
            _is_clock,
            r"(?P<label>\p{L}[^\n:]{0,29}?)\s\d{1,2}:\d\d$",
            below=True,
            needs="follow",
        ),
        _form(
            "clock below",
            _is_short,
            rf"(?P<label>\p{{Lu}}[^\n:]{{0,39}}?)\n\s*+{_CLOCK}$",
            below=True,
            sure=True,
            needs="gap",
        ),
        _form("asked", _is_asked, r"[*_]{0,3}(?P<label>Q|A|[Qq]uestion|[Aa]nswer)[*_]{0,3}[.:)][*_]{0,3}(?:\s++|$)"),
        _form("asked, bare", _is_asked, r"(?P<label>Q|A)\s++(?=[\p{Lu}“\"])"),
        _form("asked, glued", _is_asked, r"[*_]{0,3}(?P<label>Q)(?=\p{Lu}\p{Ll})"),
        _form(
            "colon",
            has_colon,
            rf"""["“]?(?:[-–—]\s?(?=\p{{Lu}}['’\p{{Lu}}])|>>+\s?)?{_QUESTION_NUMBER}[*_"“]{{0,4}}+
                (?P<label>{_CAPS}(?!\ ?\p{{Ll}})|{_NAME})
                (?P<title>,\ [^:\n()\[\]]{{1,110}}+)?+ (?P<note>{_NOTE}{{1,3}}+)?+ {_TIME}?+
                (?:\ to\ the\ [^:\n]{{2,100}}+)?+
                [*_]{{0,3}}+[\ \t]?:[*_]{{0,3}}+(?:\s++|$|(?=["“]))""",
        ),
        _form("chevron", _has_chevron, r"(?P<label>>>+)\s?(?=\S)", sure=True),
        _form(
            "stop",
            _is_titled,  # Mr. AKERS of Ohio (during the reading). The Chair may …
            _stopped(rf"(?:[Tt]he|THE)\ {_CAPS} | \L<titles>\.?\ {_PLAIN_NAME} | {_CAPS}"),
        ),
        _form(
            "stop",
            _is_loud_untitled,  # The CHAIR. Without objection …
            _stopped(rf"(?:[Tt]he|THE)\ {_CAPS} | (?:The|THE)\.?\ {_PLAIN_NAME} | {_CAPS}"),
        ),
        _form(
            "stop and dash",  # Ana Ruiz (PPE). – Madam President
            _is_stopped,
            rf"(?P<label>{_PLAIN_NAME})(?P<title>,\ [^.\n]{{2,80}}+)?+(?P<note>{_NOTE})?+\.\ [–—-]{{1,2}}\ (?=\S)",
            needs="gap",
        ),
        _form(
            "dash",
            _is_dashed,  # NUALA -- [_sweeping_]. -- If that's yourself
            rf"""(?P<label>{_CAPS})\.?\ ?(?P<note>{_NOTE})?+\.?\ ?(?:--|[—–])\ ?
                (?:[(\[][^()\[\]]{{1,160}}+[)\]]\.?\ ?(?:--|[—–])\ ?)?+(?=\S)""",
        ),
        _form("wide", _is_wide, rf"(?P<label>{_CAPS})\.?(?P<note>{_NOTE})?+(?:\t|[ ]{{2,}})\s*+(?=\S|$)"),
        _form(
            "set off",  # **Ana Ruiz**
            _is_marked,
            rf"(?P<mark>\*\*|__|[*_])(?P<label>{_NAME}|{_CAPS}):?(?P=mark):?$",
            below=True,
        ),
        _form(
            "aged",  # Ana Ruiz, 34, miller
            _is_aged,
            rf"(?P<mark>[*_]{{0,3}})(?P<label>{_NAME}|{_CAPS}),\s\d{{1,3}}(?:[,\s][^\n.!?:]{{0,60}})?(?P=mark)$",
            below=True,
            needs="gap",
        ),
        _form(
            "lead-in",  # _Ana._ Who is there?
            _is_slanted,
            rf"(?P<mark>[*_]{{1,3}})(?P<label>{_PLAIN_NAME}|{_CAPS})(?:[.:](?P=mark)|(?P=mark)[.:])\s++(?=\S)",
            needs="gap",
        ),
        _form(
            "office",
            _is_short_office,  # Laurenz van der Hulst -- Chief Executive Officer
            rf"(?P<label>{_NAME}|Operator)"
            rf"(?:\ (?:--|[—–-])\ (?P<title>[^\n.!?:;]{{2,110}}+)|,\ (?P<title>\p{{Lu}}[^\n.!?:;]{{2,90}}+)"
            rf"|(?:,\ {{1,3}}(?P<title>\p{{Lu}}[^\n]{{2,110}}?))?\ {{1,4}}\[\d{{1,4}}\])?$",
            below=True,
            needs="gap",
        ),
        _form(
            "head",
            _is_loud_head,  # NADIA (V.O.)
            rf"@?(?P<label>{_CAPS}|(?<=@)\p{{Lu}}{_INNER}++)(?P<note>(?:\s?\([^()\n]{{1,60}}\)){{1,3}}+)?+\s?\^?\.?\s?(?P<direction>_?[(\[][^\n]*+)?+$",
            below=True,
            needs="follow",
        ),
        _form("timed", _is_short, rf"(?P<label>{_CAPS}|{_NAME}):?$", below=True, needs="stamp follow"),
        _form("over", _is_short, rf"(?P<label>{_PLAIN_NAME}|\p{{Lu}}\p{{Ll}}{{1,2}})$", below=True, needs="gap follow"),
        _form("title", _is_short_name, rf"(?P<label>{_CAPS}|{_NAME})$", below=True, needs="alone"),
        _form(
            "short", _is_short_form, r"(?P<label>\p{Lu}\p{Ll}{1,9}(?:\ \p{Lu}\p{Ll}{1,9})?)\.\s++(?=\S)", needs="gap"
        ),
        _form(
            "glued",
            _is_glued,
            rf"(?P<label>{_LOUD}{{1}}(?<=\p{{Lu}}{{2}})(?:\ {_LOUD}(?<=\p{{Lu}}{{2}})){{0,4}}+)"
            rf"\ (?=[\p{{Lu}}“\"(\[]?[\p{{Ll}}]|I\b|A\b|[“\"(\[])",
            needs="gap",
        ),
    )


def possible_forms(text: str, line: Line) -> tuple[LabelForm, ...]:
    """Return the forms that the label of a line may have, as its first letters show: most lines of prose have few."""
    first = text[line.start]
    if not first.isalpha():
        return forms()
    return _by_opening(
        line.gap, line.stamped, not first.islower() and _is_loud(text, line), first in "QAqa", first.islower()
    )


_LOUD_HINTS: set[Hint] = {_is_loud_head, _is_loud_untitled, _is_titled, _is_wide, _is_glued, _is_dashed}


@cache
def _by_opening(gap: bool, stamped: bool, loud: bool, asked: bool, small: bool) -> tuple[LabelForm, ...]:
    barred: set[Hint] = {_has_tag, _has_bracket, _is_slanted, _has_chevron, _is_marked}
    barred |= set() if loud else _LOUD_HINTS
    barred |= set() if asked else {_is_asked}
    barred |= {has_colon, _has_bar} if small and not stamped else set()
    needs = {"follow"} | ({"gap", "alone"} if gap else set()) | ({"stamp"} if stamped else set())
    return tuple(form for form in forms() if form.hint not in barred and needs.issuperset(form.needs.split()))
