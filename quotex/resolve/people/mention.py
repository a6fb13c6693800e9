"""The one record of words that mean somebody; the stages of news and stories extend it."""

from __future__ import annotations

from attrs import define


@define(eq=False)
class Mention:
    """Words that mean somebody: offsets, end exclusive, and the number of the entity in the cast."""

    start: int
    end: int
    entity: int

    @property
    def offsets(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end


def is_possessive(text: str, end: int) -> bool:
    """Whether a possessive ending follows a name."""
    after = text[end : end + 2]
    return after in ("'s", "’s") or (after[:1] in ("'", "’") and text[end - 1] == "s" and after[1:] == " ")
