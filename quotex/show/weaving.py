"""Weave elements into a text: they nest where their stretches nest, and where two cross one is cut and opened again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from attrs import field, frozen


@frozen(order=True)
class Element:
    """A stretch of the text and the element around it; sorted so that what starts first and ends last is outside.

    Attributes:
        start: Index of the first character.
        neg_end: The index behind the last one, negative for the order.
        rank: What is outside of two elements around the same stretch: the lower one.
        first: The opening tag.
        again: The opening tag of a piece that does not start where the stretch does.
        tag: The name in the closing tag.
    """

    start: int
    neg_end: int
    rank: int
    first: str = field(order=False)
    again: str = field(order=False)
    tag: str = field(order=False)

    def part(self, start: int, end: int) -> Element:
        """Return the piece of this element between two offsets."""
        opening = self.first if start <= self.start else self.again
        return Element(max(start, self.start), -min(end, -self.neg_end), self.rank, opening, self.again, self.tag)


def woven(text: str, start: int, end: int, elements: Sequence[Element], escape: Callable[[str], str]) -> str:
    """Return the text between two offsets with the elements in it, every stretch of text escaped.

    >>> text = "one two three"
    >>> woven(text, 0, 13, [Element(0, -7, 0, "<b>", "<b again>", "b"), Element(4, -13, 1, "<i>", "<i>", "i")], str)
    '<b>one <i>two</i></b><i> three</i>'
    """
    queue, inside, pieces, at = list(elements), list[Element](), list[str](), start
    heapify(queue)
    while queue or inside:
        if inside and (not queue or -inside[-1].neg_end <= queue[0].start):
            closing = inside.pop()
            pieces += [escape(text[at : -closing.neg_end]), f"</{closing.tag}>"]
            at = max(at, -closing.neg_end)
            continue
        element = heappop(queue)
        if inside and -element.neg_end > -inside[-1].neg_end:
            cut = -inside[-1].neg_end
            heappush(queue, element.part(cut, -element.neg_end))
            element = element.part(element.start, cut)
        pieces += [escape(text[at : element.start]), element.first]
        at = element.start
        inside.append(element)
    pieces.append(escape(text[at:end]))
    return "".join(pieces)
