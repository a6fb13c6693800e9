"""What reports in the narration of a story: verbs of saying and thinking with a clause, and no others.

The models of reports have learned from news, where «drew», «opened» or «went on» often lead to what somebody said.  In
a story they tell what people do: «she went to the door», «he drew his chair to the fire».
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from quotex.detect.drafts import Draft
from quotex.detect.passages import read_passages
from quotex.detect.register import is_narrative
from quotex.lexicon import load_table, load_words
from quotex.read.document import Document

_LEAST = 400  # characters of a text without quotations, from which its kind can be told


def tells_story(document: Document) -> bool:
    """Whether a text is a story for certain; use as ``document.once(tells_story)``.

    >>> tells_story(Document('She went to the door. “Come in,” she whispered.'))
    True
    >>> tells_story(Document("She denied that she had gone."))
    False
    """
    shown = len(document.text) >= _LEAST or document.once(read_passages)
    return bool(shown) and document.once(is_narrative)


@cache
def story_cues() -> frozenset[str]:
    """The words that can report in a story, in every form."""
    nouns = load_words("reporting_nouns")
    return frozenset({"according", *_saying(), *_thinking(), *nouns, *(noun + "s" for noun in nouns)})


@cache
def _saying() -> frozenset[str]:
    return _forms(row[:2] for row in load_table("reporting_verbs") if row[2] == "speak")


@cache
def _thinking() -> frozenset[str]:
    return _forms(row[:2] for row in load_table("thinking_verbs"))


def _forms(rows: Iterable[Sequence[str]]) -> frozenset[str]:
    return frozenset(form for lemma, others in rows for form in (lemma, *others.split()))


def reports_in_story(draft: Draft) -> bool:
    """Whether a draft reports something in a story: words in marks, or a clause that a word of `story_cues` governs."""
    frame = draft.frame
    if any(frame.quoted[i] >= 0 for start, end in draft.content.parts for i in range(start, end)):
        return True
    cue = frame.lower[draft.place.at]
    if cue not in story_cues():
        return False
    clauses = [(start, end) for start, end in draft.content.parts if frame.finite[end] > frame.finite[start]]
    return bool(clauses) or (cue not in _thinking() and _is_infinitive(draft))


def _is_infinitive(draft: Draft) -> bool:
    """Whether the content begins like «to wait for him»."""
    frame, start = draft.frame, draft.content.parts[0][0]
    return frame.lower[start] == "to" and start + 1 < frame.size and frame.tags[start + 1] == "VB"
