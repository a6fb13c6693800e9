"""How likely a careful reader would call some words a quotation of somebody at all."""

from __future__ import annotations

from quotex.detect.claims import Claim
from quotex.models import load_model

_LEAST = 0.5  # of what the detector keeps today: its own thresholds lie where as many are right as wrong


def quotation_confidence(claim: Claim) -> float:
    """Return how likely the words of a claim are a quotation; what a layout shows is as certain as the layout."""
    if claim.turn:
        return claim.probability
    if claim.kind == "direct":
        return max(_LEAST, claim.probability)
    bar: float = load_model("cues")["threshold"]
    odds = claim.probability / max(1e-9, 1.0 - claim.probability) * (1.0 - bar) / bar
    return max(_LEAST, odds / (1.0 + odds))
