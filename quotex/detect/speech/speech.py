"""Whether a passage in quotation marks is speech: somebody's words, and not a title, a nickname or a mentioned term.

A logistic model over named yes-or-no features decides; its weights are data (``models/speech.json``), one set for
stories and one for reports.  What is not speech stays visible as a passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from math import exp

from quotex.detect.genre import is_narrative
from quotex.detect.marks.passages import Quoted
from quotex.detect.speech.features import READ, Features
from quotex.detect.speech.naming import Rule, modifies, names_something
from quotex.models import Models
from quotex.read.document import Document


class Speech:
    """How likely each passage of ``read_passages`` is speech (0 to 1), found out when it is asked for.

    Most passages of a report are claimed by its clauses, and of those nobody asks.
    """

    __slots__ = ("_features", "_known", "_text", "_weights")

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._features = Features(document)
        self._weights = document.models.once(_of_stories if document.once(is_narrative) else _of_reports)
        self._known: dict[int, float] = {}

    def __len__(self) -> int:
        return len(self._features.passages)

    def __getitem__(self, index: int) -> float:
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = self._score(index)
        return known

    def _score(self, index: int) -> float:
        passage = self._features.passages[index]
        for _, rule in NO_SPEECH:
            if rule(self._text, passage):
                return 0.0
        return _logistic(self._weights.score(self._features.of(index)))


class _Weights:
    """The learned weights of features, and of pairs of features that hold together."""

    __slots__ = ("_pairs", "_single")

    def __init__(self, weights: dict[str, float]) -> None:
        self._single: dict[str, float] = {}
        self._pairs: dict[str, list[tuple[str, float]]] = {}
        for name, weight in weights.items():
            left, _, right = name.partition(" & ")
            if right:
                self._pairs.setdefault(left, []).append((right, weight))
            else:
                self._single[name] = weight

    def score(self, names: Sequence[str]) -> float:
        """Return the sum of the weights of all that hold."""
        score = self._single[""] + sum(map(self._single.get, names, repeat(0.0)))
        known = set(names)
        for left in names:
            for right, weight in self._pairs.get(left, ()):
                if right in known:
                    score += weight
        return score


def _of_stories(models: Models) -> _Weights:
    return _Weights(models.weights("speech")["story"])


def _of_reports(models: Models) -> _Weights:
    return _Weights(models.weights("speech")["report"])


def read_speech(document: Document) -> Speech:
    """Return how likely each passage of ``read_passages`` is speech (0 to 1); use as ``document.once(read_speech)``.

    >>> [round(p) for p in read_speech(Document('"I will go," said Ana. She read the novel "Emma" there.'))]
    [1, 0]
    """
    return Speech(document)


def _is_silent(text: str, passage: Quoted) -> bool:
    """Tell whether there is no letter between the marks, nor a stop that can stand for a look or a silence."""
    start, end = passage.inner
    return not any(character.isalnum() or character in ".…?!" for character in text[start : min(end, start + READ)])


# What is no speech whatever the model says; the ids are those of ``lexicon/detection_rules.tsv``.
NO_SPEECH: tuple[tuple[str, Rule], ...] = (
    ("name", names_something),
    ("modifier", modifies),
    ("no letters", _is_silent),
)


def _logistic(value: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, value))))
