"""Measure what each rule and each family of features is worth: the main figure of every development set without it,
minus the figure with everything.

    python -m benchmarks.score.leave_out OUT.jsonl [--eval FOLDER] [--texts FOLDER …] [--only NAME]

The rules are those of the ordered tuples in `RULES`.  A family is all features of one of `FAMILIES` whose names begin
with the same word; to leave it out, its weights are set to zero.  Nothing is trained again.  Since all of this only
resolves speakers, what was said is detected once, and a set that a change cannot touch is not read again.  Each
measurement is written to OUT as one line as soon as it is made, and a run that is started again continues after the
last line.  Figures are per cent of quotations with right words and right speaker (texts), of resolved names (PolNeAR)
and of right speakers by name (every third novel of PDNC).
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import tempfile
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager
from itertools import chain, islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

from benchmarks.corpora.describe import CORPUS
from benchmarks.score.measures.reading import read_jsonl
from benchmarks.score.predict import predict
from benchmarks.score.score import score_file
from benchmarks.score.texts import score_folder, total
from quotex.attributions import Attribution
from quotex.detect.detector import QuoteDetector
from quotex.extract import THRESHOLD
from quotex.models import PACKAGED, Models, load_model
from quotex.read.document import Document
from quotex.records import Quotation
from quotex.resolve.resolver import SpeakerResolver

TEXTS, NEWS, NOVELS = "texts", "news", "novels"  # kinds of development sets
RULES = (
    ("news", "quotex.resolve.news.rules", "RULES", (TEXTS, NEWS)),
    ("news, floating", "quotex.resolve.news.decide", "FLOATING", (TEXTS, NEWS)),
    ("story", "quotex.resolve.story.features.rules", "RULES", (TEXTS, NOVELS)),
)
FAMILIES = (("dialogue", (NOVELS,)), ("dialogue_short", (TEXTS,)), ("pronouns", (TEXTS, NEWS)))
WHOLE = "all"
NOTICED = 0.03  # points from which a rule is worth something


class Extract:
    """`extract_quotes` that keeps what was said in each text, and only resolves the speakers again.

    Attributes:
        models: The weights to resolve them with.
    """

    def __init__(self) -> None:
        self.models = PACKAGED
        self._detected: dict[str, tuple[Document, list[Quotation]]] = {}

    def __call__(self, text: str, *, threshold: float = THRESHOLD) -> tuple[Attribution, ...]:
        """Return the attributions of a text."""
        if text not in self._detected:
            document = Document(text)
            quotations = [q for q in QuoteDetector().detect(document) if q.confidence >= threshold]
            self._detected[text] = document, quotations
        document, quotations = self._detected[text]
        with document.trying(self.models):
            return SpeakerResolver().resolve(document, quotations)


def figures(folder: Path | None, texts: list[Path], extract: Extract, kinds: Collection[str]) -> dict[str, float]:
    """Return the main figure of each development set of some kinds, in per cent."""
    found = {}
    if TEXTS in kinds:
        for name, path in [*((path.name, path) for path in texts), ("Many Voices", CORPUS / "dev")]:
            tallies = score_folder(path, THRESHOLD, extract=extract).values()
            found[name] = total(tallies).figures()["all right"]
    with tempfile.TemporaryDirectory() as place:
        if NEWS in kinds and folder is not None:
            found["polnear-dev"] = _score(folder / "polnear-dev.jsonl.gz", "names", Path(place), extract)
        if NOVELS in kinds and folder is not None:
            novels = Path(place) / "some.jsonl"
            with novels.open("w", encoding="utf-8") as lines:
                for novel in islice(read_jsonl(folder / "pdnc-dev.jsonl.gz"), 0, None, 3):
                    lines.write(json.dumps(novel, ensure_ascii=False) + "\n")
            found["novels"] = _score(novels, "speakers", Path(place), extract)
    return found


def _score(gold: Path, what: str, place: Path, extract: Extract) -> float:
    predictions = place / "predictions.jsonl"
    predict(str(gold), str(predictions), extract=extract)
    return 100 * float(score_file(gold, predictions)[what]["all"]["value"])


Change = tuple[str, tuple[str, ...], Callable[[Extract], AbstractContextManager[Any]]]


def without_rules() -> Iterator[Change]:
    """Yield for each rule its name, the kinds of sets that it may affect, and how to do without it."""
    for stage, module, name, kinds in RULES:
        rules = getattr(importlib.import_module(module), name)
        for rule in rules:
            rest = tuple(other for other in rules if other is not rule)
            yield f"{stage}: {rule.__name__}", kinds, _put_rules(f"{module}.{name}", rest)


def _put_rules(place: str, rules: tuple[Any, ...]) -> Callable[[Extract], AbstractContextManager[Any]]:
    return lambda _: patch(place, rules)


def without_families() -> Iterator[Change]:
    """Yield the same for each family of features."""
    for name, kinds in FAMILIES:
        model = load_model(name)
        for family in sorted({family_of(feature) for table in _tables(model) for feature in table}):
            models = Models(**{name: _without(model, family)})
            yield f"{name}: {family}", kinds, _put_models(models)


def _put_models(models: Models) -> Callable[[Extract], AbstractContextManager[Any]]:
    return lambda extract: patch.object(extract, "models", models)


def family_of(feature: str) -> str:
    """Return the first word of the name of a feature."""
    return re.split(r"[.=, ]", feature, maxsplit=1)[0]


def _tables(model: Any) -> Iterator[dict[str, float]]:
    """Yield the tables of weights of a model: whatever maps names to numbers, save the calibration."""
    if isinstance(model, dict) and model and all(isinstance(value, float | int) for value in model.values()):
        yield model
    elif isinstance(model, dict):
        for key, inner in model.items():
            if key not in ("calibration", "contexts"):
                yield from _tables(inner)


def _without(model: Any, family: str) -> Any:
    if not isinstance(model, dict):
        return model
    return {
        key: value if key in ("calibration", "contexts") else _without(value, family)
        for key, value in model.items()
        if not isinstance(value, float | int) or family_of(key) != family
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--eval", type=Path, help="folder with polnear-dev, its names, and pdnc-dev")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders of texts with gold lines")
    parser.add_argument("--only", help="measure only rules and families whose name holds this")
    options = parser.parse_args()
    known = read_jsonl(options.out) if options.out.exists() else ()
    done: dict[str, dict[str, float]] = {row["rule"]: row["figures"] for row in known}
    extract = Extract()
    with options.out.open("a", encoding="utf-8") as out:

        def measure(rule: str, kinds: Collection[str]) -> dict[str, float]:
            if rule not in done:
                done[rule] = figures(options.eval, options.texts, extract, kinds)
                out.write(json.dumps({"rule": rule, "figures": done[rule]}) + "\n")
                out.flush()
            return done[rule]

        whole = measure(WHOLE, (TEXTS, NEWS, NOVELS))
        print(f"{WHOLE:44}" + "".join(f"{name[:9]:>10}" for name in whole))
        print(f"{'':44}" + "".join(f"{value:>10.2f}" for value in whole.values()))
        for rule, kinds, leave_out in chain(without_rules(), without_families()):
            if options.only and options.only not in rule:
                continue
            with leave_out(extract):
                found = whole | measure(rule, kinds)
            changes = {key: found[key] - value for key, value in whole.items()}
            mark = "" if min(changes.values()) <= -NOTICED else "  worth nothing here"
            print(f"{rule:44}" + "".join(f"{change:>+10.2f}" for change in changes.values()) + mark)


if __name__ == "__main__":
    main()
