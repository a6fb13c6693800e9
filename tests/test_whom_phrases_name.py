"""Whom a phrase names: bodies with commas in them, offices, words in capitals, pronouns within speech."""

import pytest

from quotex import extract_quotes

_AROUND = "The road was closed on Monday after the vote.\n\n{}"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Food, Drinks and Allied Workers Union said it was informed.", "Food, Drinks and Allied Workers Union"),
        ("The Department for Culture, Media and Sport said it was informed.",
         "Department for Culture, Media and Sport"),
        ("The Ministry of Food, Agriculture and Fisheries said it was informed.",
         "Ministry of Food, Agriculture and Fisheries"),
        ("In the Senate, Mayor Ann Boyd said it was late.", "Ann Boyd"),
        ("Leader of the Opposition in the National Assembly Mehreen Khattak said it was late.", "Mehreen Khattak"),
        ("Leader of the Opposition Mehreen Khattak said it was late.", "Mehreen Khattak"),
        ("Speaker of the House Ann Boyd said it was late.", "Ann Boyd"),
        ("The King of the Netherlands said it was late.", "King of the Netherlands"),
        ("HEARTBROKEN Kayleigh Summers said it was late.", "Kayleigh Summers"),
        ("FURIOUS Marco Bellini said it was late.", "Marco Bellini"),
        ("Dietitian Hazel Lim said it was late.", "Hazel Lim"),
        ("Chipmaker Norvel Systems said it was late.", "Norvel Systems"),
        ("Center for Clean Air said it was late.", "Center for Clean Air"),
        ("Siam Ocean Pack said it was late.", "Siam Ocean Pack"),
        ("A member of the Trade Council who sought anonymity said it was late.", "A member of the Trade Council"),
        ("MOHAMED Salah said it was late.", "MOHAMED Salah"),
        ("A team at the University of Leeds followed 2,118 adults for a year and found that they slept less.",
         "A team at the University of Leeds"),
        ("Ann Boyd rang the harbour after the storm to say that her boat was missing.", "Ann Boyd"),
        ("Her guide, a girl of 12 named Ann Boyd, told us it was late.", "Ann Boyd"),
        ("The chairman of the bank, Ann Boyd, left early. The chairman told her deputy it was late.", "Ann Boyd"),
        ("Critics of the planned 1,200-seat hall said it was late.", "Critics of the planned 1,200-seat hall"),
    ],
)  # fmt: skip
def test_whom_a_phrase_names(sentence: str, name: str) -> None:
    (record,) = extract_quotes(_AROUND.format(sentence))
    assert record.speaker_name == name


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Cabinet offers talks to opposition\n\nStaff Reporter\n\nKARACHI: Finance Minister Ali Shah said it was late.",
         "Finance Minister"),
        ("It was late. Former Governor Ann Boyd said it was late.", "former Governor"),
    ],
)  # fmt: skip
def test_a_role_begins_behind_a_line_and_a_colon(text: str, role: str) -> None:
    (record,) = extract_quotes(text)
    assert record.speaker is not None
    assert record.speaker.role == role


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“I told the conductor I had paid. He asked me to sit down,” said Imran Shaikh, a student.", ["conductor"]),
        ("“I rang the plumber. He said the pipe had burst,” said Ann Boyd.", ["plumber"]),
        ("“I kept the hammer. He said the pipe had burst,” said Ann Boyd.", ["He"]),
        ("I met one of his junior ministers. How had it gone? “Nobody died,” he said.",
         ["one of his junior ministers"]),
    ],
)  # fmt: skip
def test_whom_a_pronoun_means(text: str, names: list[str]) -> None:
    before = "The minister, Ann Lee, said it was open.\n\n"
    found = [record.speaker_name for record in extract_quotes(before + _AROUND.format(text)).walk()]
    assert found[-1:] == names


@pytest.mark.parametrize(("pronoun", "name"), [("she", "Rukhsana Zaidi"), ("he", "Sékou Dembélé")])
def test_names_of_the_world_have_a_gender(pronoun: str, name: str) -> None:
    text = f"Rukhsana Zaidi met Sékou Dembélé in the old hall of Merrow. “It is late,” {pronoun} said."
    assert extract_quotes(text)[0].speaker_name == name


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("Shares in Norvel fell on Monday.", "Norvel"),
        ("Orrin, which makes lifts, has lost money.", "Orrin"),
        ("The airline Skyhop has lost money.", "Skyhop"),
        ("The ship's owner, Dalisay Lines, has lost money.", "Dalisay Lines"),
        ("The ship's owner, Thomas Lines, has lost money.", "company"),
        ("The town of Norvel has lost money.", "company"),
    ],
)
def test_the_company(lead: str, name: str) -> None:
    assert extract_quotes(f"{lead} “No,” the company said.")[-1].speaker_name == name


@pytest.mark.parametrize(
    ("between", "name"),
    [
        ("Hall’s mother, who came every day, wept on the steps.", "Hall’s mother"),
        ("Hall’s mother wept. Rosa Diaz did not.", "Rosa Diaz"),
    ],
)
def test_she_is_whom_the_paragraph_before_describes(between: str, name: str) -> None:
    text = f"Rosa Diaz prosecuted Tom Hall at the court in Leeds on Monday.\n\n{between}\n\n“It is over,” she said."
    assert extract_quotes(text)[-1].speaker_name == name


@pytest.mark.parametrize(
    ("lead", "description"),
    [
        ("Ann Boyd, 41, of Leeds, went on trial on Monday accused of arson.", "defendant"),
        ("The accused, Ann Boyd, 41, was seen near the mill with Bo Lund.", "defendant"),
        ("Police named the suspect as Ann Boyd, 41, and searched a mill.", "accused"),
        ("Ann Boyd pleaded not guilty to arson. Bo Lund watched from the gallery.", "accused"),
    ],
)
def test_who_stands_accused_is_the_defendant(lead: str, description: str) -> None:
    record = extract_quotes(f"{lead} The {description} said it was late.")[-1]
    assert record.speaker_name == "Ann Boyd"
