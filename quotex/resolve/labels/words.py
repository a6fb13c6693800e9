"""The words of a text that may be parts of names, where each stands, and what a label says."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.lexicon.names import given_names, particles, titles
from quotex.lexicon.nouns import person_nouns
from quotex.patterns import pattern

_TOKEN = pattern(r"\p{Lu}[\p{L}\p{M}\d'’‘ʻ\-‑]*+(?:(?<=^\p{Lu}|[^\p{L}]\p{Lu})\.)?|\p{Lu}\p{L}{1,4}\.(?=\s\p{Lu})")
_LABEL_WORD = pattern(r"[\p{L}\p{M}\d.'’‘ʻ\-‑_+]++")
_STATE = pattern(r"(?P<name>\S.*?)\s+of\s+(?P<state>\p{Lu}[\p{L} ]{2,24})$")
_STYLES = ("style", "profession", "noble", "rank", "military", "clergy", "office", "kin")
_HONOURS = frozenset("hon honourable honorable shri shrimati smt deputy senator rt right the cr cllr fru herr dona don".split())


class Token(NamedTuple):
    """A word with a capital: offsets, and its folded form without a stop."""

    start: int
    end: int
    key: str


class Parsed(NamedTuple):
    """What the words of a label say.

    Attributes:
        text: The label without marks of layout and without an article in front.
        title: Its title, folded ("dr"), or "".
        names: The words of the name, folded; empty when the label is an office.
        state: What distinguishes two of one name: "Ohio".
    """

    text: str
    title: str
    names: tuple[str, ...]
    state: str = ""


def fold(word: str) -> str:
    """Return a word for comparison.

    >>> fold("O’Neill."), fold("MR.")
    ("o'neill", 'mr')
    """
    return word.replace("’", "'").replace("‑", "-").rstrip(".").casefold()


class Words:
    """All words with a capital of a text, found by their folded form.

    Attributes:
        text: The text.
        tokens: The words in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [Token(m.start(), m.end(), fold(m[0])) for m in _TOKEN.finditer(text)]
        self._starts = [token.start for token in self.tokens]
        self._places: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            self._places.setdefault(token.key, []).append(number)

    def places(self, key: str) -> list[int]:
        """Numbers of the tokens that are a word."""
        return self._places.get(key, [])

    def at(self, offset: int) -> int:
        """Number of the first token from an offset on."""
        return bisect_left(self._starts, offset)

    def joins(self, number: int) -> bool:
        """Whether a token and the next one stand in one name: a space, small words of names, or a nickname between."""
        if not 0 <= number < len(self.tokens) - 1:
            return False
        between = self.text[self.tokens[number].end : self.tokens[number + 1].start]
        if len(between) > 16:
            return False
        small = between.strip("“”\"‘’'() \t\xa0\n\r")
        if "\n" in between and (small or between.strip() or between.count("\n") > 1):
            return False
        return not small and between[:1] != "" and _only_marks(between) or bool(small) and _is_small(small)


def _only_marks(between: str) -> bool:
    return between.strip(" \t\xa0\n\r") in ("", "“", "”", '"', "(", ")", "‘", "’")


def _is_small(words: str) -> bool:
    return all(word in particles() or word in ("of", "i", "y", "binte", "bin", "ap", "af") for word in words.split()) and (
        "of" not in words.split()
    )


def parse_label(label: str) -> Parsed:
    """Read a label.

    >>> parse_label("Mr. FITCH of Ohio"), parse_label("The CHAIRMAN").names
    (Parsed(text='Mr. FITCH', title='mr', names=('fitch',), state='Ohio'), ())
    """
    text = label.strip(" *_@+%~&.:[]\u200e")
    if text[:4].casefold() == "the " and len(text) > 4:
        text = text[4:]
    state = ""
    if match := _STATE.match(text):
        text, state = match["name"], match["state"]
    words = [fold(word) for word in _LABEL_WORD.findall(text)]
    title = ""
    while len(words) > 1 and (words[0] in titles() or words[0] in _HONOURS):
        title = title or words.pop(0) if words[0] not in _HONOURS else title or words.pop(0) and ""
        if words and words[0] in _HONOURS:
            continue
        if title and words and words[0] not in titles():
            break
    names = () if _is_office(words) else tuple(words)
    return Parsed(text, title, names, state)


def _is_office(words: list[str]) -> bool:
    """Whether the words of a label tell a part or an office, and none is a name."""
    return all(
        word in person_nouns()
        or word in titles()
        or (word in load_words("common_words") and word not in given_names())
        or not word.strip("'-").isalpha()
        for word in words
    )


def is_title(key: str) -> bool:
    """Whether a folded word is a title or honour before names."""
    return key in titles() or key in _HONOURS


def is_ordinary(key: str) -> bool:
    """Whether a word is written small elsewhere and is nobody's given name."""
    return key in load_words("common_words") and key not in given_names() or key in _FUNCTION


_FUNCTION = frozenset("of and the in on at by for to with from is was".split())


def spelled(words: str) -> str:
    """Return a name in capitals as it is written in running text.

    >>> spelled("MARISOL DE LA GARZA"), spelled("McALLISTER"), spelled("SPEAKER pro tempore")
    ('Marisol de la Garza', 'McAllister', 'Speaker pro tempore')
    """
    return " ".join(_spelled(word, first=not number) for number, word in enumerate(words.split()))


def _spelled(word: str, *, first: bool) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or sum(map(str.isupper, letters)) <= len(letters) / 2 or "." in word[:-1]:
        return word
    if not first and fold(word) in particles():
        return word.lower()
    if word.startswith(("Mc", "Mac")) and len(word) > 4:
        cut = 2 if word[1] == "c" else 3
        return word[: cut + 1] + word[cut + 1 :].lower()
    pieces = word.split("-")
    return "-".join(_capitalised(piece) for piece in pieces)


def _capitalised(piece: str) -> str:
    if len(piece) > 2 and piece[1] in "'’" and piece[0] in "ODL":
        return piece[:2] + piece[2:].capitalize()
    return piece.capitalize()


def piece_of(token: Token, last: Token) -> Piece:
    """Offsets from one token to another."""
    return token.start, last.end
