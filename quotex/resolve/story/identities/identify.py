"""Whom a story first describes and then lets somebody name: "the dragon" who is called Mr. Grimbald."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quotex.lexicon import load_words
from quotex.resolve.story.identities.calls import by_call, by_partner
from quotex.resolve.story.identities.facts import Facts
from quotex.resolve.story.identities.forms_of_address import (
    bearers_of_titles,
    owners_of_forms,
    owners_of_nouns,
    short_kin_names,
)
from quotex.resolve.story.identities.inner_voices import by_inner_voice
from quotex.resolve.story.identities.kin import by_family_word, by_relation
from quotex.resolve.story.identities.own_names import by_fuller_name, by_own_name
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.unnamed.named_by_place import NamesByPlace
from quotex.resolve.story.unnamed.people import Unnamed

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_OTHERS = load_words("relations") | {"voice"}  # who are seldom called by name where only a first reading shows it


def identify(text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
    """Make those who are described and later named one person, in the turns and the narration."""
    facts = Facts(text, turns, narration, unnamed, cast)
    placed = _by_place(facts)
    own = by_own_name(facts, placed)
    owners = {
        **by_relation(facts),
        **by_partner(facts),
        **by_call(facts),
        **by_family_word(facts),
        **by_inner_voice(facts),
        **placed,
        **own,
    }
    owners.update(by_fuller_name(facts))
    nouns = owners_of_nouns(text, turns, narration, unnamed, facts.may_be)
    taken = set(owners.values())
    owners = {**{called: name for called, name in nouns.items() if name not in taken}, **owners}
    forms = owners_of_forms(turns, cast, facts.told | owners.keys() | set(owners.values()), facts.fits, facts.head)
    owners = {**forms, **owners, **short_kin_names(turns, cast, facts.told)}
    for called, bearer in bearers_of_titles(turns, cast).items():
        owners.update({owners.get(called, called): bearer, called: bearer})
    _join(owners, turns, narration, unnamed, cast)


def recognise(
    text: str,
    turns: Sequence[Turn],
    narration: Narration,
    unnamed: Unnamed,
    cast: Cast,
    speakers: Sequence[int | None],
) -> bool:
    """Do the same for those whom a first reading shows to give a name or to be called by one.

    Args:
        text: The text.
        turns: Its turns.
        narration: Its mentions outside quotations.
        unnamed: Those who are described.
        cast: Those who are named.
        speakers: Who speaks each turn, where the first reading tells.

    Returns:
        Whether anybody was recognised.
    """
    facts = Facts(text, turns, narration, unnamed, cast, speakers)
    own = by_own_name(facts)
    called = by_partner(facts)
    found = {of: name for of, name in called.items() if facts.is_known_name(name)} | own
    already = unnamed.recognised
    owners = {of: name for of, name in found.items() if name not in already and facts.head(of) not in _OTHERS}
    _join(owners, turns, narration, unnamed, cast)
    return bool(owners)


def _join(owners: dict[int, int], turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
    """Give those who are one person one number: ``owners`` is {number that goes: number that stays}."""
    if not owners:
        return
    owners = {gone: _last(owners, gone) for gone in owners}
    for turn in turns:
        turn.renumber(_Places(owners))
    narration.renumber(_Places(owners))
    for turn in turns:
        if turn.own_name is not None and turn.own_name == turn.tag_entity:
            unnamed.sure.append(turn)
    for described, name in owners.items():
        if described >= unnamed.first:
            unnamed.name(described, name)
            member, gender = cast.entities[name], unnamed.gender(described)
            if member.gender is None and gender in ("female", "male"):
                member.gender = "female" if gender == "female" else "male"


def _last(owners: Mapping[int, int], number: int) -> int:
    """Return the end of a chain of owners: who is the woman is Lee, and Lee is Mrs. Ann Lee."""
    seen = {number}
    while number in owners and owners[number] not in seen:
        number = owners[number]
        seen.add(number)
    return number


class _Places(dict[int, int]):
    """New numbers for some entities; the others keep theirs."""

    def __missing__(self, entity: int) -> int:
        return entity


def _by_place(facts: Facts) -> dict[int, int]:
    """By where a name stands: «the mandarin, Lord Trinh», «a girl … Her name was Ann», «Interpreter Nara»."""
    found: dict[int, set[int]] = defaultdict(set)
    places = NamesByPlace(facts.text, facts.turns, facts.narration, facts.unnamed, facts.cast)
    for described, name in places.pairs(facts.first_places):
        if facts.may_be(described, name):
            found[described].add(name)
    return {described: min(names) for described, names in found.items() if len(names) == 1}
