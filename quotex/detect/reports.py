"""Reported speech: whole attributions with cue, content and source, in text order.

Each sentence with a likely cue gives drafts; the likely ones stand.  Content that touches a passage in quotation marks
takes all of it, into other sentences too, and the passages that go on after it may join.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import define

from quotex.detect.clauses import Content, Place
from quotex.detect.cues import count, cue_words
from quotex.detect.drafts import Draft, find_drafts
from quotex.detect.factuality import factuality_of
from quotex.detect.frame import Frame
from quotex.detect.joins import Told, following, joins
from quotex.detect.passages import Quoted, read_passages
from quotex.models import load_model
from quotex.read.document import Document, Sentence

Span = tuple[int, int]


@define
class Report:
    """One attribution found in running text; all positions are offsets into the document's text, end exclusive.

    Attributes:
        cue: The words that introduce the report ("has said", "according to").
        source: The noun phrase whose words they are, or None.
        parts: The reported words, in order.
        kind: ``"direct"``, ``"mixed"`` or ``"indirect"``, by how much of it stands in quotation marks.
        factuality: ``"asserted"``, ``"negated"`` or ``"hypothetical"``.
        probability: How likely this is a report with this content.
    """

    cue: Span
    source: Span | None
    parts: tuple[Span, ...]
    kind: str
    factuality: str
    probability: float


def find_reports(document: Document, *, quoted_only: bool = False) -> tuple[Report, ...]:
    """Find what the text reports people to have said.

    A report may lie inside another one's content; apart from that no two overlap.

    Args:
        document: The text.
        quoted_only: Look only at sentences with words in quotation marks; the direct and mixed reports are the same.
    """
    passages = document.once(read_passages)
    regions = [passage.inner for passage in passages]
    bar = load_model("cues")["threshold"]
    found: list[tuple[Draft, Report]] = []
    for sentence in _sentences(document, regions, quoted_only):
        frame = Frame(document, sentence, _near(regions, sentence))
        likely = [draft for draft in find_drafts(frame) if draft.probability >= bar]
        found += [(draft, _report(document, draft, passages)) for draft in _compatible(likely)]
    if passages:
        _join(document, found, passages)
    return tuple(sorted((report for _, report in found), key=lambda report: (report.parts, report.cue)))


def _join(document: Document, found: list[tuple[Draft, Report]], passages: Sequence[Quoted]) -> None:
    """Give reports the passages that go on after their sentence, where no other report has them."""
    begins = [passage.start for passage in passages]
    taken = set()
    for _, report in found:
        for number, passage in enumerate(passages):
            left, right = passage.inner
            if any(start < right and left < end for start, end in report.parts):
                taken.add(number)
    last: dict[int, tuple[Draft, Report]] = {}
    for draft, report in found:
        place = draft.frame.start
        if draft.frame.quoted[draft.place.at] < 0 and (place not in last or _reach(report) >= _reach(last[place][1])):
            last[place] = (draft, report)
    for draft, report in last.values():
        end = max(draft.frame.end, _reach(report))
        told = Told(end, *told_facts(draft.frame, draft.place, draft.content, draft.source is not None))
        numbers = following(document, passages, told, bisect_right(begins, end - 1), lambda n: n not in taken,
                            lambda _, values: joins(values))  # fmt: skip
        if numbers:
            taken.update(numbers)
            more = [part for number in numbers for part in passages[number].parts]
            report.kind, parts = _kind(document.text, [*report.parts, *more], passages)
            report.parts = tuple(parts)


def _reach(report: Report) -> int:
    return report.parts[-1][1]


def told_facts(frame: Frame, place: Place, content: Content, sourced: bool) -> tuple[str, str, str, str, str, str]:
    """What the join model asks of a report: kind, side, lemma, grade, whether it has a source, and what ends its sentence."""
    quoted = [frame.quoted[i] >= 0 for start, end in content.parts for i in range(start, end)]
    kind = "all" if all(quoted) else "last" if quoted and quoted[-1] else "some" if any(quoted) else "none"
    last = max((end for _, end in content.parts), default=0)
    rest = "end" if last == frame.size else frame.gap[last][:1] + count(min(9, frame.size - last))
    return kind, content.side, place.lemma, place.grade, "s" if sourced else "-", rest + frame.gap[frame.size]


def _sentences(document: Document, regions: Sequence[Span], quoted_only: bool) -> list[Sentence]:
    """The sentences worth reading: with a candidate cue, and on request only those that touch a passage."""
    found = []
    lexicon = cue_words()
    for number in range(len(document.paragraphs)):
        for sentence in document.sentences_of(number):
            if quoted_only and not _near(regions, sentence):
                continue
            if not lexicon.keys().isdisjoint(sentence.tokens.lower):
                found.append(sentence)
    return found


def _near(regions: Sequence[Span], sentence: Sentence) -> list[Span]:
    """The passages that overlap a sentence."""
    return [span for span in regions if span[0] < sentence.end and sentence.start < span[1]]


def _compatible(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those whose content cuts across that of a likelier one."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.probability):
        if all(_nested_or_apart(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.place.at)


def _nested_or_apart(one: Draft, other: Draft) -> bool:
    first = {i for s, e in one.content.parts for i in range(s, e)}
    second = {i for s, e in other.content.parts for i in range(s, e)}
    if first == second:
        return False
    return not first & second or first < second or second < first


def _report(document: Document, draft: Draft, passages: Sequence[Quoted]) -> Report:
    frame = draft.frame
    parts = [_whole(frame, part, passages, draft.place.at) for part in draft.content.parts]
    kind, parts = _kind(document.text, parts, passages)
    source = frame.span(*draft.source) if draft.source else None
    cue = frame.span(draft.place.first, draft.place.at + 1)
    return Report(cue, source, tuple(parts), kind, factuality_of(frame, draft.place), draft.probability)


def _whole(frame: Frame, part: tuple[int, int], passages: Sequence[Quoted], cue: int) -> Span:
    """Offsets of a part, with the rest of the passages at its edges that begin or end outside the sentence."""
    start, end = frame.span(*part)
    if frame.quoted[cue] >= 0:
        return start, end
    for passage in passages:
        left, right = passage.inner
        if left < frame.start < right and part[0] == 0:
            start = min(start, left)
        if left < frame.end < right and part[1] == frame.size:
            end = max(end, right)
    return start, end


def _kind(text: str, parts: list[Span], passages: Sequence[Quoted]) -> tuple[str, list[Span]]:
    """The kind by the letters inside marks, and the parts with marks or without, as that kind has them."""
    inside = outside = 0
    for start, end in parts:
        at = start
        for passage in passages:
            left, right = passage.inner
            if left < end and start < right:
                outside += _letters(text, at, max(at, left))
                inside += _letters(text, max(start, left), min(end, right))
                at = max(at, right)
        outside += _letters(text, at, end)
    if not inside:
        return "indirect", parts
    kind = "mixed" if outside else "direct"
    return kind, [_edges(text, part, passages, kind) for part in parts]


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end])) if start < end else 0


def _edges(text: str, part: Span, passages: Sequence[Quoted], kind: str) -> Span:
    """A part that begins or ends with a passage, to its very edge: without the marks when direct, with them when mixed."""
    start, end = part
    for passage in passages:
        left, right = passage.inner
        if left <= start < right and not _letters(text, left, start):
            start = left if kind == "direct" else passage.start
        if left < end <= right and not _letters(text, end, right):
            end = right if kind == "direct" else passage.end
    return start, end
