"""Words in and around the labels of turns."""

from __future__ import annotations

from functools import cache

from quotex.lexicon import load_table


@cache
def label_words(use: str) -> frozenset[str]:
    """Return the words of one use: "honour", "function", "inner", "group", "level", "first", "second".

    >>> "shri" in label_words("honour"), "members" in label_words("group")
    (True, True)
    """
    return frozenset(word for word, kind in load_table("label_words") if kind == use)


@cache
def never_labels() -> frozenset[str]:
    """Return the words before a colon that open no turn wherever they stand."""
    return frozenset(word for word, kind in load_table("not_labels") if kind == "never")
