"""Where the time goes: a profile of `extract_quotes` over gold documents.

    python -m benchmarks.speed.profiling GOLD [--limit N] [--kinds direct,mixed] [--sort tottime]
        [--rows 30] [--out FILE]

With --out the profile is also written for viewers such as snakeviz.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import json
import pstats


def read_texts(path: str, limit: int | None) -> list[str]:
    """Return the texts of a file of gold documents."""
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines][:limit]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", help="gold documents, .jsonl or .jsonl.gz")
    parser.add_argument("--limit", type=int, help="read only so many documents")
    parser.add_argument("--kinds", help="kinds wanted, comma-separated")
    parser.add_argument("--sort", default="tottime", help="as for pstats: tottime, cumtime, ncalls …")
    parser.add_argument("--rows", type=int, default=30, help="rows to print (30)")
    parser.add_argument("--out", help="a file to write the profile to")
    options = parser.parse_args()

    from quotex.extract import extract_quotes

    kinds = options.kinds.split(",") if options.kinds else None
    texts = read_texts(options.gold, options.limit)
    extract_quotes(texts[0])
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        extract_quotes(text, kinds=kinds)
    profile.disable()
    stats = pstats.Stats(profile).strip_dirs().sort_stats(options.sort)
    stats.print_stats(options.rows)
    if options.out:
        stats.dump_stats(options.out)


if __name__ == "__main__":
    main()
