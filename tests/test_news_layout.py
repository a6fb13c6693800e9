"""Datelines of all styles before leads of all shapes, and paragraphs that are no prose."""

from __future__ import annotations

import pytest

from quotex import extract_quotes
from quotex.read.document import Document
from quotex.read.news_layout import dateline_ends, furniture

DATELINES = (
    "WASHINGTON — ",
    "LONDON (Reuters) - ",
    "PARIS (AP) — ",
    "BRUSSELS: ",
    "Nairobi, March 3 – ",
    "NEW DELHI, India, Jan. 5 (PTI) -- ",
    "SPRINGFIELD, Ill. (AP) _ ",
    "(Reuters) - ",
    "WASHINGTON, D.C. — ",
    "ACCRA, Oct. 5, GNA - ",
    "NEW YORK--(BUSINESS WIRE)--",
    "LONDON, 5 March 2021 /PRNewswire/ -- ",
    "Geneva | ",
    "[LAGOS] ",
    "Dublin, Ireland — ",
    "HALVIK, Norway – May 12, 2025 – ",
)
LEADS = (
    ("Dana Cole, a clerk from Ohio, said the office would close.", "Dana Cole"),
    ("Dana Cole, who led the talks on Monday, said the office would close.", "Dana Cole"),
    ("Senator Dana Cole told reporters that the office would close.", "Dana Cole"),
    ("The clerk's lawyer, Dana Cole, said on Friday the office would close.", "Dana Cole"),
)


@pytest.mark.parametrize("dateline", DATELINES)
@pytest.mark.parametrize(("lead", "speaker"), LEADS)
def test_leads_behind_datelines(dateline: str, lead: str, speaker: str) -> None:
    text = dateline + lead
    assert list(dateline_ends(Document(text)).values()) == [len(dateline)]
    assert [a.speaker_name for a in extract_quotes(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Maria — my sister — said the office would close on Monday.",
        "Maria - who is my sister - said the office would close on Monday.",
        "The harbour – closed since March – will open, said Dana Cole.",
        "ANNA: I said the office would close.\n\nBEN: You said so, and then it did, on Monday.",
        "Dana Cole: “The office would close on Monday, and then it did.”",
    ],
)
def test_no_datelines(text: str) -> None:
    assert not dateline_ends(Document(text))


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Ruiz",
        "Photo: Ana Ruiz/Agency",
        "Read more: Bakery says it will close",
        "Posted Wed 15 Jan",
        "Updated 3 March 2024 at 9.15am",
        "(Reporting by Ana Ruiz; Editing by Paul Kerr)",
        "© 2024 The Harbour Post. All rights reserved.",
        "16:42 GMT",
        "Follow us on Twitter",
        "Advertisement",
    ],
)
def test_furniture(line: str) -> None:
    text = f"The harbour is closed.\n\n{line}\n\nIt will open in May."
    assert furniture(Document(text)) == {1}


@pytest.mark.parametrize("line", ["By noon the harbour was shut.", "More people said so.", "Updated rules were read."])
def test_prose_is_no_furniture(line: str) -> None:
    assert not furniture(Document(f"The harbour is closed.\n\n{line}\n\nIt will open in May."))


@pytest.mark.parametrize("stamp", ["4:41 p.m. — ", "14:20 - ", "10.42am: ", "9:05 GMT | "])
def test_a_time_before_a_lead_is_nobody(stamp: str) -> None:
    (record,) = extract_quotes(f"LIVE BLOG\n\n{stamp}Premier Alison Ross says that the fire is out.")
    assert record.speaker_name == "Alison Ross"
