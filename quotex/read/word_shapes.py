"""The shapes of words that are capitalised or missing from the tag dictionary: what their letters tell.

The name of a shape begins with a space: " -ing" is an ending of a word in small letters, " h-ing" of one with a hyphen,
" 0" a number, " @" an address, " .." a row of marks.  Capitalised words say in which manner they are: A or B in
capitals (B where all of the sentence is), H in a headline, S where a sentence begins, C elsewhere; then comes the word
itself (" C=president"), its class (" C+NN"), "~" for a nationality, or its ending (" C-ian").
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.lexicon.names import small_affiliations

_ADDRESS_ENDS = (".com", ".org", ".net", ".edu", ".gov")
_MONEY = "$£€¥"


def casing(words: list[str]) -> str:
    """Return how a sentence is written: "B" all in capitals, "H" with capitals as a headline, else ""."""
    if sum(map(str.islower, words)) > 0.4 * len(words):
        return ""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    raised = sum(not word.islower() for word in long)
    if len(long) < 2 or raised <= 0.6 * len(long):
        return ""
    return "B" if sum(map(str.isupper, long)) > 0.7 * len(long) else "H"


def _manner(word: str, inside: bool, case: str) -> str:
    """Return how a word with capitals is written: A or B in capitals, S where a sentence begins, H in a headline, else
    C."""
    if len(word) > 1 and word.isupper():
        return "B" if case == "B" else "A"
    return ("H" if case == "H" else "C") if case else "C" if inside else "S"


def shapes(word: str, small: str, inside: bool, case: str, class_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the names of the shape of a word that is capitalised or not in the dictionary, the most special first.

    ``class_of`` gives the class of a word in small letters, "" when it is not known.

    >>> shapes("Nodding", "nodding", False, "", lambda word: "VBG_NN")
    (' S=nodding', ' S+VBG_NN', ' S+VBG', ' S+')
    >>> shapes("snorkelled", "snorkelled", True, "", lambda word: "")
    (' -lled', ' -led', ' -ed', ' -d', ' -')
    """
    if not word.isalpha():
        first = word[0]
        if first.isdigit() or first in _MONEY:
            return _number_shapes(word, small)
        if not first.isalnum() and len(word) > 1 and not word[1].isalnum():
            return (" !" if first in "!?" else " ..",)
        if "@" in word or small.endswith(_ADDRESS_ENDS) or small.startswith("www."):
            return (" @",)
    if word != small:
        return _capital_shapes(_manner(word, inside, case), small, class_of)
    start = " h-" if "-" in small or "/" in small else " -"
    return (start + small[-4:], start + small[-3:], start + small[-2:], start + small[-1:], start)


def _number_shapes(word: str, small: str) -> tuple[str, ...]:
    if small[-1].isdigit() or word[0] in _MONEY:
        return (" 0:",) if ":" in word else (" 0",)
    return (" 0" + small[-2:], " 0x")


def _capital_shapes(manner: str, small: str, class_of: Callable[[str], str]) -> tuple[str, ...]:
    """Return the shapes of a capitalised word: by its class if it is known, by where it is from, by its end."""
    name = class_of(small)
    if name:
        start = f" {manner}+"
        return (f" {manner}={small}", start + name, start + name.partition("_")[0], start)
    if small in small_affiliations():
        return (f" {manner}~",)
    start = f" {manner}h-" if "-" in small else f" {manner}-"
    return (start + small[-3:], start + small[-2:], start + small[-1:], start, f" {manner}-")
