"""A surname that a report spells in two ways, and a full name that only the headline gives."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast


def names(text: str) -> list[str]:
    """Return the printed names of everybody in a text."""
    return [member.name for member in build_cast(Document(text)).entities]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tyra McClennan came to the rally in Hull. Then McLennan said that the hall was cold.", ["Tyra McClennan"]),
        ("Harold Bornstein signed the note. On Monday Bornsten's clerk told Bornsten to wait.", ["Harold Bornstein"]),
        # Two people, or too short to tell.
        ("Leslie Hansen met Karl Hanson. Hanson said that it was late.", ["Leslie Hansen", "Karl Hanson"]),
        ("Ana Lund came in. Lunt said that it was late.", ["Ana Lund", "Lunt"]),
        ("Ana Carlton came in. The Carltons said that it was late.", ["Ana Carlton"]),
    ],
)
def test_one_letter_apart(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Hilary Ruiz Goes After Donald Lund Over His Taxes", ["Hilary Ruiz", "Donald Lund"]),
        ("Grant Ruiz A Pardon, Says Lund", ["Ruiz", "Lund"]),  # a verb, not a given name
    ],
)
def test_full_names_of_a_headline(headline: str, found: list[str]) -> None:
    text = f"{headline}\n\nOn Monday Ruiz leaned in, and Lund shook his head. Ruiz went on, and so did Lund."
    assert names(text)[: len(found)] == found


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Elizabeth Warner Hammers Wells Bank Chief: ‘You Should Resign’", "Elizabeth Warner"),
        ("Elizabeth Warner Tells Wells Bank Chief: ‘You Should Resign’", "Elizabeth Warner"),
    ],
)
def test_a_verb_of_a_headline_is_no_part_of_a_name(headline: str, speaker: str) -> None:
    text = f"{headline}\n\nSenator Elizabeth Warner grilled the head of Wells Bank on Tuesday."
    assert extract_quotes(text)[0].speaker_name == speaker
