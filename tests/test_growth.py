"""Time grows in step with the length of a text, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from quotex.extract import extract_quotes

HOSTILE = {
    "marks": "“",
    "closing marks": "”",
    "straight marks": '"',
    "apostrophes": "'",
    "spaced marks": '" ',
    "marks in paragraphs": "“we won\n\n",
    "nested marks": "“‘",
    "dashes": "—no\n",
    "cues": "said ",
    "cues that": "said that ",
    "names": "Ana Ruiz ",
    "titles": "Mr. ",
    "commas": "a, ",
    "stops": ".",
    "spaces": " ",
    "line feeds": "\n",
    "brackets": "((",
    "letters": "x",
    "tags": "“we won,” said Ana Ruiz. ",
    "turns": "“No,” said Ana Ruiz.\n\n“Yes.”\n\n",
    "colons": "Ana: ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_in_step_with_length(piece: str) -> None:
    """Four times the text takes about four times the time: a quadratic step would take sixteen times."""

    def took(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.process_time()
        extract_quotes(text)
        return time.process_time() - start

    took(400)
    shorts, longs = [], []
    for _ in range(3):  # the least of three, but two more only where the first is too slow
        shorts.append(took(4_000))
        longs.append(took(16_000))
        if min(longs) < max(8 * min(shorts), 0.25):
            return
    pytest.fail(f"{min(shorts):.3f} s for 4,000 characters, {min(longs):.3f} s for 16,000")


def test_a_million_marks() -> None:
    assert len(extract_quotes('"' * 1_000_000)) == 0
