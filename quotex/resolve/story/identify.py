"""Whom a story first describes and then lets somebody name: "the dragon" who is called Mr. Grimbald."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.lexicon import load_table
from quotex.patterns import pattern
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn
from quotex.resolve.story.unnamed.described import Unnamed

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_ASKS_NAME = pattern(r"\b(?:name|who\sare\syou|you\sare|call\syou|called)\b[^?]{0,20}\?")


def identify(text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
    """Make those who are described and later named one person, in the turns and the narration."""
    story = _Story(text, turns, narration, unnamed, cast)
    owners = {**story.by_own_name(), **story.by_call(), **story.by_family_word()}
    if not owners:
        return
    for turn in turns:
        turn.renumber(_Places(owners))
    narration.renumber(_Places(owners))
    for described, name in owners.items():
        if described >= unnamed.first:
            unnamed.name(described, name)


class _Places(dict[int, int]):
    """New numbers for some entities; the others keep theirs."""

    def __missing__(self, entity: int) -> int:
        return entity


class _Story:
    """Who may be one person: the rules.  Each returns {number that goes: number that stays}."""

    def __init__(self, text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
        self._text, self._turns, self._narration = text, turns, narration
        self._unnamed, self._cast = unnamed, cast
        self._talk = {
            pair
            for left, right in pairwise(turns)
            if right.gap in (ADJACENT, ONE_BETWEEN) and left.tag_entity is not None and right.tag_entity is not None
            for pair in ((left.tag_entity, right.tag_entity), (right.tag_entity, left.tag_entity))
        }

    def by_own_name(self) -> dict[int, int]:
        """«"I am Unit Four," said the librarian», «"And you are?" "Saoirse," said the new girl»."""
        found = {}
        for number, turn in enumerate(self._turns):
            name = turn.own_name
            if name is None and number and self._asks_name(self._turns[number - 1]):
                name = next((v.entity for v in turn.vocatives if v.at == "alone"), None)
            if name is not None and self._may_be(turn.tag_entity, name):
                found[turn.tag_entity or 0] = name
        return found

    def _asks_name(self, turn: Turn) -> bool:
        return _ASKS_NAME.search(self._text, turn.start, turn.end + 1) is not None

    def by_call(self) -> dict[int, int]:
        """Who is first heard of when somebody calls one who is only described: «"Open wide, Mr. Grimbald."»."""
        first = self._first_places()
        found: dict[int, int] = {}
        for caller, other in self._beside():
            for vocative in caller.vocatives:
                new = first.get(vocative.entity) == vocative.start
                if new and self._may_be(other.tag_entity, vocative.entity) and caller.tag_entity != other.tag_entity:
                    found.setdefault(other.tag_entity or 0, vocative.entity)
        names = Counter(found.values())
        pairs = [(described, name) for described, name in found.items() if names[name] == 1]
        return dict((name, of) if self._says_as_much(of, name) else (of, name) for of, name in pairs)

    def _says_as_much(self, described: int, name: int) -> bool:
        """Tell whether a name only says what the description does: "Brother Fox", called out to the fox."""
        head = self._unnamed.people[described - self._unnamed.first].head
        return head in self._cast.entities[name].name.casefold().split()

    def _first_places(self) -> dict[int, int]:
        """Return where each name first stands, in the narration or in somebody's words."""
        first: dict[int, int] = {}
        for mention in self._cast.mentions:
            first.setdefault(mention.entity, mention.start)
        return first

    def _beside(self) -> Iterator[tuple[Turn, Turn]]:
        for left, right in pairwise(self._turns):
            if right.gap in (ADJACENT, ONE_BETWEEN):
                yield left, right
                yield right, left

    def by_family_word(self) -> dict[int, int]:
        """Who is called "Mama" by others and "their mother" by the story."""
        words = {row[0]: row[1] for row in load_table("family_words")}
        told = {seen.entity for seen in self._narration.seen} | {turn.tag_entity for turn in self._turns}
        relations: dict[str, set[int]] = defaultdict(set)
        for person in self._unnamed.people:
            relations[person.head].add(person.number)
        for number, member in enumerate(self._cast.entities):
            if number in told and member.name.casefold() in words:
                relations[words[member.name.casefold()]].add(number)
        found = {}
        for number, member in enumerate(self._cast.entities):
            relation = words.get(member.name.casefold())
            if relation and number not in told and not member.given and len(relations[relation]) == 1:
                found[number] = min(relations[relation])
        return found

    def _may_be(self, described: int | None, name: int) -> bool:
        """Tell whether somebody described may bear a name: the two never talk to each other, and fit in gender."""
        if described is None or described < self._unnamed.first or name >= self._unnamed.first:
            return False
        person, member = self._unnamed.people[described - self._unnamed.first], self._cast.entities[name]
        fits = member.gender is None or person.gender in (member.gender, None)
        return fits and bool(person.head) and not member.given and (described, name) not in self._talk
