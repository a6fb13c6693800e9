"""The corpus Many Voices: its gold can be read, and the scorer reads it as the guide says."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "benchmarks" / "corpora" / "many_voices"
if not (CORPUS / "train").exists():
    pytest.skip("the source distribution is without the corpus", allow_module_level=True)
sys.path.insert(0, str(ROOT))

from benchmarks.corpora.agreement import compare, same_speaker  # noqa: E402
from benchmarks.corpora.gold_lines import GoldText, read_folder, read_lines  # noqa: E402
from benchmarks.score.measures.letters import Letters  # noqa: E402
from benchmarks.score.texts import is_accepted, score  # noqa: E402
from quotex import extract_quotes  # noqa: E402

TEXTS = {part: list(read_folder(CORPUS / part)) for part in ("train", "dev")}
TEXT = "“The ice is thin,” said Mayor Ana Ruiz. “Stay off it.” She said that it would melt."
GOLD = """\
D Ana Ruiz/Mayor Ana Ruiz :: The ice is thin, ~ Stay off it. || said || Mayor Ana Ruiz
I Ana Ruiz :: that it would melt || said || She
"""


def read(tmp_path: Path, gold: str = GOLD) -> GoldText:
    (tmp_path / "wire-ice.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "wire-ice.gold").write_text(gold, encoding="utf-8")
    (found,) = read_folder(tmp_path)
    return found


def test_every_fifth_text_of_a_kind_is_dev() -> None:
    names = sorted((gold.kind, gold.name, part) for part, golds in TEXTS.items() for gold in golds)
    place: Counter[str] = Counter()
    for kind, _, part in names:
        place[kind] += 1
        assert part == ("dev" if place[kind] % 5 == 0 else "train")
    assert min(place.values()) >= 8
    assert sum(count >= 10 for count in place.values()) >= 24


def test_further_texts_are_no_others_and_can_be_read() -> None:
    more = list(read_folder(CORPUS / "more"))
    assert {gold.kind for gold in more} == {"article", "story"}
    assert all(any(line.required for line in gold.lines) for gold in more)
    texts = {gold.text for golds in TEXTS.values() for gold in golds}
    assert texts.isdisjoint({gold.text for gold in more}) and len({gold.text for gold in more}) == len(more)


def test_there_is_enough_gold_with_cue_and_source() -> None:
    lines = [line for golds in TEXTS.values() for gold in golds for line in gold.lines if line.required]
    assert len(lines) >= 4500
    reports = [line for line in lines if line.kind != "direct"]
    assert sum(line.cue is not None for line in reports) >= 0.95 * len(reports)


def test_a_line_is_read_with_its_offsets(tmp_path: Path) -> None:
    first, second = read(tmp_path).lines
    assert [TEXT[start:end] for start, end in first.parts] == ["The ice is thin,", "Stay off it."]
    assert first.cue is not None and TEXT[slice(*first.cue)] == "said"
    assert second.source is not None and TEXT[slice(*second.source)] == "She"
    assert second.required and second.kind == "indirect"


@pytest.mark.parametrize("line", ["D Ana Ruiz : The ice", "D Ana Ruiz :: The snow is thin"])
def test_a_line_that_does_not_fit_is_named(tmp_path: Path, line: str) -> None:
    gold = tmp_path / "bad.gold"
    gold.write_text(f"# a comment\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="bad.gold:2"):
        read_lines(TEXT, gold)


def test_the_scorer_counts_words_speakers_and_false_records(tmp_path: Path) -> None:
    records = extract_quotes(TEXT)
    whole = score(read(tmp_path), records)
    assert (whole.gold, whole.found, whole.right, whole.false) == (2, 2, 2, 0)
    half = score(read(tmp_path, GOLD.splitlines()[0].replace("Ana Ruiz", "Bo Hall")), records)
    assert (half.gold, half.found, half.right, half.false) == (1, 1, 0, 1)


@pytest.mark.parametrize(
    ("name", "accepted", "right"),
    [
        ("Ana Ruiz", ["Ana Ruiz"], True),
        ("Mrs. Ana Ruiz", ["Ana Ruiz"], True),
        ("Ruiz", ["Ana Ruiz"], False),
        ("the mayor", ["Ana Ruiz", "mayor"], True),
        (None, ["-"], True),
        ("Ana Ruiz", ["-"], False),
    ],
)
def test_names(name: str | None, accepted: list[str], right: bool) -> None:
    assert is_accepted(name, accepted) is right


def test_agreement(tmp_path: Path) -> None:
    one = read(tmp_path)
    (tmp_path / "wire-ice.gold").write_text("D Mayor Ana Ruiz :: Stay off it.\n", encoding="utf-8")
    (other,) = read_folder(tmp_path)
    (first, second) = compare(one.lines, other.lines, Letters(TEXT))
    assert first[1] is not None and same_speaker(first[0], first[1]) and 0.3 < first[2] < 0.6
    assert second[1] is None and second[2] == 0.0
