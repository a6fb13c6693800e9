"""The noun that "who" or "which" takes up, when it is not simply the name before it."""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import Head, head_of
from quotex.patterns import pattern
from quotex.read.tokens import Tokens
from quotex.resolve.news.descriptions.find_descriptions import NominalMention, at_determiners
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.people.mention import Mention

_GAP = pattern(r"[\s,(–—-]*+")
# What may stand between a noun and the relative pronoun: a complement with a preposition.
_COMPLEMENT = pattern(
    r"(?:\s(?:of|in|at|from|with|to|for|on|near|behind|called|named|nicknamed)\s[^,.;:“”\"\n]{1,60})?[\s,(–—-]{0,4}"
)
_SENT = pattern(r"(?:\s\p{Ll}{2,12}(?:ed|en|nt))?+")  # "a letter sent to schools, which"
_TO_APPOSITION = pattern(r"(?:\s\([^()\n]{1,40}\))?,\s")
_YEAR = pattern(r"(?:\s\([^()\n]{1,20}\))?,?\s")
# What may part a noun from its relative pronoun: a date, "a circular of March 2021, which", or a bracket.
_PARTING = pattern(
    r"""
    \s(?: (?:dated|for|from|in|of|on)\s
           (?: \d{1,2}\s\p{Lu}\p{Ll}{2,8}(?:,?\s\d{4})? | \p{Lu}\p{Ll}{2,8}\.?\s\d{1,2}(?:,\s\d{4})?
             | \p{Lu}\p{Ll}{2,8}\s\d{4} | \d{4} )
       | (?:on\s)?\L<days>
       | \([^()\n]{1,40}\) )
    ,?\s$
    """,
    regex.VERBOSE,
    days=sorted(day.capitalize() for day in load_words("dates") if day.endswith("day")),
)
_LONGEST_PARTING = 50
_CLEFT = pattern(r"\b[Ii]t\s(?:is|was)\s(?<who>he|she|they|him|her|them),?\s$")
_PAIR = 2
_BEHIND_NAME = pattern(r"\sfrom\s$|\p{Lu}[\p{L}’'-]++\sof\s$")
_LONGEST_NAME = 30
_APPOSED = pattern(r",\s$")
_INSIDE = ("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "POS", "VBG", "VBN")
_PLURAL = ("NNS", "NNPS")
_BEGINS = ("DT", "PRP$", "WP$")
_TYPES = {"who": ("person", "group"), "whom": ("person", "group"), "whose": ("person", "group")}


def cleft_before(floor: int, start: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the pronoun that a cleft sentence puts before "who": "It was he who said"."""
    cleft = _CLEFT.search(discourse.document.text, floor, start)
    return cleft.span("who") if cleft else None


def before_parting(floor: int, start: int, discourse: Discourse) -> int:
    """Return where a date or a bracket begins that parts a noun from its relative pronoun, or where that begins."""
    parting = _PARTING.search(discourse.document.text, max(floor, start - _LONGEST_PARTING), start)
    return parting.start() if parting else start


def phrase_before(pronoun: str, floor: int, start: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the description that a relative pronoun takes up, or the name that it is in apposition to.

    "Lars called his brother, who said": the brother.  "Mark Hay, an ecologist at GT, who said": Mark Hay.  Nothing is
    returned where a name stands directly before the pronoun and belongs to no description.
    """
    text = discourse.document.text
    chosen: NominalMention | None = None
    parting = before_parting(floor, start, discourse)
    for described in reversed(at_determiners(text, floor, start)):
        wanted = _TYPES.get(pronoun, ("organization", "document", "group"))
        if described.head.type not in wanted:
            continue
        sent = _SENT.match(text, described.end, parting) if described.head.type == "document" else None
        if _COMPLEMENT.fullmatch(text, sent.end() if sent else described.end, parting) is not None:
            chosen = described
            break
    if chosen is None:
        return None
    named = [n for n in discourse.names(floor, parting) if _GAP.fullmatch(text, n.end, parting)]
    if (
        named
        and "," in text[named[-1].end : start]
        and named[-1].start > chosen.end
        and not in_place(named[-1], discourse)
    ):
        return None
    if _APPOSED.search(text, floor, chosen.start):
        before = discourse.names(floor, chosen.start)
        first = [n for n in before if _TO_APPOSITION.fullmatch(text, n.end, chosen.start)]
        if first and chosen.determiner == "a":
            return first[0].offsets
    return chosen.start, chosen.end


def plain_phrase_before(pronoun: str, floor: int, start: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the noun phrase that ends before a relative pronoun, whatever its words: "some church leaders, who said".

    One that cannot be meant and stands behind a preposition is the complement of the one before: "the bin in Leeds
    that said".
    """
    tokens = discourse.document.sentence_at(start).tokens
    start = before_parting(floor, start, discourse)
    ends = (at for at in reversed(range(len(tokens))) if tokens.ends[at] <= start and tokens.words[at].isalnum())
    last = next(ends, -1)
    first = _first_of(tokens, last)
    if first is None:
        return None
    first = _over_and(tokens, first, last)
    known = head_of(tokens.lower[last])[0]
    if first > 1 and tokens.lower[first - 1] in words_of("complement") and not _is_meant(pronoun, known):
        first = next((at for at in (_first_of(tokens, first - 2),) if at is not None), first)
    return (tokens.starts[first], tokens.ends[last]) if tokens.starts[first] >= floor else None


def _over_and(tokens: Tokens, first: int, last: int) -> int:
    """Return the first word of two nouns in the plural: "both Democrats and Republicans, who said"."""
    plural = tokens.tags[last] in _PLURAL and first > 1 and tokens.lower[first - 1] == "and"
    before = _first_of(tokens, first - 2) if plural and tokens.tags[first - 2] in _PLURAL else None
    return first if before is None else before


def names_before(floor: int, start: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return two names joined by "and" right before a relative pronoun: "Lindqvist and Obi (2007), who note"."""
    names = discourse.names(floor, start)[-2:]
    if len(names) < _PAIR or discourse.document.text[names[0].end : names[1].start] != " and ":
        return None
    close = _YEAR.fullmatch(discourse.document.text, names[1].end, start)
    return (names[0].start, names[1].end) if close else None


def _is_meant(pronoun: str, head: Head | None) -> bool:
    """Tell whether a relative pronoun may take up such a noun."""
    return head is not None and (pronoun not in _TYPES or head.type in _TYPES[pronoun])


def _first_of(tokens: Tokens, last: int) -> int | None:
    """Return the first word of the noun phrase that ends with a word, if a noun is there."""
    if last < 0 or tokens.tags[last] not in _INSIDE[:4] and not _is_time(tokens, last):
        return None
    at = last
    while at and tokens.tags[at - 1] in _INSIDE and tokens.tags[at] not in _BEGINS:
        at -= 1
    while tokens.tags[at] in ("VBG", "VBN") and at < last and not (at and tokens.tags[at - 1] in _BEGINS):
        at += 1
    return at - 1 if at and tokens.tags[at - 1] in _BEGINS else at


def _is_time(tokens: Tokens, last: int) -> bool:
    """Tell whether a number is a time that belongs to a noun: "the handbills of the 1840s, which"."""
    return tokens.tags[last] == "CD" and last > _PAIR and tokens.lower[last - 1] in ("of", "the")


def in_place(named: Mention, discourse: Discourse) -> bool:
    """Tell whether a name stands behind a preposition of place: "a hairdresser in Lodwar, who said".

    What the text does not show to be a person is a place behind "from" too, and behind "of" when it follows a name:
    "Ana Ruiz of Lodwar, who said".
    """
    text = discourse.document.text
    member = discourse.cast.entities[named.entity]
    unknown = member.type == "unknown" and member.gender is None
    behind = _BEHIND_NAME.search(text, max(0, named.start - _LONGEST_NAME), named.start)
    placed = text.endswith((" in ", " at "), 0, named.start) and member.gender is None
    return placed or unknown and behind is not None
