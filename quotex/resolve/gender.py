"""Gender of named people, from the text's own evidence: titles, pronouns after a name, given names, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

import regex

from quotex.resolve.forms import NameForm, given_names
from quotex.resolve.names import NameMention

Gender = Literal["female", "male"]

_EVENT = regex.compile(
    r"""(?<!\w)(?:(?P<male>[Hh](?:e|is|im|imself))|(?P<female>[Ss]he|[Hh]er|[Hh]ers|[Hh]erself))(?!\w)|(?P<mark>["“”«»])|(?P<stop>\n\s*\n)""")
_REACH = 120        # characters behind a name within which a pronoun speaks for it


class Votes:
    """How many pronouns of each gender follow a form; `total` counts the mentions that had one."""

    __slots__ = ("female", "male")

    def __init__(self) -> None:
        self.female = 0
        self.male = 0

    def add(self, other: Votes) -> None:
        """Add the votes for another form of the same person."""
        self.female += other.female
        self.male += other.male

    def gender(self, least: int = 2, ratio: float = 2.0) -> Gender | None:
        """Return the gender most votes speak for, or None when they are few or divided."""
        if self.male >= least and self.male >= ratio * self.female:
            return "male"
        if self.female >= least and self.female >= ratio * self.male:
            return "female"
        return None


def pronoun_votes(text: str, mentions: Sequence[NameMention]) -> dict[str, Votes]:
    """Count for each form key the first pronoun after its mentions.

    A quotation mark, the next name and a new paragraph end the reach of a name: "he" in a reply is somebody else.
    """
    votes: dict[str, Votes] = defaultdict(Votes)
    events = [(m.start(), m.lastgroup) for m in _EVENT.finditer(text)]
    place = 0
    for index, mention in enumerate(mentions):
        if mention.possessive:
            continue
        while place < len(events) and events[place][0] < mention.end:
            place += 1
        if place == len(events):
            break
        start, group = events[place]
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        if start > mention.end + _REACH or start > following:
            continue
        if group == "male":
            votes[mention.form.key].male += 1
        elif group == "female":
            votes[mention.form.key].female += 1
    return votes


def given_gender(name: str) -> Gender | None:
    """Return the gender that a given name shows, or None when unknown or borne by both.

    >>> given_gender("Elizabeth"), given_gender("Leslie"), given_gender("Xyzzy")
    ('female', None, None)
    """
    letter = given_names().get(name.casefold(), "")
    return "female" if letter == "f" else "male" if letter == "m" else None


def form_gender(form: NameForm, votes: Votes | None) -> Gender | None:
    """Return the gender of one form: title, then a clear vote of pronouns, then the given name."""
    if form.gender is not None:
        return form.gender
    voted = votes.gender(4, 3.0) if votes else None
    told = given_gender(form.words[0]) if form.words and (len(form.words) > 1 or not form.title) else None
    if told and (not voted or voted == told):
        return told
    return voted or (votes.gender() if votes and not told else None)
