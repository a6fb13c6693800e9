"""Words that are spoken in italics."""

import pytest

from quotex import extract_quotes
from quotex.detect.marks.italics import spoken_in_italics

BRIDGE = """Ada Moss set one foot on the planks, and Tom Reed held the lamp behind her.

“Is it safe?” asked Tom.

*Who goes there?* said the bridge.

“Two of us,” said Ada. “And a goat.”

*{alone}*

“He is a *good* goat,” said Tom.

*Hm*, the bridge said. *Then pay for three.*
"""


def found(text: str) -> list[tuple[str, str | None]]:
    """The direct quotations of a text with their speakers."""
    return [(a.quote.text, a.speaker_name) for a in extract_quotes(text) if a.quote.kind == "direct"]


def test_what_a_tag_gives_words_in_italics_speaks_in_italics() -> None:
    spoken = found(BRIDGE.format(alone="A goat pays as well."))
    assert ("A goat pays as well.", "bridge") in spoken
    assert [speaker for _, speaker in spoken].count("bridge") == 3
    assert ("He is a *good* goat,", "Tom Reed") in spoken


def test_a_heading_in_italics_is_nobodys_words() -> None:
    assert not [text for text, _ in found(BRIDGE.format(alone="Part Two")) if text == "Part Two"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("*Who goes there?* said the bridge.", 1),
        ("_Who goes there?_ the bridge asked.", 1),
        ("She read the *Evening Mail* said to be the best.", 0),  # no sign
        ("*He is late,* she thought.", 0),
        ("*The Mail* said the bridge was shut.", 0),
        ("She had never, _never_, said the bridge was shut.", 0),  # stress, in small letters
        ("The man who read the *Mail*, said Ada, was late.", 0),  # within a sentence
        ("She waited. *Come in*, said the bridge.", 1),
        ("*The Evening Mail,* said Tom, was wrong.", 0),  # the subject of the sentence
        ("*The Evening Mail*, said Tom Reed, has been sold.", 0),
        ("*Come in,* said the bridge, which was old.", 1),
        ("*Who goes there?* said Tom, *is what it asks.*", 1),
        ("*What a day.*", 0),  # nobody speaks in italics
        ("2 * 3, said Tom, is 6 * 1", 0),
    ],
)
def test_only_a_verb_of_saying_makes_italics_speech(text: str, count: int) -> None:
    assert len(list(spoken_in_italics(text, [(0, len(text))]))) == count


def test_she_told_it_is_not_said_by_what_speaks_in_italics() -> None:
    text = (
        "*Don't argue,* said a voice in the back of her head. It was dry and patient, and it never slept.\n\n"
        "“Miss Kestrel?” said Tom.\n\nKestrel shut her eyes. *I wasn't going to,* she told it.\n\n“Who?” asked Tom.\n"
    )
    assert [a.speaker_name for a in extract_quotes(text)][2] == "Kestrel"
