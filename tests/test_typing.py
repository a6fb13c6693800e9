"""What an editor shows: the types of the main calls, by mypy's reveal_type."""

from __future__ import annotations

import inspect
import pathlib
import re

import pytest

CODE = """
from quotex import Extractor, Kind, QuoteDetector, SentenceSplitter, SpeakerResolver, extract_many, extract_quotes

wanted: Kind = "direct"
found = extract_quotes("text", kinds=["direct"], speakers={"Ann": ["Annie"]})
reveal_type(found)  # quotex.attributions.Attributions
reveal_type(found[0])  # quotex.attributions.Attribution
reveal_type(found[:2])  # quotex.attributions.Attributions
reveal_type(found[0].quote.spans)  # tuple[quotex.records.Span, ...]
reveal_type(found[0].quote.kind)  # Literal['direct'] | Literal['mixed'] | Literal['indirect']
reveal_type(found[0].speaker)  # quotex.records.Speaker | None
reveal_type(found[0].speaker_name)  # str | None
reveal_type(found[0].nested)  # tuple[quotex.attributions.Attribution, ...]
reveal_type(found[0].confidence)  # float
reveal_type(found.cast)  # tuple[quotex.records.Entity, ...]
reveal_type(found.by_speaker())  # dict[str | None, tuple[quotex.attributions.Attribution, ...]]
reveal_type(found.to_json())  # str
reveal_type(extract_many(["text"]))  # typing.Iterator[quotex.attributions.Attributions]
reveal_type(SentenceSplitter().split("text"))  # tuple[quotex.records.Span, ...]
reveal_type(QuoteDetector().passages("text"))  # tuple[quotex.detect.marks.passages.Passage, ...]
reveal_type(QuoteDetector().detect("text"))  # tuple[quotex.records.Quotation, ...]
reveal_type(SpeakerResolver().resolve("text", ()))  # tuple[quotex.attributions.Attribution, ...]
reveal_type(Extractor().extract("text"))  # quotex.attributions.Attributions
for one in found:
    reveal_type(one)  # quotex.attributions.Attribution
"""
WRONG = """
from quotex import extract_quotes

extract_quotes(b"text")
extract_quotes("text")[0].quote.kinds
extract_quotes("text")[0].confidence = 1.0
"""


CONFIG = """\
[mypy]
strict = true
follow_imports = silent

[mypy-pandas.*,polars.*,pyarrow.*,matplotlib.*,pyspark.*,nltk.*,numpy.*,tqdm.*]
follow_imports = skip
follow_imports_for_stubs = true
ignore_missing_imports = true
"""


def plain(kind: str) -> str:
    """Write a type as current mypy does: older ones say Union and builtins."""
    kind = kind.replace("builtins.", "").replace("Tuple[", "tuple[").replace("collections.abc.", "typing.")
    kind = re.sub(r"Union\[(.*)\]$", lambda union: union[1].replace(", ", " | "), kind)
    return kind.replace(
        "Literal['direct', 'mixed', 'indirect']", "Literal['direct'] | Literal['mixed'] | Literal['indirect']"
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(tmp_path_factory.mktemp("mypy"))


def run(code: str, folder: pathlib.Path, cache: str) -> list[str]:
    api = pytest.importorskip("mypy.api")
    path = folder / "sample.py"
    path.write_text(code, encoding="utf-8")
    config = folder / "mypy.ini"
    config.write_text(CONFIG, encoding="utf-8")
    options = ["--config-file", str(config), "--cache-dir", cache]
    out, err, _ = api.run([*options, str(path)])
    assert not err
    return [line for line in str(out).splitlines() if "sample.py" in line]


def test_reveal_type_is_what_a_user_expects(tmp_path: pathlib.Path, cache: str) -> None:
    expected = [line.partition("  # ")[2] for line in CODE.splitlines() if "reveal_type(" in line]
    lines = run(CODE, tmp_path, cache)
    assert not [line for line in lines if "error" in line]
    revealed = [plain(match[1]) for line in lines if (match := re.search(r'Revealed type is "(.*)"', line))]
    assert revealed == expected


def test_misuse_shows_in_the_editor(tmp_path: pathlib.Path, cache: str) -> None:
    errors = [line for line in run(WRONG, tmp_path, cache) if "error" in line]
    assert [
        bool(re.search(pattern, line))
        for pattern, line in zip(
            ('"extract_quotes" has incompatible type "bytes"', 'has no attribute "kinds"', '"confidence".*read-only'),
            errors,
            strict=True,
        )
    ] == [True] * 3


def test_what_hovering_shows_has_examples() -> None:
    import quotex

    for item in (quotex.extract_quotes, quotex.extract_many):
        assert item.__doc__ and ">>>" in item.__doc__
    for public in quotex.__all__:
        value = getattr(quotex, public)
        assert not (inspect.isclass(value) or inspect.isroutine(value)) or value.__doc__, public
