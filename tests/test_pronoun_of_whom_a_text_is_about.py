"""Whom "she" means in a report where somebody acts on her."""

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast

LIFE = "In 1921, Maria Valcke came to Ghent with a violin and no bow. She told the papers that the bow was lost.\n\n{}"


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("The owner, Dobbelaere, shut the door; she sang in the yard.", None),  # a contrast
        ("In March, Dobbelaere invited her to play.", None),  # somebody else
        ("The owner, Dobbelaere, shut the door. She sang in the yard.", "female"),
        ("In March, Dobbelaere lost her coat.", None),
        ("In March, Dobbelaere lost her coat. In May, Dobbelaere sold her hat.", "female"),
    ],
)
def test_a_contrast_and_an_object_tell_no_gender(words: str, gender: str | None) -> None:
    cast = build_cast(Document(LIFE.format(words)))
    assert next(m.gender for m in cast.entities if m.name == "Dobbelaere") == gender


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("In March, Dobbelaere invited her to play. She said that the stove was cold.", "Maria Valcke"),
        ("In March, Dobbelaere invited her friends to play. She said that the stove was cold.", "Dobbelaere"),
    ],
)
def test_who_acts_on_her_is_not_she(words: str, speaker: str) -> None:
    assert extract_quotes(LIFE.format(words))[-1].speaker_name == speaker
