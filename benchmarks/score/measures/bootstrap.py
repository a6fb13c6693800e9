"""How sure a difference is: a paired bootstrap over documents."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import NamedTuple

ROUNDS, TAIL = 2000, 0.025


class Difference(NamedTuple):
    """A change of a share in percentage points, with the ends of its interval of 95 %."""

    value: float
    low: float
    high: float


def difference(before: Sequence[tuple[int, int]], after: Sequence[tuple[int, int]], rounds: int = ROUNDS) -> Difference:
    """Return how a share of right answers changes, given the right answers and all of each document.

    Raises:
        ValueError: The documents are not the same.

    >>> difference([(5, 10), (1, 2)], [(4, 10), (0, 2)])
    Difference(value=-16.666666666666668, low=-50.0, high=-10.0)
    """
    if [total for _, total in before] != [total for _, total in after]:
        raise ValueError("the documents before and after are not the same")
    changes = [(right - was, total) for (was, total), (right, _) in zip(before, after, strict=True) if total]
    if not any(change for change, _ in changes):
        return Difference(0.0, 0.0, 0.0)
    chance = random.Random(0)
    drawn = sorted(_points(chance.choices(changes, k=len(changes))) for _ in range(rounds))
    return Difference(_points(changes), drawn[int(TAIL * rounds)], drawn[-1 - int(TAIL * rounds)])


def _points(changes: Sequence[tuple[int, int]]) -> float:
    return 100 * sum(change for change, _ in changes) / sum(total for _, total in changes)
