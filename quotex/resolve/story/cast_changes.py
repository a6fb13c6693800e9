"""Names that are forgotten, and names that are only called out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.lexicon import load_words
from quotex.lexicon.names import given_names
from quotex.patterns import pattern
from quotex.resolve.story.narration import Narration, Seen
from quotex.resolve.story.turns import ADJACENT, ONE_BETWEEN, Turn

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast, CastMember

_NAMED = pattern(r"\b(?:name\b[^.;:!?\n]{0,60}\s(?:was|is|be)|called|named)\s$")  # «his name, it seemed, was Pell»
_PLACED = pattern(r"\b(?:in|at|of|near)\s$")  # as a place is named
# On the development novels thirteen of fourteen names that pass are rightly joined.
_FEWEST_ANSWERS, _FEWEST_TO_FIRST_NAME = 3, 2
_SHARE = 0.6  # of the calls that a tagged turn follows or precedes
_MOST_TAGS = 1  # that name somebody who is only called
_NARRATOR = -1  # who says "I" has no number yet
_FEWEST_TAGS = 3  # that name the one who answers


def _acts(seen: Seen) -> bool:
    return seen.role == "subject"


def _is_kin(text: str, start: int) -> bool:
    """Tell whether a word for a relation stands right before a name: «her big sister Ann»."""
    before = text[max(0, start - 24) : start].split()
    return bool(before) and text[start - 1] == " " and before[-1] in load_words("relations")


def _is_named(text: str, start: int) -> bool:
    return _NAMED.search(text, max(0, start - 80), start) is not None


def forget_mute(text: str, cast: Cast, turns: Sequence[Turn], narration: Narration) -> None:
    """Forget the mentions of names that nothing shows to be a person's: nobody speaks, acts or is addressed by them."""
    living = {seen.entity for turn in turns for seen in (*turn.mentions_before, *turn.mentions_after) if _acts(seen)}
    for turn in turns:
        living.update(vocative.entity for vocative in turn.vocatives)
        living.update(entity for entity in (turn.tag_entity, turn.tag_to) if entity is not None)
    often = Counter(seen.entity for seen in narration.seen)
    placed = {s.entity for s in narration.seen if _PLACED.search(text, max(0, s.start - 6), s.start)}
    living.update(seen.entity for seen in narration.seen if _acts(seen) and often[seen.entity] > 1)
    living.update(s.entity for s in narration.seen if _is_kin(text, s.start) or _is_named(text, s.start))
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
