"""Which words make up a cue: the reporting word with its auxiliaries and particles and the words it reports with.

«has repeatedly denied», «went on to say», «was quick to point out», «spoke out against», «voiced support for»: all
that stands together before the content, as PolNeAR marks it (Newell et al. 2018).
"""

from __future__ import annotations

from collections.abc import Collection

from quotex.detect.reports.content import Draft
from quotex.detect.reports.cues import cue_words, verb_group
from quotex.detect.reports.edges.asked import directives
from quotex.detect.reports.sentence import Frame
from quotex.lexicon.function_words import words_of

_VERBS = "Vegb"  # coarse tags
_GOVERNS = _VERBS + "J"  # what an infinitive hangs on: «refused to say», «quick to point out»
_BEFORE_GERUND = frozenset(("by", "as"))  # «continued by saying», «was quoted as saying»
_HIGHEST_LIGHT = "4"  # up to this grade a verb with an object reports by both together: «voiced support for»
_LONGEST_OBJECT = 6


def cue_span(draft: Draft, taken: Collection[int]) -> tuple[int, int]:
    """First and last word (exclusive) of a cue; ``taken`` are the words of other cues, which it leaves to them."""
    return _start(draft, taken), _end(draft, taken)


def _start(draft: Draft, taken: Collection[int]) -> int:
    """Return the first word, with the verb that an infinitive or a gerund hangs on: «has come out to say»."""
    frame, first = draft.frame, draft.place.first
    coarse, gap, source = frame.coarse, frame.gap, draft.source or (0, 0)
    while first > 1 and not gap[first]:
        at = first - 1
        governs = _GOVERNS
        if coarse[first] != "T":
            if coarse[first] != "g" or gap[at] or frame.lower[at] not in _BEFORE_GERUND | words_of("aspect"):
                break
            at, governs = at - (frame.lower[at] in _BEFORE_GERUND), _VERBS
        if coarse[at] in "rRI" and at and not gap[at]:
            at -= 1
        if coarse[at] not in governs or at in taken or draft.covers(at) or source[0] <= at < source[1]:
            break
        first = verb_group(frame, at)[0]
    return first


def _end(draft: Draft, taken: Collection[int]) -> int:
    """Return the word behind the cue and all that stands with it before the content."""
    frame, end = draft.frame, draft.place.at + 1
    if draft.place.lemma == "accord" and end < frame.size and frame.lower[end] == "to":
        return end + 1
    starts = [max(first, end) for first, last in draft.content.parts if last > max(first, end)]
    own = min([*starts, *(i for i in taken if i >= end)], default=frame.size)
    while (further := _further_verb(frame, end)) and further <= own:
        end = further
    if end + 2 == own and draft.covers(own) and _coordinated(frame, draft.place.at):
        return own
    if end < own and not frame.gap[end] and frame.lower[end] in directives().get(frame.lower[draft.place.at], ()):
        return end + 1  # «called on the minister to …»
    end = _behind_object(draft, end, own)
    if end < own and frame.coarse[end] == "r" and not frame.gap[end]:
        end += 1
    if end + 1 < frame.size and frame.coarse[end] in "IT" and not frame.gap[end] and draft.covers(end + 1):
        return min(end + 1, own)
    return end


def _coordinated(frame: Frame, at: int) -> bool:
    """Tell whether a second reporting verb is joined to the one at word ``at``: «said and repeated»."""
    verb = at + 2
    joined = frame.coarse[at + 1] == "&" and not any(frame.gap[at + 1 : verb + 1])
    return joined and {frame.coarse[at], frame.coarse[verb]} <= set("Ve") and _may_report(frame, verb)


def _further_verb(frame: Frame, at: int) -> int:
    """Return where a further reporting verb of the group that goes on at word ``at`` ends, or 0: «on to say», «by
    saying»."""
    lower, coarse, gap, size = frame.lower, frame.coarse, frame.gap, frame.size
    i = at + 1 if at + 1 < size and coarse[at] in "rRI" and coarse[at + 1] == "T" else at
    if i >= size or gap[at] or gap[i] or not (coarse[i] == "T" or lower[i] in _BEFORE_GERUND):
        return 0
    form = "b" if coarse[i] == "T" else "g"
    i += 1
    while i < size and coarse[i] == "R" and not gap[i]:
        i += 1
    return i + 1 if i < size and not gap[i] and coarse[i] == form and _may_report(frame, i) else 0


def _may_report(frame: Frame, at: int) -> bool:
    return frame.lower[at] in frame.models.once(cue_words).forms


def _behind_object(draft: Draft, at: int, own: int) -> int:
    """Return the word behind an adverb, or the object of a verb that reports nothing without one, right before the
    content."""
    frame = draft.frame
    if not at < own <= at + _LONGEST_OBJECT or not draft.covers(own) or any(frame.gap[at:own]):
        return at
    end = at
    while end < own and frame.coarse[end] == "R":
        end += 1
    if end < own and draft.place.grade <= _HIGHEST_LIGHT:
        phrase = frame.phrases[frame.phrase_at[end]][1] if frame.phrase_at[end] >= 0 else 0
        if phrase and frame.coarse[phrase - 1] == "n":
            end = phrase
        elif frame.coarse[end] == "J":
            end += 1
    return end if end == own or (end == own - 1 and frame.coarse[end] in "IrT") else at
