"""Sums of small regression trees over a few named numbers, for what a linear model cannot weigh together.

The trees are not walked one by one.  Each number rules out leaves of all trees at once, those on the near side of every
bar that it passes, and in each tree the first leaf that is left is the one that a walk would reach (QuickScorer,
Lucchese and others 2015).  A tree has up to eight leaves, so that its leaves are one byte.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from operator import and_, getitem
from typing import Any

Tree = Any  # a list [feature, bar, tree up to the bar, tree above it], or the number that a leaf adds
_LEAVES = 8
_ALL = (1 << _LEAVES) - 1
_FIRST = bytes((left & -left).bit_length() - 1 if left else 0 for left in range(_ALL + 1))  # the first leaf left


class Forest:
    """The sum of many small trees (gradient boosting, Friedman 2001).

    ``features`` names the numbers in the order in which `score` wants them.

    Raises:
        ValueError: A tree has more than eight leaves.

    >>> Forest({"bias": -1.0, "features": ["words"], "trees": [[0, 3, 0.5, [0, 9, 1.0, 2.0]]]}).score([12])
    1.0
    """

    __slots__ = ("_all", "_bars", "_leaves", "_left", "bias", "features")

    def __init__(self, model: dict[str, Any]) -> None:
        self.bias: float = model["bias"]
        self.features: tuple[str, ...] = tuple(model["features"])
        self._leaves: list[list[float]] = []
        self._all = (1 << _LEAVES * len(model["trees"])) - 1
        nodes: list[list[tuple[float, int]]] = [[] for _ in self.features]
        for place, tree in enumerate(model["trees"]):
            leaves: list[float] = []
            _read(tree, leaves, place * _LEAVES, nodes)
            if len(leaves) > _LEAVES:
                raise ValueError(f"a tree has {len(leaves)} leaves: {_LEAVES} at most are read")
            self._leaves.append(leaves)
        for found in nodes:
            found.sort()
        self._bars = [[bar for bar, _ in found] for found in nodes]
        # For each feature, the leaves of all trees that are left to a number above none, one, two … of its bars.
        self._left = [[*accumulate((~out for _, out in found), and_, initial=self._all)] for found in nodes]

    def score(self, numbers: Sequence[float]) -> float:
        """Return what all trees add up to for these numbers."""
        left = self._all
        for bars, lefts, number in zip(self._bars, self._left, numbers, strict=False):
            left &= lefts[bisect_left(bars, number)]
        reached = left.to_bytes(len(self._leaves), "little").translate(_FIRST)
        return sum(map(getitem, self._leaves, reached), self.bias)


def _read(tree: Tree, leaves: list[float], first: int, nodes: list[list[tuple[float, int]]]) -> None:
    """Add the leaves of a tree, whose bits begin with ``first``, and for each node what it rules out above its bar."""
    if not isinstance(tree, list):
        leaves.append(tree)
        return
    feature, bar, below, above = tree
    start = len(leaves)
    _read(below, leaves, first, nodes)
    ruled_out = ((1 << len(leaves)) - (1 << start)) << first
    nodes[feature].append((bar, ruled_out))
    _read(above, leaves, first, nodes)
