"""SpeakerResolver: from quotations to attributions, each with its speaker, nested by containment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from attrs import evolve

from quotex.attributions import Attribution
from quotex.detect.genre import is_narrative
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.read.document import Document
from quotex.records import Entity, Evidence, Form, Quotation, Span, Speaker
from quotex.resolve.decision import Decision
from quotex.resolve.labels.decide import decide_turns, decide_within
from quotex.resolve.news.decide import decide_reported
from quotex.resolve.people.agreement import contradicts
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.people.cast import Cast

Speakers = Iterable[str] | Mapping[str, Iterable[str]]
# Deeper nesting than this is no longer readable speech, and records are recursive.
_DEEPEST = 8
_CONTRADICTED = 0.5  # at most, of a record whose own tag has a subject that cannot be the speaker
_LOOKS_ELSEWHERE = frozenset(
    ("named beside", "office", "quoted as", "group", "turn label", "relative", "speaker around")
)
_UNRESOLVED = 0.3  # low by choice: no ranker has weighed it, and the name behind the words is not known


class Resolution(NamedTuple):
    """The attributions of one text together with the cast that their speakers point into."""

    attributions: tuple[Attribution, ...]
    cast: tuple[Entity, ...]


class SpeakerResolver:
    """Decide who said each quotation.

    Args:
        speakers: A cast that the caller knows: names, or a mapping of name to aliases.  Its names are preferred
            and printed; a name that never occurs in the text is no error.

    Raises:
        TypeError: ``speakers`` is a single string or holds something that is not a string.

    Example:
        >>> from quotex.detect.detector import QuoteDetector
        >>> from quotex.resolve.resolver import SpeakerResolver
        >>> text = "“We won,” said Ana Ruiz."
        >>> quotations = QuoteDetector().detect(text)
        >>> [a.speaker_name for a in SpeakerResolver().resolve(text, quotations)]
        ['Ana Ruiz']
    """

    def __init__(self, speakers: Speakers | None = None) -> None:
        self.speakers = _checked(speakers)

    def resolve(self, text: str | Document, quotations: Iterable[Quotation]) -> tuple[Attribution, ...]:
        """Return the top-level attributions in text order; those within another one are in its ``nested``.

        Args:
            text: The text, or the Document that an earlier stage has read.
            quotations: Quotations of this text, as `QuoteDetector.detect` returns them.

        Raises:
            TypeError: ``text`` is neither a string nor a Document.
        """
        return self.resolve_with_cast(text, quotations).attributions

    def resolve_with_cast(self, text: str | Document, quotations: Iterable[Quotation]) -> Resolution:
        """Do the same and return the cast too."""
        document = Document.of(text)
        ordered = sorted(quotations, key=lambda quotation: (quotation.start, -quotation.end))
        cast = build_cast(document, self.speakers)
        decisions = _decide(document, ordered, cast)
        records = [
            _attribution(document, quotation, decision, cast)
            for quotation, decision in zip(ordered, decisions, strict=True)
        ]
        return Resolution(_nest(records), cast.records())


def _checked(speakers: Speakers | None) -> dict[str, tuple[str, ...]] | None:
    """Return the caller's cast as a mapping of name to aliases."""
    if speakers is None:
        return None
    advice = "pass an iterable of names, or a mapping of name to an iterable of aliases"
    if isinstance(speakers, str | bytes) or not isinstance(speakers, Iterable):
        raise TypeError(f"speakers cannot be {type(speakers).__name__}: {advice}")
    pairs = speakers.items() if isinstance(speakers, Mapping) else ((name, ()) for name in speakers)
    checked: dict[str, tuple[str, ...]] = {}
    for name, aliases in pairs:
        known = (aliases,) if isinstance(aliases, str) else tuple(aliases)
        for word in (name, *known):
            if not isinstance(word, str):
                raise TypeError(f"speakers holds {type(word).__name__}: {advice}")
        checked[name] = known
    return checked


def _decide(document: Document, quotations: Sequence[Quotation], cast: Cast) -> list[Decision]:
    """Let labels decide their turns, dialogue of a narrative the whole scene, and all else the sentence around it."""
    decisions: list[Decision] = [Decision()] * len(quotations)
    labelled = decide_turns(document, quotations, cast)
    for place, decision in labelled.items():
        decisions[place] = decision
    spoken, reported = [], [place for place in range(len(quotations)) if place not in labelled]
    turns = set(labelled)
    if document.once(is_narrative):
        from quotex.resolve.story.decide import decide_story, outermost  # a sixth of the time of all imports

        spoken = [i for i in reported if quotations[i].kind == "direct"]
        reported = [i for i in reported if quotations[i].kind != "direct"]
        said, told = decide_story(document, [quotations[i] for i in spoken], [quotations[i] for i in reported], cast)
        for place, found in zip((*spoken, *reported), (*said, *told), strict=True):
            decisions[place] = found or Decision()
        reported = [place for place, decision in zip(reported, told, strict=True) if decision is None]
        turns.update(spoken[i] for i in outermost([quotations[i] for i in spoken]))
    talk = [(quotations[i], decision.entity) for i, decision in labelled.items() if decision.entity is not None]
    left = decide_reported(document, [quotations[i] for i in reported], cast, talk) if reported else []
    for place, decision in zip(reported, left, strict=True):
        decisions[place] = decision
    decide_within(quotations, decisions, turns)
    return [
        _as_written(quotation.source, cast) if decision.entity is None and quotation.source else decision
        for quotation, decision in zip(quotations, decisions, strict=True)
    ]


def _as_written(source: Span, cast: Cast) -> Decision:
    """A source that nothing resolves speaks under its own words; one pronoun is one entity throughout the text."""
    kind = kind_of(source.text.casefold())
    place = cast.find(source.text)
    if place is None:
        place = cast.add(source.text, mention=(source.start, source.end), gender=GENDERS.get(kind))
    evidence = Evidence("as_written", source, source.text, won=True)
    form: Form = "nominal" if kind == "other" else "pronoun"
    return Decision(place, (source.start, source.end), form, _UNRESOLVED, (evidence,))


def _attribution(document: Document, quotation: Quotation, decision: Decision, cast: Cast) -> Attribution:
    return Attribution(
        quote=quotation,
        speaker=_speaker(document, decision, cast),
        addressee=_member(document, cast, decision.addressee, decision.addressee_mention),
        confidence=_confidence(quotation, decision, cast),
        evidence=decision.evidence,
    )


def _confidence(quotation: Quotation, decision: Decision, cast: Cast) -> float:
    """Return the confidence of a decision, but never much of one that the quotation's own tag contradicts."""
    sure = min(1.0, max(0.0, round(decision.confidence, 4)))
    if quotation.source is None or decision.entity is None or decision.members:
        return sure
    beside = bool(decision.evidence) and decision.evidence[0].rule in _LOOKS_ELSEWHERE
    against = contradicts(quotation.source, decision.entity, cast, beside=beside)
    return min(sure, _CONTRADICTED) if against else sure


def _speaker(document: Document, decision: Decision, cast: Cast) -> Speaker | None:
    if decision.entity is None:
        return None
    entity = cast.entities[decision.entity]
    return Speaker(
        name=entity.name,
        mention=document.span(*decision.mention) if decision.mention else None,
        form=decision.form,
        type=decision.type or entity.type,
        role=decision.role or entity.role,
        gender=decision.gender or entity.gender,
        entity=decision.entity,
        members=tuple(
            member
            for place, mention in decision.members
            if (member := _member(document, cast, place, mention)) is not None
        ),
    )


def _member(document: Document, cast: Cast, place: int | None, mention: tuple[int, int] | None) -> Speaker | None:
    """Return the Speaker of one who is not the main one: a member of a group, or the addressee."""
    if place is None:
        return None
    return _speaker(document, Decision(entity=place, mention=mention, form="name" if mention else "implicit"), cast)


def _nest(records: Sequence[Attribution], depth: int = 0) -> tuple[Attribution, ...]:
    """Put every attribution into the one whose quotation holds it; drop one that only overlaps another."""
    outer: list[tuple[Attribution, list[Attribution]]] = []
    for record in records:
        around = [(o, inside) for o, inside in outer[-4:] if o.quote.end > record.quote.start]
        holder = next((inside for o, inside in around if _holds(o.quote, record.quote)), None)
        if holder is not None:
            holder.append(record)
        elif not any(_overlap(o.quote, record.quote) for o, _ in around):
            outer.append((record, []))
    if depth == _DEEPEST:
        return tuple(record for record, _ in outer)
    return tuple(_with_nested(record, _nest(inside, depth + 1)) for record, inside in outer)


def _with_nested(record: Attribution, nested: tuple[Attribution, ...]) -> Attribution:
    return evolve(record, nested=nested) if nested else record


def _holds(outer: Quotation, inner: Quotation) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer.spans) for i in inner.spans)


def _overlap(left: Quotation, right: Quotation) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left.spans for b in right.spans)
