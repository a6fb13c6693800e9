"""The table of reporting verbs is the one place of a verb: a verb added there alone is read by every rule and model."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import quotex

_SCRIPT = """
import json, sys
from quotex import extract_quotes

json.dump(
    [
        [(a.speaker_name, a.cue_text, a.quote.kind, a.quote.text) for a in extract_quotes(text)]
        for text in json.load(sys.stdin)
    ],
    sys.stdout,
)
"""
_ROW = "zorp\tzorps zorped zorping\tspeak\tinvented\n"


NEWS = (
    "The ferry between the two islands will stop in March, the county council decided on Tuesday.\n\n"
    "Harbour master Ida Holm {} that the old pier was no longer safe.\n\n"
    "“We have patched it for ten years,” {} Holm.\n\n"
    "The owner of the ferry, Per Lund, {}: “Nobody asked me.”\n"
)
STORY = (
    "“You are late,” {} Mara. She put the lamp on the sill and did not look at him.\n\n"
    "“The road was under water,” he said, and shook the rain from his coat.\n\n"
    "Mara {} that the soup was cold. He sat down all the same.\n\n"
    "Then he {}: “There was a boat on it.”\n"
)


TEXTS = {
    "zorped": NEWS.replace("{}", "zorped"),
    "zorps": NEWS.replace("{}", "zorps"),
    "story": STORY.replace("{}", "zorped"),
    "unknown": "Ida Holm gronted that the pier was old.",
}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """What a copy of the library whose table has one row more finds in the texts."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(Path(quotex.__file__).parent, folder / "quotex", ignore=shutil.ignore_patterns("__pycache__"))
    with (folder / "quotex" / "lexicon" / "reporting_verbs.tsv").open("a", encoding="utf-8") as table:
        table.write(_ROW)
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        input=json.dumps([*TEXTS.values()]),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        cwd=folder,
    )
    return dict(zip(TEXTS, json.loads(run.stdout), strict=True))


@pytest.mark.parametrize("verb", ["zorped", "zorps"])
def test_an_invented_verb_reports_in_news(found: dict[str, list[list[str]]], verb: str) -> None:
    assert [record for record in found[verb] if record[1] == verb] == [
        ["Ida Holm", verb, "indirect", "that the old pier was no longer safe"],
        ["Ida Holm", verb, "direct", "We have patched it for ten years,"],
        ["Per Lund", verb, "direct", "Nobody asked me."],
    ]


def test_an_invented_verb_reports_in_a_story(found: dict[str, list[list[str]]]) -> None:
    assert [(cue, kind, text) for _, cue, kind, text in found["story"] if cue == "zorped"] == [
        ("zorped", "direct", "You are late,"),
        ("zorped", "indirect", "that the soup was cold"),
        ("zorped", "direct", "There was a boat on it."),
    ]


def test_a_verb_in_no_table_reports_nothing(found: dict[str, list[list[str]]]) -> None:
    assert not any(cue == "gronted" for _, cue, _, _ in found["unknown"])
