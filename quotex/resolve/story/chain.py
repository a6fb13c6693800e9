"""Speakers along a text: exact marginals of a chain in which each turn looks back at the two speakers before.

Messages are passed forward and backward over pairs of speakers.  A relation only asks which of three speakers are the
same, so a turn costs the square of its candidates, and a text is linear in its turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

# Candidates whose own score lies further below the best, or behind so many better ones, are left out: together they
# change fewer than one decision in a thousand on the development novels.
_MARGIN, _MOST = 5.0, 6
_NOBODY = -7
Unary = Sequence[tuple[int, float]]
Pairs = list[list[float]]
# The speaker of a turn is: the one before ("last"), the one before that ("back"), somebody else ("third");
# or, when the last two turns had one speaker, the same again ("again") or a new one ("new").
RELATIONS = ("last", "back", "third", "again", "new")


def prune(scores: Unary) -> list[tuple[int, float]]:
    """Return the best candidates with the exponential of their scores, the best one's being 1."""
    if len(scores) == 1:
        return [(scores[0][0], 1.0)]
    ranked = sorted(scores, key=lambda pair: (-pair[1], pair[0]))[:_MOST]
    best = ranked[0][1]
    return [(entity, exp(score - best)) for entity, score in ranked if score >= best - _MARGIN]


def marginals(unary: Sequence[Unary], relations: Sequence[Sequence[float]]) -> list[dict[int, float]]:
    """Return for each turn how likely each candidate is its speaker.

    Args:
        unary: The candidates of each turn with their scores; no turn may be empty.
        relations: The scores of the relations of each turn, in the order of `RELATIONS`.
    """
    if not unary:
        return []
    pruned = [prune(scores) for scores in unary]
    ids = [[entity for entity, _ in turn] for turn in pruned]
    weights = [[weight for _, weight in turn] for turn in pruned]
    factors = [
        [exp(min(score, 30.0)) for score in turn] if doubt else []
        for turn, doubt in zip(relations, doubtful([len(entities) > 1 for entities in ids]), strict=True)
    ]
    forward = _forward(ids, weights, factors)
    return _backward(ids, weights, factors, forward)


def doubtful(rivals: Sequence[bool]) -> list[bool]:
    """Tell for each turn whether it or one of the two before has rivals: only then does its relation matter."""
    return [any(rivals[max(0, turn - 2) : turn + 1]) for turn in range(len(rivals))]


def _before(ids: Sequence[list[int]], turn: int) -> tuple[list[int], list[int]]:
    """Return the candidates of the two turns before."""
    return (ids[turn - 2] if turn > 1 else [_NOBODY]), (ids[turn - 1] if turn else [_NOBODY])


def _forward(ids: Sequence[list[int]], weights: Sequence[list[float]], factors: Sequence[list[float]]) -> list[Pairs]:
    """Return for each turn the message alpha[speaker][speaker before], which sums to 1."""
    messages: list[Pairs] = [[[weight] for weight in weights[0]]]
    for turn in range(1, len(ids)):
        earlier, last = _before(ids, turn)
        if len(ids[turn]) == len(last) == 1:
            messages.append([[1.0]])
            continue
        same, back, third, again, new = factors[turn]
        alpha = messages[-1]
        rows: Pairs = [[0.0] * len(last) for _ in ids[turn]]
        own = weights[turn]
        for b, before in enumerate(last):
            repeated = apart = 0.0
            by_id: dict[int, float] = {}
            for a, mass in enumerate(alpha[b]):
                if earlier[a] == before:
                    repeated += mass
                else:
                    apart += mass
                    by_id[earlier[a]] = mass
            stay = apart * same + repeated * again
            for c, entity in enumerate(ids[turn]):
                if entity == before:
                    value = stay
                else:
                    known = by_id.get(entity, 0.0)
                    value = known * back + (apart - known) * third + repeated * new
                rows[c][b] = value * own[c]
        total = sum(map(sum, rows))
        scale = 1.0 / total if total > 0.0 else 1.0
        messages.append([[value * scale for value in row] for row in rows])
    return messages


def _backward(
    ids: Sequence[list[int]], weights: Sequence[list[float]], factors: Sequence[list[float]], forward: Sequence[Pairs]
) -> list[dict[int, float]]:
    """Return the marginals from the messages of both directions."""
    found: list[dict[int, float]] = [{} for _ in ids]
    beta: Pairs = [[1.0] * len(row) for row in forward[-1]]
    for turn in range(len(ids) - 1, -1, -1):
        found[turn] = _shares(ids[turn], forward[turn], beta)
        if turn:
            beta = _backward_step(ids, turn, weights[turn], factors[turn], beta)
    return found


def _shares(entities: list[int], alpha: Pairs, beta: Pairs) -> dict[int, float]:
    if len(entities) == 1:
        return {entities[0]: 1.0}
    shares = [sum(map(_times, row, beta[c])) for c, row in enumerate(alpha)]
    total = sum(shares) or 1.0
    return {entity: share / total for entity, share in zip(entities, shares, strict=True)}


def _times(left: float, right: float) -> float:
    return left * right


def _backward_step(
    ids: Sequence[list[int]], turn: int, weights: list[float], factors: list[float], beta: Pairs
) -> Pairs:
    earlier, last = _before(ids, turn)
    if len(last) == len(earlier) == 1:
        return [[1.0]]
    same, back, third, again, new = factors
    rows: Pairs = []
    for b, before in enumerate(last):
        stay = apart = 0.0
        by_id: dict[int, float] = {}
        for c, entity in enumerate(ids[turn]):
            value = weights[c] * beta[c][b]
            if entity == before:
                stay += value
            else:
                apart += value
                by_id[entity] = value
        row = []
        for one in earlier:
            if one == before:
                value = stay * again + apart * new
            else:
                known = by_id.get(one, 0.0)
                value = stay * same + known * back + (apart - known) * third
            row.append(value)
        rows.append(row)
    top = max(map(max, rows))
    scale = 1.0 / top if top > 0.0 else 1.0
    return [[value * scale for value in row] for row in rows]


def relation(speaker: int, last: int, before: int) -> int:
    """Return the number of the relation in `RELATIONS`.

    >>> RELATIONS[relation(1, 2, 1)]
    'back'
    """
    if last == before:
        return 3 if speaker == last else 4
    return 0 if speaker == last else 1 if speaker == before else 2
