"""Train the weights of dialogue in texts as short as a story, and measure them on texts left out.

    python -m benchmarks.train.dialogue_short DATA [--stories FOLDER …] [--out OUT] [--folds N] [--only cv|final]

DATA is the folder of the evaluation data (``pdnc-dev.jsonl.gz`` and ``litbank-original-dev.jsonl.gz``), FOLDER holds
stories with gold lines, by default those of ``many_voices/train`` and ``many_voices/more``.  The novels are read in
pieces, the openings of LitBank as they are and with most of their tags hidden, and so are the stories, which count
several times.  Cross-validation and predictions are those of ``benchmarks.train.dialogue``; a story is its own author.
The weights for use are written to ``quotex/models/dialogue_short.json``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from benchmarks.paths import MODELS
from benchmarks.score.measures.shapes import Gold
from benchmarks.train.fit.chain import Sample
from benchmarks.train.fit.speakers import (
    Trained,
    calibrate,
    check_calibration,
    fold_of,
    keep_folds,
    read_novels,
    read_options,
)
from benchmarks.train.samples.dialogue import read_opening, read_pieces, read_story, unscored
from benchmarks.train.samples.stories import STORIES, read_stories

NAME = "dialogue_short"
# How often the name printed for whom a tag names or describes is right in the stories: less often than the person is,
# since a sample counts a narrator right under any name.
TOLD = {"told": 0.956, "described": 0.86}
COPIES, HIDDEN = 3, 2  # times that a story is read as it is, and with most of its tags hidden


def read_samples(novels: Sequence[Gold], openings: Sequence[Gold], stories: Sequence[Gold]) -> list[Sample]:
    """Return the samples; figures are counted on those that are ``scored``."""
    pieces = [unscored(piece) for gold in novels for piece in read_pieces(gold)]
    starts = [sample for seed, gold in enumerate(openings) for sample in read_opening(gold, seed)]
    told = [sample for seed, gold in enumerate(stories) for sample in read_story(gold, 7 * seed, COPIES, HIDDEN)]
    return [*told, *pieces, *starts]


def main() -> None:
    """Command line."""
    options = read_options(__doc__, "dialogue-cv", l2=15.0)
    novels, openings = read_novels(options.data)
    stories = [story for folder in options.stories for story in read_stories(folder, STORIES)]
    folds = fold_of([*novels, *openings], options.folds) | fold_of(stories, options.folds)
    trained = Trained(read_samples(novels, openings, stories), folds, options)
    if options.only != "final":
        calibration = calibrate(trained.seconds, trained.marginals, None) | TOLD
        check_calibration(trained.seconds, trained.marginals, folds, None)
        keep_folds(trained.models(calibration=calibration), NAME, options.out)
    else:
        calibration = json.loads((MODELS / f"{NAME}.json").read_text(encoding="utf-8")).get("calibration", {})
    if options.only != "cv":
        trained.write(NAME, options, calibration=calibration)


if __name__ == "__main__":
    main()
