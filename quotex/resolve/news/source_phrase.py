"""Read a source phrase: its head, how it is written, and where the noun phrase ends before what is in apposition."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import regex

from quotex.lexicon.classes import verb_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import titles
from quotex.lexicon.nouns import head_of
from quotex.lexicon.posts import is_post
from quotex.lexicon.verbs import is_verbal, reporting_forms
from quotex.patterns import pattern
from quotex.records import Form
from quotex.resolve.people.mention import Mention

if TYPE_CHECKING:
    from quotex.resolve.news.discourse import Discourse

# A source phrase longer than this is a clause that was taken for one; its head still stands near its start.
_LONGEST = 400
_WORD = pattern(r"[\p{L}\p{N}@#$%][\p{L}\p{M}\p{N}_.'’&%/-]*+")
_BREAK = pattern(
    r""",(?!\d{3}|\s\d{4}\s\p{L}) | [;:\[\]“”"—–―…\n] | \s- | -\s | '' | ``
        | (?<!\d|\d\(\w{1,4}\))\( | (?<![\d)]\(\w{1,4})\)  # no break in "Section 9(2)(b)" """,
    regex.VERBOSE,
)
_TRAILING = pattern(r"[\s,;:.\"“”'’(—–―-]+$")
_LEADING = pattern(r"^[\s,;:.\"“”'‘)—–―-]+")
# "last month", "today", "on Tuesday" behind or before a noun phrase.
_WHEN = (
    r"(?:(?:last|this|next|earlier\sthis|late\slast|early\sthis)\s(?:week|month|year|night|season|summer|spring|autumn|fall|winter|"
    r"morning|afternoon|evening|weekend|(?-i:\p{Lu}\p{Ll}+))|today|yesterday|tomorrow|tonight|(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
_TIME_BEHIND = pattern(rf"(?<=\S)\s{_WHEN}$", regex.IGNORECASE)
_WITHIN = (
    r"(?:(?:within|after|in)\s)?(?:\d{1,3}|an?|\p{L}{3,9})\s(?:minutes?|hours?|days?|weeks?|months?)(?:\slater)?,?\s"
    r"(?=(?-i:@|\p{Lu}))"
)
_TIME_BEFORE = pattern(rf"{_WHEN},?\s(?=\S)|{_WITHIN}", regex.IGNORECASE)
# A verb that a tagger took for the head of the noun phrase: "Mr. Oickle recalls suggesting that".
_VERB_BEHIND = pattern(r"(?<=[\p{L}.])(?<!\sand)\s(?<verb>\p{Ll}{2,20})$")
_LARGE_VERB = pattern(r"\s(?<verb>\p{Lu}\p{Ll}{2,20}s)(?!\p{L})")
_FULL_NAME = pattern(r"\s\p{Ll}[\p{L}-]++\s\p{Lu}\p{Ll}[\p{L}'’-]*+\s\p{Lu}[\p{L}'’-]*+$")  # "architect Ana Ruiz"
_POSSESSIVE = pattern(r"(?:['’]s|(?<=s)['’])$")


# What stands behind the name of a firm and is no part of its short form: "Marsk A/S", "Fugro N.V.".
_OF_FIRM = pattern(
    r",?\s(?:A/S|S/A|(?:\p{Lu}\.){2,4}|\p{Lu}{2}|GmbH|[Pp]lc|PLC|Pty|Sdn|Bhd|Oyj?|Inc\.?|Ltd\.?|Corp\.?)"
)


class SourcePhrase(NamedTuple):
    """A source phrase as read; offsets are into the text, end exclusive.

    Attributes:
        start: Where the noun phrase starts.
        end: Where it ends, before an apposition, a relative clause set off by a comma, or brackets.
        form: How it is written.
        head: The head noun or pronoun in lower case; of a name its last word.
        entity: Place in the cast of the name that is its head, or None.
        determiner: "definite", "indefinite", "owned" ("his aide", "Scott's family") or "bare".
        owner: Offsets of the possessor, or None.
        words: The words of the phrase in lower case up to its head.
        complement: Whether the head has a complement ("the chair of the council").
        apposition: Offsets of what stands in apposition after it, or None.
        limit: Where the whole phrase ends.
    """

    start: int
    end: int
    form: Form
    head: str
    entity: int | None
    determiner: str
    owner: tuple[int, int] | None
    words: tuple[str, ...]
    complement: bool
    apposition: tuple[int, int] | None
    limit: int


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets without punctuation and white space at the edges."""
    end = min(end, start + _LONGEST)
    piece = text[start:end]
    lead = _LEADING.match(piece)
    left = lead.end() if lead else 0
    tail = _TRAILING.search(piece, left)
    right = tail.start() if tail else len(piece)
    return (start + left, start + right) if left < right else (start, end)


def timeless(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of a source phrase without a time before or behind it: "The fund last month"."""
    if end - start > _LONGEST or text[start:end].isalpha():
        return start, end
    before = _TIME_BEFORE.match(text, start, end)
    start = before.end() if before else start
    behind = _TIME_BEHIND.search(text, start, end)
    end = behind.start() if behind else end
    verb = _VERB_BEHIND.search(text, start, end)
    if verb is not None and head_of(verb["verb"])[0] is None and verb["verb"] in _present_reports():
        end = verb.start()
    if verb is not None and _is_predicate(verb["verb"]) and _FULL_NAME.search(text, start, verb.start()):
        end = verb.start()
    return start, end


def _is_predicate(word: str) -> bool:
    """Tell whether a word behind a full name is its verb rather than a noun: "estimates", not "officials"."""
    head, _ = head_of(word)
    return word.endswith("s") and word in verb_classes() and (head is None or head.type == "document")


@cache
def _present_reports() -> frozenset[str]:
    return frozenset(form for form in reporting_forms() if form.endswith("s")) | {"cut", "rings", "texts", "writes"}


def read_source(text: str, start: int, end: int, discourse: Discourse) -> SourcePhrase:
    """Read the source phrase ``text[start:end]``."""
    start, end = timeless(text, *trimmed(text, start, end))
    start = _at_somebody(text, start, end)
    piece = text[start:end].lower()
    if piece in words_of("pronoun") and not _is_acronym(text, start, end):
        return SourcePhrase(start, end, "pronoun", piece, None, "bare", None, (piece,), False, None, end)
    names = discourse.names(start, end)
    names = [name for name in names if not is_office(text, name, discourse)]
    end = _before_verb_of_headline(text, start, end, names, discourse)
    if len(names) == 1 and names[0].offsets == (start, end) and not is_post(text[start:end]):
        lower = tuple(piece.split())
        return SourcePhrase(start, end, "name", lower[-1], names[0].entity, "bare", None, lower, False, None, end)
    words = [(m.start(), m.end(), m[0].rstrip(".'’").lower()) for m in _WORD.finditer(text, start, end)]
    if not words:
        return SourcePhrase(start, end, "nominal", "", None, "bare", None, (), False, None, end)
    chunk, complement = _head_chunk(text, words, names)
    name = _name_at_head(text, chunk, names)
    if name is None and complement:
        name = _name_of_post(text, chunk, end, names, discourse)
    if name is not None and is_post(text[name.start : name.end]):
        name = None
    stop = _phrase_end(text, chunk[-1][1], end, names)
    determiner, owner = _determiner(text, chunk, names, name)
    apposition = trimmed(text, stop, end) if end - stop > 3 else None
    lower = tuple(word for _, _, word in chunk)
    if name is not None:
        stop = max(stop, name.end)
        return SourcePhrase(
            start, stop, "name", lower[-1], name.entity, determiner, owner, lower, complement, apposition, end
        )
    whole = text[chunk[-1][0]].islower() and head_of(lower[-1])[0] is not None  # "a Ministry of Defence official"
    head = next((w for w in reversed(lower if whole else _before_of(lower)) if head_of(w)[0]), lower[-1])
    return SourcePhrase(start, stop, "nominal", head, None, determiner, owner, lower, complement, apposition, end)


def _is_acronym(text: str, start: int, end: int) -> bool:
    """Tell whether the letters of a pronoun stand for a body, as in "WHO said" where the words around are small."""
    return end - start > 1 and text[start:end].isupper() and text[end + 1 : end + 2].islower()


def _at_somebody(text: str, start: int, end: int) -> int:
    """Return where a phrase begins whose last word is a phrase by itself: "In the press box someone said"."""
    head = start + text[start:end].rfind(" ") + 1
    return head if text[head:end].lower() in words_of("somebody") else start


def _before_verb_of_headline(text: str, start: int, end: int, names: list[Mention], discourse: Discourse) -> int:
    """Return where a name ends that opens a headline in title case, with its verb behind it: "Ana Ruiz Slams Bank
    Chief: “…”"."""
    name = names[0] if names else None
    if name is None or name.start != start or discourse.place(start).paragraph:
        return end
    verb = _LARGE_VERB.match(text, name.end, end)
    return name.end if verb is not None and is_verbal(verb["verb"].lower()) else end


def is_office(text: str, name: Mention, discourse: Discourse) -> bool:
    """Tell whether a title with an article, which the cast holds for a name, is an office: "the Minister"."""
    start, end = name.offsets
    word = text[start:end].casefold()
    head, plural = head_of(word)
    post = word in titles() or head is not None and head.type == "person" and not plural
    if text[max(0, start - 4) : start].lower() != "the " or not post or discourse.narrative:
        return False
    return discourse.cast.entities[name.entity].name.casefold() in (word, *titles())


def _before_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words before an "of" that a name runs across: "the U.S. Secretary of State"."""
    return words[: words.index("of")] if "of" in words[1:] else words


def _inside(offset: int, names: list[Mention]) -> bool:
    """Tell whether a name runs across the offset."""
    return any(name.start < offset < name.end for name in names)


def _head_chunk(
    text: str, words: list[tuple[int, int, str]], names: list[Mention]
) -> tuple[list[tuple[int, int, str]], bool]:
    """Return the words up to the end of the head, and whether a complement follows."""
    complements, joins = words_of("complement"), words_of("join")
    determiners = words_of("definite") | words_of("indefinite") | words_of("owner")
    chunk = [words[0]]
    for left, right in zip(words, words[1:], strict=False):
        if not _inside(right[0], names):
            if _BREAK.search(text, left[1], right[0]):
                return chunk, False
            if right[2] in complements:
                return chunk, True
            if left[2] in joins and right[2] in determiners:
                return chunk[:-1] or chunk, False
        chunk.append(right)
    return chunk, False


def _name_at_head(text: str, chunk: list[tuple[int, int, str]], names: list[Mention]) -> Mention | None:
    """Return the name that ends where the chunk ends, if it is no mere possessor or modifier."""
    start, end = chunk[0][0], chunk[-1][1]
    for name in reversed(names):
        if start <= name.start < end:
            rest = text[name.end : end]
            return name if not _WORD.search(rest) or rest in ("'s", "’s") or _OF_FIRM.fullmatch(rest) else None
    return None


@cache
def _before_noun() -> frozenset[str]:
    """Words whose noun the name behind them is: "a source close to Ann Lee"."""
    return words_of("definite") | words_of("complement") | words_of("before-object") | {"to"}


def _name_of_post(
    text: str, chunk: list[tuple[int, int, str]], end: int, names: list[Mention], discourse: Discourse
) -> Mention | None:
    """Return the name at the end of a phrase whose post has a complement of its own: "Cabinet member for parks Ann
    Lee"."""
    last = names[-1] if names else None
    post = head_of(chunk[-1][2])[0]
    if last is None or last.end != end or post is None or post.type != "person":
        return None
    between = [match[0].rstrip(".").lower() for match in _WORD.finditer(text, chunk[-1][1], last.start)][1:]
    between = between[:-1] if between and between[-1] in titles() else between
    noun = head_of(between[-1])[0] if between else None
    if not between or noun is not None and noun.type == "person" or between[-1] in _before_noun():
        return None
    entity = discourse.cast.entities[last.entity]
    return last if entity.type == "person" or (entity.type == "unknown" and " " in entity.name) else None


def _phrase_end(text: str, head_end: int, end: int, names: list[Mention]) -> int:
    """Return where the noun phrase ends: at the first break after its head that no name runs across."""
    breaks: list[int] = [match.start() for match in _BREAK.finditer(text, head_end, end)]
    return next((at for at in breaks if not _inside(at + 1, names)), end)


def _determiner(
    text: str,
    chunk: list[tuple[int, int, str]],
    names: list[Mention],
    name: Mention | None,
) -> tuple[str, tuple[int, int] | None]:
    """Tell the kind of determiner, and the possessor of an owned phrase."""
    first = chunk[0][2]
    if first in words_of("owner"):
        return "owned", chunk[0][:2]
    limit = name.start if name else chunk[-1][0]
    for start, end, _ in reversed(chunk):
        if end <= limit and _POSSESSIVE.search(text, start, end):
            inside = next((other.offsets for other in names if other.start <= start < other.end), None)
            return "owned", inside or (chunk[0][0], end)
    if first in words_of("definite"):
        return "definite", None
    return ("indefinite" if first in words_of("indefinite") or first.isdigit() else "bare"), None
