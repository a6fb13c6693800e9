"""Several who speak as one: "Trump and Pence said", and "they" for two whom "and" joins before."""

from __future__ import annotations

import regex

from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.pronouns import Antecedent
from quotex.resolve.news.source_phrase import SourcePhrase, trimmed

_JOIN = pattern(r",?\s(?:and|&)\s|,\s(?!and\s)|\s/\s")
_JOINED = pattern(r"\s(?:and|&|/)\s")
_DETERMINER = pattern(r"(?:the|an?|his|her|its|their|my|our|some|other|several|many)\s", regex.IGNORECASE)
_POSSESSOR = pattern(r"['’]s?\s")
_SHARING = pattern(r"\b(?:of|to|for|with|from|by|at|in|on|between)\s")
_PLACE_OR_PARTY = pattern(r"(?:[RDI]-|Republican|Democrat)")
_LONGEST = 300
_PAIR_BEFORE = 300  # characters before "they" within which two are named
_BOTH = 40  # characters around one name within which the other of two stands


def members_of(text: str, start: int, end: int, discourse: Discourse) -> list[tuple[int, int]]:
    """Return the parts of a coordinated source, or an empty list.

    Every part must be a name, or a noun phrase with its own determiner or in the plural; so "the former first lady
    and senator" is one person, and "Alan Cole, chairman of Alphabet and Google" too.
    """
    if _JOINED.search(text, start, end) is None:
        return []
    start, end = trimmed(text, start, end)
    if end - start > _LONGEST:
        return []
    names = [named.offsets for named in discourse.names(start, end)]
    breaks = [m.span() for m in _JOIN.finditer(text, start, end) if not _within(m.start() + 1, names)]
    joined = [b for b in breaks if "," not in text[b[0] : b[1]] or "and" in text[b[0] : b[1]]]
    if not joined:
        return []
    last = joined[-1]
    edges = [start, *(e for _, e in breaks if e <= last[1]), end]
    stops = [*(s for s, _ in breaks if s < last[1]), _first_comma(breaks, last, end)]
    parts = [(s, e) for s, e in zip(edges, stops, strict=False)]
    kept = parts
    if len(parts) > 2 or "," in text[last[0] : last[1]]:
        kept = [part for part in parts if not _is_apposition(text, part, names)]
        if len(kept) < len(parts) and "," not in text[last[0] : last[1]]:
            return []
    if len(kept) < 2 or not all(_can_stand(text, part, names) for part in kept) or _one_person(text, kept):
        return []
    return [] if _shared_complement(text, kept, names) else kept


def _one_person(text: str, parts: list[tuple[int, int]]) -> bool:
    """Tell whether the second part shares the determiner of the first: "his wife and current nominee Ann Lee"."""
    left, right = parts[0][0], parts[-1][0]
    if head_of(text[slice(*parts[-1])].rsplit(" ", 1)[-1])[1] and not head_of(text[left : parts[0][1]].split()[-1])[1]:
        return False  # «the firm and local officials»
    return _DETERMINER.match(text, left) is not None and text[right].islower() and not _DETERMINER.match(text, right)


def _within(offset: int, names: list[tuple[int, int]]) -> bool:
    return any(s < offset < e for s, e in names)


def _first_comma(breaks: list[tuple[int, int]], last: tuple[int, int], end: int) -> int:
    return next((s for s, _ in breaks if s >= last[1]), end)


def _is_apposition(text: str, part: tuple[int, int], names: list[tuple[int, int]]) -> bool:
    """Tell whether a part between commas only describes the one before: ", Republican of Iowa,"."""
    if _PLACE_OR_PARTY.match(text, part[0]):
        return True
    first = next((s for s, _ in names if part[0] <= s < part[1]), None)
    return first is None or _DETERMINER.match(text, part[0]) is not None or bool(_SHARING.search(text, part[0], first))


def _can_stand(text: str, part: tuple[int, int], names: list[tuple[int, int]]) -> bool:
    """Tell whether a part can be a source alone."""
    start, end = part
    if any(start <= s and e == end for s, e in names) or _DETERMINER.match(text, start):
        return True
    words = text[start:end].split()
    if not words or len(words) > 6:
        return False
    _, plural = head_of(words[-1].lower())
    return plural and words[0].lower() not in ("of", "in", "on", "at", "for")


def _shared_complement(text: str, parts: list[tuple[int, int]], names: list[tuple[int, int]]) -> bool:
    """Tell whether the first part is a description whose complement the others go on with: "aides to Trump and
    Pence"."""
    start, end = parts[0]
    inside = [s for s, _ in names if start < s < end]
    if not inside:
        return False
    shared = _SHARING.search(text, start, inside[-1]) or _POSSESSOR.search(text, inside[-1], end)
    return shared is not None


def pair_of(choice: Antecedent, discourse: Discourse) -> tuple[int, int] | None:
    """Return the offsets of a name and the one joined to it: «Brandt and Lowe counted … They found that …»."""
    text, (start, end) = discourse.document.text, choice.offsets
    before = discourse.names(max(0, start - _BOTH), start)[-1:]
    behind = discourse.names(end, end + _BOTH)[:1]
    if before and text[before[0].end : start] == " and ":
        start = before[0].start
    if behind and text[end : behind[0].start] == " and ":
        end = behind[0].end
    return None if (start, end) == choice.offsets else (start, end)


def pair_before(source: SourcePhrase, discourse: Discourse) -> tuple[int, int] | None:
    """Return the offsets of the last two names of the text before, where "and" joins them."""
    last = discourse.names(max(0, source.start - _PAIR_BEFORE), source.start)[-2:]
    joined = len(last) > 1 and discourse.document.text[last[0].end : last[1].start] == " and "
    return (last[0].start, last[1].end) if joined else None
