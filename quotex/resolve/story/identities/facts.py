"""What a story tells of its people that helps to see who may be one person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.lexicon.names import given_names
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn
from quotex.resolve.story.unnamed.people import Unnamed

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast


class Facts:
    """Who speaks, who is told of and who talks to whom, and whether somebody described may bear a name.

    Args:
        text: The text.
        turns: Its turns.
        narration: Its mentions outside quotations.
        unnamed: Those who are described.
        cast: Those who are named.
        speakers: Who speaks each turn, where a first reading tells.
    """

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        unnamed: Unnamed,
        cast: Cast,
        speakers: Sequence[int | None] = (),
    ) -> None:
        self.text, self.turns, self.narration = text, turns, narration
        self.unnamed, self.cast = unnamed, cast
        shown = speakers or [None] * len(turns)
        self.shown = {id(turn): speaker for turn, speaker in zip(turns, shown, strict=True)}
        self.told = {seen.entity for seen in narration.seen}
        self.told.update(turn.tag_entity for turn in turns if turn.tag_entity is not None)
        self.talk = {
            pair
            for left, right in pairwise(turns)
            if right.gap in (ADJACENT, ONE_BETWEEN) and left.tag_entity is not None and right.tag_entity is not None
            for pair in ((left.tag_entity, right.tag_entity), (right.tag_entity, left.tag_entity))
        }

    def who(self, turn: Turn) -> int | None:
        """Return who speaks a turn, by its tag or by the first reading."""
        return turn.tag_entity if turn.tag_entity is not None else self.shown[id(turn)]

    @cached_property
    def first_places(self) -> dict[int, int]:
        """Return where each name first stands, in the narration or in somebody's words."""
        first: dict[int, int] = {}
        for mention in self.cast.mentions:
            first.setdefault(mention.entity, mention.start)
        return first

    def is_known_name(self, name: int) -> bool:
        """Tell whether a name is more than an unknown word that somebody calls out: «"Yes, Mynheer."»."""
        if name >= self.unnamed.first:
            return False
        member = self.cast.entities[name]
        first = member.name.split()[0].casefold()
        return name in self.told or bool(member.titles) or first in given_names()

    def may_be(self, described: int | None, name: int) -> bool:
        """Tell whether somebody described may bear a name: the two never talk to each other, and fit in gender."""
        if described is None or described < self.unnamed.first or name >= self.unnamed.first:
            return False
        person, member = self.unnamed.people[described - self.unnamed.first], self.cast.entities[name]
        free = bool(person.head) and not person.several and not member.given and (described, name) not in self.talk
        free = free and name != self.cast.narrator
        return free and self.fits(described, name)

    def head(self, entity: int) -> str:
        """Return the noun of somebody without a name, or ""."""
        first = self.unnamed.first
        return self.unnamed.people[entity - first].head if entity >= first else ""

    def fits(self, one: int, name: int) -> bool:
        """Tell whether nothing shows that somebody and the bearer of a name differ in gender."""
        gender = self.cast.entities[name].gender
        first = self.unnamed.first
        own = self.unnamed.gender(one) if one >= first else self.cast.entities[one].gender
        return gender is None or own in (gender, None)
