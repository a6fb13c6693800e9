"""Read the texts of tests/cases: markup out, offsets in.  The markup is explained in tests/cases/README.md."""

from __future__ import annotations

import re
from pathlib import Path

import attrs

CASES = Path(__file__).parent / "cases"
KINDS = {"d": ("direct",), "m": ("mixed",), "i": ("indirect",), "f": ("direct", "mixed")}
_OPENING = re.compile(r"\{(?P<id>[dmif]\d+|x)(?P<fields>(?:\|[^|:{}]*)*):[ ]?")


@attrs.frozen
class Expected:
    """One attribution that a careful reader sees."""

    id: str
    kinds: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    speakers: tuple[str, ...] = ()
    cue: str = ""
    more: dict[str, str] = attrs.Factory(dict)


@attrs.frozen
class Case:
    """A text and what is expected in it."""

    name: str
    about: dict[str, str]
    text: str
    expected: tuple[Expected, ...]
    not_speech: tuple[tuple[int, int], ...]


def read_case(path: Path) -> Case:
    """Read one file."""
    about, marked = _split_header(path.read_text(encoding="utf-8"))
    text, records, not_speech = _strip(marked, path.name)
    return Case(
        path.stem, about, text, tuple(_expected(id, *record) for id, record in records.items()), not_speech
    )


def read_cases() -> list[Case]:
    """Read all files, in the order of their names."""
    return [read_case(path) for path in sorted(CASES.glob("*.txt"))]


def _split_header(content: str) -> tuple[dict[str, str], str]:
    lines = content.split("\n")
    end = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    about = dict(line[1:].strip().split(": ", 1) for line in lines[:end])
    return about, "\n".join(lines[end + 1 :])


def _strip(
    marked: str, name: str
) -> tuple[str, dict[str, tuple[list[str], list[tuple[int, int]]]], tuple[tuple[int, int], ...]]:
    """Return the plain text, the fields and spans of each id, and the passages that are no speech."""
    plain: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, int]] = []
    records: dict[str, tuple[list[str], list[tuple[int, int]]]] = {}
    not_speech: list[tuple[int, int]] = []
    for match in re.finditer(rf"{_OPENING.pattern}|\}}", marked):
        plain.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match["id"]:
            open_marks.append((match["id"], length))
            if match["id"] != "x":
                fields, _ = records.setdefault(match["id"], ([], []))
                fields.extend(match["fields"].split("|")[1:])
            continue
        assert open_marks, f"{name}: a brace too many near {marked[at - 40 : at]!r}"
        id, start = open_marks.pop()
        (not_speech if id == "x" else records[id][1]).append((start, length))
    assert not open_marks, f"{name}: no closing brace for {open_marks}"
    plain.append(marked[at:])
    text = "".join(plain)
    assert "{" not in text and "|" not in text, (
        f"{name}: markup that cannot be read: {text[text.find('{') :][:60]!r}"
    )
    return text, records, tuple(not_speech)


def _expected(id: str, fields: list[str], spans: list[tuple[int, int]]) -> Expected:
    plain = [field for field in fields if "=" not in field]
    more = dict(field.split("=", 1) for field in fields if "=" in field)
    speakers = tuple(name for name in plain[0].split("/") if name) if plain else ()
    return Expected(id, KINDS[id[0]], tuple(spans), speakers, plain[1] if len(plain) > 1 else "", more)
