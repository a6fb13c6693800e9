"""Train the models of reported speech: cue lexicon, cues, content, source, joins and the final decision.

    python -m benchmarks.train.reports DATA REAL [--quick]

DATA holds polnear-train, polnear-syntax-train, gum-train, gum-syntax-train and riqua-train (.jsonl.gz), REAL articles
with gold lines; our own texts are in benchmarks/corpora/many_voices.  Writes quotex/lexicon/cue_words.tsv and
quotex/models/{cues,content,source,quotations}.json.  The last fifth of the training articles sets the threshold.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.paths import MODELS
from benchmarks.train.cue_lexicon import CueLexicon, banned_words, general_forms, write_lexicon
from benchmarks.train.fit.confidence import fit_confidence
from benchmarks.train.fit.sparse import fit_choice, fit_classes, fit_logistic
from benchmarks.train.fit.trees import fit_forest
from benchmarks.train.samples.corpora import read_articles
from benchmarks.train.samples.news import Article
from benchmarks.train.samples.quotations import balanced, judged_claims
from benchmarks.train.samples.reports import (
    Target,
    candidates,
    content_groups,
    draft_examples,
    gold_content,
    importance,
    join_examples,
    source_groups,
    use_words,
)
from quotex.detect import confidence
from quotex.detect.genre import text_kind
from quotex.detect.reports import (
    cues,
    draft_values,
    joins,
    left_edges,
    right_edges,
)
from quotex.detect.reports import (
    find_drafts as drafts,
)
from quotex.detect.reports import (
    source as sources,
)
from quotex.models import PACKAGED, Models
from quotex.models.linear import Linear

Judged = tuple[str, Sequence[str], Sequence[float], bool]  # corpus, values, numbers, whether it is a quotation
_LOST = 0.01  # the share of cues that the first look may lose
_FLAT = 0.003  # the curve is flat near its top: of thresholds this near to the best F1, the one that misses least


class Fitted:
    """The models of one training run, with which articles can be read in place of those of the package."""

    def __init__(self, articles: list[Article], lexicon: CueLexicon, banned: set[str]) -> None:
        rows: list[list[str]] = []
        first: list[list[str]] = []
        labels: list[bool] = []
        weights: list[float] = []
        examples: list[tuple] = []
        for article in articles:
            for frame, place, grades, gold in candidates(article, lexicon):
                weight = importance(article, frame, gold)
                if gold is None or not gold.optional:
                    rows.append(cues.cue_values(frame, place.at, place.lemma, place.grade, grades))
                    first.append(cues.first_values(frame, place.at, place.grade))
                    labels.append(gold is not None)
                    weights.append(weight)
                if gold:
                    examples.append((frame, place, grades, Target(article, frame, place, gold), weight))
        self.first = fit_first(first, labels, banned, weights)
        self.cue = fit_logistic(cues.CUE_TEMPLATES, rows, labels, 3.0, 3, banned, weights)
        self.content = fit_content(content_groups(examples), banned, 2.5)
        groups = source_groups(examples, [gold_content(example[3]) for example in examples])
        self.source = fit_choice(sources.SOURCE_TEMPLATES, groups, 2.5, 3, banned)
        self.report: dict = {"bias": 0.0, "templates": {}}
        self.forest: dict = {"bias": 0.0, "features": [], "trees": []}

    def read(self, articles: list[Article]) -> None:
        """Let articles be read with these models instead of those of the package, whose bar and joins they keep."""
        decision = {"first": self.first, "cue": self.cue, "report": self.report, "forest": self.forest}
        decision["threshold"] = PACKAGED.weights("cues")["threshold"]
        source = {"source": self.source, "join": PACKAGED.weights("source")["join"]}
        models = Models(cues=decision, content=self.content, source=source)
        for article in articles:
            article.read_with(models)


def fit_first(rows: list[list[str]], labels: list[bool], banned: set[str], weights: list[float]) -> dict:
    """Fit the first look at a candidate, with the bar that nearly all cues pass."""
    model = fit_logistic(cues.FIRST_TEMPLATES, rows, labels, 2.0, 3, banned, weights)
    score = Linear(model).score
    scores = sorted((score(row), weight, label) for row, label, weight in zip(rows, labels, weights, strict=True))
    whole, lost, dropped = sum(weight for _, weight, label in scores if label), 0.0, 0
    for _, weight, label in scores:
        lost += weight * label
        if lost > _LOST * whole:
            break
        dropped += 1
    bar = scores[dropped][0]
    print(f"first look: drops {dropped} of {len(scores)}, bar {bar:.2f}")
    return model | {"bar": round(bar, 3)}


def fit_content(groups: dict[str, list], banned: set[str], l1: float = 2.5) -> dict[str, dict]:
    """Fit side and edge models."""
    templates = cues.CUE_TEMPLATES + right_edges.SIDE_TEMPLATES
    rows, labels, weights = zip(*groups["side"], strict=True)
    sides = fit_classes(templates, rows, labels, 3, l1, 3, banned, weights)
    models = {"side " + side: model for side, model in zip(right_edges.SIDES, sides, strict=True)}
    for name, listed, first, second in (
        ("start", right_edges.START_TEMPLATES, l1, 0.0),
        ("end", right_edges.END_TEMPLATES, l1, 0.0),
        ("left end", left_edges.LEFT_END_TEMPLATES, 1.5, 0.5),
        ("left start", left_edges.LEFT_START_TEMPLATES, 1.5, 0.5),
    ):
        models[name] = fit_choice(listed, groups[name], first, 3, banned, second)
    return models


def fit_decision(
    folds: list[list[Article]], models: list[Fitted], lexicon: CueLexicon, banned: set[str]
) -> tuple[dict, dict, list[dict]]:
    """Fit the final decision on drafts that each fold's models made for the other folds: the linear model, the trees
    that weigh its answer with a few numbers, and a linear model for each quarter of the articles that did not see it.

    The trees see answers of the latter.
    """
    rows: list[list[str]] = []
    numbers: list[tuple[float, ...]] = []
    labels: list[bool] = []
    weights: list[float] = []
    quarters: list[int] = []
    for fold, made in zip(folds, models, strict=True):
        made.read(fold)
        for index, article in enumerate(fold):
            for draft, found, right, weight in draft_examples([article], lexicon):
                around = drafts.look_around(draft, found)
                rows.append(drafts.draft_values(draft, around))
                numbers.append(drafts.draft_numbers(draft, around, 0.0))
                labels.append(right)
                weights.append(weight)
                quarters.append(index % 4)
    print("drafts:", len(rows), "right:", sum(labels))
    blind = []
    for quarter in range(4):
        kept = [i for i, own in enumerate(quarters) if own != quarter]
        model = _linear([rows[i] for i in kept], [labels[i] for i in kept], banned, [weights[i] for i in kept])
        blind.append(model)
        linear = Linear(model)
        for i, own in enumerate(quarters):
            if own == quarter:
                numbers[i] = (linear.score(rows[i]), *numbers[i][1:])
    forest = fit_forest(draft_values.DRAFT_NUMBERS, numbers, labels, weights)
    return _linear(rows, labels, banned, weights), forest, blind


def _linear(rows: list[list[str]], labels: list[bool], banned: set[str], weights: list[float]) -> dict:
    return fit_logistic(draft_values.DRAFT_TEMPLATES, rows, labels, 5.0, 3, banned, weights)


def best_threshold(articles: list[Article], lexicon: CueLexicon) -> tuple[float, float]:
    """The probability from which a report stands, so that F1 of half-right content is near its best; and that F1."""
    examples = draft_examples(articles, lexicon)
    scored = sorted(((draft.probability, right, weight) for draft, _, right, weight in examples), reverse=True)
    total = sum(article.weight * sum(not gold.optional for gold in article.gold) for article in articles)
    hits = told = 0.0
    curve = [(0.0, 0.5)]
    for probability, right, weight in scored:
        hits += right * weight
        told += weight
        curve.append((2 * hits / (told + total), probability))
    flat = max(f1 for f1, _ in curve) - _FLAT
    return min((probability, f1) for f1, probability in curve if f1 >= flat)


def judged(articles: list[Article], lexicon: CueLexicon) -> list[Judged]:
    """The records that the models in use, which have not seen the articles, find in them; and which are quotations."""
    found = []
    for article in articles:
        use_words(dict(lexicon.table(article)))
        genre = article.document.once(text_kind)
        for claim, right in judged_claims(article):
            values, numbers = confidence.confidence_values(claim, genre), confidence.confidence_numbers(claim)
            found.append((article.corpus, values, numbers, right))
    return found


def judged_blind(
    folds: list[list[Article]], models: list[Fitted], decisions: list[dict], forest: dict, lexicon: CueLexicon
) -> list[Judged]:
    """The same of the articles that the models are fitted on, by those that have not seen them."""
    found = []
    for fold, made in zip(folds, models, strict=True):
        for quarter, decision in enumerate(decisions):
            articles = fold[quarter :: len(decisions)]
            made.report, made.forest = decision, forest
            made.read(articles)
            found += judged(articles, lexicon)
    return found


def calibrate(examples: list[Judged]) -> dict:
    """Fit how likely records are quotations."""
    corpora, rows, numbers, labels = zip(*examples, strict=True)
    print("records:", Counter(zip(corpora, labels, strict=True)))
    return fit_confidence(confidence.CONFIDENCE_TEMPLATES, rows, numbers, labels, balanced(corpora))


def write_model(name: str, model: dict) -> None:
    """Write weights as compact JSON, one template a line."""
    text = json.dumps(model, ensure_ascii=False, sort_keys=False, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


def train(articles: list[Article], quick: bool = False) -> None:
    """Fit on all articles; the final decision on two halves of the first four fifths, the threshold on the last
    fifth."""
    cut = len(articles) * 4 // 5
    banned = banned_words(articles)
    lexicon = CueLexicon(articles)
    early = CueLexicon(articles[:cut])
    halves = [articles[0:cut:2], articles[1:cut:2]]
    swapped = [Fitted(halves[1], early, banned), Fitted(halves[0], early, banned)]
    report, forest, blind = fit_decision(halves, swapped, early, banned)
    records = judged_blind(halves, swapped, blind, forest, early)
    whole = Fitted(articles[:cut], early, banned)
    whole.report, whole.forest = report, forest
    whole.read(articles[cut:])
    threshold, f1 = best_threshold(articles[cut:], early)
    print(f"held-out fifth: half-right content F1 {f1:.3f} at {threshold:.3f}")
    records += judged(articles[cut:], early)
    write_model("quotations", calibrate(records))
    if quick:
        lexicon = early
    final = whole if quick else Fitted(articles, lexicon, banned)
    rows, labels, weights = join_examples(articles, lexicon)
    join = fit_logistic(joins.JOIN_TEMPLATES, rows, labels, 0.7, 3, banned, weights)
    write_lexicon([row for row in lexicon.rows() if row[0] not in banned or row[0] in general_forms()])
    decision = {"report": report, "forest": forest}
    write_model("cues", {"threshold": round(threshold, 3), "first": final.first, "cue": final.cue} | decision)
    write_model("content", final.content)
    write_model("source", {"source": final.source, "join": join})


def main(data: str, real: str, *flags: str) -> None:
    """Train everything and write it; with --quick without a last fit on all articles."""
    train(read_articles(Path(data), Path(real)), "--quick" in flags)


if __name__ == "__main__":
    main(*sys.argv[1:])
