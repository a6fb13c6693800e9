"""Every layout of talk: who says what, and pages that look like talk and are none."""

from __future__ import annotations

import pathlib

import pytest

from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.mail import is_wrote
from quotex.detect.layout.turn import LABELLED
from quotex.extract import extract_quotes
from quotex.read.document import Document
from quotex.resolve.labels.words import parse_label, spelled

HERE = pathlib.Path(__file__).parent


def sections(name: str) -> dict[str, str]:
    """Return the texts of a file by their titles."""
    parts = (HERE / name).read_text(encoding="utf-8").split("\n=== ")[1:]
    return {title: body for title, _, body in (part.partition("\n") for part in parts)}


LAYOUTS, NO_TALK = sections("layouts.txt"), sections("no_talk.txt")


@pytest.mark.parametrize("name", LAYOUTS)
def test_who_says_what(name: str) -> None:
    text, _, said = LAYOUTS[name].partition("--- said\n")
    found = [a for a in extract_quotes(text) if a.quote.kind == "direct"]
    assert [f"{a.speaker_name} | {' '.join(a.quote.text.split())}" for a in found] == said.strip().splitlines()


@pytest.mark.parametrize("name", LAYOUTS)
def test_blank_lines_around_a_page_change_nothing(name: str) -> None:
    text = LAYOUTS[name].partition("--- said\n")[0]
    plain = [(a.speaker_name, a.quote.text) for a in extract_quotes(text)]
    assert [(a.speaker_name, a.quote.text) for a in extract_quotes(f"\n\n{text}\n\n")] == plain


@pytest.mark.parametrize("name", NO_TALK)
def test_no_turn(name: str) -> None:
    assert [turn for turn in find_turns(Document(NO_TALK[name])) if turn.kind in LABELLED] == []


@pytest.mark.parametrize(
    ("text", "dashes"),
    [
        ("Elsewhere:\n\n- Shade is planned. I'd like that.\n- A dog votes. I have questions.\n- It rained.", 0),
        ("Key points\n\n– The bus, she said, will run.\n– Fares rise.\n– The staff know, Ms Ruiz added.", 0),
        ("The firm found:\n\n- Ferries, it said, are late.\n\n- Fares rise.\n\n- Nobody swims.", 0),
        ("Pros\n- My aunt called it “sad”\n- You can fold it\n- Handle\nCons\n- I paid €249\n- The app asks me", 0),
        ("Dante said:\n\n- I saw you there, Anna.\n- Where? she asked.\n- By the well.", 3),
        ("- Have you the key? he asked.\n- I have it here.\n- Then open it, she said.\n- I cannot.", 4),
        ("He waited:\n\n- Have you the key? he asked.\n\n- I have it here.\n\n- Then open it.", 3),
    ],
)
def test_items_of_a_list_are_no_dialogue(text: str, dashes: int) -> None:
    assert len([turn for turn in find_turns(Document(text)) if turn.kind == "dash"]) == dashes


def test_several_labels_of_one_person_are_one_entity() -> None:
    text = LAYOUTS["broadcast"].partition("--- said\n")[0]
    found = extract_quotes(text)
    assert len({a.speaker.entity for a in found if a.speaker and a.speaker.name == "Ana Ruiz"}) == 1
    assert found[0].speaker is not None and found[0].speaker.role == "HOST"


def test_a_turn_of_several_paragraphs_is_one_quotation_of_several_parts() -> None:
    found = extract_quotes(LAYOUTS["podcast"].partition("--- said\n")[0])
    assert [span.text for span in found[2].quote.spans] == ["Who owns the tide?", "So I asked my mother."]


def test_line_numbers_are_no_words() -> None:
    found = extract_quotes(LAYOUTS["deposition"].partition("--- said\n")[0])
    assert [span.text for span in found[0].quote.spans] == ["Mr. Peck, you were the manager of the mill", "that night?"]


def test_marks_of_quoted_mail_are_no_words_of_what_is_reported() -> None:
    text = "On 3 March 2015, Ana Ruiz wrote:\n> The man told me that the harbour\n> would open in May.\n\nIt will."
    (turn,) = extract_quotes(text)
    inner = [[span.text for span in inner.quote.spans] for inner in turn.nested]
    assert inner == [["that the harbour", "would open in May"]]


def test_i_and_you_within_a_turn() -> None:
    text = "Ana: I said that it was late.\nPaul: You told me that it was early.\nAna: Did I?\nPaul: You did."
    nested = [inner for a in extract_quotes(text) for inner in a.nested]
    assert [(inner.speaker_name, inner.quote.text) for inner in nested[:2]] == [
        ("Ana", "that it was late"),
        ("Ana", "that it was early"),
    ]
    assert {inner.evidence[0].rule for inner in nested[:2]} == {"speaker around"}


def test_questions_and_answers_in_order_are_less_sure() -> None:
    found = extract_quotes(LAYOUTS["dash questions"].partition("--- said\n")[0])
    direct = [a for a in found if a.quote.kind == "direct"]
    assert {a.quote.confidence for a in direct} == {0.8}
    assert {a.evidence[0].rule for a in direct} == {"turn in order"}


def test_a_group_is_a_group() -> None:
    found = extract_quotes(LAYOUTS["hansard"].partition("--- said\n")[0])
    assert [a.speaker.type for a in found if a.speaker and a.speaker.name == "Hon. Members"] == ["group"]


def test_who_wrote() -> None:
    line = "> On Tue, 3 Mar 2015, Ana Ruiz <ana@example.com> wrote:"
    assert is_wrote(line, 0, len(line))
    assert not is_wrote("Ana Ruiz once wrote: no.", 0, 24)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("The CHAIRMAN", ()),
        ("The SPEAKER pro tempore", ()),
        ("Minister of State at the Department of Transport", ()),
        ("MR. OTT", ("ott",)),
        ("Ruiz, Ana", ("ana", "ruiz")),
        ("Speaker 1", ()),
        ("THE LOWLAND REVIEW", ("lowland", "review")),
    ],
)
def test_what_a_label_says(label: str, names: tuple[str, ...]) -> None:
    assert parse_label(label).names == names


@pytest.mark.parametrize(
    ("loud", "small"), [("O'NEILL", "O'Neill"), ("KIPLAGAT-HUYS", "Kiplagat-Huys"), ("VAN DER HULST", "Van der Hulst")]
)
def test_names_in_capitals_are_spelled_as_in_running_text(loud: str, small: str) -> None:
    assert spelled(loud) == small


def test_header_licence_and_notes_of_a_book_are_nobodys_words() -> None:
    book = (
        "Ana Ruiz said that this eBook is free.\n\n*** START OF THE PROJECT GUTENBERG EBOOK TEA ***\n\n"
        "[Transcriber's note: Paul Ott said that he mended the spelling.]\n\n"
        "“Sit down,” said Ana. “You said that you would.”\n\n"
        "*** END OF THE PROJECT GUTENBERG EBOOK TEA ***\n\nThe Foundation said that it takes gifts."
    )
    assert [a.quote.text for a in extract_quotes(book)] == ["Sit down, … You said that you would."]


def test_a_story_that_names_gutenberg_keeps_its_words() -> None:
    text = "Gutenberg was a printer. “Sit down,” said Ana. The transcriber said that it was late."
    assert len(extract_quotes(text)) == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("—Leave it alone, said old Berto.", "Leave it alone,"),
        ("—Leave it alone, said Berto, the mate.", "Leave it alone,"),
        ("—Not today, said Berto, quite softly, and he shut the hatch.", "Not today,"),
        ("—It stays, said in Spain what it says here.", "It stays, said in Spain what it says here."),
    ],
)
def test_the_tag_of_a_dash_may_have_an_epithet_or_an_apposition(line: str, said: str) -> None:
    found = extract_quotes(f"{line}\n\n—Why? asked Ana.\n\n—It bites, said Berto.\n")
    assert next(a for a in found if a.quote.kind == "direct").quote.text == said
