"""The dictionary of the part-of-speech tags: which tags a word, an ending or another shape may take.

Words go in when they are seen in small letters and are not mostly names, so no proper noun is a feature.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import cast

from benchmarks.train.samples.tagged import Sentence
from quotex.lexicon import load_words
from quotex.read import part_of_speech as tagging
from quotex.read.part_of_speech import Entry, class_name, lookup
from quotex.read.word_shapes import shapes

SHARE = 0.03  # a tag belongs to the class of a word when it makes up this share
FEWEST_WORD = 2  # a word seen less often has no entry
FEWEST_NAME = 100  # a given name that is no common word must be seen so often in small letters
FEW = 20  # the class of a word seen less often than this is widened by the tags of words like it
RARE = 50  # words seen less often are judged by their endings too
FEWEST_UNLIKE = 10  # a word seen less often needs no entry when its ending says the same
FEWEST_SHAPE, FEWEST_RAISED = 10, 20
WORD = re.compile(r"(?=.*[^\W\d_])[^\W_]*(?:[.'’/-][^\W_]*)*")  # no address, no mark
Counts = dict[str, Counter[str]]


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
