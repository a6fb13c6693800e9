"""Fiction: PDNC and LitBank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from benchmarks.score.measures.figures import best_agreement, mean, prf, rate
from benchmarks.score.measures.letters import Letters, match_one_to_one, overlaps, share
from benchmarks.score.measures.persons import Characters, entity_names
from benchmarks.score.measures.reading import prepare, speaker_label
from benchmarks.score.measures.regions import BLANK_LINE
from benchmarks.score.measures.shapes import Figures, Gold, Pair, Places, Predictions, Record

FOUND = 0.5  # share of a gold quotation that one record must cover to be asked for its speaker
SPAN_MATCH = 0.8  # Jaccard from which a span counts as found in fiction
TYPES = ("Explicit", "Anaphoric", "Implicit")


def span_units(spans: Iterable[Pair], text: str, letters: Letters) -> Iterator[Places]:
    """Yield the letters of every span; spans of several paragraphs are cut at the blank lines."""
    for start, end in spans:
        cuts = [start, *(m.end() for m in BLANK_LINE.finditer(text, start, end)), end]
        for unit in (letters([part]) for part in pairwise(cuts)):
            if unit:
                yield unit


def fiction_document(
    document: Gold, predictions: Predictions
) -> tuple[list[Gold], tuple[int, int, int], list[Record | None]]:
    """Return (gold quotations, (hits, predicted, gold) of spans, record per quotation or None) of one document.

    Only direct and mixed records take part, because the gold has direct speech alone.  A gold quotation gets the
    record that overlaps it most, if that covers at least half of it.
    """
    text = document["text"]
    letters = Letters(text)
    ignored = letters(document.get("ignore") or [])
    records = [r for r in prepare(predictions.get(document["doc"], []), letters) if r["kind"] != "indirect"]
    predicted = [u for r in records for u in span_units(r["spans"], text, letters) if share(ignored, u) <= 0.5]
    gold = [dict(q, letters=letters(q["spans"])) for q in document["quotes"]]
    units = [u for q in gold for u in span_units(q["spans"], text, letters)]
    hits = sum(score >= SPAN_MATCH for _, score in match_one_to_one(predicted, units).values())
    speaking: list[Record | None] = [None] * len(gold)
    best = [0] * len(gold)
    for i, j, common in overlaps([r["letters"] for r in records], [q["letters"] for q in gold]):
        if common > best[j] and common >= FOUND * len(gold[j]["letters"]):
            speaking[j], best[j] = records[i], common
    return gold, (hits, len(predicted), len(units)), speaking


def score_novels(
    documents: Iterable[Gold], predictions: Predictions, supplements: Mapping[str, Any] | None = None
) -> Figures:
    """PDNC.

    spans      every part of a quotation is a unit (parts of several paragraphs are cut at blank lines, on both
               sides), matched one-to-one, found at Jaccard ≥ 0.8.
    speakers   over all gold quotations: the normalised name of the record that overlaps the quotation most (and
               covers at least half of it) must be the main name or an alias of the gold speaker.  `where named`
               asks only for quotations with a predicted name.  `mapped`: each predicted name is mapped to at most
               one character of its novel so that most quotations agree.  `by person`: any name that the document's
               records use for the predicted entity will do (see `entity_names`), which asks whether the right person
               was found, whatever name was printed.  `by person, one each`: the same, but an entity stands only for
               the character whom most of these names denote; two persons taken for one are not both right.

    `supplements` ({doc: supplement}, see `Characters`; the file GOLD-aliases.json, beside the gold or in
    ``benchmarks/data``) mends the lists of characters, which lack many plain name forms: its aliases count as right
    names, the characters of "same" are one, and quotations of "not_persons" are left out of the speaker figures.
    """
    spans, found = Counter[str](), Counter[str]()
    types: dict[str, Counter[str]] = defaultdict(Counter)
    per_novel: dict[str, Figures] = {}
    for document in documents:
        gold, (hits, predicted, units), speaking = fiction_document(document, predictions)
        characters = Characters(document, (supplements or {}).get(document["doc"]) or {})
        entities = entity_names(predictions.get(document["doc"], []))
        novel = Counter[str](quotations=len(gold), found=sum(record is not None for record in speaking))
        pairs = []
        for quotation, record in zip(gold, speaking, strict=False):
            if quotation["speaker"] in characters.left_out:
                continue
            label = speaker_label(record) if record else ""
            counts = _speaker_counts(quotation["speaker"], record, label, characters, entities)
            novel.update(counts)
            types[quotation["type"]].update(counts)
            if label:
                pairs.append((label, characters.person(quotation["speaker"])))
        novel["mapped"] = best_agreement(pairs) if pairs else 0
        found.update(total=novel["quotations"], found=novel["found"])
        spans.update(hits=hits, predicted=predicted, gold=units)
        per_novel[document["doc"]] = {
            "spans": prf(hits, predicted, units),
            "found": rate(novel["found"], novel["quotations"]),
            "speakers": rate(novel["right"], novel["total"]),
            "speakers where named": rate(novel["right"], novel["named"]),
            "mapped": rate(novel["mapped"], novel["total"]),
            "by person": rate(novel["person"], novel["total"]),
            "by person, one each": rate(novel["one"], novel["total"]),
        }
    totals = sum(types.values(), Counter[str]())
    mapped = sum(n["mapped"]["hits"] for n in per_novel.values())
    macro = ("speakers", "mapped", "by person", "by person, one each")
    return {
        "spans": prf(spans["hits"], spans["predicted"], spans["gold"]),
        "speakers": {
            "all": rate(totals["right"], totals["total"]),
            **{t: rate(types[t]["right"], types[t]["total"]) for t in TYPES},
            "where named": rate(totals["right"], totals["named"]),
            "mapped": rate(mapped, totals["total"]),
            "by person": rate(totals["person"], totals["total"]),
            "by person, one each": rate(totals["one"], totals["total"]),
        },
        "found": rate(found["found"], found["total"]),
        "macro": {
            "spans f1": mean(n["spans"]["f1"] for n in per_novel.values()),
            **{name: mean(n[name]["value"] for n in per_novel.values()) for name in macro},
        },
        "novels": per_novel,
    }


def _speaker_counts(
    speaker: str, record: Record | None, label: str, characters: Characters, entities: Mapping[int, Counter[str]]
) -> dict[str, int]:
    """Return what one quotation adds to the figures of speakers."""
    names = characters.names(speaker)
    answer: Mapping[str, int] = {label: 1} if label else {}
    if label and record and record["entity"] is not None:
        answer = entities.get(record["entity"]) or answer
    return {
        "total": 1,
        "named": bool(label),
        "right": bool(label) and label in names,
        "person": not names.isdisjoint(answer),
        "one": characters.person(speaker) in characters.persons(answer),
    }


def b_cubed(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, int]:
    """Return (precision sum, recall sum, items) of the B-cubed measure for (predicted, gold) labels."""
    both, predicted, gold = Counter(pairs), Counter(p for p, _ in pairs), Counter(g for _, g in pairs)
    precision = sum(n * n / predicted[p] for (p, _), n in both.items())
    recall = sum(n * n / gold[g] for (_, g), n in both.items())
    return precision, recall, len(pairs)


def score_litbank(documents: Iterable[Gold], predictions: Predictions) -> Figures:
    """LitBank.

    spans      as for novels.
    b-cubed    of the speakers, over gold quotations that a record covers at least half; a quotation without a
               predicted name is a cluster of its own.
    mapped     each predicted name is mapped to at most one entity of its document so that most quotations agree;
               the share of all gold quotations that agree then.
    """
    spans, sums, found = Counter[str](), [0.0, 0.0, 0.0], 0
    per_document = []
    for document in documents:
        gold, (hits, predicted, units), speaking = fiction_document(document, predictions)
        spans.update(hits=hits, predicted=predicted, gold=units)
        if not gold:
            continue
        labels = [
            (speaker_label(r) or f"#{j}", q["speaker"])
            for j, (q, r) in enumerate(zip(gold, speaking, strict=False))
            if r
        ]
        sums = [a + b for a, b in zip(sums, b_cubed(labels), strict=False)]
        named = [(label, speaker) for label, speaker in labels if not label.startswith("#")]
        found += len(labels)
        per_document.append(rate(best_agreement(named) if named else 0, len(gold)))
    precision, recall = (s / sums[2] if sums[2] else 0.0 for s in sums[:2])
    total = sum(d["total"] for d in per_document)
    return {
        "spans": prf(spans["hits"], spans["predicted"], spans["gold"]),
        "found": rate(found, total),
        "b-cubed": {
            "p": precision,
            "r": recall,
            "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0.0,
        },
        "mapped": rate(sum(d["hits"] for d in per_document), total),
        "mapped macro": mean(d["value"] for d in per_document),
    }
