"""Who gives a name as his or her own: «"I am Unit Four," said the librarian», «"And you are?" "Ann," said the girl»."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from quotex.patterns import pattern
from quotex.resolve.story.identities.facts import Facts
from quotex.resolve.story.turns import ADJACENT, Turn

_ASKS_NAME = pattern(
    r"\b(?:(?:name|who\sare\syou|you\sare|call\syou|called)\b[^?]{0,20}\?|[Yy]ou\shave\sa\sname\b[^.?]{0,20}[.?])"
)
_IT_IS = pattern(r"\b[Ii]t(?:['’]s|\s(?:is|was))\s$")
_POLITE = 3  # words, from which on an address behind a name is none: «Tam, my lady»
_ANSWERS = 10  # turns before one in which somebody gives a name that may describe the same one


def by_own_name(facts: Facts, placed: Collection[int] = ()) -> dict[int, int]:
    """«"I am Unit Four," said the librarian», «"And you are?" "Saoirse," said the new girl».

    ``placed`` are those whose names are known, who give none where no tag shows it.
    """
    found: dict[int, int] = {}
    for number, turn in enumerate(facts.turns):
        if turn.own_name is None and number and _invites_name(facts, facts.turns[number - 1], turn):
            only = _only_name(facts, turn)
            turn.own_name = _answered_name(facts, turn) if only is None else only
        if turn.own_name is None:
            continue
        turn.vocatives = [v for v in turn.vocatives if v.entity != turn.own_name]
        described = turn.tag_entity if turn.tag_entity is not None else _introduced(facts, number, {*found, *placed})
        if facts.may_be(described, turn.own_name):
            found[described or 0] = turn.own_name
    return found


def _introduced(facts: Facts, number: int, named: Collection[int]) -> int | None:
    """Return who is described in a turn without a noun in its tag, in which somebody gives a name."""
    turn = facts.turns[number]
    if turn.kind == "narrator" or turn.beat_narrator or turn.own_name is None:
        return None
    acting = _acting(facts, turn)
    if acting:
        return acting[0] if acting[0] not in named and facts.may_be(acting[0], turn.own_name) else None
    return _answering(facts, number, named)


def _acting(facts: Facts, turn: Turn) -> list[int]:
    """Return who acts beside the words of a turn, the nearest before first, then those behind in text order."""
    beside = (*reversed(turn.mentions_before), *turn.mentions_after)
    return [seen.entity for seen in beside if seen.role == "subject"]


def by_fuller_name(facts: Facts) -> dict[int, int]:
    """«"My name is Lee. Mrs. Ann Lee."»: who gives a name gives it in full right behind."""
    found = {}
    for turn in facts.turns:
        said = [mention for part in turn.parts for mention in facts.narration.said_in(part)]
        for short, full in pairwise(said):
            again = facts.text[short.end : full.start].strip() in (".", ",") and short.entity == turn.own_name
            words = (facts.text[m.start : m.end].casefold().split() for m in (short, full))
            if again and full.entity != short.entity and next(words)[-1] in next(words):
                found[short.entity] = full.entity
                turn.own_name = full.entity
    return found


def _only_name(facts: Facts, turn: Turn) -> int | None:
    """Return whose name is all that a turn first says: «"Leonard."», «"Leo. Leo French."», «"Tam, my lady."»."""
    start, end = turn.parts[0]
    said = facts.narration.said_in(turn.parts[0])
    words = sum(len(facts.text[mention.start : mention.end].split()) for mention in said)
    named = {mention.entity for mention in said}
    whole = len(facts.text[start:end].split())
    polite = turn.addressed is not None and said and said[0].start == turn.start and whole - words < _POLITE
    return min(named) if len(named) == 1 and (words == whole or polite) else None


def _answered_name(facts: Facts, turn: Turn) -> int | None:
    """Return whose name answers the question for it: «"What's your name?" "Mine? It's Ann, my lady."»."""
    said = (mention for part in turn.parts for mention in facts.narration.said_in(part))
    return next((m.entity for m in said if _IT_IS.search(facts.text, max(turn.start, m.start - 8), m.start)), None)


def _answering(facts: Facts, number: int, named: Collection[int]) -> int | None:
    """Return who is described last before a turn in which somebody first gives a name: «"Ann."»."""
    turn = facts.turns[number]
    goes_on = turn.gap == ADJACENT and turn.before[0] == turn.before[1]
    asks = number > 0 and (goes_on or facts.turns[number - 1].ends == "?")
    beside = [facts.turns[number - 1]] if asks else []
    beside += [after for after in facts.turns[number + 1 : number + 2] if after.gap == ADJACENT]
    others = {facts.who(other) for other in beside}
    if turn.own_name is None or not turn.start <= facts.first_places.get(turn.own_name, -1) < turn.end:
        return None
    for other in reversed(facts.turns[max(0, number - _ANSWERS) : number]):
        who = facts.who(other)
        if other.section == turn.section and who not in (None, *others, *named) and facts.head(who or 0):
            return who if facts.may_be(who, turn.own_name) else None
    return None


def _invites_name(facts: Facts, turn: Turn, after: Turn) -> bool:
    """Tell whether a name is the answer to a turn: it asks for one, or its speaker has just given one.

    «"Onni," he said, "fetch the oars."» answers nobody, and calls.
    """
    asks = _ASKS_NAME.search(facts.text, turn.start, turn.end + 1) is not None
    return asks or (turn.own_name is not None and facts.text[after.parts[0][1] - 1] == ".")
