"""Who is called by the noun that describes nobody else, «said a man» behind named people, and «Mrs.» of my mother."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

HELM = (
    "“How deep is it here?” asked Nadja Brill. She was tired, and so was Tove.\n\n“{answer}” Tove said.\n\n"
    "“Then we wait,” said Nadja.\n\nIt grew dark over the water.\n\nNothing moved there.\n\n"
    "“Drop the anchor,” said the pilot.\n"
)


@pytest.mark.parametrize(
    ("answer", "speaker"),
    [("Four fathoms, pilot.", "Nadja Brill"), ("Four fathoms, the pilot says.", "pilot"), ("Four fathoms.", "pilot")],
)
def test_who_is_called_by_a_noun_has_a_name(answer: str, speaker: str) -> None:
    assert extract_quotes(HELM.format(answer=answer))[-1].speaker_name == speaker


def test_who_speaks_as_often_as_he_is_named_is_another() -> None:
    text = HELM.format(answer="Four fathoms, pilot.") + "\n“Now the lamp,” said the pilot.\n\n“And sleep.”\n"
    assert [record.speaker_name for record in extract_quotes(text)][-3:-1] == ["pilot", "pilot"]


CALL = (
    "Wiebke stood in the hall with Jorunn. The telephone rang, and she took it up.\n\n"
    "Jorunn came nearer. “Who is it?”\n\n“{words}” said {who}.\n\n“What do you want?” said Wiebke.\n"
)


@pytest.mark.parametrize(("who", "speaker"), [("a man", "man"), ("Jorunn", "Jorunn")])
def test_a_man_is_nobody_who_has_just_acted(who: str, speaker: str) -> None:
    said = extract_quotes(CALL.format(words="You have a fine voice, Miss Ahrens,", who=who))[1]
    assert str(said.speaker_name).removeprefix("a ") == speaker


TEA = (
    "I was ten that year, and I kept my eyes on my plate.\n\n{first}\n\n“{second},” said the man from the mill.\n\n"
    "“And you, boy?” he said to me. I looked at my hands, and I said nothing. I was afraid of him.\n\n"
    "“No,” I said.\n"
)


@pytest.mark.parametrize(
    ("first", "speaker"),
    [("“You will have tea,” my mother told him.", "I"), ("“You will have tea,” my uncle told him.", "Mrs. Orme")],
)
def test_my_mother_and_not_i_is_called_by_her_title(first: str, speaker: str) -> None:
    text = TEA.format(first=first, second="I have had tea, Mrs. Orme")
    assert extract_quotes(text)[-1].speaker_name == speaker
