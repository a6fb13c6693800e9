"""Why a turn was given its speaker: the heaviest rules for the one chosen, and for those who lost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from quotex.records import Evidence, Span
from quotex.resolve.story.candidates import Board
from quotex.resolve.story.chain import RELATIONS, relation
from quotex.resolve.story.turns import Turn

if TYPE_CHECKING:
    from quotex.read.document import Document

_FOR, _LOST = 3, 3
_FAINT = 0.1  # weight up to which a rule is named only where there is no other
_TOLD = 4.0  # about the log-odds that a tag is right
_NO_RULE = frozenset({"any", "cues", "given", "named"})
_OF_TAG = frozenset({"tag", "tag_gender", "noun_gender", "noun", "noun_title", "noun_with"})
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
    """The rule that noted a feature in a kind of turn, or "" for those that explain nothing."""
    rule = feature.partition(".")[0]
    return "" if rule in _NO_RULE else _TAG_RULES.get(kind, rule) if rule in _OF_TAG else rule


class Reasons:
    """Turns features and weights of a decided chain into evidence; all sequences have one item a turn."""

    def __init__(
        self,
        document: Document,
        turns: Sequence[Turn],
        boards: Sequence[Board],
        weights: Sequence[Mapping[str, float]],
        relations: Sequence[Sequence[float]],
        speakers: Sequence[int],
    ) -> None:
        self._document, self._turns, self._boards = document, turns, boards
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

    def _place(self, number: int, entity: int, rule: str) -> tuple[int, int] | None:
        """Return the words that a rule rests on."""
        turn = self._turns[number]
        if rule.startswith("tag_"):
            return turn.tag
        if rule.startswith("beat"):
            for seen in (*turn.mentions_before, *turn.mentions_after):
                if seen.entity == entity:
                    return seen.start, seen.end
        if rule in ("vocative_before", "vocative_after", "anchor_before", "anchor_after"):
            sign = -1 if rule.endswith("before") else 1
            for step in range(1, 9):
                at = number + sign * step
                if not 0 <= at < len(self._turns):
                    break
                other = self._turns[at]
                if rule.startswith("vocative"):
                    for vocative in other.vocatives:
                        if vocative.entity == entity:
                            return vocative.start, vocative.end
                elif entity in (other.anchor, other.tag_entity):
                    return other.tag
        return None
