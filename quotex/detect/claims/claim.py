"""A quotation in the making."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotex.detect.reports.find_reports import Report
from quotex.detect.tags.tag import Tag
from quotex.records import Factuality, Kind

Part = tuple[int, int]
LIKELY = 0.5  # of being speech, for a passage that nobody else claims


class Claim:
    """A quotation in the making, held as plain numbers until it is certain that it stays.

    All offsets are indices into the text, with the end exclusive.

    Args:
        kind: Direct, mixed or indirect.
        parts: Offsets of the words, one pair per part.
        cue: Offsets of the cue, or None.
        source: Offsets of the words that name the source, or None.
        factuality: Whether the words were said, not said, or might be said.
        probability: How likely it is that this is a quotation.
        passages: Indices of the passages in quotation marks that it takes.
        inner: Reports within a reported clause.
        turn: Whether the layout shows it.
        sort: The class of the cue and the shape of the content, or what has found it: speech or a tag.

    Attributes:
        spoken: How likely the passages that a report claims are speech by themselves; None where none are claimed.

    >>> claim = Claim("direct", [(1, 8), (21, 30)])
    >>> claim.start, claim.end
    (1, 30)
    """

    def __init__(
        self,
        kind: Kind,
        parts: list[Part],
        cue: Part | None = None,
        source: Part | None = None,
        factuality: Factuality = "asserted",
        probability: float = 1.0,
        passages: Sequence[int] = (),
        inner: Sequence[Report] = (),
        turn: bool = False,
        sort: tuple[str, str] = ("speech", "marks"),
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.cue = cue
        self.source = source
        self.factuality = factuality
        self.probability = probability
        self.passages = list(passages)
        self.inner = inner
        self.turn = turn
        self.sort = sort
        self.spoken: float | None = None

    @property
    def start(self) -> int:
        """Start of the first part."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of the last part."""
        return self.parts[-1][1]


def tagged(claim: Claim, tags: Sequence[Tag | None]) -> Claim:
    """Give a claim the cue and source of the first tag that there is, and return it."""
    tag = next((tag for tag in tags if tag), None)
    if tag:
        claim.cue = (tag.cue_start, tag.cue_end)
        claim.source = (tag.source_start, tag.source_end)
    return claim


def passages_of(claims: Iterable[Claim]) -> frozenset[int]:
    """Return the indices of the passages that some claims take.

    >>> sorted(passages_of([Claim("direct", [(1, 8)], passages=[0, 2]), Claim("indirect", [(9, 20)])]))
    [0, 2]
    """
    return frozenset(index for claim in claims for index in claim.passages)
