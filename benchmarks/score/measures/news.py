"""News: PolNeAR, and who is behind its sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.score.measures.figures import prf, rate
from benchmarks.score.measures.letters import Letters, best_record, jaccard, match_one_to_one, share
from benchmarks.score.measures.names import PROPER, last_name, same_person
from benchmarks.score.measures.reading import KINDS, prepare
from benchmarks.score.measures.regions import quoted_regions
from benchmarks.score.measures.shapes import Figures, Gold, Pair, Places, Predictions, Record

CLAIMED = 0.8  # share of a quoted passage that records must cover for the passage to count as claimed
UNTOUCHED = 0.2  # a passage with less than this share inside gold content is a gold negative
FOUND = 0.5  # share of a gold quotation that one record must cover to be asked for its speaker
TAUS = {"0.5": 0.5, "0.8": 0.8, "exact": 1.0}
Matches = dict[int, tuple[int, float]]  # by record: the gold attribution that it matches, and how well


class Source:
    """The gold source of an attribution, which judges predicted speakers."""

    def __init__(self, attribution: Gold, document: Gold, letters: Letters) -> None:
        self.letters = letters
        self.positions = letters(attribution["source"])
        head = attribution.get("source_head")
        self.head = letters([head]) if head else set()
        self.name = last_name(attribution.get("source_name"))
        self.chains = [chain for chain in document.get("coref") or [] if any(map(self._names_source, chain))]

    def _names_source(self, mention: Pair) -> bool:
        positions = self.letters([mention])
        covers_head = self.head and self.head <= positions and positions <= self.positions
        return bool(covers_head) or jaccard(positions, self.positions) >= 0.5

    def _mention(self, record: Record) -> Places:
        return self.letters([record["mention_span"]]) if record["mention_span"] else set()

    def strict(self, record: Record) -> bool:
        """The mention covers the head of the source and lies at least half in the source."""
        mention = self._mention(record)
        return (
            bool(mention)
            and share(self.positions, mention) >= 0.5
            and bool(self.head <= mention if self.head else share(mention, self.positions) >= 0.5)
        )

    def lenient(self, record: Record) -> bool:
        """Strict, or a mention from the same coreference chain, or the same last name as a source with a name."""
        if self.strict(record):
            return True
        if self.name and self.name in (last_name(record["name"]), last_name(record["mention"])):
            return True
        mention = self._mention(record)
        return bool(mention) and any(jaccard(mention, self.letters([m])) >= 0.5 for chain in self.chains for m in chain)


Pairs = list[tuple[Gold, Source | None]]


def score_news(documents: Iterable[Gold], predictions: Predictions) -> Figures:
    """PolNeAR.

    passages   every passage in quotation marks: gold positive when at least 80 % of it lies in gold content, gold
               negative below 20 %, left out between or when an "ignore" region touches it.  The system claims a
               passage when its records together cover at least 80 % of it.
    speakers   over gold-positive passages whose attribution names a source.  The record that overlaps the passage
               most gives the mention; passages that are not claimed count as wrong.  `strict`: the mention covers
               the syntactic head of the source and lies at least half in it.  `lenient`: or it is in one CoreNLP
               coreference chain with the source, or has its last name.  `end to end` takes precision over all
               claimed passages, gold negatives included.
    attributions   content matched one-to-one, best Jaccard first; a pair counts from τ = 0.5, 0.8, or 1 (exact).
               `content and speaker` asks for the lenient speaker too and leaves out attributions without a source
               on both sides.  Attributions that lie mostly in "ignore" regions are left out on both sides.
    cues       cue spans matched one-to-one; any overlap counts.
    """
    counts = _Counts()
    for document in documents:
        letters = Letters(document["text"])
        records = prepare(predictions.get(document["doc"], []), letters)
        ignored = letters(document.get("ignore") or [])
        gold = [dict(q, letters=letters(q["content"])) for q in document["quotes"]]
        pairs = [(q, Source(q, document, letters) if q["source"] else None) for q in gold]
        for region in quoted_regions(document["text"]):
            counts.passage(letters([region]), pairs, records, ignored)
        pairs = [(q, source) for q, source in pairs if share(ignored, q["letters"]) <= 0.5]
        records = [r for r in records if share(ignored, r["letters"]) <= 0.5]
        matches = match_one_to_one([r["letters"] for r in records], [q["letters"] for q, _ in pairs])
        counts.attributions(pairs, records, matches)
        counts.kinds(pairs, records, matches)
        counts.cues_of([q for q, _ in pairs], records, letters)
    return counts.figures()


class _Counts:
    """What is counted for `score_news`, document by document."""

    def __init__(self) -> None:
        self._passages, self._strict, self._lenient, self._cues = (Counter[str]() for _ in range(4))
        self._content, self._with_speaker = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        self._recall_by_kind: dict[str, Counter[str]] = defaultdict(Counter)
        self._precision_by_kind: dict[str, Counter[str]] = defaultdict(Counter)

    def passage(self, passage: Places, pairs: Pairs, records: list[Record], ignored: Places) -> None:
        """Count a passage in quotation marks: whether it is claimed, and whether its speaker is right."""
        gold = [q for q, _ in pairs]
        covered = share(set[int]().union(*(q["letters"] for q in gold)), passage)
        if not passage or passage & ignored or UNTOUCHED <= covered < CLAIMED:
            self._passages["left out"] += bool(passage)
            return
        claimed = share(set[int]().union(*(r["letters"] for r in records)), passage) >= CLAIMED
        positive = covered >= CLAIMED
        self._passages.update(gold=positive, predicted=claimed, hits=positive and claimed)
        holder = best_record(gold, passage) if positive else None
        source = None if holder is None else pairs[holder][1]
        if positive and not source:
            return
        best = best_record(records, passage) if claimed else None
        record = None if best is None else records[best]
        for counts, judge in ((self._strict, Source.strict), (self._lenient, Source.lenient)):
            counts.update(
                total=positive,
                claimed=claimed,
                claimed_gold=claimed and positive,
                hits=record is not None and source is not None and judge(source, record),
            )

    def attributions(self, pairs: Pairs, records: list[Record], matches: Matches) -> None:
        """Count the attributions whose content is matched, and of these the ones with the right speaker."""
        for tau, bar in TAUS.items():
            hits = {i: j for i, (j, score) in matches.items() if score >= bar}
            sourceless = sum(pairs[j][1] is None for j in hits.values())
            self._content.update(
                {(tau, "hits"): len(hits), (tau, "predicted"): len(records), (tau, "gold"): len(pairs)}
            )
            self._with_speaker.update(
                {
                    (tau, "hits"): sum(_is_right(pairs[j][1], records[i]) for i, j in hits.items()),
                    (tau, "predicted"): len(records) - sourceless,
                    (tau, "gold"): sum(source is not None for _, source in pairs),
                }
            )

    def kinds(self, pairs: Pairs, records: list[Record], matches: Matches) -> None:
        """Count the same by the kind of the gold attribution, and of the record."""
        by_gold = {j: (i, score) for i, (j, score) in matches.items()}
        for j, (attribution, source) in enumerate(pairs):
            counts = self._recall_by_kind[attribution["kind"]]
            i, score = by_gold.get(j, (-1, 0.0))
            counts["gold"] += 1
            counts["hits"] += score >= 0.5
            if source:
                counts["gold with source"] += 1
                counts["speaker hits"] += score >= 0.5 and _is_right(source, records[i])
        for i, record in enumerate(records):
            counts = self._precision_by_kind[record["kind"]]
            counts["predicted"] += 1
            counts["hits"] += matches.get(i, (-1, 0.0))[1] >= 0.5

    def cues_of(self, gold: list[Gold], records: list[Record], letters: Letters) -> None:
        """Count the cues that touch a gold cue."""
        gold_cues = [c for c in (letters(q["cue"]) for q in gold) if c]
        predicted_cues = [c for c in (letters([r["cue_span"]]) for r in records if r["cue_span"]) if c]
        hits = len(match_one_to_one(predicted_cues, gold_cues))
        self._cues.update(hits=hits, predicted=len(predicted_cues), gold=len(gold_cues))

    def figures(self) -> Figures:
        """Return the figures of all documents."""
        passages, recall, precision = self._passages, self._recall_by_kind, self._precision_by_kind
        return {
            "passages": dict(
                prf(passages["hits"], passages["predicted"], passages["gold"]), left_out=passages["left out"]
            ),
            "speakers": {"strict": _speaker_figures(self._strict), "lenient": _speaker_figures(self._lenient)},
            "attributions": {
                name: {tau: prf(*(counts[tau, key] for key in ("hits", "predicted", "gold"))) for tau in TAUS}
                for name, counts in (("content", self._content), ("content and speaker", self._with_speaker))
            },
            "recall by gold kind": {
                k: {
                    "content": rate(recall[k]["hits"], recall[k]["gold"]),
                    "content and speaker": rate(recall[k]["speaker hits"], recall[k]["gold with source"]),
                }
                for k in KINDS
            },
            "precision by predicted kind": {k: rate(precision[k]["hits"], precision[k]["predicted"]) for k in KINDS},
            "cues": prf(self._cues["hits"], self._cues["predicted"], self._cues["gold"]),
        }


def _speaker_figures(counts: Counter[str]) -> Figures:
    return {
        "accuracy": rate(counts["hits"], counts["total"]),
        "accuracy where claimed": rate(counts["hits"], counts["claimed_gold"]),
        "end to end": prf(counts["hits"], counts["claimed"], counts["total"]),
    }


def _is_right(source: Source | None, record: Record) -> bool:
    return source is not None and source.lenient(record)


def score_names(documents: Iterable[Gold], predictions: Predictions, names: Mapping[tuple[str, Any], Gold]) -> Figures:
    """PolNeAR with resolved speakers: who is behind the source of a direct or mixed quotation?

    `names` gives for each attribution the name that a careful reader of the article gives its source, and the form in
    which the source is written.  Counted are the attributions that the article does name.  The record that overlaps
    the content most (and covers at least half of it) answers with its `speaker.name`; no record counts as wrong.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        letters = Letters(document["text"])
        records = prepare(predictions.get(document["doc"], []), letters)
        for attribution in document["quotes"]:
            row = names.get((document["doc"], attribution["id"]))
            if not row or not PROPER.search(row["name"]) or row["name"] not in document["text"]:
                continue
            content = letters(attribution["content"])
            best = best_record(records, content)
            right = (
                best is not None
                and share(records[best]["letters"], content) >= FOUND
                and same_person(records[best]["name"], [row["name"], *row["alternatives"]])
            )
            for key in ("all", row["form"]):
                counts[key].update(total=1, hits=right)
    return {form: rate(counts[form]["hits"], counts[form]["total"]) for form in ("all", "name", "nominal", "pronoun")}
