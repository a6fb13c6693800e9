"""One way of writing a name, and the word lists that tell its parts."""

from __future__ import annotations

from quotex.lexicon.names import GENDERS, Gender, nicknames, unaccented


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
