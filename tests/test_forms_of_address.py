"""Who is called "Uncle" or by the word for a guest, and is known to the story as somebody else."""

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


BENCH = """A thin porter sat down beside Tilly and took an apple from his coat. The platform was empty.

“Does it stop here, {}?” Tilly asked.

“It stopped here once,” said the porter.

“When was that?”

“Before you were born,” the porter said. “It was raining.”
"""


def test_who_answers_to_a_word_for_a_relation_is_no_person_of_the_own() -> None:
    assert "Uncle" not in speakers(BENCH.format("Uncle"))
    assert "Auntie" not in speakers(BENCH.format("Auntie"))


def test_a_title_alone_is_its_only_bearer() -> None:
    text = (
        "Father Malachy rubbed his hands. The well was dry, and Gorse let down the rope again.\n\n"
        "“How deep is it?” asked Father Malachy.\n\n“Deep, Father. Hold the lamp.”\n\n"
        "“I am holding it,” the priest said.\n\n“Higher,” said Gorse.\n"
    )
    assert speakers(text)[2] == "Father Malachy"


def test_a_relation_is_not_joined_with_another_relation() -> None:
    text = (
        "My father cut the bread. Dot came in with snow on her boots, and my aunt shut the window.\n\n"
        "“Is there soup, Granny?” asked Dot.\n\n“There is bread,” said my father.\n"
    )
    assert speakers(text)[1] == "my father"
