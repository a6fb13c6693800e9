"""The yardstick: how long quotex takes, as a multiple of splitting the same texts into sentences and words with NLTK.

    python -m benchmarks.speed.speed GOLD… [--rounds 5] [--limit N] [--json OUT]
    python -m benchmarks.speed.speed --workers 2 GOLD      throughput of one and of two workers on 2,000 articles
    python -m benchmarks.speed.speed --long                peak memory and cost at 90,000 and at 900,000 characters

GOLD is one or more files of gold documents (`.jsonl` or `.jsonl.gz`); only their texts are read.  The unit is the time
of NLTK's `PunktSentenceTokenizer.span_tokenize` and `NLTKWordTokenizer` (on each sentence found) over the same texts.
Unit and measurements take turns within each round, in one process, so that a busy machine slows both; the figure
is the median of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.paths import ROOT

SHORT = "“The bridge is safe,” said Mayor Ana Ruiz. She denied that it had cracks."
PIECE = (
    "“I never saw the harbour so full,” said Captain Brandt. He put down his cup and looked at Miss Oduya.\n\n"
    "“Then you were not here in the spring,” she replied. “My brother counted ninety masts.”\n\n"
    "The lamps along the quay had been lit, and the rain came in from the sea without any wind behind it. Nobody on "
    "the terrace wished to be the first to go inside, and so they sat, and the talk went round and round.\n\n"
    "Captain Brandt said that the season was over. “It is always over,” said Miss Oduya, “and it always begins.”\n\n"
)

Stage = Callable[[str], object]
STARTING = """
import json, sys, time
import attrs, regex
clocks = (time.perf_counter, time.process_time)
start = [clock() for clock in clocks]
import quotex
imported = [clock() for clock in clocks]
quotex.extract_quotes(sys.argv[1])
answered = [clock() for clock in clocks]
print(json.dumps({
    "import": imported[0] - start[0], "import, CPU": imported[1] - start[1],
    "first answer": answered[0] - imported[0], "first answer, CPU": answered[1] - imported[1],
}))
"""
LONG = """
import json, resource, sys, time
from quotex.extract import extract_quotes
text = open(sys.argv[1], encoding="utf-8", newline="").read()
extract_quotes(text[:2000])
start = time.perf_counter()
found = extract_quotes(text)
took = time.perf_counter() - start
print(json.dumps({"characters": len(text), "found": len(found), "seconds": took,
                  "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
"""


def read_texts(path: str, limit: int | None = None) -> list[str]:
    """Return the texts of a file of gold documents."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:limit]


def unit() -> Stage:
    """The yardstick itself: sentences by Punkt, words of each by the NLTK tokeniser."""
    from nltk.tokenize import NLTKWordTokenizer
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    sentences, words = PunktSentenceTokenizer(), NLTKWordTokenizer()

    def tokenise(text: str) -> None:
        for start, end in sentences.span_tokenize(text):
            words.tokenize(text[start:end])

    return tokenise


def stages() -> dict[str, Stage | _Prepared]:
    """What is measured: the main job, with all kinds and with fewer, and what each stage costs alone."""
    from quotex.detect.detector import QuoteDetector
    from quotex.extract import extract_quotes
    from quotex.read.document import Document
    from quotex.read.splitter import SentenceSplitter
    from quotex.resolve.resolver import SpeakerResolver

    splitter, detector, resolver = SentenceSplitter(), QuoteDetector(), SpeakerResolver()

    def resolve_only(text: str) -> Callable[[], object]:
        document = Document(text)
        quotations = detector.detect(document)
        return lambda: resolver.resolve(document, quotations)

    return {
        "all kinds": extract_quotes,
        "direct and mixed only": lambda text: extract_quotes(text, kinds=("direct", "mixed")),
        "sentences (SentenceSplitter.split)": splitter.split,
        "passages (QuoteDetector.passages)": detector.passages,
        "quotations (QuoteDetector.detect)": detector.detect,
        "speakers (SpeakerResolver.resolve)": _Prepared(resolve_only),
    }


class _Prepared:
    """A stage whose input is made outside the time that is taken."""

    def __init__(self, prepare: Callable[[str], Callable[[], object]]) -> None:
        self.prepare = prepare


def seconds(stage: Stage | _Prepared, texts: list[str]) -> float:
    """Time one pass over the texts."""
    total = 0.0
    for text in texts:
        run = stage.prepare(text) if isinstance(stage, _Prepared) else lambda: stage(text)  # noqa: B023
        start = time.perf_counter()
        run()
        total += time.perf_counter() - start
    return total


def measure(texts: list[str], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median ratio to the unit, its range, and the characters a second of every stage."""
    yardstick, measured = unit(), stages()
    characters = sum(map(len, texts))
    for stage in (yardstick, *measured.values()):
        seconds(stage, texts[:1])
    ratios: dict[str, list[float]] = {name: [] for name in measured}
    speeds: dict[str, list[float]] = {name: [] for name in (*measured, "the unit")}
    for _ in range(rounds):
        gc.collect()
        before = seconds(yardstick, texts)
        times = {name: seconds(stage, texts) for name, stage in measured.items()}
        # The unit stands before and after, and the mean of both counts: the machine may have changed its pace.
        one = (before + seconds(yardstick, texts)) / 2
        speeds["the unit"].append(characters / one)
        for name, took in times.items():
            ratios[name].append(took / one)
            speeds[name].append(characters / took)
    table = {
        name: {
            "ratio": statistics.median(values),
            "least": min(values),
            "most": max(values),
            "characters a second": statistics.median(speeds[name]),
        }
        for name, values in ratios.items()
    }
    return {**table, "the unit": {"ratio": 1.0, "characters a second": statistics.median(speeds["the unit"])}}


def in_new_process(code: str, *arguments: str) -> dict[str, float]:
    """Run code in a fresh interpreter; it prints one JSON object."""
    with_bytecode = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=with_bytecode | {"PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir()) / "quotex-speed")},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(json.loads(ran.stdout))


def starting(rounds: int) -> dict[str, float]:
    """Median time to import quotex over regex and attrs, and to the first answer after it, in new processes.

    The modules are compiled before, as those of an installed wheel are.
    """
    in_new_process(STARTING, SHORT)
    runs = [in_new_process(STARTING, SHORT) for _ in range(rounds)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def long_texts(novel: str | None) -> list[dict[str, float]]:
    """Cost and peak memory of a text of 90,000 and one of 900,000 characters, each in a new process."""
    results = []
    for size in (90_000, 900_000):
        text = novel or PIECE
        whole = (text * (size // len(text) + 1))[:size]
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", suffix=".txt") as file:
            file.write(whole)
            file.flush()
            results.append(in_new_process(LONG, file.name))
    return results


def wheel_size() -> int | None:
    """Build the wheel in a temporary folder and return its size; None when it cannot be built here."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)]
        if subprocess.run(command, capture_output=True).returncode:
            return None
        return next(Path(folder).glob("*.whl")).stat().st_size


def throughput(texts: list[str], workers: int, articles: int) -> dict[str, float]:
    """Articles a second with one worker and with several, on as many articles, results compared."""
    from quotex.many import extract_many

    many = [texts[i % len(texts)] for i in range(articles)]
    found: dict[int, list[int]] = {}
    speed = {}
    for count in (1, workers):
        start = time.perf_counter()
        found[count] = [hash(result.records) for result in extract_many(many, workers=count)]
        speed[count] = articles / (time.perf_counter() - start)
    return {
        "articles": articles,
        "one worker, articles a second": speed[1],
        f"{workers} workers, articles a second": speed[workers],
        "gain": speed[workers] / speed[1],
        "results identical": float(found[1] == found[workers]),
    }


def report(options: argparse.Namespace) -> Iterator[tuple[str, Any]]:
    """Yield the figures asked for, each with its title."""
    yield "machine", f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    if options.workers > 1:
        yield "workers", throughput(read_texts(options.gold[0], options.limit), options.workers, options.articles)
        return
    if options.long:
        novel = read_texts(options.gold[0])[0] if options.gold else None
        yield "long texts", long_texts(novel)
        return
    for path in options.gold:
        yield Path(path).name, measure(read_texts(path, options.limit), options.rounds)
    yield "starting, seconds", starting(options.rounds)
    yield "peak memory of this process, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield "size of the wheel, MB", (wheel_size() or 0) / 1e6


def show(title: str, figures: Any) -> None:
    """Print one group of figures."""
    if isinstance(figures, list):
        for row in figures:
            show(title, row)
    elif not isinstance(figures, dict):
        print(f"{title}: {figures:.2f}" if isinstance(figures, float) else f"{title}: {figures}")
    else:
        print(f"\n{title}")
        for name, value in figures.items():
            if isinstance(value, dict):
                span = f" ({value['least']:.2f} to {value['most']:.2f})" if "least" in value else ""
                print(f"  {name:<38}{value['ratio']:6.2f}{span:<18}{value['characters a second']:>12,.0f} characters/s")
            else:
                print(f"  {name:<38}{value:,.3f}" if isinstance(value, float) else f"  {name:<38}{value:,}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("--rounds", type=int, default=5, help="rounds (5)")
    parser.add_argument("--limit", type=int, help="read only so many documents of each file")
    parser.add_argument("--workers", type=int, default=1, help="measure the throughput of so many workers instead")
    parser.add_argument("--long", action="store_true", help="measure long texts (made up, or the first of GOLD)")
    parser.add_argument("--articles", type=int, default=2000, help="articles for --workers (2000)")
    parser.add_argument("--json", metavar="OUT", help="write the figures to a file too")
    options = parser.parse_args()
    figures = {}
    for title, values in report(options):
        show(title, values)
        figures[title] = values
    if options.json:
        Path(options.json).write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
