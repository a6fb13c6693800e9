"""Who claims which words: turns, reports and speech tags together, so that no two quotations cut across each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence

from quotex.detect.genre import is_narrative
from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.front_matter import find_front_matter
from quotex.detect.layout.partition import gutters
from quotex.detect.layout.turn import Turn
from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.reports.find_reports import Report, find_reports
from quotex.detect.speech.naming import is_owned, names_something
from quotex.detect.speech.parts import goes_on, group_parts, spoken_parts
from quotex.detect.speech.speech import read_speech
from quotex.detect.tags.tag import Tag, read_loose_tag, read_tag, read_tags
from quotex.read.document import Document
from quotex.records import Factuality, Kind

Part = tuple[int, int]
LIKELY = 0.5  # of being speech, for a passage that nobody else claims
_SURE = 0.8  # of a report that says whose a passage of a story is
LEAST = 0.05  # the same under which it is none
_WORDED = "words"  # what the tag «in the words of Ana Ruiz» says: no passage beside it is anything but speech
_JOINS = ("and", "or")  # between titles in marks
_MOSTLY = 0.5  # share of a passage that a report must hold to claim it


class Claim:
    """A quotation in the making: plain numbers, until it is certain that it stays.

    Its ``sort`` is the class of its cue and the shape of its content, or what has found it: speech or a tag.
    ``spoken`` is how likely the passages that a report claims are speech by themselves.
    """

    def __init__(
        self,
        kind: Kind,
        parts: list[Part],
        cue: Part | None = None,
        source: Part | None = None,
        factuality: Factuality = "asserted",
        probability: float = 1.0,
        passages: Sequence[int] = (),
        inner: Sequence[Report] = (),
        turn: bool = False,
        sort: tuple[str, str] = ("speech", "marks"),
    ) -> None:
        self.kind = kind
        self.parts = parts
        self.cue = cue
        self.source = source
        self.factuality = factuality
        self.probability = probability
        self.passages = list(passages)
        self.inner = inner
        self.turn = turn
        self.sort = sort
        self.spoken: float | None = None

    @property
    def start(self) -> int:
        """Start of the first part."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """End of the last part."""
        return self.parts[-1][1]


def make_claims(document: Document) -> list[Claim]:
    """All quotations of a document in text order."""
    shown = document.once(find_turns)
    turns = [_of_turn(document, turn) for turn in shown]
    scripted = _scripted(document)
    passages = document.once(read_passages)
    if document.once(is_narrative):
        claims = [*turns, *spoken(document, LIKELY, scripted)]
        served = {claim.cue[1] for claim in claims if claim.cue}
        reports = _unserved(find_reports(document, served=served), claims)
        _lend_cues(document, claims, reports)
        claims += _beside(document, _passages_of(claims), _unserved(reports, claims))
    else:
        unserved = _unserved(find_reports(document), turns)
        claims = [*turns, *_reported(document, unserved, scripted)]
    claims += spoken(document, LEAST, _passages_of(claims) | scripted)
    nested = [inner for claim in claims for index in claim.passages for inner in _nested(document, passages[index])]
    within = {inner.cue for inner in nested}
    claims = [claim for claim in claims if claim.passages or claim.cue not in within] + nested
    claims = _outside_front_matter(document, claims)
    claims = without_crossings(_between_gutters(claims, gutters(document.text, shown)))
    return without_crossings([*claims, *_reported_within(claims)])


def _outside_front_matter(document: Document, claims: list[Claim]) -> list[Claim]:
    """Leave out what stands in the header or licence of a book, or in a note of its transcriber."""
    matter = document.once(find_front_matter)
    return [claim for claim in claims if not _lies_in(matter, claim)] if matter else claims


def _lies_in(stretches: Sequence[Part], claim: Claim) -> bool:
    at = bisect_left(stretches, (claim.start + 1, 0)) - 1
    return at >= 0 and claim.end <= stretches[at][1]


def _between_gutters(claims: list[Claim], gaps: Sequence[Part]) -> list[Claim]:
    """Leave line numbers and the marks of quoted mail out of what is said."""
    for claim in claims if gaps else ():
        claim.parts = [piece for part in claim.parts for piece in _cut(part, gaps)]
    return claims


def _cut(part: Part, gaps: Sequence[Part]) -> Iterator[Part]:
    start, end = part
    at = bisect_left(gaps, (start, start))
    while at < len(gaps) and gaps[at][1] < end:
        if gaps[at][0] > start:
            yield start, gaps[at][0]
        start = gaps[at][1]
        at += 1
    yield start, end


def _lend_cues(document: Document, claims: Iterable[Claim], reports: Iterable[Report]) -> None:
    """Give passages without a tag the cue and source of a report of just these words: «described it as “late”»."""
    passages = document.once(read_passages)
    bare = {claim.passages[0]: claim for claim in claims if not claim.cue and len(claim.passages) == 1}
    starts = [passage.start for passage in passages]
    for report in reports:
        if report.kind == "direct" and report.probability >= _SURE and report.source:
            held = _held(passages, starts, report.parts)
            claim = bare.get(held[0]) if len(held) == 1 else None
            if claim:
                claim.cue, claim.source = report.cue, report.source
                claim.probability = max(claim.probability, report.probability)


def _passages_of(claims: Iterable[Claim]) -> frozenset[int]:
    return frozenset(index for claim in claims for index in claim.passages)


def _reported_within(claims: Iterable[Claim]) -> Iterator[Claim]:
    """What reported clauses report themselves; a cue that serves a claim already is left to it."""
    served = sorted(claim.cue for claim in claims if claim.cue)
    for claim in claims:
        for report in claim.inner:
            if not _serves(served, report.cue):
                insort(served, report.cue)
                yield _of_report(report)


def _unserved(reports: Iterable[Report], claims: Iterable[Claim]) -> list[Report]:
    """The reports whose cue does not serve one of the claims already."""
    cues = sorted(claim.cue for claim in claims if claim.cue)
    return [report for report in reports if not _serves(cues, report.cue)]


def _serves(cues: Sequence[Part], cue: Part) -> bool:
    """Whether a cue shares words with one of some cues in text order: «started to say» with «started»."""
    after = bisect_left(cues, (cue[1], 0))
    return after > 0 and cues[after - 1][1] > cue[0]


def spoken(document: Document, likely: float, taken: frozenset[int] = frozenset()) -> list[Claim]:
    """The passages that are speech, the parts of interrupted ones together, except those ``taken``."""
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    speech = document.once(read_speech)
    narrative = document.once(is_narrative)
    claims: list[Claim] = []
    for group in document.once(group_parts):
        likelihood = {index: speech[index] for index in group if index not in taken}
        left = [index for index, share in likelihood.items() if share] or list(likelihood)
        if not left:
            continue
        beside, probability = [tags[index] for index in left], max(likelihood.values())
        if not any(beside) and all(is_owned(document.text, passages[index]) for index in left):
            continue
        if probability >= likely or any(tag and tag.lemma == _WORDED for tag in beside):
            read = spoken_parts if narrative else _all_parts
            parts = [part for index in left for part in read(document, passages[index])]
            claim = _tagged(Claim("direct", parts, probability=probability, passages=left), beside)
            if narrative and claims and goes_on(document, claims[-1].passages[-1], left[0]):
                _append(claims[-1], claim)
            else:
                claims.append(claim)
    return claims


def _append(claim: Claim, more: Claim) -> None:
    """Make the parts of a claim the last ones of another."""
    claim.parts += more.parts
    claim.probability = max(claim.probability, more.probability)
    claim.passages += more.passages


def _nested(document: Document, passage: Quoted) -> list[Claim]:
    """What the speaker quotes others as saying: passages within a passage that have a tag there."""
    claims: list[Claim] = []
    inside = passage.nested
    for index, inner in enumerate(inside):
        within = next((part for part in passage.parts if part[0] <= inner.start and inner.end <= part[1]), None)
        tag = within and read_tag(document, inside, index, within)
        if not tag:
            continue
        if claims and claims[-1].cue == (tag.cue_start, tag.cue_end):
            claims[-1].parts += inner.parts
        else:
            claims.append(_tagged(Claim("direct", list(inner.parts), sort=("tag", "marks")), [tag]))
    return claims


def _all_parts(document: Document, passage: Quoted) -> list[Part]:
    return passage.parts


def _tagged(claim: Claim, tags: Sequence[Tag | None]) -> Claim:
    tag = next((tag for tag in tags if tag), None)
    if tag:
        claim.cue = (tag.cue_start, tag.cue_end)
        claim.source = (tag.source_start, tag.source_end)
    return claim


def _of_turn(document: Document, turn: Turn) -> Claim:
    """A turn with its label as source, or with the tag between its parts."""
    claim = Claim("direct", list(turn.parts), source=turn.label, probability=turn.confidence, turn=True)
    if turn.kind in ("press", "headline"):
        passages = document.once(read_passages)
        at = bisect_left([passage.start for passage in passages], turn.start) - 1
        if at >= 0 and passages[at].inner[0] == turn.start:
            return _tagged(claim, [document.once(read_tags)[at]])
    for start, end in turn.tags:
        tag = read_loose_tag(document.text, start, end)
        if tag:
            return _tagged(claim, [tag])
    return claim


def _of_report(report: Report) -> Claim:
    kind: Kind = "mixed" if report.kind == "mixed" else "indirect" if report.kind == "indirect" else "direct"
    factuality: Factuality = "asserted"
    if report.factuality in ("negated", "hypothetical"):
        factuality = "negated" if report.factuality == "negated" else "hypothetical"
    inner = report.inner if kind != "direct" else ()
    return Claim(
        kind,
        list(report.parts),
        report.cue,
        report.source,
        factuality,
        report.probability,
        inner=inner,
        sort=report.sort,
    )


def _scripted(document: Document) -> frozenset[int]:
    """The passages that hold labels of turns: marks around a whole transcript quote nobody."""
    labels = [turn.label[0] for turn in document.once(find_turns) if turn.label]
    passages = document.once(read_passages) if labels else []
    return frozenset(
        index
        for index, passage in enumerate(passages)
        if bisect_left(labels, passage.start) < bisect_left(labels, passage.end)
    )


def _reported(document: Document, reports: Sequence[Report], scripted: frozenset[int]) -> list[Claim]:
    """The claims of a report (news): likely clauses first, then the passages that nobody claims, then doubtful clauses
    that leave these alone."""
    claims, taken = claims_of_reports(document, [report for report in reports if report.likely])
    claims += spoken(document, LIKELY, taken | scripted)
    said = taken | _passages_of(claims)
    claims += claims_of_reports(document, _leaving(document, said, (r for r in reports if not r.likely)))[0]
    return claims


def _beside(document: Document, said: Collection[int], reports: Iterable[Report]) -> list[Claim]:
    """Of the reports in a story those that leave its dialogue alone.

    Indirect ones may lie inside speech; the others have their marks around words that are not speech by themselves.
    """
    left = list(_leaving(document, said, reports))
    written = [report for report in left if report.kind == "direct" and report.likely]
    return [
        *(_of_report(report) for report in left if report.kind != "direct"),
        *claims_of_reports(document, written)[0],
    ]


def _leaving(document: Document, said: Collection[int], reports: Iterable[Report]) -> Iterator[Report]:
    """The reports without those that hold passages which are speech by themselves."""
    passages = document.once(read_passages)
    starts = [passage.start for passage in passages]
    for report in reports:
        held = _held(passages, starts, report.parts) if report.kind != "indirect" else []
        if report.kind == "indirect" or (held and not any(number in said for number in held)):
            yield report


def claims_of_reports(document: Document, reports: Iterable[Report]) -> tuple[list[Claim], frozenset[int]]:
    """The claims of reported clauses, and the indices of the passages that they take."""
    passages = document.once(read_passages)
    starts = [passage.start for passage in passages]
    group_of = {index: group for group in document.once(group_parts) for index in group}
    speech = document.once(read_speech)
    claims = []
    taken: set[int] = set()
    reports = sorted(reports, key=lambda r: -r.probability)
    told = [report for report in reports if report.kind != "indirect"]
    own = {index for report in told for index in _held(passages, starts, report.parts, report.cue)}
    for report in reports:
        claim = _of_report(report)
        held = _held(passages, starts, claim.parts, report.cue) if claim.kind != "indirect" else []
        names = bool(held) and all(names_something(document.text, passages[index]) for index in held)
        mixed = claim.kind == "mixed" and bool(held)
        outside = _outside(document.text, passages, held, claim.parts) if mixed else ""
        if names and (not claim.source or outside.strip(" ,") in _JOINS):
            continue  # «a terrier called “Sergeant”», «made her name with “Salt” and “Low Tide”»
        if mixed and not any(map(str.isalnum, outside)):
            claim.kind = "direct"
        if claim.kind == "direct" and held:
            if taken.intersection(held) or names:
                continue
            more = {other for index in held for other in group_of[index] if other not in own}
            held = sorted({*held, *more} - taken)
            claim.parts = [part for index in held for part in passages[index].parts]
            claim.spoken = max(speech[index] for index in held)
        taken.update(held)
        claim.passages = held
        claims += _apart(document.text, passages, claim) if claim.kind == "mixed" else [claim]
    return claims, frozenset(taken)


def _apart(text: str, passages: Sequence[Quoted], claim: Claim) -> list[Claim]:
    """A clause and a whole sentence in marks after it are two quotations: «She said that it rained. “I got wet.”»"""
    marks = {index: (passages[index].start, passages[index].end) for index in claim.passages}
    sentences = {
        part: index
        for part in claim.parts
        for index, (start, end) in marks.items()
        if start <= part[0] and part[1] <= end and text[max(0, start - 3) : start].rstrip()[-1:] in tuple(".!?")
    }
    clause = [part for part in claim.parts if part not in sentences]
    touched = any(start < e and s < end for start, end in marks.values() for s, e in clause)
    if not sentences or not clause or touched:
        return [claim]
    held = sorted(set(sentences.values()))
    said = [part for index in held for part in passages[index].parts]
    return [
        Claim("indirect", clause, claim.cue, claim.source, claim.factuality, claim.probability),
        Claim("direct", said, None, claim.source, probability=claim.probability, passages=held),
    ]


def _outside(text: str, passages: Sequence[Quoted], held: Sequence[int], parts: Iterable[Part]) -> str:
    """What stands in parts outside the passages they hold and their marks (``&quot;`` too)."""
    marks = [(passages[index].start, passages[index].end) for index in held]
    found = ""
    for start, end in parts:
        at = start
        for left, right in marks:
            if left < end and start < right:
                found += text[at : max(at, left)]
                at = max(at, right)
        found += text[at:end]
    return found


def _held(
    passages: Sequence[Quoted], starts: Sequence[int], parts: Iterable[Part], cue: Part | None = None
) -> list[int]:
    """Indices of the passages that lie mostly in the parts, without one that holds their cue as well."""
    held = []
    for start, end in parts:
        index = max(0, bisect_left(starts, start) - 1)
        while index < len(passages) and passages[index].start < end:
            left, right = passages[index].inner
            common = min(right, end) - max(left, start)
            if common >= _MOSTLY * (right - left) and not (cue and left <= cue[0] < right):
                held.append(index)
            index += 1
    return held


def without_crossings(claims: Iterable[Claim]) -> list[Claim]:
    """Text order, without claims that cut across a better one or repeat its words.

    Better are those with words in marks, then the likelier ones.  A claim may lie inside one part of another.
    """
    kept: list[Claim] = []
    dropped: set[int] = set()
    open_now: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.start, -c.end, c.kind == "indirect", -c.probability)):
        while open_now and open_now[-1].end <= claim.start:
            open_now.pop()
        while open_now and not _inside(claim, open_now[-1]) and _better(claim, open_now[-1]):
            dropped.add(id(open_now.pop()))
        if not open_now or _inside(claim, open_now[-1]):
            kept.append(claim)
            open_now.append(claim)
    return [claim for claim in kept if id(claim) not in dropped]


def _inside(claim: Claim, outer: Claim) -> bool:
    """Whether every part of a claim lies inside a part of another, and the two are not the same."""
    if claim.parts == outer.parts:
        return False
    return all(any(start <= s and e <= end for start, end in outer.parts) for s, e in claim.parts)


def _better(claim: Claim, other: Claim) -> bool:
    return _rank(claim) > _rank(other)


def _rank(claim: Claim) -> tuple[bool, bool, float]:
    return claim.probability >= LIKELY, claim.kind != "indirect", claim.probability
