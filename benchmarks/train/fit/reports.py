"""Fit the models of reported speech that find a cue, its content and its source, from gold attributions."""

from __future__ import annotations

from typing import Any

from benchmarks.train.fit.sparse import fit_choice, fit_classes, fit_logistic
from benchmarks.train.samples.reports import (
    Example,
    Target,
    Texts,
    candidates,
    content_groups,
    gold_content,
    importance,
    source_groups,
)
from quotex.detect.reports import cues
from quotex.detect.reports.edges import left, right
from quotex.detect.reports.sources.find_source import SOURCE_TEMPLATES
from quotex.models.linear import Linear

_LOST = 0.01  # the share of cues that the first look may lose


class Examples:
    """The candidate cues of articles as the models see them.

    Attributes:
        rows: The values of each candidate; the first look sees the first of them.
        labels: Whether each is a cue.
        weights: How much each counts.
        gold: The cues with what the annotation says of them.
    """

    def __init__(self, texts: Texts) -> None:
        self.banned = texts.banned
        self.rows: list[list[str]] = []
        self.labels: list[bool] = []
        self.weights: list[float] = []
        self.gold: list[Example] = []
        for article in texts.articles:
            for frame, place, grades, gold in candidates(article, texts.lexicon):
                weight = importance(article, frame, gold)
                if gold is None or not gold.optional:
                    self.rows.append(cues.cue_values(frame, place.at, place.lemma, place.grade, grades))
                    self.labels.append(gold is not None)
                    self.weights.append(weight)
                if gold:
                    self.gold.append((frame, place, grades, Target(article, frame, place, gold), weight))


def fit_first_look(examples: Examples) -> dict[str, Any]:
    """Fit the first look at a candidate, with the bar that nearly all cues pass."""
    rows = [row[: len(cues.FIRST_TEMPLATES)] for row in examples.rows]
    labels, weights = examples.labels, examples.weights
    model = fit_logistic(cues.FIRST_TEMPLATES, rows, labels, 2.0, 3, examples.banned, weights)
    score = Linear(model).score
    scores = sorted((score(row), weight, label) for row, label, weight in zip(rows, labels, weights, strict=True))
    whole, lost, dropped = sum(weight for _, weight, label in scores if label), 0.0, 0
    for _, weight, label in scores:
        lost += weight * label
        if lost > _LOST * whole:
            break
        dropped += 1
    bar = scores[dropped][0]
    print(f"first look: drops {dropped} of {len(scores)}, bar {bar:.2f}")
    return model | {"bar": round(bar, 3)}


def fit_cues(examples: Examples) -> dict[str, Any]:
    """Fit how likely a candidate reports."""
    rows, labels, weights = examples.rows, examples.labels, examples.weights
    return fit_logistic(cues.CUE_TEMPLATES, rows, labels, 3.0, 3, examples.banned, weights)


def fit_content(examples: Examples) -> dict[str, dict[str, Any]]:
    """Fit on which side of a cue its content stands, and where that begins and ends."""
    groups, banned = content_groups(examples.gold), examples.banned
    rows, labels, weights = zip(*groups["side"], strict=True)
    templates = cues.CUE_TEMPLATES + right.SIDE_TEMPLATES
    sides = fit_classes(templates, rows, labels, 3, 2.5, 3, banned, weights)
    models = {"side " + side: model for side, model in zip(right.SIDES, sides, strict=True)}
    for name, listed, l1, l2 in (
        ("start", right.START_TEMPLATES, 2.5, 0.0),
        ("end", right.END_TEMPLATES, 2.5, 0.0),
        ("left end", left.LEFT_END_TEMPLATES, 1.5, 0.5),
        ("left start", left.LEFT_START_TEMPLATES, 1.5, 0.5),
    ):
        models[name] = fit_choice(listed, groups[name], l1, 3, banned, l2)
    return models


def fit_source(examples: Examples) -> dict[str, Any]:
    """Fit which noun phrase is the source of a report."""
    groups = source_groups(examples.gold, [gold_content(example[3]) for example in examples.gold])
    return fit_choice(SOURCE_TEMPLATES, groups, 2.5, 3, examples.banned)


def fit_reading(texts: Texts) -> dict[str, dict[str, Any]]:
    """Fit all of these on some articles, so that others can be read with what has not seen them."""
    examples = Examples(texts)
    return {
        "first_look": fit_first_look(examples),
        "cues": fit_cues(examples),
        "content": fit_content(examples),
        "source": fit_source(examples),
    }
