"""QuoteDetector: what was said, direct, mixed or indirect, with the cue and source the sentence itself gives."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from attrs import Factory, define

from quotex.detect.parts import group_parts
from quotex.detect.passages import Passage, find_passages, read_passages
from quotex.detect.speech import read_speech
from quotex.detect.tags import Tag, read_tags
from quotex.read.document import Document
from quotex.records import KINDS, Factuality, Kind, Quotation

Part = tuple[int, int]


@define
class Draft:
    """A quotation in the making: plain numbers, until it is certain that it stays."""

    kind: Kind
    parts: list[Part]
    cue: Part | None = None
    source: Part | None = None
    factuality: Factuality = "asserted"
    probability: float = 1.0
    passages: list[int] = Factory(list)

    @property
    def start(self) -> int:
        """Start of the first part."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of the last part."""
        return self.parts[-1][1]


class QuoteDetector:
    """Finds quotations.

    >>> [(q.kind, q.text, q.cue.text) for q in QuoteDetector().detect('"We won," said Ana, "at last."')]
    [('direct', 'We won, at last.', 'said')]
    """

    def passages(self, text: str | Document) -> tuple[Passage, ...]:
        """Return every outermost passage in quotation marks, in order, whether it is speech or not."""
        return Document.of(text).once(find_passages)

    def detect(self, text: str | Document, *, kinds: Collection[str] | None = None) -> tuple[Quotation, ...]:
        """Return the quotations in order of their first span.

        Args:
            text: The text, or a document that has been read from it.
            kinds: The kinds wanted; all three by default.

        One quotation may lie inside another; apart from that they do not overlap.
        """
        document = Document.of(text)
        wanted = frozenset(KINDS if kinds is None else kinds)
        drafts = [draft for draft in _direct(document) if draft.kind in wanted]
        return tuple(_record(document, draft) for draft in sorted(drafts, key=lambda d: (d.start, -d.end)))


_LIKELY = 0.5


def _direct(document: Document) -> list[Draft]:
    """The spoken passages, the parts of interrupted ones together."""
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    speech = document.once(read_speech)
    drafts = []
    for group in document.once(group_parts):
        if max(speech[index] for index in group) < _LIKELY:
            continue
        parts = [part for index in group for part in passages[index].parts]
        drafts.append(_with_tag(Draft("direct", parts, passages=group), [tags[index] for index in group]))
    return drafts


def _with_tag(draft: Draft, tags: Sequence[Tag | None]) -> Draft:
    tag = next((tag for tag in tags if tag), None)
    if tag:
        draft.cue = (tag.cue_start, tag.cue_end)
        draft.source = (tag.source_start, tag.source_end)
    return draft


def _record(document: Document, draft: Draft) -> Quotation:
    return Quotation(
        kind=draft.kind,
        spans=tuple(document.span(*part) for part in draft.parts),
        cue=document.span(*draft.cue) if draft.cue else None,
        source=document.span(*draft.source) if draft.source else None,
        factuality=draft.factuality,
    )
