"""Headlines that report: «Minister: no deal», with a colon for a cue."""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.read.document import Document

Span = tuple[int, int]

_HEADLINE = pattern(
    r"""
    (?<source>
        (?:[\p{Lu}][\w.’'&-]{0,30})                                    # a name, or "Minister"
        (?:\s{1,2}(?:[\p{Lu}][\w.’'&-]{0,30}|of|the|and|&|for)){0,5}   # at most six words
    )
    (?<cue>:)\s{1,2}
    (?<content>[^\s:][^\n]{8,200})                                     # the rest of the line
    """,
    regex.VERBOSE,
)
_LAST = pattern(r"[\s.]{1,20}+$")


def read_headline(document: Document) -> tuple[Span, Span, Span] | None:
    """Cue, source and content of a headline with a colon, or None.

    Only the first paragraph of a text is read, and a label such as "Breaking" is no source.

    >>> document = Document("Minister: No deal without reform\\n\\nTalks went on.")
    >>> [document.text[s:e] for s, e in read_headline(document)]
    [':', 'Minister', 'No deal without reform']
    """
    if len(document.paragraphs) < 2:
        return None
    start, end = document.paragraphs[0]
    if end - start > 250:
        return None
    match = _HEADLINE.fullmatch(document.text, start, end)
    if match is None or not load_words("headline_labels").isdisjoint(match["source"].lower().split()):
        return None
    left, right = match.span("content")
    tail = _LAST.search(document.text, left, right)
    return match.span("cue"), match.span("source"), (left, tail.start() if tail else right)
