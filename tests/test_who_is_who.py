"""Who is who in reports: namesakes, nouns that show a gender, what is no person, bodies called by another word."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

SCENE = (
    "The harbour board voted 7-2 on Monday to raise its fees by 4 percent. Its clerk said it was late and the chairman "
    "said on Tuesday that the budget would not change before the election.\n\n"
)
RAIN = "The rain went on for most of the week, and the ferry was late on every day of it but one. " * 18


def told(text: str) -> list[str | None]:
    """Return the speakers of what follows a scene."""
    return [a.speaker_name for a in extract_quotes(SCENE + text) if a.quote.start > len(SCENE)]


def test_a_namesake_who_was_just_brought_in() -> None:
    text = (
        "Guy Tennant said it was late. Tennant said it again. Tennant said it a third time.\n\n"
        f"{RAIN}\n\nHarbour Minister Ros Tennant said the quay was safe.\n\nTennant told a paper that it was old."
    )
    assert told(text)[-1] == "Ros Tennant"
    near = text.replace(RAIN, "It rained.")
    assert told(near)[-1] == "Guy Tennant"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Opposition spokeswoman Nakeisha Brill asked Dolan Frame if it was safe. He replied that it was.",
            "Dolan Frame",
        ),
        ("Colm Reed bought it. His wife, Robin, pointed at a lamp. “I bid on it,” she said.", "Robin"),
        ("Ana Ruiz owns it. The warden, a widow named Bo Lem, wrote four lines. “No,” she wrote.", "Bo Lem"),
        ("Ana Ruiz owns it. Kim Adler, a father of two, runs it. “No,” he said.", "Kim Adler"),
    ],
)
def test_a_noun_beside_a_name_shows_the_gender(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


def test_the_noun_of_a_clause_shows_none() -> None:
    assert told("Ana Ruiz met the man Robin Tate knew. “No,” she said.")[-1] != "Robin Tate"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Ruiz lives there. After the Vivarini she rang back. “It is late,” she said.", "Ana Ruiz"),
        ("Lars Hill asked the priest at Gravelby. “It is late,” he said.", "Lars Hill"),
    ],
)
def test_what_is_no_person(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Teguh Lifts has the contract. The housing department pointed out that it had lapsed.", "housing department"),
        ("Teguh Lifts has the contract. The company said that it had lapsed.", "Teguh Lifts"),
        ("The Port Union went home. The union said that it was late.", "Port Union"),
        ("Ana Ruiz hired a drone. The shop’s owner said that it was late.", "shop’s owner"),
        ("Ana Ruiz, once of Leeds, went home. Tom Hall’s former adviser said it was late.", "Ana Ruiz"),
    ],
)
def test_bodies_and_posts_by_another_word(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Democrat Will Ashford, a teacher, said it was late.", "Will Ashford"),
        ("Scholar Birna Mar Holm of the institute said it was late.", "Birna Mar Holm"),
        ("A committee called Mothers for Clean Air said it was late.", "Mothers for Clean Air"),
        ("Danish pump maker Marsk A/S said it was late.", "Marsk"),
        ("The Dutch Bakers Guild, which met in Leeds, said it was late.", "Dutch Bakers Guild"),
        ("Headman Along a/l Panding, 55, said it was late.", "Along a/l Panding"),
    ],
)
def test_names_of_several_words(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("One of the four, Bev Stone of Tooville, says she fought for it.", "Bev Stone"),
        ("The cook, whose name was Lorenz Tidd and who was free, told the court that it was late.", "Lorenz Tidd"),
        ("A new ad is out. The ad uses footage of Hilda Crane asking, “Why am I not ahead?”", "Hilda Crane"),
        ("Dr Ana Ruiz examined a woman with a fever and told the council that it was plague.", "Ana Ruiz"),
        ("“It is late,” sighs one official in Dunmore, who gave no name.", "one official in Dunmore"),
    ],
)
def test_sources_read_to_their_end(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


def test_the_subject_of_one_verb_stays() -> None:
    assert told("A woman with a fever and a cough told Dr Ana Ruiz that it was plague.")[-1] != "Ana Ruiz"


def test_a_post_of_another_place() -> None:
    text = "The Texas governor said it was late. Ana Ruiz rose. The Ohio governor said it was early."
    assert told(text)[-1] != told(text)[0]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“It is late.”\n\nCity wing Dan Tula after the match.\n\n“It was early.”\n\nRoy Mack puts it mildly.",
         ["Dan Tula", "Roy Mack"]),
        ("“We have nothing” Mick Reed feels the pain.\n\n“A card for what?” Bob Manz, the coach, after the game.",
         ["Mick Reed", "Bob Manz"]),
        ("“ I saw it . ” : Marko", ["Marko"]),
    ],
)  # fmt: skip
def test_names_behind_words(text: str, speakers: list[str]) -> None:
    assert [a.speaker_name for a in extract_quotes(text)] == speakers


def test_tags_are_no_comments() -> None:
    found = extract_quotes("“We won,” Ana Ruiz said.\n\n“Did you?” Bob Kerr asked.")
    assert [a.cue_text for a in found] == ["said", "asked"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # Two full given names that a report brings in are two people, though one may be short for the other.
        ("Lena Ruiz, a baker, owns it. Helen Ruiz, her aunt, runs it. “No,” said Lena Ruiz.", "Lena Ruiz"),
        ("Tom Hale, 61, owns it. Thomas Hale runs it. Tom Hale paid. “No,” said Tom Hale.", "Tom Hale"),
        # A double surname and its first half.
        ("Ana Iyer was born in Kotor. Ana Iyer-Cole died at 91. “No,” said Iyer-Cole.", "Ana Iyer-Cole"),
        ("Ana Iyer, a judge, came. Ana Iyer-Cole, a nurse, went. “No,” said Ana Iyer.", "Ana Iyer"),
        # A description is in apposition to the name before it only where a comma closes it.
        ("Many were ill. In the journal Tide, a team from Leeds said that it was late.", "a team from Leeds"),
        ("Many were ill. Tom Fenn, a nurse from Leeds, said that it was late.", "Tom Fenn"),
        # Grades and second offices before a name.
        ("“No,” said Station Officer Grade II Kofi Asare.", "Kofi Asare"),
        ("“No,” said Mayor of Port Avon Councillor Rhys Ellery.", "Rhys Ellery"),
        ("“No,” said Rico de los Prados.", "Rico de los Prados"),
    ],
)
def test_names_of_one_and_of_two(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Orla Quirke wept. “They burned it,” the mother of six said.", "Orla Quirke"),
        ("Orla Quirke wept. “They burned it,” the mother of the bride said.", "mother of the bride"),
        ("Marek Hudak grows hops. “It is dry,” said the Tuam-area brewer.", "Marek Hudak"),
        ("Marek Hudak grows hops. “It is dry,” said a Tuam-area brewer.", "a Tuam-area brewer"),
        ("Orla Quirke wept. Her uncle, who gave his name only as Old Pat, said they were drunk.", "Old Pat"),
        ("Orla Quirke wept. Her uncle, who gave her a lift, said they were drunk.", "Her uncle"),
        ("Orla Quirke wept. A keeper who would not be named went on. Inspectors, she said, were late.", "A keeper"),
        ("Orla Quirke met a keeper who would not be named. Inspectors, she said, were late.", "Orla Quirke"),
        ("Orla Quirke sings at the Festhalle Brodno in May. “It is late,” she said.", "Orla Quirke"),
        ("Edda Brodno, a nurse, met Paul Kerr. “It is late,” she said.", "Edda Brodno"),
        ("Oskar Lind drew up the Marshall Plan, and the Marshall Plan saved it. “It is late,” he said.", "Oskar Lind"),
        ("Oskar Lind met Marshall Platt, and the Marshall Plan saved it. “It is late,” Platt said.", "Marshall Platt"),
        ("A Ministry of Fisheries official told her that it was late.", "A Ministry of Fisheries official"),
        ("The Ministry of Fisheries told her that it was late.", "Ministry of Fisheries"),
        ("Within ten minutes Orla Quirke said it was late.", "Orla Quirke"),
        ("“It is late,” is how Orla Quirke, who sells pies, puts it.", "Orla Quirke"),
        ("“It is late,” is how the hymn begins.", "hymn"),
        ("QUOTES\n\n“It is late.” – Terns striker Orla Quirke", "Orla Quirke"),
        ("QUOTES\n\n“It is late.” – Orla Quirke, who met Ana Bell", "Orla Quirke"),
    ],
)
def test_who_is_meant_by_other_words(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


def test_landowners_are_not_she() -> None:
    text = "Ana Bell runs the office. Landowners asked the recorder to act. She told them it was late."
    assert told(text)[-1] in ("Ana Bell", "recorder")
