"""Train which noun phrase of the sentence a report is of.

    python -m benchmarks.train.source DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/source.json.
"""

from __future__ import annotations

import sys

from benchmarks.train.fit.files import write_model
from benchmarks.train.fit.reports import Examples, fit_source
from benchmarks.train.samples.reports import read_texts


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    write_model("source", fit_source(Examples(read_texts(data, real))))


if __name__ == "__main__":
    main(*sys.argv[1:])
