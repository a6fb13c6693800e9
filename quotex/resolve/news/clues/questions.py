"""Find who answers a question put to someone, or one that the writer asks, and who speaks in the turns that follow."""

from __future__ import annotations

from collections import Counter

import regex

from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.discourse import Attributed, Discourse

_PUT = pattern(
    r"""
    \b(?:put\sit\sto|puts\sit\sto|put\sto|puts\sto|asked|asks|pressed|presses|challenged|challenges|questioned|quizzed)\s
    (?P<who>(?:her|him|them|me|us)\b|(?:(?!\sto\s)[^,.;:?!“”"()\n]){2,50}?)\s
    (?:that|if|whether|why|how|what|when|where|who|about|on)\s
    """,
    regex.VERBOSE,
)
_PASSIVE = pattern(r"\b(?:was|were|is|are|been|being|be|when|if)\s(?:\p{Ll}+ly\s)?$")
_TOUCH = pattern(r"[”’\"']\s{1,3}[“‘\"']")  # the end of one passage in marks and the beginning of the next
_TURNS = 6  # quotations of one paragraph in which two speak in turn
_NEAR = 2  # paragraphs back in which whoever spoke last is still the one who is asked
_LATELY = 80  # quotations that are looked at
_MARKS = 3  # characters of the marks around a quotation that is a paragraph


def is_alone(quotation: Quotation, discourse: Discourse) -> bool:
    """Tell whether a quotation fills its paragraph."""
    start, end = discourse.document.paragraphs[discourse.place(quotation.start).paragraph]
    return quotation.start - start <= _MARKS and end - quotation.end <= _MARKS


def answer_of_asked(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the person to whom the paragraph before puts something («Gold put it to her that …»), or None.

    A quotation that fills its paragraph is that person's answer.
    """
    paragraph = discourse.place(quotation.start).paragraph
    if not paragraph or not is_alone(quotation, discourse):
        return None
    sentence = discourse.document.sentences_of(paragraph - 1)[-1]
    found = _asked(sentence.start, sentence.end, discourse)
    if found is None:
        return None
    start, end = found.span("who")
    named = [name for name in discourse.names(start, end) if name.end == end]
    return Clue(start, end, named[-1].entity if named else None, "change_of_speaker")


def puts_question(told: Attributed, discourse: Discourse) -> bool:
    """Tell whether the sentence of a quotation puts a question to someone."""
    sentence = discourse.document.sentence_at(told.start)
    return _asked(sentence.start, sentence.end, discourse) is not None


def _asked(start: int, end: int, discourse: Discourse) -> regex.Match[str] | None:
    """Return where narration says in the active that something is put to somebody."""
    text = discourse.document.text
    for found in _PUT.finditer(text, start, end):
        passive = _PASSIVE.search(text, max(start, found.start() - 24), found.start()) is not None
        if found.start() > start and not passive and not discourse.quoted(found.start()):
            return found
    return None


def answer_to_writer(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the person quoted most, who answers a question of the writer; or None: «Does it hurt? “A little.”»."""
    sentence = discourse.document.sentence_at(quotation.start)
    before = _sentence_before(quotation, discourse)
    if before is None or discourse.document.text[before[1] - 1] != "?" or discourse.quoted(before[1] - 1):
        return None
    whole = heard(discourse)
    if (
        not whole
        or whole[-1] is discourse.told[-1]
        and discourse.place(whole[-1].start).paragraph == sentence.paragraph
    ):
        return None  # who speaks in this paragraph goes on
    near = sentence.paragraph - discourse.place(whole[-1].start).paragraph <= _NEAR
    most = whole[-1].entity if near else Counter(told.entity for told in whole).most_common(1)[0][0]
    last = next(told for told in reversed(whole) if told.entity == most)
    assert last.mention is not None
    return Clue(*last.mention, last.entity, "change_of_speaker")


def _sentence_before(quotation: Quotation, discourse: Discourse) -> tuple[int, int] | None:
    """Return the sentence before a quotation that opens its own, in its paragraph or the one before."""
    sentence = discourse.document.sentence_at(quotation.start)
    if quotation.start - sentence.start > _MARKS:
        return None
    if sentence.index:
        previous = discourse.document.sentences_of(sentence.paragraph)[sentence.index - 1]
    elif sentence.paragraph:
        previous = discourse.document.sentences_of(sentence.paragraph - 1)[-1]
    else:
        return None
    return previous.start, previous.end


def cross_talk(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the other of two who speak in turn where words in marks touch: «Lee asked why. Bo said it was late.
    “Late?” “Very late.”»."""
    text, here = discourse.document.text, discourse.place(quotation.start).paragraph
    told = [t for t in discourse.told[-_TURNS:] if t.mention is not None and t.end <= quotation.start]
    told = [t for t in told if discourse.place(t.start).paragraph == here]
    other = next((t for t in reversed(told[:-1]) if t.entity != told[-1].entity), None)
    if other is None or other.mention is None:
        return None
    touches = _TOUCH.fullmatch(text, told[-1].end, quotation.start) is not None
    asks = quotation.text.endswith("?") and _TOUCH.match(text, quotation.end) is not None
    return Clue(*other.mention, other.entity, "change_of_speaker") if touches or asks else None


def heard(discourse: Discourse) -> list[Attributed]:
    """Return what was quoted in whole sentences lately, without the words that others quote in theirs."""
    found: list[Attributed] = []
    for told in discourse.told[-_LATELY:]:
        inside = found and told.end <= found[-1].end
        if told.spoken and told.mention is not None and not inside and is_whole(told, discourse):
            found.append(told)
    return found


def is_whole(told: Attributed, discourse: Discourse) -> bool:
    """Tell whether somebody is quoted with a sentence, not with a few words of one."""
    return discourse.document.text[told.end - 1] in ".,?!…—–-"
