"""Print results as a table, as JSON or as CSV, and save pages and texts."""

from __future__ import annotations

import csv
import errno
import json
import os
import shutil
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from quotex.attributions import Attribution, Attributions
from quotex.command.sources import STANDARD_INPUT, Source
from quotex.records import to_wire
from quotex.show.tables import COLUMNS, iter_rows

_HEADER = ("SPEAKER", "CUE", "KIND", "QUOTATION")
_WIDEST = (28, 16, 8)
_LEAST_WIDTH = 60
_NESTED = "  "  # before the speaker of a quotation within another one


class TableWriter:
    """Print a table for each text."""

    def __init__(self, out: IO[str], several: bool) -> None:
        self.out, self.several = out, several

    def __call__(self, name: str, result: Attributions) -> None:
        """Print the attributions of one text in columns; quotations are wrapped, never cut."""
        if self.several:
            print(f"== {_printable(name)} ==", file=self.out)
        rows = [row for attribution in result for row in _rows(attribution)]
        if rows:
            self._print([_HEADER, *rows])
        else:
            print("no quotations found", file=self.out)
        if self.several:
            print(file=self.out)

    def _print(self, rows: list[tuple[str, ...]]) -> None:
        widths = [min(widest, max(len(row[column]) for row in rows)) for column, widest in enumerate(_WIDEST)]
        total = max(shutil.get_terminal_size((110, 24)).columns, _LEAST_WIDTH)
        widths.append(max(total - sum(widths) - 2 * len(widths), 20))
        for row in rows:
            for line in _lines(row, widths):
                print(line, file=self.out)


def _rows(attribution: Attribution, before: str = "") -> Iterator[tuple[str, ...]]:
    cells = (attribution.speaker_name or "-", attribution.cue_text or "-", attribution.quote.kind)
    speaker, *others = map(_printable, (*cells, attribution.quote.text))
    yield (before + speaker, *others)
    for nested in attribution.nested:
        yield from _rows(nested, before + _NESTED)


def _printable(text: str) -> str:
    """Return one line without control characters, which could move the cursor or change colours."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))


def _lines(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    columns = []
    for cell, width in zip(row, widths, strict=True):
        indent = cell[: len(cell) - len(cell.lstrip())]
        columns.append(textwrap.wrap(cell.lstrip(), width, initial_indent=indent, subsequent_indent=indent) or [""])
    for line in range(max(map(len, columns))):
        cells = [column[line] if line < len(column) else "" for column in columns]
        yield "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


class JsonWriter:
    """Print one JSON object per attribution, with the name of its file."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out

    def __call__(self, name: str, result: Attributions) -> None:
        """Print the attributions of one text."""
        for attribution in result:
            record = {"file": to_wire(name), **attribution.to_dict()}
            print(json.dumps(record, ensure_ascii=False), file=self.out)


class CsvWriter:
    """Print one CSV row per attribution, nested ones included, with the name of its file in front."""

    def __init__(self, out: IO[str]) -> None:
        self.writer = csv.DictWriter(out, ["file", *(column.name for column in COLUMNS)], lineterminator="\n")
        self.writer.writeheader()

    def __call__(self, name: str, result: Attributions) -> None:
        """Print the attributions of one text."""
        for row in iter_rows(result):
            row["spans"] = " ".join(f"{start}-{end}" for start, end in row["spans"])
            row["members"] = "; ".join(row["members"])
            self.writer.writerow({"file": to_wire(name), **row})


class Saver:
    """Save a file for each text: at the path given, or below it when there are several texts."""

    def __init__(self, out: str, suffix: str, several: bool) -> None:
        self.folder = Path(out) if several or out.endswith(os.sep) or os.path.isdir(out) else None
        self.path, self.suffix = Path(out), suffix
        self.taken: set[str] = set()

    def __call__(self, source: Source, content: str) -> None:
        """Save the content made of one text.

        Raises:
            OSError: It cannot be written, or would overwrite the file that was read.
        """
        path = self.path
        if self.folder is not None:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / self._name(source.name)
        if is_same_file(str(path), source.name):
            raise OSError(errno.EEXIST, "this is the file that is read; choose another name", str(path))
        path.write_bytes(content.encode("utf-8", "surrogatepass"))

    def _name(self, name: str) -> str:
        stem = "standard-input" if name == STANDARD_INPUT else Path(name).stem
        taken, number = stem, 1
        while taken.casefold() in self.taken:
            number += 1
            taken = f"{stem}-{number}"
        self.taken.add(taken.casefold())
        return taken + self.suffix


def is_same_file(one: str, other: str) -> bool:
    """Tell whether two names stand for one file that exists; ``-`` is none."""
    try:
        return STANDARD_INPUT not in (one, other) and os.path.samefile(one, other)
    except OSError:
        return False


def writer(options: Any, out: IO[str], several: bool) -> TableWriter | JsonWriter | CsvWriter:
    """Return what prints results in the form that the options ask for."""
    if options.json:
        return JsonWriter(out)
    return CsvWriter(out) if options.csv else TableWriter(out, several)
