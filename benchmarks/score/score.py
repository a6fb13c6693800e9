"""Score quotation records against gold documents.

    python -m benchmarks.score.score GOLD.jsonl.gz PRED.jsonl [--json]
    python -m benchmarks.score.score --gold-as-pred GOLD.jsonl.gz OUT.jsonl

Gold lines name their corpus ("polnear", "pdnc" or "litbank") and each corpus has its own metrics; they are
explained in the docstrings of `score_news`, `score_names`, `score_novels` and `score_litbank`.  A file beside the
gold with the ending `-names.jsonl` adds the figures of `score_names`, one with the ending `-aliases.json` mends the
lists of characters of `score_novels`.  Offsets are Python string indices, end
exclusive.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.score.measures.fiction import TYPES as TYPES
from benchmarks.score.measures.fiction import score_litbank, score_novels
from benchmarks.score.measures.news import score_names, score_news
from benchmarks.score.measures.reading import KINDS as KINDS
from benchmarks.score.measures.reading import read_jsonl as read_jsonl
from benchmarks.score.measures.reading import read_predictions
from benchmarks.score.measures.shapes import Figures, Gold, Predictions, Wire

DATA = Path(__file__).parent.parent / "data"
SCORERS = {"polnear": score_news, "litbank": score_litbank}


def score(documents: Iterable[Gold], predictions: Predictions, supplements: Mapping[str, Any] | None = None) -> Figures:
    """Score predictions ({doc: records}) for gold documents of one corpus; return all figures as nested dicts."""
    documents = list(documents)
    corpora = {d["corpus"] for d in documents}
    if len(corpora) != 1:
        raise ValueError(f"gold documents must come from one corpus, found {sorted(corpora)}")
    corpus = corpora.pop()
    ids = {d["doc"] for d in documents}
    if corpus == "pdnc":
        scored = score_novels(documents, predictions, supplements)
    else:
        scored = SCORERS[corpus](documents, predictions)
    return {
        "corpus": corpus,
        "split": documents[0].get("split"),
        "documents": len(documents),
        "documents without prediction": len(ids - set(predictions)),
        "predicted documents not in gold": len(set(predictions) - ids),
        **scored,
    }


def score_file(gold: str | Path, predicted: str | Path) -> Figures:
    """Score a file of predictions for a gold file, with what stands beside the gold; return the figures of `score`."""
    documents, predictions = list(read_jsonl(gold)), read_predictions(predicted)
    figures = score(documents, predictions, supplements_of(gold))
    names = Path(re.sub(r"\.jsonl(\.gz)?$", "-names.jsonl", str(gold)))
    if names.exists():
        rows = {(row["doc"], row["id"]): row for row in read_jsonl(names)}
        figures["names"] = score_names(documents, predictions, rows)
    return figures


def gold_as_prediction(document: Gold) -> list[Wire]:
    """Return the records that a perfect system would give for a gold document."""
    text, corpus = document["text"], document["corpus"]
    records = []
    for quotation in document["quotes"]:
        spans = quotation["content"] if corpus == "polnear" else quotation["spans"]
        speaker: Wire | None = None
        cue: Wire | None = None
        if corpus != "polnear":
            speaker = {
                "name": quotation["speaker"],
                "text": quotation["speaker"],
                "span": None,
                "form": "name",
            }
        elif quotation["source"]:
            head = quotation.get("source_head")
            span = next((s for s in quotation["source"] if head and s[0] <= head[0] < s[1]), quotation["source"][0])
            speaker = {"name": text[slice(*span)], "text": text[slice(*span)], "span": span, "form": "name"}
        if quotation.get("cue"):
            cue = {"text": text[slice(*quotation["cue"][0])], "span": quotation["cue"][0]}
        records.append(
            {
                "kind": quotation.get("kind", "direct"),
                "text": " ".join(text[s:e] for s, e in spans),
                "spans": spans,
                "speaker": speaker,
                "cue": cue,
                "confidence": 1.0,
            }
        )
    return records


def percent(value: float) -> str:
    """Format a share as a percentage."""
    return f"{100 * value:5.1f}"


def print_row(label: str, *cells: object) -> None:
    """Print one row of the report."""
    print(f"  {label:<34}" + "  ".join(f"{c:>6}" for c in cells))


def print_prf(label: str, figures: Mapping[str, Any]) -> None:
    """Print precision, recall, F1 and their counts in one row."""
    print_row(
        label,
        *(percent(figures[k]) for k in ("p", "r", "f1")),
        *(figures[k] for k in ("hits", "predicted", "gold")),
    )


def print_rate(label: str, figures: Mapping[str, Any]) -> None:
    """Print a share and its counts in one row."""
    print_row(label, percent(figures["value"]), "", "", figures["hits"], "", figures["total"])


def print_report(figures: Figures) -> None:
    """Print the figures of one corpus as a short table."""
    print(
        f"{figures['corpus']} {figures['split']}: {figures['documents']} documents, "
        f"{figures['documents without prediction']} without prediction"
    )
    print_row("", "P", "R", "F1", "hits", "pred", "gold")
    if figures["corpus"] == "polnear":
        print_prf("quoted passages", figures["passages"])
        for view in ("strict", "lenient"):
            speakers = figures["speakers"][view]
            print_rate(f"speaker of passages, {view}", speakers["accuracy"])
            print_rate("  where claimed", speakers["accuracy where claimed"])
            print_prf("  end to end", speakers["end to end"])
        for name, by_tau in figures["attributions"].items():
            for tau, row in by_tau.items():
                print_prf(f"{name}, {'τ ' if tau != 'exact' else ''}{tau}", row)
        for kind, row in figures["recall by gold kind"].items():
            print_rate(f"recall, gold {kind}", row["content"])
            print_rate("  with speaker", row["content and speaker"])
        for kind, row in figures["precision by predicted kind"].items():
            print_rate(f"precision, predicted {kind}", row)
        print_prf("cues", figures["cues"])
        for form, row in figures.get("names", {}).items():
            print_rate(f"resolved name, source written as {form}" if form != "all" else "resolved name", row)
        return
    print_prf("spans", figures["spans"])
    print_rate("quotations found", figures["found"])
    if figures["corpus"] == "pdnc":
        for name, row in figures["speakers"].items():
            print_rate(f"speakers, {name}", row)
        for name, value in figures["macro"].items():
            print_row(f"macro average, {name}", percent(value))
        print_row("novel", "span P", "span R", "F1", "found", "right", "mapped", "person")
        for name, novel in figures["novels"].items():
            print_row(
                name,
                *(percent(novel["spans"][k]) for k in ("p", "r", "f1")),
                *(percent(novel[k]["value"]) for k in ("found", "speakers", "mapped", "by person, one each")),
            )
    else:
        print_row("speakers, B-cubed", *(percent(figures["b-cubed"][k]) for k in ("p", "r", "f1")))
        print_rate("speakers, mapped", figures["mapped"])


def supplements_of(gold: str | Path) -> dict[str, Any] | None:
    """Return the supplement of a gold file, which stands beside it or in ``benchmarks/data``, or None."""
    name = re.sub(r"\.jsonl(\.gz)?$", "-aliases.json", Path(gold).name)
    path = next((p for p in (Path(gold).with_name(name), DATA / name) if p.exists()), None)
    if path is None:
        return None
    supplements: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return supplements


def main(arguments: Sequence[str] | None = None) -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("predictions", nargs="?", help="predicted records, .jsonl or .jsonl.gz")
    parser.add_argument("--json", action="store_true", help="print all figures as JSON")
    parser.add_argument("--gold-as-pred", nargs=2, metavar=("GOLD", "OUT"), help="write the gold as predictions")
    options = parser.parse_args(arguments)
    if options.gold_as_pred:
        gold, out = options.gold_as_pred
        with open(out, "w", encoding="utf-8") as lines:
            for document in read_jsonl(gold):
                quotes = gold_as_prediction(document)
                lines.write(json.dumps({"doc": document["doc"], "quotes": quotes}, ensure_ascii=False) + "\n")
        return
    if not (options.gold and options.predictions):
        parser.error("GOLD and PREDICTIONS are needed")
    figures = score_file(options.gold, options.predictions)
    if options.json:
        json.dump(figures, sys.stdout, indent=1, ensure_ascii=False)
        print()
    else:
        print_report(figures)


if __name__ == "__main__":
    main()
