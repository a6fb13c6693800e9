"""What reports in the narration of a story: verbs of saying and thinking with a clause, and no others.

The models of reports have learned from news, where «drew», «opened» or «went on» often lead to what somebody said.  In
a story they tell what people do: «she went to the door», «he drew his chair to the fire».
"""

from __future__ import annotations

from quotex.detect.reports.content import Draft
from quotex.detect.reports.not_reports import is_somebody
from quotex.lexicon.verbs import directive_forms, manner_forms, saying_forms, story_cues, thinking_forms

_LIKELY = 0.5  # of a report without a clause
_YES_OR_NO = frozenset(("yes", "no"))
_ASKED = frozenset(("how", "what", "who", "whose", "where", "when", "why", "which", "whether"))


def reports_in_story(draft: Draft) -> bool:
    """Tell whether a draft reports something in a story: words in marks, or a clause that a word of `story_cues`
    governs."""
    frame = draft.frame
    if any(frame.quoted[i] >= 0 for start, end in draft.content.parts for i in range(start, end)):
        return True
    cue = frame.lower[draft.place.at]
    clauses = [(start, end) for start, end in draft.content.parts if frame.finite[end] > frame.finite[start]]
    if cue in manner_forms() and clauses and _tells_that(draft, clauses[0][0]):
        return True
    if cue not in story_cues():
        return cue in directive_forms() and _is_infinitive(draft) and _bids_somebody(draft)
    return bool(clauses) or (cue not in thinking_forms() and (_is_infinitive(draft) or _is_told_short(draft)))


def _tells_that(draft: Draft, start: int) -> bool:
    """Tell whether a clause with "that" is what is written or sworn: «wrote to Ann that it rained»."""
    frame, at = draft.frame, draft.place.at
    if frame.lower[start] != "that" or frame.coarse[at] not in "Vbe" or start + 1 >= frame.size:
        return False
    noun = frame.coarse[start - 1] in "NP" and start - 1 > at
    return frame.coarse[start + 1] not in "VMb" and (not noun or is_somebody(frame, start - 1))


def _is_told_short(draft: Draft) -> bool:
    """Tell whether words that make no clause are said all the same: «asked how far», «Wrong house, the man said»."""
    frame, at = draft.frame, draft.place.at
    if draft.probability < _LIKELY or draft.source is None or frame.lower[at] not in saying_forms():
        return False
    start, end = draft.content.parts[0]
    if start > at:
        return frame.lower[start] in _ASKED or is_bare_answer(draft)
    return len(draft.content.parts) == 1 and frame.gap[end][:1] == "," and end in (draft.source[0], draft.place.first)


def is_bare_answer(draft: Draft) -> bool:
    """Tell whether somebody says yes or no: «she said no», «said yes to the soup»."""
    frame, at = draft.frame, draft.place.at
    start, end = draft.content.parts[-1]
    answer = start == at + 1 and frame.lower[start] in _YES_OR_NO and frame.lower[at] in saying_forms()
    return answer and (end == start + 1 or frame.lower[start + 1] == "to")


def _is_infinitive(draft: Draft) -> bool:
    """Tell whether the content begins like «to wait for him», «not to wait»."""
    frame, start = draft.frame, draft.content.parts[0][0]
    denied = frame.lower[start] == "not"
    start += denied
    behind = frame.tags[start + 1 : start + 2]
    return frame.lower[start : start + 1] == ["to"] and (behind == ["VB"] or (denied and not behind))


def _bids_somebody(draft: Draft) -> bool:
    """Tell whether one who is spoken to stands between the verb and the infinitive: «ordered his men | to go»."""
    start = draft.content.parts[0][0]
    return start > draft.place.at + 1 and is_somebody(draft.frame, start - 1)
