"""Hold the result for one text: an immutable sequence of attributions, with ways to count, export and display it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from attrs import field, frozen

from quotex.records import (
    GAP,
    Entity,
    Evidence,
    Factuality,
    Quotation,
    Record,
    Span,
    Speaker,
    check_share,
    from_wire,
    to_wire,
)

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from matplotlib.axes import Axes

_REPR_ROWS = 20
_REPR_WIDTH = 60


@frozen
class Attribution(Record):
    """Record who said what: a quotation, its speaker, and the evidence for the link.

    Attributes:
        quote: The quotation, with its cue and source.
        speaker: The person or body quoted, or None when the text names no source at all.
        addressee: The person spoken to, where the text shows one.
        nested: Attributions inside this quotation, in text order.
        confidence: The probability that the speaker is right, from 0 to 1, calibrated.
        evidence: What the rules found, winning evidence first, then at most three pieces that lost.
    """

    quote: Quotation
    speaker: Speaker | None = None
    addressee: Speaker | None = None
    nested: tuple[Attribution, ...] = ()
    confidence: float = field(default=0.0, validator=check_share)
    evidence: tuple[Evidence, ...] = ()

    @property
    def speaker_name(self) -> str | None:
        """Name of the speaker, or None if there is no speaker."""
        return self.speaker.name if self.speaker else None

    @property
    def cue(self) -> Span | None:
        """The words that introduce the quotation, or None if there are none."""
        return self.quote.cue

    @property
    def cue_text(self) -> str | None:
        """Text of the cue, or None if there is no cue."""
        return self.quote.cue.text if self.quote.cue else None

    @property
    def factuality(self) -> Factuality:
        """Whether the text asserts, denies or merely supposes that this was said."""
        return self.quote.factuality

    def explain(self) -> str:
        """Explain in plain English whose words these are, on what evidence, and who else was considered."""
        from quotex.show.explain import explain

        return explain(self)

    def _repr_html_(self) -> str:
        from quotex.show.display import render_record

        return render_record(self)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        # IPython asks for this: the whole record would fill the screen, the more so within a list or dict.
        from quotex.show.explain import brief

        printer.text(brief(self))

    def to_dict(self) -> dict[str, Any]:
        """Return the record in the wire format: plain dicts, lists, strings and numbers, ready for JSON."""
        quote = self.quote
        return {
            "kind": quote.kind,
            "text": to_wire(quote.text),
            "spans": [[span.start, span.end] for span in quote.spans],
            "speaker": self.speaker.to_dict() if self.speaker else None,
            "addressee": self.addressee.to_dict() if self.addressee else None,
            "cue": quote.cue.to_dict() if quote.cue else None,
            "source": quote.source.to_dict() if quote.source else None,
            "factuality": quote.factuality,
            "quotation_confidence": quote.confidence,
            "nested": [attribution.to_dict() for attribution in self.nested],
            "confidence": self.confidence,
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }

    @classmethod
    def from_dict(cls, wire: dict[str, Any]) -> Attribution:
        """Rebuild a record from `to_dict`; the round trip is exact."""
        spans, gaps = _split(from_wire(wire["text"]), wire["spans"])
        quote = Quotation(
            kind=wire["kind"],
            spans=spans,
            cue=Span.from_dict(wire["cue"]) if wire["cue"] else None,
            source=Span.from_dict(wire["source"]) if wire["source"] else None,
            factuality=wire["factuality"],
            confidence=wire["quotation_confidence"],
            gaps=gaps,
        )
        return cls(
            quote=quote,
            speaker=Speaker.from_dict(wire["speaker"]) if wire["speaker"] else None,
            addressee=Speaker.from_dict(wire["addressee"]) if wire["addressee"] else None,
            nested=tuple(cls.from_dict(nested) for nested in wire["nested"]),
            confidence=wire["confidence"],
            evidence=tuple(Evidence.from_dict(evidence) for evidence in wire["evidence"]),
        )


def _split(text: str, offsets: list[list[int]]) -> tuple[tuple[Span, ...], tuple[int, ...]]:
    """Cut the joined text of a quotation into its spans, whose lengths the offsets tell, and its gaps."""
    spans: list[Span] = []
    gaps: list[int] = []
    at = 0
    for number, (start, end) in enumerate(offsets):
        if number and text.startswith(GAP, at):
            gaps.append(number)
            at += len(GAP)
        elif number:
            at += 1
        spans.append(Span(start, end, text[at : at + end - start]))
        at += end - start
    return tuple(spans), tuple(gaps)


def _as_tuple(records: Iterable[Attribution]) -> tuple[Attribution, ...]:
    return tuple(records)


@frozen(repr=False)
class Attributions(Record, Sequence[Attribution]):
    """Hold the attributions of one text, in text order.

    Indexing, ``len`` and iteration cover the top-level attributions.  A quotation inside another one is *nested*: it is
    in the ``nested`` of the outer attribution, and `walk` visits both.

    Attributes:
        records: The top-level attributions, which never overlap.
        text: The text you passed in; all offsets are indices into it.
        cast: Every person and body the text names; ``speaker.entity`` is an index into it.
    """

    records: tuple[Attribution, ...] = field(converter=_as_tuple)
    text: str = ""
    cast: tuple[Entity, ...] = ()

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self.records)

    @overload
    def __getitem__(self, index: int) -> Attribution: ...
    @overload
    def __getitem__(self, index: slice) -> Attributions: ...
    def __getitem__(self, index: int | slice) -> Attribution | Attributions:
        if isinstance(index, slice):
            return Attributions(self.records[index], self.text, self.cast)
        return self.records[index]

    @property
    def speakers(self) -> tuple[Entity, ...]:
        """The members of the cast who are quoted, most quoted first; nested quotations count too."""
        counts = Counter(record.speaker.entity for record in self.walk() if record.speaker)
        ranked = sorted((entity for entity in counts if entity is not None), key=lambda e: (-counts[e], e))
        return tuple(self.cast[entity] for entity in ranked)

    def walk(self) -> Iterator[Attribution]:
        """Iterate over every attribution; nested ones follow the one they are in.

        >>> from quotex import extract_quotes
        >>> found = extract_quotes("“He told me, ‘Go home,’ and I went,” said Ana Ruiz.")
        >>> len(found), [a.quote.text for a in found.walk()]
        (1, ['He told me, ‘Go home,’ and I went,', 'Go home,'])
        """
        todo = list(reversed(self.records))
        while todo:
            record = todo.pop()
            yield record
            todo.extend(reversed(record.nested))

    def by_speaker(self) -> dict[str | None, tuple[Attribution, ...]]:
        """Group the top-level attributions by speaker, most quoted first; the key None holds those without a speaker.

        A nested quotation is not counted again, since its words are part of the outer one.  If two people share a name,
        a number tells them apart: "Ann Lee", "Ann Lee (2)".
        """
        groups: dict[tuple[str | None, int | None], list[Attribution]] = defaultdict(list)
        for record in self.records:
            speaker = record.speaker
            groups[(speaker.name, speaker.entity) if speaker else (None, None)].append(record)
        named: dict[str | None, tuple[Attribution, ...]] = {}
        for (name, _), records in sorted(groups.items(), key=lambda group: -len(group[1])):
            label, number = name, 1
            while label in named:
                number += 1
                label = f"{name} ({number})"
            named[label] = tuple(records)
        return named

    def to_dicts(self) -> list[dict[str, Any]]:
        """Return the attributions in the wire format (see `Attribution.to_dict`)."""
        return [record.to_dict() for record in self.records]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the attributions as a JSON array."""
        import json

        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=indent)

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas DataFrame with one row per attribution, nested ones included (needs ``quotex[pandas]``)."""
        from quotex.show.tables import to_frame

        return to_frame(self)

    def to_polars(self) -> polars.DataFrame:
        """Return the same table as a Polars DataFrame (needs ``quotex[polars]``)."""
        from quotex.show.tables import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """Return the same table as an Arrow Table (needs ``quotex[arrow]``)."""
        from quotex.show.tables import to_arrow

        return to_arrow(self)

    def to_html(self, *, title: str | None = None, fold: bool = True) -> str:
        """Return a self-contained web page of the text with its quotations; see `quotex.show.render_html`."""
        from quotex.show.display import render_html

        return render_html(self, title=title, fold=fold)

    def plot_speakers(
        self, *, by: str = "words", top: int = 12, title: str | None = None, ax: Axes | None = None
    ) -> Axes:
        """Plot how much each speaker is quoted; see `quotex.show.plot_speakers` (needs ``quotex[plot]``)."""
        from quotex.show.plots import plot_speakers

        return plot_speakers(self, by=by, top=top, title=title, ax=ax)

    def plot_timeline(self, *, top: int = 12, title: str | None = None, ax: Axes | None = None) -> Axes:
        """Plot where in the text each speaker is quoted; see `quotex.show.plot_timeline` (needs ``quotex[plot]``)."""
        from quotex.show.plots import plot_timeline

        return plot_timeline(self, top=top, title=title, ax=ax)

    def _repr_html_(self) -> str:
        from quotex.show.display import render_fragment

        return render_fragment(self)

    def __repr__(self) -> str:
        speakers = len({r.speaker.entity for r in self.records if r.speaker})
        inside = sum(1 for _ in self.walk()) - len(self)
        count = f"{len(self)}, with {inside} nested," if inside else f"{len(self)}"
        lines = [f"<Attributions: {count} by {speakers} speaker{'' if speakers == 1 else 's'}>"]
        for record in self.records[:_REPR_ROWS]:
            lines.append(_row(record))
        if len(self) > _REPR_ROWS:
            lines.append(f"… and {len(self) - _REPR_ROWS} more")
        return "\n".join(lines)


def _row(record: Attribution) -> str:
    words = " ".join(to_wire(record.quote.text).split())
    if len(words) > _REPR_WIDTH:
        words = words[: _REPR_WIDTH - 1] + "…"
    who = to_wire(record.speaker_name or "(nobody)")
    cue = to_wire(record.cue_text or "-")
    return f"{record.quote.start:>6} {record.quote.kind:<8} {who} | {cue} | {words}"
