"""Put together runs of capitalised words that are one name: around a nickname, or behind a plural that owns a body."""

from __future__ import annotations

from collections.abc import Collection

from quotex.lexicon import load_words
from quotex.lexicon.names import folded, given_names, places, titles
from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.resolve.people.name_form import bare
from quotex.resolve.people.runs.find_runs import Run

# What stands before and behind a nickname within a name: Clarence “Duke” Whitlow, William (Bill) Reed.
_NICKNAME_OPENS = pattern(r"\s[“‘\"'(](?:the\s|The\s)?")
_NICKNAME_CLOSES = pattern(r",?[”’\"')]\s")
_BODY_BEFORE = pattern(r"[Tt]he\s$|s['’]\s$")
_LONGEST_GIVEN = 60  # characters before a nickname: a row of names in marks is no name
_LONGEST_BODY = 4  # words behind the plural possessive in the name of a body


def with_nicknames(text: str, runs: list[Run]) -> list[Run]:
    """Put together the three runs of a name with a nickname in marks or brackets."""
    joined: list[Run] = []
    for run in runs:
        if len(joined) > 1 and run[0] - joined[-1][1] < 4 and _is_nickname(text, joined[-2], joined[-1], run[0]):
            joined.pop()
            first = joined.pop()
            run = (first[0], run[1], text[first[0] : run[1]], first[3])
        joined.append(run)
    return joined


def _is_nickname(text: str, before: Run, run: Run, after: int) -> bool:
    """Tell whether a run is a nickname between the given name that ends the run before it and the surname after it."""
    if run[0] - before[1] > 6 or before[1] - before[0] > _LONGEST_GIVEN or run[2].count(" ") > 1:
        return False
    if not _NICKNAME_OPENS.fullmatch(text, before[1], run[0]) or not _NICKNAME_CLOSES.fullmatch(text, run[1], after):
        return False
    given = before[2].rsplit(None, 1)[-1]
    if text[before[1] + 1] == "(":
        return bare(run[2]) in given_names() and bare(given) in given_names()
    if bare(given) in given_names() or len(bare(given)) == 1 or bare(given) in places():
        return True
    return not _is_known_word(bare(given))


def with_possessors(text: str, runs: list[Run]) -> list[Run]:
    """Put together the two runs of the name of a body with a plural in it: "the Alden Growers’ Association"."""
    joined: list[Run] = []
    alone = {words for start, _, words, _ in runs if not _BODY_BEFORE.search(text, max(0, start - 4), start)}
    for run in runs:
        before = joined[-1] if joined else run
        if text[before[1] : run[0]] in ("’ ", "' ") and _owns(bare(before[2].rsplit(None, 1)[-1]), run, alone):
            run = (before[0], run[1], text[before[0] : run[1]], before[3])
            joined.pop()
        joined.append(run)
    return joined


def _owns(plural: str, run: Run, alone: Collection[str]) -> bool:
    """Tell whether a word before an apostrophe is the plural of a common noun in the name of a body."""
    words = [bare(word) for word in run[2].split()]
    if not plural.endswith("s") or words[0] in given_names() or words[0] in titles() or len(words) > _LONGEST_BODY:
        return False
    if words[-1] in folded("organization_words"):
        return head_of(plural)[0] is None or head_of(plural)[1]
    return head_of(plural)[1] and run[2] not in alone


def _is_known_word(low: str) -> bool:
    """Tell whether a word stands in names for another reason than being a given name."""
    return (
        low in load_words("common_words")
        or low in titles()
        or low in places()
        or low in folded("organization_words")
        or low in folded("not_names")
        or low in load_words("dates")
    )
