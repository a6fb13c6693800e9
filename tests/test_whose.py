"""Whose words they are: lead-ins with a colon, names behind descriptions, parts of texts, and who is no subject."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

SCENE = (
    "The harbour board voted 7-2 on Monday to raise its fees by 4 percent. Its clerk said it was late and the chairman "
    "said on Tuesday that the budget would not change before the election.\n\n"
)


def told(text: str) -> list[str | None]:
    """Return the speakers of what follows a scene."""
    return [a.speaker_name for a in extract_quotes(SCENE + text) if a.quote.start > len(SCENE)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("11.15am\nHere's an email from Ann-Kate Voss:\n\n“A computer has no mind.”", "Ann-Kate Voss"),
        ("11.40am\nTom Adler, on stage: “I saw it in six.”", "Tom Adler"),
        ("9:14 p.m. — Fire chief Brenda Nufeld: “We are on the roof.”", "Brenda Nufeld"),
        ("The shortest came from Rosa in Dunmore, who grows leeks there: “I have read it all.”", "Rosa"),
    ],
)
def test_lead_ins(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The notice to Tom Adler was short: “Wait.”", "Tom Adler"),
        ("Tom Adler spoke. “It is late,” he said. The rule in full: “A question invites an answer.”", "rule"),
    ],
)
def test_no_lead_ins(text: str, speaker: str) -> None:
    assert told(text)[-1] != speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The ferryman, a quiet man who gave his name only as Goran, said the rope had held.", "Goran"),
        ("A product manager named Ines pointed at it and told me to knock on it.", "Ines"),
        ("Forest Officer (North) Rita Sahay, IFS, said the department had no option.", "Rita Sahay"),
        ("The woman behind the counter (Della Aubry) says the machine is broken.", "Della Aubry"),
        ("“It works,” said the man, who was Lars Dean, chief executive of Folio.", "Lars Dean"),
        ("The company that runs the lifts, Western Ridge, said it was short of cable.", "Western Ridge"),
        ("Rosa Tate from Dunmore emails to say it is late.", "Rosa Tate"),
        ("According to a March 14, 2019 NATO press release, it cost a million.", "a March 14, 2019 NATO press release"),
        ("Last autumn an official hinted that doors would open.", "an official"),
        ("Eleven of the market's 28 stallholders said they had been fined.", "Eleven of the market's 28 stallholders"),
        ("“It is deep,” said Karen Alder. The Wooster professor added, “It matters.”", "Karen Alder"),
        ("A buyer in Leeds, short of time, rang the mill at Dhu and asked for “a ton of it”.", "A buyer in Leeds"),
        ("The mill shut the weir of its rival, saying that it was late.", "mill"),
        ("Opening the case at Ash Crown Court, Ana Ruiz, prosecuting, said it was late.", "Ana Ruiz"),
        ("In the foyer I overheard one man complain that it was late.", "one man"),
        ("“It never rains here.” So says Hattie Burke, a postmistress.", "Hattie Burke"),
        ("Skipper Lena Wack sang. “We have a saying at home,” the flanker said.", "Lena Wack"),
    ],
)
def test_names_and_wholes(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Josh Bash characterized the attack as “designed to scare people.”", "Josh Bash"),
        ("Norvik did not release any details, telling the paper it “grieved with them”.", "Norvik"),
        ("In 1988 Tom Reed fell out with the organisers, accusing them of teaching “noise”.", "Tom Reed"),
        ("A spokeswoman for the port said all was well, adding that nobody was hurt.", "A spokeswoman for the port"),
        ("Envoys of the water firm apologised and said that it leaked.", "Envoys of the water firm"),
        ("Tom Reed said he had “never met a meeting as loud as this” and asked Mr Lund if it could wait.", "Tom Reed"),
        ("It ended with the minister saying that it was late.", "minister"),
    ],
)
def test_subjects(text: str, speaker: str) -> None:
    assert told(text)[-1] == speaker


def test_pronouns_of_the_narration_are_followed() -> None:
    text = (
        "Ada Moreno runs the clinic. She came from Leon in 1988. In June she met Carla Diaz. She bought a van and "
        "she drove it for years. “It never stopped,” she said."
    )
    assert told(text)[-1] == "Ada Moreno"


def test_who_never_acts_is_nobody() -> None:
    text = (
        "I asked my neighbor, who is from Bourj Hammad, about the soup. Tom Reed left. “It is a misprint,” she said at "
        "last. She poured tea."
    )
    assert "Bourj" not in str(told(text)[-1])


def test_the_company_is_the_one_of_the_lead() -> None:
    text = (
        "Norvik Telecom lost the data of a million people. Ana Ruiz runs it.\n\n“We are sorry,” said a clerk, Tom Bell"
    )
    later = ".\n\nThe law asks for a report.\n\nThe company said it would pay."
    assert told(text + later)[-1] == "Norvik Telecom"
    assert told(text.replace("Ana Ruiz runs it", "Beacon Mills found them") + later)[-1] == "company"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The singer Raisa, who like many Javanese has one name, sang. “I know no songs,” she said.", "Raisa"),
        ("Hartono, a fan from Bandung, was calm. “We will listen at home,” he said.", "Hartono"),
        ("According to the newspaper, Ana Ruiz said she had been late.", "newspaper"),
    ],
)
def test_people_of_the_world(text: str, speaker: str) -> None:
    assert speaker in told(text)
