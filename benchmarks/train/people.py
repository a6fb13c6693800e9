"""Write the nouns for people of WordNet that no list of the lexicon holds.

    python -m benchmarks.train.people DICT

DICT is the folder ``dict`` of WordNet 3.1.  A noun is kept if its first sense and three quarters of the tagged ones are
people, it is seldom another part of speech and names nobody (in capitals or as a given name).  What its gloss calls an
insult is left out.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from pathlib import Path

from benchmarks.train.name_lexicon import write
from quotex.lexicon.names import given_names, world_gender
from quotex.lexicon.nouns import listed_head

PERSON = "18"  # the lexicographer file noun.person
SMOOTH = 0.5  # added to the count of each sense
PEOPLE, OTHER_PARTS = 0.75, 1.5  # least share of the senses of the noun, and times the uses as another part of speech
INSULT = re.compile(
    r"offensive|derogat|disparag|slur|insult|obscen|contempt|vulgar|ethnic|non-Jew|prostitut|stupid|bald|pygm"
)
WORD = re.compile(r"[a-z]{3,}")


def written_small(folder: Path) -> set[str]:
    """Return the words of the file noun.person that are written small and that no gloss calls an insult."""
    words, insults = set[str](), set[str]()
    for line in (folder / "data.noun").read_text(encoding="utf-8").split("\n"):
        data, _, gloss = line.partition(" | ")
        fields = data.split(" ")
        if line.startswith("  ") or len(fields) < 4 or fields[1] != PERSON:
            continue
        found = fields[4 : 4 + 2 * int(fields[3], 16) : 2]
        (insults if INSULT.search(gloss) else words).update(found)
    return words - insults


def people(folder: Path) -> set[str]:
    """Return the nouns that mostly mean people."""
    senses: defaultdict[str, list[tuple[int, str, float]]] = defaultdict(list)
    elsewhere: defaultdict[str, float] = defaultdict(float)
    for line in (folder / "index.sense").read_text(encoding="utf-8").split("\n")[:-1]:
        key, _, number, count = line.split(" ")
        word, _, place = key.partition("%")
        if place.startswith("1:"):
            senses[word].append((int(number), place.split(":")[1], int(count) + SMOOTH))
        else:
            elsewhere[word] += int(count) + SMOOTH
    small = written_small(folder)
    return {word for word in senses if word in small and _means_people(senses[word], elsewhere[word])}


def _means_people(senses: list[tuple[int, str, float]], elsewhere: float) -> bool:
    share = sum(count for _, file, count in senses if file == PERSON)
    whole = sum(count for _, _, count in senses)
    return min(senses)[1] == PERSON and share >= PEOPLE * whole and share >= OTHER_PARTS * elsewhere


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dictionary", type=Path)
    found = people(parser.parse_args().dictionary)
    names = {word for word in found if word in given_names() or world_gender(word)}
    write(
        "people",
        [
            "Further nouns for people, singular, that the other lists do not hold.",
            "Source: WordNet 3.1, Princeton University 2011 (https://wordnet.princeton.edu): lexicographer file",
            "noun.person, counts of tagged senses.  Written by benchmarks/train/people.py.",
        ],
        ((word,) for word in found - names if WORD.fullmatch(word) and listed_head(word) is None),
    )


if __name__ == "__main__":
    main()
