"""Which noun phrase is the subject of a cue, as the grammar of its clause tells, and how far it reaches."""

from __future__ import annotations

from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.retag import NAME
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.names import folded
from quotex.lexicon.verbs import saying_forms
from quotex.read.part_of_speech import FINITE

NOBODY = -1  # in place of a phrase
_NOBODYS = frozenset("sadk")  # nouns for words, acts, times and thoughts
_RELATIVES = frozenset(("who", "whom", "whose", "which"))
_LONGEST_RELATIVE = 14  # words
_LONGEST_CLAUSE = 30  # words
_COMPLEMENTS = frozenset(("of", "by", "at", "for", "from", "in"))
_SUBORDINATES = CLAUSE | {"after", "before", "since", "while", "although", "though", "until"}
_SUBJECTS = frozenset(("he", "she", "it", "they"))


def relative_before(frame: Frame, at: int) -> int:
    """Return where a relative clause begins that ends before a verb; the size of the sentence for none.

    "with" of «Ana Ruiz, with whom Bo agreed, held that»: its words are no subject of «held».
    """
    if frame.gap[at] != ",":
        return _whom_before(frame, at)
    for i in range(at - 1, max(0, at - _LONGEST_RELATIVE), -1):
        if frame.lower[i] in _RELATIVES:
            behind = frame.phrase_at[i + 1] >= 0 and i + 1 < at
            i -= frame.gap[i] == "" and frame.coarse[i - 1] == "I"
            return i if behind and frame.gap[i] == "," and i > 0 else frame.size
        if frame.gap[i]:
            return frame.size
    return frame.size


def _whom_before(frame: Frame, at: int) -> int:
    """Return where a relative clause without commas begins before a verb: "to" of «the friend to whom I wrote says»."""
    for i in range(at - 2, max(1, at - _LONGEST_RELATIVE), -1):
        if frame.gap[i + 1] or frame.coarse[i + 1] == "W":
            break
        if (
            frame.lower[i] in ("whom", "which")
            and frame.coarse[i - 1] in "IT"
            and frame.finite[at] - frame.finite[i] == 1
            and frame.tags[at] in FINITE
        ):
            return i - 1 if not (frame.gap[i] or frame.gap[i - 1]) else frame.size
    return frame.size


def clause_before(frame: Frame, at: int) -> int:
    """Return where a clause of a name begins between two commas before a verb, or 0: «Bo Lund, who did not, said»."""
    opens = next((i for i in range(at - 1, max(0, at - _LONGEST_RELATIVE), -1) if frame.gap[i]), 0)
    return opens if opens and frame.gap[opens] == "," and frame.lower[opens] in _RELATIVES else 0


def own_subject(frame: Frame, place: CuePlace) -> int:
    """Return the phrase that opens a clause with the cue right behind it, or -1: «…, and Section 9 states that …»."""
    first = place.first
    if frame.tags[first + (frame.coarse[first] == "R" and first < place.at)] not in FINITE:
        return -1
    end = clause_before(frame, first) if frame.gap[first] == "," else first
    number = frame.phrase_at[end - 1] if end and (end < first or not frame.gap[end]) else -1
    if number < 1 or frame.phrases[number][1] != end:
        return -1
    start = head_before(frame, frame.phrases[number][0])  # "a man" of «, and a man at the fair once asked if»
    number = frame.phrase_at[start]
    joined = (
        start > 0 and frame.lower[start - 1] in ("and", "but") and frame.gap[start - 1] in (",", ";", '"', ',"', '",')
    )
    return number if joined and not frame.gap[start] else -1


def second_subject(frame: Frame, place: CuePlace, chosen: int) -> int:
    """Return the phrase that is the subject of a second clause with two verbs, or -1: «The boat was late, and at six
    Ana Ruiz came in and said that it was shut.»; its subject and not that of the first clause says so."""
    first = place.first
    if chosen < 0 or first < 1 or frame.lower[first - 1] != "and" or frame.tags[place.at] not in FINITE:
        return -1
    floor = max(0, first - _LONGEST_CLAUSE)
    joins = (i for i in range(first - 2, floor, -1) if frame.gap[i] == "," and frame.lower[i] in ("and", "but"))
    opens = next(joins, 0)
    if not opens or any(frame.gap[opens + 1 : first + 1]) or frame.phrases[chosen][1] > opens:
        return -1
    for number in range(chosen + 1, len(frame.phrases)):
        start, end = frame.phrases[number]
        if end >= first - 1 or not _SUBORDINATES.isdisjoint(frame.lower[opens + 1 : end]):
            return -1
        if start > opens and frame.tags[end] in FINITE:
            return number
    return -1


def main_subject(frame: Frame, place: CuePlace, number: int) -> int:
    """Return the phrase that is the subject of the sentence, or -1: «Ana Ruiz told them that she was ill, saying “…”».

    A participle behind a comma is said of the main clause; the pronoun of a clause within it is no other subject.
    """
    if not number or not frame.phrases or frame.coarse[place.at] != "g" or frame.gap[place.first] != ",":
        return -1
    first, behind = frame.phrases[0]
    if first or behind >= place.first or frame.tags[behind] not in FINITE or frame.gap[behind]:
        return -1
    if number == NOBODY:
        return 0 if frame.lower[behind] in saying_forms() else -1
    start, end = frame.phrases[number]
    within = frame.lower[start - 1] in _SUBORDINATES or frame.coarse[start - 1] in "Vbg"
    return 0 if within and end < place.first and frame.lower[start] in _SUBJECTS else -1


def head_before(frame: Frame, start: int) -> int:
    """Return where the noun phrase begins to which one belongs with a preposition: "a note" of «a note by a nurse»."""
    while start > 1 and frame.lower[start - 1] in _COMPLEMENTS and not any(frame.gap[start - 1 : start + 1]):
        before = frame.phrase_at[start - 2]
        if before < 0:
            break
        start = frame.phrases[before][0]
    return start


def from_name(frame: Frame, start: int, end: int) -> int:
    """Return where a noun phrase begins in which a noun that means nobody stands before a name: "Ana Ruiz" of «in an
    interview Ana Ruiz said», «the story Ana Ruiz told»."""
    at = end - 1
    while at > start and frame.tags[at] in NAME:
        at -= 1
    named = start < at < end - 1 and frame.coarse[start] == "D" and frame.coarse[at] == "n"
    return at + 1 if named and noun_classes().get(frame.lower[at]) in _NOBODYS else start


def with_purpose(frame: Frame, start: int, end: int) -> tuple[int, int]:
    """Return the whole name of a body that is named after its purpose: «the Campaign to Protect Rural Wales»."""
    to = end
    if to >= frame.size or frame.lower[to] != "to":
        to = start - 1
        while to > 0 and frame.lower[to] != "to" and _in_title(frame, to):
            to -= 1
    number = frame.phrase_at[to - 1] if 0 < to < frame.size and frame.lower[to] == "to" else -1
    if number < 0 or frame.lower[to - 1] not in folded("organization_words") or not _in_title(frame, to - 1):
        return start, end
    right = to + 1
    while right < frame.size and not frame.gap[right] and _in_title(frame, right):
        right += 1
    return (min(start, frame.phrases[number][0]), max(end, right)) if right > to + 1 else (start, end)


def _in_title(frame: Frame, at: int) -> bool:
    """Tell whether a word may stand in a name: it has a capital, or is an article."""
    return frame.norm[at] != frame.lower[at] or frame.lower[at] == "the"
