"""Whose a quotation is where the next sentence tells: «Bo said it daily», «It was Mrs Lund»."""

from __future__ import annotations

from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.discourse import Discourse

# "Ana Ruiz said it to her crew." behind the words.
_SAID_IT = pattern(
    r"[.!?…]?[”’\"]?\s(?<who>[^,.;:“”\"\n]{2,60}?)\s"
    r"(?:said|says|shouted|shouts|yelled|repeated|repeats|wrote|writes|muttered)\s(?:(?:it|this)\b|that(?=[.,;]))"
)
_IT_WAS = pattern(r"(?:That|This|It)(?:\s(?:is|was)|['’]s)\s")
_FIRST = 3  # characters of the mark that opens a paragraph
_BEHIND_IT = 2  # sentences behind the words that may say whose they are


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
