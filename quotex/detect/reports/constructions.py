"""Read constructions that report by themselves: passives, and a name beside an office after a clause.

«was described as a mess by two critics» and «are alleged to have lied» report something about their subject.  The
subject belongs to what is reported, as in PolNeAR (Newell et al. 2018): it is raised from the clause (Quirk et al.
1985, § 16.50).  Only the agent, if there is one, says whose words they are.

In «Turnout was low, the returning officer, Charles Tetteh, said» the verb has no other subject than the two noun
phrases before it, and nothing after it can be what is said.
"""

from __future__ import annotations

from functools import cache, partial
from typing import NamedTuple

from quotex.detect.reports.cues import STRONG, CuePlace, verb_group
from quotex.detect.reports.edges.outer_clause import SUBORDINATE
from quotex.detect.reports.interrupted import JOINS_BODY, TAKES_HEARER, interrupted_at
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon import load_table, load_words
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import saying_forms
from quotex.read.part_of_speech import FINITE

Words = tuple[int, int]
_INFINITIVES = frozenset("bR")  # coarse tags of what follows "to"
_JOINS_SUBJECT = frozenset(("of", "and"))
_LONGEST_OFFICE = 14
_SHORTEST_BEFORE = 6  # words: a clause, «as» and a subject
_MOST_COMMAS = 3  # within one: «the minister for culture, media and sport»
_JOINING_TAGS = "I&sT"  # coarse tags of what joins noun phrases to one another
_CLAUSE_RELATIVES = frozenset(("who", "which", "that", "whose", "what", "where", "when"))
_MOST_PHRASES = 3
_OF_HEARERS = frozenset(("of", "with"))
_PLACES = frozenset(
    ("in", "at", "on", "during", "after", "before", "from", "through", "via", "outside", "inside", "by", "late",
     "early")
)  # fmt: skip
_MEANWHILE = frozenset(("after", "as", "before", "when", "while"))
_SPEAKS = frozenset("hpgN") | {"i"}  # kinds of nouns: pronouns, persons, bodies, names
_OF_CLAUSES = frozenset(("add", "argue", "claim", "insist", "note", "say"))
_OF_PAPERS = JOINS_BODY | {"by"}
_JOINS_ACTS = frozenset(("and", "then"))
_DAYS = frozenset(("today", "yesterday", "tonight"))
_KNOWN = frozenset(("learned", "learnt", "found", "shown", "heard"))
_PERFECT = frozenset(("has", "have", "had"))
_WHO = frozenset(("who", "that", "which"))


class Passive(NamedTuple):
    """A passive that reports, as word positions in its sentence.

    Attributes:
        subject: First word of the subject, and the word after its last.
        start: Where the complement begins.
        agent: The agent before the complement, like the subject; or None.
    """

    subject: Words
    start: int
    agent: Words | None


@cache
def _participles() -> dict[str, frozenset[str]]:
    forms: dict[str, frozenset[str]] = {}
    for form, opener, _ in load_table("passive_reports"):
        forms[form] = forms.get(form, frozenset()) | {opener}
    return forms


def is_passive(frame: Frame, at: int) -> bool:
    """Tell whether word ``at`` is a participle in ``passive_reports.tsv`` after a form of "be"."""
    if frame.coarse[at] not in "eVJ" or frame.lower[at] not in _participles():
        return False
    return verb_group(frame, at)[1].rstrip("Rn")[-1:] == "b"


def read_passive(frame: Frame, place: CuePlace) -> Passive | None:
    """Return the passive whose participle is the cue, or None if it lacks a subject or a complement.

    >>> from quotex.read.document import Document
    >>> document = Document("The plan was described as a mess by two critics.")
    >>> read_passive(Frame(document, document.sentence_at(0), []), CuePlace(3, 2, "describe", "9"))
    Passive(subject=(0, 2), start=5, agent=None)
    """
    at, first, lower, size = place.at, place.first, frame.lower, frame.size
    if not is_passive(frame, at) or not first or frame.gap[first] or frame.phrase_at[first - 1] < 0:
        return None
    agent = agent_at(frame, at + 1)
    i = agent[1] if agent else at + 1
    if i + 1 >= size or any(frame.gap[at + 1 : i + 1]):
        return None
    openers = _participles()[lower[at]]
    if lower[i] not in openers:
        named = "-" in openers and i == at + 1 and frame.coarse[i] in "DJ" and not frame.quoted[i] >= 0
        return Passive((_subject(frame, first), first), i, agent) if named else None
    if lower[i] == "to" and frame.coarse[i + 1] not in _INFINITIVES:
        return None
    start = i + (lower[i] == "as")
    return Passive((_subject(frame, first), first), start, agent) if not _begins_clause(frame, start) else None


def _begins_clause(frame: Frame, start: int) -> bool:
    """Tell whether a clause follows instead of a complement: «was seen as he left», «was seen as the train left»."""
    phrase = frame.phrase_at[start]
    end = frame.phrases[phrase][1] if phrase >= 0 else start
    return start < end < frame.size and frame.coarse[end] in "VM" and not frame.gap[end]


def _subject(frame: Frame, end: int) -> int:
    """Return where the noun phrase begins that ends before word ``end``, with the phrases it is joined to: «the fall of
    X»."""
    start = frame.phrases[frame.phrase_at[end - 1]][0]
    while start > 1 and frame.lower[start - 1] in _JOINS_SUBJECT and not any(frame.gap[start - 1 : start + 1]):
        if frame.phrase_at[start - 2] < 0:
            break
        start = frame.phrases[frame.phrase_at[start - 2]][0]
    return start


def agent_at(frame: Frame, at: int) -> Words | None:
    """Return the noun phrase after "by" at word ``at``, or None."""
    if at + 1 >= frame.size or frame.lower[at] != "by" or frame.gap[at + 1] or frame.phrase_at[at + 1] < 0:
        return None
    return frame.phrases[frame.phrase_at[at + 1]]


def agent_behind(frame: Frame, start: int, end: int) -> Words | None:
    """Return the agent at the end of words ``start`` to ``end``, or None: «a mess by two critics»."""
    for i in range(end - 1, start, -1):
        found = agent_at(frame, i)
        if found:
            last = found[1] == end or bool(frame.gap[found[1]]) or frame.norm[found[1]] == "DATE"
            return found if last and not frame.finite[i] > frame.finite[start] else None
    return None


def fronted_before(frame: Frame, place: CuePlace) -> tuple[int, Words] | None:
    """Return where the clause ends that stands in front of a name and an office in commas and a verb of saying, and the
    name; or None.

    >>> from quotex.read.document import Document
    >>> document = Document("Turnout was low, the returning officer, Charles Tetteh, said.")
    >>> fronted_before(Frame(document, document.sentence_at(0), []), CuePlace(8, 8, "say", "9"))
    (3, (6, 8))
    """
    if (tag := _as_tag(frame, place)) is not None:
        return tag
    if not _says(frame, place):
        return None
    if frame.gap[place.first] == "," and (inverted := _inverted(frame, place)):
        return inverted
    if not _says_nothing_behind(frame, place):
        return None
    if frame.gap[place.first] == ",":
        return _apposition(frame, place.first)
    if not _ends_there(frame, place) and not is_perfect_tag(frame, place.at):
        return None
    return _own_subject(frame, place.first) or _with_relative(frame, place.first)


def is_perfect_tag(frame: Frame, at: int) -> bool:
    """Tell whether a sentence ends with a perfect that tells how something is known: «…, the Herald has learned»."""
    return at + 1 == frame.size and at > 3 and frame.lower[at] in _KNOWN and frame.lower[at - 1] in _PERFECT


def _inverted(frame: Frame, place: CuePlace) -> tuple[int, Words] | None:
    """Return where a verb of saying stands behind a comma before a name, and the name: «…, noted the mayor, Ana Ruiz».

    The name ends the sentence or a comma follows, and no further act: «He rose, acknowledged Ana Ruiz, and left».
    """
    at = place.at
    if at != place.first or frame.lower[at] in load_words("object_verbs") or at + 1 >= frame.size or frame.gap[at + 1]:
        return None
    if frame.lower[at] not in saying_forms():
        return None
    end = _whole_name(frame, at + 1)
    named = end and frame.coarse[end - 1] == "N" and frame.noun_kind(end - 1) in "pgN"
    stops = named and (end == frame.size or (frame.gap[end] == "," and not interrupted_at(frame, place)))
    stops = stops or (end > 0 and _is_described(frame, place, at + 1, end))
    if stops and end + 1 < frame.size and frame.lower[end] in _JOINS_ACTS and frame.coarse[end + 1] == "V":
        return None
    return (at, (at + 1, end)) if stops and frame.coarse[at] == "V" and frame.quoted[at + 1] < 0 else None


def _is_described(frame: Frame, place: CuePlace, start: int, end: int) -> bool:
    """Tell whether a body or paper is described up to the end of a sentence or a comma, behind a clause: «Rust has
    opened two holes, says a report by the trust»."""
    noun = head_of(frame.lower[end - 1])[0]
    speaks = noun is not None and noun.type in ("person", "organization", "group", "document")
    clause = frame.finite[place.at] > 0 or "T" in frame.coarse[: place.at]  # «Bridge to stay shut, says agency»
    if place.lemma not in _OF_CLAUSES or not speaks or not clause or frame.coarse[end - 1] != "n":
        return False
    while end + 1 < frame.size and frame.lower[end] in _OF_PAPERS and frame.phrase_at[end + 1] >= 0:
        if frame.gap[end]:
            break
        end = frame.phrases[frame.phrase_at[end + 1]][1]
    return end == frame.size or (frame.gap[end] == "," and not interrupted_at(frame, place))


def _whole_name(frame: Frame, start: int) -> int:
    """Return where the noun phrase ends that begins at a word, with the one it owns: «the Herald's Bo Lund»; 0 for
    none."""
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase][0] != start:
        return 0
    end = frame.phrases[phrase][1]
    if end + 1 < frame.size and frame.coarse[end] == "s" and frame.phrase_at[end + 1] >= 0:
        return frame.phrases[frame.phrase_at[end + 1]][1]
    return end


def _with_relative(frame: Frame, end: int) -> tuple[int, Words] | None:
    """Return where a subject with a relative clause begins that ends before the verb at word ``end``, and the subject:
    «…, the office that keeps it has told police»."""
    start = next((i for i in range(end - 1, max(0, end - _LONGEST_OFFICE), -1) if frame.gap[i]), 0)
    phrase = frame.phrase_at[start]
    if not start or frame.gap[start] != "," or phrase < 0 or frame.phrases[phrase][0] != start:
        return None
    behind = frame.phrases[phrase][1]
    relative = behind < end and frame.lower[behind] in _WHO and frame.finite[end] - frame.finite[behind] == 1
    return (start, (start, behind)) if relative and frame.noun_kind(behind - 1) in _SPEAKS else None


def _as_tag(frame: Frame, place: CuePlace) -> tuple[int, Words] | None:
    """Return where a clause ends before «, as several readers pointed out», at the end of a sentence, and who did."""
    at, first = place.at, place.first
    end = at + 1 + (frame.coarse[at + 1 : at + 2] in (["r"], ["R"]))
    known = frame.lower[at] in saying_forms() or place.lemma == "point"
    if end != frame.size or not known or first < _SHORTEST_BEFORE or frame.phrase_at[first - 1] < 0:
        return None
    subject = frame.phrases[frame.phrase_at[first - 1]]
    opens = subject[0] - 1
    tag = subject[1] == first and frame.lower[opens] == "as" and frame.gap[opens] == ","
    return (opens, subject) if tag and frame.quoted[opens - 1] < 0 and frame.coarse[at] in "Ve" else None


def _behind_hearer(frame: Frame, place: CuePlace) -> int:
    """Return the word behind the one spoken to: «he told them | on the bus», «told a call with investors |»."""
    at = place.at + 1
    if at < frame.size and place.lemma in TAKES_HEARER and not frame.gap[at] and frame.phrase_at[at] >= 0:
        end = frame.phrases[frame.phrase_at[at]][1]
        more = frame.lower[end : end + 1] and frame.lower[end] in _OF_HEARERS and frame.phrase_at[end + 1 :][:1] > [-1]
        whole = more and frame.coarse[at] == "D" and not any(frame.gap[end : end + 2])
        return frame.phrases[frame.phrase_at[end + 1]][1] if whole else end
    return at


def _ends_there(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a sentence ends behind a hearer, a time or a place, or tells what went with the telling: «said
    on Friday, raising hopes that …», «told reporters after the vote», «said in May, after the boats had been lost».
    """
    start = at = _behind_hearer(frame, place)
    while at < frame.size and not frame.gap[at] and _tells_when(frame, at):
        at += 1
    if at < frame.size and not frame.gap[at] and frame.lower[at] in _PLACES:
        at = next((i for i in range(at, frame.size) if frame.gap[i]), frame.size)
    if at == place.at + 1:
        return False  # nothing stands behind: the models know that
    if start > place.at + 1 and _tells_while(frame, at):
        return True
    goes_on = at < frame.size and frame.gap[at] == ","
    circumstance = goes_on and (frame.coarse[at] == "g" or frame.lower[at] in _MEANWHILE)
    return at == frame.size and (at > start or start > place.at + 1) or circumstance


def _tells_while(frame: Frame, at: int) -> bool:
    """Tell whether a sentence ends with a clause of what went on meanwhile: «she tells me as we climb»."""
    subject = frame.phrase_at[at + 1] if at + 2 < frame.size and frame.lower[at] in _MEANWHILE else -1
    return subject >= 0 and frame.finite[frame.size] == frame.finite[at] + 1 and not any(frame.gap[at : frame.size])


def _tells_when(frame: Frame, at: int) -> bool:
    return frame.coarse[at] == "R" or frame.norm[at] == "DATE" or frame.lower[at] in _DAYS


def _says(frame: Frame, place: CuePlace) -> bool:
    """Tell whether the cue is a finite verb that mostly reports or says."""
    at, first = place.at, place.first
    known = frame.lower[at] in saying_forms() or is_perfect_tag(frame, at)
    if not known and int(place.grade) < STRONG:
        return False
    return first > 3 and any(tag in FINITE for tag in frame.tags[first : at + 1]) and frame.coarse[at] in "Ve"


def _own_subject(frame: Frame, end: int) -> tuple[int, Words] | None:
    """Return where a subject behind a comma begins that ends before the verb at word ``end``, and the subject."""
    if frame.gap[end] == ")" and frame.phrase_at[end - 1] >= 0:
        end = frame.phrases[frame.phrase_at[end - 1]][0]  # "the Land Mobility Authority (LMA)"
        if frame.gap[end] != "(":
            return None
    elif frame.gap[end]:
        return None
    if frame.phrase_at[end - 1] < 0:
        return None
    start, head = frame.phrases[frame.phrase_at[end - 1]][0], end
    for _ in range(_MOST_PHRASES):  # «researchers at the University of Tartu»
        if frame.gap[start] or start < 3 or frame.lower[start - 1] not in JOINS_BODY or frame.phrase_at[start - 2] < 0:
            break
        start, head = frame.phrases[frame.phrase_at[start - 2]]
    if frame.gap[start] != "," or frame.lower[start] in _CLAUSE_RELATIVES:
        return None
    tells = frame.noun_kind(head - 1) in _SPEAKS or frame.noun_kind(head - 1) == "s"
    return (start, (start, head)) if tells else None


def _says_nothing_behind(frame: Frame, place: CuePlace) -> bool:
    """Tell whether the words behind the cue, up to the next sign, tell no more than when, where and to whom."""
    at = _behind_hearer(frame, place)
    while at < frame.size and not frame.gap[at] and _tells_when(frame, at):
        at += 1
    if at == frame.size or (at > place.at + 1 and _tells_while(frame, at)):
        return True
    if frame.gap[at]:
        return '"' not in frame.gap[at] and ":" not in frame.gap[at]
    end = next((i for i in range(at, frame.size) if frame.gap[i]), frame.size)
    clause = frame.finite[end] > frame.finite[at] or any(word in CLAUSE for word in frame.lower[at:end])
    return frame.lower[at] in _PLACES and not clause


def _apposition(frame: Frame, end: int) -> tuple[int, Words] | None:
    """Return where a name and an office in commas begin that end before word ``end`` or an age there, and the name."""
    end -= frame.coarse[end - 1] == "C" and "," in frame.gap[end - 1]
    commas = [i for i in range(end - 1, max(0, end - 2 * _LONGEST_OFFICE), -1) if "," in frame.gap[i]]
    for middle in commas[:_MOST_COMMAS]:
        for first in [i for i in commas if i < middle][:_MOST_COMMAS]:
            one, two = (first, middle), (middle, end)
            if is_office(frame, *one) and _is_name(frame, *two):
                return first, frame.phrases[frame.phrase_at[middle]]
            if _is_name(frame, *one) and is_office(frame, *two):
                return first, frame.phrases[frame.phrase_at[first]]
    return None


def _is_name(frame: Frame, start: int, end: int) -> bool:
    """Tell whether some words are one noun phrase that ends in a name, without an article."""
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase] != (start, end) or end - start > 5:
        return False
    return frame.coarse[end - 1] == "N" and frame.coarse[start] != "D" and frame.quoted[start] < 0


def is_office(frame: Frame, start: int, end: int) -> bool:
    """Tell whether some words are a noun phrase for a person, with the phrases that belong to it."""
    if end - start > _LONGEST_OFFICE or any(map(partial(_leaves_phrase, frame), range(start, end))):
        return False
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase][0] != start or frame.phrase_at[end - 1] < 0:
        return False
    person = head_of(frame.lower[_head(frame, phrase)])[0]
    return person is not None and person.type == "person"


def _leaves_phrase(frame: Frame, i: int) -> bool:
    return frame.phrase_at[i] < 0 and frame.coarse[i] not in _JOINING_TAGS


def _head(frame: Frame, phrase: int) -> int:
    """Return the head of a noun phrase, or of the one whose owner it is: «the family's lawyer»."""
    end = frame.phrases[phrase][1]
    while end + 1 < frame.size and frame.coarse[end] == "s" and frame.phrase_at[end + 1] >= 0:
        end = frame.phrases[frame.phrase_at[end + 1]][1]
    return end - 1


def is_clause(frame: Frame, start: int, end: int) -> bool:
    """Tell whether some words have a finite verb that no conjunction or relative at their head takes from them."""
    taken = sum(word in _CLAUSE_RELATIVES for word in frame.lower[start:end])
    taken += frame.lower[start] in SUBORDINATE - _CLAUSE_RELATIVES
    return frame.finite[end] - frame.finite[start] > taken
