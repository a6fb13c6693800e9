"""LitBank: the openings of works of fiction."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.corpora.files import letters_only, print_report, read_text, write_documents
from benchmarks.score.measures.shapes import Gold

LITBANK_PUBLIC = 70  # documents, in the order of the SHA-1 of the file name
Span = tuple[int, int]


def token_spans(text: str) -> list[list[Span]]:
    """Return the spans of the space-separated tokens of every line."""
    lines: list[list[Span]] = []
    start = 0
    for line in text.split("\n"):
        lines.append([(start + m.start(), start + m.end()) for m in re.finditer(r"[^ ]+", line)])
        start += len(line) + 1
    return lines


def litbank_document(stem: str, corpus: Path, split: str, report: Counter[str]) -> Gold:
    """Return the gold document of one text in LitBank's own form: one sentence a line, spaces around every token."""
    text = read_text(corpus / "quotations" / "tsv" / f"{stem}.txt")
    if read_text(corpus / "coref" / "tsv" / f"{stem}.txt") != text:
        raise ValueError(f"{stem}: the quotation and coreference layers have different texts")
    lines = token_spans(text)

    def span(fields: Sequence[str], written: str) -> list[int]:
        """Return the character span for the four token indices, and check it against the written text."""
        first_line, first, last_line, last = map(int, fields)
        start, end = lines[first_line][first][0], lines[last_line][last][1]
        report["spans"] += 1
        report["spans whose text differs"] += letters_only(text[start:end]) != letters_only(written)
        return [start, end]

    quotes: dict[str, list[int]] = {}
    speakers: dict[str, str] = {}
    for fields in read_tsv(corpus / "quotations" / "tsv" / f"{stem}.ann"):
        if fields[0] == "QUOTE":
            quotes[fields[1]] = span(fields[2:6], fields[6])
        elif fields[0] == "ATTRIB":
            speakers[fields[1]] = fields[2]
    mentions: dict[str, list[int | str]] = {}
    entities: dict[str, list[list[int | str]]] = defaultdict(list)
    for fields in read_tsv(corpus / "coref" / "tsv" / f"{stem}.ann"):
        if fields[0] == "MENTION":
            mentions[fields[1]] = [*span(fields[2:6], fields[6]), fields[8]]
        elif fields[0] == "COREF" and fields[1] in mentions:
            entities[fields[2]].append(mentions[fields[1]])
    report["quotations"] += len(quotes)
    report["quotations without a speaker"] += len(set(quotes) - set(speakers))
    report["speakers without a mention"] += len(set(speakers.values()) - set(entities))
    gold = [{"id": name, "spans": [place], "speaker": speakers.get(name)} for name, place in quotes.items()]
    return {
        "doc": stem.removesuffix("_brat"),
        "corpus": "litbank",
        "split": split,
        "text": text,
        "quotes": sorted(gold, key=lambda q: (q["spans"], q["id"])),
        "entities": {name: sorted(entities[name]) for name in sorted(entities)},
    }


def on_original_text(document: Gold, original: str) -> Gold:
    """Return a LitBank document with its offsets moved to the original text, which differs only in white space."""
    places = [i for i, c in enumerate(original) if not c.isspace()]
    rank = [0, *accumulate(not c.isspace() for c in document["text"])]
    text = original[: places[rank[-1] - 1] + 1]
    if "".join(text.split()) != "".join(document["text"].split()):
        raise ValueError(f"{document['doc']}: the original text differs in more than white space")

    def move(start: int, end: int) -> list[int]:
        return [places[rank[start]], places[rank[end] - 1] + 1]

    return {
        **document,
        "text": text,
        "quotes": [{**q, "spans": [move(*span) for span in q["spans"]]} for q in document["quotes"]],
        "entities": {
            name: [[*move(*mention[:2]), mention[2]] for mention in mentions]
            for name, mentions in document["entities"].items()
        },
    }


def read_tsv(path: Path) -> list[list[str]]:
    """Return the lines of a tab-separated file as lists of fields."""
    return [line.split("\t") for line in read_text(path).split("\n") if line.strip()]


def build_litbank(corpus: Path, public: Path, held_out: Path) -> None:
    """Convert LitBank's quotations: 70 documents are public, 30 held out, in the order of the SHA-1 of the name."""
    stems = sorted(
        (path.stem for path in (corpus / "quotations" / "tsv").glob("*.ann")),
        key=lambda stem: hashlib.sha1(f"{stem}.ann".encode()).hexdigest(),
    )
    for split, out, part in (
        ("dev", public, stems[:LITBANK_PUBLIC]),
        ("test", held_out, stems[LITBANK_PUBLIC:]),
    ):
        report = Counter[str]()
        documents = [litbank_document(stem, corpus, split, report) for stem in sorted(part)]
        write_documents(out / f"litbank-{split}.jsonl.gz", documents)
        write_documents(
            out / f"litbank-original-{split}.jsonl.gz",
            [on_original_text(d, read_text(corpus / "original" / f"{d['doc']}.txt")) for d in documents],
        )
        print_report(report)
