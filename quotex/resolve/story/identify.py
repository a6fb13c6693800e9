"""Whom a story first describes and then lets somebody name: "the dragon" who is called Mr. Grimbald."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.lexicon import load_words
from quotex.lexicon.names import given_names
from quotex.lexicon.nouns import family_words
from quotex.patterns import pattern
from quotex.resolve.story.forms_of_address import bearers_of_titles, is_form, owners_of_forms, short_kin_names
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn
from quotex.resolve.story.unnamed.named_by_place import APPOSED, NamesByPlace
from quotex.resolve.story.unnamed.people import DescribedPerson, Unnamed

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_ASKS_NAME = pattern(r"\b(?:name|who\sare\syou|you\sare|call\syou|called)\b[^?]{0,20}\?")
_IT_IS = pattern(r"\b[Ii]t(?:['’]s|\s(?:is|was))\s$")
_OTHERS = load_words("relations") | {"voice"}  # who are seldom called by name where only a first reading shows it
_OF_ONE_AGE = frozenset({"sister", "brother", "wife", "husband", "cousin", "son", "daughter"})
_SOON = 1_500  # characters behind "my sister" in which her name may first stand
_POLITE = 3  # words, from which on an address behind a name is none: «Tam, my lady»
_ANSWERS = 10  # turns before one in which somebody gives a name that may describe the same one


def identify(text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
    """Make those who are described and later named one person, in the turns and the narration."""
    story = _Story(text, turns, narration, unnamed, cast)
    placed = story.by_place()
    own = story.by_own_name(placed)
    owners = {
        **story.by_relation(),
        **story.by_partner(),
        **story.by_call(),
        **story.by_family_word(),
        **placed,
        **own,
    }
    owners.update(story.by_fuller_name())
    forms = owners_of_forms(turns, cast, story.told | owners.keys() | set(owners.values()), story.fits, story.head)
    owners = {**forms, **owners, **short_kin_names(turns, cast, story.told)}
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
    story = _Story(text, turns, narration, unnamed, cast, speakers)
    own = story.by_own_name()
    called = story.by_partner()
    found = {of: name for of, name in called.items() if story.is_known_name(name)} | own
    already = unnamed.recognised
    owners = {of: name for of, name in found.items() if name not in already and story.head(of) not in _OTHERS}
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


class _Story:
    """Who may be one person: the rules.  Each returns {number that goes: number that stays}."""

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        unnamed: Unnamed,
        cast: Cast,
        speakers: Sequence[int | None] = (),
    ) -> None:
        self._text, self._turns, self._narration = text, turns, narration
        self._unnamed, self._cast = unnamed, cast
        shown = speakers or [None] * len(turns)
        self._shown = {id(turn): speaker for turn, speaker in zip(turns, shown, strict=True)}
        self.told = {seen.entity for seen in narration.seen}
        self.told.update(turn.tag_entity for turn in turns if turn.tag_entity is not None)
        self._talk = {
            pair
            for left, right in pairwise(turns)
            if right.gap in (ADJACENT, ONE_BETWEEN) and left.tag_entity is not None and right.tag_entity is not None
            for pair in ((left.tag_entity, right.tag_entity), (right.tag_entity, left.tag_entity))
        }

    def by_own_name(self, placed: Collection[int] = ()) -> dict[int, int]:
        """«"I am Unit Four," said the librarian», «"And you are?" "Saoirse," said the new girl».

        ``placed`` are those whose names are known, who give none where no tag shows it.
        """
        found: dict[int, int] = {}
        for number, turn in enumerate(self._turns):
            if turn.own_name is None and number and self._invites_name(self._turns[number - 1], turn):
                only = self._only_name(turn)
                turn.own_name = self._answered_name(turn) if only is None else only
            if turn.own_name is None:
                continue
            turn.vocatives = [v for v in turn.vocatives if v.entity != turn.own_name]
            described = turn.tag_entity if turn.tag_entity is not None else self._introduced(number, {*found, *placed})
            if self._may_be(described, turn.own_name):
                found[described or 0] = turn.own_name
        return found

    def _introduced(self, number: int, named: Collection[int]) -> int | None:
        """Return who is described in a turn without a noun in its tag, in which somebody gives a name."""
        turn = self._turns[number]
        if turn.kind == "narrator" or turn.beat_narrator or turn.own_name is None:
            return None
        acting = self._acting(turn)
        if acting:
            return acting[0] if acting[0] not in named and self._may_be(acting[0], turn.own_name) else None
        return self._answering(number, named)

    def _acting(self, turn: Turn) -> list[int]:
        """Return who acts beside the words of a turn, the nearest before first, then those behind in text order."""
        beside = (*reversed(turn.mentions_before), *turn.mentions_after)
        return [seen.entity for seen in beside if seen.role == "subject"]

    def by_fuller_name(self) -> dict[int, int]:
        """«"My name is Lee. Mrs. Ann Lee."»: who gives a name gives it in full right behind."""
        found = {}
        for turn in self._turns:
            said = [mention for part in turn.parts for mention in self._narration.said_in(part)]
            for short, full in pairwise(said):
                again = self._text[short.end : full.start].strip() in (".", ",") and short.entity == turn.own_name
                words = (self._text[m.start : m.end].casefold().split() for m in (short, full))
                if again and full.entity != short.entity and next(words)[-1] in next(words):
                    found[short.entity] = full.entity
                    turn.own_name = full.entity
        return found

    def _only_name(self, turn: Turn) -> int | None:
        """Return whose name is all that a turn first says: «"Leonard."», «"Leo. Leo French."», «"Tam, my lady."»."""
        start, end = turn.parts[0]
        said = self._narration.said_in(turn.parts[0])
        words = sum(len(self._text[mention.start : mention.end].split()) for mention in said)
        named = {mention.entity for mention in said}
        whole = len(self._text[start:end].split())
        polite = turn.addressed is not None and said and said[0].start == turn.start and whole - words < _POLITE
        return min(named) if len(named) == 1 and (words == whole or polite) else None

    def _answered_name(self, turn: Turn) -> int | None:
        """Return whose name answers the question for it: «"What's your name?" "Mine? It's Ann, my lady."»."""
        said = (mention for part in turn.parts for mention in self._narration.said_in(part))
        return next((m.entity for m in said if _IT_IS.search(self._text, max(turn.start, m.start - 8), m.start)), None)

    def _answering(self, number: int, named: Collection[int]) -> int | None:
        """Return who is described last before a turn in which somebody first gives a name: «"Ann."»."""
        turn = self._turns[number]
        goes_on = turn.gap == ADJACENT and turn.before[0] == turn.before[1]
        asks = number > 0 and (goes_on or self._turns[number - 1].ends == "?")
        beside = [self._turns[number - 1]] if asks else []
        beside += [after for after in self._turns[number + 1 : number + 2] if after.gap == ADJACENT]
        others = {self._who(other) for other in beside}
        if turn.own_name is None or not turn.start <= self._first_places.get(turn.own_name, -1) < turn.end:
            return None
        for other in reversed(self._turns[max(0, number - _ANSWERS) : number]):
            who = self._who(other)
            if other.section == turn.section and who not in (None, *others, *named) and self.head(who or 0):
                return who if self._may_be(who, turn.own_name) else None
        return None

    def _who(self, turn: Turn) -> int | None:
        """Return who speaks a turn, by its tag or by the first reading."""
        return turn.tag_entity if turn.tag_entity is not None else self._shown[id(turn)]

    def by_place(self) -> dict[int, int]:
        """By where a name stands: «the mandarin, Lord Trinh», «a girl … Her name was Ann», «Interpreter Nara»."""
        found: dict[int, set[int]] = defaultdict(set)
        places = NamesByPlace(self._text, self._turns, self._narration, self._unnamed, self._cast)
        for described, name in places.pairs(self._first_places):
            if self._may_be(described, name):
                found[described].add(name)
        return {described: min(names) for described, names in found.items() if len(names) == 1}

    def _invites_name(self, turn: Turn, after: Turn) -> bool:
        """Tell whether a name is the answer to a turn: it asks for one, or its speaker has just given one.

        «"Onni," he said, "fetch the oars."» answers nobody, and calls.
        """
        asks = _ASKS_NAME.search(self._text, turn.start, turn.end + 1) is not None
        return asks or (turn.own_name is not None and self._text[after.parts[0][1] - 1] == ".")

    def by_call(self) -> dict[int, int]:
        """Return who is first heard of when somebody calls one who is only described: «"Open wide, Mr. Grimbald."».

        Who speaks next may be anybody, unless the narration uses the name too.
        """
        first = self._first_places
        found: dict[int, int] = {}
        for caller, other in self._beside():
            for vocative in caller.vocatives:
                if vocative.at == "alone" and self._is_answer(caller, vocative.end, other):
                    continue
                new = first.get(vocative.entity) == vocative.start and vocative.entity != caller.own_name
                who = self._who(other)
                new = new and not self._calls_by_noun(caller, who) and not self._answered_by_act(caller)
                new = new and (other.start < caller.start or vocative.entity in self.told)
                if new and self._may_be(who, vocative.entity) and self._who(caller) != who:
                    found.setdefault(who or 0, vocative.entity)
        names = Counter(found.values())
        return self._towards_names([(described, name) for described, name in found.items() if names[name] == 1])

    def _towards_names(self, pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
        """Let each described one go for a name, save where the name says no more."""
        return dict((name, of) if self._says_as_much(of, name) else (of, name) for of, name in pairs)

    def _is_answer(self, turn: Turn, end: int, other: Turn) -> bool:
        """Tell whether a name alone may answer a question: «"What was her name?" "Alice."».

        It calls the one who speaks next where it cries out or where more follows: «"Alice," she said, "come in."».
        """
        calls = len(turn.parts) > 1 and turn.start < other.start and turn.parts[0][0] <= end <= turn.parts[0][1]
        return self._text[end : end + 1] != "!" and not (calls and self._text[end : end + 1] == ",")

    def by_partner(self) -> dict[int, int]:
        """Return who is first named when somebody calls the one talked with, whom tags only describe further off."""
        first = self._first_places
        found: dict[int, set[int]] = defaultdict(set)
        for number, caller in enumerate(self._turns):
            for called in caller.vocatives if caller.own_name is None else ():
                new = first.get(called.entity) == called.start and called.entity in self.told
                partner = self._partner(number, called.entity) if new and called.at != "alone" else None
                if partner is not None and not (self._calls_by_noun(caller, partner) or self._answered_by_act(caller)):
                    found[partner].add(called.entity)
        names = Counter(name for named in found.values() for name in named)
        pairs = [(of, min(named)) for of, named in found.items() if len(named) == 1 == names[min(named)]]
        return self._towards_names(pairs)

    def _partner(self, number: int, called: int) -> int | None:
        """Return the one described whom the tags before a turn show to talk with its speaker, who fits the name."""
        caller = self._turns[number]
        own = {self._who(caller), None}
        for other in reversed(self._turns[max(0, number - _ANSWERS) : number]):
            if other.section != caller.section:
                return None
            who = self._who(other)
            if other.run == caller.run and (other.step - caller.step) % 2 == 0:
                own.add(who)
            elif who not in own and self.fits(who or 0, called):
                one = other.nominal not in ("voice", "several") and self._may_be(who, called)
                return who if one else None
        return None

    def _answered_by_act(self, caller: Turn) -> bool:
        """Tell whether somebody with a name does right behind what a turn asks: «"Breathe, Gus." Pappas breathed»."""
        start = caller.tail[0] if caller.tail is not None else -1
        acting = self._narration.between(start, start + 1)
        named = [seen.entity for seen in acting if seen.role == "subject" and seen.entity < self._unnamed.first]
        return caller.ends in ".!" and bool(set(named) - {caller.tag_entity})

    def _calls_by_noun(self, caller: Turn, described: int | None) -> bool:
        """Tell whether somebody described is called by the noun, so that a name beside it is another's: «Ship, go»."""
        if described is None or described < self._unnamed.first:
            return False
        head = self._unnamed.people[described - self._unnamed.first].head
        words = (self._text[start:end] for start, end in caller.parts)
        return bool(head) and any(f"{head}," in part.casefold().replace(".", ",") for part in words)

    def _says_as_much(self, described: int, name: int) -> bool:
        """Tell whether a name says no more than the description: "Brother Fox" the fox, or what anybody is called."""
        head = self._unnamed.people[described - self._unnamed.first].head
        words = self._cast.entities[name].name.casefold().split()
        return head in words or words[0] in family_words() or is_form(self._cast, name)

    @cached_property
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
        """Return who is called "Mama" by others and "their mother" by the story."""
        words = family_words()
        relations: dict[str, set[int]] = defaultdict(set)
        for person in self._unnamed.people:
            relations[person.head].add(person.number)
        for number, member in enumerate(self._cast.entities):
            if number in self.told and member.name.casefold() in words:
                relations[words[member.name.casefold()]].add(number)
        found = {}
        for number, member in enumerate(self._cast.entities):
            relation = words.get(member.name.casefold())
            if relation and number not in self.told and not member.given and len(relations[relation]) == 1:
                found[number] = min(relations[relation])
        return found

    def by_relation(self) -> dict[int, int]:
        """Return who tells of "my sister" soon calls her by her first name, as if the reader knew her."""
        found = {}
        for person in self._unnamed.people:
            if person.name.startswith("my ") and person.head in _OF_ONE_AGE:
                start = min([person.first, *(s.start for s in self._narration.seen if s.entity == person.number)])
                soon = (n for n, at in self._first_places.items() if 0 < at - start < _SOON and n in self.told)
                named = [n for n in soon if self._may_be(person.number, n) and self._is_known_by(person, n)]
                if len(named) == 1:
                    found[person.number] = named[0]
        return found

    def _is_known_by(self, person: DescribedPerson, name: int) -> bool:
        """Tell whether a name is a first name alone, of the same sex, and never stands close to the description."""
        member = self._cast.entities[name]
        tags = {turn.tag[0] for turn in self._turns if turn.tag is not None}
        told = [seen for seen in self._narration.seen if seen.start not in tags]
        places = {n: [seen.start for seen in told if seen.entity == n] for n in (person.number, name)}
        apart = all(abs(one - other) > APPOSED for one in places[person.number] for other in places[name])
        sex = member.gender is not None and member.gender == self._unnamed.gender(person.number)
        return apart and sex and member.name.casefold() in given_names()

    def is_known_name(self, name: int) -> bool:
        """Tell whether a name is more than an unknown word that somebody calls out: «"Yes, Mynheer."»."""
        if name >= self._unnamed.first:
            return False
        member = self._cast.entities[name]
        first = member.name.split()[0].casefold()
        return name in self.told or bool(member.titles) or first in given_names()

    def _may_be(self, described: int | None, name: int) -> bool:
        """Tell whether somebody described may bear a name: the two never talk to each other, and fit in gender."""
        if described is None or described < self._unnamed.first or name >= self._unnamed.first:
            return False
        person, member = self._unnamed.people[described - self._unnamed.first], self._cast.entities[name]
        free = bool(person.head) and not person.several and not member.given and (described, name) not in self._talk
        free = free and name != self._cast.narrator
        return free and self.fits(described, name)

    def head(self, entity: int) -> str:
        """Return the noun of somebody without a name, or ""."""
        first = self._unnamed.first
        return self._unnamed.people[entity - first].head if entity >= first else ""

    def fits(self, one: int, name: int) -> bool:
        """Tell whether nothing shows that somebody and the bearer of a name differ in gender."""
        gender = self._cast.entities[name].gender
        first = self._unnamed.first
        own = self._unnamed.gender(one) if one >= first else self._cast.entities[one].gender
        return gender is None or own in (gender, None)
