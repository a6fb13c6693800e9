"""Factuality: whether a report is asserted, denied ("did not say") or only supposed ("if she says")."""

from __future__ import annotations

from quotex.detect.cues import Place
from quotex.detect.frame import Frame
from quotex.records import Factuality

_NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "nobody", "no", "without", "hardly"))
_IF = frozenset(("if", "whether", "unless"))
_ASKS = frozenset(("did", "does", "do", "has", "have", "had", "is", "was", "will", "would", "can", "could", "should"))
_MAY = frozenset(("may", "might", "could", "would", "should", "can", "must"))


def factuality_of(frame: Frame, place: Place) -> Factuality:
    """Read the factuality of a cue from its verb group and what opens its clause.

    Terms as in Sauri and Pustejovsky (2009), FactBank; "refused to say" asserts that somebody refused.
    """
    first, at = place.first, place.at
    group = frame.lower[first:at]
    if _NOT.intersection(group):
        return "negated"
    low = max(0, first - 7)
    for i in range(first - 1, low - 1, -1):
        if frame.gap[i + 1] and "," in frame.gap[i + 1] and i < first - 1:
            break
        if frame.lower[i] in _IF and frame.quoted[i] == frame.quoted[at]:
            return "hypothetical"
    subject = frame.phrase_at[first - 1] if first else -1
    if subject >= 0 and not frame.gap[first]:
        start = frame.phrases[subject][0]
        if frame.lower[start] in ("no", "nobody", "neither", "none") or (
            start and frame.lower[start - 1] in ("neither", "nor")
        ):
            return "negated"
    asked = frame.lower[0] in _ASKS and "?" in frame.gap[frame.size] and frame.quoted[at] < 0
    if asked or _MAY.intersection(group):
        return "hypothetical"
    return "asserted"
