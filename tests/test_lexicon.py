"""The classes of words that rules turn on: each is described, asked for by some rule, and lists a word once."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotex
from quotex.lexicon import load_table
from quotex.lexicon.names import affiliations, small_affiliations, titles, titles_for

PACKAGE = Path(quotex.__file__).parent
CODE = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))


def header(name: str) -> str:
    """The lines that say what a lexicon file is, in one."""
    lines = (PACKAGE / "lexicon" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))


@pytest.mark.parametrize(("name", "call"), [("phrase_words", "words_of"), ("title_uses", "titles_for")])
def test_every_class_of_words_is_described_and_used(name: str, call: str) -> None:
    for kind in {row[1] for row in load_table(name)}:
        assert kind in header(name), f"{name}.tsv does not say what {kind!r} is"
        assert f'"{kind}"' in CODE, f"no rule asks {call}({kind!r})"


@pytest.mark.parametrize("name", ["phrase_words", "title_uses", "kin_titles", "nationalities", "parties"])
def test_no_row_stands_twice(name: str) -> None:
    rows = load_table(name)
    assert len(set(rows)) == len(rows)


def test_uses_are_those_of_known_titles() -> None:
    canonical = {whole for whole, _, _ in titles().values()}
    assert {title for title, _ in load_table("title_uses")} <= canonical


def test_titles_of_one_use() -> None:
    assert "judge" in titles_for("judge")
    assert "professor" not in titles_for("judge")


def test_parties_and_nations_are_one_list_for_rules() -> None:
    assert {"Chilean", "Liberal"} <= affiliations()
    assert "liberal" in small_affiliations()
    assert "Leeds" not in affiliations()
