"""Read the texts of tests/cases: markup out, offsets in.  The markup is explained in tests/cases/README.md."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import attrs

from quotex.attributions import Attributions
from quotex.extract import extract_quotes

CASES = Path(__file__).parent / "cases"
KINDS = {"d": ("direct",), "m": ("mixed",), "i": ("indirect",), "f": ("direct", "mixed")}
_OPENING = re.compile(r"\{(?P<id>[dmif]\d+|x|o)(?P<fields>(?:\|[^|:{}]*)*):[ ]?")


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
    unsure: tuple[tuple[int, int], ...]


def read_case(path: Path) -> Case:
    """Read one file."""
    about, marked = _split_header(path.read_text(encoding="utf-8"))
    text, fields, spans = _strip(marked, path.name)
    passages = {id: tuple(spans.pop(id, ())) for id in ("x", "o")}
    expected = tuple(_expected(id, fields[id], spans[id]) for id in spans)
    return Case(path.stem, about, text, expected, passages["x"], passages["o"])


@cache
def read_cases() -> tuple[Case, ...]:
    """Read all files, in the order of their names."""
    return tuple(read_case(path) for path in sorted(CASES.glob("*.txt")))


@cache
def answer(text: str) -> Attributions:
    """Return what is found in a text, which is read once for all tests."""
    return extract_quotes(text)


def _split_header(content: str) -> tuple[dict[str, str], str]:
    lines = content.split("\n")
    end = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    about = dict(line[1:].strip().split(": ", 1) for line in lines[:end])
    return about, "\n".join(lines[end + 1 :])


def _strip(marked: str, name: str) -> tuple[str, dict[str, list[str]], dict[str, list[tuple[int, int]]]]:
    """Return the plain text, and the fields and the spans of each id."""
    plain: list[str] = []
    length = at = 0
    open_marks: list[tuple[str, int]] = []
    fields: dict[str, list[str]] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for match in re.finditer(rf"{_OPENING.pattern}|\}}", marked):
        plain.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match["id"]:
            open_marks.append((match["id"], length))
            fields.setdefault(match["id"], []).extend(match["fields"].split("|")[1:])
            spans.setdefault(match["id"], [])
        else:
            assert open_marks, f"{name}: a brace too many near {marked[at - 40 : at]!r}"
            id, start = open_marks.pop()
            spans[id].append((start, length))
    assert not open_marks, f"{name}: no closing brace for {open_marks}"
    text = "".join([*plain, marked[at:]])
    assert "{" not in text and "|" not in text, f"{name}: markup that cannot be read"
    return text, fields, spans


def _expected(id: str, fields: list[str], spans: list[tuple[int, int]]) -> Expected:
    plain = [field for field in fields if "=" not in field]
    more = dict(field.split("=", 1) for field in fields if "=" in field)
    speakers = tuple(name for name in plain[0].split("/") if name) if plain else ()
    return Expected(id, KINDS[id[0]], tuple(spans), speakers, plain[1] if len(plain) > 1 else "", more)
