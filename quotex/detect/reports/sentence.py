"""One sentence as the models of reported speech see it: its words, the gaps between them, its marks and noun phrases.

Only words count (tokens with a letter or digit).  What stands between two words, a comma or a quotation mark, is the
`gap` before the second; so a span that starts or ends at a word never depends on how punctuation is cut into tokens.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, compress

import regex

from quotex.detect.genre import text_kind, topic_of
from quotex.detect.reports.gaps import MARKUP, SPELLED_MARKS, gap_class
from quotex.detect.reports.retag import ALONE, NAME, retag
from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.patterns import pattern
from quotex.read.codes import codes
from quotex.read.document import Document, Sentence
from quotex.read.notes import EVIDENCE_BEHIND, NOTES, SUBSECTIONS, YEAR_OF_WORK, keeps_evidence
from quotex.read.part_of_speech import FINITE

CLAUSE = frozenset(
    ("that", "whether", "if", "how", "why", "what", "when", "who", "which", "where", "to", "because", "as")
)
_COARSE = {
    "NNP": "N", "NNPS": "N", "NN": "n", "NNS": "n", "PRP": "P", "PRP$": "D", "DT": "D", "PDT": "D", "CD": "C",
    "JJ": "J", "JJR": "J", "JJS": "J", "VBD": "V", "VBZ": "V", "VBP": "V", "MD": "M", "VB": "b", "VBG": "g",
    "VBN": "e", "IN": "I", "TO": "T", "CC": "&", "RB": "R", "RBR": "R", "RBS": "R", "RP": "r", "WDT": "W", "WP": "W",
    "WP$": "W", "WRB": "W", "POS": "s", "EX": "P",
}  # fmt: skip
_BEFORE_NOUN = frozenset("DJCNnsge")
_PERSONAL = frozenset(("he", "she", "they", "i", "we", "you", "who", "him", "her", "them", "me", "us"))
_THINGS = frozenset(("it", "this", "that", "these", "those", "which", "there"))
_HEAD = frozenset("NnPC")
_NORMED = NAME | {"CD"}
_OF_NUMBER = frozenset(("one", "many", "several", "most", "few"))
_SIGNS = frozenset("<&(")  # of markup, spelled marks and notes
_HAS_NOTE = pattern(r"[\[¹²³⁴-⁹⁰]|[.,!?][”’\"»]?\d{1,3}(?:,\d{1,3})*+(?:\s|$)")
_NOTE_OF_LAST = pattern(r"(?<=\p{Ll}{3})\.\d{1,3}$")  # "Easter.18"


class Frame:
    """A sentence prepared for scoring; all lists run over its words, positions 0 to ``size``.

    ``gap[i]`` is what stands before word ``i`` (``gap[size]``: after the last), ``quoted[i]`` the number of the passage
    in quotation marks that holds word ``i`` or -1, ``phrase_at[i]`` the index in ``phrases`` of the base noun phrase
    that holds it or -1, ``finite[i]`` and ``commas[i]`` count what comes before word ``i``.  ``words`` is the set of
    the words: most rules turn on one that most sentences do not have.  ``signed`` are the positions whose gap is not
    empty, ``marks`` those whose gap has a quotation mark; ``in_marks`` tells whether a passage holds any word.
    ``titled`` tells a sentence in title case, as headlines are; ``genre`` and ``topic`` are the kind of the text: a
    story or a report that tells much or little of what is said, and how political and long it is; ``codes`` are those
    that stand for people.
    """

    __slots__ = (
        "codes", "coarse", "commas", "end", "ends", "finite", "gap", "genre", "in_marks", "kind", "lower", "marks",
        "models", "norm", "phrase_at", "phrases", "quoted", "sentence", "signed", "size", "start", "starts",
        "tags", "titled", "topic", "words",
    )  # fmt: skip

    def __init__(self, document: Document, sentence: Sentence, passages: Sequence[tuple[int, int]]) -> None:
        text, tokens = document.text, sentence.tokens
        keep = [word[0].isalnum() or (len(word) > 1 and _has_letter(word)) for word in tokens.words]
        signs = _SIGNS.intersection(tokens.words)
        if "<" in signs:
            keep = _without(MARKUP, text, sentence, tokens.starts, keep)
        if "&" in signs:
            keep = _without(SPELLED_MARKS, text, sentence, tokens.starts, keep)
        if "(" in signs:
            keep = _without(YEAR_OF_WORK, text, sentence, tokens.starts, keep)
            keep = _without(SUBSECTIONS, text, sentence, tokens.starts, keep)
            if document.once(_keeps_evidence):
                keep = _without(EVIDENCE_BEHIND, text, sentence, tokens.starts, keep)
        if _HAS_NOTE.search(text, sentence.start, sentence.end):
            keep = _without(NOTES, text, sentence, tokens.starts, keep)
        self.sentence = sentence
        self.models = document.models
        self.codes = document.once(codes)
        self.kind = document.once(text_kind)
        self.genre, self.topic = self.kind[:2], topic_of(self.kind)
        self.start, self.end = sentence.start, sentence.end
        self.starts = list(compress(tokens.starts, keep))
        self.ends = list(compress(tokens.ends, keep))
        if self.ends and text[self.ends[-1] - 1].isdigit():
            note = _NOTE_OF_LAST.search(text, self.starts[-1], self.ends[-1])
            self.ends[-1] = note.start() if note else self.ends[-1]
        self.lower = list(compress(tokens.lower, keep))
        self.tags = list(compress(tokens.tags, keep))
        if self.lower[-1:] == ["no."]:  # an answer, which was read as a short form of "number"
            self.ends[-1], self.lower[-1], self.tags[-1] = self.ends[-1] - 1, "no", "UH"
        self.size = len(self.starts)
        edges, following = [self.start, *self.ends], [*self.starts, self.end]
        self.gap = [gap_class(text[left:right]) for left, right in zip(edges, following, strict=True)]
        retag(text, self.starts, self.lower, self.tags, self.gap)
        self.coarse = [_COARSE.get(tag, "x") for tag in self.tags]
        self.norm = [
            _norm(low, tag, i, text[at]) if tag in _NORMED or (i and text[at].isupper()) else low
            for i, (low, tag, at) in enumerate(zip(self.lower, self.tags, self.starts, strict=True))
        ]
        self.titled = sentence.index == 0 and self.tags.count("NNP") + self.tags.count("NNPS") > 0.6 * self.size
        self.words = frozenset(self.lower)
        self._read_marks(passages)
        self._count()
        self._read_phrases()

    def within(self, start: int, end: int) -> Frame:
        """Return the words ``start`` to ``end`` (exclusive) as a sentence of their own."""
        part = object.__new__(Frame)
        for name in ("starts", "ends", "lower", "tags", "coarse", "norm", "quoted"):
            setattr(part, name, getattr(self, name)[start:end])
        part.sentence, part.size, part.titled, part.models = self.sentence, end - start, False, self.models
        part.kind, part.genre, part.topic, part.codes = self.kind, self.genre, self.topic, self.codes
        part.start, part.end = self.starts[start], self.ends[end - 1]
        part.gap = ["", *self.gap[start + 1 : end], ""]
        part.words = frozenset(part.lower)
        part._count()
        part._read_phrases()
        return part

    def _count(self) -> None:
        self.in_marks = self.quoted.count(-1) < self.size
        self.signed = [*compress(range(self.size), self.gap)]
        self.marks = [i for i, gap in enumerate(self.gap) if '"' in gap]
        self.finite = [*accumulate(map(FINITE.__contains__, self.tags), initial=0)]
        self.commas = [*accumulate(["," in gap for gap in self.gap[:-1]], initial=0)]

    def _read_marks(self, passages: Sequence[tuple[int, int]]) -> None:
        self.quoted = [-1] * self.size
        for number, (start, end) in enumerate(passages):
            if start >= self.end:
                break
            if end <= self.start:
                continue
            for i, at in enumerate(self.starts):
                if start <= at < end:
                    self.quoted[i] = number

    def _read_phrases(self) -> None:
        """Base noun phrases: a run of determiners, adjectives and nouns that ends in a noun, or a pronoun."""
        phrases: list[tuple[int, int]] = []
        self.phrase_at = [-1] * self.size
        coarse, size = self.coarse, self.size
        i = 0
        while i < size:
            kind = coarse[i]
            if kind in "PW":
                self._add_phrase(phrases, i, i + 1)
                i += 1
            elif kind in "DJCNneg" and (kind not in "eg" or (i + 1 < size and coarse[i + 1] in "Nn")):
                last = self._last_of_phrase(i)
                if last >= 0:
                    self._add_phrase(phrases, i, last + 1)
                i = max(i, last) + 1
            else:
                i += 1
        self.phrases = phrases

    def _last_of_phrase(self, first: int) -> int:
        """Return the place of the noun that ends a phrase, or -1."""
        coarse, gap, size = self.coarse, self.gap, self.size
        last, i = -1, first
        while i < size and coarse[i] in _BEFORE_NOUN and (i == first or self._joined(gap[i], coarse, i)):
            if coarse[i] in _HEAD:
                last = i
            i += 1
            if i < size and self.lower[i] in _OF_NUMBER and self._opens_relative(i):
                break
        if last >= 0:
            return last
        if coarse[first] == "D" and first + 1 < i < size and (coarse[i] in "VM" or gap[i] == ","):
            return i - 1  # «the premier said», «according to the diary,»
        alone = self.tags[first] == "DT" or coarse[first] == "C" or self.lower[first] in ALONE
        return first if alone else -1

    def _opens_relative(self, j: int) -> bool:
        """Tell whether a relative clause without a pronoun begins with a number: "a move | one grower calls"."""
        lower, coarse = self.lower, self.coarse
        if coarse[j - 1] != "n" or self.gap[j] or j < 2 or coarse[j - 2] not in "DJ":
            return False
        if lower[j - 1] in words_of("before-number") or noun_classes().get(lower[j - 1]) == "p":
            return False
        verb = next((i for i in range(j + 1, min(j + 5, self.size)) if coarse[i] in "VMe"), 0)
        return verb > j + 1 and all(coarse[i] in "JNn" and not self.gap[i] for i in range(j + 1, verb))

    @staticmethod
    def _joined(gap: str, coarse: list[str], j: int) -> bool:
        """Tell whether word ``j`` goes on with the noun phrase of the word before it."""
        if coarse[j] == "D":
            return False
        if gap == "":
            return not (coarse[j] in "eg" and coarse[j - 1] in "Nn")
        return gap == '"' or (gap == "," and coarse[j - 1] == "J" and coarse[j] == "J")

    def cuts_marks(self, at: int, cue: int) -> bool:
        """Tell whether an edge before word ``at`` would cut through a passage that the cue stands outside of."""
        number, quoted = self.quoted[at], self.quoted
        return number >= 0 and quoted[at - 1] == number and quoted[cue] != number and '"' not in self.gap[at]

    def leaves_marks(self, at: int, cue: int) -> bool:
        """Tell whether the cue stands inside a passage that word ``at`` is not in."""
        return self.quoted[cue] >= 0 and self.quoted[at] != self.quoted[cue]

    def reach(self, cue: int) -> int:
        """Return the first word behind a cue that the passage it stands in does not hold; the end for a cue outside
        marks."""
        number = self.quoted[cue]
        if number < 0:
            return self.size
        return next((i for i in range(cue + 1, self.size) if self.quoted[i] != number), self.size)

    def noun_kind(self, at: int) -> str:
        """Return what the head of a noun phrase at word ``at`` is: a pronoun, a name, or a noun by its class."""
        kind = self.coarse[at]
        if kind in "PW":
            return "h" if self.lower[at] in _PERSONAL else "i" if self.lower[at] in _THINGS else kind
        return noun_classes().get(self.lower[at], "-") if kind == "n" else kind

    def signs(self, start: int, end: int) -> list[str]:
        """A short sign for each of some words: its coarse tag, with what stands before it."""
        return [self.gap[i] + (self.lower[i] if self.coarse[i] in "IT" else "DATE" if self.norm[i] == "DATE"
                               else self.coarse[i]) for i in range(start, end)]  # fmt: skip

    def _add_phrase(self, phrases: list[tuple[int, int]], start: int, end: int) -> None:
        self.phrase_at[start:end] = [len(phrases)] * (end - start)
        phrases.append((start, end))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets of words ``start`` to ``end`` (exclusive)."""
        return self.starts[start], self.ends[end - 1]


def _keeps_evidence(document: Document) -> bool:
    return keeps_evidence(document.text)


def _without(
    signs: regex.Pattern[str], text: str, sentence: Sentence, starts: Sequence[int], keep: list[bool]
) -> list[bool]:
    """Return the words to keep without those of signs: the «i» of «<i>», the «ldquo» of «&ldquo;»."""
    spans = [found.span() for found in signs.finditer(text, sentence.start, sentence.end)]
    return [kept and not any(s <= at < e for s, e in spans) for kept, at in zip(keep, starts, strict=True)]


def _has_letter(word: str) -> bool:
    return any(map(str.isalnum, word))


def _norm(low: str, tag: str, place: int, first: str) -> str:
    """Return the word as a feature: itself, or its tag where it may be a name."""
    if tag in NAME or (place and first.isupper() and low != "i"):
        return _dated(low) or tag
    if tag == "CD":
        return "CD"
    return low


def _dated(low: str) -> str:
    return "DATE" if low.rstrip(".") in load_words("dates") else ""
