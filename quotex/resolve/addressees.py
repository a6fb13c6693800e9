"""Whom the words are spoken to, where the text shows it."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.resolve.boards import Scene

Addressee = tuple[int | None, tuple[int, int] | None]


def addressee_of(scene: Scene, speakers: Sequence[int], number: int) -> Addressee:
    """Return the entity spoken to and the words that show it, or nothing.

    The tag says it («said Ann to Bo», «she told him»: who spoke in the turn beside and fits), or a vocative does.
    """
    turn, speaker = scene.turns[number], speakers[number]
    if turn.tag_to is not None and turn.tag_to != speaker:
        return turn.tag_to, turn.tag_to_span
    for vocative in turn.vocatives:
        if vocative.entity != speaker:
            return vocative.entity, (vocative.start, vocative.end)
    if turn.tag_to_gender == "narrator":
        return (scene.narrator, None) if scene.narrator != speaker else (None, None)
    if turn.tag_to_gender is not None:
        for beside in (number - 1, number + 1):
            if 0 <= beside < len(speakers) and scene.turns[max(beside, number)].gap in ("same", "adjacent", "one"):
                other = speakers[beside]
                if other not in (speaker, -1) and scene.gender(other) == turn.tag_to_gender:
                    return other, None
    return None, None
