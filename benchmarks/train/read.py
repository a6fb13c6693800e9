"""Make what reading needs from the training data: the tag dictionary and the parameters of Punkt.

    python -m benchmarks.train.read FOLDER

FOLDER holds polnear-train, polnear-syntax-train, pdnc-dev and litbank-dev.  Writes quotex/models/tags.json and
quotex/models/punkt.json.  Proper nouns are left out of both: only words seen in small letters go in.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.paths import MODELS
from quotex.models import load_model
from quotex.read.part_of_speech import Choice, Entry, _entries, lookup, shape, symbol, words_tagged
from quotex.read.part_of_speech import tag as tag_words
from quotex.read.tokens import Tokens


def documents(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    """The documents of one gzipped file of JSON lines."""
    with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def tagged(folder: Path, part: str) -> Iterator[tuple[Tokens, list[str]]]:
    """Sentences of our tokens with the tags of the automatic analysis of PolNeAR, where the tokens agree."""
    texts = {document["doc"]: document["text"] for document in documents(folder, f"polnear-{part}")}
    for document in documents(folder, f"polnear-syntax-{part}"):
        for sentence in document["sentences"]:
            gold = {(start, end): tag for start, end, tag, *_ in sentence["tokens"]}
            tokens = Tokens(texts[document["doc"]], sentence["tokens"][0][0], max(end for _, end in gold))
            yield tokens, [gold.get(span, "") for span in zip(tokens.starts, tokens.ends, strict=False)]


def word_classes(sentences: list[tuple[Tokens, list[str]]]) -> dict[str, str]:
    """The class of every word seen at least three times in small letters: its tags, the most frequent first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, tags in sentences:
        for word, small, tag in zip(tokens.words, tokens.lower, tags, strict=False):
            if (word == small or word == "I") and any(map(str.isalpha, word)) and tag:
                counts[small.replace("’", "'")][tag] += 1
    names = {}
    for word, tags_of in counts.items():
        names_share = tags_of["NNP"] + tags_of["NNPS"]
        if sum(tags_of.values()) >= 3 and names_share < 0.5 * sum(tags_of.values()):
            names[word] = class_name(tags_of)
    return names


def class_name(tags: Counter[str]) -> str:
    """The tags of a word that make up 3 % or more, the most frequent first."""
    total = sum(tags.values())
    kept = [tag for tag, count in tags.most_common(4) if count >= max(2, 0.03 * total)]
    return " ".join(kept) or tags.most_common(1)[0][0]


def shape_classes(sentences: list[tuple[Tokens, list[str]]], words: dict[str, str]) -> dict[str, str]:
    """The class of every shape of unknown and capitalised words, and of suffixes of words seen once or twice."""
    entries: dict[str, Entry] = {word: name.split(" ")[0] for word, name in words.items()}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, tags in sentences:
        inside = False
        for word, small, tag in zip(tokens.words, tokens.lower, tags, strict=False):
            if not tag or not word[0].isalnum() and word[0] not in "$£€¥":
                inside = inside or word[0].isalnum()
                continue
            if word == small and small not in words and small.isalpha():
                for length in (1, 2, 3, 4):
                    if len(small) > length:
                        counts[" -" + small[-length:]][tag] += 1
                counts[" -"][tag] += 1
            elif word != "I" and small not in words or word != small:
                counts[shape(word, small, inside, entries)][tag] += 1
            inside = True
    return {name: class_name(tags_of) for name, tags_of in counts.items() if sum(tags_of.values()) >= 8}


Key = tuple[str, str, str]
Kept = dict[Key, str]


def contexts(sentences: list[tuple[Tokens, list[str]]], classes: dict[str, str]) -> tuple[Kept, Kept]:
    """For words and for classes: the tag between a left and a right neighbour, where it differs from the default."""
    own: dict[Key, Counter[str]] = defaultdict(Counter)
    shared: dict[Key, Counter[str]] = defaultdict(Counter)
    names = {id(entry): word for word, entry in _entries().items() if isinstance(entry, Choice)}
    for tokens, gold in sentences:
        glued = tokens.glued()
        found = lookup(tokens.words, tokens.lower, glued)
        predicted = tag_words(tokens.words, tokens.lower, glued)
        left = "<"
        for at, entry in enumerate(found):
            if isinstance(entry, Choice) and gold[at]:
                word = names[id(entry)]
                after = found[at + 1] if at + 1 < len(found) else ">"
                right = after if isinstance(after, str) else after.default
                for key in (right, ""):
                    own[word, left, key][gold[at]] += 1
                    shared[classes[word], left, key][gold[at]] += 1
            left = symbol(predicted[at], tokens.lower[at], left)
    kept_shared = prune(shared, lambda key: key[0].split(" ")[0], {}, 3)
    kept_own = prune(own, lambda key: shared_tag(key, classes, kept_shared), {}, 3)
    return kept_own, kept_shared


def shared_tag(key: Key, classes: dict[str, str], kept: dict[Key, str]) -> str:
    name = classes[key[0]]
    return kept.get((name, *key[1:])) or kept.get((name, key[1], "")) or name.split(" ")[0]


def prune(counts: dict[Key, Counter[str]], fallback: Callable[[Key], str], kept: Kept, gain: int) -> Kept:
    """Keep a context when its best tag is right at least ``gain`` times more often than what would be said without."""
    for key in sorted(counts, key=lambda key: (key[2] != "", key)):
        best, count = max(counts[key].items(), key=lambda item: (item[1], item[0]))
        without = kept.get((key[0], key[1], "")) or fallback(key)
        if best != without and count - counts[key][without] >= gain:
            kept[key] = best
    return kept


def tag_model(folder: Path) -> dict[str, Any]:
    """Words by class, and the contexts that decide; counted twice, the second time beside predicted tags."""
    sentences = list(tagged(folder, "train"))
    classes = word_classes(sentences)
    classes |= shape_classes(sentences, classes)
    words: dict[str, list[str]] = defaultdict(list)
    for word, name in classes.items():
        words[name].append(word.replace(" ", "_"))
    model: dict[str, Any] = {"words": {name: " ".join(sorted(words[name])) for name in sorted(words)}}
    model |= {"contexts": {}, "classes": {}}
    for _ in range(2):
        write("tags", model)
        load_model.cache_clear()
        _entries.cache_clear()
        own, shared = contexts(sentences, classes)
        model["contexts"] = lines(own)
        model["classes"] = lines(shared)
    return model


def lines(kept: dict[Key, str]) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for (word, left, right), tag in sorted(kept.items()):
        found[word.replace(" ", "_") if word.startswith(" ") else word].append(f"{left}|{right}|{tag}")
    return {word: " ".join(items) for word, items in found.items()}


def punkt_model(folder: Path) -> dict[str, Any]:
    """What Punkt learns from news and novels, without names: which words begin sentences, and no others.

    Kept are words seen in small letters and, capitalised, only where sentences begin: they alone change a decision.
    """
    from nltk.tokenize import punkt

    trainer = punkt.PunktTrainer()
    for name in ("polnear-train", "litbank-dev", "pdnc-dev"):
        for document in documents(folder, name):
            trainer.train(document["text"], finalize=False)
    parameters = trainer.get_params()
    context = punkt._ORTHO_BEG_UC | punkt._ORTHO_LC
    starting = [
        word
        for word, seen in parameters.ortho_context.items()
        if word.isalpha() and seen & punkt._ORTHO_BEG_UC and seen & punkt._ORTHO_LC and not seen & punkt._ORTHO_MID_UC
    ]
    closed = words_tagged("PRP", "PRP$", "DT", "WP", "WRB", "WDT", "IN", "CC", "EX", "RB", "UH", "VB", "VBG")
    starters = closed.intersection(parameters.sent_starters)
    return {
        "abbreviations": "etc",
        "starters": " ".join(sorted(starters)),
        "starting": " ".join(sorted(starting)),
        "context": context,
    }


def write(name: str, model: dict[str, Any]) -> None:
    """Write a model file, one key a line."""
    text = json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True)
    (MODELS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write("tags", tag_model(folder))
    write("punkt", punkt_model(folder))


if __name__ == "__main__":
    main()
