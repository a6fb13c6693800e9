"""Where the narration speaks of people without a name."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

import regex

from quotex.detect.genre import SHORT
from quotex.lexicon import load_words
from quotex.lexicon.names import EARNED, title_kind
from quotex.patterns import pattern
from quotex.resolve.people.gender import next_pronoun
from quotex.resolve.story.narration import Narration, Seen, narrated, role_of
from quotex.resolve.story.turns import Turn, spoken_parts
from quotex.resolve.story.unnamed.kin import Kin
from quotex.resolve.story.unnamed.people import (
    MARKS,
    DescribedPerson,
    Unnamed,
    is_child,
    is_generic,
    is_person_noun,
)

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_SAID_OF = pattern(r"\b(?:was|is|been|like|as)\s$")
_KNOWN = 2  # times that somebody is described before "a man" is another
SCENE = 4_000  # characters within which "the man" is the man introduced before
RECENT = 80  # mentions back to which a shared title may reach


# «the monitor from the couch. It is on», «the kettle felt that it had»
_IT = pattern(r"(?:(?!\b(?:[Hh]e|[Ss]he)\b)[^\n“”\"]){0,80}?\b[Ii]t(?:s|self)?\b")
# «HALCYON could do it in a second, and it had paused», «Unit 9 sat. It had once been a loader»
_ACTS_AS_IT = pattern(
    r"""(?:(?!\b(?:[Hh]e|[Ss]he)\b)[^.\n“”"]){0,80}?(?:\b(?:and|but|that|when|as|because|while)\sit|\.\sIt)\s\p{Ll}""",
    regex.VERBOSE,
)
_NEAR = 100
_NEXT = pattern(r"\s{1,2}(?P<word>\w++)")
_FURTHER = pattern(r"\s{1,2}(?:who|whose|whom|from|with|in|at|on|behind|beside|by)\s")


def is_introduced(text: str, end: int) -> bool:
    """Tell whether a description goes on as one that introduces somebody does: "the man who steps up".

    >>> is_introduced("The man from the bank sat down.", 7), is_introduced("The man sat down.", 7)
    (True, False)
    """
    return _FURTHER.match(text, end) is not None


class NamedNearby:
    """Tells whether a description may mean somebody whom the text has named."""

    def __init__(self, cast: Cast, narration: Narration, turns: Sequence[Turn]) -> None:
        self._genders = [member.gender for member in cast.entities]
        self._grown = [any(title_kind(title) in EARNED for title in member.titles) for member in cast.entities]
        called = [(vocative.start, vocative.entity) for turn in turns for vocative in turn.vocatives]
        self._named = sorted([*((seen.start, seen.entity) for seen in narration.seen), *called])

    def near(self, at: int, gender: str | None, head: str = "") -> bool:
        """Tell whether somebody named or called by name lately fits the gender, and the noun: no judge is a boy."""
        child = is_child(head)
        place = bisect_left(self._named, (at,))
        for start, entity in reversed(self._named[max(0, place - RECENT) : place]):
            if at - start > SCENE:
                return False
            fits = gender is None or self._genders[entity] in (gender, None)
            if fits and not (child and self._grown[entity]):
                return True
        return False


def described_mentions(
    text: str, turns: Sequence[Turn], unnamed: Unnamed, kin: Kin, people: NamedNearby, narration: Narration
) -> list[Seen]:
    """Find in the narration those whom tags describe, each with its role.

    "The man" counts only where the text has lately spoken of "a man" or named no man: else it may mean one with a
    name.  "His sister" counts where the text tells who she is, "my sister" always.  "The general" is who bears the
    title.
    """
    heads, owned = unnamed.heads(False), [*unnamed.heads(True), *kin.heads]
    titles = set(unnamed.titles) - set(heads)
    short = len(text) < SHORT  # there one boy is about, and in a novel many
    found = []
    introduced: dict[int, int] = {}
    written = [*heads, *titles, *map(str.capitalize, titles)]  # «The Doctor rose»
    tags = sorted((turn.tag_entity, turn.tag[0]) for turn in turns if turn.tag and turn.tag_entity is not None)

    def told_before(number: int, at: int) -> int:
        return bisect_left(tags, (number, at)) - bisect_left(tags, (number,)) + (number in introduced)

    named_there = {seen.start for seen in narration.seen}
    for match in _descriptions(text, narrated(text, spoken_parts(turns)), written, owned, short):
        start, end = match.span()
        if match["head"][:1].isupper() and not named_there.isdisjoint(range(start, end + 2)):
            continue
        head, owner = match["head"].lower(), match["owner"].lower() if match["owner"] else ""
        named = kin.named(owner, head, start) if owner else None
        if named is not None:
            found.append(Seen(start, end, named, role_of(text, start, end)))
        if named is not None or owner in ("his", "her"):
            continue
        if head in titles:
            bearer = None if match["new"] else unnamed.bearer(f"the {head}", narration.back(start, RECENT))[0]
            if bearer is not None:
                found.append(Seen(start, end, bearer, role_of(text, start, end)))
            continue
        person = unnamed.known(head, start, set(match["marks"].replace(",", " ").split()), bool(owner))
        comes_in = match["new"] and short and head != "voice" and not _SAID_OF.search(text, max(0, start - 6), start)
        if person is None or (comes_in and told_before(person.number, start) >= _KNOWN):
            continue  # he comes in only once: "a man" is somebody else
        known = owner or match["new"] or not is_generic(head) or is_introduced(text, end) or short and is_child(head)
        if (
            not known
            and start - introduced.get(person.number, -SCENE) >= SCENE
            and people.near(start, person.gender, head)
        ):
            continue
        introduced[person.number] = start
        found.append(Seen(start, end, person.number, role_of(text, start, end)))
        _hear_pronoun(text, end, person, found[-1].role)
    return found


def _hear_pronoun(text: str, end: int, person: DescribedPerson, role: str) -> None:
    """Count the pronoun that follows a description: that of a person anywhere, that of a thing where it acts."""
    thing = not is_person_noun(person.head) or _ACTS_AS_IT.match(text, end, end + _NEAR) is not None
    if role == "owner" or (thing and role != "subject"):
        person.things += thing and _IT.match(text, end, end + _NEAR) is not None
        return
    pronoun = next_pronoun(text, end)
    if pronoun:
        person.votes.count(pronoun)
    elif thing and _IT.match(text, end, end + _NEAR):
        person.things += 1


def named_things(text: str, narration: Narration, genders: Sequence[str | None]) -> set[int]:
    """Return those with a name, of no known gender, whom the narration calls "it" and never "he" or "she".

    «HALCYON could do it in a second, and it had paused for three.»
    """
    things, people = set(), set()
    for seen in narration.seen:
        if seen.entity >= len(genders) or genders[seen.entity] is not None:
            continue
        if next_pronoun(text, seen.end):
            people.add(seen.entity)
        elif seen.role == "subject" and _ACTS_AS_IT.match(text, seen.end, seen.end + _NEAR):
            things.add(seen.entity)
    return things - people


def _descriptions(
    text: str, pieces: Iterable[tuple[int, int]], heads: Sequence[str], owned: Sequence[str], short: bool
) -> list[regex.Match[str]]:
    """Find the descriptions with one of the nouns; "the woman" of "the woman servant" is none.

    Only where a noun has a role behind it are the roles part of the pattern: they take most of the time to compile it.
    """
    pieces = list(pieces)
    for unlike in ("", r"|\s{1,2}\L<roles>\b"):
        nouns = _nouns(heads, owned, unlike, short)
        found = [match for piece in pieces for match in nouns.finditer(text, *piece)]
        if not any(_is_role_behind(text, match.end()) for match in found):
            break
    return found


def _is_role_behind(text: str, end: int) -> bool:
    """Tell whether the word behind a place may be a role: also "commander" of "commander-in-chief"."""
    word = _NEXT.match(text, end)
    return word is not None and word["word"] in _first_parts_of_roles()


@cache
def _first_parts_of_roles() -> frozenset[str]:
    return frozenset(role.partition("-")[0] for role in load_words("roles"))


def _nouns(heads: Sequence[str], owned: Sequence[str], unlike: str, short: bool) -> regex.Pattern[str]:
    """Return the pattern of descriptions with one of the nouns, and none of some words behind it.

    In a short text "Ann's sister" is one too.
    """
    named = r"|\p{Lu}\p{Ll}{1,14}['’]s" if short else ""
    lists = {"roles": sorted(load_words("roles"))} if unlike else {}
    return regex.compile(
        rf"""\b(?:(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur{named})|(?P<new>[Aa]n?|[Aa]nother)|[Tt]he|[Tt]h(?:is|at))\s{{1,2}}
        (?P<marks>{MARKS})(?P<head>(?(owner)\L<owned>|\L<heads>))\b(?!-{unlike})""",
        regex.VERBOSE,
        heads=heads,
        owned=owned,
        **lists,
    )


def see_described(text: str, turn: Turn, narration: Narration, described: set[int]) -> None:
    """Note who is described beside the words of a turn."""
    gaps = [(left[1], right[0]) for left, right in zip(turn.parts, turn.parts[1:], strict=False)]
    tag = turn.tag or (-1, -1)
    told = turn.tag_to_span[0] if turn.tag_to_span is not None else -1
    for piece in (turn.before, *gaps, turn.after):
        for seen in narration.between(*piece):
            if seen.start not in described or tag[0] <= seen.start < tag[1] or seen.start == told:
                continue
            mentions = turn.mentions_before if piece == turn.before else turn.mentions_after
            insort(mentions, seen, key=attrgetter("start"))
            if piece != turn.before and seen.start - piece[0] < 4:
                turn.touch.append((seen.entity, "comma" if "," in text[piece[0] - 2 : piece[0] + 1] else "stop"))
