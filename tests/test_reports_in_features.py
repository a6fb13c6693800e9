"""Reports in the loose sentences of features: tags in the middle, questions without marks, oral histories."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

AROUND = "Ann Lee said in 2019 that it was late.\n\n{}\n\nMayor Tom Hall told the paper that the gate was shut."


def read(text: str) -> list[tuple[str | None, str]]:
    """The speakers and the words, record by record."""
    return [(record.speaker_name, record.quote.text) for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("There was a yard to be swept, and Vera Lund has never, the warden informs me, been late for a broom.",
         "warden", "Vera Lund has never … been late for a broom"),
        ("Their uncle trained horses and spoke, his son reckons, maybe ten words a year.",
         "his son", "spoke … maybe ten words a year"),
        ("The singer keeps it to herself. Then, she reports, a bell rang under the floor.",
         "singer", "a bell rang under the floor"),
        ("Vera Lund never complained. Why not? I ask her. She shrugs.", "I", "Why not?"),
        ("An hour later the guard came through with a lamp and told us that a goat had been persuaded.",
         "guard", "that a goat had been persuaded"),
        ("Vera Lund would be strict. Nobody reaches the far buoy, she would tell the swimmers on Sundays, without "
         "swallowing a little of the harbour.", "Vera Lund",
         "Nobody reaches the far buoy … without swallowing a little of the harbour"),
        ("Vera Lund opens the shed. Nine winters, she tells me over her spade, and not one of the frosts ever killed "
         "the lemon.", "Vera Lund", "Nine winters … and not one of the frosts ever killed the lemon"),
        ("Vera Lund kept her plot after her husband moved, as she puts it, “to the dry side”, by which she means the "
         "hospital.", "Vera Lund", "to the dry side"),
        ("According to a paper published in May in a journal of botany, the moss — a very old one — is moving uphill.",
         "a paper", "the moss — a very old one — is moving uphill"),
        ("Vera Lund left instructions that nobody was to wait by the gate.", "Vera Lund",
         "that nobody was to wait by the gate"),
        ("‘The Moss as Witness’, printed in 1967, argued that soot had bared the walls.", "Moss as Witness",
         "that soot had bared the walls"),
        ("A man at the front slept all the way through ‘The Long Ladder’ and then shouted that his pan was on.",
         "A man at the front", "that his pan was on"),
        ("Vera Lund kept a kettle. She asked him to walk round the pond ten times and come and knock when he was done; "
         "that was a lesson.", "Vera Lund", "to walk round the pond ten times and come and knock when he was done"),
        ("He left the mill in May, and he left the valley in June, Tom Hall says, “to get some sleep”.", "Tom Hall",
         "he left the valley in June … “to get some sleep”"),
        ("Tom Hall wrote that she kept a list of people to whom she was not talking, ‘in order of use’.", "Tom Hall",
         "that she kept a list of people to whom she was not talking, ‘in order of use’"),
        ("Vera Lund read the page. Cakes do not whisper, she said, and she gave the book to Tom Hall.", "Vera Lund",
         "Cakes do not whisper"),
        ("Vera Lund read the page. Cakes did not whisper, she said, and she had never liked the book.", "Vera Lund",
         "Cakes did not whisper … and she had never liked the book"),
        ("Her will asked that she be carried out “by the back door”.", "Her will",
         "that she be carried out “by the back door”"),
        ("A nurse at the house where she lived found Vera Lund by the wall and told her to come in.",
         "A nurse at the house", "to come in"),
    ],
)  # fmt: skip
def test_what_a_loose_sentence_reports(sentence: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(AROUND.format(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "There was a yard to be swept, and Vera Lund has never, as it happens, been late for a broom.",
        "Their uncle trained horses and spoke, his hat on his knees, maybe ten words a year.",
        "Vera Lund never complained. Why not? I left her. She shrugs.",
        "Nobody reaches the far buoy, one would hope, without swallowing a little of the harbour.",
    ],
)
def test_what_a_loose_sentence_does_not_report(sentence: str) -> None:
    assert len(read(AROUND.format(sentence))) == 2


def test_somebody_named_like_a_time_speaks() -> None:
    assert read("Ann Day stopped. Day later told the court that it was dark.") == [("Ann Day", "that it was dark")]


def test_an_hour_may_pass_behind_what_is_told() -> None:
    text = AROUND.format("Vera Lund told us an hour later that a goat had been persuaded.")
    assert ("Vera Lund", "that a goat had been persuaded") in read(text)


@pytest.mark.parametrize("age", [", 76,", ",", " "])
def test_words_that_end_in_the_words_of_another_keep_their_tag(age: str) -> None:
    name = f"Skov{age if len(age) > 1 else ''}"
    text = f'It rained in Merrow on 3 May 2011.\n\n"I said, \'I am so sorry,\'" {name} recalled. "And she was gone."'
    assert read(text)[0] == ("Skov", "I said, 'I am so sorry,' … And she was gone.")


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("in the tone in which other men say “hail.”", ["Putty,"]),
        ("in the voice of a hen. “Never putty.”", ["Putty, … Never putty."]),
    ],
)
def test_how_something_is_said_is_not_said(rest: str, words: list[str]) -> None:
    text = f"Bo Lund has mended lamps in Merrow since 1988. “Putty,” he says, {rest}"
    assert [said for _, said in read(text)] == words


ORAL = """The night the roof went

An oral history of the storm of 1977, recorded for the library of Merrow by Gwen Hale.

RHONDA PIKE (barmaid): I'd only been there a week, and we had forty men in from the works.

LES CORBY (mason): First thing to go was the piano. We all laughed, and then we didn't.

DORA MALLET (guest): I was in the bath, and I looked up, and my ceiling was gone.

There are several versions of what happened next. {} the minister, Athol Grey, slept through it all under the table.

PIKE: We went into the cellar, the lot of us.

CORBY: So we sang. You could hear us in Leeds.

MALLET: I still only take showers.
"""


@pytest.mark.parametrize(
    ("opens", "inside"),
    [("Mallet says", False), ("Above my head", True)],
)
def test_a_paragraph_on_a_speaker_is_the_writers(opens: str, inside: bool) -> None:
    (mallet,) = [words for name, words in read(ORAL.format(opens)) if words.startswith("I was in the bath")]
    assert ("slept through" in mallet) is inside


@pytest.mark.parametrize(
    ("behind", "speaker"),
    [("Desmond took off his glasses.", "Desmond Orr"), ("Desmond had worn glasses.", "Vera Lund")],
)
def test_who_moves_behind_words_in_a_talk(behind: str, speaker: str) -> None:
    text = (
        "Vera Lund and Desmond Orr met in the mill on Monday.\n\n“Night pays for day,” Desmond said.\n\n“Day is us,” "
        f"Vera said.\n\n“Us loses nine cents. I did not make the flour.” {behind} The mill was quiet."
    )
    assert next(who for who, words in read(text) if words.startswith("Us loses")) == speaker


def test_a_shortened_verb_is_no_part_of_who_speaks() -> None:
    text = "He wept by the door, and she took his hand. I’d say, “No.”\n\n“Go,” she’d whisper, and shut her eyes."
    assert [r.speaker and r.speaker.mention and r.speaker.mention.text for r in extract_quotes(text)] == ["I", "she"]
