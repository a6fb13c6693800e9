"""The gender of somebody with a strange name, as the tag behind what they do shows it."""

import pytest

from quotex import extract_quotes

TEXT = """The old woman came down to the landing with a birdcage. Vesk held the rope, and Tamber held the lamp.

“How much?” the old woman said.

“Two pence,” said Tamber.

{}

“It was a long time ago,” she said.
"""


def gender_of(name: str, text: str) -> str | None:
    """The gender of somebody in the cast."""
    return next((member.gender for member in extract_quotes(text).cast if member.name == name), None)


@pytest.mark.parametrize(
    ("paragraph", "gender"),
    [
        ("Vesk stopped poling. “I know you,” he said.", "male"),
        ("Vesk stopped poling. “I know you,” she said.", "female"),
        ("The woman looked at Vesk. “I know you,” she said.", None),  # who acts is somebody else
        ("Tamber nudged Vesk. “I know you,” she said.", None),  # two are named
    ],
)
def test_a_tag_shows_the_gender_of_who_alone_acts_before_it(paragraph: str, gender: str | None) -> None:
    assert gender_of("Vesk", TEXT.format(paragraph)) == gender
