"""What is read once for many: the passages nested in one, and how likely a passage is speech."""

from __future__ import annotations

from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.kinds import Marked
from quotex.detect.speech.speech import read_speech
from quotex.read.document import Document

TWO = "“Vera said ‘no,’ and left,” said Olga. “The porter called ‘wait’ and ‘stop,’” said Ivo."


def test_nested_passages_of_each_passage() -> None:
    marked = Marked(Document(TWO).once(read_passages))
    first, second = (marked.inner[number][0] + 1 for number in range(2))
    assert [len(marked.around(at).passages) for at in (first, second, first)] == [1, 2, 1]
    assert marked.around(first) is marked.around(first + 3)


def test_speech_is_the_same_when_it_is_asked_again() -> None:
    speech = Document(TWO).once(read_speech)
    asked = [speech[number] for number in range(len(speech))]
    assert [speech[number] for number in range(len(speech))] == asked
    assert min(asked) > 0.5
