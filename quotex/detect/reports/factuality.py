"""Factuality: whether a report is asserted, denied ("did not say") or only supposed ("if she says")."""

from __future__ import annotations

from quotex.detect.reports.content import Draft
from quotex.detect.reports.sentence import Frame
from quotex.lexicon.verbs import forms_of
from quotex.records import Factuality

_NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "nobody", "no", "without", "hardly"))
_FAIL = frozenset(("fail", "fails", "failed", "failing", "neglected", "forgot"))
_DENYING = _NOT | _FAIL
_IF = frozenset(("if", "whether", "unless"))
_ASKS = frozenset(("did", "does", "do", "has", "have", "had", "is", "was", "will", "would", "can", "could", "should"))
_MAY = frozenset(("may", "might", "could", "would", "should", "can", "must"))
_UNTRUE = ("not true", "untrue", "never true", "false", "a lie", "a myth", "not the case", "no evidence", "no proof")
_OPEN = ("unclear", "not clear", "uncertain", "not certain", "doubtful", "possible", "conceivable")
_SUPPOSES = frozenset(
    ("suppose", "supposing", "imagine", "assume", "assuming", "provided", "doubt", "doubts", "doubted")
)
_INVERTED = frozenset(("should", "had", "were"))
_NO_ONE = frozenset(("no", "nobody", "nothing", "neither", "none"))


def factuality_of(draft: Draft, cue: tuple[int, int]) -> Factuality:
    """Read the factuality of a report from the words of its cue, its source and what opens the clause.

    Terms as in Sauri and Pustejovsky (2009), FactBank; "refused to say" asserts that somebody refused, "failed to say"
    that nothing was said (Karttunen 1971).
    """
    frame, at = draft.frame, draft.place.at
    lower, (first, end) = frame.lower, cue
    group = lower[first : end - 1]
    if _negates(group) or (not frame.gap[first] and _withholds(lower[max(0, first - 2) : first])):
        return "negated"
    held = _held(frame, _clause_start(draft, first))
    if held:
        return held
    if _inverted(draft, first):
        return "hypothetical"
    low = max(0, first - 7)
    for i in range(first - 1, low - 1, -1):
        if frame.gap[i + 1] and "," in frame.gap[i + 1] and i < first - 1:
            break
        if lower[i] in _IF and frame.quoted[i] == frame.quoted[at]:
            return "hypothetical"
    if _nobody(frame, first - 1) or (draft.source and _nobody(frame, draft.source[0])):
        return "negated"
    asked = lower[0] in _ASKS and "?" in frame.gap[frame.size] and frame.quoted[at] < 0
    if asked or (_MAY.intersection(group) and "only" not in group):
        return "hypothetical"
    return "asserted"


def _inverted(draft: Draft, first: int) -> bool:
    """Tell whether a cue is the verb of a condition without "if": «Had she said so, …», «Should the judge say so,
    …»."""
    frame, source = draft.frame, draft.source
    if frame.lower[0] not in _INVERTED or "?" in frame.gap[frame.size] or frame.finite[first] > 1:
        return False
    return source is not None and source[0] == 1 and frame.quoted[draft.place.at] == frame.quoted[0]


def _clause_start(draft: Draft, first: int) -> int:
    """Return the first word of the clause of a cue: that of its source, where this stands right before it."""
    source = draft.source
    if first and draft.frame.lower[first - 1] == "having":
        return first - 1
    return source[0] if source and source[1] == first and not draft.frame.gap[first] else first


def _held(frame: Frame, start: int) -> Factuality | None:
    """Return what the words before a clause make of it: «it is not true that she said», «suppose the witness says»."""
    if frame.quoted[start - 1 if start else 0] != frame.quoted[start] or frame.gap[start]:
        return None
    that = start > 0 and frame.lower[start - 1] == "that"
    before = frame.lower[max(0, start - 4 - that) : start - that]
    words = " " + " ".join(before)
    if before and before[-1] in forms_of("deny"):
        return "negated"
    if before and before[-1] in _SUPPOSES:
        return "hypothetical"
    if that and words.endswith(tuple(" " + phrase for phrase in _UNTRUE)):
        return "negated"
    return "hypothetical" if that and words.endswith(tuple(" " + phrase for phrase in _OPEN)) else None


def embedded(outer: Draft, factuality: Factuality) -> Factuality:
    """Return the factuality of a report that is the whole content of another one: «denies that she said», «doubts he
    said»."""
    word = outer.frame.lower[outer.place.at]
    if factuality != "asserted" or not (word in forms_of("deny") or word in _SUPPOSES):
        return factuality
    return "negated" if word in forms_of("deny") else "hypothetical"


def _withholds(before: list[str]) -> bool:
    """Tell whether the words before a cue keep it from being said: «without saying», «stopped short of saying»."""
    return before[-1:] == ["without"] or before == ["short", "of"]


def _nobody(frame: Frame, at: int) -> bool:
    """Tell whether the noun phrase at a word says that there is nobody: «no one», «not one witness», «neither side»."""
    if at < 0 or frame.phrase_at[at] < 0 or frame.gap[at + 1]:
        return False
    start = frame.phrases[frame.phrase_at[at]][0]
    return frame.lower[start] in _NO_ONE or (start > 0 and not frame.gap[start] and frame.lower[start - 1] in _NOT)


def _negates(group: list[str]) -> bool:
    """Tell whether the words of a cue before its last deny it: «did not say», «failed to say», «has yet to say»."""
    return not _DENYING.isdisjoint(group) or ("yet" in group and "yet to" in " ".join(group))
