"""Train how likely a word introduces reported speech.

    python -m benchmarks.train.cues DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.  Writes quotex/models/cues.json.
"""

from __future__ import annotations

import sys

from benchmarks.train.fit.files import write_model
from benchmarks.train.fit.reports import Examples, fit_cues
from benchmarks.train.samples.reports import read_texts


def main(data: str, real: str) -> None:
    """Train the model and write it."""
    write_model("cues", fit_cues(Examples(read_texts(data, real))))


if __name__ == "__main__":
    main(*sys.argv[1:])
