"""Small articles, each with one point of issue: who is meant, and what is no speech."""

from __future__ import annotations

import pytest

from quotex.detect.genre import is_narrative
from quotex.detect.marks.passages import read_passages
from quotex.detect.speech.naming import modifies, names_something
from quotex.extract import extract_quotes
from quotex.read.document import Document

FEATURE = """Ines Barroso mends accordions in a shed near the fire station. She has mended four hundred and plays none.

“An accordion is a lung with buttons,” she tells me, without looking up. “You listen to it breathe.”

Barroso learned the trade from her uncle, Rui Sampaio, who kept bees there. “He tuned them to the bees,” says Barroso.
“I tune mine to the fire engine.”

Her daughter, Clara Barroso, 31, is a piano teacher. “Mum thinks a piano is a coffin,” she says. “With teeth.”"""


def speakers(text: str) -> list[str | None]:
    return [a.speaker_name for a in extract_quotes(text) if a.quote.kind != "indirect"]


def test_a_feature_in_the_present_tense_is_a_report() -> None:
    assert not is_narrative(Document(FEATURE))


def test_a_story_of_the_same_kin_is_a_story() -> None:
    story = (
        "Her uncle came in and shut the door behind him.\n\n"
        "“The bees have gone,” he said.\n\n“Gone where?” she asked.\n"
        "\nHe sat down on the bed and looked at his hands.\n\n“If I knew that,” he said, “they would not be gone.”"
    )
    assert is_narrative(Document(story))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Walter “Buzz” Keane, who built the first one, died on Monday. “I only wanted a quieter pump,” Mr. Keane said"
         " in 1971.", "Walter Keane"),
        ("The city hired Thomas (Tommy) Lund on Friday. “I start at dawn,” Lund said.", "Thomas Lund"),
        ("The council picked Rosa \"The Hammer\" Quint to lead it. “I am honoured,” the Hammer’s lawyer said. “We won,”"
         " Quint said.", "Rosa Quint"),
    ],
)  # fmt: skip
def test_a_nickname_within_a_name(text: str, name: str) -> None:
    assert name in speakers(text)
    assert len([e for e in extract_quotes(text).cast if e.name.split()[-1] == name.split()[-1]]) == 1


def test_the_marks_of_a_nickname_are_no_passage() -> None:
    assert not Document("Keeper Sam “The Wall” Orton was late.").once(read_passages)
    assert Document("“Run, Sam.” “The Wall” Orton was late.").once(read_passages)


def test_brackets_and_marks_that_hold_no_nickname() -> None:
    names = {e.name for e in extract_quotes("It was Ann Lee. “Reed” Cole sang. He met Kim (Ohio) Reed.").cast}
    assert "Ann Lee" in names
    assert not any("Ohio" in name and "Reed" in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "The choir sang “The Miller and the Moon”.",
        "The exercise was nicknamed “Cold Kettle” by the crew.",
        "The evening, billed as “A Night of Rakes,” sold out.",
        "He restored “Harvest at Low Tide” (1894) last year.",
        "She wrote “The Weather Clerk”, a novel about rain.",
        "They own a grey parrot called “Admiral”.",
        "The hills are known locally as “the sleeping dogs”.",
        "Its slogan, “Light that waits”, is a trade mark.",
        "Lindahl made her name with “Low Tide”, a short one.",
        "Somebody had painted the word “Wait.” on the wall.",
        "“Tick, tock, tick,” it went.",
    ],
)
def test_names_and_titles_in_marks(text: str) -> None:
    (passage,) = Document(text).once(read_passages)
    assert names_something(text, passage)
    assert not speakers(text)


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a kettle without a lid”.",
        "The reporter called: “Is anybody there?”",
        "He told Ann “No” and Lee agreed.",
        "Critics called the plan “Reckless!”",
        "“I am not late,” it said.",
        "She had one word of advice, “Wait.”",
        "They made room for Mr. Dagonet.\n\n“Tomorrow—” Archer heard himself repeat.",
    ],
)
def test_words_in_marks_that_are_no_name(text: str) -> None:
    (passage,) = Document(text).once(read_passages)
    assert not names_something(text, passage)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        # Titles that are joined have the same words before them.
        ("Nora Lindahl made her name with “Salt” and “Low Tide”, both short.", []),
        ("Nora Lindahl said she had read “Salt” and “Low Tide”.", ["she had read “Salt” and “Low Tide”"]),
        # What is somebody's stands in scare quotes, unless a cue says whose words they are.
        ("The band have called off their “tour of tours”, nine days before it was to begin.", []),
        ("The board met on Monday. The mayor called it her “finest hour”.", ["finest hour"]),
        # A noun in -ing is what a thing is called.
        ("The board fined the bank on Friday. The council called the sum “parking money”.", ["parking money"]),
    ],
)
def test_words_in_marks_that_somebody_is_said_to_have_spoken(text: str, quoted: list[str]) -> None:
    assert [a.quote.text for a in extract_quotes(text)] == quoted


def test_what_is_written_is_no_part_of_speech_beside_it() -> None:
    (found,) = extract_quotes("“Who is there?” said Bo. On the wall somebody had painted the word “Wait.” Bo laughed.")
    assert found.quote.text == "Who is there?"


def test_words_that_modify_a_noun() -> None:
    for text, expected in (
        ("The bank has a “hold” rating on it.", True),
        ("She said the “hold” was wrong.", False),
        ("He gave the “No” with a smile.", False),
    ):
        (passage,) = Document(text).once(read_passages)
        assert modifies(text, passage) is expected


def test_a_report_within_speech_leaves_the_speech_to_its_speaker() -> None:
    text = (
        "The county museum opened its tram room on Tuesday with 300 old tickets, a gift of the Finch family.\n\n"
        "“Father kept the tickets,” Mrs. Dora Finch recalled. “He always said it had a kind bell.”"
    )
    first = next(a for a in extract_quotes(text) if a.quote.kind == "direct")
    assert str(first.speaker_name).endswith("Dora Finch")
    assert len(first.quote.spans) == 2


SHARES = """Brill Foods warns on sugar

Shares in Brill Foods fell 4% on Monday after the maker of sweets said demand was weak.

The company said it would close a plant in Leeds. “We took our time,” Chief Executive Dora Penn told analysts."""


def test_the_company_is_the_one_whose_shares_fell() -> None:
    found = [a for a in extract_quotes(SHARES) if a.cue_text == "said"]
    assert {a.speaker_name for a in found if a.quote.source and a.quote.source.text == "The company"} == {"Brill Foods"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The tram stopped at nine and again at ten, which the conductor blamed on goats. “They know,” he said.",
         "conductor"),
        ("A young man next to me closed his book. “Wrong line,” he said, and went back to sleep.", "young man"),
        ("The council met at six, and the clerk read the names of the streets that had flooded on Sunday. “Nineteen so"
         " far,” she said.", "clerk"),
        # Near misses: somebody who is named in the sentence is meant, not the description in a further clause.
        ("Mr. Otto Brandt shut the gate while the guard counted the keys. “Twelve,” he said on Friday.", "Otto Brandt"),
    ],
)  # fmt: skip
def test_a_pronoun_for_the_subject_of_the_clause_before(text: str, name: str) -> None:
    lead = "The line was built in 1904 for $3 million, according to officials of the transport board.\n\n"
    assert str(speakers(lead + text)[-1]).casefold().removeprefix("a ").removeprefix("the ").endswith(name.casefold())


def test_a_description_with_two_nouns_and_the_name_behind() -> None:
    text = (
        "The museum bought 40 pots by Ilse Brandt on Tuesday. “She threw the best ones in the river,” said her "
        "neighbour and rival, Karin Stahl. “I fished them out,” Ms. Stahl added."
    )
    assert speakers(text) == ["Karin Stahl", "Karin Stahl"]


def test_the_agency_is_the_one_with_a_name() -> None:
    text = (
        "River agency opens sluices\n\nThe gates of the Lower Marsh were opened on Monday, the Eastern River Agency "
        "said. Boats waited for two hours at Dunholm.\n\nThe agency said that the water would stay high until Friday. "
        "“Nobody drowned,” its director, Tom Vane, said."
    )
    found = [a.speaker_name for a in extract_quotes(text) if a.quote.source and a.quote.source.text == "The agency"]
    assert found == ["Eastern River Agency"]


LEAD = "The harbour board opened a clinic on Monday with 40 beds, officials said.\n\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Somebody at the start of a sentence is known by an age.
        (
            "Dr. Ilka Brandt runs it. “I sleep on the boat,” she said.\n\n"
            "Tansy, 58, came on foot. “I thought it was a café,” she said.",
            "Tansy",
        ),
        # Whom the pronoun meant before is meant again, not an unnamed voice in between.
        (
            "Dr. Ilka Brandt runs it. “I sleep on the boat,” she said.\n\n"
            "A spokesperson said the board had no money. Brandt’s plan is a raffle.\n\n"
            "Nobody has bought a ticket. “I bought ten,” she said.",
            "Ilka Brandt",
        ),
        # Near miss: the unnamed voice goes on.
        ("A spokesperson said the board had no money. “We counted twice,” she said.", "spokesperson"),
        # A critic in passing is not the one whose life is told.
        (
            "Mr. Abel Crane dug wells. Mr. Crane worked alone. “I hear water,” he told a paper in 1970.\n\n"
            "The surveyor Hugo Lind wrote that Mr. Crane was never wrong. “We watched,” said the driver Ann Pole.\n\n"
            "He stopped in 1999, after what he called “a misunderstanding with a mule.”",
            "Abel Crane",
        ),
        # An adviser's "her" is not the adviser's own.
        (
            "Mayor Runa Felder met the press. Robin Aske, her adviser, watched the clock, and Felder smiled.\n\n"
            "“We have a budget,” she said.",
            "Runa Felder",
        ),
        # Every pronoun tells more than a given name.
        (
            "Coach Jean Morel said he had not slept. Morel admitted that his plan was luck. "
            "But he added: “Luck is a plan.”",
            "Jean Morel",
        ),
    ],
)
def test_whom_a_pronoun_means(text: str, name: str) -> None:
    assert str(speakers(LEAD + text)[-1]).removeprefix("A ").removeprefix("a ") == name


def test_a_participle_before_the_subject_of_a_further_clause() -> None:
    text = LEAD + "Nils rang the ferry firm Blue Line, where a stunned clerk asked him to spell his name three times."
    (name,) = [str(a.speaker_name) for a in extract_quotes(text) if a.cue_text == "asked"]
    assert name.endswith("stunned clerk")


def test_an_age_stands_for_the_one_named_before() -> None:
    text = (
        LEAD + "Aron Vale, a stoker, was not at the meeting. The 41-year-old told reporters that nobody had asked him. "
        "“I would have come,” Mr. Vale said."
    )
    assert {a.speaker_name for a in extract_quotes(text)[-2:]} == {"Aron Vale"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Nobody is "she" in her own words: the one who was spoken of is.
        ("Dr. Ilka Brandt runs it. “I sleep on the boat,” she said.\n\nBrandt told Morag Lunn to swim. “Where,” "
         "Ms. Lunn recalled. “‘In the harbour,’ says she.”", "Ilka Brandt"),
        # The one described in the same speech.
        ("Nils Aker won the raffle. “The girl at the desk went quiet,” he recalled. “Then she said: ‘Is this "
         "your goat?’”", "girl"),
    ],
)  # fmt: skip
def test_a_pronoun_within_speech(text: str, name: str) -> None:
    inner = [nested for a in extract_quotes(LEAD + text) for nested in a.nested]
    assert name in str(inner[-1].speaker_name)
    assert inner[-1].quote.text.startswith(("In the", "Is this"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # One person behind a noun that can mean several.
        ("Her opposite number, Ivo Lund, called it “a bridge for ducks”.", "Ivo Lund"),
        # The subject of the main clause behind a participle.
        ("A source close to the mayor said he was angry. Told of this, the mayor smiled. “I am never angry,” he said.",
         "mayor"),
    ],
)  # fmt: skip
def test_who_is_described_is_who_speaks(text: str, name: str) -> None:
    assert str(speakers(LEAD + text)[-1]).removeprefix("the ") == name


def test_the_name_of_a_body_runs_across_for() -> None:
    text = LEAD + "The Institute for Road Studies said that the plan was late. The institute warned that it was dear."
    found = [a.speaker_name for a in extract_quotes(text) if a.cue_text in ("said", "warned")][-2:]
    assert found == ["Institute for Road Studies"] * 2


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In the words of Mara Holt, “it is a start.”", "Mara Holt"),
        ("Peter Quill came. In the words of the mayor: “It is a start.”", "the mayor"),
        ("“It is a start,” in the words of Mara Holt.", "Mara Holt"),
        ("In the words of the song Peter Quill found comfort. “It is a start.”", None),
    ],
)
def test_in_the_words_of(text: str, source: str | None) -> None:
    found = extract_quotes(text)[-1].quote.source
    assert (found.text if found else None) == source
