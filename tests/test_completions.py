"""Words in marks that are a part of a reported clause are reported with the whole of it."""

import pytest

from quotex import extract_quotes

_AROUND = "The harbour board voted 7-2 on Monday to raise its fees.\n\n{}\n\nThe clerk, Ann Lee, said it was late."


def read(sentence: str) -> list[tuple[str, str]]:
    """Return kind and text of what a sentence of a report quotes."""
    return [(a.quote.kind, a.quote.text) for a in extract_quotes(_AROUND.format(sentence))][:-1]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Oskar Lind said “timetable reforms” and the sale of two boats would help pay for it.",
         "“timetable reforms” and the sale of two boats would help pay for it"),
        ("The company said in a filing it had “diesel for five months” and did not expect to raise wages.",
         "it had “diesel for five months” and did not expect to raise wages"),
        ("According to radio host Brian Moss, the whole plan reeks of “panic” and old thinking.",
         "the whole plan reeks of “panic” and old thinking"),
        ("Diesel could touch $2 a litre by March, broker Tarn Ridge predicted in a note, “if the pipes hold”.",
         "Diesel could touch $2 a litre by March … “if the pipes hold”"),
    ],
)  # fmt: skip
def test_the_whole_clause(sentence: str, content: str) -> None:
    assert ("mixed", content) in read(sentence)


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Oskar Lind said “thanks” and his wife laughed.", "thanks"),
        ("A clerk who says “timetable reforms” would scare the board.", "timetable reforms"),
        ("According to Brian Moss, the builder, “it is a mess.”", "it is a mess."),
        ("He has asked the board to report by July, and on Monday Oskar Lind told a paper, “the pumps will stay.”",
         "the pumps will stay."),
        ("On Monday, Oskar Lind said, “the pumps will stay.”", "the pumps will stay."),
    ],
)  # fmt: skip
def test_words_in_marks_alone(sentence: str, content: str) -> None:
    assert not any(kind == "mixed" for kind, _ in read(sentence))
    assert ("direct", content) in read(sentence)


def test_a_ticker_is_no_name() -> None:
    text = "Shares in Siam Pack SOPK.BK fell 3 percent. The company said on Monday that it had no plan."
    assert [a.speaker_name for a in extract_quotes(text)] == ["Siam Pack"]
