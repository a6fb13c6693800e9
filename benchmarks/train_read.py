"""Make what reading needs from the training data: the tag dictionary and the parameters of Punkt.

    python benchmarks/train_read.py FOLDER

FOLDER holds polnear-train, polnear-syntax-train, pdnc-dev and litbank-dev.  Writes quotex/models/tags.json and
quotex/models/punkt.json.  Proper nouns are left out of both: only words seen in small letters go in.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MODELS = Path(__file__).parent.parent / "quotex" / "models"


def documents(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The documents of one gzipped file of JSON lines."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def tagged(folder: Path, part: str) -> Iterator[list[tuple[str, str]]]:
    """Sentences as (word, tag) from the automatic analysis of PolNeAR."""
    texts = {document["doc"]: document["text"] for document in documents(folder, f"polnear-{part}")}
    for document in documents(folder, f"polnear-syntax-{part}"):
        text = texts[document["doc"]]
        for sentence in document["sentences"]:
            yield [(text[token[0] : token[1]], token[2]) for token in sentence["tokens"]]


def tag_dictionary(folder: Path) -> dict[str, str]:
    """The most frequent tag of every word seen at least three times in small letters."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in tagged(folder, "train"):
        for word, tag in sentence:
            if not word[0].isupper() and any(map(str.isalpha, word)) and not tag.startswith("NNP"):
                counts[word.replace("’", "'")][tag] += 1
    by_tag: dict[str, list[str]] = defaultdict(list)
    for word, tags in counts.items():
        if sum(tags.values()) >= 3:
            by_tag[tags.most_common(1)[0][0]].append(word)
    return {tag: " ".join(sorted(words)) for tag, words in sorted(by_tag.items())}


def write(name: str, model: dict[str, Any]) -> None:
    """Write a model file, one key a line."""
    text = json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True)
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write("tags", {"words": tag_dictionary(folder)})


if __name__ == "__main__":
    main()
