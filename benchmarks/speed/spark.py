"""20,000 generated articles through a local Spark: throughput, and whether the result equals the serial one.

    python -m benchmarks.speed.spark [--articles 20000] [--cores 2]

Needs Java and `quotex[spark]`. The articles are made up from a few sentences with a fixed seed, written to Parquet,
read by Spark, and the attributions are written to Parquet again, as on a cluster.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time

from benchmarks.paths import ROOT

NAMES = [
    "Ana Ruiz",
    "Tomas Reke",
    "Nadia Brandt",
    "Colin Oduya",
    "Mei Tanaka",
    "Luis Ferrara",
    "Helen Marsh",
    "Omar Haddad",
]
ROLES = ["Mayor", "Dr.", "Professor", "Minister", "Captain", "Judge"]
BODIES = ["the Harbour Authority", "Corvane Bank", "the city council", "the Growers’ Association"]
CLAUSES = [
    "the bridge will be closed until the spring",
    "nobody had been told about the crack in the northern pier",
    "we counted every vote twice, and then we counted them again",
    "the price of oats has doubled since last autumn",
    "there is no plan to sell the old theatre",
    "two of the nine mills would have to close",
]
FILLERS = [
    "The road along the river was built in 1932 and has been repaired four times since.",
    "Rain is expected from Thursday, with gusts of up to ninety kilometres an hour in the hills.",
    "About three hundred people live in the valley, most of them above sixty.",
    "The talks are to be resumed on Monday in the town hall, behind closed doors.",
]
CUES = ["said", "told reporters", "added", "warned", "replied"]


def article(random_: random.Random) -> str:
    """Make one article of about 700 characters."""
    cast = random_.sample(NAMES, 3)
    paragraphs = []
    for _ in range(4):
        name, clause, cue = random_.choice(cast), random_.choice(CLAUSES), random_.choice(CUES)
        capital = clause[0].upper() + clause[1:]
        form = random_.choice(
            [
                f"“{capital},” {cue} {random_.choice(ROLES)} {name}. “{random_.choice(FILLERS)}”",
                f"{name} {cue} that {clause}. {random_.choice(FILLERS)}",
                f"“{capital},” {name.split()[1]} said. {random_.choice(FILLERS)}",
                f"{random_.choice(BODIES)} said that {clause}, which {name} called “a strange idea”.",
                f"{random_.choice(FILLERS)} {random_.choice(FILLERS)}",
                f"{name} did not say whether {clause}. “{capital}?” she asked.",
            ]
        )
        paragraphs.append(form[0].upper() + form[1:])
    return "\n\n".join(paragraphs)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=20_000, help="how many articles (20,000)")
    parser.add_argument("--cores", type=int, default=2, help="cores for Spark (2)")
    options = parser.parse_args()

    # Spark starts new interpreters, which must find the package of this checkout.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    from quotex.extract import extract_quotes
    from quotex.spark import extract_quotes_frame

    random_ = random.Random(7)
    texts = [article(random_) for _ in range(options.articles)]
    spark = (
        SparkSession.builder.master(f"local[{options.cores}]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        rows = spark.createDataFrame(list(enumerate(texts)), "id long, body string")
        rows.repartition(options.cores * 4).write.parquet(f"{folder}/articles")
        start = time.perf_counter()
        extract_quotes_frame(spark.read.parquet(f"{folder}/articles"), "body", "id").write.parquet(f"{folder}/quotes")
        took = time.perf_counter() - start
        quotes = spark.read.parquet(f"{folder}/quotes").select("id", "number", "kind", "text", "speaker.name", "spans")
        found = sorted(map(tuple, quotes.toLocalIterator()), key=lambda row: row[:2])
    spark.stop()

    start = time.perf_counter()
    serial = []
    for place, text in enumerate(texts):
        serial.extend(_rows(place, extract_quotes(text)))
    alone = time.perf_counter() - start
    print(f"{len(texts):,} articles, {sum(map(len, texts)):,} characters, {len(found):,} attributions")
    print(f"Spark, {options.cores} cores, Parquet to Parquet: {took:.1f} s, {len(texts) / took:,.0f} articles a second")
    print(f"one process:  {alone:.1f} s, {len(texts) / alone:,.0f} articles a second")
    print(f"equal to the serial result: {found == serial}")
    if found != serial:
        sys.exit(1)


def _rows(place: int, result: object) -> list[tuple[object, ...]]:
    """The same columns from the serial result."""
    from quotex.show.tables import numbered

    return [
        (place, n, a.quote.kind, a.quote.text, a.speaker_name, [[s.start, s.end] for s in a.quote.spans])
        for n, _, a in numbered(result)  # type: ignore[arg-type]
    ]


if __name__ == "__main__":
    main()
