"""Leave the sentence around a report its verb.

A noun that is a subject needs one: «Her claim that the budget was balanced | angered the opposition», «Residents who
said they had been ignored | marched to the hall».  So does the main clause after a subordinate one: «If the agency says
that the water is clean, | the beach will open».  In a clause that describes the subject, every clause that opens
behind the cue takes one finite verb, and the first that is left over is that of the subject.
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.edges.outer_clause import SUBORDINATE, begins_predicate
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon.verbs import saying_forms, thinking_forms

_COMPLEMENT = CLAUSE - {"to"}
_INVERTED = frozenset(("should", "had"))
_FOCUS = frozenset(("even", "only", "but", "and", "yet", "not", "as"))
_NEAR = 6  # words from a noun to its content: «the suggestion by Mr. Pike that …»
_OPENS = frozenset(("that", "because", "while", "as", "if"))
_RELATIVES = frozenset(("who", "which", "that"))
_SUBJECTS = frozenset(("i", "he", "she", "they", "we"))
_AUXILIARIES = frozenset(
    ("been", "is", "are", "was", "were", "has", "have", "had", "'s", "’s", "'re", "’re", "'ve", "’ve", "'d", "’d")
)
_COORDINATES = frozenset(("and", "or", "but", "nor", "then"))
_LISTED = 8  # words within which a list of verbs goes on
Places = list[int]  # words that content may end before


def _ends_before_verb(frame: Frame, place: CuePlace, start: int, places: Places) -> Places:
    """Leave a verb to the noun that is a subject: «Her claim that the budget was balanced | angered the opposition»."""
    if not is_subject(frame, place, start):
        return places
    last = _last_verb(frame, start)
    left = [i for i in places if i <= last]
    if frame.lower[start] in _COMPLEMENT:
        left = [i for i in left if frame.finite[i] > frame.finite[start] and (frame.gap[i] or _leads_to_verb(frame, i))]
    return left or places


def is_subject(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether the cue is a noun that may be the subject of its clause, with content from word ``start`` on as its
    complement."""
    at, coarse = place.at, frame.coarse
    if _is_participle_of_subject(frame, place, start):
        return True
    if coarse[at] != "n" or start > at + _NEAR or any(frame.gap[at + 1 : start]):
        return False
    if frame.finite[start] > frame.finite[at]:
        return False
    first = at
    while first and coarse[first - 1] in "JCe" and not frame.gap[first]:
        first -= 1
    if not first or frame.gap[first] or coarse[first - 1] not in "Ds":
        return False
    first = frame.phrases[frame.phrase_at[first - 1]][0] if frame.phrase_at[first - 1] >= 0 else first - 1
    return first == 0 or frame.lower[first - 1] in _OPENS or (frame.gap[first] == "," and not frame.finite[first])


def _is_participle_of_subject(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether a cue is a participle right behind the noun phrase that opens the sentence: «A petition demanding
    that the path be reopened | has 900 names»."""
    at = place.at
    if frame.coarse[at] != "g" or at != place.first or not at or any(frame.gap[1 : start + 1]):
        return False
    return start == at + 1 and frame.lower[start] == "that" and frame.phrase_at[at - 1] == 0 == frame.phrase_at[0]


def _ends_before_clause(frame: Frame, place: CuePlace, start: int, places: Places) -> Places:
    """Leave a clause to the subordinate one: «If the agency says that the water is clean, | the beach will open»."""
    if not _is_subordinate(frame, place, start):
        return places
    verb = _last_verb(frame, start)
    last = max((i for i in range(start + 1, verb) if frame.gap[i]), default=-1)
    return [i for i in places if i <= last] or places


def _is_subordinate(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether the cue is the first verb of a sentence that opens with a subordinate clause."""
    if not _opens_subordinate(frame, place) or frame.coarse[place.at] not in "Veb":
        return False
    return place.at < start and not any(frame.gap[1 : start + 1])


def _opens_subordinate(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a sentence opens with a subordinate clause whose first verb is the cue: «Even if», «Should the
    judge»."""
    lower, before = frame.lower, frame.finite[place.first]
    if lower[0] in _INVERTED and "?" not in frame.gap[frame.size]:
        return before == 1 and place.first > 1
    opener = lower[1] if lower[0] in _FOCUS and frame.size > 1 else lower[0]
    return opener in SUBORDINATE and not before


def _last_verb(frame: Frame, start: int) -> int:
    return max((i for i in range(start, frame.size) if begins_predicate(frame, i)), default=-1)


def _leads_to_verb(frame: Frame, i: int) -> bool:
    while frame.coarse[i] == "R" and i + 1 < frame.size and not frame.gap[i + 1]:
        i += 1
    return begins_predicate(frame, i)


def main_verb(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return the verb of the noun that the clause with the cue describes, behind content from word ``start`` on, or
    None.

    >>> from quotex.read.document import Document
    >>> document = Document("Residents who said they had been ignored marched to the hall.")
    >>> frame = Frame(document, document.sentence_at(0), [])
    >>> frame.lower[main_verb(frame, CuePlace(2, 2, "say", "9"), 3)]
    'marched'
    """
    if place.at >= start or not _describes_subject(frame, place):
        return None
    held = frame.quoted[place.at]
    opening = start + (frame.lower[start] == "not")
    lacking = int(frame.coarse[opening] not in "Tg" and frame.lower[opening] != "for")
    for i in range(start + 1, frame.size):
        if _opens_clause(frame, i):
            lacking += 1
        elif lacking and frame.tags[i] == "VB" and frame.phrase_at[i - 1] >= 0 and not frame.gap[i]:
            lacking -= 1  # «demanding that he resign»
        elif _is_finite(frame, i) and not _shares_subject(frame, i):
            if lacking:
                lacking -= 1
            elif not _has_subject(frame, i):
                free = i > start + 1 and frame.quoted[i] in (-1, held) and not _is_listed(frame, i)
                return _with_adverbs(frame, i) if free else None
    return None


def _describes_subject(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a cue is the verb of a clause that describes the first noun of a sentence without a verb so far."""
    first = place.first
    if not first or frame.finite[first] or frame.gap[first]:
        return False
    if frame.lower[first - 1] in _RELATIVES:
        return first > 1 and frame.coarse[first - 2] in "NnPDCs" and not frame.gap[first - 1]
    participle = frame.coarse[first] == "g" or (frame.coarse[first] == "n" and frame.lower[first].endswith("ing"))
    return participle and first == place.at and frame.phrase_at[first - 1] >= 0


def _opens_clause(frame: Frame, i: int) -> bool:
    """Tell whether a clause that needs a finite verb opens at a word."""
    word = frame.lower[i]
    if frame.coarse[i] == "W" or word in CLAUSE - {"to", "as"}:
        return frame.lower[i + 1 : i + 2] != ["to"] and frame.tags[i] != "DT"
    if word in SUBORDINATE:
        return i + 1 < frame.size and _ends_at_verb(frame, i + 1)
    noun_before = frame.coarse[i - 1] in "Nn" and not frame.gap[i]
    return word in _SUBJECTS and noun_before


def _ends_at_verb(frame: Frame, at: int) -> bool:
    """Tell whether a noun phrase begins at a word and a finite verb follows it."""
    if frame.phrase_at[at] < 0:
        return False
    end = frame.phrases[frame.phrase_at[at]][1]
    return end < frame.size and _is_finite(frame, end)


def _is_finite(frame: Frame, i: int) -> bool:
    """Tell whether a finite verb stands at a word; of two participles in a row the second is one: «ignored marched»."""
    if frame.coarse[i - 1] == "D" or (frame.coarse[i - 1] == "b" and frame.coarse[i] not in "VM"):
        return False  # «had a will of its own», «would have reinstated the ban»
    if begins_predicate(frame, i):
        return True
    behind_verb = frame.tags[i - 1] == "VBN" or frame.coarse[i - 1] == "V"
    return frame.tags[i] == "VBN" and behind_verb and frame.lower[i - 1] not in _AUXILIARIES and not frame.gap[i]


def _shares_subject(frame: Frame, i: int) -> bool:
    """Tell whether a verb is joined to the one before: «was late and | would stay», «was late but also | said»."""
    at = i - 1
    while at and frame.coarse[at] == "R" and frame.lower[at] not in _COORDINATES:
        at -= 1
    return frame.lower[at] in _COORDINATES


def _has_subject(frame: Frame, i: int) -> bool:
    """Tell whether a verb has a subject in a clause that no word opens: «and Ana | was», «believed it | was», «who
    they thought | was»."""
    phrase = frame.phrase_at[i - 1]
    if phrase < 0 or frame.gap[i]:
        return not frame.gap[i] and frame.coarse[i - 1] == "V" and _tells(frame, i - 1)
    first = frame.phrases[phrase][0]
    while first > 1 and frame.lower[first - 1] == "of" and frame.phrase_at[first - 2] >= 0 and not frame.gap[first - 1]:
        first = frame.phrases[frame.phrase_at[first - 2]][0]
    bare = frame.coarse[first] in "nJ" and frame.tags[i - 1] != "NNS"  # «felt ill»
    thought = _tells(frame, first - 1) and not bare
    return bool(frame.gap[first]) or frame.lower[first - 1] in _COORDINATES or thought


def _tells(frame: Frame, i: int) -> bool:
    return frame.lower[i] in saying_forms() or frame.lower[i] in thinking_forms()


def _is_listed(frame: Frame, i: int) -> bool:
    """Tell whether a verb stands in a list of verbs: «he ate, | drank and slept»."""
    if frame.gap[i] != ",":
        return False
    behind = range(i + 1, min(i + _LISTED, frame.size - 1))
    return any(frame.lower[n] in _COORDINATES and frame.tags[n + 1] == frame.tags[i] for n in behind)


def _with_adverbs(frame: Frame, i: int) -> int:
    """Return where the adverbs before a verb begin: «the amendment | later said»."""
    while frame.coarse[i - 1] == "R" and frame.coarse[i - 2] in "RNn" and not frame.gap[i]:
        i -= 1
    return i


def _ends_before_own_verb(frame: Frame, place: CuePlace, start: int, places: Places) -> Places:
    """Leave its verb to a noun that the clause with the cue describes: «Residents who said it was late | left»."""
    verb = main_verb(frame, place, start)
    if verb is None or verb > places[-1]:
        return places
    return [i for i in places if i < verb] + [verb] if frame.gap[verb] else [verb]


# Which of the places where content may end leave the sentence around it a verb.
# The ids are those of ``lexicon/detection_rules.tsv``.
LEAVES: tuple[tuple[str, Callable[[Frame, CuePlace, int, Places], Places]], ...] = (
    ("verb of a noun", _ends_before_verb),
    ("verb of a noun described", _ends_before_own_verb),
    ("clause after a subordinate one", _ends_before_clause),
)
