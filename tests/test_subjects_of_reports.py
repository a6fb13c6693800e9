"""Who is the subject of what is reported: beside a participle, behind a date or bracket, past another clause."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

HEAD = "The council met in Merrow on Tuesday. Its budget of £4m was passed, a clerk said.\n\n"


def told(text: str) -> list[tuple[str | None, str]]:
    """Return speakers and words of what follows a first paragraph."""
    return [(a.speaker_name, a.quote.text) for a in extract_quotes(HEAD + text) if a.quote.start >= len(HEAD)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Cross-examined by Mr Hall, the driver accepted that he had slept.", "driver", "that he had slept"),
        ("Questioned by Ms Bell, the nurse admitted that she had slept.", "nurse", "that she had slept"),
        ("Prosecuted by Ann Low, the farmer told them that he had slept.", "farmer", "that he had slept"),
        ("Ahmed admitted by letter that he had slept.", "Ahmed", "that he had slept"),
        ("Ana Berg, the mayor, admitted that she had slept. The mayor said it was late.", "Ana Berg", "it was late"),
        ("Tom Reed came. Told by the warden, Lars Hill, that it was full, he said he would stand.", "Tom Reed",
         "he would stand"),
        ("Tom Reed came. Shown the note by Lars Hill, he insisted it was forged.", "Tom Reed", "it was forged"),
        ("Tom Reed came. Reminded by Judge Lars Hill that he was on oath, he said it was late.", "Tom Reed",
         "it was late"),
        ("Tom Reed came. Watched by his wife, Lars Hill spoke, and he said it was late.", "Lars Hill", "it was late"),
    ],
)  # fmt: skip
def test_who_acts_in_a_participle_is_not_its_subject(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(text)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("She answered Darren Poh (Bedok North), who asked if it was late.", "Darren Poh", "if it was late"),
        ("She pointed to Ana Berg (Labour), who said it was late.", "Ana Berg", "it was late"),
        ("He read out a circular sent to schools on Monday, which says it is late.", "a circular", "it is late"),
        ("He held an entry in the station diary for March 8, 2011, which reads: “It is late.”", "station diary",
         "It is late."),
        ("The firm wrote to Leeds Council on Monday, which said it was late.", "Leeds Council", "it was late"),
        ("The board heard from a teacher from Dunmore, who said it was late.", "a teacher", "it was late"),
        ("The board heard from Lars Hill of Dunmore, who said it was late.", "Lars Hill", "it was late"),
        ("The board heard from fans of Ana Berg, who said it was late.", "Ana Berg", "it was late"),
    ],
)  # fmt: skip
def test_whom_a_relative_pronoun_takes_up(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(text)


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Winston Dale washed the car in which Bo Moss was seen, but told the court that it was late.",
         "Winston Dale", "that it was late"),
        ("Ana Berg found the shed in which Tom Hall had slept, and told the police that it was empty.", "Ana Berg",
         "that it was empty"),
        ("Item 6 records that “the clerk bade our brothers wait”.", "Item 6",
         "that “the clerk bade our brothers wait”"),
        ("Page 12 notes that the sea was calm.", "Page 12", "that the sea was calm"),
        ("The doors will open in May, according to a circular sent to parents.", "a circular",
         "The doors will open in May"),
    ],
)  # fmt: skip
def test_the_subject_of_a_second_verb_and_of_a_paper(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(text)


PRAISE = "Mr Reed praised the plan. He said it would work.\n\n"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("An engineer at the Kisauni yard gave another account. The dent, he said, was large.",
         "An engineer at the Kisauni yard", "The dent … was large"),
        ("A nurse with ten years on the ward, who would not be named, was not so sure. She said the lift broke.",
         "A nurse", "the lift broke"),
        ("A spokesman for Bexley declined to comment. He said a review was under way.", "A spokesman for Bexley",
         "a review was under way"),
        ("A student in the second year, whose rent has doubled, laughed. The letter, she said, came in May.",
         "a student in the second year", "The letter … came in May"),
        ("A judge in Leeds jailed him for a year. He said the cell was cold.", "Mr Reed", "the cell was cold"),
        ("A friend of Tom Hall came too. He said the cell was cold.", "a friend of Tom Hall", "the cell was cold"),
        ("A vice president at the mill, who would not be named, told me that it was old. “Not now,” he said.",
         "A vice president at the mill", "Not now,"),
        ("A crowd in the hall laughed. The letter, he said, came in May.", "Mr Reed", "The letter … came in May"),
    ],
)  # fmt: skip
def test_whom_a_sentence_brings_in_goes_on_as_a_pronoun(text: str, speaker: str, words: str) -> None:
    found = [(name and name.lower(), said) for name, said in told(PRAISE + text)]
    assert (speaker.lower(), words) in found


def test_letters_that_spell_a_pronoun_are_a_body() -> None:
    text = "Stocks fell. In a report of May 3, WHO warned that they were low. Old stock is safe, WHO officials said."
    assert told(text) == [("WHO", "that they were low"), ("WHO officials", "Old stock is safe")]
    assert told("It was Ana Berg WHO SAID THAT IT WAS LATE.")[0][0] != "WHO"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("On Friday the Labour Court upheld the strike. The bank says it is late.", "bank"),
        ("The Northgate Tribunal threw out the claim. The airline said it is late.", "airline"),
        ("The Oak Foundation paid for the hall. The group said it is late.", "Oak Foundation"),
        ("Bexley Mutual raised its fees. The lender said it is late.", "Bexley Mutual"),
        ("The ferry has been put back, operator Northline announced. The company said it is late.", "Northline"),
        ("The ferry has been put back, Northline announced. The company said it is late.", "company"),
    ],
)
def test_which_body_a_word_for_a_firm_takes_up(text: str, speaker: str) -> None:
    assert (speaker, "it is late") in told(text)


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Bungling Lee Pocket", "Lee Pocket"),
        ("Heartbroken Ann Bell", "Ann Bell"),
        ("Fearless Tom Reed", "Tom Reed"),
        ("Sterling Moss", "Sterling Moss"),
        ("Fielding Hope", "Fielding Hope"),
    ],
)
def test_an_epithet_at_the_head_is_no_part_of_a_name(name: str, printed: str) -> None:
    assert (printed, "it was late") in told(f"{name} said it was late.")


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The mayor spoke in Santa Lucia. At the school there Liezl Monter wrote. Two towns, Santa Lucia and Burad, "
         "were cut off. A boy asked her if it was late. She told him that it was.", "Liezl Monter", "that it was"),
        ("The chairman’s sister, Sula Apte, who owns a tenth, has told two clerks that she will sell, according to a "
         "fourth person, who is close to her. Contacted by phone, she said it was late.", "Sula Apte", "it was late"),
        ("The mill will close, according to a fourth person. Contacted by phone, she said it was late.",
         "a fourth person", "it was late"),
        ("No one had come, Rosa Abney said. What they found was a note, on the gate, telling them to “wait and keep "
         "calm.”", "a note", "to “wait and keep calm.”"),
        ("No one had come, Rosa Abney said. What came was a letter, on Sunday night, warning them to “pack and be "
         "ready to go.”", "a letter", "to “pack and be ready to go.”"),
        ("Cross-examined by Mr Hall, the driver accepted that he had slept. Asked why, he said it was late.", "driver",
         "it was late"),
    ],
)  # fmt: skip
def test_whom_a_pronoun_does_not_mean(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in told(text)


def test_who_acts_in_a_participle_may_be_she_of_a_tag_within_the_clause() -> None:
    assert told("Drawn by Ana Berg in 1990, the chart, she said, was too big.") == [
        ("Ana Berg", "the chart … was too big")
    ]
