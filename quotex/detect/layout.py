"""Where a passage stands on the page: dialogue fills paragraph after paragraph, letters and verse are set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.detect.passages import Quoted
from quotex.read.document import Document

_FAR = 3  # paragraphs; from there on distance tells nothing
_FEW = 0.3  # share of paragraphs set in, up to which that sets a paragraph apart
_INDENT = "  "


def read_layout(document: Document, passages: Sequence[Quoted]) -> Iterator[list[str]]:
    """Features of the place of every passage in its paragraph, and of the passages in the paragraphs beside it.

    >>> from quotex.detect.passages import read_passages
    >>> document = Document('"Is it far?"\\n\\n"A mile." He yawned.')
    >>> [names[0] for names in read_layout(document, document.once(read_passages))]
    ['whole, last none', 'part, last 1 opens']
    """
    paragraphs = document.paragraphs
    few = _mostly_flush(document)
    opens = [passage.start == paragraphs[passage.paragraph][0] for passage in passages]
    for index, passage in enumerate(passages):
        last = passage.paragraph + len(passage.parts) - 1
        own = "whole" if opens[index] and passage.end >= paragraphs[last][1] - 1 else "part"
        before = after = "none"
        if index:
            other = passages[index - 1]
            before = _neighbour(passage.paragraph - (other.paragraph + len(other.parts) - 1), opens[index - 1])
        if index + 1 < len(passages):
            after = _neighbour(passages[index + 1].paragraph - last, opens[index + 1])
        names = [f"{own}, last {before}", f"{own}, next {after}", f"{own}, last {before}, next {after}"]
        if few and _set_in(document.text, paragraphs[passage.paragraph][0]):
            names.append("paragraph set in")
        yield names


def _neighbour(distance: int, opens: bool) -> str:
    """How far off a passage is, in paragraphs, and whether it opens its own."""
    return f"{min(distance, _FAR)} {'opens' if opens else 'within'}"


def _set_in(text: str, start: int) -> bool:
    return text.startswith(_INDENT, max(0, start - len(_INDENT)))


def _mostly_flush(document: Document) -> bool:
    """Whether most paragraphs begin at the margin."""
    starts = [start for start, _ in document.paragraphs]
    return sum(_set_in(document.text, start) for start in starts) < _FEW * len(starts)
