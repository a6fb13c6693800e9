"""The names that a story prints: with numbers, with whole titles, and of more than a word that "the" stands before."""

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


def test_a_number_behind_a_name_is_part_of_it() -> None:
    text = (
        "Sorter 12 lifted the crate and put it down. Olga shut her book.\n\n“Again,” said Olga.\n\n"
        "“I am tired,” said Sorter 12.\n\n“You have no legs,” she said.\n"
    )
    assert speakers(text)[1] == "Sorter 12"


def test_a_number_that_counts_other_things_is_no_name() -> None:
    text = (
        "Bremer 12 times turned the key. Olga shut her book.\n\n“Again,” said Olga.\n\n"
        "“I am tired,” said Bremer.\n\n“You have no legs,” she said.\n"
    )
    assert speakers(text)[1] == "Bremer"


def test_a_title_of_two_words_is_printed_whole() -> None:
    text = (
        "The room was cold, and Detective Constable Osei took off her gloves.\n\n“Whose is it?” asked Osei.\n\n"
        "“Mine,” said Bridget.\n\n“Since when?”\n\n“Since Easter.” Osei sighed.\n"
    )
    assert speakers(text)[0] == "Detective Constable Osei"


def test_a_word_with_an_article_is_no_given_name() -> None:
    text = (
        "“It is raining,” said Landvogt Zehnder. The bridge was gone.\n\n“It is,” said Mathis.\n\n"
        "The Landvogt shook out his cloak, and the horse shied.\n\n“How deep is it?” asked the Landvogt.\n\n"
        "“Deep,” said Mathis.\n"
    )
    assert speakers(text)[0] == speakers(text)[2] == "Landvogt Zehnder"


def test_he_was_a_smith_by_the_name_of() -> None:
    text = (
        "“Who sent you?” the chairman began. He was an old joiner by the name of Teunis, and he was deaf.\n\n"
        "“Nobody,” said Grieta. She looked at her boots.\n\n“Speak up,” said Teunis.\n"
    )
    assert speakers(text)[0] == "Teunis"


def test_a_short_story_prints_the_full_name_that_it_gives() -> None:
    text = (
        "“Shut the door,” said Ned. “It is cold.”\n\nHis mother laughed. {} “I shut it,” she said.\n\n"
        "“Thank you,” said Ned, and Ned sat down.\n"
    )
    assert speakers(text.format("Ned Harrow had never liked the cold."))[0] == "Ned Harrow"
    assert speakers(text.format("A card on the wall said HARROW, NED."))[0] == "Ned"


def test_a_name_behind_a_complement_is_that_of_the_description() -> None:
    text = (
        "“I am late,” I said to my wife. She laughed. “You are always late,” she said.\n\n"
        "Her gardener at Elm House{} Emeka Lind, stood at the door.\n\n“Then go,” said the gardener.\n"
    )
    assert speakers(text.format(","))[-1] == "Emeka Lind"
    assert speakers(text.format(" and"))[-1] != "Emeka Lind"
