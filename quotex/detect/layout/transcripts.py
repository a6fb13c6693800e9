"""Speech that is shown by layout instead of quotation marks.

Dialogue dashes, the turns of transcripts and interviews, and the forms of press releases and headlines.  A single
colon proves nothing: labels count only where they come back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import regex

from quotex.detect.layout.turn import Names, Piece, Turn, bare
from quotex.patterns import pattern
from quotex.read.document import Document

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
            if piece := bare(text, left, match.start()):
                parts.append(piece)
            if parts:
                yield Turn(kind, label, tuple(parts))
            label, parts, left = match.span("label"), [], match.end()
        if piece := bare(text, left, end):
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
