"""The same over a Spark DataFrame: a table of articles in, a table of attributions out (needs ``quotex[spark]``).

Spark hands each Python worker batches of rows; a worker reads the models once and keeps them for all its batches.
Nothing is collected on the driver, and no row waits for another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from quotex.attributions import Attributions
from quotex.extract import THRESHOLD, Extractor, check_kinds, check_threshold
from quotex.resolve.resolver import SpeakerResolver, Speakers
from quotex.show.tables import numbered

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

    from quotex.records import Kind

_SPEAKER = (
    "name: string, text: string, span: array<int>, form: string, type: string, role: string, gender: string, "
    "entity: int"
)
_SPEAKER_TYPE = f"struct<{_SPEAKER}, members: array<struct<{_SPEAKER}>>>"
RECORD_SCHEMA = f"""
    number int, parent int, kind string, text string, spans array<array<int>>,
    speaker {_SPEAKER_TYPE}, addressee {_SPEAKER_TYPE},
    cue struct<text: string, span: array<int>>, source struct<text: string, span: array<int>>,
    factuality string, quotation_confidence double, confidence double,
    evidence array<struct<rule: string, text: string, span: array<int>, speaker: string, weight: double, won: boolean>>
"""
"""The columns behind the id columns, as Spark DDL: the wire format of `Attribution.to_dict`, save that nested
attributions are rows of their own, which ``number`` and ``parent`` tie together."""
# Texts that are read before their rows go back to Spark: keeps a worker's memory flat when the articles are long.
_TEXTS_A_BATCH = 256


def extract_quotes_frame(
    frame: DataFrame,
    text_column: str = "text",
    id_columns: str | Sequence[str] = (),
    *,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
) -> DataFrame:
    """Extract the quotations of a column of texts: one row an attribution.

    Args:
        frame: A Spark DataFrame with one text a row. A row whose text is null gives no rows.
        text_column: The column that holds the texts.
        id_columns: Columns to copy in front of each row, so that it can be joined to its article again.
        kinds: The kinds wanted, as for ``extract_quotes``.
        speakers: A cast, as for ``extract_quotes``, used for every text.
        threshold: The least confidence of a quotation, as for ``extract_quotes``.

    Returns:
        A DataFrame with the id columns and those of `RECORD_SCHEMA`. ``number`` counts the attributions of a text
        from 1, nested ones included; ``parent`` is the number of the one that a nested one lies in. Offsets count
        the characters (code points) of the text from 0, end exclusive, as Python does: in SQL
        ``substring(text, spans[0][0] + 1, spans[0][1] - spans[0][0])`` is the first part.

    Raises:
        ValueError: A column does not exist, or an id column has the name of a column of the record, or a kind is
            unknown.
        TypeError: The text column does not hold strings.

    Example:
        >>> articles = spark.read.parquet("articles/")              # doctest: +SKIP
        >>> quotes = extract_quotes_frame(articles, "body", ["url"])  # doctest: +SKIP
        >>> quotes.write.parquet("quotes/")                          # doctest: +SKIP
    """
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType, _parse_datatype_string

    ids = [id_columns] if isinstance(id_columns, str) else list(id_columns)
    record = cast(StructType, _parse_datatype_string(RECORD_SCHEMA))
    _check_columns(frame, text_column, ids, record.names)
    schema = StructType([frame.schema[name] for name in ids] + record.fields)
    extractor = Extractor(resolver=SpeakerResolver(speakers))
    extract = partial(extractor.extract, kinds=check_kinds(kinds), threshold=check_threshold(threshold))
    read = _batch_reader(len(ids), to_arrow_schema(record), extract)
    return frame.select(*(frame[f"`{name}`"] for name in [*ids, text_column])).mapInArrow(read, schema)


def _check_columns(frame: DataFrame, text_column: str, ids: list[str], taken: list[str]) -> None:
    """Refuse columns that do not fit, before any work is sent out."""
    from pyspark.sql.types import StringType

    for name in (text_column, *ids):
        if name not in frame.columns:
            raise ValueError(f"no column {name!r}: the frame has {', '.join(map(repr, frame.columns))}")
    for place, name in enumerate(ids):
        if name in taken or name in ids[:place]:
            raise ValueError(f"the id column {name!r} would be there twice: rename it before")
    if not isinstance(frame.schema[text_column].dataType, StringType):
        kind = frame.schema[text_column].dataType.simpleString()
        raise TypeError(f"the column {text_column!r} must hold strings, not {kind}")


def _batch_reader(
    ids: int, schema: pyarrow.Schema, extract: Callable[[str], Attributions]
) -> Callable[[Iterable[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """Return the function that Spark runs in its workers over batches of the id columns and the texts."""

    def read(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow as arrow

        for whole in batches:
            for start in range(0, whole.num_rows, _TEXTS_A_BATCH):
                batch = whole.slice(start, _TEXTS_A_BATCH)
                places: list[int] = []
                rows: list[dict[str, Any]] = []
                for place, text in enumerate(batch.column(ids).to_pylist()):
                    found = _rows(extract(text)) if text is not None else []
                    rows.extend(found)
                    places.extend([place] * len(found))
                take = arrow.array(places, arrow.int64())
                columns = [batch.column(i).take(take) for i in range(ids)]
                records = arrow.RecordBatch.from_pylist(rows, schema=schema)
                names = [*batch.schema.names[:ids], *schema.names]
                yield arrow.RecordBatch.from_arrays([*columns, *records.columns], names=names)

    return read


def _rows(result: Attributions) -> list[dict[str, Any]]:
    """Return a dict for each attribution, nested ones included, in the columns of `RECORD_SCHEMA`."""
    rows = []
    for number, parent, attribution in numbered(result):
        wire = attribution.to_dict()
        del wire["nested"]
        rows.append({"number": number, "parent": parent, **wire})
    return rows
