"""Which noun phrases before a cue can be no subject of it."""

from __future__ import annotations

from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.sources.subjects import NOBODY, relative_before
from quotex.lexicon.classes import verb_classes
from quotex.lexicon.pronouns import SUBJECTS
from quotex.read.part_of_speech import FINITE

_PLACED = frozenset(("first", "second", "last", "next", "only"))
_COORDINATES = frozenset(("and", "but", "then", "or"))
_LATER = (["later"], ["earlier"], ["after"], ["before"])
_WHERE_CLAUSES = frozenset(("where", "when", "which", "whom"))
_CAUSES = frozenset(("let", "lets", "made", "makes", "watched", "saw", "sees", "helped"))
_WHENS = frozenset(("after", "before", "during", "following", "in", "inside", "near", "outside", "since", "until"))
_PLACES = frozenset(("at", "in", "near", "outside", "inside", "during"))


def cannot_speak(frame: Frame, place: CuePlace, number: int) -> bool:
    """Tell whether a noun phrase before a cue can be no subject of it.

    The object of the verb before an «and» is none: «A producer rang the museum and asked».  Nor is one before a
    participle: «The firm shut the mine, telling …».  Nor is a place before the subject, «At the town hall, Ana said»,
    «In a letter it regretted the delay and promised», a time before a purpose, or «the first» of «A nurse was the first
    to suggest».
    """
    start, end = frame.phrases[number]
    first = place.first
    if all(word.isdigit() for word in frame.lower[start:end]):
        return True  # «3. Ana Ruiz, with whom Bo agreed, held that»
    if frame.lower[end : end + 1] == ["seconded"] and frame.lower[place.at] != "seconded":
        return True  # «Ana moved, and Bo seconded, that»
    if frame.lower[end : end + 1] and frame.lower[end] in _PLACED and frame.lower[end + 1 : place.at] == ["to"]:
        return True
    if start == place.at + 2 and frame.lower[start - 1] == "by" and _is_passive(frame, place):
        return verb_classes().get(frame.lower[place.at], "k") == "k"  # «should be decided by Congress»
    if end > first:
        return _is_in_manner(frame, place, start)
    if start and frame.lower[start - 1] in _WHENS and frame.lower[end : place.at + 1][:1] == ["to"]:
        return True  # «Ana rang the bank after the theft to ask whether»
    if _is_in_aside(frame, start, first) or _is_parted(frame, end, first):
        return True
    if _is_time_before(frame, start, end) or _is_beside_main_verb(frame, start, end, first):
        return True
    if frame.coarse[place.at] == "g" and frame.gap[first] == ",":
        return end == first and _has_governor(frame, start)
    if relative_before(frame, first) <= start:
        return True
    verb = next((i for i in range(first, place.at) if frame.coarse[i] != "R"), place.at)  # «and then shouted»
    if frame.tags[verb] not in FINITE:
        return False
    joined = first - 1
    if joined > end and frame.coarse[joined] == "R":
        joined -= 1
    if frame.lower[joined] in _COORDINATES and not frame.finite[joined] > frame.finite[end]:
        return frame.finite[start] > 0
    if not start or frame.lower[start - 1] not in _PLACES:
        return False
    behind = number + 1
    if "," not in frame.gap[end] and not (start == 1 and not frame.gap[end] and frame.lower[end] in SUBJECTS):
        return False
    return behind < len(frame.phrases) and frame.phrases[behind][0] == end and frame.phrases[behind][1] <= first


def _is_passive(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a participle has "be" or a noun phrase before it: not «Pressed by Ana whether …»."""
    at = place.at
    noun = at > 0 and "," not in frame.gap[at] and frame.phrase_at[at - 1] >= 0
    return frame.coarse[at] == "e" and (place.first < at or noun)


def _is_in_aside(frame: Frame, start: int, first: int) -> bool:
    """Tell whether a word stands between dashes before a verb: "some of us" of «Its head—he could teach some of
    us—says that»."""
    if frame.gap[first] != "-":
        return False
    opens = next((i for i in range(first - 1, 0, -1) if frame.gap[i] == "-"), 0)
    return 0 < opens <= start and frame.phrase_at[opens - 1] >= 0


def _is_in_manner(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether a word stands in commas between a verb and "that": "a source" of «One alleged, without giving a
    source, that»."""
    opens = place.at + 1
    if start <= opens or frame.gap[opens] != "," or frame.coarse[opens] not in "IgR":
        return False
    closes = next((i for i in range(opens + 1, frame.size) if frame.gap[i]), 0)
    return start < closes and frame.gap[closes] == "," and frame.lower[closes] == "that"


def _is_parted(frame: Frame, end: int, first: int) -> bool:
    """Tell whether a semicolon parts a noun phrase from a verb that has a subject of its own: «Ana denied it; Bo, her
    rival, retorted»."""
    clause = next((i for i in range(first - 1, end - 1, -1) if ";" in frame.gap[i]), -1)
    if clause < end or frame.phrase_at[clause] < 0:
        return False
    subject = frame.phrases[frame.phrase_at[clause]]
    return subject[0] == clause and (subject[1] == first or frame.gap[subject[1]] == "," == frame.gap[first])


def _is_time_before(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a noun phrase only says how much later something is: "An hour" of «An hour later Bo came and
    told us»."""
    counted = end - start > 1 or frame.tags[end - 1] == "NNS"  # «Day later told us» is said of somebody of that name
    time = frame.noun_kind(end - 1) == "d" and counted
    return time and frame.lower[end : end + 1] in _LATER and not frame.gap[end]


def _is_beside_main_verb(frame: Frame, start: int, end: int, first: int) -> bool:
    """Tell whether a noun phrase is the subject of another clause within one that goes on to the cue.

    "she" of «the nurse at the home where she lived found her and told her», of «Bo saw the home where she lived, but
    told us», "a man" of «Ida let a man read it but asked».
    """
    if frame.tags[first] not in FINITE or not start or frame.gap[start]:
        return False
    before = frame.lower[start - 1]
    if before in _WHERE_CLAUSES:
        if frame.lower[first - 1] not in _COORDINATES:
            return False
        closed = before != "when" and "," in frame.gap[first - 1] and frame.finite[start] > 0
        return frame.finite[first] - frame.finite[end] > (0 if closed else 1)
    return before in _CAUSES and frame.lower[first - 1] in _COORDINATES


def _has_governor(frame: Frame, start: int) -> bool:
    """Tell whether a verb or a preposition behind a finite verb governs the noun phrase at a word."""
    return frame.finite[start] > 0 and not frame.gap[start] and frame.coarse[start - 1] in "VbgeI"


def is_bare(frame: Frame, place: CuePlace, number: int) -> bool:
    """Tell whether a phrase is only the noun of saying with an article, so that it tells nobody: «the warning that»."""
    if number == NOBODY:
        return False
    start, end = frame.phrases[number]
    return start < place.at < end and frame.lower[start : place.at] in (["the"], ["a"], ["an"])
