"""The board of a turn: who may speak it, each with the features that speak for and against."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from quotex.resolve.story.scene import Scene
from quotex.resolve.story.turns import Turn


class Board:
    """The candidates of one turn, each with its features."""

    def __init__(self) -> None:
        self.features: dict[int, list[str]] = {}

    def among(self, more: Mapping[int, list[str]]) -> Board:
        """Return a board with only these candidates, and with more features for each."""
        board = Board()
        board.features = {entity: [*self.features[entity], *features] for entity, features in more.items()}
        return board

    def keep(self, fits: Callable[[int], bool]) -> None:
        """Leave only the candidates that fit, if any do."""
        self.features = {e: names for e, names in self.features.items() if fits(e)} or self.features

    def propose(self, entity: int | None, *features: str) -> None:
        """Make the entity a candidate and note features for it."""
        if entity is not None:
            self.features.setdefault(entity, []).extend(features)

    def note(self, entity: int | None, feature: str) -> None:
        """Note a feature for the entity if it is a candidate."""
        if entity in self.features:
            self.features[entity].append(feature)


Rule = Callable[[Scene, int, Turn, Board], None]


def distance(turn: Turn, other: Turn, number: int) -> str:
    """Say how far apart two turns are: by steps of turn taking within a run, else by count, loosely.

    Turns of different sections are "apart".
    """
    if turn.section != other.section:
        return "apart"
    if turn.run == other.run:
        return str(abs(turn.step - other.step))
    return f"loose{min(number, 4)}"
