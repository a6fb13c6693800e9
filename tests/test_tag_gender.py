"""The gender of somebody with a strange name, as tags and the narration show it."""

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


@pytest.mark.parametrize(
    ("behind", "gender"),
    [
        ("said Vesk. She shrugged.", "female"),
        ("said Vesk slowly. He shrugged.", "male"),
        ("said Vesk.\n\nShe was past sixty.", "female"),
        ("said Vesk.\n\nShe looked up.", None),  # who listens
        ("said Vesk, and shook her head.", None),  # no subject by the name
    ],
)
def test_the_narration_behind_a_tag_goes_on_with_who_spoke(behind: str, gender: str | None) -> None:
    assert gender_of("Vesk", TEXT.format(f"“I know you,” {behind}")) == gender


@pytest.mark.parametrize(
    ("sentence", "gender"),
    [
        ("Vesk put a hand to her chin.", "female"),
        ("Vesk shook his head.", "male"),
        ("Vesk took a rope from her hand.", None),
    ],
)
def test_who_moves_a_part_of_the_body_moves_the_own(sentence: str, gender: str | None) -> None:
    assert gender_of("Vesk", TEXT.format(f"“I know you,” said Tamber. {sentence}")) == gender


SINGLE = """‘Is it deep?’ said Orrin Bowen, ‘or did he lie?’

{}

‘It is deep,’ said Tamber.

‘Then we wait,’ said Orrin Bowen.
"""


def test_words_in_single_marks_tell_nothing_of_who_speaks_them() -> None:
    assert gender_of("Tamber", SINGLE.format("‘Go on,’ said Tamber, ‘he is late, and he hates a crowd.’")) is None


MACHINE = """“The lamps are out, Dr. Amaro,” said Talos Nine.

Talos Nine could count to a million in a second, and {} had counted twice. Amaro came down
the ladder with her boots on.

“How long?” she asked.

“Six days.”

“Then wake the others,” she said.
"""


def test_what_the_story_calls_it_is_no_she() -> None:
    assert [record.speaker_name for record in extract_quotes(MACHINE.format("it"))] == [
        *("Talos Nine", "Dr. Amaro", "Talos Nine", "Dr. Amaro")
    ]


def test_what_the_story_calls_she_may_be_one() -> None:
    assert gender_of("Talos Nine", MACHINE.format("she")) == "female"


DESK = """The kiosk blinked at them. Ottilie looked at Bram, and Bram looked at the ceiling.

“Do you have a ticket?” it asked.

“We have two,” said Ottilie.

“One of them is mine,” said Bram. {}

“Then you may both go in,” {} said.

“Thank you,” said Ottilie.

“You are welcome,” said the kiosk.
"""


@pytest.mark.parametrize(
    ("beat", "pronoun", "speaker"),
    [
        ("The kiosk hummed.", "it", "kiosk"),
        ("The kiosk hummed.", "Ottilie", "Ottilie"),
    ],
)
def test_it_said_means_the_thing_that_acts(beat: str, pronoun: str, speaker: str) -> None:
    speakers = [record.speaker_name for record in extract_quotes(DESK.format(beat, pronoun))]
    assert speakers[0] == "kiosk"
    assert speakers[3] == speaker


@pytest.mark.parametrize(
    ("beat", "speaks"),
    [("The wireless on the shelf gave a crackle.", True), ("Ottilie looked at the wireless.", False)],
)
def test_what_acts_before_it_said_may_be_anything(beat: str, speaks: bool) -> None:
    text = DESK.format("The kiosk hummed.", "it") + f"\n{beat} “Two boats,” it said. “Are you there?”\n"
    assert (extract_quotes(text)[-1].speaker_name == "wireless") is speaks
