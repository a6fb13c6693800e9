"""What words are about: saying, thinking or something else for verbs; people, words or things for nouns."""

from __future__ import annotations

from functools import cache

from quotex.lexicon import load_table

_SHORT = {"say": "s", "tell": "t", "think": "k", "person": "p", "group": "g", "act": "a", "time": "d", "place": "l"}
_HEADS = {"person": "p", "organization": "g", "group": "g", "document": "s", "time": "d"}


@cache
def verb_classes() -> dict[str, str]:
    """Return the class of each verb form: ``s`` mostly says, ``t`` often says, ``k`` thinks or feels.

    >>> [verb_classes().get(form, "-") for form in ("murmured", "showed", "believes", "walked")]
    ['s', 't', 'k', '-']
    """
    classes = {row[0]: _SHORT[row[1]] for row in load_table("word_classes") if row[1] != "-"}
    thinking = ((row, "k") for row in load_table("thinking_verbs"))
    saying = ((row, "s") for row in load_table("reporting_verbs") if row[2] == "speak")
    for row, kind in (*thinking, *saying):
        classes |= dict.fromkeys((row[0], *row[1].split()), kind)
    return classes


@cache
def noun_classes() -> dict[str, str]:
    """Return the class of each noun form: ``p`` person, ``g`` group, ``s`` words, ``k`` thought, ``a`` act, ``d`` time,
    ``l`` place.

    >>> [noun_classes().get(form, "-") for form in ("teachers", "council", "warning", "hammer")]
    ['p', 'g', 's', '-']
    """
    classes = {row[0]: _SHORT[row[2]] for row in load_table("word_classes") if row[2] != "-"}
    for noun, kind, *_ in load_table("nominal_heads"):
        classes[noun] = _HEADS.get(kind, "-")
    classes |= {row[0]: "p" for name in ("roles", "relations") for row in load_table(name)}
    return classes | {noun + ending: "s" for noun, *_ in load_table("reporting_nouns") for ending in ("", "s")}
