"""All annotated texts that the models of reports learn from, one form for all: PolNeAR, GUM, RiQuA, Wikinews, ours.

Each corpus has a weight.  What an annotation leaves open (the optional lines of texts with gold lines) counts neither
as right nor as wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any

from benchmarks.corpora.gold_lines import GoldText, Line, read_folder
from benchmarks.train.samples.news import Article, read_jsonl

OWN = Path(__file__).parents[2] / "corpora" / "many_voices"
# Chosen on the development parts of all corpora together.
WEIGHTS = {
    "polnear": 1.0,
    "gum": 1.0,
    "riqua": 0.3,
    "real": 5.0,
    "voices": 3.0,
    "voices article": 1.5,
    "voices story": 0.7,
}


def read_articles(data: Path, real: Path) -> list[Article]:
    """The training texts of all corpora, mixed by a hash of their names.

    Args:
        data: The folder of gold documents (polnear-train and so on).
        real: A folder of real articles with gold lines.
    """
    found: list[Article] = []
    for name in ("polnear", "gum", "riqua"):
        found += read_annotated(data, name, "train")
    found += [of_lines(text, "real") for text in read_folder(real)]
    found += [of_lines(text, "voices") for text in read_folder(OWN / "train")]
    found += [of_lines(text, f"voices {text.name.partition('-')[0]}") for text in read_folder(OWN / "more")]
    return sorted(found, key=lambda article: sha1(article.name.encode()).hexdigest())


def read_annotated(data: Path, name: str, part: str) -> Iterator[Article]:
    """The articles of a corpus in the form of PolNeAR, with their syntax where there is any."""
    path = data / f"{name}-syntax-{part}.jsonl.gz"
    syntax = {entry["doc"]: entry["sentences"] for entry in read_jsonl(path)} if path.exists() else {}
    for entry in read_jsonl(data / f"{name}-{part}.jsonl.gz"):
        yield Article(entry, syntax.get(entry["doc"]), WEIGHTS[name], name)


def of_lines(text: GoldText, corpus: str) -> Article:
    """A text with gold lines as an article.

    Those of ``more``, which have been annotated once, are of the kinds "voices article" and "voices story".
    """
    entry = {"doc": f"{corpus} {text.name}", "text": text.text, "quotes": [_quote(line) for line in text.lines]}
    return Article(entry, None, WEIGHTS[corpus], corpus.partition(" ")[0])


def _quote(line: Line) -> dict[str, Any]:
    return {
        "content": line.parts,
        "cue": [line.cue] if line.cue else [],
        "source": [line.source] if line.source else [],
        "source_head": None,
        "sourceless": "-" in line.speakers and not line.source,
        "kind": line.kind,
        "optional": line.optional,
    }
