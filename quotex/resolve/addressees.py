"""Whom the words are spoken to, where the text shows it."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.scenes import Turn


def addressee_of(
    turns: Sequence[Turn], speakers: Sequence[int], number: int
) -> tuple[int | None, tuple[int, int] | None]:
    """Return the entity spoken to and the words that show it: the tag («said Ann to Bo»), else a vocative."""
    turn, speaker = turns[number], speakers[number]
    if turn.tag_to is not None and turn.tag_to != speaker:
        return turn.tag_to, turn.tag_to_span
    for vocative in turn.vocatives:
        if vocative.entity != speaker:
            return vocative.entity, (vocative.start, vocative.end)
    return None, None
