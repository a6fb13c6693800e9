"""Documents: paragraphs in every convention, sentences by offset, and what is kept."""

from __future__ import annotations

import pytest

from quotex.read.document import Document
from quotex.read.paragraphs import find_paragraphs

WRAPPED = (
    "The boats had been out since the early morning and the harbour was\n"
    "still. A gull cried. Ines Moreau stood at the end of the pier, and\n"
    "waited.\n"
    "\n"
    "“They will come,” she said. It was more than she believed, and the\n"
    "old man beside her knew it.\n"
)


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in find_paragraphs(text)]


def test_a_hard_wrapped_text_has_paragraphs_of_several_lines() -> None:
    assert [paragraph.count("\n") for paragraph in words(WRAPPED)] == [2, 1]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028"])
def test_newline_conventions(newline: str) -> None:
    found = words(WRAPPED.replace("\n", newline))
    assert ["".join(p.split()) for p in found] == ["".join(p.split()) for p in words(WRAPPED)]


def test_a_paragraph_separator_parts_paragraphs() -> None:
    assert words("One\u2029Two") == ["One", "Two"]


def test_lines_are_paragraphs_where_nothing_is_wrapped() -> None:
    assert words("Ferry is late\nTHE HARBOUR POST\n\nThe ferry was late.") == [
        "Ferry is late",
        "THE HARBOUR POST",
        "The ferry was late.",
    ]
    long = "A line that is much longer than any editor would wrap it at. " * 4
    assert len(words(f"{long}\nand another\n{long}")) == 3


def test_a_byline_is_no_wrapped_line() -> None:
    assert len(words("The ferry to the island was late again this week\nby Ines Moreau of the Harbour Post")) == 2


def test_blank_lines_may_hold_spaces() -> None:
    assert words("One.\n \t\nTwo.\n\n\n\nThree.") == ["One.", "Two.", "Three."]


def test_paragraph_at() -> None:
    document = Document("\n\nOne.\n\nTwo.")
    assert [document.paragraph_at(offset) for offset in (0, 2, 6, 7, 8, 99)] == [0, 0, 0, 0, 1, 1]


def test_sentence_at() -> None:
    document = Document("One. Two is here.\n\nThree.")
    assert document.sentence_at(0).text == "One."
    assert document.sentence_at(4).text == "One."
    assert document.sentence_at(9).text == "Two is here."
    assert document.sentence_at(18).text == "Two is here."
    assert document.sentence_at(21).text == "Three."
    assert Document("").sentence_at(3).text == ""


def test_once_keeps_the_result() -> None:
    document = Document("One.")
    calls: list[Document] = []

    def read(given: Document) -> int:
        calls.append(given)
        return len(given.text)

    assert (document.once(read), document.once(read)) == (4, 4)
    assert calls == [document]


@pytest.mark.parametrize(("value", "word"), [(None, "''"), (b"x", "decode"), (["x"], "extract_many"), (3, "int")])
def test_another_type_is_refused(value: object, word: str) -> None:
    with pytest.raises(TypeError, match=word):
        Document.of(value)  # type: ignore[arg-type]


def test_indented_lines_begin_paragraphs_where_no_blank_line_does() -> None:
    lines = ["The boats had been out since the early morning and the harbour was", "still and the gulls were asleep."]
    text = "\n".join(["    " + "\n".join(lines)] * 8)
    assert len(words(text)) == 8


def test_indented_verse_is_no_paragraph_of_its_own() -> None:
    verse = (
        "“Fifteen gulls on the harbour wall.\n     Yo-ho-ho, and a cup of tea.\n  Fifteen gulls, and they ate it all.”"
    )
    assert len(words(WRAPPED + "\n" + verse)) == 3
