"""Speakers without a name: "the waiter", "his mother" as entities of their own."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Sequence
from itertools import chain, takewhile, zip_longest
from typing import TYPE_CHECKING

import regex
from attrs import define, field

from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import EARNED, title_kind
from quotex.lexicon.nouns import gendered_nouns, head_of, kinds_of, noun_gender, person_classes
from quotex.patterns import pattern
from quotex.resolve.people.gender import Votes

if TYPE_CHECKING:
    from quotex.records import Gender
    from quotex.resolve.people.cast import Cast
    from quotex.resolve.story.narration import Seen
    from quotex.resolve.story.turns import Turn
    from quotex.resolve.story.unnamed.kin import Kin

_PHRASE = pattern(
    r"""(?P<determiner>the|an?|his|her|my|our|their|your|this|that|another|one|some)\s{1,4}
        (?P<rest>[\w'’-][\w'’,\s-]{0,60})$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_CUT = pattern(
    r"""\s{1,4}(?:of|in|with|at|from|on|who|to|behind|by|as|an?|the|beside|under|over|near|above|below|opposite
        |inside|outside|between|among|across|against|without|along|beyond|upon|for|about)\b.*""",
    regex.DOTALL | regex.VERBOSE,
)
_NOBODY = pattern(r"(?:other|others|latter|former|two|three|rest|whole|both|all)$", regex.IGNORECASE)
_VAGUE = frozenset({"one"})
_POINTING = frozenset({"one", "voice"})  # which say nothing without what stands behind: "the one in the hat"
_SURELY = 2  # times that "it" follows a noun for people, from which it means no he or she
_ANYWHERE = 10**9  # "my grandmother" is one throughout
_SOON, _SCENE = 1_500, 4_000  # characters behind a description within which a tag may describe the same one first
_MOST = 40  # people with one noun that are compared; keeps a thousand waiters linear
_OF_PEOPLE = ("man", "men", "er", "ist", "smith")  # "miller", "cellist"; "tiger" and "boiler" too
_WHOLE = {"dr": "doctor"}  # «the doctor rose»
_HONOURS = {"her ladyship": "lady", "his lordship": "lord"}  # what the bearer of a title is called by others
_CHILDREN = frozenset({"boy", "girl"})
# The words between determiner and noun, in a pattern.
MARKS = r"(?:(?!(?:of|and|or)\b)[a-z'’-]{2,14},?\s{1,2}){0,2}?"
_INTRODUCED = pattern(rf"\b(?:[Aa]n?|[Aa]nother)\s{{1,2}}{MARKS}(?P<head>[a-z]{{2,20}})\b(?!-)")
_NEW = pattern(r"\b(?:[Aa]n?|[Aa]nother)(?P<words>(?:\s{1,2}[a-z][a-z’'-]*+){1,3}+)")
# Words before a noun that keep two of one kind apart: who is the old man is not the young one.
_APART = (
    dict.fromkeys(("old", "elderly", "aged", "older", "oldest", "elder", "eldest"), 0)
    | dict.fromkeys(("young", "little", "small", "younger", "youngest"), 1),
    {"first": 0, "second": 1, "third": 2},
    {"tall": 0, "taller": 0, "short": 1, "shorter": 1},
    {"fat": 0, "thin": 1},
    {"big": 0, "bigger": 0, "small": 1, "smaller": 1},
)
TELLING = frozenset().union(*_APART)


@define(eq=False)
class DescribedPerson:
    """Somebody known by a description alone.

    Attributes:
        number: The number, above those of the cast.
        name: What is printed.
        head: The noun, or "" where none recalls this one.
        first: Where the first description stands that gave the number, a ``str`` index of the document.
        marks: The words before the noun in all descriptions so far.
        gender: What the noun tells, or None.
        votes: The pronouns that follow the descriptions.
        things: How often "it" follows instead.
        several: Whether they are more than one: "several voices".
    """

    number: int
    name: str
    head: str
    first: int
    marks: set[str]
    gender: str | None = None
    votes: Votes = field(factory=Votes)
    things: int = 0
    several: bool = False

    @property
    def shown_gender(self) -> str | None:
        """What the noun tells, else what the pronouns behind the descriptions do; ``"neuter"`` of a thing."""
        told = self.gender or self.votes.gender(2, 2.0)
        doubtful = self.votes.male or self.votes.female or (is_person_noun(self.head) and self.things < _SURELY)
        return told or (None if doubtful or not self.things else "neuter")

    def fits(self, marks: set[str]) -> bool:
        """Tell whether words before the noun can describe this one too."""
        if not marks or not self.marks:
            return True
        for table in _APART:
            own, other = ({table[m] for m in words if m in table} for words in (self.marks, marks))
            if own and other and not own & other:
                return False
        return True


class Unnamed:
    """Numbers for the speakers without a name, above those of the cast until they are needed.

    Attributes:
        first: The number of the first one.
        people: Those found, in the order of their numbers.
        sure: The turns whose tag can mean nobody with a name.
        kin: Finds those with a name behind "my uncle", once the story has been read for it.
        named_near: Tells whether somebody whom a gender and a noun fit has been named shortly before a place.
    """

    def __init__(self, cast: Cast) -> None:
        self.first = len(cast.entities)
        self.people: list[DescribedPerson] = []
        self.sure: list[Turn] = []
        self.kin: Kin | None = None
        self.named_near: Callable[[int, str | None, str], bool] = lambda *_: False
        self._by_head: dict[str, list[DescribedPerson]] = {}
        self._generic: list[DescribedPerson] = []
        self._cast = cast
        self._bearers: dict[str, set[int]] = {}
        for number, member in enumerate(cast.entities):
            for title in member.titles:
                self._bearers.setdefault(_WHOLE.get(title, title), set()).add(number)
        self._in_cast: dict[int, int] = {}

    @property
    def names(self) -> list[str]:
        """The names, in the order of the numbers."""
        return [person.name for person in self.people]

    @property
    def genders(self) -> list[str | None]:
        """The genders in the same order: what the noun tells, else what the pronouns behind it do."""
        return [person.shown_gender for person in self.people]

    def antecedents(self, genders: Sequence[str | None], narrator: int | None = None) -> list[str | None]:
        """Return the genders of everybody as pronouns see them: "he" is not "I", nor goes on to mean "somebody"."""
        known, people = list(genders[: self.first]), self.people
        if narrator is not None and narrator < self.first:
            known[narrator] = "nobody"
        own = zip_longest(genders[self.first :], people)
        return [*known, *((gender or person.shown_gender) if person.head else "nobody" for gender, person in own)]

    def gender(self, number: int) -> str | None:
        """Return the gender of one of those described."""
        return self.people[number - self.first].shown_gender

    def tell_gender(self, number: int, gender: str) -> None:
        """Note the gender of one of those described, where the noun tells none."""
        if number >= self.first:
            person = self.people[number - self.first]
            person.gender = person.gender or gender

    def heads(self, owned: bool) -> list[str]:
        """Return the nouns of those described with an owner ("his sister"), or of the others and nouns like them."""
        heads = [head.lstrip("'") for head in self._by_head if head.startswith("'") == owned]
        if owned:
            return heads
        kinds = frozenset[str]().union(*map(kinds_of, heads))
        return [*heads, *(head for head, own in person_classes().items() if own & kinds and head not in self._by_head)]

    @property
    def recognised(self) -> set[int]:
        """Those of the cast who turned out to be somebody described."""
        return set(self._in_cast.values())

    @property
    def titles(self) -> list[str]:
        """The titles that somebody bears and that a text may also write small ("the general")."""
        kinds = EARNED | {"noble"}
        return sorted(t for t in self._bearers if len(t) > 3 and not is_generic(t) and title_kind(t) in kinds)

    def bearer(self, phrase: str, before: Sequence[Seen]) -> tuple[int | None, str]:
        """Return the one of the cast who is called so ("the Vicar") or bears the title, or None, and how that shows.

        It shows as ``"called"``, ``"title"`` (of one person alone) or ``"title_shared"`` (the bearer named last).
        """
        phrase = " ".join(phrase.split())
        found = _PHRASE.match(phrase)
        honour = _HONOURS.get(phrase.lower())
        if honour is not None:
            return self._titled({honour}, before)
        if found is None or found["determiner"].lower() in words_of("owner"):
            return (self._cast.find(phrase) if found is None else None), "called"
        rest = _CUT.sub("", found["rest"]).strip()
        known = self._cast.find(rest)
        if known is not None:
            return known, "called"
        return self._titled(set(rest.lower().split()[-1:]), before)

    def _titled(self, titles: set[str], before: Sequence[Seen]) -> tuple[int | None, str]:
        """Return the one who bears a title, or of several the one named last, and which of both it is."""
        bearers = {bearer for title in titles for bearer in self._bearers.get(title, ())}
        if len(bearers) == 1:
            return min(bearers), "title"
        return next((seen.entity for seen in reversed(before) if seen.entity in bearers), None), "title_shared"

    def number(self, phrase: str, at: int) -> tuple[int | None, str | None, str]:
        """Return number, gender and class of a noun phrase; no number for "the other" and pronouns.

        The class is that of the determiner, or ``"voice"``: whose "a voice" is, the text often tells later.

        Args:
            phrase: The noun phrase.
            at: Where it stands.
        """
        phrase = " ".join(phrase.split())
        found = _PHRASE.match(phrase)
        if phrase.lower() in words_of("other") or (found is not None and found["rest"].lower().startswith("of ")):
            return self._add(phrase, "", at, set()).number, None, "a"
        if found is None and phrase not in gendered_nouns():
            return None, None, "bare"
        determiner = found["determiner"].lower() if found else "the"  # «nanny said»
        rest = _CUT.sub("", found["rest"]).strip() if found else phrase
        words = rest.lower().replace(",", " ").split()
        if not words or _NOBODY.match(words[-1]):
            return None, None, "other"
        kind = "owned" if determiner in words_of("owner") else "the" if determiner in ("the", "this", "that") else "a"
        shown = "voice" if words[-1] == "voice" and kind != "owned" else kind
        pointing = words[-1] in _POINTING
        if found and words == ["one"] and kind == "the" and found["rest"].lower() != "one":
            words = [found["rest"].lower()]  # «the one in the red hat» is not the one who counts
        key = f"'{words[-1]}" if kind == "owned" else words[-1]
        marks = set(words[:-1])
        if words[-1] in TELLING:  # «the younger called up»
            marks.add(words[-1])
        reach = _ANYWHERE if determiner in ("my", "our") else _SOON
        person = None if determiner == "another" else self._find(key, at, marks, reach)
        if person is None:
            person = self._like(words[-1], at, marks) if kind == "the" else None
            if person is None:
                whole = found["rest"] if found and pointing else rest
                person = self._add(whole if kind == "the" else f"{determiner} {whole}", words[-1], at, marks)
            insort(self._by_head.setdefault(key, []), person, key=_first)
        return person.number, person.gender, shown

    def hear(self, number: int) -> None:
        """Let "the voice" mean the one described whose voice has been heard: «said a woman's voice»."""
        insort(self._by_head.setdefault("voice", []), self.people[number - self.first], key=_first)

    def worn(self, words: str, at: int) -> int | None:
        """Return whom something on them stands for: «said red hat» of the one in the red hat."""
        people = (person for person in reversed(self.people) if at - person.first <= _SCENE)
        return next((person.number for person in people if person.name.endswith(f" {words}")), None)

    def several(self, words: str, at: int) -> int:
        """Return the number of those who speak together («they said»), the same ones throughout a scene."""
        key = words.lower()
        person = _nearest(self._by_head.get(key, ()), at, set(), _SOON)
        if person is None or at - person.first > _SCENE:
            person = self._add(key, key, at, set())
            person.several = True
            insort(self._by_head.setdefault(key, []), person, key=_first)
        return person.number

    def _add(self, name: str, head: str, at: int, marks: set[str]) -> DescribedPerson:
        gender = noun_gender(head) or next(filter(None, map(noun_gender, sorted(marks))), None)  # "a woman servant"
        person = DescribedPerson(self.first + len(self.people), name, head, at, marks, gender)
        self.people.append(person)
        if kinds_of(head):
            insort(self._generic, person, key=_first)
        return person

    def known(self, head: str, at: int, marks: set[str], owned: bool = False) -> DescribedPerson | None:
        """Return the one whom a description with the noun means, if a tag has described anybody so."""
        if owned:
            return self._find(f"'{head}", at, marks, _SCENE)
        return self._find(head, at, marks, _SCENE) or self._of_kind(head, at, marks, _SCENE)

    def _find(self, key: str, at: int, marks: set[str], soon: int) -> DescribedPerson | None:
        """Return the one described with the same noun."""
        return _nearest(self._by_head.get(key, ()), at, marks, soon)

    def _like(self, head: str, at: int, marks: set[str]) -> DescribedPerson | None:
        """Return the one described with another noun of like meaning, or told apart by the same word."""
        person = self._of_kind(head, at, marks, _SOON)
        if person is not None and self._are_two(head, person.head, at):
            person = None
        return person if person is not None else self._marked(head, at, marks)

    def _are_two(self, head: str, other: str, at: int) -> bool:
        """Tell whether the scene brings in each with a noun of its own: "the boy", then "a child", then "the child"."""
        text, floor = self._cast.text, max(0, at - _SCENE)
        for new in _INTRODUCED.finditer(text, floor, at, overlapped=True):
            before = other if new["head"] == head else head if new["head"] == other else ""
            if before and regex.search(rf"\b{regex.escape(before)}\b", text, pos=floor, endpos=new.start()):
                return True
        return False

    def _marked(self, head: str, at: int, marks: set[str]) -> DescribedPerson | None:
        """Return whom a word tells apart, whatever the noun: "the older one", "the older" is the older brother."""
        telling = marks & TELLING
        if not telling:
            return None

        def alike(other: DescribedPerson) -> bool:
            vague = _VAGUE.intersection((head, other.head)) or not TELLING.isdisjoint((head, other.head))
            return bool(vague) and _tell_alike(telling, other.marks)

        return _nearest(self.people, at, marks, _SOON, alike)

    def _of_kind(self, head: str, at: int, marks: set[str], soon: int) -> DescribedPerson | None:
        """Return the one described with a noun of like meaning: "the lad" was "a boy"."""
        gender, kinds = noun_gender(head), kinds_of(head)

        def alike(other: DescribedPerson) -> bool:
            return bool(kinds & kinds_of(other.head)) and (gender is None or other.gender in (gender, None))

        person = _nearest(self._generic, at, marks, soon, alike) if kinds else None
        if person is not None:
            person.gender = person.gender or gender
        return person

    def name(self, number: int, entity: int) -> None:
        """Note who of the cast somebody described turned out to be."""
        self._in_cast[number] = entity

    def in_cast(self, number: int, cast: Cast, mention: tuple[int, int] | None) -> int:
        """Return the place in the cast, adding the speaker when it is not there yet."""
        if number < self.first:
            return number
        if number not in self._in_cast:
            person = self.people[number - self.first]
            gender = person.shown_gender
            known: Gender | None = "female" if gender == "female" else "male" if gender == "male" else None
            self._in_cast[number] = cast.add(person.name, type="person", gender=known, mention=mention)
        return self._in_cast[number]


def _tell_alike(marks: set[str], others: set[str]) -> bool:
    """Tell whether words before nouns tell the same one apart: "the tall one" is "the taller"."""
    return any(table.get(mark, -1) == table.get(other, -2) for table in _APART for mark in marks for other in others)


def _nearest(
    people: Sequence[DescribedPerson],
    at: int,
    marks: set[str],
    soon: int,
    alike: Callable[[DescribedPerson], bool] = lambda _: True,
) -> DescribedPerson | None:
    """Return the one last described before, or else soon behind, whom the words before the noun fit.

    The words become theirs.
    """
    place = bisect_right(people, at, key=_first)
    behind = takewhile(lambda person: person.first <= at + soon, people[place : place + _MOST])
    nearest = chain(reversed(people[max(0, place - _MOST) : place]), behind)
    person = next((person for person in nearest if person.fits(marks) and alike(person)), None)
    if person is not None:
        person.marks |= marks
    return person


def _first(person: DescribedPerson) -> int:
    return person.first


def brought_in(text: str) -> frozenset[str]:
    """Return the words soon behind an article with which a text may bring somebody in.

    >>> "boy" in brought_in("A tall boy came in."), "boy" in brought_in("The boy came in.")
    (True, False)
    """
    return frozenset(word for found in _NEW.finditer(text) for word in found["words"].split())


def is_person_noun(head: str) -> bool:
    """Tell whether a noun may mean a person, by the lexicon and by how it ends.

    >>> is_person_noun("miller"), is_person_noun("washerwoman"), is_person_noun("kettle")
    (True, True, False)
    """
    known = head_of(head)[0]
    lists = load_words("parts_of_person") | _POINTING | TELLING  # "the voice", "the taller"
    person = head in lists or head.endswith(_OF_PEOPLE) or kinds_of(head)
    return bool(person) or (known is not None and known.type == "person")


def is_generic(head: str) -> bool:
    """Tell whether a noun tells no more than sex, age or presence, so that it may mean anybody ("the young man")."""
    return head in load_words("generic_people")


def is_child(head: str) -> bool:
    """Tell whether a noun means a child, which hardly anybody with a name is called in a story: "the boy".

    >>> is_child("boy"), is_child("child"), is_child("man")
    (True, True, False)
    """
    return bool(kinds_of(head)) and kinds_of(head) <= _CHILDREN
