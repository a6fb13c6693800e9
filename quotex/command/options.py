"""Parse the command line."""

from __future__ import annotations

import argparse
import codecs
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotex import __version__
from quotex.extract import THRESHOLD, check_threshold
from quotex.records import KINDS
from quotex.resolve.resolver import SpeakerResolver, Speakers

_DESCRIPTION = "Find who said what in English text, and exactly where the text says so."
_EPILOG = """\
FILE is plain text, HTML (.html, .htm, .xhtml) or an e-book (.epub); the last two need quotex[html]. A folder stands for
all such files in it, and a pattern such as 'news/**/*.txt' for the files that match. Without FILE, or for -, standard
input is read. Offsets are indices into the decoded text, byte order mark included; for HTML and e-books they are
indices into the extracted text, which --text-out saves.

With --jsonl, FILE is an archive with one JSON object per line, plain or gzipped. The output has one line per article:
{"line": its number, "id": its id, "quotes": [its attributions]}. To resume an interrupted run that has -o, repeat the
command.

Exit status: 0 if everything could be read, 2 if a file or line could not, 130 after Ctrl-C.

Examples:
  python -m quotex article.txt
  python -m quotex news/ --csv -o quotations.csv
  python -m quotex novel.epub --speakers cast.txt --html novel.html --text-out novel.txt
  python -m quotex --jsonl articles.jsonl.gz --text body --id url -o quotations.jsonl --workers 4
"""


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options; a mistake ends the program with a message."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.jsonl:
        if len(options.files) > 1:
            parser.error("--jsonl reads one archive at a time")
        for name in ("html", "text_out", "encoding"):
            if getattr(options, name):
                parser.error(f"--{name.replace('_', '-')} cannot be combined with --jsonl")
    elif options.text or options.id:
        parser.error("--text and --id belong to --jsonl")
    options.text = options.text or "text"
    options.encoding = options.encoding or "utf-8"
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m quotex",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", metavar="FILE", nargs="*", help="text to read: a file, a folder or a pattern")
    parser.add_argument("--version", action="version", version=f"quotex {__version__}")
    _add_reading(parser.add_argument_group("reading"))
    _add_writing(parser.add_argument_group("writing"))
    archive = parser.add_argument_group("archives, with --jsonl")
    archive.add_argument("--text", "--text-field", metavar="FIELD", help="field that holds the text (default: text)")
    archive.add_argument("--id", "--id-field", metavar="FIELD", help="field to copy to the output as id")
    return parser


def _add_reading(group: Any) -> None:
    group.add_argument("--kinds", type=_kinds, metavar="KINDS", help=f"kinds to return (default: {','.join(KINDS)})")
    group.add_argument(
        "--speakers",
        type=_speakers,
        metavar="FILE|NAMES",
        help="people to expect: names separated by commas, or a file with one name per line, optionally followed by "
        "= and aliases separated by commas; a .json file holds a list or an object of lists",
    )
    group.add_argument(
        "--threshold",
        type=_share,
        default=THRESHOLD,
        metavar="NUMBER",
        help=f"lowest confidence, from 0 to 1, that words are a quotation (default: {THRESHOLD})",
    )
    group.add_argument("--encoding", type=_encoding, metavar="NAME", help="encoding of the files (default: utf-8)")
    group.add_argument("--workers", type=_count, default=1, metavar="N", help="number of processes (default: 1)")
    group.add_argument("--progress", action="store_true", help="show a progress bar on standard error")


def _add_writing(group: Any) -> None:
    form = group.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="write one JSON object per attribution")
    form.add_argument("--csv", action="store_true", help="write one CSV row per attribution, nested ones included")
    form.add_argument("--jsonl", action="store_true", help="read an archive of articles in JSON Lines")
    group.add_argument("-o", "--output", metavar="OUT", help="file to write to (default: standard output)")
    group.add_argument(
        "--html",
        metavar="OUT",
        help="save the text with its quotations in colour, instead of printing a table; a folder for several files",
    )
    group.add_argument(
        "--text-out", metavar="OUT", help="also save the text that offsets refer to; a folder for several files"
    )


def _kinds(value: str) -> tuple[str, ...]:
    kinds = tuple(kind.strip() for kind in value.split(","))
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown kind {unknown[0]!r}; the kinds are {', '.join(KINDS)}")
    return kinds


def _share(value: str) -> float:
    try:
        return check_threshold(float(value))
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to 1, not {value!r}") from None


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number, 1 or more, not {value!r}")
    return int(value)


def _encoding(value: str) -> str:
    try:
        return codecs.lookup(value).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"unknown encoding {value!r}; try utf-8, cp1252 or utf-16") from None


def _speakers(value: str) -> Speakers:
    """Return the cast that a file or a list of names gives."""
    path = Path(value)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if not is_file and path.suffix in (".txt", ".json", ".tsv", ".csv"):
        raise argparse.ArgumentTypeError(f"there is no file {value!r}")
    try:
        cast = _cast_of_file(path) if is_file else [name.strip() for name in value.split(",") if name.strip()]
        SpeakerResolver(cast)
    except (OSError, ValueError, TypeError) as error:
        raise argparse.ArgumentTypeError(f"cannot read {value!r}: {error}") from None
    if not cast:
        raise argparse.ArgumentTypeError(f"no names in {value!r}")
    return cast


def _cast_of_file(path: Path) -> dict[str, list[str]] | list[str]:
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".json":
        cast: dict[str, list[str]] | list[str] = json.loads(text)
        return cast
    lines = (line.partition("=") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {
        name.strip(): [alias.strip() for alias in aliases.split(",") if alias.strip()] for name, _, aliases in lines
    }
