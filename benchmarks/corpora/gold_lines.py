"""Texts with gold in lines: a file NAME.txt, and NAME.gold with one line a quotation.

    [?][N]KIND SPEAKER[/ALT…] :: part[ ~ part…][ || CUE[ || SOURCE]]

The format and the guide of annotation are in ``many_voices/GUIDE.md``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

Span = tuple[int, int]
KINDS = {"D": "direct", "M": "mixed", "I": "indirect"}
_LINE = re.compile(r"(?P<optional>\??)(?P<nested>N?)(?P<kind>[DMI])\s+(?P<speaker>.*?)\s+::\s+(?P<rest>.*)")
_FIELD = re.compile(r"\s\|\|(?:\s|$)")
_REACH = 300  # characters around the words in which their cue and source stand


@frozen
class Line:
    """One annotated quotation; offsets are ``str`` indices into the text, end exclusive.

    Attributes:
        kind: ``"direct"``, ``"mixed"`` or ``"indirect"``.
        speakers: The names that are right, the fullest first; ``"-"`` stands for no speaker at all.
        parts: The words, part by part.
        optional: Whether a record here is allowed but not asked for.
        nested: Whether it lies in the words of another quotation.
        cue, source: The words that report, and those that say whose words they are, or None.
    """

    kind: str
    speakers: tuple[str, ...]
    parts: tuple[Span, ...]
    optional: bool = False
    nested: bool = False
    cue: Span | None = None
    source: Span | None = None

    @property
    def required(self) -> bool:
        """Whether a reader that misses it is wrong."""
        return not self.optional and not self.nested


@frozen
class GoldText:
    """A text with its gold lines, in text order."""

    name: str
    text: str
    lines: tuple[Line, ...]

    @property
    def kind(self) -> str:
        """The kind of text: what stands before the first hyphen of its name."""
        return self.name.partition("-")[0]


def read_folder(folder: Path, golds: Path | None = None) -> Iterator[GoldText]:
    """Yield the texts of a folder in the order of their names, with the gold beside them or in another folder.

    Raises:
        ValueError: A gold line cannot be read, or its words are not in the text; the message names file and line.
    """
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode("utf-8")
        gold = (golds or folder) / f"{path.stem}.gold"
        yield GoldText(path.stem, text, read_lines(text, gold))


def read_lines(text: str, path: Path) -> tuple[Line, ...]:
    """Return the gold lines of a text; see `read_folder`."""
    found: list[Line] = []
    at = 0
    for number, written in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if written.strip() and not written.startswith("#"):
            try:
                line = _read_line(text, written.strip(), at)
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from None
            at = line.parts[0][0] + 1
            found.append(line)
    return tuple(found)


def _read_line(text: str, written: str, at: int) -> Line:
    match = _LINE.fullmatch(written)
    if match is None:
        raise ValueError(f"no gold line: {written}")
    content, *rest = _FIELD.split(match["rest"])
    cue, source = (*(field.strip() for field in rest), "", "")[:2]
    parts = _find_parts(text, content.split(" ~ "), at)
    whole = (parts[0][0], parts[-1][1])
    found_cue = _find_beside(text, cue, whole, parts) if cue else None
    near = found_cue or whole
    return Line(
        KINDS[match["kind"]],
        tuple(name.strip() for name in match["speaker"].split("/")),
        parts,
        optional=bool(match["optional"]),
        nested=bool(match["nested"]),
        cue=found_cue,
        source=_find_beside(text, source, near, parts) if source else None,
    )


def _find_parts(text: str, parts: list[str], at: int) -> tuple[Span, ...]:
    found: list[Span] = []
    for part in parts:
        pattern = _flexible(part)
        match = pattern.search(text, found[-1][1] if found else at) or (None if found else pattern.search(text))
        if match is None:
            raise ValueError(f"not in the text: {part}")
        found.append(match.span())
    return tuple(found)


def _find_beside(text: str, words: str, near: Span, parts: tuple[Span, ...]) -> Span | None:
    """Return the occurrence that stands nearest to a stretch, outside of the quoted words where one does."""
    pattern = re.compile(rf"(?<!\w){_flexible(words).pattern}(?!\w)")
    floor, ceiling = max(0, near[0] - _REACH), near[1] + _REACH
    places = [match.span() for match in pattern.finditer(text, floor, ceiling)]
    return min(places, key=lambda place: (_inside(place, parts), _distance(place, near)), default=None)


def _inside(place: Span, parts: tuple[Span, ...]) -> bool:
    return any(start <= place[0] and place[1] <= end for start, end in parts)


def _distance(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _flexible(words: str) -> re.Pattern[str]:
    """Return a pattern of the words with any white space between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))
