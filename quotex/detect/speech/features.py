"""The features that speak for or against a passage in quotation marks being speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from quotex.detect.marks.marks import SINGLE
from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.speech.page import is_verse, letter_paragraphs, read_layout
from quotex.detect.speech.parts import group_parts
from quotex.detect.tags.tag import Tag, gap_after, gap_before, read_tags
from quotex.lexicon import load_table
from quotex.lexicon.function_words import POSSESSIVE, function_words
from quotex.lexicon.verbs import is_reporting
from quotex.patterns import pattern, plain
from quotex.read.document import Document

READ = 600  # characters of a passage that the features look at
_WORD = plain(r"\w+(?:['’]\w+)*")
_FIRST_OR_SECOND = pattern(r"\b(?:I|me|my|mine|myself|you|your|yours|we|us|our|ours|let's|let’s)\b", regex.I)
_THIRD = pattern(r"\b(?:he|she|his|her|him|they|their|them)\b", regex.I)
_PRESENT = pattern(
    r"\b(?:is|are|am|'s|’s|'m|’m|'re|’re|'ll|’ll|'ve|’ve|will|have|has|do|does|don't|don’t|can|can't|can’t|must|shall)\b"
)
_PAST = pattern(r"\b(?:was|were|had|did|would|could|should|might)\b")
_CODE = plain(r"[<>{}=_\\/@#.](?:(?<!\.)|(?<=\w\.)(?=\w))")  # a sign, or a full stop within a word
_NUMBER = plain(r"\W*\d[\d.,]*\W*$")
_LENGTHS = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (8, "6-8"), (15, "9-15"), (40, "16-40"))
# Features that mean something else together, by the first words of their names.
_PAIRS = (
    ("final", "first"),
    ("length", "first"),
    ("before", "first"),
    ("before", "after"),
    ("tag", "final"),
    ("length", "final"),
    ("before", "length"),
    ("paragraph", "final"),
    ("tag", "first"),
    ("after", "final"),
    ("paragraph", "tag"),
    ("title", "tag"),
    ("title", "before"),
    ("title", "length"),
)


class Features:
    """What the passages of a document look like, and where each stands among the others."""

    __slots__ = ("_crowd", "_document", "_layout", "_letters", "_part", "_tags", "passages")

    def __init__(self, document: Document) -> None:
        self._document = document
        self.passages = document.once(read_passages)
        self._tags = document.once(read_tags)
        self._part = [0] * len(self.passages)
        for group in document.once(group_parts):
            for place, index in enumerate(group):
                self._part[index] = place
        self._letters = letter_paragraphs(document, self.passages)
        self._crowd = Counter(passage.paragraph for passage in self.passages)
        self._layout = list(read_layout(document, self.passages))

    def of(self, index: int) -> list[str]:
        """Return the names of the features that hold of a passage, without their pairs."""
        passage, text = self.passages[index], self._document.text
        names = list(_inside(text, passage))
        names += _around(self._document, self.passages, index)
        names += _company(text, self.passages, self._tags, index, self._part[index])
        if self._letters[index]:
            names += ["letter", f"letter {self._letters[index]}"]
        names.append(f"passages in paragraph {min(self._crowd[passage.paragraph], 4)}")
        names += self._layout[index]
        return names


def speech_features(document: Document) -> Iterator[list[str]]:
    """Return the names of the features that hold, and of those pairs that may have a weight, passage by passage."""
    features = Features(document)
    return (_with_pairs(features.of(index)) for index in range(len(features.passages)))


def _with_pairs(names: list[str]) -> list[str]:
    """Add the conjunctions of the few features that mean something else together."""
    known: dict[str, list[str]] = {}
    for name in names:
        known.setdefault(name.partition(" ")[0], []).append(name)
    pairs = [(known[left], known[right]) for left, right in _PAIRS if left in known and right in known]
    return names + [f"{a} & {b}" for left, right in pairs for a in left for b in right]


def _inside(text: str, passage: Quoted) -> Iterator[str]:
    """Features of the words inside the marks."""
    start, end = passage.inner
    words = text[start : min(end, start + READ)]
    tokens = _WORD.findall(words)
    final = text[end - 1]
    yield "final " + _kind_of_final(final)
    yield "first " + ("upper" if words[:1].isupper() else "lower" if words[:1].islower() else "other")
    yield "length " + next((name for most, name in _LENGTHS if len(tokens) <= most), "41+")
    if len(tokens) > 1 and sum([token[0].isupper() for token in tokens]) > 0.6 * len(tokens):
        yield "title case"
    first_second = _FIRST_OR_SECOND.search(words) is not None
    if first_second:
        yield "first or second person"
    present, past = _PRESENT.search(words) is not None, _PAST.search(words) is not None
    yield f"verbs {'present' if present else ''}{'past' if past else ''}"
    if past and not present and not first_second and _THIRD.search(words):
        yield "reads like narration"
    if "?" in words[:-1] or "!" in words[:-1]:
        yield "exclaims inside"
    if words[:-1].count(". ") + words.count(".\n"):
        yield "several sentences"
    if _CODE.search(words) or _NUMBER.match(words):
        yield "code or number"
    if "\n" in words and is_verse(words):
        yield "verse"
    if passage.family == SINGLE:
        yield "single marks"
    if not passage.closed:
        yield "not closed"
    if len(passage.parts) > 1:
        yield "several paragraphs"


def _kind_of_final(final: str) -> str:
    if final in ".…":
        return "stop"
    if final in "?!":
        return "cry"
    if final in "-–—―":
        return "dash"
    return "comma" if final == "," else "letter" if final.isalnum() else "other"


@cache
def _mention_words() -> dict[str, str]:
    return {row[0]: row[1] for row in load_table("mention_words")}


@cache
def _writing() -> regex.Pattern[str]:
    words = [word for word, use in _mention_words().items() if use == "writing"]
    return regex.compile(r"(?<![\w'’])\L<words>\b(?!['’]\w)", words=words)


def _around(document: Document, passages: Sequence[Quoted], index: int) -> Iterator[str]:
    """Features of what stands before and after the marks."""
    text = document.text
    start, end, quoted = gap_before(document, passages, index)
    before = text[max(start, end - 60) : end].rstrip()
    yield "before " + ("passage" if quoted and not before else _kind_of_before(before))
    words = _WORD.findall(before)[-3:]
    for use in {_mention_words().get(word.lower()) for word in words} - {None}:
        yield f"near {use}"
    if _writes(text, document, passages[index], start):
        yield "writing before"
    if words and before[-1:].isalnum() and is_reporting(words[-1].lower()):
        yield "verb just before"
    if end == document.paragraphs[passages[index].paragraph][0]:
        yield "paragraph start"
    start, end, quoted = gap_after(document, passages, index)
    after = text[start : min(end, start + 40)]
    yield "after " + ("passage" if quoted and not after.strip() else _kind_of_after(after))
    following = _WORD.search(after)
    if following and after.strip()[0] not in ".!?" and following.group() in function_words("pronoun"):
        yield "pronoun just after"
    if not after.strip(" .,;:)"):
        yield "paragraph end"


def _writes(text: str, document: Document, passage: Quoted, start: int) -> bool:
    """Tell whether a letter or something written is spoken of shortly before the passage."""
    first = document.paragraphs[passage.paragraph][0]
    if passage.start == first and passage.paragraph:
        end = document.paragraphs[passage.paragraph - 1][1]
        words = text[max(document.paragraphs[passage.paragraph - 1][0], end - 120) : end]
    else:
        words = text[max(start, passage.start - 120) : passage.start]
    return _writing().search(words.lower()) is not None


def _kind_of_before(before: str) -> str:
    if not before:
        return "nothing"
    last = before[-1]
    if last == ",":
        return "comma"
    if last in ":—–-―;(":
        return {":": "colon", ";": "semicolon", "(": "bracket"}.get(last, "dash")
    if last in ".!?…":
        return "sentence end"
    words = _WORD.findall(before)
    word = words[-1].lower() if words and last.isalnum() else ""
    if not word:
        return "other"
    if before.endswith(POSSESSIVE):
        return "possessive"
    if word in ("a", "an", "the", "this", "that", "his", "her", "its", "their", "our", "my", "your", "these", "no"):
        return "determiner"
    if word in ("of", "in", "to", "as", "with", "for", "on", "by", "and", "or", "was", "is", "be", "were", "like"):
        return "word " + word
    if words[-1][0].isupper():
        return "capital"
    return "verb" if is_reporting(word) else "word"


def _kind_of_after(after: str) -> str:
    rest = after.lstrip()
    if not rest:
        return "nothing"
    if rest[0] in ".,;:?!":
        return "stop outside" if rest[0] == "." else "comma outside" if rest[0] == "," else "punctuation"
    if rest[0] in "-–—―":
        return "dash"
    return "lower" if rest[0].islower() else "upper" if rest[0].isupper() else "other"


def _company(
    text: str, passages: Sequence[Quoted], tags: Sequence[Tag | None], index: int, place: int
) -> Iterator[str]:
    """Features of the tag beside the passage, and of the passages beside it."""
    tag = tags[index]
    yield f"tag {tag.order} {tag.form}" if tag else "tag none"
    if tag:
        yield f"cue {tag.lemma}"
        for word in _WORD.findall(text[max(0, tag.cue_start - 30) : tag.cue_start].lower())[-3:]:
            if word in function_words("auxiliary") or word in function_words("adverb"):
                yield f"cue after {word}"
    if tag and tag.order == "before":
        yield f"tag before at {min((passages[index].start - tag.cue_end) // 10, 5)}"
    if place:
        yield "later part"
    for name, other in (("last", index - 1), ("next", index + 1)):
        if 0 <= other < len(passages):
            near = abs(passages[other].paragraph - passages[index].paragraph)
            if near == 0:
                yield f"{name} in paragraph {'tagged' if tags[other] else 'bare'}"
            elif near == 1:
                yield f"{name} in paragraph beside"
