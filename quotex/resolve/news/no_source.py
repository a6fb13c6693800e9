"""Quotations without a source of their own: the part after "he said.", a passage after a sentence about somebody.

The mention of such a quotation is that of the sentence which shows the speaker, as the annotators of PolNeAR do it.
"""

from __future__ import annotations

from collections.abc import Callable

import regex

from quotex.lexicon.names import is_place
from quotex.lexicon.verbs import reporting_forms
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Clue
from quotex.resolve.news.clues.credits import credited
from quotex.resolve.news.clues.dated import dated
from quotex.resolve.news.clues.lead_in import lead_in
from quotex.resolve.news.clues.questions import answer_of_asked, answer_to_writer, cross_talk, is_alone, puts_question
from quotex.resolve.news.clues.told_behind import named_by_next
from quotex.resolve.news.descriptions.find_descriptions import NominalMention, at_determiners
from quotex.resolve.news.discourse import Attributed, Discourse
from quotex.resolve.news.profiles.turns import answers_writer, moves_before, moves_behind, quoted_throughout
from quotex.resolve.people.mention import Mention

_PRONOUN = pattern(r"\b(?:he|she|they|we|I|somebody|someone)\b", regex.IGNORECASE)
_CLAUSE_START = pattern(r"(?:[,;:.!?(“”\"—–-]|\b(?:but|and|that|as|when|while|because|if|after|before))\s*+$")
_VERB = pattern(r"\s*+(?:(?:\p{Ll}+ly|has|have|had|also|then|later|once)\s)?+(?<verb>\p{Ll}[\p{Ll}'’-]*+)")
_COLON = pattern(r"\s?:")
_ASKED = pattern(
    r"\b(?:was|were|is|are|been|being|when|if)\s(?:also\s|later\s)?(?:asked|questioned|pressed|told)\b",
    regex.IGNORECASE,
)
_WHEN_ASKED = pattern(r"^(?:Asked|Questioned|Pressed)\b")  # «Asked whether it would rain, she laughed»
_PASSIVE = pattern(
    r"\b(?:is|are|was|were|been|being|be)\s(?:(?:\p{Ll}+ly|also|always|now|long|often|once|still)\s)?+"
    r"(?:\p{Ll}+ed|told|said|thought|seen|known|held|shown)\b(?!\sas\s\p{Ll}+ing$)"
)
_TOLD = pattern(r"^[Tt]old$")  # «‘Nobody looked’, jury told»
_SAID = pattern(r"[^\s,“”\"]{1,12}(?:\s[^\s,“”\"]{1,12}){0,3},\s(?P<verb>\p{Ll}{3,12})\s")
_TITLE = 8  # characters of a title before a name
_BYLINE = pattern(r"[\s.,!?…'’”\"]{0,6}\s?(?:[―—–]|--?)\s?(?=[\p{Lu}@])")
# "striker" between a club and its player, of a signature.
_TO_NAME = pattern(r"(?:['’]s)?\s(?:\p{Ll}[\p{Ll}-]++\s){1,4}+")
_BEHIND = pattern(r"[.,!?…]?\s?[”\"’»]\s(?P<colon>:\s)?(?=\p{Lu})")
_MARKS = 3  # characters of the marks that open a quotation
_STOP = pattern(r"(?<=\p{Ll})[.?!]\s")
_ENDS = ".!?…,"
_REACH_BEHIND = 12
_LONGEST = 1500  # characters of narration that are read for its subject; a sentence of prose is shorter


Finder = Callable[[Quotation, Discourse], Clue | None]


def asked(quotation: Quotation) -> bool:
    """Tell whether the cue is a passive, whose subject is the hearer or is talked about: «was asked», «is
    considered»."""
    if quotation.cue is None:
        return False
    shapes = (_ASKED, _WHEN_ASKED, _TOLD) if quotation.kind == "direct" else (_ASKED, _WHEN_ASKED, _TOLD, _PASSIVE)
    return any(shape.search(quotation.cue.text) for shape in shapes)


def subject_of(start: int, end: int, discourse: Discourse) -> Clue | None:
    """Return the subject of a stretch of narration: the last one that reports, else the first."""
    start = max(start, end - _LONGEST)
    found = [shown for shown in _subjects(start, end, discourse) if not discourse.quoted(shown.start)]
    reports = [shown for shown in found if _reports(shown.end, discourse)]
    return reports[-1] if reports else found[0] if found else None


def _subjects(start: int, end: int, discourse: Discourse) -> list[Clue]:
    """Names and pronouns that look like subjects, in text order."""
    text = discourse.document.text
    found = [
        Clue(*name.offsets, name.entity, "subject")
        for name in discourse.names(start, end)
        if not discourse.possessor(name.end)
        and (discourse.subject(*name.offsets) or _is_label(start, name.start, name.end, text))
    ]
    found += [
        Clue(match.start(), match.end(), None, "subject")
        for match in _PRONOUN.finditer(text, start, end)
        if match.start() == start or _opens_clause(max(start, match.start() - _REACH_BEHIND), match.start(), text)
    ]
    found += [
        Clue(d.start, d.end, None, "subject")
        for d in at_determiners(text, start, end)
        if d.head.type in ("person", "group")
        and discourse.subject(d.start, d.end)
        and _clause_opens(start, d, discourse)
    ]
    return sorted(found, key=lambda shown: shown.start)


def _is_label(start: int, left: int, right: int, text: str) -> bool:
    """Tell whether a name opens a stretch and a colon follows it, and it is no place: «Ruiz: “…”», not «GAZA: “…”»."""
    return left == start and _COLON.match(text, right) is not None and not is_place(text[left:right])


def _clause_opens(start: int, described: NominalMention, discourse: Discourse) -> bool:
    """Tell whether a description opens the stretch or a sentence or clause in it."""
    text = discourse.document.text
    return described.start == start or _opens_clause(max(start, described.start - _REACH_BEHIND), described.start, text)


def _opens_clause(floor: int, start: int, text: str) -> bool:
    return _CLAUSE_START.search(text, floor, start) is not None


def _reports(end: int, discourse: Discourse) -> bool:
    """Tell whether a reporting verb follows a subject, or a colon."""
    text = discourse.document.text
    verb = _VERB.match(text, end, end + 60)
    return (verb is not None and verb["verb"] in reporting_forms()) or _COLON.match(text, end) is not None


def signed(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A name behind a dash signs the quotation before it: «“…” ― Ana Ruiz»."""
    match = _BYLINE.match(discourse.document.text, quotation.end, quotation.end + 20)
    if match is None:
        return None
    text = discourse.document.text
    named = discourse.names(match.end(), match.end() + 80)
    if named and text[match.end() : named[0].start].lower() in ("", " ", "the "):
        behind = named[1:2] if _TO_NAME.fullmatch(text, named[0].end, named[1].start if len(named) > 1 else 0) else []
        signer = (behind or named)[0]
        return Clue(*signer.offsets, signer.entity, "speaker after")
    return None


def named_behind(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A name directly behind words that open their paragraph: «“No” Mick Reed feels the pain.», «“No.” : Marko»."""
    text = discourse.document.text
    match = _BEHIND.match(text, quotation.end, quotation.end + 12)
    place = discourse.place(quotation.start)
    start, end = discourse.document.paragraphs[place.paragraph]
    if match is None or quotation.cue is not None or quotation.start - start > _MARKS:
        return None
    named = next(iter(discourse.names(match.end(), end)), None)
    if named is None or named.start != match.end() or _STOP.search(text, named.end, end - 1):
        return None  # a sentence of its own and more
    bare = match["colon"] is not None or text[quotation.end - 1] not in _ENDS
    return (
        Clue(*named.offsets, named.entity, "speaker after") if bare or text[named.end : named.end + 1] == "," else None
    )


def cue_subject(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A cue without a source ("…, saying “no”"): the subject of its sentence."""
    if quotation.cue is None:
        return None
    sentence = discourse.document.sentence_at(quotation.cue.start)
    behind = next(iter(discourse.names(quotation.cue.end, quotation.cue.end + 60)), None)
    told_to = quotation.start > quotation.cue.end  # "and asked Mr Lund whether": the one who is asked
    if behind is not None and behind.start - quotation.cue.end <= 1 and not told_to:
        return Clue(*behind.offsets, behind.entity, "speaker after")
    found = subject_of(sentence.start, quotation.cue.start, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the cue's sentence")


def same_sentence(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Words in marks within a sentence that has a subject: «Reid has called him a “con artist”»."""
    sentence = discourse.document.sentence_at(quotation.start)
    if quotation.start - sentence.start < 3:
        return None
    found = subject_of(sentence.start, quotation.start, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the sentence")


def led_in(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the person named in words without a verb that lead to a quotation with a colon: «Adjei, on stage: “…”»."""
    last = _last(quotation, discourse)
    found = lead_in(quotation.start, discourse)
    if found and last and last.start >= discourse.document.sentence_at(found.start).start:
        return None  # the sentence has told already whose words they are
    return found and Clue(found.start, found.end, found.entity, "lead-in")


def goes_on(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """The speaker goes on: the quotation before stands in the same paragraph, and nobody else steps in between."""
    last = _last(quotation, discourse)
    if last is None or last.mention is None:
        return None
    here = discourse.place(quotation.start)
    there = discourse.place(max(last.end - 1, last.mention[0]))
    if here.paragraph != there.paragraph:
        return None
    return _between(last, quotation, discourse) or Clue(*last.mention, last.entity, "speaker goes on")


def _between(last: Attributed, quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the subject of a whole sentence of narration between two quotations of one paragraph."""
    sentence = discourse.document.sentence_at(quotation.start)
    before = max(last.end, last.mention[1] if last.mention else 0)
    siblings = discourse.document.sentences_of(sentence.paragraph)
    between = [s for s in siblings if s.start >= before and s.end <= quotation.start]
    if not between:
        return None
    found = subject_of(between[-1].start, between[-1].end, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the sentence before")


def sentence_before(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A quotation that follows a sentence about somebody, in its paragraph."""
    sentence = discourse.document.sentence_at(quotation.start)
    if sentence.index == 0:
        return None
    previous = discourse.document.sentences_of(sentence.paragraph)[sentence.index - 1]
    end = min(previous.end, quotation.start)
    found = _said_by(previous.start, end, discourse) or subject_of(previous.start, end, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the sentence before")


def _said_by(start: int, end: int, discourse: Discourse) -> Clue | None:
    """Return who stands behind the verb of a short word without marks: «No, said Ana Ruiz, a nurse. “Never.”»."""
    said = _SAID.match(discourse.document.text, start, end)
    named = discourse.names(said.end(), end) if said and said["verb"] in reporting_forms() else []
    return Clue(*named[0].offsets, named[0].entity, "subject") if said and named and _at(said.end(), named[0]) else None


def _at(offset: int, named: Mention) -> bool:
    return named.start - offset < _TITLE


def paragraph_before(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A paragraph that is all quotation: the speaker or the subject of the paragraph before."""
    here = discourse.place(quotation.start)
    if here.paragraph == 0:
        return None
    start, end = discourse.document.paragraphs[here.paragraph - 1]
    last = _last(quotation, discourse)
    sentence = discourse.document.sentences_of(here.paragraph - 1)[-1]
    if discourse.document.text[:end].endswith(":"):
        found = subject_of(sentence.start, end, discourse)
        if found is not None:
            return Clue(found.start, found.end, found.entity, "subject of the sentence before")
    if last is not None and last.mention is not None and last.start >= start:
        return Clue(*last.mention, last.entity, "speaker of the paragraph before")
    found = subject_of(sentence.start, end, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the paragraph before")


def _last(quotation: Quotation, discourse: Discourse) -> Attributed | None:
    """Return the quotation before that has its speaker and does not hold this one."""
    before = [t for t in discourse.told[-6:] if t.end <= quotation.start]
    if not before:
        return None
    last = before[-1]
    place = discourse.place(last.start)
    spoken = (t for t in reversed(before[:-1]) if t.spoken and discourse.place(max(t.mention or (t.start,))) == place)
    return last if last.spoken else next(spoken, last)


def exchange(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """A paragraph that is all quotation answers the question before it, or asks on after an answer."""
    here = discourse.place(quotation.start)
    last, before = (discourse.told[-1], discourse.told[-2]) if len(discourse.told) > 1 else (None, None)
    if last is None or before is None or before.mention is None or last.entity == before.entity:
        return None
    near = here.paragraph - discourse.place(before.start).paragraph <= 2 and last.end <= quotation.start
    asked = discourse.question(before.end) or puts_question(before, discourse)
    turns = discourse.question(last.end) or (quotation.text.endswith("?") and asked)
    alone = near and turns and is_alone(quotation, discourse)
    return Clue(*before.mention, before.entity, "change_of_speaker") if alone else None


def answers(quotation: Quotation, discourse: Discourse) -> Clue | None:
    """Return the subject behind a question that is told: «Asked if she expected an apology, she laughed: “From
    Alan?”»."""
    if quotation.cue is None or not quotation.cue.end < quotation.start:
        return None
    found = subject_of(quotation.cue.end, quotation.start, discourse)
    return found and Clue(found.start, found.end, found.entity, "subject of the cue's sentence")


# Who answers a question that the sentence of a direct quotation tells.
ANSWERING = (answers, goes_on)
# The order in which the text around a quotation is asked whose it is.
FLOATING = (
    credited,
    dated,
    signed,
    named_behind,
    named_by_next,
    cue_subject,
    same_sentence,
    led_in,
    answer_of_asked,
    answer_to_writer,
    answers_writer,
    cross_talk,
    goes_on,
    sentence_before,
    moves_behind,
    moves_before,
    exchange,
    paragraph_before,
    quoted_throughout,
)
