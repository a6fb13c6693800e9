"""What reports in the narration of a story: verbs of saying and thinking with a clause, and no others.

The models of reports have learned from news, where «drew», «opened» or «went on» often lead to what somebody said.  In
a story they tell what people do: «she went to the door», «he drew his chair to the fire».
"""

from __future__ import annotations

from quotex.detect.reports.content import Draft
from quotex.detect.reports.not_reports import is_somebody
from quotex.lexicon import load_words
from quotex.lexicon.verbs import directive_forms, manner_forms, saying_forms, story_cues, thinking_forms

_LIKELY = 0.5  # of a report without a clause
_COMPARES = (("as", "if"), ("as", "though"))  # «asked, as though it were news, …»
_SUBJECTS = frozenset(("i", "we", "he", "she", "it", "they", "there"))
_BIDS = frozenset(("bid", "bids", "bade"))
_YES_OR_NO = frozenset(("yes", "no"))
_ASKED = frozenset(("how", "what", "who", "whose", "where", "when", "why", "which", "whether"))


def reports_in_story(draft: Draft) -> bool:
    """Tell whether a draft reports something in a story: words in marks, or a clause that a word of `story_cues`
    governs."""
    frame = draft.frame
    if tuple(frame.lower[draft.content.parts[0][0] :][:2]) in _COMPARES:
        return False
    if any(frame.quoted[i] >= 0 for start, end in draft.content.parts for i in range(start, end)):
        return True
    cue = frame.lower[draft.place.at]
    clauses = [(start, end) for start, end in draft.content.parts if frame.finite[end] > frame.finite[start]]
    if cue in manner_forms() and clauses and (_tells_that(draft, clauses[0][0]) or _swears(draft, clauses[0][0])):
        return True
    if draft.sure and (_is_parted(draft) or _is_promised(draft) or bids(draft)):
        return True
    if cue not in story_cues():
        return cue in directive_forms() and _is_infinitive(draft) and _bids_somebody(draft)
    return bool(clauses) or (cue not in thinking_forms() and (_is_infinitive(draft) or _is_told_short(draft)))


def _tells_that(draft: Draft, start: int) -> bool:
    """Tell whether a clause with "that" is what is written or sworn: «wrote to Ann that it rained»."""
    frame, at = draft.frame, draft.place.at
    if frame.lower[start] != "that" or start + 1 >= frame.size or not (frame.coarse[at] in "Vbe" or _is_done(draft)):
        return False
    noun = frame.coarse[start - 1] in "NP" and start - 1 > at
    return frame.coarse[start + 1] not in "VMb" and (not noun or is_somebody(frame, start - 1))


def _is_parted(draft: Draft) -> bool:
    """Tell whether a tag parts two clauses: «It was no pond, the frog pointed out, it was a ditch»."""
    clauses = all(draft.frame.finite[end] > draft.frame.finite[start] for start, end in draft.content.parts)
    return len(draft.content.parts) > 1 and clauses and draft.frame.lower[draft.place.at] in manner_forms()


def _is_promised(draft: Draft) -> bool:
    """Tell whether somebody offers or vows to do something; who refuses may do so without a word."""
    cue = draft.frame.lower[draft.place.at]
    return cue in load_words("commitment_verbs") and not cue.startswith("refuse") and _is_infinitive(draft)


def bids(draft: Draft) -> bool:
    """Tell whether somebody is bidden: «bade me go», «screamed at us to push»."""
    frame, at = draft.frame, draft.place.at
    start = draft.content.parts[0][0]
    if start <= at + 1 or any(frame.gap[at + 1 : start + 1]) or not is_somebody(frame, start - 1):
        return False
    if frame.lower[at] in _BIDS:
        return frame.tags[start] in ("VB", "VBP")
    called = frame.lower[at + 1] in ("at", "to") and start > at + 2 and frame.lower[at] in saying_forms()
    return called and _is_infinitive(draft)


def _is_done(draft: Draft) -> bool:
    """Tell whether the source stands right before a cue, which then is a verb, whatever it was taken for."""
    return draft.source is not None and draft.source[1] == draft.place.first and draft.place.first == draft.place.at


def _swears(draft: Draft, start: int) -> bool:
    """Tell whether a likely clause whose subject is a pronoun stands right behind a verb: «swore they had not
    moved»."""
    frame, at = draft.frame, draft.place.at
    likely = draft.probability >= _LIKELY and _is_done(draft) and start == at + 1 and not frame.gap[start]
    return likely and frame.lower[start] in _SUBJECTS and frame.coarse[start + 1] in "VM"


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
    denied = frame.lower[start] in ("not", "never")
    start += denied
    behind = frame.tags[start + 1 : start + 2]
    return frame.lower[start : start + 1] == ["to"] and (behind == ["VB"] or (denied and not behind))


def _bids_somebody(draft: Draft) -> bool:
    """Tell whether one who is spoken to stands between the verb and the infinitive: «ordered his men | to go»."""
    start = draft.content.parts[0][0]
    return start > draft.place.at + 1 and is_somebody(draft.frame, start - 1)
