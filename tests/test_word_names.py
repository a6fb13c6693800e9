"""Names that are words: a hundred surnames and a hundred given names in a frame each, and near misses."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast

SURNAMES = """
Lake River Church West Page Rose Apple Stone Wood Field Hill Brook Bridge Street North South East Frost Winter
Summer Snow Rain King Bishop Pope Prince Knight Judge Marshal Major Day May March June Hope Grace Faith Love Joy
Bright Young Long Short Small Little Strong Wise Good Best Sharp Swift Bird Fox Wolf Lamb Crane Hawk Fish Pike Berry
Bush Moss Reed Heath Marsh Forest Park Green Brown Black White Gray Gold Silver Cook Baker Butcher Carter Miller
Smith Potter Mason Taylor Gardener Shepherd Hunter Fisher Chance Case Price Cash Law Bell Ball Banks Waters Will Ho
"""
GIVEN = """
April May June Will Mark Rose Grace Hope Faith Joy Dawn Summer Autumn Ivy Lily Daisy Violet Olive Pearl Ruby Jade
Amber Crystal Rod Gray Bill Frank Art Earl Dean Duke Jack Rob Pat Sue Miles Chase Grant Lance Guy Max Rich Sandy
Dusty Misty Stormy Brook Cliff Glen Dale Heath Forest Clay Flint Rusty Jay Robin Wren Martin Colt Buck Bunny Kitty
Teddy Curt Ernest Christian Oscar Jesus Emmy Providence August Augustine Easter Noel Prince King Bishop Major Chance
Lucky Happy Blessing Precious Patience Prudence Honor Mercy Constance Verity Melody Harmony Paris London Chelsea
Florence Jordan Chad Georgia
"""
REPORT = """OSLO — Senator Nils {0} voted against the budget on Monday, breaking with the party for the first time.

“It is a bad budget,” {0} told reporters.

Party leader Eva Lind said she was disappointed.

But {0} said he had never agreed to it."""
TALK = """“It is late,” said {0} Lindqvist, who runs the mill. The door was open.

The clerk was told by {0} Lindqvist to wait. {0} Lindqvist said the river had risen."""


def names(text: str) -> list[str]:
    """Return the people and bodies that a text names."""
    return [member.name for member in build_cast(Document(text)).entities]


@pytest.mark.parametrize("word", SURNAMES.split())
def test_surnames_that_are_words(word: str) -> None:
    told = [a.speaker_name for a in extract_quotes(REPORT.format(word))]
    assert told[-3:] == [f"Nils {word}", "Eva Lind", f"Nils {word}"]


@pytest.mark.parametrize("word", GIVEN.split())
def test_given_names_that_are_words(word: str) -> None:
    told = [a.speaker_name for a in extract_quotes(TALK.format(word)) if a.quote.text != "to wait"]
    assert set(told) == {f"{word} Lindqvist"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday Peter Rand said so. Officials said Tuesday that it rained.", ["Peter Rand"]),
        ("Will Ana come? Ana said so.", ["Ana"]),
        ("They walked by the Lake, and the lake was cold. The ice on the Lake broke.", []),
        ("But Tom Reed said so. Then Dale Hunt left. So Ana Ruiz said.", ["Tom Reed", "Dale Hunt", "Ana Ruiz"]),
        ("Miss Universe Ana Bell said so. Rival Ana Bell agreed.", ["Ana Bell"]),
        ("Democrats said no. Muslims said yes. A Christian said so.", []),
        ("He said so. She said no. Researcher He Jiankui said it.", ["He Jiankui"]),
    ],
)
def test_words_that_are_no_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sgt Huw Church of Dyfed Police spoke. Church said so.", "Huw Church"),
        ("Captain Fathi Abu el-Naga said so.", "Fathi Abu el-Naga"),
        ("Professor Fiachra Mac Giolla Bhuí rose. Dr Mac Giolla Bhuí said so.", "Fiachra Mac Giolla Bhuí"),
        ("Recep Erdoğan rose. Erdogan said so.", "Recep Erdoğan"),
        ("Labour TD Muireann Hession said so.", "Muireann Hession"),
        ("First Minister of Scotland Nina Sturm said so.", "Nina Sturm"),
        ("The Royal Guild of Family Doctors said so.", "Royal Guild of Family Doctors"),
        ("Warwick “Wocka” Pelling rose. Mr Pelling said so.", "Warwick Pelling"),
        ("Amarjit Kaur King asked. Kaur King said so.", "Amarjit Kaur King"),
    ],
)
def test_full_names(text: str, expected: str) -> None:
    assert names(text)[0] == expected


def test_a_cry_before_a_name_within_sentences_is_part_of_it() -> None:
    text = "They sent for Ah Kow, who was late.\n\n“Come out,” said Ah Kow.\n\n“No,” said Ah Lian.\n"
    assert [a.speaker_name for a in extract_quotes(text)] == ["Ah Kow", "Ah Lian"]
    assert [a.speaker_name for a in extract_quotes("“Ah Kow,” said Tom.\n\n“Ah, Tom,” said Kow.\n")] == ["Tom", "Kow"]
