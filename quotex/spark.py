"""Extract the quotations of a Spark DataFrame: articles in, attributions out (needs ``quotex[spark]``).

Spark hands each Python worker batches of rows.  A worker loads the models once and keeps them for all its batches, and
nothing is collected on the driver.
"""

from __future__ import annotations

import os
import sys
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
"""The columns after the id columns, as Spark DDL: the wire format of `Attribution.to_dict`, except that nested
attributions are rows of their own, linked by ``number`` and ``parent``."""
# Texts that are read before their rows go back to Spark: keeps a worker's memory flat when the articles are long.
_TEXTS_A_BATCH = 256


def extract_quotes_frame(
    frame: DataFrame,
    text: str = "text",
    id: str | Sequence[str] = (),
    *,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
    text_column: str | None = None,
    id_columns: str | Sequence[str] | None = None,
) -> DataFrame:
    """Extract the quotations of a column of texts, one row per attribution.

    Args:
        frame: A Spark DataFrame with one text per row.  A row whose text is null gives no rows.
        text: The column that holds the texts.
        id: The column or columns that identify a text; they come first in the result.
        kinds: The kinds of quotation to return, as for `extract_quotes`.
        speakers: A cast for every text, as for `extract_quotes`.
        threshold: The lowest confidence of a quotation, as for `extract_quotes`.
        text_column: The name that ``text`` had before version 0.2.
        id_columns: The name that ``id`` had before version 0.2.

    Returns:
        A DataFrame with the id columns, then those of `RECORD_SCHEMA`.  ``number`` counts the attributions of a text
        from 1, nested ones included; ``parent`` is the number of the attribution that a nested one is in.  Offsets
        count code points from 0 and the end is exclusive, as in Python; in SQL,
        ``substring(text, spans[0][0] + 1, spans[0][1] - spans[0][0])`` is the first part.

    Raises:
        ValueError: A column does not exist, an id column has the same name as a column of the result, or a kind is
            unknown.
        TypeError: The text column does not hold strings.

    Example:
        >>> articles = spark.read.parquet("articles/")              # doctest: +SKIP
        >>> quotes = extract_quotes_frame(articles, "body", ["url"])  # doctest: +SKIP
        >>> quotes.write.parquet("quotes/")                          # doctest: +SKIP
    """
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType, _parse_datatype_string

    text = text if text_column is None else text_column
    id = id if id_columns is None else id_columns
    ids = [id] if isinstance(id, str) else list(id)
    _use_this_python(frame)
    record = cast(StructType, _parse_datatype_string(RECORD_SCHEMA))
    _check_columns(frame, text, ids, record.names)
    schema = StructType([frame.schema[name] for name in ids] + record.fields)
    extractor = Extractor(resolver=SpeakerResolver(speakers))
    extract = partial(extractor.extract, kinds=check_kinds(kinds), threshold=check_threshold(threshold))
    read = _batch_reader(len(ids), to_arrow_schema(record), extract)
    return frame.select(*(frame[f"`{name}`"] for name in [*ids, text])).mapInArrow(read, schema)


def _use_this_python(frame: DataFrame) -> None:
    """Let a local Spark start its workers with this Python unless told otherwise; ``python3`` may lack quotex."""
    context = getattr(frame.sparkSession, "sparkContext", None) if not _is_remote(frame) else None
    if context is None or not context.master.startswith("local") or "PYSPARK_PYTHON" in os.environ:
        return
    if context.getConf().get("spark.pyspark.python") is None:
        context.pythonExec = sys.executable


def _is_remote(frame: DataFrame) -> bool:
    return ".connect." in type(frame).__module__


def _check_columns(frame: DataFrame, text: str, ids: list[str], taken: list[str]) -> None:
    """Reject unsuitable columns before any work is sent out."""
    from pyspark.sql.types import StringType

    for name in (text, *ids):
        if name not in frame.columns:
            raise ValueError(f"there is no column {name!r}; the columns are {', '.join(frame.columns)}")
    for place, name in enumerate(ids):
        if name in taken or name in ids[:place]:
            raise ValueError(f"the result would have two columns named {name!r}; rename the id column first")
    if not isinstance(frame.schema[text].dataType, StringType):
        kind = frame.schema[text].dataType.simpleString()
        raise TypeError(f"column {text!r} must hold strings, not {kind}")


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
