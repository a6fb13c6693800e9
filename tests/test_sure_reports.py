"""Reports that their construction shows, in any kind of text, and where they end."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

STORY = "Lena stood at the sink.\n\n“Are you coming?” asked Tom.\n\n{}\n\n“Fine,” said Tom."


def read(text: str) -> list[tuple[str | None, str]]:
    """The speakers and the words of indirect speech, record by record."""
    return [
        (record.speaker_name, record.quote.text) for record in extract_quotes(text) if record.quote.kind != "direct"
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Prosecutors said that Ann Lee took the cash. She denied it.", "Ann Lee", "it"),
        ("The council spent it in March. Its treasurer, Hal Brandt, disclosed this on Friday.", "Hal Brandt", "this"),
        ("The firm has threatened to sue the paper. It rained.", "firm", "to sue the paper"),
        ("Officials in Merrow requested the gates be shut before dark.", "Officials in Merrow",
         "the gates be shut before dark"),
        ("The farmers own forty acres and report they are buying more with a club.", "farmers",
         "they are buying more with a club"),
        ("Two crates of tea have vanished from the store at Merrow, the office that keeps it has told police.",
         "office", "Two crates of tea have vanished from the store at Merrow"),
        ("Bees prefer blue to red in spring, a Danish-Irish team reports in Field Notes.", "a Danish-Irish team",
         "Bees prefer blue to red in spring"),
        ("The mill in the valley will close in May, the Herald has learned.", "Herald",
         "The mill in the valley will close in May"),
        ("Such talks are not likely to change the race, noted the Herald's Bo Lund.", "Bo Lund",
         "Such talks are not likely to change the race"),
        ("The clerk asked for the key, and Ana Ruiz said no.", "Ana Ruiz", "no"),
        ("At 3:15 p.m. local time (1315 UTC), her office said, she died at home.", "her office",
         "At 3:15 p.m. local time (1315 UTC) … she died at home"),
        ("Bank sees growth slowing\n\nThe central bank on Tuesday cut its forecast for the year.", "Bank",
         "growth slowing"),
    ],
)  # fmt: skip
def test_what_a_construction_reports(text: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Prosecutors said that Ann Lee took the cash. She denied him the key.", "him the key"),
        ("The paper which the firm has threatened to sue is late.", "to sue"),
        ("Bees prefer blue to red in spring, a team report in a drawer.", "Bees prefer blue to red in spring"),
        ("The clerk asked for the key, and Ana Ruiz said nothing.", "nothing"),
        ("Council sees record spending on roads\n\nThe roads of the county are old.", "record spending on roads"),
        ("Union sees surge in bullying\n\nMore complaints were filed last year.", "surge in bullying"),
        ("The senator lost the vote, blamed Ana Ruiz, and left the hall.", "The senator lost the vote"),
        ("The party dropped its leader, endorsed Ana Ruiz, and won.", "The party dropped its leader"),
        ("The mayor walked in, acknowledged Ana Ruiz, and bowed.", "The mayor walked in"),
        ("Man sees bear walking\n\nThe bear left the town on Tuesday.", "bear walking"),
    ],
)
def test_what_looks_like_it_and_is_none(text: str, words: str) -> None:
    assert words not in [found for _, found in read(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The company said it had settled the claim, but would not disclose the sum.", "it had settled the claim"),
        ("He added that he would bring a plan in June, though he did not say what would be in it.",
         "that he would bring a plan in June"),
        ("The captain says it saved a man, but he doesn't swim.", "it saved a man, but he doesn't swim"),
        ("The firm said it had twice asked for the drawings, and it attached the letters.",
         "it had twice asked for the drawings"),
        ("The manager, Bo Lund, confirmed that a claim had been filed, put it at $4.4m, and declined to say more.",
         "that a claim had been filed"),
        ("He said he had been asked to wait, and he was sorry.", "he had been asked to wait, and he was sorry"),
        ("They reported that the smoke came from coal; that age was a factor; and that many of them lived abroad.",
         "that the smoke came from coal; that age was a factor; and that many of them lived abroad"),
        ("A letter saying that the path is closed has reached us.", "that the path is closed"),
        ("The manager told her she was late; there had been a change.", "she was late"),
        ("Hale said that the wing had flown from Malta (RAF 12). The film was shot there (MGM 1939).",
         "that the wing had flown from Malta (RAF 12)"),
    ],
)  # fmt: skip
def test_where_a_report_ends(text: str, words: str) -> None:
    assert read(text)[0][1].rstrip(".") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("She said no. It was late.", ["no"]),
        ("Her mother had told her not to.", ["not to"]),
        ("He asked whether she was sure, and she said yes.", ["whether she was sure", "yes"]),
        ("She said no more.", []),
        (
            "He said the van would not start; he had left it by the church.",
            ["the van would not start; he had left it by the church"],
        ),
    ],
)
def test_short_answers_in_a_story(sentence: str, words: list[str]) -> None:
    assert [found for _, found in read(STORY.format(sentence))] == words


@pytest.mark.parametrize(
    ("block", "told"),
    [
        ("    We have been here since four in the morning and nobody has come.", True),
        ("    def main():\n        return the_sum_of(all, the, numbers).", False),
        ("    $ sudo make install all of the things here\n    make: nothing to be done for all.", False),
        ("    Permission is hereby granted to any person to copy\n    this file and to keep the notice.", False),
    ],
)
def test_code_and_licences_below_a_name_are_no_speech(block: str, told: bool) -> None:
    text = f"The tool is old.\n\nFarid Ouarzazi writes:\n\n{block}\n\nIt rained."
    assert bool(list(extract_quotes(text))) is told


@pytest.mark.parametrize(
    ("told", "speaker", "words"),
    [
        ("Tom paid. He swore afterwards that he had kept back nothing.", "Tom", "that he had kept back nothing"),
        ("The two sailors swore they had not moved.", "two sailors", "they had not moved"),
        ("The vicar warned her never to lend him money.", "vicar", "never to lend him money"),
        ("The cook offered to swear it on any book he liked.", "cook", "to swear it on any book he liked"),
        ("Then the captain bade me go below.", "captain", "go below"),
        ("The mate screamed at us to push.", "mate", "to push"),
        ("There wasn't a pond, the frog pointed out, there was only the ditch.", "frog",
         "There wasn't a pond … there was only the ditch"),
        ("The judge said that he had known it for nine years, and had written of it twice, and that every sack was "
         "short.", "judge", "that he had known it for nine years, and had written of it twice, and that every sack was "
         "short"),
        ("“You can tell,” the lady confided to the cook, who said faintly that he would pay. “It is how they talk.”",
         "cook", "that he would pay"),
    ],
)  # fmt: skip
def test_a_story_reports(told: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(STORY.format(told))


def test_what_is_said_next_is_no_part_of_a_report_in_a_story() -> None:
    told = "Nobody came but the girl, because her mother told her that she must. “Like this,” said the girl. “Look.”"
    assert ("her mother", "that she must") in read(STORY.format(told))


@pytest.mark.parametrize(
    "told",
    [
        "The captain bade me good night.",
        "The boy refused to leave.",
        "The mate screamed at us.",
    ],
)
def test_a_story_does_not_report(told: str) -> None:
    assert not read(STORY.format(told))
