"""Whose view a sentence gives: «In the view of Ana Ruiz, …», «…, in the minister's opinion.», «Per the report, …».

The phrase must open or close its sentence; the rest of the sentence is what is reported (Quirk et al. 1985, § 8.125,
viewpoint subjuncts).
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from quotex.patterns import pattern
from quotex.read.document import Document

Span = tuple[int, int]

_NAMED = r"""[^\s,.;:!?“”"()][^,.;:!?“”"()\n]{1,60}?"""
_PHRASE = pattern(
    rf"""
    \b(?: (?P<cue>[Ii]n\sthe\s(?:view|opinion|judge?ment|estimation|eyes|telling)\sof)\s(?P<source>{_NAMED})
        | [Ii]n\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \s(?:own\s)?(?P<cue>view|opinion|judge?ment|estimation|telling)
        | (?P<cue>[Pp]er)\s(?P<source>(?:(?:the|an?)\s|(?=\p{{Lu}})){_NAMED})
      )(?=[,.])
    """,
    regex.VERBOSE,
)
_CLOSING = " .!?\n"


def find_viewpoints(document: Document) -> Iterator[tuple[Span, Span, Span]]:
    """Yield cue, source and content of each sentence that a phrase of view opens or closes.

    >>> document = Document("In the view of Ana Ruiz, the plan is too costly.")
    >>> [[document.text[s:e] for s, e in found] for found in find_viewpoints(document)]
    [['In the view of', 'Ana Ruiz', 'the plan is too costly']]
    """
    text = document.text
    for match in _PHRASE.finditer(text):
        sentence = document.sentence_at(match.start())
        start, end = sentence.start, sentence.end
        if match.start() == start and text.startswith(", ", match.end()):
            start = match.end() + 2
        elif text[match.start() - 2 : match.start()] == ", " and not text[match.end() : end].strip(_CLOSING):
            end = match.start() - 2
        else:
            continue
        while end > start and text[end - 1] in _CLOSING:
            end -= 1
        if start < end:
            yield match.span("cue"), match.span("source"), (start, end)
