"""How a document writes its words: large, small, alone, and as names that no list knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from quotex.detect.genre import SHORT, is_narrative
from quotex.lexicon import load_table, load_words
from quotex.lexicon.names import given_names, not_names, titles
from quotex.lexicon.nouns import family_words
from quotex.read.vocabulary import small_counts
from quotex.resolve.people.name_form import bare
from quotex.resolve.people.runs.find_runs import Run
from quotex.resolve.people.word_names import word_names

if TYPE_CHECKING:
    from quotex.read.document import Document

_CRY = 2  # letters of "Ah"
_ARTICLES = frozenset({"The", "A", "An", "This", "That", "These", "Those"})


class Usage(NamedTuple):
    """How a document writes its words.

    Attributes:
        large: How often each word is written with a capital within sentences.
        small: How often each word is written small.
        revived: Words such as "May" that the text uses as given names.
        pairs: Pronouns with the word behind them that are one name.
        family: What a family calls its own ("Dad"), where such words are names.
        alone: Words, here written small, that the text uses as names by themselves ("said Snake").
    """

    large: Counter[str]
    small: Counter[str]
    revived: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    alone: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()


def usage_of(document: Document, runs: list[Run]) -> Usage:
    """Return how a document with these runs writes its words."""
    small = document.once(small_counts)
    told = word_names(document.text, runs, document.once(is_narrative))
    revived = _revived(runs) | _called_ah(runs) | told.words
    return Usage(_capital_counts(runs), small, revived, told.pairs, _alone(runs, small), _family(document))


def _capital_counts(runs: list[Run]) -> Counter[str]:
    """Count the words written large where a capital means something."""
    counts: Counter[str] = Counter()
    for (words, place), times in Counter((run[2], run[3]) for run in runs).items():
        if place != "headline":
            for word in words.split()[place == "start" :]:
                counts[word] += times
    return counts


def _revived(runs: Iterable[Run]) -> frozenset[str]:
    """Return the words that are no names by themselves, but stand before one surname again and again ("May Welby")."""
    pairs: Counter[tuple[str, str]] = Counter()
    for _, _, run, place in runs:
        first, _, rest = run.partition(" ")
        if not rest or " " in rest or bare(first) in titles() or first in _ARTICLES:
            continue
        months = first in not_names() and bare(first) in given_names()
        if months or place == "inside" and bare(first) in load_words("opening_words"):
            second = bare(rest)
            if second not in titles() and second not in given_names() and rest not in not_names():
                pairs[first, second] += 1
    return frozenset(first for (first, _), times in pairs.items() if times > 2)


def _called_ah(runs: Iterable[Run]) -> frozenset[str]:
    """Return the cries that stand before one name again, also within sentences, where nobody cries: «I saw Ah Kow»."""
    pairs: Counter[tuple[str, str]] = Counter()
    inside = set()
    for _, _, run, place in runs:
        first, _, rest = run.partition(" ")
        second = rest.partition(" ")[0]
        if second and len(first) == _CRY and first in _cries() and second not in not_names():
            pairs[first, second] += 1
            if place == "inside":
                inside.add((first, second))
    return frozenset(first for first, second in inside if pairs[first, second] > 1)


@cache
def _cries() -> frozenset[str]:
    return frozenset(word for word, kind in load_table("not_names") if kind == "exclamation")


def _alone(runs: Iterable[Run], small: Counter[str]) -> frozenset[str]:
    """Return the words that stand alone as names within sentences again and again, and are seldom written small."""
    counts = Counter(run for _, _, run, place in runs if place == "inside" and " " not in run)
    return frozenset(bare(word) for word, times in counts.items() if times > 2 and times > 2 * small[word.lower()])


def _family(document: Document) -> frozenset[str]:
    """Return what a family calls its own, in a short story: in a novel few of them are told apart by it."""
    short = len(document.text) < SHORT and document.once(is_narrative)
    return frozenset(family_words()) if short else frozenset()
