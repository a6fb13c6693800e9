"""Train the part-of-speech tags: the dictionary, and the weights that decide between the tags of a word.

    python -m benchmarks.train.tags FOLDER [--seed 1]

FOLDER holds polnear-train, polnear-syntax-train, ud-ewt-train and gum-syntax-train.  Writes quotex/models/tags.json;
benchmarks.score.tags prints its figures.  Sentences with gold tags count more than those with automatic ones, and are
read once more without apostrophes.

An averaged perceptron is trained twice: over all features, and again over those whose weights were not small; what is
left is rounded to whole numbers.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from benchmarks.paths import MODELS
from benchmarks.train.fit.perceptron import Feature, Perceptron, Preparer, train
from benchmarks.train.fit.tag_dictionary import dictionary
from benchmarks.train.samples.tagged import Sentence, read
from quotex.read import part_of_speech as tagging
from quotex.read.part_of_speech import Tagger, shifts_of, tag_with

MODEL = MODELS / "tags.json"
EPOCHS, EPOCHS_AFTER_PRUNING = 5, 6
SMALLEST, FEWEST_UPDATES = 1.75, 18  # what is pruned
SCALE = 2  # weights are kept in halves
LARGEST = (1 << tagging.FIELD - 1) // 14  # no word has more features than this


def weight_tables(weights: dict[tuple[Feature, str], float], shifts: dict[str, int]) -> dict[str, dict[str, str]]:
    """``{TABLE: {VALUE: PACKED}}``: whole numbers, those of all tags side by side in one of base 16."""
    tables: dict[str, dict[str, int]] = {}
    for ((table, value), tag), weight in sorted(weights.items()):
        whole = round(weight * SCALE)
        if abs(whole) > LARGEST:
            raise ValueError(f"the weight {whole} of {value} and {tag} could spill into the next field")
        if whole:
            packed = tables.setdefault(table, {})
            packed[value] = packed.get(value, 0) + (whole << shifts[tag])
    return {table: {value: f"{number:x}" for value, number in packed.items()} for table, packed in tables.items()}


def model(training: list[Sentence], seed: int) -> dict[str, Any]:
    """The dictionary and the weights."""
    words = dictionary(training)
    prepare = Preparer(words).prepare
    prepared = [prepare(sentence) for sentence in training]
    full = train(prepared, EPOCHS, seed)
    kept = {
        key
        for key, weight in full.averaged().items()
        if abs(weight) >= SMALLEST and full.updates[key[0]] >= FEWEST_UPDATES
    }
    weights = train(prepared, EPOCHS_AFTER_PRUNING, seed, kept).averaged()
    found = {"dictionary": words, "weights": weight_tables(weights, shifts_of(words))}
    compare(found, rounded(weights), training[-1000:])
    return found


def rounded(weights: dict[tuple[Feature, str], float]) -> Perceptron:
    """A perceptron with the weights as they are written."""
    perceptron = Perceptron()
    for (feature, tag), weight in weights.items():
        perceptron.weights.setdefault(feature, {})[tag] = round(weight * SCALE)
    return perceptron


def compare(found: dict[str, Any], perceptron: Perceptron, some: list[Sentence]) -> None:
    """Stop if the library reads sentences otherwise than the trainer does: they must look at the same features."""
    tagger, prepare = Tagger(found["dictionary"], found["weights"]), Preparer(found["dictionary"]).prepare
    for sentence in some:
        ours = tag_with(tagger, sentence.words, sentence.lower, sentence.glued)
        if ours != perceptron.read(prepare(sentence), learn=False):
            raise ValueError(f"the library and the trainer do not agree on {sentence.words}")


def write(found: dict[str, Any]) -> None:
    """Write the model file, one key a line."""
    MODEL.write_text(json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of the gold files")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the order of sentences (1)")
    options = parser.parse_args()
    write(model(read(options.folder), options.seed))


if __name__ == "__main__":
    main()
