"""Whose a line is that only a date leads to: «Her diary is mostly prices. June 11: “Bread 3.”»."""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.discourse import Discourse

_DATE = pattern(
    r"""
    (?:(?<=[.!?:”"’)]\s)|(?<=\n))(?:On\s)?(?:\p{Lu}\p{Ll}{2,5}day,?\s)?
    (?: (?P<month>\p{Lu}\p{Ll}{2,8})\.?\s\d{1,2} | \d{1,2}(?:st|nd|rd|th)?\s(?P<month>\p{Lu}\p{Ll}{2,8}) )
    (?:,?\s\d{4})?:\s[“"‘'«]?$
    """,
    regex.VERBOSE,
)
_BOOK = pattern(
    r"(?<!\p{L})(?P<owner>[Hh]is|[Hh]er|[Tt]heir|(?:[Tt]he\s)?[\p{L}.-]{2,20}(?:\s[\p{L}.-]{2,20})?(?:['’]s|(?<=s)['’]))"
    r"\s(?:(?:own|private|travel|pocket|field|prison|war)\s)?(?:diary|diaries|journal|log|logbook|notebook)(?!\p{L})"
)
_LONGEST = 60  # characters of a date with what opens the words
_WITHIN = 900  # characters before a line within which the book is named whose it is


def dated(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the diary or log, with its owner, out of which a line is quoted behind nothing but its date."""
    text = discourse.document.text
    if quotation.kind != "direct" or quotation.cue is not None:
        return None
    date = _DATE.search(text, max(0, quotation.start - _LONGEST), quotation.start)
    if date is None or date["month"].lower() not in load_words("dates"):
        return None
    books = list(_BOOK.finditer(text, max(0, quotation.start - _WITHIN), date.start()))
    return Clue(books[-1].start(), books[-1].end(), None, "lead-in") if books else None
