"""How a rule is left out: the ordered tuple that holds it is replaced by one without it."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any
from unittest.mock import patch

from benchmarks.score.leave_out.sets import NEWS, NOVELS, TEXTS

# Where the tuples are asked, and the kinds of development sets that their rules may affect.
RULES = (
    ("news", "quotex.resolve.news.rules", "RULES", (TEXTS, NEWS)),
    ("news, floating", "quotex.resolve.news.decide", "FLOATING", (TEXTS, NEWS)),
    ("story", "quotex.resolve.story.features.rules", "RULES", (TEXTS, NOVELS)),
)
Without = Callable[[], AbstractContextManager[Any]]


def without_rules() -> Iterator[tuple[str, tuple[str, ...], Without]]:
    """Yield for each rule its name, the kinds of sets that it may affect, and how to do without it."""
    for stage, module, name, kinds in RULES:
        rules = getattr(importlib.import_module(module), name)
        for rule in rules:
            rest = tuple(other for other in rules if other is not rule)
            yield f"{stage}: {rule.__name__}", kinds, _put(f"{module}.{name}", rest)


def _put(place: str, rules: tuple[Any, ...]) -> Without:
    return lambda: patch(place, rules)
