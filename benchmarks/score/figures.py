"""Run the measurements of `benchmarks/FIGURES.md` and write what they print into it.

    python -m benchmarks.score.figures EVAL NOVELS OTHER --texts FOLDER … --timed FOLDER [--only HEADING …]

EVAL holds the gold files of public corpora, NOVELS the predictions of `benchmarks.train.dialogue`, and OTHER is the
checkout of the version beside which the speed is measured; --texts are folders of texts with gold lines, and --timed is
one whose texts are timed.  The blocks of output are replaced in their order, and the table at the head is filled from
them; the text between them stays.  --only leaves the blocks under other headings as they are.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.corpora.describe import CORPUS
from benchmarks.paths import ROOT

FIGURES = ROOT / "benchmarks" / "FIGURES.md"
_BLOCK = re.compile(r"(?<=```text\n).*?(?=\n```)", re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
# The rows of the table at the head: how each begins, and where its figures stand in the blocks of output.
_ALL_RIGHT = r"\s+\d+\s+\S+\s+\S+\s+(\S+)"
ROWS = (
    ("Many Voices, news and other prose", rf"Many Voices, all else{_ALL_RIGHT}", "{} %"),
    ("Many Voices, fiction", rf"Many Voices, fiction{_ALL_RIGHT}", "{} %"),
    ("Many Voices, transcripts", rf"Many Voices, talk{_ALL_RIGHT}", "{} %"),
    ("political news (PolNeAR): right name", r"polnear-dev\s+resolved name\s+(\S+)", "{} %"),
    ("political news: speech in quotation marks", r"polnear-dev\s+passages F1\s+(\S+)", "{}"),
    ("political news: words of all quotations", r"polnear-dev\s+content F1, \S+\s+(\S+)", "{} / {} / {}"),
    ("novels (PDNC): right name", r"own-pdnc\s+all\s+(\S+)", "{} %"),
    ("novels: the same", r"cast-pdnc\s+all\s+(\S+)", "{} %"),
    ("openings of fiction (LitBank", r"own-litbank\s+B-cubed F1\s+(\S+)", "{}"),
    ("openings of fiction: quotations", r"own-litbank\s+spans F1\s+(\S+)", "{}"),
)


def commands(gold: Path, novels: Path, other: Path, texts: list[Path], timed: Path) -> list[tuple[str, list[str]]]:
    """Return the heading and the command of each block, in the order of the file."""
    news, fiction, openings = (
        gold / f"{name}.jsonl.gz" for name in ("polnear-dev", "pdnc-dev", "litbank-original-dev")
    )
    side_by_side: list[str | Path] = ["score.everything", "--eval", gold, "--texts", *texts, "--novels", novels]
    found: tuple[tuple[str, list[str | Path]], ...] = (
        ("All development sets side by side", side_by_side),
        ("Political news (PolNeAR)", ["score.accuracy", news]),
        ("Ten kinds of text (GUM)", ["score.accuracy", gold / "gum-dev.jsonl.gz"]),
        ("Novels and openings, by cross-validation", ["score.score", fiction, novels / "own-pdnc.jsonl"]),
        ("Novels and openings, by cross-validation", ["score.score", fiction, novels / "cast-pdnc.jsonl"]),
        ("Novels and openings, by cross-validation", ["score.score", openings, novels / "own-litbank.jsonl"]),
        ("Parts of speech", ["score.tags", gold]),
        ("Evidence", ["score.evidence", fiction]),
        ("Speed", ["speed.beside", other, news, fiction, "--folders", timed, CORPUS / "dev"]),
    )
    return [
        (heading, [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)])
        for heading, (module, *arguments) in found
    ]


def output(command: list[str]) -> str:
    """Return what a command prints."""
    print(" ".join(command[2:]), file=sys.stderr, flush=True)
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout.strip("\n")


def filled(text: str, blocks: list[tuple[str, str | None]]) -> str:
    """Return the text of the file with its blocks in their order; None leaves one as it is.

    Raises:
        ValueError: The headings of the file are not those of the blocks.

    Example:
        >>> print(filled("## Speed\\n\\n```text\\nold\\n```", [("Speed", "new")]))
        ## Speed
        <BLANKLINE>
        ```text
        new
        ```
    """
    headings = [(found.start(), found[1]) for found in _HEADING.finditer(text)]
    standing = [max(h for h in headings if h[0] < block.start())[1] for block in _BLOCK.finditer(text)]
    if standing != [heading for heading, _ in blocks]:
        raise ValueError(f"the file has blocks under {', '.join(standing)}")
    following = iter(blocks)
    text = _BLOCK.sub(lambda old: old[0] if (new := next(following)[1]) is None else new, text)
    return "\n".join(map(_row(text), text.split("\n")))


def _row(text: str) -> Callable[[str], str]:
    """Return what fills one row of the table from the blocks of a text."""

    def fill(line: str) -> str:
        for begins, where, shape in ROWS:
            if line.startswith(f"| {begins}") and (figures := re.findall(rf"^{where}", text, re.MULTILINE)):
                label, _, command = line.strip("| ").split(" | ")
                return f"| {label} | {shape.format(*figures)} | {command} |"
        return line

    return fill


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("novels", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--timed", type=Path, required=True)
    parser.add_argument("--only", nargs="*", help="headings")
    options = parser.parse_args()
    gold, novels, other, timed = (
        folder.resolve() for folder in (options.eval, options.novels, options.other, options.timed)
    )
    wanted = commands(gold, novels, other, [folder.resolve() for folder in options.texts], timed)
    blocks = [(heading, output(command) if not options.only or heading in options.only else None)
              for heading, command in wanted]  # fmt: skip
    FIGURES.write_text(filled(FIGURES.read_text(encoding="utf-8"), blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
