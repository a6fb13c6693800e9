"""Turn the turns that a layout shows into claims."""

from __future__ import annotations

from bisect import bisect_left

from quotex.detect.claims.claim import Claim, tagged
from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.turn import LayoutTurn
from quotex.detect.marks.passages import read_passages
from quotex.detect.tags.tag import read_loose_tag, read_tags
from quotex.read.document import Document


def of_turn(document: Document, turn: LayoutTurn) -> Claim:
    r"""Return the claim of a turn, with its label as source or with the tag between its parts.

    >>> document = Document("MS. RUIZ: Shall we?\n\nMR. OTT: Not yet.\n\nMS. RUIZ: When?")
    >>> claims = [of_turn(document, turn) for turn in document.once(find_turns)]
    >>> [document.text[slice(*claim.source)] for claim in claims]
    ['MS. RUIZ', 'MR. OTT', 'MS. RUIZ']
    """
    claim = Claim("direct", list(turn.parts), source=turn.label, probability=turn.confidence, turn=True)
    if turn.kind == "press" or turn.kind == "headline" and turn.label:
        passages = document.once(read_passages)
        at = bisect_left([passage.start for passage in passages], turn.start) - 1
        if at >= 0 and passages[at].inner[0] == turn.start:
            return tagged(claim, [document.once(read_tags)[at]])
    for start, end in turn.tags:
        tag = read_loose_tag(document.text, start, end)
        if tag:
            return tagged(claim, [tag])
    return claim


def passages_with_labels(document: Document) -> frozenset[int]:
    """Return the indices of passages that hold labels of turns: marks around a whole transcript quote nobody."""
    labels = [turn.label[0] for turn in document.once(find_turns) if turn.label]
    passages = document.once(read_passages) if labels else []
    return frozenset(
        index
        for index, passage in enumerate(passages)
        if bisect_left(labels, passage.start) < bisect_left(labels, passage.end)
    )
