"""Codes of interviewees, blocks that are moved in, accounts, signed remarks, and the offices of those present."""

import pytest

from quotex import extract_quotes

_STUDY = """The study was carried out in three towns in the spring of last year. We talked to forty drivers. R2 said \
that he was tired of lists, and R9 said that he was not.

{}

The lists were kept on paper, and the office had never asked for them."""


def _told(text: str) -> list[tuple[str | None, str]]:
    return [(a.speaker_name, a.quote.text) for a in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("A girl of twelve explained that the queue is shorter at night (Interviewee 22).", "Interviewee 22",
         "that the queue is shorter at night"),
        ("Two men told us that they had paid (Interviewees 4 and 9).", "Two men", "that they had paid"),
        ("A clerk in his fifties called the list ‘a small parliament’ (R2).", "R2", "a small parliament"),
        ("“I have paid twice,” one added (R9, aged 60).", "R9", "I have paid twice,"),
        ("“I have paid twice,” one added (M25).", "one", "I have paid twice,"),
        ("Ann Lee explained that the queue is shorter at night (R9).", "Ann Lee",
         "that the queue is shorter at night"),
        ("A clerk said that the queue is shorter in winter (she was right).", "clerk",
         "that the queue is shorter in winter (she was right)"),
    ],
)  # fmt: skip
def test_a_code_behind_the_words_says_whose_they_are(text: str, speaker: str, content: str) -> None:
    names = [name and name.removeprefix("A ") for name, words in _told(_STUDY.format(text)) if words == content]
    assert names == [speaker]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("R2, a driver for years, put it this way:\n\n    At noon I am nobody. The dogs know my name. (R2, aged 44)",
         ("R2", "At noon I am nobody. The dogs know my name.")),
        ("The keepers had a reason.\n\n> Somebody has to know who is first. My mother did it for shoes. (R9)",
         ("R9", "Somebody has to know who is first. My mother did it for shoes.")),
        ("A clerk wrote:\n\n    There is a list, and there is the list behind the list.",
         ("clerk", "There is a list, and there is the list behind the list.")),
        ("Farid Ouarzazi writes from the quay:\n\n    A man in a cap is counting heads. I count one fewer.",
         ("Farid Ouarzazi", "A man in a cap is counting heads. I count one fewer.")),
        ("Still no word.\n\n    @pier_lass: am on deck 4. they are handing out soup",
         ("@pier_lass", "am on deck 4. they are handing out soup")),
    ],
)  # fmt: skip
def test_a_block_that_is_moved_in_belongs_to_whom_its_edges_name(text: str, found: tuple[str, str]) -> None:
    assert found in _told(_STUDY.format(text))


@pytest.mark.parametrize(
    "text",
    [
        "This is what each of them had:\n\n    one bag of rice, two bags of salt and a lamp.",
        "A clerk wrote the list:\n\n    one bag of rice\n    two bags of salt",
        "The road to the north was shut. (M25)",
        "Ann Lee went to the quay:\n\n    the ship that came in was the wrong one.",
    ],
)
def test_lists_and_numbers_of_roads_quote_nobody(text: str) -> None:
    assert len(_told(_STUDY.format(text))) == 2


def test_signed_remarks_may_be_signed_by_a_description() -> None:
    text = (
        "The fair was dry.\n\n“Is the pig for sale?” -- small boy, cake stall\n\n“He's the judge.” -- Mr Tom Orr\n\n"
        "“The gate is shut.” -- it said so in red\n\nThe pig was not sold."
    )
    found = _told(text)
    assert found[:2] == [("small boy", "Is the pig for sale?"), ("Mr Tom Orr", "He's the judge.")]
    assert "it said so in red" not in [name for name, _ in found]


_MINUTES = """TARBERT ALLOTMENT SOCIETY

Minutes of the committee meeting held in the Reading Room on Tuesday 4 March at 7 pm

PRESENT: Ida Marsh (IM, Chair), Otto Kranz (OK), Bee Adeyemo (BA, Treasurer), Rab Quill (RQ). In attendance: Fenella \
Quick (Clerk).

1. FLOODS
{}

2. HEDGE
RQ said that he had cut none of it. The Treasurer warned that paint cost money."""


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The Chair asked members to be brief.", "Ida Marsh"),
        ("The Treasurer said that the pump was paid for.", "Bee Adeyemo"),
        ("The Clerk reminded members that the pump had a name.", "Fenella Quick"),
        ("IM reported that the pump was wet.", "Ida Marsh"),
        ("RQ asked whether it had a name.", "Rab Quill"),
        ("The plumber said that the pump was paid for.", "plumber"),
    ],
)
def test_offices_and_initials_of_those_present_are_theirs(sentence: str, speaker: str) -> None:
    assert _told(_MINUTES.format(sentence))[0][0] == speaker


def test_one_whose_initials_stand_in_the_text_is_a_person() -> None:
    types = {entity.name: entity.type for entity in extract_quotes(_MINUTES.format("IM said that it rained.")).cast}
    assert types["Ida Marsh"] == types["Rab Quill"] == "person"


@pytest.mark.parametrize(
    ("present", "treasurer", "chair"),
    [
        ("Present: Pauline Vance (Chair), Dele Oyelaran (Treasurer), Jack Moran", "Dele Oyelaran", "Pauline Vance"),
        ("Chair: Prof. Pauline Vance\nTreasurer: Dele Oyelaran", "Dele Oyelaran", "Pauline Vance"),
        ("Attendees:\n- Pauline Vance, Chair\n- Dele Oyelaran, Treasurer", "Dele Oyelaran", "Pauline Vance"),
        ("Present: Cllr A. Vance (Chair), Mr I. Oyelaran (Treasurer), J. Moran", "I. Oyelaran", "A. Vance"),
    ],
)
def test_offices_in_minutes_are_held_by_those_who_were_present(present: str, treasurer: str, chair: str) -> None:
    text = (
        f"Garden Society, minutes of 4 March 2025\n\n{present}\n\n"
        "The Treasurer reported that the shed had been sold. The Chair asked when the money would come."
    )
    assert [a.speaker_name for a in extract_quotes(text)] == [treasurer, chair]
