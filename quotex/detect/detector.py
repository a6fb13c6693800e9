"""QuoteDetector: what was said, direct, mixed or indirect, with the cue and source the sentence itself gives."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from quotex.detect.claims.claim import Claim
from quotex.detect.claims.make_claims import make_claims
from quotex.detect.confidence import quotation_confidence
from quotex.detect.genre import text_kind
from quotex.detect.layout.find_turns import find_turns
from quotex.detect.marks.passages import Passage, find_passages, read_passages
from quotex.read.document import Document
from quotex.records import KINDS, Quotation

_LEAST = 0.1  # of the confidence; what is less likely is no quotation at all


class QuoteDetector:
    """Find what was said: direct, mixed and indirect quotations.

    >>> [(q.kind, q.text, q.cue.text) for q in QuoteDetector().detect('"We won," said Ana, "at last."')]
    [('direct', 'We won, … at last.', 'said')]
    """

    def passages(self, text: str | Document) -> tuple[Passage, ...]:
        """Return every outermost passage in quotation marks, in order, whether or not it is speech."""
        return Document.of(text).once(find_passages)

    def quotes(self, text: str | Document) -> bool:
        """Tell whether a text can hold direct or mixed quotations: it has quotation marks, or turns that its layout
        shows.

        >>> QuoteDetector().quotes("She denied that it had cracks.")
        False
        """
        document = Document.of(text)
        return bool(document.once(find_turns) or document.once(read_passages))

    def detect(self, text: str | Document, *, kinds: Collection[str] | None = None) -> tuple[Quotation, ...]:
        """Return the quotations in order of their first span, the doubtful ones too: see `Quotation.confidence`.

        Args:
            text: The text, or a document that has been read from it.
            kinds: The kinds to return; all three by default.

        One quotation may lie inside another; apart from that they do not overlap.
        """
        document = Document.of(text)
        wanted = KINDS if kinds is None else kinds
        genre = document.once(text_kind)
        weighed = ((claim, quotation_confidence(claim, genre, document.models)) for claim in make_claims(document))
        return tuple(
            _record(document, claim, confidence)
            for claim, confidence in weighed
            if confidence >= _LEAST and claim.kind in wanted
        )


def _record(document: Document, claim: Claim, confidence: float) -> Quotation:
    return Quotation(
        kind=claim.kind,
        spans=tuple(document.span(*part) for part in claim.parts),
        cue=document.span(*claim.cue) if claim.cue else None,
        source=document.span(*_with_sign(document.text, claim.source)) if claim.source else None,
        factuality=claim.factuality,
        confidence=round(confidence, 4),
        gaps=_gaps(document.text, claim),
    )


def _with_sign(text: str, source: tuple[int, int]) -> tuple[int, int]:
    """Return the words of a source with the sign that makes them the name of an account: «@harbourwatch»."""
    start, end = source
    alone = start < 2 or not text[start - 2].isalnum()
    return (start - 1, end) if start and text[start - 1] == "@" and alone else source


def _gaps(text: str, claim: Claim) -> tuple[int, ...]:
    """Return the numbers of the parts before which words of the writer stand; those of a layout are none."""
    if claim.turn:
        return ()
    return tuple(
        number
        for number, (left, right) in enumerate(pairwise(claim.parts), 1)
        if any(map(str.isalnum, text[left[1] : right[0]]))
    )
