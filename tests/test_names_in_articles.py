"""Who is named in features, papers, minutes and judgments, and which words of a source phrase say so."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.mentions import find_names

_AROUND = "The lane was closed on Monday after the vote. The bishop told reporters that it would stay so.\n\n{}"


def speakers(sentence: str) -> list[str | None]:
    """Whose the quotations of a sentence are, in a report about something else."""
    return [record.speaker_name for record in extract_quotes(_AROUND.format(sentence))[1:]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Only Witness C had seen it. Nurse B. Lund had not.", ["Witness C", "Nurse B. Lund"]),
        ("We asked Teacher 31, and Participant R2 agreed.", ["Teacher 31", "Participant R2"]),
        ("The engineer took Route 7 to Floor 7.", []),
        ("It was M. T. Bell who knew, and M. Dupont.", ["M. T. Bell", "M. Dupont"]),
        ("De Waardt objects to it.", ["De Waardt"]),
        ("De facto it was over.", []),
        ("They met Nonito dela Vega.", ["Nonito dela Vega"]),
        ("They met Tan Sri Leong Wai there.", ["Tan Sri Leong Wai"]),
        ("The Independent Garden Panel met.", ["Independent Garden Panel"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_names(Document(text))] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("According to Witness C, the bell rang twice. “It stopped,” she added.", ["Witness C", "Witness C"]),
        ("A teacher in Leeds (Teacher 4) said that it was late.", ["Teacher 4"]),
        ("The historian of science M. T. Bell calls it “a lamp” and suggests that it went out.",
         ["M. T. Bell", "M. T. Bell"]),
        ("Tan Sri Leong Wai said that it was late.", ["Leong Wai"]),
        ("The so-called Merrow school held that no lamp was needed.", ["Merrow school"]),
        ("The self-styled baron said it was late.", ["baron"]),
        ("The price will rise, in a move one grower has labelled “theft”.", ["one grower"]),
        ("It was a decision many critics called “a sham”.", ["many critics"]),
        ("The number one seed said it was late.", ["number one seed"]),
        ("Leeds-based naval architect Ana Ruiz estimates that a third of the boats leak, and says most are old.",
         ["Ana Ruiz", "Ana Ruiz"]),
        ("Interior Ministry officials said that it was late.", ["Interior Ministry officials"]),
        ("Two days later the council announced that it was late.", ["council"]),
        ("A few minutes later the clerk said that it was late.", ["clerk"]),
        ("The minutes said that it was late.", ["minutes"]),
        ("Ana Ruiz, with whom Bo Lund agreed, held that it was late.", ["Ana Ruiz"]),
        ("A petition of the widows, which Bo Lund printed, says that it was late.", ["A petition of the widows"]),
        ("Bo Lund's own view was that it was late.", ["Bo Lund"]),
        ("According to the parish register, it was late.", ["parish register"]),
        ("According to the parish, it was late.", ["parish"]),
        ("One of the two, a former miner, said it was late.", ["a former miner"]),
        ("One of the two, Bo Lund, said it was late.", ["Bo Lund"]),
        ("The neighbouring republic of Norland announced that it was late.", ["Norland"]),
        ("Then a student, Ana Ruiz, asked whether it was late.", ["Ana Ruiz"]),
        ("The student, asked whether it was late, said that it was.", ["student", "student"]),
        ("Brandt and Lowe count the boats. “Few,” they write, “come home.”", ["Brandt and Lowe"]),
        ("Brandt counts the boats. The owners met. They say that few come home.", ["owners"]),
        ("Quadri, in a long letter, asks whether it is cold. He adds that it was late.", ["Quadri", "Quadri"]),
        ("The friend to whom I lent my copy says it is late.", ["friend"]),
        ("Sami Ait Lund counted them. Ait Lund says that it was late. Ait Lund left.", ["Sami Ait Lund"]),
        ("The port, once described by a neighbour as “a bath”, froze. It was also described as “a tub”.",
         ["a neighbour", None]),
        ("His deputy, the aptly named Bo Storm, told an inquiry that it was late.", ["Bo Storm"]),
        ("The sergeant, identified only as Officer C, told the court that it was late.", ["Officer C"]),
        ("The firm's head of people, Ana Ruiz — she is a cousin — told staff that it was late.", ["Ana Ruiz"]),
        ("According to three people on the call, it was late.", ["three people on the call"]),
        ("The act is old, and Section 9 states that a clerk pays.", ["Section 9"]),
        ("The case went to the judge, who was his cousin. “He smiled,” he says.", ["judge"]),
        ("In the Court of Appeal Mbeki LJ agreed. Lord Justice Mbeki said that it was late.", ["Justice Mbeki"]),
        ("Her co-author, Ana Ruiz of the University of Merrow, says that it was late.", ["Ana Ruiz"]),
        ("Sister Benedicta keeps the bells. “For scrap,” the nun said.", ["Sister Benedicta"]),
        ("DCI Ana Ruiz rang the bell. The detective said that it was late.", ["Ana Ruiz"]),
        ("Those who knew her say that it was late.", ["Those who knew her"]),
        ("Those officials say that it was late.", ["officials"]),
        ("Professor Emerita Lotte Brandt said that it was late.", ["Lotte Brandt"]),
        ("Fr Pius Okoro SJ said that it was late.", ["Pius Okoro"]),
        ("Te Aroha Lund said that it was late.", ["Te Aroha Lund"]),
        ("The Anglican Bishop of Norland, Right Reverend Kofi Boateng, has asked churches to wait.", ["Kofi Boateng"]),
        ("The Duke of Norland, who is ill, has asked churches to wait.", ["Duke of Norland"]),
        ("Bo Lund, a nephew of the owner, ran. The owner of the ferry said it was late.", ["owner of the ferry"]),
        ("Carlo Lund and Ana Ruiz met. The former says it is late. The latter fears that it is not.",
         ["Carlo Lund", "Ana Ruiz"]),
        ("Carlo Lund met. The former says it is late.", ["former"]),
        ("The firm's solicitor, Ana Ruiz of Birch & Co, said that it was late.", ["Ana Ruiz"]),
        ("Dr Roos, who chaired it, said it was late, and Ana Ruiz, who did not, said that it was early.",
         ["Dr Roos", "Ana Ruiz"]),
        ("My neighbour, a plumber called Desmond, says that the pipes are lead.", ["Desmond"]),
        ("The head of Norland announced that it was late.", ["head of Norland"]),
    ],
)  # fmt: skip
def test_sources(sentence: str, expected: list[str]) -> None:
    assert speakers(sentence) == expected


def test_judges_are_people() -> None:
    text = _AROUND.format("Rosario JA read out the letter. Then he added that it was late. Lund Engineering lost.")
    (judge,) = {record.speaker_name for record in extract_quotes(text)[1:]}
    assert judge == "Rosario JA"


def test_the_honour_of_a_judge_is_the_judge() -> None:
    text = _AROUND.format(
        "In the High Court Ellery J disagreed. The lane, in her Honour's view, was shut. She found that it was late."
    )
    assert [record.speaker_name for record in extract_quotes(text)[1:]] == ["Ellery J", "Ellery J"]


def test_an_old_man_is_whom_the_text_has_named() -> None:
    named = "Carlo Lund has carved pipes since 1961. The lane is narrow. The old man says that he is tired."
    other = "Carlo Lund has carved pipes since 1961. He met an old man. The old man says that he is tired."
    beside = "Carlo Lund has carved pipes since 1961. The old man at the gate says that he is tired."
    assert [speakers(text)[-1] for text in (named, other, beside)] == ["Carlo Lund", "old man", "old man at the gate"]


def test_a_byline_names_its_authors() -> None:
    text = "by Ana Ruiz with Col. Bo Lund (Ret.)\n\nLund argues that it was late.\n\nIt rained in the town."
    assert [record.speaker_name for record in extract_quotes(text)] == ["Bo Lund"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lawyer R. Moss said that it was late.", "R. Moss"),
        ("A prize for Teacher\nA spokesman for the council said that it was late.", "A spokesman for the council"),
        ("3. Holroyd J, with whom Bean LJ agreed, held that the appeal must fail.", "Holroyd J"),
        ("Minutes earlier the minister said that it was late.", "minister"),
        ("The minutes say that the board met.", "minutes"),
        ("Ana Brandt and Bo Lowe counted the birds. They said that it was late.", "Ana Brandt and Bo Lowe"),
        ("Ana Brandt met Bo Lowe. The guards stood by. They said that it was late.", "guards"),
        ("Maria Lund and Peter Holt met. The latter said that it was late.", "Peter Holt"),
        ("Ana Ruiz, Maria Lund and Peter Holt met. The latter said that it was late.", "latter"),
        ("The nurse was the first to suggest that it was late.", "nurse"),
    ],
)
def test_what_stands_near_a_source_and_is_none(text: str, speaker: str) -> None:
    found = extract_quotes(f"LEEDS — The council met on Monday.\n\n{text}")
    assert found[0].speaker_name == speaker


def test_an_empty_name_in_a_given_cast_is_nobody() -> None:
    text = "She said that it was late. “Stop,” said Ana Ruiz."
    given = [record.speaker_name for record in extract_quotes(text, speakers=["", " ", "Ana Ruiz"])]
    assert given == [record.speaker_name for record in extract_quotes(text, speakers=["Ana Ruiz"])]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("District Collector Meher Lindqvist", "Meher Lindqvist"),
        ("Bystander Meher Lindqvist", "Meher Lindqvist"),
        ("Msgr. Meher Lindqvist", "Meher Lindqvist"),
        ("Domestic Services Manual", "Domestic Services Manual"),
        ("Dean Meher Lindqvist", "Dean Meher Lindqvist"),  # a given name too
    ],
)
def test_who_somebody_is_is_no_part_of_a_name(words: str, name: str) -> None:
    assert speakers(f"On Friday {words} said that it was late.") == [name]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Dean of Students Corwin Pell said that it was late.", "Corwin Pell"),
        ("Dean Pell of the school said that it was late.", "Dean Pell"),
        ("SPD(L) member Ruth Malk, who stayed, suggested that it was late.", "Ruth Malk"),
        ("A map, as a shepherd from Lodrin pointed out to me, is a map.", "a shepherd from Lodrin"),
        ("A map, as shepherds know, is a map. Lodrin pointed out that it was late.", "Lodrin"),
        ("A rich man's dog, in Ottmar's view, never barks.", "Ottmar"),
        ("By coach Arno Pell's own admission, the team had “no business being on the water”.", "Arno Pell"),
        ("Marchetti et al. (2009) reported that mice slept less.", "Marchetti et al."),
        ("No one was hurt, according to the firm and local officials.", "firm and local officials"),
        ("No one was hurt, according to the firm and was told by it.", "firm"),
        ("Moss has opened two cracks, says a report by the trust Agua Mansa.", "a report"),
        ("According to the list of fees and permits, nobody pays for the wells.", "list of fees and permits"),
        ("According to the statement of goals and reasons, nobody pays for it.", "statement of goals and reasons"),
    ],
)
def test_whom_a_phrase_means_as_a_whole(text: str, speaker: str) -> None:
    found = extract_quotes(f"LEEDS — The council met on Monday.\n\n{text}")
    assert speaker in [record.speaker_name for record in found]
