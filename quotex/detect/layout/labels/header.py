"""The entries of a header above the talk («Host: Ana Ruiz»), which look like labels and never come back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from quotex.detect.layout.labels.label import Label, content_of, is_called
from quotex.detect.layout.lines import Line
from quotex.lexicon import load_words


def without_header(text: str, lines: Sequence[Line], labels: list[Label]) -> list[Label]:
    """Return the labels without the entries of a header above the talk (``Host: Ana Ruiz``), which never come back."""
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
    """Tell whether a label that stands above the talk and never comes back is an entry of a header."""
    if label.form.below or " by " in f" {label.key}":
        return False
    if label.words >= lines[label.line].end:
        return not (label.loud and is_called(label.key))
    return (listed or sentences and not label.loud) and not _is_sentence(text, lines, label)


def _is_sentence(text: str, lines: Sequence[Line], label: Label) -> bool:
    words = content_of(text, lines, label)
    return words.endswith((".", "?", "!")) and ":" not in words


def _is_marked(line: Line) -> bool:
    return line.stamped or line.numbered
