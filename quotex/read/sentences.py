"""Where sentences begin and end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.lexicon import load_table, load_words
from quotex.read.paragraphs import find_paragraphs

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.records import Span

_CLOSERS = r"[\"'”’“»›)\]}*_]"
_STOP = regex.compile(
    rf"""
      (?P<spaced>\.(?:[ \N{{NO-BREAK SPACE}}]\.)++)(?P<after>{_CLOSERS}*+)(?=\s|$)   # . . .
    | (?P<marks>[.?!…‽]++){_CLOSERS}*+(?=\s)
    | [．。！？｡]++[」』）”’]*+
    """,
    regex.VERBOSE,
)
_NEXT = regex.compile(r"[\s\"'“”‘’„‚«»‹›(\[{—–\-*_`¿¡]*+(?P<word>[^\W_]++(?:[.'’][^\W_]++)*+)?")
_LAST_WORD = regex.compile(r"[^\s\"“”‘(\[{—–*_«]*$")
_INITIALS = regex.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CONSONANTS = regex.compile(r"[bcdfghjklmnpqrstvwxz]{2,5}", regex.IGNORECASE)
_LIST_MARKER = regex.compile(r"[•⁃·▪◦‣*\-–]?\s*(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})(?:\.\)|[.)])")
_CITATION = regex.compile(r"\s*\([^()]{1,80}\)[.,;:]")
_ITEM = regex.compile(r"(?:^|(?<=\s))(?P<bullet>[•⁃▪◦‣])?\s?(?:(?P<number>\d{1,3})|(?P<letter>[a-z]))(?:\.\)|[.)])(?=\s)")
_BEFORE = 60  # as many characters before a full stop are looked at for the word it ends

Bounds = list[tuple[int, int]]


class SentenceSplitter:
    """Splits text into sentences, paragraph by paragraph.

    >>> [span.text for span in SentenceSplitter().split("Mr. Fox left at 6 p.m. He was late.")]
    ['Mr. Fox left at 6 p.m.', 'He was late.']
    """

    __slots__ = ()

    def split(self, text: str | Document) -> tuple[Span, ...]:
        """Return the sentences of the text in order, without the white space around them.

        A sentence never crosses a paragraph.
        """
        from quotex.read.document import Document

        document = Document.of(text, self)
        return tuple(
            document.span(sentence.start, sentence.end)
            for index in range(len(document.paragraphs))
            for sentence in document.sentences_of(index)
        )

    def bounds(self, text: str, start: int, end: int) -> Bounds:
        """Return ``(start, end)`` of every sentence of the paragraph ``text[start:end]``."""
        cuts = _cuts(text, start, end)
        found: Bounds = []
        left = start
        for cut in cuts:
            right = left + len(text[left:cut].rstrip())
            if right > left:
                found.append((left, right))
            left = cut + len(text[cut:end]) - len(text[cut:end].lstrip())
        if left < end:
            found.append((left, end))
        return found


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets behind which a sentence ends, within one paragraph."""
    cuts: list[int] = []
    items = _list_cuts(text, start, end)
    left, item = start, 0
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        while item < len(items) and items[item] <= stop.start():
            left = items[item]
            item += 1
        if stop["spaced"]:
            spaced = _after_spaced(text, stop, end)
            if spaced is None:
                continue
            cut = spaced
        elif stop["marks"] and not _is_end(text, left, stop.start("marks"), stop["marks"], cut, end):
            continue
        if cut < end:
            cuts.append(cut)
            left = cut
    return sorted({*cuts, *items}) if items else cuts


def _is_end(text: str, left: int, at: int, marks: str, cut: int, end: int) -> bool:
    """Whether the mark at ``at``, closed up to ``cut``, ends the sentence that began at ``left``."""
    ahead = _NEXT.match(text, cut, end)
    word = ahead["word"] if ahead else None
    if not word:
        return True
    if word[0].islower():
        return False
    if text[at - 1 : at] == "[" or _CITATION.match(text, cut, end):
        return False
    if len(marks) > 1:
        return not (word in ("I", "I'm", "I’m") and marks[0] in ".…") or marks[-1] in "?!"
    if marks == "…":
        return word[0] != "I" or len(word) > 1
    before = _LAST_WORD.search(text, max(left, at - _BEFORE), at)
    last = before.group() if before else ""
    if marks == ".":
        return _full_stop_ends(text, left, at, last, word)
    return last not in _exclaimed() or word.lower() in _starters()


def _full_stop_ends(text: str, left: int, at: int, last: str, word: str) -> bool:
    """Whether a single full stop behind the word ``last`` ends the sentence, when ``word`` comes next."""
    if not last:
        return True
    if at - left <= 12 and _LIST_MARKER.fullmatch(text[left : at + 1].strip()):
        return False
    kind, is_word = _abbreviations().get(last.lower(), ("", False))
    starts = word.lower() in _starters()
    if kind and not (is_word and last.islower() and not word[0].isdigit()):
        return _abbreviation_ends(text, left, at, kind, last, word, starts)
    if len(last) == 1 and last.isalpha():
        return _initial_ends(text, left, at, last, word, starts)
    if _INITIALS.fullmatch(last) or _CONSONANTS.fullmatch(last):
        return starts and not _is_lead_in(text, left, at)
    return True


def _abbreviation_ends(text: str, left: int, at: int, kind: str, last: str, word: str, starts: bool) -> bool:
    if kind == "title":
        return starts and last.lower() in ("dr", "st", "mt", "ft", "pt", "pl")
    if kind == "never":
        return False
    if word[0].isdigit():
        return kind == "ending" and last[-1:].lower() not in "m"
    if last.lower() in ("a.m", "p.m"):
        return (starts or word in ("Mr", "Mrs", "Ms", "Dr")) and not _is_lead_in(text, left, at)
    return starts and not _is_lead_in(text, left, at)


def _initial_ends(text: str, left: int, at: int, last: str, word: str, starts: bool) -> bool:
    """A single letter: the initial of a name, "I", or a letter that stands for a thing (plan B)."""
    before = text[max(left, at - _BEFORE) : at - 1].split()
    named = bool(before) and before[-1][:1].isupper()
    if word[0].isdigit():
        return False
    if last == "I":
        return starts or not named
    return starts and bool(before)


def _is_lead_in(text: str, left: int, at: int) -> bool:
    """Whether what the sentence holds so far is too little to be one: "At 5 a.m."."""
    return len(text[left : min(at, left + 60)].split()) <= 3


def _after_spaced(text: str, stop: regex.Match[str], end: int) -> int | None:
    """Where the sentence ends at a spaced ellipsis (. . .): before it, behind it, or not at all."""
    ahead = _NEXT.match(text, stop.end(), end)
    word = ahead["word"] if ahead else None
    if not word or word[0].islower():
        return None
    dots = stop["spaced"].count(".")
    glued = stop.start() > 0 and not text[stop.start() - 1].isspace()
    if dots >= 4:
        return stop.start() + 1 if glued and not stop["after"] else stop.end()
    return stop.end() if glued else None


def _list_cuts(text: str, start: int, end: int) -> list[int]:
    """Where the items of a list begin that is written in one line: 1. … 2. …"""
    first = _ITEM.match(text, start, end)
    if first is None:
        return []
    cuts = []
    expected = _ordinal(first) + 1
    for item in _ITEM.finditer(text, first.end(), end):
        if _ordinal(item) == expected and (item["bullet"] is None) == (first["bullet"] is None):
            cuts.append(item.start())
            expected += 1
    return cuts


def _ordinal(item: regex.Match[str]) -> int:
    return int(item["number"]) if item["number"] else ord(item["letter"])


@cache
def _abbreviations() -> dict[str, tuple[str, bool]]:
    return {row[0]: (row[1], len(row) > 2) for row in load_table("abbreviations")}


@cache
def _exclaimed() -> frozenset[str]:
    return load_words("exclamation_names")


@cache
def _starters() -> frozenset[str]:
    """Words that begin sentences and are no names: pronouns, articles, prepositions and the like."""
    from quotex.read.tagging import words_tagged

    return words_tagged("PRP", "PRP$", "DT", "PDT", "WP", "WP$", "WRB", "WDT", "IN", "CC", "EX", "MD", "RB") | {
        "did", "do", "does", "is", "are", "was", "were", "has", "have", "had",
    }  # fmt: skip
