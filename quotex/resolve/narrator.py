"""Who says "I" in the narration of a story told in the first person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.resolve.scenes import Turn

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast

_FEWEST, _SHARE = 3, 0.01
_STRONG = 2


def find_narrator(turns: Sequence[Turn], cast: Cast) -> int | None:
    """Return the entity that narrates in the first person, or None when nobody says "I said".

    The narrator's name is the one by which others address "I" in the turns beside «I said» and which tags never
    name as a speaker; without such a name a new entity "I" is added to the cast.
    """
    own = [number for number, turn in enumerate(turns) if turn.kind == "narrator"]
    if len(own) < _FEWEST or len(own) < _SHARE * len(turns):
        return None
    known = getattr(cast, "narrator", None)
    if known is not None:
        return int(known)
    name = _addressed(turns, own)
    return name if name is not None else cast.add("I", type="person")


def _addressed(turns: Sequence[Turn], own: Sequence[int]) -> int | None:
    calls: Counter[int] = Counter()
    tags = Counter(turn.tag_entity for turn in turns if turn.kind == "name" and turn.tag_entity is not None)
    for number in own:
        for at in (number - 1, number + 1):
            if 0 <= at < len(turns) and abs(turns[at].first - turns[number].first) <= 2:
                if turns[at].kind != "narrator":
                    calls.update({vocative.entity for vocative in turns[at].vocatives})
    ranked = [(count - 2 * tags[entity], -entity) for entity, count in calls.items()]
    if not ranked or max(ranked)[0] < _STRONG:
        return None
    return -max(ranked)[1]
