"""People, bodies and papers that a report only describes: "an old planter", "the committee", "a letter".

A pronoun may mean one of them, although no name and no quotation has brought them into the cast.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import Head, head_of, singulars
from quotex.lexicon.verbs import is_verbal
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.part_of_speech import tag

_LONGEST = 6  # words of a noun phrase up to its head
_NEAR = 800  # characters before a pronoun within which a description may be meant
_MOST = 30
_BLOCK = 400  # characters that are read together
_LONGEST_OPENING = 50  # characters of a determiner or owner
_DETERMINER = pattern(
    r"(?<![\p{L}’'-])(?<word>[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Oo]ur|[Oo]ne|[Aa]nother|[Tt]hat|[Tt]his|"
    r"(?:\p{Lu}[\p{L}-]{1,20}\s)?\p{Lu}[\p{L}-]{1,20}['’]s)\s"
)
_PARTITIVE = pattern(r"of\s(?:the|his|her|its|their|my|our|\p{Lu}[\p{L}-]{1,20}['’]s)\s")
_OPENERS = frozenset(("i", "what", "how", "why", "where", "whether", "if", "a", "an", "the", "to"))
_ONE = frozenset(("a", "an", "one", "another"))
_WORD = pattern(r"[\p{L}\p{N}][\p{L}\p{N}’'-]*+")


class NominalMention(NamedTuple):
    """A description such as "the mayor" or "his aide".

    Attributes:
        start: Offset of the determiner.
        end: Offset behind the head noun.
        noun: The head noun in lower case.
        head: What the lexicon says of it.
        plural: Whether it stands in the plural.
        determiner: "the", "a", or "his" for any owner.
    """

    start: int
    end: int
    noun: str
    head: Head
    plural: bool
    determiner: str


def descriptions_before(document: Document, offset: int) -> list[NominalMention]:
    """Return the descriptions that end before an offset and are near it, the latest first."""
    near = document.once(_Read).between(offset - _NEAR, offset)[-_MOST:]
    return [described for described in reversed(near) if described.end <= offset]


class _Read(dict[int, list[NominalMention]]):
    """The descriptions of a text by blocks of it, read when they are asked for: little of it is near a pronoun."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._text = document.text

    def __missing__(self, block: int) -> list[NominalMention]:
        start = block * _BLOCK
        found = _at_determiners(self._text, start, start + _BLOCK + _LONGEST_OPENING)
        here = self[block] = [described for described in found if described.start < start + _BLOCK]
        return here

    def between(self, start: int, end: int) -> list[NominalMention]:
        """Return the descriptions that begin between two offsets."""
        blocks = range(max(0, start // _BLOCK - 1), end // _BLOCK + 1)
        found = _outermost(described for block in blocks for described in self[block])
        return [described for described in found if start <= described.start < end]


def fits(kind: str, described: NominalMention) -> bool:
    """Tell whether a class of pronoun can mean what is described.

    >>> read = at_determiners("Her brother wrote a letter.", 0, 27)
    >>> [(d.noun, fits("he", d), fits("it", d)) for d in read]
    [('brother', True, False), ('letter', False, True)]
    """
    kind_of, gender = described.head.type, described.head.gender
    if described.determiner == "his" and described.noun in load_words("parts_of_person"):
        return False  # "his head" is mostly no head of a school
    if kind in ("he", "she"):
        wanted = "male" if kind == "he" else "female"
        return kind_of == "person" and not described.plural and gender in (None, wanted)
    if kind == "they":
        return kind_of == "group" or kind_of in ("person", "organization") and described.plural
    return kind == "it" and kind_of in ("organization", "document") and not described.plural


def fullest_body(document: Document, noun: str) -> str | None:
    """Return the words with nouns before it by which a text first describes a body, where it knows no other of them.

    >>> fullest_body(Document("The port authority shut it. The authority said why."), "authority")
    'port authority'
    """
    every = document.once(_Read).between(0, len(document.text))
    found = [d for d in every if d.noun == noun and d.determiner == "the" and not d.plural]
    words = (document.text[d.start : d.end].rpartition("he ")[2] for d in found)  # «that the port authority» too
    fuller = {" ".join(phrase.split()): None for phrase in words if _is_compound(document, phrase)}
    return next(iter(fuller)) if len(fuller) == 1 else None


def _is_compound(document: Document, phrase: str) -> bool:
    """Tell whether small words before a noun are nouns themselves: "port authority", not "local authority"."""
    words = ["the", *phrase.split()]
    tags = tag(words, words, [])[1:-1]
    return phrase.islower() and tags != [] and all(name in ("NN", "NNS") for name in tags)


def at_determiners(text: str, start: int, end: int) -> list[NominalMention]:
    """Return the descriptions that begin within a stretch of text, in its order."""
    return _outermost(_at_determiners(text, start, end))


def _at_determiners(text: str, start: int, end: int) -> Iterator[NominalMention]:
    for match in _DETERMINER.finditer(text, start, end):
        word = match["word"].lower()
        several = _PARTITIVE.match(text, match.end()) if word == "one" else None
        described = _at(text, match.start(), several.end() if several else match.end(), "the" if several else word)
        if described is not None and (not several or described.plural):
            yield described._replace(plural=False, determiner="a") if several else described


def _outermost(every: Iterable[NominalMention]) -> list[NominalMention]:
    """Leave out what lies within another: "the mayor" of "Ana Ruiz's mayor"."""
    found: list[NominalMention] = []
    for described in every:
        if not (found and described.end <= found[-1].end):
            found.append(described)
    return found


def _at(text: str, start: int, first: int, word: str) -> NominalMention | None:
    """Read one noun phrase: its words up to the first that cannot belong to it."""
    end, noun = first, ""
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if match is None or noun and _ends(match[0].lower(), noun):
            break
        end, noun = match.end(), match[0].lower().removesuffix("'s").removesuffix("’s")
        if text[end : end + 1] != " " or len(noun) < match.end() - match.start():
            break
        end += 1
    end = first + len(text[first:end].rstrip())
    head, plural = _known(noun)
    if head is None or head.type == "time" or text[end - 2 : end] in ("'s", "’s") or not text[end - 1].islower():
        return None
    if plural and word in _ONE:
        return None  # "one suspects" is a clause
    determiner = "the" if word in ("the", "that", "this") else "a" if word in _ONE else "his"
    return NominalMention(start, end, noun, head, plural, determiner)


def _ends(word: str, before: str) -> bool:
    """Tell whether a word behind another is no part of the noun phrase any more."""
    if word in _part_of_none():
        return True  # «the conductor I had paid», «the case went to the judge»
    return is_verbal(word) and head_of(word)[0] is None and _known(before)[0] is not None


@cache
def _part_of_none() -> frozenset[str]:
    """Return the words that stand in no noun phrase behind its first word."""
    return _OPENERS.union(*map(words_of, ("complement", "before-object", "after-subject", "pronoun")))


@lru_cache(maxsize=4096)
def _known(noun: str) -> tuple[Head | None, bool]:
    """Return what is known of a noun; one for people that binds to no name of the text tells no more: "conductor"."""
    head, plural = head_of(noun)
    if head is not None or noun_classes().get(noun) != "p":
        return head, plural
    return Head("person", None, "-", (noun,)), any(noun_classes().get(one) == "p" for one in singulars(noun))
