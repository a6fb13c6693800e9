"""How everybody speaks, whatever the words are: how long their turns are, and how they begin, end and are parted."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.scenes import Turn

_OPENERS, _FEWEST_OPENED = 40, 5  # words with which most turns begin, and how many turns must begin with one
_COUNTED = 0.05  # share from which a turn counts for a candidate
_SMOOTH, _FEWEST = 10.0, 5.0  # turns


class Habits:
    """The traits of the turns of everybody, by how likely it is that they speak them.

    Args:
        turns: All turns.
        shares: For each turn how likely each candidate is.
    """

    def __init__(self, turns: Sequence[Turn], shares: Sequence[Mapping[int, float]]) -> None:
        self._shares = shares
        self._traits = _traits(turns)
        self._known = Counter(chain.from_iterable(self._traits))
        self._tables: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._sizes: dict[int, float] = defaultdict(float)
        for traits, share in zip(self._traits, shares, strict=True):
            for entity, chance in share.items():
                if chance > _COUNTED:
                    table = self._tables[entity]
                    for trait in traits:
                        table[trait] += chance
                    self._sizes[entity] += chance

    def note(self, number: int, found: Mapping[int, list[str]]) -> None:
        """The turn is like somebody's other turns, or unlike them."""
        scores = {}
        for entity in found:
            chance = self._shares[number].get(entity, 0.0)
            own = chance if chance > _COUNTED else 0.0
            size = self._sizes.get(entity, 0.0) - own
            if size >= _FEWEST:
                scores[entity] = self._likeness(number, self._tables[entity], own, size)
        best = max(scores.values(), default=0.0)
        for entity, score in scores.items():
            found[entity].append(f"habit_like.{min(3, max(-4, round(score * 2)))}")
            found[entity].append(f"habit_lag.{min(5, round((best - score) * 2))}")

    def _likeness(self, number: int, table: Mapping[str, float], own: float, size: float) -> float:
        """Return the log ratio of somebody's traits and everybody's, without the turn itself."""
        score = 0.0
        for trait in self._traits[number]:
            usual = self._known[trait] / len(self._shares)
            score += log((table.get(trait, 0.0) - own + _SMOOTH * usual) / ((size + _SMOOTH) * usual))
        return score


def _traits(turns: Sequence[Turn]) -> list[tuple[str, ...]]:
    """Return the traits of each turn."""
    openers = Counter(turn.words[0] for turn in turns if turn.words)
    usual = {word for word, count in openers.most_common(_OPENERS) if count > _FEWEST_OPENED}
    found: list[tuple[str, ...]] = []
    for turn in turns:
        opener = turn.words[0] if turn.words and turn.words[0] in usual else ""
        size = min(7, max(0, turn.length.bit_length() - 3))
        found.append((f"size {size}", f"ends {turn.ends}", f"opens {opener}", f"parts {min(3, len(turn.parts))}"))
    return found
