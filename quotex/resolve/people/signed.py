"""Find the entity that signs a letter."""

from __future__ import annotations

from bisect import bisect_left

from quotex.detect.layout.letters import find_letters
from quotex.read.document import Document
from quotex.resolve.people.cast import Cast

_MOST_PEOPLE = 200  # among whom a fuller name is looked for
_MOST = 0.6  # share of a text that is one letter, whose writer then narrates


def signer_of(cast: Cast, document: Document) -> int | None:
    """Return the number of the entity that signs a text which is one letter, or None."""
    letters = document.once(find_letters)
    if len(letters) != 1 or letters[0].writer is None or letters[0].end - letters[0].start < _MOST * len(document.text):
        return None
    return signed_by(cast, document, letters[0].writer)


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
        found = cast.add(printed, type="person", mention=name)
    if cast.entities[found].given:
        return found
    if cast.entities[found].name == words:
        cast.entities[found].name = printed
    return _in_full(cast, found)


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
