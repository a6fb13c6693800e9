"""What is begged or called out to somebody in a story: the words begin behind the one spoken to."""

import pytest

from quotex import extract_quotes

TEXT = "“Fine,” said Ann.\n\nTeale {words}.\n\n“Well,” said Ann, “I can wait.”\n"


def told(words: str) -> list[str]:
    return [a.quote.text for a in extract_quotes(TEXT.format(words=words)) if a.quote.kind == "indirect"]


@pytest.mark.parametrize(
    ("words", "content"),
    [
        ("told her not to touch it", "not to touch it"),
        ("begged her to touch it", "to touch it"),
        ("called out to Bo that the girl would stay", "that the girl would stay"),
        ("called back to the carter that it was late", "that it was late"),
    ],
)
def test_the_words_begin_behind_who_is_spoken_to(words: str, content: str) -> None:
    assert told(words) == [content]


@pytest.mark.parametrize("words", ["began not to care", "went out to Bo that night", "begged her not at all"])
def test_what_is_no_report(words: str) -> None:
    assert not told(words)
