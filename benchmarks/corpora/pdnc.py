"""PDNC: the quotations of whole novels."""

from __future__ import annotations

import ast
import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from benchmarks.corpora.files import letters_only, print_report, read_text, write_documents
from benchmarks.score.measures.names import PRONOUNS
from benchmarks.score.measures.shapes import Gold

PDNC_HELD_OUT = {
    "MansfieldPark",
    "HardTimes",
    "OliverTwist",
    "WinnieThePooh",
    "WhereAngelsFearToTread",
    "APassageToIndia",
}


class Character(TypedDict):
    """A character as the list of a novel has it."""

    name: str
    aliases: list[str]
    gender: str
    category: str


def read_csv(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file as dicts."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_names(column: str) -> list[str]:
    """Return the sorted names of a column that holds a Python list or set, or a single plain name."""
    try:
        value = ast.literal_eval(column)
    except (ValueError, SyntaxError):
        value = [column]
    names = value if isinstance(value, (set, list, tuple)) else [value]
    return sorted({str(name).strip() for name in names} - {"", "nan", "None"})


def read_characters(path: Path) -> list[Character]:
    """Return the characters of a novel; aliases that are pronouns are dropped."""
    return [
        {
            "name": row["Main Name"].strip(),
            "aliases": [a for a in read_names(row["Aliases"]) if a.casefold() not in PRONOUNS],
            "gender": row["Gender"],
            "category": row["Category"],
        }
        for row in read_csv(path)
    ]


def main_name(speaker: str, characters: Sequence[Character], quotes_by_name: Mapping[str, int]) -> str | None:
    """Return the main name for a speaker who may be given by an alias; of several bearers the most talkative."""
    bearers = [c["name"] for c in characters if c["name"] == speaker] or [
        c["name"] for c in characters if speaker in c["aliases"]
    ]
    return max(bearers, key=lambda name: quotes_by_name.get(name, 0), default=None)


def locate(text: str, part: str, start: int, end: int, reach: int = 200) -> list[int] | None:
    """Return the span of `part` at or near text[start:end], compared by letters and digits; None if not there."""
    if letters_only(text[start:end]) == letters_only(part):
        return trim(text, start, end)
    pattern = r"\W*".join(map(re.escape, re.findall(r"\w+", part)))
    found = [m.span() for m in re.finditer(pattern, text[max(0, start - reach) : end + reach])] if pattern else []
    if not found:
        return None
    offset = max(0, start - reach)
    nearest = min(found, key=lambda span: abs(span[0] + offset - start))
    return trim(text, nearest[0] + offset, nearest[1] + offset)


def trim(text: str, start: int, end: int) -> list[int]:
    """Return [start, end] without white space at the edges."""
    part = text[start:end]
    return [start + len(part) - len(part.lstrip()), start + len(part.rstrip())]


def pdnc_document(folder: Path, split: str, report: Counter[str]) -> Gold:
    """Return the gold document of one novel."""
    text = read_text(folder / "novel_text.txt")
    characters = read_characters(folder / "character_info.csv")
    rows = read_csv(folder / "quotation_info.csv")
    spoken = Counter(row["speaker"].strip() for row in rows)
    quotes, ignore = [], []
    for row in rows:
        parts, offsets = ast.literal_eval(row["subQuotationList"]), ast.literal_eval(row["quoteByteSpans"])
        located = [locate(text, part, start, end) for part, (start, end) in zip(parts, offsets, strict=False)]
        for (start, end), span in zip(offsets, located, strict=False):
            report["sub-quotations"] += 1
            report["sub-quotations with trimmed or moved offsets"] += span not in (None, [start, end])
        spans = [span for span in located if span is not None]
        unverified = len(parts) != len(offsets) or len(spans) < len(located)
        if unverified or not any(map(letters_only, parts)):
            report[
                "quotations that could not be verified, ignored"
                if unverified
                else "quotations without a letter or digit, ignored"
            ] += 1
            ignore += offsets
            continue
        speaker = main_name(row["speaker"].strip(), characters, spoken)
        if speaker is None:
            report["speakers not in the character list"] += 1
            speaker = row["speaker"].strip()
        elif speaker != row["speaker"].strip():
            report["speakers given by an alias"] += 1
        kind = row["quoteType"] if row["quoteType"] in ("Explicit", "Anaphoric", "Implicit") else None
        report[f"quotations, {kind or 'no type'}"] += 1
        referring = row["referringExpression"].strip()
        quotes.append(
            {
                "id": row["quoteID"],
                "spans": sorted(spans),
                "speaker": speaker,
                "type": kind,
                "referring": referring if referring not in ("", "nan") else None,
                "addressees": read_names(row["addressees"]),
            }
        )
    return {
        "doc": folder.name,
        "corpus": "pdnc",
        "split": split,
        "text": text,
        "quotes": sorted(quotes, key=lambda q: (q["spans"], q["id"])),
        "characters": characters,
        "ignore": sorted(ignore),
    }


def build_pdnc(corpus: Path, public: Path, held_out: Path) -> None:
    """Convert PDNC: the 22 novels of the first release are public, the 6 of the second release are held out."""
    folders = sorted(path for path in (corpus / "data").iterdir() if path.is_dir())
    for split, out in (("dev", public), ("test", held_out)):
        report = Counter[str]()
        documents = [
            pdnc_document(folder, split, report)
            for folder in folders
            if (folder.name in PDNC_HELD_OUT) == (split == "test")
        ]
        write_documents(out / f"pdnc-{split}.jsonl.gz", documents)
        print_report(report)
