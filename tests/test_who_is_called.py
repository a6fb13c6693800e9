"""Whom the words of a turn call, and who acts beside them."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.turns import Turn, read_turns

KITCHEN = "Petra Lund came into the kitchen. Olav Berg was at the stove, and Sanna Moe at the door.\n\n"


def first_turn(words: str) -> tuple[Turn, list[str]]:
    document = Document(KITCHEN + words)
    cast = build_cast(document, None)
    turns, _ = read_turns(document, QuoteDetector().detect(document, kinds=("direct",)), cast)
    return turns[0], [cast.entities[vocative.entity].name for vocative in turns[0].vocatives]


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("“Olav Berg, she's new here,” said Petra.", ["Olav Berg"]),
        ("“Sit down, Olav. She's new here,” said Petra.", ["Olav Berg"]),
        ("“Sit down, Sanna Moe. She's new here,” said Petra.", ["Sanna Moe"]),
        ("“Are you in, Olav? Come out,” said Petra.", ["Olav Berg"]),
        ("“And Olav, bring a spoon,” said Petra.", ["Olav Berg"]),
    ],
)
def test_a_name_that_stands_apart_calls(words: str, called: list[str]) -> None:
    assert first_turn(words)[1] == called


@pytest.mark.parametrize(
    "words",
    [
        "“Sanna Moe. She's new here,” said Petra.",
        "“Sanna Moe,” said Petra, low. “She's new here.”",
        "“Olav? Olav is asleep,” said Petra.",
        "“They had words, her and Olav, out in the yard,” said Petra.",
    ],
)
def test_who_is_told_of_is_not_called(words: str) -> None:
    assert first_turn(words)[1] == []


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("I crouch by the stove. “Is it hot?”", "before"),
        ("“It is hot.” I delete the note. “Go.”", "inside"),
        ("Petra and I with the spoons. “Is it hot?”", ""),
    ],
)
def test_i_act_in_the_present_too(words: str, acts: str) -> None:
    assert first_turn(words)[0].beat_narrator == acts


@pytest.mark.parametrize(
    ("words", "role"), [("Olav's there, with a lamp.", "subject"), ("Olav's lamp is lit.", "owner")]
)
def test_who_is_there_acts(words: str, role: str) -> None:
    assert [seen.role for seen in first_turn(f"{words} “Is it hot?”")[0].mentions_before] == [role]


@pytest.mark.parametrize("words", ["It broke, Nobu.", "I was only asking, Nobu. Go on.", "Never mind that now, Nobu!"])
def test_who_is_called_at_the_end_of_a_sentence_does_not_speak_it(words: str) -> None:
    behind = "Nobu said nothing. Shizuma came to the door.\n\n“What broke?” said Shizuma."
    text = f"Nobu turned the jar round.\n\n“{words}”\n\n{behind}"
    assert extract_quotes(text)[0].speaker_name != "Nobu"


def test_a_name_called_within_words_that_are_told_may_be_the_speakers() -> None:
    told = "“He said, ‘Hold the oar, Nat.’ He gave it to me.”"
    text = f"Nat swallowed. {told} Nat wiped his eyes.\n\n“And then?” said Ann."
    assert extract_quotes(text)[0].speaker_name == "Nat"


def test_two_people_may_call_each_other_by_one_title() -> None:
    text = (
        "Rivet came in with his hat in his hand. He was the tutor.\n\n"
        "“You have come from the count, Monsieur.” Lund did not get up.\n\n"
        "“I have, Monsieur,” said Rivet.\n\n“And what does he want?”\n\n“Nothing that I could tell you, Monsieur.”\n\n"
        "“Then sit down, Rivet.”\n"
    )
    assert [record.speaker_name for record in extract_quotes(text)][2:4] == ["Lund", "Rivet"]
