"""Sentences: the golden rules, our own cases, and what must hold for any text."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from quotex.models import load_model
from quotex.read.document import Document
from quotex.read.punkt import begins_sentence, punkt
from quotex.read.splitter import SentenceSplitter

HERE = Path(__file__).parent
EVAL = Path(os.environ.get("QUOTEX_EVAL", HERE.parent.parent / "shared" / "eval" / "data"))
GOLDEN = EVAL.parent / "cases" / "sentences-golden.json"


def split(text: str) -> list[str]:
    return [span.text for span in SentenceSplitter().split(text)]


def own_cases() -> list[list[str]]:
    lines = (HERE / "sentence_cases.txt").read_text(encoding="utf-8").split("\n")
    cases = [line.split(" ‖ ") for line in lines if line and not line.startswith("#")]
    return [[sentence.replace("⏎", "\n") for sentence in case] for case in cases]


@pytest.mark.parametrize("sentences", own_cases(), ids=lambda case: case[0][:40])
def test_own_case(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


@pytest.mark.skipif(not GOLDEN.exists(), reason="the golden rules are not beside this checkout")
def test_golden_rules() -> None:
    cases = json.loads(GOLDEN.read_text(encoding="utf-8"))
    wrong = [case["name"] for case in cases if split(case["text"]) != case["sentences"]]
    assert not wrong


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "\ud800",
        ".",
        "...",
        "?!",
        '"',
        "“",
        ". . . .",
        "\u2028\u2029",
        "1.",
        "a. b. c.",
        "\u202ea. B.",
    ],
)
def test_any_text_is_split(text: str) -> None:
    spans = SentenceSplitter().split(text)
    assert all(text[span.start : span.end] == span.text == span.text.strip() != "" for span in spans)
    assert "".join("".join(span.text.split()) for span in spans) == "".join(text.split())


def test_no_sentence_crosses_a_paragraph() -> None:
    document = Document("A headline without a stop\n\nThe first words. The rest")
    assert split(document.text) == ["A headline without a stop", "The first words.", "The rest"]


def test_a_document_can_be_passed() -> None:
    document = Document("One. Two.")
    assert SentenceSplitter().split(document) == SentenceSplitter().split("One. Two.")


def test_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match="bytes"):
        SentenceSplitter().split(b"One.")  # type: ignore[arg-type]


def test_punkt_with_our_parameters_says_the_same() -> None:
    tokenizer = punkt()
    model = load_model("punkt")
    words = [*model["starters"].split(), *model["starting"].split()[::20], "ruiz", "harbour", "ltd", "zorblax"]
    for word in map(str.capitalize, words):
        assert begins_sentence(word) == tokenizer.text_contains_sentbreak(f"etc. {word}"), word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lea says: « Is it late? » Mark answers: « No. »", ["Lea says: « Is it late? »", "Mark answers: « No. »"]),
        ('The song "Wait! Wait! My Love" was a hit.', ['The song "Wait! Wait! My Love" was a hit.']),
        ('He cried "Wait! Wait! My love" and ran.', ['He cried "Wait!', "Wait!", 'My love" and ran.']),
        ("The train left at 7 p.m. Passengers waited.", ["The train left at 7 p.m.", "Passengers waited."]),
        ("It opens at 9 a.m. Monday and shuts at noon.", ["It opens at 9 a.m. Monday and shuts at noon."]),
    ],
)
def test_more_sentences(text: str, expected: list[str]) -> None:
    assert [span.text for span in SentenceSplitter().split(text)] == expected
