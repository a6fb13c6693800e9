"""Count the words that introduce reported speech, for quotex/lexicon/cue_words.tsv.

    python -m benchmarks.train.cue_words DATA REAL

DATA and REAL are the folders of `benchmarks.train.samples.reports`.
"""

from __future__ import annotations

import sys

from benchmarks.paths import LEXICON
from benchmarks.train.samples.cue_lexicon import general_forms
from benchmarks.train.samples.reports import read_texts

FILE = LEXICON / "cue_words.tsv"
HEAD = """\
# Words that introduced reported speech in annotated texts; made by benchmarks/train/cue_words.py.
# Columns: form; lemma; grade: how often the form was a cue, from 0 (under 2 %) to 9 (over 90 %).  Counted
# in PolNeAR (Newell, Margolin and Ruths 2018), GUM (Zeldes 2017), RiQuA (Papay and Pado 2020), Wikinews and
# Many Voices, and smoothed: by 45 % for the verbs of reporting_verbs.tsv, by 15 % for the nouns of
# reporting_nouns.tsv.  Those of their forms that no text had are added when this file is read.
"""


def main(data: str, real: str) -> None:
    """Count the words and write the file; names are left out."""
    texts = read_texts(data, real)
    allowed = general_forms()
    rows = [row for row in texts.lexicon.rows() if row[0] not in texts.banned or row[0] in allowed]
    FILE.write_text(HEAD + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
