"""Read a whole column of texts into one table: `from_frame`, for pandas and Polars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

from quotex.attributions import Attributions
from quotex.extract import THRESHOLD
from quotex.records import Kind
from quotex.resolve.resolver import Speakers
from quotex.show.tables import COLUMNS, iter_rows, need, pandas_table, polars_table

if TYPE_CHECKING:
    import pandas
    import polars


DataFrame = TypeVar("DataFrame", "pandas.DataFrame", "polars.DataFrame")
_ADVICE = {
    "Series": ": call its to_frame(), or extract_many for a result per text",
    "LazyFrame": ": call its collect() first",
}


def from_frame(
    frame: DataFrame,
    text: str = "text",
    id: str | Sequence[str] | None = None,
    *,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
    workers: int = 1,
    progress: bool = False,
) -> DataFrame:
    """Extract the quotations of a whole column of texts into one table.

    Args:
        frame: A pandas or Polars DataFrame with one document per row.
        text: The column that holds the texts.  A missing text has no attributions.
        id: The column or columns that identify a document, such as ``"url"``; they come first in the result.  Without
            them, the index of the DataFrame (in Polars, the row number) becomes the column ``"id"``.
        kinds: The kinds of quotation to return, as for `extract_quotes`.
        speakers: A cast for every text, as for `extract_quotes`.
        threshold: The lowest confidence of a quotation, as for `extract_quotes`.
        workers: The number of processes.
        progress: Whether to show a progress bar.

    Returns:
        A DataFrame of the same library with one row per attribution: the id columns, then those of
        `quotex.show.COLUMNS`.

    Raises:
        ValueError: A column does not exist, or an id column has the same name as a column of the result.
        TypeError: ``frame`` is not a pandas or Polars DataFrame, or the text column holds something else than text.

    Example:
        >>> import pandas
        >>> articles = pandas.DataFrame({"url": ["a", "b"], "body": ["“We won,” said Ana Ruiz.", "Nobody spoke."]})
        >>> from_frame(articles, text="body", id="url")[["url", "speaker", "text"]].values.tolist()
        [['a', 'Ana Ruiz', 'We won,']]
    """
    module = type(frame).__module__.partition(".")[0]
    kind = type(frame).__name__
    if module not in ("pandas", "polars") or kind in _ADVICE or not hasattr(frame, "columns"):
        raise TypeError(f"from_frame takes a pandas or Polars DataFrame, not {kind}{_ADVICE.get(kind, '')}")
    names = [] if id is None else [id] if isinstance(id, str) else list(id)
    _check_columns(frame, text, names)
    texts = [cell if isinstance(cell, str) else _no_text(cell, text) for cell in frame[text]]
    rows: list[dict[str, Any]] = []
    places: list[int] = []
    for place, found in enumerate(_extracted(texts, progress, workers, kinds, speakers, threshold)):
        rows.extend(iter_rows(found))
        places.extend([place] * (len(rows) - len(places)))
    table: Any
    if module == "pandas":
        table = pandas_table(rows, _taken(frame, names, places))
    else:
        table = polars_table(rows, _taken_polars(frame, names, places))
    return cast("DataFrame", table)


def _check_columns(frame: Any, text: str, names: list[str]) -> None:
    columns = list(frame.columns)
    for name in (text, *names):
        if name not in columns:
            raise ValueError(f"there is no column {name!r}; the columns are {', '.join(map(str, columns))}")
        if columns.count(name) > 1:
            raise ValueError(f"there are {columns.count(name)} columns named {name!r}; rename them first")
    own = {column.name for column in COLUMNS}
    for place, name in enumerate(names):
        if name in own or name in names[:place]:
            raise ValueError(f"the result would have two columns named {name!r}; rename the id column first")


def _extracted(
    texts: list[str],
    progress: bool,
    workers: int,
    kinds: Iterable[Kind] | None,
    speakers: Speakers | None,
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


def _taken(frame: Any, names: list[str], places: list[int]) -> dict[str, Any]:
    """Return the id columns of a pandas DataFrame, one cell for each row of the result."""
    if not names:
        index = frame.index.take(places)
        return {"id": index.to_series(index=range(len(places)))}
    return {name: frame[name].iloc[places].reset_index(drop=True) for name in names}


def _taken_polars(frame: Any, names: list[str], places: list[int]) -> dict[str, Any]:
    polars = need("polars", "polars")
    if not names:
        return {"id": polars.Series(places, dtype=polars.Int64)}
    return {name: frame[name].gather(places) for name in names}
