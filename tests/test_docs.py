"""The documentation: its cells run, its snippets compile, its links lead somewhere, its articles are our own."""

from __future__ import annotations

import ast
import builtins
import os
import pathlib
import re
from typing import Any

import pytest

from quotex.extract import extract_quotes
from quotex.lexicon import load_table
from quotex.show.explain import because
from quotex.show.tables import COLUMNS, numbered

DOCS = pathlib.Path(__file__).parents[1] / "docs"
PAGES = sorted(
    page for page in DOCS.rglob("*.md") if "_build" not in page.parts and "jupyter_execute" not in page.parts
)
CELL = re.compile(r"^```\{code-cell\} ipython3\n(.*?)^```$", re.M | re.S)
SNIPPET = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#:]+\.md)[^)]*\)")
NOTEBOOKS = [page for page in PAGES if CELL.search(page.read_text(encoding="utf-8"))]


def name(page: pathlib.Path) -> str:
    return page.relative_to(DOCS).as_posix()


@pytest.mark.parametrize("page", NOTEBOOKS, ids=name)
def test_the_cells_of_a_page_run(page: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for library in ("pandas", "pyarrow", "matplotlib", "IPython"):
        pytest.importorskip(library)
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.chdir(page.parent)
    space: dict[str, Any] = {"__builtins__": builtins}
    for cell in CELL.findall(page.read_text(encoding="utf-8")):
        lines = [line for line in cell.splitlines() if not line.startswith(("!", ":tags:"))]
        exec(compile("\n".join(lines), name(page), "exec"), space)
    assert os.getcwd() == str(page.parent)


def test_notebooks_say_that_they_are(capsys: Any) -> None:
    assert len(NOTEBOOKS) >= 7
    for page in NOTEBOOKS:
        assert page.read_text(encoding="utf-8").startswith("---\nfile_format: mystnb\n"), page


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_snippets_compile_and_links_lead_somewhere(page: pathlib.Path) -> None:
    text = page.read_text(encoding="utf-8")
    for snippet in SNIPPET.findall(text):
        ast.parse(snippet)
    for link in LINK.findall(text):
        assert (page.parent / link).exists(), link


def test_the_example_articles_are_rich_enough() -> None:
    found = extract_quotes((DOCS / "examples/harbour.txt").read_text(encoding="utf-8"))
    assert len(found) >= 8 and len(found.by_speaker()) >= 4
    archive = sorted((DOCS / "examples/archive").glob("*.txt"))
    assert len(archive) == 10
    for path in archive:
        assert len(extract_quotes(path.read_text(encoding="utf-8"))) >= 3, path.name


def test_every_column_is_described() -> None:
    assert all(column.meaning for column in COLUMNS)
    assert len({column.name for column in COLUMNS}) == len(COLUMNS)


def test_every_rule_that_speaks_in_the_examples_has_a_sentence() -> None:
    for path in (DOCS / "examples").rglob("*.txt"):
        for _, _, attribution in numbered(extract_quotes(path.read_text(encoding="utf-8"))):
            for evidence in attribution.evidence:
                assert not because(evidence).startswith("The rule “"), evidence.rule


def test_the_sentences_of_rules_are_whole() -> None:
    rows = load_table("rules")
    assert len({row[0] for row in rows}) == len(rows)
    for row in rows:
        assert len(row) in (2, 3), row
        for sentence in row[1:]:
            assert sentence.endswith(".") and not sentence[0].islower(), row
            assert set(re.findall(r"\{(\w+)\}", sentence)) <= {"words", "speaker"}, row
