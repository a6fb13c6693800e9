"""A clause in front of a verb of saying whose subject is a name and an office in commas."""

import pytest

from quotex import extract_quotes

_AROUND = "The road was closed on Monday after the vote.\n\n{}\n\nThe minister, Ann Lee, said it was open."


@pytest.mark.parametrize(
    ("sentence", "content", "speaker"),
    [
        ("Turnout was 58 per cent, the returning officer, Charles Tetteh, said.", "Turnout was 58 per cent",
         "Charles Tetteh"),
        ("Turnout was low, the returning officer, Mr Charles Tetteh, announced at the Regional Council on Monday.",
         "Turnout was low", "Charles Tetteh"),
        ("Two people died in the blaze, Omar Aziz, the fire chief, said on Tuesday.",
         "Two people died in the blaze", "Omar Aziz"),
        ("No ransom was paid, a spokesman for the family, Idris Bello, said in a statement.", "No ransom was paid",
         "Idris Bello"),
        ("The dam is safe, the energy minister, Mr Paul Otieno, said, adding that it was new.", "The dam is safe",
         "Paul Otieno"),
        ("The museum will move, the minister for culture, media and sport, Lucy Fox, told parliament.",
         "The museum will move", "Lucy Fox"),
        ("The river had risen overnight, a resident, Joy Obi, 43, said.", "The river had risen overnight", "Joy Obi"),
    ],
)  # fmt: skip
def test_the_office_beside_a_name_is_no_part_of_the_clause(sentence: str, content: str, speaker: str) -> None:
    found = [(r.quote.text, r.speaker_name) for r in extract_quotes(_AROUND.format(sentence))]
    assert (content, speaker) in found


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("On Monday, the returning officer, Charles Tetteh, said turnout was low.", "turnout was low"),
        ("When the count ended, the returning officer, Charles Tetteh, said turnout was low.", "turnout was low"),
        ("The winner, a nurse, Mary Hall, said she was happy.", "she was happy"),
    ],
)
def test_what_stands_behind_the_verb_is_the_content(sentence: str, content: str) -> None:
    assert extract_quotes(_AROUND.format(sentence))[0].quote.text == content


def test_a_clause_about_the_subject_is_none_in_front_of_it() -> None:
    text = _AROUND.format("The man who founded the club, the director, Ana Ruiz, said nothing.")
    assert len(extract_quotes(text)) == 1


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("About 180 people will be affected, the company said in a filing with the Oslo Exchange.",
         "About 180 people will be affected"),
        ("When it rains, it pours, he said at a meeting.", "When it rains, it pours"),
        ("A driver who drowned had complained about a lamp, his daughter has told an inquest.",
         "A driver who drowned had complained about a lamp"),
        ("At least 14 people have died in the storm, rescue officials said Saturday, warning that the toll would rise.",
         "At least 14 people have died in the storm"),
        ("All six lifts will be repaired by June, the Land Mobility Authority (LMA) said on March 4, after a man was "
         "stranded.", "All six lifts will be repaired by June"),
        ("She had entered, she told me in the laundry, because of a bet with the matron.",
         "She had entered … because of a bet with the matron"),
        ("In what was a blow, the mayor announced on Monday that she would go.", "that she would go"),
    ],
)  # fmt: skip
def test_a_phrase_behind_the_verb_is_no_content(sentence: str, content: str) -> None:
    assert extract_quotes(_AROUND.format(sentence))[0].quote.text == content


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("In dry years, she points out, some mosses simply stop.", "In dry years … some mosses simply stop"),
        ("In recent weeks, friends of Mr. Pike say, the mayor has grown tired of it.",
         "In recent weeks … the mayor has grown tired of it"),
        ("The harbour, as a friend of hers pointed out, normally does not freeze.",
         "The harbour … normally does not freeze"),
        ("Taps that close by themselves, they reason, could halve the use of water.",
         "Taps that close by themselves … could halve the use of water"),
    ],
)  # fmt: skip
def test_a_tag_in_commas_parts_what_is_said(sentence: str, parts: str) -> None:
    assert parts in [r.quote.text for r in extract_quotes(_AROUND.format(sentence))]


def test_a_verb_with_an_object_in_commas_is_no_tag() -> None:
    found = [
        r.quote.text for r in extract_quotes(_AROUND.format("In June, Ann Lee asked for a recess, which was granted."))
    ]
    assert not any("In June" in text for text in found)


def test_dashes_around_a_name_belong_to_the_clause_in_front() -> None:
    text = _AROUND.format("The officer who drove the van - Brent Vine, who is on leave - was not armed, police said.")
    whole = "The officer who drove the van - Brent Vine, who is on leave - was not armed"
    assert whole in [r.quote.text for r in extract_quotes(text)]


def test_a_clause_in_front_of_whom_somebody_told_is_what_was_said() -> None:
    text = "“Come in,” Ann whispered. The ferry would not run in winter, he'd told them on the bus. “Never?” Tom asked."
    assert "The ferry would not run in winter" in [record.quote.text for record in extract_quotes(text)]


def test_a_subordinate_clause_in_front_of_a_hearer_is_not() -> None:
    text = "“Come in,” Ann whispered. In the dark lane, she told him, and he wept. “Never?” Tom asked."
    assert not any("lane" in record.quote.text for record in extract_quotes(text))
