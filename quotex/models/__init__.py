"""Learned weights as data: one loader for the JSON files of this folder.

Beside each ``NAME.json`` stands its card ``NAME.md``: the data, the command that made it, the date, the figures.
"""

from __future__ import annotations

from functools import cache
from typing import Any


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
