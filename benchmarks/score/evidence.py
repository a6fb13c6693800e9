"""Which share of the winning evidence points at words of the text.

    python -m benchmarks.score.evidence GOLD [GOLD …] [--limit N]

GOLD are gold files (.jsonl or .jsonl.gz), of which only the texts are read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import islice

from benchmarks.score.measures.reading import read_jsonl
from quotex import extract_quotes


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--limit", type=int, help="documents of each file")
    options = parser.parse_args()
    won: Counter[str] = Counter()
    bare: Counter[str] = Counter()
    for path in options.gold:
        for document in islice(read_jsonl(path), options.limit):
            for record in extract_quotes(document["text"]):
                for evidence in record.evidence:
                    if evidence.won:
                        won[evidence.rule] += 1
                        bare[evidence.rule] += evidence.span is None
    total, without = sum(won.values()), sum(bare.values())
    print(f"{total} pieces of winning evidence, {100 * (1 - without / max(1, total)):.1f} % point at words")
    for rule, count in bare.most_common(10):
        if count:
            print(f"  {rule}: {count} of {won[rule]} without words")


if __name__ == "__main__":
    main()
