"""How the people of a story speak: the words of the turns whose tags name them, against the words of all.

A voice is learned from one document alone; it tells who uses which words, and who calls whom by which name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, islice, repeat
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.boards import Board, Scene
    from quotex.resolve.narration import Narration
    from quotex.resolve.scenes import Turn

_FEWEST = 120  # different words of turns, added up, from which somebody has a voice
_SMOOTH = 200.0
_MOST_WORDS = 60
_MENTIONS = 4  # mentions within a turn whose wording is compared
_TURNS = 5  # turns from which it means something that somebody never speaks of another

_LIKE = {place: f"voice.{place}" for place in range(-4, 4)}
_LAG = {place: f"voice_lag.{place}" for place in range(6)}


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
        return [(entity, self._text[start:end].casefold()) for start, end, entity in spoken]

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


def note_voice(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The words are like those of somebody's other turns, or unlike them; names are those that somebody uses."""
    if turn.anchor is not None:
        return
    scores = scene.voices.likeness(turn, board.features)
    best = max(scores.values(), default=0.0)
    named = scene.voices.names_in(turn)
    for entity, features in board.features.items():
        if entity in scores:
            features.append(_LIKE[min(3, max(-4, round(scores[entity] / 1.5)))])
            features.append(_LAG[min(5, round(best - scores[entity]))])
        else:
            features.append("cues.no_voice")
        if named:
            features.extend(f"manner.{how}" for how in sorted(scene.voices.manner(entity, named)))
