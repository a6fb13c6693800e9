"""Train the first look at a word, which drops most of those that report nothing here.

    python -m benchmarks.train.first_look DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/first_look.json.
"""

from __future__ import annotations

import sys

from benchmarks.train.fit.files import write_model
from benchmarks.train.fit.reports import Examples, fit_first_look
from benchmarks.train.samples.reports import read_texts


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    write_model("first_look", fit_first_look(Examples(read_texts(data, real))))


if __name__ == "__main__":
    main(*sys.argv[1:])
