"""Whom a tag says the words are spoken to: «said Ann to Bo», «she asked the boy», «he told her»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.resolve.story.narration import Narration
    from quotex.resolve.story.turns import Turn

_TO_PRONOUN = pattern(r"\bto\s{1,3}(her|him|me|them|us)\b")
_TOLD_PRONOUN = pattern(r"\s{1,3}(her|him|me)(?=\s{0,2}[,.;:\u2014-])")
_DONE = pattern(r"\s{0,2}[,.;:!?\u2014\u2013\n-]|\s{1,2}(?:and|as|when|while|who|again)\b|$")
_FURTHEST = 60  # characters behind the tag


def read_addressee(text: str, turn: Turn, narration: Narration) -> None:
    """Note in a turn with a tag to whom the tag says it is spoken."""
    cue_end = max(turn.cue[1] if turn.cue is not None else 0, turn.tag[1] if turn.tag is not None else 0)
    stop = min(cue_end + _FURTHEST, len(text))
    for mark in ('"', "“", "\n\n", "."):
        found = text.find(mark, cue_end, stop)
        stop = found if found >= 0 else stop
    pronoun = _TOLD_PRONOUN.match(text, cue_end, stop + 1) or _TO_PRONOUN.search(text, cue_end, stop)
    if pronoun:
        turn.tag_to_gender = {"her": "female", "him": "male", "me": "narrator"}.get(pronoun[1])
        return
    subject_first = turn.cue is not None and turn.tag is not None and turn.tag[0] < turn.cue[0]
    for seen in narration.between(cue_end, stop):
        lead = text[max(cue_end, seen.start - 14) : seen.start].split()
        asked = subject_first and seen.role != "owner" and not text[cue_end : seen.start].strip()
        if text[seen.start].islower() and not _DONE.match(text, seen.end):
            return  # «he asked the man beside him» may be another man
        if asked or "to" in lead[-2:]:
            turn.tag_to, turn.tag_to_span = seen.entity, (seen.start, seen.end)
            return
