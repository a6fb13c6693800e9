"""Compile the classes of verbs and nouns from WordNet's lexicographer files.

    python -m benchmarks.train.word_classes DICT

DICT is the folder ``dict`` of WordNet 3.1 with its lists of exceptions (``verb.exc``, ``noun.exc``).  Of each common
word the senses are weighed by how often they were tagged in the Princeton concordances, and the lexicographer files
that hold most of them give the class.  Writes quotex/lexicon/word_classes.tsv; words of other classes are left out.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.paths import LEXICON
from quotex.lexicon import load_table, load_words

FILE = LEXICON / "word_classes.tsv"
SMOOTH = 0.5  # added to the count of each sense
NOUN_FILES = {
    **{"18": "person", "14": "group", "10": "communication", "09": "cognition", "12": "feeling", "28": "time"},
    **{"15": "place", "04": "act", "11": "event"},
}
ENDINGS = {
    "verb": (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "noun": (("ies", "y"), ("es", ""), ("men", "man"), ("s", "")),
}
HEAD = (
    "# What the senses of common words are about, by form; made by benchmarks/train/word_classes.py.\n"
    "# Columns: form; class of the verb: say (mostly communication), tell (often), think (cognition, emotion or\n"
    "# perception), else -; class of the noun: person, group, say (communication), think (cognition, feeling), act\n"
    "# (act, event), time, place, else -.\n"
    "# Source: WordNet 3.1, Princeton University 2011 (https://wordnet.princeton.edu): lexicographer files, counts of\n"
    "# tagged senses.\n"
)


def senses(folder: Path) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, float]]]:
    """The weight of each lexicographer file, for every verb and every noun in small letters."""
    verbs: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    nouns: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for line in (folder / "index.sense").read_text(encoding="utf-8").splitlines():
        key, _, number, count = line.split()
        word, _, rest = key.partition("%")
        part, file, *_ = rest.split(":")
        if part in ("1", "2") and word.isalpha():
            table = nouns if part == "1" else verbs
            table[word][file] += (int(count) + SMOOTH) / (1.0 if int(count) else float(number))
    return verbs, nouns


def verb_class(weights: dict[str, float]) -> str:
    """Say, tell, think or -."""
    whole = sum(weights.values())
    said = weights.get("32", 0.0) / whole
    thought = sum(weights.get(file, 0.0) for file in ("31", "37", "39")) / whole
    if said >= 0.25:
        return "say" if said >= 0.6 else "tell"
    return "think" if thought >= 0.5 else "-"


def noun_class(weights: dict[str, float]) -> str:
    """The class that holds most of the senses."""
    shares: dict[str, float] = defaultdict(float)
    names = {"communication": "say", "cognition": "think", "feeling": "think", "event": "act"}
    for file, weight in weights.items():
        kind = NOUN_FILES.get(file, "-")
        shares[names.get(kind, kind)] += weight
    return max(sorted(shares), key=shares.__getitem__)


def exceptions(folder: Path, part: str) -> dict[str, str]:
    """Irregular forms with their base."""
    lines = (folder / f"{part}.exc").read_text(encoding="utf-8").splitlines()
    return {form: base for form, base, *_ in map(str.split, lines)}


def bases(form: str, part: str, irregular: dict[str, str], known: dict[str, dict[str, float]]) -> Iterator[str]:
    """The words of which a form may be one, the likeliest first."""
    if form in irregular:
        yield irregular[form]
    if form in known:
        yield form
    for ending, added in ENDINGS[part]:
        if form.endswith(ending):
            stem = form[: -len(ending)]
            yield stem + added
            if part == "verb" and not added and len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def main(folder: Path) -> None:
    """Write the table."""
    verbs, nouns = senses(folder)
    forms = set(load_words("common_words")) | {row[0] for row in load_table("cue_words")}
    for name in ("reporting_verbs", "thinking_verbs"):
        forms |= {form for row in load_table(name) for form in (row[0], *row[1].split())}
    forms |= {noun + ending for noun in load_words("reporting_nouns") for ending in ("", "s")}
    irregular_of = {part: exceptions(folder, part) for part in ENDINGS}
    tables = ((verbs, "verb", verb_class), (nouns, "noun", noun_class))
    rows = []
    for form in sorted(forms):
        classes = []
        for known, part, classify in tables:
            base = next((base for base in bases(form, part, irregular_of[part], known) if base in known), None)
            classes.append(classify(known[base]) if base else "-")
        if form.isalpha() and set(classes) != {"-"}:
            rows.append("\t".join((form, *classes)))
    FILE.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
