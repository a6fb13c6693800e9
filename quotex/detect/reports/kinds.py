"""Compare parts of reports with passages in quotation marks: which ones they touch, which are whole at their edges, and
what kind of quotation follows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from quotex.detect.marks.passages import Quoted
from quotex.patterns import pattern
from quotex.records import Kind

Span = tuple[int, int]
_SIGNS = pattern(r"\s?[%‰](?!\w)|[°″′](?!\w)|(?<=\d)[€$£¥](?!\w)|(?<=\w)\+{1,2}(?!\w)")
_CLOSING = pattern(r"[.?!…]?(?P<bracket>[)\]])")
_ROUND = pattern(r"[()]")
_FARTHEST = 200  # characters before a part within which the bracket may open that holds it
_NEAR = 50  # characters behind an offset within which a passage can follow it


class Marked:
    """The outermost passages of a document, found by position."""

    __slots__ = ("_begins", "_ends", "_nested", "inner", "passages")

    def __init__(self, passages: Sequence[Quoted]) -> None:
        self.passages = passages
        self.inner = [passage.inner for passage in passages]
        self._begins = [start for start, _ in self.inner]
        self._ends = [end for _, end in self.inner]
        self._nested: tuple[int, Marked] | None = None

    def touching(self, start: int, end: int) -> range:
        """Return the numbers of the passages with words between two offsets."""
        return range(bisect_right(self._ends, start), bisect_left(self._begins, end))

    def hold(self, start: int, end: int) -> bool:
        """Tell whether one passage holds all between two offsets."""
        number = bisect_right(self._ends, start)
        if number == len(self.passages):
            return False
        return self.passages[number].start <= start and end <= self.passages[number].end

    def around(self, offset: int) -> Marked:
        """Return the passages nested in the one that holds an offset: what a report inside it can quote."""
        number = bisect_right(self._ends, offset)
        if self._nested is None or self._nested[0] != number:  # one passage may hold thousands of others
            self._nested = number, Marked(self.passages[number].nested)
        return self._nested[1]

    def after(self, offset: int) -> int:
        """Return the number of the first passage that begins at or behind an offset."""
        return bisect_left(self._begins, offset)

    def follows(self, text: str, offset: int) -> int | None:
        """Return the number of the passage that begins behind an offset with no word between, or None."""
        number = self.after(offset)
        if number == len(self.inner) or self._begins[number] - offset >= _NEAR:
            return None
        return None if has_words(text, offset, self._begins[number]) else number


def has_words(text: str, start: int, end: int) -> bool:
    """Tell whether a letter or digit stands between two offsets."""
    return any(map(str.isalnum, text[start:end]))


def with_signs(text: str, start: int, end: int) -> Span:
    """Return a part with the signs of its last word, and with the bracket that closes one of its own.

    >>> with_signs("it fell by 4%.", 0, 12)
    (0, 13)
    """
    end = _before_bracket(text, start, end)
    signs = _SIGNS.match(text, end)
    end = signs.end() if signs else end
    closing = _CLOSING.match(text, end)
    if closing and _is_open(text, start, end, closing["bracket"]):
        end = closing.end()
    return start, end


def _before_bracket(text: str, start: int, end: int) -> int:
    """Return where a part ends that stands in brackets with its cue: «The dog (and he said it was his) barked»."""
    before = text[max(0, start - _FARTHEST) : start]
    if before.rfind("(") <= before.rfind(")"):
        return end
    depth = 0
    for bracket in _ROUND.finditer(text, start, end):
        depth += 1 if bracket[0] == "(" else -1
        if depth < 0:
            closed: int = bracket.start()
            return max(start + 1, closed)
    return end


def _is_open(text: str, start: int, end: int, closing: str) -> bool:
    """Tell whether a bracket that such a one closes stands open at the end of a part."""
    opening = "(" if closing == ")" else "["
    return text.count(opening, start, end) > text.count(closing, start, end)


def shape(text: str, parts: Iterable[Span], marked: Marked) -> tuple[Kind, tuple[Span, ...]]:
    """Return the kind by the letters inside marks, and the parts with their marks or without, as that kind has them.

    Direct parts lie inside the marks, one per paragraph; mixed ones keep the marks at their edges.
    """
    parts = list(parts)
    inside = outside = False
    for start, end in parts:
        at = start
        for number in marked.touching(start, end):
            left, right = marked.inner[number]
            outside = outside or has_words(text, at, left)
            inside = inside or has_words(text, max(start, left), min(end, right))
            at = max(at, right)
        outside = outside or has_words(text, at, end)
    if not inside:
        return "indirect", tuple(parts)
    if outside:
        return "mixed", _apart(parts, [_with_marks(text, part, marked) for part in parts])
    return "direct", tuple(piece for part in parts for piece in _inside_marks(part, marked))


def _apart(parts: Sequence[Span], wider: Sequence[Span]) -> tuple[Span, ...]:
    """Return parts widened to their marks, as far as none reaches into the one before: a passage may begin with a
    paragraph of signs."""
    found: list[Span] = []
    for part, (start, end) in zip(parts, wider, strict=True):
        before = found[-1][1] if found else 0
        start = start if start >= before else max(part[0], before)
        if start < end:
            found.append((start, end))
    return tuple(found)


def _with_marks(text: str, part: Span, marked: Marked) -> Span:
    """A part that begins or ends with the words of a passage, with the marks there."""
    start, end = part
    for number in marked.touching(start, end):
        left, right = marked.inner[number]
        if left <= start and not has_words(text, left, start):
            start = marked.passages[number].start
        if end <= right and not has_words(text, end, right):
            end = marked.passages[number].end
    return start, end


def _inside_marks(part: Span, marked: Marked) -> list[Span]:
    """Return the pieces of a part inside marks, with the full stop or comma that belongs to them; one a paragraph."""
    start, end = part
    pieces = []
    for number in marked.touching(start, end):
        for left, right in marked.passages[number].parts:
            if left < end and start < right:
                pieces.append((left if start <= left + 2 else start, right if end >= right - 3 else end))
    return pieces
