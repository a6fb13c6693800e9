"""Shares, precision and recall, and the best one-to-one mapping of labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.score.measures.shapes import Prf, Rate


def prf(hits: int, predicted: int, gold: int) -> Prf:
    """Return precision, recall and F1 with their counts."""
    hits, predicted, gold = int(hits), int(predicted), int(gold)
    p = hits / predicted if predicted else 0.0
    r = hits / gold if gold else 0.0
    return {
        "p": p,
        "r": r,
        "f1": 2 * p * r / (p + r) if p + r else 0.0,
        "hits": hits,
        "predicted": predicted,
        "gold": gold,
    }


def rate(hits: int, total: int) -> Rate:
    """Return a share with its counts."""
    return {"value": hits / total if total else 0.0, "hits": int(hits), "total": int(total)}


def mean(values: Iterable[float]) -> float:
    """Return the mean, 0.0 of nothing."""
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def assign(table: Sequence[Sequence[int]]) -> dict[int, int]:
    """Solve the assignment problem: pick one column per row so that the sum of table[row][column] is largest.

    The Hungarian algorithm with potentials, O(rows² · columns).  Needs rows <= columns.  Returns {row: column}.
    """
    rows, columns = len(table), len(table[0]) if table else 0
    infinity = float("inf")
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner, way = [0] * (columns + 1), [0] * (columns + 1)  # owner[column] = row; 0 means none
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        slack, used = [infinity] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            used[column] = True
            current, delta, following = owner[column], infinity, 0
            for c in range(1, columns + 1):
                if used[c]:
                    continue
                reduced = -table[current - 1][c - 1] - row_potential[current] - column_potential[c]
                if reduced < slack[c]:
                    slack[c], way[c] = reduced, column
                if slack[c] < delta:
                    delta, following = slack[c], c
            for c in range(columns + 1):
                if used[c]:
                    row_potential[owner[c]] += delta
                    column_potential[c] -= delta
                else:
                    slack[c] -= delta
            column = following
        while column:
            owner[column] = owner[way[column]]
            column = way[column]
    return {owner[c] - 1: c - 1 for c in range(1, columns + 1) if owner[c]}


def best_agreement(pairs: Iterable[tuple[str, str]]) -> int:
    """Map predicted labels one-to-one to gold labels so that most (predicted, gold) pairs agree; return how many."""
    counts = Counter(pairs)
    predicted = sorted({p for p, _ in counts})
    gold = sorted({g for _, g in counts})
    table = [[counts[p, g] for p in predicted] for g in gold]
    if len(gold) > len(predicted):
        table = [list(column) for column in zip(*table, strict=True)]
    return sum(table[row][column] for row, column in assign(table).items())
