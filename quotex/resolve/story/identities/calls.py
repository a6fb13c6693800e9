"""Who is described by the story and called by a name: «"Open wide, Mr. Grimbald," said the nurse to the dragon»."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from quotex.lexicon.nouns import family_words
from quotex.patterns import pattern
from quotex.resolve.story.identities.facts import Facts
from quotex.resolve.story.identities.forms_of_address import is_form
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn

_OPENS = pattern(r"(?:^|[.!?…”’\"']\s|\n|\b(?:Now|And|But|Then|So)\s)$")
_EPITHET = pattern(r"\sthe\s(?P<words>(?:[\p{Ll}-]{2,20}\s){1,3})")
_LEAD = 6  # characters before a name
_ANSWERS = 10  # turns before one whose speaker may be the one talked with


def by_call(facts: Facts) -> dict[int, int]:
    """Return who is first heard of when somebody calls one who is only described: «"Open wide, Mr. Grimbald."».

    Who speaks next may be anybody, unless the narration uses the name too.
    """
    first = facts.first_places
    found: dict[int, int] = {}
    for caller, other in _beside(facts):
        for vocative in caller.vocatives:
            if vocative.at == "alone" and _is_answer(facts, caller, vocative.end, other):
                continue
            new = first.get(vocative.entity) == vocative.start and vocative.entity != caller.own_name
            who = facts.who(other)
            new = new and not _calls_by_noun(facts, caller, who) and not _answered_by_act(facts, caller)
            new = new and (other.start < caller.start or vocative.entity in facts.told)
            new = new and facts.may_be(who, vocative.entity) and facts.who(caller) != who
            if new and not _is_told_otherwise(facts, who or 0, vocative.entity):
                found.setdefault(who or 0, vocative.entity)
    for described, name in _acting_when_called(facts):
        found.setdefault(described, name)
    names = Counter(found.values())
    return _towards_names(facts, [(described, name) for described, name in found.items() if names[name] == 1])


def _acting_when_called(facts: Facts) -> Iterator[tuple[int, int]]:
    """Yield who is described and acts right behind the first call of a name: «"Ivo?" The apprentice looked up.»."""
    for caller in facts.turns:
        last = caller.vocatives[-1] if caller.vocatives else None
        if last is None or facts.text[last.end : caller.end] not in ("?", "!", ".") or last.entity == caller.own_name:
            continue
        first = facts.first_places.get(last.entity) == last.start
        start = caller.tail[0] if caller.tail is not None else -1
        for seen in facts.narration.between(start, start + 1) if first else ():
            if seen.role == "subject" and facts.may_be(seen.entity, last.entity) and seen.entity != facts.who(caller):
                yield seen.entity, last.entity


def _towards_names(facts: Facts, pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Let each described one go for a name, save where the name says no more."""
    return dict((name, of) if _says_as_much(facts, of, name) else (of, name) for of, name in pairs)


def _is_answer(facts: Facts, turn: Turn, end: int, other: Turn) -> bool:
    """Tell whether a name alone may answer a question: «"What was her name?" "Alice."».

    It calls the one who speaks next where it cries out or where more follows: «"Alice," she said, "come in."».
    """
    calls = len(turn.parts) > 1 and turn.start < other.start and turn.parts[0][0] <= end <= turn.parts[0][1]
    return facts.text[end : end + 1] != "!" and not (calls and facts.text[end : end + 1] == ",")


def by_partner(facts: Facts) -> dict[int, int]:
    """Return who is first named when somebody calls the one talked with, whom tags only describe further off."""
    first = facts.first_places
    found: dict[int, set[int]] = defaultdict(set)
    for number, caller in enumerate(facts.turns):
        for called in caller.vocatives if caller.own_name is None else ():
            new = first.get(called.entity) == called.start and called.entity in facts.told
            partner = _partner(facts, number, called.entity) if new and called.at != "alone" else None
            if partner is None or _is_told_otherwise(facts, partner, called.entity):
                continue
            if not (_calls_by_noun(facts, caller, partner) or _answered_by_act(facts, caller)):
                found[partner].add(called.entity)
    names = Counter(name for named in found.values() for name in named)
    pairs = [(of, min(named)) for of, named in found.items() if len(named) == 1 == names[min(named)]]
    return _towards_names(facts, pairs)


def _is_told_otherwise(facts: Facts, described: int, name: int) -> bool:
    """Tell whether the narration says what the bearer of a name is, and not the noun of somebody described.

    «Now Quill the water rat was in his bath» tells that he is not the snail.
    """
    epithets = (
        _EPITHET.match(facts.text, seen.end)
        for seen in facts.narration.seen
        if seen.entity == name and _OPENS.search(facts.text, max(0, seen.start - _LEAD), seen.start)
    )
    return any(found is not None and facts.head(described) not in found["words"].split() for found in epithets)


def _partner(facts: Facts, number: int, called: int) -> int | None:
    """Return the one described whom the tags before a turn show to talk with its speaker, who fits the name."""
    caller = facts.turns[number]
    own = {facts.who(caller), None}
    for other in reversed(facts.turns[max(0, number - _ANSWERS) : number]):
        if other.section != caller.section:
            return None
        who = facts.who(other)
        if other.run == caller.run and (other.step - caller.step) % 2 == 0:
            own.add(who)
        elif who not in own and facts.fits(who or 0, called):
            one = other.nominal not in ("voice", "several") and facts.may_be(who, called)
            return who if one else None
    return None


def _answered_by_act(facts: Facts, caller: Turn) -> bool:
    """Tell whether somebody with a name does right behind what a turn asks: «"Breathe, Gus." Pappas breathed»."""
    start = caller.tail[0] if caller.tail is not None else -1
    acting = facts.narration.between(start, start + 1)
    named = [seen.entity for seen in acting if seen.role == "subject" and seen.entity < facts.unnamed.first]
    return caller.ends in ".!" and bool(set(named) - {caller.tag_entity})


def _calls_by_noun(facts: Facts, caller: Turn, described: int | None) -> bool:
    """Tell whether somebody described is called by the noun, so that a name beside it is another's: «Ship, go»."""
    if described is None or described < facts.unnamed.first:
        return False
    head = facts.unnamed.people[described - facts.unnamed.first].head
    words = (facts.text[start:end] for start, end in caller.parts)
    return bool(head) and any(f"{head}," in part.casefold().replace(".", ",") for part in words)


def _says_as_much(facts: Facts, described: int, name: int) -> bool:
    """Tell whether a name says no more than the description: "Brother Fox" the fox, or what anybody is called."""
    head = facts.unnamed.people[described - facts.unnamed.first].head
    words = facts.cast.entities[name].name.casefold().split()
    return head in words or words[0] in family_words() or is_form(facts.cast, name)


def _beside(facts: Facts) -> Iterator[tuple[Turn, Turn]]:
    for left, right in pairwise(facts.turns):
        if right.gap in (ADJACENT, ONE_BETWEEN):
            yield left, right
            yield right, left
