"""Verbs that report only with a clause or a predicate: «found a knife», «saw the film», «called her sister» do not.

With a noun phrase alone they are verbs of perception and action (Levin 1993, classes 13.5.2, 30.1 and 37.4); «found the
man guilty», «called the vote a sham» and «found evidence of fraud» report.
"""

from __future__ import annotations

from functools import cache

from quotex.detect.cues import Place, verb_group
from quotex.detect.frame import Frame
from quotex.lexicon import load_table, load_words

Words = tuple[int, int]

_VERBS = frozenset(
    ("find", "finds", "found", "finding", "see", "sees", "saw", "seen", "seeing", "call", "calls", "called", "calling",
     "take", "takes", "took", "taken", "taking", "tell", "tells", "told", "telling")
)  # fmt: skip
_GOES = frozenset(("go", "goes", "went", "gone", "going"))
_TELLS = frozenset(("tell", "tells", "told", "telling"))
_AROUND = frozenset(
    ("in", "on", "at", "under", "after", "before", "near", "from", "into", "during", "outside", "inside", "behind",
     "beside", "by", "along", "twice", "again", "and")
)  # fmt: skip
_ABSTRACT = ("tion", "tions", "sion", "ment", "ness", "ity", "ence", "ance", "ism", "ing", "ings", "ship")


def is_bare_object(frame: Frame, place: Place, parts: tuple[Words, ...], source: Words | None) -> bool:
    """Whether the content of a verb is no more than what somebody saw, found or took, or whom they called."""
    (start, end), at = parts[-1], place.at
    if frame.lower[at] in _GOES and frame.lower[at + 1 : start] == ["to"] and frame.phrase_at[start] >= 0:
        return True  # «went to the door»
    if len(parts) > 1 or start != at + 1 or frame.lower[at] not in _VERBS or frame.phrase_at[start] < 0:
        return False
    if frame.coarse[at] == "e" and verb_group(frame, at)[1].rstrip("Rn")[-1:] != "h":  # «was called a disaster»
        return False
    phrase_end = frame.phrases[frame.phrase_at[start]][1]
    rest = range(phrase_end, end)
    if phrase_end < end and (frame.gap[phrase_end] or frame.lower[phrase_end] not in _AROUND):
        return False
    if frame.finite[end] > frame.finite[start] or any(_predicates(frame, i) for i in rest):
        return False
    if any(frame.quoted[i] >= 0 for i in range(start, end)) or (source and _kind(frame, source[1] - 1) == "document"):
        return False
    if frame.lower[at] in _TELLS:
        return frame.coarse[phrase_end - 1] == "P" or _kind(frame, phrase_end - 1) == "person"
    return _is_thing(frame, start, phrase_end - 1)


def _predicates(frame: Frame, i: int) -> bool:
    """Whether a word behind the object may say something of it: «her vote in May a mistake», «him guilty»."""
    second = frame.coarse[i] == "D" and frame.coarse[i - 1] not in "I&J"
    return second or frame.lower[i] == "as" or (frame.coarse[i] in "TgJ" and frame.phrase_at[i] < 0)


def _is_thing(frame: Frame, start: int, head: int) -> bool:
    """Whether a noun phrase may be something to see or hold: a pronoun, or a noun with an article or owner."""
    if frame.coarse[head] == "P":
        return True
    noun = frame.lower[head]
    told = noun in load_words("reporting_nouns") or noun.endswith(_ABSTRACT)
    whole = frame.coarse[start] == "D" or (frame.tags[head] == "NNS" and frame.coarse[start] != "J")
    return whole and not told and frame.coarse[head] != "N"


def _kind(frame: Frame, head: int) -> str:
    return _kinds().get(frame.lower[head], "")


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("nominal_heads")}
