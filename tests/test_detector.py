"""QuoteDetector: kinds, spans, cues, what is left out, and properties for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.records import Quotation

PIECES = st.lists(
    st.sampled_from(
        ["“", "”", '"', "'", "‘", "’", "said", "Ana", "the mayor", "that", "told", "according to", ",", ".", "?", " ", " ",  # noqa: E501
         " ", "\n\n", "—", "MS. RUIZ:", "she", "it was late", "I will go", "\x00", "\ud800", "İ"]
    ),
    max_size=40,
).map(" ".join)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=50), PIECES)


def detect(text: str) -> tuple[Quotation, ...]:
    return QuoteDetector().detect(text)


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, words, cue and source of every quotation."""
    return [(q.kind, q.text, q.cue.text if q.cue else "", q.source.text if q.source else "") for q in detect(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We won,” said Ana Ruiz.", [("direct", "We won,", "said", "Ana Ruiz")]),
        ('"A," said Ana, "and b."', [("direct", "A, … and b.", "said", "Ana")]),
        ("‘No deal’, says minister", [("direct", "No deal", "says", "minister")]),
        ("The word “brief” is short.", []),
        ("He is 6'2\" tall and she is 5'9\".", []),
    ],
)
def test_direct(text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert told(text) == expected


def test_one_span_a_paragraph() -> None:
    found = detect("“We tried, and we failed.\n\n“We will try again,” Ana Ruiz said.")
    assert [[span.text for span in q.spans] for q in found] == [["We tried, and we failed.", "We will try again,"]]


def test_mixed_and_indirect() -> None:
    kinds = {
        q.kind: q.text
        for q in detect("The mayor said on Monday that tea was “a gift”. Ana Ruiz said that she would not go.")
    }
    assert kinds == {"mixed": "that tea was “a gift”", "indirect": "that she would not go"}


def test_kinds_are_a_choice_and_change_nothing_else() -> None:
    text = "“We won,” said Ana. The mayor said that tea was “a gift”. Bo Li said that he would not go. “No.”"
    every = detect(text)
    for kinds in (["direct"], ["mixed"], ["indirect"], ["direct", "mixed"]):
        assert QuoteDetector().detect(text, kinds=kinds) == tuple(q for q in every if q.kind in kinds)


def test_a_document_may_be_passed() -> None:
    text = "“We won,” said Ana Ruiz."
    assert QuoteDetector().detect(Document(text)) == detect(text)
    assert QuoteDetector().passages(Document(text)) == QuoteDetector().passages(text)


@pytest.mark.parametrize("wrong", [None, 3, b"bytes", ["a"]])
def test_anything_else_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError, match="str"):
        QuoteDetector().detect(wrong)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_quotations_are_in_order_and_apart_or_inside(text: str) -> None:
    found = detect(text)
    assert found == detect(text)
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quotation in found:
        for span in (*quotation.spans, quotation.cue, quotation.source):
            assert span is None or (span.text and text[span.start : span.end] == span.text)
    for index, left in enumerate(found):
        for right in found[index + 1 :]:
            if right.start < left.end:
                assert all(any(o.start <= s.start and s.end <= o.end for o in left.spans) for s in right.spans)


@settings(max_examples=80, deadline=None)
@given(TEXTS, st.integers(0, 2), st.integers(0, 2))
def test_blank_paragraphs_around_shift_and_change_nothing(text: str, before: int, after: int) -> None:
    shift = 2 * before
    moved = detect("\n\n" * before + text + "\n\n" * after)
    assert [(q.kind, q.start - shift, q.text) for q in moved] == [(q.kind, q.start, q.text) for q in detect(text)]
