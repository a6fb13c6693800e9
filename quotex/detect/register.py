"""Is the text a story or a report?  Dialogue is read differently in each."""

from __future__ import annotations

from quotex.detect.passages import read_passages
from quotex.read.document import Document


def is_narrative(document: Document) -> bool:
    """Whether the text is a novel or a story rather than a report; use as ``document.once(is_narrative)``."""
    passages = document.once(read_passages)
    return len(document.text) > 60_000 or sum(p.start == document.paragraphs[p.paragraph][0] for p in passages) > 8
