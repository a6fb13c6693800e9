"""By which name the one who says "I" is known."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

SCENE = """The rain came down on us as we dug. I had the last spade in the row, and I was slow with it.

{talk}

I leaned on my spade. “It's too dark to see,” I said.
"""


def speakers(talk: str) -> list[str | None]:
    return [record.speaker_name for record in extract_quotes(SCENE.format(talk=talk))]


@pytest.mark.parametrize(
    "talk",
    [
        "“Have you got the lamp, Kit?” my uncle asked.\n\n“In the cart,” I said.",
        "“Kit, fetch the lamp,” my uncle said to me.",
        "“Who has the lamp?” my uncle asked.\n\n“Not me,” I said.\n\n“It's your turn, Kit.”",
        "“Who has it?” my uncle asked.\n\n“Me,” I said.\n\n“Is it lit?”\n\n“No.”\n\n“Then light it, Kit.”",
        "“What's your name, boy?” my uncle's friend asked.\n\n“Kit,” I said.",
        "“You are wet, Kit,” my uncle said.\n\n“I know,” I said.\n\n“Come in, Kit. You'll drown.”",
    ],
)
def test_whom_others_call_and_who_answers_is_i(talk: str) -> None:
    assert speakers(talk)[-1] == "Kit"


@pytest.mark.parametrize(
    "talk",
    [
        "“Have you got the lamp, Kit?” my uncle asked.\n\n“In the cart,” said Kit.",
        "“Have you got the lamp, Kit?” my uncle called.\n\nThere was no answer from the boy.",
        "“Have you got the lamp, Kit?” my uncle asked. Kit shook his head.\n\n“It's in the cart,” I said.",
        "“Left, Kit,” said the taller of two men. The other went left, into the wall.\n\n“Can I help?” I asked.",
        "“My Kit,” said my uncle, “would have dug it in an hour.”\n\n“Kit?” I said.",
        "“Whose lamp is that?” my uncle asked.\n\n“Kit,” I said.",
        "“Ask Kit,” my uncle said to me.",
    ],
)
def test_who_acts_is_called_by_somebody_else_or_is_only_named_is_not_i(talk: str) -> None:
    assert speakers(talk)[-1] == "I"


def test_a_first_name_goes_before_a_surname() -> None:
    talk = "“You okay, Marlow?” the foreman asked.\n\n“I'm fine,” I said.\n\n“You sure, Kit?” my uncle asked."
    assert speakers(talk)[-1] == "Kit"


@pytest.mark.parametrize("said", ["said", "say"])
def test_a_scene_of_two_lines_gives_the_name(said: str) -> None:
    text = f"My name is Noor Haddad and I am sixteen.\n\n“I didn't win,” I {said}.\n"
    assert [record.speaker_name for record in extract_quotes(text)] == ["Noor Haddad"]


def test_a_name_that_somebody_else_gives_is_no_narrators() -> None:
    text = "“My name is Noor Haddad,” said the girl.\n\n“I didn't win,” I say.\n"
    assert extract_quotes(text)[-1].speaker_name == "I"


def speakers_of(text: str) -> list[str | None]:
    return [record.speaker_name for record in extract_quotes(text)]


FIRST = """I am Tom Hall, and I have kept this ferry for eleven years. I had my coat on when she came down to me.

“Are you open?” she asked.

“I am never shut,” I said.
"""


def test_a_narrator_who_gives_a_name_has_it() -> None:
    assert speakers_of(FIRST)[1] == "Tom Hall"


def test_a_narrator_without_a_name_is_i() -> None:
    assert speakers_of(FIRST.replace("I am Tom Hall, and I", "I"))[1] == "I"


CALLED = """He came in out of the fog with his hat on. I had my feet on the desk, and I left them there.

“Depends,” I said.

“A fellow told me, Mr. Quill, that you find things,” he said.

I took my feet off the desk.
"""


def test_a_narrator_whom_others_call_by_a_title_has_that_name() -> None:
    assert speakers_of(CALLED)[0] == "Mr. Quill"


def test_who_is_called_by_a_title_and_told_of_is_no_narrator() -> None:
    assert speakers_of(CALLED.replace("I left them there", "Mr. Quill left his there"))[0] == "I"


@pytest.mark.parametrize(("other", "narrator"), [("Hold it still", "Mr. Bell"), ("Hold it still, Augie", "I")])
def test_who_is_called_by_a_title_narrates_where_nobody_else_is_called(other: str, narrator: str) -> None:
    talk = f"“You are wet, Mr. Bell,” my uncle said.\n\n“{other}.”\n\n“It is still.”"
    assert speakers(talk)[-1] == narrator


BY_THE_GATE = """We had waited at the gate since noon, and my feet were wet. The guard looked at me and at my bag.

“He wants our papers,” said the old woman.

“{asked}” asked the boy. He had been to my school.

{call} I rubbed my eyes.

“I am coming to it.”

I said that the papers were at home and that my mother had them.
"""


@pytest.mark.parametrize(
    ("asked", "call", "narrator"),
    [
        ("Does he?", "“Mr. Lee,” said the old woman, “you never told her about the fine.”", "Mr. Lee"),
        ("Does she?", "“Miss Hale,” the old woman whispered. “Tell her about the bag.”", "Miss Hale"),
        ("Who keeps them?", "“Mr. Lee,” said the old woman.", "I"),
        ("Does he?", "“Mum,” said the old woman, “would never have waited.”", "I"),
    ],
)
def test_a_name_with_more_behind_it_calls_who_tells_the_story(asked: str, call: str, narrator: str) -> None:
    assert extract_quotes(BY_THE_GATE.format(asked=asked, call=call))[-1].speaker_name == narrator


def test_he_is_not_who_tells_the_story_though_nobody_else_is_there() -> None:
    records = extract_quotes(
        "He looked at me. “Mr. Lee,” he said. “Sit.” I sat.\n\n“Thank you.” I put my hat on the floor.\n"
    )
    assert [record.speaker_name for record in records] == ["he", "Mr. Lee"]
    assert records[0].confidence < 0.5


@pytest.mark.parametrize(("called", "narrator"), [("Mrs T.", "I"), ("Mrs R.", "Mrs R."), ("Mrs Rask", "Mrs Rask")])
def test_a_title_with_an_initial_shortens_the_name_of_who_is_told_of(called: str, narrator: str) -> None:
    text = (
        "I took the cups and I wiped them, and my brother held my coat. Mrs Tveit came in from next door.\n\n"
        f"‘You’re early, {called},’ said my brother.\n\n‘Am I?’ said Mrs Tveit.\n\n‘It is my clock,’ I said.\n"
    )
    assert extract_quotes(text)[-1].speaker_name == narrator
