"""Texts whose speakers are marked by hand (NAME.txt with NAME.gold), for training: who said what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotex.records import Quotation

_LINE = re.compile(r"\??N?[DMI]\s+(?P<speaker>.*?)\s+::\s+(?P<parts>.*)")
_LEAST = 0.5
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "professor", "prof", "cllr", "rev", "sgt",
                     "capt", "captain", "president", "senator", "councillor"))  # fmt: skip


class Marked(NamedTuple):
    """One marked quotation: the offsets of its letters and the accepted names of its speaker."""

    letters: frozenset[int]
    names: tuple[str, ...]


def read_texts(folder: Path) -> Iterator[tuple[str, list[Marked]]]:
    """Yield each text of a folder with its marked quotations."""
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        yield text, list(_marked(text, path.with_suffix(".gold").read_text(encoding="utf-8")))


def _marked(text: str, gold: str) -> Iterator[Marked]:
    at = 0
    for line in map(str.strip, gold.split("\n")):
        match = _LINE.fullmatch(line)
        if match is None or line.startswith("#"):
            continue
        spans: list[tuple[int, int]] = []
        for part in re.split(r"\s\|\|(?:\s|$)", match["parts"])[0].split(" ~ "):
            found = re.compile(r"\s+".join(map(re.escape, part.split()))).search(text, spans[-1][1] if spans else at)
            if found:
                spans.append(found.span())
        if spans:
            at = spans[0][0] + 1
            yield Marked(letters(text, spans), tuple(name.strip() for name in match["speaker"].split("/")))


def letters(text: str, spans: list[tuple[int, int]]) -> frozenset[int]:
    """Return the offsets of the letters and digits within spans."""
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def names_of(quotation: Quotation, marked: list[Marked]) -> tuple[str, ...]:
    """Return the accepted names of the marked quotation that one overlaps by half, or nothing."""
    offsets = frozenset(i for span in quotation.spans for i in range(span.start, span.end))
    best: tuple[str, ...] = ()
    share = _LEAST
    for one in marked:
        common = len(one.letters & offsets) / max(1, len(one.letters))
        if common >= share and len(one.letters) >= 0.3 * len(offsets):
            best, share = one.names, common
    return best


def same_name(name: str, accepted: tuple[str, ...]) -> bool:
    """Tell whether a name is an accepted one, titles and articles aside."""
    words = _words(name)
    return bool(words) and any(words == _words(other) for other in accepted)


def _words(name: str) -> list[str]:
    words = re.findall(r"[\w@']+", name.casefold().replace("’", "'"))
    return [word for word in words if word not in {"the", "a", "an"} | _TITLES]
