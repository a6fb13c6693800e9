"""Where the clause begins behind «According to …»: what tells who or what the source is stands in commas before it."""

from __future__ import annotations

from quotex.detect.reports.constructions import is_office
from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.sentence import Frame

_LONGEST_SOURCE = 25  # words
_LATEST_RELATIVE = 5  # words to «which» in «a copy of which was seen»
_RELATIVES = frozenset(("who", "whose", "whom", "which", "where"))
_COMMAS = frozenset((",", ",'", ',"'))
_LINKING = frozenset(("however", "though", "meanwhile", "too"))


def behind_source(frame: Frame, place: CuePlace) -> int:
    """Return where what is reported begins behind a source that opens its clause, 0 if no comma shows it.

    >>> from quotex.read.document import Document
    >>> document = Document("According to Ana Ruiz, a baker in Merrow, the shop is shut.")
    >>> behind_source(Frame(document, document.sentence_at(0), []), CuePlace(0, 0, "according", "9"))
    8
    """
    at = place.at
    if frame.lower[at : at + 2] != ["according", "to"] or frame.quoted[at] >= 0 or not _opens(frame, at):
        return 0
    source, comma = at + 2, _next_comma(frame, at + 2)
    while comma and (behind := _next_comma(frame, comma)) and _belongs(frame, source, comma, behind):
        comma = behind
    return comma if comma and frame.finite[frame.size] > frame.finite[comma] else 0


def _opens(frame: Frame, at: int) -> bool:
    """Tell whether a clause begins at a word: at the head of the sentence or behind a semicolon."""
    return not at or ";" in frame.gap[at]


def _next_comma(frame: Frame, at: int) -> int:
    """Return the next word behind a bare comma, with no other sign before it; 0 for none."""
    signs = (i for i in range(at + 1, min(frame.size - 1, at + _LONGEST_SOURCE)) if frame.gap[i].strip("'\""))
    stop = next((i for i in signs if not (frame.tags[i] == frame.tags[i - 1] == "CD")), 0)  # «March 14, 2019»
    return stop if stop and frame.gap[stop] in _COMMAS and frame.quoted[stop - 1] < 0 else 0


def _belongs(frame: Frame, source: int, start: int, end: int) -> bool:
    """Tell whether the words between two commas tell who or what a source is: an office, a name, a date or a relative
    clause."""
    if frame.lower[start] in _LINKING and end == start + 1:
        return True
    relative = next((i for i in range(start, min(start + _LATEST_RELATIVE, end)) if frame.lower[i] in _RELATIVES), -1)
    if relative == start or (relative > start and frame.finite[end] > frame.finite[start]):
        return True
    if _is_named(frame, start) and frame.phrases[frame.phrase_at[start]] == (start, end):
        return not _is_named(frame, source)
    verbs = frame.finite[end] - frame.finite[start] - (frame.tags[start] == "VBD")  # «dated 4 May»
    if verbs or not _opens_clause(frame, end):
        return False
    if frame.coarse[start] in "eg" or frame.tags[start] == "VBD":
        return True
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.noun_kind(frame.phrases[phrase][1] - 1) == "d":
        return False
    nouns = all(frame.phrase_at[i] >= 0 or frame.coarse[i] in "I&se" for i in range(start, end))
    described = nouns and frame.coarse[start] in "Dn" and (_is_named(frame, source) or frame.coarse[end - 1] == "N")
    return described or is_office(frame, start, end)


def _is_named(frame: Frame, at: int) -> bool:
    """Tell whether the noun phrase at a word is a name."""
    phrase = frame.phrase_at[at]
    return phrase >= 0 and frame.coarse[frame.phrases[phrase][1] - 1] == "N" and frame.coarse[at] != "D"


def _opens_clause(frame: Frame, at: int) -> bool:
    """Tell whether a subject with its verb stands at a word, with adverbs, «at least» and prepositions between them."""
    at += 2 if frame.lower[at : at + 2] == ["at", "least"] else int(frame.coarse[at] == "R")
    if at >= frame.size or frame.phrase_at[at] < 0 or frame.coarse[at] == "W":
        return False
    verb = frame.phrases[frame.phrase_at[at]][1]
    while verb + 1 < frame.size and not frame.gap[verb] and frame.coarse[verb] in "IRJ":
        phrase = frame.phrase_at[verb + 1] if frame.coarse[verb] == "I" else -1
        verb = frame.phrases[phrase][1] if phrase >= 0 else verb + 1
    return verb < frame.size and frame.coarse[verb] in "VM" and not frame.gap[verb]
