"""Whose a paragraph is that is all quotation, in features and interviews: where the writer has spoken, where somebody
moves, and where nothing but the whole text tells."""

from __future__ import annotations

from collections import Counter

from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.clues.questions import heard, is_alone
from quotex.resolve.news.discourse import Attributed, Discourse

_WRITER_SPEAKS = pattern(
    r"(?:So\s|And\s|But\s|Then\s)?I\s(?:(?:also|then|only|just)\s)?"
    r"(?:ask|asked|say|said|tell|told|suggest|suggested|mention|mentioned|point(?:ed)?\sout|wonder|wondered)\b"
)
_MOVES = pattern(r"(?<who>[Hh]e|[Ss]he|\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)\s\p{Ll}{3,}[^,;:“”\"\n]{0,40}[.…]$")
_MOVES_BEHIND = pattern(
    r"[.!?…]?[”\"’]\s(?P<who>\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)\s\p{Ll}{3,}[^,;:“”\"\n.]{0,40}[.…](?=\s|$)"
)
_NO_MOVE = pattern(r"\s(?:was|is|has|had|did|does|would|will|could|declined|died|refused|\p{Ll}+n['’]t)\s")
_MARKS = 3  # characters of the mark that opens a paragraph
_NEAR = 3  # paragraphs back in which the other of a conversation has spoken
_FEWEST = 2  # quotations of one who is quoted throughout
_MOST = 0.6  # of all quotations


def answers_writer(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the last who spoke, where the paragraph before ends with the writer's words: «I told her. “Leave it.”»."""
    here = discourse.place(quotation.start).paragraph
    if not here or not is_alone(quotation, discourse):
        return None
    last = discourse.document.sentences_of(here - 1)[-1]
    if not _WRITER_SPEAKS.match(discourse.document.text, last.start, last.end):
        return None
    spoken = [told for told in _heard(discourse) if told.end <= last.start]
    if not spoken or here - discourse.place(spoken[-1].start).paragraph > _NEAR:
        return None
    return _clue(spoken[-1])


def moves_before(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return who moves at the end of the paragraph before, behind somebody's words: «“Fine,” Bo said. Ida shrugged.»"""
    here = discourse.place(quotation.start).paragraph
    sentences = discourse.document.sentences_of(here - 1) if here and is_alone(quotation, discourse) else ()
    told = discourse.told[-1] if discourse.told else None
    if len(sentences) < 2 or told is None:
        return None
    last = sentences[-1]
    moves = _MOVES.fullmatch(discourse.document.text, last.start, last.end)
    if moves is None or max(told.end, *(told.mention or (0,))) > last.start or _NO_MOVE.search(moves[0]):
        return None
    start, end = moves.span("who")
    named = [name for name in discourse.names(start, end) if name.start == start]
    if not named and moves["who"] not in ("He", "She"):
        return None
    return Clue(start, end, named[0].entity if named else None, "subject of the paragraph before")


def moves_behind(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return who moves right behind words that open their paragraph, in a talk: «“Fine. Go.” Ida shut the book.»"""
    text, here = discourse.document.text, discourse.place(quotation.start).paragraph
    told = discourse.told[-1] if discourse.told else None
    start, end = discourse.document.paragraphs[here]
    if quotation.cue is not None or quotation.start - start > _MARKS or told is None or not told.spoken:
        return None
    if here - discourse.place(told.start).paragraph > 1 or told.start >= start:
        return None
    moves = _MOVES_BEHIND.match(text, quotation.end, end)
    named = [name for name in discourse.names(*moves.span("who")) if name.start == moves.start("who")] if moves else []
    if moves is None or not named or _NO_MOVE.search(moves[0]):
        return None
    return Clue(*named[0].offsets, named[0].entity, "speaker after")


def quoted_throughout(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return who is quoted throughout, for words that open a paragraph and that nothing near explains."""
    start = discourse.document.paragraphs[discourse.place(quotation.start).paragraph][0]
    if quotation.start - start > _MARKS:
        return None
    spoken = _heard(discourse)
    counts = Counter(told.entity for told in spoken).most_common(1)
    if not counts or counts[0][1] < max(_FEWEST, _MOST * len(spoken)):
        return None
    return _clue(next(told for told in reversed(spoken) if told.entity == counts[0][0]))


def _heard(discourse: Discourse) -> list[Attributed]:
    """Return what was quoted in whole sentences so far, leaving out the writer's own words."""
    return [told for told in heard(discourse) if not _is_writer(told, discourse)]


def _is_writer(told: Attributed, discourse: Discourse) -> bool:
    return told.mention is not None and discourse.document.text[slice(*told.mention)] == "I"


def _clue(told: Attributed) -> Clue:
    assert told.mention is not None
    return Clue(*told.mention, told.entity, "change_of_speaker")
