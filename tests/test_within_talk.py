"""Who is "he" in what a turn of talk reports: not the one whose turn it is, nor the other one of an interview."""

from __future__ import annotations

import pytest

from quotex import Attribution, extract_quotes

INTERVIEW = (
    "The cook Amos Ruiz talks to Carl Moss.\n\n**Why two o'clock?**\n\n{answer}\n\n**Who taught you?**\n\nMy aunt.\n\n"
    "**Was it hard?**\n\nI burned it all.\n\n**And now?**\n\nI burn less."
)


def inner(text: str) -> list[Attribution]:
    return [nested for outer in extract_quotes(text) for nested in outer.nested]


@pytest.mark.parametrize(
    ("answer", "who"),
    [
        ("A schoolteacher used to come to me. He said that he was hungry.", "A schoolteacher"),
        ("I know the mayor. He said that it was early.", "mayor"),
    ],
)
def test_he_in_an_answer_is_neither_of_the_two(answer: str, who: str) -> None:
    assert [a.speaker_name for a in inner(INTERVIEW.format(answer=answer))] == [who]


def test_nobody_is_he_in_a_turn_of_his_own() -> None:
    text = (
        "AMOS RUIZ: Good evening. I met a clerk at the pier.\n\nCARL MOSS: And he said?\n\n"
        "AMOS RUIZ: He said that the crane had gone.\n\nCARL MOSS: Thank you, Amos."
    )
    assert "Amos Ruiz" not in [a.speaker_name for a in inner(text)]


def test_whom_a_turn_speaks_of_is_nobody_after_the_talk() -> None:
    answer = "The prosecutor was fair. He asked if I was cold."
    text = INTERVIEW.format(answer=answer) + "\n\nAs I leave he asks whether I would like some bread."
    assert [a.speaker_name for a in extract_quotes(text)][-1] != "prosecutor"
