"""Who is who in a story: the tag decides, those described and named later, words that are told."""

import pytest

from quotex import extract_quotes
from quotex.resolve.story.narration import _role_of_named
from quotex.resolve.story.vocatives import names_oneself


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
    assert speakers(MILL) == ["miller", "fox", "Ada Brook", "miller", "they"]


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
    assert speakers(DRAGON) == ["Mr. Grim", "Ada Brook", "Mr. Grim"]


def test_who_talks_to_the_one_called_is_not_the_one_called() -> None:
    text = DRAGON.replace("Open wide, Mr. Grim", "Open wide") + "\n“Wider!” said Mr. Grim.\n\n“Ah,” said the dragon.\n"
    assert speakers(text)[0] == "dragon"


def test_who_says_the_own_name_bears_it() -> None:
    text = (
        "Ada Brook came in and stood at the desk.\n\n“Your slip, please,” said the librarian.\n\n“Who are you?” "
        "Ada asked.\n\n“I am Corvin Hale,” said the librarian.\n"
    )
    assert speakers(text)[0] == "Corvin Hale"


@pytest.mark.parametrize(
    ("question", "answer", "speaker"),
    [
        ("What is your name?", "Mine? It’s Corvin, my lady. Corvin Hale, of the Strand.", "Corvin Hale"),
        ("What do you carry?", "Mine? It’s Corvin, my lady. Corvin Hale, of the Strand.", "ferryman"),
    ],
)
def test_it_is_a_name_that_answers_who_is_asked_for_it(question: str, answer: str, speaker: str) -> None:
    text = (
        f"Ada Brook came down to the landing.\n\n“Is it far?” said Ada.\n\n“A mile,” said the ferryman.\n\n“{question}”"
        f" said Ada.\n\n“{answer}”\n\n“Then row,” said Ada.\n\n“I row,” said the ferryman.\n"
    )
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(("words", "oneself"), [("Corvin, by the way.", True), ("Corvin, by the way, is late.", False)])
def test_who_gives_a_name_by_the_way_gives_the_own(words: str, oneself: bool) -> None:
    assert names_oneself(words, 0, len("Corvin")) == oneself


@pytest.mark.parametrize(("behind", "speaker"), [("by name", "Eachan"), ("by the gate", "lad")])
def test_a_name_may_be_said_to_be_one(behind: str, speaker: str) -> None:
    text = (
        f"There came a miller's lad from over the hill, Eachan {behind}.\n\n“Is it late?” said Ada Brook.\n\n“It is,” "
        "said the lad.\n\n“Then go,” said Ada.\n\n“I go,” said the lad, and Eachan took up his bag.\n"
    )
    assert speakers(text)[1] == speaker


@pytest.mark.parametrize(("title", "speaker"), [("Dr. Amos Bell", "Dr. Amos Bell"), ("Mr. Amos Bell", "Tom Ruddock")])
def test_the_doctor_is_who_bears_the_title(title: str, speaker: str) -> None:
    text = (
        f"{title} sat by the fire, and Tom Ruddock held the lamp.\n\n“Is it late?” said Tom.\n\nThe Doctor now rose. "
        "He told them that the lamp was out.\n\n“It is,” said Tom, and he laughed softly.\n"
    )
    told = next(record for record in extract_quotes(text) if record.quote.kind == "indirect")
    assert told.speaker_name == speaker


def test_words_that_are_told_go_by_the_chain_of_pronouns() -> None:
    text = (
        "Ada Brook came down to the quay. Tom Ruddock stood by his boat with his hands in his pockets.\n\n"
        "“Is it far?” asked Ada.\n\n“A mile,” said Tom. He told her that the road was out.\n"
    )
    told = [record for record in extract_quotes(text) if record.quote.kind == "indirect"]
    assert [record.speaker_name for record in told] == ["Tom Ruddock"]
    assert told[0].evidence[0].rule == "told_pronoun"


def test_the_place_behind_a_description_belongs_to_it() -> None:
    text = "He went back in, and the girl at the desk said, “Did you forget something?”\n\n“My coat,” he said.\n"
    first = extract_quotes(text)[0]
    assert first.quote.source is not None and first.quote.source.text.startswith("the girl")


TOWER = """Ada Brook climbed to the top of the tower, where {first} {keeps} the bell.

“You are early,” said the {noun}.

“I ran,” said Ada.

{between}“Then rest,” said the {noun}. “I have all day.”

Ada sat down and shut her eyes. She had never been up here before.

“It is very high,” she said.

“It is a tower,” said the {noun}.
"""


@pytest.mark.parametrize(
    ("first", "between", "name"),
    [
        ("the sexton, Ivo Lund,", "", "Ivo Lund"),
        ("the sexton, a thin man named Ivo Lund,", "", "Ivo Lund"),
        ("a sexton called Ivo Lund", "", "Ivo Lund"),
        ("a sexton, whose name was Ivo Lund,", "", "Ivo Lund"),
        ("Sexton Ivo Lund", "", "Ivo Lund"),
        ("a sexton", "His name was Ivo Lund.\n\n", "Ivo Lund"),
        ("the sexton and Ivo Lund", "", "sexton"),
    ],
)
def test_a_description_and_the_name_beside_it_are_one(first: str, between: str, name: str) -> None:
    text = TOWER.format(first=first, keeps="kept", between=between, noun="sexton")
    text = text.replace("“You are early,”", "He looked up. “You are early,”")
    found = {str(speaker).removeprefix("Sexton ") for speaker in speakers(text)}
    assert found - {"Ada Brook"} == {name}


def test_who_is_asked_for_a_name_and_gives_it_bears_it() -> None:
    text = (
        "Ada Brook kept the shop by the quay. A boy came in out of the rain.\n\n“Shut the door,” said Ada.\n\n"
        "“It is shut,” said the boy.\n\n“And what is your name?” asked Ada.\n\n“Ivo.”\n\n"
        "“Sit down, then,” said Ada.\n\n“I can stand,” said the boy.\n"
    )
    assert speakers(text) == ["Ada Brook", "Ivo"] * 3


def test_what_a_family_calls_its_own_is_a_name_without_an_article() -> None:
    text = (
        "My dad opened the letter. Ada Brook stood by the stove, and I sat on the stairs.\n\n"
        "“Read it,” said Ada.\n\nDad turned over the sheet. “It is from the bank,” he said.\n\n"
        "“The bank!” I said.\n\n“What else?” asked my father.\n"
    )
    assert speakers(text) == ["Ada Brook", "Dad", "I", "Dad"]


def test_the_younger_one_is_the_younger_brother() -> None:
    text = (
        "The brothers dug where they had been told to.\n\n“Deeper,” said the older one.\n\n"
        "“It is clay,” the younger called up.\n\n“Clay holds water,” said the older brother.\n\n"
        "“It holds it, then,” said the younger brother.\n"
    )
    one, other, *again = speakers(text)
    assert again == [one, other]
    assert one != other


def test_a_source_with_a_name_in_apposition_has_that_name() -> None:
    text = MILL + "\nThe younger of them, Ivo Lund, told the others that it would rain. Ivo Lund looked at the sky.\n"
    assert speakers(text)[-1] == "Ivo Lund"


BRIDGE = """“Say that again,” said Captain Strand.

“There is one too many,” Ada said. She had counted them twice, and her hands shook.

Strand opened the channel. “All hands,” {tag}. “Count the one beside you.”

“Shall I wake the others?” asked Ada.

“Wake everybody,” said the captain.
"""


@pytest.mark.parametrize("tag", ["she said", "he said"])
def test_a_captain_may_be_a_woman_and_the_captain_is_nobody_else(tag: str) -> None:
    first, second, third, fourth, last = speakers(BRIDGE.format(tag=tag))
    assert (second, fourth) == ("Ada", "Ada")
    assert first == third == last


@pytest.mark.parametrize(("asker", "polite"), [("Queen", "my lady"), ("nurse", "miss")])
def test_who_asks_a_name_does_not_bear_the_answer(asker: str, polite: str) -> None:
    text = f"“What do they call you?” the {asker} asked.\n\n“Tam, {polite}.”\n\n“And where do you live, Tam?”\n"
    assert speakers(text) == [asker, "Tam", asker]


def test_who_is_called_by_the_noun_has_no_name_from_the_same_turn() -> None:
    text = "“Not mine,” said the ship.\n\n“I am tired, Peter.” Anna rubbed her eyes. “{}, how old is it?”\n"
    assert speakers(text.format("Ship"))[0] == "ship"


def test_i_within_a_turn_of_a_story_is_who_speaks_it() -> None:
    text = "“He was here,” Tom said, and he put down the cup. “I said she'd never liked him.”\n\n“Oh,” I said.\n"
    assert [record.speaker_name for record in extract_quotes(text)[0].nested] == ["Tom"]


ENTERS = "The hall was full. Pip sat down, and {enters} with her boots on.\n\n“What's that?” she demanded.\n"


def test_who_comes_in_behind_the_verb_acts() -> None:
    assert speakers(ENTERS.format(enters="in came Pip's big sister Bisi")) == ["Bisi"]


def test_a_name_behind_a_preposition_is_no_subject() -> None:
    behind = "She came in with Bisi."
    entered = "In came Pip's sister Bisi with a lamp."
    assert [_role_of_named(text, text.index("Bisi"), text.index("Bisi") + 4) for text in (behind, entered)] == [
        "other",
        "subject",
    ]


def test_one_of_several_tells_something() -> None:
    text = (
        "Three men stood on the quay. Pim shut the shed, and the gulls came down.\n\n“Go home,” said Pim.\n\n"
        "One of the men asked whether the boat was his. “It is,” said Pim.\n"
    )
    assert speakers(text)[1] == "One of the men"


def test_a_man_with_a_hat_under_his_arm_is_named_so() -> None:
    text = (
        "A man with a drum under his arm got on. Pim moved her bag, and the doors shut.\n\n"
        "“Is it free?” asked the man.\n\n“It is,” said Pim.\n"
    )
    assert speakers(text)[0] == "man with a drum under his arm"


TOLD_OF = """A woman stood in the door with snow on her hat. I put my pen down.

“Are you the notary?”

“So it says on the glass.”

{} She thought that over for a while.

“I have lost a horse,” she said.
"""


def test_one_whom_somebody_only_tells_of_is_not_there() -> None:
    assert "glazier" not in speakers(TOLD_OF.format("I told her the glazier had spelt it wrong."))


HIKERS = """They had walked since six. Nobody had seen a hut.

“We are lost,” said the one in the red hat.

“We are early,” said the one who whistled.

“How can one be early?” asked {}.

The fog came over the ridge, and they sat down.

“{}”
"""


def test_the_one_in_the_hat_is_not_the_one_who_whistles() -> None:
    found = speakers(HIKERS.format("the one in the red hat", "Eat something."))
    assert found[:3] == ["one in the red hat", "one who whistled", "one in the red hat"]
    assert speakers(HIKERS.format("red hat", "Eat something."))[2] == "one in the red hat"


LIFT = """The lift stopped between the fourth floor and the fifth.

"Typical," said the woman with the cello.

"Forty minutes," said the man from Accounts.

Nobody answered. He sat down on his briefcase. "I'm Gerald," he said after a while. "Since we're going to be here."

"Ines." The woman shifted the cello. "And that's Boris."

The boy in the blazer had not made a sound. "Get us out," said the boy. He laughed. "I'm Tom."
"""


def test_people_who_are_described_give_their_names() -> None:
    """A name given in answer to a name is the speaker's own, and nobody takes two."""
    assert speakers(LIFT) == ["Ines", "Gerald", "Gerald", "Ines", "Tom"]


def test_a_name_that_is_called_is_not_given() -> None:
    text = LIFT.replace('"I\'m Gerald," he said', '"Help me, Gerald," he said').replace('"Ines." The', '"Yes." The')
    assert speakers(text)[0] == "woman"


def test_somebody_who_is_said_to_say_something_is_in_the_cast_once() -> None:
    text = LIFT + "\nThe woman asked how long it would take. A porter told them that it was the cable.\n"
    names = [entity.name for entity in extract_quotes(text).cast]
    assert "a porter" in names
    assert len(names) == len(set(names))


LANDING = """Inspector Ruth Kell stopped at the tape. The constable was very young.

"Ma'am." He lifted it for her. "It's upstairs."

"Whose house is it?"

"{answer}"

"And who is up there?"

"Sergeant Boyce." He swallowed.

"Thank you, Constable," said Kell.
"""


@pytest.mark.parametrize(
    ("answer", "asker"),
    [("Mrs Pargeter, ma'am.", "Ruth Kell"), ("Come in, Mrs Pargeter, ma'am.", "Mrs Pargeter")],
)
def test_a_name_that_answers_who_is_nobody_called(answer: str, asker: str) -> None:
    assert speakers(LANDING.format(answer=answer))[1] == asker


def test_what_somebody_is_called_tells_her_gender_and_leaves_the_boy_his_words() -> None:
    text = """The lighthouse had been dark for three nights when Captain Oduya sent for the boy.

"You know the rocks," the captain said.

"Show me." Oduya unrolled the chart. The mate, a lean woman called Brisk, held down the corners.

The boy put a finger on the paper. It shook. "There's a channel here."

"And where's your dad now?" asked Brisk.
"""
    assert speakers(text)[2] == "boy"


HALL = """Glenys Rees had been an alto for forty years. Mr. Prosser rapped the piano.

"To the left, Glenys," said Mr. Prosser.

"I know my left," said Glenys.

Beside her, the new woman giggled. {words}
"""


@pytest.mark.parametrize(
    ("words", "speaker"),
    [('"Sorry," she whispered. "I\'m Dee."', "Dee"), ('"Sorry," she whispered. "It\'s for Dee."', "Glenys Rees")],
)
def test_who_says_i_am_with_a_name_speaks(words: str, speaker: str) -> None:
    assert speakers(HALL.format(words=words))[-1] == speaker


@pytest.mark.parametrize(("more", "speaker"), [("", "instructor"), (" Mrs. Sultani laughed.", "Mrs. Sultani")])
def test_who_speaks_behind_a_call_is_the_one_called_where_the_narration_has_the_name(more: str, speaker: str) -> None:
    text = (
        "The pool was warm, and Ada Brook held on to the rail. She looked at the clock.\n\n“I hate this,” said Ada.\n\n"
        "Ben let go of the rail. “All day it is, Can you float, Mrs. Sultani?” he said.\n\n"
        f"“You are floating,” said the instructor.\n\n“I am not,” said Ben.{more}\n\n“You are,” said the instructor.\n"
    )
    assert speakers(text)[-1] == speaker


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("Her ladyship wished to know who had come.", "Lady Farren"),
        ("His lordship wished to know who had come.", "his lordship"),  # there is no lord
    ],
)
def test_her_ladyship_is_the_only_lady(words: str, speaker: str) -> None:
    text = f"“The bell,” said Lady Farren.\n\nMr. Cobb got up. {words}\n\n“Only the sweep,” said Mr. Cobb.\n"
    assert speakers(text)[1] == speaker


def test_where_somebody_stands_is_no_part_of_the_name() -> None:
    text = "“I can swim,” said the boy inside the barn.\n\n“You can,” said the corporal.\n\n“I can,” said the boy."
    assert [record.speaker_name for record in extract_quotes(text)] == ["boy", "corporal", "boy"]


@pytest.mark.parametrize(
    ("arrival", "speaker"),
    [
        ("A deckhand came along with a coil of rope and stopped beside them.", "a deckhand"),
        ("A gendarme came along with a lamp and stopped beside them.", "a gendarme"),
        ("A stevedore came along with a barrel and stopped beside them.", "a stevedore"),
        ("He walked like a deckhand along the rail and stopped beside her.", "Tom"),
    ],
)
def test_who_is_brought_in_and_acts_speaks_next(arrival: str, speaker: str) -> None:
    text = (
        "Tom set the bag between his shoes. Ada had the letter in her coat, and she would not give it to him.\n\n"
        f"“Who has it?” said Tom.\n\n“I have,” said Ada.\n\n{arrival} He was no more than nineteen.\n\n"
        "“You can’t stand here,” he said.\n"
    )
    assert speakers(text)[-1] == speaker
