"""The record of words that refer to someone, which the stages for news and stories extend."""

from __future__ import annotations

from attrs import define


@define(eq=False)
class Mention:
    """Words that refer to a person or body.

    Attributes:
        start: Offset of the first character.
        end: Offset of the end, exclusive.
        entity: The number of the entity in the cast.
    """

    start: int
    end: int
    entity: int

    @property
    def offsets(self) -> tuple[int, int]:
        """Start and end."""
        return self.start, self.end


def is_possessive(text: str, end: int) -> bool:
    """Tell whether a possessive ending follows a name that ends at an offset.

    >>> is_possessive("Ana’s dog", 3), is_possessive("James’ dog", 5), is_possessive("Ana ran", 3)
    (True, True, False)
    """
    after = text[end : end + 2]
    return after in ("'s", "’s") or (after[:1] in ("'", "’") and text[end - 1] == "s" and after[1:] == " ")
