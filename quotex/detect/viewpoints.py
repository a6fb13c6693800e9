"""Whose view a sentence gives: «In the view of Ana Ruiz, …», «…, in the minister's opinion.», «Per the report, …».

The phrase opens or closes its sentence or stands between commas in it; the rest of the sentence is what is reported
(Quirk et al. 1985, § 8.125, viewpoint subjuncts).
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
        | [Bb]y\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \sown\s(?P<cue>account|admission|reckoning)
        | (?P<cue>[Pp]er)\s(?P<source>(?:(?:the|an?)\s|(?=\p{{Lu}})){_NAMED})
      )(?=[,.])
    """,
    regex.VERBOSE,
)
_NOUNS = frozenset(("view", "opinion", "judgement", "judgment", "estimation", "account", "admission", "reckoning"))
_CLOSING = " .!?\n"


def find_viewpoints(document: Document) -> Iterator[tuple[Span, Span, list[Span]]]:
    """Yield cue, source and the parts of the content of each sentence with a phrase of view.

    >>> document = Document("In the view of Ana Ruiz, the plan is too costly.")
    >>> [document.text[s:e] for cue, source, parts in find_viewpoints(document) for s, e in (cue, source, *parts)]
    ['In the view of', 'Ana Ruiz', 'the plan is too costly']
    """
    text = document.text
    for match in _PHRASE.finditer(text):
        sentence = document.sentence_at(match.start())
        parts = _around(text, (sentence.start, sentence.end), match.span())
        named = match["source"] != match["source"].lower() or match["cue"].lower() in _NOUNS
        if len(parts) == 1 or (parts and named):  # «The house, in the view of the sea, was sold»
            yield match.span("cue"), match.span("source"), parts


def _around(text: str, sentence: Span, phrase: Span) -> list[Span]:
    """What is left of a sentence without a phrase that commas part from it; nothing where they do not."""
    start, end = sentence
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    before, behind = (start, phrase[0] - 2), (phrase[1] + 2, end)
    if phrase[0] == start:
        parts = [behind] if text.startswith(", ", phrase[1]) else []
    elif text[phrase[0] - 2 : phrase[0]] != ", ":
        parts = []
    elif phrase[1] >= end:
        parts = [before]
    else:
        parts = [before, behind] if text.startswith(", ", phrase[1]) else []
    return [part for part in parts if part[0] < part[1]]
