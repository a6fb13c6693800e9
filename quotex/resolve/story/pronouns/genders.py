"""What pronouns tell of the gender of those of whom no more than a list of names tells it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

import regex

from quotex.lexicon.names import titles
from quotex.lexicon.nouns import noun_gender
from quotex.patterns import pattern
from quotex.resolve.story.narration import Narration
from quotex.resolve.story.turns import Turn

if TYPE_CHECKING:
    from quotex.records import Gender
    from quotex.resolve.people.cast import Cast, CastMember

Shown = tuple[int, "Gender"]
_WORD = pattern(r"\b\p{Ll}[\p{Ll}-]{1,20}+")
_SEXES: dict[str | None, Gender] = {"male": "male", "female": "female"}
_GOES_ON = pattern(
    r"""(?:[ ](?!(?:to|with|of|at|on|from|for|in)\b)\p{Ll}+){0,2}+  # «said Bo | rather slowly»
        (?:\.|(?<=[.!?])_?["”’'])
        (?:[ ](?:(?P<he>He)|She)['’ ]|\n\s{1,3}(?:(?P<he>He)|She)[ ](?:was|is|had[ ](?:been|an?|no))[ ])""",
    regex.VERBOSE,
)
_OWN_PART = pattern(
    r"""[ ](?:(?!(?:as|when|while|and|but|that|who|her|his)\b)[\p{Ll}’'-]+[ ]){1,5}?(?:(?P<his>his)|her)[ ](?:own[ ])?
        (?:brow|chest|chin|feet|forehead|glasses|hair|head|lips?|mouth|nose|shoulders?|spectacles|throat|tongue)\b""",
    regex.VERBOSE,
)


def tell_genders(text: str, turns: Sequence[Turn], narration: Narration, cast: Cast) -> None:
    """Give those of whom no more than a list of names tells it the gender that pronouns show, where these agree."""
    votes: dict[int, Counter[Gender]] = defaultdict(Counter)
    by_turns = (shown for turn in turns for shown in (*_shown_before(text, turn), *_shown_behind(text, turn)))
    for actor, gender in chain(by_turns, _shown_by_parts(text, narration)):
        votes[actor][gender] += 1
    for actor, shown in votes.items():
        member = cast.entities[actor]
        if not member.given and len(shown) == 1 and _is_open(member):
            member.gender = next(iter(shown))


def _is_open(member: CastMember) -> bool:
    """Tell whether nothing but a list of given names speaks for the gender of somebody."""
    told = member.votes.male if member.gender == "male" else member.votes.female
    return member.gender is None or not (told or member.titles & _titles_of_one_sex())


@cache
def _titles_of_one_sex() -> frozenset[str]:
    return frozenset(title for title, gender, _ in titles().values() if gender in ("m", "f"))


def _shown_before(text: str, turn: Turn) -> Iterator[Shown]:
    """Yield who alone acts in the paragraph before the words of a turn, and the gender its tag gives.

    «Quill laid down the pole. "You are a witch," he said.»
    """
    gender = _SEXES.get(turn.tag_gender)
    if turn.kind != "pronoun" or gender is None:
        return
    actors = {seen.entity for seen in turn.mentions_before}
    acts = any(seen.role == "subject" and _opens(text, seen.start, turn) for seen in turn.mentions_before)
    others = (noun_gender(word) for word in _WORD.findall(text, *turn.before))
    if len(actors) == 1 and acts and gender not in others:
        yield min(actors), gender


def _opens(text: str, start: int, turn: Turn) -> bool:
    """Tell whether a mention opens a sentence of the narration before a turn."""
    before = text[turn.before[0] : start].rstrip()
    return not before.strip("\"'”’_*") or before[-1] in ".!?"


def _shown_behind(text: str, turn: Turn) -> Iterator[Shown]:
    """Yield whom the tag of a turn names, and the gender of the pronoun with which the narration goes on.

    «"No," said Bo. She was thirty.»; behind a paragraph, only where it tells what she is like.
    """
    if turn.kind == "name" and turn.tag_entity is not None and turn.tag is not None and turn.tag[0] > turn.start:
        found = _GOES_ON.match(text, max(turn.end, turn.tag[1], turn.cue[1] if turn.cue else 0))
        if found:
            yield turn.tag_entity, "male" if found["he"] else "female"


def _shown_by_parts(text: str, narration: Narration) -> Iterator[Shown]:
    """Yield who moves a part of the body, and whose it is: «Bo shook her head»."""
    for seen in narration.seen:
        own = _OWN_PART.match(text, seen.end) if seen.role == "subject" else None
        if own and not narration.between(seen.start + 1, own.end()):
            yield seen.entity, "male" if own["his"] else "female"
