"""Who says "I" in the narration of a story told in the first person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.patterns import plain
from quotex.resolve.forms import titles
from quotex.resolve.narration import narrated
from quotex.resolve.scenes import Turn

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast, CastMember

# How often the narration says "I", in a thousand characters: 2.4 and more in the annotated stories told in the first
# person, 1.6 and less in the others, whose authors speak up and quote letters.
_FIRST_PERSON = 2.0
_I = plain(r"\b(?:I|me|my|myself)\b")
_STRONG = 2


def find_narrator(text: str, turns: Sequence[Turn], cast: Cast) -> int | None:
    """Return the entity that narrates in the first person, or None when nobody does: «I said», «I shrugged. "No."».

    The narrator's name is the one by which others address "I" in the turns beside «I said» and which tags never
    name as a speaker; without such a name a new entity "I" is added to the cast.
    """
    own = [number for number, turn in enumerate(turns) if turn.kind == "narrator"]
    acting = [number for number, turn in enumerate(turns) if turn.beat_narrator]
    if not (own or acting) or _first_person(text, turns) < _FIRST_PERSON:
        return None
    known = getattr(cast, "narrator", None)
    if known is not None:
        return int(known)
    found = _addressed(turns, own or acting)
    if found is None:
        return cast.add("I", type="person")
    _name_in_full(cast.entities[found])
    return found


def _first_person(text: str, turns: Sequence[Turn]) -> float:
    """Return how often the narration says "I" in a thousand characters."""
    pieces = [text[start:end] for start, end in narrated(text, turns)]
    return 1000 * sum(len(_I.findall(piece)) for piece in pieces) / max(1, sum(map(len, pieces)))


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
