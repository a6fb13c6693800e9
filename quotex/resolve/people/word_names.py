"""Words that are names here: "June", "West" or "Oscar", told by their place and by what the rest of the text does.

No list can say whether "Page" is a surname.  A text can: the word stands between a given name and a verb, behind a
title, before an age, or it speaks by itself without an article.  Dates are told by what stands before them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import ARTICLES, words_of
from quotex.lexicon.names import affiliations, folded, given_names, nicknames, not_names, places, titles
from quotex.lexicon.nouns import is_role
from quotex.lexicon.verbs import saying_forms
from quotex.patterns import pattern
from quotex.resolve.people.name_form import bare
from quotex.resolve.people.runs.find_runs import Run

# Only where a word begins, or the search itself: from within a word nothing is found that was not found before it.
_BEFORE = pattern(r"(?:\G|(?<![\p{L}’']))(?<word>[\p{L}’']++)(?<gap>[,.]?[\s”\"’]++)$")
_AFTER = pattern(
    r"(?<gap>,?[”\"]?\s(?:\p{Ll}++ly\s|also\s|then\s|later\s|who\s|has\s|had\s|have\s)?)(?<word>\p{Ll}[\p{Ll}’']*+)"
)
# ", 34," or ", a nurse": what is said of people.
_AGE = pattern(r",\s[1-9]\d?(?:,|-year-old)|\s\([1-9]\d\)|,\san?\s\p{Ll}")
_CLOSED = pattern(r"[,?!…—–-]['”\"’]?['”\"’]\s$")
_LONGEST_BEFORE = 20  # characters
_SPEAKS, _ACTS = 2, 1
_TITLED = 2
_OFTEN = 2
_LONGEST_INITIALS = 3
_LONGEST_RUN = 8
_PAIR = 2
_MARKS = 4  # characters of the end of a quotation: mark, quotation marks, blank
_OFFICE = (2, 4)


class _Around(NamedTuple):
    """What stands around a run.

    Attributes:
        before: The word before it, in small letters, or "" at the start of a sentence.
        does: `_SPEAKS` when a verb of speech stands beside it, `_ACTS` when another verb, a relative clause or an age
            follows, else 0.
        speech: Whether it stands behind a verb of speech that follows a quotation («…,” said Sunday»).
    """

    before: str
    does: int
    speech: bool


class WordNames(NamedTuple):
    """What a text uses as names.

    Attributes:
        words: Words that are names wherever no date or article stands before them.
        pairs: Pronouns with the word behind them that are a whole name ("He Jiankui"); "Big Ana", "Little Ana".
    """

    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def word_names(text: str, runs: Iterable[Run], narrative: bool = False) -> WordNames:
    """Return the words that are no names elsewhere, or only titles, and that this text uses as names.

    Args:
        text: The text.
        runs: Its runs of capitalised words.
        narrative: Whether it is a story, where "Old Cotter" is an epithet and a name.
    """
    seen = _Evidence(narrative)
    runs = list(runs)
    for run in runs:
        if run[3] != "headline" and any(map(is_doubtful, run[2].split())):
            seen.see(run, _around(text, run))
    return WordNames(seen.names(), seen.whole() | namesakes(run[2] for run in runs))


def namesakes(runs: Iterable[str]) -> frozenset[tuple[str, str]]:
    """Return the names of those whom a text tells apart by a word before the one name they share.

    >>> sorted(namesakes(["Big Ana", "Little Ana", "Old Tom", "Tom"]))
    [('Big', 'Ana'), ('Little', 'Ana')]
    """
    marks: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        mark, _, name = run.partition(" ")
        if name and " " not in name and bare(mark) in words_of("told-apart"):
            marks[name].add(mark)
    return frozenset((mark, name) for name, known in marks.items() if len(known) > 1 for mark in known)


def is_date(text: str, start: int, end: int) -> bool:
    """Tell whether the name of a month or day stands where dates do: "on Sunday", "in April", "June 3"."""
    if text[end : end + 2].strip()[:1].isdigit() or text[end : end + 12].split(None, 1)[:1] in _behind():
        return True
    before = _before(text, start)
    if before is None or not before["gap"].isspace() or before["word"].lower() not in _before_date(text[start:end]):
        return False
    return not _closed(text, before.start())  # «…,” said Sunday»


def _closed(text: str, offset: int) -> bool:
    """Tell whether a quotation ends before an offset."""
    return _CLOSED.search(text, max(0, offset - _MARKS), offset) is not None


def _before(text: str, start: int) -> regex.Match[str] | None:
    """Return the word before an offset and what parts the two: mostly one blank, so that only the last word is read."""
    floor = max(0, start - _LONGEST_BEFORE)
    if text[start - 2 : start - 1].isalpha():
        floor = max(floor, text.rfind(" ", floor, start - 1) + 1)
    return _BEFORE.search(text, floor, start)


def _around(text: str, run: Run) -> _Around:
    start, end, _, place = run
    before = _before(text, start) if place == "inside" else None
    word = before["word"].lower() if before is not None else ""
    after = _AFTER.match(text, end, end + 40)
    speech = word in saying_forms()
    if speech or after is not None and after["word"] in saying_forms():
        quoted = speech and before is not None and _closed(text, before.start())
        return _Around(word, _SPEAKS, quoted)
    acts = after is not None and ("who" in after["gap"] or _is_verb(after["word"])) or after and after["word"] == "who"
    return _Around(word, _ACTS if acts or _AGE.match(text, end) else 0, False)


@lru_cache(maxsize=4096)
def _is_verb(word: str) -> bool:
    return word in load_words("finite_verbs") or len(word) > 3 and word.endswith("ed") or word in ("was", "is", "had")


def _before_date(word: str) -> frozenset[str]:
    """Return what stands before a date: more before the name of a day, "said Tuesday", than before a month, which is a
    name of people as well."""
    return words_of("before-date" if word.endswith(("day", "Day")) else "before-month")


@cache
def _behind() -> tuple[list[str], ...]:
    return tuple([word + mark] for word in words_of("after-date") for mark in ("", ".", ","))


@lru_cache(maxsize=8192)
def is_doubtful(word: str) -> bool:
    """Tell whether a word with a capital is mostly no name of a person."""
    low = bare(word)
    return (
        word in not_names()
        or word in affiliations()
        or low in load_words("common_words")
        or low in load_words("opening_words")
        or low in titles()
        or low in words_of("title-of")
        or low in places()
        or low in load_words("place_words")
        or low in folded("organization_words")
        or low in folded("organization_names")
    )


def is_given(word: str) -> bool:
    """Tell whether a word is known as a given name or its short form."""
    low = bare(word)
    return (low in given_names() or low in nicknames()) and low not in words_of("no-first")


class _Evidence:
    """Counts what speaks for words as names."""

    def __init__(self, narrative: bool) -> None:
        self._narrative = narrative
        self._pairs: dict[tuple[str, str], int] = {}  # with `_TITLED`, `_ACTS` or 0
        self._singles: Counter[str] = Counter()
        self._speaks: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._dated: Counter[str] = Counter()
        self._the: set[str] = set()
        self._placed: set[str] = set()

    def see(self, run: Run, around: _Around) -> None:
        """Take in one run."""
        words = run[2].split()
        if around.before in ARTICLES or around.before in words_of("owner"):
            self._the.add(words[0])
            return
        if around.before == "in":
            self._placed.add(words[-1])
        if len(words) == 1:
            self._single(words[0], run[3] == "start", around)
        elif len(words) < _LONGEST_RUN:
            if "of" in words:
                words = words[: words.index("of")]
                if len(words) < _PAIR or bare(words[-1]) in titles():
                    return
                around = around._replace(does=_ACTS)
            self._several(words, run[3] == "start", around)

    def _single(self, word: str, opens: bool, around: _Around) -> None:
        self._alone[word] += 1
        date = bare(word) in load_words("dates")
        if date and around.before in _before_date(word) and not around.speech:
            self._dated[word] += 1
        elif date and not around.speech:
            clause = not opens and around.before in words_of("before-subject")
            self._singles[word] += around.does > 0 and clause
        elif around.does == _SPEAKS:
            plain = opens or not around.before or around.before in words_of("before-subject") | saying_forms()
            self._speaks[word] += plain
        elif around.does:
            self._singles[word] += 1

    def _several(self, words: list[str], opens: bool, around: _Around) -> None:
        before = around.before
        if len(words) < 1 + (around.does == _ACTS and before == "the"):
            return
        while len(words) > 2 and opens and bare(words[0]) in load_words("opening_words"):
            before, words = words[0].lower(), words[1:]
        if not words or any(
            word.isupper() and word.isalpha() and len(word) > _LONGEST_INITIALS for word in (words[0], words[-1])
        ):
            return  # a label or a shout, whose capitals show nothing
        office = len(words) > 2 and is_letters(words[0]) and not words[1].isupper()
        if office:
            words = words[1:]  # "SP Friday Amachree", "TD Ana Page"
        last_title = max((at for at, word in enumerate(words[:-1]) if _is_title(word)), default=-1)
        style = words[last_title] if last_title >= 0 else ""
        titled, words = office or last_title >= 0, words[last_title + 1 :]
        while len(words) > 2 and (words[0] in affiliations() or _is_party(words[0], words[1])):
            words, opens = words[1:], False  # "Democrat Will Ashford, a teacher"
        if len(words) == 3 and bare(words[2]) in titles() and bare(words[2]) in given_names() and not opens:
            self._pairs[words[0], words[2]] = _ACTS  # no title stands behind a whole name
        if (
            len(words) > 3
            or bare(words[0]) in load_words("dates")
            and before in _before_date(words[0])
            and not around.speech
        ):
            return
        if opens and not titled and bare(words[0]) in words_of("pronoun"):
            return
        if opens and not titled and not around.does and bare(words[0]) in load_words("opening_words"):
            return  # "Will Ana come?"
        sure = _TITLED if titled or is_role(before) else min(around.does, _ACTS)
        pair = (words[0], words[-1]) if len(words) > 1 else ("", words[0])
        if not is_given(words[0]) and (len(words) > _PAIR and is_given(words[1]) or opens and not titled):
            sure = 0 if is_doubtful(words[0]) else sure  # "Miss Universe Ana Bell", "Rival Ana Bell said"
        if len(words) > 1 and words[-2].endswith(".") and bare(words[-1]) in load_words("opening_words"):
            return
        if len(words) > 1 or titled and _names_behind(style, words[0]):
            self._pairs[pair] = max(self._pairs.get(pair, 0), sure)

    def names(self) -> frozenset[str]:
        """Return the words for which enough speaks."""
        found: set[str] = set()
        for (first, last), sure in sorted(self._pairs.items()):
            titled = sure == _TITLED and not is_doubtful(first) and _is_plain_word(last)
            if sure and is_doubtful(last) and (self._is_surname(first, last) or first and titled):
                found.add(last)
            if first and is_doubtful(first) and self._is_first(first, last, sure):
                found.add(first)
        for word in {*self._speaks, *self._singles}:
            if word not in found and self._speaks_alone(word):
                found.add(word)
        return frozenset(word for word in found if bare(word) not in _never())

    def _is_surname(self, first: str, last: str) -> bool:
        """Tell whether a doubtful word behind another, or behind a title alone, is a surname."""
        low = bare(last)
        if low in words_of("never-name") or low in words_of("definite") or _is_adherents(last):
            return False
        if not first:
            return True
        if _is_body(last) and not self._speaks[last] or low in load_words("dates") and low.endswith("day"):
            return False
        if is_given(first) and first not in self._the and first not in self._placed:
            return low not in places() or last not in self._placed
        if (low in titles() or is_role(low)) and low not in given_names():
            return False
        rare = low in load_words("opening_words") or low in places() or last in not_names()
        return not (rare or last in affiliations() or is_doubtful(first) or len(bare(first)) < 2)

    def _is_first(self, first: str, last: str, sure: int) -> bool:
        """Tell whether a doubtful word before a surname is a given name."""
        if first in _cries() and self._speaks[first] and not is_doubtful(last):
            return True  # "Ok Hye-suk" who is "Ok" in "Ok said"
        given = is_given(first) or bare(first) in words_of("title-of")
        if given and first not in self._the and not _is_body(last):
            return sure > 0 or not is_doubtful(last)
        if is_doubtful(last) and not is_given(last) or bare(first) in load_words("opening_words"):
            return False
        if self._narrative:
            return False
        if sure == _ACTS and (bare(first) in load_words("common_words") or bare(first) in load_words("dates")):
            return first not in self._the and bare(first) not in load_words("role_modifiers")
        return sure == _TITLED and bare(first) not in places()

    def whole(self) -> frozenset[tuple[str, str]]:
        """Return the pairs that are one name although the first word is a pronoun."""
        return frozenset(p for p in self._pairs if bare(p[0]) in words_of("pronoun") and not is_doubtful(p[1]))

    def _speaks_alone(self, word: str) -> bool:
        """Tell whether a word stands for somebody without any other name."""
        low = bare(word)
        if word not in not_names() or word in self._the or low in titles() or low in _plain():
            return False
        if low in load_words("dates"):
            certain = self._singles[word] + self._speaks[word]
            return certain >= _OFTEN and self._dated[word] < 0.4 * self._alone[word]
        if low in load_words("opening_words") or word.endswith("s") and word[:-1] in not_names():
            return False
        if word in affiliations():
            return False
        if is_given(word) and self._speaks[word] + self._singles[word] // _OFTEN > 0:
            return True
        return self._speaks[word] >= _OFTEN


def _is_party(word: str, name: str) -> bool:
    """Tell whether a word before a given name is a party or the like: "Democrat Will Ashford"."""
    return word in not_names() and not is_given(word) and is_given(name)


def _is_title(word: str) -> bool:
    low = bare(word)
    return (low in titles() or is_role(low)) and low not in words_of("title-of")


def _is_plain_word(word: str) -> bool:
    """Tell whether a word is a common one and neither a title nor a role."""
    low = bare(word)
    return low in load_words("common_words") and low not in titles() and not is_role(low)


def _names_behind(title: str, word: str) -> bool:
    """Tell whether one word behind a title is a surname: "Mr Page", "Judge West", not "Mr. Speaker"."""
    low = bare(word)
    if low in titles() or is_role(low):
        return low in given_names()
    if low in words_of("never-name"):
        return False
    return not _is_body(word) or titles().get(bare(title), ("", "", ""))[2] in ("style", "noble", "clergy")


def is_letters(word: str) -> bool:
    """Tell whether a word is an office in letters before a name: "MP", "TD", "SP"."""
    return word.isupper() and word.isalpha() and _OFFICE[0] <= len(word) <= _OFFICE[1]


def _is_adherents(word: str) -> bool:
    """Tell whether a word names many by their party, faith or country ("Democrats")."""
    return word[-1] == "s" and (word[:-1] in not_names() or word[:-1] in affiliations())


def _is_body(word: str) -> bool:
    low = bare(word)
    return low in folded("organization_words") or low in load_words("place_words")


@cache
def _never() -> frozenset[str]:
    """Words that are pronouns or forms of address wherever they stand alone; as part of a name they need no help."""
    return words_of("never-name") | words_of("pronoun")


@cache
def _cries() -> frozenset[str]:
    return frozenset(word for word, kind in load_table("not_names") if kind == "exclamation")


@cache
def _plain() -> frozenset[str]:
    return load_words("addresses") | words_of("never-name")
