"""Reported speech in stories: people do much there that would be a report in news."""

from __future__ import annotations

import pytest

from quotex.detect.genre import is_narrative
from quotex.extract import extract_quotes
from quotex.read.document import Document

STORY = (
    "“Is it far?” she asked. He shook his head. The rain had stopped, and the lane smelt of leaves.\n\n"
    "{}\n\n“Then come,” he said.\n"
)


def reported(sentence: str) -> list[tuple[str, str]]:
    """Cue and content of what a sentence of a story reports without marks."""
    found = extract_quotes(STORY.format(sentence), kinds=["indirect"])
    return [(a.quote.cue.text if a.quote.cue else "", a.quote.text) for a in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ada went to the door.",
        "She drew her chair to the fire and touched his sleeve.",
        "Tom answered the question.",
        "The vicar noted the time and put out his hand.",
        "He looked at her, and she went on growing.",
        "Ada was very glad to find him in such a temper.",
        "They laid the letters on the table.",
        "His hat that the wind had taken lay in the lane.",
        "Tom ordered coffee to go.",
        "“Who paid?” Ada asked Tom.",
        "“Who paid?” Ada asked the keeper.",
        "Ada threw a stone at something that was asleep in the lane.",
        "Ada let that go by, for it was late.",
        "A tall man, he said little.",
    ],
)
def test_what_people_do_is_no_report(sentence: str) -> None:
    assert reported(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "cue", "content"),
    [
        ("Ada declared that the hotel was very good.", "declared", "that the hotel was very good"),
        ("He told her that the boat had gone.", "told", "that the boat had gone"),
        ("Ada believed that the lane would never end.", "believed", "that the lane would never end"),
        ("The keeper asked whether they had money.", "asked", "whether they had money"),
        ("Tom ordered his men to bar the gate.", "ordered", "to bar the gate"),
        ("“Who paid?” said Ada, and she asked Tom to shut the door.", "asked", "to shut the door"),
        ("Tom promised to wait at the bridge.", "promised", "to wait at the bridge"),
        ("Ada wrote to the keeper that the boat had gone.", "wrote", "that the boat had gone"),
        ("Ada had written that the boat had gone.", "had written", "that the boat had gone"),
        ("The keeper asked them how far.", "asked", "how far"),
        ("Wrong boat, the keeper said.", "said", "Wrong boat"),
        ("Her warning that the ice was thin surprised him.", "warning", "that the ice was thin"),
        ("Her claim that the mill was empty surprised him.", "claim", "that the mill was empty"),
        ("Ada's promise that she would come pleased him.", "promise", "that she would come"),
    ],
)
def test_what_people_say_or_think_is_a_report(sentence: str, cue: str, content: str) -> None:
    assert reported(sentence) == [(cue, content)]


def test_news_may_report_by_any_verb() -> None:
    text = "The council vowed on Tuesday to fight the order. The mayor called the plan a mistake, officials said."
    assert [a.quote.kind for a in extract_quotes(text)] == ["indirect", "indirect"]


@pytest.mark.parametrize("told", ["that it was late", "to sit down"])
@pytest.mark.parametrize("tag", ["she said", "said Ada"])
def test_words_with_a_tag_of_their_own_do_not_join_a_report_above(told: str, tag: str) -> None:
    text = f"Ada told me {told}.\n\n“This is him,” {tag}.\n"
    found = [(a.quote.kind, a.quote.text) for a in extract_quotes(text)]
    assert found == [("indirect", told), ("direct", "This is him,")]


def test_the_names_of_places_in_a_few_lines_are_no_sign_of_a_report() -> None:
    scene = (
        "The bus left Nagpur at nine, and Tuli was on the roof of it before the driver had shut the door.\n\n"
        "“Get down,” said Ajji. “You will fall in the Kanhan.”\n\n“No.”\n\n“Then fall.”\n"
    )
    assert is_narrative(Document(scene))


DASHES = """– There is sand in the soup, says Madame Odile.

– There is sand in the sky, this week, says the porter.

In the yard at Ferkeba the fig trees have gone grey, and on the steps
two officials from the ministry are waiting, one with a ledger and the other with a cold.

– Who let them in?

– The gate let them in. It is off its hinge.

Madame Odile puts down the spoon. She is the director of two hundred boys and the
widow of a colonel, and she has a letter that tells
her to send home every pupil over sixteen.

– Tell them I am at prayer.

– They know better, Madame.

– Then tell them I am asleep.

– At ten in the morning?

– It has been a long week.

The one with the ledger is Monsieur Tanoh. He brings greetings, he says, from the Regional Office,
which regrets the delay.
"""

DASH_LIST = """The ministry has published its plan for the schools of the Ferkeba region. The plan includes:

– A new gate for every school by October.

– Two hundred places for pupils over sixteen.

– A Regional Office that opens in March.

– Repairs to the roofs of forty schools.

Monsieur Tanoh, the director, presents the plan on Tuesday. He says that the ministry regrets the delay.
"""


@pytest.mark.parametrize(("text", "story"), [(DASHES, True), (DASH_LIST, False)])
def test_dialogue_behind_dashes_shows_a_story_and_a_list_does_not(text: str, story: bool) -> None:
    assert is_narrative(Document(text)) == story
