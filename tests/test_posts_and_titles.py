"""Who bears a post, a title or a relation in a story, and whom a tag says it is spoken to."""

import pytest

from quotex import extract_quotes
from quotex.resolve.story.narration import role_of


def speakers(text: str) -> list[str | None]:
    """The names of the speakers, record by record."""
    return [record.speaker_name for record in extract_quotes(text)]


GAUGER = """{name} came up the lane at noon with a bag of seals. Hetty Crane was hanging out the sheets.

“You are late,” said Hetty.

“The bridge was down,” said the gauger. “May I see the still?”

“You may see the sheets,” said Hetty.

She laughed. Nobody else did.

“I have seen sheets,” he said.
"""


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("Obed Tarn, gauger of spirits for the northern district,", "Obed Tarn"),
        ("Obed Tarn, a gauger from Whitby,", "Obed Tarn"),
        ("The gauger, a Mr Tarn,", "Mr Tarn"),
        ("Obed Tarn, to the gauger a cousin,", "gauger"),  # who is another
        ("Obed Tarn, the gauger, and a boy", "gauger"),  # three come
    ],
)
def test_a_post_behind_a_name_is_its_bearer(name: str, speaker: str) -> None:
    assert speakers(GAUGER.format(name=name))[1] == speaker


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("His name, by the card in his hat, was Pell.", "Pell"),
        ("His name turned out to be Pell.", "Pell"),
        ("He asked for a man whose horse, by the card, was Pell.", "carter"),
    ],
)
def test_a_name_told_with_an_aside(told: str, speaker: str) -> None:
    text = (
        f"Hetty Crane opened the gate.\n\n“Morning,” said the carter. {told}\n\n“Mind the dog,” said Hetty.\n\n"
        "She laughed. The dog was asleep.\n\n“He minds me,” he said.\n"
    )
    assert speakers(text)[0] == speaker


PARSON = """{lead} The rain had got into the vestry, and Hetty Crane was holding the bucket.

“Higher,” said the parson.

“I am as high as I go,” said Hetty.

She laughed, and the bucket shook in her hands.

“Then mind the organ,” he said.
"""


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("The Reverend Amos Dale stood on the ladder.", "Amos Dale"),
        ("The Reverend Amos Dale was away, and would send a parson.", "parson"),
        ("Captain Amos Dale stood on the ladder.", "parson"),
    ],
)
def test_a_noun_for_a_title_means_its_bearer(lead: str, speaker: str) -> None:
    assert (speakers(PARSON.format(lead=lead))[0] or "").removeprefix("Reverend ") == speaker


def test_a_title_alone_is_not_printed_for_one_with_a_name() -> None:
    text = (
        "“Colonel Vane is asleep,” said Hetty.\n\n“I am not,” said the Colonel.\n\n“He is,” said Hetty.\n\n"
        "“Who asked you?” said the Colonel.\n\n“Nobody,” said Hetty.\n\n“Quite,” said the Colonel.\n"
    )
    assert speakers(text)[1] == "Colonel Vane"
    assert speakers(text.replace("Colonel Vane", "My brother"))[1] == "Colonel"


def test_a_sister_is_not_whom_she_calls() -> None:
    text = (
        "My sister was at the window. I put down my hat. Mrs. Okada brought in the tea and went out again.\n\n"
        "“It is raining,” I said.\n\n“Quin,” my sister said, “shut the door.”\n\n“I have,” I said.\n"
    )
    assert speakers(text)[1] == "my sister"


def test_my_father_is_whom_the_narration_calls_dad() -> None:
    text = (
        "Dad had the map. I had the sandwiches, and Aunt Lil had the dog.\n\n“Left,” I said.\n\n"
        "My father turned right. “Pa never used a map,” said Aunt Lil.\n\n“I know,” said my father.\n"
    )
    assert speakers(text)[-1] == "Dad"


@pytest.mark.parametrize(
    ("tag", "addressee"),
    [
        ("she asked the porter", "porter"),
        ("said Hetty to the porter", "porter"),
        ("she asked the porter's dog", None),
        ("she asked the porter beside the stove", None),  # it may be another one
    ],
)
def test_a_tag_says_to_whom(tag: str, addressee: str | None) -> None:
    text = (
        f"Hetty Crane put down her case.\n\n“Is this the train?” {tag}.\n\n“It was,” said the porter.\n\n"
        "“And now?” said Hetty.\n"
    )
    spoken_to = extract_quotes(text)[0].addressee
    assert (spoken_to.name if spoken_to else None) == addressee


def test_no_judge_is_the_boy() -> None:
    text = (
        "Judge Amos Reed sat by the stove. The boy set two dimes on the counter. Mrs. Hale licked her pencil.\n\n"
        "“Where to?” she asked the boy.\n\n“Up there,” said the boy.\n\n“Wire’s down,” said Judge Reed.\n"
    )
    assert speakers(text) == ["Mrs. Hale", "boy", "Amos Reed"]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The wire to Ayr had been down two days.", "Ayr", "other"),
        ("The man with Ann said nothing.", "Ann", "other"),
        ("Before Ann spoke, it rained.", "Ann", "subject"),
    ],
)
def test_who_stands_behind_a_preposition_is_no_subject(text: str, name: str, role: str) -> None:
    assert role_of(text, text.index(name), text.index(name) + len(name)) == role


BOAT = """I let the rope go, and the boat swung out. My hands were cold. I could see nothing but the lamp.

“Is she clear?” I asked.

“Clear,” said somebody.

“{call}” said somebody else. “Mind the rock.”

I leaned on the oar, and I counted the strokes. I had never done it before.

“I see it,” I said.

“So do we,” said somebody.
"""


@pytest.mark.parametrize(
    ("call", "narrator"),
    [
        ("She is clear, Wenna,", "Wenna"),  # who has asked
        ("She is clear, sir,", "I"),
    ],
)
def test_who_asked_is_whom_they_call(call: str, narrator: str) -> None:
    assert speakers(BOAT.format(call=call))[0] == narrator


@pytest.mark.parametrize(
    ("asks", "narrator"),
    [
        ("You are the Hale boy. Robin, is it?", "Casimir"),
        ("And what is that bird called? Robin, I suppose.", "I"),
    ],
)
def test_the_name_that_is_asked_for(asks: str, narrator: str) -> None:
    text = (
        f"I set the ladder against the wall. My bag was open, and I took out the long brush.\n\n“{asks}” he said.\n\n"
        "“Casimir.”\n\nI began with the gutter. He held my ladder. I did not look down.\n\n“Careful,” he said.\n\n"
        "“I am,” I said.\n"
    )
    assert speakers(text)[-1] == narrator


@pytest.mark.parametrize(
    ("words", "called"),
    [
        ("Bozena, eat your soup", "Bozena"),
        ("Turnips, mostly", None),
        ("Thirty, if it is dry", None),
    ],
)
def test_a_name_that_only_opens_a_quotation(words: str, called: str | None) -> None:
    text = (
        "At supper I asked about it. I was nine then. My father put down his fork.\n\n"
        f"“{words},” my mother said, and I took my spoon.\n\n“She is nine,” said my father.\n\n“I know,” I said.\n"
    )
    names = {entity.name for entity in extract_quotes(text).cast}
    assert (called in names) if called else names.isdisjoint({"Turnips", "Thirty"})


WARDROBE = """{lead} got stuck in the wardrobe an hour before the train.

“It was open on Thursday,” came {voice} from inside.

“You were thinner on Thursday,” said Hale. “Breathe out.”

“I am out,” said his sister.

Hale put his shoulder to the door. The clock struck four.
"""


@pytest.mark.parametrize(("voice", "speaker"), [("her voice", "his sister"), ("her umbrella", None)])
def test_a_voice_that_comes_is_a_tag(voice: str, speaker: str | None) -> None:
    first = extract_quotes(WARDROBE.format(lead="Hale’s sister", voice=voice))[0]
    assert (first.speaker_name == speaker, first.cue_text) == ((True, "voice") if speaker else (False, first.cue_text))


def test_whom_i_call_dad_is_my_dad() -> None:
    text = (
        "Dad had the oars. I had the lamp, and Aunt Lil sat in the bow.\n\n“Row,” she told my dad.\n\n"
        "“I am rowing, Lil.”\n\n“Then row harder,” said Aunt Lil.\n\nI held my lamp higher. “Rocks,” I said.\n"
    )
    assert speakers(text)[1] == "Dad"
    assert "Dad" not in speakers(text.replace("Dad had", "A man had"))


@pytest.mark.parametrize(("heard", "speaker"), [("she heard herself say", "Ada Brook"), ("she heard Ben say", "Ben")])
def test_who_hears_oneself_speaks(heard: str, speaker: str) -> None:
    text = (
        "Ada Brook looked at the river. Ben held the horse by its bridle.\n\n“It is high,” said Ben.\n\n"
        f"Ada nodded. She did not look at him.\n\n“We will swim,” {heard}.\n\n“Ada!” he cried.\n"
    )
    assert speakers(text)[1] == speaker


@pytest.mark.parametrize(("rank", "same"), [("DS", True), ("Mrs", False)])
def test_a_rank_in_letters_is_the_rank(rank: str, same: bool) -> None:
    text = (
        f"“Sit down,” said {rank} Tarn. He looked at the clock over the door.\n\n“I will stand,” said Hetty.\n\n"
        "“Present are Detective Sergeant Amos Tarn and a witness,” said the clerk.\n\n“Shall we?” said Tarn.\n\n"
        "“We shall,” said Hetty.\n"
    )
    names = [entity.name for entity in extract_quotes(text).cast if "Tarn" in entity.name]
    assert (len(names) == 1) is same


@pytest.mark.parametrize(
    ("other", "speaker"), [("The dog barked.", "Grandpa Joe"), ("Grandpa Mel sneezed.", "Grandpa")]
)
def test_the_only_grandpa_has_a_name(other: str, speaker: str) -> None:
    text = (
        f"Grandpa Joe lit the stove. {other}\n\n“Is there cake?” asked Pia.\n\n“Later,” said Grandpa.\n\n"
        "“It is later,” said Pia.\n\n“So it is,” said Grandpa.\n"
    )
    assert speakers(text)[1] == speaker


@pytest.mark.parametrize(
    ("voice", "last"), [("a second voice, a girl’s", True), ("a second voice, an old man’s", False)]
)
def test_a_voice_is_of_whom_the_tag_says(voice: str, last: bool) -> None:
    text = (
        f"Amos sat in the booth. The lamp hummed.\n\n“Hurry up,” said {voice}. He pressed the button.\n\n"
        "“I am old,” said Amos.\n\n“We know,” said the girl.\n"
    )
    named = speakers(text)
    assert ((named[0] or "").removeprefix("a ") == (named[2] or "").removeprefix("a ")) is last


@pytest.mark.parametrize(("short", "whole"), [("Thess", True), ("Thora", False)])
def test_a_short_name_is_the_one_it_begins(short: str, whole: bool) -> None:
    text = (
        f"Thessalia had the map. Hetty Crane drove.\n\n“Left here, {short}?” asked Hetty.\n\n"
        "“Left,” said Thessalia.\n\nNobody spoke as far as the bridge.\n\n“And now?” asked Hetty.\n"
    )
    addressee = extract_quotes(text)[0].addressee
    assert (addressee is not None and addressee.name == "Thessalia") is whole


PLOUGH = """My sister was out in the yard with the lamp. I came down in my boots, and I could not find my hat.

“{first},” she said. “Get in and steer.”

I got in and steered. She pushed, and the plough moved.

“There,” {name} told the horse. “Good girl.”

“Thank you,” I said.

“Not you,” said my sister.
"""


@pytest.mark.parametrize(("name", "speaker"), [("Carol", "Carol"), ("Mrs. Hale", "my sister"), ("Peter", "my sister")])
def test_my_sister_is_soon_called_by_her_first_name(name: str, speaker: str) -> None:
    assert speakers(PLOUGH.format(first="It is stuck", name=name))[-1] == speaker


def test_the_tall_one_is_the_taller_of_two() -> None:
    text = (
        "“It opens for nobody,” said the shorter of the two guards.\n\n“Nobody,” said the taller.\n\n"
        "Ada Brook put down her pack.\n\n“I can wait,” she said.\n\n“She can wait, Tob,” the tall one said.\n\n"
        "“Let her,” said Tob.\n\n“We will, then,” said the taller guard.\n"
    )
    named = speakers(text)
    assert named[3] == named[1] == named[5] != named[0]


BOILER = """Hetty Crane carried the {thing} up from the cellar. The {thing} had frozen, but it still worked.

“Well,” she said aloud.

“Well what?” asked the {thing}.

“Nothing,” she said.

“Nobody carries me for nothing,” it said.
"""


@pytest.mark.parametrize(("thing", "mistaken"), [("kettle", False), ("radio", False)])
def test_a_thing_is_not_she(thing: str, mistaken: bool) -> None:
    named = speakers(BOILER.format(thing=thing))
    assert [name == thing for name in named] == [mistaken, True, mistaken, True]


def test_an_animal_may_be_he() -> None:
    text = (
        "Hetty Crane met the fox at the gate. The fox sat down, and he looked at her basket.\n\n“Eggs?” he asked.\n\n"
        "“Stones,” said Hetty.\n\n“I like stones,” said the fox.\n"
    )
    assert speakers(text)[0] == "fox"


@pytest.mark.parametrize(("acts", "joined"), [("Pavel blew on it.", False), ("The bugle went again.", True)])
def test_who_does_what_is_asked_is_whom_the_words_call(acts: str, joined: bool) -> None:
    text = (
        f"Pavel had the lamp. Sergeant Crane lay beside him.\n\n“Is it dead?” asked the cook.\n\n"
        f"“It's not dead,” said Crane. “Blow on it, Gus.”\n\n{acts} The snow was coming down.\n\n"
        "“Now?” asked the cook.\n\n“Now,” said Crane.\n"
    )
    assert (speakers(text)[0] == "Gus") is joined


@pytest.mark.parametrize(("was", "speaker"), [("a Mrs. Quill", "Mrs. Quill"), ("a Lancastrian", "landlady")])
def test_she_was_a_mrs_quill(was: str, speaker: str) -> None:
    text = (
        f"The landlady gave me the key. She was {was}, in a coat with parrots.\n\n“No kettles,” said the landlady."
        "\n\n“None,” I said.\n\nI went up with my case. My kettle was in it.\n\n“Nor dogs,” the landlady called.\n"
    )
    assert speakers(text)[0] == speaker


@pytest.mark.parametrize(("call", "called"), [("The valve, Captain", True), ("The captain says so", False)])
def test_the_only_captain_is_called_by_the_title(call: str, called: bool) -> None:
    text = (
        "Captain Ilse Brand did not look up from the chessboard. Dr. Amadi moved a bishop.\n\n"
        f"“{call},” said Dr. Amadi.\n\n“I heard you.”\n\n“It was slower at noon,” said Dr. Amadi.\n"
    )
    addressee = extract_quotes(text)[0].addressee
    assert (addressee is not None and addressee.name == "Captain Ilse Brand") is called
