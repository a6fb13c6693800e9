"""How far two independent annotations of the same texts agree, by kind of text.

    python -m benchmarks.corpora.agreement [FIRST SECOND] [--texts FOLDER …] [--differences]

FIRST and SECOND are folders of gold (.gold), by default those of Many Voices before their differences were settled;
--texts are the folders of its texts (.txt).  Content agrees when a quotation that one
requires has one of the other, required or optional, that shares at least 0.8 of their letters and digits (Jaccard), or
all of them ("exact").  Speaker and cue are compared where content agrees.  With --differences each quotation that the
other annotation lacks, or gives to somebody else, is printed.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.corpora.describe import CORPUS, PARTS
from benchmarks.corpora.gold_lines import GoldText, Line, read_folder
from benchmarks.score.measures.letters import Letters, jaccard

AGREES = 0.8


def same_speaker(one: Line, other: Line) -> bool:
    """Whether two lines accept a name in common."""
    return bool(set(map(str.casefold, one.speakers)) & set(map(str.casefold, other.speakers)))


def compare(one: Sequence[Line], other: Sequence[Line], letters: Letters) -> Iterator[tuple[Line, Line | None, float]]:
    """Yield each line that one annotation requires, with the other's line that shares most with it, and how much."""
    sets = [(line, letters(line.parts)) for line in other]
    for line in one:
        if line.required:
            own = letters(line.parts)
            shared = max(((jaccard(own, theirs), -n) for n, (_, theirs) in enumerate(sets)), default=(0.0, 0))
            yield line, (sets[-shared[1]][0] if shared[0] else None), shared[0]


def count(one: GoldText, other: GoldText, show: bool) -> Counter[str]:
    """Count what agrees in one text, seen from both annotations."""
    counts: Counter[str] = Counter()
    letters = Letters(one.text)
    for side, (here, there) in {"first": (one, other), "second": (other, one)}.items():
        for line, fitting, shared in compare(here.lines, there.lines, letters):
            counts[f"{side} all"] += 1
            agrees = fitting is not None and shared >= AGREES
            counts[f"{side} found"] += agrees
            counts[f"{side} exact"] += shared == 1.0
            if fitting is not None and agrees and side == "first":
                counts["pairs"] += 1
                counts["same speaker"] += same_speaker(line, fitting)
                if line.cue and fitting.cue:
                    counts["cues"] += 1
                    counts["same cue"] += line.cue[0] < fitting.cue[1] and fitting.cue[0] < line.cue[1]
            if show and (not agrees or (fitting is not None and not same_speaker(line, fitting))):
                words = " ".join(one.text[line.parts[0][0] : line.parts[-1][1]].split())[:110]
                verdict = f"{shared:.2f} {'/'.join(fitting.speakers)}" if fitting is not None else "-"
                print(f"{one.name}\t{side}\t{'/'.join(line.speakers)}\t{words}\t{verdict}")
    return counts


def row(counts: Counter[str]) -> tuple[float, ...]:
    """Return content F1, exact F1, speaker and cue agreement, in per cent."""

    def f1(what: str) -> float:
        shares = [counts[f"{side} {what}"] / max(1, counts[f"{side} all"]) for side in ("first", "second")]
        return 200 * shares[0] * shares[1] / sum(shares) if sum(shares) else 0.0

    speaker = 100 * counts["same speaker"] / max(1, counts["pairs"])
    return f1("found"), f1("exact"), speaker, 100 * counts["same cue"] / max(1, counts["cues"])


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path, nargs="?", default=CORPUS / "first")
    parser.add_argument("second", type=Path, nargs="?", default=CORPUS / "second")
    parser.add_argument("--texts", type=Path, nargs="+", default=[CORPUS / part for part in PARTS])
    parser.add_argument("--differences", action="store_true", help="print every difference")
    options = parser.parse_args()
    kinds: dict[str, Counter[str]] = {}
    pairs = (
        pair
        for folder in options.texts
        for pair in zip(read_folder(folder, options.first), read_folder(folder, options.second), strict=True)
    )
    for one, other in pairs:
        found = count(one, other, options.differences)
        kinds.setdefault(one.kind, Counter()).update(found)
        kinds.setdefault("all", Counter()).update(found)
    print("| kind            |   lines | content |   exact | speaker |     cue |")
    print("|-----------------|--------:|--------:|--------:|--------:|--------:|")
    for kind in sorted(kinds, key=lambda kind: (kind == "all", kind)):
        figures = [f"{value:.1f}" if value else "" for value in row(kinds[kind])]
        print(f"| {kind:15} | {kinds[kind]['first all']:>7,} |" + "".join(f" {figure:>7} |" for figure in figures))


if __name__ == "__main__":
    main()
