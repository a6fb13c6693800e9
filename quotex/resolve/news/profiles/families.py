"""The families of an article: who bears which name, who is brought in as whose father, whom a title of kin names."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import regex

from quotex.lexicon import load_table
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import family_words, kin_titles
from quotex.patterns import pattern
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.mention import Mention

_BEFORE_NAME = pattern(r"(?<!\p{L})(?<who>[Hh]is|[Hh]er|[Tt]heir)\s(?:\p{Ll}+\s){0,2}+(?<noun>\p{Ll}+),?\s$")
_SUFFIXES = words_of("suffix") | {"junior", "senior"}
_REACH = 60  # characters before a name in which its relation stands


@cache
def family_roles() -> dict[str, tuple[str, str]]:
    """Return what a noun makes of its bearer and of the owner: a "son" is a child of a parent."""
    return {noun: (bearer, owner) for noun, bearer, owner in load_table("family_roles")}


class Families:
    """The named people of an article by family name, where each is named first, and who is brought in as whose."""

    def __init__(self, cast: Cast, text: str) -> None:
        self.first: dict[int, Mention] = {}
        self.bearers: dict[str, list[int]] = defaultdict(list)
        self.brought_in: dict[int, list[regex.Match[str]]] = defaultdict(list)
        self.called: dict[str, dict[int, Mention]] = defaultdict(dict)  # by the relation that a title means
        for mention in cast.mentions:
            if mention.entity not in self.first:
                self.first[mention.entity] = mention
                if surname := surname_of(cast.entities[mention.entity].name):
                    self.bearers[surname].append(mention.entity)
            told = _BEFORE_NAME.search(text, max(0, mention.start - _REACH), mention.start)
            if told is not None and told["noun"] in family_roles():
                self.brought_in[mention.entity].append(told)
            if cast.entities[mention.entity].titles:
                title = text[mention.start : mention.end].lower().split(" ", 1)[0]
                self.called[_relation(title)].setdefault(mention.entity, mention)


def _relation(title: str) -> str:
    return kin_titles().get(title) or family_words().get(title, title)


def surname_of(name: str) -> str:
    """Return the last word of a name of several, small and without "junior"; else nothing."""
    words = [word.strip(".,").casefold() for word in name.split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if len(words) > 1 else ""
