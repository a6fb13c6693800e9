"""Reports in a clause about the subject end before its verb, and a tag may part a time from a clause."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officials who say the storm has passed are wrong.", "the storm has passed"),
        ("Drivers who claim the sign was hidden will be heard by a panel.", "the sign was hidden"),
        ("Letters demanding that he resign piled up in the hall.", "that he resign"),
        ("A passenger who told the crew he felt ill was taken off the train.", "he felt ill"),
        ("The nurse who reported that the drugs were missing has been suspended.", "that the drugs were missing"),
        ("Campaigners calling for the road to be closed met the minister.", "for the road to be closed"),
        (
            "A letter warning that supplies would run out in June reached the ward.",
            "that supplies would run out in June",
        ),
        ("A woman who told police she had been robbed of a ring was charged.", "she had been robbed of a ring"),
        # What the clause itself holds is kept.
        ("He spoke to a man who said the lamp he had bought was gone.", "the lamp he had bought was gone"),
        ("Anyone who says it was cold and the hall was empty was not there.", "it was cold and the hall was empty"),
        ("It was the baker who told us that the mill that burned was old.", "that the mill that burned was old"),
    ],
)
def test_the_verb_of_the_subject_is_no_part_of_the_words(text: str, words: str) -> None:
    assert words in [record.quote.text for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Under the plan, said the mayor, buses would run until two.", "mayor"),
        ("In the old days, said the baker, nobody locked a door.", "baker"),
        ("By June, says the head of the rowing club, members will have voted.", "head of the rowing club"),
    ],
)
def test_a_tag_whose_verb_comes_first_parts_a_time_from_its_clause(text: str, speaker: str) -> None:
    record = extract_quotes(text)[0]
    assert record.speaker_name == speaker
    assert " … " in record.quote.text


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("It is, according to the council, whose masons found no crack in the walls.", "council", "It is"),
        ("The wall is safe, according to a report by the firm, which the owner paid.", "a report", "The wall is safe"),
        ("The wall, says the mason, who built it, will stand.", "mason", "The wall … will stand"),
        ("The nurse had, in the words of the presiding judge, “betrayed the ward”.", "presiding judge",
         "betrayed the ward"),
    ],
)  # fmt: skip
def test_what_describes_who_speaks_is_no_part_of_the_words(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in [(record.speaker_name, record.quote.text) for record in extract_quotes(text)]
