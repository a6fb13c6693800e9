"""Learned weights and word lists as data: no proper noun is a feature, and every list says where it is from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import regex

from quotex.extract import Extractor, extract_quotes
from quotex.lexicon import load_table
from quotex.models import Models

ROOT = Path(str(files("quotex")))
MODELS = sorted((ROOT / "models").glob("*.json"))
LISTS = sorted(path for path in (ROOT / "lexicon").iterdir() if path.suffix in {".tsv", ".txt"})

# Models whose features join class letters and stems without a space: "Dabout" is a determiner, then "about".
CODED = {"content", "cues", "drafts", "first_look", "joins", "source"}
_STEMS = {"carri", "tobin", "lemma"}  # of "carried"; "to", a class, "in"; the name of a feature
_SMALL = regex.compile(r"\p{Ll}++")
_WORD = regex.compile(r"\p{L}[\p{L}'’-]*+")
# Short given names are nearly all words or parts of words as well (may, will, art).
_SHORT = 4
# Given names that are rarer as names than as words, written small, in running English.
_WORDS_TOO = {
    "admiral", "brown", "colon", "council", "earnest", "foster", "garner", "justice", "maverick", "mills", "ocean",
    "pleas", "press", "prince", "titan", "valley", "victor", "warden",
}  # fmt: skip


def strings(value: Any) -> Iterator[str]:
    """Every key and every string of a weight file."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)
    elif isinstance(value, str):
        yield value


@pytest.fixture(scope="module")
def names() -> frozenset[str]:
    """Given names, in lower case, that are not also common words."""
    given = {row[0].casefold() for row in load_table("given_names")}
    common = {row[0].casefold() for row in load_table("common_words")}
    return frozenset(name for name in given - common - _WORDS_TOO if len(name) > _SHORT)


def test_there_are_models() -> None:
    assert MODELS and LISTS


NEWS = "The mayor of Merrow, Ana Ruiz, met the council. She said that the bridge would close in May.\n"
STORY = "Ann Lee sat by Tom Hall.\n\n“It rains,” said Ann.\n\n“It pours.”\n\n“So it does,” said Ann.\n"


def test_other_models_are_passed_in() -> None:
    flat = {"features": {}, "contexts": {}}
    unsure = {"slope": 0.0, "offset": -2.0, "told": 0.125, "described": 0.125}
    models = Models(confidence={"bias": -2.0}, dialogue_short={"first": flat, "second": flat, "calibration": unsure})
    for text in (NEWS, STORY):
        usual, other = extract_quotes(text), Extractor(models=models).extract(text)
        assert [a.quote for a in other] == [a.quote for a in usual]
        assert all(a.confidence < 0.2 for a in other) and any(a.confidence > 0.5 for a in usual)
    nothing = {"values": {"bias": -9.0, "templates": {}}, "slopes": [0.0, 0.0, 0.0]}
    assert not Extractor(models=Models(quotations=nothing)).extract(NEWS)


def test_a_file_holds_one_model_and_its_trainer_has_its_name() -> None:
    trainers = {path.stem for path in (ROOT.parent / "benchmarks" / "train").glob("*.py")}
    assert {path.stem for path in MODELS} <= trainers


def words(path: Path) -> set[str]:
    """The words in the features of a model; where class letters are joined to stems, the small letters alone."""
    pattern = _SMALL if path.stem in CODED else _WORD
    return {
        word for feature in strings(json.loads(path.read_text(encoding="utf-8"))) for word in pattern.findall(feature)
    }


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_no_feature_is_a_name(path: Path, names: frozenset[str]) -> None:
    found = {word for word in words(path) if word.casefold() in names}
    if path.stem in CODED:
        common = {row[0] for row in load_table("common_words")}
        found = {word for word in found if not {word[:-1], word[:-2]} & common} - _STEMS
    assert not sorted(found)


@pytest.mark.parametrize("path", [path for path in MODELS if path.stem not in CODED], ids=lambda path: path.stem)
def test_no_feature_value_has_a_capital(path: Path) -> None:
    """Words enter as lower case; a capital followed by two small letters could only be a name."""
    assert not {word for word in words(path) if regex.fullmatch(r"\p{Lu}\p{Ll}{2,}+", word) and word != "Xxx"}


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_every_model_has_a_card(path: Path) -> None:
    card = path.with_suffix(".md")
    assert card.exists(), f"{path.name} has no card"
    text = card.read_text(encoding="utf-8")
    assert "benchmarks" in text, "a card names the command that made the weights"
    assert regex.search(r"20\d\d", text), "a card has a date"


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_list_says_where_it_is_from(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    header = []
    for line in lines:
        if not line.startswith("#"):
            break
        header.append(line)
    assert header, f"{path.name} has no header"
    assert regex.search(r"(?i)\b(sources?|facts|usage|counted|written by|made by|compiled)\b", " ".join(header))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_every_list_is_sorted_out(path: Path) -> None:
    """No row twice, no blank edges."""
    rows = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    assert rows
    assert len(set(rows)) == len(rows), sorted(row for row in set(rows) if rows.count(row) > 1)[:5]
    assert [row for row in rows if row != row.strip()] == []
