"""Whose a quotation is where the words around it say so: «in her own words», «his last words were», «Bo said it
daily»."""

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
# "Ana Ruiz said it to her crew." behind the words.
_SAID_IT = pattern(
    r"[.!?…]?[”’\"]?\s(?<who>[^,.;:“”\"\n]{2,60}?)\s"
    r"(?:said|says|shouted|shouts|yelled|repeated|repeats|wrote|writes|muttered)\s(?:(?:it|this)\b|that(?=[.,;]))"
)
_IT_WAS = pattern(r"(?:That|This|It)(?:\s(?:is|was)|['’]s)\s")
_FIRST = 3  # characters of the mark that opens a paragraph
_BEHIND_IT = 2  # sentences behind the words that may say whose they are


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


def named_by_next(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return who the next sentence says has said it: «It was “Mind the step.” Her father said it to everybody.»."""
    if quotation.cue is not None or quotation.kind != "direct":
        return None
    said = _SAID_IT.match(discourse.document.text, quotation.end, quotation.end + 100)
    if said is not None:
        return Clue(said.start("who"), said.end("who"), None, "speaker after")
    return _it_was(quotation, discourse)


def _it_was(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return who is named as the one heard, behind words that open a paragraph: «“Mind the step!” It was Mrs Lund.»."""
    place = discourse.place(quotation.start)
    if quotation.start - discourse.document.paragraphs[place.paragraph][0] > _FIRST:
        return None
    text = discourse.document.text
    last = discourse.place(quotation.end - 1).sentence
    for sentence in discourse.document.sentences_of(place.paragraph)[last + 1 : last + 1 + _BEHIND_IT]:
        heard = _IT_WAS.match(text, sentence.start, sentence.end)
        named = discourse.names(heard.end(), sentence.end) if heard else []
        if heard and named and text[heard.end() : named[0].start] in ("", "Mr ", "Mrs ", "Ms ", "the "):
            person = discourse.cast.entities[named[0].entity].type == "person"
            return Clue(*named[0].offsets, named[0].entity, "speaker after") if person else None
    return None
