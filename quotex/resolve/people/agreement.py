"""Whether what a quotation's own tag says of its speaker can be true of the one who was chosen."""

from __future__ import annotations

from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.records import Span
from quotex.resolve.people.cast import Cast

_NARRATOR = frozenset(("I", "we"))


def contradicts(source: Span, entity: int, cast: Cast, *, beside: bool) -> bool:
    """Tell whether the words of a source show another person, number, gender or name than an entity has.

    Args:
        source: The words of the sentence that say whose a quotation is.
        entity: Place of the speaker in the cast.
        cast: The entities of the text.
        beside: Whether the speaker was found by a rule that looks beside the source ("his aide, Ann Lee,").

    >>> cast = Cast("Ann said so.")
    >>> ann = cast.add("Ann", type="person", gender="female")
    >>> contradicts(Span(0, 2, "he"), ann, cast, beside=False), contradicts(Span(0, 3, "she"), ann, cast, beside=False)
    (True, False)
    """
    member = cast.entities[entity]
    low = source.text.casefold()
    kind = kind_of(low)
    if kind in ("he", "she"):
        wrong = member.gender is not None and member.gender != GENDERS[kind]
        return wrong or member.type in ("organization", "group") or member.name in _NARRATOR
    if kind == "they":
        return member.type == "person" and member.named or member.name == "I"
    if kind == "it":
        return member.type == "person" and member.named
    if kind != "other" or low in ("you", "one"):
        return False
    return not beside and (_other_name(source, entity, cast) or _other_noun(low, entity, cast))


def _other_name(source: Span, entity: int, cast: Cast) -> bool:
    """Tell whether the source is the name of somebody else."""
    named = cast.mention_at(source.start, source.end, cast.text)
    return named is not None and named.end == source.end and named.entity != entity


def _other_noun(low: str, entity: int, cast: Cast) -> bool:
    """Tell whether the head noun of a description shows another gender or a body."""
    member = cast.entities[entity]
    head, plural = head_of(low.split(" of ")[0].split()[-1]) if low.split(" of ")[0].split() else (None, False)
    if head is None or member.name in _NARRATOR:
        return head is not None
    if plural and member.type == "person" and member.named:
        return True
    return bool(head.gender and member.gender and head.gender != member.gender)
