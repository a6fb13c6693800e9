"""The development sets, and how many answers are right in each of their documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import frozen

from benchmarks.corpora.describe import CORPUS
from benchmarks.corpora.gold_lines import GoldText, read_folder
from benchmarks.score.measures.fiction import fiction_document, score_litbank
from benchmarks.score.measures.news import score_names
from benchmarks.score.measures.persons import Characters
from benchmarks.score.measures.reading import read_jsonl, speaker_label
from benchmarks.score.measures.shapes import Gold, Predictions, Wire
from benchmarks.score.score import supplements_of
from benchmarks.score.texts import score
from quotex.attributions import Attribution
from quotex.detect.detector import QuoteDetector
from quotex.extract import THRESHOLD
from quotex.models import PACKAGED, Models
from quotex.read.document import Document
from quotex.records import Quotation
from quotex.resolve.resolver import SpeakerResolver

TEXTS, NEWS, NOVELS = "texts", "news", "novels"  # kinds of development sets
LEFT = "left out"  # the kind of those that are left out of training
STRETCH = 50  # quotations of a novel that count as one document, since novels are few and errors come in scenes
Count = tuple[int, int]  # right answers, and all
Speakers = dict[str, list[str]]  # names and aliases


class _Asked(Models):
    """Weights that remember the names of the models that were asked for."""

    __slots__ = ("names",)

    def __init__(self, **given: dict[str, Any]) -> None:
        super().__init__(**given)
        self.names = set[str]()

    def weights(self, name: str) -> dict[str, Any]:
        self.names.add(name)
        return super().weights(name)


@frozen
class _Read:
    """A text with what was said in it, the records that the weights in use make of it, and the models they asked."""

    document: Document
    quotations: Sequence[Quotation]
    records: tuple[Attribution, ...]
    asked: set[str]


class Extract:
    """`extract_quotes` that keeps what was said in each text, and only resolves the speakers again.

    Attributes:
        weights: Those to resolve them with in place of the ones in use, by the name of the model.  A text that does
            not ask for any of these models keeps its records.
    """

    def __init__(self) -> None:
        self.weights: dict[str, dict[str, Any]] = {}
        self._read: dict[tuple[str, bool], _Read] = {}

    def __call__(self, text: str, speakers: Speakers | None = None) -> tuple[Attribution, ...]:
        """Return the attributions of a text."""
        resolver, key = SpeakerResolver(speakers), (text, speakers is not None)
        if key not in self._read:
            self._read[key] = self._first(text, resolver)
        read = self._read[key]
        if self.weights and not read.asked & self.weights.keys():
            return read.records
        with read.document.trying(Models(**self.weights) if self.weights else PACKAGED):
            return resolver.resolve(read.document, read.quotations)

    def _first(self, text: str, resolver: SpeakerResolver) -> _Read:
        document, asked = Document(text), _Asked()
        quotations = [q for q in QuoteDetector().detect(document) if q.confidence >= THRESHOLD]
        with document.trying(asked):
            return _Read(document, quotations, resolver.resolve(document, quotations), asked.names)


@frozen
class DevSet:
    """A development set.

    Attributes:
        count: Counts the right answers of each document, always in the same order.
    """

    name: str
    kind: str
    count: Callable[[Extract], list[Count]]


def dev_sets(folder: Path | None, texts: Iterable[Path]) -> Iterator[DevSet]:
    """Yield the development sets: folders of texts with gold lines, PolNeAR and every third novel of PDNC."""
    for name, path in [*(("/".join(path.parts[-2:]), path) for path in texts), ("Many Voices", CORPUS / "dev")]:
        yield of_texts(name, list(read_folder(path)))
    if folder is not None:
        polnear = folder / "polnear-dev.jsonl.gz"
        rows = read_jsonl(re.sub(r"\.jsonl\.gz$", "-names.jsonl", str(polnear)))
        names = {(row["doc"], row["id"]): row for row in rows}
        yield _of_articles("polnear-dev", list(read_jsonl(polnear)), names)
        pdnc = folder / "pdnc-dev.jsonl.gz"
        yield of_novels("novels", list(islice(read_jsonl(pdnc), 0, None, 3)), pdnc)


def of_texts(name: str, golds: Sequence[GoldText], kind: str = TEXTS) -> DevSet:
    """Return a set of texts with gold lines: the quotations with right words and right speaker."""

    def count(extract: Extract) -> list[Count]:
        tallies = [score(gold, extract(gold.text)) for gold in golds]
        return [(tally.right, tally.gold) for tally in tallies]

    return DevSet(name, kind, count)


def _of_articles(name: str, golds: Sequence[Gold], names: dict[tuple[str, Any], Gold]) -> DevSet:
    """Return a set of PolNeAR's articles: the resolved names."""

    def count(extract: Extract) -> list[Count]:
        found = [score_names([gold], _predictions(gold, extract), names)["all"] for gold in golds]
        return [(rate["hits"], rate["total"]) for rate in found]

    return DevSet(name, NEWS, count)


def of_openings(name: str, golds: Sequence[Gold]) -> DevSet:
    """Return a set of LitBank's openings: the speakers once each predicted name is mapped to one of the gold."""

    def count(extract: Extract) -> list[Count]:
        found = [score_litbank([gold], _predictions(gold, extract))["mapped"] for gold in golds]
        return [(rate["hits"], rate["total"]) for rate in found]

    return DevSet(name, LEFT, count)


def of_novels(
    name: str, golds: Sequence[Gold], path: Path, kind: str = NOVELS, cast: Callable[[Gold], Speakers] | None = None
) -> DevSet:
    """Return a set of novels of a gold file: the speakers by name, of a stretch of quotations each.

    Args:
        path: The file, whose supplement mends the lists of characters.
        cast: Makes the speakers to pass in, if any.
    """
    supplements = supplements_of(path) or {}

    def count(extract: Extract) -> list[Count]:
        found: list[Count] = []
        for gold in golds:
            predictions = _predictions(gold, extract, cast(gold) if cast else None)
            right = _right_speakers(gold, predictions, supplements.get(gold["doc"]) or {})
            stretches = (right[start : start + STRETCH] for start in range(0, len(right), STRETCH))
            found += [(sum(stretch), len(stretch)) for stretch in stretches]
        return found

    return DevSet(name, kind, count)


def _right_speakers(gold: Gold, predictions: Predictions, supplement: dict[str, Any]) -> list[bool]:
    """Return for each quotation of a novel whether the name of its speaker is right, as `score_novels` counts."""
    quotations, _, speaking = fiction_document(gold, predictions)
    characters = Characters(gold, supplement)
    return [
        record is not None and speaker_label(record) in characters.names(quotation["speaker"])
        for quotation, record in zip(quotations, speaking, strict=True)
        if quotation["speaker"] not in characters.left_out
    ]


def _predictions(gold: Gold, extract: Extract, speakers: Speakers | None = None) -> dict[str, list[Wire]]:
    return {gold["doc"]: [record.to_dict() for record in extract(gold["text"], speakers)]}
