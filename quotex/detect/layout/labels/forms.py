"""How a label looks, in each layout of talk: one row per form."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import regex

from quotex.detect.layout.labels import hints
from quotex.detect.layout.labels.hints import Hint
from quotex.detect.layout.lines import Line
from quotex.lexicon import load_words
from quotex.patterns import pattern

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
_QUESTION_NUMBER = r"(?:Q?\d{1,3}\.\ )?(?:\[\d{3,9}\]\ )?"
_LOUD_HINTS: set[Hint] = {
    hints.is_loud_head,
    hints.is_loud_untitled,
    hints.is_titled,
    hints.is_wide,
    hints.is_glued,
    hints.is_dashed,
}


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


def _form(
    name: str, hint: Hint, expression: str, *, below: bool = False, sure: bool = False, needs: str = ""
) -> LabelForm:
    known: dict[str, Callable[[], frozenset[str]]] = {"titles": hints.title_forms, "dates": _date_forms}
    lists = {name: sorted(words()) for name, words in known.items() if f"\\L<{name}>" in expression}
    return LabelForm(name, hint, pattern(expression, regex.VERBOSE, **lists), below, sure, needs)


def _date_forms() -> frozenset[str]:
    """Return the names of days and months, as headers write them: "Monday", "Mon"."""
    return frozenset(form.capitalize() for word in load_words("dates") for form in (word, _shortened(word)))


def _shortened(word: str) -> str:
    return word[:3] if word.endswith("day") else word


def _stopped(label: str) -> str:
    """A label before a full stop."""
    return rf"""[*_]{{0,3}}+ (?P<label> {label} )
        (?P<note>,?[\ ]?[*_]{{0,2}}[(\[][^()\[\]]{{1,140}}+[)\]][*_]{{0,2}})?+
        [*_]{{0,3}}+ (?:\.|(?<=\.)) [*_]{{0,3}}+ [-–—]{{0,3}}+ (?=\s|$) \s*+"""


BESIDE = frozenset({"colon", "asked", "asked, bare", "asked, glued"})  # forms right before the words, in most talk


@cache
def forms() -> tuple[LabelForm, ...]:
    """Return all forms; their order decides when a line fits two of them."""
    return (
        _form("voice", hints.has_tag, r"<v(?:\.[\w.]+)?\ (?P<label>[^<>\n]{1,60}+)>\s*+", sure=True),
        _form("nick", hints.has_tag, r"<[@+%~&!]?\s?(?P<label>[^\s<>]{1,30}+)>\s++", sure=True, needs="stamp"),
        _form("nick alone", hints.has_tag, r"<[@+%~&!]?\s?(?P<label>[^\s<>/=]{1,30}+)>\s++(?=\S)"),
        _form(
            "message",
            hints.has_colon,  # 9/6/24, 7:58 AM - Teo D: I look at the spreadsheet
            rf"{_CHANNEL}?+(?P<label>[\p{{Lu}}\p{{Ll}}+~@\d][^\n:\[\]]{{0,39}}?)\]?"
            rf"(?P<note>\ \([^()\n]{{1,60}}\)|{_SAYS})?{_TO}\s?:(?:\s++|$)",
            sure=True,
            needs="stamp",
        ),
        _form(
            "channel",  # [Guild] [Ana]: Where is the key?
            hints.has_colon,
            rf"""(?: (?:\[\p{{L}}[^\[\]\n]{{0,20}}\]|\(\p{{L}}[^()\n]{{0,20}}\))\ \[?
                    (?P<label>\p{{L}}[^\n:\[\]()]{{0,30}}?)\]?{_SAYS}?
                  | (?:\[\p{{L}}{{1,20}}\]\ )?(?P<label>\p{{Lu}}[^\n:\[\]()]{{0,30}}?){_SAYS}):\s++(?=\S)""",
        ),
        _form("bar", hints.has_bar, r"[@+%~&]?(?P<label>[^\s|│]{1,30})\s[|│]\s++(?=\S)", sure=True, needs="stamp"),
        _form("bracket", hints.has_bracket, rf"[*_]{{0,2}}\[(?P<label>{_NAME}|{_CAPS})\]:?[*_]{{0,2}}:?\s++(?=\S)"),
        _form(
            "clock",
            hints.is_clock,  # Ana Ruiz   0:03
            rf"""(?:(?:Posted|Submitted|Started|Asked)\sby\s|\[[+–—-]\]\s?)?(?:/?u/)?
                (?:\*\*)?(?P<label>[^\s\[\]*][^\n:*]{{0,39}}?)(?:\*\*)?
                (?:\s?\[\p{{L}}{{1,5}}\]|\s\([^()\n]{{1,20}}\)|\sOP)?
                (?:\s-?\d[\d,.k]{{0,6}}\spoints?)?(?:\s[·•|]\s[^·•|\n:]{{1,40}}?)?
                (?:\s{{2,}}|\s[—–|·•-]\s|\s(?=\()|,\s|\s(?=\d{{1,3}}\s?\p{{Ll}}+\sago\b))
                [(\[]?{_DAY}{_CLOCK}[)\]]?:?(?:\s[|·•][^\n]{{0,60}})?$""",
            below=True,
            sure=True,
            needs="follow",
        ),
        _form(
            "close clock",  # Mum 10:02
            hints.is_clock,
            r"(?P<label>\p{L}[^\n:]{0,29}?)\s\d{1,2}:\d\d$",
            below=True,
            needs="follow",
        ),
        _form(
            "clock below",
            hints.is_short,
            rf"(?P<label>\p{{Lu}}[^\n:]{{0,39}}?)\n\s*+{_CLOCK}$",
            below=True,
            sure=True,
            needs="gap",
        ),
        _form(
            "asked", hints.is_asked, r"[*_]{0,3}(?P<label>Q|A|[Qq]uestion|[Aa]nswer)[*_]{0,3}[.:)][*_]{0,3}(?:\s++|$)"
        ),
        _form("asked, bare", hints.is_asked, r"(?P<label>Q|A)\s++(?=[\p{Lu}“\"])"),
        _form("asked, glued", hints.is_asked, r"[*_]{0,3}(?P<label>Q)(?=\p{Lu}\p{Ll})"),
        _form(
            "colon",
            hints.has_colon,
            rf"""["“]?(?:[-–—]\s?(?=\p{{Lu}}['’\p{{Lu}}])|>>+\s?)?{_QUESTION_NUMBER}[*_"“]{{0,4}}+
                (?P<label>{_CAPS}(?!\ ?\p{{Ll}})|{_NAME})
                (?P<title>,\ [^:\n()\[\]]{{1,110}}+)?+ (?P<note>{_NOTE}{{1,3}}+)?+ {_TIME}?+
                (?:\ to\ the\ [^:\n]{{2,100}}+)?+
                [*_]{{0,3}}+[\ \t]?:[*_]{{0,3}}+(?:\s++|$|(?=["“]))""",
        ),
        _form("chevron", hints.has_chevron, r"(?P<label>>>+)\s?(?=\S)", sure=True),
        _form(
            "stop",
            hints.is_titled,  # Mr. AKERS of Ohio (during the reading). The Chair may …
            _stopped(rf"(?:[Tt]he|THE)\ {_CAPS} | \L<titles>\.?\ {_PLAIN_NAME} | {_CAPS}"),
        ),
        _form(
            "stop",
            hints.is_loud_untitled,  # The CHAIR. Without objection …
            _stopped(rf"(?:[Tt]he|THE)\ {_CAPS} | (?:The|THE)\.?\ {_PLAIN_NAME} | {_CAPS}"),
        ),
        _form(
            "stop and dash",  # Ana Ruiz (PPE). – Madam President
            hints.is_stopped,
            rf"(?P<label>{_PLAIN_NAME})(?P<title>,\ [^.\n]{{2,80}}+)?+(?P<note>{_NOTE})?+\.\ [–—-]{{1,2}}\ (?=\S)",
            needs="gap",
        ),
        _form(
            "dash",
            hints.is_dashed,  # NUALA -- [_sweeping_]. -- If that's yourself
            rf"""(?P<label>{_CAPS})\.?\ ?(?P<note>{_NOTE})?+\.?\ ?(?:--|[—–])\ ?
                (?:[(\[][^()\[\]]{{1,160}}+[)\]]\.?\ ?(?:--|[—–])\ ?)?+(?=\S)""",
        ),
        _form("wide", hints.is_wide, rf"(?P<label>{_CAPS})\.?(?P<note>{_NOTE})?+(?:\t|[ ]{{2,}})\s*+(?=\S|$)"),
        _form(
            "set off",  # **Ana Ruiz**
            hints.is_marked,
            rf"(?P<mark>\*\*|__|[*_])(?P<label>{_NAME}|{_CAPS}):?(?P=mark):?$",
            below=True,
        ),
        _form(
            "aged",  # Ana Ruiz, 34, miller
            hints.is_aged,
            rf"(?P<mark>[*_]{{0,3}})(?P<label>{_NAME}|{_CAPS}),\s\d{{1,3}}(?:[,\s][^\n.!?:]{{0,60}})?(?P=mark)$",
            below=True,
            needs="gap",
        ),
        _form(
            "lead-in",  # _Ana._ Who is there?
            hints.is_slanted,
            rf"(?P<mark>[*_]{{1,3}})(?P<label>{_PLAIN_NAME}|{_CAPS})(?:[.:](?P=mark)|(?P=mark)[.:])\s++(?=\S)",
            needs="gap",
        ),
        _form(
            "office",
            hints.is_short_office,  # Laurenz van der Hulst -- Chief Executive Officer
            rf"(?P<label>{_NAME}|Operator)"
            rf"(?:\ (?:--|[—–-])\ (?P<title>[^\n.!?:;]{{2,110}}+)|,\ (?P<title>\p{{Lu}}[^\n.!?:;]{{2,90}}+)"
            rf"|(?:,\ {{1,3}}(?P<title>\p{{Lu}}[^\n]{{2,110}}?))?\ {{1,4}}\[\d{{1,4}}\])?$",
            below=True,
            needs="gap",
        ),
        _form(
            "head",
            hints.is_loud_head,  # NADIA (V.O.)
            rf"@?(?P<label>{_CAPS}|(?<=@)\p{{Lu}}{_INNER}++)(?P<note>(?:\s?\([^()\n]{{1,60}}\)){{1,3}}+)?+\s?\^?\.?\s?(?P<direction>_?[(\[][^\n]*+)?+$",
            below=True,
            needs="follow",
        ),
        _form("timed", hints.is_short, rf"(?P<label>{_CAPS}|{_NAME}):?$", below=True, needs="stamp follow"),
        _form(
            "over",
            hints.is_short,
            rf"(?P<label>{_PLAIN_NAME}|\p{{Lu}}\p{{Ll}}{{1,2}})$",
            below=True,
            needs="gap follow",
        ),
        _form("title", hints.is_short_name, rf"(?P<label>{_CAPS}|{_NAME})$", below=True, needs="alone"),
        _form(
            "short",
            hints.is_short_form,
            r"(?P<label>\p{Lu}\p{Ll}{1,9}(?:\ \p{Lu}\p{Ll}{1,9})?)\.\s++(?=\S)",
            needs="gap",
        ),
        _form(
            "glued",
            hints.is_glued,
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
        line.gap, line.stamped, not first.islower() and hints.is_loud(text, line), first in "QAqa", first.islower()
    )


@cache
def _by_opening(gap: bool, stamped: bool, loud: bool, asked: bool, small: bool) -> tuple[LabelForm, ...]:
    barred: set[Hint] = {hints.has_tag, hints.has_bracket, hints.is_slanted, hints.has_chevron, hints.is_marked}
    barred |= set() if loud else _LOUD_HINTS
    barred |= set() if asked else {hints.is_asked}
    barred |= {hints.has_colon, hints.has_bar} if small and not stamped else set()
    needs = {"follow"} | ({"gap", "alone"} if gap else set()) | ({"stamp"} if stamped else set())
    return tuple(form for form in forms() if form.hint not in barred and needs.issuperset(form.needs.split()))
