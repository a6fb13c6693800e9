"""``python -m quotex``: who said what in files or standard input, as a table, as JSON lines, or over an archive."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from quotex.attributions import Attributions
from quotex.extract import THRESHOLD, check_threshold
from quotex.many import ExtractionError, extract_many
from quotex.records import KINDS, to_wire

BAD_INPUT = 2
INTERRUPTED = 130
STANDARD_INPUT = "-"
_HEADER = ("SPEAKER", "CUE", "KIND", "QUOTATION")
_WIDEST = (28, 16, 8)
_LEAST_WIDTH = 60

_EPILOG = """\
With --jsonl FILE is an archive: JSON objects, one a line, plain or gzipped. One line goes out for each article:
{"line": its number, "id": its id, "quotes": [the attributions]}. With -o an interrupted run continues where it
stopped when the same command is given again.

Exit status: 0 when everything could be read, 2 when a file or a line could not.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    _write_utf8()
    options = _parse(arguments)
    try:
        if options.jsonl:
            from quotex.archive import extract_archive

            return extract_archive(
                options.files[0] if options.files else STANDARD_INPUT,
                options.output,
                text_field=options.text_field,
                id_field=options.id_field,
                kinds=options.kinds,
                threshold=options.threshold,
                workers=options.workers,
                progress=options.progress,
            )
        return _run_files(options)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python would complain again while it closes standard output.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _write_utf8() -> None:
    """Write UTF-8 whatever the locale says: it is what the JSON lines promise, and names need it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m quotex",
        description="Find who said what in English prose, and exactly where the text says so.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", metavar="FILE", nargs="*", help="UTF-8 text; standard input without one, or for -")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON object an attribution, with its file")
    form.add_argument("--jsonl", action="store_true", help="read an archive of articles in JSON lines")
    parser.add_argument("--kinds", type=_kinds, help=f"kinds wanted, comma-separated: {','.join(KINDS)} (all)")
    parser.add_argument(
        "--threshold",
        type=_share,
        default=THRESHOLD,
        metavar="SHARE",
        help=f"least confidence, 0 to 1, that the words are a quotation ({THRESHOLD})",
    )
    parser.add_argument("--workers", type=_count, default=1, metavar="N", help="processes to use (1)")
    parser.add_argument("--progress", action="store_true", help="show a progress bar on standard error")
    archive = parser.add_argument_group("archives, with --jsonl")
    archive.add_argument("--text-field", metavar="NAME", help="the field that holds the text (text)")
    archive.add_argument("--id-field", metavar="NAME", help="a field to copy to the output as id")
    archive.add_argument("-o", "--output", metavar="OUT", help="file to write, or to continue (standard output)")
    options = parser.parse_args(arguments)
    if options.jsonl and len(options.files) > 1:
        parser.error("--jsonl reads one archive at a time")
    if not options.jsonl and (options.text_field or options.id_field or options.output):
        parser.error("--text-field, --id-field and --output belong to --jsonl")
    options.text_field = options.text_field or "text"
    return options


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
        raise argparse.ArgumentTypeError(f"needs a number from 0 to 1, not {value!r}") from None


def _count(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"needs a whole number, 1 or more, not {value!r}")
    return int(value)


def _run_files(options: argparse.Namespace) -> int:
    """Print what each file says; complain about those that cannot be read, and go on."""
    names = options.files or [STANDARD_INPUT]
    read: list[str] = []
    results = extract_many(
        _texts(names, read),
        workers=options.workers,
        errors="collect",
        kinds=options.kinds,
        threshold=options.threshold,
        progress=options.progress,
    )
    for number, result in enumerate(results):
        name = read[number]
        if isinstance(result, ExtractionError):
            complain(f"{name}: {result.message}")
        elif options.json:
            _print_json(name, result)
        else:
            _print_table(name if len(names) > 1 else None, result)
    return 0 if len(read) == len(names) else BAD_INPUT


def _texts(names: Sequence[str], read: list[str]) -> Iterator[str]:
    """Yield the text of each file that can be read, and note its name in ``read``."""
    for name in names:
        try:
            data = sys.stdin.buffer.read() if name == STANDARD_INPUT else Path(name).read_bytes()
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            complain(f"{name}: not UTF-8 at byte {error.start}: {error.reason}")
        except (OSError, ValueError) as error:
            complain(f"{name}: {getattr(error, 'strerror', None) or error}")
        else:
            read.append(name)
            yield text


def complain(message: str) -> None:
    """Write one line to standard error."""
    print("quotex:", " ".join(to_wire(message).split()), file=sys.stderr)


def _print_json(name: str, result: Attributions) -> None:
    for attribution in result:
        print(json.dumps({"file": to_wire(name), **attribution.to_dict()}, ensure_ascii=False))


def _print_table(name: str | None, result: Attributions) -> None:
    """Print the attributions in columns; quotations are wrapped, never cut."""
    if name is not None:
        print(f"== {_printable(name)} ==")
    rows = [_row(attribution) for attribution in result]
    if not rows:
        print("no quotations found")
    else:
        widths = [
            min(widest, max(len(row[column]) for row in [_HEADER, *rows])) for column, widest in enumerate(_WIDEST)
        ]
        total = max(shutil.get_terminal_size((110, 24)).columns, _LEAST_WIDTH)
        widths.append(max(total - sum(widths) - 2 * len(widths), 20))
        for row in (_HEADER, *rows):
            _print_row(row, widths)
    if name is not None:
        print()


def _row(attribution: Any) -> tuple[str, ...]:
    cells = (attribution.speaker_name or "-", attribution.cue_text or "-", attribution.quote.kind)
    return (*map(_printable, cells), _printable(attribution.quote.text))


def _printable(text: str) -> str:
    """One line without control characters, which could move the cursor or change colours."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))


def _print_row(row: tuple[str, ...], widths: list[int]) -> None:
    columns = [textwrap.wrap(cell, width) or [""] for cell, width in zip(row, widths, strict=True)]
    for line in range(max(map(len, columns))):
        cells = [column[line] if line < len(column) else "" for column in columns]
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


if __name__ == "__main__":
    sys.exit(main())
