"""Which labels a text has: every form is tried on every line, and the whole text decides which of them are there.

A single label proves nothing.  In talk they come back, stand over most of the lines, look like names, and what follows
them is speech.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache

import regex

from quotex.detect.layout.labels.forms import LabelForm, forms, possible_forms
from quotex.detect.layout.labels.header import without_header
from quotex.detect.layout.labels.hints import has_colon, is_scene
from quotex.detect.layout.labels.label import Label, fold, is_sworn
from quotex.detect.layout.labels.talk import is_talk
from quotex.detect.layout.lines import Line
from quotex.lexicon.labels import label_words, never_labels
from quotex.patterns import pattern

_NOTED = pattern(r"\(|The\s|Minister|Secretary")  # below a name: a constituency, an office
_ROMAN = pattern(r"(?:chap(?:ter)?|book|vol|part|canto|letter|no)?\s?[ivxlc]{1,7}|chap")
_SPARSE = ("stop", "head", "short", "title", "dash", "wide", "glued")
_BEHIND = 4  # lines behind the last label in which a group may speak
_MOST_WORDS = 4  # spaces in a label that no colon ends
_WITH = {  # forms that stand beside another in one text: a transcript has Q. and MR. STONE:
    "colon": ("asked", "asked, bare", "asked, glued", "chevron", "stop"),
    "asked, bare": ("colon",),
    "asked": ("colon", "stop", "asked, glued"),
    "asked, glued": ("asked", "colon"),
    "stop": ("asked", "colon"),
    "chevron": ("colon",),
    "message": ("nick",),
    "nick": ("message",),
    "clock": (),
}
_LISTED = pattern(
    r"(?P<label>\p{Lu}[\p{L}.'’-]*+(?:\s\p{L}[\p{L}.'’-]*+){1,4}+)\s(?:--|[–—-])\s\p{Lu}[^\n.!?]{2,100}+$"
)
_GROUP = pattern(r"(?P<label>\p{Lu}[\p{L}.’']*+(?:\s[\p{L}.’']++){1,4}+)\s?:\s++")


def find_labels(text: str, lines: Sequence[Line], letters: Container[int] = ()) -> list[Label]:
    """Return the labels that the text as a whole bears out, in order, save where ``letters`` greet and are signed."""
    everywhere = _all_labels(text, lines).items()
    tried = {name: [label for label in labels if label.place[0] not in letters] for name, labels in everywhere}
    tried["office"] = _with_office(text, lines, tried.get("office", []))
    asked = sum(
        label.key in label_words("question") for label in (*tried.get("asked", ()), *tried.get("asked, bare", ()))
    )
    borne = {
        name: labels
        for name, labels in tried.items()
        if labels and is_talk(text, lines, labels, asked=asked > 1 and name == "colon")
    }
    if not borne:
        return []
    main = max(borne, key=lambda name: (len(borne[name]), -_order()[name]))
    names = {main, *(name for name in _WITH.get(main, ()) if name in borne)}
    chosen: dict[int, Label] = {}
    for name in sorted(names, key=lambda name: _order()[name]):
        for label in tried[name]:
            chosen.setdefault(label.line, label)
    if main in ("colon", "asked"):
        for label in _small_ones(text, lines, chosen):
            chosen[label.line] = label
    return without_header(text, lines, [chosen[at] for at in sorted(chosen)])


def _small_ones(text: str, lines: Sequence[Line], chosen: dict[int, Label]) -> list[Label]:
    """Labels of groups among others, which are written small: ``Some hon. members: Oh, oh!``."""
    colon = next(form for form in forms() if form.name == "colon")
    found = []
    last = max(chosen)
    for at in range(min(chosen), min(len(lines), last + _BEHIND)):
        line = lines[at]
        if at not in chosen and line.gap and has_colon(text, line):
            match = _GROUP.match(text, line.start, line.end)
            key = fold(match["label"]) if match else ""
            if match and key not in never_labels() and (at < last or key.split()[-1] in label_words("group")):
                found.append(Label(at, colon, match.span("label"), key, match.end(), loud=False, group=True))
    return found


def _with_office(text: str, lines: Sequence[Line], labels: list[Label]) -> list[Label]:
    """Return the labels of an earnings call: with an office behind the name once, or the operator."""
    titled = {label.key for label in labels if text[label.place[1] : label.words].strip()} | {"operator"}
    if labels:
        titled |= {fold(match["label"]) for line in lines if (match := _LISTED.match(text, line.start, line.end))}
    return [label for label in labels if label.key in titled]


@cache
def _order() -> dict[str, int]:
    return {form.name: number for number, form in enumerate(forms())}


def _all_labels(text: str, lines: Sequence[Line]) -> dict[str, list[Label]]:
    """Return the labels of each form."""
    tried: dict[str, list[Label]] = {}
    for at, line in enumerate(lines):
        for form in possible_forms(text, line):
            if form.hint(text, line) and (label := _match(text, lines, at, form)):
                tried.setdefault(form.name, []).append(label)
    return tried


def _match(text: str, lines: Sequence[Line], at: int, form: LabelForm) -> Label | None:
    line = lines[at]
    follows = at + 1 < len(lines) and not lines[at + 1].gap
    if "stamp" in form.needs and (not line.stamped or line.framed) or "gap" in form.needs and not line.gap:
        return None
    if form.needs == "alone" and (follows and not _NOTED.match(text, lines[at + 1].start) or not line.gap):
        return None
    if (
        "follow" in form.needs
        and not follows
        or form.name == "office"
        and follows
        and line.indent == lines[at + 1].indent
    ):
        return None
    below = form.name == "clock below"
    if below and not follows:
        return None
    end = lines[at + 1].end if below else line.end
    match = form.pattern.match(text, line.start, end)
    if match is None:
        return None
    if is_sworn(text, match.end("label"), match.end()):
        return None
    place = match.span("label")
    key = fold(text[place[0] : place[1]])
    if (
        form.name != "chevron"
        and not any(map(str.isalnum, key))
        or key in never_labels()
        or key.split(" ")[0] in label_words("level")
        or key.startswith("dear ")
    ):
        return None
    if form.name == "colon" and follows and _is_heading(text, match, lines[at + 1]):
        return None
    if (
        form.name in _SPARSE
        and (
            len(key) < 2
            or key.rpartition(" ")[2] in label_words("abbreviated")
            or _ROMAN.fullmatch(key)
            or key.count(" ") > _MOST_WORDS
        )
        or is_scene(text, line)
    ):
        return None
    return Label(at, form, place, key, match.end(), _is_loud(text[place[0] : place[1]], key))


def _is_heading(text: str, match: regex.Match[str], below: Line) -> bool:
    """Tell whether a line is a heading in capitals with prose right below it: "OPTION A: THE STATE"."""
    words = text[match.end() : below.start].strip()
    loud = match["label"].isupper() and words.isupper() and words[-1].isalnum()
    return loud and not text[below.start : below.end].isupper()


def _is_loud(name: str, key: str) -> bool:
    large = sum(map(str.isupper, name))
    return key in ("q", "a") or large > 1 and large > 0.6 * sum(map(str.isalpha, name))
