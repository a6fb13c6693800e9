"""Reported speech: what is found, where it begins and ends, whose it is, and that any text is accepted."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex import extract_quotes
from quotex.detect.layout.headlines import read_headline
from quotex.detect.reports.cues import cue_words
from quotex.detect.reports.find_reports import Report, find_reports
from quotex.detect.reports.sentence import Frame, gap_class
from quotex.models import PACKAGED
from quotex.read.document import Document


def found(text: str) -> list[tuple[str, str, str, str]]:
    """Kind, cue, source and content of every report."""
    return [
        (
            r.kind,
            text[slice(*r.cue)],
            text[slice(*r.source)] if r.source else "",
            " … ".join(text[s:e] for s, e in r.parts),
        )
        for r in find_reports(Document(text))
        if r.likely
    ]


CASES = [
    (
        "The minister said that the talks would go on in July.",
        "said",
        "The minister",
        "that the talks would go on in July",
    ),
    ("Ms. Ruiz said the bridge was safe.", "said", "Ms. Ruiz", "the bridge was safe"),
    ("The bridge is safe, officials said.", "said", "officials", "The bridge is safe"),
    ("According to the report, the bridge is safe.", "According to", "the report", "the bridge is safe"),
    ("The bridge, Ms. Ruiz said, is safe.", "said", "Ms. Ruiz", "The bridge … is safe"),
    ("She has repeatedly denied that she took the money.", "has repeatedly denied", "She", "that she took the money"),
    ("“We will win,” Ann Smith said.", "said", "Ann Smith", "We will win,"),
    ("“We will win,” said Ann Smith. “It is time.”", "said", "Ann Smith", "We will win, … It is time."),
    ("The mayor told reporters that “the old ways” must end.", "told", "The mayor", "that “the old ways” must end"),
]


@pytest.mark.parametrize(("text", "cue", "source", "content"), CASES)
def test_plain_reports(text: str, cue: str, source: str, content: str) -> None:
    assert (cue, source, content) in [row[1:] for row in found(text)]


@pytest.mark.parametrize(
    "text",
    ["The river rose by two feet.", "It rained on Monday.", "", "“", "said", "said said said", ", according to"],
)
def test_no_report(text: str) -> None:
    assert not found(text)


def test_kinds() -> None:
    text = "“We won,” Ann Lee said. She said that “the vote” was fair. She said that she was glad."
    assert [row[0] for row in found(text)] == ["direct", "mixed", "indirect"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that he would resign.", "asserted"),
        ("The minister did not say whether he would resign.", "negated"),
        ("If the minister says that he will resign, the party will split.", "hypothetical"),
        ("He never said that the deal was dead.", "negated"),
    ],
)
def test_factuality(text: str, expected: str) -> None:
    assert [r.factuality for r in find_reports(Document(text))] == [expected]


def test_headline() -> None:
    text = "Minister: No deal without reform\n\nTalks went on."
    assert found(text) == [("indirect", ":", "Minister", "No deal without reform")]
    for label in ("Breaking", "The Latest", "Watch"):
        assert read_headline(Document(f"{label}: No deal without reform\n\nTalks went on.")) is None
    assert read_headline(Document("Minister: No deal without reform")) is None


@pytest.mark.parametrize(
    ("text", "reports"),
    [
        ("Ruiz: No deal without reform\n\nTalks went on. Ana Ruiz (Greens) said it was late.", True),
        ("Ruiz: No deal without reform\n\nTalks went on, according to Mayor Ana Ruiz.", True),
        ("Eels: No deal without reform\n\nTalks about eels went on.", False),
        ("Gotland: the house of seven doors\n\nTalks went on in Gotland.", False),
    ],
)
def test_a_headline_names_who_speaks_in_the_text(text: str, reports: bool) -> None:
    assert (read_headline(Document(text)) is not None) == reports


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the view of Ana Ruiz, the plan costs too much.",
         ("indirect", "In the view of", "Ana Ruiz", "the plan costs too much")),
        ("The plan costs too much, in the minister’s opinion.",
         ("indirect", "opinion", "the minister", "The plan costs too much")),
        ("Per a note from the bank, sales are “a mess” this spring.",
         ("mixed", "Per", "a note from the bank", "sales are “a mess” this spring")),
    ],
)  # fmt: skip
def test_viewpoint(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text", ["They paid 3 dollars, per person.", "In view of the rain, we went home.", "In my view, it rains.",
             "The house, in the view of the sea, was sold."],
)  # fmt: skip
def test_no_viewpoint(text: str) -> None:
    assert not found(text)


def test_announced_passage() -> None:
    assert found("Ms. Ruiz wrote:\n\n“The tea is cold and I am leaving.”") == [
        ("direct", "wrote", "Ms. Ruiz", "The tea is cold and I am leaving.")
    ]


def test_passage_is_kept_whole_over_sentences() -> None:
    text = "“We tried. We failed. We will try again,” Ms. Ruiz said."
    assert found(text) == [("direct", "said", "Ms. Ruiz", "We tried. We failed. We will try again,")]


def check(text: str, report: Report) -> None:
    spans = [*report.parts, report.cue, *([report.source] if report.source else [])]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert list(report.parts) == sorted(report.parts)
    assert all(e <= s for (_, e), (s, _) in zip(report.parts, report.parts[1:], strict=False))
    assert 0.0 <= report.probability <= 1.0


PIECES = ["said", "Ann Lee", "that", "“", "”", '"', ",", ".", ":", "\n\n", " ", "he", "the tea", "according to",
"not", "\ud800",
          "\x00", "’s", "told", "(", "―", "if", "will", "claims", "A", "İ", "''"]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60))
def test_any_text(text: str) -> None:
    for report in find_reports(Document(text)):
        check(text, report)


def test_gap_class() -> None:
    assert [gap_class(raw) for raw in (" ", ", ", ",” ", " ''", " — ", "")] == ["", ",", ',"', '"', "-", ""]


def test_noun_phrases() -> None:
    document = Document("The old Welsh minister and Ann Lee said many agreed.")
    frame = Frame(document, document.sentences_of(0)[0], [])
    assert [" ".join(frame.lower[s:e]) for s, e in frame.phrases] == ["the old welsh minister", "ann lee", "many"]


def test_lexicon_and_models_are_small_and_without_names() -> None:
    folder = files("quotex.models")
    for name in ("first_look", "cues", "content", "source", "joins", "drafts"):
        raw = (folder / f"{name}.json").read_text(encoding="utf-8")
        assert len(raw.encode()) < 1_000_000
        json.loads(raw)
    words = cue_words(PACKAGED).forms
    assert {"said", "says", "told", "according", "denied"} <= set(words)
    assert all(form == form.lower() and grade in set("0123456789") for form, (_, grade) in words.items())


def test_going_somewhere_is_no_report() -> None:
    assert found("Ada Finch went to the door. The rain had stopped.") == []


def test_what_nobody_somewhere_knows_is_not_known_by_the_place() -> None:
    text = "The clock stopped, and nobody in Vessel Street said what time it was."
    (report,) = find_reports(Document(text))
    assert report.source is not None and text[slice(*report.source)] == "nobody"
    assert report.factuality == "negated"


def test_a_surname_like_an_article_leaves_the_verb_alone() -> None:
    (record,) = extract_quotes("It was late. Cooperative head Seo An told a news conference that he took the blame.")
    assert record.quote.text == "that he took the blame"
