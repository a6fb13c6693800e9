"""Penn Treebank tags from a dictionary and counted contexts; small and quick, not a full tagger.

Every word belongs to a class: the tags it takes ("NN VB").  Where the class leaves a choice, the tag to the left and
what usually stands to the right decide, by tables counted in ``benchmarks/train/read.py``.  Names have no entries:
a capitalised word inside a sentence is known by its shape.
"""

from __future__ import annotations

from functools import cache

from quotex.models import load_model

_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", ",": ",", ":": ":", ";": ":", "...": ":", "…": ":", "--": ":", "—": ":", "–": ":",
    "-": ":", "(": "-LRB-", ")": "-RRB-", "[": "-LRB-", "]": "-RRB-", "“": "``", "”": "''", "``": "``",
    "''": "''", "‘": "``", "’": "''", "«": "``", "»": "''", "$": "$", "%": "NN", "&": "CC", "#": "#",
}  # fmt: skip
_STRAIGHT = ('"', "'")
_HAVE = frozenset(("have", "has", "had", "having", "'ve", "’ve", "ve"))
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am", "'m", "'re", "’m", "’re", "get", "got"))
_SUFFIX_LENGTHS = (4, 3, 2, 1)


class Choice:
    """A word class with more than one tag, and what decides between them."""

    __slots__ = ("contexts", "default", "shared")

    def __init__(self, default: str) -> None:
        self.default = default
        self.contexts: dict[tuple[str, str], str] = {}  # of this word alone
        self.shared: dict[tuple[str, str], str] = {}  # of all words of its class

    def tag(self, left: str, right: str) -> str:
        """The tag between a left and a right neighbour; the most special context that is known decides."""
        own, shared = self.contexts, self.shared
        return (
            (own and (own.get((left, right)) or own.get((left, ""))))
            or shared.get((left, right))
            or shared.get((left, ""))
            or self.default
        )


Entry = str | Choice


@cache
def _entries() -> dict[str, Entry]:
    """The entry of every word, and of every shape of unknown words (these begin with a space)."""
    model = load_model("tags")
    shared: dict[str, dict[tuple[str, str], str]] = {name: _contexts(lines) for name, lines in model["classes"].items()}
    entries: dict[str, Entry] = {}
    for name, words in model["words"].items():
        default, _, rest = name.partition(" ")
        for word in words.split(" "):
            key = word.replace("_", " ")
            own = model["contexts"].get(word)
            if not rest and not own:
                entries[key] = default
                continue
            choice = entries[key] = Choice(default)
            choice.shared = shared.get(name, {})
            choice.contexts = _contexts(own) if own else {}
    return entries


def _contexts(line: str) -> dict[tuple[str, str], str]:
    """Read ``LEFT:RIGHT:TAG LEFT:RIGHT:TAG …``."""
    parts = (item.split("|") for item in line.split(" ") if item)
    return {(left, right): tag for left, right, tag in parts}


_ARTICLES = frozenset({"a", "an", "the"})


def shape(word: str, small: str, inside: bool, entries: dict[str, Entry]) -> str:
    """The name of the shape of a word that is capitalised or not in the dictionary."""
    if word[0].isdigit() or word[0] in "$£€¥":
        return " 0" if small[-1].isdigit() or word[0] in "$£€¥" else " 0" + small[-2:]
    if word != small:
        known = entries.get(small)
        kind = known if isinstance(known, str) else known.default if known else "-"
        where = "A" if len(word) > 1 and word.isupper() else "C" if inside else "S"
        return f" {where}{kind}" if known or where != "C" else " C-s" if small[-1] == "s" else " C-"
    if "-" in small:
        return " h" + small[-2:]
    for length in _SUFFIX_LENGTHS:
        if len(small) > length and (name := " -" + small[-length:]) in entries:
            return name
    return " -"


def lookup(words: list[str], lower: list[str], glued: list[bool]) -> list[Entry]:
    """The entry of each word of a sentence, before its neighbours are looked at."""
    entries = _entries()
    found: list[Entry] = []
    inside = False
    for word, small in zip(words, lower, strict=False):
        mark = _PUNCTUATION.get(word)
        if mark:
            found.append(mark)
            continue
        if word in _STRAIGHT:
            at = len(found)
            found.append("``" if not glued[at] and at + 1 < len(glued) and glued[at + 1] else "''")
            continue
        entry = entries.get(small) if word == small or word == "I" else None
        if entry is None:
            if "’" in small:
                entry = entries.get(small.replace("’", "'"))
            if entry is None:
                entry = entries.get(shape(word, small, inside, entries), "NNP" if word != small else "NN")
        found.append(entry)
        inside = True
    return found


def tag(words: list[str], lower: list[str], glued: list[bool]) -> list[str]:
    """Return one Penn tag for each word of a sentence; ``glued`` says where no space stands before the word.

    Only straight quotation marks need ``glued``: it may be empty for a sentence without any.
    """
    found = lookup(words, lower, glued)
    tags: list[str] = []
    left = "<"
    last = len(found) - 1
    for at, entry in enumerate(found):
        if isinstance(entry, str):
            name = entry
        else:
            after = found[at + 1] if at < last else ">"
            name = entry.tag(left, after if isinstance(after, str) else after.default)
        if name == "VBD" and at and lower[at - 1] in _ARTICLES:
            name = "JJ"  # "a stunned operator": no verb stands behind an article
        tags.append(name)
        left = symbol(name, lower[at], left)
    return tags


def symbol(name: str, small: str, left: str) -> str:
    """What a tagged word is to the next one: its tag, or H and B for forms of have and be; adverbs are passed over."""
    if name == "RB" and left in ("H", "B", "MD", "TO"):
        return left
    if name[0] == "V" or name == "POS":
        return "H" if small in _HAVE else "B" if small in _BE else name
    return name


@cache
def words_tagged(*tags: str) -> frozenset[str]:
    """All words of the dictionary whose most frequent tag is one of these."""
    entries = _entries()
    return frozenset(
        word for word, entry in entries.items() if (entry if isinstance(entry, str) else entry.default) in tags
    )
