"""Who says "I" in the narration of a story told in the first person."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotex.detect.genre import SHORT
from quotex.lexicon.names import given_names, titles
from quotex.patterns import pattern, plain
from quotex.resolve.story.narration import Narration, Seen, narrated
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn, spoken_parts
from quotex.resolve.story.vocatives import names_oneself

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast, CastMember
    from quotex.resolve.people.mention import Mention

_PLACED = pattern(r"\b(?:in|at|of|near)\s$")  # as a place is named


def _acts(seen: Seen) -> bool:
    return seen.role == "subject"


def forget_mute(text: str, cast: Cast, turns: Sequence[Turn], narration: Narration) -> None:
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


# How often the narration says "I", in a thousand characters: 2.4 and more in the annotated stories told in the first
# person, 1.6 and less in the others, whose authors speak up and quote letters.
_FIRST_PERSON = 2.0
_I = plain(r"\b(?:I|me|my|myself)\b")
_STRONG = 2


def find_narrator(text: str, turns: Sequence[Turn], cast: Cast, *, signer: int | None = None) -> int | None:
    """Return the entity that narrates in the first person, or None when nobody does: «I said», «I shrugged. "No."».

    The narrator's name is the one by which others address "I" in the turns beside «I said» and which tags never
    name as a speaker, or who has signed the letter; without such a name a new entity "I" is added to the cast.
    """
    own = [number for number, turn in enumerate(turns) if turn.kind == "narrator"]
    acting = [number for number, turn in enumerate(turns) if turn.beat_narrator]
    short = len(text) < SHORT  # there who tells a story in the first person may speak without «I said»
    if not (own or acting or short) or _first_person(text, turns) < _FIRST_PERSON * (1 if own or acting else 2):
        return None
    known = getattr(cast, "narrator", None)
    if known is not None:
        return int(known)
    if signer is not None:
        return signer
    found = _own_name(text, turns, _outside(turns, cast))
    if found is None:
        found = _addressed(turns, own or acting)
    if found is None and short:
        found = _called_by_title(turns, cast)
    if found is None:
        return cast.add("I", type="person")
    _name_in_full(cast.entities[found])
    return found


def _first_person(text: str, turns: Sequence[Turn]) -> float:
    """Return how often the narration says "I" in a thousand characters."""
    pieces = [text[start:end] for start, end in narrated(text, spoken_parts(turns))]
    return 1000 * sum(len(_I.findall(piece)) for piece in pieces) / max(1, sum(map(len, pieces)))


def _name_in_full(member: CastMember) -> None:
    """Join given name and surname of a narrator, whom nobody calls by both: "Ann" and "Miss Lee" make Ann Lee."""
    if member.given or " " in member.name:
        return
    for form, _ in member.forms.most_common():
        words = form.split()
        if len(words) == 2 and words[0].rstrip(".").lower() in titles() and words[1] not in (member.name, "I"):
            member.name = f"{member.name} {words[1]}"
            return


def _outside(turns: Sequence[Turn], cast: Cast) -> list[Mention]:
    """Return the mentions by name that are not spoken."""
    parts = sorted(spoken_parts(turns))
    starts = [start for start, _ in parts]
    return [m for m in cast.mentions if (at := bisect_right(starts, m.start)) == 0 or m.start >= parts[at - 1][1]]


def _own_name(text: str, turns: Sequence[Turn], outside: Sequence[Mention]) -> int | None:
    """Return whose name the narration gives as its own («I am Ann»), or words that «I said» follows."""
    for mention in outside:
        if names_oneself(text, mention.start, mention.end):
            return mention.entity
    return next((turn.own_name for turn in turns if turn.kind == "narrator" and turn.own_name is not None), None)


def _called_by_title(turns: Sequence[Turn], cast: Cast) -> int | None:
    """Return the only one who is called «Mr. Lee» and of whom nobody tells: in a short story who tells it."""
    called = {v.entity for turn in turns if turn.kind != "narrator" for v in turn.vocatives if v.at != "alone"}
    told = {entity for turn in turns for entity in (turn.tag_entity, turn.tag_to) if entity is not None}
    told |= {entity for turn in turns if turn.kind == "narrator" for entity in turn.named}
    told |= {mention.entity for mention in _outside(turns, cast)}
    left = [n for n in called - told if cast.entities[n].titles and not cast.entities[n].titles & _kin_titles()]
    return left[0] if len(left) == 1 else None


@cache
def _kin_titles() -> frozenset[str]:
    return frozenset(canonical for canonical, _, kind in titles().values() if kind == "kin")


def _addressed(turns: Sequence[Turn], own: Sequence[int]) -> int | None:
    calls: Counter[int] = Counter()
    tags = Counter(turn.tag_entity for turn in turns if turn.kind == "name" and turn.tag_entity is not None)
    for number in own:
        for at in (number - 1, number + 1):
            if not 0 <= at < len(turns) or turns[at].kind == "narrator" or turns[at].beat_narrator:
                continue
            if abs(turns[at].first - turns[number].first) <= 2:
                answer = at > number and turns[number].ends == "?"  # "Who?" said I. "Father Doyle."
                calls.update({v.entity for v in turns[at].vocatives if not (answer and v.at == "alone")})
    ranked = [(count - 2 * tags[entity], -entity) for entity, count in calls.items()]
    if not ranked or max(ranked)[0] < _STRONG:
        return None
    return -max(ranked)[1]


# On the development novels thirteen of fourteen names that pass are rightly joined.
_FEWEST_ANSWERS, _FEWEST_TO_FIRST_NAME = 3, 2
_SHARE = 0.6  # of the calls that a tagged turn follows or precedes
_MOST_TAGS = 1  # that name somebody who is only called
_NARRATOR = -1  # who says "I" has no number yet
_FEWEST_TAGS = 3  # that name the one who answers


def join_called(turns: Sequence[Turn], narration: Narration, cast: Cast) -> None:
    """Join each name that is only called out with the one who answers to it, in the cast and in what has been read."""
    calls = _Calls(turns)
    owners = {name: owner for name in calls.answers if (owner := _owner(name, calls, cast)) is not None}
    if owners:
        places = cast.join(owners)
        narration.renumber(places)
        for turn in turns:
            turn.renumber(places)


class _Calls:
    """Whose name is called, and who speaks beside the call.

    Attributes:
        tags: How often tags name each.
        counts: How often each is called beside a turn whose tag names somebody.
        answers: For each who is called, how often each other one speaks beside the call.
        partners: The pairs that speak side by side.
    """

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.tags = Counter(turn.anchor for turn in turns if turn.anchor is not None)
        self.counts: Counter[int] = Counter()
        self.answers: dict[int, Counter[int]] = defaultdict(Counter)
        self.partners: set[tuple[int, int]] = set()
        for turn, other in _beside(turns):
            speaker = _NARRATOR if other.kind == "narrator" else other.anchor
            if speaker is None:
                continue
            if turn.anchor is not None:
                self.partners.add((turn.anchor, speaker))
            for name in {vocative.entity for vocative in turn.vocatives}:
                self.counts[name] += 1
                if speaker not in (name, turn.anchor):
                    self.answers[name][speaker] += 1


def _beside(turns: Sequence[Turn]) -> Iterator[tuple[Turn, Turn]]:
    for left, right in zip(turns, turns[1:], strict=False):
        if right.gap in (ADJACENT, ONE_BETWEEN):
            yield left, right
            yield right, left


def _owner(name: int, calls: _Calls, cast: Cast) -> int | None:
    """Return the one whose name it is that is called, or None."""
    called = cast.entities[name]
    if called.given or not called.named or calls.tags[name] > _MOST_TAGS:
        return None
    owner, answers = calls.answers[name].most_common(1)[0]
    if owner == _NARRATOR:
        return None
    member = cast.entities[owner]
    fewest = _FEWEST_TO_FIRST_NAME if _has_given_name(called) and not _has_given_name(member) else _FEWEST_ANSWERS
    fits = member.named and (called.gender is None or member.gender in (called.gender, None))
    often = answers >= max(fewest, _SHARE * calls.counts[name]) and calls.tags[owner] >= _FEWEST_TAGS
    return owner if fits and often and (name, owner) not in calls.partners else None


def _has_given_name(member: CastMember) -> bool:
    return any(word in given_names() for form in member.forms for word in form.casefold().split())
