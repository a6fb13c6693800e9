"""What `kinds` and `threshold` choose among the records, and the words of a quotation in one string."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from attrs import evolve

from quotex import Attribution, Attributions, extract_many, extract_quotes
from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.records import KINDS, Kind

ROOT = Path(__file__).resolve().parent.parent
TEXTS = sorted([*(ROOT / "docs" / "examples").glob("*.txt"), *(ROOT / "tests" / "cases").glob("*.txt")])
PAIRS = list(combinations(KINDS, 2))


def flat(records: Iterator[Attribution] | Attributions | tuple[Attribution, ...]) -> Iterator[Attribution]:
    """Yield every record, nested ones too, without what is nested in it."""
    for record in records:
        yield evolve(record, nested=())
        yield from flat(record.nested)


@pytest.mark.parametrize(("number", "path"), list(enumerate(TEXTS)), ids=lambda value: getattr(value, "stem", ""))
def test_kinds_only_choose(number: int, path: Path) -> None:
    """Each kind alone, and one of the pairs in turn."""
    text = path.read_text(encoding="utf-8")
    everything = list(flat(extract_quotes(text)))
    for choice in (*zip(KINDS, strict=True), PAIRS[number % len(PAIRS)]):
        kept = list(flat(extract_quotes(text, kinds=choice)))
        assert kept == [record for record in everything if record.quote.kind in choice]


def test_what_a_record_of_another_kind_holds_comes_to_the_top() -> None:
    text = "Tom Reke said that his mother told him “to run home” in May."
    (mixed,) = extract_quotes(text)
    assert mixed.nested
    assert [a.quote.kind for a in extract_quotes(text, kinds=["direct"])] == [
        a.quote.kind for a in mixed.nested if a.quote.kind == "direct"
    ]


def test_the_threshold_leaves_out_what_is_less_certain() -> None:
    text = "Ana Ruiz said that the bridge was safe. She hoped that it would open soon."
    everything = extract_quotes(text, threshold=0)
    certain = extract_quotes(text, threshold=0.9)
    assert len(certain) <= len(extract_quotes(text)) <= len(everything)
    assert all(a.quote.confidence >= 0.9 for a in certain)
    assert next(extract_many([text], threshold=0.9)).records == certain.records


@pytest.mark.parametrize(
    ("threshold", "error"), [("0.5", TypeError), (True, TypeError), (1.5, ValueError), (-1, ValueError)]
)
def test_a_threshold_is_a_share(threshold: object, error: type[Exception]) -> None:
    with pytest.raises(error, match="threshold"):
        extract_quotes("“Go,” said Ann.", threshold=threshold)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” said Ana Ruiz. “At last.”", "We won, … At last."),
        ("“We won.”\n\n“At last,” said Ana Ruiz.", "We won."),
        ("“We won.\n\n“It was close,” said Ana Ruiz.", "We won. It was close,"),
        ("ANA: We won.\n\nBO: No.\n\nANA: Yes.\n\nIt was close.", "We won."),
    ],
)
def test_the_words_of_the_writer_are_marked_as_left_out(text: str, expected: str) -> None:
    assert extract_quotes(text)[0].quote.text == expected


@pytest.mark.parametrize(
    "text",
    [
        "“We won,” said Ana. “… at last,” she added, “… and … well.”",
        "“… So,” said Ana, “… we won … now.”",
        "“A,” said Bo, “…”",
    ],
)
def test_parts_that_begin_with_an_ellipsis_survive_the_round_trip(text: str) -> None:
    for record in extract_quotes(text):
        assert Attribution.from_dict(record.to_dict()) == record


def test_speakers_are_those_of_the_cast_who_are_quoted_most_quoted_first() -> None:
    found = extract_quotes("“Go,” said Ann Lee. Bo Hall left.\n\n“Stay,” said Cy Dorn.\n\n“Run,” said Cy Dorn.")
    assert [entity.name for entity in found.speakers] == ["Cy Dorn", "Ann Lee"]
    kinds: list[Kind] = ["indirect"]
    assert extract_quotes("", kinds=kinds).speakers == ()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ana Ruiz said that the bridge was safe. She denied that it had cracks.", False),
        ("Ana Ruiz said that the bridge was “safe”.", True),
        ("RUIZ: The bridge is safe.\n\nLUND: Is it?\n\nRUIZ: It is.\n\nLUND: Good.\n", True),
    ],
)
def test_a_text_without_marks_or_turns_is_not_read_for_direct_quotations(
    text: str, read: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    detected: list[Document] = []
    detect = QuoteDetector.detect
    monkeypatch.setattr(
        QuoteDetector, "detect", lambda self, document: detected.append(document) or detect(self, document)
    )
    kinds: list[Kind] = ["direct", "mixed"]
    assert bool(extract_quotes(text, kinds=kinds)) is read
    assert bool(detected) is read
    assert extract_quotes(text)
