"""Fit the small regression trees of quotex by gradient boosting, as scikit-learn does it, with one thread and seed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

TREES = 200
LEAVES = 8


def fit_forest(
    features: Sequence[str],
    rows: Sequence[Sequence[float]],
    labels: Sequence[bool],
    weights: Sequence[float] | None = None,
) -> dict[str, Any]:
    """Fit a yes/no model; returns it as ``forest.Forest`` reads it."""
    model = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=0.06,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=40,
        l2_regularization=5.0,
        max_features=0.3,
        random_state=0,
        early_stopping=False,
    )
    model.fit(np.array(rows, float), np.array(labels), sample_weight=weights)
    trees = [_nested(stage[0].nodes, 0) for stage in model._predictors]
    return {"bias": round(float(model._baseline_prediction.ravel()[0]), 4), "features": list(features), "trees": trees}


def _nested(nodes: np.ndarray, at: int) -> list[Any] | float:
    node = nodes[at]
    if node["is_leaf"]:
        return round(float(node["value"]), 4)
    left, right = _nested(nodes, node["left"]), _nested(nodes, node["right"])
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), left, right]
