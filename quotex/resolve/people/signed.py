"""Find the entity that signs a letter."""

from __future__ import annotations

from bisect import bisect_left

from quotex.detect.layout.letters import find_letters
from quotex.lexicon.names import given_gender, titles
from quotex.read.document import Document
from quotex.resolve.people.cast import Cast, fold

_MOST_PEOPLE = 200  # among whom a fuller name is looked for
_MOST = 0.6  # share of a text that is one letter, whose writer then narrates


def signer_of(cast: Cast, document: Document) -> int | None:
    """Return the number of the entity that signs a text which is one letter, or several by one hand; or None."""
    letters = document.once(find_letters)
    writers = [letter.writer for letter in letters if letter.writer is not None]
    long = sum(letter.end - letter.start for letter in letters)
    if not writers or len(writers) < len(letters) or long < _MOST * len(document.text):
        return None
    fullest = max(writers, key=lambda writer: len(document.text[slice(*writer)].split()[0].rstrip(".")))
    name = document.text[slice(*fullest)]
    one_hand = all(_is_same(document.text[slice(*writer)], name) for writer in writers)
    return signed_by(cast, document, fullest) if one_hand else None


def _is_same(signature: str, name: str) -> bool:
    """Tell whether a signature is of the bearer of a name: the name, its first part or its initials."""
    signed, words = (fold(text).replace(".", " ").split() for text in (signature, name))
    short = [word[0] for word in words]
    return signed in (words, words[:1], short) or (len(short) > 1 and signed == ["".join(short)])


def signed_by(cast: Cast, document: Document, name: tuple[int, int]) -> int:
    """Return the number of the entity named at the end or in the header of a letter; add it to the cast if it is new.

    Args:
        cast: The entities of the text.
        document: The text.
        name: Offsets of the name.
    """
    start, end = name
    first, last = (bisect_left(cast.mentions, edge, key=lambda mention: mention.start) for edge in name)
    mentions = [m for m in cast.mentions[first:last] if cast.entities[m.entity].type != "organization"]
    words = document.text[start:end].strip(" .")
    printed = words.title() if words.isupper() else words
    found = max(mentions, key=lambda m: m.end - m.start).entity if mentions else cast.find(printed)
    if found is None:
        found = _with_title(cast, printed)
    if found is None:
        found = cast.add(printed, type="person", mention=name)
    if cast.entities[found].given:
        return found
    if cast.entities[found].name == words:
        cast.entities[found].name = printed
    return _in_full(cast, found)


def _with_title(cast: Cast, printed: str) -> int | None:
    """Return the only one who is known by a title and the surname of a full name, and name him or her in full."""
    given, _, surname = printed.rpartition(" ")
    known = [
        number
        for number, member in enumerate(cast.entities[:_MOST_PEOPLE])
        if given
        and not member.given
        and member.titles
        and _is_titled(member.name, surname)
        and {member.gender, given_gender(given.split()[0])} != {"male", "female"}
    ]
    if len(known) != 1:
        return None
    cast.entities[known[0]].name = printed
    return known[0]


def _is_titled(name: str, surname: str) -> bool:
    title, _, rest = name.partition(" ")
    return rest == surname and title.rstrip(".").casefold() in titles()


def _in_full(cast: Cast, place: int) -> int:
    """Return who bears a name that has an initial, when the text writes it out: "E. Ott" of Ebbe Ott."""
    first, _, last = cast.entities[place].name.partition(" ")
    if len(first) != 2 or first[1] != ".":
        return place
    for other, member in enumerate([cast.entities[place], *cast.entities[:_MOST_PEOPLE]], start=-1):
        for form in member.forms if other < 0 else (member.name,):
            given, _, surname = form.partition(" ")
            if surname == last and given[0] == first[0] and len(given) > 2:
                member.name = form
                return place if other < 0 else other
    return place
