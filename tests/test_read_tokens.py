"""Tokens and tags."""

from __future__ import annotations

import pytest

from quotex.read.document import Document
from quotex.read.part_of_speech import words_tagged
from quotex.read.tokens import Tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Fox didn't go.", "Mr.|Fox|did|n't|go|."),
        ("She’s Ott’s sister.", "She|’s|Ott|’s|sister|."),
        ("I live in the U.S.", "I|live|in|the|U.S."),
        ("It costs $4.50, or 1,000 in all.", "It|costs|$4.50|,|or|1,000|in|all|."),
        ("“Yes,” he said--twice.", "“|Yes|,|”|he|said|--|twice|."),
        ("A well-known AT&T man", "A|well-known|AT&T|man"),
        ("the players' union", "the|players|'|union"),
        ("rock 'n' roll in the '90s", "rock|'|n|'|roll|in|the|'90s"),
        ("Wait... what?!", "Wait|...|what|?!"),
        ("at 5 p.m. today", "at|5|p.m.|today"),
        ("see a.b@example.org now", "see|a.b@example.org|now"),
        ("_so_ he said", "_|so|_|he|said"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert "|".join(Tokens(text).words) == expected


@pytest.mark.parametrize("text", ["", "\x00\ud800", "''``", "a" * 5000, "." * 5000, "Don't ’Tis O’Brien’s U.S.’s $ 5%"])
def test_offsets(text: str) -> None:
    tokens = Tokens(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert "".join(tokens.words) == "".join(text.split())
    assert len(tokens.tags) == len(tokens) == len(tokens.lower)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said that the ship would sail.", "PRP VBD IN DT NN MD VB ."),
        ("They have refused to answer.", "PRP VBP VBN TO VB ."),
        ("She was asked whether it works.", "PRP VBD VBN IN PRP VBZ ."),
        ('"I know," said Zorblax.', "`` PRP VBP , '' VBD NNP ."),
        ("The harbour's master", "DT NN POS NN"),
        ("Do you want to know what they think?", "VBP PRP VB TO VB WP PRP VBP ."),
        ("They want it, and we will not let them have it.", "PRP VBP PRP , CC PRP MD RB VB PRP VB PRP ."),
        ("The men who built the ship know that it leaks.", "DT NNS WP VBD DT NN VBP IN PRP VBZ ."),
        ("I like it !!", "PRP VBP PRP ."),
        ("She didn’t stop.", "PRP VBD RB VB ."),
    ],
)
def test_tags(text: str, expected: str) -> None:
    assert Tokens(text).tags == expected.split()


@pytest.mark.parametrize("text", ["“Stop,” he said.", "They snorkelled past Zorblax & Sons, 3-4 days", "xxx yyy's"])
def test_tags_do_not_depend_on_what_was_read_before(text: str) -> None:
    """Entries of rare words are made when they are met, and shapes are remembered: neither changes an answer."""
    first = Tokens(text).tags
    Tokens("Zorblax and Sons snorkelled, stop, stop; They Stopped Past Days.").tags  # noqa: B018
    assert Tokens(text).tags == first


def test_no_word_of_the_tagger_has_a_capital() -> None:
    """Words are looked up as they are written, so that one with a capital must have no entry."""
    known = words_tagged("NN", "NNS", "NNP", "VB", "VBD", "JJ", "RB", "UH", "DT", "IN", "PRP")
    assert len(known) > 1000
    assert all(word == word.lower() for word in known)


def test_tokens_of_a_sentence_have_offsets_in_the_whole_text() -> None:
    document = Document("One is here. Two went.")
    tokens = document.sentences_of(0)[1].tokens
    found = [document.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    assert found == ["Two", "went", "."]
