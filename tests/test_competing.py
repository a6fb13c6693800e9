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
