"""Learned weights as data: one loader for the JSON files of this folder.

Beside each ``NAME.json`` stands its card ``NAME.md``: the data, the command that made it, the date, the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def load_model(name: str) -> dict[str, Any]:
    """Return the weights of ``NAME.json``.  They are kept and shared: treat them as read-only.

    Raises:
        FileNotFoundError: There is no such model file.
    """
    import json
    from pkgutil import get_data

    model: dict[str, Any] = json.loads(get_data(__name__, f"{name}.json") or b"{}")
    return model


class Models:
    """The weights that a text is read with: those you give, and those of the package for all other models.

    A `Document` carries them through all stages, so that a trainer can read texts with weights before they are saved.
    Pass them to `Extractor` or `Document` as ``models``.

    Args:
        given: Weights by the name of the model, in the form of its file.

    >>> Models(pronouns={"rank=0": 1.0}).weights("pronouns")
    {'rank=0': 1.0}
    """

    __slots__ = ("_given", "_made")

    def __init__(self, **given: dict[str, Any]) -> None:
        self._given = given
        self._made: dict[Callable[[Models], Any], Any] = {}

    def weights(self, name: str) -> dict[str, Any]:
        """Return the weights of one model, in the form of its file."""
        return self._given[name] if name in self._given else load_model(name)

    def given(self, name: str) -> dict[str, Any] | None:
        """Return what was given under a name, or None: words that stand in for those of a lexicon, in training."""
        return self._given.get(name)

    def once(self, make: Callable[[Models], T]) -> T:
        """Return ``make(self)``, computed once and kept, such as a scorer made from weights."""
        result: T | None = self._made.get(make)
        if result is None:
            result = self._made[make] = make(self)
        return result


PACKAGED = Models()
