"""Train the ranker of pronouns in reports (quotex/models/reported.json, key "pronouns").

    python benchmarks/train_reported.py DATA [--limit N]

DATA is the folder with polnear-train.jsonl.gz.  The answers are silver: CoreNLP's coreference chains, in so far as a
chain that holds the pronoun of a source also holds a name that the cast knows.  Nothing of the dev part is read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from quotex.read.document import Document
from quotex.records import Quotation, Span
from quotex.resolve import reported
from quotex.resolve.entities import Cast, build_cast
from quotex.resolve.pronouns import Candidate, agrees, candidates, kind_of
from quotex.resolve.salience import Discourse
from quotex.resolve.sources import head_of, read_source

MODEL = Path(__file__).resolve().parent.parent / "quotex" / "models" / "reported.json"
LEAST = 12          # a feature must be seen this often
PENALTY = 2.0
KINDS = ("he", "she", "they", "it", "person")
Instance = tuple[list[Candidate], int]


def read_documents(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the documents of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def gold_quotations(document: dict[str, Any]) -> list[Quotation]:
    """Return the annotated attributions of a document as quotations, in text order."""
    text = document["text"]

    def span(parts: list[list[int]]) -> Span | None:
        return Span(parts[0][0], parts[-1][1], text[parts[0][0] : parts[-1][1]]) if parts else None

    found = [
        Quotation(q["kind"], tuple(Span(s, e, text[s:e]) for s, e in sorted(q["content"])), span(q["cue"]),
                  span(q["source"]))
        for q in document["quotes"]
    ]  # fmt: skip
    return sorted(found, key=lambda quotation: (quotation.start, -quotation.end))


def silver(chains: list[list[list[int]]], cast: Cast) -> dict[int, int]:
    """Return the entity that a chain gives to each of its mentions: start of the mention -> entity."""
    answers: dict[int, int] = {}
    for chain in chains:
        votes: Counter[int] = Counter()
        for start, end in chain:
            if end - start <= 40:
                entity = cast.entity_of(start, end)
                if entity is not None:
                    votes[entity] += 1
        if votes:
            entity, count = votes.most_common(1)[0]
            if count * 2 > sum(votes.values()):
                answers.update({start: entity for start, _ in chain})
    return answers


def instances(document: dict[str, Any]) -> Iterator[Instance]:
    """Yield candidates and the place of the right one for each source that is a pronoun or a post."""
    text = Document(document["text"])
    cast = build_cast(text)
    quotations = gold_quotations(document)
    answers = silver(document["coref"], cast)
    article = reported.Article(text, cast, Discourse(text, cast, quotations))
    for quotation in quotations:
        if quotation.source is not None:
            source = read_source(text.text, quotation.source.start, quotation.source.end, article.discourse)
            right = answers.get(source.start)
            head, plural = head_of(source.head)
            kind = kind_of(source.head) if source.form == "pronoun" else None
            if source.form == "nominal" and head and head.binding == "office" and not plural:
                kind = {"male": "he", "female": "she"}.get(head.gender or "", "person")
            if right is not None and kind in KINDS and agrees(kind, article.discourse, right):
                found = candidates(kind, source.start, source.end, quotation, article.discourse)
                place = next((i for i, c in enumerate(found) if c.entity == right), None)
                if place is not None and not _impossible(quotation, found[place]):
                    yield found, place
                    mention = (source.start, source.end)
                    article.pronouns[source.start] = reported.Answer("pronoun", right, mention, "pronoun")
                    article.discourse.resolved(*mention, right)
        answer = reported._answer(quotation, article)
        if answer is not None:
            article.discourse.tell(quotation, answer.entity, answer.mention)


def _impossible(quotation: Quotation, right: Candidate) -> bool:
    """Whether the silver answer is known from speakers' own words alone, as in "I love Larry," he said."""
    return "only quoted" in right.features or f"named in {quotation.kind}" in right.features


def fit(data: list[Instance]) -> dict[str, float]:
    """Fit a conditional logit with an L2 penalty."""
    counts = Counter(f for found, _ in data for c in found for f in c.features)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    rows: list[list[int]] = []
    owner, right = [], []
    for number, (found, place) in enumerate(data):
        right.append(len(rows) + place)
        for candidate in found:
            rows.append([index[f] for f in candidate.features if f in index])
            owner.append(number)
    lengths = np.array([len(r) for r in rows])
    matrix = csr_matrix((np.ones(lengths.sum()), np.concatenate([np.array(r, int) for r in rows]),
                         np.concatenate([[0], np.cumsum(lengths)])), shape=(len(rows), len(index)))  # fmt: skip
    groups, targets = np.array(owner), np.array(right)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.full(len(data), -np.inf)
        np.maximum.at(top, groups, scores)
        raised = np.exp(scores - top[groups])
        total = np.bincount(groups, raised)
        shares = raised / total[groups]
        gradient = matrix.T @ shares - np.asarray(matrix[targets].sum(axis=0)).ravel() + PENALTY * weights
        value = -(scores[targets] - top - np.log(total)).sum() + PENALTY / 2 * weights @ weights
        return value, gradient

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {f: round(float(best[i]), 3) for f, i in index.items() if abs(best[i]) >= 0.02}


def accuracy(data: list[Instance], weights: dict[str, float]) -> float:
    """Share of the instances whose best candidate is the silver answer."""
    hits = 0
    for found, place in data:
        scores = [sum(weights.get(f, 0.0) for f in c.features) for c in found]
        hits += max(range(len(found)), key=lambda i: (scores[i], -i)) == place
    return hits / max(1, len(data))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    documents = list(read_documents(options.data / "polnear-train.jsonl.gz"))[: options.limit]
    random.Random(7).shuffle(documents)
    held = len(documents) // 5
    parts = [[i for d in part for i in instances(d)] for part in (documents[held:], documents[:held])]
    first = fit(parts[0])
    print(f"{len(parts[0])} instances; silver accuracy on {len(parts[1])} held out: {accuracy(parts[1], first):.3f}")
    weights = fit(parts[0] + parts[1])
    model = json.loads(MODEL.read_text(encoding="utf-8")) if MODEL.exists() else {"confidence": {"bias": 1.5}}
    model["pronouns"] = weights
    MODEL.write_text(json.dumps(model, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights written")


if __name__ == "__main__":
    main()
