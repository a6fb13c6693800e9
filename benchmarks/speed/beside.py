"""The time of this checkout beside that of another one, on the same texts, in one run.

    python -m benchmarks.speed.beside OTHER NEWS NOVELS [--rounds 5] [--articles 40] [--novel 2]

OTHER is a checkout of another version, NEWS and NOVELS are gold files of which the texts are read: the first articles,
and one novel by its number.  The two versions take turns, each in a process of its own; printed are the medians of the
seconds of CPU, and their ratio.
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
texts = json.load(sys.stdin)
extract_quotes(texts["news"][0])
extract_quotes(texts["novel"][0][:3000])
for name, some, options in (
    ("news, all kinds", texts["news"], {}),
    ("news, direct and mixed", texts["news"], {"kinds": ["direct", "mixed"]}),
    ("novel, all kinds", texts["novel"], {}),
):
    start = time.process_time()
    for text in some:
        extract_quotes(text, **options)
    print(name, time.process_time() - start, sep="\\t")
"""


def seconds(checkout: Path, texts: str) -> dict[str, float]:
    """Return the seconds of CPU that a checkout takes for each kind of work."""
    ran = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=texts,
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return {name: float(time) for name, time in (line.split("\t") for line in ran.stdout.splitlines())}


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("other", type=Path, help="a checkout of another version")
    parser.add_argument("news", help="gold file of news")
    parser.add_argument("novels", help="gold file of novels")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--novel", type=int, default=2, help="its number in the file, from 0")
    options = parser.parse_args()
    news = [document["text"] for document in islice(read_jsonl(options.news), options.articles)]
    novel = [document["text"] for document in islice(read_jsonl(options.novels), options.novel, options.novel + 1)]
    texts = json.dumps({"news": news, "novel": novel})
    found = [(seconds(options.other.resolve(), texts), seconds(ROOT, texts)) for _ in range(options.rounds)]
    print(f"load {os.getloadavg()[0]:.1f}, {options.rounds} rounds, medians of seconds of CPU")
    print(f"{'':26}{'other':>8}{'this':>8}{'ratio':>8}")
    for name in found[0][0]:
        other, this = (statistics.median(pair[side][name] for pair in found) for side in (0, 1))
        print(f"{name:26}{other:>8.2f}{this:>8.2f}{this / other:>8.2f}")


if __name__ == "__main__":
    main()
