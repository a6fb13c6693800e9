"""Words that are spoken in italics, by a bridge or in the mind: «*Who goes there?* said the bridge»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from quotex.lexicon.verbs import saying_forms
from quotex.patterns import pattern

_ITALIC = pattern(
    r"(?<![\w*_\\])(?P<mark>[*_])(?P<words>\p{Lu}(?:[^*_\n]{0,600}[^*_\s])?)(?P=mark)(?![\w*_])", regex.VERBOSE
)
_TAG = pattern(
    r"""[,.!?…—]?\s{1,2}(?:
        (?P<cue>\p{Ll}{3,12})\s{1,2}(?:(?:the|an?|his|her|my|another)\s|\p{Lu}\p{Ll}|(?:he|she|it|they)\b)
      | (?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y)\s(?:\p{Ll}{2,12}\s){1,2}|\p{Lu}\p{Ll}{1,14}\s|(?:[Hh]e|[Ss]he|[Ii]t)\s)
        (?:had\s)?(?P<cue>\p{Ll}{3,12})\b)""",
    regex.VERBOSE,
)
# «*The Times,* said Fox, was wrong»: a title within the sentence.
_SUBJECT = pattern(
    r"[^.!?;:*_\n]{2,60}?,\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)\b"
)
_BEGINS = pattern(r"[.!?:…—”\"’][\"”’*_]{0,2}\s{1,2}$")
_STOPS = ",.!?…—-"


def spoken_in_italics(text: str, paragraphs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield start and end, with the marks, and the paragraph of words in italics that are spoken.

    They begin a paragraph or stand behind a sentence.  Where a verb of saying has words in italics, further ones of its
    paragraph and whole paragraphs are spoken too; elsewhere italics are titles, stress and thoughts.

    >>> text = "*Who goes there?* said the bridge.\\n\\nShe read the *Mail*.\\n\\n*Speak up.*"
    >>> [text[start:end] for start, end, _ in spoken_in_italics(text, [(0, 34), (36, 56), (58, 69)])]
    ['*Who goes there?*', '*Speak up.*']
    """
    if "*" not in text and "_" not in text:
        return
    found = [
        (match.start(), match.end(), number)
        for number, paragraph in enumerate(paragraphs)
        for match in _ITALIC.finditer(text, *paragraph)
        if match.start() == paragraph[0] or _BEGINS.search(text, match.start() - 6, match.start())
    ]
    tagged = {start: number for start, end, number in found if _is_tagged(text, end)}
    first: dict[int, int] = {}
    for start, number in tagged.items():
        first.setdefault(number, start)
    for start, end, number in found if tagged else ():
        goes_on = first.get(number, end) < start and text[end - 2] in _STOPS
        whole = (start, end) == paragraphs[number] and text[end - 2] in _STOPS  # «*Part Two*» is a heading
        if start in tagged or goes_on or whole:
            yield start, end, number


def _is_tagged(text: str, end: int) -> bool:
    """Tell whether a sign ends words in italics and a verb of saying with its subject stands behind."""
    signs = text[end - 2] in _STOPS or text[end : end + 1] == ","
    tag = _TAG.match(text, end, end + 60) if signs else None
    if tag is None or tag["cue"] not in saying_forms():
        return False
    return "," not in (text[end - 2], text[end]) or _SUBJECT.match(text, end, end + 100) is None
