"""How likely a speaker of a report is right: a calibrated logistic regression on the rule and its features."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING

from quotex.models import load_model
from quotex.records import Quotation

if TYPE_CHECKING:
    from quotex.resolve.answer import Answer


@cache
def _confidence() -> dict[str, float]:
    weights: dict[str, float] = load_model("reported")["confidence"]
    return weights


def features_of(answer: Answer, quotation: Quotation) -> dict[str, float]:
    """Return the named features that the confidence is computed from."""
    features = {f"rule {answer.rule}": 1.0, f"kind {quotation.kind}": 1.0, f"form {answer.form}": 1.0}
    features.update({f"{answer.rule}: {feature}": value for feature, value in answer.features})
    return features


def confidence(answer: Answer, quotation: Quotation) -> float:
    """Return how likely the speaker is right: a logistic regression on the rule and its features."""
    weights = _confidence()
    score = weights.get("bias", 0.0)
    for feature, value in features_of(answer, quotation).items():
        score += weights.get(feature, 0.0) * value
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))
