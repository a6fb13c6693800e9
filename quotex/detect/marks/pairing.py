"""The cheapest reading of a row of marks: which open, which close, which are none."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detect.marks.marks import Mark

IGNORED, OPENED, CLOSED = range(3)
_NESTED = 1.0  # a mark of the same kind inside another
_CLEAN = 0.65  # a mark as it should be costs at most this
_DEEPEST = 6
_LONG = 300  # marks in one paragraph: so many are no prose, and two levels will do
_NEVER = float("inf")
Pair = tuple[Mark, "Mark | None"]


def pair_marks(marks: Sequence[Mark], left_open: float) -> list[Pair]:
    """Return ``(opening mark, closing mark)`` of every passage, in order of the opening mark.

    Args:
        marks: Marks of one family and one paragraph, weighed, in order.
        left_open: What it costs to leave a passage open at the end of the paragraph.

    The closing mark is None for a passage that nothing closes.
    """
    roles = _clean_roles(marks)
    if roles is None:
        roles = _cheapest_roles(marks, left_open)
    pairs: list[Pair] = []
    open_at: list[int] = []
    for mark, role in zip(marks, roles, strict=True):
        if role == OPENED:
            open_at.append(len(pairs))
            pairs.append((mark, None))
        elif role == CLOSED:
            index = open_at.pop()
            pairs[index] = (pairs[index][0], mark)
    return pairs


def _clean_roles(marks: Sequence[Mark]) -> list[int] | None:
    """Open and close by turns, when every mark is at ease with that (most paragraphs)."""
    if len(marks) % 2:
        return None
    roles = []
    opens = True
    for mark in marks:
        cost, other = (mark.open, mark.close) if opens else (mark.close, mark.open)
        if cost > _CLEAN or cost > mark.ignore or other <= cost:
            return None
        roles.append(OPENED if opens else CLOSED)
        opens = not opens
    return roles


def _cheapest_roles(marks: Sequence[Mark], left_open: float) -> list[int]:
    """Dynamic programming over how many passages are open; linear in the number of marks."""
    deepest = min(_DEEPEST if len(marks) <= _LONG else 2, len(marks))
    costs = [0.0] + [_NEVER] * deepest
    steps: list[list[int]] = []
    for mark in marks:
        step = [IGNORED] * (deepest + 1)
        following = [cost + mark.ignore for cost in costs]
        for depth in range(deepest + 1):
            if depth:
                cost = costs[depth - 1] + mark.open + (_NESTED if depth > 1 else 0.0)
                if cost < following[depth]:
                    following[depth], step[depth] = cost, OPENED
            if depth < deepest:
                cost = costs[depth + 1] + mark.close
                if cost < following[depth]:
                    following[depth], step[depth] = cost, CLOSED
        steps.append(step)
        costs = following
    depth = min(range(deepest + 1), key=lambda d: costs[d] + (d * left_open if d else 0.0))
    roles = []
    for step in reversed(steps):
        role = step[depth]
        roles.append(role)
        depth += (role == CLOSED) - (role == OPENED)
    return roles[::-1]
