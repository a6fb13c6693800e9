"""Codes that stand for those whom a study quotes, in brackets behind the words: «(P3)», «(Interviewee 31)»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.read.document import Document

# «(R7, aged 51)»
IN_BRACKETS = (
    r"\((?P<code>(?P<letters>\p{Lu}{1,3})-?\d{1,3}|(?P<noun>\p{Lu}\p{Ll}{4,14})\s\d{1,3})(?:,\s[^()\n]{1,60})?\)"
)
_CODED = pattern(IN_BRACKETS)
_ALONE = pattern(r"(?<![\p{L}\p{N}-])(?P<letters>\p{Lu}{1,3})-?\d{1,3}(?![\p{L}\p{N}-])")
_FEWEST = 2  # codes with the same letters


def codes(document: Document) -> frozenset[str]:
    """Return the codes in brackets that stand for people; use as ``document.once(codes)``.

    A noun for a person has a number, or the text has more codes with the same letters.

    >>> sorted(codes(Document("“I paid” (R7). “I did not” (R12). The road (M25) was shut. She left (Interviewee 3).")))
    ['Interviewee 3', 'R12', 'R7']
    """
    text = document.text
    found = list(_CODED.finditer(text))
    if not found:
        return frozenset()
    alike: dict[str, set[str]] = defaultdict(set)
    for match in _ALONE.finditer(text):
        alike[match["letters"]].add(match[0])
    return frozenset(
        match["code"]
        for match in found
        if (match["noun"] and _is_person(match["noun"]))
        or (match["letters"] and len(alike[match["letters"]]) >= _FEWEST)
    )


def bare_codes(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the offsets of codes that stand in a sentence like names, where brackets show codes with the same letters.

    >>> text = "“I paid” (R7). “I did not” (R12). R3 was blunter, by the M25."
    >>> [text[start:end] for start, end in bare_codes(Document(text))]
    ['R7', 'R12', 'R3']
    """
    letters = {code.partition("-")[0].rstrip("0123456789") for code in document.once(codes) if " " not in code}
    for match in _ALONE.finditer(document.text) if letters else ():
        if match["letters"] in letters:
            yield match.span()


def _is_person(noun: str) -> bool:
    head, plural = head_of(noun.lower())
    return head is not None and head.type == "person" and not plural
