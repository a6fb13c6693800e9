"""Who says "I" in the narration of a story told in the first person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.resolve.forms import titles
from quotex.resolve.scenes import Turn

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast, CastMember

# A novel needs several «I said», since a letter or a quoted story may hold one; in a short text one in twelve will do.
_FEWEST, _SHARE, _SHORT_SHARE = 3, 0.01, 0.08
_FEWEST_BEATS = 2  # where nobody says «I said»
_STRONG = 2


def find_narrator(turns: Sequence[Turn], cast: Cast) -> int | None:
    """Return the entity that narrates in the first person, or None when nobody does: «I said», «I shrugged. "No."».

    The narrator's name is the one by which others address "I" in the turns beside «I said» and which tags never
    name as a speaker; without such a name a new entity "I" is added to the cast.
    """
    own = [number for number, turn in enumerate(turns) if turn.kind == "narrator"]
    acting = [number for number, turn in enumerate(turns) if turn.beat_narrator]
    often = len(own) >= _FEWEST and len(own) >= _SHARE * len(turns)
    shown = bool(own) or len(acting) >= _FEWEST_BEATS
    if not often and not (shown and len(own) + len(acting) >= _SHORT_SHARE * len(turns)):
        return None
    known = getattr(cast, "narrator", None)
    if known is not None:
        return int(known)
    found = _addressed(turns, own or acting)
    if found is None:
        return cast.add("I", type="person")
    _name_in_full(cast.entities[found])
    return found


def _name_in_full(member: CastMember) -> None:
    """Join given name and surname of a narrator, whom nobody calls by both: "Ann" and "Miss Lee" make Ann Lee."""
    if member.given or " " in member.name:
        return
    for form, _ in member.forms.most_common():
        words = form.split()
        if len(words) == 2 and words[0].rstrip(".").lower() in titles() and words[1] not in (member.name, "I"):
            member.name = f"{member.name} {words[1]}"
            return


def _addressed(turns: Sequence[Turn], own: Sequence[int]) -> int | None:
    calls: Counter[int] = Counter()
    tags = Counter(turn.tag_entity for turn in turns if turn.kind == "name" and turn.tag_entity is not None)
    for number in own:
        for at in (number - 1, number + 1):
            if not 0 <= at < len(turns) or turns[at].kind == "narrator" or turns[at].beat_narrator:
                continue
            if abs(turns[at].first - turns[number].first) <= 2:
                answer = at > number and turns[number].ends == "?"  # "Who?" said I. "Father Doyle."
                calls.update({v.entity for v in turns[at].vocatives if not (answer and v.place == "alone")})
    ranked = [(count - 2 * tags[entity], -entity) for entity, count in calls.items()]
    if not ranked or max(ranked)[0] < _STRONG:
        return None
    return -max(ranked)[1]
