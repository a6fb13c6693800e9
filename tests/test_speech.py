"""Speech or not, speech tags, parts, and story or report."""

from __future__ import annotations

import pytest

from quotex.detect.claims.claim import LIKELY
from quotex.detect.claims.spoken import spoken
from quotex.detect.genre import is_narrative
from quotex.detect.marks.passages import read_passages
from quotex.detect.speech.parts import group_parts, spoken_parts
from quotex.detect.speech.speech import read_speech
from quotex.detect.tags.tag import read_tags
from quotex.read.document import Document


def tags_of(text: str) -> list[tuple[str, str, str] | None]:
    """Cue, source and form of the tag of every passage."""
    return [
        (text[t.cue_start : t.cue_end], text[t.source_start : t.source_end], t.form) if t else None
        for t in read_tags(Document(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We won," said Ana Ruiz.', ("said", "Ana Ruiz", "name")),
        ('"We won," Ana Ruiz, the mayor of Leeds, said.', ("said", "Ana Ruiz", "name")),
        ('Mr. Ott turned and said: "No."', ("said", "Mr. Ott", "name")),
        ('He looked up, saying, "Yes, sir."', ("saying", "He", "pronoun")),
        ('When I came in she rose and said, "At last."', ("said", "she", "pronoun")),
        ('At the gate he stopped, and then said slowly: "At last."', ("said", "he", "pronoun")),
        ('In the hall she frowned as he came, and said: "At last."', ("said", "she", "pronoun")),
        ('In the hall the clock struck, and said Heaven knows what: "Ten."', None),
        ('"A!" cried the old man of the sea with a laugh.', ("cried", "the old man of the sea", "nominal")),
        ("‘No deal’, says minister", ("says", "minister", "nominal")),
        ('"That is so," Prime Minister Jo Fox told reporters.', ("told", "Prime Minister Jo Fox", "name")),
        ('"I do," said the Rev. Mr. Ott.', ("said", "the Rev. Mr. Ott", "name")),
        ('"Go on," went on the captain.', ("went on", "the captain", "nominal")),
        ('"Go," he had said quietly.', ("said", "he", "pronoun")),
        ('"I see," said one of the men.', ("said", "one of the men", "nominal")),
        ('"Yes," smiled Tom.', ("smiled", "Tom", "name")),
        ('"Yes." Tom smiled.', None),
        ('"Why?" The door opened.', None),
        ('"Yes," was the reply.', None),
    ],
)
def test_tags(text: str, expected: tuple[str, str, str] | None) -> None:
    assert tags_of(text) == [expected]


def test_addressee_of_a_tag() -> None:
    text = '"So," said Mr. Ott to Ana, "is it."'
    tag = read_tags(Document(text))[0]
    assert tag is not None and tag.addressee is not None and tag.order == "inside"
    assert text[slice(*tag.addressee)] == "Ana"


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ('"A," said Ana, "and b."', [[0, 1]]),
        ('"A." said Ana. "B."', [[0, 1]]),
        ('"A," said Ana. "B," said Bo.', [[0], [1]]),
        ('"A," said Ana. Bo said, "B."', [[0], [1]]),
        ('"A," said Ana.\n\n"B," she said.', [[0], [1]]),
        ('"A." He sat down. "B."', [[0], [1]]),  # joined later: see `goes_on`
    ],
)
def test_parts_of_one_quotation(text: str, groups: list[list[int]]) -> None:
    assert group_parts(Document(text)) == groups


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ('"I will not go there again," said Ana. He left.', True),
        ('"Where have you been?"\n\n"At home, mother."', True),
        ('The word "brief" is not in the report of the committee.', False),
        ('She read the novel "Emma" at the school on Friday.', False),
        ('The officials call the road "the spine" of the city.', False),
    ],
)
def test_speech_or_not(text: str, speech: bool) -> None:
    document = Document(text)
    assert document.once(read_passages)
    assert all((probability >= 0.5) is speech for probability in read_speech(document))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“My purse!--(Laughing shrilly.) It is gone.”", ["My purse!--", "It is gone."]),
        ("“I have your gloves, sir, (to Mr. Pell,) and your hat.”", ["I have your gloves, sir,", "and your hat."]),
        ("“Perhaps (rather stiffly) I do.”", ["Perhaps", "I do."]),
        ("“We shall not yield (hear, hear), not an inch.”", ["We shall not yield", ", not an inch."]),
        ("“I heard (nothing to speak of) from him.”", ["I heard (nothing to speak of) from him."]),
        ("“He was (during the war) a baker.”", ["He was (during the war) a baker."]),
        ("“My aunt (most kindly!) sent it.”", ["My aunt (most kindly!) sent it."]),
    ],
)
def test_asides_of_the_narrator(text: str, parts: list[str]) -> None:
    document = Document(text)
    assert [text[start:end] for start, end in spoken_parts(document, document.once(read_passages)[0])] == parts


def test_a_letter_that_is_set_in_is_no_speech() -> None:
    text = (
        "Ellen broke the seal, took the paper to the window and read what he had to tell her.\n\n"
        '    "The house is let, and I leave on Monday. I could not write before. The roof has been\n'
        '    mended and the well is clean again."\n\n'
        '    "Your brother sends his love, and so do I."\n\n'
        "She folded it small and put it into her sleeve.\n\n"
        '"Is it bad news?" asked her mother.\n\n'
        '"No," said Ellen, "it is only from the farm."\n\n'
        "They went down together, and nobody spoke of it that evening, or on the day after.\n"
    )
    document = Document(text)
    assert is_narrative(document)
    assert [probability >= 0.5 for probability in read_speech(document)] == [False, False, True, True, True]


def test_register() -> None:
    story = "“Come in,” she whispered. He shut the door and sat down on the bed beside her. “I never knew,” he said."
    report = (
        "Council backs new bridge\n\nThe city council voted 7 to 2 on Tuesday to spend $3 million on it, officials "
        "said. “It is time,” Mayor Ana Ruiz told reporters. The project will create 40 jobs, according to a report."
    )
    assert is_narrative(Document(story))
    assert not is_narrative(Document(report))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("“It is late.” She turned the lamp down. “Go to bed.”", [2]),
        ("“It is late.” She read the word “bed” on the wall.", [1]),
        ("“It is late,” she said. “No,” he said.", [1, 1]),
    ],
)
def test_what_happens_parts_no_speech_in_a_story(text: str, parts: list[int]) -> None:
    story = f"He sat by her bed and his eyes were wet.\n\n{text}\n\n“I know,” he whispered, and took her hand."
    document = Document(story)
    assert document.once(is_narrative)
    assert [len(claim.parts) for claim in spoken(document, LIKELY)] == [*parts, 1]


def test_what_happens_parts_speech_in_a_report() -> None:
    document = Document("The council met on Monday. “It is late.” The mayor, 61, sat down. “Go home.”")
    assert len(group_parts(document)) == 2


def test_a_profile_with_a_byline_is_no_story() -> None:
    prose = (
        "Ada Brandt, who is seventy and never hurries, keeps bees on the roof of the old mint. “Ninety,” she says, "
        "when I ask. She grew up behind a bakery, the youngest of six. Her brother, she says, showed her the first "
        "swarm. “It hung like a coat,” she tells me. At the door her neighbour explains that nobody has been stung. "
        "“They know her step,” he says. I ask her whether she ever sells the honey. She does; it pays for the stairs. "
        "She smiles, and wipes her hands on her apron, and looks at me over her cup. “Say that they are asleep,” she "
        "tells us, and shut the lid. She leaned her ear against the wood, and hummed to it, and smiled at me.\n\n"
    )
    assert is_narrative(Document(prose))
    assert not is_narrative(Document("The Bees of the Mint\n\nBy Ana Ruiz\n\n" + prose))
    standfirst = "The Bees of the Mint\n\nOn its roof, next to Ann Lee's, bees hum. {} climbs up to hear them\n\n"
    assert not is_narrative(Document(standfirst.format("ANA RUIZ") + prose))
    assert is_narrative(Document(standfirst.format("ADA") + prose))
