"""Who is who in a story: the tag decides, the narrator, those described and named later, words that are told."""

import pytest

from quotex import extract_quotes


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("“No.” She shrugged. “Not today.”", 2),
        ("“No,” said Ada. She looked at the wall for a while. “Not today.”", 2),
        ("“No.” She shrugged, and Ben answered: “Why?”", 1),  # led in
        ("“No.” “Why?”", 1),  # nothing between
        ("“No,” said Ada. She shrugged. “Why?” asked Ben.", 1),  # each has a tag of its own
    ],
)
def test_an_action_between_two_pieces_parts_no_quotation(words: str, parts: int) -> None:
    text = f"Ada shut the door of the mill. Ben stood by the window.\n\n“Shall we go?” asked Ben.\n\n{words}\n"
    assert len(extract_quotes(text)[1].quote.spans) == parts


MILL = """The miller shut the gate, and the fox sat down on the wall. Ada Brook came up the road with her basket.

“No flour today,” said the miller.

“Nor tomorrow,” the fox added.

“We need none,” said Ada.

“Good,” said the miller.

“Very good,” they said.
"""


def test_a_description_that_tells_one_apart_decides() -> None:
    assert speakers(MILL) == ["miller", "fox", "Ada", "miller", "they"]


def test_a_relation_is_never_its_owner() -> None:
    text = "Ben Moss sat at the table. His wife cut the bread.\n\n“It is dry,” said Ben.\n\n“Eat,” said his wife.\n"
    assert speakers(text)[1] != "Ben Moss"


def test_a_name_in_a_tag_is_a_name_though_nothing_else_says_so() -> None:
    text = "The door stood open and the lamp was lit.\n\n“Come in,” said Qorl.\n\n“It is late,” she said.\n"
    assert speakers(text)[0] == "Qorl"


DRAGON = """The dragon lay across the road, and Ada Brook walked round it with her lamp.

“It hurts,” said the dragon.

“Open wide, Mr. Grim,” said Ada.

“Like this?” asked the dragon.
"""


def test_who_is_described_may_be_named_later() -> None:
    assert speakers(DRAGON) == ["Mr. Grim", "Ada", "Mr. Grim"]


def test_who_talks_to_the_one_called_is_not_the_one_called() -> None:
    text = DRAGON.replace("Open wide, Mr. Grim", "Open wide") + "\n“Wider!” said Mr. Grim.\n\n“Ah,” said the dragon.\n"
    assert speakers(text)[0] == "dragon"


def test_who_says_the_own_name_bears_it() -> None:
    text = (
        "Ada Brook came in and stood at the desk.\n\n“Your slip, please,” said the librarian.\n\n“Who are you?” "
        "Ada asked.\n\n“I am Corvin Hale,” said the librarian.\n"
    )
    assert speakers(text)[0] == "Corvin Hale"


FIRST = """I am Tom Hall, and I have kept this ferry for eleven years. I had my coat on when she came down to me.

“Are you open?” she asked.

“I am never shut,” I said.
"""


def test_a_narrator_who_gives_a_name_has_it() -> None:
    assert speakers(FIRST)[1] == "Tom Hall"


def test_a_narrator_without_a_name_is_i() -> None:
    assert speakers(FIRST.replace("I am Tom Hall, and I", "I"))[1] == "I"


def test_words_that_are_told_go_by_the_chain_of_pronouns() -> None:
    text = (
        "Ada Brook came down to the quay. Tom Ruddock stood by his boat with his hands in his pockets.\n\n"
        "“Is it far?” asked Ada.\n\n“A mile,” said Tom. He told her that the road was out.\n"
    )
    told = [record for record in extract_quotes(text) if record.quote.kind == "indirect"]
    assert [record.speaker_name for record in told] == ["Tom"]
    assert told[0].evidence[0].rule == "told_pronoun"


def test_the_place_behind_a_description_belongs_to_it() -> None:
    text = "He went back in, and the girl at the desk said, “Did you forget something?”\n\n“My coat,” he said.\n"
    first = extract_quotes(text)[0]
    assert first.quote.source is not None and first.quote.source.text.startswith("the girl")


CALLED = """He came in out of the fog with his hat on. I had my feet on the desk, and I left them there.

“Depends,” I said.

“A fellow told me, Mr. Quill, that you find things,” he said.

I took my feet off the desk.
"""


def test_a_narrator_whom_others_call_by_a_title_has_that_name() -> None:
    assert speakers(CALLED)[0] == "Mr. Quill"


def test_who_is_called_by_a_title_and_told_of_is_no_narrator() -> None:
    assert speakers(CALLED.replace("I left them there", "Mr. Quill left his there"))[0] == "I"
