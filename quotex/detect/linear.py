"""Linear models as tables of weights: one table a feature template, one weight a value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

_get: Callable[[dict[str, float], str, float], float] = dict.get  # called without a Python frame


class Linear:
    """A linear scorer: the bias, and what each template's value adds.

    A feature function returns one value a template, in the order of ``templates``; values without a weight add
    nothing.  Training and inference share the feature functions, so what is scored is what was learned.

    >>> Linear({"bias": -1.0, "templates": {"word": {"said": 2.5}}}).score(["said"])
    1.5
    """

    __slots__ = ("_zeros", "bias", "tables", "templates")

    def __init__(self, model: dict[str, Any]) -> None:
        self.bias: float = model["bias"]
        self.templates: tuple[str, ...] = tuple(model["templates"])
        self.tables: list[dict[str, float]] = list(model["templates"].values())
        self._zeros = (0.0,) * len(self.tables)

    def score(self, values: Sequence[str]) -> float:
        """The sum of the weights of ``values``, one a template."""
        return self.bias + sum(map(_get, self.tables, values, self._zeros))


def sigmoid(x: float) -> float:
    """The logistic function, safe for any size of ``x``."""
    if x < -30.0:
        return 0.0
    return 1.0 / (1.0 + exp(-x)) if x < 30.0 else 1.0


def softmax(scores: Sequence[float]) -> list[float]:
    """Shares of one, proportional to ``exp(score)``."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]
