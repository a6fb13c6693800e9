"""Function words, and the small classes of words that rules turn on."""

from __future__ import annotations

from functools import cache

from quotex.lexicon import load_table

ARTICLES = frozenset({"a", "an", "the"})  # begin a phrase of their own
PRIMARY = frozenset(
    ["did", "do", "does", "is", "are", "was", "were", "has", "have", "had"]
)  # finite forms of "do", "be" and "have"
POSSESSIVE = ("'s", "’s", "s'", "s’")  # endings


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the closed-class words of one kind in the lexicon ``phrase_words``."""
    return _closed()[kind]


@cache
def _closed() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for word, kind in load_table("phrase_words"):
        kinds.setdefault(kind, set()).add(word)
    return {kind: frozenset(words) for kind, words in kinds.items()}


@cache
def function_words(use: str) -> frozenset[str]:
    """Return the function words of one use: pronoun, determiner, boundary, auxiliary, adverb, particle, noun."""
    return frozenset(word for word, its_use in load_table("function_words") if its_use == use)


def is_adverb(word: str) -> bool:
    """Tell whether a lower-case word may stand between a speaker and the verb."""
    return word in function_words("adverb") or (word.endswith("ly") and len(word) > 4)
