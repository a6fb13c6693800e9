"""What belongs to the content of a report although only its words in marks were taken for it.

Words in marks that are a part of a clause («He said “timetable reforms” would help», «According to Moss, the plan reeks
of “panic”») are reported with the whole of it.
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.reports.cues import STRONG, CuePlace
from quotex.detect.reports.edges.outer_clause import SUBORDINATE
from quotex.detect.reports.sentence import Frame
from quotex.lexicon.function_words import PRIMARY
from quotex.lexicon.verbs import saying_forms

Words = tuple[int, int]
Parts = tuple[Words, ...]
Completion = Callable[[Frame, CuePlace, Parts], Parts]
_LONGEST_SUBJECT = 12  # words between the marks and the verb whose subject they begin
_SHORTEST = 4  # words of a clause before a tag
_SHORTEST_CLAUSE = 3  # words of a clause before the words in marks that end it
_MARKS = ('"', "'")
_CLOSED = ('",', "',", ',"', ",'")  # the end of words in marks with a comma
_JOINS = frozenset(("and", "or", "but"))
_CONDITIONS = frozenset(("when", "whenever", "if", "once"))
_RELATIVES = frozenset(("who", "which", "that"))
_SKIPPED = frozenset(("but", "and", "yet", "still"))
_SUBORDINATES = frozenset(("asked", "as", "although", "while"))


def completed(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """Return the parts of a content with the clause that the words in marks are a part of."""
    for _, rule in COMPLETIONS:
        parts = rule(frame, place, parts)
    return parts


def _rest_of_clause(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """«said “timetable reforms” and the sale of boats would help»: the marks hold the subject of a clause, or half."""
    start, end = parts[-1]
    if len(parts) > 1 or start != place.at + 1 or frame.lower[place.at] not in saying_forms():
        return parts
    if not _in_marks(frame, start, end) or frame.finite[end] > frame.finite[start] or frame.coarse[end - 1] != "n":
        return parts
    if not _CONDITIONS.isdisjoint(frame.lower[: place.first]) or frame.lower[place.first - 1] in _RELATIVES:
        return parts
    if end >= frame.size or frame.gap[end] != '"':
        return parts
    for at in range(end, min(frame.size, end + _LONGEST_SUBJECT)):
        if at > end and frame.gap[at] or frame.lower[at] in SUBORDINATE:
            return parts
        if frame.coarse[at] == "M" or frame.lower[at] in PRIMARY:
            whole = at == end or frame.coarse[at - 1] in "nNR" and frame.phrase_at[at - 1] >= 0
            return _to(parts, _clause_end(frame, at)) if whole else parts
        if frame.coarse[at] == "V":
            return parts
    return parts


def _according(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """«According to the host Brian Moss, the plan reeks of “panic” and old thinking»: the clause behind the comma."""
    start, end = parts[-1]
    if place.at > 1 or frame.lower[place.at] not in ("according", "to") or not _in_marks(frame, start, end):
        return parts
    commas = [i for i in range(place.at + 1, start) if frame.gap[i] == ","]
    if not commas or any(sign in gap for gap in frame.gap[commas[0] : start + 1] for sign in ";:"):
        return parts
    first = commas[-1]
    clause = frame.phrase_at[first] >= 0 and start - first >= _SHORTEST_CLAUSE and "," not in frame.gap[start]
    return ((first, frame.size),) if clause else parts


def _clause_before(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """«Diesel could touch $2 a litre, the broker said, “if the pipes hold”»: the marks go on with a clause."""
    start, end = parts[-1]
    if len(parts) > 1 or start <= place.at or end < frame.size or not _in_marks(frame, start, end):
        return parts
    small = frame.norm[start] == frame.lower[start] and frame.coarse[start] != "N"
    if not small or "," not in frame.gap[start] or not _says_in_commas(frame, place):
        return parts
    last = frame.phrases[frame.phrase_at[place.first - 1]][0]
    first = int(frame.lower[0] in _SKIPPED and not frame.gap[1])
    joined = next((i for i in range(last - 1, first, -1) if _joins_clause(frame, i)), -1)
    first = joined + 1 if joined > 0 else first  # «He left in May, and | he sold it, she says, “to sleep”»
    return ((first, last), (start, end)) if _is_one_clause(frame, first, last) else parts


def _further_that(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """«said that it was late, and the road was long; that nobody came»: a further clause with "that" belongs to it."""
    start, end = parts[-1]
    if start <= place.at or frame.lower[start] != "that" or any(number >= 0 for number in frame.quoted[start:]):
        return parts
    last = 0
    for i in range(end, frame.size - 1):
        if frame.coarse[i] in "Vb" and frame.lower[i] in saying_forms():
            break
        if _adds_that(frame, i):
            last = i
    behind = (i for i in range(last + 1, frame.size) if ";" in frame.gap[i])
    return _to(parts, next(behind, frame.size)) if last else parts


def _adds_that(frame: Frame, i: int) -> bool:
    """Tell whether a sign parts one more clause with "that" from those before: «…; that it rained», «…, and that»."""
    joined = frame.lower[i] in ("and", "but")
    parted = ";" in frame.gap[i] or (joined and frame.gap[i] == ",")
    at = i + joined
    subject = at + 2 < frame.size and frame.coarse[at + 1] not in "VMb"
    return parted and frame.lower[at] == "that" and subject and not frame.gap[at + 1].strip(",")


def _joins_clause(frame: Frame, i: int) -> bool:
    """Tell whether a conjunction behind a comma joins a clause with a pronoun for its subject: «…, and he sold it»."""
    joined = frame.gap[i] == "," and frame.lower[i] in _JOINS and not frame.gap[i + 1]
    return joined and frame.tags[i + 1] == "PRP" and frame.finite[i + 3] > frame.finite[i + 1]


def _clause_around(frame: Frame, place: CuePlace, parts: Parts) -> Parts:
    """«The dead man had been “unlucky”, a coroner has ruled»: the marks end the clause before the tag."""
    start, end = parts[-1]
    if len(parts) > 1 or not start or not _in_marks(frame, start, end) or frame.gap[start] not in _MARKS:
        return parts
    source = frame.phrase_at[end] if end < place.first else -1
    if source < 0 or frame.phrases[source] != (end, place.first) or frame.gap[end] not in _CLOSED:
        return parts
    small = frame.norm[start] == frame.lower[start] and frame.coarse[start] != "N"
    first = int(frame.lower[0] in _SKIPPED and not frame.gap[1])
    return ((first, end),) if small and _is_one_clause(frame, first, start) else parts


def _says_in_commas(frame: Frame, place: CuePlace) -> bool:
    """Tell whether the cue says something and a comma stands before its subject."""
    if int(place.grade) < STRONG or frame.lower[place.at] not in saying_forms() or place.first < 1:
        return False
    subject = frame.phrase_at[place.first - 1]
    return subject >= 0 and frame.gap[frame.phrases[subject][0]] == ","


def _is_one_clause(frame: Frame, first: int, last: int) -> bool:
    """Tell whether some words are a clause outside of marks, and not two joined by a conjunction."""
    if last - first < _SHORTEST or frame.lower[first] in _SUBORDINATES or frame.finite[last] == frame.finite[first]:
        return False
    joined = any(frame.gap[i] == "," and frame.lower[i] in _JOINS for i in range(first, last))
    return not joined and all(frame.quoted[i] < 0 for i in range(first, last))


def _in_marks(frame: Frame, start: int, end: int) -> bool:
    return all(frame.quoted[i] >= 0 and frame.quoted[i] == frame.quoted[start] for i in range(start, end))


def _clause_end(frame: Frame, at: int) -> int:
    """Return where a clause ends whose verb stands at a word: before the next sign, or at the end of the sentence."""
    return next((i for i in range(at + 1, frame.size) if frame.gap[i] not in ("", '"')), frame.size)


def _to(parts: Parts, end: int) -> Parts:
    return (*parts[:-1], (parts[-1][0], end))


# The ids are those of ``lexicon/detection_rules.tsv``.
COMPLETIONS: tuple[tuple[str, Completion], ...] = (
    ("rest of a clause", _rest_of_clause),
    ("clause behind the source", _according),
    ("clause before the tag", _clause_before),
    ("clause around", _clause_around),
    ("further clause with that", _further_that),
)
