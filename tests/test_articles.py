"""Small articles, each with one point of issue: who is meant, and what is no speech."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.detect.naming import modifies, names_something
from quotex.detect.passages import read_passages
from quotex.detect.register import is_narrative
from quotex.read.document import Document

FEATURE = """Ines Barroso mends accordions in a shed near the fire station. She has mended four hundred and plays none.

“An accordion is a lung with buttons,” she tells me, without looking up. “You listen to it breathe.”

Barroso learned the trade from her uncle, Rui Sampaio, who kept bees there. “He tuned them to the bees,” says Barroso.
“I tune mine to the fire engine.”

Her daughter, Clara Barroso, 31, is a piano teacher. “Mum thinks a piano is a coffin,” she says. “With teeth.”"""


def speakers(text: str) -> list[str | None]:
    return [a.speaker_name for a in extract_quotes(text) if a.quote.kind != "indirect"]


def test_a_feature_in_the_present_tense_is_a_report() -> None:
    assert not is_narrative(Document(FEATURE))


def test_a_story_of_the_same_kin_is_a_story() -> None:
    story = (
        "Her uncle came in and shut the door behind him.\n\n"
        "“The bees have gone,” he said.\n\n“Gone where?” she asked.\n"
        "\nHe sat down on the bed and looked at his hands.\n\n“If I knew that,” he said, “they would not be gone.”"
    )
    assert is_narrative(Document(story))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Walter “Buzz” Keane, who built the first one, died on Monday. “I only wanted a quieter pump,” Mr. Keane said"
         " in 1971.", "Walter “Buzz” Keane"),
        ("The city hired Thomas (Tommy) Lund on Friday. “I start at dawn,” Lund said.", "Thomas (Tommy) Lund"),
        ("The council picked Rosa \"The Hammer\" Quint to lead it. “I am honoured,” the Hammer’s lawyer said. “We won,”"
         " Quint said.", "Rosa \"The Hammer\" Quint"),
    ],
)  # fmt: skip
def test_a_nickname_within_a_name(text: str, name: str) -> None:
    assert name in speakers(text)
    assert len([e for e in extract_quotes(text).cast if e.name.split()[-1] == name.split()[-1]]) == 1


def test_brackets_and_marks_that_hold_no_nickname() -> None:
    names = {e.name for e in extract_quotes("It was Ann Lee. “Reed” Cole sang. He met Kim (Ohio) Reed.").cast}
    assert "Ann Lee" in names
    assert not any("Ohio" in name and "Reed" in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Keeper Sam “The Wall” Orton was late.",
        "The choir sang “The Miller and the Moon”.",
        "The exercise was nicknamed “Cold Kettle” by the crew.",
        "The evening, billed as “A Night of Rakes,” sold out.",
        "He restored “Harvest at Low Tide” (1894) last year.",
        "She wrote “The Weather Clerk”, a novel about rain.",
    ],
)
def test_names_and_titles_in_marks(text: str) -> None:
    (passage,) = Document(text).once(read_passages)
    assert names_something(text, passage)
    assert not speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a kettle without a lid”.",
        "The reporter called: “Is anybody there?”",
        "He told Ann “No” and Lee agreed.",
        "Critics called the plan “Reckless!”",
    ],
)
def test_words_in_marks_that_are_no_name(text: str) -> None:
    (passage,) = Document(text).once(read_passages)
    assert not names_something(text, passage)


def test_words_that_modify_a_noun() -> None:
    for text, expected in (
        ("The bank has a “hold” rating on it.", True),
        ("She said the “hold” was wrong.", False),
        ("He gave the “No” with a smile.", False),
    ):
        (passage,) = Document(text).once(read_passages)
        assert modifies(text, passage) is expected


def test_a_report_within_speech_leaves_the_speech_to_its_speaker() -> None:
    text = (
        "The county museum opened its tram room on Tuesday with 300 old tickets, a gift of the Finch family.\n\n"
        "“Father kept the tickets,” Mrs. Dora Finch recalled. “He always said it had a kind bell.”"
    )
    first = next(a for a in extract_quotes(text) if a.quote.kind == "direct")
    assert str(first.speaker_name).endswith("Dora Finch")
    assert len(first.quote.spans) == 2
