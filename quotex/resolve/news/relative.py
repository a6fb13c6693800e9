"""The noun that "who" or "which" takes up, when it is not simply the name before it."""

from __future__ import annotations

from quotex.patterns import pattern
from quotex.resolve.news.described import NominalMention, at_determiners
from quotex.resolve.news.discourse import Discourse

_GAP = pattern(r"[\s,(–—-]*+")
# What may stand between a noun and the relative pronoun: a complement with a preposition.
_COMPLEMENT = pattern(r"(?:\s(?:of|in|at|from|with|to|for|on|near|behind)\s[^,.;:“”\"\n]{1,60})?[\s,(–—-]{1,4}")
_TO_APPOSITION = pattern(r"(?:\s\([^()\n]{1,40}\))?,\s")
_APPOSED = pattern(r",\s$")
_TYPES = {"who": ("person", "group"), "whom": ("person", "group"), "whose": ("person", "group")}


def phrase_before(pronoun: str, floor: int, start: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the description that a relative pronoun takes up, or the name that it is in apposition to.

    "Lars called his brother, who said": the brother.  "Mark Hay, an ecologist at GT, who said": Mark Hay.  Nothing is
    returned where a name stands directly before the pronoun and belongs to no description.
    """
    text = discourse.document.text
    chosen: NominalMention | None = None
    for described in reversed(at_determiners(text, floor, start)):
        wanted = _TYPES.get(pronoun, ("organization", "document", "group"))
        if described.head.type not in wanted:
            continue
        if _COMPLEMENT.fullmatch(text, described.end, start) is not None:
            chosen = described
            break
    if chosen is None:
        return None
    named = [n for n in discourse.names(floor, start) if _GAP.fullmatch(text, n.end, start)]
    if (
        named
        and "," in text[named[-1].end : start]
        and named[-1].start > chosen.end
        and not _in_place(text, named[-1].start)
    ):
        return None
    if _APPOSED.search(text, floor, chosen.start):
        before = discourse.names(floor, chosen.start)
        first = [n for n in before if _TO_APPOSITION.fullmatch(text, n.end, chosen.start)]
        if first and chosen.determiner == "a":
            return first[0].offsets
    return chosen.start, chosen.end


def _in_place(text: str, start: int) -> bool:
    """Tell whether a name stands behind a preposition of place: "a hairdresser in Lodwar, who said"."""
    return text[max(0, start - 4) : start].endswith((" in ", " at "))
