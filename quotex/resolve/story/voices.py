"""How the people of a story speak: the words of the turns whose tags name them, against the words of all.

A voice is learned from one document alone; it tells who uses which words, and who calls whom by which name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, repeat
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.story.narration import Narration
    from quotex.resolve.story.turns import Turn

_FEWEST = 120  # different words of turns, added up, from which somebody has a voice
_SMOOTH = 200.0
_MOST_WORDS = 60
_MENTIONS = 4  # mentions within a turn whose wording is compared
_TURNS = 5  # turns from which it means something that somebody never speaks of another
_OPENERS, _FEWEST_OPENED = 40, 5  # words with which most turns begin, and how many turns must begin with one
_COUNTED = 0.05  # share from which a turn counts for a candidate
_HABIT_SMOOTH, _HABIT_FEWEST = 10.0, 5.0  # turns


class Voices:
    """The voices of those whom tags name often enough, and their names for others."""

    def __init__(self, text: str, turns: Sequence[Turn], narration: Narration) -> None:
        self._text = text
        self._narration = narration
        self._tables: dict[int, tuple[dict[str, float], float]] = {}
        self._turns: Counter[int] = Counter()
        self._names: dict[tuple[int, int], set[str]] = {}
        spoken: dict[int, list[str]] = {}
        for turn in turns:
            if turn.anchor is not None:
                spoken.setdefault(turn.anchor, []).extend(turn.words)
                self._turns[turn.anchor] += 1
                for entity, name in self.names_in(turn):
                    self._names.setdefault((turn.anchor, entity), set()).add(name)
        self._known = Counter(chain.from_iterable(spoken.values()))
        self._learn(spoken)

    def _learn(self, spoken: dict[int, list[str]]) -> None:
        total = self._known.total() + 1
        for entity, words in spoken.items():
            if len(words) >= _FEWEST:
                own = Counter(words)
                table = {w: log(1 + count * total / (_SMOOTH * self._known[w])) for w, count in own.items()}
                self._tables[entity] = table, log(_SMOOTH / (len(words) + _SMOOTH))

    def names_in(self, turn: Turn) -> list[tuple[int, str]]:
        """Return whom a turn names, and how."""
        spoken = [mention for part in turn.parts for mention in self._narration.said_in(part)][:_MENTIONS]
        return [(mention.entity, self._text[mention.start : mention.end].casefold()) for mention in spoken]

    def likeness(self, turn: Turn, entities: Iterable[int]) -> dict[int, float]:
        """Return for each entity that has a voice the log ratio of its words and everybody's in a turn."""
        words = list(islice(filter(self._known.__contains__, turn.words), _MOST_WORDS))
        found = {}
        for entity in entities:
            if entity in self._tables:
                table, base = self._tables[entity]
                found[entity] = base * len(words) + sum(map(table.get, words, repeat(0.0)))
        return found

    def manner(self, speaker: int, named: Sequence[tuple[int, str]]) -> set[str]:
        """Tell whether somebody speaks of others by the names that a turn has for them."""
        found = set()
        for entity, name in named:
            known = self._names.get((speaker, entity))
            if known:
                found.add("used" if name in known else "otherwise")
            elif self._turns[speaker] >= _TURNS:
                found.add("never")
        return found


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
            if size >= _HABIT_FEWEST:
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
            score += log((table.get(trait, 0.0) - own + _HABIT_SMOOTH * usual) / ((size + _HABIT_SMOOTH) * usual))
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
