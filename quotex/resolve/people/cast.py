"""The records of a cast: its members, their mentions by name, and how to find one in the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quotex.lexicon.function_words import ARTICLES
from quotex.lexicon.names import Gender
from quotex.patterns import pattern
from quotex.records import Entity
from quotex.resolve.people.gender import Votes
from quotex.resolve.people.mention import Mention, is_possessive

if TYPE_CHECKING:
    from quotex.records import SpeakerType

_ENDS_HEAD = pattern(
    r"[,(;:—–\[\]]|(?<!\w)(?:of|at|for|in|from|who|which|that|with|to|on|and|or|as|whose|by|but)(?!\w)"
)
_DEPENDS = pattern(r"(?<!\w)(?:of|at|for|in|from|with|to|on|by|about|against)\s(?:the\s|a\s)?(?:[\w’'-]+\s)?$")
Speakers = Iterable[str] | Mapping[str, Iterable[str]]


class CastMember:
    """One person or body, while the text is being read.

    Attributes:
        name: Best form of the name.
        forms: Each form as written, and how often.
        gender: "female", "male" or None.
        type: "person", "organization", "group" or "unknown".
        role: Office or work as the text gives it, or None.
        count: Number of mentions.
        aliases: Folded forms that name this entity alone.
        titles: Canonical titles it is given ("mr", "captain").
        given: Whether the caller's cast named it.
        named: Whether it bears a name; False for a nominal such as "the waiter".
        votes: Pronouns that follow its mentions.
    """

    __slots__ = ("aliases", "count", "forms", "gender", "given", "name", "named", "role", "titles", "type", "votes")

    def __init__(
        self, name: str, *, type: SpeakerType = "unknown", gender: Gender | None = None, role: str | None = None
    ) -> None:
        self.name = name
        self.type: SpeakerType = type
        self.gender = gender
        self.role = role
        self.forms: Counter[str] = Counter()
        self.count = 0
        self.aliases: set[str] = set()
        self.titles: set[str] = set()
        self.given = False
        self.named = True
        self.votes = Votes()

    def take(self, other: CastMember) -> None:
        """Add the names of somebody who turned out to be the same one."""
        self.forms.update(other.forms)
        self.count += other.count
        self.aliases |= other.aliases
        self.titles |= other.titles
        self.votes.add(other.votes)
        self.role = self.role or other.role
        self.gender = self.gender or other.gender

    def __repr__(self) -> str:
        return f"CastMember({self.name!r}, {self.type}, {self.gender}, {self.count})"


class Cast:
    """The entities of a text and their mentions by name, in text order.

    Attributes:
        text: The text that the offsets belong to.
        entities: Every entity; its place in this list is its number everywhere.
        mentions: Every mention by name, by start, not overlapping.
        narrator: Number of the first-person narrator, once somebody has found it, or None.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.entities: list[CastMember] = []
        self.mentions: list[Mention] = []
        self.narrator: int | None = None
        self._starts: list[int] | None = None
        self._names: dict[str, int] | None = None

    def mention_at(self, start: int, end: int, text: str) -> Mention | None:
        """Return the mention that is the head of a noun phrase.

        "Ashdown campaign manager Ann Bell" is Bell, "Tom Reed, president of the Harbour Union" is Reed, and
        "a spokesman for Ann Bell" is nobody by name.
        """
        chosen: Mention | None = None
        first = max(bisect_left(self._offsets(), start) - 1, 0)
        for mention in self.mentions[first : first + 40]:
            if mention.start >= end:
                break
            if mention.end <= start:
                continue
            if chosen is not None:
                if _ENDS_HEAD.search(text, chosen.end, mention.start):
                    break
            elif (
                mention.end + 2 < end
                and is_possessive(text, mention.end)
                or mention.start > start
                and _DEPENDS.search(text, max(start, mention.start - 24), mention.start)
            ):
                continue
            chosen = mention
        return chosen

    def entity_of(self, start: int, end: int) -> int | None:
        """Return the entity whose mention is the head of a noun phrase, or None when it holds no name."""
        mention = self.mention_at(start, end, self.text)
        return None if mention is None else mention.entity

    def find(self, name: str) -> int | None:
        """Return the entity that bears a name or has it as an unshared form."""
        if self._names is None:
            self._names = {}
            for number, member in enumerate(self.entities):
                for alias in (member.name, *member.aliases):
                    self._names.setdefault(fold(alias), number)
        return self._names.get(fold(name))

    def add(
        self,
        name: str,
        *,
        type: SpeakerType = "unknown",
        gender: Gender | None = None,
        role: str | None = None,
        mention: tuple[int, int] | None = None,
    ) -> int:
        """Add an entity that no name was found for ("the waiter", the narrator "I"), and return its number."""
        member = CastMember(name, type=type, gender=gender, role=role)
        member.named = False
        if mention is not None:
            member.forms[name] = member.count = 1
        self.entities.append(member)
        if self._names is not None:
            self._names.setdefault(fold(name), len(self.entities) - 1)
        return len(self.entities) - 1

    def join(self, owners: Mapping[int, int]) -> dict[int, int]:
        """Make the entities that are keys of the mapping those that they are mapped to; return all new numbers."""
        kept = [number for number in range(len(self.entities)) if number not in owners]
        places = {number: place for place, number in enumerate(kept)}
        places.update({gone: places[owner] for gone, owner in owners.items()})
        for gone, owner in owners.items():
            self.entities[owner].take(self.entities[gone])
        self.entities = [self.entities[number] for number in kept]
        for mention in self.mentions:
            mention.entity = places[mention.entity]
        if self.narrator is not None:
            self.narrator = places[self.narrator]
        self._names = None
        return places

    def records(self) -> tuple[Entity, ...]:
        """Return the cast as public records, in the same order."""
        return tuple(
            Entity(
                name=m.name,
                forms=tuple(sorted(m.forms.items(), key=lambda f: (-f[1], f[0]))),
                type=m.type,
                role=m.role,
                gender=m.gender,
                count=m.count,
            )
            for m in self.entities
        )

    def _offsets(self) -> list[int]:
        if self._starts is None or len(self._starts) != len(self.mentions):
            self._starts = [m.start for m in self.mentions]
        return self._starts


def fold(name: str) -> str:
    """Fold a name for comparison: case, full stops, white space and a leading "the" do not count."""
    words = name.replace(".", " ").replace("’", "'").casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
