"""Where a passage stands on the page: dialogue fills paragraph after paragraph, letters and verse are set in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from quotex.detect.marks.passages import Quoted
from quotex.patterns import pattern
from quotex.read.document import Document

_SALUTATION = pattern(r"(?:_?(?:my\s+)?(?:own\s+)?(?:dear|dearest|darling)\b|sir[,:]|madam[,:]|gentlemen[,:])", regex.I)
_VALEDICTION = pattern(
    r"""_?(?: (?:ever\s+)? yours?\b .{0,40} | (?:I\s+am|I\s+remain)\b .{0,60}
      | .{0,40} \b(?:affectionate|sincerely|faithfully|obedient)\b .{0,40} )$""",
    regex.I | regex.DOTALL | regex.VERBOSE,
)
_VERSE_LINE = 55  # characters; verse is printed in lines shorter than prose is wrapped at
_FAR = 3  # paragraphs; from there on distance tells nothing
_FEW = 0.3  # share of paragraphs set in, up to which that sets a paragraph apart
_INDENT = "  "


def letter_paragraphs(document: Document, passages: Sequence[Quoted]) -> list[str]:
    """For every passage its place in a letter printed between marks, or ""."""
    places = [""] * len(passages)
    for run in _bare_runs(document, passages):
        kinds = [_letter_line(document.text, passages[index]) for index in run]
        first = kinds.index("salutation") if "salutation" in kinds else None
        last = len(kinds) - 1 - kinds[::-1].index("valediction") if "valediction" in kinds else None
        for place, index in enumerate(run):
            if kinds[place]:
                places[index] = kinds[place]
            elif first is not None and place > first:
                places[index] = "between" if last is not None and place < last else "after salutation"
            elif last is not None:
                places[index] = "before valediction" if place < last else "after valediction"
    return places


def _bare_runs(document: Document, passages: Sequence[Quoted]) -> Iterator[list[int]]:
    """Runs of passages that fill one paragraph after the other, without a word of narration."""
    run: list[int] = []
    for index, passage in enumerate(passages):
        start = document.paragraphs[passage.paragraph][0]
        last = passage.paragraph + len(passage.parts) - 1
        if passage.start == start and passage.end >= document.paragraphs[last][1] - 1:
            before = passages[run[-1]] if run else passage
            if run and passage.paragraph != before.paragraph + len(before.parts):
                yield run
                run = []
            run.append(index)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _letter_line(text: str, passage: Quoted) -> str:
    start, end = passage.parts[0]
    if _SALUTATION.match(text, start, end) and (end - start < 40 or "\n" in text[start : start + 40]):
        return "salutation"
    start, end = passage.parts[-1]
    if end - start < 70 and _VALEDICTION.match(text, start, end):
        return "valediction"
    return ""


def is_verse(words: str) -> bool:
    """Tell whether a passage is printed as verse: several short lines that begin with capitals."""
    lines = [line.strip(" _'\"‘“") for line in words.split("\n") if line.strip()]
    return len(lines) > 1 and all(len(line) < _VERSE_LINE and line[:1].isupper() for line in lines)


def read_layout(document: Document, passages: Sequence[Quoted]) -> Iterator[tuple[str, ...]]:
    """Features of the place of every passage in its paragraph, and of the passages in the paragraphs beside it.

    >>> from quotex.detect.marks.passages import read_passages
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
        set_in = few and _set_in(document.text, paragraphs[passage.paragraph][0])
        yield _place_names(own, before, after, set_in)


@cache
def _place_names(own: str, before: str, after: str, set_in: bool) -> tuple[str, ...]:
    names = f"{own}, last {before}", f"{own}, next {after}", f"{own}, last {before}, next {after}"
    return (*names, "paragraph set in") if set_in else names


def _neighbour(distance: int, opens: bool) -> str:
    """Return how far off a passage is, in paragraphs, and whether it opens its own."""
    return f"{min(distance, _FAR)} {'opens' if opens else 'within'}"


def _set_in(text: str, start: int) -> bool:
    return text.startswith(_INDENT, max(0, start - len(_INDENT)))


def _mostly_flush(document: Document) -> bool:
    """Tell whether most paragraphs begin at the margin."""
    starts = [start for start, _ in document.paragraphs]
    return sum(_set_in(document.text, start) for start in starts) < _FEW * len(starts)
