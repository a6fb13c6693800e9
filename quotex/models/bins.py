"""Numbers and shares as feature values."""

from __future__ import annotations

from collections.abc import Callable


class Counts(dict[int, str]):
    """Numbers as features, each made once; those above ``most`` count as that."""

    def __init__(self, most: int = 20) -> None:
        super().__init__()
        self._most = most

    def __missing__(self, number: int) -> str:
        told = min(number, self._most)
        rough = told if told < 4 else 4 if told < 6 else 6 if told < 10 else 10 if told < 20 else 20
        value = self[number] = str(rough)
        return value


# A number as a feature: 0 to 3, then by rough size; up to two, three or six.  Asked hundreds of times a sentence, so
# that each is a look-up.
count: Callable[[int], str] = Counts().__getitem__
count2: Callable[[int], str] = Counts(2).__getitem__
count3: Callable[[int], str] = Counts(3).__getitem__
