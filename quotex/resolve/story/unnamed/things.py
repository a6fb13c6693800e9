"""What "it" means where it tells something: «The radio came on. It said that the ferry was late.»."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import regex

from quotex.lexicon.function_words import words_of
from quotex.patterns import pattern
from quotex.resolve.story.narration import Narration, holds
from quotex.resolve.story.unnamed.actors import acts_described
from quotex.resolve.story.unnamed.people import is_person_noun
from quotex.resolve.story.unnamed.subjects import is_person

Span = tuple[int, int]
_PARAGRAPH = 600  # characters
_DETERMINED = pattern(
    r"""\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)\s
        (?:\p{Ll}{2,12}\s){0,2}?(?P<head>\p{Ll}{3,14})\b""",
    regex.VERBOSE,
)
_OPENS = pattern(r"(?:[.!?][”\"’']?\s{1,3}|\n\s{0,3}|^)$")


def thing_before(
    text: str, narration: Narration, told: Sequence[Span], start: int, is_thing: Callable[[int], bool]
) -> Span | None:
    """Return where a thing is described that "it" at a place means, or None.

    It is the subject of a sentence of the paragraph, or something to read; not where a machine with a name has acted
    since.

    Args:
        text: The text.
        narration: Its mentions outside quotations.
        told: The reported words, in text order, in which nothing acts.
        start: Where "it" stands.
        is_thing: Tells whether somebody with a name is a thing.
    """
    floor = max(text.rfind("\n\n", 0, max(0, start - 2)), start - _PARAGRAPH, 0)
    for found in reversed(list(_DETERMINED.finditer(text, floor, start, overlapped=True))):
        where, head = found.span(), found["head"]
        narrated = not narration.is_spoken(where[0]) and not holds(told, where[0])
        if narrated and _is_thing(head) and (head in words_of("read-out") or _is_subject(text, floor, where)):
            behind = narration.between(where[1], start)
            machine = any(seen.role == "subject" and is_thing(seen.entity) for seen in behind)
            return None if machine else where
    return None


def _is_thing(head: str) -> bool:
    return (
        head in words_of("read-out")
        or head == "voice"
        or not (head in words_of("no-thing") or is_person(head) or is_person_noun(head))
    )


def _is_subject(text: str, floor: int, where: Span) -> bool:
    return _OPENS.search(text, floor, where[0]) is not None and acts_described(text, *where)
