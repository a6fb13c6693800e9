"""Whom "he" and "she" mean where the names of a story are strange."""

import pytest

from quotex import extract_quotes

TEXT = """“Is the rope wet?” said Ada Moss.

“It is,” said Tom Reed.

“Why?” said Vesk.

{}

“Then we wait,” said Tom Reed.
"""


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("She told him that the lamp was out.", "Ada Moss"),  # Vesk may be a she, but has done nothing here
        ("Vesk came down. She told him that the lamp was out.", "Vesk"),
        ("Ada Moss rose. Vesk came down, and he was cold. She told him that the lamp was out.", "Ada Moss"),
        ("Tom rose.\n\nVesk came down, and he was cold. Ada laughed at Vesk. She said that it rained.", "Ada Moss"),
        ("The widow bowed. Vesk came down, and she smiled.\n\nVesk turned. He told Tom that it rained.", "Vesk"),
    ],
)
def test_somebody_of_unknown_gender_is_he_or_she_for_good(paragraph: str, speaker: str) -> None:
    found = extract_quotes(TEXT.format(paragraph))
    assert [a.speaker_name for a in found if a.quote.kind == "indirect"] == [speaker]
