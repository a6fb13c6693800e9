"""Turn reported clauses into claims, with the passages in quotation marks that they take."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from quotex.detect.claims.claim import LIKELY, Claim, Part, passages_of, tagged
from quotex.detect.claims.spoken import spoken
from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.reports.find_reports import Report
from quotex.detect.speech.naming import names_something
from quotex.detect.speech.parts import group_parts
from quotex.detect.speech.speech import read_speech
from quotex.detect.tags.tag import Tag, read_tags
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.records import Factuality, Kind

# "in the tone in which other men say" behind a tag.
_MANNER = pattern(r",?\s?(?:in|with)\s(?:the|an?)\s(?:\p{Ll}+\s){0,2}(?:tone|voice|way|manner|accent|air|look|smile)\b")
_SURE = 0.8  # of a report that says whose a passage of a story is
_JOINS = ("and", "or")  # between titles in marks
_MOSTLY = 0.5  # share of a passage that a report must hold to claim it


def claims_of_news(document: Document, reports: Sequence[Report], scripted: frozenset[int]) -> list[Claim]:
    """Return the claims of a news text: likely clauses first, then passages that nobody claims, then doubtful clauses
    that leave both alone."""
    claims, taken = claims_of_reports(document, [report for report in reports if report.likely])
    voiced = spoken(document, LIKELY, taken | scripted)
    claims = without_tags(claims, voiced) + voiced
    said = taken | passages_of(claims)
    claims += claims_of_reports(document, _leaving(document, said, (r for r in reports if not r.likely)))[0]
    return claims


def claims_beside_dialogue(document: Document, said: Collection[int], reports: Iterable[Report]) -> list[Claim]:
    """Return the claims of those reports in a story that leave its dialogue alone.

    An indirect report may lie inside speech.  The marks of other reports must be around words that are not speech by
    themselves.
    """
    left = list(_leaving(document, said, reports))
    written = [report for report in left if report.kind == "direct" and report.likely]
    return [
        *(_of_report(report) for report in left if report.kind != "direct"),
        *claims_of_reports(document, written)[0],
    ]


def without_told(claims: Sequence[Claim], told: Sequence[Claim]) -> list[Claim]:
    """Return claims of speech without those that a clause in marks holds and no tag stands beside.

    >>> clause, words = Claim("mixed", [(9, 30)]), Claim("direct", [(20, 29)])
    >>> without_told([words], [clause])
    []
    """
    held = sorted(part for claim in told if claim.kind == "mixed" for part in claim.parts)

    def is_told(part: Part) -> bool:
        at = bisect_left(held, (part[0] + 1, 0)) - 1
        return at >= 0 and part[1] <= held[at][1]

    return [claim for claim in claims if claim.cue is not None or not all(map(is_told, claim.parts))]


def claims_of_reports(document: Document, reports: Iterable[Report]) -> tuple[list[Claim], frozenset[int]]:
    """Return the claims of reported clauses, and the indices of the passages that they take."""
    passages = document.once(read_passages)
    starts = [passage.start for passage in passages]
    group_of = {index: group for group in document.once(group_parts) for index in group}
    speech = document.once(read_speech)
    claims = []
    taken: set[int] = set()
    reports = sorted(reports, key=lambda r: -r.probability)
    told = [report for report in reports if report.kind != "indirect"]
    own = {index for report in told for index in held_by(passages, starts, report.parts, report.cue)}
    for report in reports:
        claim = _of_report(report)
        held = held_by(passages, starts, claim.parts, report.cue) if claim.kind != "indirect" else []
        names = bool(held) and all(names_something(document.text, passages[index]) for index in held)
        kept = _of_tag(document, claim, held, group_of) if claim.kind == "mixed" and held else []
        dropped: set[int] = set(held) - set(kept) if kept else set()
        if kept:
            claim.kind, claim.source, held = "direct", None, kept
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
            more -= {other for other in more if names_something(document.text, passages[other])}
            held = sorted({*held, *more} - taken)
            if tag := _better_tag(document, claim, held[0]):
                tagged(claim, [tag])
            claim.parts = [part for index in held for part in passages[index].parts]
            claim.spoken = max(speech[index] for index in held)
        claim.passages = sorted({*held, *dropped})
        taken.update(claim.passages)
        claims += _apart(document, passages, claim) if claim.kind == "mixed" else [claim]
    return claims, frozenset(taken)


def _of_tag(document: Document, claim: Claim, held: list[int], group_of: Mapping[int, Sequence[int]]) -> list[int]:
    """Return the passages of a claim whose cue is the tag behind the first of them, if the rest belongs to that tag.

    Its subject does, "Ann" of «“No,” Ann, 76, said», or how it is said: «“No,” he says, in the tone of “never”».
    """
    tag, passage = document.once(read_tags)[held[0]], document.once(read_passages)[held[0]]
    if tag is None or (tag.cue_start, tag.cue_end) != claim.cue or tag.order == "before":
        return []
    outside = [part for part in claim.parts if part[1] > passage.end]
    if any(start <= tag.source_start and tag.source_end <= end for start, end in outside):
        return [index for index in held if index in group_of[held[0]]]
    manner = all(start >= tag.end and _MANNER.match(document.text, start) is not None for start, _ in outside)
    return held[:1] if outside and manner else []


def _better_tag(document: Document, claim: Claim, index: int) -> Tag | None:
    """Return the tag of a passage that tells more than the report that claims it: who speaks, or who speaks last before
    it.

    «“Stop,” begs the chef» behind words that the report takes for its own; «When I tell her this she shrugs: “So?”».
    """
    tag = document.once(read_tags)[index]
    if tag is None or claim.source is None or claim.cue is None:
        return tag
    start = document.once(read_passages)[index].start
    last = tag.form == "pronoun" and claim.cue[1] <= tag.source_start and tag.cue_end <= start
    return tag if last and document.text[tag.end : start].strip() == ":" else None


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


def reported_within(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield what reported clauses report in turn; a cue that already serves a claim is left to that claim."""
    served = sorted(claim.cue for claim in claims if claim.cue)
    for claim in claims:
        for report in claim.inner:
            if not _serves(served, report.cue):
                insort(served, report.cue)
                yield _of_report(report)


def unserved(reports: Iterable[Report], claims: Iterable[Claim]) -> list[Report]:
    """Return the reports whose cue does not already serve one of the claims."""
    cues = sorted(claim.cue for claim in claims if claim.cue)
    return [report for report in reports if not _serves(cues, report.cue)]


def without_tags(claims: Iterable[Claim], voiced: Iterable[Claim]) -> list[Claim]:
    """Return the claims without clauses of nobody's whose cue is the tag of a passage: «“Down!” called a voice from
    above»."""
    cues = sorted(claim.cue for claim in voiced if claim.cue)
    return [c for c in claims if c.passages or c.source or not c.cue or not _serves(cues, c.cue)]


def _serves(cues: Sequence[Part], cue: Part) -> bool:
    """Tell whether a cue shares words with one of some cues in text order: «started to say» with «started»."""
    after = bisect_left(cues, (cue[1], 0))
    return after > 0 and cues[after - 1][1] > cue[0]


def _leaving(document: Document, said: Collection[int], reports: Iterable[Report]) -> Iterator[Report]:
    """Return the reports without those that hold passages which are speech by themselves."""
    passages = document.once(read_passages)
    starts = [passage.start for passage in passages]
    for report in reports:
        held = held_by(passages, starts, report.parts) if report.kind != "indirect" else []
        if report.kind == "indirect" or (held and not any(number in said for number in held)):
            yield report


def _apart(document: Document, passages: Sequence[Quoted], claim: Claim) -> list[Claim]:
    """A clause and a whole sentence in marks after it are two quotations: «She said that it rained. “I got wet.”», «She
    said that it rained: “I got wet.”»"""
    text, tags = document.text, document.once(read_tags)
    if any(_is_said_within(tags[index], claim) for index in claim.passages):
        return [claim]  # «alleges that Bo told the clerk: “Hurry.”»
    marks = {index: (passages[index].start, passages[index].end) for index in claim.passages}
    parts = [piece for part in claim.parts for piece in _at_colon(text, [passages[i] for i in claim.passages], part)]
    sentences = {
        part: index
        for part in parts
        for index, (start, end) in marks.items()
        if start <= part[0] and part[1] <= end and text[max(0, start - 3) : start].rstrip()[-1:] in tuple(".!?:")
    }
    clause = [part for part in parts if part not in sentences]
    touched = any(start < e and s < end for start, end in marks.values() for s, e in clause)
    if not sentences or not clause or touched:
        return [claim]
    held = sorted(set(sentences.values()))
    said = [part for index in held for part in passages[index].parts]
    sort = claim.sort[0], "that" if text.startswith("that", clause[0][0]) else "clause"
    return [
        Claim("indirect", clause, claim.cue, claim.source, claim.factuality, claim.probability, sort=sort),
        Claim("direct", said, None, claim.source, probability=claim.probability, passages=held),
    ]


def _is_said_within(tag: Tag | None, claim: Claim) -> bool:
    """Tell whether the tag of a passage stands in the words of a claim: «says that Bo said: “Stop.”»."""
    return tag is not None and any(start <= tag.source_start and tag.end <= end for start, end in claim.parts)


def tagged_within(document: Document, claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the passages of reported clauses whose own tag stands in the clause, and that no other claim has."""
    passages, tags, speech = document.once(read_passages), document.once(read_tags), document.once(read_speech)
    served = {claim.cue for claim in claims}
    for claim in claims:
        for index in claim.passages if claim.kind == "mixed" else ():
            tag, passage = tags[index], passages[index]
            led_in = document.text[max(0, passage.start - 4) : passage.start].rstrip()[-1:] in (",", ":")
            whole = led_in and document.text[passage.inner[0]].isupper()
            if tag and whole and _is_said_within(tag, claim) and (tag.cue_start, tag.cue_end) not in served:
                yield tagged(Claim("direct", list(passage.parts), probability=speech[index]), [tag])


def _at_colon(text: str, passages: Iterable[Quoted], part: Part) -> list[Part]:
    """A part, or the clause before a colon and the sentence in marks behind it that ends the part."""
    for passage in passages:
        before = text[part[0] : passage.start].rstrip()
        if before.endswith(":") and part[1] >= passage.inner[1] and text[passage.inner[0]].isupper():
            return [(part[0], part[0] + len(before) - 1), passage.inner]
    return [part]


def _outside(text: str, passages: Sequence[Quoted], held: Sequence[int], parts: Iterable[Part]) -> str:
    """Return what stands in parts outside the passages they hold and their marks (``&quot;`` too)."""
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


def held_by(
    passages: Sequence[Quoted], starts: Sequence[int], parts: Iterable[Part], cue: Part | None = None
) -> list[int]:
    """Return the indices of the passages that lie mostly in the parts, except one that holds the cue as well."""
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


def lend_cues(document: Document, claims: Iterable[Claim], reports: Iterable[Report]) -> None:
    """Give passages without a tag the cue and source of a report of the same words: «described it as “late”»."""
    passages = document.once(read_passages)
    bare = {claim.passages[0]: claim for claim in claims if not claim.cue and len(claim.passages) == 1}
    starts = [passage.start for passage in passages]
    for report in reports:
        if report.kind == "direct" and report.probability >= _SURE and report.source:
            held = held_by(passages, starts, report.parts)
            claim = bare.get(held[0]) if len(held) == 1 else None
            if claim:
                claim.cue, claim.source = report.cue, report.source
                claim.probability = max(claim.probability, report.probability)
