"""Find the speaker in words that lead to a quotation with a colon and no verb: «Adjei, on stage: “…”»."""

from __future__ import annotations

from typing import NamedTuple

from quotex.lexicon import load_words
from quotex.lexicon.names import is_place
from quotex.patterns import pattern
from quotex.resolve.news.descriptions.find_descriptions import at_determiners
from quotex.resolve.news.discourse import Discourse

_COLON = pattern(r":\s{0,4}[“”\"‘'«„]{1,3}\s?$")
_REACH = 12
_HEADLINES = 3  # paragraphs of a text that may be headlines
_NEAR = 60  # characters before a name in which its preposition stands
_LONGEST = 300  # characters of a sentence that leads to a quotation
_FROM = pattern(r"(?<!\p{L})(?:from|by)\s(?:[\p{Ll}.’'-]{1,20}\s){0,4}$")
_OTHER = pattern(
    r"(?<!\p{L})(?i:about|against|at|for|in|into|like|of|on|over|than|to|toward|towards|with)\s(?:[\p{Ll}.’'-]{1,20}\s){0,3}$"
)
_OPENING = pattern(
    r"\((?:[^():;“”\"\n]{2,60}?,?\s(?:and|then)\s)?(?=[Aa]n?\s)|(?:(?:And|But|Even|Here|Now|So|Then|Yet)\s|[\d.:apm]{3,8}\s?(?:[ap]\.?m\.?)?\s?[—–-]+\s)?"
)
_HEARD = pattern(
    r"(?<!\p{L})(?:(?:been|was|is|[’']s|were)\s(?:speaking|talking)\s(?:to|with)|interviewed"
    r"|(?:[Ww]e|I|reporter)\s(?:spoke|talked|have\sspoken|has\sspoken)\s(?:to|with))\s"
)
_BESIDE = 30  # characters from those words to the name
_VOICE = pattern(r"[Aa](?:nother)?\s(?:\p{Ll}{2,12}\s)?voice(?:\sfrom\s[^:;,“”\"\n]{2,40})?")
_OWN = pattern(r"(?<owner>[Hh]is|[Hh]er|[Tt]heir)\s")
# A line that begins with somebody whom nothing else names: «Prys-Roberts: “…”», «Rosa from Dunmore emails: “…”».
_BEGINS = pattern(r"(?<name>\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+){0,3})(?=:|,\s|\s(?:from|in|on|of)\s)")


class LeadIn(NamedTuple):
    """The person whom a lead-in names.

    Attributes:
        start: Offset of the name or description.
        end: Offset of its end, exclusive.
        entity: The number of the entity in the cast, or None if the words are no known name.
    """

    start: int
    end: int
    entity: int | None


def lead_in(start: int, discourse: Discourse) -> LeadIn | None:
    """Return the person named in the words before a quotation, if a colon leads to it; otherwise None.

    Args:
        start: Where the words of the quotation begin.
        discourse: The mentions by name.
    """
    text = discourse.document.text
    colon = _COLON.search(text, max(0, start - _REACH), start)
    if colon is None or colon.start() == 0:
        return None
    end = colon.start()
    floor = max(discourse.document.sentence_at(end - 1).start, end - _LONGEST)
    opening = _OPENING.match(text, floor, end)
    floor = opening.end() if opening else floor
    if discourse.place(start).paragraph < _HEADLINES and is_place(text[floor:end].strip()):
        return None  # a headline says where: «SUDAN: “We walked for days”»
    own = _OWN.match(text, floor, end)
    if own is not None:
        return LeadIn(own.start("owner"), own.end("owner"), None)
    return _named(floor, end, discourse) or _described(floor, end, discourse) or _begins(floor, end, discourse)


def _named(floor: int, end: int, discourse: Discourse) -> LeadIn | None:
    """Return whom a reporter has been speaking to, the name behind "from" or "by", or the first that is no object and
    no place."""
    text = discourse.document.text
    named = [n for n in discourse.names(floor, end) if not discourse.quoted(n.start)]
    heard = _HEARD.search(text, floor, end)
    if heard and (told := [n for n in named if heard.end() <= n.start < heard.end() + _BESIDE]):
        return LeadIn(*told[0].offsets, told[0].entity)
    senders = [n for n in named if _FROM.search(text, max(floor, n.start - _NEAR), n.start)]
    begins = [n for n in named if n.start == floor] or senders
    free = [n for n in named if not _OTHER.search(text, max(floor, n.start - _NEAR), n.start)]
    found = begins or [n for n in free if not discourse.possessor(n.end)]
    return LeadIn(*found[0].offsets, found[0].entity) if found else None


def _described(floor: int, end: int, discourse: Discourse) -> LeadIn | None:
    """A description that opens the words before the colon: «But an insider hit back: “…”»."""
    for described in at_determiners(discourse.document.text, floor, end):
        if described.start == floor and described.head.type not in ("time", "document"):
            return LeadIn(described.start, described.end, None)
    return None


def _begins(floor: int, end: int, discourse: Discourse) -> LeadIn | None:
    if _VOICE.fullmatch(discourse.document.text, floor, end):
        return LeadIn(floor, end, None)
    name = _BEGINS.match(discourse.document.text, floor, end + 1)
    if name is None or name["name"].split()[0].casefold() in load_words("opening_words"):
        return None
    return LeadIn(name.start("name"), name.end("name"), None)
