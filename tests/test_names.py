"""Name mentions: what counts as a name, and where it begins and ends."""

from __future__ import annotations

import time

import pytest

from quotex.read.document import Document
from quotex.resolve.people.mentions import find_names


def names(text: str) -> list[str]:
    """The mentions found in a text, as written."""
    return [text[m.start : m.end] for m in find_names(Document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met Tom Reed there.", ["Tom Reed"]),
        ("We met Mrs. Ashdown and Mr Ashdown there.", ["Mrs. Ashdown", "Mr Ashdown"]),
        ("It was Dr. J. K. Bell who knew.", ["Dr. J. K. Bell"]),
        ("Then Ludwig van der Beek spoke to Ana de la Cruz.", ["Ludwig van der Beek", "Ana de la Cruz"]),
        ("She asked Tom Reed Jr. about it.", ["Tom Reed Jr."]),
        ("She took Tom Reed’s hat and O’Brien’s coat.", ["Tom Reed", "O’Brien"]),
        ("They saw Mr.\nAshdown again.", ["Mr.\nAshdown"]),
        ("They met Park Geun-hye.", ["Park Geun-hye"]),
        ("It was the Duchess of Westmarch.", ["Duchess of Westmarch"]),
        ("He wrote to the Department of Health and Human Services.", ["Department of Health and Human Services"]),
        ("He met the U.S. Secretary of State Ann Bell.", ["U.S. Secretary of State Ann Bell"]),
        ("He met South Korean President Park Geun-hye.", ["South Korean President Park Geun-hye"]),
        ("He asked Bell & Reed about it.", ["Bell & Reed"]),
        ("We met Mr A. Moss, Cora A. Reed and I. Okafor.", ["Mr A. Moss", "Cora A. Reed", "I. Okafor"]),
        ("It rained. A. J. Lund left.", ["A. J. Lund"]),
        ("The road to Lund Pumps and Motors Ltd was shut.", ["Lund Pumps and Motors Ltd"]),
        ("The road to Lund and Skyhop Ltd was shut.", ["Lund", "Skyhop Ltd"]),
        ("It was she and I. Ana Reed left.", ["Ana Reed"]),
        ("They knew that Reed WAS there, and Tom DID it.", ["Reed", "Tom"]),
    ],
)
def test_where_names_begin_and_end(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "I say that I am here.",
        "On Tuesday in March it rained.",
        "Oh! Well, yes. No!",
        "When he came, nobody spoke. Nobody ever did.",
        "They took plan A. Then it rained.",
        "CHAPTER XII",
        "The Russian tea was cold; the English liked it.",
        "He is a Republican and a Catholic.",
        "Yesterday it rained. Tomorrow it will snow.",
    ],
)
def test_capitals_that_are_no_name(text: str) -> None:
    assert names(text) == []


def test_a_common_word_at_sentence_start_is_a_name_when_the_text_uses_it_so() -> None:
    assert names("He saw Hall. Then Hall rose, and Hall spoke. Hall sat down.") == ["Hall"] * 4
    assert names("He saw the hall. It was big. Hall lights burned.") == []


def test_words_before_a_name_at_sentence_start_are_dropped() -> None:
    assert names("But Tom Reed stayed. Yesterday Ann Bell left.") == ["Tom Reed", "Ann Bell"]


def test_headlines_give_names_that_the_text_uses() -> None:
    text = "Ann Bell Says Harbour Plans Went Wrong\n\nThe mayor, Ann Bell, said so on Monday."
    assert names(text) == ["Ann Bell", "Ann Bell"]


def test_adjectives_made_of_names_are_none() -> None:
    assert names("The Ashdown-backed plan was Bell-led.") == []


@pytest.mark.parametrize(
    "text", ["\ud800 Tom Reed \x00", "A" * 5000, "Mr. " * 500, "Tom of " * 400, "’" * 400, "\u202eTom"]
)
def test_any_text_is_read(text: str) -> None:
    for mention in find_names(Document(text)):
        assert 0 <= mention.start < mention.end <= len(text)


def test_time_grows_in_step_with_length() -> None:
    def seconds(times: int) -> float:
        text = " ".join(
            f"Mr. Name{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} met Ann Bell of Westmarch." for i in range(times)
        )
        start = time.process_time()
        find_names(Document(text))
        return time.process_time() - start

    seconds(200)
    assert seconds(8000) < 8 * seconds(2000) + 0.2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Oru Students’ Vanguard met. Members of the Alden Growers’ Association came.",
         ["Oru Students’ Vanguard", "Alden Growers’ Association"]),
        ("The teachers’ union met. Alden Growers' Association came.", ["Alden Growers' Association"]),
        ("The Alden Rangers’ Seager was hurt. Seager is 30.", ["Alden Rangers", "Seager", "Seager"]),
    ],
)  # fmt: skip
def test_a_plural_possessive_within_the_name_of_a_body(text: str, expected: list[str]) -> None:
    found = [text[m.start : m.end].removeprefix("The ") for m in find_names(Document(text))]
    assert found[: len(expected)] == expected
