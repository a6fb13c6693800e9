"""Write the genders of given names of the whole world, for names that the other lists leave open.

    python -m benchmarks.train.name_genders name_data.json

`name_data.json` is the file of the PyPI package nomquamgender (MIT): for each name the number of sources that hold it,
how often it occurs, and the share of women (Van Buskirk, Clauset and Larremore 2023, 36 sources from 150 countries).
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from benchmarks.train.name_lexicon import write
from quotex.lexicon import load_words
from quotex.lexicon.names import folded, given_names

SOURCES = 7  # lists that must hold a name
BEARERS = 20
OTHERS = 0.1  # up to which share of its bearers may be of the other gender, as in given_names
NAME = re.compile(r"[a-z]{2,15}(?:-[a-z]{2,12})?")


def genders(data: dict[str, list[float]]) -> dict[str, str]:
    """Return the letter of each name that is not decided elsewhere and is no common word."""
    barred = load_words("common_words") | folded("world_names")
    found = {}
    for name, (sources, bearers, women, *_) in data.items():
        sure = sources >= SOURCES and bearers >= BEARERS and min(women, 1 - women) <= OTHERS
        if sure and NAME.fullmatch(name) and given_names().get(name, "u") == "u" and name not in barred:
            found[name] = "f" if women > 0.5 else "m"
    return found


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    rows = defaultdict[tuple[str, str], list[str]](list)
    for name, letter in sorted(genders(json.loads(options.data.read_text(encoding="utf-8"))).items()):
        rows[letter, name[0]].append(name)
    write(
        "name_genders",
        [
            "Gender of given names that given_names leaves open: f or m, first letter, names without accents.",
            "Source: PyPI package nomquamgender 0.1.4 (MIT): names in at least seven of its 36 sources from 150",
            "countries, with twenty bearers or more, nine in ten of one gender (Van Buskirk et al. 2023).",
            "Written by benchmarks/train/name_genders.py.",
        ],
        ((letter, initial, " ".join(names)) for (letter, initial), names in rows.items()),
    )


if __name__ == "__main__":
    main()
