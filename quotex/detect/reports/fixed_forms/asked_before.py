"""Questions without marks that a sentence of its own says were asked: «Why not? I ask her.»"""

from __future__ import annotations

from collections.abc import Iterator

from quotex.patterns import pattern
from quotex.read.document import Document

Span = tuple[int, int]
_ASKED = pattern(
    r"(?<=\p{L}\?\s)(?P<source>I|We|He|She|They)\s(?:\p{Ll}{2,10}ly\s)?(?P<cue>ask|asks|asked)"
    r"(?:\s(?:her|him|them|me|us|the\s\p{Ll}{2,15}))?(?=[.,])"
)


def find_asked(document: Document) -> Iterator[tuple[Span, Span, list[Span]]]:
    """Yield cue, source and content of each question that stands as a sentence before what says that it was asked.

    >>> document = Document("She never complained. Why not? I ask her. She shrugs.")
    >>> [document.text[s:e] for cue, source, parts in find_asked(document) for s, e in (cue, source, *parts)]
    ['ask', 'I', 'Why not?']
    """
    text = document.text
    for found in _ASKED.finditer(text):
        sentence = document.sentence_at(found.start())
        before = document.sentence_at(found.start() - 2)
        if before.paragraph != sentence.paragraph:
            continue
        first = before.start if before.start < sentence.start else sentence.start
        yield found.span("cue"), found.span("source"), [(first, found.start() - 1)]
