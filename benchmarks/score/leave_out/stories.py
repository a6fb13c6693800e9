"""The chain of speakers in stories, both sets of weights, trained on one fold.

The second reading sets out from what the first makes of each text by weights that had not seen its author, with all
features: those shares are kept, and each family is left out of both readings.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.corpora.describe import CORPUS
from benchmarks.corpora.gold_lines import read_folder
from benchmarks.score.leave_out.families import FOLDS, LEFT_OUT, family_of
from benchmarks.score.leave_out.sets import LEFT, DevSet, of_novels, of_openings, of_texts
from benchmarks.score.measures.shapes import Gold
from benchmarks.train import dialogue, dialogue_short
from benchmarks.train.fit import chain as crf
from benchmarks.train.fit.chain import Fitted, Sample
from benchmarks.train.fit.speakers import Shares, as_model, cross_validate, fold_of, read_novels
from benchmarks.train.samples.dialogue import author, given_cast, read_again
from benchmarks.train.samples.stories import STORIES, read_stories
from quotex.models import load_model

FIRST = 40  # iterations of the first reading in each fold
FULL, MORE = 100, 12  # iterations with all features up to their optimum, and of each training that sets out from there
PENALTIES = {dialogue.NAME: 30.0, dialogue_short.NAME: 15.0}


class StoryFold:
    """One of the two models of stories, trained on one fold.

    Args:
        name: The model.
        samples: All texts; those whose author ``folds`` puts into the fold are left out.
        left_out: Those as development sets.
        kept: File for the first weights and what they made of each text; the best weights are kept beside it.
    """

    def __init__(
        self, name: str, samples: Sequence[Sample], folds: Mapping[str, int], left_out: Sequence[DevSet], kept: Path
    ) -> None:
        self.left_out, self._calibration = left_out, load_model(name)["calibration"]
        l2, train = PENALTIES[name], [folds[author(sample.name)] != LEFT_OUT for sample in samples]
        if not kept.exists():
            _keep(kept, *_train_first(samples, folds, l2))
        first, marginals = _kept(kept, samples)
        seconds = [read_again(s, found) for s, found, use in zip(samples, marginals, train, strict=True) if use]
        firsts = [sample for sample, use in zip(samples, train, strict=True) if use]
        self._first, self._second = (
            _Again(given, first, l2, kept.with_suffix(f".{reading}.npy"))
            for reading, given in (("first", firsts), ("second", seconds))
        )

    def weights(self, without: Collection[str]) -> dict[str, Any]:
        """Return the weights of both readings fitted without some families of features."""
        return as_model(self._first.fitted(without), self._second.fitted(without), calibration=self._calibration)


class _Again:
    """The texts of one reading with the best weights of all features, from which other trainings set out.

    They must be the best: else the training with all features would improve them further, and those without a family,
    which first make up for its loss, would not.
    """

    def __init__(self, samples: Sequence[Sample], start: Fitted, l2: float, kept: Path) -> None:
        self._objective, weights = crf.second_round(samples, start, l2)
        if not kept.exists():
            np.save(kept.with_suffix(".part.npy"), self._objective.minimum(weights, FULL))
            kept.with_suffix(".part.npy").rename(kept)
        self._start = np.load(kept, allow_pickle=False)

    def fitted(self, without: Collection[str]) -> Fitted:
        unary, contexts = self._objective.unary, self._objective.contexts
        marked = np.zeros(len(self._start), dtype=bool)
        marked[: len(unary)] = [family_of(name.rpartition("|")[2]) in without for name in unary]
        return unary, contexts, self._objective.minimum(self._start, MORE, without=marked)


def read_long(data: Path, kept: Path) -> StoryFold:
    """Read the texts that `benchmarks.train.dialogue` trains on."""
    novels, openings = read_novels(data)
    folds = fold_of([*novels, *openings], FOLDS)
    left, file = _in_fold(novels, folds), data / "pdnc-dev.jsonl.gz"
    left_out = [of_novels("left out", left, file, LEFT), of_novels("with cast", left, file, LEFT, given_cast)]
    return StoryFold(dialogue.NAME, dialogue.read_samples(novels, openings), folds, left_out, kept)


def read_short(data: Path, kept: Path) -> StoryFold:
    """Read the texts that `benchmarks.train.dialogue_short` trains on."""
    novels, openings = read_novels(data)
    folders = [CORPUS / part for part in ("train", "more")]
    stories = [story for folder in folders for story in read_stories(folder, STORIES)]
    folds = fold_of([*novels, *openings], FOLDS) | fold_of(stories, FOLDS)
    names = {gold["doc"] for gold in _in_fold(stories, folds)}
    left = [gold for folder in folders for gold in read_folder(folder) if gold.name in names]
    left_out = [of_texts("left out", left, LEFT), of_openings("openings", _in_fold(openings, folds))]
    samples = dialogue_short.read_samples(novels, openings, stories)
    return StoryFold(dialogue_short.NAME, samples, folds, left_out, kept)


READERS: dict[str, Callable[[Path, Path], StoryFold]] = {dialogue.NAME: read_long, dialogue_short.NAME: read_short}


def _in_fold(golds: Sequence[Gold], folds: Mapping[str, int]) -> list[Gold]:
    return [gold for gold in golds if folds[author(gold["doc"])] == LEFT_OUT]


def _train_first(samples: Sequence[Sample], folds: Mapping[str, int], l2: float) -> tuple[Fitted, list[Shares]]:
    options = argparse.Namespace(folds=FOLDS, l2=l2, iterations=FIRST)
    models, marginals = cross_validate(samples, folds, options)
    return models[LEFT_OUT], marginals


def _keep(path: Path, first: Fitted, marginals: Sequence[Shares]) -> None:
    unary, contexts, weights = first
    shares = np.concatenate([found for shares in marginals for found in shares])
    part = path.with_suffix(".part.npz")
    np.savez(part, unary=np.array(list(unary)), contexts=np.array(list(contexts)), weights=weights, shares=shares)
    part.rename(path)


def _kept(path: Path, samples: Sequence[Sample]) -> tuple[Fitted, list[Shares]]:
    with np.load(path, allow_pickle=False) as held:
        unary, contexts = ({str(name): i for i, name in enumerate(held[key])} for key in ("unary", "contexts"))
        weights, shares = held["weights"], held["shares"]
    marginals: list[Shares] = []
    at = 0
    for sample in samples:
        marginals.append([])
        for entities in sample.candidates:
            marginals[-1].append(shares[at : at + len(entities)])
            at += len(entities)
    if at != len(shares):
        raise ValueError(f"{path} was made from other texts or by other code: remove it")
    return (unary, contexts, weights), marginals
