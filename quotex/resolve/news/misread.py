"""Recognise sources that cannot be subjects: words inside a quotation, and objects of the verb before.

A detector that labels words tends to take the noun nearest to the cue: the claim in "Kerr dropped the claim, telling
reporters that", the meeting in "he had “never met a meeting as loud” and asked".  But the subject of the sentence
speaks.
"""

from __future__ import annotations

from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import is_verbal
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.discourse import Discourse

_BEFORE = pattern(r"(?<![\p{L}’'])(?<word>\p{L}[\p{L}’']*+)\s$")
_REACH = 24
_AS = pattern(r"\sas\s[“‘\"']?$")
_AS_REACH = 60
_DIRECTLY = 2
_SUBJECT_OF_PARTICIPLE = frozenset({"with", "of", "after", "despite", "by", "without", "before", "since"})


def is_misread(quotation: Quotation, discourse: Discourse) -> bool:
    """Tell whether the source found for a quotation is not the subject of its cue.

    Args:
        quotation: The quotation, with its source.
        discourse: The text and what is quoted in it.
    """
    source, cue = quotation.source, quotation.cue
    if source is None or cue is None or source.text.lower() in words_of("pronoun"):
        return False
    if cue.end <= source.start:
        spoken_to = cue.text.lower().endswith("ing") and cue.text.lower() not in words_of("naming")
        return spoken_to and source.start - cue.end <= _DIRECTLY or _is_characterized(quotation, discourse)
    if _is_in_other_words(quotation, discourse):
        return True
    if discourse.document.text[source.end : cue.start] == " as ":
        return False  # «has quoted a clerk as saying»
    if discourse.predicate(source.start) and _is_paper(source.text):
        return False  # «All they got was a note, telling them to wait»
    return cue.text.endswith("ing") and _is_object(source.start, cue.start - source.end, discourse)


def _is_paper(phrase: str) -> bool:
    head = head_of(phrase.rpartition(" ")[2].lower())[0]
    return head is not None and head.type == "document"


def _is_characterized(quotation: Quotation, discourse: Discourse) -> bool:
    """Tell whether a source behind its cue is what is called something: "Kerr described the raid as “a farce”"."""
    source, cue = quotation.source, quotation.cue
    assert source is not None
    assert cue is not None
    if source.start - cue.end > _DIRECTLY or quotation.start < source.end:
        return False
    return _AS.search(discourse.document.text, source.end, min(quotation.start, source.end + _AS_REACH)) is not None


def _is_in_other_words(quotation: Quotation, discourse: Discourse) -> bool:
    """Tell whether a source stands in quoted or reported words that end before the cue."""
    source, cue = quotation.source, quotation.cue
    assert source is not None
    assert cue is not None
    if discourse.quoted(source.start) and not discourse.quoted(cue.start):
        return True
    told = discourse.told[-1:] + discourse.told[-2:-1]
    return any(not t.spoken and t.start < source.start < t.end <= cue.start for t in told)


def _is_object(start: int, gap: int, discourse: Discourse) -> bool:
    """Tell whether a verb or a preposition governs a source before a participle."""
    before = _BEFORE.search(discourse.document.text, max(0, start - _REACH), start)
    if before is None:
        return False
    word = before["word"].lower()
    if gap <= _DIRECTLY and (word in _SUBJECT_OF_PARTICIPLE or word not in words_of("before-object")):
        return False  # "With the minister saying", "It has an officer asking"
    if word in words_of("before-object"):
        return word not in words_of("before-subject")
    return is_verbal(word) and head_of(word)[0] is None and word not in words_of("before-subject")
