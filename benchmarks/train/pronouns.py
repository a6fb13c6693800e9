"""Train the ranker of pronouns in reports (quotex/models/pronouns.json).

    python -m benchmarks.train.pronouns DATA [TEXTS …] [--limit N]

DATA is the folder with polnear-train.jsonl.gz.  The answers are silver: CoreNLP's coreference chains, where a chain
that holds the pronoun of a source also holds a name in the cast.  TEXTS are folders of texts with gold (NAME.txt and
NAME.gold), whose answers are the speakers marked there.  Nothing of the dev parts is read.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.paths import MODELS
from benchmarks.train.samples.marked import Marked, names_of, read_texts, same_name
from quotex.detect.detector import QuoteDetector
from quotex.detect.genre import is_narrative
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import kind_of
from quotex.models import PACKAGED, Models
from quotex.read.document import Document
from quotex.records import Quotation, Span
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.news.decide import answer_one
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.followed import follow
from quotex.resolve.news.pronouns import Candidate, agrees, candidates, described_candidates
from quotex.resolve.news.source_phrase import SourcePhrase, read_source
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast

MODEL = MODELS / "pronouns.json"
LEAST = 8  # a feature must be seen this often
PENALTY = 2.0
KINDS = ("he", "she", "they", "it", "person")
Instance = tuple[list[Candidate], int, float]
MARKED = 1.0  # weight of a speaker marked by hand
ROUNDS = 3  # of reading the marked texts with the weights of the round before
SILVER = 0.1  # weight of a coreference chain against an answer that the gender gives away
WITHIN = 1200  # characters within which the one of the right gender is taken for the answer
NEAR = 400  # characters within which somebody of unknown gender makes an answer unsure


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
    """Yield candidates, the place of the right one and a weight for each source that is a pronoun or a post."""
    text = Document(document["text"])
    cast = build_cast(text)
    quotations = gold_quotations(document)
    answers = silver(document["coref"], cast)
    article = Article(text, cast, Discourse(text, cast, quotations))
    for quotation in quotations:
        if quotation.source is not None:
            source = read_source(text.text, quotation.source.start, quotation.source.end, article.discourse)
            kind = kind_of_source(source)
            if kind is not None:
                follow(kind, source.start, quotation, article)
            right = by_gender(kind, source, quotation, article) if kind in ("he", "she") else None
            if right is not None:
                yield (*right, 1.0)
                answer = right[0][right[1]].entity
            else:
                answer = answers.get(source.start, -1)
                yield from by_chain(kind, answer, source, quotation, article, answers)
            if kind is not None and answer >= 0:
                mention = (source.start, source.end)
                article.pronouns[source.start] = Answer("pronoun", answer, mention, source.form)
                article.discourse.resolved(*mention, answer)
        answer_one(quotation, article)


def kind_of_source(source: SourcePhrase) -> str | None:
    """Return the kind of candidates that a source asks for, or None for a name and the like."""
    if source.form == "pronoun":
        kind = kind_of(source.head)
        return kind if kind in KINDS else None
    head, plural = head_of(source.head)
    if source.form == "nominal" and head and head.binding == "office" and not plural:
        return {"male": "he", "female": "she"}.get(head.gender or "", "person")
    return None


def by_gender(kind: str, source: SourcePhrase, quotation: Quotation, article: Article
              ) -> tuple[list[Candidate], int] | None:  # fmt: skip
    """Return candidates of either gender and the only one of them that the pronoun fits.

    The gender gives the answer away, so the candidates are weighed as if it were not known; that teaches what else
    tells an antecedent.  Where somebody near is of unknown gender nothing is certain, and nothing is returned.
    """
    entities = article.cast.entities

    def person(_: str, __: Discourse, entity: int) -> bool:
        return entities[entity].type == "person"

    found = candidates(kind, source.start, quotation, article.discourse, person)
    gender = "male" if kind == "he" else "female"
    near = [c for c in found if c.start > source.start - WITHIN]
    known = [c for c in near if entities[c.entity].gender is not None]
    unsure = [c for c in found if entities[c.entity].gender is None and c.start > source.start - NEAR]
    right = [i for i, c in enumerate(known) if entities[c.entity].gender == gender]
    if unsure or len(right) != 1 or len(known) < 2 or "only quoted" in known[right[0]].features:
        return None
    return known, right[0]


def by_chain(kind: str | None, right: int, source: SourcePhrase, quotation: Quotation, article: Article,
             answers: dict[int, int]) -> Iterator[Instance]:  # fmt: skip
    """Yield candidates that agree, with the silver answer of the coreference chain."""
    if kind is None or right < 0 or not agrees(kind, article.discourse, right):
        return
    found = candidates(kind, source.start, quotation, article.discourse)
    if kind != "person":
        found += [c for c in described_candidates(kind, source.start, quotation, article.discourse)
                  if answers.get(c.start) != right]  # fmt: skip
    place = next((i for i, c in enumerate(found) if c.entity == right), None)
    if place is not None and not _impossible(quotation, found[place]):
        yield found, place, SILVER if kind in ("he", "she") else 1.0


def _impossible(quotation: Quotation, right: Candidate) -> bool:
    """Whether the silver answer is known from speakers' own words alone, as in "I love Larry," he said."""
    return "only quoted" in right.features or f"named in {quotation.kind}" in right.features


def from_text(text: str, gold: list[Marked], weights: dict[str, float] | None = None) -> Iterator[Instance]:
    """Yield the pronouns of sources in a text whose speakers are marked: candidates, the right one and a weight.

    Earlier pronouns mean whom some weights choose, by default those in use: a ranker that has only seen right chains
    trusts them.
    """
    document = Document(text)
    if is_narrative(document):
        return
    with document.trying(Models(pronouns=weights) if weights else PACKAGED):
        cast = build_cast(document)
        quotations = sorted(QuoteDetector().detect(document), key=lambda q: (q.start, -q.end))
        article = Article(document, cast, Discourse(document, cast, quotations))
        for quotation in quotations:
            yield from _marked(quotation, names_of(quotation, gold), article)
            answer_one(quotation, article)


def _marked(quotation: Quotation, names: tuple[str, ...], article: Article) -> Iterator[Instance]:
    if quotation.source is None or not names:
        return
    source = read_source(article.document.text, quotation.source.start, quotation.source.end, article.discourse)
    kind = kind_of_source(source)
    if kind is None or kind == "person" or source.start in article.pronouns:
        return
    follow(kind, source.start, quotation, article)
    named = candidates(kind, source.start, quotation, article.discourse)
    found = named + described_candidates(kind, source.start, quotation, article.discourse)
    right = [i for i, c in enumerate(found) if same_name(_name_of(c, article), names)]
    if not right:
        return
    left = [c for i, c in enumerate(found) if i == right[0] or i not in right]
    yield left, left.index(found[right[0]]), MARKED


def _name_of(candidate: Candidate, article: Article) -> str:
    if candidate.entity >= 0:
        return article.cast.entities[candidate.entity].name
    return article.document.text[candidate.start : candidate.end]


def fit(data: list[Instance], wanted: Callable[[str], bool] = lambda feature: True) -> dict[str, float]:
    """Fit a conditional logit with an L2 penalty to the wanted features."""
    counts = Counter(f for found, _, _ in data for c in found for f in c.features if wanted(f))
    index = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    rows: list[list[int]] = []
    owner, right = [], []
    for number, (found, place, _) in enumerate(data):
        right.append(len(rows) + place)
        for candidate in found:
            rows.append([index[f] for f in candidate.features if f in index])
            owner.append(number)
    lengths = np.array([len(r) for r in rows])
    matrix = csr_matrix((np.ones(lengths.sum()), np.concatenate([np.array(r, int) for r in rows]),
                         np.concatenate([[0], np.cumsum(lengths)])), shape=(len(rows), len(index)))  # fmt: skip
    groups, targets = np.array(owner), np.array(right)
    heavy = np.array([weight for _, _, weight in data])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.full(len(data), -np.inf)
        np.maximum.at(top, groups, scores)
        raised = np.exp(scores - top[groups])
        total = np.bincount(groups, raised)
        shares = raised / total[groups]
        gradient = matrix.T @ (shares * heavy[groups]) - matrix[targets].T @ heavy + PENALTY * weights
        value = -(heavy * (scores[targets] - top - np.log(total))).sum() + PENALTY / 2 * weights @ weights
        return value, gradient

    best = minimize(loss, np.zeros(len(index)), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {f: round(float(best[i]), 3) for f, i in index.items() if abs(best[i]) >= 0.02}


def accuracy(data: list[Instance], weights: dict[str, float]) -> float:
    """Share of the instances whose best candidate is the silver answer."""
    return right_ones(data, weights) / max(1, len(data))


def right_ones(data: list[Instance], weights: dict[str, float]) -> int:
    """Return how many of the instances have the silver answer as their best candidate."""
    hits = 0
    for found, place, _ in data:
        scores = [sum(weights.get(f, 0.0) for f in c.features) for c in found]
        hits += max(range(len(found)), key=lambda i: (scores[i], -i)) == place
    return hits


def _sexed(instance: Instance) -> bool:
    return any(f.startswith(("he ", "she ")) for f in instance[0][0].features)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    documents = list(read_documents(options.data / "polnear-train.jsonl.gz"))[: options.limit]
    random.Random(7).shuffle(documents)
    held = len(documents) // 5
    parts = [[i for d in part for i in instances(d)] for part in (documents[held:], documents[:held])]
    first = fit(parts[0])
    for name, part in (("gender", [i for i in parts[1] if i[2] == 1.0 and _sexed(i)]), ("all", parts[1])):
        print(f"{len(parts[0])} instances; accuracy on {len(part)} held out ({name}): {accuracy(part, first):.3f}")
    weights = fit(parts[0] + parts[1])
    texts = [pair for folder in options.texts for pair in read_texts(folder)]
    for _ in range(ROUNDS if texts else 0):
        marked = [i for text, gold in texts for i in from_text(text, gold, weights)]
        fifth = len(marked) // 5
        first = fit(parts[0] + marked[fifth:])
        chains = accuracy(parts[1], first)
        print(f"{len(marked)} marked; held out: {accuracy(marked[:fifth], first):.3f}, chains {chains:.3f}")
        weights = fit(parts[0] + parts[1] + marked)
    MODEL.write_text(json.dumps(weights, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights written")


if __name__ == "__main__":
    main()
