"""What each rule is worth: the main figure of every development set with the rule left out, less that with all rules.

    python -m benchmarks.score.leave_out OUT.jsonl [--eval FOLDER] [--texts FOLDER …] [--only NAME]

The rules are those of the ordered tuples in `RULES`.  Nothing is trained again, and since all of these rules resolve
speakers, what was said is read once.  Each measurement is written to OUT as
one line as soon as it is made, and a run that is started again goes on behind the last line.  Figures are per cent of
quotations with right words and right speaker (texts), of resolved names (PolNeAR) and of right speakers by name (every
third novel of PDNC).
"""

from __future__ import annotations

import argparse
import importlib
import json
import tempfile
from collections.abc import Iterator
from itertools import islice
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
from quotex.read.document import Document
from quotex.records import Quotation
from quotex.resolve.resolver import SpeakerResolver

RULES = (
    ("quotex.resolve.news.rules", "RULES"),
    ("quotex.resolve.news.no_source", "FLOATING"),
    ("quotex.resolve.story.features.rules", "RULES"),
)
WHOLE = "all rules"
NOTICED = 0.03  # points from which a rule is worth something


class Extract:
    """`extract_quotes` that keeps what was said in each text, and only resolves the speakers again."""

    def __init__(self) -> None:
        self._detected: dict[str, tuple[Document, dict[Any, Any], list[Quotation]]] = {}

    def __call__(self, text: str, *, threshold: float = THRESHOLD) -> tuple[Attribution, ...]:
        """Return the attributions of a text."""
        if text not in self._detected:
            document = Document(text)
            quotations = [q for q in QuoteDetector().detect(document) if q.confidence >= threshold]
            self._detected[text] = document, dict(document._memo), quotations
        document, known, quotations = self._detected[text]
        document._memo = dict(known)  # what the resolver derived last time goes
        return SpeakerResolver().resolve(document, quotations)


def figures(folder: Path | None, texts: list[Path], extract: Extract) -> dict[str, float]:
    """Return the main figure of each development set, in per cent."""
    folders = [(path.name, path) for path in texts] + [("Many Voices", CORPUS / "dev")]
    found = {
        name: total(score_folder(path, THRESHOLD, extract=extract).values()).figures()["all right"]
        for name, path in folders
    }
    if folder is not None:
        with tempfile.TemporaryDirectory() as place:
            found |= _of_corpora(folder, Path(place), extract)
    return found


def _of_corpora(folder: Path, place: Path, extract: Extract) -> dict[str, float]:
    predictions = place / "predictions.jsonl"
    news = folder / "polnear-dev.jsonl.gz"
    predict(str(news), str(predictions), extract=extract)
    found = {"polnear-dev": 100 * score_file(news, predictions)["names"]["all"]["value"]}
    novels = place / "novels.jsonl"
    with novels.open("w", encoding="utf-8") as lines:
        for novel in islice(read_jsonl(folder / "pdnc-dev.jsonl.gz"), 0, None, 3):
            lines.write(json.dumps(novel, ensure_ascii=False) + "\n")
    predict(str(novels), str(predictions), extract=extract)
    found["novels"] = 100 * score_file(novels, predictions)["speakers"]["all"]["value"]
    return found


def without_one() -> Iterator[tuple[str, str, str, tuple[Any, ...]]]:
    """Yield for each rule its name, its module, the tuple there, and that tuple without it."""
    for module, name in RULES:
        rules = getattr(importlib.import_module(module), name)
        for rule in rules:
            rest = tuple(other for other in rules if other is not rule)
            yield f"{module.rpartition('.')[2]}.{rule.__name__}", module, name, rest


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--eval", type=Path, help="folder with polnear-dev, its names, and pdnc-dev")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="folders of texts with gold lines")
    parser.add_argument("--only", help="measure only rules whose name holds this")
    options = parser.parse_args()
    done = {row["rule"]: row["figures"] for row in read_jsonl(options.out)} if options.out.exists() else {}
    extract = Extract()
    with options.out.open("a", encoding="utf-8") as out:

        def measure(rule: str) -> dict[str, float]:
            if rule not in done:
                done[rule] = figures(options.eval, options.texts, extract)
                out.write(json.dumps({"rule": rule, "figures": done[rule]}) + "\n")
                out.flush()
            return done[rule]

        whole = measure(WHOLE)
        print(f"{WHOLE:44}" + "".join(f"{name[:9]:>10}" for name in whole))
        print(f"{'':44}" + "".join(f"{value:>10.2f}" for value in whole.values()))
        for rule, module, name, rest in without_one():
            if options.only and options.only not in rule:
                continue
            with patch(f"{module}.{name}", rest):
                changes = {key: value - whole[key] for key, value in measure(rule).items()}
            mark = "" if min(changes.values()) <= -NOTICED else "  worth nothing here"
            print(f"{rule:44}" + "".join(f"{change:>+10.2f}" for change in changes.values()) + mark)


if __name__ == "__main__":
    main()
