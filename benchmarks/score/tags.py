"""How often the part-of-speech tags are right, on gold of news, of the web and of many kinds of text.

    python -m benchmarks.score.tags FOLDER [--confusions 20]

FOLDER holds the development files: gum-syntax-dev, ud-ewt-dev, polnear-syntax-dev and polnear-dev.  Sentences are those
of the gold; our tokens are set beside the gold tokens by their offsets, and only pairs with the same span count.
IN and TO are taken as one tag, and so are NNP and NNPS: the corpora differ in them.  The tags of PolNeAR are automatic.
Two figures are given for finite verbs (VBD, VBZ, VBP, MD): F1 with the very tag, and F1 of being one of the four.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quotex.read.tokens import Tokens

CORPORA = ("gum-syntax-dev", "ud-ewt-dev", "polnear-syntax-dev")
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SAME = {"TO": "IN", "NNPS": "NNP"}

Confusions = Counter[tuple[str, str]]


def documents(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The documents of one gzipped file of JSON lines."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def texts(folder: Path, name: str) -> dict[str, str]:
    """The text of every document of a file of syntax; PolNeAR keeps its texts in a file of their own."""
    source = name.replace("-syntax", "") if name.startswith("polnear") else name
    return {document["doc"]: document["text"] for document in documents(folder, source)}


def sentences(folder: Path, name: str) -> Iterator[tuple[Tokens, list[str]]]:
    """Sentences of our tokens, each with the gold tags: empty where no gold token has the same span."""
    text_of = texts(folder, name)
    for document in documents(folder, name):
        for sentence in document["sentences"]:
            gold = {(start, end): tag for start, end, tag, *_ in sentence["tokens"]}
            tokens = Tokens(text_of[document["doc"]], min(start for start, _ in gold), max(end for _, end in gold))
            yield tokens, [gold.get(span, "") for span in zip(tokens.starts, tokens.ends, strict=True)]


def confusions(folder: Path, name: str) -> tuple[Confusions, int]:
    """How often each gold tag got each of ours, and the number of our tokens that have no gold."""
    pairs: Confusions = Counter()
    unpaired = 0
    for tokens, gold in sentences(folder, name):
        for right, ours in zip(gold, tokens.tags, strict=True):
            if right:
                pairs[SAME.get(right, right), SAME.get(ours, ours)] += 1
            else:
                unpaired += 1
    return pairs, unpaired


def f1(pairs: Confusions, exact: bool) -> float:
    """F1 of finite verbs: with the very tag, or of being finite at all."""
    right = sum(
        n for (gold, ours), n in pairs.items() if gold in FINITE and ours in FINITE and (gold == ours or not exact)
    )
    there = sum(n for (gold, _), n in pairs.items() if gold in FINITE)
    found = sum(n for (_, ours), n in pairs.items() if ours in FINITE)
    return 2 * right / (there + found)


def show(folder: Path, name: str, most: int) -> None:
    """Print the figures of one corpus, and its most frequent confusions."""
    pairs, unpaired = confusions(folder, name)
    total = sum(pairs.values())
    right = sum(n for (gold, ours), n in pairs.items() if gold == ours)
    print(
        f"{name:<20} tokens {total:>6} (without gold {unpaired:>4})  accuracy {100 * right / total:.2f} %  "
        f"finite verbs: F1 {100 * f1(pairs, True):.2f}, of being one {100 * f1(pairs, False):.2f}"
    )
    wrong = Counter({pair: n for pair, n in pairs.items() if pair[0] != pair[1]})
    for (gold, ours), n in wrong.most_common(most):
        print(f"    {gold:<6} tagged {ours:<6} {n}")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of the gold files")
    parser.add_argument("--confusions", type=int, default=0, help="print so many of the most frequent confusions (0)")
    options = parser.parse_args()
    for name in CORPORA:
        show(options.folder, name, options.confusions)


if __name__ == "__main__":
    main()
