"""What is read once for many: the passages nested in one, where parts meet them, and how likely one is speech."""

from __future__ import annotations

from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.kinds import Marked, shape
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


def test_parts_stay_apart_where_a_passage_begins_with_a_paragraph_of_signs() -> None:
    text = "He said it was late “—\n\n“and cold” then."
    marked = Marked(Document(text).once(read_passages))
    kind, parts = shape(text, [(8, 19), (21, 22), (25, 33)], marked)
    assert kind == "mixed" and parts == ((8, 19), (20, 22), (25, 34))
    kind, parts = shape(text, [(8, 19), (25, 33)], marked)
    assert parts == ((8, 19), (20, 34))
