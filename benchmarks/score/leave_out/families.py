"""How a family of features is left out: its model is trained again without it, on one fold.

The texts of the fold are read and their features taken once.  The model is trained with all features first.  Then it is
trained again without each family in turn, and once more with all, always from the same weights and as long: so only the
family differs, and nothing has seen what the fold left out.  A training that is cut short makes a family seem worth
more than it is, never less.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Protocol

from benchmarks.score.leave_out.sets import DevSet
from quotex.models import load_model

FOLDS, LEFT_OUT = 5, 4  # the first fold leaves out little but one author


class Fold(Protocol):
    """A model that can be trained on one fold."""

    @property
    def left_out(self) -> Sequence[DevSet]:
        """What the fold left out, as further development sets."""
        ...

    def weights(self, without: Collection[str]) -> dict[str, Any]:
        """Return the weights trained without some families, in the form of the file of the model."""
        ...


def families_of(name: str) -> list[str]:
    """Return the families of the features of a model, in order: the first words of their names."""
    return sorted({family_of(feature) for table in _tables(load_model(name)) for feature in table})


def family_of(feature: str) -> str:
    """Return the first word of the name of a feature.

    >>> family_of("recent.owner.2"), family_of("spoke last, 2 paragraphs back"), family_of("rank=0")
    ('recent', 'spoke', 'rank')
    """
    return re.split(r"[.=, ]", feature, maxsplit=1)[0]


def _tables(model: Any) -> Iterator[dict[str, float]]:
    """Yield the tables of weights of a model: whatever maps names to numbers, save the calibration."""
    if isinstance(model, dict) and model and all(isinstance(value, float | int) for value in model.values()):
        yield model
    elif isinstance(model, dict):
        for key, inner in model.items():
            if key not in ("calibration", "contexts"):
                yield from _tables(inner)
