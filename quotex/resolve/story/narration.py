"""The narration of a story: whom it names outside of what is spoken, and in which role."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

import regex
from attrs import define

from quotex.lexicon import load_words
from quotex.lexicon.nouns import noun_gender
from quotex.lexicon.verbs import is_finite
from quotex.patterns import pattern
from quotex.records import Span
from quotex.resolve.people.mention import Mention

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.resolve.people.cast import Cast

ADVERB = r"(?:[a-z]{2,12}ly\s{1,2}|(?:then|now|also|only|still|just|never)\s{1,2})?"
_AFTER_MENTION = pattern(rf"[\s,]{{1,3}}{ADVERB}([a-z]{{2,14}})\b")
# «the clerk clears his throat», «Ann floats by the hatch»: a verb in the present, no noun behind another
_PRESENT = pattern(
    rf"""[\s,]{{1,3}}{ADVERB}[a-z]{{2,12}}(?<![isu'’])s\s{{1,2}}
    (?:the|an?|his|her|its|their|my|your|up|down|out|off|in|into|at|to|over|on|back|it|them|him|me|us|round|through|away)\b""",
    regex.VERBOSE,
)
_IS_THERE = pattern(  # «Ann's there», «Ann's at the door»
    r"['’]s\s{1,2}(?:there|here|gone|in|on|at|not|been|already|still|always|never|an?|the|my|his|her)\b(?!-)"
)
_AFTER_PART = pattern(
    rf"['’]s\s{{1,2}}(?:[a-z]{{2,12}}\s{{1,2}})?(?:{'|'.join(sorted(load_words('parts_of_person')))})\s{{1,2}}([a-z]{{2,14}})\b"
)
# «in came Pip's big sister Bisi», «up the stairs came Hal»: the subject behind its verb
_ENTERS = pattern(
    r"""\b(?:in|out|up|down|over|along|back|forward|there|stairs|door|hall|room|road|lane|street)\s{1,2}
        (?:came|comes|stepped|walked|strode|marched|ran|burst|rode|stood)\s{1,2}
        (?:(?:the|an?|old|his|her|my|our|\p{Lu}\p{Ll}{1,14}['’]s|[a-z]{3,12})\s{1,2}){0,4}$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_AFTER_ASIDE = pattern(rf",\s{{1,2}}[^.,;:!?\"“”\n]{{2,60}},\s{{1,2}}{ADVERB}([a-z]{{2,14}})\b")

_PREPOSITION = pattern(  # «The road to Ayr was bad»
    r"\b(?:of|to|from|in|at|with|by|behind|beside|near|through|towards?|into|onto|under|between|against|across|beyond|among)\s{1,2}$"
)
APART = 99  # paragraphs from which on distance tells nothing, and which a new section counts for
_HEADING = pattern(
    r"""(?:[^\p{L}\p{N}"“”'‘’«»]{1,80}
      |[\[(*_\s—–-]{0,4}(?:
          (?i:chapter|book|part|volume|act|scene)\s{1,3}(?i:[ivxlc]{1,7}|\d{1,3}
            |(?:twenty|thirty|forty)?-?(?:one|two|three|four|five|six|seven|eight|nine)
            |ten|eleven|twelve|[a-z]{3,6}teen|twenty|thirty|forty
            |(?:the\s)?(?:first|second|third|fourth|last))\b[^\n]{0,80}
        |[IVXLC]{1,7}|\d{1,3})[\])*_.:\s—–-]{0,4})$""",
    regex.VERBOSE,
)
_READ = 1_000  # characters before a turn
_SILENT = pattern(
    r"""\b(?:(?:no|without)\s(?:answer|reply|response|word)|(?:not|never)\s(?:answer|reply|speak|respond)
      |nothing|said\sno\smore|silent|silence|pause|paused|hesitated|waited|went\son|continued)\b""",
    regex.VERBOSE,
)
_COMES = pattern(r"\b(?:entered|came\s(?:in|up)|ran\sin|appeared|arrived|opened|joined|returned|knock(?:ed)?)\b")
_LONGEST_QUESTION = 200  # characters of words that ask who it was
_ASKS = pattern(r"\bwho\b", regex.IGNORECASE)
_WHO_IT_WAS = pattern(
    r"""[”’"'](?:[ ](?:It|(?P<that>That)|(?P<this>This))|\n\s{1,3}(?P<this>This))(?:[ ](?:was|is)|['’]s)[ ]
        (?P<who>(?:the|an?)[ ](?:[\p{Ll}-]{2,14}[ ]){0,2}?(?P<noun>\p{Ll}{3,14}) | \p{Lu}[^.,;\n]{1,40}?)
        (?:[ ](?:again|now))?(?P<end>[.;]|,(?:[ ]who\b)?)""",
    regex.VERBOSE,
)


@define(eq=False)
class Seen(Mention):
    """A mention in the narration with its role: "subject", "owner" ("Ann's") or "other"."""

    role: str


def holds(stretches: Sequence[tuple[int, int]], offset: int) -> bool:
    """Tell whether an offset lies in one of some stretches, which stand in text order."""
    at = bisect_left(stretches, (offset + 1,)) - 1
    return at >= 0 and offset < stretches[at][1]


def role_of(text: str, start: int, end: int) -> str:
    """Return ``"owner"``, ``"subject"`` or ``"other"`` for the mention text[start:end] in narration.

    >>> role_of("Ann rose.", 0, 3), role_of("Ann’s coat was wet.", 0, 3), role_of("The road to Ayr was bad.", 12, 15)
    ('subject', 'owner', 'other')
    >>> role_of("Ann clears her throat.", 0, 3), role_of("The Ayr roads were bad.", 4, 7)
    ('subject', 'other')
    """
    if text[end : end + 2] in ("'s", "’s"):
        return "subject" if _IS_THERE.match(text, end) else "owner"
    if _PREPOSITION.search(text, max(0, start - 10), start):
        return "other"
    found = _AFTER_MENTION.match(text, end, end + 40)
    if text[end : end + 1] == "," and not (found and is_finite(found[1])):
        found = _AFTER_ASIDE.match(text, end, end + 110) or found
    acts = found is not None and (is_finite(found[1]) or found[1] == "who")
    return "subject" if acts or _PRESENT.match(text, end, end + 40) else "other"


def _role_of_named(text: str, start: int, end: int) -> str:
    """Return the role of somebody with a name, who is the subject of «Ann's voice was sharp» as of «Ann rose».

    >>> _role_of_named("Ann’s voice was sharp.", 0, 3), _role_of_named("Ann’s coat was wet.", 0, 3)
    ('subject', 'owner')
    """
    role = role_of(text, start, end)
    if role == "other" and _ENTERS.search(text, max(0, start - 70), start):
        return "subject"
    part = _AFTER_PART.match(text, end, end + 50) if role == "owner" else None
    return "subject" if part is not None and is_finite(part[1]) else role


class Narration:
    """The mentions by name outside quotations, in text order."""

    def __init__(self, text: str, parts: Iterable[tuple[int, int]], cast: Cast) -> None:
        self.text = text
        spoken = sorted(parts)
        starts = [start for start, _ in spoken]
        self._parts, self._part_starts = spoken, starts
        self.seen: list[Seen] = []
        self.spoken: list[list[Mention]] = [[] for _ in spoken]
        self._index = {part: number for number, part in enumerate(spoken)}
        for mention in cast.mentions:
            at = bisect_left(starts, mention.start + 1) - 1
            if at >= 0 and mention.start < spoken[at][1]:
                self.spoken[at].append(Mention(*mention.offsets, mention.entity))
            else:
                role = _role_of_named(text, mention.start, mention.end)
                self.seen.append(Seen(mention.start, mention.end, mention.entity, role))
        self.starts = [seen.start for seen in self.seen]

    def renumber(self, places: Mapping[int, int]) -> None:
        """Give the entities new numbers."""
        for mention in chain(self.seen, *self.spoken):
            mention.entity = places[mention.entity]

    def add(self, seen: Sequence[Seen]) -> None:
        """Add mentions of people by a description."""
        self.seen = sorted([*self.seen, *seen], key=attrgetter("start"))
        self.starts = [mention.start for mention in self.seen]

    def between(self, start: int, end: int) -> list[Seen]:
        """Return the mentions that start in [start, end)."""
        return self.seen[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def back(self, offset: int, most: int) -> list[Seen]:
        """Return the last mentions that start before the offset."""
        place = self.back_from(offset)
        return self.seen[max(0, place - most) : place]

    def back_from(self, offset: int) -> int:
        """Return how many mentions start before the offset."""
        return bisect_left(self.starts, offset)

    def is_spoken(self, offset: int) -> bool:
        """Tell whether an offset lies in what is spoken."""
        at = bisect_left(self._part_starts, offset + 1) - 1
        return at >= 0 and offset < self._parts[at][1]

    def said_in(self, part: tuple[int, int]) -> list[Mention]:
        """Return the mentions within a part of a quotation."""
        return self.spoken[self._index[part]]


def narrated(text: str, parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield start and end of the stretches of narration between what is spoken."""
    reach = 0
    for start, end in sorted(parts):
        if start > reach:
            yield reach, start
        reach = max(reach, end)
    yield reach, len(text)


def parted(document: Document, first: int, last: int) -> bool:
    """Tell whether a section begins in a range of paragraphs, the last one not counted.

    >>> from quotex.read.document import Document
    >>> document = Document("“Good night.”\\n\\n* * *\\n\\n“Good morning.”\\n\\nHe yawned.")
    >>> parted(document, 1, 2), parted(document, 2, 4)
    (True, False)
    """
    numbers = range(first, min(last, first + APART))
    return any(_HEADING.match(document.text, *document.paragraphs[number]) is not None for number in numbers)


def pause_of(text: str, start: int, end: int) -> str:
    """Return "silent" where nobody answers in text[start:end], "comes" where somebody comes, "both", or "".

    Who spoke last goes on when there is no answer: in the novels of PDNC, where one paragraph of narration stands
    between two turns and says "no answer", two times in three; elsewhere one time in three.

    >>> [pause_of(text, 0, len(text)) for text in ("She made no answer.", "Tom came in, and was silent.", "It rained.")]
    ['silent', 'both', '']
    """
    start = max(start, end - _READ)
    silent, comes = _SILENT.search(text, start, end), _COMES.search(text, start, end)
    return "both" if silent and comes else "silent" if silent else "comes" if comes else ""


def who_it_was(text: str, part: tuple[int, int], narration: Narration) -> Span | None:
    """Return who is named behind the first part of a turn, or None; «It was Bo, who drove» tells of something else."""
    start, end = part
    found = _WHO_IT_WAS.match(text, end) or _WHO_IT_WAS.match(text, end - 1)
    asks = _ASKS.search(text, start, min(end, start + _LONGEST_QUESTION)) is not None
    if found is None or asks and not (found["this"] and found["who"][0].isupper()):
        return None  # «"Who did it?" It was Bo» answers
    if found["end"].endswith("who") and not (found["that"] or found["this"]):
        return None
    first, last = found.span("who")
    noun = found["noun"]
    named = any((seen.start, seen.end) == (first, last) for seen in narration.between(first, last))
    told = named or (noun is not None and (noun_gender(noun) is not None or noun in load_words("people")))
    return Span(first, last, found["who"]) if told else None
