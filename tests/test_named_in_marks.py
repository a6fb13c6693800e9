"""Words in marks that name, title or translate something are nobody's words."""

import pytest

from quotex import extract_quotes

_BELOW = " Ana Ruiz said that it was late.\n\nThe council met on Monday. Tom Hall said that it would meet again."


@pytest.mark.parametrize(
    "sentence",
    [
        "The word is “bog,” and it is a good one.",
        "The form uses the terms “keeper” and “second keeper” in two places.",
        "Leaflets with words such as “may,” “could” and “hopes” promise nothing.",
        "The lane is commonly known in Merrow as the “long wait”.",
        "The pond is also called “the eye” by children.",
        "Their motto was: “Dig, rest, dig.”",
        "A report, titled “Where the gulls go,” came out in May.",
        "The bread is *harcha*, “rough cake”, and it is eaten hot.",
        "The name is usually translated as “lower mill”.",
        "She came on NPR's “Any Old News” last week.",
        "The author of “Low Tide” came to Merrow.",
        "She appeared on “The Long Hour” with her goats.",
        "The garden was picked as one of the “Hundred Best Small Places” in 2011.",
    ],
)
def test_names_titles_and_glosses_are_no_quotations(sentence: str) -> None:
    assert [a.quote.text for a in extract_quotes(sentence + _BELOW) if a.quote.kind != "indirect"] == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The plan was called “a bog” by Ann Lee.", "a bog"),
        ("The judge defined it in May: “A bog is wet.”", "A bog is wet."),
        ("The lane, Ann Lee said, was known to be “a long wait”.", "a long wait"),
    ],
)
def test_words_that_somebody_said_are_quotations(sentence: str, words: str) -> None:
    assert any(words in a.quote.text for a in extract_quotes(sentence + _BELOW))
