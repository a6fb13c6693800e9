"""Who asks and who answers, when the label is Q or A, a witness, or none at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from quotex.detect.layout.turn import LayoutTurn
from quotex.patterns import pattern
from quotex.resolve.labels.introduced import Introductions, Person
from quotex.resolve.labels.words import fold
from quotex.resolve.people.cast import Cast

_ASKING = pattern(
    r"""\b(?:[Ii]nterview(?:ed)?|[Ww]ords|[Tt]ext|[Qq]uestions|[Ss]tory|[Rr]ecorded|[Rr]ecording|[Cc]onversation)
        (?:\s(?:and|in|with|on|at)\s[^\n.;:]{1,60}?)?\s[Bb]y\s(?=\p{Lu})
      | (?:^|[*_\n])\s*+[*_]{0,2}(?:By|BY)\s(?=\p{Lu})
      | \b(?:Interview(?:er)?|Questions|Words):\s(?=\p{Lu})
      | \b(?:talk(?:s|ed)?|spoke|speaks|spoken|sat\sdown)\s(?:to|with)\s(?=\p{Lu})""",
    regex.VERBOSE,
)
_ASKS = pattern(
    r"\s(?:\([\p{Lu}]{2,4}\)\s)?(?:talks?|talked|speaks|spoke|met|meets|sat\sdown|interviewed|interviews|took|asked|went|visited|caught)\b"
)
_HEARD = r"""
        \b(?:DEPOSITION|TESTIMONY|[Dd]eposition|[Tt]estimony|EXAMINATION\sBEFORE\sTRIAL)\s(?:OF|of)\s
        (?P<name>\p{Lu}[\p{L}.'’\ -]{3,60}?)\s*$
      | \bcalls?\s(?P<name>\p{Lu}[\p{L}.'’\ -]{3,60}?)\."""
_SWORN = pattern(
    r"""(?P<name>\p{Lu}[\p{L}.'’\ -]{3,60}?),?\s+
        (?:sworn|having\sbeen\s(?:first\s)?(?:duly\s)?sworn|called\sas\sa\switness|affirmed)
      | """
    + _HEARD,
    regex.VERBOSE | regex.MULTILINE,
)
_CALLED = pattern(_HEARD, regex.VERBOSE | regex.MULTILINE)
_OATHS = ("sworn", "affirmed", "called")  # a text without any of them is not read for a name before one


def interviewer(known: Introductions) -> Person | None:
    """Return who put the questions of an interview, as the words before it say."""
    text = known.words.text[: known.first]
    for match in _ASKS.finditer(text):
        person = _ending_at(known, match.start())
        if person:
            return person
    for match in _ASKING.finditer(text):
        person = known.run_at(match.end())
        if person:
            return person
    return None


def _ending_at(known: Introductions, offset: int) -> Person | None:
    """Return the name of two words or more that ends at an offset and opens its sentence or line."""
    words = known.words
    number = words.at(offset) - 1
    if number < 1 or words.tokens[number].end != offset:
        return None
    left = number
    while left and words.joins(left - 1) and number - left < 4:
        left -= 1
    return known.run_at(words.tokens[left].start) if left < number else None


def sworn_witnesses(known: Introductions) -> list[tuple[int, Person]]:
    """Return who is sworn where, in text order."""
    found = []
    text = known.words.text
    for match in (_SWORN if any(oath in text for oath in _OATHS) else _CALLED).finditer(text):
        start = match.start("name")
        number = known.words.at(start)
        person = known.run_at(known.words.tokens[number].start) if number < len(known.words.tokens) else None
        if person:
            found.append((start, person))
    return found


def answerer(turns: Sequence[LayoutTurn], cast: Cast, *, but: Person | None) -> int | None:
    """Place in the cast of the person whom the words around an interview are about most, first those before it."""
    asks = {fold(word) for word in but.name.split()} if but else set()
    counts: Counter[int] = Counter()
    first, last = turns[0].label[0] if turns[0].label else turns[0].start, turns[-1].end
    for mention in cast.mentions:
        member = cast.entities[mention.entity]
        words = {fold(word) for word in member.name.split()}
        if first <= mention.start < last or member.type not in ("person", "unknown") or asks and words & asks:
            continue
        counts[mention.entity] += (1 + (" " in member.name)) * (4 if mention.start < first else 1)
    return max(counts, key=lambda entity: (counts[entity], -entity)) if counts else None
