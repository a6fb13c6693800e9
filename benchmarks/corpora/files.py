"""Reading and writing the files of a conversion."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def read_text(path: Path) -> str:
    """Read a UTF-8 file without touching its line ends."""
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def write_documents(path: Path, documents: Sequence[Mapping[str, Any]]) -> None:
    """Write one compact JSON object a line, gzipped without time stamp or file name."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        open(path, "wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out,
    ):
        for document in documents:
            out.write(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
    print(f"{path.name}: {len(documents)} documents, {path.stat().st_size / 1e6:.2f} MB")


def letters_only(text: str) -> str:
    """Return the letters and digits of a text, casefolded."""
    return "".join(c for c in text.casefold() if c.isalnum())


def print_report(report: Mapping[str, int]) -> None:
    """Print the counts of a conversion."""
    for name in sorted(report):
        print(f"  {name}: {report[name]}")
