"""The words of a text that may be parts of names, where each stands, and what a label says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import given_names, nicknames, particles, titles
from quotex.lexicon.nouns import person_nouns
from quotex.patterns import pattern

_TOKEN = pattern(
    r"(?!(?<=\d\s?)[AP]M\b)\p{Lu}(?:[\p{L}\p{M}\d\-‑]|['’‘ʻ](?!(?i:s|m|d|t|ll|re|ve)\b)(?=\p{L}))*+"
    r"(?:(?<=\b(?:\p{Lu}|(?i:mr|mrs|ms|dr|prof|rev|hon|sen|rep|gov|gen|col|capt|lt|sgt|st|jr|sr|cllr|cr|fr)))\.(?=\s\p{Lu}))?"
)
_LABEL_WORD = pattern(r"[\p{L}\p{M}\d.'’‘ʻ\-‑_+]++")
_ARTICLE = pattern(r"(?:[Tt]he|THE)\s(?=\S)|[Aa]n?\s(?=\p{Ll})|A\s(?=\p{Lu}{2})")
_TURNED = pattern(
    r"(?P<name>(?:\p{Ll}{1,3}\s){0,2}\p{Lu}[\p{L}’'-]+),\s(?P<given>\p{Lu}[\p{L}.’'-]+(?:\s\p{Lu}[\p{L}.’'-]*)?)$"
)
_INITIAL = pattern(r"\s\p{Lu}\.$")
_STATE = pattern(r"(?P<name>\S.*?)\s+of\s+(?P<state>\p{Lu}[\p{L} ]{2,24})$")
_NICK_MARKS = frozenset(("“”", '""', "‘’"))
_ENTRY = pattern(r"\p{Lu}\p{Ll}++(?:\s\p{Ll}++){1,3}+:")  # "Person interviewed:"
_VOWELS = frozenset("aeiouy")
_LONGEST_INITIALISM = 3  # letters
_WIDE = 45  # characters from which on a line may go on in the next one


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

    @property
    def name(self) -> str:
        """The label as a name: in small letters, without the title of somebody whose name has two words."""
        words = self.text.split()
        while len(self.names) > 1 and len(words) > 1 and is_title(fold(words[0])):
            words = words[1:]
        return spelled(" ".join(words))


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
        labels: Start and end of the labels of turns: no name runs over the edge of one.
        tokens: The words in order.
    """

    def __init__(self, text: str, labels: Iterable[Piece] = ()) -> None:
        self.text = text
        self.tokens = [Token(m.start(), m.end(), fold(m[0])) for m in _TOKEN.finditer(text)]
        starts, ends = zip(*labels, strict=True) if labels else ((), ())
        self.labels = frozenset(starts)
        self._ends = frozenset(ends)
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
        """Tell whether a token and the next one stand in one name: a space, small words of names, or a nickname
        between."""
        if not 0 <= number < len(self.tokens) - 1:
            return False
        token, after = self.tokens[number], self.tokens[number + 1]
        between = self.text[token.end : after.start]
        if not 0 < len(between) <= 16 or after.start in self.labels or token.end in self._ends:
            return False
        if "\n" in between:
            wrapped = not between.strip() and between.count("\n") == 1 and self._is_wrapped(token.end)
            return wrapped and not _ENTRY.match(self.text, after.start)
        small = between.split()
        if all(word in particles() or word in label_words("inner") for word in small):
            return between[0] == " " and between[-1] == " "
        return self._is_nickname(number, between) or self._is_nickname(number - 1, between)

    def _is_wrapped(self, offset: int) -> bool:
        return offset - self.text.rfind("\n", 0, offset) > _WIDE

    def _is_nickname(self, number: int, between: str) -> bool:
        """Tell whether the token behind a number stands in marks: Clarence “Duke” Whitlow."""
        inner = self.tokens[number + 1]
        marks = self.text[inner.start - 1 : inner.start] + self.text[inner.end : inner.end + 1]
        return marks in _NICK_MARKS and between.strip(" ") in marks and len(between) == 2


def parse_label(label: str) -> Parsed:
    """Read a label.

    >>> parse_label("Mr. FITCH of Ohio"), parse_label("The CHAIRMAN").names
    (Parsed(text='Mr. FITCH', title='mr', names=('fitch',), state='Ohio'), ())
    """
    text = label.strip(" *_@+%~&.:[]\u200e")
    if article := _ARTICLE.match(text):
        text = text[article.end() :]
    if match := _TURNED.match(text):
        text = f"{match['given']} {match['name']}"
    if _is_office(_words(text)):
        return Parsed(text, "", ())
    state = ""
    if match := _STATE.match(text):
        text, state = match["name"], match["state"]
    words = _words(text)
    title = words[0] if len(words) > 1 and is_title(words[0]) else ""
    while len(words) > 1 and is_title(words[0]):
        words = words[1:]
    return Parsed(text, title, tuple(words), state)


def as_written(label: str) -> str:
    """Return the name of a person who writes as it is printed: a handle keeps its signs, and an initial its full stop.

    >>> as_written("@lena_"), as_written("Ana R."), as_written("Ruiz, Ana"), as_written("MR. OTT")
    ('@lena_', 'Ana R.', 'Ana Ruiz', 'Mr. Ott')
    """
    bare = label.strip(" *:[]~%&\u200e")
    if bare.startswith("+") or " " not in bare and (len(bare) < 3 or not bare.isupper() or not bare.isalpha()):
        return bare
    return parse_label(label).name + ("." if _INITIAL.search(bare) else "")


def _words(text: str) -> list[str]:
    return [fold(word) for word in _LABEL_WORD.findall(text)]


def _is_office(words: list[str]) -> bool:
    """Tell whether the words of a label tell a part or an office, and none is a name."""
    if len(words) > 2 and is_role(words[0]) and words[1] in ("of", "at", "in", "for"):
        return len(words) > 3 or words[0] in person_nouns() or words[2] in load_words("common_words")
    return any(map(is_role, words)) and all(
        is_role(word)
        or word in label_words("function")
        or (word in load_words("common_words") and word not in given_names())
        or not word.strip("'-").isalpha()
        for word in words
    )


def is_role(key: str) -> bool:
    """Tell whether a folded word is a noun for a person or an office."""
    return key in person_nouns() or key in titles() or key in label_words("part")


def is_title(key: str) -> bool:
    """Tell whether a folded word is a title or honour before names."""
    single = key[:-1] if key.endswith("s") else key
    return any(word in titles() or word in label_words("honour") for word in (key, single))


def is_function(key: str) -> bool:
    """Tell whether a folded word is a small word that is part of no name."""
    return key in label_words("function")


def is_ordinary(key: str) -> bool:
    """Tell whether a word is written small elsewhere and is nobody's given name."""
    if key in particles():
        return False
    if key in given_names() or key in nicknames():
        return False
    return key in load_words("common_words") or key in label_words("function")


def spelled(words: str) -> str:
    """Return a name in capitals as it is written in running text.

    >>> spelled("MARISOL DE LA GARZA"), spelled("McALLISTER"), spelled("SPEAKER pro tempore"), spelled("DS LEE")
    ('Marisol de la Garza', 'McAllister', 'Speaker pro tempore', 'DS Lee')
    """
    parts = words.split()
    small = any(word.istitle() and not is_title(fold(word)) for word in parts)
    return " ".join(
        word if small and _is_initialism(fold(word)) and word.isupper() else _spelled(word, first=not number)
        for number, word in enumerate(parts)
    )


def _spelled(word: str, *, first: bool) -> str:
    letters = [c for c in word if c.isalpha()]
    if len(letters) < 2 or sum(map(str.isupper, letters)) <= len(letters) / 2 or "." in word[:-1]:
        return word
    if not first and fold(word) in particles():
        return word.lower()
    if first and _is_initialism(fold(word)):
        return word
    if word.startswith(("Mc", "Mac")) and len(word) > 4:
        cut = 2 if word[1] == "c" else 3
        return word[: cut + 1] + word[cut + 1 :].lower()
    pieces = word.split("-")
    return "-".join(_capitalised(piece) for piece in pieces)


def _is_initialism(key: str) -> bool:
    """Tell whether a short word is spoken letter by letter: a title that shortens several words, or one without a
    vowel."""
    if len(key) > _LONGEST_INITIALISM or not key.isalpha():
        return False
    if key in titles():
        whole, _, kind = titles()[key]
        if key == whole:
            return kind == "office"  # MP
        return not whole.startswith(key) and (key[0], key[-1]) != (whole[0], whole[-1])
    return _VOWELS.isdisjoint(key)


def _capitalised(piece: str) -> str:
    if len(piece) > 2 and piece[1] in "'’" and piece[0] in "ODL":
        return piece[:2] + piece[2:].capitalize()
    return piece.capitalize()
