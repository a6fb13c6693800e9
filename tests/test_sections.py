"""Where the page parts one scene of a story from the next."""

from __future__ import annotations

import pytest

from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.candidates import distance
from quotex.resolve.story.turns import Turn, read_turns


def two_turns(between: str) -> list[Turn]:
    """A turn, a paragraph, and another turn."""
    document = Document(f"“Good night,” said Ann.\n\n{between}\n\n“Good morning,” said Tom.\n")
    quotations = list(QuoteDetector().detect(document, kinds=("direct",)))
    return read_turns(document, quotations, build_cast(document))[0]


@pytest.mark.parametrize("heading", ["* * *", "***", "CHAPTER II", "Chapter Twenty-One", "Part the Second", "[IV]"])
def test_a_heading_or_a_row_of_signs_parts_two_turns(heading: str) -> None:
    first, second = two_turns(heading)
    assert (second.gap, second.section, distance(second, first, 1)) == ("far", 1, "apart")


@pytest.mark.parametrize("narration", ["He slept.", "Part of him was glad.", "I", "Act now, he thought."])
def test_narration_parts_nothing_but_paragraphs(narration: str) -> None:
    first, second = two_turns(narration + " It was late, and nobody came.")
    assert (second.gap, second.section, distance(second, first, 1)) == ("one", 0, "loose1")
