"""The second reading of a story's turns, when a first one has told roughly who speaks each.

Tags name the speaker of every third turn or so.  With what the first reading makes likely of the others, all turns tell
how much everybody speaks around a turn, how they speak, whom they call by name and beside whom they stand.  A turn
whose speaker is all but sure keeps it; in the others only the likely candidates are weighed again.  No count holds what
the first reading made of the turn itself.  (Stacked sequential learning: Cohen and Carvalho 2005.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from quotex.resolve.story.tag_nouns import tag_key
from quotex.resolve.story.voices import Habits

if TYPE_CHECKING:
    from quotex.resolve.story.scene import Scene

Shares = Mapping[int, float]
Features = dict[int, list[str]]
UNLIKELY, SURE = 0.01, 0.98  # of the first reading: below it a candidate is dropped, above it the turn is settled
_TRUST, _LEAST = 0.75, 1e-6  # weight of the second reading against the first; a share is not taken to be less
_COUNTED = 0.05  # share from which a turn counts for the words and the neighbours of a candidate
_WINDOWS = (("spoken_near", 4), ("spoken_around", 12), ("spoken_wide", 40))  # turns on each side
_STEPS = (-5, -4, -3, 3, 4, 5)  # turns of the same exchange, beyond those that the chain looks at
_SHARES = (0.01, 0.06, 0.15, 0.3, 0.5)
_CHANCES = (0.02, 0.1, 0.3, 0.6, 0.9)
_SMOOTH, _FEWEST_WORDS = 200.0, 150.0  # as in `voices`
_MOST_WORDS = 60
_FEWEST_PRONOUNS, _FEWEST_CALLS = 0.7, 2.0  # turns, expected by the shares, from which a share of them means something
_FEWEST_TURNS, _FEWEST_PAIRS = 4.0, 4.0


class Rereading:
    """What the turns tell of each other when it is roughly known who speaks them.

    Args:
        scene: The turns.
        shares: For each turn how likely each candidate is by the first reading.
    """

    def __init__(self, scene: Scene, shares: Sequence[Shares]) -> None:
        self.scene, self._shares = scene, shares
        self.likely = [_likely(share) for share in shares]
        self._spoken = _Tally(shares)
        self._words = _Words(scene, shares)
        self._calls = _Names(scene.called, shares, self._spoken)
        self._topics = _Names(scene.about, shares, self._spoken)
        self._beside = _Neighbours(scene, shares)
        self._genders = _Groups([turn.tag_gender or turn.beat_gender for turn in scene.turns], shares)
        self._nouns = _Groups([tag_key(scene.text, turn) for turn in scene.turns], shares)
        self._habits = Habits(scene.turns, shares)
        self._reach = _reaches(scene.stretches)

    def settled(self, number: int) -> bool:
        """Tell whether the first reading leaves no doubt."""
        return len(self.likely[number]) < 2

    def agreed(self, number: int, share: Shares) -> dict[int, float]:
        """Return how likely each candidate is by both readings: their weighed geometric mean."""
        first = self._shares[number]
        both = {
            entity: chance**_TRUST * max(first.get(entity, 0.0), _LEAST) ** (1 - _TRUST)
            for entity, chance in share.items()
        }
        total = sum(both.values())
        return {entity: chance / total for entity, chance in both.items()}

    def features(self, number: int) -> Features:
        """Return for each likely candidate of a turn what the other turns say for or against it."""
        found: Features = {entity: [] for entity in self.likely[number]}
        self._note_spoken(number, found)
        self._note_steps(number, found)
        self._words.note(number, found)
        self._calls.note("calls", number, found)
        self._topics.note("speaks_of", number, found)
        self._beside.note(number, found)
        self._note_pronouns(number, found)
        self._note_noun(number, found)
        self._habits.note(number, found)
        return found

    def _note_spoken(self, number: int, found: Features) -> None:
        """How much of the turns around, and of all turns up to the next wide gaps, somebody speaks."""
        last = len(self._shares) - 1
        own = self._shares[number]
        first, end = self._reach[number]
        size = min((end - first) // 4, 3)
        for entity, features in found.items():
            mine = own.get(entity, 0.0)
            for name, reach in _WINDOWS:
                left, right = max(0, number - reach), min(last, number + reach)
                spoken = self._spoken.between(entity, left, right) - mine
                features.append(f"{name}.{_rank(spoken / max(right - left, 1), _SHARES)}")
            spoken = self._spoken.between(entity, first, end) - mine
            features.append(f"spoken_scene.{size}{_rank(spoken / max(end - first, 1), _SHARES)}")

    def _note_steps(self, number: int, found: Features) -> None:
        """Who speaks three to five turns away in the same exchange."""
        turns = self.scene.turns
        for step in _STEPS:
            at = number + step
            if 0 <= at < len(turns) and turns[at].run == turns[number].run:
                other = self._shares[at]
                for entity, features in found.items():
                    features.append(f"steps_apart.{step}.{_rank(other.get(entity, 0.0), _CHANCES)}")

    def _note_pronouns(self, number: int, found: Features) -> None:
        """Whether the tags and beats of somebody's turns say "he" or "she", as those of this turn do."""
        gender = self._genders.keys[number]
        other = {"male": "female", "female": "male"}.get(gender or "")
        if gender and other:
            for entity, features in found.items():
                same, against = (self._genders.others(key, entity, number) for key in (gender, other))
                if same + against >= _FEWEST_PRONOUNS:
                    features.append(f"pronouns.{_rank(same / (same + against), _CHANCES)}")

    def _note_noun(self, number: int, found: Features) -> None:
        """How many of the other turns whose tag has the same description somebody speaks."""
        key = self._nouns.keys[number]
        total = self._nouns.sizes[key] - 1
        if key and total > 0:
            size = min(total, 3)
            for entity, features in found.items():
                share = self._nouns.others(key, entity, number) / total
                features.append(f"same_noun.{size}{_rank(share, _CHANCES)}")


def _likely(share: Shares) -> list[int]:
    best = max(share, key=lambda entity: (share[entity], -entity))
    if share[best] > SURE:
        return [best]
    return [entity for entity, chance in share.items() if chance > UNLIKELY]


def _rank(value: float, limits: Sequence[float]) -> int:
    return bisect_right(limits, value)


def _reaches(stretches: Sequence[int]) -> list[tuple[int, int]]:
    """Return for each turn the first and the last turn of its stretch between wide gaps."""
    return [(bisect_left(stretches, part), bisect_right(stretches, part) - 1) for part in stretches]


class _Groups:
    """Who speaks the turns that have something in common, such as the pronoun of the tag.

    Attributes:
        keys: What each turn has; None or "" where it has nothing.
        sizes: How many turns have it.
    """

    def __init__(self, keys: Sequence[str | None], shares: Sequence[Shares]) -> None:
        self.keys, self._shares = keys, shares
        self.sizes = Counter(keys)
        self._sums: dict[tuple[str, int], float] = defaultdict(float)
        for key, share in zip(keys, shares, strict=True):
            if key:
                for entity, chance in share.items():
                    self._sums[key, entity] += chance

    def others(self, key: str, entity: int, number: int) -> float:
        """Return how many turns with a key the entity speaks, without the turn itself."""
        own = self._shares[number].get(entity, 0.0) if self.keys[number] == key else 0.0
        return max(0.0, self._sums.get((key, entity), 0.0) - own)


class _Tally:
    """How many turns somebody speaks, expected by the shares, up to any turn."""

    def __init__(self, shares: Sequence[Shares]) -> None:
        self._numbers: dict[int, list[int]] = defaultdict(list)
        self._sums: dict[int, list[float]] = defaultdict(lambda: [0.0])
        for number, share in enumerate(shares):
            for entity, chance in share.items():
                self._numbers[entity].append(number)
                self._sums[entity].append(self._sums[entity][-1] + chance)

    def between(self, entity: int, first: int, last: int) -> float:
        """Return how many of the turns first to last, both counted, the entity speaks."""
        numbers, sums = self._numbers[entity], self._sums[entity]
        return sums[bisect_right(numbers, last)] - sums[bisect_left(numbers, first)]

    def total(self, entity: int) -> float:
        """Return how many turns the entity speaks."""
        return self._sums[entity][-1]


class _Words:
    """The words of everybody, as in `voices`, but of all turns by how likely it is that they speak them."""

    def __init__(self, scene: Scene, shares: Sequence[Shares]) -> None:
        self._scene, self._shares = scene, shares
        self._known = Counter(chain.from_iterable(turn.words for turn in scene.turns))
        self._tables: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._sizes: dict[int, float] = defaultdict(float)
        for turn, share in zip(scene.turns, shares, strict=True):
            words = turn.words
            for entity, chance in share.items():
                if chance > _COUNTED:
                    table = self._tables[entity]
                    for word in words:
                        table[word] += chance
                    self._sizes[entity] += chance * len(words)
        self._total = self._known.total() + 1

    def note(self, number: int, found: Features) -> None:
        """The words are like those of somebody's other turns, or unlike them."""
        turn = self._scene.turns[number]
        if turn.anchor is not None:
            return
        words = turn.words
        scores = {}
        for entity in found:
            chance = self._shares[number].get(entity, 0.0)
            own = chance if chance > _COUNTED else 0.0
            size = self._sizes.get(entity, 0.0) - own * len(words)
            if size >= _FEWEST_WORDS:
                scores[entity] = self._likeness(words[:_MOST_WORDS], self._tables[entity], own, size)
        best = max(scores.values(), default=0.0)
        for entity, score in scores.items():
            found[entity].append(f"words_like.{min(3, max(-4, round(score / 1.5)))}")
            found[entity].append(f"words_lag.{min(6, round(best - score))}")

    def _likeness(self, words: Sequence[str], table: Mapping[str, float], own: float, size: float) -> float:
        """Return the log ratio of somebody's words and everybody's, without the turn itself."""
        score = len(words) * log(_SMOOTH / (size + _SMOOTH))
        for word in words:
            count = table.get(word, 0.0) - own
            if count > 1e-6:
                score += log(1 + count * self._total / (_SMOOTH * self._known[word]))
        return score


class _Names:
    """Who says the names of whom."""

    def __init__(self, named: Sequence[set[int]], shares: Sequence[Shares], spoken: _Tally) -> None:
        self._named, self._shares, self._spoken = named, shares, spoken
        self._rows: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._totals: dict[int, float] = defaultdict(float)
        for entities, share in zip(named, shares, strict=True):
            for other in entities:
                self._totals[other] += 1.0
                row = self._rows[other]
                for entity, chance in share.items():
                    row[entity] += chance

    def note(self, name: str, number: int, found: Features) -> None:
        """How many of the turns that name somebody, as this one does, a candidate speaks."""
        own = self._shares[number]
        for other in sorted(self._named[number]):
            total = self._totals[other] - 1.0
            if total < _FEWEST_CALLS:
                continue
            row = self._rows[other]
            for entity, features in found.items():
                chance = own.get(entity, 0.0)
                if self._spoken.total(entity) - chance >= _FEWEST_TURNS:
                    features.append(f"{name}.{_rank((row.get(entity, 0.0) - chance) / total, _SHARES)}")


class _Neighbours:
    """Who speaks beside whom."""

    def __init__(self, scene: Scene, shares: Sequence[Shares]) -> None:
        self._turns = scene.turns
        self._shares = [{e: chance for e, chance in share.items() if chance > _COUNTED} for share in shares]
        self._pairs: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._totals: dict[int, float] = defaultdict(float)
        for number in range(1, len(shares)):
            if self._near(number):
                self._count(self._shares[number - 1], self._shares[number])

    def _near(self, number: int) -> bool:
        return self._turns[number].gap in ("adjacent", "one")

    def _count(self, last: Shares, share: Shares) -> None:
        for one, chance in last.items():
            for other, chance_of_other in share.items():
                if one != other:
                    both = chance * chance_of_other
                    self._pairs[one][other] += both
                    self._pairs[other][one] += both
                    self._totals[one] += both
                    self._totals[other] += both

    def note(self, number: int, found: Features) -> None:
        """How often a candidate speaks beside those who seem to speak before and behind."""
        sides = [
            (name, self._shares[at])
            for name, at in (("beside_before", number - 1), ("beside_after", number + 1))
            if 0 <= at < len(self._turns) and self._near(max(at, number))
        ]
        for name, beside in sides:
            often = {one: chance for one, chance in beside.items() if self._totals[one] >= _FEWEST_PAIRS}
            known = sum(often.values())
            if known > 0.5:
                here = {one: sum(share.get(one, 0.0) for _, share in sides) for one in often}
                for entity, features in found.items():
                    value = sum(
                        chance * self._share(one, entity, here[one], self._shares[number])
                        for one, chance in often.items()
                        if one != entity
                    )
                    features.append(f"{name}.{_rank(value / known, _SHARES)}")

    def _share(self, one: int, other: int, here: float, own: Shares) -> float:
        """Return in which share of the pairs of one the other stands, without those of this turn itself."""
        pairs = self._pairs[one].get(other, 0.0) - here * own.get(other, 0.0)
        total = self._totals[one] - here * (sum(own.values()) - own.get(one, 0.0))
        return max(0.0, pairs) / max(total, 1.0)
