"""The shapes of what is scored: gold documents and records as JSON gives them, and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

Pair = Sequence[int]  # start and end (exclusive) of a span
Places = set[int]  # ranks of letters and digits
Gold = dict[str, Any]  # a gold document, or one quotation of it
Wire = dict[str, Any]  # a record in the wire format
Predictions = Mapping[str, list[Wire]]  # by document
Figures = dict[str, Any]  # nested, with `Prf` and `Rate` as leaves


class Record(TypedDict):
    """A predicted record with every field present."""

    kind: str
    spans: list[list[int]]
    letters: Places
    name: str
    mention: str
    mention_span: Pair | None
    form: str | None
    entity: int | None
    cue_span: Pair | None


class Prf(TypedDict):
    """Precision, recall and F1 with their counts."""

    p: float
    r: float
    f1: float
    hits: int
    predicted: int
    gold: int


class Rate(TypedDict):
    """A share with its counts."""

    value: float
    hits: int
    total: int
