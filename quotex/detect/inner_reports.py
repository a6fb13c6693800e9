"""Attribution inside attribution: what a reported clause itself reports, «Lavrov said that Blinken had asked for time».

The annotated news marks the outermost report alone, so that the models hold a cue inside of content for none.  The
clause is therefore read once more, as a sentence of its own.
"""

from __future__ import annotations

from quotex.detect.cues import STRONG, cue_words
from quotex.detect.drafts import Draft, find_drafts, tense
from quotex.detect.frame import Frame

_LIKELY = 0.5
_NO_CUE = ("", "0")


def inner_drafts(draft: Draft) -> list[Draft]:
    """The drafts inside the content of a draft whose cue stands outside of marks: finite verbs that mostly report."""
    frame, found = draft.frame, []
    if frame.quoted[draft.place.at] < 0:
        for start, end in draft.content.parts:
            start += frame.lower[start] == "that"
            if _has_verb(frame, start, end):
                found += [inner for inner in find_drafts(frame.within(start, end)) if _stands(inner)]
    return found


def _has_verb(frame: Frame, start: int, end: int) -> bool:
    """Whether a verb that mostly reports stands in a stretch, behind a subject and outside of marks."""
    lexicon = cue_words()
    return any(
        frame.coarse[i] in "Ve" and frame.quoted[i] < 0 and int(lexicon.get(frame.lower[i], _NO_CUE)[1]) >= STRONG
        for i in range(start + 1, end)
    )


def _stands(draft: Draft) -> bool:
    parts = draft.content.parts
    if draft.probability < _LIKELY or draft.source is None or len(parts) > 1 or parts[0][1] - parts[0][0] < 2:
        return False
    return int(draft.place.grade) >= STRONG and tense(draft) != "" and draft.frame.quoted[draft.place.at] < 0
