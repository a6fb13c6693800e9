"""A whole column of texts in, one table out: `from_frame`, for pandas and Polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quotex.attributions import Attributions
from quotex.extract import THRESHOLD
from quotex.records import Kind
from quotex.show.tables import COLUMNS, iter_rows, need, pandas_table, polars_table


def from_frame(
    frame: Any,
    text: str = "text",
    id: str | None = None,
    *,
    progress: bool = True,
    workers: int = 1,
    kinds: Iterable[Kind] | None = None,
    speakers: Iterable[str] | Mapping[str, Iterable[str]] | None = None,
    threshold: float = THRESHOLD,
) -> Any:
    """Read a whole column of texts; return one row an attribution, with the id of its document in front.

    Args:
        frame: A pandas or Polars table with one document a row.
        text: The column with the texts.  A missing text has no attributions.
        id: The column that tells the documents apart ("url"); it is the first column of the result.  Without
            it the index of the pandas table (the row number in Polars) is, under the name "id".
        progress: Whether to show a progress bar.
        workers: Number of processes.
        kinds: The kinds of quotation to return; all by default.
        speakers: A cast, as for `extract_quotes`.
        threshold: The least confidence of a quotation, as for `extract_quotes`.

    Returns:
        A table of the kind passed in, with the columns of `COLUMNS` behind the id.

    Raises:
        ValueError: The table has no such column, or the id has the name of one of the columns of `COLUMNS`.
        TypeError: The frame is neither a pandas nor a Polars table.
    """
    module = type(frame).__module__.partition(".")[0]
    if module not in ("pandas", "polars") or not hasattr(frame, "columns"):
        raise TypeError(f"from_frame takes a pandas or Polars DataFrame, got {type(frame).__name__}")
    for name in (text, id):
        if name is not None and name not in frame.columns:
            raise ValueError(f"no column {name!r}; the columns are {', '.join(map(str, frame.columns))}")
    label = "id" if id is None else id
    if label in {column.name for column in COLUMNS}:
        raise ValueError(f"the result has a column {label!r} of its own; rename the id column first")
    ids = list(_index(frame, module) if id is None else frame[id])
    texts = [cell if isinstance(cell, str) else _no_text(cell, text) for cell in frame[text]]
    rows: list[dict[str, Any]] = []
    keys: list[Any] = []
    for key, found in zip(ids, _extracted(texts, progress, workers, kinds, speakers, threshold), strict=True):
        rows.extend(iter_rows(found))
        keys.extend([key] * (len(rows) - len(keys)))
    if module == "pandas":
        return pandas_table(rows, {label: _like(frame, id, keys)})
    return polars_table(rows, {label: _like_polars(frame, id, keys)})


def _extracted(
    texts: list[str],
    progress: bool,
    workers: int,
    kinds: Iterable[Kind] | None,
    speakers: Iterable[str] | Mapping[str, Iterable[str]] | None,
    threshold: float,
) -> Iterator[Attributions]:
    from quotex.many import extract_many

    for found in extract_many(
        texts, workers=workers, progress=progress, kinds=kinds, speakers=speakers, threshold=threshold
    ):
        assert isinstance(found, Attributions)  # errors="raise" yields nothing else
        yield found


def _no_text(cell: Any, column: str) -> str:
    # Missing cells come as None, NaN, NaT or pandas.NA; only these differ from themselves or refuse to compare.
    if cell is None or type(cell).__name__ in ("NAType", "NaTType") or cell != cell:
        return ""
    raise TypeError(f"column {column!r} must hold text, found {type(cell).__name__}: {cell!r:.60}")


def _index(frame: Any, module: str) -> Iterable[Any]:
    return frame.index if module == "pandas" else range(frame.height)


def _like(frame: Any, id: str | None, keys: list[Any]) -> Any:
    pandas = need("pandas", "pandas")
    source = frame.index if id is None else frame[id]
    return pandas.Series(keys, dtype=source.dtype)


def _like_polars(frame: Any, id: str | None, keys: list[Any]) -> Any:
    polars = need("polars", "polars")
    return polars.Series(keys, dtype=polars.Int64 if id is None else frame[id].dtype)
