"""Who takes part in an exchange: who is spoken to or of in the turns around, and who often speaks beside whom."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.boards import Board, Scene
    from quotex.resolve.scenes import Turn

_AROUND = 10  # turns on each side in which people are talked of
_PAIRS = 4  # neighbours with a tag from which it counts who speaks beside somebody

_AROUND_NAMES = [[f"around.{called}{about}" for about in range(4)] for called in range(3)]


def telling(turns: Sequence[Turn]) -> list[int]:
    """Return the numbers of the turns whose words name somebody."""
    return [number for number, turn in enumerate(turns) if turn.named]


def note_around(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who is spoken to, or spoken of, in the turns around: those spoken of are often not there."""
    telling, part = scene.telling, scene.stretches[number]
    about: dict[int, int] = {}
    called: dict[int, int] = {}
    for place in range(bisect_left(telling, number - _AROUND), bisect_right(telling, number + _AROUND)):
        at = telling[place]
        if at != number and scene.stretches[at] == part:
            for entity in scene.called[at]:
                called[entity] = called.get(entity, 0) + 1
            for entity in scene.about[at]:
                about[entity] = about.get(entity, 0) + 1
    for entity, features in board.features.items():
        features.append(_AROUND_NAMES[min(called.get(entity, 0), 2)][min(about.get(entity, 0), 3)])


def note_partners(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who often speaks beside the one whom the tag of a turn beside names."""
    for sign, name in ((-1, "partner_before"), (1, "partner_after")):
        at = number + sign
        if not 0 <= at < len(scene.turns) or scene.turns[max(at, number)].gap not in ("adjacent", "one"):
            continue
        key = scene.turns[at].anchor
        partners = scene.partners.get(key, {}) if key is not None else {}
        total = sum(partners.values())
        if total < _PAIRS:
            continue
        for entity, features in board.features.items():
            if entity != key:
                share = partners.get(entity, 0) / total
                size = "none" if not share else "rare" if share < 0.1 else "some" if share < 0.3 else "most"
                features.append(f"{name}.{size}")


def stretches(turns: Sequence[Turn]) -> list[int]:
    """Number the stretches of the text between wide gaps, a number for each turn."""
    return list(accumulate(int(turn.gap == "far") for turn in turns))


def partners_of(turns: Sequence[Turn]) -> Mapping[int, Mapping[int, int]]:
    """Count for each speaker named by tags who else speaks in the turn before or behind."""
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for last, turn in zip(turns, turns[1:], strict=False):
        one, other = last.anchor, turn.anchor
        if one is not None and other is not None and one != other and turn.gap in ("adjacent", "one"):
            found[one][other] += 1
            found[other][one] += 1
    return found
