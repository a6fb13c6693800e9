"""Trees added up, and the drafts they decide on."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from quotex.detect.reports.draft_values import DRAFT_NUMBERS
from quotex.detect.reports.find_drafts import find_drafts
from quotex.detect.reports.sentence import Frame
from quotex.models import load_model
from quotex.models.trees import Forest, Tree
from quotex.read.document import Document

SMALL = Forest({"bias": 0.5, "features": ["a", "b"], "trees": [[0, 2, -1.0, [1, 0.5, 1.0, 3.0]], [1, 9, 0.25, 0.0]]})


@pytest.mark.parametrize(("numbers", "total"), [((2, 7), -0.25), ((3, 0.5), 1.75), ((3, 0.6), 3.75), ((3, 10), 3.5)])
def test_each_tree_adds_the_leaf_it_leads_to(numbers: tuple[float, float], total: float) -> None:
    assert SMALL.score(numbers) == total


def test_no_trees_give_the_bias() -> None:
    assert Forest({"bias": -2.0, "features": [], "trees": []}).score(()) == -2.0


def test_a_walk_from_node_to_node_reaches_the_same_leaves() -> None:
    model = load_model("drafts")["forest"]
    bars = sorted({bar for tree in model["trees"] for bar in _bars(tree)})
    forest = Forest(model)
    for start in range(0, len(bars), 7):
        numbers = [bars[(start + step * step) % len(bars)] + step % 3 - 1 for step in range(len(DRAFT_NUMBERS))]
        walked = sum((_walk(tree, numbers) for tree in model["trees"]), model["bias"])
        assert forest.score(numbers) == pytest.approx(walked, abs=1e-9)


def test_a_tree_with_too_many_leaves_is_refused() -> None:
    tree: Tree = 0.0
    for bar in range(8):
        tree = [0, bar, 1.0, tree]
    with pytest.raises(ValueError, match="9 leaves"):
        Forest({"bias": 0.0, "features": ["a"], "trees": [tree]})


def _walk(tree: Tree, numbers: list[float]) -> float:
    while isinstance(tree, list):
        tree = tree[2] if numbers[tree[0]] <= tree[1] else tree[3]
    return float(tree)


def _bars(tree: Tree) -> set[float]:
    return {tree[1], *_bars(tree[2]), *_bars(tree[3])} if isinstance(tree, list) else set()


def test_the_shipped_trees_read_the_numbers_that_drafts_have() -> None:
    model = load_model("drafts")["forest"]
    assert tuple(model["features"]) == DRAFT_NUMBERS
    assert {place for tree in model["trees"] for place in _features(tree)} <= set(range(len(DRAFT_NUMBERS)))


def _features(tree: Tree) -> set[int]:
    return {tree[0], *_features(tree[2]), *_features(tree[3])} if isinstance(tree, list) else set()


def test_what_is_said_is_likelier_than_what_is_done() -> None:
    def likely(text: str) -> float:
        document = Document(text)
        frame = Frame(document, document.sentences_of(0)[0], [])
        return max((draft.probability for draft in find_drafts(frame)), default=0.0)

    assert likely("The minister said that the bridge would stay closed.") > 0.9
    assert likely("The minister walked the visitors around the old harbour.") < 0.5


def test_trees_are_plain_data() -> None:
    text = (files("quotex") / "models" / "drafts.json").read_text(encoding="utf-8")
    assert len(json.loads(text)["forest"]["trees"]) > 50
