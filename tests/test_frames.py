"""Tables: the columns and their types, nested rows, missing cells, and a column of texts."""

from __future__ import annotations

import builtins
import csv
import io
from typing import Any

import pytest

from quotex.attributions import Attribution, Attributions
from quotex.frames import from_frame
from quotex.records import Quotation, Span, Speaker
from quotex.show.tables import COLUMNS, iter_rows, to_arrow, to_frame, to_polars

NAMES = [column.name for column in COLUMNS]


def test_rows_need_nothing(article: Attributions) -> None:
    rows = list(iter_rows(article))
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5, 6]
    assert [row["parent"] for row in rows] == [None, None, None, 3, None, None]
    assert all(list(row) == NAMES for row in rows)
    writer = csv.DictWriter(io.StringIO(), NAMES)
    writer.writerows(rows)


def test_offsets_point_at_the_words(article: Attributions) -> None:
    for row in iter_rows(article):
        assert row["text"] == " ".join(article.text[start:end] for start, end in row["spans"])
        assert row["mention"] == article.text[row["mention_start"] : row["mention_end"]]
        assert row["cue"] == article.text[row["cue_start"] : row["cue_end"]]


def test_pandas_types_are_the_same_for_nothing_and_much(article: Attributions) -> None:
    pytest.importorskip("pandas")
    full, empty = article.to_frame(), Attributions((), "").to_frame()
    assert list(full.columns) == list(empty.columns) == NAMES
    assert list(full.dtypes) == list(empty.dtypes)
    assert str(full["parent"].dtype) == "Int64" and str(full["confidence"].dtype) == "float64"
    assert full.loc[0, "speaker"] == "Helen Ostrander" and full.loc[0, "rule"] == "tag_name"
    assert full["role"].isna().sum() == 3


def test_polars_and_arrow_have_the_same_columns(article: Attributions) -> None:
    polars, arrow = pytest.importorskip("polars"), pytest.importorskip("pyarrow")
    table = to_arrow(article)
    assert table.column_names == to_polars(article).columns == NAMES
    assert table.to_pylist()[1]["spans"] == to_polars(article)["spans"].to_list()[1]
    assert to_arrow([]).schema == table.schema and to_polars([]).schema == to_polars(article).schema
    assert table.schema.field("entity").type == arrow.int64()
    assert to_polars(article).schema["entity"] == polars.Int64


def test_what_cannot_be_written_is_spelt_out() -> None:
    pytest.importorskip("pyarrow")
    odd = Attribution(Quotation("direct", (Span(0, 2, "\ud800\x00"),)), Speaker("\udfff"))
    assert to_arrow([odd]).to_pylist()[0]["speaker"] == "\\udfff"


def test_a_missing_library_names_its_extra(article: Attributions, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] in ("pandas", "polars", "pyarrow", "matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr("importlib.import_module", without)
    for method, extra in (("frame", "pandas"), ("polars", "polars"), ("arrow", "arrow")):
        with pytest.raises(ImportError, match=rf'pip install "quotex\[{extra}\]"'):
            getattr(article, f"to_{method}")()
    with pytest.raises(ImportError, match=r'matplotlib is not installed: run pip install "quotex\[plot\]"'):
        article.plot_speakers()


TEXTS = ["“We won,” said Ana Ruiz.", None, "Nobody spoke.", "“No,” said Ben Ode. “Never,” he said."]


def test_a_column_of_texts_with_ids() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"url": list("abcd"), "body": TEXTS})
    table = from_frame(frame, text="body", id="url", progress=False)
    assert list(table.columns) == ["url", *NAMES]
    assert set(table["url"]) == {"a", "d"}
    assert table.loc[table["url"] == "a", "speaker"].tolist() == ["Ana Ruiz"]
    assert list(from_frame(frame, "body", progress=False)["id"].unique()) == [0, 3]


def test_a_polars_column_gives_polars() -> None:
    polars = pytest.importorskip("polars")
    table = from_frame(polars.DataFrame({"url": list("abcd"), "body": TEXTS}), "body", "url", progress=False)
    assert isinstance(table, polars.DataFrame) and table.columns == ["url", *NAMES]
    assert set(table["url"]) == {"a", "d"}


def test_the_progress_bar_counts_texts(capsys: pytest.CaptureFixture[str]) -> None:
    pandas = pytest.importorskip("pandas")
    from_frame(pandas.DataFrame({"text": TEXTS}), progress=True)
    assert "4/4" in capsys.readouterr().err


def test_misuse_is_told() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"number": [1], "body": ["x"], "sum": [3]})
    with pytest.raises(ValueError, match="no column 'text'; the columns are number, body, sum"):
        from_frame(frame)
    with pytest.raises(ValueError, match="'number'.*rename"):
        from_frame(frame, "body", "number")
    with pytest.raises(TypeError, match="must hold text, found int"):
        from_frame(frame, "sum")
    with pytest.raises(TypeError, match="takes a pandas or Polars DataFrame, not list"):
        from_frame(["x"], "body")
    with pytest.raises(TypeError, match="not Series: call its to_frame"):
        from_frame(frame["body"], "body")
    with pytest.raises(ValueError, match="there are 2 columns named 'body'"):
        from_frame(pandas.DataFrame([["x", "y"]], columns=["body", "body"]), "body")


def test_a_lazy_frame_must_be_collected() -> None:
    polars = pytest.importorskip("polars")
    with pytest.raises(TypeError, match="not LazyFrame: call its collect"):
        from_frame(polars.LazyFrame({"text": TEXTS}))


def test_an_empty_frame_has_the_columns() -> None:
    pandas = pytest.importorskip("pandas")
    table = from_frame(pandas.DataFrame({"body": [], "url": []}), "body", "url", progress=False)
    assert list(table.columns) == ["url", *NAMES] and not len(table)


def test_to_frame_is_the_method(article: Attributions) -> None:
    pytest.importorskip("pandas")
    assert to_frame(article).equals(article.to_frame())
