"""«"Sir?" It was a boy.»: the narration says right behind the words whose they are."""

import pytest

from quotex import extract_quotes

TEXT = (
    "“Where is the key?” said Nora.\n\nBarney shook his head.\n\n“Not here,” said Nora.\n\n{words}\n\n"
    "Nora looked round.\n"
)


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("“Nora?” It was a woman, out of breath. “They shut the gate.”", "woman"),
        ("“It is in the pump.” That was Barney, who had been asleep.", "Barney"),
        ("“Nora?” It’s a woman now, out of breath. “They shut the gate.”", "woman"),
        ("“I could pick it.”\n\nThis was Barney.", "Barney"),
        ("“Who is scratching?” This was Barney, who had gone pale.", "Barney"),
    ],
)
def test_who_it_was_has_spoken(words: str, speaker: str) -> None:
    said = extract_quotes(TEXT.format(words=words))[2]
    assert str(said.speaker_name).removeprefix("a ").removeprefix("the ") == speaker
    assert said.speaker is not None and said.speaker.form != "implicit"


@pytest.mark.parametrize(
    "words",
    [
        "“Who did it?” It was Barney, he was sure.",
        "“Not in the tin.” It was a lie, and he knew it.",
        "“Not in the tin.” It was Barney, who had lost it.",
        "“Not in the tin.” It was cold.",
    ],
)
def test_what_else_it_was_tells_no_speaker(words: str) -> None:
    said = extract_quotes(TEXT.format(words=words))[2]
    assert said.speaker is None or said.speaker.form == "implicit"
