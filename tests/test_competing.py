"""Who is "he" or "she" in a report where two people could be."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.detect.genre import is_narrative
from quotex.read.document import Document


def speaker_of(text: str, quoted: str) -> str | None:
    """Return the speaker of the quotation that begins with some words."""
    return next(a.speaker_name for a in extract_quotes(text) if a.quote.text.lstrip("“").startswith(quoted))


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        # Somebody named within a post is not who speaks.
        (
            "Anna Ruiz opened the fair on Friday.\n\n"
            "Ruiz communications director Jennifer Pell said the rain had ruined it. “We sold nothing,” she said.",
            "We sold nothing",
            "Jennifer Pell",
        ),
        # A subject with a workplace behind it, named for the first time.
        (
            "“He won it on the last lap,” wrote Chris Matheson of the Courier. Matheson has followed him for years. "
            "“He rode well,” he wrote.\n\n"
            "Dan Keane at the Sunday Review agreed with Matheson about the winner.\n\n"
            "“If his plan was to tire them, he did it,” he wrote.",
            "If his plan",
            "Dan Keane",
        ),
        # A post in -man tells no gender where the given name does.
        (
            "Ruiz spokesman Maria Lund said Ott had “no plan” for the port. “You could dismiss it,” she said.",
            "You could dismiss it",
            "Maria Lund",
        ),
        # The one to whom something is written does not write it.
        (
            "Albert Vane sold clocks. To his brother Percy, who kept the shop, he wrote that clocks were dear.",
            "that clocks were dear",
            "Albert Vane",
        ),
        # A canon is a cleric, as a bishop is.
        (
            "Canon Theo Hale came in May. Ann Lee met him. The Canon had told her that he was ill.",
            "that he was ill",
            "Theo Hale",
        ),
        # One of several runners is no other word for the man told of.
        (
            "Ruben Ott led the race. He had a metre on the pack when he turned. The runner behind said: “Let me by.”",
            "Let me by",
            "runner",
        ),
    ],
)
def test_who_is_meant(text: str, quoted: str, speaker: str) -> None:
    assert speaker_of(text, quoted) == speaker


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        # Her office is no other person's, and the one a post names is no modifier.
        ("Ana Ruiz, director of the port, said Bo Lund was late. “We waited,” she said.", "We waited", "Ana Ruiz"),
        ("Farmer Karl Lund met Maria Ott, a clerk. “It was cold,” she said.", "It was cold", "Maria Ott"),
    ],
)
def test_who_is_not_meant(text: str, quoted: str, speaker: str) -> None:
    assert speaker_of(text, quoted) == speaker


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In a radio interview Ana Ruiz declared that the port was finished.", "Ana Ruiz"),
        ("In a speech Mr. Horak said that the glass was too thin.", "Mr. Horak"),
        ("“We are done,” said the glazier Milan Horak.", "the glazier Milan Horak"),
        ("The late Ana Ruiz said that the tower was a ruin.", "The late Ana Ruiz"),
        ("The Campaign to Protect Rural Wales said that it was late.", "The Campaign to Protect Rural Wales"),
        ("On Monday the Alliance to Save the Harbour said no more.", "the Alliance to Save the Harbour"),
        ("The committee to which Ana Ruiz belongs said that it was late.", "The committee"),
    ],
)
def test_a_noun_that_means_nobody_is_no_part_of_a_source(text: str, source: str) -> None:
    (found,) = extract_quotes(text)
    assert found.speaker is not None
    assert found.speaker.mention is not None
    assert found.speaker.mention.text == source


@pytest.mark.parametrize(
    ("text", "quoted", "source"),
    [
        # A participle behind a comma is said of the main clause.
        (
            "The board met on Friday. Lund told the clerks that he believes the port must go on with its plans, saying "
            "that “money still matters too much” in Hull.",
            "that “money",
            "Lund",
        ),
        # The pronoun has another clause before it than the participle's.
        ("The board met on Friday. Lund left, and after a pause she rose, saying, “It is late.”", "It is late", "she"),
    ],
)
def test_whose_participle(text: str, quoted: str, source: str) -> None:
    found = next(a for a in extract_quotes(text) if a.quote.text.lstrip("“").startswith(quoted))
    assert found.speaker is not None
    assert found.speaker.mention is not None
    assert found.speaker.mention.text == source


def test_a_dateline_is_of_a_report() -> None:
    text = "“It is late,” he said. He shut the door and smiled. She nodded. “The mayor will be here soon.”"
    opening = "The council met over the port. "
    assert is_narrative(Document(opening + text))
    assert not is_narrative(Document(f"HULL — {opening}{text}"))


@pytest.mark.parametrize(
    ("text", "quoted", "speaker"),
    [
        (
            "The port board issued a statement on Friday agreeing the matter should be decided by the Senate and not "
            "by judges: “A court cannot know what a tide is.”",
            "A court",
            "Senate",
        ),
        ("By May, the “super clubs” supported by two rich brothers had taken up the plan.", "super", "brothers"),
    ],
)
def test_who_does_something_does_not_say_it(text: str, quoted: str, speaker: str) -> None:
    found = [a.speaker_name for a in extract_quotes(text) if quoted in a.quote.text]
    assert speaker not in " ".join(name or "" for name in found)


def test_who_presses_somebody_says_it() -> None:
    text = "Pressed by Grant Lund whether he had warned anyone, the minister left the room on Friday."
    assert extract_quotes(text)[0].speaker_name == "Grant Lund"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Who is only said to say something within another's words is not the one who goes on.
        (
            "Hilde Moe is running for mayor. Two voters, Tyra Lenny and Bo Holm, saw Moe at a rally. Lenny said Moe is "
            "seldom seen here.\n\n“It's not something she says all the time,” she said.\n\nShe continued, “When that "
            "dies down, and she's still saying it, that would help.”",
            ["Tyra Lenny", "Tyra Lenny", "Tyra Lenny"],
        ),
        # A questioner does not answer himself.
        (
            "Olaf Berg says fashion has run amok in the navy. At a forum on Monday, one questioner claimed that “the "
            "forces of fashion” were harming the fleet.\n\n“You're right, we have a fashionable navy,” he said.",
            ["Olaf Berg", "one questioner", "Olaf Berg"],
        ),
        # A bare surname that nobody bears, one letter from that of somebody; a plural noun is none.
        (
            "Paul Berg is a senator. “They have a problem,” said Leslie Wimes, president of the women's caucus. Nobody "
            "calls.\n\nWines believes that the campaign of Hilde Moe took voters for granted.\n\n“They thought it "
            "would do,” she said.",
            ["Leslie Wimes", "Leslie Wimes", "Leslie Wimes"],
        ),
        (
            "“They have a problem,” said Leslie Miner, a baker.\n\nMiners believe that the pit will shut.",
            ["Leslie Miner", "Miners"],
        ),
        (
            "“They have a problem,” said Mary Greene, a baker.\n\nGreens told the council that the pit will shut.",
            ["Mary Greene", "Greens"],
        ),
        # The party tells who is meant.
        (
            "Libertarian candidate Gary Moss is fit, a doctor said.\n\nOlaf Berg says he has “big plans” for the month."
            "\n\nThe Republican nominee noted Friday that the town has not spent much.",
            ["a doctor", "Olaf Berg", "Olaf Berg"],
        ),
        (
            "Olaf Berg says he has “big plans” for the month.\n\nLibertarian candidate Gary Moss says he is fit.\n\n"
            "The Libertarian nominee noted Friday that the town has not spent much.",
            ["Olaf Berg", "Gary Moss", "Gary Moss"],
        ),
    ],
)
def test_who_goes_on(text: str, speakers: list[str]) -> None:
    assert [record.speaker_name for record in extract_quotes(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speaker", "quoted"),
    [
        (
            "“We lost the lot!” Berg's niece, Marcia “Cia” Lund (D-Northport), shouted. “All of it.”",
            "Marcia Lund",
            "We lost the lot! … All of it.",
        ),
        ("“We lost the lot,” Clarence “Duke” Whitlow said.", "Clarence Whitlow", "We lost the lot,"),
        ("“We lost the lot,” said Clarence “the Duke of Hull” Whitlow.", "Clarence", "We lost the lot,"),
        (
            "A notice on the council's website says the pool is shut.",
            "A notice on the council's website",
            "the pool is shut",
        ),
        ("A notice on Monday said the pool was shut.", "A notice", "the pool was shut"),
    ],
)
def test_words_within_a_source(text: str, speaker: str, quoted: str) -> None:
    record = extract_quotes(text)[0]
    assert (record.speaker_name, record.quote.text) == (speaker, quoted)


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("a student whose name is Quorrel", "person"),
        ("a sergeant from Leeds named Quorrel", "person"),
        ("a spaniel by the name of Quorrel", "unknown"),
        ("a village called Quorrel", "unknown"),
    ],
)
def test_who_is_called_something_is_a_person(words: str, type_: str) -> None:
    cast = extract_quotes(f"Ann Lee said it was late. She had never heard of {words}.").cast
    assert next((entity.type for entity in cast if entity.name == "Quorrel"), "unknown") == type_
