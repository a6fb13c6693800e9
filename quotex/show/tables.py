"""Make tables of attributions for pandas, Polars and Arrow.

All three have the same columns in the same order, described in `COLUMNS`, and one row per attribution.  A nested
attribution is a row of its own, and its ``parent`` is the number of the attribution it is in.
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

_PANDAS_TYPES: Final = {
    "int": "int64", "int?": "Int64", "str": "string", "str?": "string", "float": "float64",
    "spans": "object", "names": "object",
}  # fmt: skip


class Column(NamedTuple):
    """Describe one column of the table: its name, its type and what it holds."""

    name: str
    type: str
    meaning: str


COLUMNS: Final[tuple[Column, ...]] = (
    Column("number", "int", "number of the attribution within its text: 1, 2, 3 …, nested ones included"),
    Column("parent", "int?", "number of the attribution this one is nested in; missing at the top level"),
    Column("kind", "str", "direct, mixed or indirect"),
    Column("text", "str", "the words of the quotation; “ … ” marks words of the writer left out between two parts"),
    Column("words", "int", "number of words in it, split at white space"),
    Column("start", "int", "index of its first character in the text"),
    Column("end", "int", "index after its last character"),
    Column("spans", "spans", "the parts as (start, end) pairs"),
    Column("speaker", "str?", "the speaker’s fullest name in the text"),
    Column("entity", "int?", "index of the speaker in the cast of the text"),
    Column("mention", "str?", "the speaker as mentioned here"),
    Column("mention_start", "int?", "index of the first character of the mention"),
    Column("mention_end", "int?", "index after the last character of the mention"),
    Column("form", "str?", "name, nominal, pronoun or implicit"),
    Column("type", "str?", "person, organization, group or unknown"),
    Column("role", "str?", "office or description the text gives the speaker"),
    Column("gender", "str?", "female or male, where the text shows it"),
    Column("members", "names", "names of the speakers in a joint mention such as “Ann and Bo”"),
    Column("addressee", "str?", "name of the person spoken to"),
    Column("cue", "str?", "the words that introduce the quotation"),
    Column("cue_start", "int?", "index of the first character of the cue"),
    Column("cue_end", "int?", "index after the last character of the cue"),
    Column("factuality", "str", "asserted, negated or hypothetical"),
    Column("confidence", "float", "probability that the speaker is right, from 0 to 1"),
    Column("rule", "str?", "the rule with the strongest evidence for the speaker"),
    Column("quotation_confidence", "float", "probability that the words are a quotation at all, from 0 to 1"),
)


def numbered(attributions: Iterable[Attribution]) -> Iterator[tuple[int, int | None, Attribution]]:
    """Yield each attribution with its number and the number of its parent; nested ones follow their parent.

    Tables and the display use these numbers.

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
    """Yield one plain dict per attribution, with the columns of `COLUMNS` in order.

    This needs no extra package; you can write the rows with ``csv.DictWriter``, for instance.
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
            "quotation_confidence": quote.confidence,
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
    """Return a pandas DataFrame of the attributions (needs ``quotex[pandas]``).

    Integers that can be missing are ``Int64``, text is ``string``, and ``spans`` and ``members`` are tuples.  An empty
    result has the same columns and types.
    """
    return pandas_table(list(iter_rows(attributions)), {})


def to_polars(attributions: Iterable[Attribution]) -> polars.DataFrame:
    """Return the same table as a Polars DataFrame (needs ``quotex[polars]``); ``spans`` is a list of lists."""
    return polars_table(list(iter_rows(attributions)), {})


def to_arrow(attributions: Iterable[Attribution]) -> pyarrow.Table:
    """Return the same table as an Arrow Table (needs ``quotex[arrow]``), ready for Parquet or Feather."""
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
    """Import an optional library, or say which extra installs it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise ImportError(f'{module.partition(".")[0]} is not installed: run pip install "quotex[{extra}]"') from error
