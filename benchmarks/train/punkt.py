"""Make the parameters of Punkt from the training data.

    python -m benchmarks.train.punkt FOLDER

FOLDER holds polnear-train, pdnc-dev and litbank-dev.  Writes quotex/models/punkt.json.  Proper nouns are left out: only
words seen in small letters go in.  The dictionary of the tags is used: see tags.py.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.paths import MODELS
from quotex.read.part_of_speech import words_tagged


def documents(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The documents of one gzipped file of JSON lines."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def punkt_model(folder: Path) -> dict[str, Any]:
    """What Punkt learns from news and novels, without names: which words begin sentences, and no others.

    Kept are words seen in small letters and, capitalised, only where sentences begin: they alone change a decision.
    """
    from nltk.tokenize import punkt

    trainer = punkt.PunktTrainer()
    for name in ("polnear-train", "litbank-dev", "pdnc-dev"):
        for document in documents(folder, name):
            trainer.train(document["text"], finalize=False)
    parameters = trainer.get_params()
    context = punkt._ORTHO_BEG_UC | punkt._ORTHO_LC
    starting = [
        word
        for word, seen in parameters.ortho_context.items()
        if word.isalpha() and seen & punkt._ORTHO_BEG_UC and seen & punkt._ORTHO_LC and not seen & punkt._ORTHO_MID_UC
    ]
    closed = words_tagged("PRP", "PRP$", "DT", "WP", "WRB", "WDT", "IN", "CC", "EX", "RB", "UH", "VB", "VBG")
    starters = closed.intersection(parameters.sent_starters)
    return {
        "abbreviations": "etc",
        "starters": " ".join(sorted(starters)),
        "starting": " ".join(sorted(starting)),
        "context": context,
    }


def write(name: str, model: dict[str, Any]) -> None:
    """Write a model file, one key a line."""
    text = json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True)
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write("punkt", punkt_model(folder))


if __name__ == "__main__":
    main()
