"""The name by which others call whoever tells a story: «"Okay, Tess," she said. "What is it?" "Nothing," I said»."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quotex.lexicon.names import given_names
from quotex.patterns import pattern
from quotex.resolve.story.identities.forms_of_address import is_form
from quotex.resolve.story.turns import ADJACENT, Turn
from quotex.resolve.story.vocatives import Vocative

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_ENOUGH = 2  # signs that a name is the narrator's
_FULL_NAME = 3  # words of an answer that gives a name
_MOST_BARE = 4  # turns without a tag between one of the narrator's and a call
_FURTHER = pattern(r"[.!?]\s{1,2}\w")  # narration behind the tag of a call
_ASKS_NAME = pattern(
    r"(?:\b(?:your\s(?:\p{Ll}{2,9}\s)?name|[Ww]ho\sare\syou|call\syou)\b[^?]{0,20}|\p{Lu}\p{Ll}+,\s(?:is\sit|isn[’']t\sit))\?$"
)
_WORD = pattern(r"\w")
_MINE = pattern(r"\b[Mm]y\s{1,2}$")  # «"My Stan," said Nan, "wouldn't eat a pea"»


class Calls:
    """Who is called in the turns of a story, beside what its narrator says."""

    def __init__(self, text: str, turns: Sequence[Turn], cast: Cast, told: Collection[int]) -> None:
        """Read the calls; ``told`` are those whom the narration names, who are others than "I"."""
        self._text, self._turns = text, turns
        others = set(told)
        for turn in turns:
            others.update(entity for entity in (turn.tag_entity, turn.tag_to) if entity is not None)
            if _is_mine(turn):
                others.update(vocative.entity for vocative in turn.vocatives if vocative.at == "alone")
        self._others = others
        self._cast = cast

    def given(self) -> int | None:
        """Return whose name "I" gives when asked for it: «"What's your name?" "Ann Lee," I said»."""
        for asking, answer in pairwise(self._turns):
            asks = answer.gap == ADJACENT and answer.kind in ("bare", "beat", "narrator") and not _is_mine(asking)
            if asks and _ASKS_NAME.search(self._text, asking.start, asking.end):
                little = len(self._text[slice(*answer.parts[0])].split()) <= _FULL_NAME
                named = [vocative.entity for vocative in answer.vocatives if vocative.at == "alone"]
                named = named or (sorted(answer.named) if little else [])
                if named and (_is_mine(answer) or named[0] not in self._others):
                    return named[0]
        return None

    def narrator(self) -> int | None:
        """Return whose name the signs show to be the narrator's."""
        signs: Counter[int] = Counter()
        times: Counter[int] = Counter()
        for number, turn in enumerate(self._turns):
            for called in {vocative.entity for vocative in self._fit(turn)}:
                signs[called] += self._signs(number)
                times[called] += 1
        names = [called for called in times if not is_form(self._cast, called)]
        for called in [called for called, count in signs.items() if count]:
            signs[called] += (len(names) == 1) + (times[called] > 1)
        best = max(
            signs, key=lambda called: (min(signs[called], _ENOUGH), self._first_name(called), -called), default=0
        )
        return best if signs[best] >= _ENOUGH else None

    def _first_name(self, called: int) -> bool:
        return self._cast.entities[called].name.split()[0].casefold() in given_names()

    def _fit(self, turn: Turn) -> Iterator[Vocative]:
        """Yield the calls of a turn that may mean the narrator."""
        for vocative in () if _is_mine(turn) else turn.vocatives:
            member = self._cast.entities[vocative.entity]
            may_be = vocative.entity not in self._others and member.type != "organization"
            two = turn.addressed is not None and member.gender not in (turn.addressed, None)  # «"Yes, sir. Ann, go."»
            if may_be and not two and not _MINE.search(self._text, max(0, vocative.start - 5), vocative.start):
                yield vocative

    def _signs(self, number: int) -> int:
        """Return how much shows that who is called in a turn is the narrator."""
        turn = self._turns[number]
        if turn.tag_to_gender == "narrator":
            return _ENOUGH
        return self._answered(number) + self._answers(number)

    def _answered(self, number: int) -> int:
        """Return what it tells that the narrator speaks next: most behind a question, little where others act."""
        turn, after = self._turns[number], self._turns[number + 1 : number + 2]
        if not after or after[0].gap != ADJACENT or not _is_mine(after[0]):
            return 0
        if turn.ends == "?":
            return _ENOUGH if after[0].ends != "?" else 0
        return 0 if self._told_more(turn) else 1

    def _told_more(self, turn: Turn) -> bool:
        """Tell whether narration follows a turn in its paragraph, beyond the tag."""
        start, end = turn.after
        tagged = turn.tag is not None and start <= turn.tag[0] < end
        return bool((_FURTHER if tagged else _WORD).search(self._text, start, end))

    def _answers(self, number: int) -> bool:
        """Tell whether the narrator has spoken in the turn before, or three before when two take turns."""
        for back in range(1, _MOST_BARE):
            if number < back or self._turns[number - back + 1].gap != ADJACENT:
                return False
            before = self._turns[number - back]
            if _is_mine(before) or (before.kind != "bare" and back > 1):
                return _is_mine(before) and (back % 2 == 1 or before.ends == "?")
        return False


def _is_mine(turn: Turn) -> bool:
    return turn.kind == "narrator" or bool(turn.beat_narrator)
