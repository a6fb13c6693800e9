"""The ranker of pronouns in reports, trained on one fold.  What it weighs is convex: no first weights are needed."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from itertools import chain
from pathlib import Path

from benchmarks.score.leave_out.families import FOLDS, family_of
from benchmarks.score.leave_out.sets import LEFT, Count, DevSet, Extract
from benchmarks.train.pronouns import Instance, fit, from_text, instances, read_documents, right_ones
from benchmarks.train.samples.marked import read_texts

NAME = "pronouns"
Document = list[Instance]


class PronounFold:
    """The ranker on four fifths of its articles and marked texts; the others are left out.

    Args:
        articles, marked: What is asked in each article of PolNeAR and in each text whose speakers are marked.
    """

    def __init__(self, articles: Sequence[Document], marked: Sequence[Document]) -> None:
        (chains, left_chains), (texts, left_texts) = _parted(articles), _parted(marked)
        self._train = list(chain.from_iterable((*chains, *texts)))
        self.left_out = [_asked("chains left out", left_chains), _asked("marked left out", left_texts)]

    def weights(self, without: Collection[str]) -> dict[str, float]:
        """Return the weights fitted without some families of features."""
        return fit(self._train, lambda feature: family_of(feature) not in without)


def read_fold(data: Path, marked: Sequence[Path]) -> PronounFold:
    """Read the texts that `benchmarks.train.pronouns` trains on."""
    documents = list(read_documents(data / "polnear-train.jsonl.gz"))
    random.Random(7).shuffle(documents)
    texts = chain.from_iterable(map(read_texts, marked))
    return PronounFold(
        [list(instances(document)) for document in documents], [list(from_text(text, gold)) for text, gold in texts]
    )


def _parted(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """Return all documents but every fifth, and every fifth."""
    left_out = set(range(0, len(documents), FOLDS))
    return [d for i, d in enumerate(documents) if i not in left_out], [documents[i] for i in sorted(left_out)]


def _asked(name: str, documents: Sequence[Document]) -> DevSet:
    """Return a set of pronouns whose candidates are ready to be ranked."""

    def count(extract: Extract) -> list[Count]:
        weights = extract.weights[NAME]
        return [(right_ones(document, weights), len(document)) for document in documents]

    return DevSet(name, LEFT, count)
