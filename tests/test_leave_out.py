"""What each rule and each family of features is worth: the command that leaves them out."""

from __future__ import annotations

import json
import pathlib
import sys
from unittest.mock import patch

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

pytest.importorskip("scipy")

from benchmarks.corpora.gold_lines import GoldText, Line
from benchmarks.score.leave_out.__main__ import Measured, changes, is_worth, measure_families, print_section
from benchmarks.score.leave_out.families import family_of
from benchmarks.score.leave_out.pronouns import PronounFold
from benchmarks.score.leave_out.rules import without_rules
from benchmarks.score.leave_out.sets import DevSet, Extract, of_texts
from benchmarks.score.leave_out.stories import StoryFold
from benchmarks.score.measures.bootstrap import difference
from benchmarks.train.samples.dialogue import read_sample
from quotex.resolve.news.pronouns import Candidate

REPORT = (
    "The council met on Monday in Merrow. Paul Kerr disagreed. “The rest is talk.”\n\n"
    "He said that the bridge would be shut in May."
)
TALE = (
    "Nora Finch shut the gate.\n\n“The mare is lame,” said Nora.\n\n“Then walk,” said Hugh Tarrant.\n\n"
    "“In this rain?”\n\n“In this rain.”\n\n“You are a hard man,” said Nora.\n\nHugh laughed. “I am a wet one.”\n"
)


def test_every_rule_can_be_left_out() -> None:
    """The tuples of rules are replaced where they are asked, not where they are written."""
    extract = Extract()
    with_all = [a.speaker_name for a in extract(REPORT)]
    assert with_all == ["Paul Kerr", "Paul Kerr"]
    rules = {label: without for label, _, without in without_rules()}
    for rule in ("news: pronoun", "news, floating: sentence_before"):
        with rules[rule]():
            assert [a.speaker_name for a in extract(REPORT)] != with_all, rule
    assert [a.speaker_name for a in extract(REPORT)] == with_all


def test_a_text_that_does_not_ask_a_model_keeps_its_records() -> None:
    extract = Extract()
    before = extract(REPORT)
    with patch.object(extract, "weights", {"dialogue": {}}):
        assert extract(REPORT) is extract(REPORT)
    with patch.object(extract, "weights", {"pronouns": {"opens sentence": -9.0}}):
        assert extract(REPORT) is not extract(REPORT)
    assert extract(REPORT) == before


def test_a_difference_is_as_sure_as_its_documents_agree() -> None:
    assert difference([(1, 2)] * 40, [(1, 2)] * 40) == (0.0, 0.0, 0.0)
    sure = difference([(1, 2)] * 40, [(0, 2)] * 40)
    assert sure == (-50.0, -50.0, -50.0)
    unsure = difference([(1, 2)] * 40, [(0, 2), (2, 2)] * 20)
    assert unsure.low < 0 == unsure.value < unsure.high
    with pytest.raises(ValueError, match="not the same"):
        difference([(1, 2)], [(1, 3)])


def test_only_what_is_surely_lost_is_worth_something() -> None:
    before = {"one": [(9, 10)] * 50, "other": [(9, 10)] * 50}
    assert is_worth(changes(before, {"one": [(8, 10)] * 50}))
    assert not is_worth(changes(before, {"one": [(8, 10), (10, 10)] * 25}))
    assert not is_worth(changes(before, {"one": [(10, 10)] * 50, "other": before["other"]}))


def ranked(*features: tuple[str, ...]) -> tuple[list[Candidate], int, float]:
    """A pronoun whose first candidate is the right one."""
    return [Candidate(i, i + 1, i, names) for i, names in enumerate(features)], 0, 1.0


def test_the_ranker_is_trained_again_without_a_family() -> None:
    fold = PronounFold([[ranked(("near 1", "named"), ("near 2", "named"))] for _ in range(40)], [])
    chains, marked = fold.left_out
    extract, right = Extract(), {}
    for without in ((), ("near",), ("named",)):
        weights = fold.weights(without)
        assert not {family_of(name) for name in weights} & set(without)
        with patch.object(extract, "weights", {"pronouns": weights}):
            right[without] = weights.get("near 1", 0.0) > 0, chains.count(extract), marked.count(extract)
    assert right[()] == right[("named",)] == (True, [(1, 1)] * 8, [])
    assert right[("near",)][0] is False


@pytest.fixture(scope="module")
def fold(tmp_path_factory: pytest.TempPathFactory) -> StoryFold:
    """The chain of speakers on ten copies of a tale, of which two are left out."""
    words = {"The mare": "Nora Finch", "Then walk": "Hugh Tarrant", "In this": "Nora Finch", "I am a": "Hugh Tarrant"}
    quotes = [
        {"spans": [[TALE.index(said), TALE.index(said) + len(said)]], "speaker": (speaker,), "type": "direct"}
        for said, speaker in words.items()
    ]
    samples = [read_sample({"doc": f"t{n}", "text": TALE, "names": True, "quotes": quotes}, False) for n in range(10)]
    kept = tmp_path_factory.mktemp("fold") / "dialogue_short.npz"
    folds = {f"t{n}": n % 5 for n in range(10)}
    return [StoryFold("dialogue_short", samples, folds, [], kept) for _ in range(2)][1]  # the second reads what is kept


def test_both_readings_of_a_story_are_trained_again_without_a_family(fold: StoryFold) -> None:
    with_all, without = fold.weights(()), fold.weights(["recent"])
    for reading in ("first", "second"):
        tables = [model[reading]["features"].values() for model in (with_all, without)]
        held = [{family_of(name) for table in kinds for name in table} for kinds in tables]
        assert "recent" in held[0]
        assert "recent" not in held[1] and len(held[1]) >= len(held[0]) - 1
    extract = Extract()
    with patch.object(extract, "weights", {"dialogue_short": without}):
        assert len({a.speaker_name for a in extract(TALE)}) == 2


def test_a_run_goes_on_behind_its_last_line(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = REPORT.index("The rest")
    gold = GoldText("a-1", REPORT, (Line("direct", ("Paul Kerr",), ((start, start + 17),)),))
    trained: list[tuple[str, ...]] = []

    class Fold:
        left_out: list[DevSet] = []

        def weights(self, without: tuple[str, ...]) -> dict[str, float]:
            trained.append(without)
            return {}

    def run() -> str:
        rows = measure_families("pronouns", [("at",), ("at", "rank")], [of_texts("a", [gold])], Extract(), Fold)
        print_section(rows, Measured(tmp_path / "measured.jsonl"), "")
        return capsys.readouterr().out

    shown = run()
    assert trained == [(), ("at",), ("at", "rank")]
    assert run() == shown and len(trained) == 3
    lines = [json.loads(line) for line in (tmp_path / "measured.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["without"] for line in lines] == ["pronouns: all", "pronouns: at", "pronouns: at+rank"]
    assert lines[0]["counts"] == {"a": [[1, 1]]}
    assert shown.count("worth nothing here") == 2
