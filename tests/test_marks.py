"""Marks: every glyph, apostrophes beside quotation marks, and what stands around a mark."""

from __future__ import annotations

import pytest

from quotex.detect.marks.marks import find_marks
from quotex.detect.marks.passages import find_passages, read_passages
from quotex.read.document import Document


def spoken(text: str) -> list[str]:
    """The words of the outermost passages."""
    return [passage.span.text for passage in find_passages(Document(text))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("“", "”"),
        ('"', '"'),
        ("‘", "’"),
        ("'", "'"),
        ("``", "''"),
        ("«", "»"),
        ("‹", "›"),
        ("„", "“"),
        ("‚", "‘"),
        ("「", "」"),
        ("『", "』"),
        ("〝", "〞"),
        ("＂", "＂"),
        ("»", "«"),
        ("”", "”"),
        ("›", "‹"),
        ("„", "”"),
        ("« ", " »"),
        ("«\u00a0", "\u00a0»"),
        ("&quot;", "&quot;"),
        ("&ldquo;", "&rdquo;"),
        ("&#8220;", "&#8221;"),
        ("&lsquo;", "&rsquo;"),
        ("&#39;", "&#39;"),
        ("â€œ", "â€\x9d"),
        ("“", '"'),
        ('"', "”"),
        ("“", "“"),
        ("‘‘", "’’"),
        ("`", "'"),
        ("‟", "”"),
    ],
)
def test_every_pair_of_marks(left: str, right: str) -> None:
    assert spoken(f"Then {left}Hello there,{right} she said.") == ["Hello there,"]
    assert spoken(f"{left}Hello there,{right} she said, {left}my dear.{right}") == ["Hello there,", "my dear."]


@pytest.mark.parametrize(
    "text",
    [
        "It's O'Brien's, and they don't mind.", "the players' union and the voters' rights", "’tis late, and ’twas early",  # noqa: E501
        "rock 'n' roll in the '90s and the ’80s", "He is 6'2\" and 190 pounds.", "a 12\" pipe and a 6\" hose",
        "goin' an' comin' all th' day", "Ο'κ 'em all", "″ and ′ alone", "----------\n''''''''''\n\"\"\"\"\"\"\"\"",
        '<a href="x">no</a> and <tweet author="Ana">', "five o'clock o’ the evenin’",
    ],
)  # fmt: skip
def test_what_is_no_quotation_mark(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("‘It’s the players’ union, ’tis true,’ said O’Brien.", ["It’s the players’ union, ’tis true,"]),
        ("'I was goin' home in the '90s,' he said. 'Don't ask.'", ["I was goin' home in the '90s,", "Don't ask."]),
        ("‘’Tis nothing,’ he said.", ["’Tis nothing,"]),
        ("'The boys' room,' she said, 'is locked.'", ["The boys' room,", "is locked."]),
        ("He's 6'2\" tall. \"I know,\" she said.", ["I know,"]),
        ("She said—“wait”—and left.", ["wait"]),
        ("(“No,” he said.)", ["No,"]),
        ("“…and so?” “—Yes.”", ["…and so?", "—Yes."]),
        ('"Wait--" he began. "--no."', ["Wait--", "--no."]),
        ("Minister: ‘No deal’", ["No deal"]),
        ("‘No deal’, says minister", ["No deal"]),
        ("He called it “a ‘great’ day.”", ["a ‘great’ day."]),
        ("\"I said 'no' and 'never',\" she said.", ["I said 'no' and 'never',"]),
        ('_"Hello"_, he said.', ["Hello"]),
    ],
)  # fmt: skip
def test_marks_in_context(text: str, expected: list[str]) -> None:
    assert spoken(text) == expected


def test_marks_are_found_in_order_and_apart() -> None:
    marks = find_marks("“a” 'b' ``c'' &quot;d&quot; «e»" * 3)
    assert all(left.end <= right.start for left, right in zip(marks, marks[1:], strict=False))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We have paid twice.’’ The clerk shrugged. “Go home,” she said.", ["We have paid twice.", "Go home,"]),
        ("‘’We will stay,’’ said Ana. ‘’All of us.’’", ["We will stay,", "All of us."]),
        ("“He said ‘no’.” She left.", ["He said ‘no’."]),
    ],
)
def test_two_single_marks_close_double_ones(text: str, words: list[str]) -> None:
    assert [text[slice(*passage.inner)] for passage in read_passages(Document(text))] == words
