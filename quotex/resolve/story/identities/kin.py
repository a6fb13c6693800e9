"""Who is told of by a word for kin and called by another: "their mother" is "Mama", "my sister" soon "Rose"."""

from __future__ import annotations

from collections import defaultdict

from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import given_names
from quotex.lexicon.nouns import family_words
from quotex.resolve.story.identities.facts import Facts
from quotex.resolve.story.unnamed.named_by_place import APPOSED
from quotex.resolve.story.unnamed.people import DescribedPerson

_SOON = 1_500  # characters behind "my sister" in which her name may first stand


def by_family_word(facts: Facts) -> dict[int, int]:
    """Return who is called "Mama" by others and "their mother" by the story."""
    words = family_words()
    relations: dict[str, set[int]] = defaultdict(set)
    for person in facts.unnamed.people:
        relations[person.head].add(person.number)
    for number, member in enumerate(facts.cast.entities):
        if number in facts.told and member.name.casefold() in words:
            relations[words[member.name.casefold()]].add(number)
    found = {}
    for number, member in enumerate(facts.cast.entities):
        relation = words.get(member.name.casefold())
        if relation and number not in facts.told and not member.given and len(relations[relation]) == 1:
            found[number] = min(relations[relation])
    return found


def by_relation(facts: Facts) -> dict[int, int]:
    """Return who tells of "my sister" soon calls her by her first name, as if the reader knew her."""
    found = {}
    for person in facts.unnamed.people:
        if person.name.startswith("my ") and person.head in words_of("same-age"):
            start = min([person.first, *(s.start for s in facts.narration.seen if s.entity == person.number)])
            soon = (n for n, at in facts.first_places.items() if 0 < at - start < _SOON and n in facts.told)
            named = [n for n in soon if facts.may_be(person.number, n) and _is_known_by(facts, person, n)]
            if len(named) == 1:
                found[person.number] = named[0]
    return found


def _is_known_by(facts: Facts, person: DescribedPerson, name: int) -> bool:
    """Tell whether a name is a first name alone, of the same sex, and never stands close to the description."""
    member = facts.cast.entities[name]
    tags = {turn.tag[0] for turn in facts.turns if turn.tag is not None}
    told = [seen for seen in facts.narration.seen if seen.start not in tags]
    places = {n: [seen.start for seen in told if seen.entity == n] for n in (person.number, name)}
    apart = all(abs(one - other) > APPOSED for one in places[person.number] for other in places[name])
    sex = member.gender is not None and member.gender == facts.unnamed.gender(person.number)
    return apart and sex and member.name.casefold() in given_names()
