"""The same over a Spark DataFrame, on a real local Spark."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from quotex.attributions import Attribution
from quotex.extract import extract_quotes
from quotex.show.tables import numbered

pytest.importorskip("pyspark", reason="PySpark is not installed: pip install quotex[spark]")
pytest.importorskip("pyarrow", reason="PyArrow is not installed: pip install quotex[spark]")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Spark needs Java, and there is none", allow_module_level=True)

from quotex.spark import extract_quotes_frame

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [
    "“We won,” said Ana Ruiz. “It was \U0001f600 close.”",
    None,
    "Nobody spoke.",
    "",
    "Mayor Tom Reke said that Ana Ruiz had promised “a better pump”. “Perfectly safe,” he added.",
]


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    # The workers are new processes: they need the package on their path, and this interpreter.
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.default.parallelism", "2")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles(spark: SparkSession) -> DataFrame:
    rows = [(number, f"u{number}", text) for number, text in enumerate(TEXTS)]
    return spark.createDataFrame(
        spark.sparkContext.parallelize(rows, 2), "number_of long, `web address` string, body string"
    )


def expected(text: str, **options: Any) -> list[tuple[int, int | None, Attribution]]:
    return list(numbered(extract_quotes(text, **options)))


def test_rows_are_the_records(articles: DataFrame) -> None:
    rows = extract_quotes_frame(articles, "body", ["number_of", "web address"]).collect()
    for number, text in enumerate(TEXTS):
        found = sorted((row for row in rows if row["number_of"] == number), key=lambda row: row["number"])
        records = expected(text) if text is not None else []
        assert [(row["number"], row["parent"]) for row in found] == [(n, parent) for n, parent, _ in records]
        for row, (_, _, record) in zip(found, records, strict=True):
            wire = row.asDict(recursive=True)
            assert wire["web address"] == f"u{number}"
            assert Attribution.from_dict({**wire, "nested": [r.to_dict() for r in record.nested]}) == record


def test_offsets_work_in_sql(articles: DataFrame) -> None:
    quotes = extract_quotes_frame(articles, "body", "number_of")
    joined = quotes.join(articles, "number_of").selectExpr(
        "kind", "text", "substring(body, spans[0][0] + 1, spans[0][1] - spans[0][0]) as part", "size(spans) as parts"
    )
    rows = joined.collect()
    assert rows and all(row["text"].startswith(row["part"]) for row in rows)


def test_kinds_and_speakers(articles: DataFrame) -> None:
    quotes = extract_quotes_frame(articles, "body", kinds=["direct"], speakers={"Thomas Reke": ["Tom Reke"]})
    assert {row["kind"] for row in quotes.collect()} == {"direct"}


def test_no_rows(spark: SparkSession) -> None:
    empty = spark.createDataFrame([], "text string")
    quotes = extract_quotes_frame(empty)
    assert quotes.collect() == []
    assert quotes.columns[:3] == ["number", "parent", "kind"]


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (("text",), ValueError, "no column 'text'; the columns are number_of, web address, body"),
        (("body", ["id"]), ValueError, "no column 'id'"),
        (("body", ["number_of", "number_of"]), ValueError, "two columns named"),
        (("number_of",), TypeError, "must hold strings, not bigint"),
    ],
)
def test_misuse(articles: DataFrame, arguments: tuple[Any, ...], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        extract_quotes_frame(articles, *arguments)
    with pytest.raises(ValueError, match="direct"):
        kinds: Any = ["spoken"]
        extract_quotes_frame(articles, "body", kinds=kinds)
