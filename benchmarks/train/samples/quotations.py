"""Records of the detector as training examples of how likely a record is a quotation at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from benchmarks.train.samples.news import Article, Gold, shared
from quotex.detect.claims.claim import Claim
from quotex.detect.claims.make_claims import make_claims
from quotex.read.document import Document

TRUE = 0.5  # the share of a record that must lie in one attribution
SHARES = {"polnear": 1.4, "real": 1.0, "voices": 1.4, "gum": 0.6, "riqua": 0.0}  # of all examples of a corpus together


def judged_claims(article: Article) -> Iterator[tuple[Claim, bool]]:
    """The outermost claims of an article with whether they are quotations; what is left open is left out."""
    document = Document(article.document.text, models=article.document.models)
    reach = -1
    for claim in make_claims(document):
        if claim.turn or claim.start < reach:
            continue
        if claim.probability >= TRUE:
            reach = claim.end
        required = any(not gold.optional and _lies_in(claim, gold) for gold in article.all_gold)
        optional = any(gold.optional and _lies_in(claim, gold) for gold in article.all_gold)
        ignored = shared(claim.parts, article.ignore) > 0
        if required or not (optional or ignored):
            yield claim, required


def _lies_in(claim: Claim, gold: Gold) -> bool:
    return shared(claim.parts, gold.content) >= TRUE * sum(end - start for start, end in claim.parts)


def balanced(corpora: Iterable[str]) -> list[float]:
    """A weight for each example, so that each corpus has its share in all."""
    names = list(corpora)
    counts = Counter(names)
    return [SHARES[name] * len(names) / (counts[name] * len(counts)) for name in names]
