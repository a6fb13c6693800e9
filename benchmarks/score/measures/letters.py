"""Spans as sets of letters and digits, and how such sets are matched.

So quotation marks, spaces and punctuation at the edges never matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from benchmarks.score.measures.shapes import Pair, Places

Lettered = Mapping[str, Any]  # a record or a gold quotation with its "letters"


class Letters:
    """Turns spans of one text into sets of letter positions (ranks among the letters and digits of the text)."""

    def __init__(self, text: str) -> None:
        self.length = len(text)
        self.rank = [0, *accumulate(map(int, map(str.isalnum, text)))]

    def __call__(self, spans: Iterable[Pair]) -> Places:
        found: Places = set()
        for start, end in spans:
            start, end = max(0, start), min(self.length, end)
            if start < end:
                found.update(range(self.rank[start], self.rank[end]))
        return found


def share(part: Places, whole: Places) -> float:
    """Return which share of `whole` lies in `part` (0.0 for an empty whole)."""
    return len(part & whole) / len(whole) if whole else 0.0


def jaccard(a: Places, b: Places) -> float:
    """Return |a ∩ b| / |a ∪ b|."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def overlaps(left: Sequence[Places], right: Sequence[Places]) -> Iterator[tuple[int, int, int]]:
    """Yield (left index, right index, number of common positions) for all pairs of position sets that overlap."""
    owners: dict[int, list[int]] = defaultdict(list)  # looked up by blocks of 64 positions, which keeps long texts fast
    for j, positions in enumerate(right):
        for block in {p // 64 for p in positions}:
            owners[block].append(j)
    for i, positions in enumerate(left):
        for j in sorted({j for block in {p // 64 for p in positions} for j in owners.get(block, ())}):
            common = len(positions & right[j])
            if common:
                yield i, j, common


def match_one_to_one(predicted: Sequence[Places], gold: Sequence[Places]) -> dict[int, tuple[int, float]]:
    """Match position sets greedily by Jaccard, best first; return {predicted index: (gold index, jaccard)}."""
    pairs = [(common / (len(predicted[i]) + len(gold[j]) - common), i, j) for i, j, common in overlaps(predicted, gold)]
    matches: dict[int, tuple[int, float]] = {}
    taken: set[int] = set()
    for score, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in matches and j not in taken:
            matches[i] = (j, score)
            taken.add(j)
    return matches


def best_record(records: Sequence[Lettered], letters: Places) -> int | None:
    """Return the index of the record that overlaps `letters` most (the first of equals), or None."""
    common = [len(r["letters"] & letters) for r in records]
    best = max(common, default=0)
    return common.index(best) if best else None
