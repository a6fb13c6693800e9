"""Predict and score gold files in one command, each with the scorer of its corpus.

    python -m benchmarks.score.accuracy GOLD.jsonl.gz [GOLD.jsonl.gz …] [--cast]

benchmarks/README.md says how to make the gold files from the public corpora.  Figures on a novel whose quotations were
used for training are too high: see `benchmarks.train.dialogue` for cross-validated ones.
"""

from __future__ import annotations

import argparse
import pathlib
import tempfile

from benchmarks.score import score
from benchmarks.score.predict import predict


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("--cast", action="store_true", help="pass the gold characters and their aliases as speakers")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        out = str(pathlib.Path(folder) / "predictions.jsonl")
        for gold in options.gold:
            documents, characters, seconds = predict(gold, out, with_cast=options.cast)
            rate = characters / max(seconds, 1e-9)
            print(f"{pathlib.Path(gold).name}: {documents} documents, {rate:,.0f} characters/s")
            score.main([gold, out])


if __name__ == "__main__":
    main()
