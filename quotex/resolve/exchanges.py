"""Who the two sides of an exchange are: what all turns of a run, not the neighbours alone, tell about a candidate.

In a run of turns that follow each other, those an even number of steps away are most likely by the same speaker, the
others by the partner.  The tags, addresses and pronouns of the whole run are counted by side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.candidates import Board, Scene
    from quotex.resolve.scenes import Turn

_REACH = 16  # turns on each side that belong to the exchange
_AROUND = 10  # turns on each side in which people are talked of
_PAIRS = 4  # neighbours with a tag from which it counts who speaks beside somebody
_OTHER = {"male": "female", "female": "male"}

_SIDES = ("mine", "theirs")
_AROUND_NAMES = [[f"around.{called}{about}" for about in range(4)] for called in range(3)]
Counts = dict[int, list[int]]


def note_sides(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """Tags, addresses and pronouns of the run on the side of this turn, and on the other side."""
    named: Counts = {}
    called: Counts = {}
    about: Counts = {}
    genders = {"male": [0, 0], "female": [0, 0]}
    for at in _run_around(scene, number):
        other = scene.turns[at]
        side = (other.step - turn.step) % 2
        if other.anchor is not None:
            named.setdefault(other.anchor, [0, 0])[side] += 1
        gender = other.tag_gender or other.beat_gender
        if gender in genders:
            genders[gender][side] += 1
        if other.addressed in genders:
            genders[other.addressed][1 - side] += 1
        for entity in scene.called[at]:
            called.setdefault(entity, [0, 0])[side] += 1
        for entity in scene.about[at]:
            about.setdefault(entity, [0, 0])[side] += 1
    for name, counts in (("side_named", named), ("side_called", called), ("side_about", about)):
        for entity, (mine, theirs) in counts.items():
            if entity in board.features:
                board.features[entity].append(f"{name}.{min(mine, 2)}{min(theirs, 2)}")
    _note_genders(scene, board, genders)


def _note_genders(scene: Scene, board: Board, genders: Mapping[str, Sequence[int]]) -> None:
    shown = {
        own: [
            f"side_gender.{name}_{min(genders[own][side], 2)}{min(genders[other][side], 2)}"
            for side, name in enumerate(_SIDES)
            if genders[own][side] or genders[other][side]
        ]
        for own, other in _OTHER.items()
    }
    if shown["male"]:
        for entity, features in board.features.items():
            features.extend(shown.get(scene.gender(entity) or "", ()))


def _run_around(scene: Scene, number: int) -> Iterator[int]:
    """Yield the numbers of the other turns of the run, within reach, that show anything."""
    telling, run = scene.telling, scene.turns[number].run
    for place in range(bisect_left(telling, number - _REACH), bisect_right(telling, number + _REACH)):
        at = telling[place]
        if at != number and scene.turns[at].run == run:
            yield at


def telling(turns: Sequence[Turn]) -> list[int]:
    """Return the numbers of the turns that show anything of the sides of an exchange."""
    return [
        number
        for number, turn in enumerate(turns)
        if turn.anchor is not None or turn.tag_gender or turn.beat_gender or turn.addressed or turn.named
    ]


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
