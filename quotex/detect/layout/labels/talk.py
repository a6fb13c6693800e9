"""Whether the labels of one form are those of talk: they come back, look like names, and speech follows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotex.detect.layout.labels.forms import BESIDE
from quotex.detect.layout.labels.label import Label, content_of, is_called, looks_like_name
from quotex.detect.layout.lines import Line
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import given_names, nicknames, titles
from quotex.lexicon.nouns import person_nouns
from quotex.patterns import pattern

_ANSWERED = pattern(r"[?.!…][\"”’)]?\sA[:.]\s")
_TALK = pattern(r"\b(?:I|you|we|me|my|your|our|us|[Yy]es|[Nn]o|[Tt]hank(?:s|\syou)|[Ww]hat|[Ww]hy|[Hh]ow)\b|[?!]")
_WORD = pattern(r"[\p{L}\d’'-]++")
_FINAL = tuple(".?!…:—–-\"”’')]*_/♪")
_FEWEST_OF_CHAT = 5  # lines
_STRICT = ("bracket", "lead-in", "over", "close clock", "title", "short", "set off", "nick alone")


def is_talk(text: str, lines: Sequence[Line], labels: list[Label], *, asked: bool) -> bool:
    """Tell whether the labels of one form are those of talk; one who is ``asked`` may be the only one with a name."""
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
        asks = sum("?" in text[label.words : lines[label.line].end] for label in labels) > 0.5 * len(labels)
        return 1 < names["q"] <= 2 * names["a"] or names.keys() == {"q"} and names["q"] > 1 and (apart or asks)
    if form.sure:
        return len(labels) > 1 and _covers(lines, labels, 0.2) and _is_written(text, lines, labels, names)
    loud = [label for label in labels if label.loud]
    named = len(loud) < 0.6 * len(labels)
    if names.keys() == {"q"} and all(_ANSWERED.search(text, label.words, lines[label.line].end) for label in labels):
        return len(labels) > 1
    beside = form.name in BESIDE
    if len(labels) < (3 if named or not beside else 2):
        return False
    contents = [content_of(text, lines, label) for label in labels]
    if not (asked or _comes_back(names, named=named or not beside) or _are_people(text, lines, labels, contents)):
        return False
    if sum(map(_is_spoken, contents)) < 0.6 * len(labels):
        return False
    if form.name in _STRICT and not _recurs(text, names, lines, labels):
        return False
    if not _covers(lines, labels, 0.3 if named and not form.below else 0.12):
        return False
    like = sum(looks_like_name(label) for label in labels)
    talks = sum(_TALK.search(words) is not None for words in contents)
    if named and (talks < 0.3 * len(labels) or like < 0.5 * len(labels) and talks < 0.9 * len(labels)):
        return talks > 1 and _is_chat(lines, labels, names)
    return like + talks >= 0.7 * len(labels)


def _is_written(text: str, lines: Sequence[Line], labels: list[Label], names: Counter[str]) -> bool:
    """Tell whether lines with times are talk, and no schedule, log or list of results."""
    form = labels[0].form
    if form.below:
        at = {label.line for label in labels}
        return sum(label.line + 1 in at for label in labels) < 0.5 * len(labels)
    if form.name not in ("message", "bar"):
        return True
    talks = sum(_TALK.search(content_of(text, lines, label)) is not None for label in labels)
    if form.name == "bar":
        return talks >= 0.2 * len(labels)
    again = sum(times for times in names.values() if times > 1)
    called = sum(times for name, times in names.items() if is_called(name))
    return talks >= 0.2 * len(labels) or again >= 0.4 * len(labels) and called >= 0.6 * len(labels)


def _comes_back(names: Counter[str], *, named: bool) -> bool:
    """Tell whether there is an exchange: several names, of which some come again."""
    if len(names) == 1:
        return False
    if set(names) <= label_words("question") | label_words("answer"):
        return True
    lasts = Counter[str]()
    for name, times in names.items():
        lasts[name.rpartition(" ")[2]] += times
    again = sum(times for times in lasts.values() if times > 1)
    once = not named and len(names) >= 3 > max(names.values()) and all(map(is_called, names))
    return again >= (0.5 if named else 0.3) * sum(names.values()) or once


def _are_people(text: str, lines: Sequence[Line], labels: list[Label], contents: Sequence[str]) -> bool:
    """Tell whether nearly every paragraph has the full name or the office of somebody before it, and talk behind it."""
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


def _is_chat(lines: Sequence[Line], labels: list[Label], names: Counter[str]) -> bool:
    """Tell whether a text is nothing but lines of a few people by their given names, who answer each other."""
    given = [name in given_names() or name in nicknames() or name in person_nouns() for name in names]
    called = any(given) and all(map(is_called, names))
    turns = sum(one.key != other.key for one, other in zip(labels, labels[1:], strict=False))
    whole = len(labels) > _FEWEST_OF_CHAT and len(labels) >= 0.9 * len(lines)
    return whole and called and min(names.values()) > 1 and turns >= 0.5 * len(labels)


def _is_full_name(key: str) -> bool:
    """Tell whether a label is a name of two words with a title or a given name, or tells somebody's part."""
    words = _WORD.findall(key)
    if len(words) < 2:
        return key in label_words("part") or key in person_nouns()
    return any(word in given_names() or word in titles() or word in person_nouns() for word in words)


def _recurs(text: str, names: Counter[str], lines: Sequence[Line], labels: list[Label]) -> bool:
    """Tell whether nearly all labels come back; asked of forms that headings and prose have too."""
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
    """Tell whether brackets stand in the line below a name: a constituency, an office."""
    below = lines[label.line + 1] if label.line + 1 < len(lines) else lines[label.line]
    return text[below.start] == "(" and text[below.end - 1] == ")"


def _is_mail(text: str, line: Line) -> bool:
    """Tell whether a line is quoted from a message: one mark, or several with spaces."""
    return text[line.start] == ">" and text[line.start + 1 : line.start + 2] != ">"


def _covers(lines: Sequence[Line], labels: list[Label], share: float) -> bool:
    """Tell whether labels stand over enough of the paragraphs between the first and the last of them."""
    first, last = labels[0].line, labels[-1].line
    paragraphs = sum(line.gap for line in lines[first + 1 : last + 1])
    short = sum(1 for line in lines[first : last + 1]) / max(1, len(labels))
    return len(labels) >= share * paragraphs and short < 40


def _is_spoken(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return letters > 1 and (letters > 0.5 * len(words) or words.rstrip().endswith(_FINAL))
