"""Voices in stories: whose they are, and what has none."""

from __future__ import annotations

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    return [record.speaker_name for record in extract_quotes(text)]


def test_several_speak_together() -> None:
    text = (
        "Ada Brook walked up and down before the girls.\n\n“Are they faster?” she asked.\n\n"
        "“Yes, Ada,” said several voices.\n\n“Then run,” said Ada.\n"
    )
    assert speakers(text)[1] == "several voices"


def test_a_hole_from_which_words_come_does_not_speak() -> None:
    text = (
        "Ivo dug in the garden, and Ada looked down at him. She shivered; she had never seen him so tired.\n\n"
        "“Is it deep?” asked Ada.\n\n"
        "“It is,” said Ivo.\n\n“Is there water?” said Ada.\n\n“Only clay,” came from the hole.\n\n"
        "“Then dig on,” said Ada. She sat down on the wall and looked at the sky.\n\n“I am digging,” said Ivo.\n\n"
        "“So you are,” said Ada.\n"
    )
    assert speakers(text)[3] == "Ivo"


VOICE = """We lay in the dark. The lamp had gone out, and Ilse was laughing.

A deep voice asked whether anybody wanted to sleep.

“{}”

“Then be quiet,” said Ilse.
"""


def test_a_voice_that_tells_something_is_who_is_called_next() -> None:
    assert speakers(VOICE.format("Nobody, Mr. Tarn."))[0] == "Mr. Tarn"
    assert speakers(VOICE.format("Nobody at all."))[0] == "a deep voice"


def test_the_voice_is_hers_whose_voice_was_heard() -> None:
    text = (
        "The radio hissed. Birk turned the knob, and the rain stopped.\n\n“Who is there?” asked Birk.\n\n"
        "“Only me,” said a girl's voice.\n\n“Where are you?” Birk asked.\n\n“Under the floor,” the voice said.\n"
    )
    assert speakers(text)[1] == speakers(text)[3]


CELLAR = """“You counted it twice,” Hanna told him.

“I know, Mamma,” said Wendel.

“Twice. And your father never counted at all. Do you know what he said to me?”

“I know, Mamma.”

“Count nothing.”

“He said it in a whisper, I expect,” said {}.

It was late, and the cat came down the stairs.
"""


def test_a_voice_is_none_of_those_who_talk() -> None:
    assert speakers(CELLAR.format("a voice from the stairs"))[-1] == "a voice"
    assert speakers(CELLAR.format("Wendel"))[-1] == "Wendel"
