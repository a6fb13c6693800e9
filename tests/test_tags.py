"""Who says the words of a passage, by the clause that leads it in or that follows it."""

from __future__ import annotations

import pytest

from quotex.detect.tags.tag import read_tags
from quotex.extract import extract_quotes
from quotex.read.document import Document


def source_of(text: str) -> str | None:
    """The mention that the tag of the last passage gives."""
    tag = read_tags(Document(text))[-1]
    return text[tag.source_start : tag.source_end] if tag else None


@pytest.mark.parametrize(
    ("lead", "source"),
    [
        ("Mrs. Ott at once replied,", "Mrs. Ott"),
        ("He asked, of nobody it seemed:", "He"),
        ("Ben waved to the porter and then asked:", "Ben"),
        ("The rain went on, and May, who had not slept, answered,", "May"),
        ("Before he could find his hat, Mrs. Ott, whose mind was on the goats, said,", "Mrs. Ott"),
        ("Lena was told to hush; but Mr. Brandt, greatly amused, shut his book and said,", "Mr. Brandt"),
        ("He held out his arm, when she suddenly stepped back, and said with some heat to the captain,", "she"),
        ("He laughed so long at the sight that Lena could not help saying,", "Lena"),
        ("Lena gave him a look as he rose, and said:", "Lena"),
        ("Lena looked tired, and after a few moments added:", "Lena"),
        ("He blushed, and giving a quick glance at Lena, replied,", "He"),
        ("Ben made no answer; but after a minute's silence burst out with,", "Ben"),
        ("They heard Ben kiss the child and say,", "Ben"),
        ("The long silence enabled her to say,", "her"),
        ("She forced herself to answer,", "She"),
        ("It was only to say,", None),
        ("Lena saw he was out of temper and said,", "Lena"),
        ("The rain had stopped; " + "and the ducks " * 30 + "slept, and Ben, when he saw it, said,", "Ben"),
        ("Lena could get no other answer than,", None),
        ("Lena did not like what he said,", None),
        ("Ben looked at Lena, whose clear voice said,", None),
    ],
)
def test_the_paragraph_before_leads_in(lead: str, source: str | None) -> None:
    assert source_of(f'{lead}\n\n"The ferry has gone without us."') == source
    assert source_of(f'{lead} "The ferry has gone without us."') == source


def test_a_paragraph_without_a_stop_leads_in() -> None:
    assert source_of('Then the captain said in a strange, strained voice\n\n"The ferry has gone."') == "the captain"


def test_a_paragraph_that_ends_leads_nothing_in() -> None:
    assert source_of('Ben said so.\n\n"The ferry has gone."') is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('"Never!" flashed Lena in her turn.', "Lena"),
        ('"Not so," he persisted.', "he"),
        ('"Good," Brandt snapped.', "Brandt"),
        ('"Stop!" Brandt ran to the gate.', None),
        ('"No! oh, no!" Lena hastened to say.', "Lena"),
        ('"He is out," was her reply.', "her"),
        ('"He is out," was the old man’s only answer.', "the old man"),
        ('"He is out," was the answer.', None),
        ('"He is out," was Mr. Ott’s quick amendment; and so it was.', "Mr. Ott"),
        ('"Lena," was her name.', None),
        ('"Those ducks!" burst from Ben, with a laugh.', "Ben"),
        ('"Lena--" loudly whispered by Mrs. Ott.', "Mrs. Ott"),
        ('"Hm," he heard Lena say.', "Lena"),
        ('"Is it so bad?" Lena heard her say.', "her"),
        ('"Is it so bad?" he heard one voice answer.', "one voice"),
        ('"Ah, but," put in, more softly, a young wife.', "a young wife"),
        ('"So," said, after a long pause, the old sailor.', "the old sailor"),
        ('"So," said a thin, elderly gentleman with a stick.', "a thin, elderly gentleman"),
        ('"So," said a proud and kindly man.', "a proud and kindly man"),
        ('"So," said the man, and the woman nodded.', "the man"),
        ('"That you, Ben?" quickly followed the query.', None),
        ('"Yes!" said Seven, "and so will I."', "Seven"),
        ('"He is out." He closed the door.', None),
        ('"Tick, tick, tick," it went.', None),
        ('"Tick, tick, tick," went the clock.', None),
        ('"He is out," came the answer.', None),
        ('"Not so!" flashed the porter.', "the porter"),
    ],
)
def test_the_sentence_runs_on_behind(text: str, source: str | None) -> None:
    tag = read_tags(Document(text))[0]
    assert (text[tag.source_start : tag.source_end] if tag else None) == source


def test_a_verb_with_a_clause_of_its_own_is_no_tag_of_a_cry() -> None:
    assert source_of("“Absolutely not!” The Courier reported that the pier would close.") is None
    assert source_of("“Absolutely not!” she said that night.") == "she"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Ana asked, “Why?” Bo answered, “Because.”", ["Ana", "Bo"]),
        ("“Why?” Bo answered. “Because.”", ["Bo", "Bo"]),
        ('"You kept the key." Ivo said. "It was never yours." Ruth replied.', ["Ivo", "Ruth"]),
        ('"It is late." Ana said nothing.', [None]),
        ('"THE ROAD IS OPEN," SAID SHERIFF DANA COLE.', ["SHERIFF DANA COLE"]),
        ('<i>"Go home,"</i> said Bram.', ["Bram"]),
        ("**“No,”** said Ana.", ["Ana"]),
    ],
)
def test_tags_of_more_kinds(text: str, sources: list[str | None]) -> None:
    tags = read_tags(Document(text))
    assert [tag and text[tag.source_start : tag.source_end] for tag in tags] == sources


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("“It is late,” said MSNBC host Chris Matthews.", "MSNBC host Chris Matthews"),
        ("“It is late,” added Harvard professor Ann Lee.", "Harvard professor Ann Lee"),
        ("“It is late,” said Ann Lee as the host left.", "Ann Lee"),
    ],
)
def test_a_name_may_stand_before_the_post_of_who_speaks(text: str, source: str) -> None:
    (record,) = extract_quotes(text)
    assert record.quote.source is not None and record.quote.source.text == source


@pytest.mark.parametrize(
    ("behind", "source"),
    [
        (",” sang out the boy on the wall.", "the boy on the wall"),
        ("!” shouted back Lena.", "Lena"),
        (",” brought out the lady in mauve, very low.", "the lady in mauve"),
        (",” came a voice from the hall.", "a voice"),
        ("?” came a small, cross voice out of the box.", "a small, cross voice"),
        (",” came the answer.", None),
        ("!” went the clock.", None),
        ("?” one of them called.", "one of them"),
        (",” three of them said together.", "three of them"),
    ],
)
def test_a_tag_behind_the_words_has_any_subject(behind: str, source: str | None) -> None:
    found = source_of(f"“He was leaving{behind}")
    assert found is None if source is None else found is not None and source.startswith(found)
