"""Draw how well `confidence` keeps its promise: of the records with confidence 0.8, are about 80 % right?

    python -m benchmarks.score.reliability DATA [--novels PRED] [--picture docs/_static/reliability.svg]
        [--page benchmarks/RELIABILITY.md]

DATA is the folder of the gold files. News: the direct and mixed quotations whose speaker's name is annotated, fitted
on one half of the articles and measured on the other, both ways, as `benchmarks.train.confidence` does it. Novels:
PRED are the predictions for novels whose author the weights had not seen, as `benchmarks.train.dialogue` writes them
(own-pdnc.jsonl); right is the name or an alias of the character. The error (ECE) is the mean distance between
confidence and share of right records over ten bins, weighted by their size.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.score.measures.fiction import fiction_document
from benchmarks.score.measures.names import PRONOUNS, normal_name
from benchmarks.score.measures.reading import read_jsonl, read_predictions, speaker_label
from benchmarks.score.measures.shapes import Gold, Pair, Predictions, Wire

BINS = 10
Judged = tuple[float, bool]  # a confidence, and whether the speaker was right
Tenth = tuple[int, int, float, float]  # number, records, mean confidence, share right
Places = tuple[tuple[int, int], ...]


def confidences(records: Iterable[Wire]) -> dict[Places, float]:
    """Return the confidence of each record by its spans."""
    return {_places(r["spans"]): r["confidence"] for r in records}


def _places(spans: Iterable[Pair]) -> Places:
    return tuple((start, end) for start, end in spans)


def news_pairs(data: Path) -> list[Judged]:
    """Return (confidence, right) of every quotation, from weights fitted on the other half of the articles."""
    from benchmarks.train.confidence import fit, halves, predict, rows

    found = list(rows(data, gold_sources=False))
    side_of = halves(found)
    pairs: list[Judged] = []
    for side in (0, 1):
        weights = fit([row for row in found if side_of[row[0]] == side])
        pairs += [(predict(weights, features), right) for doc, features, right in found if side_of[doc] != side]
    return pairs


def novel_pairs(document: Gold, predictions: Predictions) -> Iterator[Judged]:
    """Yield (confidence, right) for the annotated quotations that a record covers."""
    sure = confidences(predictions.get(document["doc"], []))
    known = {
        c["name"]: {normal_name(n) for n in (c["name"], *c["aliases"])} - PRONOUNS - {""}
        for c in document["characters"]
    }
    gold, _, speaking = fiction_document(document, predictions)
    for quotation, record in zip(gold, speaking, strict=True):
        if record:
            label = speaker_label(record)
            names = known.get(quotation["speaker"], {normal_name(quotation["speaker"])})
            yield sure[_places(record["spans"])], label in names


def bins(pairs: Iterable[Judged]) -> list[Tenth]:
    """Return (records, mean confidence, share right) of each tenth that is not empty."""
    tenths: list[list[Judged]] = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        tenths[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        (place, len(tenth), sum(c for c, _ in tenth) / len(tenth), sum(r for _, r in tenth) / len(tenth))
        for place, tenth in enumerate(tenths)
        if tenth
    ]


def error(rows: Sequence[Tenth]) -> float:
    """Return the expected calibration error."""
    total = sum(count for _, count, _, _ in rows)
    return sum(count * abs(sure - right) for _, count, sure, right in rows) / total if total else 0.0


def draw(results: Mapping[str, Sequence[Tenth]], path: str) -> None:
    """Write the reliability diagram."""
    import matplotlib

    matplotlib.use("agg")
    matplotlib.rcParams["svg.hashsalt"] = "quotex"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5.2, 4.6), layout="constrained")
    axes.plot([0, 1], [0, 1], color="0.6", linestyle=":", label="as promised")
    styles = (("#0072B2", "o", "-"), ("#D55E00", "s", "--"), ("#009E73", "^", "-."))
    for (name, rows), (colour, marker, line) in zip(results.items(), styles, strict=False):
        axes.plot(
            [r[2] for r in rows], [r[3] for r in rows], color=colour, marker=marker, linestyle=line, linewidth=1.2,
            label=f"{name}, error {error(rows):.3f}",
        )  # fmt: skip
        largest = max(r[1] for r in rows)
        axes.scatter([r[2] for r in rows], [r[3] for r in rows], s=[20 + 330 * r[1] / largest for r in rows],
                     color=colour, alpha=0.2)  # fmt: skip
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel="confidence", ylabel="share of right speakers")
    axes.set_title("Does confidence keep its promise?", loc="left", fontweight="bold")
    axes.legend(frameon=False, loc="upper left")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    figure.savefig(path, metadata={"Date": None})


def table(results: Mapping[str, Sequence[Tenth]]) -> str:
    """Return the figures as a Markdown page."""
    lines = [
        "How often the speaker is right, by confidence, on texts that the calibration had not seen; printed and drawn "
        "by `benchmarks/score/reliability.py`.",
        "",
    ]
    for name, rows in results.items():
        lines += [f"**{name}**, {sum(r[1] for r in rows):,} records, error {error(rows):.3f}", ""]
        lines += ["| confidence | records | mean confidence | right |", "|---|---:|---:|---:|"]
        lines += [
            f"| {place / BINS:.1f} – {(place + 1) / BINS:.1f} | {count:,} | {sure:.2f} | {100 * right:.0f} % |"
            for place, count, sure, right in rows
        ]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the folder of the gold files")
    parser.add_argument("--novels", help="predictions for pdnc-dev, by weights that had not seen the novels")
    parser.add_argument("--picture", help="the diagram to write (.svg or .png)")
    parser.add_argument("--page", help="the Markdown table to write")
    options = parser.parse_args()
    pairs = {"News (PolNeAR)": news_pairs(options.data)}
    if options.novels:
        predictions = read_predictions(options.novels)
        documents = read_jsonl(options.data / "pdnc-dev.jsonl.gz")
        pairs["Novels (PDNC)"] = [
            pair for d in documents if d["doc"] in predictions for pair in novel_pairs(d, predictions)
        ]
    results = {name: bins(found) for name, found in pairs.items()}
    print(table(results))
    if options.page:
        Path(options.page).write_text(table(results), encoding="utf-8")
    if options.picture:
        draw(results, options.picture)


if __name__ == "__main__":
    main()
