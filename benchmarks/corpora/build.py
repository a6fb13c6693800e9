"""Convert the raw corpora into gold documents for score.py.

    python -m benchmarks.corpora.build --corpora DIR --public OUT_DIR --heldout OUT_DIR

DIR holds the checked-out repositories networkdynamics+PolNeAR, Priya22+project-dialogism-novel-corpus and
dbamman+litbank.  The development parts go to the public folder, the test parts to the held-out folder.  The output
is byte-for-byte reproducible.  All offsets are Python string indices, end exclusive.  The format is described in
data/README.md.
"""

import argparse
from pathlib import Path

from benchmarks.corpora.litbank import build_litbank
from benchmarks.corpora.pdnc import build_pdnc
from benchmarks.corpora.polnear import build_polnear


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True, help="folder of the checked-out corpora")
    parser.add_argument("--public", type=Path, required=True, help="folder for the development part")
    parser.add_argument("--heldout", type=Path, required=True, help="folder for the test part")
    options = parser.parse_args()
    build_litbank(options.corpora / "dbamman+litbank", options.public, options.heldout)
    build_pdnc(options.corpora / "Priya22+project-dialogism-novel-corpus", options.public, options.heldout)
    build_polnear(options.corpora / "networkdynamics+PolNeAR", options.public, options.heldout)


if __name__ == "__main__":
    main()
