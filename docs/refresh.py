"""Rewrite every printed output in README.md and the docs, so that it is what a user gets today.

    python -m docs.refresh            rewrite what has changed, and list it
    python -m docs.refresh --check    only list it; the exit status is 1 if there is something to rewrite
    python -m docs.refresh --picture  also draw the screenshot anew (needs Chromium)

Four things are rewritten: the ``text`` block after a line ``<!-- output: python -m quotex … -->``, the table after a
line ``<!-- table: FILE -->`` (from the first table of the file), the output of every interactive example (``>>>``),
and the address of the repository, which this file alone decides.
"""

from __future__ import annotations

import argparse
import code
import contextlib
import io
import itertools
import os
import pathlib
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator

ROOT = pathlib.Path(__file__).resolve().parents[1]
REPOSITORY = "https://example.org/quotex"  # a placeholder: put the address here and run this command
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
WITH_ADDRESS = tuple(
    ROOT / name for name in ("README.md", "setup.cfg", "CITATION.cff", ".github/ISSUE_TEMPLATE/config.yml")
)
WIDTH = "120"

_COMMAND = re.compile(r"(<!-- output: (?P<command>python -m [^\n]*?) -->\n+```text\n)(?P<output>.*?)(```)", re.S)
_TABLE = re.compile(r"(<!-- table: (?P<file>[^\n]*?) -->\n+)(?:\|[^\n]*\n)+")
_EXAMPLES = re.compile(r"(?P<fence>```pycon\n)(?P<body>.*?)(?P<end>```)", re.S)
_ADDRESS = re.compile(r"https://[^\s)\"'>#]*?/quotex(?=[\s)/\"'>#]|$)", re.M)


def refreshed(path: pathlib.Path) -> str:
    """Return a file as it should be."""
    text = path.read_text(encoding="utf-8")
    if path in WITH_ADDRESS:
        text = _ADDRESS.sub(REPOSITORY, text)
    if path.suffix != ".md":
        return text
    text = _COMMAND.sub(lambda found: found[1] + _output(found["command"]) + found[4], text)
    text = _TABLE.sub(lambda found: found[1] + _first_table(ROOT / found["file"]), text)
    space: dict[str, object] = {"__name__": "__main__"}
    return _EXAMPLES.sub(lambda found: found["fence"] + _session(found["body"], space) + found["end"], text)


def _first_table(path: pathlib.Path) -> str:
    """Return the first table of a page."""
    lines = path.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("|"))
    return "\n".join(itertools.takewhile(lambda line: line.startswith("|"), lines[start:])) + "\n"


def _output(command: str) -> str:
    """Run a command of the project and return what it prints."""
    arguments = [sys.executable, *shlex.split(command)[1:]]
    paths = [str(ROOT), os.environ.get("PYTHONPATH", "")]
    environment = {**os.environ, "COLUMNS": WIDTH, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    ran = subprocess.run(arguments, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True)
    return ran.stdout.strip("\n") + "\n"


def _session(body: str, space: dict[str, object]) -> str:
    """Run an interactive session and return it with its true outputs."""
    interpreter = code.InteractiveInterpreter(space)
    lines: list[str] = []
    for source in _sources(body):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            interpreter.runsource("\n".join(line[4:] for line in source) + "\n", symbol="single")
        lines += source + printed.getvalue().splitlines()
    return "\n".join(lines) + "\n"


def _sources(body: str) -> Iterator[list[str]]:
    source: list[str] = []
    for line in body.splitlines():
        if line.startswith(">>>") and source:
            yield source
            source = []
        if line.startswith((">>>", "...")):
            source.append(line)
    if source:
        yield source


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing")
    parser.add_argument("--picture", action="store_true", help="draw the screenshot anew")
    options = parser.parse_args()
    os.chdir(ROOT)
    stale = 0
    for path in dict.fromkeys([*PAGES, *WITH_ADDRESS]):
        now = refreshed(path)
        if now != path.read_text(encoding="utf-8"):
            stale += 1
            print("stale:" if options.check else "rewritten:", path.relative_to(ROOT))
            if not options.check:
                path.write_text(now, encoding="utf-8")
    if options.picture and not options.check:
        subprocess.run([sys.executable, "-m", "benchmarks.pictures.screenshot"], check=True)
    return int(options.check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
