"""Tables of attributions: pandas, Polars and Arrow.

All three kinds of table have the same columns in the same order, described in `COLUMNS`.  One row is one
attribution; nested attributions are rows too, with the number of the attribution they lie in as ``parent``.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from quotex.attributions import Attribution
from quotex.records import Span, Speaker, to_wire

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow


class Column(NamedTuple):
    """One column of the table: its name, its type and what it says."""

    name: str
    type: str
    meaning: str


COLUMNS: Final[tuple[Column, ...]] = (
    Column("number", "int", "1, 2, 3 …: the attribution's number in its text, nested ones included"),
    Column("parent", "int?", "number of the attribution this one lies in; missing at top level"),
    Column("kind", "str", "direct, mixed or indirect"),
    Column("text", "str", "the words of the quotation, its parts joined by one space"),
    Column("words", "int", "how many words these are, split at white space"),
    Column("start", "int", "index of the first character in the text"),
    Column("end", "int", "index behind the last character"),
    Column("spans", "spans", "each part as (start, end)"),
    Column("speaker", "str?", "best known name of the speaker"),
    Column("entity", "int?", "the speaker's place in the cast of its text"),
    Column("mention", "str?", "the speaker as written here"),
    Column("mention_start", "int?", "where the mention starts"),
    Column("mention_end", "int?", "where the mention ends"),
    Column("form", "str?", "name, nominal, pronoun or implicit"),
    Column("type", "str?", "person, organization, group or unknown"),
    Column("role", "str?", "what the text says the speaker is"),
    Column("gender", "str?", "female or male, as the text shows it"),
    Column("members", "names", "the speakers of a coordinated mention"),
    Column("addressee", "str?", "name of the one spoken to"),
    Column("cue", "str?", "the words that introduce the quotation"),
    Column("cue_start", "int?", "where the cue starts"),
    Column("cue_end", "int?", "where the cue ends"),
    Column("factuality", "str", "asserted, negated or hypothetical"),
    Column("confidence", "float", "how likely the speaker is right, 0 to 1"),
    Column("rule", "str?", "the strongest rule that spoke for the speaker"),
)
_PANDAS_TYPES: Final = {
    "int": "int64", "int?": "Int64", "str": "string", "str?": "string", "float": "float64",
    "spans": "object", "names": "object",
}  # fmt: skip


def numbered(attributions: Iterable[Attribution]) -> Iterator[tuple[int, int | None, Attribution]]:
    """Yield each attribution with its number and its parent's number, nested ones after the one they lie in.

    The numbers of the tables, of the display and of the plots are these.

    >>> from quotex.records import Quotation
    >>> inner = Attribution(Quotation("direct", (Span(4, 6, "no"),)))
    >>> outer = Attribution(Quotation("direct", (Span(0, 6, "Ann: n"),)), nested=(inner,))
    >>> [(number, parent) for number, parent, _ in numbered([outer, inner])]
    [(1, None), (2, 1), (3, None)]
    """
    waiting: list[tuple[int | None, Iterator[Attribution]]] = [(None, iter(attributions))]
    number = 0
    while waiting:
        parent, rest = waiting[-1]
        attribution = next(rest, None)
        if attribution is None:
            waiting.pop()
            continue
        number += 1
        yield number, parent, attribution
        if attribution.nested:
            waiting.append((number, iter(attribution.nested)))


def iter_rows(attributions: Iterable[Attribution]) -> Iterator[dict[str, Any]]:
    """Yield one plain dict an attribution, with the columns of `COLUMNS` in their order.

    Needs no extra: write them with ``csv.DictWriter``, for instance.
    """
    for number, parent, attribution in numbered(attributions):
        quote = attribution.quote
        yield {
            "number": number,
            "parent": parent,
            "kind": quote.kind,
            "text": to_wire(quote.text),
            "words": len(quote.text.split()),
            "start": quote.start,
            "end": quote.end,
            "spans": tuple((span.start, span.end) for span in quote.spans),
            **_speaker_cells(attribution.speaker),
            "addressee": _written(attribution.addressee.name if attribution.addressee else None),
            **_span_cells("cue", quote.cue),
            "factuality": quote.factuality,
            "confidence": attribution.confidence,
            "rule": next((evidence.rule for evidence in attribution.evidence if evidence.won), None),
        }


def _speaker_cells(speaker: Speaker | None) -> dict[str, Any]:
    return {
        "speaker": _written(speaker.name if speaker else None),
        "entity": speaker.entity if speaker else None,
        **_span_cells("mention", speaker.mention if speaker else None),
        "form": speaker.form if speaker else None,
        "type": speaker.type if speaker else None,
        "role": _written(speaker.role if speaker else None),
        "gender": speaker.gender if speaker else None,
        "members": tuple(to_wire(member.name) for member in speaker.members) if speaker else (),
    }


def _span_cells(name: str, span: Span | None) -> dict[str, Any]:
    return {
        name: to_wire(span.text) if span else None,
        f"{name}_start": span.start if span else None,
        f"{name}_end": span.end if span else None,
    }


def _written(text: str | None) -> str | None:
    return None if text is None else to_wire(text)


def to_frame(attributions: Iterable[Attribution]) -> pandas.DataFrame:
    """Return a pandas table of the attributions (needs ``quotex[pandas]``).

    Whole numbers that can be missing are ``Int64``, words are ``string``, ``spans`` and ``members`` are tuples;
    an empty result has the same columns and types.
    """
    return pandas_table(list(iter_rows(attributions)), {})


def to_polars(attributions: Iterable[Attribution]) -> polars.DataFrame:
    """Return the same table for Polars (needs ``quotex[polars]``); ``spans`` is a list of lists."""
    return polars_table(list(iter_rows(attributions)), {})


def to_arrow(attributions: Iterable[Attribution]) -> pyarrow.Table:
    """Return the same table for Arrow (needs ``quotex[arrow]``), ready for Parquet or Feather."""
    arrow = need("pyarrow", "arrow")
    types = {
        "int": arrow.int64(), "int?": arrow.int64(), "str": arrow.string(), "str?": arrow.string(),
        "float": arrow.float64(), "spans": arrow.list_(arrow.list_(arrow.int64())),
        "names": arrow.list_(arrow.string()),
    }  # fmt: skip
    schema = arrow.schema([arrow.field(c.name, types[c.type], nullable="?" in c.type) for c in COLUMNS])
    return cast("pyarrow.Table", arrow.Table.from_pylist(list(iter_rows(attributions)), schema=schema))


def pandas_table(rows: list[dict[str, Any]], front: dict[str, Any]) -> pandas.DataFrame:
    library = need("pandas", "pandas")
    columns = dict(front)
    for column in COLUMNS:
        cells = [row[column.name] for row in rows]
        columns[column.name] = library.Series(cells, dtype=_PANDAS_TYPES[column.type])
    return cast("pandas.DataFrame", library.DataFrame(columns))


def polars_table(rows: list[dict[str, Any]], front: dict[str, Any]) -> polars.DataFrame:
    library = need("polars", "polars")
    types = {
        "int": library.Int64, "int?": library.Int64, "str": library.String, "str?": library.String,
        "float": library.Float64, "spans": library.List(library.List(library.Int64)),
        "names": library.List(library.String),
    }  # fmt: skip
    columns = dict(front)
    for column in COLUMNS:
        cells = [listed(row[column.name]) for row in rows]
        columns[column.name] = library.Series(cells, dtype=types[column.type], strict=False)
    return cast("polars.DataFrame", library.DataFrame(columns))


def listed(cell: Any) -> Any:
    return [listed(part) for part in cell] if isinstance(cell, tuple) else cell


def need(module: str, extra: str) -> Any:
    """Import an optional library, or say which extra brings it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(f'this needs {module.partition(".")[0]}: pip install "quotex[{extra}]"') from error
