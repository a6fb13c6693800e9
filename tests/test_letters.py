"""Letters and mail: "I" is who signs, "you" is whom the greeting names."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.detect.layout.letters import find_letters
from quotex.read.document import Document

LETTER = "Selmouth, 3 May\n\nDear Bo,\n\nYou told me that the weir had gone. I said that it was late.\n\n{end}\n"


def speakers(text: str) -> list[str | None]:
    return [a.speaker_name for a in extract_quotes(text)]


@pytest.mark.parametrize(
    "end",
    [
        "Ever your loving sister,\nAnneke",
        "Yours,\n\nAnneke\n\nPS. It has come back.",
        "Anneke",
        "Best wishes,\nANNEKE\nThe Old Mill",
    ],
)
def test_the_signature_is_i_and_the_greeting_is_you(end: str) -> None:
    assert speakers(LETTER.format(end=end)) == ["Bo", "Anneke"]


def test_each_message_of_a_thread_has_its_own_writer() -> None:
    text = (
        "From: Lars Pell\nTo: Bo Ek\nSubject: RE: Weir\n\nI told Ana that the gate was open.\n\n"
        "-----Original Message-----\nFrom: Bo Ek\nSent: 3 March 2015 20:01\nTo: Lars Pell\n\n"
        "I said that it was shut.\n"
    )
    assert speakers(text) == ["Lars Pell", "Bo Ek"]


def test_an_initial_is_written_out() -> None:
    text = "From: E. Lindqvist\nTo: Desk\n\nI said that I had a tuba.\n\nEbbe Lindqvist"
    assert speakers(text) == ["Ebbe Lindqvist"]


def test_my_brother_is_the_brother_of_who_signs() -> None:
    text = "Dear Bo,\n\nMy brother says that the weir has gone.\n\nYours,\nAnneke Moss"
    assert speakers(text) == ["Anneke Moss's brother"]


@pytest.mark.parametrize(
    "text",
    [
        "“My dear Bo,” she said.\nAnneke left.",
        "Dear things, these hats.\nAnneke wears one.",
        "From: 9 May\nTo: 12 May\nThe mill is shut.",
    ],
)
def test_no_letter(text: str) -> None:
    assert find_letters(Document(text)) == ()


def test_a_letter_ends_with_its_signature_and_no_heading_signs_it() -> None:
    letter = "Dear Sir,\n\nI have told him that I am coming.\n\nYours truly,\n\nEbbe Ott\n\n"
    after = letter + "CHAPTER XIV\n\nAnn put it down. I said that it was late.\n"
    assert [after[found.start : found.end] for found in find_letters(Document(after))] == [letter.strip()]
    added = letter + "P.S. It is late.\n"
    assert [found.end for found in find_letters(Document(added))] == [len(added.strip())]
    unsigned = "Dear Sir,\n\nI have told him that I am coming.\n\nCHAPTER XIV\n\nAnn put it down.\n"
    assert [found.writer for found in find_letters(Document(unsigned))] == [None]


def test_a_day_parts_a_letter_and_signs_nothing() -> None:
    text = LETTER.format(
        end="Thursday.\n\nI had to break off there. I said that it was late again.\n\nYour distracted\nPIA"
    )
    assert speakers(text) == ["Bo", "Pia", "Pia"]


LETTERS = (
    "Tarn, 2nd June\n\nDear Ida,\n\nI sat by the mill, and I wept. Old Gorse came up to me.\n\n"
    "“Miss Vane,” said he, “is it the toothache?”\n\n“No,” I said.\n\nI told him that it would pass.\n\n"
    "Your loving\nPetra Vane\n\n\nTarn, 9th June\n\nDear Ida,\n\nI had a visit from Gorse, who asked for his Aunt Flo. "
    "I gave him tea, and I sat with him.\n\n“Are you better?” said he.\n\n“I am,” I said.\n\n{end}\n"
)


@pytest.mark.parametrize(
    ("end", "called", "narrator"),
    [
        ("P. V.", "Well", "Petra Vane"),
        ("P. V.", "Miss Vane", "Petra Vane"),
        ("P. V.", "Mr. Vane", "Petra Vane"),  # somebody else, as Petra is a woman
        ("Petra", "Well", "Petra Vane"),
    ],
)
def test_several_letters_by_one_hand_have_one_narrator(end: str, called: str, narrator: str) -> None:
    said = {a.quote.text: a.speaker_name for a in extract_quotes(LETTERS.format(end=end).replace("Miss Vane", called))}
    assert said["No,"] == said["I am,"] == narrator


def test_letters_by_two_hands_have_two_narrators() -> None:
    said = {a.quote.text: a.speaker_name for a in extract_quotes(LETTERS.format(end="Lars Ott"))}
    assert said["No,"] == "Petra Vane" != said["I am,"]


def test_the_surname_of_who_signs_is_one_with_the_title() -> None:
    vane = [a.speaker for a in extract_quotes(LETTERS.format(end="P. V.")) if "Vane" in str(a.speaker_name)]
    assert len({speaker.entity for speaker in vane if speaker}) == 1


OLD_STYLE = (
    "LETTER I.\nMiss Dorcas Fell to Captain Fell.\n\nOakham, 1st May.\n\nMY dear Giles,—You left us in the rain. "
    "Cook says that she never saw such a day. I told her to shut the door.\n\nYour loving sister,\nDORCAS FELL.\n\n\n"
    "LETTER II.\nCaptain Fell to his Sister.\n\nThe Dart, 9th May.\n\nMY dear Dorcas,—I have your letter. "
    "The mate asked me whether it was good news.\n\n“It is rain,” said I.\n\nI remain, &c.\nGILES FELL.\n\n\n"
    "LETTER III.\nMrs. Fell to Captain Fell.\n\nOakham, 20th May.\n\nSIR,—Come home. "
    "“I am tired of rain,” said your sister.\n\n"
    "Your mother,\nHESTER FELL.\n"
)


def test_letters_in_a_novel_are_no_turns_of_those_who_sign_them() -> None:
    found = extract_quotes(OLD_STYLE)
    assert not [a for a in found if "LETTER" in a.quote.text or "dear" in a.quote.text]
    assert {"It is rain,", "I am tired of rain,", "whether it was good news"} <= {a.quote.text for a in found}
    letters = find_letters(Document(OLD_STYLE))
    assert [OLD_STYLE[slice(*letter.writer)] for letter in letters if letter.writer] == [
        "DORCAS FELL.",
        "GILES FELL.",
        "HESTER FELL.",
    ]
    play = "DORCAS FELL. Come in.\n\nGILES FELL. I am wet.\n\nDORCAS FELL. So I see.\n\nGILES FELL. It rains.\n"
    assert [a.speaker_name for a in extract_quotes(play)][:2] == ["Dorcas Fell", "Giles Fell"]


def test_each_letter_of_a_story_has_its_own_i() -> None:
    talk = "“Then let us go,” said I, and we went.\n\n“Whatever for?” asked Harry. I told him that it was late.\n\n"
    text = (
        f"Dearest Fanny,\n\nI must tell you of the aqueduct. I wore the flannel.\n\n{talk}"
        "Ever your affectionate\nEdith\n\n*\n\n"
        f"My dear Edith,\n\nI read your letter aloud. I laughed.\n\n{talk}Your loving\nFanny\n"
    )
    assert [a.speaker_name for a in extract_quotes(text)] == ["Edith", "Harry", "Edith", "Fanny", "Harry", "Fanny"]
