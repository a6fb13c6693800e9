"""Who says "I" in the narration of a story told in the first person, and by which name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotex.detect.genre import SHORT
from quotex.lexicon.names import titles
from quotex.lexicon.nouns import noun_gender
from quotex.patterns import plain
from quotex.resolve.story.called import Calls
from quotex.resolve.story.narration import narrated
from quotex.resolve.story.turns import Turn, spoken_parts
from quotex.resolve.story.vocatives import Vocative, names_oneself

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast, CastMember
    from quotex.resolve.people.mention import Mention

# How often the narration says "I", in a thousand characters: 2.4 and more in the annotated stories told in the first
# person, 1.6 and less in the others, whose authors speak up and quote letters.
_FIRST_PERSON = 2.0
_I = plain(r"\b(?:I|me|my|myself)\b")
_STRONG = 2


def find_narrator(text: str, turns: Sequence[Turn], cast: Cast, *, signer: int | None = None) -> int | None:
    """Return the entity that narrates in the first person, or None when nobody does: «I said», «I shrugged. "No."».

    The narrator's name is the one by which others address "I" in the turns beside «I said» and which tags never
    name as a speaker, or who has signed the letter; without such a name a new entity "I" is added to the cast.
    """
    own = [number for number, turn in enumerate(turns) if turn.kind == "narrator"]
    acting = [number for number, turn in enumerate(turns) if turn.beat_narrator]
    short = len(text) < SHORT  # there who tells a story in the first person may speak without «I said»
    if not (own or acting or short) or _first_person(text, turns) < _FIRST_PERSON * (1 if own or acting else 2):
        return None
    known = getattr(cast, "narrator", None)
    if known is not None:
        return int(known)
    if signer is not None:
        return signer
    found = _own_name(text, turns, _outside(turns, cast))
    if found is None:
        found = _addressed(turns, own or acting)
    if found is None and short:
        found = _called_by_title(text, turns, cast)
    if found is None and short:
        calls = Calls(text, turns, cast, {mention.entity for mention in _outside(turns, cast)})
        given = calls.given()
        found = calls.narrator() if given is None else given
    if found is None:
        return cast.add("I", type="person")
    _name_in_full(cast.entities[found])
    return found


def _first_person(text: str, turns: Sequence[Turn]) -> float:
    """Return how often the narration says "I" in a thousand characters."""
    pieces = [text[start:end] for start, end in narrated(text, spoken_parts(turns))]
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


def _outside(turns: Sequence[Turn], cast: Cast) -> list[Mention]:
    """Return the mentions by name that are not spoken."""
    parts = sorted(spoken_parts(turns))
    starts = [start for start, _ in parts]
    return [m for m in cast.mentions if (at := bisect_right(starts, m.start)) == 0 or m.start >= parts[at - 1][1]]


def _own_name(text: str, turns: Sequence[Turn], outside: Sequence[Mention]) -> int | None:
    """Return whose name the narration gives as its own («I am Ann»), or words that «I said» follows."""
    for mention in outside:
        if names_oneself(text, mention.start, mention.end):
            return mention.entity
    return next((turn.own_name for turn in turns if turn.kind == "narrator" and turn.own_name is not None), None)


def _called_by_title(text: str, turns: Sequence[Turn], cast: Cast) -> int | None:
    """Return the only one who is called «Mr. Lee» and of whom nobody tells: in a short story who tells it.

    Where «my mother» speaks, «Mrs. Lee» is she.
    """
    others = [(turn, before) for turn, before in zip(turns, (None, *turns), strict=False) if turn.kind != "narrator"]
    called = {v.entity for turn, before in others for v in turn.vocatives if _is_call(v, turn, before)}
    told = {entity for turn in turns for entity in (turn.tag_entity, turn.tag_to) if entity is not None}
    told |= {entity for turn in turns if turn.kind == "narrator" for entity in turn.named}
    told |= {mention.entity for mention in _outside(turns, cast)}
    left = {n for n in called - told if not _is_short_for(cast, n, told)}
    titled = [n for n in left if cast.entities[n].titles and not cast.entities[n].titles & _kin_titles()]
    if len(titled) != 1 or len(left) != 1 or cast.entities[titled[0]].gender in _my_people(text, turns, titled[0]):
        return None
    return titled[0]


def _is_short_for(cast: Cast, called: int, told: set[int]) -> bool:
    """Tell whether a title with an initial shortens the name of somebody told of: «Mrs S.» is Mrs Szymanska."""
    initial = cast.entities[called].name.split()[-1].rstrip(".")
    return len(initial) == 1 and any(cast.entities[n].name.split()[-1][:1] == initial for n in told)


def _is_call(name: Vocative, turn: Turn, before: Turn | None) -> bool:
    """Tell whether a name set off in a turn calls its bearer: alone it may answer a question, "Who?" «"Mr. Lee."»."""
    return name.at != "alone" or len(turn.parts) > 1 or before is None or before.ends != "?"


def _my_people(text: str, turns: Sequence[Turn], called: int) -> set[str | None]:
    """Return of which gender the narrator's people are who speak («said my mother») and do not call somebody."""
    relations: dict[str, bool] = {}
    for turn in turns:
        words = text[slice(*turn.tag)].lower().split() if turn.tag is not None else []
        if words[:1] == ["my"]:
            calls = any(vocative.entity == called for vocative in turn.vocatives)
            relations[words[-1]] = relations.get(words[-1], False) or calls
    return {noun_gender(relation) for relation, calls in relations.items() if not calls}


@cache
def _kin_titles() -> frozenset[str]:
    return frozenset(canonical for canonical, _, kind in titles().values() if kind == "kin")


def _addressed(turns: Sequence[Turn], own: Sequence[int]) -> int | None:
    calls: Counter[int] = Counter()
    tags = Counter(turn.tag_entity for turn in turns if turn.kind == "name" and turn.tag_entity is not None)
    for number in own:
        for at in (number - 1, number + 1):
            if not 0 <= at < len(turns) or turns[at].kind == "narrator" or turns[at].beat_narrator:
                continue
            if abs(turns[at].first - turns[number].first) <= 2:
                answer = at > number and turns[number].ends == "?"  # "Who?" said I. "Father Doyle."
                calls.update({v.entity for v in turns[at].vocatives if not (answer and v.at == "alone")})
    ranked = [(count - 2 * tags[entity], -entity) for entity, count in calls.items()]
    if not ranked or max(ranked)[0] < _STRONG:
        return None
    return -max(ranked)[1]
