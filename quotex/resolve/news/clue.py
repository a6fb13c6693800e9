"""A mention that shows who speaks a quotation without a source."""

from __future__ import annotations

from typing import NamedTuple


class Clue(NamedTuple):
    """A mention that shows the speaker of a quotation elsewhere.

    Attributes:
        start: Offset of the mention.
        end: Offset of its end, exclusive.
        entity: The number of the entity in the cast, or None for a pronoun or description still to be resolved.
        rule: The rule that found it.
    """

    start: int
    end: int
    entity: int | None
    rule: str
