"""Who is there: whom the narration names shortly before and behind a turn, and whom the tags around it name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.boards import Board, Scene
    from quotex.resolve.scenes import Turn

_BEFORE, _BEHIND = 2_000, 1_200  # characters in which the narration names those who are there
_MOST_BEFORE, _MOST_BEHIND = 25, 12  # mentions that are counted in them
_TAGS = 25  # turns on each side whose tags are counted
_FEWEST = 4  # tags from which their shares mean something

_CLOSE_BEFORE = [f"close_before.{count}" for count in range(6)]
_CLOSE_BEHIND = [f"close_behind.{count}" for count in range(5)]


def note_named(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """How often the narration names a candidate shortly before the turn, and shortly behind."""
    starts = scene.narration.starts
    back = scene.narration.back_from(turn.start)
    first = max(back - _MOST_BEFORE, bisect_right(starts, turn.start - _BEFORE))
    last = min(back + _MOST_BEHIND, bisect_left(starts, turn.end + _BEHIND))
    before, behind = Counter(scene.mentioned[first:back]), Counter(scene.mentioned[back:last])
    for entity, features in board.features.items():
        features.append(_CLOSE_BEFORE[min(before.get(entity, 0), 5)])
        features.append(_CLOSE_BEHIND[min(behind.get(entity, 0), 4)])


def note_tags_around(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Which share of the tags around names a candidate."""
    tags = scene.anchored
    around = tags[bisect_left(tags, (number - _TAGS,)) : bisect_right(tags, (number + _TAGS + 1,))]
    counts = Counter([entity for place, entity in around if place != number])
    total = sum(counts.values())
    if total >= _FEWEST:
        for entity, features in board.features.items():
            features.append(f"tags_around.{_share(counts.get(entity, 0), total)}")


def _share(part: int, whole: int) -> str:
    if not part:
        return "none"
    share = part / whole
    return "few" if share < 0.08 else "some" if share < 0.2 else "many" if share < 0.4 else "most"
