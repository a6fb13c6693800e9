"""Whom a description means in a report: "the senator", "the ministry", "the 34-year-old", "his campaign manager"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter

import regex

from quotex.detect.layout.letters import letter_at
from quotex.lexicon import load_words
from quotex.lexicon.function_words import ARTICLES, words_of
from quotex.lexicon.names import small_affiliations
from quotex.lexicon.nouns import head_of
from quotex.lexicon.posts import is_post
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.records import Gender, SpeakerType
from quotex.resolve.news.descriptions.find_descriptions import fullest_body
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.source_phrase import SourcePhrase, read_source
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.mention import Mention
from quotex.resolve.people.roles import Description, describe
from quotex.resolve.people.signed import signed_by

AGE = pattern(r"^\d{1,3}-year-old$")
_ARTICLE = pattern(
    r"^(?:the|this(?!\s(?:newspaper|paper|magazine|column|website|reporter)$)|that|these|those(?!\s(?:in|of|who|with)\s))\s+",
    regex.IGNORECASE,
)
_DOUBTED = pattern(r"^(?:so-called|self-(?:styled|described|proclaimed|appointed))\s(?=\p{L})", regex.IGNORECASE)
# "of 1871", "for 2 March 1899" behind a report or an entry.
_DATED = pattern(
    r"""
    \s(?:dated|for|from|of)\s(?:the\s)?
    (?P<date>(?:\p{Lu}\p{Ll}{2,8}|\d{1,4}(?:st|nd|rd|th)?),?(?:\s(?:of\s)?(?:\p{Lu}\p{Ll}{2,8}|\d{1,4}),?){0,2})$
    """,
    regex.VERBOSE,
)
_LEAST = 1.0
_OTHER_SIDE = 2.4  # more than an office and a rank in common
_AROUND = 60
_start_of = attrgetter("start")


class Nominals:
    """The descriptions of one article that stand for entities of their own, and what describes its named ones.

    Attributes:
        own: Entity by the canonical words of a description.
        heads: The latest entity of its own by head noun.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.own: dict[str, int] = {}
        self.heads: dict[str, int] = {}
        self._described: dict[str, list[Description]] | None = None

    @property
    def described(self) -> dict[str, list[Description]]:
        """What the text says of its named entities, by each word of the description, in text order."""
        if self._described is None:
            self._described = {}
            for description in describe(self.discourse.document, self.discourse.cast):
                for word in description.words:
                    self._described.setdefault(word, []).append(description)
        return self._described

    def descriptions(self, words: set[str], offset: int) -> list[Description]:
        """Return the descriptions that hold one of the words, those around an offset where there are many."""
        found: list[Description] = []
        for word in sorted(words):
            holding = self.described.get(word, [])
            at = bisect_right(holding, offset, key=_start_of)
            found += holding[max(0, at - _AROUND) : at + _AROUND // 4]
        return found

    def entity_of_its_own(self, source: SourcePhrase) -> int:
        """Return the entity that a description names by itself; equal descriptions share one."""
        text = self.discourse.document.text[source.start : source.end]
        name = " ".join(_DOUBTED.sub("", _ARTICLE.sub("", text, count=1), count=1).split()) or text
        name = _undated(name) if _head_type(source) == "document" and source.head != "entry" else name
        key = name.replace("’s", "").replace("'s", "").lower()
        again = self.known(source)
        if again is not None:
            return again
        known = self.own.get(key)
        if known is None:
            name = self._owned(name, source.start)
            name = name.replace(" own ", " ", 1) if source.determiner == "owned" else name
            kind, gender = type_of(source)
            if kind == "organization" and name == source.head and source.determiner == "definite":
                name = fullest_body(self.discourse.document, source.head) or name
            known = self.discourse.cast.add(name, type=kind, gender=gender, mention=(source.start, source.end))
            self.own[key] = known
        if source.determiner != "bare":  # «Bishop: “Bring a hoe”» tells less than the title of somebody named
            self.heads[source.head] = known
        return known

    def _owned(self, name: str, start: int) -> str:
        """The same description with the writer of the letter in place of "my": "Ana Ruiz's brother"."""
        letter = letter_at(self.discourse.document, start) if name[:3].lower() == "my " else None
        if letter is None or letter.writer is None:
            return name
        cast = self.discourse.cast
        return f"{cast.entities[signed_by(cast, self.discourse.document, letter.writer)].name}'s {name[3:]}"

    def known(self, source: SourcePhrase) -> int | None:
        """Return the entity that the same head noun named before: "the diplomat" after "a senior diplomat"."""
        if source.determiner != "definite" or source.complement:
            return None
        entity = self.heads.get(source.head)
        if entity is None:
            return None
        here = _large_words(self.discourse.document.text[source.start : source.end])
        there = _large_words(self.discourse.cast.entities[entity].name)
        return entity if here <= there or not there else None  # "the Indiana governor" is no Texas governor

    def holders(self) -> dict[int, int]:
        """Return who bears the posts that the cast holds for names, where the text says so."""
        cast, found = self.discourse.cast, dict[int, int]()
        posts = {place for place, member in enumerate(cast.entities) if is_post(member.name)}
        for mention in cast.mentions if posts else ():
            if mention.entity in posts and mention.entity not in found:
                source = read_source(self.discourse.document.text, mention.start, mention.end, self.discourse)
                holder = by_description(source, mention.start, self, None)
                if holder is not None:
                    found[mention.entity] = holder[0]
        return found


def _head_type(source: SourcePhrase) -> str:
    """Return the type of the head noun of a description, or ""."""
    head, _ = head_of(source.head)
    return head.type if head is not None else ""


def _undated(name: str) -> str:
    """Return the name of a document without the day or year behind it: "surveyor's letter" of May 2016."""
    dated = _DATED.search(name)
    words = [word.strip(",").lower() for word in dated["date"].split()] if dated else []
    return name[: dated.start()] if dated and all(map(_is_of_date, words)) else name


def _is_of_date(word: str) -> bool:
    return word[0].isdigit() or word == "of" or word in load_words("dates")


def _large_words(phrase: str) -> set[str]:
    """Return the words with a capital behind the first of a phrase, or all of them behind an article."""
    words = phrase.split()
    return {word.strip(".,'’") for word in words if word[:1].isupper() and word.lower() not in ARTICLES}


def type_of(source: SourcePhrase) -> tuple[SpeakerType, Gender | None]:
    """Return the type and gender that a description shows by its head noun."""
    head, plural = head_of(source.head)
    if head is None:
        if source.head in load_words("organization_words"):
            return "organization", None
        return ("person" if any(AGE.match(word) for word in source.words) else "unknown"), None
    if plural and head.type in ("person", "organization"):
        return "group", None
    kinds: dict[str, SpeakerType] = {"person": "person", "organization": "organization", "group": "group"}
    return kinds.get(head.type, "unknown"), head.gender


def by_description(
    source: SourcePhrase, offset: int, nominals: Nominals, owner: int | None
) -> tuple[int, float] | None:
    """Return the named entity whose titles or appositions the description repeats, and how well it fits."""
    head, plural = head_of(source.head)
    if head is None or plural or head.type != "person" or source.determiner == "indefinite":
        return None
    cast = nominals.discourse.cast
    wanted = {source.head, *head.roles}
    complement = _complement(source, nominals)
    scores: dict[int, float] = {}
    for description in nominals.descriptions(wanted, offset):
        member = cast.entities[description.entity]
        if description.entity == owner or member.type in ("organization", "group"):
            continue
        if head.gender and member.gender and head.gender != member.gender:
            continue
        score = _fit(source, description, complement, offset) - (0.0 if member.type == "person" else 1.2)
        scores[description.entity] = max(score, scores.get(description.entity, -9.0))
    if not scores:
        return None
    order = list(dict.fromkeys(m.entity for m in nominals.discourse.before(offset)))
    speakers = {told.entity for told in nominals.discourse.told[-3:]}

    def nearness(entity: int) -> float:
        recent = 1.2 - 0.1 * min(order.index(entity), 8) if entity in order else 0.0
        return recent + (0.4 if entity in speakers else 0.0) + 0.04 * min(cast.entities[entity].count, 10)

    best = max(scores, key=lambda entity: (scores[entity] + nearness(entity), -entity))
    return (best, scores[best]) if scores[best] >= _LEAST else None


def _complement(source: SourcePhrase, nominals: Nominals) -> frozenset[str]:
    """Capitalised words of the complement: "the chair of the National Committee"."""
    if not source.complement:
        return frozenset()
    words = nominals.discourse.document.text[source.start : source.end].split()
    return frozenset(w.strip(".,").lower() for w in words[len(source.words) :] if w[:1].isupper())


def _fit(source: SourcePhrase, description: Description, complement: frozenset[str], offset: int) -> float:
    """Return how well a description of an entity fits the words of the source."""
    score = 2.0 if source.head in description.words else 1.5
    modifiers = set(source.words) - {source.head, "of"} - ARTICLES
    score += 0.7 * len(modifiers & description.words)
    score -= 1.2 * len((modifiers ^ description.words) & words_of("rank"))
    here, there = modifiers & small_affiliations(), description.words & small_affiliations()
    score -= _OTHER_SIDE if here and there and here.isdisjoint(there) else 0.0
    if complement:
        score += 0.7 * len(complement & description.words) if complement & description.words else -1.2
    return score - (0.5 if description.start > offset else 0.0)


def by_name_word(source: SourcePhrase, offset: int, nominals: Nominals) -> int | None:
    """Return the organisation whose name holds the head noun: "the ministry" for "Russian Foreign Ministry"."""
    head, plural = head_of(source.head)
    if plural or source.determiner != "definite" or head is None or head.type != "organization":
        return None
    wanted = {source.head, *head.roles}
    cast = nominals.discourse.cast
    subjects = subjects_of(source, nominals.discourse.document)
    for mention in nominals.discourse.before(offset):
        member = cast.entities[mention.entity]
        words = name_words(cast, mention)
        if member.type != "person" and wanted & words:
            return mention.entity if subjects <= words else None
    return None


def subjects_of(source: SourcePhrase, document: Document) -> set[str]:
    """Return the noun before a head that tells what a body is for: "the state weather bureau" is no other bureau."""
    at = source.words.index(source.head) - 1
    if at < 0 or head_of(source.words[at])[0] is not None:
        return set()
    tokens = document.sentence_at(source.start).tokens
    place = bisect_left(tokens.starts, source.start) + at
    noun = tokens.lower[place : place + 1] == [source.words[at]] and tokens.tags[place] == "NN"
    return {source.words[at]} if noun else set()


def name_words(cast: Cast, mention: Mention) -> set[str]:
    """Return the words of the name of who is mentioned, in small letters."""
    return {word.lower().strip(".") for word in cast.entities[mention.entity].name.split()}
