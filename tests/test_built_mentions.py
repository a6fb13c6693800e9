"""Sources whose words a shorter or a longer phrase could be cut from: who is named in the end."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document


def speakers(text: str) -> list[str | None]:
    """The speakers of a text, in order."""
    return [a.speaker_name for a in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The show was criticised by some church leaders, who claimed that it was rude.", "some church leaders"),
        ("Tom did the right thing and followed the runbook, which says that the tap is shut.", "runbook"),
        ("The report was welcomed by several big unions, which said that it was fair.", "several big unions"),
        ("One of the replies was from our CEO, who wanted to know whether it was safe.", "our CEO"),
        ("Remember the talking bin in Leeds that said “Ta, love”?", "talking bin in Leeds"),
        ("The plan was challenged by Lind and Obi (2007), who note that the clerk was paid.", "Lind and Obi"),
        ("The plan was challenged by Lind and Obi, who noted that the clerk was paid.", "Obi"),
        ("Lars Holm called Ann Lee, who said that it was late.", "Ann Lee"),
    ],
)
def test_a_relative_pronoun_takes_up_the_phrase_before_it(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cabinet member for parks Ann Lee said the lake would stay.", "Ann Lee"),
        ("Cabinet member for parks Cllr Ann Lee (Ind) said the lake would stay.", "Ann Lee"),
        ("A source close to Ann Lee said the lake would stay.", "A source close to Ann Lee"),
        ("A spokesman for Ann Lee said the lake would stay.", "A spokesman for Ann Lee"),
        ("Noelani Ah Chong said the ferry was late.", "Noelani Ah Chong"),
        ("The pilot, Col. Dennis Page Arroyo, said the ferry was late.", "Dennis Page Arroyo"),
        ("Ada Mercy Obi said the ferry was late.", "Ada Mercy Obi"),
        ("Ok Hye-jin, a pilot, left early. “It was late,” Ok said.", "Ok Hye-jin"),
        ("Yoon So-young said the ferry was late.", "Yoon So-young"),
        ("Moon Tae-in said the ferry was late.", "Moon Tae-in"),
        ("Then Tae-in said the ferry was late.", "Tae-in"),
        ("The Holm-backed Ann Lee said the ferry was late.", "Ann Lee"),
        ("Ok Ann Lee left early. “It was late,” Lee said.", "Ann Lee"),
        ("Vera Holm wore a T-shirt and haggled over a price. “Eighteen dollars,” she said.", "Vera Holm"),
        ("The match ended at noon on Monday. In the press box someone said, “He’s miscounted.”", "someone"),
        ("P.S. Someone always asks whether the ferry is late.", "Someone"),
        ("At 03:12 UTC a pager went off. “Disk full,” it said.", "it"),
    ],
)
def test_who_is_named_by_a_phrase(text: str, name: str) -> None:
    assert speakers(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sir – Your leader says that nobody reads.", ["Your leader"]),
        ("Sir Tom Reed says that nobody reads.", ["Tom Reed"]),
        ("The officers met on Monday in Millbrook. A Cedar Ln. woman said the door was open.", ["A Cedar Ln. woman"]),
    ],
)
def test_words_that_are_no_part_of_a_source(text: str, names: list[str]) -> None:
    assert speakers(text) == names


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("A woman from Leeds waited at the gate and", "A woman from Leeds"),
        ("A boy of about eight puts up his hand and", "A boy of about eight"),
        ("The head of the ruling party", "head of the ruling party"),
    ],
)
def test_a_verb_is_no_part_of_a_description(source: str, name: str) -> None:
    text = f"LEEDS — The council met on Monday to vote. {source} said the lake would stay. The mayor said it was late."
    assert speakers(text)[0] == name


def test_a_short_word_without_marks_shows_who_goes_on() -> None:
    text = (
        "“Nobody has said a word about masts,” said Arthur Pell, a farmer.\n\n"
        "Could waves harm milk? No, said Prof. Obinna Hale, a physicist at York. “You would warm it a little.”"
    )
    assert speakers(text)[-1] == "Obinna Hale"


def test_cannot_is_a_verb() -> None:
    assert Document("The firm cannot pay.").sentence_at(0).tokens.tags[2] == "MD"
