"""Who answers in a report: questions put to somebody, and questions of the writer."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

OPENING = "“It is late,” said Ann Lee, a nurse, on Monday. “It is cold,” said Tom Reed, a clerk.\n\n"


def turns(text: str) -> list[str | None]:
    """The speakers of the quotations behind the opening that have no cue."""
    return [a.speaker_name for a in extract_quotes(OPENING + text) if a.cue is None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reed put it to Lee that she had slept.\n\n“I have not.”", ["Ann Lee"]),
        (
            "Reed asked Lee whether she had the key.\n\n“I lost it.”\n\n“Where was that?”\n\n“In the sea.”",
            ["Ann Lee", "Tom Reed", "Ann Lee"],
        ),
        ("Reed told the court that Lee had slept.\n\n“She snored.”", ["Tom Reed"]),
    ],
)
def test_who_is_asked_answers(text: str, names: list[str]) -> None:
    assert turns(text) == names


def test_a_question_of_the_writer_is_answered_by_the_one_quoted_most() -> None:
    text = (
        "Ana Ruiz has run the ferry for ten years. “I never learned to swim,” she says. The bridge has an owner, Tom "
        "Ott, who has warned of “blood on the deck” in May. Does it hurt? “I have been called worse by my aunt.”"
    )
    assert [a.speaker_name for a in extract_quotes(text)] == ["Ana Ruiz", "Tom Ott", "Ana Ruiz"]


def test_who_speaks_in_the_paragraph_goes_on() -> None:
    text = "“It is late,” said Tom Ott. Why the delay? “We had no money.” Ana Ruiz disagrees. “They had,” she said."
    assert [a.speaker_name for a in extract_quotes(text)] == ["Tom Ott", "Ana Ruiz"]


BELOW = "\n\nThe camp has no beds, aid workers say. “It is cold,” said Ann Lee, a nurse."


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Killer ‘laughed at victim’, jury told", None),
        ("KACHIN STATE: “WE SLEPT IN SHIFTS”", None),
        ("Sudan: ‘We walked for days’", None),
        ("LEE: “WE SLEPT IN SHIFTS”", "Ann Lee"),
        ("‘We sleep in shifts’, says nurse", "Ann Lee"),
    ],
)
def test_headlines_that_name_nobody(headline: str, name: str | None) -> None:
    assert extract_quotes(headline + BELOW)[0].speaker_name == name


def test_a_country_that_speaks_in_the_text_speaks_in_the_headline() -> None:
    text = "Iran: ‘We will answer’\n\nIran said on Monday that it would. “We are ready,” said Ali Reza, a minister."
    assert extract_quotes(text)[0].speaker_name == "Iran"
