"""Whose a quotation is where a phrase beside it says so: «in her own words», «his last words were»."""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.discourse import Discourse

_IN_OWN_WORDS = pattern(
    r"\b[Ii]n\s(?:(?<who>his|her|their)|(?<who>\p{Lu}[\p{L}’'-]*?)(?<=\p{Ll})['’]s)\s(?:own\s)?(?:words?|phrase|formulation),?\s[“‘\"']$"
)
_IN_WORDS_OF = pattern(r"\b[Ii]n\sthe\swords\sof\s(?<who>[^,.;:“”\"\n]{2,80}),\s{1,2}[“‘'\"]?$")
_HOW = pattern(
    r"[.,!?…]?[”’'\"]\s(?:is|was)\show\s(?<who>[^.;:“”\"\n]{2,60}?)(?:,\s[^.;:“”\"\n]{2,60},)?\s(?:puts|put|sums|summed)\s"
)
_NOUN_OF = pattern(
    r"\b(?:an?|the|this|that|one|another)\s(?:\p{Ll}{2,15}\s)?(?<noun>\p{Ll}{3,15})\s(?:of|by|from)\s"
    r"(?<who>\p{Lu}[^,.;:“”\"\n]{1,60}?)(?:['’]s?)?:\s[“‘\"']$"
)
_OWN_NOUN = pattern(
    r"(?<who>\p{Lu}[\p{L}’'-]*?(?:\s\p{Lu}[\p{L}’'-]*?)?)(?<=\p{Ll})['’]s\s(?:\p{Ll}{2,15}\s)?(?<noun>\p{Ll}{3,15}):\s[“‘\"']$"
)
_LAST_WORDS = pattern(
    r"(?:^|(?<![\p{L}’'-]))(?:(?<who>[Hh]is|[Hh]er)|(?<who>\p{Lu}[\p{L}’'-]*?)(?<=\p{L})['’]s)\s(?:\p{Ll}+\s){0,2}"
    r"(?:words?|reply|answer|response|motto|verdict|message|advice)(?:\s(?:to|on|for|of)\s[^.;:“”\"\n]{1,40})?\s"
    r"(?:were|was|are|is|came),?:?\s[“‘\"']$"
)


def credited(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return whose words a phrase says they are: «in the words of Ana Ruiz, “…”», «“…” is how Ruiz puts it»."""
    text, start, end = discourse.document.text, quotation.start, quotation.end
    before = max(0, start - 110)
    found = _IN_WORDS_OF.search(text, before, start) or _IN_OWN_WORDS.search(text, before, start)
    found = found or _LAST_WORDS.search(text, before, start) or _HOW.match(text, end, end + 160)
    found = found or _said_in(text, before, start)
    return Clue(found.start("who"), found.end("who"), None, "credited") if found else None


def _said_in(text: str, before: int, start: int) -> regex.Match[str] | None:
    """Return whose a noun of saying before a colon is: «a caution of Ana Ruiz’s: ‘…’», «Ruiz’s words: “…”»."""
    found = _NOUN_OF.search(text, before, start) or _OWN_NOUN.search(text, before, start)
    return found if found and found["noun"] in load_words("reporting_nouns") else None
