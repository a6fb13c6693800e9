"""Weights of fiction dialogue, cross-validated by author; shared by the trainers of both sets of weights."""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.paths import MODELS
from benchmarks.score.measures.reading import read_jsonl
from benchmarks.score.measures.shapes import Gold
from benchmarks.train.fit import chain as crf
from benchmarks.train.fit.chain import Fitted, Floats, Sample
from benchmarks.train.samples.dialogue import author, given_cast, read_again
from quotex.extract import Extractor
from quotex.models import Models
from quotex.resolve.resolver import SpeakerResolver
from quotex.resolve.story.weigh import confidence

Weights = dict[str, Any]  # in the form of the weight files
Shares = list[Floats]  # of each turn, those of its candidates
Outcome = tuple[float, bool, str, bool]  # share of the likeliest, whether it is right, place of the tag, if told
STORIES = tuple(Path("benchmarks/corpora/many_voices") / part for part in ("train", "more"))
# Confidence by choice in one whom a tag only describes where nobody with a name can be meant: mostly right in openings,
# while in the annotated novels most of them get a name later.
DESCRIBED = 0.7


def read_options(description: str | None, out: str, l2: float = 30.0) -> argparse.Namespace:
    """Read the command line of a trainer."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the evaluation data")
    parser.add_argument("--stories", type=Path, nargs="*", default=STORIES, help="folders of texts with gold lines")
    parser.add_argument("--out", type=Path, default=Path(out), help="folder for predictions")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--l2", type=float, default=l2)
    parser.add_argument("--iterations", type=int, default=40)
    parser.add_argument("--only", choices=("cv", "final", "predictions"))
    return parser.parse_args()


def read_novels(folder: Path) -> tuple[list[Gold], list[Gold]]:
    """Return the annotated novels and the openings of LitBank."""
    return list(read_jsonl(folder / "pdnc-dev.jsonl.gz")), list(read_jsonl(folder / "litbank-original-dev.jsonl.gz"))


def keep_folds(models: Sequence[Weights], name: str, folder: Path) -> None:
    """Write the models of the folds, for the predictions of the other trainer."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.folds.json").write_text(json.dumps(models), encoding="utf-8")


def kept_folds(name: str, folder: Path, count: int, *, needed: bool = False) -> list[Weights]:
    """Return the models of the folds that the trainer of that name has written, else those in use.

    Raises:
        FileNotFoundError: There are none, and they are needed: the weights in use have seen every text.
    """
    path = folder / f"{name}.folds.json"
    if path.exists():
        models: list[Weights] = json.loads(path.read_text(encoding="utf-8"))
        return models
    if needed:
        raise FileNotFoundError(
            f"{path} is not there; run `python -m benchmarks.train.{name} DATA --out {folder}` first"
        )
    return [json.loads((MODELS / f"{name}.json").read_text(encoding="utf-8"))] * count


def fold_of(texts: Iterable[Gold], count: int) -> dict[str, int]:
    """Part the authors of annotated texts into folds of like size; return {author: fold}."""
    sizes = Counter[str]()
    for gold in texts:
        sizes[author(gold["doc"])] += len(gold["quotes"])
    loads = [0] * count
    folds: dict[str, int] = {}
    for name, size in sorted(sizes.items(), key=lambda pair: (-pair[1], pair[0])):
        fold = loads.index(min(loads))
        folds[name] = fold
        loads[fold] += size
    return folds


def calibrate(
    samples: Sequence[Sample], marginals: Sequence[Shares], described: float | None = DESCRIBED
) -> dict[str, float]:
    """Fit the confidence of speakers weighed and of those that a tag tells to predictions on texts left out.

    The first is logistic(slope * logit(marginal) + offset), the second how often such tags are right; so is the one for
    tags that describe, where ``described`` is None.
    """
    found = outcomes(samples, marginals)
    weighed = [(p, right) for p, right, _, told in found if not told]
    named = [right for _, right, place, told in found if told and place in ("name", "narrator")]
    if described is None:
        sure = [right for _, right, place, told in found if told and place not in ("name", "narrator")]
        described = sum(sure) / len(sure)
    x = np.log([p / (1 - p) for p, _ in weighed])
    sign = np.array([1.0 if r else -1.0 for _, r in weighed])
    slope, offset = minimize(lambda w: np.logaddexp(0, -sign * (w[0] * x + w[1])).mean(), [1.0, 0.0]).x
    fitted = {"slope": slope, "offset": offset, "told": sum(named) / len(named), "described": described}
    return {name: round(float(value), 4) for name, value in fitted.items()}


def outcomes(samples: Sequence[Sample], marginals: Sequence[Shares]) -> list[Outcome]:
    """Return for each annotated turn the marginal of the likeliest, if it is right, the place, and if it is told."""
    found: list[Outcome] = []
    for sample, given in zip(samples, marginals, strict=True):
        if not sample.scored:
            continue
        rows = zip(sample.marks, sample.right, sample.kinds, sample.told, given, strict=True)
        for mark, right, place, told, shares in rows:
            if mark is not None and len(shares):
                best = int(np.argmax(shares))
                found.append((min(max(float(shares[best]), 1e-6), 1 - 1e-6), bool(right[best]), place, told))
    return found


def as_model(first: Fitted, second: Fitted, **more: Any) -> Weights:
    """Return fitted weights in the form of ``quotex/models/dialogue.json``."""
    return {"first": as_weights(first), "second": as_weights(second), **more}


def as_weights(fitted: Fitted) -> Weights:
    """Return the fitted weights of one reading: of each feature in each kind of turn, and of the relations."""
    unary, contexts, weights = fitted
    kinds = sorted({name.partition("|")[0] for name in unary if "|" in name})
    features: dict[str, dict[str, float]] = {}
    for kind in kinds:
        table: dict[str, float] = {}
        for name, column in unary.items():
            own, _, base = name.rpartition("|")
            if not own:
                typed = unary.get(f"{kind}|{name}")
                value = weights[column] + (weights[typed] if typed is not None else 0.0)
                table[name] = round(float(value), 3)
            elif own == kind and base not in unary:
                table[base] = round(float(weights[column]), 3)
        features[kind] = {name: value for name, value in sorted(table.items()) if abs(value) >= 0.005}
    first = len(unary)
    rows = {}
    for name, column in contexts.items():
        row = weights[first + column * crf.RELATIONS : first + (column + 1) * crf.RELATIONS]
        rows[name] = [round(float(value), 3) for value in row]
    return {"features": features, "contexts": dict(sorted(rows.items()))}


def report(samples: Sequence[Sample], marginals: Sequence[Shares]) -> None:
    """Print how many turns found a right speaker, by type and by novel."""
    totals: dict[str, Counter[str]] = {}
    for sample, found in zip(samples, marginals, strict=True):
        for mark, kind, right, shares in zip(sample.marks, sample.kinds, sample.right, found, strict=True):
            if mark is None:
                continue
            found_right = bool(len(shares)) and right[int(np.argmax(shares))]
            for key in ("all", str(mark["type"]), f"kind {kind}", sample.name):
                totals.setdefault(key, Counter()).update(n=1, ok=found_right, can=any(right))
    for key, c in totals.items():
        ok, possible = 100 * c["ok"] / c["n"], 100 * c["can"] / c["n"]
        print(f"    {key:32s} {c['n']:6d}  right {ok:5.1f}  among candidates {possible:5.1f}")


def check_calibration(
    samples: Sequence[Sample],
    marginals: Sequence[Shares],
    folds: Mapping[str, int],
    described: float | None = DESCRIBED,
) -> None:
    """Print the reliability of confidences whose calibration was fitted to the novels of the other folds alone."""
    checked: list[tuple[float, bool]] = []
    for fold in sorted(set(folds.values())):
        inside = [i for i, s in enumerate(samples) if folds[author(s.name)] == fold]
        others = [i for i, s in enumerate(samples) if folds[author(s.name)] != fold]
        fitted = calibrate([samples[i] for i in others], [marginals[i] for i in others], described)
        points = outcomes([samples[i] for i in inside], [marginals[i] for i in inside])
        checked += [(confidence(p, place, told, fitted), right) for p, right, place, told in points]
    reliability(checked)


def reliability(points: Sequence[tuple[float, bool]]) -> None:
    """Print confidence against accuracy in ten bins, and the expected calibration error."""
    print("  reliability: confidence, accuracy, share")
    error = 0.0
    for low in range(10):
        inside = [(p, r) for p, r in points if min(int(p * 10), 9) == low]
        if inside:
            confidence = sum(p for p, _ in inside) / len(inside)
            accuracy = sum(r for _, r in inside) / len(inside)
            error += abs(confidence - accuracy) * len(inside) / len(points)
            print(f"    {confidence:.2f}  {accuracy:.2f}  {len(inside) / len(points):.3f}")
    print(f"    expected calibration error {error:.4f}")


def write_predictions(
    path: Path,
    documents: Iterable[Gold],
    models: Mapping[str, Sequence[Weights]],
    folds: Mapping[str, int],
    given: bool,
) -> None:
    """Extract every document with the weights of the fold that left its author out."""
    with open(path, "w", encoding="utf-8") as out:
        for gold in documents:
            fold = folds.get(author(gold["doc"]), 0)
            resolver = SpeakerResolver(given_cast(gold)) if given else None
            own = Models(**{name: of_folds[fold] for name, of_folds in models.items()})
            records = Extractor(resolver=resolver, models=own).extract(gold["text"]).to_dicts()
            out.write(json.dumps({"doc": gold["doc"], "quotes": records}, ensure_ascii=False) + "\n")


def cross_validate(
    samples: Sequence[Sample],
    folds: Mapping[str, int],
    options: argparse.Namespace,
    start: Sequence[Fitted] | None = None,
) -> tuple[list[Fitted], list[Shares]]:
    """Return the model of each fold and the marginals of every sample by the model that left it out.

    ``start`` holds the models of the first reading, from which the second sets out.
    """
    models: list[Fitted] = []
    marginals: list[Shares] = [[] for _ in samples]
    for fold in range(options.folds):
        begun = time.time()
        train = [s for s in samples if folds[author(s.name)] != fold]
        test = [i for i, s in enumerate(samples) if folds[author(s.name)] == fold]
        first = start[fold] if start else None
        fitted = crf.fit(train, l2=options.l2, iterations=options.iterations, start=first, verbose=False)
        for place, found in zip(test, crf.predict([samples[i] for i in test], fitted), strict=True):
            marginals[place] = found
        models.append(fitted)
        print(f"  fold {fold}: {time.time() - begun:.0f} s", flush=True)
    return models, marginals


def agreed(sample: Sample, marginals: Shares) -> Shares:
    """Return the marginals of both readings together; those of the first where it leaves no doubt."""
    assert sample.again is not None
    found: Shares = []
    for number, (likely, shares) in enumerate(zip(sample.candidates, marginals, strict=True)):
        if sample.again.settled(number):
            found.append(np.array([sample.shares[number][entity] for entity in likely]))
        else:
            both = sample.again.agreed(number, dict(zip(likely, map(float, shares), strict=True)))
            found.append(np.array([both[entity] for entity in likely]))
    return found


def show(samples: Sequence[Sample], marginals: Sequence[Shares]) -> None:
    """Print the accuracy of both conditions."""
    for given in (False, True):
        chosen = [i for i, s in enumerate(samples) if s.given is given and s.scored]
        if not chosen:
            continue
        print("cast given" if given else "own characters")
        report([samples[i] for i in chosen], [marginals[i] for i in chosen])


class Trained:
    """One set of weights, cross-validated.

    Attributes:
        first, second: The models of the folds.
        samples, seconds: The samples as the first and as the second reading has them.
        marginals: Those of both readings together, each by a model that left the author out.
    """

    def __init__(self, samples: Sequence[Sample], folds: Mapping[str, int], options: argparse.Namespace) -> None:
        self.samples = samples
        self.first, found = cross_validate(samples, folds, options)
        show(samples, found)
        self.seconds = [read_again(sample, shares) for sample, shares in zip(samples, found, strict=True)]
        if options.only != "final":
            self.second, found = cross_validate(self.seconds, folds, options, self.first)
            self.marginals = [agreed(sample, shares) for sample, shares in zip(self.seconds, found, strict=True)]
            show(self.seconds, self.marginals)

    def models(self, **more: Any) -> list[Weights]:
        """Return the models of the folds in the form of the weight files."""
        return [as_model(*both, **more) for both in zip(self.first, self.second, strict=True)]

    def write(self, name: str, options: argparse.Namespace, **more: Any) -> None:
        """Fit the weights for use to all samples and write them."""
        fitted = crf.fit(self.samples, l2=options.l2, iterations=options.iterations)
        again = crf.fit(self.seconds, l2=options.l2, iterations=options.iterations, start=fitted)
        model = as_model(fitted, again, **more)
        (MODELS / f"{name}.json").write_text(json.dumps(model, indent=0) + "\n", encoding="utf-8")
