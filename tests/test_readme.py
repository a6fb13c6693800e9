"""Every snippet and every printed output of the README is what a user gets."""

import doctest
import os
import pathlib
import subprocess
import sys

import regex

ROOT = pathlib.Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_snippets():
    """The interactive examples print what the README shows."""
    without_fences = regex.sub(r"^```.*$", "", README, flags=regex.MULTILINE)
    snippets = doctest.DocTestParser().get_doctest(without_fences, {}, "README.md", "README.md", 0)
    result = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(snippets)
    assert result.attempted >= 5
    assert result.failed == 0


def test_main_job_output():
    """The table under the first command is the true one."""
    shown = regex.search(r"```text\n(?<table>.*?)```", README, regex.DOTALL)["table"]
    run = subprocess.run(
        [sys.executable, "-m", "quotex", "docs/examples/harbour.txt"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "COLUMNS": "120"},
    )
    assert run.stdout.strip() == shown.strip()
