"""Fit the sparse linear models of quotex: logistic regression and choice among candidates, with an L1 penalty.

The values that a feature function returns, one a template, become indicator features.  The optimiser is OWL-QN
(Andrew and Gao 2007, "Scalable training of L1-regularized log-linear models").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

_SMALL = re.compile(r"[a-zà-ÿ]+")

Rows = Sequence[Sequence[str]]
Loss = Callable[[np.ndarray], "tuple[float, np.ndarray]"]


class Indicators:
    """Numbers for the values of each template; values rarer than ``least`` get none."""

    def __init__(self, templates: Sequence[str], rows: Rows, least: int, banned: Collection[str] = ()) -> None:
        self.templates = tuple(templates)
        self.names: list[tuple[int, str]] = []
        self.tables: list[dict[str, int]] = []
        for column in range(len(self.templates)):
            counts = Counter(row[column] for row in rows)
            kept = sorted(v for v, n in counts.items() if n >= least and not _named(v, banned))
            self.tables.append({v: len(self.names) + i for i, v in enumerate(kept)})
            self.names.extend((column, v) for v in kept)

    def matrix(self, rows: Rows) -> csr_matrix:
        """One row for each list of values, with a last column of ones for the bias."""
        indices: list[int] = []
        pointers = [0]
        for row in rows:
            indices.extend(t[v] for t, v in zip(self.tables, row, strict=False) if v in t)
            indices.append(len(self.names))
            pointers.append(len(indices))
        shape = (len(pointers) - 1, len(self.names) + 1)
        return csr_matrix((np.ones(len(indices)), np.array(indices), np.array(pointers)), shape)

    def model(self, weights: np.ndarray) -> dict[str, Any]:
        """The weights that are not zero, as ``linear.Linear`` reads them."""
        tables: dict[str, dict[str, float]] = {template: {} for template in self.templates}
        for (column, value), weight in zip(self.names, weights, strict=False):
            if abs(weight) >= 0.0005:
                tables[self.templates[column]][value] = round(float(weight), 3)
        return {"bias": round(float(weights[-1]), 3), "templates": tables}


def _named(value: str, banned: Collection[str]) -> bool:
    """Whether a value holds a banned word, also one that class letters or a short word are joined to."""
    for run in _SMALL.findall(value):
        if run in banned or any(run[k:] in banned for k in range(1, min(8, len(run) - 4))):
            return True
    return False


def minimise(
    loss: Loss, start: np.ndarray, l1: float, free: np.ndarray, rounds: int = 70, memory: int = 8
) -> np.ndarray:
    """Minimise ``loss`` + l1·|w| by OWL-QN; ``free`` marks the weights without penalty."""
    penalty = np.where(free, 0.0, l1)
    w: np.ndarray = start.copy()
    value, gradient = loss(w)
    value += float(penalty @ np.abs(w))
    steps: list[tuple[np.ndarray, np.ndarray, float]] = []
    for round_ in range(rounds):
        pseudo = _pseudo(w, gradient, penalty)
        direction = -pseudo
        alphas = []
        for s, y, rho in reversed(steps):
            alpha = rho * float(s @ direction)
            alphas.append(alpha)
            direction -= alpha * y
        if steps:
            s, y, rho = steps[-1]
            direction *= 1.0 / (rho * float(y @ y))
        for (s, y, rho), alpha in zip(steps, reversed(alphas), strict=False):
            direction += (alpha - rho * float(y @ direction)) * s
        direction[direction * pseudo > 0] = 0.0
        slope = float(direction @ pseudo)
        if slope > -1e-9:
            break
        orthant = np.where(w != 0, np.sign(w), -np.sign(pseudo))
        size = 1.0 if steps else 1.0 / max(1.0, float(np.abs(direction).sum()) ** 0.5)
        for _ in range(25):
            new = w + size * direction
            new[(new * orthant < 0) & (penalty > 0)] = 0.0
            new_value, new_gradient = loss(new)
            new_value += float(penalty @ np.abs(new))
            if new_value <= value + 1e-4 * float(pseudo @ (new - w)):
                break
            size *= 0.5
        else:
            break
        s, y = new - w, new_gradient - gradient
        curve = float(s @ y)
        if curve > 1e-12:
            steps = [*steps[-memory + 1 :], (s, y, 1.0 / curve)]
        done = value - new_value < 5e-5 * abs(value)
        w, value, gradient = new, new_value, new_gradient
        if done and round_ > 10:
            break
    return w


def _pseudo(w: np.ndarray, gradient: np.ndarray, penalty: np.ndarray) -> np.ndarray:
    """The pseudo-gradient of the penalised loss."""
    right, left = gradient + penalty, gradient - penalty
    at_zero = np.where(right < 0, right, np.where(left > 0, left, 0.0))
    return np.where(w > 0, right, np.where(w < 0, left, at_zero))


def fit_logistic(
    templates: Sequence[str],
    rows: Rows,
    labels: Sequence[float],
    l1: float,
    least: int = 3,
    banned: Collection[str] = (),
    weights: Sequence[float] | None = None,
) -> dict[str, Any]:
    """Fit a yes/no model; returns it as ``linear.Linear`` reads it."""
    indicators = Indicators(templates, rows, least, banned)
    x = indicators.matrix(rows)
    y = np.array(labels, float)
    importance = np.ones(len(y)) if weights is None else np.array(weights, float)
    xt = x.T.tocsr()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        p = 1.0 / (1.0 + np.exp(-np.clip(z, -30, 30)))
        value = importance @ (np.logaddexp(0, z) - y * z)
        return float(value), xt @ (importance * (p - y))

    start = np.zeros(x.shape[1])
    free = np.zeros(x.shape[1], bool)
    free[-1] = True
    return indicators.model(minimise(loss, start, l1, free))


def fit_choice(
    templates: Sequence[str],
    groups: Sequence[tuple[Rows, int, float]],
    l1: float,
    least: int = 3,
    banned: Collection[str] = (),
    l2: float = 0.0,
) -> dict[str, Any]:
    """Fit a choice among the candidates of each group, given which one is right and how much the group weighs.

    ``l2``, halved, is a further penalty on squared weights.
    """
    rows = [row for candidates, *_ in groups for row in candidates]
    indicators = Indicators(templates, rows, least, banned)
    x = indicators.matrix(rows)
    xt = x.T.tocsr()
    sizes = np.array([len(candidates) for candidates, *_ in groups])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array([answer for _, answer, _ in groups])
    owner = np.repeat(np.arange(len(groups)), sizes)
    importance = np.array([weight for *_, weight in groups], float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        top = np.maximum.reduceat(z, starts)
        raised = np.exp(z - top[owner])
        total = np.add.reduceat(raised, starts)
        value = float(importance @ (np.log(total) + top - z[right]))
        p = raised / total[owner]
        p[right] -= 1.0
        p *= importance[owner]
        return value + l2 * float(w @ w) / 2.0, xt @ p + l2 * w

    free = np.zeros(x.shape[1], bool)
    return indicators.model(minimise(loss, np.zeros(x.shape[1]), l1, free))


def fit_classes(
    templates: Sequence[str],
    rows: Rows,
    labels: Sequence[int],
    classes: int,
    l1: float,
    least: int = 3,
    banned: Collection[str] = (),
    weights: Sequence[float] | None = None,
) -> list[dict[str, Any]]:
    """Fit one model a class (softmax over the classes)."""
    indicators = Indicators(templates, rows, least, banned)
    x = indicators.matrix(rows)
    xt = x.T.tocsr()
    width = x.shape[1]
    onehot = np.eye(classes)[np.array(labels)]
    importance = np.ones((len(labels), 1)) if weights is None else np.array(weights, float)[:, None]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ flat.reshape(classes, width).T
        top = z.max(axis=1, keepdims=True)
        raised = np.exp(z - top)
        p = raised / raised.sum(axis=1, keepdims=True)
        value = float(-(np.log(np.maximum(p, 1e-300)) * onehot * importance).sum())
        return value, (xt @ ((p - onehot) * importance)).T.ravel()

    free = np.zeros(classes * width, bool)
    free[width - 1 :: width] = True
    w = minimise(loss, np.zeros(classes * width), l1, free).reshape(classes, width)
    return [indicators.model(row) for row in w]
