"""A quotation in the making."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quotex.detect.reports.find_reports import Report
from quotex.detect.tags.tag import Tag
from quotex.records import Factuality, Kind

Part = tuple[int, int]
LIKELY = 0.5  # of being speech, for a passage that nobody else claims


class Claim:
    """A quotation in the making: plain numbers, until it is certain that it stays.

    Its ``sort`` is the class of its cue and the shape of its content, or what has found it: speech or a tag.
    ``spoken`` is how likely the passages that a report claims are speech by themselves.
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
    tag = next((tag for tag in tags if tag), None)
    if tag:
        claim.cue = (tag.cue_start, tag.cue_end)
        claim.source = (tag.source_start, tag.source_end)
    return claim


def passages_of(claims: Iterable[Claim]) -> frozenset[int]:
    return frozenset(index for claim in claims for index in claim.passages)
