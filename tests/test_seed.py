"""The article that the project began with: 14 attributions that must be found, and 4 passages that are no speech.

The article is a newspaper's and stays outside the project: without the folder of shared data the test skips.
"""

import json
import os
import pathlib

import pytest

from quotex.extract import extract_quotes

ROOT = pathlib.Path(__file__).parents[1]
SEED = pathlib.Path(os.environ.get("QUOTEX_EVAL", ROOT.parent / "shared/eval/data")).parents[1] / "seed"

pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed article is not here: see benchmarks/README.md")


@pytest.fixture(scope="module")
def found():
    """Return the attributions of the article."""
    return extract_quotes((SEED / "blinken-lavrov.txt").read_text(encoding="utf-8"))


def expected():
    """Return the expected records, none without the article."""
    return json.loads((SEED / "expected.json").read_text(encoding="utf-8"))["quotes"] if SEED.exists() else []


def letters(text, spans):
    """Return the positions of the letters and digits in some spans."""
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


@pytest.mark.parametrize("gold", expected(), ids=lambda gold: gold["id"])
def test_expected_attribution(found, gold):
    """The quotation, its kind, cue, mention, speaker, type and role."""
    wanted = [gold["content"], *gold.get("content_alternatives", [])]
    records = [
        record
        for record in found
        for spans in wanted
        if letters(found.text, [(s.start, s.end) for s in record.quote.spans]) == letters(found.text, spans)
    ]
    assert records, f"no record for {gold['text']!r}"
    record = records[0]
    assert record.quote.kind == gold["kind"]
    assert record.speaker_name == gold["speaker"]
    assert record.speaker.mention.text == gold["mention"]
    assert record.cue_text == gold["cue"]
    assert record.speaker.type == gold["type"]
    assert record.speaker.role == gold["role"]


def test_not_speech(found):
    """Scare quotes, headlines that attribute nothing and a questioner's term are no attributions of their own."""
    for passage in json.loads((SEED / "expected.json").read_text(encoding="utf-8"))["not_speech"]:
        start, end = passage["span"]
        assert not any(start <= r.quote.start and r.quote.end <= end for r in found), passage["text"]


def test_page_leftovers(found):
    """What the web page left in the text is nobody's words."""
    for leftover in ("close", "THE HINDU", "Your email address"):
        assert not any(leftover in record.quote.text for record in found)
