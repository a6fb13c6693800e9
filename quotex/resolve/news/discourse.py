"""Who is in the reader's mind at a place of a report: recent mentions, subjects, and speakers so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import attrgetter
from typing import NamedTuple

import regex
from attrs import define

from quotex.detect.genre import is_narrative
from quotex.detect.layout.find_turns import find_turns
from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import titles
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import is_verbal
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.news_layout import dateline_ends
from quotex.records import Quotation
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.mention import Mention

# How far back a pronoun looks: characters and mentions.  In the training part of PolNeAR 97 % of the antecedents
# of source pronouns are nearer.
_REACH = 2500
_MOST = 40
# What follows the subject of a clause: perhaps an apposition, then a lower-case word that can be a verb.
_FOLLOW = pattern(
    r"""
    (?:\s(?:at|for|from|of|with)\s(?:the\s)?           # "at the Sunday Review"
       (?:\p{Lu}[\p{L}\p{M}.&’-]*+(?:\s(?=\p{Lu}))?+){1,5}+)?
    \s*+(?:\([^()\n]{1,40}\)\s*+)?                       # "(R-Wis.)"
    (?:,\s[^,;:“”"\n]{2,90},\s?)?                        # an apposition between commas
    \s*+(?<word>\p{Ll}[\p{Ll}'’]*+)
    """,
    regex.VERBOSE,
)
_IN = pattern(r"(?<!\p{L})(?:in|near|outside|across)\s$")
_AS_THING = pattern(
    r"(?<!\p{L})(?:[Tt]he|[Aa]n?|(?:in|at|near|inside|outside|across|around|throughout|within|into)(?:\s(?:the|an?))?)\s$"
)
_PLACE = pattern(r"\p{Lu}[\p{L}\p{M}.'’-]*+(?:\s\p{Lu}[\p{L}\p{M}.'’-]*+)*+")
_OF = pattern(r"(?<!\p{L})[Oo]f\s$")
# "was a lovely man and" before "a hopeless cook".
_JOINED_PREDICATE = pattern(
    r"\b(?:is|was|are|were|been|being|became|as)\s(?:an?|the)\s(?:\p{L}[\p{L}’'-]*+\s){1,5}+(?<=\sand\s)$"
)
_PREDICATE = 80  # characters of one
_NEXT = pattern(r"\s(?<word>\p{Ll}[\p{Ll}'’-]*+)")
# A paragraph of signs alone ("___.", "* * *") parts the items of a running report.
_BREAK = pattern(r"[^\p{L}\p{N}\s“”\"][^\p{L}\p{N}“”\"]*+")
_LONGEST_BREAK = 31
_POSSESSIVE = pattern(r"['’]s?\b|['’](?=\s)")
_BEFORE = pattern(r"(?:\G|(?<!\p{L}))(?<word>\p{L}[\p{L}'’]*+)[\s“\"]++$")
_by_start = attrgetter("start")


def _breaks(text: str) -> Iterator[int]:
    """Return where the lines of signs begin."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= _LONGEST_BREAK and _BREAK.fullmatch(line):
            yield at
        at += len(line) + 1


class SentencePlace(NamedTuple):
    """A sentence by paragraph and index, so that places can be compared."""

    paragraph: int
    sentence: int


@define(eq=False)
class Recent(Mention):
    """A mention before the place that is asked about.

    Attributes:
        named: Whether it is a name; else a description or pronoun that was resolved before.
    """

    named: bool


class Attributed(NamedTuple):
    """A quotation that has its speaker: where it starts and ends, whose it is, and whether it is direct speech."""

    start: int
    end: int
    entity: int
    mention: tuple[int, int] | None
    spoken: bool


class Discourse:
    """The mentions of one document, and the speakers found so far, for the resolution of what comes next.

    Attributes:
        narrative: Whether the text is a story.
        told: The quotations whose speaker is known so far.
        spoken: How many quotations an entity has so far.
        meant: Classes of pronoun with whom each has meant so far.
        asked: Who is asked something before a pronoun, by the offset of the pronoun.
        writers: Who is "I" outside of anybody's words and letters.
        same: A post that the cast holds for a name ("U.S. Secretary of State") to the one who bears it.
    """

    def __init__(
        self,
        document: Document,
        cast: Cast,
        quotations: Sequence[Quotation],
        talk: Sequence[tuple[Quotation, int]] = (),
    ) -> None:
        self.document = document
        self.narrative = document.once(is_narrative)
        self.cast = cast
        self.told: list[Attributed] = []
        self.spoken: dict[int, int] = {}
        self._names = cast.mentions
        self._starts = [mention.start for mention in self._names]
        self._recent: list[Recent] = []
        self._resolved: list[Recent] = []
        self._subjects: dict[int, bool] = {}
        self._acting: set[int] | None = None
        self._subjects_of_all: set[int] | None = None
        self._personal: set[int] | None = None
        self._without_article: frozenset[int] | None = None
        self.asked: dict[int, tuple[int, int] | None] = {}
        self._like_places: dict[int, bool] = {}
        self._dateline_places: frozenset[str] | None = None
        self._talk = [Attributed(quotation.start, quotation.end, entity, None, True) for quotation, entity in talk]
        self._asked = any(turn.kind == "interview" for turn in document.once(find_turns)) if talk else False
        self._places: dict[int, SentencePlace] = {}
        self.meant: set[tuple[str, int]] = set()
        self.writers: set[int] = set()
        self.same: dict[int, int] = {}
        self._breaks = list(_breaks(document.text))
        marked = sorted((s.start, s.end) for q in quotations if q.kind == "direct" for s in q.spans)
        self._marked_starts = [start for start, _ in marked]
        self._marked_ends = [end for _, end in marked]
        told = sorted((s.start, s.end) for q in quotations if q.kind != "direct" for s in q.spans)
        self._told_starts = [start for start, _ in told]
        self._told_ends = [end for _, end in told]
        self._sources: set[int] = set()
        self._ends_of_sources = {quotation.source.end for quotation in quotations if quotation.source is not None}

    def names(self, start: int, end: int) -> list[Mention]:
        """Return the mentions by name between two offsets."""
        found = []
        for at in range(bisect_left(self._starts, start), len(self._starts)):
            mention = self._names[at]
            if mention.start >= end:
                break
            if mention.end <= end + 2:
                found.append(mention)
        return found

    def place(self, offset: int) -> SentencePlace:
        """Return the sentence that holds the offset."""
        known = self._places.get(offset)
        if known is None:
            sentence = self.document.sentence_at(offset)
            known = self._places[offset] = SentencePlace(sentence.paragraph, sentence.index)
        return known

    def quoted(self, offset: int) -> bool:
        """Tell whether the offset lies within somebody's own words."""
        at = bisect_right(self._marked_starts, offset) - 1
        return at >= 0 and offset < self._marked_ends[at]

    def reported(self, offset: int) -> bool:
        """Tell whether the offset lies within a reported clause: "Kerr said Ruiz was tired"."""
        at = bisect_right(self._told_starts, offset) - 1
        return at >= 0 and offset < self._told_ends[at]

    def question(self, end: int) -> bool:
        """Tell whether the words that end here are a question."""
        return "?" in self.document.text[max(0, end - 2) : end + 1]

    def around(self, offset: int) -> Attributed | None:
        """Return the speech that holds an offset, when its speaker is known."""
        return next((t for t in self.told[:-9:-1] if t.spoken and t.start <= offset < t.end), None)

    def speech_at(self, offset: int) -> Attributed | None:
        """Return the same, or the turn of a talk that holds an offset."""
        at = self._turn_at(offset)
        return self.around(offset) or (None if at is None else self._talk[at])

    def _turn_at(self, offset: int) -> int | None:
        at = bisect_right(self._talk, offset, key=lambda turn: turn.start) - 1
        return at if at >= 0 and offset < self._talk[at].end else None

    def talking(self, offset: int) -> set[int]:
        """Return who talks at an offset and is no "he" there: who speaks, and in an interview the other one too."""
        speech, at = self.speech_at(offset), self._turn_at(offset)
        turns = self._talk[max(0, at - 1) : at + 1] if self._asked and at is not None else []
        return {turn.entity for turn in turns} | ({speech.entity} if speech else set())

    def source(self, start: int, end: int) -> bool:
        """Tell whether a mention is the source of a quotation before."""
        return end in self._sources or start in self._sources and not self.within_source(start, end)

    def within_source(self, start: int, end: int) -> bool:
        """Tell whether a mention only opens the source of a quotation before: "Ruiz communications director Bo Lund",
        "Ruiz's aide"."""
        if start not in self._sources or end in self._sources:
            return False
        follow = _NEXT.match(self.document.text, end)
        return self.possessor(end) or follow is not None and follow["word"] not in words_of("after-subject")

    def resolved(self, start: int, end: int, entity: int) -> None:
        """Remember that a description or pronoun of the text means an entity."""
        self._resolved.append(Recent(start, end, entity, False))

    def resolved_starts(self) -> set[int]:
        """Return where the latest descriptions and pronouns stand that have been resolved."""
        return {mention.start for mention in self._resolved[-_MOST:]}

    def apposed(self, start: int) -> bool:
        """Tell whether a comma stands directly before a mention."""
        return self.document.text[max(0, start - 2) : start].startswith(",")

    def predicate(self, start: int) -> bool:
        """Tell whether a form of "be" or "as" stands before a description, or before one joined to it: what somebody
        is."""
        text = self.document.text
        before = _BEFORE.search(text, max(0, start - 25), start)
        if before is not None and before["word"].lower() == "and":
            return _JOINED_PREDICATE.search(text, max(0, start - _PREDICATE), start) is not None
        return before is not None and before["word"].lower() in words_of("be")

    def prepositional(self, start: int) -> bool:
        """Tell whether a preposition stands directly before a mention."""
        before = _BEFORE.search(self.document.text, max(0, start - 25), start)
        return before is not None and before["word"].lower() in words_of("before-object")

    def tell(self, quotation: Quotation, entity: int, mention: tuple[int, int] | None) -> None:
        """Remember who speaks a quotation."""
        if self.cast.entities[entity].name.casefold() in words_of("nobody"):
            return
        self.told.append(Attributed(quotation.start, quotation.end, entity, mention, quotation.kind == "direct"))
        self.spoken[entity] = self.spoken.get(entity, 0) + 1
        if mention is not None:
            self._sources.update(mention)

    def state(self) -> tuple[int, int]:
        """Return how much is known so far."""
        return len(self.told), len(self._resolved)

    @contextmanager
    def back_at(self, state: tuple[int, int]) -> Iterator[None]:
        """Look at the text as it was known at an earlier state, and forget what is learned there."""
        told, resolved, meant = self.told, self._resolved, self.meant
        self.told = told[max(0, state[0] - _MOST) : state[0]]
        self._resolved = resolved[max(0, state[1] - _MOST) : state[1]]
        self.meant = set(meant)
        yield
        self.told, self._resolved, self.meant = told, resolved, meant

    def before(self, offset: int) -> list[Recent]:
        """Return the mentions that end before an offset, within reach, the latest first."""
        if not self._recent:
            self._recent = [Recent(m.start, m.end, self.same.get(m.entity, m.entity), True) for m in self._names]
        floor = offset - _REACH
        last = bisect_left(self._starts, offset)
        resolved = self._resolved[-_MOST:]
        if self._talk and self._turn_at(offset) is None:  # whom a turn speaks of is nobody after the talk
            resolved = [mention for mention in resolved if self._turn_at(mention.start) is None]
        recent = self._recent[max(0, last - _MOST) : last] + resolved
        recent = [m for m in recent if floor <= m.start and m.end <= offset]
        recent.sort(key=_by_start, reverse=True)
        return recent

    def subject(self, start: int, end: int) -> bool:
        """Tell whether the mention looks like the subject of a clause: a verb may follow, and no preposition
        precedes."""
        known = self._subjects.get(start)
        if known is None:
            known = self._subjects[start] = self._looks_like_subject(start, end)
        return known

    def acts(self, entity: int) -> bool:
        """Tell whether an entity says something or is the subject of a verb other than "be" anywhere in the text."""
        if self._acting is None:
            self._acting = {mention.entity for mention in self._names if self._does(mention)}
        return entity in self._acting

    def stands_as_subject(self, entity: int) -> bool:
        """Tell whether an entity says something or is the subject of any verb anywhere in the text."""
        if self._subjects_of_all is None:
            found = (m for m in self._names if m.end in self._ends_of_sources or self.subject(m.start, m.end))
            self._subjects_of_all = {mention.entity for mention in found}
        return entity in self._subjects_of_all

    def _does(self, mention: Mention) -> bool:
        if mention.end in self._ends_of_sources:
            return True
        if not self.subject(mention.start, mention.end):
            return False
        follow = _FOLLOW.match(self.document.text, mention.end, mention.end + 150)
        return follow is not None and follow["word"] not in words_of("be") | {"has", "had", "have"}

    def impersonal(self, entity: int) -> bool:
        """Tell whether a name of no known kind stands as nobody's does: with an article or in a place, all through."""
        if self._personal is None:
            self._personal = {
                m.entity for m in self._names if not _AS_THING.search(self.document.text, max(0, m.start - 14), m.start)
            }
        member = self.cast.entities[entity]
        if member.type != "unknown" or member.gender is not None or not member.named or entity in self._personal:
            return False
        last = member.name.rsplit(" ", 1)[-1].casefold()
        return head_of(last)[0] is None and last.strip(".") not in titles()

    def thing(self, entity: int) -> bool:
        """Tell whether a name ends in the word for a place or a time and does nothing, or has an article always:
        "Canada Day", "the Marshall Plan"."""
        member = self.cast.entities[entity]
        last = member.name.rsplit(" ", 1)[-1].casefold()
        if not member.named or last not in load_words("place_words") and noun_classes().get(last, "p") in "pg":
            return False
        if member.type == "unknown" and member.gender is None and not self.acts(entity):
            return True
        return " " in member.name and self._is_articled(entity)

    def _is_articled(self, entity: int) -> bool:
        """Tell whether "the" stands before every mention of an entity."""
        if self._without_article is None:
            text = self.document.text
            bare = (m.entity for m in self._names if text[max(0, m.start - 4) : m.start].lower() != "the ")
            self._without_article = frozenset(bare)
        return entity not in self._without_article

    def modifier(self, end: int) -> bool:
        """Tell whether a noun follows the mention at once: "the Ruiz campaign", "Ruiz communications director"."""
        follow = _NEXT.match(self.document.text, end)
        return follow is not None and not is_verbal(follow["word"]) and follow["word"] not in words_of("after-subject")

    def _looks_like_subject(self, start: int, end: int) -> bool:
        text = self.document.text
        follow = _FOLLOW.match(text, end, end + 150)
        if follow is None or not is_verbal(follow["word"]):
            return False
        before = _BEFORE.search(text, max(0, start - 25), start)
        return before is None or before["word"].lower() not in words_of("before-object")

    def parted(self, start: int, end: int) -> bool:
        """Tell whether a line of signs, as between the items of a running report, parts two places."""
        at = bisect_right(self._breaks, start)
        return at < len(self._breaks) and self._breaks[at] < end

    def place_like(self, start: int) -> bool:
        """Tell whether a mention stands where places do: "in Charlotte"; in a headline also "Port of Merrow"."""
        known = self._like_places.get(start)
        if known is None:
            text, floor = self.document.text, max(0, start - 9)
            known = _IN.search(text, floor, start) is not None
            if not known and _OF.search(text, floor, start) is not None:
                known = self.place(start).paragraph == 0 and text[self.document.paragraphs[0][1] - 1].isalnum()
            self._like_places[start] = known
        return known

    def dateline(self, entity: int) -> bool:
        """Tell whether an entity has no other name than that of the place of a dateline."""
        if self._dateline_places is None:
            stretches = dateline_ends(self.document).items()
            words = (_PLACE.match(self.document.text, start, end) for start, end in stretches)
            self._dateline_places = frozenset(match[0].casefold() for match in words if match)
        return self.cast.entities[entity].name.casefold() in self._dateline_places

    def possessor(self, end: int) -> bool:
        """Tell whether a possessive ending follows the mention."""
        return _POSSESSIVE.match(self.document.text, end) is not None
