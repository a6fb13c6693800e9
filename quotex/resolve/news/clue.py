"""A mention that shows whose a quotation without a source is."""

from __future__ import annotations

from typing import NamedTuple


class Clue(NamedTuple):
    """A mention that shows the speaker of a quotation elsewhere.

    Attributes:
        start: Offset of the mention.
        end: Where it ends.
        entity: Its place in the cast, or None for a pronoun that is still to be resolved.
        rule: How it was found.
    """

    start: int
    end: int
    entity: int | None
    rule: str
