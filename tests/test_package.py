"""The package as a whole: version, changelog, public names, options, and what an install carries."""

from __future__ import annotations

import configparser
import importlib
import inspect
import pathlib
import re
import subprocess
import sys

import pytest

import quotex

ROOT = pathlib.Path(__file__).parents[1]
OPTIONS = ("kinds", "speakers", "threshold", "workers", "progress")


def test_the_newest_section_of_the_changelog_is_this_version_and_not_empty() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    heading, body = re.search(r"^## (\S+).*?\n(.*?)(?=^## |\Z)", changelog, re.M | re.S).groups()  # type: ignore[union-attr]
    assert heading == quotex.__version__
    assert body.strip().startswith(("- ", "###")) and len(body.split()) > 5


def test_the_version_is_the_same_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.*)$", citation, re.M)[1] == quotex.__version__  # type: ignore[index]


def test_public_names_load_when_they_are_first_used() -> None:
    code = "import sys, quotex; print(len([m for m in sys.modules if m.startswith('quotex.')]))"
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ran.stdout.strip() == "0"
    for name in quotex.__all__:
        assert getattr(quotex, name) is not None and name in dir(quotex)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = quotex.nothing


@pytest.mark.parametrize("name", ["frames", "html", "records", "show"])
def test_public_modules_need_no_import_of_their_own(name: str) -> None:
    assert getattr(quotex, name) is importlib.import_module(f"quotex.{name}")


def test_names_that_the_docs_used_before_stay_importable() -> None:
    for module, names in {
        "quotex.show.display": ("render_html", "render_fragment"),
        "quotex.show.tables": ("COLUMNS", "iter_rows", "numbered", "to_arrow", "to_frame", "to_polars"),
        "quotex.show.plots": ("plot_speakers", "plot_timeline"),
        "quotex.show.explain": ("explain",),
        "quotex.frames": ("from_frame",),
        "quotex.many": ("extract_many", "ExtractionError"),
        "quotex.extract": ("extract_quotes", "Extractor"),
        "quotex.spark": ("extract_quotes_frame",),
    }.items():
        for name in names:
            assert hasattr(importlib.import_module(module), name), f"{module}.{name}"


def test_options_are_spelt_alike_everywhere() -> None:
    from quotex.archive import extract_archive
    from quotex.spark import extract_quotes_frame

    for function in (quotex.from_frame, quotex.extract_many, extract_archive):
        assert set(OPTIONS) <= set(inspect.signature(function).parameters), function
    for function in (quotex.from_frame, extract_archive, extract_quotes_frame):
        assert {"text", "id", "kinds", "speakers", "threshold"} <= set(inspect.signature(function).parameters)
    for function in (quotex.from_frame, quotex.extract_many, extract_archive):
        assert inspect.signature(function).parameters["progress"].default is False


def test_public_docstrings_begin_with_an_imperative_summary() -> None:
    nouns = r"(?:A|An|The|This|What|Who|Whose|How|Where|All|Every|Each|One|Many)\b"
    for name in quotex.__all__:
        value = getattr(quotex, name)
        if not (inspect.isclass(value) or inspect.isroutine(value)) or not value.__module__.startswith("quotex"):
            continue
        first = (value.__doc__ or "").strip().split("\n")[0]
        assert first and not re.match(nouns, first), f"{name}: {first}"


def test_extras_and_entry_points() -> None:
    setup = configparser.RawConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = set(setup["options.extras_require"])
    assert {"pandas", "polars", "arrow", "plot", "notebook", "spark", "spacy", "html", "train"} <= extras
    assert "quotex = quotex.spacy:make_component" in setup["options.entry_points"]["spacy_factories"]
    assert setup["metadata"]["author"] == "The quotex developers"


def test_one_line_holds_the_address_of_the_repository() -> None:
    sys.path.insert(0, str(ROOT))
    from docs.refresh import REPOSITORY, WITH_ADDRESS, refreshed

    for path in WITH_ADDRESS[1:]:
        text = path.read_text(encoding="utf-8")
        assert REPOSITORY in text and refreshed(path) == text, path


def test_the_check_of_the_changelog() -> None:
    assert not subprocess.run([sys.executable, "-m", "doctest", str(ROOT / ".ci" / "changelog.py")]).returncode
