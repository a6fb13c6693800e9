"""Train which of the reports that were found stand, and from which probability on.

    python -m benchmarks.train.drafts DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/drafts.json.
"""

from __future__ import annotations

import sys

from benchmarks.train.fit.drafts import Decision, Weights
from benchmarks.train.fit.files import write_model
from benchmarks.train.samples.cue_lexicon import CueLexicon
from benchmarks.train.samples.news import Article
from benchmarks.train.samples.reports import draft_examples, read_texts

_FLAT = 0.003  # the curve is flat near its top: of thresholds this near to the best F1, the one that misses least


def best_threshold(articles: list[Article], lexicon: CueLexicon, weights: Weights) -> tuple[float, float]:
    """Return the probability from which a report stands, so that F1 of half-right content is near its best; that F1."""
    examples = draft_examples(articles, lexicon, weights)
    scored = sorted(((draft.probability, right, weight) for draft, _, right, weight in examples), reverse=True)
    total = sum(article.weight * sum(not gold.optional for gold in article.gold) for article in articles)
    hits = told = 0.0
    curve = [(0.0, 0.5)]
    for probability, right, weight in scored:
        hits += right * weight
        told += weight
        curve.append((2 * hits / (told + total), probability))
    flat = max(f1 for f1, _ in curve) - _FLAT
    return min((probability, f1) for f1, probability in curve if f1 >= flat)


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    decision = Decision(read_texts(data, real))
    threshold, f1 = best_threshold(decision.heldout, decision.lexicon, decision.whole())
    print(f"held-out fifth: half-right content F1 {f1:.3f} at {threshold:.3f}")
    write_model("drafts", {"threshold": round(threshold, 3), "linear": decision.linear, "forest": decision.forest})


if __name__ == "__main__":
    main(*sys.argv[1:])
