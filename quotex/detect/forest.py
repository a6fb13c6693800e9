"""Small regression trees, added up: what a linear model cannot weigh together, over a few named numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Tree = Any  # a list [feature, bar, tree up to the bar, tree above it], or the number that a leaf adds


class Forest:
    """The sum of many small trees (gradient boosting, Friedman 2001).

    ``features`` names the numbers in the order in which `score` wants them.

    >>> Forest({"bias": -1.0, "features": ["words"], "trees": [[0, 3, 0.5, [0, 9, 1.0, 2.0]]]}).score([12])
    1.0
    """

    __slots__ = ("bias", "features", "trees")

    def __init__(self, model: dict[str, Any]) -> None:
        self.bias: float = model["bias"]
        self.features: tuple[str, ...] = tuple(model["features"])
        self.trees: list[Tree] = model["trees"]

    def score(self, numbers: Sequence[float]) -> float:
        """What all trees add up to for these numbers."""
        total = self.bias
        for tree in self.trees:
            while tree.__class__ is list:
                tree = tree[2] if numbers[tree[0]] <= tree[1] else tree[3]
            total += tree
        return total
