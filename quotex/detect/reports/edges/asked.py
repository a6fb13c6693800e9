"""Who is told to do something, and where what is to be done begins: «urged the council | to wait»."""

from __future__ import annotations

from functools import cache

from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon import load_table
from quotex.lexicon.verbs import cue_forms

Words = tuple[int, int]
_CLAUSES = CLAUSE - {"to", "as"}
_LONGEST_ADDRESSEE, _LONGEST_RELATIVE = 15, 25  # words, without and with a relative clause
_LONGEST_ASIDE = 10  # words
_NOT = frozenset(("not", "never"))
_RELATIVES = frozenset(("who", "that", "which", "whose"))
_PLAIN = frozenset(("VB", "VBP"))
_WHOEVER = frozenset(("whoever", "whomever"))


def without_asked(frame: Frame, cue: int, part: Words) -> Words:
    """«urged the council to wait», «called on all who smoke not to light up» begin at the infinitive, but «called for
    the gate to be shut» is a clause."""
    start, end = part
    particles = directives().get(frame.lower[cue])
    if particles is None or not cue < start <= cue + 2 or frame.quoted[start] != frame.quoted[cue]:
        return part
    told = to_do(frame, cue)
    if cue < start < told < end and not frame.cuts_marks(told, cue):
        return told, end
    denied = frame.lower[start] == "to" and frame.lower[start - 1] in _NOT and not frame.gap[start + 1]
    if denied and told == start - 1:
        return start - 1, end
    if start > cue + 1 and frame.lower[cue + 1] not in particles:
        return (cue + 1, end) if frame.lower[cue + 1] == "for" and _infinitive(frame, start, end) else part
    at = start + (frame.lower[start] in particles)
    if frame.coarse[cue] not in "VegbM" or at >= end or frame.lower[start] in _CLAUSES:
        return part
    if frame.phrase_at[at] < 0 and frame.lower[at] != "her":
        return part
    first = _infinitive(frame, at, end)
    return (first, end) if at < first and not frame.cuts_marks(first, cue) else part


def to_do(frame: Frame, cue: int) -> int:
    """Return where begins what the one right behind a verb is told to do; 0 for nowhere.

    >>> from quotex.read.document import Document
    >>> document = Document("The board directed the clinics not to close.")
    >>> to_do(Frame(document, document.sentence_at(0), []), 2)
    5
    """
    particles = directives().get(frame.lower[cue])
    if particles is None or frame.coarse[cue] not in "Vebg" or cue + 3 >= frame.size or frame.gap[cue + 1]:
        return 0
    at = cue + 1 + (frame.lower[cue + 1] in particles)
    if (particles and at == cue + 1) or frame.lower[at] in _CLAUSES or frame.quoted[at] >= 0:
        return 0
    if frame.phrase_at[at] < 0 and frame.lower[at] != "her" and frame.lower[at] not in _WHOEVER:
        return 0
    first = _infinitive(frame, at, frame.size)
    return 0 if "that" in frame.lower[at:first] else first


def _infinitive(frame: Frame, at: int, end: int) -> int:
    """Return where the infinitive behind the noun phrase at word ``at`` begins, with the «not» before it; 0 for
    none."""
    relative = frame.lower[at] in _WHOEVER
    for i in range(at + 1, min(end, at + _LONGEST_RELATIVE) - 1):
        if not relative and i > at + _LONGEST_ADDRESSEE:
            return 0
        own = frame.phrase_at[i] >= 0 and frame.phrase_at[i] == frame.phrase_at[i - 1]
        relative = relative or frame.lower[i] in _RELATIVES
        verb = frame.coarse[i - 1] in "VMbge"
        if frame.lower[i] == "to" and not frame.gap[i + 1] and _is_bare(frame, i + 1, end) and not verb:
            return i - (frame.lower[i - 1] in _NOT)
        if frame.gap[i] == ",":
            return _behind_aside(frame, i, end)
        if frame.gap[i] or (not relative and _leaves_phrase(frame, i, own)):
            return 0
    return 0


def _is_bare(frame: Frame, at: int, end: int) -> bool:
    """Tell whether the plain form of a verb stands at a word, or behind what splits it from "to": «to at least
    look»."""
    split = frame.lower[at : at + 2] == ["at", "least"] or frame.coarse[at] == "R"
    return frame.tags[at] == "VB" or (split and not _PLAIN.isdisjoint(frame.tags[at + 1 : min(end, at + 3)]))


def _behind_aside(frame: Frame, comma: int, end: int) -> int:
    """Return where the infinitive begins behind an aside in commas: «asked France, where it was built, | to send …»."""
    closed = next((i for i in range(comma + 1, min(end, comma + _LONGEST_ASIDE)) if frame.gap[i]), 0)
    first = closed + (closed > 0 and frame.lower[closed] in _NOT)
    if not closed or first + 1 >= frame.size or frame.gap[closed] != "," or frame.lower[first] != "to":
        return 0
    return closed if frame.tags[first + 1] == "VB" else 0


def _leaves_phrase(frame: Frame, i: int, own: bool) -> bool:
    """Tell whether no noun phrase goes on at word ``i``: a verb, or a further phrase that no preposition joins to
    it."""
    if frame.coarse[i] in "VMb":
        return True
    return frame.phrase_at[i] >= 0 and not own and frame.coarse[i - 1] not in "I&sT"


@cache
def directives() -> dict[str, frozenset[str]]:
    """Return the forms of the verbs of ``directive_verbs``, each with the prepositions before the person spoken to."""
    particles = {lemma: frozenset(words.split()) - {"-"} for lemma, words in load_table("directive_verbs")}
    return {form: particles[lemma] for form, (lemma, _) in cue_forms().items() if lemma in particles}
