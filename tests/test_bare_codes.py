"""Codes of those whom a study quotes, standing in a sentence like names."""

import pytest

from quotex import extract_quotes
from quotex.read.codes import bare_codes
from quotex.read.document import Document
from quotex.resolve.people.name_form import coded_people

STUDY = "Twelve drivers were met. “You talk to the road,” one said. “The road is deaf” (D4).\n\n{}"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("D7, a former baker, said that he had been late once. D2 was sharper: “They never count the hours.”", "D2"),
        ("D2 was sharper. When asked about the pay, she laughed: “Nobody pays us.”", "D2"),
        ("For D9 (male, forties), the depot was a second home.", "D9"),
        ("For D9, the depot was another home:", "D9"),
    ],
)
def test_a_code_is_a_name(words: str, speaker: str) -> None:
    assert extract_quotes(STUDY.format(words))[-1].speaker_name == speaker


@pytest.mark.parametrize("words", ["For M25, the queue was a second home.", "For paper, the depot was a second home."])
def test_other_letters_and_things_hold_no_views(words: str) -> None:
    assert all(a.quote.kind == "direct" for a in extract_quotes(STUDY.format(words)))


def test_one_code_in_brackets_behind_narration_is_nobody() -> None:
    text = "“We will act,” said the minister (G7). The G20 met in Leeds."
    assert [a.speaker_name for a in extract_quotes(text)] == ["minister"]


def test_a_text_without_codes_in_brackets_has_none() -> None:
    assert not list(bare_codes(Document("The D2 was slow, and D9 was no better.")))


def test_a_number_in_letters_is_the_code_of_somebody() -> None:
    text = "The police spoke to Ana Ruiz. Witness Nineteen said that the gate was shut."
    assert [record.speaker_name for record in extract_quotes(text)] == ["Witness Nineteen"]
    found = list(coded_people("Nobody saw Witness Nineteen. Route Nineteen was slow."))
    assert [end - start for start, end in found] == [len("Witness Nineteen")]
