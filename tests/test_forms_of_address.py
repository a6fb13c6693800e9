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


SCONES = """The scones were on the table, and Great-Aunt Rosamund looked at them through her glass.

“{0}, will you have one?” asked my father.

“I will not,” said Great-Aunt Rosamund.

“They are fresh,” said my father.

“They were,” the old lady said.
"""


def test_a_kin_word_with_a_short_name_is_the_whole_name() -> None:
    assert "Auntie Rose" not in speakers(SCONES.format("Auntie Ros"))
    assert speakers(SCONES.format("Auntie Ros"))[1] == "Great-Aunt Rosamund"


def test_my_uncle_is_the_only_uncle() -> None:
    text = (
        "Uncle Casimir had a boat. I rowed, and he sat in the bow and sang.\n\n“Left,” said Uncle Casimir.\n\n"
        "“Which left?” I asked.\n\nMy uncle told me that there was only one. I rowed on, and the rain came.\n\n"
        "“That one,” said my uncle.\n"
    )
    assert speakers(text)[-1] == "Uncle Casimir"
    assert speakers(text)[-2] == "Uncle Casimir"


def test_what_families_of_other_tongues_say_is_a_relation() -> None:
    text = (
        "Nonna kept the keys under the flour. I knew it, and so did the cat.\n\n“Who took them?” said Nonna.\n\n"
        "“Not I,” I said.\n\n“Then the cat,” said my grandmother.\n"
    )
    assert speakers(text)[2] == "Nonna"
