"""How much the words of a turn are like those of each candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.resolve.story.candidates import Board
    from quotex.resolve.story.scene import Scene
    from quotex.resolve.story.turns import Turn

_LIKE = {place: f"voice.{place}" for place in range(-4, 4)}
_LAG = {place: f"voice_lag.{place}" for place in range(6)}


def note_voice(scene: Scene, number: int, turn: Turn, board: Board) -> None:
    """The words are like those of somebody's other turns, or unlike them; names are those that somebody uses."""
    if turn.anchor is not None:
        return
    scores = scene.voices.likeness(turn, board.features)
    best = max(scores.values(), default=0.0)
    named = scene.voices.names_in(turn)
    for entity, features in board.features.items():
        if entity in scores:
            features.append(_LIKE[min(3, max(-4, round(scores[entity] / 1.5)))])
            features.append(_LAG[min(5, round(best - scores[entity]))])
        else:
            features.append("cues.no_voice")
        if named:
            features.extend(f"manner.{how}" for how in sorted(scene.voices.manner(entity, named)))
