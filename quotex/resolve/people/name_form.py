"""One way of writing a name, and names of a post and letters: "Witness C", "Teacher 31", "Ruiz CJ"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import regex

from quotex.lexicon import load_words
from quotex.lexicon.names import GENDERS, Gender, nicknames, titles, unaccented
from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern

_CODED = pattern(
    r"""
    (?<![\p{L}’'-]) (?<noun>\p{Lu}\p{Ll}{3,20}) [ \xa0]
    (?<code>[A-Z]\d{0,3}|\d{1,3}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Twenty
      |(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen)
    (?! [\p{L}\p{N}%°:/&-] | [.’']\p{L} | \.\d | \s\p{Lu}\p{Ll} )
    """,
    regex.VERBOSE,
)
_CITED = pattern(r"(?<![\p{L}’'-])\p{Lu}[\p{L}\p{M}’'-]{1,30}+\set\sal\.")
_POSTS = frozenset(("office", "profession", "rank"))


class NameForm:
    """One way of writing a name.

    Attributes:
        text: The form as printed, title included, role before it left out.
        key: The same folded, for comparison.
        kind: "person" (or not told yet), "organization", "place" or "title" (a title alone: "the Colonel").
        title: Canonical title ("mr"), or "".
        title_kind: "style", "noble", "rank", "clergy", "office", "kin" or "".
        gender: What the title tells: "female", "male" or None.
        words: The name without title and suffix, folded.
        suffix: "jr", "iii" … or "".
        role: Capitalised words before the name that tell its office ("Secretary of State"), or "".
        place: Kind of place ("country", "capital", "state", "city") or "".
        nickname: What stands in marks within the name, as written (“Duke”), or ""; it is not in `text`.
    """

    __slots__ = ("gender", "key", "kind", "nickname", "place", "role", "suffix", "text", "title", "title_kind", "words")

    def __init__(
        self,
        text: str,
        kind: str,
        words: tuple[str, ...],
        *,
        title: tuple[str, str, str] = ("", "-", ""),
        suffix: str = "",
        role: str = "",
        place: str = "",
    ) -> None:
        self.text = text
        self.kind = kind
        self.words = tuple(map(unaccented, words))
        self.title, gender, self.title_kind = title
        self.gender: Gender | None = GENDERS.get(gender)
        self.suffix = suffix
        self.role = role
        self.place = place
        self.nickname = ""
        self.key = " ".join(filter(None, (self.title, *self.words, suffix)))

    def __repr__(self) -> str:
        return f"NameForm({self.text!r}, {self.kind!r})"


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """Fold a word for the lexicon: small letters, no full stop at its end."""
    return word.casefold().rstrip(".")


def same_given(one: str, other: str) -> bool:
    """Tell whether two given names can be one: equal, an initial, a nickname.

    >>> same_given("bob", "robert"), same_given("j.", "john"), same_given("ann", "robert")
    (True, True, False)
    """
    if one == other:
        return True
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    known = nicknames()
    return other in known.get(one, ()) or one in known.get(other, ())


def has_letters_of_judge(name: str) -> bool:
    """Tell whether the letters of a court stand behind a surname.

    >>> has_letters_of_judge("Ruiz CJ"), has_letters_of_judge("Ana Ruiz")
    (True, False)
    """
    return " " in name and name.rsplit(None, 1)[-1] in load_words("judges")


def coded_people(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of nouns for a person with a letter or number that stand for a name.

    >>> text = "As Patient 7 told Nurse B, Route 7 was slow."
    >>> [text[start:end] for start, end in coded_people(text)]
    ['Patient 7', 'Nurse B']
    """
    for found in _CODED.finditer(text):
        noun = found["noun"].lower()
        head, plural = head_of(noun)
        if head is None or plural or head.type != "person":
            continue
        title = titles().get(noun)
        post = title is None or title[2] in _POSTS
        if post and not _is_initial(text, found.end(), found["code"]):
            yield found.span()


def cited_authors(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the authors of works that are cited by the first of them.

    >>> text = "Moran et al. (2014) disagree."
    >>> [text[start:end] for start, end in cited_authors(text)]
    ['Moran et al.']
    """
    return (found.span() for found in _CITED.finditer(text)) if " et al." in text else iter(())


def _is_initial(text: str, end: int, code: str) -> bool:
    """Tell whether a letter behind a post begins a name: "Justice S. Rao", "Lawyer R. Moss"."""
    return len(code) == 1 and code.isalpha() and text[end : end + 1] == "."


def is_coded(words: tuple[str, ...]) -> bool:
    """Tell whether the words of a name are one noun with its code, or a code that ends in a digit."""
    return len(words) == 1 and (" " in words[0] or words[0][-1:].isdigit())
