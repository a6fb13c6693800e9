"""What the records of a long text keep in memory."""

from __future__ import annotations

import os
import pathlib
import re
import subprocess
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from benchmarks.speed.memory import long_text
from quotex.attributions import Attributions
from quotex.extract import LONG, Extractor, extract_quotes

ROOT = pathlib.Path(__file__).parents[1]
MEASURE = "import quotex.extract; quotex.extract.LONG = 2000; from benchmarks.speed.memory import main; main()"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_long_text_keeps_little_more_than_its_records() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MEASURE, "--quotations", "5000"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    numbers = re.findall(r"([\d,]+)(?: bytes kept| at the peak)", ran.stdout)
    kept, peak = (int(number.replace(",", "")) for number in numbers)
    # The records themselves take 2 kB each; with all that was found on the way they would keep 0.95 of the peak.
    assert kept < 0.85 * peak and kept < 4000, ran.stdout


def test_records_set_aside_come_back_equal(monkeypatch: pytest.MonkeyPatch) -> None:
    text = long_text(60)
    plain = extract_quotes(text)
    monkeypatch.setattr("quotex.extract.LONG", 7)
    again = Extractor().extract(text)
    assert isinstance(again, Attributions) and LONG > len(plain) > 14
    assert again == plain and again.to_json() == plain.to_json() and again.cast == plain.cast
