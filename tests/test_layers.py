"""The rule for the arrows: a file imports only what stands below it."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "quotex"

# From the top to the ground.  A row is a layer: what it names may import any row below, and what lies in the same
# folder, but nothing above and nothing beside it.  A folder stands for all of its files that no other row names.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__main__",),
    ("command",),
    ("__init__",),
    ("archive", "frames", "spark", "spacy"),
    ("many",),
    ("extract",),
    ("resolve.resolver",),
    ("resolve.story", "resolve.news", "resolve.labels"),
    ("resolve.decision",),
    ("resolve.people",),
    ("detect.detector",),
    ("detect.confidence",),
    ("detect.claims",),
    ("detect.reports", "detect.speech"),
    ("detect.tags", "detect.genre"),
    ("detect.layout",),
    ("detect.marks",),
    ("attributions", "show"),
    ("read",),
    ("lexicon",),
    ("records",),
    ("models",),
    ("html",),
    ("patterns",),
)
KNOT = {"attributions", "show"}  # the methods of an attribution show and tabulate it


def module(path: Path) -> str:
    """Return the dotted name of a file below the package."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


MODULES = sorted(map(module, PACKAGE.rglob("*.py")))


def room(name: str) -> tuple[int, str]:
    """Return the number and the room of the layer that a module belongs to: the longest entry that holds it."""
    found = [
        (len(entry), number, entry)
        for number, row in enumerate(LAYERS)
        for entry in row
        if name == entry or name.startswith(entry + ".")
    ]
    assert found, f"no layer holds quotex.{name}"
    return max(found)[1:]


@cache
def imports(name: str) -> frozenset[str]:
    """Return the modules of the package that a module imports, within functions and for types as well."""
    tree = ast.parse((PACKAGE / (name.replace(".", "/") + ".py")).read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "quotex":
            inner = node.module.removeprefix("quotex").removeprefix(".")
            for alias in node.names:
                longer = f"{inner}.{alias.name}".removeprefix(".")
                names = [n for n in (longer, inner, f"{inner}.__init__".removeprefix(".")) if n in MODULES]
                found.add(names[0])
    return frozenset(found)


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith(".__init__")])
def test_imports_point_down(name: str) -> None:
    number, own = room(name)
    for other in imports(name):
        if other.endswith(".__init__"):
            other = other.removesuffix(".__init__")
        level, theirs = room(other)
        together = theirs == own or {own, theirs} == KNOT
        assert level > number or together, f"quotex.{name} ({own}) imports quotex.{other} ({theirs}), which is above"


def test_the_one_circle_is_attributions_with_what_shows_it() -> None:
    arrows = {name: imports(name) - {name} for name in MODULES}
    reach: dict[str, set[str]] = {}
    for name in MODULES:
        seen, todo = set(), [name]
        while todo:
            for other in arrows.get(todo.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    todo.append(other)
        reach[name] = seen
    circular = {name for name in MODULES if name in reach[name]}
    assert circular <= {"attributions", "show.display", "show.explain", "show.plots", "show.tables"}


def test_no_room_is_crowded() -> None:
    folders: dict[Path, int] = {}
    for path in PACKAGE.rglob("*.py"):
        folders[path.parent] = folders.get(path.parent, 0) + 1
    assert max(folders.values()) <= 20
