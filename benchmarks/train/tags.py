"""Train the part-of-speech tags: the dictionary, and the weights that decide between the tags of a word.

    python -m benchmarks.train.tags FOLDER [--seed 1]

FOLDER holds polnear-train, polnear-syntax-train, ud-ewt-train and gum-syntax-train.  Writes quotex/models/tags.json;
benchmarks.score.tags prints its figures.  Sentences with gold tags count more than those with automatic ones, and are
read once more without apostrophes.  Words go in when they are seen in small letters and are not mostly names, so no
proper noun is a feature.

An averaged perceptron is trained twice: over all features, and again over those whose weights were not small; what is
left is rounded to whole numbers.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from benchmarks.paths import MODELS
from benchmarks.score.tags import sentences
from quotex.lexicon import load_words
from quotex.read import part_of_speech as tagging
from quotex.read.part_of_speech import (
    Choice,
    Entry,
    Tagger,
    class_name,
    lookup,
    own_features,
    rare_features,
    shifts_of,
    symbol,
    tag_with,
)
from quotex.read.word_shapes import shapes

MODEL = MODELS / "tags.json"
GOLD = ("ud-ewt-train", "gum-syntax-train")
AUTOMATIC = "polnear-syntax-train"
GOLD_WEIGHT = 3
CLITICS = frozenset(mark + end for mark in "'’" for end in ("s", "ve", "re", "ll", "d", "m")) | {"n't", "n’t"}
OURS = {"HYPH": ":", "NFP": ":", "AFX": "JJ", "GW": ""}  # tags of the corpora that the library does not give
SHARE = 0.03  # a tag belongs to the class of a word when it makes up this share
FEWEST_WORD = 2  # a word seen less often has no entry
FEWEST_NAME = 100  # a given name that is no common word must be seen so often in small letters
FEW = 20  # the class of a word seen less often than this is widened by the tags of words like it
RARE = 50  # words seen less often are judged by their endings too
FEWEST_UNLIKE = 10  # a word seen less often needs no entry when its ending says the same
FEWEST_SHAPE, FEWEST_RAISED = 10, 20
EPOCHS, EPOCHS_AFTER_PRUNING = 5, 6
SMALLEST, FEWEST_UPDATES = 1.75, 18  # what is pruned
SCALE = 2  # weights are kept in halves
LARGEST = (1 << tagging.FIELD - 1) // 14  # no word has more features than this

WORD = re.compile(r"(?=.*[^\W\d_])[^\W_]*(?:[.'’/-][^\W_]*)*")  # no address, no mark
Counts = dict[str, Counter[str]]


class Sentence(NamedTuple):
    """Our tokens with their gold tags ("" where there is none), and how much the sentence counts."""

    words: list[str]
    lower: list[str]
    glued: list[bool]
    gold: list[str]
    weight: int


def read(folder: Path) -> list[Sentence]:
    """The sentences of all training corpora."""
    found = []
    for name in (AUTOMATIC, *GOLD):
        weight = GOLD_WEIGHT if name in GOLD else 1
        for tokens, gold in sentences(folder, name):
            tags = [our_tag(small, tag) for small, tag in zip(tokens.lower, gold, strict=True)]
            sentence = Sentence(tokens.words, tokens.lower, tokens.glued(), tags, weight)
            found.append(sentence)
            if name in GOLD and CLITICS.intersection(sentence.lower):
                found.append(without_apostrophes(sentence))
    return found


def without_apostrophes(sentence: Sentence) -> Sentence:
    """The same sentence as texts have it that lost their apostrophes: "don t", "she s"."""
    words = list(sentence.words)
    for at, small in enumerate(sentence.lower):
        if small in CLITICS:
            words[at] = re.sub("^n?['’]", "", words[at])
            if small[0] == "n" and at:
                words[at - 1] = words[at - 1].removesuffix("n") + "n"
    return sentence._replace(words=words, lower=[word.lower() for word in words], weight=1)


def our_tag(small: str, tag: str) -> str:
    """The tag that the library gives: every "to" is TO, and tags of UD alone are left out."""
    return "TO" if small == "to" and tag == "IN" else OURS.get(tag, tag)


# The dictionary


def count_words(training: Iterable[Sentence]) -> Counts:
    """How often each word in small letters has each tag."""
    counts: Counts = defaultdict(Counter)
    for sentence in training:
        for word, small, tag in zip(sentence.words, sentence.lower, sentence.gold, strict=True):
            if tag and (word == small or word == "I") and WORD.fullmatch(small):
                counts[small.replace("’", "'")][tag] += sentence.weight
    return counts


def word_classes(counts: Counts) -> dict[str, list[str]]:
    """The tags that each word may take, the most frequent first; names and addresses are left out."""
    names = {name.casefold() for name in load_words("given_names")} - load_words("common_words")
    classes = {}
    for word, tags in counts.items():
        total = sum(tags.values())
        name_too = word in names and total < FEWEST_NAME
        mostly_name = tags["NNP"] + tags["NNPS"] >= 0.5 * total or tags["ADD"]
        if total >= FEWEST_WORD and not mostly_name and not name_too:
            classes[word] = widened(word, kept_tags(tags, 2), total)
    return classes


def kept_tags(tags: Counter[str], least: int) -> list[str]:
    """The tags that make up a share worth keeping, the most frequent first."""
    total = sum(tags.values())
    kept = [tag for tag, count in tags.most_common(7) if count >= max(least, SHARE * total)]
    return kept or [tags.most_common(1)[0][0]]


def widened(word: str, tags: list[str], total: int) -> list[str]:
    """The tags of a word with those that were not seen, but that words like it take."""
    pairs = [("VB", "VBP"), ("VBP", "VB")] if total < 20 * FEW else []
    if word.endswith("ed"):
        pairs += [("VBD", "VBN"), ("VBN", "VBD")]
    if total < 2 * FEW and word.endswith("ing"):
        pairs += [("VBG", "NN"), ("NN", "VBG")]
    if total < FEW:
        pairs += [("JJ", "NN"), ("VB", "NN")]
        if word.endswith("s"):
            pairs += [("NNS", "VBZ"), ("VBZ", "NNS")]
        if not word.endswith(("ness", "tion", "ment", "ity", "ing")):
            pairs += [("NN", "JJ")]
        if len(word) < 7:
            pairs += [("NN", "VB"), ("NN", "VBP")]
    seen = list(tags)
    return [*seen, *dict.fromkeys(other for tag, other in pairs if tag in seen and other not in seen)]


def shape_classes(training: list[Sentence], classes: dict[str, list[str]]) -> dict[str, list[str]]:
    """The tags that each shape of capitalised and unknown words may take, the most frequent first."""
    words = {word: class_name(word, " ".join(tags)) for word, tags in classes.items()}
    words |= {word.replace("'", "’"): name for word, name in words.items()} | tagging.PUNCTUATION
    counts: Counts = defaultdict(Counter)
    kinds: dict[str, set[str]] = defaultdict(set)
    for sentence in training:
        for small, tag, names in zip(sentence.lower, sentence.gold, asked_shapes(sentence, words), strict=True):
            for name in names if tag else ():
                counts[name][tag] += sentence.weight
                kinds[name].add(small)
    found = {}
    for name, tags in counts.items():
        total = sum(tags.values())
        if name[2:3] == "=" and total >= FEWEST_RAISED:
            found[name] = raised_tags(tags, classes.get(name[3:], []))
        elif name[2:3] != "=" and total >= FEWEST_SHAPE and (len(kinds[name]) >= 5 or name[2:3] == "+"):
            found[name] = sure(tags, kept_tags(tags, 3))
    return {name: tags for name, tags in found.items() if " " not in name[1:]}


def raised_tags(tags: Counter[str], small: list[str]) -> list[str]:
    """The tags of a word that is often capitalised: those seen, and when it is not seen often those it may take."""
    kept = kept_tags(tags, 3)
    if sum(tags.values()) < 10 * FEWEST_RAISED:
        kept += [tag for tag in (*small, "NNP") if tag not in kept]
    return sure(tags, list(dict.fromkeys(kept)))


def sure(tags: Counter[str], kept: list[str]) -> list[str]:
    """The best tag alone when hardly any other is seen."""
    total = sum(tags.values())
    return kept[:1] if total > 100 and tags[kept[0]] > 0.996 * total else kept


def asked_shapes(sentence: Sentence, words: dict[str, str]) -> list[list[str]]:
    """For each word that is not in the dictionary the shapes by which it may be known; none for the others."""

    def joined(word: str, small: str, inside: bool, case: str) -> str:
        return "\t".join(shapes(word, small, inside, case, lambda word: words.get(word, "")))

    entries = cast("dict[str, Entry]", words)
    found = lookup(sentence.words, sentence.lower, sentence.glued, entries, joined)
    return [entry.split("\t") if isinstance(entry, str) and entry[0] == " " else [] for entry in found]


def dictionary(training: list[Sentence]) -> dict[str, dict[str, str]]:
    """All words and shapes by class, as the model file has them."""
    counts = count_words(training)
    words = word_classes(counts)
    of_shapes = shape_classes(training, words)
    words = {
        word: tags
        for word, tags in words.items()
        if sum(counts[word].values()) >= FEWEST_UNLIKE or set(tags) != set(tags_by_ending(word, of_shapes))
    }
    rare = {word: tags for word, tags in words.items() if sum(counts[word].values()) < RARE}
    often = {word: tags for word, tags in words.items() if word not in rare}
    frequent = Counter(tag for sentence in training for tag in sentence.gold if tag)
    return {
        "tags": {"all": " ".join(tag for tag, _ in frequent.most_common())},
        "words": by_class(often),
        "rare": by_class(rare),
        "shapes": by_class(of_shapes),
    }


def tags_by_ending(word: str, known: dict[str, list[str]]) -> list[str]:
    """The tags that a word would have if it were not in the dictionary."""
    names = shapes(word, word, False, "", lambda word: "")
    return next((known[name] for name in names if name in known), [])


def by_class(classes: dict[str, list[str]]) -> dict[str, str]:
    """``{CLASS: "WORD WORD …"}``."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, tags in classes.items():
        found[" ".join(tags)].append(word.strip())
    return {name: " ".join(sorted(words)) for name, words in sorted(found.items())}


# The perceptron

Feature = tuple[str, str]  # the table, and the value in it


class Prepared(NamedTuple):
    """A sentence looked up: the tags that each word may take, and what of its features the tags do not change."""

    lower: list[str]
    gold: list[str]
    weight: int
    tags: list[str | tuple[str, ...]]
    names: list[str]
    features: list[tuple[Feature, ...]]


class Preparer:
    """Looks sentences up in a dictionary, and finds their features."""

    def __init__(self, model: dict[str, dict[str, str]]) -> None:
        self.tagger = Tagger(model, {})
        self.own: dict[int, tuple[Feature, ...]] = {}
        for key, entry in self.tagger.entries.items():
            if isinstance(entry, Choice):
                self.own.setdefault(id(entry), tuple(("own", feature) for feature in own_features(key)))

    def own_of(self, word: str, entry: Choice) -> tuple[Feature, ...]:
        """The features of an entry itself: those of rare words are not known before the word is met."""
        if id(entry) not in self.own:
            self.own[id(entry)] = tuple(("own", feature) for feature in rare_features(word.replace("’", "'")))
        return self.own[id(entry)]

    def prepare(self, sentence: Sentence) -> Prepared:
        """Look one sentence up."""
        found = lookup(sentence.words, sentence.lower, sentence.glued, self.tagger.entries, self.tagger.unknown)
        seen = [entry if isinstance(entry, str) else entry.name for entry in found] + [">", ">"]
        tags: list[str | tuple[str, ...]] = []
        features: list[tuple[Feature, ...]] = []
        for at, entry in enumerate(found):
            if isinstance(entry, str):
                tags.append(entry)
                features.append(())
            else:
                tags.append(tuple(name for name, _ in entry.tags))
                around = (("right", seen[at + 1]), ("second", seen[at + 2]), *self.near(sentence.lower, at))
                features.append((*self.own_of(sentence.lower[at], entry), *around))
        return Prepared(sentence.lower, sentence.gold, sentence.weight, tags, seen, features)

    def near(self, lower: list[str], at: int) -> Iterator[Feature]:
        """The words around a place, if they are words of the dictionary or marks: no names."""
        for table, place in (("before", at - 1), ("earlier", at - 2), ("after", at + 1)):
            if 0 <= place < len(lower):
                word = lower[place]
                if self.tagger.class_of(word) or not any(map(str.isalnum, word)):
                    yield table, word.replace("’", "'") if len(word) > 1 else word


class Perceptron:
    """Weights of features by tag, their averages, and how often each feature was changed."""

    def __init__(self, allowed: set[tuple[Feature, str]] | None = None) -> None:
        self.allowed = allowed
        self.weights: dict[Feature, dict[str, float]] = {}
        self.totals: dict[tuple[Feature, str], float] = defaultdict(float)
        self.changed: dict[tuple[Feature, str], int] = defaultdict(int)
        self.updates: Counter[Feature] = Counter()
        self.now = 0

    def best(self, tags: tuple[str, ...], features: list[Feature]) -> str:
        """The tag with the greatest sum of weights; the more frequent one of two equal ones."""
        sums = dict.fromkeys(tags, 0.0)
        for feature in features:
            known = self.weights.get(feature)
            if known:
                for tag in sums:
                    sums[tag] += known.get(tag, 0.0)
        return max(sums, key=sums.__getitem__)

    def change(self, right: str, wrong: str, features: list[Feature], by: int) -> None:
        """Make one tag weigh more and another one less."""
        for feature in features:
            known = self.weights.setdefault(feature, {})
            for tag, step in ((right, by), (wrong, -by)):
                key = feature, tag
                if self.allowed is None or key in self.allowed:
                    weight = known.get(tag, 0.0)
                    self.totals[key] += (self.now - self.changed[key]) * weight
                    self.changed[key] = self.now
                    known[tag] = weight + step
            self.updates[feature] += 1

    def averaged(self) -> dict[tuple[Feature, str], float]:
        """The weights as they were on the average."""
        return {
            (feature, tag): (self.totals[feature, tag] + (self.now - self.changed[feature, tag]) * weight) / self.now
            for feature, known in self.weights.items()
            for tag, weight in known.items()
        }

    def read(self, sentence: Prepared, learn: bool) -> list[str]:
        """Tag one sentence from left to right, and learn from what is wrong."""
        found: list[str] = []
        left = older = "<"
        verb = "-"
        for at, tags in enumerate(sentence.tags):
            name = tags if isinstance(tags, str) else ""
            if not isinstance(tags, str):
                features = [*sentence.features[at], *left_features(sentence.names[at], left, older, verb)]
                name = self.best(tags, features)
                right = sentence.gold[at]
                if learn and right != name and right in tags:
                    self.change(right, name, features, sentence.weight)
            found.append(name)
            older, left = left, symbol(name, sentence.lower[at], left)
            if left in tagging.VERBAL:
                verb = left
        self.now += learn
        return found


def left_features(name: str, left: str, older: str, verb: str) -> list[Feature]:
    """The features of what stands to the left."""
    return [("left", left), ("left", f"{name}|{left}"), ("pair", older + left), ("verb", verb + left)]


def train(
    prepared: list[Prepared], epochs: int, seed: int, allowed: set[tuple[Feature, str]] | None = None
) -> Perceptron:
    """Go through all sentences a few times, each time in another order."""
    chance = random.Random(seed)
    order = list(prepared)
    perceptron = Perceptron(allowed)
    for epoch in range(epochs):
        chance.shuffle(order)
        for sentence in order:
            perceptron.read(sentence, learn=True)
        print(f"  epoch {epoch + 1}: {len(perceptron.weights)} features", flush=True)
    return perceptron


def weight_tables(weights: dict[tuple[Feature, str], float], shifts: dict[str, int]) -> dict[str, dict[str, str]]:
    """``{TABLE: {VALUE: PACKED}}``: whole numbers, those of all tags side by side in one of base 16."""
    tables: dict[str, dict[str, int]] = {}
    for ((table, value), tag), weight in sorted(weights.items()):
        whole = round(weight * SCALE)
        if abs(whole) > LARGEST:
            raise ValueError(f"the weight {whole} of {value} and {tag} could spill into the next field")
        if whole:
            packed = tables.setdefault(table, {})
            packed[value] = packed.get(value, 0) + (whole << shifts[tag])
    return {table: {value: f"{number:x}" for value, number in packed.items()} for table, packed in tables.items()}


def model(training: list[Sentence], seed: int) -> dict[str, Any]:
    """The dictionary and the weights."""
    words = dictionary(training)
    prepare = Preparer(words).prepare
    prepared = [prepare(sentence) for sentence in training]
    full = train(prepared, EPOCHS, seed)
    kept = {
        key
        for key, weight in full.averaged().items()
        if abs(weight) >= SMALLEST and full.updates[key[0]] >= FEWEST_UPDATES
    }
    weights = train(prepared, EPOCHS_AFTER_PRUNING, seed, kept).averaged()
    found = {"dictionary": words, "weights": weight_tables(weights, shifts_of(words))}
    compare(found, rounded(weights), training[-1000:])
    return found


def rounded(weights: dict[tuple[Feature, str], float]) -> Perceptron:
    """A perceptron with the weights as they are written."""
    perceptron = Perceptron()
    for (feature, tag), weight in weights.items():
        perceptron.weights.setdefault(feature, {})[tag] = round(weight * SCALE)
    return perceptron


def compare(found: dict[str, Any], perceptron: Perceptron, some: list[Sentence]) -> None:
    """Stop if the library reads sentences otherwise than the trainer does: they must look at the same features."""
    tagger, prepare = Tagger(found["dictionary"], found["weights"]), Preparer(found["dictionary"]).prepare
    for sentence in some:
        ours = tag_with(tagger, sentence.words, sentence.lower, sentence.glued)
        if ours != perceptron.read(prepare(sentence), learn=False):
            raise ValueError(f"the library and the trainer do not agree on {sentence.words}")


def write(found: dict[str, Any]) -> None:
    """Write the model file, one key a line."""
    MODEL.write_text(json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder of the gold files")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the order of sentences (1)")
    options = parser.parse_args()
    write(model(read(options.folder), options.seed))


if __name__ == "__main__":
    main()
