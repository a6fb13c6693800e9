"""Find all quotations of a document."""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.claims.claim import LIKELY, Claim, passages_of
from quotex.detect.claims.crossings import between_gutters, outside_front_matter, without_crossings
from quotex.detect.claims.reported import (
    claims_beside_dialogue,
    claims_of_news,
    lend_cues,
    reported_within,
    tagged_within,
    unserved,
    without_tags,
    without_told,
)
from quotex.detect.claims.spoken import nested_in, spoken
from quotex.detect.claims.turns import of_turn, passages_with_labels
from quotex.detect.genre import is_narrative
from quotex.detect.layout.find_turns import find_turns
from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.find_reports import find_reports
from quotex.read.document import Document

LEAST = 0.05  # of being speech, under which a passage is none
Rule = Callable[[Document, list[Claim]], list[Claim]]


def make_claims(document: Document) -> list[Claim]:
    """Return all quotations of a document in text order.

    >>> document = Document("“We won,” said Ana Ruiz. Bo Lind said that it was late.")
    >>> [(claim.kind, [document.text[start:end] for start, end in claim.parts]) for claim in make_claims(document)]
    [('direct', ['We won,']), ('indirect', ['that it was late'])]
    """
    claims = [of_turn(document, turn) for turn in document.once(find_turns)]
    claims += (_of_story if document.once(is_narrative) else _of_report)(document, claims)
    for _, rule in RULES:
        claims = rule(document, claims)
    return claims


def _of_story(document: Document, turns: list[Claim]) -> list[Claim]:
    """Dialogue first, then the reports of the narration that leave it alone."""
    claims = spoken(document, LIKELY, document.once(passages_with_labels))
    said = [*turns, *claims]
    served = {claim.cue[1] for claim in said if claim.cue}
    reports = unserved(find_reports(document, served=served, said=passages_of(said)), said)
    lend_cues(document, said, reports)
    return claims + claims_beside_dialogue(document, passages_of(said), unserved(reports, said))


def _of_report(document: Document, turns: list[Claim]) -> list[Claim]:
    """Likely clauses first, then passages, then doubtful clauses."""
    return claims_of_news(document, unserved(find_reports(document), turns), document.once(passages_with_labels))


def with_doubtful_passages(document: Document, claims: list[Claim]) -> list[Claim]:
    """Add passages that nobody claims and that are hardly speech, for callers who ask for doubtful quotations too."""
    voiced = spoken(document, LEAST, passages_of(claims) | document.once(passages_with_labels))
    voiced = without_told(voiced, claims)
    return without_tags(claims, voiced) + voiced


def with_nested(document: Document, claims: list[Claim]) -> list[Claim]:
    """Add what a speaker quotes others as saying, and drop a clause that took the tag of such words for its cue."""
    passages = document.once(read_passages)
    nested = [inner for claim in claims for index in claim.passages for inner in nested_in(document, passages[index])]
    within = {inner.cue for inner in nested}
    return [claim for claim in claims if claim.passages or claim.cue not in within] + nested


def with_reported_within(document: Document, claims: list[Claim]) -> list[Claim]:
    """Add what reported words report in turn: «Ana says that Bo wants to go»."""
    claims = [*claims, *reported_within(claims)]
    return without_crossings(document, [*claims, *tagged_within(document, claims)])


# In this order; the ids are those of ``lexicon/detection_rules.tsv``.
RULES: tuple[tuple[str, Rule], ...] = (
    ("doubtful passage", with_doubtful_passages),
    ("nested quotation", with_nested),
    ("front matter", outside_front_matter),
    ("gutter", between_gutters),
    ("crossing", without_crossings),
    ("report within a report", with_reported_within),
)
