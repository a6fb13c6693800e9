"""Every construction that reports speech, each with sentences of its own: see the table beside this file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pytest

from quotex.attributions import Attribution
from quotex.extract import extract_quotes

Record = tuple[str, str, str, str, str]


def _rows() -> list[list[str]]:
    lines = (Path(__file__).parent / "constructions.tsv").read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n").split("\t") for line in lines if line and not line.startswith("#")]


TEXTS = [(text, [row[:1] + row[2:] for row in rows]) for text, rows in groupby(_rows(), key=lambda row: row[1])]


MISSED = {
    line.replace("\\n", "\n")
    for line in (Path(__file__).parent / "constructions_missed.txt").read_text(encoding="utf-8").splitlines()
}


def _walk(attributions: Iterable[Attribution], depth: int = 0) -> Iterator[Record]:
    for one in attributions:
        content = " … ".join(span.text for span in one.quote.spans)
        yield one.speaker_name or "-", one.cue_text or "-", content, one.factuality, str(depth)
        yield from _walk(one.nested, depth + 1)


@pytest.mark.parametrize(("text", "rows"), TEXTS, ids=[f"{rows[0][0]}: {text[:60]}" for text, rows in TEXTS])
def test_construction(text: str, rows: list[list[str]], request: pytest.FixtureRequest) -> None:
    if text in MISSED:
        request.applymarker(pytest.mark.xfail(reason="not read yet", strict=True))
    found = list(_walk(extract_quotes(text, threshold=0.1)))
    expected = [tuple(row[1:]) for row in rows if len(row) > 1]
    assert found == expected
