"""Which labels a text has: every form is tried on every line, and the whole text decides which of them are there.

A single label proves nothing.  In talk they come back, stand over most of the lines, look like names, and what follows
them is speech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from quotex.detect.layout.forms import LabelForm, forms, possible_forms
from quotex.detect.layout.forms import has_colon as _has_colon
from quotex.detect.layout.forms import is_scene as _is_scene
from quotex.detect.layout.lines import Line
from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words, never_labels
from quotex.lexicon.names import given_names, titles
from quotex.lexicon.nouns import person_nouns
from quotex.patterns import pattern


class Label(NamedTuple):
    """What may be the label of a turn.

    Attributes:
        line: Number of its line.
        form: Its form.
        place: Offsets of the name.
        key: The name, folded.
        words: Where the words begin; the end of the line when they stand below.
        loud: Whether it is written in capitals, or Q or A.
        group: Whether it is written small, and was found beside others.
    """

    line: int
    form: LabelForm
    place: Piece
    key: str
    words: int
    loud: bool
    group: bool = False


_NOTED = pattern(r"\(|The\s|Minister|Secretary")  # below a name: a constituency, an office
_SWORN = pattern(r"\bsworn\b|\btestified\b")
_ANSWERED = pattern(r"[?.!…][\"”’)]?\sA[:.]\s")
_ROMAN = pattern(r"(?:chap(?:ter)?|book|vol|part|canto|letter|no)?\s?[ivxlc]{1,7}|chap")
_TALK = pattern(r"\b(?:I|you|we|me|my|your|our|us|[Yy]es|[Nn]o|[Tt]hank(?:s|\syou)|[Ww]hat|[Ww]hy|[Hh]ow)\b|[?!]")
_WORD = pattern(r"[\p{L}\d’'-]++")
_FINAL = tuple(".?!…:—–-\"”’')]*_/♪")
_SPARSE = ("stop", "head", "short", "title", "dash", "wide", "glued")
_BEHIND = 4  # lines behind the last label in which a group may speak
_MOST_WORDS = 4  # spaces in a label that no colon ends
_STRICT = ("bracket", "lead-in", "over", "close clock", "title", "short", "set off", "nick alone")
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


def find_labels(text: str, lines: Sequence[Line]) -> list[Label]:
    """Return the labels that the text as a whole bears out, in order."""
    tried = _all_labels(text, lines)
    tried["office"] = _with_office(text, lines, tried.get("office", []))
    asked = sum(
        label.key in label_words("question") for label in (*tried.get("asked", ()), *tried.get("asked, bare", ()))
    )
    borne = {
        name: labels
        for name, labels in tried.items()
        if labels and _is_talk(text, lines, labels, asked=asked > 1 and name == "colon")
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
    return _without_header(text, lines, [chosen[at] for at in sorted(chosen)])


def _small_ones(text: str, lines: Sequence[Line], chosen: dict[int, Label]) -> list[Label]:
    """Labels of groups among others, which are written small: ``Some hon. members: Oh, oh!``."""
    colon = next(form for form in forms() if form.name == "colon")
    found = []
    last = max(chosen)
    for at in range(min(chosen), min(len(lines), last + _BEHIND)):
        line = lines[at]
        if at not in chosen and line.gap and _has_colon(text, line):
            match = _GROUP.match(text, line.start, line.end)
            key = fold(match["label"]) if match else ""
            if match and key not in never_labels() and (at < last or key.split()[-1] in label_words("group")):
                found.append(Label(at, colon, match.span("label"), key, match.end(), loud=False, group=True))
    return found


def _with_office(text: str, lines: Sequence[Line], labels: list[Label]) -> list[Label]:
    """The labels of an earnings call: with an office behind the name once, or the operator."""
    titled = {label.key for label in labels if text[label.place[1] : label.words].strip()} | {"operator"}
    if labels:
        titled |= {fold(match["label"]) for line in lines if (match := _LISTED.match(text, line.start, line.end))}
    return [label for label in labels if label.key in titled]


_LISTED = pattern(
    r"(?P<label>\p{Lu}[\p{L}.'’-]*+(?:\s\p{L}[\p{L}.'’-]*+){1,4}+)\s(?:--|[–—-])\s\p{Lu}[^\n.!?]{2,100}+$"
)
_GROUP = pattern(r"(?P<label>\p{Lu}[\p{L}.’']*+(?:\s[\p{L}.’']++){1,4}+)\s?:\s++")


@cache
def _order() -> dict[str, int]:
    return {form.name: number for number, form in enumerate(forms())}


def _all_labels(text: str, lines: Sequence[Line]) -> dict[str, list[Label]]:
    """The labels of each form."""
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
    ):
        return None
    if (
        form.name in _SPARSE
        and (
            len(key) < 2
            or key.rpartition(" ")[2] in label_words("abbreviated")
            or _ROMAN.fullmatch(key)
            or key.count(" ") > _MOST_WORDS
        )
        or _is_scene(text, line)
    ):
        return None
    return Label(at, form, place, key, match.end(), _is_loud(text[place[0] : place[1]], key))


def is_sworn(text: str, start: int, end: int) -> bool:
    """Whether words tell that a witness was sworn."""
    return _SWORN.search(text, start, end) is not None


def fold(name: str) -> str:
    """Return a label for comparison: case, stops and an article in front do not count."""
    words = name.replace(".", " ").replace("’", "'").replace("@", " ").casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _is_talk(text: str, lines: Sequence[Line], labels: list[Label], *, asked: bool) -> bool:
    """Whether the labels of one form are those of talk; one who is ``asked`` may be the only one with a name."""
    form = labels[0].form
    counts = Counter(label.key for label in labels)
    labels = [label for label in labels if counts[label.key] > 1 or label.key not in load_words("not_labels")]
    if not labels:
        return False
    names = Counter(label.key for label in labels)
    if form.name == "chevron" and any(_is_mail(text, line) for line in lines):
        return False
    if form.name == "nick alone":
        return "</" not in text and len(labels) > 2 and _recurs(text, names, lines, labels)
    if form.name == "asked, bare":
        apart = all(label.words - label.place[1] > 1 for label in labels)
        return 1 < names["q"] <= 2 * names["a"] or names.keys() == {"q"} and names["q"] > 1 and apart
    if form.sure:
        return len(labels) > 1 and _covers(lines, labels, 0.2) and _is_written(text, lines, labels, names)
    loud = [label for label in labels if label.loud]
    named = len(loud) < 0.6 * len(labels)
    if names.keys() == {"q"} and all(_ANSWERED.search(text, label.words, lines[label.line].end) for label in labels):
        return len(labels) > 1
    beside = form.name in ("colon", "asked", "asked, bare", "asked, glued")
    if len(labels) < (3 if named or not beside else 2):
        return False
    contents = [_content(text, lines, label) for label in labels]
    if not (asked or _comes_back(names, named=named or not beside) or _are_people(text, lines, labels, contents)):
        return False
    if sum(map(_is_spoken, contents)) < 0.6 * len(labels):
        return False
    if form.name in _STRICT and not _recurs(text, names, lines, labels):
        return False
    if not _covers(lines, labels, 0.3 if named and not form.below else 0.12):
        return False
    like = sum(_is_name(label) for label in labels)
    talks = sum(_TALK.search(words) is not None for words in contents)
    if named and (talks < 0.3 * len(labels) or like < 0.5 * len(labels) and talks < 0.9 * len(labels)):
        return False
    return like + talks >= 0.7 * len(labels)


def _is_written(text: str, lines: Sequence[Line], labels: list[Label], names: Counter[str]) -> bool:
    """Whether lines with times are talk, and no schedule, log or list of results."""
    form = labels[0].form
    if form.below:
        at = {label.line for label in labels}
        return sum(label.line + 1 in at for label in labels) < 0.5 * len(labels)
    if form.name not in ("message", "bar"):
        return True
    talks = sum(_TALK.search(_content(text, lines, label)) is not None for label in labels)
    if form.name == "bar":
        return talks >= 0.2 * len(labels)
    again = sum(times for times in names.values() if times > 1)
    called = sum(times for name, times in names.items() if _is_called(name))
    return talks >= 0.2 * len(labels) or again >= 0.4 * len(labels) and called >= 0.6 * len(labels)


def _comes_back(names: Counter[str], *, named: bool) -> bool:
    """Whether there is an exchange: several names, of which some come again."""
    if len(names) == 1:
        return False
    if set(names) <= label_words("question") | label_words("answer"):
        return True
    lasts = Counter[str]()
    for name, times in names.items():
        lasts[name.rpartition(" ")[2]] += times
    again = sum(times for times in lasts.values() if times > 1)
    once = not named and len(names) >= 3 > max(names.values()) and all(map(_is_called, names))
    return again >= (0.5 if named else 0.3) * sum(names.values()) or once


def _are_people(text: str, lines: Sequence[Line], labels: list[Label], contents: Sequence[str]) -> bool:
    """Whether nearly every paragraph has the full name or the office of somebody before it, and talk behind it."""
    form = labels[0].form
    titled = sum(text[label.place[1] : label.words].strip(" :.*_\n") != "" for label in labels)
    if form.name == "office":
        return titled > 0.5 * len(labels)
    if form.name == "aged":
        return sum(_TALK.search(words) is not None for words in contents) >= 0.6 * len(labels)
    if form.name != "colon" or not _covers(lines, labels, 0.6):
        return False
    full = sum(_is_full_name(label.key) for label in labels)
    talks = sum(_TALK.search(words) is not None for words in contents)
    return full >= 0.7 * len(labels) and talks >= 0.5 * len(labels)


def _is_full_name(key: str) -> bool:
    """Whether a label is a name of two words with a title or a given name, or tells somebody's part."""
    words = _WORD.findall(key)
    if len(words) < 2:
        return key in label_words("part") or key in person_nouns()
    return any(word in given_names() or word in titles() or word in person_nouns() for word in words)


def _recurs(text: str, names: Counter[str], lines: Sequence[Line], labels: list[Label]) -> bool:
    """Whether nearly all labels come back; asked of forms that headings and prose have too."""
    again = sum(times for times in names.values() if times > 1)
    below = labels[0].form.below
    if labels[0].form.name == "over":
        again += sum(names[label.key] == 1 and _has_note(text, lines, label) for label in labels)
    return (
        again >= 0.75 * len(labels) > 2
        and (len(labels) > 3 or len(names) == 2)
        and (below or _covers(lines, labels, 0.6))
    )


def _has_note(text: str, lines: Sequence[Line], label: Label) -> bool:
    """Whether brackets stand in the line below a name: a constituency, an office."""
    below = lines[label.line + 1] if label.line + 1 < len(lines) else lines[label.line]
    return text[below.start] == "(" and text[below.end - 1] == ")"


def _is_mail(text: str, line: Line) -> bool:
    """Whether a line is quoted from a message: one mark, or several with spaces."""
    return text[line.start] == ">" and text[line.start + 1 : line.start + 2] != ">"


def _covers(lines: Sequence[Line], labels: list[Label], share: float) -> bool:
    """Whether labels stand over enough of the paragraphs between the first and the last of them."""
    first, last = labels[0].line, labels[-1].line
    paragraphs = sum(line.gap for line in lines[first + 1 : last + 1])
    short = sum(1 for line in lines[first : last + 1]) / max(1, len(labels))
    return len(labels) >= share * paragraphs and short < 40


def _content(text: str, lines: Sequence[Line], label: Label) -> str:
    """The first line of words behind a label."""
    end = lines[label.line].end
    if label.words < end:
        return text[label.words : end]
    below = label.line + 1
    return text[lines[below].start : lines[below].end] if below < len(lines) else ""


def _is_spoken(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return letters > 1 and (letters > 0.5 * len(words) or words.rstrip().endswith(_FINAL))


def _is_loud(name: str, key: str) -> bool:
    large = sum(map(str.isupper, name))
    return key in ("q", "a") or large > 1 and large > 0.6 * sum(map(str.isalpha, name))


def _is_name(label: Label) -> bool:
    """Whether a label looks like a name, an office or a person's part."""
    return label.loud or _is_called(label.key)


def _is_called(key: str) -> bool:
    """Whether somebody may be called so: by a name, a title, a noun for a person, or a word that is no common one."""
    return any(
        word in given_names() or word in titles() or word in person_nouns() or word not in _common()
        for word in _WORD.findall(key)
    )


def _common() -> frozenset[str]:
    return load_words("common_words")


def _without_header(text: str, lines: Sequence[Line], labels: list[Label]) -> list[Label]:
    """The labels without the entries of a header above the talk (``Host: Ana Ruiz``), which never come back."""
    names = Counter(label.key for label in labels)
    marked = sum(_is_marked(lines[label.line]) for label in labels) > 0.6 * len(labels)
    entries = load_words("not_labels")
    first = next((at for at, label in enumerate(labels) if names[label.key] > 1), 0)
    small = Counter(label.key for label in labels if not label.loud)
    loud = sum(label.loud for label in labels) > 0.8 * len(labels)
    sentences = sum(_is_sentence(text, lines, label) for label in labels) > 0.5 * len(labels)
    kept = []
    for at, label in enumerate(labels):
        if loud and not label.loud and label.form.name == "colon" and not label.group and small[label.key] == 1:
            continue
        if marked and not _is_marked(lines[label.line]) and at < first:
            continue
        once = at < first and names[label.key] == 1
        if once and _is_entry(text, lines, label, sentences=sentences, listed=label.key in entries):
            continue
        kept.append(label)
    return kept


def _is_entry(text: str, lines: Sequence[Line], label: Label, *, sentences: bool, listed: bool) -> bool:
    """Whether a label that stands above the talk and never comes back is an entry of a header."""
    if label.form.below or " by " in f" {label.key}":
        return False
    if label.words >= lines[label.line].end:
        return not (label.loud and _is_called(label.key))
    return (listed or sentences and not label.loud) and not _is_sentence(text, lines, label)


def _is_sentence(text: str, lines: Sequence[Line], label: Label) -> bool:
    words = _content(text, lines, label)
    return words.endswith((".", "?", "!")) and ":" not in words


def _is_marked(line: Line) -> bool:
    return line.stamped or line.numbered


def known_keys(labels: Iterable[Label]) -> frozenset[str]:
    """The names that the labels of a text bear."""
    return frozenset(label.key for label in labels)
