"""What is no content at its edges: the one spoken to, the object of words in marks, the verb of another clause."""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.reports.content import Content
from quotex.detect.reports.sentence import CLAUSE, Frame

Words = tuple[int, int]
_LONGEST_OBJECT = 9  # words between a verb and the words in marks: «called the plan for the harbour “a dream”»
_GENERAL = frozenset(
    ("any", "every", "all", "no")
)  # «dismissed any meeting as “talk”»: such an object is what is claimed
_PREPOSITIONS = frozenset(("of", "for", "about"))
_CLAUSES = CLAUSE - {"to", "as"}


def trimmed(frame: Frame, cue: int, content: Content) -> Content:
    """Content without what stands between the cue at word ``cue`` and the reported words."""
    if content.side == "L":
        return content
    part = content.parts[-1]
    for _, rule in TRIMS:
        part = rule(frame, cue, part)
    return Content((*content.parts[:-1], part), content.side, content.probability)


def _without_addressee(frame: Frame, cue: int, part: Words) -> Words:
    """«said to the barmaid that he …», «told clients it expected …» begin behind the one spoken to."""
    start, end = part
    if start != cue + 1 or start + 2 >= end or any(frame.gap[start : start + 2]):
        return part
    at = start + (frame.lower[start] == "to")
    phrase = frame.phrase_at[at]
    if phrase < 0 or (at == start and frame.coarse[at] != "P") or frame.tags[at] == "VB":
        return part
    behind = frame.phrases[phrase][1]
    if behind >= end - 1 or (at == start and frame.noun_kind(at) != "h"):
        return part
    return (behind, end) if _opens_clause(frame, behind, at > start) else part


def _opens_clause(frame: Frame, at: int, bare: bool) -> bool:
    """Whether a clause begins at a word, with its opener, or with its subject and verb where it may be ``bare``."""
    if frame.lower[at] in _CLAUSES:
        return True
    phrase = frame.phrase_at[at]
    if not bare or frame.gap[at] or phrase < 0 or frame.phrases[phrase][0] != at:
        return False
    verb = frame.phrases[phrase][1]
    return verb < frame.size and frame.coarse[verb] in "VM" and not frame.gap[verb]


def _words_in_marks(frame: Frame, cue: int, part: Words) -> Words:
    """«called the plan “a dream”», «blasted him for being “dishonest” on air»: the words in the marks alone."""
    start, end = part
    numbers = {frame.quoted[i] for i in range(start, end) if frame.quoted[i] >= 0}
    number = min(numbers, default=-1)
    if len(numbers) != 1 or number == frame.quoted[start] or number == frame.quoted[cue] or start <= cue:
        return part
    first = frame.quoted.index(number, start)
    last = next((i for i in range(first, end) if frame.quoted[i] != number), end)
    before, behind = range(start, first), range(last, end)
    if len(before) > _LONGEST_OBJECT or frame.lower[start] in _GENERAL:
        return part
    clause = frame.lower[start] in CLAUSE - {"as"} or frame.finite[first] > frame.finite[start]
    acts = any(frame.coarse[i] in "bgT" and frame.lower[i] != "being" for i in before)
    goes_on = frame.finite[end] > frame.finite[last] or any(frame.coarse[i] in "bgT" for i in behind)
    noun = frame.coarse[first : first + 2] == ["g", "n"] and first + 1 < last  # «“parking money”»
    verb = frame.coarse[first] in "VMbg" and not noun
    if clause or acts or goes_on or verb or any("," in frame.gap[i] for i in before[1:]):
        return part
    return first, last


def _before_outer_verb(frame: Frame, cue: int, part: Words) -> Words:
    """«the clerk who muttered “never again” left»: words in marks end before a verb that belongs to somebody else."""
    start, end = part
    number = frame.quoted[start]
    relative = "who" in frame.lower[max(0, cue - 2) : cue]
    if not relative or start != cue + 1 or number < 0 or number == frame.quoted[cue]:
        return part
    return start, next((i for i in range(start, end) if frame.quoted[i] != number), end)


def _without_preposition(frame: Frame, cue: int, part: Words) -> Words:
    """«warned of black ice», «asked for help» are of a noun phrase; «asked for the gate to be shut» is of a clause."""
    start, end = part
    if (
        start != cue + 1
        or start + 1 >= end
        or frame.lower[start] not in _PREPOSITIONS
        or any(frame.gap[start : start + 2])
    ):
        return part
    clause = frame.finite[end] > frame.finite[start] or any(frame.coarse[i] in "Tg" for i in range(start + 1, end))
    return part if clause or frame.phrase_at[start + 1] < 0 else (start + 1, end)


Trim = Callable[[Frame, int, Words], Words]
# In this order; the ids are those of ``lexicon/detection_rules.tsv``.
TRIMS: tuple[tuple[str, Trim], ...] = (
    ("one spoken to", _without_addressee),
    ("words in marks alone", _words_in_marks),
    ("verb of somebody else", _before_outer_verb),
    ("preposition of a noun", _without_preposition),
)
