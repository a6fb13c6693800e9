"""Why a turn was given its speaker: the heaviest rules for the one chosen, and for those who lost."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotex.records import Evidence, Span
from quotex.resolve.story.candidates import Board
from quotex.resolve.story.chain import RELATIONS, relation
from quotex.resolve.story.features.rules import UNTOLD
from quotex.resolve.story.narration import Seen
from quotex.resolve.story.turns import Turn

if TYPE_CHECKING:
    from quotex.read.document import Document

Place = tuple[int, int]

_FOR, _LOST = 3, 3
_FAINT = 0.1  # weight up to which a rule is named only where there is no other
_TOLD = 4.0  # about the log-odds that a tag is right
OF_TAG = frozenset({"tag", "tag_gender", "noun_gender", "noun", "noun_title", "noun_with"})
_OF_OTHER_TURNS = frozenset({"vocative_before", "vocative_after", "anchor_before", "anchor_after"})
_RELATION_RULES = {
    "last": "same_speaker",
    "again": "same_speaker",
    "back": "alternation",
    "third": "new_voice",
    "new": "change_of_speaker",
}
_TAG_RULES = {"name": "tag_name", "pronoun": "tag_pronoun", "narrator": "tag_narrator", "nominal": "tag_nominal"}


def _heaviest_first(pair: tuple[str, float]) -> tuple[float, str]:
    return -pair[1], pair[0]


@cache
def _rule_of(feature: str, kind: str) -> str:
    """Return the rule that noted a feature in a kind of turn, or "" for those that explain nothing."""
    rule = feature.partition(".")[0]
    return "" if rule in UNTOLD else _TAG_RULES.get(kind, rule) if rule in OF_TAG else rule


class Reasons:
    """Turns features and weights of a decided chain into evidence; all sequences have one item per turn."""

    def __init__(
        self,
        document: Document,
        turns: Sequence[Turn],
        shown: Whereabouts,
        boards: Sequence[Board],
        weights: Sequence[Mapping[str, float]],
        relations: Sequence[Sequence[float]],
        speakers: Sequence[int],
    ) -> None:
        self._document, self._turns, self._shown, self._boards = document, turns, shown, boards
        self._weights, self._relations, self._speakers = weights, relations, speakers

    def of(self, number: int, shares: Mapping[int, float], name: Callable[[int], str]) -> tuple[Evidence, ...]:
        """Return the evidence of a turn, the winner's first, heaviest first."""
        winner = self._speakers[number]
        if self._turns[number].told:
            rule = _TAG_RULES[self._turns[number].kind]
            return (self._evidence(number, winner, rule, _TOLD, name(winner), True),)
        found = self._best(number, winner, _FOR)
        evidence = [self._evidence(number, winner, rule, weight, name(winner), True) for rule, weight in found]
        losers = sorted((e for e in shares if e != winner and shares[e] >= 0.02), key=lambda e: (-shares[e], e))[:_LOST]
        for entity in losers:
            for rule, weight in self._best(number, entity, 1):
                evidence.append(self._evidence(number, entity, rule, weight, name(entity), False))
        return tuple(evidence)

    def _best(self, number: int, entity: int, most: int) -> list[tuple[str, float]]:
        """Return the rules that speak for an entity with their weights, heaviest first."""
        kind = self._turns[number].kind
        weights = self._weights[number]
        sums: dict[str, float] = defaultdict(float)
        for feature in self._boards[number].features.get(entity, ()):
            rule = _rule_of(feature, kind)
            if rule:
                sums[rule] += weights.get(feature, 0.0)
        if number:
            last = self._speakers[number - 1]
            before = self._speakers[number - 2] if number > 1 else -7
            related = relation(entity, last, before)
            scores = self._relations[number]
            sums[_RELATION_RULES[RELATIONS[related]]] += scores[related] - sum(scores) / len(scores)
        speaking = sorted([pair for pair in sums.items() if pair[1] > _FAINT], key=_heaviest_first)
        return speaking[:most] or sorted(sums.items(), key=_heaviest_first)[:1]

    def _evidence(self, number: int, entity: int, rule: str, weight: float, name: str, won: bool) -> Evidence:
        place = self._place(number, entity, rule)
        span: Span | None = self._document.span(*place) if place else None
        return Evidence(rule, span, name, round(weight, 3), won)

    def _place(self, number: int, entity: int, rule: str) -> Place | None:
        """Return the words that a rule rests on: the tag, the mention beside, or the nearest that shows the entity."""
        turn = self._turns[number]
        if rule.startswith("tag_") and turn.tag is not None:
            return turn.tag
        if rule.startswith("beat"):
            for seen in (*turn.mentions_before, *turn.mentions_after):
                if seen.entity == entity:
                    return seen.offsets
        if rule in _OF_OTHER_TURNS:
            found = self._in_turns_around(number, entity, rule)
            if found is not None:
                return found
        return self._shown.nearest(entity, turn.start) or turn.tag

    def _in_turns_around(self, number: int, entity: int, rule: str) -> Place | None:
        """Return the vocative or the tag of the nearest turn on one side that names the entity."""
        after, before = self._turns[number + 1 : number + 9], self._turns[max(0, number - 8) : number]
        for other in reversed(before) if rule.endswith("before") else after:
            if rule.startswith("vocative"):
                for vocative in other.vocatives:
                    if vocative.entity == entity:
                        return vocative.offsets
            elif entity in (other.anchor, other.tag_entity):
                return other.tag
        return None


class Whereabouts:
    """Where the text shows each entity of a story: in its narration, in tags, and where somebody is addressed."""

    def __init__(self, narration: Iterable[Seen], turns: Iterable[Turn]) -> None:
        places: dict[int, set[Place]] = defaultdict(set)
        for seen in narration:
            places[seen.entity].add(seen.offsets)
        for turn in turns:
            for entity in (turn.anchor, turn.tag_entity):
                if entity is not None and turn.tag is not None:
                    places[entity].add(turn.tag)
            for vocative in turn.vocatives:
                places[vocative.entity].add(vocative.offsets)
        self._places = {entity: sorted(found) for entity, found in places.items()}

    def nearest(self, entity: int, offset: int) -> Place | None:
        """Return the last place before an offset that shows the entity, else the first one behind it."""
        places = self._places.get(entity)
        if not places:
            return None
        return places[max(0, bisect_left(places, (offset,)) - 1)]
