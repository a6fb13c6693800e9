"""All development figures side by side.

    python -m benchmarks.score.everything [--eval FOLDER] [--texts FOLDER …] [--novels FOLDER]

--eval holds the gold files of public corpora (polnear-dev, gum-dev; benchmarks/README.md says how to make them),
--texts are folders of texts with gold lines, scored beside the dev part of Many Voices, and --novels holds the
predictions of `benchmarks.train.dialogue`, by cross-validation, which are scored against the gold of --eval.  What is
not there is left out.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from benchmarks.corpora.describe import CORPUS
from benchmarks.score.measures.reading import KINDS
from benchmarks.score.predict import predict
from benchmarks.score.score import score_file
from benchmarks.score.texts import Tally, print_table, score_folder, total
from quotex.extract import THRESHOLD

Row = tuple[str, str, float]
FICTION = frozenset(
    (
        *("firstperson", "present", "crime", "fantasy", "sciencefiction", "romance"),
        *("children", "folktale", "historical", "family", "nameless"),
    )
)
TALK = frozenset(("transcript", "hearing", "interview", "play", "screenplay", "chat", "mail"))
NEWS = ("polnear-dev.jsonl.gz", "gum-dev.jsonl.gz")
NOVELS = {"own-pdnc.jsonl": "pdnc-dev.jsonl.gz", "cast-pdnc.jsonl": "pdnc-dev.jsonl.gz",
          "own-litbank.jsonl": "litbank-original-dev.jsonl.gz"}  # fmt: skip


def news_rows(gold: Path) -> Iterator[Row]:
    """Yield the figures of a gold file of attributions."""
    with tempfile.TemporaryDirectory() as folder:
        out = str(Path(folder) / "predictions.jsonl")
        predict(str(gold), out)
        found = score_file(gold, out)
    name = gold.name.removesuffix(".jsonl.gz")
    yield name, "passages F1", found["passages"]["f1"]
    for tau, row in found["attributions"]["content"].items():
        yield name, f"content F1, {tau}", row["f1"]
    for kind in KINDS:
        yield name, f"precision, {kind}", found["precision by predicted kind"][kind]["value"]
        yield name, f"recall, {kind}", found["recall by gold kind"][kind]["content"]["value"]
    yield name, "speaker, strict", found["speakers"]["strict"]["accuracy"]["value"]
    if "names" in found:
        yield name, "resolved name", found["names"]["all"]["value"]


def novel_rows(predictions: Path, folder: Path) -> Iterator[Row]:
    """Yield the figures of the predictions for fiction that cross-validation wrote."""
    for name, gold in NOVELS.items():
        if (predictions / name).exists() and (folder / gold).exists():
            found = score_file(folder / gold, predictions / name)
            label = name.removesuffix(".jsonl")
            if "b-cubed" in found:
                yield label, "B-cubed F1", found["b-cubed"]["f1"]
            for what, row in found["speakers"].items() if "b-cubed" not in found else ():
                yield label, what, row["value"]
            yield label, "spans F1", found["spans"]["f1"]


def text_rows(folders: list[Path]) -> Iterator[tuple[str, Tally]]:
    """Yield a tally for each group of Many Voices and for each further folder."""
    kinds = score_folder(CORPUS / "dev", THRESHOLD)
    groups = {"Many Voices, fiction": FICTION, "Many Voices, talk": TALK, "Many Voices, all else": None}
    for label, members in groups.items():
        chosen = members if members is not None else kinds.keys() - FICTION - TALK
        yield label, total(tally for kind, tally in kinds.items() if kind in chosen)
    yield "Many Voices", total(kinds.values())
    for folder in folders:
        yield "/".join(folder.resolve().parts[-3:]), total(score_folder(folder, THRESHOLD).values())


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", type=Path, help="folder of gold files of public corpora")
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="further folders of texts with gold lines")
    parser.add_argument("--novels", type=Path, help="folder of predictions for fiction by cross-validation")
    options = parser.parse_args()
    print_table(dict(text_rows(options.texts)))
    if options.eval:
        news = (news_rows(path) for name in NEWS if (path := options.eval / name).exists())
        novels = novel_rows(options.novels, options.eval) if options.novels else ()
        for corpus, what, value in chain(chain.from_iterable(news), novels):
            print(f"{corpus:24}{what:40}{100 * value:6.1f}")


if __name__ == "__main__":
    main()
