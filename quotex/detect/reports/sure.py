"""Constructions that report whatever the models say of their words: «her claim that …», «she denied it».

What the models have learned from news of one country they have seldom met in others: a verb that is more often a noun,
a clause without "that" behind a rare subject, a promise with an infinitive.  The construction itself shows a report.
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.reports.constructions import is_passive, is_perfect_tag
from quotex.detect.reports.content import Draft
from quotex.detect.reports.cues import CuePlace, cue_words, verb_group
from quotex.detect.reports.edges.asked import to_do
from quotex.detect.reports.edges.right import behind_aside
from quotex.detect.reports.edges.statements import states
from quotex.detect.reports.interrupted import interrupted_at
from quotex.detect.reports.retag import NAME
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.sources.owners import is_given, is_owned, says_it_is
from quotex.detect.reports.sources.quoted_by import quoted_as, told_by
from quotex.detect.reports.sources.subjects import clause_before, relative_before
from quotex.detect.reports.story_reports import bids, is_bare_answer
from quotex.detect.reports.trims import is_predicated
from quotex.lexicon import load_words
from quotex.lexicon.classes import verb_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.verbs import saying_forms
from quotex.read.part_of_speech import FINITE

_YEAR = 6  # characters of «(2014)»
_OF_HEARERS = frozenset(("tell", "tells", "told", "inform", "informs", "informed", "answer", "answers", "answered"))
_MODAL = frozenset(("MD",))
_SPEAKS = frozenset("hpgN") | {"i"}  # kinds of nouns: pronouns, persons, bodies, names
_TELLS = _SPEAKS | {"s"}  # words that tell: «a petition called on the premier to resign»


def is_certain(frame: Frame, at: int) -> bool:
    """Tell whether a word reports by its construction: a passive of the table, or what `is_certain_word` says."""
    return is_passive(frame, at) or is_certain_word(frame, at)


def is_certain_word(frame: Frame, at: int) -> bool:
    """Tell whether a verb stands before "that" (`_rules_that`) or in commas (`interrupted_at`), or a noun has an owner
    and "that" (`_is_owned_noun`)."""
    if is_owned(frame, at) or is_given(frame, at) or told_by(frame, at) or says_it_is(frame, at):
        return True
    beside = frame.coarse[at] == "V" and "," in (frame.gap[at], frame.gap[at + 1])
    if (beside or frame.tags[at - 1 : at + 1] == ["MD", "VB"]) and interrupted_at(frame, place_of(frame, at)):
        return True
    that = frame.lower[at + 1 : at + 2] == ["that"] and frame.coarse[at] in "Vb"
    if is_cited(frame, at) and frame.coarse[at] == "V" and (that or behind_aside(frame, at)):
        return True
    if that and frame.lower[at].removesuffix("s") in load_words("headline_verbs"):
        return True
    bids = _is_commitment(frame, at) or _is_bidding(frame, at) or _is_directive(frame, at)
    return bids or states(frame, at) or is_perfect_tag(frame, at)


def place_of(frame: Frame, at: int) -> CuePlace:
    """Return a cue word with its verb group."""
    return CuePlace(at, verb_group(frame, at)[0], *frame.models.once(cue_words).forms[frame.lower[at]])


def is_sure(draft: Draft) -> bool:
    """Tell whether a draft reports by one of the constructions of `SURE`."""
    return any(rule(draft) for _, rule in SURE)


def _rules_that(draft: Draft) -> bool:
    """Tell whether a verb that is more often a noun has a subject and a clause with "that": «the court rules that
    …»."""
    frame, place, source = draft.frame, draft.place, draft.source
    if source is None or source[1] != place.first or frame.coarse[place.at] not in "Vb":
        return False
    if frame.lower[place.at].removesuffix("s") not in load_words("headline_verbs"):
        return False
    return frame.lower[place.at + 1 : place.at + 2] == ["that"] and draft.covers(place.at + 1)


def _is_owned_noun(draft: Draft) -> bool:
    """Tell whether a noun of words has an owner and a clause with "that" behind: «her claim that …», «her reply was
    that …»."""
    at = draft.place.at
    if teller := told_by(draft.frame, at):
        return draft.covers(teller[1])
    if that := says_it_is(draft.frame, at):
        return draft.covers(that)
    known = is_owned(draft.frame, at) or is_given(draft.frame, at) and draft.source is not None
    return known and draft.covers(at + 1)


def _is_said_of(draft: Draft) -> bool:
    """Tell whether words in marks are said of an object: «described the mayor as a “disgrace”»."""
    frame, at = draft.frame, draft.place.at
    start, end = draft.content.parts[-1]
    if not frame.in_marks or draft.source is None or frame.coarse[at] != "V" or frame.quoted[at] >= 0 or start <= at:
        return False
    return all(number >= 0 for number in frame.quoted[start:end]) and is_predicated(frame, at, start)


def _is_behind_relative(draft: Draft) -> bool:
    """Tell whether a verb of saying or thinking has a clause with "that" and its subject before a clause in commas."""
    frame, place = draft.frame, draft.place
    that = frame.lower[place.at + 1 : place.at + 2] == ["that"] and draft.covers(place.at + 1)
    known = frame.coarse[place.at] == "V" and frame.lower[place.at] in verb_classes()
    if not (that and known) or draft.source is None:
        return False
    return relative_before(frame, place.first) < frame.size or clause_before(frame, place.first) > 0


def _is_of_statute(draft: Draft) -> bool:
    """Tell whether a law or contract lays something down: «Section 4(1) of the Act provides that …»."""
    frame, at, source = draft.frame, draft.place.at, draft.source
    if source is None or source[1] > at or frame.lower[at] not in words_of("provides") or frame.coarse[at] not in "Vb":
        return False
    if frame.lower[at + 1 : at + 2] != ["that"] or at + 3 > frame.size or not draft.covers(at + 1):
        return False
    if frame.finite[frame.size] == frame.finite[at + 1] and frame.coarse[at + 2] not in "DPN":
        return False  # «provides that sort of help»
    return not words_of("statute").isdisjoint(frame.lower[source[0] : at])


def _is_of_work(draft: Draft) -> bool:
    """Tell whether a work that is cited has a clause with "that": «Moran (2014) calculates that …»."""
    frame, place, source = draft.frame, draft.place, draft.source
    cited = source is not None and source[1] == place.first and is_cited(frame, place.first)
    return cited and frame.coarse[place.at] == "V" and frame.lower[draft.content.parts[-1][0]] == "that"


def is_cited(frame: Frame, at: int) -> bool:
    """Tell whether the year of a work stands before a verb: «Moran (2014) claims»."""
    return at > 0 and not frame.gap[at] and frame.tags[at - 1] in NAME and frame.starts[at] - frame.ends[at - 1] > _YEAR


def _is_cited_by(draft: Draft) -> bool:
    """Tell whether somebody is quoted by another: «quoted Ana Ruiz as saying …»."""
    return quoted_as(draft.frame, draft.place) is not None


def _has_bare_clause(draft: Draft) -> bool:
    """Tell whether a clause without "that" stands right behind a verb of saying and its subject: «also reported the
    coating repels dust»."""
    frame, place = draft.frame, draft.place
    start, end = draft.content.parts[-1]
    if start != place.at + 1 or frame.finite[end] == frame.finite[start] or not _has_subject(draft):
        return False
    if "according" in frame.lower[start:] or frame.lower[place.at] in _OF_HEARERS:
        return False
    return frame.lower[place.at] in saying_forms() and _opens_clause(frame, start)


def _opens_clause(frame: Frame, start: int) -> bool:
    """Tell whether a subject with its verb stands at a word, outside of marks."""
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase][0] != start or frame.gap[start] or frame.quoted[start] >= 0:
        return False
    verb = frame.phrases[phrase][1]
    verb += verb < frame.size and frame.coarse[verb] == "R"
    return verb < frame.size and frame.coarse[verb] in "VM" and not any(frame.gap[start : verb + 1])


def _has_subject(draft: Draft, kinds: frozenset[str] = _SPEAKS) -> bool:
    """Tell whether a verb with a tense has a person, a body or a name for its subject, or one of some ``kinds``."""
    frame, place, source = draft.frame, draft.place, draft.source
    if source is None or source[1] > place.first or frame.quoted[place.at] >= 0:
        return False
    own = place.first > 0 and frame.coarse[place.first - 1] not in "WT"  # not «who refused»
    finite = own and any(tag in FINITE - _MODAL for tag in frame.tags[place.first : place.at + 1])
    return finite and frame.noun_kind(source[1] - 1) in kinds


def _commits(draft: Draft) -> bool:
    """Tell whether somebody commits to do something, or not to: «threatened to sue», «refuse to leave»."""
    frame, at = draft.frame, draft.place.at
    return _is_commitment(frame, at) and draft.content.parts[-1][0] == at + 1 and _has_subject(draft)


def _is_commitment(frame: Frame, at: int) -> bool:
    if frame.lower[at] not in load_words("commitment_verbs") or frame.coarse[at] not in "Veb":
        return False
    behind = at + 1 + (frame.lower[at + 1 : at + 2] == ["not"])
    return frame.lower[behind : behind + 1] == ["to"] and frame.tags[behind + 1 : behind + 2] == ["VB"]


def _is_stated(draft: Draft) -> bool:
    """Tell whether a pronoun stands for what is stated: «she denied it», «the clerk disclosed this on Friday»."""
    frame, at = draft.frame, draft.place.at
    start, end = draft.content.parts[-1]
    return states(frame, at) and (start, end) == (at + 1, at + 2) and _has_subject(draft)


def _directs(draft: Draft) -> bool:
    """Tell whether somebody is told to do something, or not to: «directed the clinics to close»."""
    frame, place, start = draft.frame, draft.place, draft.content.parts[-1][0]
    if start <= place.at or to_do(frame, place.at) != start or "n" in verb_group(frame, place.at)[1]:
        return False
    joined = place.first == place.at and frame.tags[place.at] == "VBN" and draft.source is not None
    return joined or _has_subject(draft, _TELLS)  # a participle with somebody behind it is a past tense


def _is_directive(frame: Frame, at: int) -> bool:
    return frame.quoted[at] < 0 and to_do(frame, at) > 0


_BIDS = frozenset(
    ("ask", "asks", "asked", "demand", "demands", "demanded", "insist", "insists", "insisted", "order", "orders",
     "ordered", "propose", "proposes", "proposed", "recommend", "recommends", "recommended", "request", "requests",
     "requested", "suggest", "suggests", "suggested", "urge", "urges", "urged")
)  # fmt: skip


def _bids(draft: Draft) -> bool:
    """Tell whether something is bidden in the plain form of a verb: «ordered the flags be lowered»."""
    frame, at = draft.frame, draft.place.at
    return _is_bidding(frame, at) and draft.content.parts[-1][0] == at + 1 and _has_subject(draft)


def _is_bidding(frame: Frame, at: int) -> bool:
    if frame.lower[at] not in _BIDS or frame.coarse[at] not in "Veb" or at + 1 >= frame.size or frame.gap[at + 1]:
        return False
    phrase = frame.phrase_at[at + 1]
    verb = frame.phrases[phrase][1] if phrase >= 0 else frame.size
    if verb + 1 < frame.size and frame.coarse[verb] == "s":
        verb = frame.phrases[frame.phrase_at[verb + 1]][1] if frame.phrase_at[verb + 1] >= 0 else frame.size
    return frame.lower[verb : verb + 1] == ["be"] and not any(frame.gap[at + 1 : verb + 1])


def _answers(draft: Draft) -> bool:
    return is_bare_answer(draft) and _has_subject(draft)


def _bids_somebody(draft: Draft) -> bool:
    source = draft.source  # «bade» is often taken for a noun
    return bids(draft) and (_has_subject(draft) or (source is not None and source[1] == draft.place.at))


# The ids are those of ``lexicon/detection_rules.tsv``.
SURE: tuple[tuple[str, Callable[[Draft], bool]], ...] = (
    ("quoted by another", _is_cited_by),
    ("verb that looks like a noun", _rules_that),
    ("noun with an owner", _is_owned_noun),
    ("said of an object", _is_said_of),
    ("law", _is_of_statute),
    ("work", _is_of_work),
    ("behind a relative clause", _is_behind_relative),
    ("clause without that", _has_bare_clause),
    ("commitment", _commits),
    ("pronoun for a statement", _is_stated),
    ("somebody told to act", _directs),
    ("bidding", _bids),
    ("yes or no", _answers),
    ("somebody bidden", _bids_somebody),
)
