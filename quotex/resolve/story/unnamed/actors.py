"""Whom «he said» means where the narration has named nobody whom the pronoun fits: "the stranger" whom it describes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain, islice

import regex

from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import family_words, gendered_nouns, noun_gender
from quotex.patterns import pattern, plain
from quotex.resolve.story.narration import holds, role_of
from quotex.resolve.story.turns import GOING_ON, Turn
from quotex.resolve.story.unnamed.kin import Kin
from quotex.resolve.story.unnamed.narrated import is_introduced
from quotex.resolve.story.unnamed.people import MARKS, Unnamed, is_generic

Near = Callable[..., bool]  # see `narrated.NamedNearby.near`
_REACH = 1_500  # characters before a turn in which somebody is described as doing something
_GOES_ON = 4_000  # characters within which the pronoun goes on to mean the same one
_VOICE = plain(r"['’]s\s{1,2}(?:[a-z]{2,12}\s{1,2})?voice\b")
_PREPOSITION = pattern(
    r"\s{1,2}(?:at|behind|beside|by|from|in|of|on|under|with)\s{1,2}(?:(?:the|an?|his|her|its|their|my|our)\s{1,2})?"
)
_LEAD_IN = 40  # characters
_TOLD_OF = pattern(  # «I told her the painter had gone»: he is not there
    r"\b(?:told|tells|assured|reminded|informed|warned)\s{1,2}(?:h(?:er|im)|me|us|them|you|\p{Lu}\p{L}{1,14})\s{1,2}(?:that\s{1,2})?$"
)
_WORD = pattern(r"[\p{L}’'-]++")
_MOST_WORDS = 5  # of a phrase behind a noun
_LONGEST_COMPLEMENT = 80  # characters
_LEAD = 900  # characters at the end of a paragraph before in which somebody may act who then speaks


def number_nameless(text: str, turns: Sequence[Turn], unnamed: Unnamed, kin: Kin, near: Near) -> None:
    """Give the tags whose pronoun can mean nobody with a name the one described last who does something.

    Those whom other tags describe («said the girl») are left to the chain, which knows when they speak.

    Args:
        text: The text.
        turns: Its turns.
        unnamed: Where those without a name get their numbers.
        kin: Who "his wife" is.
        near: Tells whether somebody of a gender has been named shortly before an offset.
    """
    tagged = len(unnamed.people)
    meant: dict[str, tuple[int, int]] = {}
    parts = sorted(part for turn in turns for part in turn.parts)
    described = _Described(text)
    for turn in turns:
        gender = turn.tag_gender
        if turn.kind != "pronoun" or gender is None or near(turn.start, gender):
            continue
        entity, at = meant.get(gender, (None, 0))
        if entity is None or turn.start - at > _GOES_ON:
            last = _last(text, parts, described.before(turn.start), gender)
            entity = _number(last, unnamed, kin) if last else None
        if entity is not None and not unnamed.first <= entity < unnamed.first + tagged:
            meant[gender] = entity, turn.start
            unnamed.tell_gender(entity, gender)
            turn.tag_entity = entity
            unnamed.sure.append(turn)


class _Described:
    """The descriptions shortly before one turn after the other; what two turns have before them is read once."""

    __slots__ = ("_found", "_read", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: list[regex.Match[str]] = []
        self._read = 0

    def before(self, offset: int) -> list[regex.Match[str]]:
        """Return those within reach before an offset, which is never less than the one asked for last."""
        start = max(0, offset - _REACH)
        self._found = [description for description in self._found if description.start() >= start]
        self._found += _fitting_pronouns().finditer(self._text, max(self._read, start), offset)
        self._read = offset
        return self._found


def _last(
    text: str, parts: Sequence[tuple[int, int]], described: Sequence[regex.Match[str]], gender: str
) -> regex.Match[str] | None:
    """Return the last of some descriptions, in the narration, that fits the gender and whose bearer acts."""
    for description in reversed(described):
        head = description["head"]
        fits = noun_gender(head) == gender or head in words_of("stranger")
        if fits and not holds(parts, description.start()) and _acts(text, *description.span()):
            return description
    return None


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether one described so does something, or is heard ("a man's voice")."""
    role = role_of(text, start, end)
    return role == "subject" or (role == "owner" and _VOICE.match(text, end) is not None)


def _number(description: regex.Match[str], unnamed: Unnamed, kin: Kin) -> int | None:
    """Return who is described: one with a name where the text tells, else somebody without."""
    owner = (description["owner"] or "").lower()
    if owner:
        named = kin.named(owner, description["head"], description.start())
    else:
        named, _ = unnamed.bearer(description[0], ())
    return named if named is not None else unnamed.number(description[0], description.start())[0]


@cache
def _fitting_pronouns() -> regex.Pattern[str]:
    """Return the pattern of "the stranger", "his old mother", "a woman servant"."""
    return regex.compile(
        rf"""\b(?:(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur)|[Tt]he|[Tt]his|[Aa]n?)\s{{1,2}}
        {MARKS}(?P<head>\L<heads>)(?:\s{{1,2}}\L<roles>)?+\b(?!-)""",
        regex.VERBOSE,
        heads=sorted({*gendered_nouns(), *words_of("stranger")}),
        roles=sorted(load_words("roles")),
    )


def number_actors(text: str, turns: Sequence[Turn], unnamed: Unnamed, kin: Kin, near: Near) -> None:
    """Number those who are described and act beside the words of a turn that names nobody.

    "The man" may mean somebody with a name, so he counts only where nobody whom the noun fits has been named lately.

    Args:
        text: The text.
        turns: Its turns.
        unnamed: Where those without a name get their numbers.
        kin: Who "my uncle" is.
        near: Tells whether somebody of a gender has been named shortly before an offset.
    """
    for turn in turns:
        pieces = _beside(turn) if turn.kind in GOING_ON else ()
        for found in chain.from_iterable(_descriptions().finditer(text, *piece) for piece in pieces):
            start, end = found.span()
            if found["caller"] and not _opens(text, start):
                continue
            told = _TOLD_OF.search(text, max(0, start - _LEAD_IN), start) is not None
            if told or not acts_described(text, start, end) or _is_apposed(text, start, end):
                continue
            if _is_nobody_named(text, found, unnamed, kin, near):
                unnamed.number(found[0], start)


def _opens(text: str, start: int) -> bool:
    """Tell whether a place opens a sentence."""
    return text[start].isupper() and text[max(0, start - 2) : start].rstrip(" ")[-1:] in ("", *'.!?\n”"’')


def _is_nobody_named(text: str, found: regex.Match[str], unnamed: Unnamed, kin: Kin, near: Near) -> bool:
    """Tell whether one described means nobody with a name whom the text has told of."""
    head, start = found["head"], found.start()
    if found["owner"]:
        return kin.named(found["owner"].lower(), head, start) is None
    new = found["new"] or is_introduced(text, found.end())
    if is_generic(head) and not new and near(start, noun_gender(head), head):
        return False
    return unnamed.bearer(found[0], ())[0] is None


def acts_described(text: str, start: int, end: int) -> bool:
    """Tell whether a description is the subject of a verb, a phrase between them or not: «the woman in green stood»."""
    return any(role_of(text, start, last) == "subject" for last in _ends(text, end))


def _is_apposed(text: str, start: int, end: int) -> bool:
    """Tell whether a description only says what somebody is: «the mayor, a nervous man with a cane, went out»."""
    article = text[start : start + 2].lower() in ("a ", "an")
    return (
        article and text[start - 2 : start] == ", " and any(text[last : last + 1] == "," for last in _ends(text, end))
    )


def _ends(text: str, end: int) -> Iterator[int]:
    """Yield where a description may end: with its noun, or with a word of a phrase behind it."""
    yield end
    behind = _PREPOSITION.match(text, end, end + _LONGEST_COMPLEMENT)
    if behind:
        words = _WORD.finditer(text, behind.end(), behind.end() + _LONGEST_COMPLEMENT)
        yield from (word.end() for word in islice(words, _MOST_WORDS))


def _beside(turn: Turn) -> Iterator[tuple[int, int]]:
    yield turn.before
    for left, right in zip(turn.parts, turn.parts[1:], strict=False):
        yield left[1], right[0]
    yield turn.after
    if turn.lead is not None:
        yield max(turn.lead[0], turn.lead[1] - _LEAD), turn.lead[1]


@cache
def _descriptions() -> regex.Pattern[str]:
    """Return the pattern of "the captain", "a tall girl", "my old uncle"."""
    relations = load_words("relations") | family_words().keys()
    heads = {*gendered_nouns(), *load_words("roles"), *load_words("generic_people")} - load_words("relations")
    return regex.compile(
        rf"""\b(?:(?P<owner>[Mm]y|[Oo]ur)|(?P<new>[Aa]n?)|[Tt]he|[Tt]h(?:is|at))\s{{1,2}}
        {MARKS}(?P<head>(?(owner)\L<relations>|(?:\L<heads>|(?(new)(?P<caller>\L<people>)|(?!)))))
        (?:\s{{1,2}}\L<roles>)?+\b(?!-)""",
        regex.VERBOSE,
        heads=sorted(heads),
        people=sorted(load_words("people") - heads),
        relations=sorted(relations),
        roles=sorted(load_words("roles")),
    )
