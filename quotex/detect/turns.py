"""Speech that is shown by layout instead of quotation marks.

Dialogue dashes, the turns of transcripts and interviews, and the forms of press releases and headlines.  A single
colon proves nothing: labels count only where they come back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import regex

from quotex.detect.dashes import dash_turns, verbs_of_tags
from quotex.detect.turn import Piece, Turn
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.tokens import Tokens

Names = dict[int, set[str]]

_CLOCK = r"(?:\s?[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?)?"
_LABEL = pattern(
    rf"""
    ["“*_]{{0,4}}+
    (?P<label>
        (?P<short>[QA]) (?=[*_]{{0,3}}+[.:)])
      | (?P<glued>Q) (?=\p{{Lu}}\p{{Ll}})
      | (?P<loud>\p{{Lu}}[\p{{Lu}}\d.'’-]*+(?:\ (?:\p{{Lu}}[\p{{Lu}}\d.'’-]*+|\d{{1,3}}|Mc\p{{Lu}}++)){{0,5}})
        (?=(?:\ \([^()]{{1,60}}\))?{_CLOCK}[*_]{{0,3}}\s?:)
      | (?P<plain>\p{{Lu}}[\w.'’-]*+(?:\ (?:\p{{Lu}}[\w.'’-]*+|\d{{1,3}}|of|de|van|von|the)){{0,4}})
        (?=(?:\ \([^()]{{1,60}}\))?{_CLOCK}[*_]{{0,3}}\s?:)
    )
    (?(glued)|(?:\ \([^()]{{1,60}}\))?{_CLOCK}[*_]{{0,3}}\s?[:.)][*_]{{0,3}}(?:\s++|$))
    """,
    regex.VERBOSE,
)
_ASIDE = pattern(r"[\"“]?[(\[][^\n]*[)\]]")
_ENDS = pattern(r"[.?!…:—–\-\"”’')\]*_]$")
_ASKERS = frozenset(("q", "a", "question", "answer", "interviewer", "interviewee"))
_CLOSING = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»"}
_OPENING = {"”": "“", '"': '"', "»": "«"}
_SIGNATURE = pattern(r"(?:[–—―]|--| - |-\s)\s{0,3}(?P<label>\p{Lu}[^\n\"“”!?]{1,140})$")
_FROM = pattern(
    r"(?:And\s|Also\s)?(?:[Ff]rom|(?:[Aa]\s)?[Ss]tatement\s(?:from|by|of)|[Rr]emarks\s(?:from|by|of))\s(?:the\sdesk\sof\s)?(?P<label>[^\n:“”\".]{3,150}):?$"
)
_QUOTED = r"[‘“\"'«](?P<words>[^\n“”\"«»]{1,200}[^\n“”\"«»,])[’”\"'»]"
_HEAD_COLON = pattern(rf"(?P<label>\p{{Lu}}[^\n:“”‘\"?!]{{1,60}}):\s{{1,3}}{_QUOTED}\.?$")
_HEAD_TAG = pattern(rf"{_QUOTED},?\s(?P<verb>\p{{Ll}}++)\s(?P<label>[^\n“”\"‘,.;:?!]{{2,60}})\.?$")


def find_turns(document: Document) -> tuple[Turn, ...]:
    """Return the turns of the document in text order; use it as ``document.once(find_turns)``.

    >>> text = "MS. RUIZ: Shall we?\\n\\nMR. OTT: Not yet.\\n\\nMS. RUIZ: When?"
    >>> [text[turn.label[0] : turn.label[1]] for turn in find_turns(Document(text))]
    ['MS. RUIZ', 'MR. OTT', 'MS. RUIZ']
    """
    turns = [*labelled_turns(document), *press_turns(document), *headline_turns(document), *dash_turns(document)]
    turns.sort(key=lambda turn: (turn.start, turn.end))
    kept: list[Turn] = []
    for turn in turns:
        if not kept or turn.start >= kept[-1].end:
            kept.append(turn)
    return tuple(kept)


class _Labelled(NamedTuple):
    """A paragraph that begins with what may be the label of a speaker."""

    paragraph: int
    label: Piece
    name: str
    loud: bool
    content: Piece


def labelled_turns(document: Document) -> list[Turn]:
    """Turns of transcripts and interviews: every label stands in capitals, is Q or A, or is a name that comes back."""
    found = list(_labelled(document))
    loud = [item for item in found if item.loud]
    plain = found if len(found) > len(loud) else []
    for group in (loud, plain):
        if _is_dialogue(document, group, named=group is plain):
            return _turns(document, group)
    return []


def _labelled(document: Document) -> Iterator[_Labelled]:
    text = document.text
    for index, (start, end) in enumerate(document.paragraphs):
        if text.find(":", start, start + 120) < 0 and text[start : start + 1] not in ("Q", "A", "*", "_"):
            continue
        match = _LABEL.match(text, start, end)
        if match is None:
            continue
        short = match["short"] or match["glued"]
        if not short and ":" not in text[match.end("label") : match.end()]:
            continue
        name = match["label"]
        loud = bool(short or match["loud"] or name.lower() in _ASKERS)
        if loud and not short and sum(map(str.isalpha, name)) < 2:
            continue
        yield _Labelled(index, match.span("label"), name, loud, (match.end(), end))


def _is_dialogue(document: Document, group: list[_Labelled], *, named: bool) -> bool:
    """Whether labels come back often enough, and what follows them is speech."""
    if len(group) < (3 if named else 2):
        return False
    names = Counter(item.name for item in group)
    if len(names) == 1 and not (names.keys() & {"A", "Q"}):
        return False
    if names.keys() == {"Q"} and not any(_inline(document.text, *item.content, {1: {"A"}}) for item in group):
        return False
    if max(names.values()) < 2 and (named or (len(names) < 3 and not _asks(names))):
        return False
    texts = [document.text[start:end] for start, end in (item.content for item in group)]
    spoken = sum(1 for words in texts if not words or (_ENDS.search(words) and any(map(str.islower, words))))
    if spoken < 0.6 * len(group):
        return False
    stretch = group[-1].paragraph - group[0].paragraph + 1
    return len(group) >= (0.4 if named else 0.15) * stretch


def _asks(names: Counter[str]) -> bool:
    return all(name.lower() in _ASKERS for name in names)


def _turns(document: Document, group: list[_Labelled]) -> list[Turn]:
    text = document.text
    kind = "interview" if _asks(Counter(item.name for item in group)) else "transcript"
    names: Names = defaultdict(set)
    for item in group:
        names[len(item.name)] |= {"Q", "A"} if item.name in ("Q", "A") else {item.name}
    turns: list[Turn] = []
    dense = len(group) >= 0.3 * (group[-1].paragraph - group[0].paragraph + 1)
    for item, after in zip(group, [*group[1:], None], strict=False):
        pieces = [item.content] if item.content[0] < item.content[1] else []
        until = after.paragraph if after else item.paragraph + (1 if pieces else 2)
        if dense or not pieces:
            pieces += [
                (start, end)
                for start, end in document.paragraphs[item.paragraph + 1 : until]
                if not _ASIDE.fullmatch(text, start, end)
            ]
        turns.extend(_split_inline(text, kind, item.label, pieces, names))
    return turns


def _split_inline(text: str, kind: str, label: Piece, pieces: list[Piece], names: Names) -> Iterator[Turn]:
    """One turn, or several when known labels stand inside the paragraph, behind the end of a sentence."""
    parts: list[Piece] = []
    for start, end in pieces:
        left = start
        for match in _inline(text, start, end, names):
            if piece := _bare(text, left, match.start()):
                parts.append(piece)
            if parts:
                yield Turn(kind, label, tuple(parts))
            label, parts, left = match.span("label"), [], match.end()
        if piece := _bare(text, left, end):
            parts.append(piece)
    if parts:
        yield Turn(kind, label, tuple(parts))


def _inline(text: str, start: int, end: int, names: Names) -> list[regex.Match[str]]:
    """Known labels, given by their length, behind the end of a sentence inside a paragraph."""
    found = []
    at = text.find(":", start, end)
    while at >= 0:
        for length, known in names.items():
            left = at - length
            if left > start and text[left:at] in known and text[left - 1].isspace():
                before = text[max(start, left - 3) : left].rstrip()
                if before[-1:] in tuple('.?!…”"’)') and (match := _LABEL.match(text, left, end)):
                    found.append(match)
                    break
        at = text.find(":", at + 1, end)
    return found


def _bare(text: str, start: int, end: int) -> Piece | None:
    """The words without white space, and without marks: the pair that encloses them all, or the one mark at an edge
    whose fellow stands elsewhere, around a whole transcript."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    close = _CLOSING.get(text[start : start + 1])
    if close and end - start > 2 and text[end - 1] == close and close not in text[start + 1 : end - 1]:
        start, end = start + 1, end - 1
    elif close and close not in "’'" and close not in text[start + 1 : end]:
        start += 1
    elif (opening := _OPENING.get(text[end - 1 : end])) and opening not in text[start : end - 1]:
        end -= 1
    return (start, end) if end > start else None


def press_turns(document: Document) -> list[Turn]:
    """Press releases: «“…” – Commissioner X», and «And from Chair Y:» before a paragraph in marks."""
    text = document.text
    paragraphs = document.paragraphs
    turns: list[Turn] = []
    for index, (start, end) in enumerate(paragraphs):
        after = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if text[start] in '“"‘«':
            if signed := _signed(text, start, end):
                turns.append(signed)
            elif after and text[after[0]] in "–—―-" and after[1] - after[0] < 160 and text[end - 1] in '”"’»':
                signer = _signer(text, *after)
                if signer and (piece := _bare(text, start, end)):
                    turns.append(Turn("press", signer, (piece,)))
        elif after and end - start < 200 and text[after[0]] in '“"‘«':
            lead = _FROM.match(text, start, end)
            if lead and (parts := _statement(document, index + 1)):
                turns.append(Turn("press", lead.span("label"), parts))
    return turns


def _statement(document: Document, index: int) -> tuple[Piece, ...]:
    """A statement in marks, with the paragraphs after it that carry it on: each opens, only the last closes."""
    text, paragraphs = document.text, document.paragraphs
    opening = text[paragraphs[index][0]]
    parts = []
    for at in range(index, len(paragraphs)):
        start, end = paragraphs[at]
        if text[start] != opening or end - start < 2:
            break
        closed = _CLOSING[opening] in text[start + 1 : end]
        if piece := _bare(text, start, end) if closed else (start + 1, end):
            parts.append(piece)
        if closed:
            break
    return tuple(parts)


def _signed(text: str, start: int, end: int) -> Turn | None:
    """A paragraph in marks with a dash and a name behind it, none of them words of a sentence."""
    dash = max(text.rfind(mark, max(start, end - 160), end) for mark in ("–", "—", "―", " - ", "--"))
    if dash < 0:
        return None
    label = _signer(text, dash, end)
    close = start + len(text[start:dash].rstrip())
    if label is None or "\n" in text[start:end] or close - 2 <= start or text[close - 1] not in '”"’»':
        return None
    return Turn("press", label, ((start + 1, close - 1),))


def _signer(text: str, start: int, end: int) -> Piece | None:
    """The name behind a dash, when what stands there is a name with its role and no sentence."""
    signature = _SIGNATURE.match(text, start, end)
    if signature is None or text[end - 1] in "–—―-":
        return None
    left, right = signature.span("label")
    words = text[left:right].split()
    if sum(word[0].islower() for word in words) > 0.6 * len(words) or len(words) > 18:
        return None
    return left, left + len(text[left:right].rstrip("."))


def headline_turns(document: Document) -> list[Turn]:
    """Headlines: «Minister: ‘No deal’» and «‘No deal’, says minister», in the first three paragraphs."""
    turns = []
    for start, end in document.paragraphs[:3]:
        if end - start > 260:
            continue
        if match := _HEAD_COLON.match(document.text, start, end):
            label = _subject(document.text, *match.span("label"))
        elif (match := _HEAD_TAG.match(document.text, start, end)) and match["verb"] in verbs_of_tags():
            label = match.span("label")
        else:
            continue
        if piece := _bare(document.text, *match.span("words")):
            turns.append(Turn("headline", label, (piece,)))
    return turns


def _subject(text: str, start: int, end: int) -> Piece:
    """The speaker in a headline's label: "Ruiz" of "Ruiz Warns Rivals" and of "A lesson from Ruiz"."""
    origin = text.rfind(" from ", start, end)
    if origin > 0:
        return origin + 6, end
    tokens = Tokens(text[start:end].lower())
    for at, (left, name) in enumerate(zip(tokens.starts, tokens.tags, strict=False)):
        if at and (name in ("VBZ", "VBD", "VBP") or tokens.words[at] == "on"):
            return start, start + len(text[start : start + left].rstrip())
    return start, end
