"""People whom a narrative only describes: where it speaks of "the waiter" or "his mother", and who that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.resolve.actors import number_actors
from quotex.resolve.gender import next_pronoun
from quotex.resolve.kin import Kin
from quotex.resolve.nameless import number_nameless
from quotex.resolve.narration import Narration, Seen, narrated, role_of
from quotex.resolve.scenes import Turn
from quotex.resolve.unnamed import MARKS, Unnamed, is_generic, noun_gender

if TYPE_CHECKING:
    from quotex.resolve.entities import Cast

_PLACED = pattern(r"\b(?:in|at|of|near)\s$")  # as a place is named
_PART = pattern(r"(?P<owner>his|her|my)\s{1,4}(?:[a-z-]{2,14}\s{1,4}){0,2}(?P<part>[a-z]{3,12})$", regex.IGNORECASE)
_VOICE_OF = pattern(r"['’]s\s{1,2}(?:[a-z-]{2,14}\s{1,2})?voice$")  # «said a girl's voice»
_SCENE = 4_000  # characters within which "the man" is the man introduced before
_RECENT = 80  # mentions back to which a shared title may reach


def number_nominals(text: str, turns: Sequence[Turn], cast: Cast, narration: Narration) -> Unnamed:
    """Give each tag like «said the waiter» its entity, above the numbers of the cast, and find where it acts."""
    unnamed = Unnamed(cast)
    kin = Kin(text, cast, narration)
    for turn in turns:
        if turn.kind == "name" and turn.tag is not None and _is_description(text, turn.tag):
            head = text[turn.tag[0] : turn.tag[1]].split()[-1].lower()
            turn.kind, turn.nominal = "nominal", "described" if is_generic(head) else "called"
            turn.tag_gender = noun_gender(head)
        elif turn.kind == "nominal" and turn.tag is not None and turn.tag_entity is None:
            words = _VOICE_OF.sub("", text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + 80)])
            if not _read_part(words, turn) and not _read_part_of(text, turn, narration):
                _number(words, turn, narration, kin, unnamed)
    _forget_mute(text, cast, turns, narration)
    people = _People(cast, narration, turns)
    given = any(member.given for member in cast.entities)
    for turn in turns if not given else ():
        own = turn.kind == "nominal" and turn.tag_entity is not None and turn.tag_entity >= unnamed.first
        if own and not people.near(turn.start, turn.tag_gender):
            unnamed.sure.append(turn)
    number_nameless(text, turns, unnamed, kin, people.near)
    if not given:  # a cast that is given names those who act
        number_actors(text, turns, unnamed, people.near)
    seen = _mentions(text, turns, unnamed, kin, people, narration)
    if seen:
        narration.add(seen)
        starts = [described.start for described in seen]
        for turn in turns:
            beside = slice(bisect_left(starts, turn.before[0]), bisect_left(starts, turn.after[1]))
            if starts[beside]:
                _see(text, turn, narration, set(starts[beside]))
    return unnamed


def _read_part(words: str, turn: Turn) -> bool:
    """Read «her voice went on» as «she went on»."""
    found = _PART.match(words)
    if found is None or not _is_part(found["part"]):
        return False
    owner = found["owner"].lower()
    turn.kind = "narrator" if owner == "my" else "pronoun"
    turn.tag_gender = {"his": "male", "her": "female"}.get(owner)
    return True


def _read_part_of(text: str, turn: Turn, narration: Narration) -> bool:
    """Read «Ann's clear voice said» and «said the voice of Ann» as «said Ann»."""
    start, end = turn.tag or (0, 0)
    for seen in narration.between(start, end):
        before, after = text[start : seen.start].split(), text[seen.end : end].split()
        owns = seen.role == "owner" and not before and 1 < len(after) < 5 and _is_part(after[-1])
        if owns or (not after and any(_is_part(one) for one, of in pairwise(before[-3:]) if of == "of")):
            turn.kind, turn.tag_entity, turn.tag = "name", seen.entity, (seen.start, seen.end)
            return True
    return False


def _is_part(word: str) -> bool:
    return word.lower() in load_words("parts_of_person")


def _number(words: str, turn: Turn, narration: Narration, kin: Kin, unnamed: Unnamed) -> None:
    """Give a tag like «said the waiter» the one who is called so, or somebody new."""
    bearer, shown = kin.of_tag(words, turn), "kin"
    if bearer is None:
        bearer, shown = unnamed.bearer(words, narration.back(turn.start, _RECENT))
    if bearer is not None:
        turn.tag_entity, turn.nominal, turn.tag_gender = bearer, shown, noun_gender(words.split()[-1].lower())
        if shown == "called" and len(words.split()) == 1:
            turn.kind = "name"  # «nanny said» is said of one who is called so, «the nanny said» of any
    else:
        turn.tag_entity, turn.tag_gender, turn.nominal = unnamed.number(words, turn.start)
    if turn.nominal in ("kin", "owned"):
        turn.owner = kin.owner_of(words, turn)


def _acts(seen: Seen) -> bool:
    return seen.role == "subject"


def _is_description(text: str, tag: tuple[int, int]) -> bool:
    """Tell whether a tag that fits a name of the given cast says no more than "the girl"."""
    words = text[tag[0] : tag[1]].split()
    return len(words) > 1 and words[0].lower() == "the" and all(map(str.islower, words[1:]))


def _forget_mute(text: str, cast: Cast, turns: Sequence[Turn], narration: Narration) -> None:
    """Forget the mentions of names that nothing shows to be a person's: nobody speaks, acts or is addressed by them."""
    living = {seen.entity for turn in turns for seen in (*turn.mentions_before, *turn.mentions_after) if _acts(seen)}
    for turn in turns:
        living.update(vocative.entity for vocative in turn.vocatives)
        living.update(entity for entity in (turn.tag_entity, turn.tag_to) if entity is not None)
    often = Counter(seen.entity for seen in narration.seen)
    placed = {s.entity for s in narration.seen if _PLACED.search(text, max(0, s.start - 6), s.start)}
    living.update(seen.entity for seen in narration.seen if _acts(seen) and often[seen.entity] > 1)
    living -= placed - {turn.tag_entity for turn in turns} - {v.entity for turn in turns for v in turn.vocatives}
    mute = {
        number
        for number, member in enumerate(cast.entities)
        if member.type in ("unknown", "organization") and not member.given and member.named and number not in living
    }
    if not mute:
        return
    narration.seen = [seen for seen in narration.seen if seen.entity not in mute]
    narration.starts = [seen.start for seen in narration.seen]
    for turn in turns:
        turn.mentions_before = [seen for seen in turn.mentions_before if seen.entity not in mute]
        turn.mentions_after = [seen for seen in turn.mentions_after if seen.entity not in mute]
        turn.touch = [pair for pair in turn.touch if pair[0] not in mute]


class _People:
    """Tells whether a description may mean somebody whom the text has named."""

    def __init__(self, cast: Cast, narration: Narration, turns: Sequence[Turn]) -> None:
        self._genders = [member.gender for member in cast.entities]
        called = [(vocative.start, vocative.entity) for turn in turns for vocative in turn.vocatives]
        self._named = sorted([*((seen.start, seen.entity) for seen in narration.seen), *called])

    def near(self, at: int, gender: str | None) -> bool:
        """Tell whether somebody named or called by name lately fits the gender."""
        place = bisect_left(self._named, (at,))
        for start, entity in reversed(self._named[max(0, place - _RECENT) : place]):
            if at - start > _SCENE:
                return False
            if gender is None or self._genders[entity] in (gender, None):
                return True
        return False


def _mentions(
    text: str, turns: Sequence[Turn], unnamed: Unnamed, kin: Kin, people: _People, narration: Narration
) -> list[Seen]:
    """Find in the narration those whom tags describe, each with its role.

    "The man" counts only where the text has lately spoken of "a man" or named no man: else it may mean one with a
    name.  "His sister" counts where the text tells who she is, "my sister" always.  "The general" is who bears the
    title.
    """
    heads, owned = unnamed.heads(False), [*unnamed.heads(True), *kin.heads]
    titles = set(unnamed.titles) - set(heads)
    nouns = _nouns([*heads, *titles], owned)
    found = []
    introduced: dict[int, int] = {}
    for match in (match for piece in narrated(text, turns) for match in nouns.finditer(text, *piece)):
        start, end = match.span()
        head, owner = match["head"], match["owner"].lower() if match["owner"] else ""
        named = kin.named(owner, head, start) if owner else None
        if named is not None:
            found.append(Seen(start, end, named, role_of(text, start, end)))
        if named is not None or owner in ("his", "her"):
            continue
        if head in titles:
            bearer = None if match["new"] else unnamed.bearer(f"the {head}", narration.back(start, _RECENT))[0]
            if bearer is not None:
                found.append(Seen(start, end, bearer, role_of(text, start, end)))
            continue
        person = unnamed.known(head, start, set(match["marks"].replace(",", " ").split()), bool(owner))
        if person is None:
            continue
        known = owner or match["new"] or not is_generic(head)
        if not known and start - introduced.get(person.number, -_SCENE) >= _SCENE and people.near(start, person.gender):
            continue
        introduced[person.number] = start
        found.append(Seen(start, end, person.number, role_of(text, start, end)))
        pronoun = next_pronoun(text, end) if found[-1].role != "owner" else 0
        if pronoun:
            person.votes.count(pronoun)
    return found


def _nouns(heads: Sequence[str], owned: Sequence[str]) -> regex.Pattern[str]:
    """Return the pattern of descriptions with one of the nouns."""
    return regex.compile(
        rf"""\b(?:(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur)|(?P<new>[Aa]n?|[Aa]nother)|[Tt]he|[Tt]h(?:is|at))\s{{1,2}}
        (?P<marks>{MARKS})(?P<head>(?(owner)\L<owned>|\L<heads>))\b(?!-|\s{{1,2}}\L<roles>\b)""",
        regex.VERBOSE,
        heads=heads,
        owned=owned,
        roles=sorted(load_words("roles")),
    )


def _see(text: str, turn: Turn, narration: Narration, described: set[int]) -> None:
    """Note who is described beside the words of a turn."""
    gaps = [(left[1], right[0]) for left, right in zip(turn.parts, turn.parts[1:], strict=False)]
    tag = turn.tag or (-1, -1)
    for piece in (turn.before, *gaps, turn.after):
        for seen in narration.between(*piece):
            if seen.start not in described or tag[0] <= seen.start < tag[1]:
                continue
            mentions = turn.mentions_before if piece == turn.before else turn.mentions_after
            mentions.append(seen)
            mentions.sort(key=lambda s: s.start)
            if piece != turn.before and seen.start - piece[0] < 4:
                turn.touch.append((seen.entity, "comma" if "," in text[piece[0] - 2 : piece[0] + 1] else "stop"))
