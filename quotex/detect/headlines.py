"""Headlines that report: «Minister: no deal», with a colon for a cue, and «Study finds coffee harmless».

A headline leaves out articles and auxiliaries and stands in the present, so that its verb often looks like a noun and
its second half like no clause (Quirk et al. 1985, § 11.46, block language).
"""

from __future__ import annotations

from functools import cache

import regex

from quotex.lexicon import load_table, load_words
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
_VERB = pattern(
    r"""
    (?<cue>\p{L}{3,12})\s
    (?<content>[^\s,:;.!?“”"()][^,:;.!?“”"()\n]{3,90}+)$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
_LONGEST, _MOST_WORDS = 120, 4  # characters of a headline with a verb, words of its subject
_SPEAK = frozenset(("person", "group", "organization", "document"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "his", "her", "our", "my", "their", "some", "no"))
_FINDERS = frozenset(("court", "jury", "judge", "tribunal", "panel", "inquiry", "scientist", "researcher", "committee"))
_LAST = pattern(r"[\s.]{1,20}+$")


def read_headline(document: Document) -> tuple[Span, Span, Span] | None:
    """Cue, source and content of a headline, or None.

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
    if match is None:
        return _read_verbal(document.text, start, end)
    if not load_words("headline_labels").isdisjoint(match["source"].lower().split()):
        return None
    left, right = match.span("content")
    tail = _LAST.search(document.text, left, right)
    return match.span("cue"), match.span("source"), (left, tail.start() if tail else right)


def _read_verbal(text: str, start: int, end: int) -> tuple[Span, Span, Span] | None:
    """Cue, source and content of a headline with a verb in the present and a bare noun for its subject."""
    if end - start > _LONGEST:
        return None
    at = text.find(" ", start, end)
    while 0 < at < end and text.count(" ", start, at) < _MOST_WORDS:
        match = _VERB.match(text, at + 1, end)
        if match and _reports(text[start:at], match["cue"].lower()):
            return match.span("cue"), (start, at), match.span("content")
        at = text.find(" ", at + 1, end)
    return None


def _reports(source: str, verb: str) -> bool:
    """Whether a bare noun phrase and a verb that agrees with it say that somebody said or found something."""
    words = source.lower().split()
    head = words[-1].rstrip("s") if words[-1] not in _kinds() else words[-1]
    kind, plural = _kinds().get(head, ""), head != words[-1]
    if not words[0].isalpha() or words[0] in _DETERMINERS or kind not in _SPEAK:
        return False
    use = _verbs().get((verb, plural))
    return use == "say" and kind != "document" or use == "find" and (kind == "document" or head in _FINDERS)


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("nominal_heads")}


@cache
def _verbs() -> dict[tuple[str, bool], str]:
    """The use of each verb form beside a plural or a singular subject."""
    rows = load_table("headline_verbs")
    return {(form, form == plain): use for plain, singular, use in rows for form in (plain, singular)}
