"""Train one model: ``python -m benchmarks.train NAME …`` is ``python -m benchmarks.train.NAME …``.

Without a name it lists the trainers, one per line, with what each makes.
"""

from __future__ import annotations

import ast
import runpy
import sys
from pathlib import Path

TRAINERS = sorted(path for path in Path(__file__).parent.glob("[a-z]*.py"))


def main() -> None:
    """Command line."""
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in {path.stem for path in TRAINERS}:
        for path in TRAINERS:
            about = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            print(f"{path.stem:20}{about.partition(chr(10))[0]}")
        raise SystemExit(2 if name else 0)
    sys.argv = [name, *sys.argv[2:]]
    runpy.run_module(f"benchmarks.train.{name}", run_name="__main__")


if __name__ == "__main__":
    main()
