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
        ("The owner, Dobbelaere, said that he was full; she offered to play outside.", "Maria Valcke"),
    ],
)
def test_who_acts_on_her_is_not_she(words: str, speaker: str) -> None:
    assert extract_quotes(LIFE.format(words))[-1].speaker_name == speaker


def test_who_is_alone_may_be_contrasted_with_herself() -> None:
    text = "The owner, Dobbelaere, said that the café was full; she promised that the yard would be free."
    assert [a.speaker_name for a in extract_quotes(text)] == ["Dobbelaere", "Dobbelaere"]


BOOKS = "Henrike Lund kept bees in the north. Her diary is laconic. {} She sold the honey in June."


@pytest.mark.parametrize("date", ["May 4:", "4 May:", "Tuesday, May 4, 1921:", "4th May 1921:"])
def test_a_line_behind_a_date_is_out_of_the_diary(date: str) -> None:
    assert [a.speaker_name for a in extract_quotes(BOOKS.format(date + " “Two swarms. No rain.”"))] == ["Henrike Lund"]


def test_a_log_without_a_known_owner_is_named_itself() -> None:
    text = "The harbour log is brief. The keeper’s log is not.\n\n12 March: “Lamp out. Again.”"
    assert [a.speaker_name for a in extract_quotes(text)] == ["keeper’s log"]


@pytest.mark.parametrize("before", ["The bees were a nuisance. May 4:", "Her diary was burnt. Hive 4:"])
def test_no_book_or_no_date_tells_no_writer(before: str) -> None:
    found = extract_quotes(f"Bo Marsh sat down. {before} “Two swarms. No rain.”")
    assert all("diary" not in str(a.speaker_name) for a in found)
