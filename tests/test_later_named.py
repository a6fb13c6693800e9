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


ASKED = """The toll-keeper set down its lantern and looked them over, Hanne first and then Oswin.

“{} coins,” said the toll-keeper.

“Pay it, Oswin,” Hanne said.

“I WILL NOT,” said Oswin.

Hanne sighed. She counted the copper out upon the step.

“What's your name?” she asked.

“{}.”

“Well, {}, there it is.”

“That will do,” said the toll-keeper.
"""


def test_who_is_asked_for_a_name_is_the_only_one_without_it() -> None:
    assert speakers(ASKED.format("Four", "Bramble", "Bramble"))[-1] == "Bramble"


def test_an_answer_that_is_no_name_names_nobody() -> None:
    assert speakers(ASKED.format("Four", "No matter", "friend"))[-1] == "toll-keeper"


LATE = """“Order, please,” said the mayor. “Who let you in?”

The door had opened, and a lad with a wet dog stood there.

“Is this the place about the pond?” he said.

“{}” said the mayor.

“Only I'm {}. From the mill.” He came in, and so did the dog.

“Sit down, {},” said the mayor.
"""


def test_who_gives_a_name_is_not_the_one_who_spoke_right_before() -> None:
    assert speakers(LATE.format("It is,", "Wilf", "Wilf")) == ["mayor", "Wilf", "mayor", "Wilf", "mayor"]


CALLED_FIRST = """At the stile a woman had stopped with a pail in each hand.

“Is he bothering you?” she called.

“{},” said Conal.

“He was told to mind the calves.”

“I'm only talking,” said Donal.

Conal looked at the hill, and Donal at the gate.
"""


def test_a_name_called_out_is_that_of_who_has_just_spoken() -> None:
    assert speakers(CALLED_FIRST.format("He's grand, Brigid"))[0] == "Brigid"


def test_a_name_spoken_of_is_another_s() -> None:
    assert speakers(CALLED_FIRST.format("He's with Brigid"))[0] == "a woman"


TOLD = """The woman sat in the bow with the cage on her knees. Wren had the oar, and Tolly the lamp.

“What did you do?” asked Wren.

“I ought to have told you,” said the woman.

Tolly stopped bailing. “{},” he said. “I know your face.”

“Once I was. It is a long time ago.”

“Row,” said Wren.

“Yes, row,” said the woman. “They have seen the lamp.”
"""


def test_you_are_with_a_name_tells_who_is_spoken_to() -> None:
    assert speakers(TOLD.format("You’re Maud Hessel"))[-1] == "Maud Hessel"


def test_you_are_somebody_s_sister_does_not() -> None:
    assert speakers(TOLD.format("You’re Maud Hessel’s sister"))[-1] == "woman"


def test_several_who_speak_together_are_not_the_one_who_is_called() -> None:
    text = (
        "The bell rang.\n\n“Well played, all,” said Coach Idris.\n\n“Thank you, Coach,” said both girls.\n\n"
        "“Stand up, Fleur,” he said.\n\nFleur stood up.\n"
    )
    assert speakers(text)[1] == "both girls"


def test_whose_child_somebody_is_makes_a_name_no_call() -> None:
    text = (
        "The lady at the gate held up her hand, and Brec drew rein.\n\n“Say your dead,” said the lady.\n\n"
        "“Osk, son of Edda,” answered Brec. “He was my friend.”\n\n“Pass,” said the lady.\n"
    )
    assert speakers(text)[-1] == "lady"


CALLED_OUT = """The office was full, and nobody worked. Ada put down her bag.

“Who had the key last?” Ada took off her coat. “Ivo{mark}”

{who} looks at his shoes. He is seventeen.

“And where is it now?” said Ada.

“In the drawer,” said the apprentice.
"""


@pytest.mark.parametrize(
    ("mark", "who", "speaker"),
    [
        ("?", "The apprentice", "Ivo"),
        ("!", "The apprentice", "Ivo"),
        (".", "The apprentice", "Ivo"),
        ("’s, was it?", "The apprentice", "apprentice"),
        ("?", "Ada", "apprentice"),
    ],
)
def test_who_acts_right_behind_the_first_call_of_a_name_bears_it(mark: str, who: str, speaker: str) -> None:
    assert extract_quotes(CALLED_OUT.format(mark=mark, who=who))[-1].speaker_name == speaker


ENVOY = """“I don’t beg,” said the envoy. “I asked the way.”

There was a stir in the hall. The duke put his chin in his hand.

“{asked}”

“Ysolt.”

“{then}” said the duke. “What do you want?”

“Salt,” said the envoy. {behind}
"""


@pytest.mark.parametrize("asked", ["You have a name, I suppose.", "You have a name?", "And what is your name?"])
def test_who_is_asked_for_a_name_gives_it(asked: str) -> None:
    text = ENVOY.format(asked=asked, then="Ysolt, then,", behind="Ysolt’s coat was wet.")
    assert extract_quotes(text)[0].speaker_name == "Ysolt"


def test_a_word_that_is_no_name_anywhere_is_none_at_the_start_of_a_sentence() -> None:
    text = ENVOY.format(asked="You have a name, I suppose.", then="Welcome, then,", behind="Her coat was wet.")
    assert extract_quotes(text.replace("“Ysolt.”", "“Perhaps.”"))[0].speaker_name == "envoy"


@pytest.mark.parametrize(
    "badge",
    [
        "The clerk, whose badge said “Dolores”, looked up.",
        "The clerk looked up. Her name tag read DOLORES.",
        "The clerk looked up. Her badge said “Dolores”.",
    ],
)
def test_a_badge_names_who_wears_it(badge: str) -> None:
    text = f"“Cash or card?” said the clerk.\n\n{badge}\n\n“Card,” said Tom.\n\n“Sign here,” Dolores said.\n"
    assert speakers(text) == ["Dolores", "Tom", "Dolores"]


def test_the_title_of_a_book_names_nobody() -> None:
    text = "“Cash?” said the clerk. Her book was “Dolores”.\n\n“Card,” said Tom.\n"
    assert speakers(text)[0] == "clerk"


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("You’re a doctor, Voss, and can’t help it.", "Voss"),
        ("You are our old doctor, Voss.", "Voss"),
        ("You’re a fool, Voss.", "doctor"),
        ("You’re a friend of the doctor, Voss.", "doctor"),
    ],
)
def test_you_are_a_doctor_tells_who_the_doctor_is(words: str, speaker: str) -> None:
    text = f"“Half-past three,” said Hasluck. “{words}”\n\nThe fire sank.\n\n“Gurney?” called the doctor.\n"
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("Zdunek was the third fitter that winter.", "Zdunek"),
        ("Zdunek had been a fitter for thirty years.", "Zdunek"),
        ("Zdunek was a friend of the fitter.", "stove-fitter"),
    ],
)
def test_who_was_the_fitter_is_the_stove_fitter(told: str, speaker: str) -> None:
    text = (
        f"“It is offended,” announced the stove-fitter.\n\n{told} Then Zdunek sat down.\n\n"
        "“It told me,” she whispered. Kasia shut the door behind her.\n"
    )
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize("lead", ["High over the quay", "Under the stairs", "From behind the stove"])
def test_who_is_called_and_acts_is_described(lead: str) -> None:
    text = (
        f"“Rufus! Where are you?” said Ann.\n\n{lead} the old porter opened one eye. “Here,” he said.\n\n"
        "“Doing what?” said Ann.\n\n“Thinking,” said Rufus.\n"
    )
    assert speakers(text)[1] == "Rufus"


@pytest.mark.parametrize(
    ("tag", "speaker"),
    [
        ("said Orm in her ear", "Orm"),
        ("Orm said dryly in the back of her mind", "Orm"),
        ("said Orm from the stair", "voice"),
    ],
)
def test_two_who_are_heard_within_a_head_are_one(tag: str, speaker: str) -> None:
    text = (
        "“Two guards,” said the voice in Kestrel’s head.\n\n“Where?” Kestrel whispered.\n\nShe waited by the door.\n\n"
        f"“Ask for the ledger,” {tag}.\n\n“Why?” asked Kestrel.\n"
    )
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("My father could not cook, which Ada knew. She was his eldest sister.", "Ada"),
        ("My mother sang, and Ada did not. She was her sister.", "Ada"),
        ("My father sang, and Ada did not. She was his best friend.", "my aunt"),
    ],
)
def test_a_sister_of_my_father_is_my_aunt(told: str, speaker: str) -> None:
    text = f"{told} I was nine then.\n\n“There is a bill,” said my aunt. I looked at her.\n\n“Cold,” whispered Tom.\n"
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize("name", ["Bettany", "Tessaly"])
def test_a_crane_that_is_called_by_name_has_that_name(name: str) -> None:
    text = (
        f"“It is gone seven. {name}! You are tall,” said Pip. “Can you see the lamp?”\n\n"
        "High over their heads the big blue crane turned, very slowly. “I can see where it ought to be,” she said.\n\n"
        f"“No, dear,” said the crane.\n\n“Why not?” asked Pip.\n\n“It is dark,” {name} called down.\n"
    )
    assert speakers(text) == ["Pip", name, name, "Pip", name]


def test_a_kettle_that_shakes_before_somebody_with_a_name_does_not_speak() -> None:
    text = (
        "“Who is there?” said Pip.\n\nThe kettle shook its lid. Old Mrs. Silt sat up. “I am,” she said.\n\n"
        "“No, dear,” said the kettle.\n\n“Why not?” whispered Pip.\n"
    )
    assert speakers(text)[1] == "Mrs. Silt"
