"""Whose words they are when the detector stops short: names beside descriptions, relative clauses, times, brackets."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


def told(text: str) -> list[str | None]:
    """Return the speakers of a text."""
    return [a.speaker_name for a in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A spokeswoman for the bank, Lena Lake-Osei, said the branch would close.", "Lena Lake-Osei"),
        ("Its organiser, retired teacher Pauline Aske, 68, said it was fun.", "Pauline Aske"),
        ("Then the vicar, the Rev. Colin Frame, said the roof leaked.", "Colin Frame"),
        ("A plumber named Mia Petrov said the pipe burst.", "Mia Petrov"),
        ("The pipe burst, according to a plumber named Mia Petrov.", "Mia Petrov"),
        ("The Bureau of Tides's Hamish Rensburg said Saturday would be wet.", "Hamish Rensburg"),
        ("The road was shut, according to a tweet on Monday by Mayor Ana Ruiz.", "Ana Ruiz"),
        ("A spokesman for Beacon Mills insisted that it was safe.", "A spokesman for Beacon Mills"),
        ("A friend of Jean Garvie said it was safe.", "A friend of Jean Garvie"),
    ],
)
def test_names_beside_descriptions(text: str, speaker: str) -> None:
    assert told(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The fund last month urged voters to stay.", "fund"),
        ("Nordlys Energy today announced that it would sell its ships.", "Nordlys Energy"),
        ("Chess coach Tomas Ekwall last month said he would go.", "Tomas Ekwall"),
        ("Some 2,300 residents said they were against it.", "Some 2,300 residents"),
    ],
)
def test_times_and_numbers(text: str, speaker: str) -> None:
    assert told(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lars Holm called his brother, who said he was ill.", "his brother"),
        ("The study was led by Mark Hay, an ecologist at the lab, who said it was sound.", "Mark Hay"),
        ("Paul Kerr praised Lena Ortiz, who said she was glad.", "Lena Ortiz"),
    ],
)
def test_relative_clauses(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Tom Brand scored twice on Monday. “We won,” the striker said.", "Tom Brand"),
        ("City boss Renata Silva was furious on Monday. “It was a joke,” the Brazilian said.", "Renata Silva"),
        ("Mr. Justice Tom Brand read the ruling. “It is over,” the judge said.", "Tom Brand"),
        ("Const. Mark Bell was in court. Later the officer said he had slept.", "Mark Bell"),
        ("Tom Brand went to the hall on Monday. “It is over,” the mayor said.", "mayor"),
        ("Tom Brand went to the hall on Monday. The Chinese said it was over.", "Chinese"),
    ],
)
def test_descriptions(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


def test_a_tag_that_contradicts_its_speaker_is_never_sure() -> None:
    for attribution in extract_quotes("Tom Brand met Paul Kerr. “It is late,” she said. He left."):
        gender = attribution.speaker.gender if attribution.speaker else None
        assert gender != "male" or attribution.confidence <= 0.5


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mutsu and Forland [21] argued early on that the robot is slow.", ["Mutsu and Forland"]),
        ("Norway and Chile blamed the buyers, saying the price was low.", ["Norway and Chile"]),
        ("The Harbour Committee and the Fire Service (HFS) said gas was the cause.",
         ["Harbour Committee and Fire Service"]),
        ("Ruiz praised Tom Hale and Paul Berg, saying they had rowed well.", ["Ruiz", "Ruiz"]),
        ("“We lost it,” said 7/7 widow Terry Strand.", ["Terry Strand"]),
        ("One former clerk messages to say it is the rudest he has seen.", ["One former clerk"]),
        ("The Boat Union agreed. A fishermen's cooperative said on Friday that it would wait.",
         ["A fishermen's cooperative"]),
        ("The last entry, for September 2nd, reads: “Wind light, hens calm.”", ["last entry"]),
    ],
)  # fmt: skip
def test_sources_cut_short(text: str, speakers: list[str]) -> None:
    assert [name for name in told(text) if name] == speakers


def test_who_asks_is_not_who_answers() -> None:
    text = (
        "The harbour master, Tom Prys, says the storm was forecast. Asked by the Greens’ Lene Holt Okoro whether he "
        "trusts the pilots, he says nobody steers better."
    )
    assert told(text) == ["Tom Prys", "Lene Holt Okoro", "Tom Prys"]
