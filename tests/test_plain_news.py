"""What plain news reports and whose it is: posts before names, other words for who was named, hearers, concessions."""

from __future__ import annotations

import pytest

from quotex import extract_quotes

TAIL = " It is dry in Merrow. Nobody came on Tuesday."


def read(text: str) -> list[tuple[str | None, str]]:
    """The speakers and the words, record by record."""
    return [(record.speaker_name, record.quote.text) for record in extract_quotes(text)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Nobody was hurt in the flood, Olav Berg told a conference call with investors.",
         "Olav Berg", "Nobody was hurt in the flood"),
        ("Nobody was hurt in the flood, Mayor Olav Berg told a hearing of the committee.",
         "Olav Berg", "Nobody was hurt in the flood"),
        ("All 31 are safe, Chief Executive Olav Berg told investors.", "Olav Berg", "All 31 are safe"),
        ("Sales would fall by a tenth, Ruth Banda said, though she acknowledged that the figure was old.",
         "Ruth Banda", "Sales would fall by a tenth"),
        ("Sales would fall by a tenth, Ruth Banda said, though she acknowledged that the figure was old.",
         "Ruth Banda", "that the figure was old"),
        ("Senior Minister of State for Health Lim Boon Kiat said that beds were free.",
         "Lim Boon Kiat", "that beds were free"),
        ("In reply to Mr Rashid Salleh, Minister of State for Health Lim Boon Kiat said that it was so.",
         "Lim Boon Kiat", "that it was so"),
        ("The gates are shut, Mayor Olav Berg said. The Oslo-born engineer said that they would open in May.",
         "Olav Berg", "that they would open in May"),
        ("Bishop Paolo Reyes urged her to go. In a letter, the prelate wrote that it was late.",
         "Paolo Reyes", "that it was late"),
        ("The Geosciences Bureau closed the road. The state weather bureau said more rain could fall.",
         "state weather bureau", "more rain could fall"),
    ],
)  # fmt: skip
def test_whose_the_words_are(sentence: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(sentence + TAIL)


@pytest.mark.parametrize(
    ("sentence", "speaker", "words"),
    [
        ("Olav Berg told a call with investors that nobody was hurt.", "Olav Berg", "that nobody was hurt"),
        ("The gates are shut, Olav Berg said. The engineer said that they would open in May.",
         "engineer", "that they would open in May"),
        ("The Geosciences Bureau closed the road. The bureau said more rain could fall.",
         "Geosciences Bureau", "more rain could fall"),
        ("Head of Policy for Kamtal said that beds were free.", "Head of Policy for Kamtal", "that beds were free"),
        ("Health Minister Ann Lee said that beds were free.", "Ann Lee", "that beds were free"),
    ],
)  # fmt: skip
def test_near_misses(sentence: str, speaker: str, words: str) -> None:
    assert (speaker, words) in read(sentence + TAIL)


def test_somebody_else_behind_the_tag_stays_within_the_words() -> None:
    text = "She had asked the clerks, Ruth Banda said, but they had told her that the safe was new." + TAIL
    assert not any(words == "She had asked the clerks" for _, words in read(text))


def test_lines_of_a_list_are_read_one_by_one() -> None:
    text = "{0} Strike at Merrow cost nothing, company says\n{0} Union disputes tally of days lost\n\nThe mine is shut."
    assert read(text.format("*")) == [("company", "Strike at Merrow cost nothing")]
    assert len(read("Ann Lee said 3 * 4 is 12 * 1 and no more." + TAIL)) == 1
