"""Keep quotations from cutting across each other, and from running over what is not part of the text proper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quotex.detect.claims.claim import LIKELY, Claim, Part
from quotex.detect.genre import is_narrative
from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.front_matter import find_front_matter
from quotex.detect.layout.partition import gutters
from quotex.read.document import Document


def without_crossings(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in text order, without those that cut across a better one or repeat its words.

    A claim with words in quotation marks is better than one without; otherwise the likelier one is.  A claim may lie
    inside one part of another.

    >>> whole, half = Claim("direct", [(0, 20)]), Claim("indirect", [(10, 30)], probability=0.8)
    >>> [claim.end for claim in without_crossings(Document(""), [whole, half])]
    [20]
    """
    kept: list[Claim] = []
    dropped: set[int] = set()
    open_now: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.end, c.kind == "indirect", -c.probability)):
        while open_now and open_now[-1].end <= claim.start:
            open_now.pop()
        while open_now and not _lies_clear(document, claim, open_now[-1]) and _better(claim, open_now[-1]):
            dropped.add(id(open_now.pop()))
        if not open_now or _lies_clear(document, claim, open_now[-1]):
            kept.append(claim)
            open_now.append(claim)
    return [claim for claim in kept if id(claim) not in dropped]


def _lies_clear(document: Document, claim: Claim, outer: Claim) -> bool:
    """Tell whether a claim lies inside a part of another or, told of in a story, between two of its parts."""
    return _inside(claim, outer) or (_is_between(claim, outer) and document.once(is_narrative))


def _is_between(claim: Claim, outer: Claim) -> bool:
    """Tell whether a clause without marks lies between parts of speech: «“A,” she told Bo, who said that B. “C.”»."""
    if claim.kind != "indirect" or outer.kind != "direct":
        return False
    gaps = zip(outer.parts, outer.parts[1:], strict=False)
    return any(left[1] <= claim.start and claim.end <= right[0] for left, right in gaps)


def _inside(claim: Claim, outer: Claim) -> bool:
    """Tell whether every part of a claim lies inside a part of another, and the two are not the same."""
    if claim.parts == outer.parts:
        return False
    return all(any(start <= s and e <= end for start, end in outer.parts) for s, e in claim.parts)


def _better(claim: Claim, other: Claim) -> bool:
    return _rank(claim) > _rank(other)


def _rank(claim: Claim) -> tuple[bool, bool, float]:
    return claim.probability >= LIKELY, claim.kind != "indirect", claim.probability


def outside_front_matter(document: Document, claims: list[Claim]) -> list[Claim]:
    """Return claims without those in the header or licence of a book, or in a note by its transcriber."""
    matter = document.once(find_front_matter)
    return [claim for claim in claims if not _lies_in(matter, claim)] if matter else claims


def _lies_in(stretches: Sequence[Part], claim: Claim) -> bool:
    at = bisect_left(stretches, (claim.start + 1, 0)) - 1
    return at >= 0 and claim.end <= stretches[at][1]


def between_gutters(document: Document, claims: list[Claim]) -> list[Claim]:
    """Return claims whose parts leave out line numbers and the ``>`` of quoted mail."""
    gaps = gutters(document.text, document.once(find_turns))
    for claim in claims if gaps else ():
        claim.parts = [piece for part in claim.parts for piece in _cut(part, gaps)]
    return claims


def _cut(part: Part, gaps: Sequence[Part]) -> Iterator[Part]:
    start, end = part
    at = bisect_left(gaps, (start, start))
    while at < len(gaps) and gaps[at][1] < end:
        if gaps[at][0] > start:
            yield start, gaps[at][0]
        start = gaps[at][1]
        at += 1
    yield start, end
