"""Copies of a story with some of its tags hidden, for training.

A turn whose tag is hidden looks like one that never had any, and who speaks it is still known.  From such copies a
model learns what else tells the speaker, and long exchanges with few tags, of which the annotated novels have too few.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from quotex.read.document import Document
from quotex.records import Quotation
from quotex.resolve.people.cast import Cast
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import Turn, read_turns
from quotex.resolve.story.weigh import ReadTurns

_HIDDEN = ("name", "pronoun", "nominal")


def hiding(share: float, seed: int) -> ReadTurns:
    """Return a reader of turns that hides a share of their tags, chosen by chance; see `Reading`."""

    def read(document: Document, quotations: Sequence[Quotation], cast: Cast) -> tuple[list[Turn], Narration]:
        turns, narration = read_turns(document, quotations, cast)
        _hide(turns, narration, share, random.Random(seed))
        return turns, narration

    return read


def _hide(turns: Sequence[Turn], narration: Narration, share: float, chance: random.Random) -> None:
    """Hide a share of the tags, and the names in them."""
    chosen = [turn for turn in turns if turn.kind in _HIDDEN and turn.tag is not None and chance.random() < share]
    tags = sorted(turn.tag for turn in chosen if turn.tag is not None)
    for turn in chosen:
        _forget_tag(turn)
    narration.seen = [seen for seen in narration.seen if not _lies_in(seen.start, tags)]
    narration.starts = [seen.start for seen in narration.seen]


def _lies_in(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return at >= 0 and offset < spans[at][1]


def _forget_tag(turn: Turn) -> None:
    """Make a turn one that has no tag: a beat where the narration beside it names somebody, else bare."""
    turn.kind = "beat" if turn.mentions_before or turn.mentions_after else "bare"
    turn.tag = turn.tag_entity = turn.tag_gender = turn.anchor = None
    turn.tag_to = turn.tag_to_gender = turn.tag_to_span = None
    turn.nominal = ""
    turn.touch = []
    if turn.kind == "bare":
        turn.after = (turn.after[0], turn.after[0])
