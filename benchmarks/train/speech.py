"""Train the model that tells speech from other passages in quotation marks.

    python -m benchmarks.train.speech EVAL_DATA REAL [--out quotex/models/speech.json]

Reads polnear-train, pdnc-dev and litbank-original-dev of the folder of gold documents, the real articles with gold
lines in REAL, and our own texts; these two belong to the register that quotex finds in them.  A passage is positive
when at least 80 % of its letters lie inside gold quotations, negative below 20 %; those between are left out, and in
news those that a reported clause has claimed, since nobody asks about them.  Prints accuracy on documents left out of
training (four folds), and polnear-dev, which is never trained on.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.corpora.gold_lines import read_folder
from benchmarks.train.samples.corpora import OWN
from quotex.detect.claims.reported import claims_of_reports
from quotex.detect.genre import is_narrative
from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.find_reports import find_reports
from quotex.detect.speech.features import speech_features
from quotex.read.document import Document

CORPORA = {"report": ("polnear-train",), "story": ("pdnc-dev", "litbank-original-dev")}
TESTED = {"report": "polnear-dev"}
POSITIVE, NEGATIVE = 0.8, 0.2

WEIGHTS = {"report": 3.0, "story": 4.0}  # of a text with gold lines beside one of the large corpora

Example = tuple[dict[str, int], bool, float]


def documents(path: Path) -> Iterator[dict[str, Any]]:
    """The gold documents of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def gold_letters(text: str, spans: Iterable[Sequence[int]]) -> list[int]:
    """For every offset, how many letters and digits of gold quotations stand before it."""
    inside = [0] * (len(text) + 1)
    for start, end in spans:
        for at in range(start, end):
            inside[at] = 1
    return [0, *accumulate(int(flag and character.isalnum()) for flag, character in zip(inside, text, strict=False))]


def examples(document: dict[str, Any], register: str, weight: float = 1.0) -> Iterator[Example]:
    """The passages of a gold document as features, label and weight."""
    text = document["text"]
    spans = [span for quote in document["quotes"] for span in quote.get("content") or quote["spans"]]
    ignored = document.get("ignore") or []
    inside, left_open = gold_letters(text, spans), gold_letters(text, ignored)
    read = Document(text)
    taken: frozenset[int] = frozenset()
    if register == "report":
        taken = claims_of_reports(read, [report for report in find_reports(read) if report.likely])[1]
    for index, (passage, names) in enumerate(zip(read.once(read_passages), speech_features(read), strict=True)):
        start, end = passage.inner
        letters = sum(map(str.isalnum, text[start:end]))
        if index in taken or not letters or left_open[end] > left_open[start]:
            continue
        share = (inside[end] - inside[start]) / letters
        if share >= POSITIVE or share < NEGATIVE:
            yield dict.fromkeys(names, 1), share >= POSITIVE, weight


def gold_texts(real: Path, register: str) -> Iterator[dict[str, Any]]:
    """The texts with gold lines of a register; optional lines are to be ignored."""
    for text in (*read_folder(real), *read_folder(OWN / "train")):
        if Document(text.text).once(is_narrative) == (register == "story"):
            required = [{"spans": line.parts} for line in text.lines if not line.optional]
            ignored = [part for line in text.lines if line.optional for part in line.parts]
            yield {"text": text.text, "quotes": required, "ignore": ignored}


def fit(data: list[Example], strength: float) -> tuple[DictVectorizer, LogisticRegression]:
    """Fit the logistic regression."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([features for features, *_ in data])
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)  # for liblinear
    model = LogisticRegression(C=strength, l1_ratio=1.0, solver="liblinear", max_iter=300, random_state=0)
    model.fit(matrix, [label for _, label, _ in data], sample_weight=[weight for *_, weight in data])
    return vectorizer, model


def figures(gold: list[bool], told: list[bool]) -> str:
    """Accuracy, and precision and recall of both classes."""
    both = np.array(gold), np.array(told)
    right = float((both[0] == both[1]).mean())
    hits = float((both[0] & both[1]).sum())
    misses = float((~both[0] & ~both[1]).sum())
    return (
        f"accuracy {right:.4f}; speech P {hits / max(both[1].sum(), 1):.4f} R {hits / max(both[0].sum(), 1):.4f}; "
        f"other P {misses / max((~both[1]).sum(), 1):.4f} R {misses / max((~both[0]).sum(), 1):.4f} "
        f"of {len(gold)} passages ({sum(gold)} speech)"
    )


def cross_validate(by_document: list[list[Example]], strength: float, folds: int = 4) -> str:
    """Figures on documents left out, fold by fold."""
    gold: list[bool] = []
    told: list[bool] = []
    for fold in range(folds):
        train = [e for i, part in enumerate(by_document) if i % folds != fold for e in part]
        test = [e for i, part in enumerate(by_document) if i % folds == fold for e in part]
        vectorizer, model = fit(train, strength)
        gold += [label for _, label, _ in test]
        told += [bool(v) for v in model.predict(vectorizer.transform([features for features, *_ in test]))]
    return figures(gold, told)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the gold documents")
    parser.add_argument("real", type=Path, help="folder of real articles with gold lines")
    parser.add_argument("--out", type=Path, default=Path("quotex/models/speech.json"))
    parser.add_argument("--only", choices=sorted(CORPORA), help="train one register and keep the weights of the other")
    parser.add_argument("--strength", type=float, default=0.3, help="inverse strength of the L1 penalty")
    options = parser.parse_args()
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    if options.only:
        weights.update(json.loads(options.out.read_text(encoding="utf-8")))
    for register, corpora in CORPORA.items():
        if options.only not in (None, register):
            continue
        weights[register] = {}
        parts = [list(examples(d, register)) for name in corpora for d in documents(options.data / f"{name}.jsonl.gz")]
        parts += [list(examples(d, register, WEIGHTS[register])) for d in gold_texts(options.real, register)]
        print(f"{register}, documents left out: {cross_validate(parts, options.strength)}")
        vectorizer, model = fit([e for part in parts for e in part], options.strength)
        weights[register][""] = round(float(model.intercept_[0]), 3)
        for name, weight in zip(vectorizer.feature_names_, model.coef_[0], strict=True):
            if abs(weight) >= 0.005:
                weights[register][name] = round(float(weight), 3)
        if register in TESTED:
            test = [e for d in documents(options.data / f"{TESTED[register]}.jsonl.gz") for e in examples(d, register)]
            told = model.predict(vectorizer.transform([features for features, *_ in test]))
            print(f"{register}, {TESTED[register]}: {figures([y for _, y, _ in test], [bool(v) for v in told])}")
        print(f"{register}: {len(weights[register])} weights")
    options.out.write_text(json.dumps(weights, indent=0, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
