"""Fit the confidence of news speakers, and print a reliability table and the expected calibration error.

    python -m benchmarks.train.confidence DATA [TEXTS …] [--gold-sources] [--write]

DATA is the folder with polnear-dev.jsonl.gz and polnear-dev-names.jsonl, TEXTS are folders of texts with gold of all
kinds (NAME.txt and NAME.gold).  What is judged is "the name is right", as
`score_names` judges it.  Names are annotated on the dev part alone, so the small logistic regression behind the
confidence is fitted on one half of its articles and measured on the other, both ways; ``--write`` then fits it on all
of them and writes quotex/models/confidence.json.  With ``--gold-sources`` the annotated
quotations and sources are resolved in place of the detected ones.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from benchmarks.paths import MODELS
from benchmarks.score.measures.letters import Letters, share
from benchmarks.score.measures.names import PROPER, same_person
from benchmarks.score.measures.news import FOUND
from benchmarks.train.pronouns import gold_quotations, read_documents
from benchmarks.train.samples.marked import names_of, read_texts, same_name
from quotex.detect.detector import QuoteDetector
from quotex.detect.genre import is_narrative
from quotex.read.document import Document
from quotex.records import Quotation
from quotex.resolve.labels.decide import decide_turns
from quotex.resolve.news.answer import Article, features_of
from quotex.resolve.news.decide import answer_all
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.profiles.named_later import name_later
from quotex.resolve.people.build_cast import build_cast

MODEL = MODELS / "confidence.json"
BINS = 10
PENALTY = 5.0
LEAST = 10
SHOWN = 0.5
Row = tuple[str, dict[str, float], bool]


def answers(document: Document, quotations: Sequence[Quotation]) -> Iterator[tuple[Quotation, dict[str, float], str]]:
    """Yield each quotation that no label decides with the features of its answer and the name that it gets."""
    cast = build_cast(document)
    labelled = decide_turns(document, quotations, cast)
    quotations = [quotation for place, quotation in enumerate(quotations) if place not in labelled]
    article = Article(document, cast, Discourse(document, cast, quotations))
    found = name_later(quotations, answer_all(quotations, article), article)
    for quotation, answer in zip(quotations, found, strict=True):
        if answer is not None:
            yield quotation, features_of(answer, quotation, cast), cast.entities[answer.entity].name


def rows(data: Path, gold_sources: bool) -> Iterator[Row]:
    """Yield for each quotation with an annotated name: its article, its features, and whether its name is right."""
    with (data / "polnear-dev-names.jsonl").open(encoding="utf-8") as lines:
        names = {(row["doc"], row["id"]): row for row in map(json.loads, lines)}
    detector = QuoteDetector()
    for gold in read_documents(data / "polnear-dev.jsonl.gz"):
        document = Document(gold["text"])
        quotations = gold_quotations(gold) if gold_sources else sorted(
            detector.detect(document), key=lambda q: (q.start, -q.end))  # fmt: skip
        letters = Letters(gold["text"])
        found = [(letters([[s.start, s.end] for s in q.spans]), f, n) for q, f, n in answers(document, quotations)]
        for attribution in gold["quotes"]:
            row = names.get((gold["doc"], attribution["id"]))
            if row is None or not PROPER.search(row["name"]) or row["name"] not in gold["text"]:
                continue
            content = letters(attribution["content"])
            best = max(found, key=lambda item: len(item[0] & content), default=None)
            if best is not None and share(best[0], content) >= FOUND:
                right = same_person(best[2], [row["name"], *row["alternatives"]])
                yield gold["doc"], best[1], bool(right)


def marked_rows(folder: Path) -> Iterator[Row]:
    """Yield the same for the marked quotations of a folder of texts that are no stories."""
    for text, gold in read_texts(folder):
        document = Document(text)
        if is_narrative(document):
            continue
        quotations = sorted(QuoteDetector().detect(document), key=lambda q: (q.start, -q.end))
        reach = -1
        for quotation, features, name in answers(document, quotations):
            if quotation.end <= reach:
                continue  # within another, where names are harder to tell and fewer to see
            reach = quotation.end
            names = names_of(quotation, gold)
            if names and quotation.confidence >= SHOWN:
                yield text[:40], features, same_name(name, names)


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Fit a logistic regression with an L2 penalty on all weights but the bias."""
    counts = Counter(feature for _, features, _ in data for feature in features)
    index = {f: i + 1 for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    matrix = np.zeros((len(data), len(index) + 1))
    matrix[:, 0] = 1.0
    for number, (_, features, _) in enumerate(data):
        for feature, value in features.items():
            if feature in index:
                matrix[number, index[feature]] = value
    target = np.array([right for _, _, right in data], float)
    penalty = np.full(len(index) + 1, PENALTY)
    penalty[0] = 0.0

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        value = np.logaddexp(0.0, scores).sum() - target @ scores + 0.5 * penalty @ weights**2
        return value, matrix.T @ (1.0 / (1.0 + np.exp(-scores)) - target) + penalty * weights

    best = minimize(loss, np.zeros(len(index) + 1), jac=True, method="L-BFGS-B").x
    weights = {"bias": round(float(best[0]), 3)}
    return weights | {f: round(float(best[i]), 3) for f, i in index.items() if abs(best[i]) >= 0.005}


def predict(weights: dict[str, float], features: dict[str, float]) -> float:
    """Return the confidence that the weights give."""
    total = weights["bias"] + sum(weights.get(feature, 0.0) * value for feature, value in features.items())
    return float(1.0 / (1.0 + np.exp(-total)))


def halves(data: Sequence[Row]) -> dict[str, int]:
    """Part the articles into two halves, every other one in the order of their names, so that publishers are shared."""
    return {doc: place % 2 for place, doc in enumerate(sorted({doc for doc, _, _ in data}))}


def table(pairs: Sequence[tuple[float, bool]]) -> float:
    """Print the reliability table and return the expected calibration error."""
    error = 0.0
    print(f"{'confidence':>12} {'mean':>7} {'right':>7} {'n':>5}")
    for number in range(BINS):
        held = [(p, r) for p, r in pairs if min(int(p * BINS), BINS - 1) == number]
        if held:
            mean, right = sum(p for p, _ in held) / len(held), sum(r for _, r in held) / len(held)
            error += len(held) / len(pairs) * abs(mean - right)
            print(f"{number / BINS:5.1f} – {(number + 1) / BINS:.1f} {mean:7.3f} {right:7.3f} {len(held):5}")
    return error


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--gold-sources", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    data = list(rows(options.data, options.gold_sources))
    data += [row for folder in options.texts for row in marked_rows(folder)]
    side_of = halves(data)
    pairs: list[tuple[float, bool]] = []
    for side in (0, 1):
        weights = fit([row for row in data if side_of[row[0]] == side])
        part = [(predict(weights, features), right) for doc, features, right in data if side_of[doc] != side]
        print(f"fitted on half {side}, measured on the other ({len(part)} quotations)")
        print(f"expected calibration error {table(part):.3f}\n")
        pairs += part
    print(f"both ways together ({len(pairs)} quotations, {sum(r for _, r in pairs) / len(pairs):.1%} right)")
    print(f"expected calibration error {table(pairs):.3f}")
    if options.write:
        model = fit(data)
        MODEL.write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"{len(model)} weights written")


if __name__ == "__main__":
    main()
