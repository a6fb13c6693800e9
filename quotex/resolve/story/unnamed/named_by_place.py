"""Who is described and named in one place: «the mandarin, Lord Trinh», «a girl … Her name was Ann»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.unnamed.people import DescribedPerson, Unnamed, brought_in, is_generic

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast
    from quotex.resolve.people.mention import Mention

_BADGE = r"""(?:[\p{Ll}-]{2,12}\s{1,2}){0,2}(?:badge|tag|name-?tag|name-?plate|lanyard|collar)
    \s{1,2}(?:said|says|read|reads|announced|gave\s{1,2}(?:his|her)\s{1,2}name\s{1,2}as)[:,]?"""
# What stands between a description and a name of the same one: «the big cat Hortense», «a priest named Ion»,
# «the boatsteerer, a huge quiet man called Amos», «the soldier, whose name was Gao».
_NAMED_BEHIND = pattern(
    r"""(?:\s{1,2}
      |(?:,\s{1,2}(?:an?\s{1,2}[^.,;:!?"“”\n]{1,60}\s{1,2})?|\s{1,2})(?:named|called|by\s{1,2}the\s{1,2}name\s{1,2}of)\s{1,2}
      |,?\s{1,2}(?:whose\s{1,2}name\s{1,2}(?:was|is)|who\s{1,2}(?:was|is)\s{1,2}(?:named|called))\s{1,2})$""",
    regex.VERBOSE,
)
# «the mandarin, Lord Trinh, was fond of jokes», «the chairman, a Mr Lee,», «my teacher at Trinity, Ann Moss,»
_SET_OFF = pattern(
    r"""(?:\s{1,2}(?:of|at|for|in|from|to|on|with|behind)\s{1,2}[^,.;:!?"“”\n]{2,50})?+
        ,\s{1,2}(?:an?\s{1,2})?$""",
    regex.VERBOSE,
)
_TITLE_BEFORE = pattern(r"\b(\p{Lu}\p{Ll}{2,20})\s$")  # «Interpreter Nara bowed»
# «Ivo Lund, inspector of weights for the county, …», «Ada Moss, a nurse from Leeds, …»
_POST = pattern(
    r""",\s{1,2}(?:(?:an?|the)\s{1,2})?
    (?:(?!(?:to|the|of|with|and|or|for|in|at|from|by|like|who|whose|his|her|my|our|its|their)\b)[\p{Ll}-]{2,14}\s{1,2}){0,2}?
    (?P<head>\p{Ll}[\p{Ll}-]{2,20})
    (?:\s{1,2}(?:of|at|for|from|in|to)\b|[.;)—]|,(?!\s{1,2}(?:and|or)\b))""",
    regex.VERBOSE,
)
_WEARS = pattern(  # «a clerk whose badge said “Dee Lund”»
    rf"""\s{{0,2}},?\s{{1,2}}whose\s{{1,2}}{_BADGE}\s{{1,2}}[“‘"'*_]?
    (?P<name>\p{{Lu}}[\p{{L}}.’'-]{{1,20}}(?:\s\p{{Lu}}[\p{{L}}.’'-]{{1,20}}){{0,2}})""",
    regex.VERBOSE,
)
# «Her gardener, Emeka Lind, …», «our teacher at Trinity, Ann Moss, …»
_OWNED = pattern(
    r"""\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|\p{Lu}[\p{L}-]{1,20}['’]s)\s{1,2}(?:[\p{Ll}-]{2,14}\s{1,2}){0,2}?
    (?P<head>\p{Ll}[\p{Ll}-]{2,20})
    (?:\s{1,2}(?:of|at|for|in|from|to|on|with)\s{1,2}[^,.;:!?"“”\n]{2,40})?,\s{1,2}$""",
    regex.VERBOSE,
)
_CLOSED = pattern(r"(?:[.;)—]|,(?!\s{1,2}(?:and|or)\b)|\s{1,2}by\s{1,2}name\b)")
# «Her name was Ann», «he’s called Tom», «she was a Mrs. Lee», «Tom was his name»
_IS_NAMED = pattern(
    r"""\b(?:(?P<owner>[Hh]is|[Hh]er|[Ii]ts)\s{1,12}(?:own\s{1,12})?name(?:,[^.,;:!?"“”\n]{1,60},)?
        (?:\s{1,12}(?:was|is|turned\s{1,12}out\s{1,12}to\s{1,12}be|proved\s{1,12}to\s{1,12}be)|['’]s)
      |(?P<owner>[Hh]is|[Hh]er|[Ii]ts)\s{1,2}"""
    + _BADGE
    + r"""
      |(?P<owner>[Hh]e|[Ss]he|[Ii]t)(?:\s{1,12}(?:was|is)|['’]s)
        (?:\s{1,12}called|(?P<one>\s{1,12}an?)|\s{1,12}an?\s{1,12}[^.,;:!?"“”\n]{1,60}\s{1,12}(?:called|named|by\s{1,12}the\s{1,12}name\s{1,12}of)))\s{1,12}[“‘"'*_]?$""",
    regex.VERBOSE,
)
_WAS_THE_NAME = pattern(r",?\s{1,2}(?:was|is)\s{1,2}(?P<owner>his|her|its)\s{1,2}name\b")
# «"You're a doctor, Voss."», «Lund was the third tinker that winter»
_YOU_ARE = pattern(
    r"\b[Yy]ou(?:['’]re|\s{1,2}(?:are|were))\s{1,2}(?:an?|the|our|my)\s{1,2}(?:[\p{Ll}-]{2,14}\s{1,2}){0,2}?(?P<head>\p{Ll}[\p{Ll}-]{2,20}),\s{1,2}$"
)
_WAS_THE = pattern(
    r"""\s{1,2}(?:was|is|had\s{1,2}been)\s{1,2}(?:an?|the|our|their|his|her|my)\s{1,2}(?:[\p{Ll}-]{2,14}\s{1,2}){0,2}?
    (?P<head>\p{Ll}[\p{Ll}-]{2,20})
    (?:[.,;:)—]|\s{1,2}(?:of|at|for|from|in|on|who|that|this|here|there|and)\b)""",
    regex.VERBOSE,
)
# «This was Ivo Lund, a notary,»
_THIS_WAS = pattern(r"(?:^|[\n.!?…”\"’]\s{0,2})(?:This|That)\s{1,2}(?:was|is)\s{1,2}$")
_OPENS = pattern(r"(?:^|[.!?…”’\"']\s|\n|\b(?:Now|And|But|Then|So)\s)$")
_OWNERS = {"his": "male", "he": "male", "her": "female", "she": "female"}
_SHORT = 16  # characters of «This was »
APPOSED, _BACK = 90, 900  # characters behind a description in which its name may stand, and back from "her name was"


class NamesByPlace:
    """The people of a story who are described, as the place of their names tells who they are."""

    def __init__(self, text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, cast: Cast) -> None:
        self._text, self._turns, self._narration = text, turns, narration
        self._unnamed, self._cast = unnamed, cast

    def pairs(self, first: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        """Yield the number of somebody described and that of a name; ``first`` is where each name first stands."""
        for start, end, described in self._descriptions():
            for name in (self._named_behind(end), self._named_before(start, end), self._worn(end)):
                if name is not None:
                    yield described, name
        yield from self._told_names(first)
        yield from self._titled()

    def _descriptions(self) -> list[tuple[int, int, int]]:
        """Return start, end and number of the descriptions of the narration and of the tags, in text order."""
        first = self._unnamed.first
        seen = {s.start: (s.start, s.end, s.entity) for s in self._narration.seen if s.entity >= first}
        for turn in self._turns:
            if turn.tag is not None and turn.tag_entity is not None and turn.tag_entity >= first:
                head = self._unnamed.people[turn.tag_entity - first].head
                at = self._text.find(head, *turn.tag) if head else -1
                seen.setdefault(turn.tag[0], (turn.tag[0], at + len(head) if at >= 0 else turn.tag[1], turn.tag_entity))
        return sorted(seen.values())

    def _named_behind(self, end: int) -> int | None:
        """Return whose name stands in apposition behind a description that ends there."""
        for seen in self._narration.between(end, end + APPOSED):
            set_off = _SET_OFF.fullmatch(self._text, end, seen.start) and _CLOSED.match(self._text, seen.end)
            named = set_off or _NAMED_BEHIND.fullmatch(self._text, end, seen.start)
            if named and seen.entity < self._unnamed.first:
                return seen.entity
        return None

    def _named_before(self, start: int, end: int) -> int | None:
        """Return whose name a description stands in apposition to: «Ouyang Ji, the candidate,»."""
        for seen in self._narration.between(start - APPOSED, start)[-1:]:
            set_off = _SET_OFF.fullmatch(self._text, seen.end, start) and _CLOSED.match(self._text, end)
            return seen.entity if set_off and seen.entity < self._unnamed.first else None
        return None

    def _worn(self, end: int) -> int | None:
        """Return whose name stands on what is worn by one whose description ends there."""
        badge = _WEARS.match(self._text, end)
        return None if badge is None else self._cast.find(badge["name"].rstrip(".’'"))

    def _told_names(self, first: Mapping[int, int]) -> Iterator[tuple[int, int]]:
        """Yield who is described last before «Her name was Ann», and the name, where the text gives it first."""
        described = self._descriptions()
        for seen in self._narration.seen:
            told = _IS_NAMED.search(self._text, max(0, seen.start - APPOSED), seen.start)
            told = told or _WAS_THE_NAME.match(self._text, seen.end, seen.end + 24)
            this = _THIS_WAS.search(self._text, max(0, seen.start - _SHORT), seen.start)
            if told is None and this is None or first.get(seen.entity) != seen.start:
                continue
            if told is not None and told.groupdict().get("one") and not self._cast.entities[seen.entity].titles:
                continue  # «He was a Lancastrian»
            wanted = _OWNERS.get(told["owner"].lower()) if told else self._cast.entities[seen.entity].gender
            for start, _, number in reversed(described):
                if seen.start - _BACK <= start < seen.start and self._unnamed.gender(number) in (wanted, None):
                    yield number, seen.entity
                    break

    def _titled(self) -> Iterator[tuple[int, int]]:
        """Yield who is described by the noun that a name bears as a title: "Watchman Tubb", "the watchman"."""
        bearers: dict[str, set[int]] = defaultdict(set)
        for named in self._cast.mentions:
            words = self._text[named.start : named.end].split()
            titles = [words[0]] if len(words) > 1 else []
            titles += _TITLE_BEFORE.findall(self._text, max(0, named.start - 24), named.start)
            for title in titles:
                bearers[title.lower().rstrip(".")].add(named.entity)
            post = _POST.match(self._text, named.end, named.end + APPOSED)
            if post is not None and (len(words) > 1 or not self._narration.is_spoken(named.start)):
                bearers[post["head"]].add(named.entity)
            for told in self._said_to_be(named):
                bearers[told].add(named.entity)
            owned = _OWNED.search(self._text, max(0, named.start - APPOSED), named.start)
            if owned is not None and _CLOSED.match(self._text, named.end):
                bearers[owned["head"]].add(named.entity)
        for person in self._unnamed.people:
            known = bearers.get(person.head) or self._of_like_title(person, bearers)
            known = known or bearers.get(person.head.rpartition("-")[2], set())  # "the stove-fitter" is the fitter
            if person.head and len(known) == 1:
                yield person.number, min(known)

    def _said_to_be(self, named: Mention) -> Iterator[str]:
        """Yield the nouns that tell what the bearer of a name is: «"You're a doctor, Voss."», «Ann was the cook»."""
        spoken = self._narration.is_spoken(named.start)
        opens = _OPENS.search(self._text, max(0, named.start - 6), named.start) is not None
        if spoken:
            told = _YOU_ARE.search(self._text, max(0, named.start - APPOSED), named.start)
        else:
            told = _WAS_THE.match(self._text, named.end, named.end + APPOSED) if opens else None
        if told is not None and not is_generic(told["head"]):
            yield told["head"]

    def _of_like_title(self, person: DescribedPerson, bearers: Mapping[str, set[int]]) -> set[int]:
        """Return who bears a title that a noun means too, where the noun brings in nobody: "the curate", Rev. Lee."""
        head = head_of(person.head)[0]
        if head is None or person.name.startswith(("a ", "an ")):
            return set()
        known = set[int]().union(*(bearers.get(role, set()) for role in head.roles))
        return set() if known and person.head in self._brought_in else known

    @cached_property
    def _brought_in(self) -> frozenset[str]:
        """The nouns with which the text brings somebody in: "a curate"."""
        return brought_in(self._text)
