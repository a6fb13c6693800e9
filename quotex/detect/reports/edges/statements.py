"""A pronoun that stands for what somebody states: «denied it», «disclosed this on Friday»."""

from __future__ import annotations

from quotex.detect.reports.sentence import Frame
from quotex.lexicon import load_words

_STATEMENTS = frozenset(("it", "this"))


def states(frame: Frame, at: int) -> bool:
    """Tell whether a verb of stating has a pronoun for its object."""
    if frame.lower[at] not in load_words("stating_verbs") or frame.coarse[at] not in "Veb":
        return False
    behind = at + 2
    if behind > frame.size or frame.gap[at + 1]:
        return False
    ends = behind == frame.size or bool(frame.gap[behind]) or frame.coarse[behind] in "IR&T"
    return frame.lower[at + 1] in _STATEMENTS and ends


def pronoun_alone(frame: Frame, cue: int, part: tuple[int, int]) -> tuple[int, int]:
    """Return the pronoun alone, if it stands for what is stated."""
    return (cue + 1, cue + 2) if part[0] == cue + 1 and states(frame, cue) else part
