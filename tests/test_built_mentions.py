"""Sources whose words a shorter or a longer phrase could be cut from: who is named in the end."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


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
        ("A spokesman for Ann Lee said the lake would stay.", "A spokesman for Ann Lee"),
        ("Noelani Ah Chong said the ferry was late.", "Noelani Ah Chong"),
        ("The match ended at noon on Monday. In the press box someone said, “He’s miscounted.”", "someone"),
        ("P.S. Someone always asks whether the ferry is late.", "Someone"),
        ("At 03:12 UTC a pager went off. “Disk full,” it said.", "it"),
    ],
)
def test_who_is_named_by_a_phrase(text: str, name: str) -> None:
    assert speakers(text) == [name]
