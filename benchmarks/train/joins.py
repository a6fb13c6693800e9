"""Train whether the next passage in quotation marks goes on with a report.

    python -m benchmarks.train.joins DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/joins.json.
"""

from __future__ import annotations

import sys

from benchmarks.train.fit.files import write_model
from benchmarks.train.fit.sparse import fit_logistic
from benchmarks.train.samples.reports import join_examples, read_texts
from quotex.detect.reports.joins import JOIN_TEMPLATES


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    texts = read_texts(data, real)
    rows, labels, weights = join_examples(texts.articles, texts.lexicon)
    write_model("joins", fit_logistic(JOIN_TEMPLATES, rows, labels, 0.7, 3, texts.banned, weights))


if __name__ == "__main__":
    main(*sys.argv[1:])
