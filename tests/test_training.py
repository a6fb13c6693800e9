"""What the trainer of dialogue makes of a story: copies with hidden tags, pieces."""

from __future__ import annotations

import importlib
import pathlib
import sys

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from benchmarks.train.samples.hidden_tags import hiding
from quotex.detect.detector import QuoteDetector
from quotex.read.document import Document
from quotex.resolve.people.build_cast import build_cast
from quotex.resolve.story.turns import read_turns
from quotex.resolve.story.weigh import Reading, ReadTurns

TRAINERS = pathlib.Path(__file__).parents[1] / "benchmarks" / "train"
STORY = (
    "Anna Pell lit the lamp.\n\n“The ferry is late,” said Tom Ruddock.\n\n"
    "“It always is,” said Anna, and Tom laughed.\n\n"
    "“Ropes do break,” he said.\n\n“They do,” said the porter.\n\n“I never saw one,” I said.\n"
)


def read(story: str = STORY, hide: ReadTurns = read_turns) -> Reading:
    """The story read for its dialogue."""
    document = Document(story)
    return Reading(document, QuoteDetector().detect(document, kinds=["direct"]), build_cast(document), read=hide)


def test_hidden_tags_leave_bare_turns_and_no_names_behind() -> None:
    whole = read()
    hidden = read(hide=hiding(1.0, seed=1))
    assert [turn.kind for turn in whole.turns] == ["name", "name", "pronoun", "nominal", "narrator"]
    assert [turn.kind for turn in hidden.turns] == ["bare", "beat", "bare", "bare", "narrator"]
    assert not any(turn.told for turn in hidden.turns[:4])
    assert len(hidden.scene.narration.seen) < len(whole.scene.narration.seen)
    assert [turn.kind for turn in read().turns] == [turn.kind for turn in whole.turns]  # only inside the block


def test_a_share_of_the_tags_is_hidden_by_a_chance_that_repeats() -> None:
    kinds = []
    for _ in range(2):
        kinds.append([turn.kind for turn in read(STORY * 4, hiding(0.5, seed=3)).turns])
    assert kinds[0] == kinds[1]
    assert 4 <= sum(kind == "bare" for kind in kinds[0]) <= 14


def test_pieces_keep_the_quotations_that_lie_in_them() -> None:
    pytest.importorskip("scipy")
    from benchmarks.train.samples import dialogue as dialogue_samples

    text = STORY * 200
    at = [i for i in range(len(text)) if text.startswith("“They do,”", i)]
    quotes = [{"spans": [[i + 1, i + 9]], "speaker": "The Porter", "type": "Explicit"} for i in at]
    pieces = list(dialogue_samples._pieces({"doc": "x", "text": text, "quotes": quotes, "characters": []}))
    assert "".join(piece["text"] for piece in pieces) == text
    assert sum(len(piece["quotes"]) for piece in pieces) == len(quotes)
    for piece in pieces:
        assert all(piece["text"][slice(*q["spans"][0])] == "They do," for q in piece["quotes"])


def test_openings_tell_who_is_which_by_where_mentions_end() -> None:
    pytest.importorskip("scipy")
    from benchmarks.train.samples import dialogue as dialogue_samples

    opening = {
        "doc": "x",
        "text": STORY,
        "quotes": [{"spans": [[STORY.index("Ropes"), STORY.index("Ropes") + 8]], "speaker": "Ruddock-2"}],
        "entities": {"Ruddock-2": [mention(STORY, "Tom Ruddock"), mention(STORY, "Tom laughed", 3)]},
    }
    plain, hidden = dialogue_samples.read_opening(opening, seed=1)[:2]
    assert [turn.kind for turn in plain.reading.turns] != [turn.kind for turn in hidden.reading.turns]
    assert not plain.scored and not hidden.scored
    names = plain.reading.scene.words.names
    turn = zip(plain.candidates[2], plain.right[2], strict=True)
    assert [names[entity] for entity, right in turn if right] == [{"tom", "ruddock"}]
    assert not any(any(right) for right in plain.right[3:])  # nobody is annotated there


def mention(text: str, words: str, length: int | None = None) -> list[object]:
    """The place of words in a text, as LitBank has it."""
    start = text.index(words)
    return [start, start + (length or len(words)), "PROP"]


@pytest.mark.parametrize("path", sorted(TRAINERS.glob("*.py")), ids=lambda path: path.stem)
def test_every_trainer_can_be_imported(path: pathlib.Path) -> None:
    pytest.importorskip("scipy")
    pytest.importorskip("sklearn")
    if path.stem != "__main__":
        importlib.import_module(f"benchmarks.train.{path.stem}")
