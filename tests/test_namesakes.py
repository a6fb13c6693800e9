"""Two people of one name whom a text tells apart: "Big Ana" and "Little Ana"."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    return [record.speaker_name for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Big Tom", "Little Tom"), ("Old Ada", "Young Ada"), ("Tall Ivo", "Short Ivo"), ("Big Sefa", "Small Sefa")],
)
def test_a_word_that_tells_two_apart_is_part_of_their_names(one: str, other: str) -> None:
    assert speakers(f"“Who is it?” asked {one}.\n\n“The postman,” said {other}. The gate shut.") == [one, other]


def test_a_word_before_the_name_of_one_alone_is_not() -> None:
    talk = "Little Ann sat down. Ann was six.\n\n“Can I have it?” said Ann.\n\n“No,” said Big Jim. Jim was her uncle."
    assert speakers(talk) == ["Ann", "Jim"]


def test_the_given_name_still_tells_the_gender() -> None:
    cast = extract_quotes("“Who?” asked Big Ana.\n\n“The postman,” said Little Ana. The gate shut.").cast
    assert [(member.name, member.gender) for member in cast] == [("Big Ana", "female"), ("Little Ana", "female")]
