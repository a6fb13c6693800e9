"""Linear models as tables of weights: one table per feature template, one weight per value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import exp
from typing import Any

_get: Callable[[dict[str, float], str, float], float] = dict.get  # called without a Python frame
_get_whole: Callable[[dict[str, int], str, int], int] = dict.get
_FIELD = 20  # bits: sums of up to 500 either way, in thousandths
_MIDDLE = 1 << _FIELD - 1


class Linear:
    """A linear scorer: the bias, and what each template's value adds.

    A feature function returns one value per template, in the order of ``templates``; values without a weight add
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
        """Return the sum of the weights of ``values``, one a template."""
        return self.bias + sum(map(_get, self.tables, values, self._zeros))


class Rivals:
    """Linear models with the same templates, scored together: each value is looked up once for all of them.

    Weights have three decimals.  As whole thousandths those of one value, one a model, lie side by side in the bits of
    one integer, so that one sum adds up all scores.

    >>> models = [{"bias": -1.0, "templates": {"word": {"said": 2.5}}}, {"bias": 0.5, "templates": {"word": {}}}]
    >>> Rivals(models).scores(["said"])
    [1.5, 0.5]
    """

    __slots__ = ("_bias", "_shifts", "_tables", "_zeros")

    def __init__(self, models: Sequence[dict[str, Any]]) -> None:
        self._shifts = range(0, _FIELD * len(models), _FIELD)
        self._bias = sum((_thousandths(m["bias"]) + _MIDDLE) << s for m, s in zip(models, self._shifts, strict=True))
        self._tables: list[dict[str, int]] = [{} for _ in models[0]["templates"]]
        for model, shift in zip(models, self._shifts, strict=True):
            for table, weights in zip(self._tables, model["templates"].values(), strict=True):
                for value, weight in weights.items():
                    table[value] = table.get(value, 0) + (_thousandths(weight) << shift)
        self._zeros = (0,) * len(self._tables)

    def scores(self, values: Sequence[str]) -> list[float]:
        """Return the score of each model for ``values``, one a template."""
        total = sum(map(_get_whole, self._tables, values, self._zeros), self._bias)
        return [((total >> shift) % (1 << _FIELD) - _MIDDLE) / 1000 for shift in self._shifts]


def _thousandths(weight: float) -> int:
    return round(weight * 1000)


def sigmoid(x: float) -> float:
    """Return the logistic function, safe for any size of ``x``."""
    if x < -30.0:
        return 0.0
    return 1.0 / (1.0 + exp(-x)) if x < 30.0 else 1.0


def softmax(scores: Sequence[float]) -> list[float]:
    """Shares of one, proportional to ``exp(score)``."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]
