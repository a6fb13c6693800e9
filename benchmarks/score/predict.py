"""Run quotex over gold documents and write its records as predictions for score.py.

    python -m benchmarks.score.predict GOLD.jsonl.gz OUT.jsonl [--kinds direct,mixed,indirect] [--cast] [--limit N]

Only the text of the gold documents is read; with --cast also the list of characters, which is passed as `speakers`
(a novel's cast with aliases, as a user would give it).  Prints the speed in characters a second.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from benchmarks.score.measures.reading import KINDS, read_jsonl
from benchmarks.score.measures.shapes import Gold
from quotex.attributions import Attribution
from quotex.extract import extract_quotes


def cast(document: Gold) -> dict[str, list[str]]:
    """Return {name: aliases} of a novel's characters."""
    return {c["name"]: [a for a in c["aliases"] if a != c["name"]] for c in document["characters"]}


def predict(
    gold: str | Path,
    out: str | Path,
    *,
    kinds: Collection[str] = KINDS,
    with_cast: bool = False,
    limit: int | None = None,
    extract: Callable[..., Iterable[Attribution]] = extract_quotes,
) -> tuple[int, int, float]:
    """Write the predictions for a gold file; return documents, characters and seconds."""
    documents = characters = 0
    seconds = 0.0
    with open(out, "w", encoding="utf-8") as lines:
        for document in read_jsonl(gold):
            if documents == limit:
                break
            given = {"speakers": cast(document)} if with_cast else {}
            start = time.perf_counter()
            records = [record.to_dict() for record in extract(document["text"], **given)]
            seconds += time.perf_counter() - start
            documents += 1
            characters += len(document["text"])
            quotes = [record for record in records if record["kind"] in kinds]
            lines.write(json.dumps({"doc": document["doc"], "quotes": quotes}, ensure_ascii=False) + "\n")
    return documents, characters, seconds


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("out", help="predictions to write, .jsonl")
    parser.add_argument("--kinds", default=",".join(KINDS), help="kinds of records to keep, comma-separated")
    parser.add_argument("--cast", action="store_true", help="pass the gold characters and their aliases as speakers")
    parser.add_argument("--limit", type=int, help="stop after so many documents")
    options = parser.parse_args()
    kinds = set(options.kinds.split(","))
    if not kinds <= set(KINDS):
        parser.error(f"unknown kinds: {', '.join(sorted(kinds - set(KINDS)))}")
    documents, characters, seconds = predict(
        options.gold, options.out, kinds=kinds, with_cast=options.cast, limit=options.limit
    )
    rate = characters / max(seconds, 1e-9)
    print(f"{documents} documents, {characters} characters in {seconds:.2f} s: {rate:,.0f} characters/s")


if __name__ == "__main__":
    main()
