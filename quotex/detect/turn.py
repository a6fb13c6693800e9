"""A stretch of speech that layout shows."""

from __future__ import annotations

from typing import NamedTuple

Piece = tuple[int, int]


class Turn(NamedTuple):
    """A stretch of speech that layout shows.

    Attributes:
        kind: "dash", "transcript", "interview", "press" or "headline".
        label: Offsets of the words that say whose turn it is (``MS. RUIZ``, ``Q``), or None.
        parts: Offsets of the content, one a paragraph or more; marks, dashes and tags are not in it.
        tags: Offsets of the narration between the parts ("he said").
    """

    kind: str
    label: Piece | None
    parts: tuple[Piece, ...]
    tags: tuple[Piece, ...] = ()

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1][1]
