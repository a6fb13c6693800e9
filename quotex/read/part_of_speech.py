"""Penn Treebank tags from a dictionary and learned weights; small and quick.

Every word belongs to a class: the tags it takes ("NN VB").  Most words of a text take one tag, and need no more than
this.  Where the class leaves a choice, weights decide: of the word, of the tags to the left, of the classes to the
right, and of the words on both sides.  An averaged perceptron learned them (``benchmarks/train/tags.py``); it goes from
left to right as ``tag`` does.  Names have no entries: they are known by their shape.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache, partial
from typing import Any, TypeVar

from quotex.models import load_model
from quotex.read.word_shapes import casing, shapes

PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", ",": ",", ":": ":", ";": ":", "...": ":", "…": ":", "--": ":", "—": ":", "–": ":",
    "―": ":", "-": ":", "*": ":", "|": ":", "•": ":", "·": ":", "(": "-LRB-", ")": "-RRB-", "[": "-LRB-", "]": "-RRB-",
    "{": "-LRB-", "}": "-RRB-", "<": "-LRB-", ">": "-RRB-", "“": "``", "”": "''", "``": "``", "''": "''", "‘": "``",
    "’": "''", "«": "``", "»": "''", "$": "$", "%": "NN", "&": "CC", "#": "#",
}  # fmt: skip
_WHOLE = {"cannot": "MD"}  # the treebanks write it as two words
_STRAIGHT = ('"', "'")
_SENTENCE_FOLLOWS = frozenset((".", "!", "?", ":", "“", "‘", "``"))  # the next word may be capitalised as a first one
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "ve"))
_BE = frozenset(
    ("be", "is", "are", "was", "were", "been", "being", "am", "'m", "'re", "’m", "’re", "get", "got", "gets", "getting")
)
_DO = frozenset(("do", "does", "did"))
_PASSED_OVER = frozenset(("H", "B", "D", "MD", "TO"))  # adverbs behind these hide nothing
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset(("H", "B", "D", "MD", "TO", "VB", "VBD", "VBZ", "VBP", "VBN", "VBG"))
_HIDING = VERBAL | {"RB", "POS"}  # tags whose words are something else to the next word
_REMEMBERED = 2000  # so many capitalised and unknown words are remembered: names come back

# The weights of all tags lie side by side in one whole number, FIELD bits each: one addition adds all of them.
FIELD = 12
_MASK = (1 << FIELD) - 1
_HALF = 1 << (FIELD - 1)  # added to every field, so that none is negative when it is read
Value = TypeVar("Value")
Table = dict[str, int]


class Choice:
    """A word class with more than one tag, and the weights that decide between them before the context is looked at.

    ``name`` is what the neighbours see of it, ``tags`` are the tags with the places of their weights, the most frequent
    first; ``weights`` are those of the word itself, ``left`` those of the tag to the left: both are added up when the
    word is first met.
    """

    __slots__ = ("_weigh", "left", "name", "tags", "weights")

    def __init__(
        self, name: str, tags: tuple[tuple[str, int], ...], weigh: Callable[[], tuple[int, dict[str, int]]]
    ) -> None:
        self.name = name
        self.tags = tags
        self._weigh = weigh

    def __getattr__(self, name: str) -> Any:
        if name not in ("left", "weights"):
            raise AttributeError(name)
        self.weights, self.left = self._weigh()
        return getattr(self, name)


Entry = str | Choice
Unknown = Callable[[str, str, bool, str], Entry]


class Tagger:
    """The dictionary and the weights of one model, ready for use.

    ``entries`` has words and shapes of other words (these begin with a space); ``rare`` has the tags of rare words with
    more than one, whose entries are made when they are met.  ``around`` looks up the weights of what stands around a
    word, in this order: the two tags to the left; the last verb and the tag to the left; the classes of the next word
    and of the one behind it; the word before, the one before that, and the next word.
    """

    __slots__ = ("around", "entries", "lefts", "middle", "own", "places", "rare", "shifts", "unknown")

    def __init__(self, model: dict[str, dict[str, str]], weights: dict[str, dict[str, str]]) -> None:
        shifts = shifts_of(model)
        tables = {name: {value: int(packed, 16) for value, packed in table.items()} for name, table in weights.items()}
        near = [tables.get(name, {}) for name in ("pair", "verb", "right", "second")]
        near += [_curly(tables.get(name, {})) for name in ("before", "earlier", "after")]
        self.around = tuple(table.get for table in near)
        self.own = tables.get("own", {})
        self.lefts = _Lefts(tables.get("left", {}))
        self.shifts = shifts
        self.places: dict[str, tuple[tuple[str, int], ...]] = {}  # of the weights, for each choice of tags
        self.middle = sum(_HALF << shift for shift in shifts.values())
        self.rare = _curly(_by_word({tags: words for tags, words in model["rare"].items() if " " in tags}))
        self.entries = self._read_entries(model)
        self.unknown: Unknown = lru_cache(_REMEMBERED)(self._unknown)

    def _read_entries(self, model: dict[str, dict[str, str]]) -> dict[str, Entry]:
        """Return the entries of marks, of shapes, and of all words but the rare ones with a choice of tags."""
        entries: dict[str, Entry] = {}
        entries |= _by_word({tags: words for tags, words in model["rare"].items() if " " not in tags})
        keys = _by_word(model["words"]) | {" " + name: tags for name, tags in _by_word(model["shapes"]).items()}
        for key, tags in keys.items():
            entries[key] = self._entry(key, tags, own_features) if " " in tags else tags
        return _curly(entries) | PUNCTUATION | _WHOLE

    def _entry(self, key: str, tags: str, features: Callable[[str], list[str]]) -> Choice:
        """Return the entry of a word or a shape with more than one tag."""
        name = class_name(key, tags)
        if tags not in self.places:
            self.places[tags] = tuple((tag, self.shifts[tag]) for tag in tags.split(" "))
        return Choice(name, self.places[tags], partial(self._weigh, key, name, features))

    def _weigh(self, key: str, name: str, features: Callable[[str], list[str]]) -> tuple[int, Table]:
        """Return the weights of a word or a shape itself, and those of the tag to the left of its class."""
        return self.middle + sum(self.own.get(feature, 0) for feature in features(key)), self.lefts[name]

    def class_of(self, small: str) -> str:
        """Return the class of a word in small letters; "" when it is not in the dictionary."""
        entry = self.entries.get(small)
        if entry is None:
            return class_name(small, self.rare[small]) if small in self.rare else ""
        return entry if isinstance(entry, str) else entry.name

    def _unknown(self, word: str, small: str, inside: bool, case: str) -> Entry:
        """Return the entry of a rare word, or of the most special known shape of a capitalised or unknown one."""
        entries = self.entries
        if word == small and small in self.rare:
            plain = small.replace("’", "'")
            return entries.setdefault(small, self._entry(plain, self.rare[small], rare_features))
        for name in shapes(word, small, inside, case, self.class_of):
            if name in entries:
                return entries[name]
        return "NN"


def shifts_of(model: dict[str, dict[str, str]]) -> dict[str, int]:
    """By how many bits the weight of each tag is shifted in the number that holds those of all tags."""
    return {name: at * FIELD for at, name in enumerate(model["tags"]["all"].split(" "))}


def _curly(table: dict[str, Value]) -> dict[str, Value]:
    """Return the same table with every word that has an apostrophe in its other form too."""
    return table | {word.replace("'", "’"): value for word, value in table.items() if "'" in word}


def _by_word(classes: dict[str, str]) -> dict[str, str]:
    """Read ``{TAGS: "WORD WORD …"}``: the tags of each word."""
    found: dict[str, str] = {}
    for tags, words in classes.items():
        found |= dict.fromkeys(words.split(" "), tags)
    return found


class _Lefts(dict[str, Table]):
    """For each class the weights of the tag to the left: those of the tag for all classes, and those for this one."""

    def __init__(self, table: Table) -> None:
        self.general = {key: weights for key, weights in table.items() if "|" not in key}
        self.special: dict[str, Table] = {}
        for key, weights in table.items():
            name, bar, left = key.rpartition("|")
            if bar:
                self.special.setdefault(name, {})[left] = weights

    def __missing__(self, name: str) -> Table:
        table = dict(self.general)
        for left, weights in self.special.get(name, {}).items():
            table[left] = table.get(left, 0) + weights
        self[name] = table
        return table


def class_name(key: str, names: str) -> str:
    """Return what the neighbours see of a word: its three most frequent tags; of a capitalised one the way it is
    written."""
    if key[0] == " " and key[1] not in "-h":
        return key[1] + names.split(" ", 1)[0]
    return "_".join(names.split(" ", 3)[:3])


def own_features(key: str) -> list[str]:
    """Return what the weights of an entry itself are learned by: the word, or the parts of a shape.

    >>> own_features(" C-ian")
    ['C-', 'C-n', 'C-an', 'C-ian']
    >>> own_features(" C=council")
    ['C=council', 'C+', 'council']
    """
    if key[0] != " ":
        return [key]
    stem, dash, end = key[1:].partition("-")
    if dash and len(stem) < 3:
        return [stem + "-", *(stem + "-" + end[-size:] for size in range(1, len(end) + 1))]
    if key[2:3] == "=":
        return [key[1:], key[1] + "+", key[3:]]
    if key[2:3] == "+":
        return [key[1:], key[1:].partition("_")[0], key[1] + "+"]
    return [key[1:]]


def rare_features(word: str) -> list[str]:
    """Return what the weights of a rare word are learned by: the word, and its endings.

    >>> rare_features("amble")
    ['amble', '-e', '-le', '-ble']
    """
    return [word, *("-" + word[-size:] for size in (1, 2, 3) if len(word) > size)]


@cache
def _tagger() -> Tagger:
    model = load_model("tags")
    return Tagger(model["dictionary"], model["weights"])


def lookup(
    words: list[str], lower: list[str], glued: list[bool], entries: dict[str, Entry], unknown: Unknown
) -> list[Entry]:
    """Return the entry of each word of a sentence, before its neighbours are looked at; ``unknown`` finds those of
    shapes."""
    found: list[Any] = list(map(entries.get, words))  # None for every word with a capital: no entry has one
    case: str | None = None
    for at, entry in enumerate(found):
        if entry is None:
            word, small = words[at], lower[at]
            if word == small:
                if word in _STRAIGHT:
                    found[at] = "``" if not glued[at] and at + 1 < len(glued) and glued[at + 1] else "''"
                else:
                    found[at] = unknown(word, small, True, "")
            else:
                if case is None:
                    case = casing(words)
                inside = at > 0 and words[at - 1] not in _SENTENCE_FOLLOWS and found[at - 1] != "``"
                found[at] = unknown(word, small, inside, case)
    return found


def tag(words: list[str], lower: list[str], glued: list[bool]) -> list[str]:
    """Return one Penn tag for each word of a sentence; ``glued`` says where no space stands before the word.

    Only straight quotation marks need ``glued``: it may be empty for a sentence without any.
    """
    return tag_with(_tagger(), words, lower, glued)


def tag_with(tagger: Tagger, words: list[str], lower: list[str], glued: list[bool]) -> list[str]:
    """Return the tags that one model gives: from left to right, each tag chosen by the greatest sum of weights."""
    found = lookup(words, lower, glued, tagger.entries, tagger.unknown)
    seen = [entry if isinstance(entry, str) else entry.name for entry in found]
    seen += (">", ">")
    near = ["", "", *lower, ""]  # the word before "at" is near[at + 1], the next one near[at + 3]
    pair, verb_left, right, second, before, earlier, after = tagger.around
    tags: list[str] = []
    left = older = "<"
    verb = "-"
    for at, entry in enumerate(found):
        if isinstance(entry, str):
            name = entry
        else:
            total = (
                entry.weights
                + entry.left.get(left, 0)
                + pair(older + left, 0)
                + verb_left(verb + left, 0)
                + right(seen[at + 1], 0)
                + second(seen[at + 2], 0)
                + before(near[at + 1], 0)
                + earlier(near[at], 0)
                + after(near[at + 3], 0)
            )
            most = -1
            for candidate, shift in entry.tags:
                weight = total >> shift & _MASK
                if weight > most:
                    most, name = weight, candidate
        tags.append(name)
        older = left
        if name in _HIDING:
            left = symbol(name, lower[at], left)
            if left in VERBAL:
                verb = left
        else:
            left = name
    return tags


def symbol(name: str, small: str, left: str) -> str:
    """Return what a tagged word is to the next one: its tag, or H, B, D for forms of have, be, do; adverbs are passed
    over."""
    if name == "RB" and left in _PASSED_OVER:
        return left
    if name[0] == "V" or name == "POS":
        return "H" if small in _HAVE else "B" if small in _BE else "D" if small in _DO else name
    return name


@cache
def words_tagged(*tags: str) -> frozenset[str]:
    """All words of the dictionary whose most frequent tag is one of these."""
    tagger = _tagger()
    firsts = {word: names.partition(" ")[0] for word, names in tagger.rare.items()}
    for word, entry in tagger.entries.items():
        if word[0] != " ":
            firsts[word] = entry if isinstance(entry, str) else entry.tags[0][0]
    return frozenset(word for word, first in firsts.items() if first in tags)
