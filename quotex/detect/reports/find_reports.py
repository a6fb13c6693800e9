"""Reported speech: whole attributions with cue, content and source, in text order.

Each sentence with a likely cue gives drafts; the likely ones stand.  Content that touches a passage in quotation marks
takes all of it, into other sentences too, and the passages that go on after it may join.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection

from attrs import Factory, define

from quotex.detect.genre import tells_story
from quotex.detect.layout.headlines import read_headline
from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.content import Content, Draft
from quotex.detect.reports.cue_span import cue_span
from quotex.detect.reports.cues import CuePlace, word_class
from quotex.detect.reports.draft_values import shape_of
from quotex.detect.reports.factuality import embedded, factuality_of
from quotex.detect.reports.find_drafts import find_drafts, inner_drafts
from quotex.detect.reports.fixed_forms.asked_before import find_asked
from quotex.detect.reports.fixed_forms.viewpoints import find_viewpoints
from quotex.detect.reports.joins import ReportToJoin, following, joins
from quotex.detect.reports.kinds import Marked, shape, with_signs
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.skim import LONGEST, sentences_to_read
from quotex.detect.reports.sources.find_source import find_source
from quotex.detect.reports.story_reports import reports_in_story
from quotex.models.bins import count
from quotex.patterns import plain
from quotex.read.document import Document
from quotex.records import Factuality, Kind

Span = tuple[int, int]
LEAST = 0.08  # the probability of a draft under which it is none
_QUOTED_BAR = 0.12  # tuned on the last fifth of the training articles
_JOINED_BAR = 0.25  # under which no passages of other sentences join
_MOST_READ_WITHIN = 4  # reports of one sentence whose words are read again: more are a list of words
_SURE_OUTER = 0.5  # what holds a likelier report must itself be likely: «when asked, he dismissed it as …»
_HEADLINE_PRECISION = 0.84  # on the training articles
_END_OF_LINE = plain(r"[^\S\n]*\n")
_VIEWPOINT_PRECISION = 0.8  # all four found in the training articles are right, too few to say more


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
        likely: Whether it stands by itself; the others only stand where nothing likelier does.
        sort: The class of its cue and the shape of its content.
        inner: What the reported words report themselves.
    """

    cue: Span
    source: Span | None
    parts: tuple[Span, ...]
    kind: Kind
    factuality: Factuality
    probability: float
    likely: bool = True
    sort: tuple[str, str] = ("v-", "clause")
    inner: list[Report] = Factory(list)


def find_reports(document: Document, *, served: Collection[int] = (), said: Collection[int] = ()) -> tuple[Report, ...]:
    """Find what the text reports people to have said.

    A report may lie inside another one's content; apart from that no two overlap.

    Args:
        document: The text.
        served: Where the cues of quotations that are known already end: a sentence with no other cue is not read.
        said: The numbers of the passages that are speech by themselves and go on with no report.
    """
    marked = document.once(_marked)
    headline = _headline(document, marked)
    reports: list[Report] = []
    open_ended: list[tuple[ReportToJoin, Report]] = []
    for sentence in sentences_to_read(document, marked, served, headline is not None):
        near = [marked.inner[number] for number in marked.touching(sentence.start, sentence.end)]
        found = _reports_of(document, Frame(document, sentence, near), marked, served)
        reports += [report for _, report in found]
        if marked.passages:
            open_ended += _open_ended(found)
    if marked.passages:
        _join(document, reports, open_ended, marked, {*said, *_told_by_tags(document, marked, served)})
    reports.sort(key=_start)
    viewpoints = _viewpoints(document, marked, [report for report in reports if report.likely])
    reports = [report for report in reports if not any(_overlap(report.cue, view.cue) for view in viewpoints)]
    reports += viewpoints
    if headline:
        reports.append(headline)
    return tuple(sorted(reports, key=lambda report: (report.parts, report.cue)))


def _marked(document: Document) -> Marked:
    return Marked(document.once(read_passages))


def _reports_of(
    document: Document, frame: Frame, marked: Marked, served: Collection[int]
) -> list[tuple[Draft, Report]]:
    """Return the reports of one sentence, each with its draft."""
    drafts = find_drafts(frame, served)
    stand = [draft for draft in drafts if draft.probability >= LEAST]
    for _, rule in REFUSED:
        stand = [draft for draft in stand if not rule(document, draft)]
    found = _decided(document, _compatible(stand), marked)
    for draft, report in found[:_MOST_READ_WITHIN]:
        report.inner = _inner(document, draft, report, marked)
    for _, report in found:
        _lend_sources(report, [other for _, other in found])
    if frame.size and ":" in frame.gap[frame.size]:
        announced = _announced(document, frame, drafts, marked)
        if announced:
            found = [pair for pair in found if pair[0].place.at != announced[0].place.at]
            if all(report.parts[-1][1] < frame.ends[-1] for _, report in found):
                found.append(announced)
    return found


def _decided(document: Document, drafts: list[Draft], marked: Marked) -> list[tuple[Draft, Report]]:
    """Each of the drafts that stand together with its report."""
    taken = [draft.place.at for draft in drafts if _is_likely(draft)]
    return [(draft, _report(document, draft, marked, taken)) for draft in drafts]


def _inner(document: Document, draft: Draft, outer: Report, marked: Marked) -> list[Report]:
    """Return what the content of a report reports itself."""
    reports = []
    for inner, report in _decided(document, _compatible(inner_drafts(draft)), marked):
        if not inner.frame.finite[inner.place.first]:
            report.factuality = embedded(draft, report.factuality)
        reports.append(report)
    return [r for r in reports if r.parts != outer.parts and all(_lies_in(part, outer.parts) for part in r.parts)]


def _lend_sources(outer: Report, reports: list[Report]) -> None:
    """Give reports within the content of another the source that the content itself shows."""
    inner = {report.cue[1]: report for report in outer.inner}
    for report in reports:
        within = inner.get(report.cue[1])
        if within and report.source and not _lies_in(report.source, outer.parts):
            report.source = within.source


def _lies_in(part: Span, parts: tuple[Span, ...]) -> bool:
    return any(start <= part[0] and part[1] <= end for start, end in parts)


def _is_button(document: Document, draft: Draft) -> bool:
    """Tell whether a cue is the only word of its line, above more lines: a button of a page, as «close»."""
    text = document.text
    start, end = draft.frame.span(draft.place.at, draft.place.at + 1)
    if not _END_OF_LINE.match(text, end):
        return False
    while start and text[start - 1] != "\n" and text[start - 1].isspace():
        start -= 1
    return start == 0 or text[start - 1] == "\n"


def _is_action(document: Document, draft: Draft) -> bool:
    """Tell whether a story tells with these words what somebody does: «she went to the door»."""
    return document.once(tells_story) and not reports_in_story(draft)


# Drafts that make no report; the ids are those of ``lexicon/detection_rules.tsv``.
REFUSED: tuple[tuple[str, Callable[[Document, Draft], bool]], ...] = (
    ("button of a page", _is_button),
    ("action in a story", _is_action),
)


def _is_likely(draft: Draft) -> bool:
    bar: float = draft.frame.models.weights("drafts")["threshold"]
    return draft.probability >= bar or (draft.probability >= _QUOTED_BAR and _quotes(draft))


def _quotes(draft: Draft) -> bool:
    """Tell whether the cue stands outside marks and its content is in them: hardly ever anything but speech."""
    frame = draft.frame
    words = [frame.quoted[i] for start, end in draft.content.parts for i in range(start, end)]
    return len(words) > 3 and frame.quoted[draft.place.at] < 0 and all(number >= 0 for number in words)


def _announced(document: Document, frame: Frame, drafts: list[Draft], marked: Marked) -> tuple[Draft, Report] | None:
    """«Ms. Ruiz wrote:» before a passage in the next paragraph."""
    cue = max((d for d in drafts if d.place.at >= frame.size - 6), key=lambda d: d.cue_score, default=None)
    number = marked.follows(document.text, frame.end)
    if cue is None or cue.cue_score < 0.0 or number is None:
        return None
    source, share = find_source(frame, cue.place, Content((), "R", 1.0))
    draft = Draft(
        frame,
        cue.place,
        cue.cue_score,
        Content(((frame.size - 1, frame.size),), "R", 1.0),
        source,
        share,
    )
    report = _report(document, draft, marked)
    report.kind, report.parts = "direct", tuple(marked.passages[number].parts)
    return draft, report


def _headline(document: Document, marked: Marked) -> Report | None:
    """Return the report of a headline with a colon."""
    found = read_headline(document)
    if found is None:
        return None
    cue, source, content = found
    kind, parts = shape(document.text, [content], marked)
    return Report(cue, source, parts, kind, "asserted", _HEADLINE_PRECISION)


def _viewpoints(document: Document, marked: Marked, reports: list[Report]) -> list[Report]:
    """Return the reports of phrases such as «in the view of Ana Ruiz» that no other report cuts across or repeats."""
    found = []
    starts = [_start(report) for report in reports]
    for cue, source, content in (*find_viewpoints(document), *find_asked(document)):
        first, last = min(cue[0], content[0][0]), max(source[1], cue[1], content[-1][1])
        near = reports[bisect_left(starts, first - LONGEST) : bisect_left(starts, last)]
        near = [report for report in near if not _overlap(report.cue, cue)]
        if marked.touching(*cue) or not all(_apart_or_inside(report, content, (first, last)) for report in near):
            continue
        kind, parts = shape(document.text, content, marked)
        found.append(Report(cue, source, parts, kind, "asserted", _VIEWPOINT_PRECISION))
    return found


def _start(report: Report) -> int:
    return report.parts[0][0]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _apart_or_inside(report: Report, content: list[Span], whole: Span) -> bool:
    """Tell whether a report lies outside of a sentence, inside the content found there, or holds all of the
    sentence."""
    start, end = _start(report), _reach(report)
    if end <= whole[0] or start >= whole[1] or (start <= whole[0] and whole[1] <= end):
        return True
    return any(left <= start and end <= right and (start, end) != (left, right) for left, right in content)


def _told_by_tags(document: Document, marked: Marked, served: Collection[int]) -> set[int]:
    """Return the numbers of the passages in whose paragraph a tag of their own stands behind them: «“It is,” she
    said»."""
    told = set()
    cues = sorted(served)
    for number, passage in enumerate(marked.passages if cues else ()):
        at = bisect_left(cues, passage.inner[1])
        last = document.paragraph_at(max(passage.inner[0], passage.inner[1] - 1))
        if at < len(cues) and cues[at] <= document.paragraphs[last][1]:
            told.add(number)
    return told


def _open_ended(found: list[tuple[Draft, Report]]) -> list[tuple[ReportToJoin, Report]]:
    """Return the report of a sentence that passages after the sentence may join, if any.

    It is described here, sentence by sentence, because the drafts of a long text take too much memory to be kept.
    """
    last: tuple[Draft, Report] | None = None
    for draft, report in found:
        if draft.probability < _JOINED_BAR and not report.likely:
            continue
        if draft.frame.quoted[draft.place.at] < 0 and (last is None or _reach(report) >= _reach(last[1])):
            last = draft, report
    if last is None:
        return []
    draft, report = last
    facts = told_facts(draft.frame, draft.place, draft.content, draft.source is not None)
    return [(ReportToJoin(max(draft.frame.end, _reach(report)), *facts), report)]


def _join(
    document: Document,
    reports: list[Report],
    open_ended: list[tuple[ReportToJoin, Report]],
    marked: Marked,
    told_by_tags: Collection[int],
) -> None:
    """Give reports the passages that go on after their sentence, where neither another report nor a tag has them."""
    taken = {number for report in reports for part in report.parts for number in marked.touching(*part)}
    taken.update(told_by_tags)
    for told, report in open_ended:
        numbers = following(document, marked.passages, told, marked.after(told.end), lambda n: n not in taken,
                            lambda _, values: joins(values, document.models))  # fmt: skip
        if numbers:
            taken.update(numbers)
            more = [part for number in numbers for part in marked.passages[number].parts]
            report.kind, report.parts = shape(document.text, [*report.parts, *more], marked)


def _reach(report: Report) -> int:
    return report.parts[-1][1]


def told_facts(frame: Frame, place: CuePlace, content: Content, sourced: bool) -> tuple[str, str, str, str, str, str]:
    """Return what the join model asks of a report: kind, side, lemma, grade, whether it has a source, and what ends its
    sentence."""
    quoted = [frame.quoted[i] >= 0 for start, end in content.parts for i in range(start, end)]
    kind = "all" if all(quoted) else "last" if quoted and quoted[-1] else "some" if any(quoted) else "none"
    last = max((end for _, end in content.parts), default=0)
    rest = "end" if last == frame.size else frame.gap[last][:1] + count(min(9, frame.size - last))
    return kind, content.side, place.lemma, place.grade, "s" if sourced else "-", rest + frame.gap[frame.size]


def _compatible(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those whose content cuts across that of a likelier one."""
    if len(drafts) < 2:
        return drafts
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -d.probability):
        if all(_nested_or_apart(draft, other) for other in kept):
            kept.append(draft)
    return sorted(kept, key=lambda d: d.place.at)


def _nested_or_apart(one: Draft, other: Draft) -> bool:
    first = {i for s, e in one.content.parts for i in range(s, e)}
    second = {i for s, e in other.content.parts for i in range(s, e)}
    if first == second or (second < first and one.probability < _SURE_OUTER):
        return False
    return not first & second or first < second or second < first


def _report(document: Document, draft: Draft, marked: Marked, taken: Collection[int] = ()) -> Report:
    frame = draft.frame
    around = marked.around(frame.starts[draft.place.at]) if frame.quoted[draft.place.at] >= 0 else marked
    kind, parts = shape(
        document.text,
        [with_signs(document.text, *_whole(frame, part, marked, draft.place.at)) for part in draft.content.parts],
        around,
    )
    source = frame.span(*draft.source) if draft.source else None
    cue = cue_span(draft, taken)
    factuality = factuality_of(draft, cue)
    sort = word_class(frame, draft.place.at), shape_of(draft)
    return Report(frame.span(*cue), source, parts, kind, factuality, draft.probability, _is_likely(draft), sort)


def _whole(frame: Frame, part: Span, marked: Marked, cue: int) -> Span:
    """Offsets of a part, with the rest of the passages at its edges that begin or end outside the sentence."""
    start, end = frame.span(*part)
    if frame.quoted[cue] >= 0:
        return start, end
    if part[0] == 0:
        for number in marked.touching(frame.start - 1, start + 1):
            start = min(start, marked.inner[number][0])
    if part[1] == frame.size:
        for number in marked.touching(end - 1, frame.end + 1):
            if marked.inner[number][0] < frame.end:
                end = max(end, marked.inner[number][1])
    return start, end
