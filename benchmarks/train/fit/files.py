"""Write the files of the models."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.paths import MODELS


def write_model(name: str, model: dict[str, Any]) -> None:
    """Write the weights of a model as compact JSON, one template a line."""
    text = json.dumps(model, ensure_ascii=False, separators=(",", ":"))
    (MODELS / f"{name}.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")
