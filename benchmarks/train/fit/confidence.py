"""Fit a probability from log-odds and some values beside them: logistic regression with an L2 penalty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from benchmarks.train.fit.sparse import Indicators

LEAST = 15  # examples of a value that gets a weight
STRENGTH = 0.1  # the inverse of the penalty


def fit_confidence(
    templates: Sequence[str],
    rows: Sequence[Sequence[str]],
    numbers: Sequence[Sequence[float]],
    labels: Sequence[bool],
    weights: Sequence[float],
) -> dict[str, Any]:
    """Fit it; returns the weights of the values as ``linear.Linear`` reads them, and one slope a number."""
    indicators = Indicators(templates, rows, LEAST)
    values = indicators.matrix(rows)[:, :-1]
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(hstack([csr_matrix(np.array(numbers, float)), values]).tocsr(), labels, sample_weight=weights)
    width = len(numbers[0])
    slopes, rest = model.coef_[0][:width], model.coef_[0][width:]
    table = indicators.model(np.append(rest, model.intercept_[0]))
    return {"slopes": [round(float(slope), 3) for slope in slopes], "values": table}
