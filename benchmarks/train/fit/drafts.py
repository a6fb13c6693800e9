"""Fit the decision on drafts of reports: a linear model, and trees that weigh its answer with a few numbers.

Drafts are made by models that have not seen the article.  The first four fifths of the articles are parted in two
halves, each read with what was fitted on the other; the last fifth is held out.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from benchmarks.train.fit.reports import fit_reading
from benchmarks.train.fit.sparse import fit_logistic
from benchmarks.train.fit.trees import fit_forest
from benchmarks.train.samples.cue_lexicon import CueLexicon
from benchmarks.train.samples.news import Article
from benchmarks.train.samples.reports import Texts, draft_examples
from quotex.detect.reports import draft_values
from quotex.models import PACKAGED
from quotex.models.linear import Linear

Weights = dict[str, dict[str, Any]]  # of several models, by name
QUARTERS = 4
UNDECIDED: Weights = {
    "drafts": {
        "threshold": 0.0,
        "linear": {"bias": 0.0, "templates": {}},
        "forest": {"bias": 0.0, "features": [], "trees": []},
    }
}


class Decision:
    """The decision on drafts, with all that it was fitted by.

    Attributes:
        halves: The articles of the first four fifths.
        readings: The weights with which drafts are made in each half.
        heldout: The last fifth.
        lexicon: The cue words, counted without the last fifth.
        banned: The words that no model may know.
        linear: The linear model.
        blind: One for each quarter of the halves, fitted without it.
        forest: The trees, which have seen answers of the blind ones.
    """

    def __init__(self, texts: Texts) -> None:
        cut = len(texts.articles) * 4 // 5
        self.banned = texts.banned
        self.lexicon = CueLexicon(texts.articles[:cut])
        self.halves = [texts.articles[0:cut:2], texts.articles[1:cut:2]]
        self.heldout = texts.articles[cut:]
        self.readings = [self._reading(half) for half in reversed(self.halves)]
        self._fit()

    def whole(self) -> Weights:
        """Return the weights fitted without the last fifth, to read that with."""
        return self._reading([article for half in self.halves for article in half]) | self.drafts(self.linear)

    def drafts(self, linear: dict[str, Any]) -> Weights:
        """Return the weights of the decision with a linear model; the threshold is that of the package."""
        threshold = PACKAGED.weights("drafts")["threshold"]
        return {"drafts": {"threshold": threshold, "linear": linear, "forest": self.forest}}

    def _reading(self, articles: list[Article]) -> Weights:
        return fit_reading(Texts(articles, self.lexicon, self.banned))

    def _fit(self) -> None:
        seen = _see(self.halves, self.readings, self.lexicon)
        self.blind = []
        for quarter in range(QUARTERS):
            model = self._linear([one for one in seen if one.quarter != quarter])
            self.blind.append(model)
            linear = Linear(model)
            for i, one in enumerate(seen):
                if one.quarter == quarter:
                    seen[i] = one._replace(numbers=(linear.score(one.values), *one.numbers[1:]))
        _, numbers, labels, weights, _ = zip(*seen, strict=True)
        self.forest = fit_forest(draft_values.DRAFT_NUMBERS, numbers, labels, weights)
        self.linear = self._linear(seen)

    def _linear(self, seen: list[_Seen]) -> dict[str, Any]:
        values, _, labels, weights, _ = zip(*seen, strict=True)
        return fit_logistic(draft_values.DRAFT_TEMPLATES, values, labels, 5.0, 3, self.banned, weights)


class _Seen(NamedTuple):
    """A draft as the models see it, whether it is right, its weight, and the quarter of the articles it is from."""

    values: list[str]
    numbers: tuple[float, ...]
    right: bool
    weight: float
    quarter: int


def _see(halves: list[list[Article]], readings: list[Weights], lexicon: CueLexicon) -> list[_Seen]:
    """All drafts that are made in the halves; the answer of the linear model among their numbers is not known yet."""
    seen = []
    for half, reading in zip(halves, readings, strict=True):
        for index, article in enumerate(half):
            for draft, found, right, weight in draft_examples([article], lexicon, reading | UNDECIDED):
                around = draft_values.look_around(draft, found)
                values = draft_values.draft_values(draft, around)
                numbers = draft_values.draft_numbers(draft, around, 0.0)
                seen.append(_Seen(values, numbers, right, weight, index % QUARTERS))
    print("drafts:", len(seen), "right:", sum(one.right for one in seen))
    return seen
