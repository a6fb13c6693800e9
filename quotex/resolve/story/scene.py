"""The candidates of a turn with what speaks for and against them, and what the rules ask of the whole scene."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from quotex.resolve.story.narration import Narration
from quotex.resolve.story.pronouns.chain import PronounChain
from quotex.resolve.story.tag_nouns import NounWords, nouns_of
from quotex.resolve.story.turns import Turn
from quotex.resolve.story.voices import Voices

_COVERED = 0.9  # share of the tags with a name from which a given cast is taken to be whole
_PART = 8  # turns on each side that count as the scene of a turn


class Scene:
    """The turns of a document with what the rules ask about them.

    Attributes:
        turns: All turns in text order.
        narration: The mentions by name outside quotations.
        genders: The gender of each entity of the cast, or None.
        mentioned: Whom each mention of the narration names.
        narrator: The entity that says "I" in the narration, or None.
        frequent: The entities that tags name most often.
        called, about: For each turn whom it addresses, and whom it speaks of.
        voices: How those whom tags name speak.
        telling: The turns whose words name somebody.
        anchored: The turns whose tag names somebody, as (number, entity).
        stretches: The number of the stretch between wide gaps that each turn lies in.
        partners: How often each speaks beside each other one.
        words: The words of everybody's names and roles.
        nouns: Who is about when a noun speaks.
        chain: Whom the pronouns of the narration mean.
        slanted, plain: Who is shown to speak in italics, and who in marks.
        covered: Whether a cast is given that has nearly all whom tags name.
    """

    def __init__(
        self,
        text: str,
        turns: Sequence[Turn],
        narration: Narration,
        genders: list[str | None],
        narrator: int | None,
        words: NounWords,
        chain: PronounChain,
        heads: Sequence[str],
    ) -> None:
        self.text, self.turns, self.narration = text, turns, narration
        self.genders, self.narrator, self.chain = genders, narrator, chain
        self._first, self._heads = len(genders) - len(heads), heads
        self.cues: Counter[int] = Counter(turn.anchor for turn in turns if turn.anchor is not None)
        self.mentioned = [seen.entity for seen in narration.seen]
        self.named: Counter[int] = Counter(self.mentioned)
        self.frequent = [entity for entity, _ in self.cues.most_common(3)]
        self.total_cues = max(1, sum(self.cues.values()))
        self._prominence: dict[int, str] = {}
        self.parts = [self._part(turn) for turn in turns]
        self._before: dict[int, dict[int, int]] = {}
        self._after: dict[int, dict[int, int]] = {}
        self.called = [{vocative.entity for vocative in turn.vocatives} for turn in turns]
        self.about = [turn.named - called for turn, called in zip(turns, self.called, strict=True)]
        self.voices = Voices(text, turns, narration)
        self.partners = partners_of(turns)
        self.telling = telling(turns)
        self.stretches = stretches(turns)
        self._runs: dict[int, Counter[int]] = defaultdict(Counter)
        for turn in turns:
            self._runs[turn.run].update(entity for entity in (shown_by(turn),) if entity is not None)
        self.anchored = [(n, turn.anchor) for n, turn in enumerate(turns) if turn.anchor is not None]
        self.words = words
        self.nouns = nouns_of(text, turns, narration, self._beside)
        self.covered = self._covered()
        self.slanted, self.plain = self._by_type()

    def _by_type(self) -> tuple[set[int], set[int]]:
        """Return who has a tag beside words in italics, and who has one beside words in marks."""
        slanted, plain = set[int](), set[int]()
        for turn in self.turns:
            entity = shown_by(turn)
            if entity is not None:
                (slanted if self.is_slanted(turn) else plain).add(entity)
        return slanted, plain

    def is_slanted(self, turn: Turn) -> bool:
        """Tell whether the words of a turn are spoken in italics and not in marks."""
        return self.text[max(0, turn.start - 1) : turn.start] in ("*", "_")

    def _covered(self) -> bool:
        given = self.words.given
        inside = sum(count for entity, count in self.cues.items() if entity < len(given) and given[entity])
        return inside >= _COVERED * self.total_cues and any(given)

    def _part(self, turn: Turn) -> list[int]:
        """Return who a turn alone shows to be there: its tag, whom it addresses, who acts beside it."""
        there = {vocative.entity for vocative in turn.vocatives}
        there.update(seen.entity for seen in (*turn.mentions_before, *turn.mentions_after) if seen.role == "subject")
        for entity in (turn.anchor, turn.tag_entity, turn.tag_to):
            if entity is not None:
                there.add(entity)
        return sorted(there)

    def part_before(self, number: int) -> dict[int, int]:
        """Return how often each entity takes part in the turns before, back to a wide gap."""
        if number not in self._before:
            self._before[number] = self._count(number, -1)
        return self._before[number]

    def part_after(self, number: int) -> dict[int, int]:
        """Return the same for the turns after."""
        if number not in self._after:
            self._after[number] = self._count(number, 1)
        return self._after[number]

    def _beside(self, number: int) -> set[int]:
        return {*self.part_before(number), *self.part_after(number)}

    def _count(self, number: int, sign: int) -> dict[int, int]:
        found: dict[int, int] = {}
        place = number
        for _ in range(_PART):
            crossed = place + 1 if sign > 0 else place
            place += sign
            if not 0 <= place < len(self.turns) or self.turns[crossed].gap == "far":
                break
            for entity in self.parts[place]:
                found[entity] = found.get(entity, 0) + 1
        return found

    def known_in_run(self, turn: Turn) -> set[int]:
        """Return whom the tags of the other turns of an exchange name or describe."""
        known, own = self._runs[turn.run], shown_by(turn)
        return {entity for entity, count in known.items() if count > (entity == own)}

    def company(self, number: int) -> int:
        """Return how many people the turns around show to take part."""
        return len({*self.part_before(number), *self.parts[number], *self.part_after(number)})

    def prominence(self, entity: int) -> str:
        """Return how much of all tags an entity has."""
        known = self._prominence.get(entity)
        if known is None:
            known = self._prominence[entity] = f"cues.{_share(self.cues.get(entity, 0), self.total_cues)}"
        return known

    def head(self, entity: int) -> str:
        """Return the noun by which one without a name is known, or ""."""
        return self._heads[entity - self._first] if entity >= self._first else ""

    def gender(self, entity: int) -> str | None:
        """Return the gender of an entity, or None."""
        return self.genders[entity] if entity < len(self.genders) else None


def shown_by(turn: Turn) -> int | None:
    """Return whom the tag of a turn names or describes, or None."""
    return turn.anchor if turn.anchor is not None else turn.tag_entity


def _share(part: int, whole: int) -> str:
    if not part:
        return "none"
    share = part / whole
    return "tiny" if share < 0.005 else "small" if share < 0.03 else "some" if share < 0.1 else "large"


def telling(turns: Sequence[Turn]) -> list[int]:
    """Return the numbers of the turns whose words name somebody."""
    return [number for number, turn in enumerate(turns) if turn.named]


def stretches(turns: Sequence[Turn]) -> list[int]:
    """Number the stretches of the text between wide gaps, a number for each turn."""
    return list(accumulate(int(turn.gap == "far") for turn in turns))


def partners_of(turns: Sequence[Turn]) -> Mapping[int, Mapping[int, int]]:
    """Count for each speaker named by tags who else speaks in the turn before or behind."""
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for last, turn in zip(turns, turns[1:], strict=False):
        one, other = last.anchor, turn.anchor
        if one is not None and other is not None and one != other and turn.gap in ("adjacent", "one"):
            found[one][other] += 1
            found[other][one] += 1
    return found
