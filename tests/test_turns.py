"""Turns: speech that layout shows, and layouts that show none."""

from __future__ import annotations

import pytest

from quotex.detect.layout.find_turns import find_turns
from quotex.extract import extract_quotes
from quotex.read.document import Document

Shown = tuple[str, str | None, tuple[str, ...]]


def turns(text: str) -> list[Shown]:
    return [
        (
            turn.kind,
            text[turn.label[0] : turn.label[1]] if turn.label else None,
            tuple(text[start:end] for start, end in turn.parts),
        )
        for turn in find_turns(Document(text))
    ]


def tags(text: str) -> list[str]:
    return [text[start:end] for turn in find_turns(Document(text)) for start, end in turn.tags]


def test_dialogue_dashes() -> None:
    text = (
        "The skipper put down his cup and said:\n\n—Come up, Ott! Come up, you lazy man!\n\n"
        "—I am asleep, Ott said quietly from below. Go away. I am old.\n\n"
        "—That fish, said Ana Ruiz,\nis not a fish.\n\n—Look at it, she said, you great fool!\n\n—Yes?"
    )
    assert turns(text) == [
        ("dash", None, ("Come up, Ott! Come up, you lazy man!",)),
        ("dash", None, ("I am asleep,", "Go away. I am old.")),
        ("dash", None, ("That fish,", "is not a fish.")),
        ("dash", None, ("Look at it,", "you great fool!")),
        ("dash", None, ("Yes?",)),
    ]
    assert tags(text) == ["Ott said quietly from below.", "said Ana Ruiz", "she said"]


@pytest.mark.parametrize(
    ("text", "parts", "tag"),
    [
        ("— Come up, Ott! — he said. — It is late.", ("Come up, Ott!", "It is late."), "he said."),
        ("– It is late – said Mrs. Ruiz – and I am cold.", ("It is late", "and I am cold."), "said Mrs. Ruiz"),
        ("—Where is he? the old man asked.", ("Where is he?",), "the old man asked."),
        (
            "—No! Mr. Ott cried, running to the door. Not her!",
            ("No!", "Not her!"),
            "Mr. Ott cried, running to the door.",
        ),
    ],
)
def test_tags_between_dashes(text: str, parts: tuple[str, ...], tag: str) -> None:
    assert turns(text) == [("dash", None, parts)]
    assert tags(text) == [tag]


@pytest.mark.parametrize(
    "text",
    [
        "To do:\n\n- buy rice\n\n- mend the net\n\n- call Ana",
        "The winners are:\n\n— Ana Ruiz of the Harbour Post, for her report on the ferry.\n\n— Paul Ott, for the map.",
        "All things pass.\n\n— Ana Ruiz",
        "— I —",
        "—",
        "--",
        "“Come,” she said.\n\n— and so on, he thought\n\n“No,” said Ott.\n\n“Yes.”",
    ],
)
def test_dashes_that_open_no_speech(text: str) -> None:
    assert turns(text) == []


def test_transcript() -> None:
    text = (
        "The hearing began.\n\nMS. RUIZ: Did you see the ferry?\n\nMR. OTT: I did.\n\nIt was late, as always.\n\n"
        "MS. RUIZ (D-Ill.): How late?\n\nMR. OTT: An hour."
    )
    assert turns(text) == [
        ("transcript", "MS. RUIZ", ("Did you see the ferry?",)),
        ("transcript", "MR. OTT", ("I did.", "It was late, as always.")),
        ("transcript", "MS. RUIZ", ("How late?",)),
        ("transcript", "MR. OTT", ("An hour.",)),
    ]


def test_transcript_with_names() -> None:
    text = "Ana Ruiz: It was late.\n\nPaul Ott: It was.\n\nRuiz: And you were there?\n\nOtt: I was.\n\nRuiz: Fine."
    assert [label for _, label, _ in turns(text)] == ["Ana Ruiz", "Paul Ott", "Ruiz", "Ott", "Ruiz"]


@pytest.mark.parametrize(
    "text",
    [
        "Q: Where were you?\n\nA: At home.\n\nQ: Alone?\n\nA: Yes.",
        "Q: Where were you? A: At home.\n\nQ: Alone? A: Yes.",
        "Q. Where were you?\nA. At home.\nQ. Alone?\nA. Yes.",
        "**Q:** Where were you?\n\n**A:** At home.\n\n**Q:** Alone?\n\n**A:** Yes.",
    ],
)
def test_interview(text: str) -> None:
    found = turns(text)
    assert [(kind, label) for kind, label, _ in found] == [("interview", "Q"), ("interview", "A")] * 2
    assert [parts for *_, parts in found] == [("Where were you?",), ("At home.",), ("Alone?",), ("Yes.",)]


def test_interview_headings_in_capitals() -> None:
    text = "FRAGE: Wo waren Sie?\n\nOTT: Zu Hause.\n\nFRAGE: Allein?\n\nOTT: Ja."
    assert [label for _, label, _ in turns(text)] == ["FRAGE", "OTT", "FRAGE", "OTT"]


@pytest.mark.parametrize(
    "text",
    [
        "The question was: who would pay?\n\nThe answer: nobody.\n\nHe said: It is over.",
        "Hillmarsh: 1,769.\n\nLowmarsh: 1,501.\n\nHillmarsh: 547.\n\nLowmarsh: 46.",
        "Note: bring a coat.\n\nThe ferry leaves at nine.\n\nNote: bring tea.",
        "Chapter One: The Ferry\n\nIt rained.\n\nChapter Two: The Pier\n\nIt rained on.",
        "Yes: it was late.\n\nShe went on.\n\nIt rained.\n\nShe came to the pier.\n\nYes: it was dark.\n\nYes: it was.",
    ],
)
def test_colons_that_show_no_turn(text: str) -> None:
    assert turns(text) == []


def test_press_release() -> None:
    text = (
        "“This is a good day for the islands.” – Commissioner Ana Ruiz\n\nAnd from Chair Paul Ott:\n\n"
        "“We are proud of it.”\n\n“The ferry will run.”\n\n— Ines Moreau, Mayor of Hillmarsh"
    )
    assert turns(text) == [
        ("press", "Commissioner Ana Ruiz", ("This is a good day for the islands.",)),
        ("press", "Chair Paul Ott", ("We are proud of it.",)),
        ("press", "Ines Moreau, Mayor of Hillmarsh", ("The ferry will run.",)),
    ]


def test_a_statement_runs_through_paragraphs() -> None:
    text = "From Chair Ana Ruiz:\n\n“We are proud of it.\n\n“It will run.”\n\n“No,” she said."
    assert turns(text) == [("press", "Chair Ana Ruiz", ("We are proud of it.", "It will run."))]


@pytest.mark.parametrize("heading", ["From the desk of Ana Ruiz", "Statement by Ana Ruiz:", "And from Ana Ruiz:"])
def test_heading_above_a_statement(heading: str) -> None:
    assert turns(f"{heading}\n\n“We are proud of it.”") == [("press", "Ana Ruiz", ("We are proud of it.",))]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Minister: ‘No deal’\n\nThe talks failed on Monday.", "Minister", "No deal"),
        ("‘No deal’, says minister\n\nThe talks failed on Monday.", "minister", "No deal"),
        ('Ruiz Warns Rivals: "This Cannot Go On"', "Ruiz", "This Cannot Go On"),
        ('" No deal, " said Ruiz.', "Ruiz", "No deal,"),
        ('Ana Ruiz:"Nothing moves"', "Ana Ruiz", "Nothing moves"),
    ],
)
def test_headlines(text: str, label: str, words: str) -> None:
    assert turns(text) == [("headline", label, (words,))]


def test_a_figure_behind_a_colon_is_no_headline() -> None:
    assert turns('Price:"12.50"') == []


@pytest.mark.parametrize("text", ["", "\x00", ":", "Q:", "A:", "Q:\n\nA:", "— — —", "—\ud800", "“” –", "X: ‘’"])
def test_any_text(text: str) -> None:
    for _, _, parts in turns(text):
        assert all(parts)


SCRIPT = """The full exchange:

"HOLM: Did you invite the mayor of “Little Harbour”?

"OKORO: We invited everyone. It is an open day.

"We even asked the ferrymen.

"(CROSSTALK.)

"HOLM: So he will be there?

"OKORO: He will not."
"""


def test_a_transcript_in_marks_has_its_turns_and_no_quotation_of_the_whole() -> None:
    assert turns(SCRIPT) == [
        ("transcript", "HOLM", ("Did you invite the mayor of “Little Harbour”?",)),
        ("transcript", "OKORO", ("We invited everyone. It is an open day.", "We even asked the ferrymen.")),
        ("transcript", "HOLM", ("So he will be there?",)),
        ("transcript", "OKORO", ("He will not.",)),
    ]
    assert [(record.speaker_name, record.quote.kind) for record in extract_quotes(SCRIPT)] == [
        ("Holm", "direct"),
        ("Okoro", "direct"),
        ("Holm", "direct"),
        ("Okoro", "direct"),
    ]


@pytest.mark.parametrize("words", ["Hello, Nuala.", "Yes, Nuala.", "Paris."])
def test_a_turn_like_a_name_stands_among_turns(words: str) -> None:
    found = turns(f"– Where? said Tom.\n\n– {words}\n\n– You look well, said Nuala.\n")
    assert [turn[2] for turn in found] == [("Where?",), (words,), ("You look well,",)]


def test_a_name_below_an_epigraph_is_no_turn() -> None:
    assert turns("All rivers run to the sea.\n\n— Ana Ruiz.\n\n“Come in,” said Tom.\n") == []


@pytest.mark.parametrize(
    ("end", "parts"),
    [
        ("He ate. I said she'd never liked him.", ("He was here,", "He ate. I said she'd never liked him.")),
        ("He ate. I said. He ate again.", ("He was here,", "He ate.", "He ate again.")),
    ],
)
def test_i_said_with_a_clause_is_spoken(end: str, parts: tuple[str, ...]) -> None:
    assert [turn[2] for turn in turns(f"– He was here, Tom said. {end}\n")] == [parts]
