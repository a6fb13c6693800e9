"""Who stands accused in a report, whom it also calls "the defendant" or "the suspect"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

CHARGED = frozenset(("accused", "defendant", "suspect"))
_BEHIND = pattern(
    r"""(?:(?!\b(?:said|says|told|that)\b)[^.;:“”"\n]){0,80}?\b(?:on\strial|st(?:and|ood)\strial|accused\sof|charged\swith|ple(?:ade?s?|aded|d)\s(?:not\s)?guilty
        |convicted\sof|found\sguilty|in\sthe\sdock|denies\b|arraigned|remanded)\b""",
    regex.VERBOSE,
)
_BEFORE = pattern(r"\b[Tt]he\s(?:accused|defendant|suspect)(?:,|\s(?:was\s)?(?:named|identified)\sas|\sas|\sis)?\s\Z")
_LEAD = 60  # characters


def charged_people(text: str, cast: Cast) -> set[int]:
    """Return where the mentions stand whose sentence says that a person is on trial, accused or charged.

    >>> from quotex.read.document import Document
    >>> from quotex.resolve.people.build_cast import build_cast
    >>> text = "Ana Ruiz, 41, went on trial. Bo Lund said that a man was accused of it. The suspect, Cy Pope, fled."
    >>> [text[start : start + 3] for start in sorted(charged_people(text, build_cast(Document(text))))]
    ['Ana', 'Cy ']
    """
    found: set[int] = set()
    limit = len(text)
    for mention in reversed(cast.mentions):
        behind = _BEHIND.match(text, mention.end, limit) is not None
        if behind or _BEFORE.search(text, max(0, mention.start - _LEAD), mention.start):
            found.add(mention.start)
        limit = mention.start if cast.entities[mention.entity].type == "person" else limit
    return found
