"""Whom a story first describes and then lets somebody name."""

import pytest

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


TITLE_BEFORE = """“The boats are in,” said the steward.

“All of them?” asked Ilse Varr.

Steward Okwan looked at the floor. The lamps had burned down in the long hall.

“All but one,” said the steward.
"""


def test_a_capital_noun_before_a_name_is_what_a_description_says() -> None:
    assert speakers(TITLE_BEFORE) == ["Okwan", "Ilse Varr", "Okwan"]


GIVES_NAME = """Old Berit kept the gun on her knees. A drover had stopped at the gate with his hat in his hand.

“One night will do,” the drover called.

The dog came out from under the step and sat down.

“{}”

“I did not ask,” said Berit.

“No,” said the drover.
"""


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Name's Haskett.", "Haskett"),
        ("Haskett is my name.", "Haskett"),
        ("The name of that hill is Haskett.", "drover"),  # nobody's own
    ],
)
def test_who_gives_a_name_is_who_has_been_described(words: str, named: str) -> None:
    assert speakers(GIVES_NAME.format(words))[-1] == named


CALLED = """A woman in a long grey coat stood at the counter. Pim put the kettle on, and the cat moved over.

“Is it always so cold here?” the woman asked.

“In April it is,” said Pim.

“And in June?”

“In June it is colder. Sugar, {}?”

The cat got up. {} shook her head.

“No sugar,” said {}.
"""


def test_a_new_name_is_that_of_the_one_talked_with() -> None:
    assert speakers(CALLED.format(*["Mrs. Loomis"] * 3))[0] == "Mrs. Loomis"


def test_a_name_that_cannot_be_hers_is_another_s() -> None:
    assert speakers(CALLED.format(*["Mr. Loomis"] * 3))[0] == "woman in a long grey coat"


def test_a_fuller_name_right_behind_a_name_is_the_same_person_s() -> None:
    text = (
        "A girl stood in the door, and Ned put down his book.\n\n“You are late,” said Ned.\n\n"
        "“I know it. My name is Orme. Miss Letty Orme,” the girl said.\n\n“Sit down,” said Ned.\n\n"
        "“Thank you,” said Miss Orme.\n"
    )
    assert speakers(text)[1] == speakers(text)[3] != "Ned"
