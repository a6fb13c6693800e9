"""Whose reported words are where a pronoun means somebody whom the narration only describes."""

import pytest

from quotex import extract_quotes

STORY = """“Is it sold?” asked Imre.

“I might burn it yet,” said Klara.

{} They had laughed about it over the soup.

“You are a hard woman,” said Imre.

“I had a hard father,” said Klara. “Pass the salt.”
"""


def told_by(paragraph: str) -> list[str | None]:
    """Whose the reported words are."""
    return [a.speaker_name for a in extract_quotes(STORY.format(paragraph)) if a.quote.kind == "indirect"]


@pytest.mark.parametrize(
    ("paragraph", "source"),
    [
        ("Their father had quarrelled with Imre. He had told Klara to take an axe to it.", "their father"),
        ("The ferryman had passed it twice. He said that it leaked.", "ferryman"),
        ("Klara woke. A boatman with a lamp came in, and he said that it leaked.", "a boatman"),
        ("Imre looked as though a boatman had hit him. He said that it leaked.", "Imre"),  # nobody has
        ("Klara went down. She met nobody. The guard slept. She said that it leaked.", "Klara"),  # goes on
        ("Imre was a boatman. He said that it leaked.", "Imre"),
        ("Some boatmen rowed past Imre. He said that it leaked.", "Imre"),  # several are not he
    ],
)
def test_a_pronoun_means_who_acts_right_before_it(paragraph: str, source: str) -> None:
    assert told_by(paragraph)[-1] == source


ROOM = """“Is it far?” said Ada Moss. Tom Reed held the lamp, and he was cold.

“A mile,” said Tom.

{}

“Then we wait,” said Ada.

“We wait,” said Tom.
"""


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("The oldest ferryman shook the gate. “Open up,” he said.", "oldest ferryman"),
        ("Outside a boatman shook the gate. He was wet to the skin. “Open up,” he said.", "a boatman"),
        ("The oldest ferryman shook the gate. Tom looked round. “Open up,” he said.", "Tom Reed"),
        ("The old man shook the gate. She was wet. “Open up,” she said.", "Ada Moss"),
        ("The gate shook in the wind. “Open up,” he said.", "Tom Reed"),
    ],
)
def test_he_is_who_is_described_and_acts_right_before(paragraph: str, speaker: str) -> None:
    records = [a for a in extract_quotes(ROOM.format(paragraph)) if a.quote.text == "Open up,"]
    assert [record.speaker_name for record in records] == [speaker]
