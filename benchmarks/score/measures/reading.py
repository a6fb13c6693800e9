"""Gold documents and predictions as the scorers take them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.score.measures.letters import Letters
from benchmarks.score.measures.names import PRONOUNS, normal_name
from benchmarks.score.measures.shapes import Gold, Record, Wire

KINDS = ("direct", "mixed", "indirect")


def read_jsonl(path: str | Path) -> Iterator[Gold]:
    """Yield the objects of a JSON Lines file, gzipped or not."""
    zipped = str(path).endswith(".gz")
    with gzip.open(path, "rt", encoding="utf-8") if zipped else open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def read_predictions(path: str | Path) -> dict[str, list[Wire]]:
    """Return {doc: records}."""
    predictions: dict[str, list[Wire]] = {}
    for document in read_jsonl(path):
        if document["doc"] in predictions:
            raise ValueError(f"document {document['doc']!r} is predicted twice")
        predictions[document["doc"]] = document.get("quotes") or []
    return predictions


def prepare(records: Iterable[Wire], letters: Letters) -> list[Record]:
    """Return the records that cover at least one letter, as plain dicts with every field present, by position."""
    prepared: list[Record] = []
    for record in records:
        spans = sorted([int(s), int(e)] for s, e in record.get("spans") or [])
        positions = letters(spans)
        if positions:
            speaker, cue = record.get("speaker") or {}, record.get("cue") or {}
            prepared.append(
                {
                    "kind": record.get("kind") or "direct",
                    "spans": spans,
                    "letters": positions,
                    "name": speaker.get("name") or "",
                    "mention": speaker.get("text") or "",
                    "mention_span": speaker.get("span"),
                    "form": speaker.get("form"),
                    "entity": speaker.get("entity"),
                    "cue_span": cue.get("span"),
                }
            )
    return sorted(prepared, key=lambda r: r["spans"])


def speaker_label(record: Record) -> str:
    """Return the normalised name that a record gives its speaker, "" for none.

    A pronoun names nobody, except "I", which is the only name that some narrators have.
    """
    label = normal_name(record["name"] or record["mention"])
    return "" if label in PRONOUNS and label != "i" else label
