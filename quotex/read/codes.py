"""Codes that stand for those whom a study quotes, in brackets behind the words: «(P3)», «(Interviewee 31)»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from quotex.lexicon.labels import never_labels
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import saying_forms
from quotex.patterns import pattern
from quotex.read.document import Document

# «(R7, aged 51)»
IN_BRACKETS = (
    r"\((?P<code>(?P<letters>\p{Lu}{1,3})-?\d{1,3}|(?P<noun>\p{Lu}\p{Ll}{4,14})\s\d{1,3})(?:,\s[^()\n]{1,60})?\)"
)
_CODED = pattern(IN_BRACKETS)
_ALONE = pattern(r"(?<![\p{L}\p{N}-])(?P<letters>\p{Lu}{1,3})-?\d{1,3}(?![\p{L}\p{N}-])")
_BEHIND_WORDS = pattern(rf"[.?!…”’\"'»]\s{{1,2}}{IN_BRACKETS}")
_SPEAKS = pattern(r"(?<![Tt]he\s)(?P<letters>\p{Lu}{1,3})-?\d{1,3}\s(?P<cue>\p{Ll}{3,12})(?!\p{L})")
_FEWEST = 2  # codes with the same letters


def codes(document: Document) -> frozenset[str]:
    """Return the codes in brackets that stand for people; use as ``document.once(codes)``.

    A noun for a person has a number, or the text has more codes with the same letters.  Of these two stand in brackets,
    or one does so behind a mark or stop or with more about its bearer, or one says something: «the minister (G7)»
    beside «the G20» is nobody.

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
    in_brackets: dict[str, set[str]] = defaultdict(set)
    for match in found:
        in_brackets[match["letters"]].add(match["code"])
    clear = {match["letters"] for match in _BEHIND_WORDS.finditer(text)}
    clear |= {match["letters"] for match in found if match.end("code") + 1 < match.end()}  # «(R7, aged 51)»
    clear |= {match["letters"] for match in _SPEAKS.finditer(text) if match["cue"] in saying_forms()}
    coding = {letters for letters, ones in in_brackets.items() if letters in clear or len(ones) >= _FEWEST}
    return frozenset(
        match["code"]
        for match in found
        if (match["noun"] and is_numbered(match["noun"].lower()))
        or (match["letters"] in coding and len(alike[match["letters"]]) >= _FEWEST)
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


def is_numbered(noun: str) -> bool:
    """Tell whether a noun with a number may stand for somebody.

    >>> is_numbered("nurse"), is_numbered("figure")
    (True, False)
    """
    head, plural = head_of(noun)
    return head is not None and head.type == "person" and not plural and noun not in never_labels()
