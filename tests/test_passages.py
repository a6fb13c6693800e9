"""Passages: nesting, continuation through paragraphs, unbalanced marks, and properties for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.detect.marks.passages import Passage, find_passages, read_passages
from quotex.extract import extract_quotes
from quotex.read.document import Document

MARKED = st.lists(
    st.sampled_from(
        [
            *"\"'“”‘’«»„「」`",
            "''",
            "&quot;",
            " ",
            " ",
            "\n\n",
            "a",
            "Ana",
            "said",
            "don't",
            ", ",
            ". ",
            "—",
            "(",
            "6",
            "<b>",
            "\ud800",
            "\x00",
        ]
    ),
    max_size=50,
).map("".join)
TEXTS = st.one_of(st.text(max_size=60), MARKED)


def passages(text: str) -> tuple[Passage, ...]:
    return find_passages(Document(text))


def tree(found: tuple[Passage, ...]) -> list[object]:
    """Texts of passages, each with those nested in it."""
    return [(p.span.text, tree(p.nested)) if p.nested else p.span.text for p in found]


def test_alternate_nesting() -> None:
    text = "“She said ‘he wrote “no” twice’ and left,” Ana said."
    assert tree(passages(text)) == [("She said ‘he wrote “no” twice’ and left,", [("he wrote “no” twice", ["no"])])]


def test_nesting_of_the_same_kind() -> None:
    assert tree(passages("“He said “no” to me,” she said.")) == [("He said “no” to me,", ["no"])]
    assert tree(passages('"He said "no" to me," she said.')) == [('He said "no" to me,', ["no"])]
    assert tree(passages("“a “b “c “d” c” b” a”")) == [
        ("a “b “c “d” c” b” a", [("b “c “d” c” b", [("c “d” c", ["d"])])])
    ]


def test_a_quotation_of_several_paragraphs_is_one_passage() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” said Ana.\n\n“Four.”"
    found = passages(text)
    assert [p.span.text for p in found] == ["One.\n\n“Two.\n\n“Three,", "Four."]
    assert [part.text for part in found[0].parts] == ["One.", "Two.", "Three,"]
    assert found[0].closed


def test_single_marks_run_on_too() -> None:
    text = "‘One’s own.\n\n‘Two,’ said Ana.\n\n‘Three,’ he said."
    assert [len(p.parts) for p in passages(text)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "parts", "nested"),
    [
        ("“It was late.\n\n“ ‘Come in,’ he said.\n\n“I came in,” said Ann.", 3, ["Come in,"]),
        ('"It was late.\n\n" \'Come in,\' he said.\n\n"I came in," said Ann.', 3, ["Come in,"]),
        ("‘It was late.\n\n‘“Come in,” he said.\n\n‘I came in,’ said Ann. ‘Yes.’", 3, ["Come in,"]),
        ("‘It was late.\n\n‘ “Come in,” he said.\n\n‘I came in,’ said Ann. ‘Yes.’", 3, ["Come in,"]),
    ],
)
def test_a_paragraph_that_runs_on_may_open_with_two_marks(text: str, parts: int, nested: list[str]) -> None:
    told = passages(text)[0]
    assert len(told.parts) == parts
    assert tree(told.nested) == nested


def test_a_forgotten_closing_mark_ends_with_its_paragraph() -> None:
    found = passages("“One two.\n\nShe left. “Three,” he said.")
    assert [(p.span.text, p.closed) for p in found] == [("One two.", False), ("Three,", True)]


def test_an_unbalanced_mark_harms_its_own_paragraph_alone() -> None:
    good = '"Yes," said Ana. "No."'
    for bad in ('He had a " there.', 'so" it goes', "'t was \" so ' on", "”", "“", "«"):
        text = f"{good}\n\n{bad}\n\nThen {good}"
        start = text.rindex("Then")
        assert [p.span.text for p in passages(text) if p.marks.end <= len(good)] == ["Yes,", "No."]
        assert [p.span.text for p in passages(text) if p.marks.start >= start] == ["Yes,", "No."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = "\n\n".join(
        [
            '"It is a truth that everybody in this country acknowledges, and\nnobody doubts it at all,"\nsaid Ana to her sister.'  # noqa: E501
        ]
        * 3
    )
    assert len(passages(text)) == 3


def test_many_marks_are_read() -> None:
    for text in ('"' * 30_000, "“" * 30_000, "' " * 15_000, "“‘" * 15_000):
        find_passages(Document(text))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_passages_lie_in_order_and_inside_their_marks(text: str) -> None:
    last = 0
    for passage in passages(text):
        assert last <= passage.marks.start
        last = passage.marks.end
        _check(text, passage)


def _check(text: str, passage: Passage) -> None:
    assert text[passage.span.start : passage.span.end] == passage.span.text
    assert passage.marks.start < passage.span.start < passage.span.end <= passage.marks.end
    at = passage.span.start
    for part in passage.parts:
        assert at <= part.start < part.end
        at = part.end
    at = passage.span.start
    for inner in passage.nested:
        assert at <= inner.marks.start and inner.marks.end <= passage.span.end
        at = inner.marks.end
        _check(text, inner)


def test_a_passage_left_open_goes_on_only_with_its_own_mark() -> None:
    text = '"Dora was tired that day.\n\n“I never lost,” she said.\n\n“Not once.\n\n“Never,” she added.'
    assert [passage.span.text for passage in passages(text)] == [
        "Dora was tired that day.",
        "I never lost,",
        "Not once.\n\n“Never,",
    ]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.integers(0, 3), st.integers(0, 3))
def test_blank_paragraphs_around_shift_and_change_nothing(text: str, before: int, after: int) -> None:
    shift = 2 * before
    moved = passages("\n\n" * before + text + "\n\n" * after)
    assert [(p.span.start - shift, p.span.text, p.closed) for p in moved] == [
        (p.span.start, p.span.text, p.closed) for p in passages(text)
    ]


def test_a_passage_closed_in_the_next_paragraph_runs_on() -> None:
    text = "“The roof has gone; we heard it.\n\nNobody came until noon.” The caretaker coughed.\n\n“Then he left.”"
    passages = read_passages(Document(text))
    assert [len(passage.parts) for passage in passages] == [2, 1]
    assert passages[0].closed


def test_a_passage_left_open_harms_no_paragraph_that_opens_marks() -> None:
    text = "“The roof has gone; we heard it.\n\nShe said “it is cold” and left."
    assert [len(passage.parts) for passage in read_passages(Document(text))] == [1, 1]


def test_a_mark_between_the_paragraphs_of_a_divided_text_closes_nothing() -> None:
    text = (
        "CAST\n\nFIRST SENTRY.\nHalt! Who goes there?\n\nQUARTERMASTER. (Reading.)\n“Not ripe.”\n\n(A trumpet.)\n\n"
        "FIRST SENTRY.\nHalt again!\n\nQUARTERMASTER.\nIt is I.\n\nFIRST SENTRY.\nPass.\n"
    )
    for record in extract_quotes(text, threshold=0):
        assert all(span.start < span.end for span in record.quote.spans)


@pytest.mark.parametrize(
    ("first", "joined"),
    [
        ("“I am not going, Anna said.", False),
        ("“I have been listening since Tuesday", False),
        ("“We had two cows, said the dog, and a cart.", True),
        ("“We had two cows.", True),
    ],
)
def test_a_forgotten_mark_joins_no_paragraphs(first: str, joined: bool) -> None:
    passages = find_passages(Document(f"{first}\n\n“Then go,” said Paul."))
    assert (len(passages) == 1) is joined
