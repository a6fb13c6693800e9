"""How likely a careful reader would call some words a quotation of somebody at all."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from quotex.detect.claims.claim import Claim
from quotex.models import PACKAGED, Models
from quotex.models.linear import Linear, sigmoid

CONFIDENCE_TEMPLATES = (
    "found by", "kind", "class", "class shape", "source", "likely", "likely kind", "likely class", "likely shape",
    "told shape",
)  # fmt: skip
_LONG = "3"  # the longest of the lengths that `text_kind` tells apart
_EDGE = 1e-4  # no probability is nearer to 0 or 1


def quotation_confidence(claim: Claim, genre: str, models: Models = PACKAGED) -> float:
    """Return how likely the words of a claim are a quotation; what a layout shows is as certain as the layout."""
    if claim.turn:
        return claim.probability
    score = log_odds_of(claim, genre, models)
    if claim.kind == "direct" and is_long_story(genre):
        fitted = models.weights("story_confidence")
        score = fitted["slope"] * score + fitted["offset"]
    return sigmoid(score)


def is_long_story(genre: str) -> bool:
    """Tell whether a text of some kind is a story of more than a few pages: it has many words in scare quotes."""
    return genre[0] == "S" and genre[3] == _LONG


def log_odds_of(claim: Claim, genre: str, models: Models = PACKAGED) -> float:
    """Return the log-odds that a claim is a quotation, as fitted on all kinds of text."""
    model, slopes = models.once(_model)
    return model.score(confidence_values(claim, genre)) + sum(map(float.__mul__, slopes, confidence_numbers(claim)))


def _model(models: Models) -> tuple[Linear, list[float]]:
    model = models.weights("quotations")
    return Linear(model["values"]), [*map(float, model["slopes"])]


def confidence_values(claim: Claim, genre: str) -> Sequence[str]:
    """Return the values of ``CONFIDENCE_TEMPLATES``; words in marks within a sentence are speech more often in a
    story."""
    meant, shape = claim.sort
    found = "speech" if meant in ("speech", "tag") else "report"
    told = "story " if genre[0] == "S" else "report "
    kind, likely = claim.kind, str(round(max(-4.0, min(6.0, _log_odds(claim.probability)))))
    return (
        found, kind, meant, meant + shape, kind + str(claim.source is None), likely, likely + kind, likely + meant,
        likely + shape, told + meant + shape,
    )  # fmt: skip


def confidence_numbers(claim: Claim) -> Sequence[float]:
    """Log-odds of the report, of the speech, and of a direct quotation that a report claims to be speech."""
    told = _log_odds(claim.probability)
    speech = claim.sort[0] in ("speech", "tag")
    beside = _log_odds(claim.spoken) if claim.spoken is not None else 0.0
    return (0.0 if speech else told, told if speech else 0.0, beside)


def _log_odds(probability: float) -> float:
    inside = min(1.0 - _EDGE, max(_EDGE, probability))
    return log(inside / (1.0 - inside))
