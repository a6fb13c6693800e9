"""Whose the words are that "it" tells in a story."""

import pytest

from quotex import extract_quotes

TEXT = """“Are we near?” said Ada Moss.

“Not yet,” said Tom Reed.

{}

“Then we wait,” she said, and laughed. She pulled her coat about her ears and looked at the rain.

“You wait,” he said. “I shall sleep.”
"""


def teller(paragraph: str) -> str | None:
    """Who tells the first reported words."""
    found = extract_quotes(TEXT.format(paragraph))
    return next(a.speaker_name for a in found if a.quote.kind == "indirect")


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("A voice came down the stair. It asked whether they had a lamp.", "a voice"),
        ("The radio crackled on its shelf. It said that the ferry was late.", "radio"),
        ("Tom took a letter out of his coat. It said that the mill was sold.", "a letter"),
        ("Tom told her that the lamp was lit. Outside the gate rattled. “Go,” said Ada. It said nothing.", "Tom Reed"),
        ("The radio crackled on its shelf. Tom said that it was late.", "Tom Reed"),
    ],
)
def test_it_is_the_thing_that_acts_or_is_read(paragraph: str, speaker: str) -> None:
    assert teller(paragraph) == speaker


def test_a_person_is_not_it() -> None:
    assert teller("The keeper came down the stair. It said that he was late.") != "keeper"
