"""Whether a passage in quotation marks is speech: somebody's words, and not a title, a nickname or a mentioned term."""

from __future__ import annotations

from quotex.detect.passages import Quoted, read_passages
from quotex.detect.register import is_narrative
from quotex.detect.tags import read_tags
from quotex.read.document import Document

_LIKELY = 0.5


def read_speech(document: Document) -> list[float]:
    """How likely each passage of ``read_passages`` is speech (0 to 1); use as ``document.once(read_speech)``."""
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    narrative = document.once(is_narrative)
    return [1.0 if tag else _bare(document, passage, narrative) for passage, tag in zip(passages, tags)]


def _bare(document: Document, passage: Quoted, narrative: bool) -> float:
    start, end = passage.inner
    words = document.text[start : min(end, start + 400)].split()
    final = document.text[end - 1]
    score = 0.2 + 0.3 * (final in ".!?,—-…") + 0.2 * words[0][:1].isupper() + 0.1 * min(len(words), 4)
    if not narrative:
        score -= 0.2
    return min(score, 0.99)
