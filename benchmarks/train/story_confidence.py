"""Fit how likely words in marks are speech in a long story (quotex/models/story_confidence.json).

    python -m benchmarks.train.story_confidence DATA

DATA is the folder with pdnc-dev.jsonl.gz.  In novels the annotators marked every quotation, so that words in marks that
share less than half of their letters with one are none: scare quotes, titles, inscriptions.  A slope and an offset are
fitted to the log-odds that the other weights give.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.paths import MODELS
from benchmarks.score.measures.letters import Letters
from benchmarks.score.measures.reading import read_jsonl
from quotex.detect.claims.make_claims import make_claims
from quotex.detect.confidence import is_long_story, log_odds_of
from quotex.detect.genre import text_kind
from quotex.read.document import Document

MODEL = MODELS / "story_confidence.json"
SPEECH = 0.5


def rows(path: Path) -> list[tuple[float, bool]]:
    """Return for each direct quotation found the log-odds before the fit, and whether it is an annotated one."""
    found = []
    for novel in read_jsonl(path):
        letters = Letters(novel["text"])
        said = set().union(*(letters(quote["spans"]) for quote in novel["quotes"]))
        document = Document(novel["text"])
        genre = document.once(text_kind)
        for claim in make_claims(document):
            if is_long_story(genre) and claim.kind == "direct" and not claim.turn:
                own = letters(claim.parts)
                found.append((log_odds_of(claim, genre), len(own & said) >= SPEECH * len(own)))
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    found = rows(parser.parse_args().data / "pdnc-dev.jsonl.gz")
    odds = np.array([score for score, _ in found])
    sign = np.array([1.0 if right else -1.0 for _, right in found])
    best = minimize(lambda w: np.logaddexp(0.0, -sign * (w[0] * odds + w[1])).mean(), [1.0, 0.0]).x
    model = {name: round(float(value), 3) for name, value in zip(("slope", "offset"), best, strict=True)}
    MODEL.write_text(json.dumps(model) + "\n", encoding="utf-8")
    print(f"{len(found)} quotations, {np.mean(sign > 0):.3f} annotated: {model}")


if __name__ == "__main__":
    main()
