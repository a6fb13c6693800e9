"""Reports of features, profiles, papers and judgments: orders, views, replies, and where their words begin and end."""

from __future__ import annotations

import pytest

from quotex import extract_quotes


def read(text: str) -> list[tuple[str | None, str]]:
    """The speakers and the words of every record at the top, without the stop."""
    return [(record.speaker_name, record.quote.text.rstrip(".")) for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The board directed the clinics to stay open. It rained.", "board", "to stay open"),
        ("The vicar spoke of the roof and encouraged parishioners to bring buckets.", "vicar", "to bring buckets"),
        ("In a note of 1988 the society instructed its members not to feed the geese.", "society",
         "not to feed the geese"),
        ("A petition with forty names called on the mayor to save the oak.", "A petition with forty names",
         "to save the oak"),
        ("The treaty bound them all. It orders him to stay on the island.", "treaty", "to stay on the island"),
        ("The ministry asked Norway, where the ship was built, to send a diver.", "ministry", "to send a diver"),
        ("The dean begged whoever had taken the bell to bring it back.", "dean", "to bring it back"),
        ("Police are asking anyone who saw a red van by the old mill on the night of the second of May to call the "
         "station.", "Police", "to call the station"),
    ],
)  # fmt: skip
def test_what_somebody_is_told_to_do(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The board directed the clinics in two towns.",
        "The usher called the court to order.",
    ],
)
def test_no_order(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Ana Ruiz measured it. In her view the road is too steep for a bus.", "Ana Ruiz",
         "the road is too steep for a bus"),
        ("Bo Lund was there. By his account the landlord owed them forty crowns.", "Bo Lund",
         "the landlord owed them forty crowns"),
        ("The clerk was heard. By her own recollection, she locked the gate herself.", "clerk",
         "she locked the gate herself"),
        ("For the historian Ana Ruiz, the flood changed the valley for good.", "Ana Ruiz",
         "the flood changed the valley for good"),
        ("For Edgar Moss, writing in 1931, the strike was “a family quarrel”.", "Edgar Moss",
         "the strike was “a family quarrel”"),
        ("For Haldane (1904), the tithe fed nobody but the clerks.", "Haldane", "the tithe fed nobody but the clerks"),
        ("In the view of Ana Ruiz, however, the dam is safe.", "Ana Ruiz", "the dam is safe"),
        ("The dog, by the account of everyone who met it, was a kindly beast.", "everyone who met it",
         "The dog … was a kindly beast"),
    ],
)  # fmt: skip
def test_whose_view_it_is(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "For Mr Pike, the next task is to find forty pickers by Tuesday.",
        "For the organisers, the rain could hardly have come at a worse moment.",
        "In her reading of the clause she was alone.",
        "On her account, the family stayed at home.",
        "By her account books lay a pen.",
    ],
)
def test_no_view(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The critics were rude. Moss's reply, by return of post, was that he wrote for bakers.", "Moss",
         "that he wrote for bakers"),
        ("Ana Ruiz's complaint is that the road is shut on Sundays.", "Ana Ruiz", "that the road is shut on Sundays"),
        ("The cook spoke. Her answer was that nobody had seen the goose.", "cook", "that nobody had seen the goose"),
    ],
)  # fmt: skip
def test_what_words_of_somebody_are_said_to_be(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


def test_a_trouble_is_no_reply() -> None:
    assert read("The trouble was that nobody had asked her. Ana's trouble was that it rained.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("The plan, said the mayor, Ana Ruiz, is too late for the town.", "Ana Ruiz",
         "The plan … is too late for the town"),
        ("Old boats, warns the yard's owner, Bo Lund, sink.", "Bo Lund", "Old boats … sink"),
        ("The theory, wrote the team’s leader, Ana Ruiz, had been “left out in the rain.”", "Ana Ruiz",
         "The theory … had been “left out in the rain.”"),
        ("In truth, say those who rowed with him, the man could not swim.", "those who rowed with him",
         "In truth … the man could not swim"),
        ("To pay now, they told a meeting of the clubs, would be to beg.", "they",
         "To pay now … would be to beg"),
        ("It would be wise, said Ana Ruiz, to bring a lamp.", "Ana Ruiz", "It would be wise … to bring a lamp"),
        ("Bo Lund opened the hatch. It smells, he said, of tar and old rope.", "Bo Lund",
         "It smells … of tar and old rope"),
        ("It counts, the authors write, because banks that “lend umbrellas” want them back.", "authors",
         "It counts … because banks that “lend umbrellas” want them back"),
        ("Ana Ruiz showed me the nets. There are nine kinds, she tells me as we walk.", "Ana Ruiz",
         "There are nine kinds"),
        ("Nobody rang them about the fall, the family claims. It rained.", "family",
         "Nobody rang them about the fall"),
    ],
)  # fmt: skip
def test_a_tag_in_a_sentence(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He wrote of the dead, the wounded, the insurance claims.", "He wrote of the dead, the wounded"),
        ("The lamps, as the sailors call them, are green.", "The lamps … are green"),
        ("It was late, she told me as a friend.", "It was late, she told me"),
    ],
)
def test_no_tag(text: str, words: str) -> None:
    assert words not in [found for _, found in read(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("According to Moss, a chemist at Merrow State University, it had faded before it was hung.",
         "it had faded before it was hung"),
        ("According to its chairman, Bo Lund, the club is broke.", "the club is broke"),
        ("According to the complaint, a copy of which was shown to the paper, the lock was “a toy”.",
         "the lock was “a toy”"),
        ("According to the letter, dated 4 May, nobody was at home.", "nobody was at home"),
        ("According to the union, 90 cooks at that one school walked out.", "90 cooks at that one school walked out"),
        ("The firm denies it; according to a note it sent to the papers, the man had stepped out.",
         "the man had stepped out"),
        ("According to a March 14, 2019 note, the gate was shut.", "the gate was shut"),
        ("According to Ana Ruiz, a goat, two pigs and a horse were sold.", "a goat, two pigs and a horse were sold"),
    ],
)  # fmt: skip
def test_where_begins_what_a_source_told(text: str, words: str) -> None:
    assert words in [found for _, found in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Call the State Poisons Line on any day.",
        "The State Department of Roads must sign.",
        "State police are looking into the fire.",
        "The Claim Office in Merrow has moved.",
    ],
)
def test_a_word_of_a_name_reports_nothing(text: str) -> None:
    assert read(text) == []


def test_who_says_so_is_not_who_refuses_to_say() -> None:
    assert ("Ana Ruiz", "It would be best … to say nothing") in read("It would be best, Ana Ruiz said, to say nothing.")
    assert ("Ana Ruiz", "whether it was late") in read("Ana Ruiz refused to say whether it was late.")


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Ana Ruiz and Bo Lund, cooks, both insisted that the soup was theirs.", "Ana Ruiz and Bo Lund",
         "that the soup was theirs"),
        ("Friends of the old mill like to point out that it never burnt.", "Friends of the old mill",
         "that it never burnt"),
        ("One paper was silent. Another claimed, without naming a source, that the mayor had fled.", "Another",
         "that the mayor had fled"),
        ("Ana Ruiz told the owner of the boat, a retired pilot who had written nine letters to the board, that he was "
         "right.", "Ana Ruiz", "that he was right"),
        ("Dr Ana Ruiz, an engineer called on behalf of the firm, described the latch as “decorative”.", "Ana Ruiz",
         "decorative"),
    ],
)  # fmt: skip
def test_whose_words_and_to_whom(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Her office replied that the matter was "under study", a phrase the clerk had to explain to her.',
         'that the matter was "under study"'),
        ('The firm says the buds block "up to 98 percent of noise," a number it got in its own cellar.',
         'the buds block "up to 98 percent of noise,"'),
        ("The register notes that the seats were “disposed of”, a notation that nobody had seen.",
         "that the seats were “disposed of”"),
        ("The firm says that it lost a number of bolts, a term and a bet.",
         "that it lost a number of bolts, a term and a bet"),
    ],
)  # fmt: skip
def test_a_name_for_quoted_words_is_the_writers(text: str, words: str) -> None:
    assert words in [found for _, found in read(text)]
