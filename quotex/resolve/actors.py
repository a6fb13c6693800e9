"""People whom no tag describes, but who act beside what is said: «The captain laid down his fork. "Pay him."»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.lexicon import load_words
from quotex.resolve.narration import role_of
from quotex.resolve.scenes import Turn
from quotex.resolve.unnamed import MARKS, Unnamed, gendered_nouns, is_generic, noun_gender

if TYPE_CHECKING:
    from quotex.resolve.nameless import Near

_LEAD = 400  # characters at the end of a paragraph before in which somebody may act who then speaks


def number_actors(text: str, turns: Sequence[Turn], unnamed: Unnamed, near: Near) -> None:
    """Number those who are described and act beside the words of a turn that names nobody.

    "The man" may mean somebody with a name, so he counts only where nobody whom the noun fits has been named lately.

    Args:
        text: The text.
        turns: Its turns.
        unnamed: Where those without a name get their numbers.
        near: Tells whether somebody of a gender has been named shortly before an offset.
    """
    for turn in turns:
        if turn.kind not in ("beat", "bare", "pronoun"):
            continue
        for piece in _beside(turn):
            for found in _descriptions().finditer(text, *piece):
                start, end = found.span()
                head = found["head"]
                if role_of(text, start, end) != "subject":
                    continue
                if is_generic(head) and not found["new"] and near(start, noun_gender(head)):
                    continue
                if unnamed.bearer(found[0], ())[0] is None:
                    unnamed.number(found[0], start)


def _beside(turn: Turn) -> Iterator[tuple[int, int]]:
    yield turn.before
    for left, right in zip(turn.parts, turn.parts[1:], strict=False):
        yield left[1], right[0]
    yield turn.after
    if turn.lead is not None:
        yield max(turn.lead[0], turn.lead[1] - _LEAD), turn.lead[1]


@cache
def _descriptions() -> regex.Pattern[str]:
    """Return the pattern of "the captain", "a tall girl"."""
    heads = {*gendered_nouns(), *load_words("roles"), *load_words("generic_people")} - load_words("relations")
    return regex.compile(
        rf"""\b(?:(?P<new>[Aa]n?)|[Tt]he|[Tt]h(?:is|at))\s{{1,2}}
        {MARKS}(?P<head>\L<heads>)(?:\s{{1,2}}\L<roles>)?+\b(?!-)""",
        regex.VERBOSE,
        heads=sorted(heads),
        roles=sorted(load_words("roles")),
    )
