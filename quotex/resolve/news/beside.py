"""The name beside a description: "A spokeswoman for the bank, Lena Lake, said", "a plumber named Mia Petrov".

A detector that labels words often stops at the description, or at the body that somebody speaks for.  The name that
stands directly before the verb, with nothing but its titles between it and the comma before, is who speaks.
"""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.lexicon.function_words import is_adverb, words_of
from quotex.lexicon.names import affiliations, titles
from quotex.lexicon.nouns import head_of, is_role
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.people.mention import Mention
from quotex.resolve.people.name_kinds import INTRODUCES

_REACH = 200  # characters between a source and its cue
_BEFORE = 90  # characters before a name in which its phrase begins
_LONGEST = 6  # words of titles and roles before a name
# Between a name and its cue: an age, letters behind the name, brackets, adverbs and auxiliaries.
_TO_CUE = pattern(
    r"""
    (?:,\s(?:aged?\s)?\d{1,3}(?:-year-old)?)?+
    (?:\s\([^()\n]{1,40}\)|,?\s\p{Lu}{2,5}\b)?+
    (?<comma>,)?+\s++
    (?<words>(?:\p{Ll}[\p{Ll}’']*+\s){0,3}+)
    """,
    regex.VERBOSE,
)
_LETTERS = pattern(r",\s\p{Lu}{2,5}")  # behind a name: "Ana Ruiz, MP"
# The end of a sentence, or a quotation, between a source and a name; "the Rev. Colin" and "the U.S. House" have none.
_STOP = pattern(r"(?<!\b\p{Lu}\p{Ll}{1,4})(?<=\p{Ll}{2})[.?!]\s|[?!“”\"\n]")
_AUXILIARIES = frozenset(("has", "have", "had", "also", "then", "later", "would", "will", "did", "does"))
_EDGE = pattern(r"(?:^|[,;:—–“”\"(\n]\s?|['’]s\s|\b(?:but|that|when|while|because)\s|,\s(?:and|or)\s)")
_WORD = pattern(r"[\p{L}\p{N}][\p{L}\p{N}.'’&-]*+")
# Between a description and the name in apposition behind it: a complement or a relative clause, and a comma.
_APPOSITION = pattern(
    r"""
    (?: \s (?:of|at|for|in|from|and|to|on|with|who|that|which|behind) \s [^,.;:“”"\n]{2,70} )?
    (?: (?:,\s[^,.;:“”"\n]{2,40})?,?\s who\s(?:gave|gives|goes|went)\s[^,.;:“”"\n]{2,40}\s(?:as|of)\s
      | ,\s(?:identified|referred\sto|named|known)\s[^,.;:“”"\n]{0,30}\bas\s
      | ,\swho\s(?:is|was)\s | ,\swhose\sname\s(?:is|was)\s
      | ,\san?\s(?:[\p{L}-]{2,20}\s){1,6}(?:named|called)\s | ,\s | \s\((?=\p{Lu}) | \s(?:named|called|known\sas)\s )
    (?<lead> (?:(?:the|an?|its|his|her|their)\s)? (?:[\p{L}.’'-]{1,20}\s){0,4}? )
    """,
    regex.VERBOSE,
)
# Where a phrase ends behind a name: after a body or place, an age, letters or brackets.
_CLOSED = pattern(
    r"""
    (?: \s(?:of|from|at)\s (?:the\s)? (?:\p{Lu}[\p{L}\p{M}’'-]*+ (?:\s(?:of|for|and|&)(?:\sthe)?)? \s?){1,6} (?=,) )?
    (?: ,\s (?:aged\s)? \d{1,3} (?=[,.]) )?
    (?: ,?\s \p{Lu}[\p{Lu}.]{1,4}\b | \s\([^()\n]{1,40}\) )?
    (?: [,.] | \s(?=said|says|[–—]) | [–—] | $ )
    """,
    regex.VERBOSE,
)


_BY = pattern(r"(?:[\p{L}\p{N}’'-]{1,20}\s){1,9}by\s")


def name_at_cue(quotation: Quotation, start: int, end: int, discourse: Discourse) -> Mention | None:
    """Return the name that stands directly before the cue and behind the source that was found.

    Args:
        quotation: The quotation, with its cue.
        start: Where its source begins.
        end: Where the source ends.
        discourse: The mentions by name.
    """
    cue = quotation.cue
    if cue is None or not end <= cue.start <= end + _REACH:
        return None
    text = discourse.document.text
    named = discourse.names(max(start, cue.start - _REACH), cue.start)
    if not named or any(span.start < named[-1].start < span.end for span in quotation.spans):
        return None
    if len(named) > 1 and _LETTERS.fullmatch(text, named[-2].end, named[-1].end):
        named.pop()
    last = named[-1]
    if last.end <= end and last.start <= start or not _reaches(text, last.end, cue.start):
        return None
    floor = max(start, last.start - _BEFORE)
    if _STOP.search(text, end, last.start) is not None:
        return None
    return last if _begins_phrase(text, floor, start, last.start, named[:-1]) else None


def _reaches(text: str, end: int, cue: int) -> bool:
    """Tell whether only an age, letters and adverbs stand between a name and its cue."""
    gap = _TO_CUE.fullmatch(text, end, cue)
    return gap is not None and all(word in _AUXILIARIES or is_adverb(word) for word in gap["words"].split())


def _begins_phrase(text: str, floor: int, start: int, name: int, others: list[Mention]) -> bool:
    """Tell whether nothing but titles and roles stands between a name and the comma or clause before it."""
    if INTRODUCES.search(text, floor, name):
        return True
    edge = max((match.end() for match in _EDGE.finditer(text, floor, name)), default=-1)
    if edge < 0 or edge < start:
        edge = start
    for other in others:
        if edge < other.end <= name:
            edge = other.end  # "Florida Department of Transportation official Troy Roberts"
    words = [match[0] for match in _WORD.finditer(text, edge, name)]
    if words and words[0].lower() == "and":
        return False  # the second of two, or half a name: "a division of Immigration and Customs Enforcement"
    return len(words) <= _LONGEST and all(map(_fits, words)) and (edge > start or bool(words) or not others)


def _fits(word: str) -> bool:
    """Tell whether a word can stand between the edge of a noun phrase and the name that is its head."""
    low = word.casefold().rstrip(".")
    if low in words_of("before-object") or low in words_of("complement"):
        return False
    return (
        word[0].isupper()
        or low in ("and", "named", "called")
        or low in words_of("definite")
        or low in words_of("indefinite")
        or low in titles()
        or is_role(low)
        or low in load_words("role_modifiers")
        or head_of(low)[0] is not None
        or word in affiliations()
        or low in words_of("owner")
        or is_adverb(low)
        or "-" in word
        or low.endswith(("ist", "ian", "er", "or", "ed", "al", "ic", "ing"))
        and word.islower()
    )


def writer_of(start: int, limit: int, discourse: Discourse) -> Mention | None:
    """Return who wrote what is described: "a tweet on Monday by Secretary Ana Ruiz"."""
    by = _BY.match(discourse.document.text, start, limit + 90)
    named = discourse.names(by.end(), by.end() + 70) if by else []
    if by is None or not named or not all(map(_fits, discourse.document.text[by.end() : named[0].start].split())):
        return None
    return named[0]


def _is_closed(text: str, lead: int, end: int) -> bool:
    """Tell whether the phrase of a name ends with it, as its lead asks for."""
    if text[lead - 1] == "(":
        return text[end : end + 1] == ")"
    named = (
        text[max(0, lead - 8) : lead].endswith((" named ", " called ", " was ", " is ")) and text[end : end + 1] == " "
    )
    return named or _CLOSED.match(text, end) is not None


def name_behind(limit: int, discourse: Discourse) -> Mention | None:
    """Return the name in apposition behind a description that ends at an offset, or that it is said to bear."""
    text = discourse.document.text
    comma = _APPOSITION.match(text, limit, limit + 130)
    if comma is None:
        return None
    lead = comma.start("lead")
    named = discourse.names(lead, lead + 80)
    if not named:
        return None
    words = [match[0] for match in _WORD.finditer(text, lead, named[0].start)]
    if len(words) > _LONGEST or not all(map(_fits, words)) or not _is_closed(text, lead, named[0].end):
        return None
    if text[lead - 1] == "(" and discourse.cast.entities[named[0].entity].type == "organization":
        return None  # an abbreviation or a party
    return named[0]
