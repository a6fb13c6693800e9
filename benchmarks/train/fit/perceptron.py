"""The averaged perceptron that decides between the part-of-speech tags of a word."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.train.samples.tagged import Sentence
from quotex.read import part_of_speech as tagging
from quotex.read.part_of_speech import Choice, Tagger, lookup, own_features, rare_features, symbol

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
