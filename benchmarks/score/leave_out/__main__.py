"""Measure what each rule and each family of features is worth: the main figure of every development set without it,
minus the figure with everything.

    python -m benchmarks.score.leave_out OUT [--eval FOLDER] [--texts FOLDER …] [--marked FOLDER …] [--only NAME]
    [--together MODEL FAMILY …]

The rules are those of the ordered tuples in `rules.RULES`; nothing is trained again for them.  A family is all features
of a model whose names begin with the same word.  Its model is trained again without it on one fold, and compared with
the model trained again with all (`families`); what the fold left out is measured too.  A family whose weights were only
set to zero would seem to be worth what others can learn to tell.  Families that are worth nothing one by one may tell
the same thing: ``--together`` leaves several out at once.

Since all of this only resolves speakers, what was said is detected once, and a set that a change cannot touch is not
read again.  Each measurement is written to OUT/measured.jsonl as one line as soon as it is made, and a run that is
started again continues after the last line; remove OUT when the code has changed.

Figures are per cent of quotations with right words and right speaker (texts), of resolved names (PolNeAR), of right
speakers by name (novels: every third of PDNC, or those that the fold left out), of pronouns ranked right (chains,
marked).  Behind each change stands its interval of 95 % by a paired bootstrap over documents; a novel counts as a
document for every fifty quotations.  The last column is all sets together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

from benchmarks.score.leave_out.families import Fold, families_of
from benchmarks.score.leave_out.rules import Without, without_rules
from benchmarks.score.leave_out.sets import LEFT, NEWS, NOVELS, TEXTS, Count, DevSet, Extract, dev_sets
from benchmarks.score.measures.bootstrap import Difference, difference
from benchmarks.score.measures.reading import read_jsonl

# The models whose families are left out, and the kinds of development sets that their weights may affect.
MODELS = {"pronouns": (TEXTS, NEWS), "dialogue_short": (TEXTS,), "dialogue": (TEXTS,)}
WHOLE = "all"
NOTICED = 0.03  # points from which a rule is worth something
Counts = Mapping[str, Sequence[Count]]  # by development set
Measure = Callable[[], Counts]


class Measured:
    """The measurements of a file, to which new ones are added one by one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        rows = read_jsonl(path) if path.exists() else ()
        self._done: dict[str, Counts] = {row["without"]: row["counts"] for row in rows}

    def __call__(self, what: str, make: Measure) -> Counts:
        """Return a measurement, made and written down unless it is there."""
        if what not in self._done:
            self._done[what] = make()
            with self._path.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"without": what, "counts": self._done[what]}) + "\n")
        return self._done[what]


def measure_rules(sets: Sequence[DevSet], extract: Extract) -> Iterator[tuple[str, Measure]]:
    """Yield what is measured with all rules, then without each."""

    def measure(kinds: Collection[str], without: Without) -> Counts:
        with without():
            return _count(sets, extract, kinds)

    yield WHOLE, partial(measure, (TEXTS, NEWS, NOVELS), nullcontext)
    for name, kinds, without in without_rules():
        yield name, partial(measure, kinds, without)


def measure_families(
    name: str, groups: Iterable[Sequence[str]], sets: Sequence[DevSet], extract: Extract, fold: Callable[[], Fold]
) -> Iterator[tuple[str, Measure]]:
    """Yield what is measured with a model trained on one fold with all families, then without each group of them."""

    def measure(families: Collection[str]) -> Counts:
        weights = fold().weights(families)
        with patch.object(extract, "weights", {name: weights}):
            return _count([*fold().left_out, *sets], extract, (*MODELS[name], LEFT))

    for families in ((), *groups):
        yield f"{name}: {'+'.join(families) or WHOLE}", partial(measure, families)


def _count(sets: Sequence[DevSet], extract: Extract, kinds: Collection[str]) -> Counts:
    return {one.name: one.count(extract) for one in sets if one.kind in kinds}


def changes(before: Counts, after: Counts) -> dict[str, Difference]:
    """Return what changes on each set, and on all that were measured anew together."""
    found = {name: difference(counts, after.get(name, counts)) for name, counts in before.items()}
    pairs = [(before[name], after[name]) for name in after]
    all_before, all_after = ([count for pair in pairs for count in pair[side]] for side in (0, 1))
    return found | {"together": difference(all_before, all_after)}


def is_worth(found: Mapping[str, Difference]) -> bool:
    """Tell whether some set, or all together, surely lose something that is noticed."""
    return any(change.value <= -NOTICED and change.high < 0 for change in found.values())


def print_section(rows: Iterator[tuple[str, Measure]], measured: Measured, only: str) -> None:
    """Print a line with the figures of all together, and one for each thing left out whose name holds a word."""
    whole, measure = next(rows)
    chosen = [(name, measure) for name, measure in rows if only in name]
    if not chosen:
        return
    before = measured(whole, measure)
    print(f"\n{whole:34}" + "".join(f"{name[:15]:>20}" for name in (*before, "together")))
    figures = (
        100 * sum(right for right, _ in counts) / max(1, sum(total for _, total in counts))
        for counts in before.values()
    )
    print(f"{'':34}" + "".join(f"{figure:>20.2f}" for figure in figures))
    for name, measure in chosen:
        found = changes(before, measured(name, measure))
        cells = (f"{c.value:+.2f} ({c.low:+.2f} {c.high:+.2f})" if any(c) else "0" for c in found.values())
        mark = "" if is_worth(found) else "  worth nothing here"
        print(f"{name:34}" + "".join(f"{cell:>20}" for cell in cells) + mark, flush=True)


def read_fold(name: str, options: argparse.Namespace) -> Fold:
    """Read what a model is trained on, which takes some minutes."""
    if name == "pronouns":
        from benchmarks.score.leave_out.pronouns import read_fold as read

        return read(options.eval, options.marked)
    from benchmarks.score.leave_out.stories import READERS

    return READERS[name](options.eval, options.out / f"{name}.npz")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder of the measurements")
    parser.add_argument("--eval", type=Path, help="folder with polnear-dev, its names, pdnc-dev, and the training data")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders of texts with gold lines")
    parser.add_argument("--marked", type=Path, nargs="*", default=[], help="folders that the pronouns are trained on")
    parser.add_argument("--only", default="", help="measure only rules and families whose name holds this")
    parser.add_argument(
        "--together", nargs="+", metavar="MODEL FAMILY", help="measure these families, left out together"
    )
    options = parser.parse_args()
    if options.together and (options.eval is None or options.together[0] not in MODELS):
        parser.error(f"--together needs --eval and one of the models {', '.join(MODELS)}")
    options.out.mkdir(parents=True, exist_ok=True)
    measured, extract = Measured(options.out / "measured.jsonl"), Extract()
    sets = list(dev_sets(options.eval, options.texts))
    if options.together:
        groups = {options.together[0]: [options.together[1:]]}
    else:
        print_section(measure_rules(sets, extract), measured, options.only)
        groups = {name: [(family,) for family in families_of(name)] for name in MODELS if options.eval}
    for name, families in groups.items():
        fold = cache(partial(read_fold, name, options))
        print_section(measure_families(name, families, sets, extract, fold), measured, options.only)


if __name__ == "__main__":
    main()
