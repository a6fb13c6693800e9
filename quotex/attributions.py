"""The result of one text: an immutable sequence of attributions, with ways to count, write and see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from attrs import field, frozen

from quotex.records import Attribution, Entity, Record, to_wire

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow
    from matplotlib.axes import Axes

_REPR_ROWS = 20
_REPR_WIDTH = 60


def _as_tuple(records: Iterable[Attribution]) -> tuple[Attribution, ...]:
    return tuple(records)


@frozen(repr=False)
class Attributions(Record, Sequence[Attribution]):
    """Who said what in one text, in text order.

    Attributes:
        records: The top-level attributions; they never overlap.
        text: The text that was passed in, which all offsets count.
        cast: The entities that the text speaks of; ``speaker.entity`` is a place in it.
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

    def by_speaker(self) -> dict[str | None, tuple[Attribution, ...]]:
        """Group the attributions by speaker, most quoted first; those without a speaker are under None.

        Two entities with one printed name stay apart by a number behind the name: "Ann Lee", "Ann Lee (2)".
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
        """Return the attributions in their wire form (see `Attribution.to_dict`)."""
        return [record.to_dict() for record in self.records]

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the attributions as a JSON array."""
        import json

        return json.dumps(self.to_dicts(), ensure_ascii=False, indent=indent)

    def to_frame(self) -> pandas.DataFrame:
        """Return a pandas table with one row an attribution, nested ones included (needs ``quotex[pandas]``)."""
        from quotex.frames import to_frame

        return to_frame(self)

    def to_polars(self) -> polars.DataFrame:
        """Return the same table for Polars (needs ``quotex[polars]``)."""
        from quotex.frames import to_polars

        return to_polars(self)

    def to_arrow(self) -> pyarrow.Table:
        """Return the same table for Arrow (needs ``quotex[arrow]``)."""
        from quotex.frames import to_arrow

        return to_arrow(self)

    def plot_speakers(self, **options: Any) -> Axes:
        """Draw who is quoted how much, by words and kind (needs ``quotex[plot]``)."""
        from quotex.plots import plot_speakers

        return plot_speakers(self, **options)

    def plot_timeline(self, **options: Any) -> Axes:
        """Draw who speaks where in the text (needs ``quotex[plot]``)."""
        from quotex.plots import plot_timeline

        return plot_timeline(self, **options)

    def _repr_html_(self) -> str:
        from quotex.display import render_fragment

        return render_fragment(self)

    def __repr__(self) -> str:
        speakers = len({r.speaker.entity for r in self.records if r.speaker})
        lines = [f"<Attributions: {len(self)} by {speakers} speaker{'' if speakers == 1 else 's'}>"]
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
