"""Compare the time that this checkout and another one take for the same texts, in one run.

    python -m benchmarks.speed.beside OTHER NEWS NOVELS [--folders DIR …] [--rounds 5] [--articles 40] [--novel 2]

OTHER is a checkout of another version.  NEWS and NOVELS are gold files, of which the first articles and one novel (by
its number) are read; of each folder (transcripts, Many Voices) the first `.txt` files are read.  The two versions take
turns, each in a process of its own; printed are the medians of the seconds of CPU, and their ratio.  Each process reads
the texts of a kind once before it is timed, so that what is loaded and compiled once does not count.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from itertools import islice
from pathlib import Path

from benchmarks.paths import ROOT
from benchmarks.score.measures.reading import read_jsonl

CHILD = """
import json, sys, time
from quotex.extract import extract_quotes
for name, texts, kinds in json.load(sys.stdin):
    for text in texts:
        extract_quotes(text, kinds=kinds)
    start = time.process_time()
    for text in texts:
        extract_quotes(text, kinds=kinds)
    print(name, time.process_time() - start, sep="\\t")
"""


def seconds(checkout: Path, work: str) -> dict[str, float]:
    """Return the seconds of CPU that a checkout takes for each kind of work."""
    ran = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=work,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {name: float(time) for name, time in (line.split("\t") for line in ran.stdout.splitlines())}


def texts_of(folder: Path, most: int) -> list[str]:
    """The first texts of a folder."""
    return [path.read_bytes().decode("utf-8") for path in islice(sorted(folder.rglob("*.txt")), most)]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, help="a checkout of another version")
    parser.add_argument("news", help="gold file of news")
    parser.add_argument("novels", help="gold file of novels")
    parser.add_argument("--folders", type=Path, nargs="*", default=[], help="folders of texts")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=40, help="and texts of a folder")
    parser.add_argument("--novel", type=int, default=2, help="its number in the file, from 0")
    options = parser.parse_args()
    news = [document["text"] for document in islice(read_jsonl(options.news), options.articles)]
    novel = [document["text"] for document in islice(read_jsonl(options.novels), options.novel, options.novel + 1)]
    work = json.dumps(
        [
            ("news, all kinds", news, None),
            ("news, direct and mixed", news, ["direct", "mixed"]),
            ("novel, all kinds", novel, None),
            *((f"{folder.parent.name}/{folder.name}", texts_of(folder, options.articles), None)
              for folder in options.folders),
        ]
    )  # fmt: skip
    found = [(seconds(options.other.resolve(), work), seconds(ROOT, work)) for _ in range(options.rounds)]
    print(f"load {os.getloadavg()[0]:.1f}, {options.rounds} rounds, medians of seconds of CPU")
    print(f"{'':26}{'other':>8}{'this':>8}{'ratio':>8}")
    for name in found[0][0]:
        other, this = (statistics.median(pair[side][name] for pair in found) for side in (0, 1))
        print(f"{name:26}{other:>8.2f}{this:>8.2f}{this / other:>8.2f}")


if __name__ == "__main__":
    main()
