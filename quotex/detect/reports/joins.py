"""Passages that go on after a report: «“A,” she said. “B.”» is one attribution with two parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quotex.detect.marks.passages import Quoted
from quotex.detect.reports.cues import cue_words
from quotex.detect.reports.kinds import has_words
from quotex.models import Models
from quotex.models.bins import count
from quotex.models.linear import Linear
from quotex.read.document import Document

JOIN_TEMPLATES = (
    "paragraph", "paragraph kind", "paragraph kind side", "outside", "outside kind", "strong", "strong kind", "order",
    "order kind", "words", "words kind", "grade kind", "source kind", "first", "kind first", "open", "lemma", "case",
    "paragraph order kind", "rest", "rest kind", "paragraph outside strong",
)  # fmt: skip
_MOST = 12


class ReportToJoin:
    """What the join model sees of a report: where its sentence ends, and the form of its content."""

    __slots__ = ("end", "grade", "kind", "lemma", "rest", "side", "source")

    def __init__(self, end: int, kind: str, side: str, lemma: str, grade: str, source: str, rest: str) -> None:
        self.end = end
        self.kind = kind
        self.side = side
        self.lemma = lemma
        self.grade = grade
        self.source = source
        self.rest = rest


def following(
    document: Document,
    passages: Sequence[Quoted],
    told: ReportToJoin,
    index: int,
    free: Callable[[int], bool],
    decide: Callable[[int, list[str]], bool],
) -> list[int]:
    """Return the numbers of the passages from ``index`` on that join a report, each asked for while the one before
    joined."""
    joined: list[int] = []
    end = told.end
    while index < len(passages) and len(joined) < _MOST and free(index):
        left, right = passages[index].inner
        if has_words(document.text, end, left):
            break
        values = join_values(document, passages[index], told, end, len(joined))
        if not decide(index, values):
            break
        joined.append(index)
        end = max(right, document.sentence_at(max(left, right - 1)).end)
        index += 1
    return joined


def join_values(document: Document, passage: Quoted, told: ReportToJoin, end: int, order: int) -> list[str]:
    """Return the values of ``JOIN_TEMPLATES`` for the next passage; ``end`` is where the report, or its last join,
    ends."""
    text = document.text
    left, right = passage.inner
    apart = document.paragraph_at(left) - document.paragraph_at(max(0, end - 1))
    paragraph = str(min(apart, 2))
    last = document.sentence_at(max(left, right - 1))
    tail = text[right : last.end]
    outside = count(len(tail.split())) if has_words(text, right, last.end) else "0"
    strong = "-"
    lexicon = document.models.once(cue_words).forms
    for word in tail.split()[:12]:
        known = lexicon.get(word.strip(".,;:!?\"“”'’").lower())
        if known and known[1] > strong:
            strong = known[1]
    words = count(len(text[left:right].split()))
    first = text[left : left + 12].split(" ")[0].strip(".,;:!?\"“”'’").lower()
    case = "up" if text[left : left + 1].isupper() else "low"
    kind, number = told.kind, count(order)
    return [
        paragraph, paragraph + kind, paragraph + kind + told.side, outside, outside + kind, strong, strong + kind,
        number,
        number + kind, words, words + kind, told.grade + kind, told.source + kind, first, kind + first,
        ("closed" if passage.closed else "open") + paragraph, told.lemma, case + kind, paragraph + number + kind,
        told.rest, told.rest + kind, paragraph + outside + strong,
    ]  # fmt: skip


def _model(models: Models) -> Linear:
    return Linear(models.weights("joins"))


def joins(values: list[str], models: Models) -> bool:
    """Tell whether the next passage joins."""
    return models.once(_model).score(values) > 0.0
