"""Train the weights of dialogue in novels, and measure them on novels left out.

    python -m benchmarks.train.dialogue DATA [--out OUT] [--folds N] [--only cv|final|predictions]
    [--l2 X] [--iterations N]

DATA is the folder with ``pdnc-dev.jsonl.gz`` and ``litbank-original-dev.jsonl.gz``.  Each novel is read as it is, with
the characters found in it and with the cast given; for training it is read once more with most of its tags hidden, and
half of it in pieces.  The openings of LitBank are read as they are and with most of their tags hidden.

Cross-validation parts the authors into folds: the weights that score a text were trained on no text by its author, in
either corpus.  The weights of the second reading are trained on what such weights of the first made of texts that they
had not seen.  The predictions are written in the form that the scorer reads: OUT/own-pdnc.jsonl with the characters
found in the text, OUT/cast-pdnc.jsonl with the cast given, and OUT/own-litbank.jsonl, which uses the weights for short
texts if ``benchmarks.train.dialogue_short --out OUT`` has left them there.

Then the weights for use are trained on all texts and written to ``quotex/models/dialogue.json``.  ``--only final``
keeps the calibration that is there.  ``--only predictions`` trains nothing: after a change of code it predicts with the
weights of the folds that an earlier run left in OUT.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Mapping, Sequence

from benchmarks.paths import MODELS
from benchmarks.score.measures.shapes import Gold
from benchmarks.train.fit.chain import Sample
from benchmarks.train.fit.speakers import (
    Trained,
    calibrate,
    check_calibration,
    fold_of,
    keep_folds,
    kept_folds,
    read_novels,
    read_options,
    write_predictions,
)
from benchmarks.train.samples.dialogue import read_copy, read_opening, read_pieces, read_sample, unscored

NAME, OTHER = "dialogue", "dialogue_short"
PIECES = 0.5  # share of the pieces of novels that are trained on


def read_samples(novels: Sequence[Gold], openings: Sequence[Gold]) -> list[Sample]:
    """Return the samples; figures are counted on those that are ``scored``."""
    whole = [read_sample(gold, given) for gold in novels for given in (False, True)]
    starts = [sample for seed, gold in enumerate(openings) for sample in read_opening(gold, seed)]
    hidden = [read_copy(gold, seed) for seed, gold in enumerate(novels)]
    chance = random.Random(0)
    pieces = [unscored(p) for gold in novels for p in read_pieces(gold, lambda: chance.random() < PIECES)]
    return [*whole, *starts, *hidden, *pieces]


def main() -> None:
    """Command line."""
    options = read_options(__doc__, "dialogue-cv")
    novels, openings = read_novels(options.data)
    folds = fold_of([*novels, *openings], options.folds)
    if options.only == "predictions":
        predict_left_out(novels, openings, folds, options)
        return
    trained = Trained(read_samples(novels, openings), folds, options)
    if options.only == "final":
        calibration = json.loads((MODELS / f"{NAME}.json").read_text(encoding="utf-8"))["calibration"]
    else:
        calibration = calibrate(trained.seconds, trained.marginals)
        check_calibration(trained.seconds, trained.marginals, folds)
        keep_folds(trained.models(calibration=calibration), NAME, options.out)
        predict_left_out(novels, openings, folds, options)
    if options.only != "cv":
        trained.write(NAME, options, calibration=calibration)


def predict_left_out(
    novels: Sequence[Gold], openings: Sequence[Gold], folds: Mapping[str, int], options: argparse.Namespace
) -> None:
    """Write the predictions for each text by the weights that no text of its author was in."""
    models = {name: kept_folds(name, options.out, options.folds, needed=name == NAME) for name in (NAME, OTHER)}
    write_predictions(options.out / "own-pdnc.jsonl", novels, models, folds, False)
    write_predictions(options.out / "cast-pdnc.jsonl", novels, models, folds, True)
    write_predictions(options.out / "own-litbank.jsonl", openings, models, folds, False)


if __name__ == "__main__":
    main()
