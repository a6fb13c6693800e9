"""Draw how well `confidence` keeps its promise: of the records with confidence 0.8, are about 80 % right?

    python benchmarks/reliability.py GOLD PRED [GOLD PRED ...] --picture docs/_static/reliability.svg \
        --page benchmarks/RELIABILITY.md

Predictions come from `predict.py`.  News: records whose words match an annotated attribution that names a source (half
of the letters or more); right is a speaker that the lenient judgement of `score.py` accepts.  Novels: annotated
quotations that a record covers; right is the name or an alias of the character.  The error (ECE) is the mean distance
between confidence and share of right records over ten bins, weighted by their size.
"""

import argparse
import pathlib

from evaluation.fiction import fiction_document
from evaluation.letters import Letters, match_one_to_one
from evaluation.names import PRONOUNS, normal_name
from evaluation.news import Source
from evaluation.reading import prepare, read_jsonl, read_predictions, speaker_label

BINS = 10
NAMES = {"polnear": "News (PolNeAR)", "pdnc": "Novels (PDNC)"}


def confidences(records):
    """Return the confidence of each record by its spans."""
    return {tuple(map(tuple, r["spans"])): r["confidence"] for r in records}


def news_pairs(document, predictions):
    """Yield (confidence, right) for the records that match an attribution with a source."""
    letters = Letters(document["text"])
    raw = predictions.get(document["doc"], [])
    sure, records = confidences(raw), prepare(raw, letters)
    gold = [dict(q, letters=letters(q["content"])) for q in document["quotes"]]
    for i, (j, score) in match_one_to_one([r["letters"] for r in records], [q["letters"] for q in gold]).items():
        if score >= 0.5 and gold[j]["source"]:
            right = Source(gold[j], document, letters).lenient(records[i])
            yield sure[tuple(map(tuple, records[i]["spans"]))], right


def novel_pairs(document, predictions):
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
            yield sure[tuple(map(tuple, record["spans"]))], label in names


def bins(pairs):
    """Return (records, mean confidence, share right) of each tenth that is not empty."""
    tenths = [[] for _ in range(BINS)]
    for confidence, right in pairs:
        tenths[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    return [
        (place, len(tenth), sum(c for c, _ in tenth) / len(tenth), sum(r for _, r in tenth) / len(tenth))
        for place, tenth in enumerate(tenths)
        if tenth
    ]


def error(rows):
    """Return the expected calibration error."""
    total = sum(count for _, count, _, _ in rows)
    return sum(count * abs(sure - right) for _, count, sure, right in rows) / total if total else 0.0


def draw(results, path):
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


def table(results):
    """Return the figures as a Markdown page."""
    lines = [
        "How often the speaker is right, by confidence; printed by `benchmarks/reliability.py`.",
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


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="GOLD PRED, as often as you like")
    parser.add_argument("--picture", help="the diagram to write (.svg or .png)")
    parser.add_argument("--page", help="the Markdown table to write")
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("files come in pairs: GOLD PRED")
    pairs = {}
    for gold, predicted in zip(options.files[::2], options.files[1::2], strict=True):
        predictions = read_predictions(predicted)
        for document in read_jsonl(gold):
            if document["doc"] in predictions and document["corpus"] in NAMES:
                judge = news_pairs if document["corpus"] == "polnear" else novel_pairs
                pairs.setdefault(NAMES[document["corpus"]], []).extend(judge(document, predictions))
    results = {name: bins(found) for name, found in pairs.items()}
    print(table(results))
    if options.page:
        pathlib.Path(options.page).write_text(table(results), encoding="utf-8")
    if options.picture:
        draw(results, options.picture)


if __name__ == "__main__":
    main()
