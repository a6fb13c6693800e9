"""A label of a turn, and what its name shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quotex.detect.layout.labels.forms import LabelForm
from quotex.detect.layout.lines import Line
from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.lexicon.names import given_names, titles
from quotex.lexicon.nouns import person_nouns
from quotex.patterns import pattern

_SWORN = pattern(r"\bsworn\b|\btestified\b")
_WORD = pattern(r"[\p{L}\d’'-]++")


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


def fold(name: str) -> str:
    """Return a label for comparison: case, stops and an article in front do not count."""
    words = name.replace(".", " ").replace("’", "'").replace("@", " ").casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def known_keys(labels: Iterable[Label]) -> frozenset[str]:
    """Return the names that the labels of a text bear."""
    return frozenset(label.key for label in labels)


def content_of(text: str, lines: Sequence[Line], label: Label) -> str:
    """Return the first line of words behind a label."""
    end = lines[label.line].end
    if label.words < end:
        return text[label.words : end]
    below = label.line + 1
    return text[lines[below].start : lines[below].end] if below < len(lines) else ""


def is_sworn(text: str, start: int, end: int) -> bool:
    """Tell whether words tell that a witness was sworn."""
    return _SWORN.search(text, start, end) is not None


def looks_like_name(label: Label) -> bool:
    """Tell whether a label looks like a name, an office or a person's part."""
    return label.loud or is_called(label.key)


def is_called(key: str) -> bool:
    """Tell whether somebody may be called so: by a name, a title, a noun for a person, or a word that is no common
    one."""
    return any(
        word in given_names() or word in titles() or word in person_nouns() or word not in load_words("common_words")
        for word in _WORD.findall(key)
    )
