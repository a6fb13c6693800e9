"""Who is there: whom the narration names shortly before and behind a turn, and whom the tags around it name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from quotex.resolve.story.candidates import Board
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.turns import Turn

_BEFORE, _BEHIND = 2_000, 1_200  # characters in which the narration names those who are there
_MOST_BEFORE, _MOST_BEHIND = 25, 12  # mentions that are counted in them
_TAGS = 25  # turns on each side whose tags are counted
_FEWEST = 4  # tags from which their shares mean something
_CLOSE_BEFORE = [f"close_before.{count}" for count in range(6)]
_CLOSE_BEHIND = [f"close_behind.{count}" for count in range(5)]
_PART_NAMES = [[f"part.{before}{after}" for after in range(4)] for before in range(4)]
_AROUND = 10  # turns on each side in which people are talked of
_PAIRS = 4  # neighbours with a tag from which it counts who speaks beside somebody
_AROUND_NAMES = [[f"around.{called}{about}" for about in range(4)] for called in range(3)]


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


def note_prominence(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """How much of all tags an entity has."""
    for entity, features in board.features.items():
        features.append(scene.prominence(entity))


def note_scene(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who takes part in the scene: tags, beats and addresses of the turns around, counted on both sides."""
    counts_before, counts_after = scene.part_before(number), scene.part_after(number)
    for entity, features in board.features.items():
        before, after = counts_before.get(entity, 0), counts_after.get(entity, 0)
        features.append(_PART_NAMES[min(before, 3)][min(after, 3)])


def note_given(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Where a given cast has nearly all whom tags name, others seldom speak."""
    if scene.covered:
        given = scene.words.given
        for entity, features in board.features.items():
            if entity >= len(given):
                features.append("given.unnamed")
            elif not given[entity]:
                features.append("given.not")


def note_run(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Who is known to speak in the exchange that the turn is part of, and how many they are."""
    known = scene.known_in_run(turn)
    size = min(len(known), 3)
    for entity, features in board.features.items():
        features.append(f"run.{size}.{'in' if entity in known else 'out'}")


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
