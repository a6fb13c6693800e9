"""Passages in quotation marks: pairing by paragraph, nesting, and quotations that run on through paragraphs.

Every paragraph is read by itself, so that one unbalanced mark harms no other, save that a passage left open joins the
next paragraph when that opens with the same mark.  Double marks and guillemets are paired first, since they are never
apostrophes; then single marks, inside the passages found and around them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import attrgetter

from attrs import frozen

from quotex.detect.marks.italics import spoken_in_italics
from quotex.detect.marks.marks import ITALIC, SINGLE, Mark, find_marks, weigh_marks
from quotex.detect.marks.pairing import pair_marks
from quotex.lexicon.verbs import verbs_of_tags
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.notes import NICKNAME
from quotex.records import Span

_LEFT_OPEN = 2.0  # a passage that its paragraph does not close
_RUNS_ON = 0.4  # the same when the next paragraph opens with the same mark
_NEVER = float("inf")
_LONGEST_ASIDE = 400  # characters; a longer stretch between single marks is no quotation where double marks speak
# «“I am not going, Anna said.»
_TAG = pattern(
    r",\s(?:(?P<verb>\p{Ll}{3,12})\s(?:\p{Lu}[\p{Ll}’'-]{1,20}|he|she)|(?:\p{Lu}[\p{Ll}’'-]{1,20}|he|she)\s(?P<verb>\p{Ll}{3,12}))\."
)
_LONGEST_SPEECH = 400  # characters in which such a tag is looked for
_NICKNAME = 52  # characters of the longest nickname, marks included
_DEEPEST = 16  # levels of nesting that are kept


@frozen
class Passage:
    """Mark a stretch of text in quotation marks.

    Attributes:
        span: The words inside the marks, through all paragraphs if the quotation continues.
        marks: The same, with the marks.
        nested: The passages directly inside this one.
        closed: False if no closing mark was found; the passage then ends with its paragraph.
        parts: The words inside the marks, paragraph by paragraph.
    """

    span: Span
    marks: Span
    nested: tuple[Passage, ...] = ()
    closed: bool = True
    parts: tuple[Span, ...] = ()


class Quoted:
    """The light form of a passage: ``parts`` are ``(start, end)`` inside the marks, one per paragraph."""

    __slots__ = ("closed", "end", "family", "nested", "paragraph", "parts", "start")

    def __init__(self, start: int, end: int, inner: tuple[int, int], family: int, closed: bool, paragraph: int) -> None:
        self.start = start
        self.end = end
        self.parts = [inner]
        self.family = family
        self.closed = closed
        self.paragraph = paragraph
        self.nested: list[Quoted] = []

    @property
    def inner(self) -> tuple[int, int]:
        """Start and end of the words inside the marks."""
        return self.parts[0][0], self.parts[-1][1]

    def __repr__(self) -> str:
        return f"Quoted({self.start}, {self.end}, parts={self.parts}, closed={self.closed})"


def find_passages(document: Document) -> tuple[Passage, ...]:
    """Return the outermost passages in quotation marks, in order.

    >>> [passage.span.text for passage in find_passages(Document('"I said ‘no’," he said. "Go!"'))]
    ['I said ‘no’,', 'Go!']
    """
    return tuple(_record(document, quoted) for quoted in document.once(read_passages))


def _record(document: Document, quoted: Quoted) -> Passage:
    return Passage(
        span=document.span(*quoted.inner),
        marks=document.span(quoted.start, quoted.end),
        nested=tuple(_record(document, inner) for inner in quoted.nested),
        closed=quoted.closed,
        parts=tuple(document.span(*part) for part in quoted.parts),
    )


def read_passages(document: Document) -> list[Quoted]:
    """Return the outermost passages in their light form; use as ``document.once(read_passages)``.

    The marks around a nickname within a name (Marcia “Cia” Lund) are none of a passage.
    """
    marks = find_marks(document.text)
    passages = [quoted for quoted in _read_marks(document, marks) if not _is_nickname(document.text, quoted)]
    return _with_italics(document, passages)


def _is_nickname(text: str, quoted: Quoted) -> bool:
    return quoted.end - quoted.start <= _NICKNAME and NICKNAME.match(text, quoted.start) is not None


def _with_italics(document: Document, passages: list[Quoted]) -> list[Quoted]:
    """Add the words that are spoken in italics, outside of marks."""
    found = []
    starts = [passage.start for passage in passages]
    for start, end, number in spoken_in_italics(document.text, document.paragraphs):
        at = bisect_right(starts, start) - 1
        if at < 0 or passages[at].end <= start:
            found.append(Quoted(start, end, (start + 1, end - 1), ITALIC, True, number))
    return sorted([*passages, *found], key=attrgetter("start")) if found else passages


def _read_marks(document: Document, marks: list[Mark]) -> list[Quoted]:
    paragraphs = _marks_by_paragraph(document, marks)
    singles = singles_speak(document.text, paragraphs)
    passages: list[Quoted] = []
    for index, (number, inside) in enumerate(paragraphs):
        start, end = document.paragraphs[number]
        follows = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        next_family = None
        if follows and follows[0] == number + 1 and follows[1][0].start == document.paragraphs[number + 1][0]:
            next_family = follows[1][0].family
        weigh_marks(document.text, inside, start, end, singles)
        if _closes(document.text, passages, inside[0], number, start):
            inside = inside[1:]
        found = _pair_paragraph(document.text, inside, number, end, singles, next_family)
        _join(document.text, passages, _nest(found), start)
    return passages


def _marks_by_paragraph(document: Document, marks: Iterable[Mark]) -> list[tuple[int, list[Mark]]]:
    """``(number of the paragraph, its marks)`` for the paragraphs that have any."""
    grouped: list[tuple[int, list[Mark]]] = []
    paragraphs = document.paragraphs
    number, last = 0, -1
    for mark in marks:
        while number < len(paragraphs) and paragraphs[number][1] <= mark.start:
            number += 1
        if number == len(paragraphs):
            break
        if number != last:
            grouped.append((number, []))
            last = number
        grouped[-1][1].append(mark)
    return grouped


def singles_speak(text: str, paragraphs: Iterable[tuple[int, list[Mark]]]) -> bool:
    """Tell whether single marks open the dialogue of the text, as in British books, by counting both uses.

    A mark speaks where it opens a paragraph before a capital, or closes behind a comma or full stop.
    """
    singles = doubles = 0
    for _, marks in paragraphs:
        first = marks[0]
        for mark in marks:
            before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
            opens = mark is first and (not before or before.isspace()) and after.isupper()
            closes = before in (",", ".", "!", "?", "—", "-") and (not after or after.isspace())
            if opens or closes:
                if mark.family == SINGLE:
                    singles += 1
                else:
                    doubles += 1
    return singles > doubles


def _pair_paragraph(
    text: str, marks: Sequence[Mark], number: int, end: int, singles: bool, next_family: int | None
) -> list[Quoted]:
    """All passages of one paragraph, of every family, not yet nested."""
    found: list[Quoted] = []
    families = dict.fromkeys(mark.family for mark in marks)
    for family in families:
        if family != SINGLE:
            cost = _RUNS_ON if next_family == family else _LEFT_OPEN
            if singles and marks[0].family == SINGLE:
                cost = _NEVER
            found += _quoted(text, [mark for mark in marks if mark.family == family], number, end, cost)
    if SINGLE in families:
        apostrophes = [mark for mark in marks if mark.family == SINGLE]
        outer = _outermost(found)
        for group, inside in _split_by(apostrophes, outer, together=singles):
            cost = _NEVER
            if singles and not inside:
                cost = _RUNS_ON if next_family == SINGLE else _LEFT_OPEN
            quoted = _quoted(text, group, number, end, cost)
            if not singles and not inside:
                quoted = [q for q in quoted if q.end - q.start <= _LONGEST_ASIDE]
            found += quoted
    return found


def _quoted(text: str, marks: Sequence[Mark], number: int, end: int, left_open: float) -> list[Quoted]:
    passages = []
    for opening, closing in pair_marks(marks, left_open):
        first, last = opening.end, closing.start if closing else end
        while first < last and text[first].isspace():
            first += 1
        while first < last and text[last - 1].isspace():
            last -= 1
        if first < last:
            outer_end = closing.end if closing else end
            passages.append(
                Quoted(opening.start, outer_end, (first, last), opening.family, closing is not None, number)
            )
    return passages


def _outermost(passages: Iterable[Quoted]) -> list[Quoted]:
    kept: list[Quoted] = []
    for passage in sorted(passages, key=lambda p: (p.start, -p.end)):
        if not kept or passage.start >= kept[-1].end:
            kept.append(passage)
    return kept


def _split_by(marks: Sequence[Mark], passages: Sequence[Quoted], together: bool) -> Iterable[tuple[list[Mark], bool]]:
    """Single marks in groups that may pair with each other, and whether the group lies inside a passage.

    Those inside a passage stay among themselves; those outside form one group when ``together``, else one for each
    stretch between two passages.
    """
    inside: list[list[Mark]] = [[] for _ in passages]
    between: list[list[Mark]] = [[] for _ in range(len(passages) + 1)]
    number = 0
    for mark in marks:
        while number < len(passages) and passages[number].end <= mark.start:
            number += 1
        if number < len(passages) and passages[number].start <= mark.start:
            inside[number].append(mark)
        else:
            between[0 if together else number].append(mark)
    yield from ((group, True) for group in inside if group)
    yield from ((group, False) for group in between if group)


def _nest(passages: Iterable[Quoted]) -> list[Quoted]:
    """Put passages into those that hold them; of two that cross, the later one is dropped."""
    top: list[Quoted] = []
    open_now: list[Quoted] = []
    for passage in sorted(passages, key=lambda p: (p.start, -p.end)):
        while open_now and open_now[-1].end <= passage.start:
            open_now.pop()
        if not open_now:
            top.append(passage)
        elif passage.end > open_now[-1].inner[1] or len(open_now) >= _DEEPEST:
            continue
        else:
            open_now[-1].nested.append(passage)
        open_now.append(passage)
    return top


def _closes(text: str, passages: Sequence[Quoted], mark: Mark, number: int, start: int) -> bool:
    """Close the passage that the paragraph before has left open with the first mark of this one, if that does so."""
    last = passages[-1] if passages else None
    if last is None or last.closed or last.family != mark.family or number != last.paragraph + len(last.parts):
        return False
    if mark.close >= min(mark.open, mark.ignore) or mark.family == SINGLE:
        return False
    end = mark.start
    while end > start and text[end - 1].isspace():
        end -= 1
    if end <= start:  # in a divided text a mark may stand between two paragraphs
        return False
    last.parts.append((start, end))
    last.end, last.closed = mark.end, True
    return True


def _lacks_mark(text: str, start: int, end: int) -> bool:
    """Tell whether a mark was forgotten, and no speech runs on: the paragraph stops in a sentence or holds a tag."""
    ended = end
    while ended > start and text[ended - 1].isspace():
        ended -= 1
    if ended > start and text[ended - 1].isalnum():
        return True
    return any(tag["verb"] in verbs_of_tags() for tag in _TAG.finditer(text, start, min(end, start + _LONGEST_SPEECH)))


def _join(text: str, passages: list[Quoted], found: list[Quoted], start: int) -> None:
    """Add the passages of the next paragraph; the first may carry on one that was left open with the same mark."""
    if passages and found:
        last, first = passages[-1], found[0]
        adjacent = first.paragraph == last.paragraph + len(last.parts)
        opens = first.start == start and text[first.start] == text[last.start]
        if not last.closed and adjacent and opens and not _lacks_mark(text, *last.parts[-1]):
            last.parts += first.parts
            last.nested += first.nested
            last.end = first.end
            last.closed = first.closed
            found = found[1:]
    passages += found
