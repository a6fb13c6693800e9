"""Train how likely a careful reader would call a record a quotation of somebody at all.

    python -m benchmarks.train.quotations DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/quotations.json.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.train.fit.confidence import fit_confidence
from benchmarks.train.fit.drafts import QUARTERS, Decision, Weights
from benchmarks.train.fit.files import write_model
from benchmarks.train.samples.cue_lexicon import CueLexicon
from benchmarks.train.samples.news import Article
from benchmarks.train.samples.quotations import balanced, judged_claims
from benchmarks.train.samples.reports import read_texts
from quotex.detect import confidence
from quotex.detect.genre import text_kind
from quotex.models import Models

Judged = tuple[str, Sequence[str], Sequence[float], bool]  # corpus, values, numbers, whether it is a quotation


def judged(articles: list[Article], lexicon: CueLexicon, weights: Weights) -> Iterator[Judged]:
    """Yield the records that models which have not seen the articles find in them; and which are quotations."""
    for article in articles:
        article.read_with(Models(cue_words=dict(lexicon.table(article)), **weights))
        genre = article.document.once(text_kind)
        for claim, right in judged_claims(article):
            values, numbers = confidence.confidence_values(claim, genre), confidence.confidence_numbers(claim)
            yield article.corpus, values, numbers, right


def judged_blind(decision: Decision) -> Iterator[Judged]:
    """Yield the same of the articles that the models are fitted on, by those that have not seen them."""
    for half, reading in zip(decision.halves, decision.readings, strict=True):
        for quarter, linear in enumerate(decision.blind):
            yield from judged(half[quarter::QUARTERS], decision.lexicon, reading | decision.drafts(linear))


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    decision = Decision(read_texts(data, real))
    examples = list(judged_blind(decision))
    examples += judged(decision.heldout, decision.lexicon, decision.whole())
    corpora, rows, numbers, labels = zip(*examples, strict=True)
    print("records:", Counter(zip(corpora, labels, strict=True)))
    found = fit_confidence(confidence.CONFIDENCE_TEMPLATES, rows, numbers, labels, balanced(corpora))
    write_model("quotations", found)


if __name__ == "__main__":
    main(*sys.argv[1:])
