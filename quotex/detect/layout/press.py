"""Press releases: statements with the name of whoever made them behind or before."""

from __future__ import annotations

from quotex.detect.layout.turn import CLOSING, LayoutTurn, Piece, bare
from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.read.document import Document

_SIGNATURE = pattern(r"(?:[–—―]|--| - |-\s)\s{0,3}(?P<label>\p{Lu}[^\n\"“”!?]{1,140})$")
# "-- small girl, crib stall" behind the words, where others are signed with names.
_DESCRIBED = pattern(
    r"(?:[–—―]|--)\s{0,3}(?:the\s|an?\s)?(?P<label>(?:\p{Ll}[\p{L}’'-]{1,20}\s){0,4}\p{Ll}[\p{L}’'-]{1,20})(?:,[^\n“”\"!?]{1,60})?$"
)
_FROM = pattern(
    r"(?:And\s|Also\s)?(?:[Ff]rom|(?:[Aa]\s)?[Ss]tatement\s(?:from|by|of)|[Rr]emarks\s(?:from|by|of))\s(?:the\sdesk\sof\s)?(?P<label>[^\n:“”\".]{3,150}):?$"
)


def press_turns(document: Document) -> list[LayoutTurn]:
    """Press releases: «“…” – Commissioner X», and «And from Chair Y:» before a paragraph in marks."""
    text = document.text
    paragraphs = document.paragraphs
    turns: list[LayoutTurn] = []
    for index, (start, end) in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        signed = _signed(text, start, end) if text[start] in '“"‘«' else None
        if signed:
            turns.append(signed)
        elif text[start] in '“"‘«':
            if after and text[after[0]] in "–—―-" and after[1] - after[0] < 160 and text[end - 1] in '”"’»':
                signer = _signer(text, *after)
                if signer and (piece := bare(text, start, end)):
                    turns.append(LayoutTurn("press", signer, (piece,)))
        elif after and end - start < 200 and text[after[0]] in '“"‘«':
            lead = _FROM.match(text, start, end)
            if lead and (parts := _statement(document, index + 1)):
                turns.append(LayoutTurn("press", lead.span("label"), parts))
    return turns + _described(document) if turns else []


def _described(document: Document) -> list[LayoutTurn]:
    """Paragraphs in marks with a description behind a dash: «“He's holy.” -- small boy, cake stall»."""
    text, turns = document.text, []
    for start, end in document.paragraphs:
        close = CLOSING.get(text[start], "")
        dash = text.find(close, start + 1, end) + 1 if close else 0
        gap = dash + len(text[dash:end]) - len(text[dash:end].lstrip()) if dash else 0
        signed = _DESCRIBED.match(text, gap, end) if dash else None
        if signed and text[dash - 2] in ".?!" and any(map(_is_person, signed["label"].split())):
            turns.append(LayoutTurn("quoted", signed.span("label"), ((start + 1, dash - 1),)))
    return turns


def _is_person(word: str) -> bool:
    head, _ = head_of(word.lower())
    return head is not None and head.type == "person"


def _statement(document: Document, index: int) -> tuple[Piece, ...]:
    """A statement in marks, with the paragraphs after it that carry it on: each opens, only the last closes."""
    text, paragraphs = document.text, document.paragraphs
    opening = text[paragraphs[index][0]]
    parts = []
    for at in range(index, len(paragraphs)):
        start, end = paragraphs[at]
        if text[start] != opening or end - start < 2:
            break
        closed = CLOSING[opening] in text[start + 1 : end]
        if piece := bare(text, start, end) if closed else (start + 1, end):
            parts.append(piece)
        if closed:
            break
    return tuple(parts)


def _signed(text: str, start: int, end: int) -> LayoutTurn | None:
    """A paragraph in marks with a dash and a name behind it, none of them words of a sentence."""
    dash = max(text.rfind(mark, max(start, end - 160), end) for mark in ("–", "—", "―", " - ", "--"))
    if dash < 0:
        return None
    label = _signer(text, dash, end)
    close = start + len(text[start:dash].rstrip())
    if label is None or "\n" in text[start:end] or close - 2 <= start or text[close - 1] not in '”"’»':
        return None
    return LayoutTurn("press", label, ((start + 1, close - 1),))


def _signer(text: str, start: int, end: int) -> Piece | None:
    """Return the name behind a dash, when what stands there is a name with its role and no sentence."""
    signature = _SIGNATURE.match(text, start, end)
    if signature is None or text[end - 1] in "–—―-":
        return None
    left, right = signature.span("label")
    words = text[left:right].split()
    if sum(word[0].islower() for word in words) > 0.6 * len(words) or len(words) > 18:
        return None
    return left, left + len(text[left:right].rstrip("."))
