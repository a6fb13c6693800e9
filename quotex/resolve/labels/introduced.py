"""Who is introduced with a label: by surname, given name, initials, office, or as the one who asks or answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from quotex.lexicon.labels import label_words
from quotex.lexicon.names import titles, world_gender
from quotex.patterns import pattern
from quotex.resolve.labels.words import (
    Parsed,
    Token,
    Words,
    fold,
    is_function,
    is_ordinary,
    is_role,
    is_title,
    parse_label,
    spelled,
)

_MOST_PLACES = 60  # of one word that are looked at
_WIDEST = 5  # words of a name
_GOES_ON = pattern(r"[.,;:!?)]|\ \p{Ll}")  # behind a surname that is a word: "I'm Amira Said."
_STEMS = {
    "reporter": r"reported\ by:?",
    "chair": r"chair(?:man|woman|person)?",
    "chairman": r"chairman",
}
_TO_NAME = pattern(r"(?:\ (?:is|was)\ |\ ?:[\ \t]{1,12}|\ )(?=\p{Lu})")
_FROM_NAME = pattern(r"(?:,\s|\s?[(\[]|\s[–—-]\s)(?:the\s|a\s|an\s|our\s)?$")


class Person(NamedTuple):
    """Somebody whom a text introduces: the name as printed, and where it stands."""

    name: str
    start: int
    end: int


class Introductions:
    """Finds who is introduced in one text.

    Args:
        words: The words of the text.
        labels: What the labels of the text say, each once.
        first: Where the first turn begins; a name before it weighs more.
    """

    def __init__(self, words: Words, labels: Sequence[str], first: int) -> None:
        self.words = words
        self.first = first
        self.full = [parsed for parsed in map(parse_label, labels) if len(parsed.names) > 1]

    def by_name(self, label: Parsed) -> Person | None:
        """Return who bears the words of a label as part of a longer name."""
        found = [person for person in self._bearers(label) if _agrees(person.name, label.title)]
        if label.title:  # "Representatives Akers" tells no more than "Mr. AKERS"
            found = [p for p in found if len([w for w in p.name.split() if not is_title(fold(w))]) > len(label.names)]
        fuller = self._labelled(label)
        if fuller and not any(len(person.name.split()) > 1 and person.start < self.first for person in found):
            return fuller
        if label.state:
            near = [p for p in found if self._text(p.end, p.end + 40).lstrip().startswith(f"of {label.state}")]
            found = near or found
        if not found:
            return None
        counts = Counter(fold(person.name) for person in found)
        best = max(found, key=lambda p: self._weight(p, label.title, counts))
        return _same_spelling(best, found)

    def _is_titled(self, person: Person, title: str) -> bool:
        return bool(title) and fold(self._text(person.start, person.end).split()[0]) == title

    def _labelled(self, label: Parsed) -> Person | None:
        """Return who bears the words in a longer label: LINDQUIST after HOPE LINDQUIST."""
        for other in self.full:
            size = len(label.names)
            edges = (other.names[-size:], other.names[:size]) if len(other.names) > size else ()
            if label.names in edges and _agrees(other.name, label.title):
                return Person(other.name, 0, 0)
        return None

    def _weight(self, person: Person, title: str, counts: Counter[str]) -> tuple[bool, bool, bool, int, int]:
        names = [word for word in person.name.split() if not is_title(fold(word))]
        before, often = person.start < self.first, min(counts[fold(person.name)], 2)
        return len(names) > 1, before, self._is_titled(person, title), often, -person.start

    def _bearers(self, label: Parsed) -> Iterator[Person]:
        tokens = self.words.tokens
        parts = [
            part for part in label.names if not (len(part) < 4 and part.isalpha() and part in label_words("small"))
        ]
        if not parts:
            return
        first = ""
        if len(parts) > 1 and len(parts[0]) == 1:  # D. Critch
            first, parts = parts[0], parts[1:]
        for number in self.words.places(parts[0])[:_MOST_PLACES]:
            last = number + len(parts) - 1
            if last >= len(tokens) or [t.key for t in tokens[number : last + 1]] != parts:
                continue
            if all(self.words.joins(at) for at in range(number, last)):
                for person in self._widened(number, last, single=len(parts) == 1):
                    if person.name.casefold().startswith(first):
                        yield person

    def _widened(self, first: int, last: int, *, single: bool) -> Iterator[Person]:
        """Return the name around some words: what belongs to it on the left, and on the right of a given name."""
        tokens, joins = self.words.tokens, self.words.joins
        left, right = first, last
        while left > 0 and right - left < _WIDEST and joins(left - 1) and self._belongs(left - 1):
            left -= 1
        if single or left == first:
            while right + 1 < len(tokens) and right - left < _WIDEST and joins(right) and self._follows(right + 1):
                right += 1
        if (left, right) == (first, last):
            return
        name = self._printed(left, right)
        if name and self._is_told(left, right):
            yield Person(name, tokens[left].start, tokens[right].end)

    def _is_told(self, left: int, right: int) -> bool:
        """Tell whether a name in capitals is one: among other capitals only when a comma or a bracket follows."""
        text = self.words.text
        start, end = self.words.tokens[left].start, self.words.tokens[right].end
        line_end = text.find("\n", end, end + 400)
        around = text[max(text.rfind("\n", 0, start) + 1, start - 400) : line_end if line_end > 0 else end + 400]
        return any(map(str.islower, around)) or len(around.split()) < 5 or text[end : end + 1] in tuple(",(:")

    def _belongs(self, number: int) -> bool:
        token = self.words.tokens[number]
        if len(token.key) == 1:
            return token.end - token.start == 2
        if is_function(token.key):
            return False
        titled = number > 0 and self.words.joins(number - 1) and is_title(self.words.tokens[number - 1].key)
        return is_title(token.key) or titled or not is_ordinary(token.key)

    def _follows(self, number: int) -> bool:
        token = self.words.tokens[number]
        if is_function(token.key) or is_title(token.key) or len(token.key) < 2:
            return False
        return not is_ordinary(token.key) or _GOES_ON.match(self.words.text, token.end) is not None

    def _printed(self, left: int, right: int) -> str:
        """Return the name without titles; with them when it is one word."""
        tokens = self.words.tokens
        bare = max((at + 1 for at in range(left, right) if is_title(tokens[at].key)), default=left)
        if bare == right and bare > left:
            bare = next((at for at in range(left, right) if is_title(tokens[at].key)), right)
        text = " ".join(self.words.text[tokens[bare].start : tokens[right].end].split())
        return spelled(text.strip("\"“”'‘’().").removeprefix("The "))

    def by_initials(self, letters: str) -> Person | None:
        """Return who has the letters of a label for initials, or in brackets behind the name."""
        tokens, text = self.words.tokens, self.words.text
        for number in self.words.places(fold(letters))[:_MOST_PLACES]:
            start = tokens[number].start
            marks = text[start - 1 : start] + text[tokens[number].end : tokens[number].end + 1]
            if marks == "()" and number and start - tokens[number - 1].end < 4:
                left = number - 1
                while left and self.words.joins(left - 1) and self._belongs(left - 1):
                    left -= 1
                return self._person(left, number - 1)
        return self._spelling(letters.casefold())

    def _spelling(self, letters: str) -> Person | None:
        tokens = self.words.tokens
        for number, token in enumerate(tokens):
            if token.key[:1] != letters[0] or token.key == letters:
                continue
            taken, last = "", number
            while last < len(tokens) and len(taken) < len(letters):
                taken += "".join(part[:1] for part in tokens[last].key.split("-"))
                if taken == letters and last > number:
                    return self._person(number, last)
                if not letters.startswith(taken) or not self.words.joins(last):
                    break
                last += 1
        return None

    def _person(self, left: int, right: int) -> Person | None:
        name = self._printed(left, right)
        return Person(name, self.words.tokens[left].start, self.words.tokens[right].end) if name else None

    def by_beginning(self, letters: str) -> Person | None:
        """Return the first name outside the labels that begins with some letters and is longer."""
        for token in self.words.tokens:
            longer = token.key.startswith(letters) and len(token.key) > len(letters)
            if longer and not is_ordinary(token.key) and token.start not in self.words.labels:
                return Person(spelled(self._text(token.start, token.end)), token.start, token.end)
        return None

    def by_office(self, office: str) -> Person | None:
        """Return who holds the office of a label: ``Mayor Ana Ruiz``, ``Ana Ruiz (chair)``, ``Reported by: ANA
        RUIZ``."""
        stem = _STEMS.get(office.casefold(), regex.escape(office))
        text = self.words.text
        if not all(is_role(fold(word)) for word in office.split()):
            return None
        for match in regex.finditer(rf"(?i)(?<![\w’'-]){stem}(?![\w’'-])", text):
            if match.start() in self.words.labels:
                continue
            person = self._behind(match.end()) or self._before(match.start())
            if person:
                return person
        return None

    def _behind(self, end: int) -> Person | None:
        gap = _TO_NAME.match(self.words.text, end)
        return self.run_at(gap.end()) if gap else None

    def _before(self, start: int) -> Person | None:
        """Return the name in front of an office: ``Hon. Ana Ruiz [chairman``, ``Ana Ruiz, the mayor``."""
        match = _FROM_NAME.search(self.words.text, max(0, start - 40), start)
        if match is None:
            return None
        number = self.words.at(match.start()) - 1
        if number < 0 or self.words.tokens[number].end != match.start():
            return None
        left = number
        while left and self.words.joins(left - 1) and self._belongs(left - 1) and number - left < _WIDEST:
            left -= 1
        if left == number or all(is_role(token.key) for token in self.words.tokens[left : number + 1]):
            return None
        return self._person(left, number)

    def last_name(self, start: int, end: int) -> Person | None:
        """Return the last name of two words or more, or with a title, in a stretch of text."""
        tokens = self.words.tokens
        number = self.words.at(end) - 1
        while number >= 0 and tokens[number].start >= start:
            left = number
            while (
                left
                and tokens[left - 1].start >= start
                and self.words.joins(left - 1)
                and not _is_aged(tokens[left - 1])
            ):
                left -= 1
            if left < number:
                return self._person(left, number)
            number = left - 1
        return None

    def run_at(self, offset: int) -> Person | None:
        """Return the name of two words or more that begins at an offset."""
        number = self.words.at(offset)
        if number >= len(self.words.tokens) or self.words.tokens[number].start != offset or offset in self.words.labels:
            return None
        last = number
        while (
            self.words.joins(last)
            and last - number < _WIDEST
            and (
                self._follows(last + 1)
                or is_title(self.words.tokens[last].key)
                or len(self.words.tokens[last + 1].key) == 1
            )
        ):
            last += 1
        if is_ordinary(self.words.tokens[number].key) and not is_title(self.words.tokens[number].key):
            return None
        return self._person(number, last) if last > number else None

    def _text(self, start: int, end: int) -> str:
        return self.words.text[start:end]


def _is_aged(token: Token) -> bool:
    """Tell whether a word is an age: "Ten-year-old"."""
    return token.key.endswith("-year-old")


def _agrees(name: str, title: str) -> bool:
    """Tell whether a name may stand behind a title: "Ms." is no Leland."""
    letter = titles().get(title, ("", "", ""))[1]
    gender = next((g for word in name.split() if (g := world_gender(word)) is not None), None)
    return letter not in ("f", "m") or gender is None or gender[0] == letter


def _same_spelling(best: Person, found: Sequence[Person]) -> Person:
    """Return the same name as the text writes it in small letters, where it does."""
    same = [person for person in found if fold(person.name) == fold(best.name)]
    return next((person for person in same if any(map(str.islower, person.name.split()[-1]))), best)
