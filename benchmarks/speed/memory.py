"""Measure the memory that the records of one long text keep, and the peak while it is read.

    python -m benchmarks.speed.memory [--quotations 40000]

Both are resident memory as Linux counts it, less what the process held after a first text of 1000 quotations.
"""

from __future__ import annotations

import argparse
import gc
import pathlib

from quotex.extract import extract_quotes

NAMES = ("Ana Ruiz", "Bo Lund", "Carla Diaz", "Tom Okafor", "Eve Hart")
PARAGRAPHS = (
    "“The bridge is safe,” said Mayor {name} on Monday. “It will hold.”\n\n"
    "Her deputy denied that it had {number} cracks.\n\n"
)


def resident() -> int:
    """Return the resident memory of this process in bytes."""
    import resource  # which Windows does not have

    pages = pathlib.Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


def long_text(quotations: int) -> str:
    """Make an article with so many quotations."""
    return "".join(
        PARAGRAPHS.format(name=NAMES[number % len(NAMES)], number=number) for number in range(quotations // 2)
    )


def measure(quotations: int) -> tuple[int, float, float]:
    """Return the number of records, the bytes that each keeps, and the peak in bytes for each."""
    import resource

    text = long_text(quotations)
    extract_quotes(long_text(1000))
    gc.collect()
    before = resident()
    found = extract_quotes(text)
    gc.collect()
    kept = resident() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    return len(found), kept / len(found), peak / len(found)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quotations", type=int, default=40_000, help="how long the text is (40000)")
    records, kept, peak = measure(parser.parse_args().quotations)
    print(f"{records:,} records: {kept:,.0f} bytes kept for each, {peak:,.0f} at the peak")


if __name__ == "__main__":
    main()
