"""Read a story for its dialogue and weigh who speaks each turn: once, and again with what the first reading tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import exp, log
from typing import TYPE_CHECKING, Any

from quotex.detect.genre import SHORT
from quotex.records import Quotation, Span
from quotex.resolve.people.signed import signer_of
from quotex.resolve.story.candidates import Board
from quotex.resolve.story.cast_changes import join_called
from quotex.resolve.story.chain import doubtful
from quotex.resolve.story.features.between import contexts
from quotex.resolve.story.features.rules import board_of
from quotex.resolve.story.identities.forms_of_address import call_by_titles
from quotex.resolve.story.identities.identify import identify, recognise
from quotex.resolve.story.narration import Narration, Seen
from quotex.resolve.story.narrator import find_narrator
from quotex.resolve.story.pronouns.chain import PronounChain
from quotex.resolve.story.pronouns.genders import tell_genders
from quotex.resolve.story.scene import Scene
from quotex.resolve.story.tag_nouns import NounWords
from quotex.resolve.story.turns import Turn, read_turns, set_anchors
from quotex.resolve.story.unnamed.narrated import named_things
from quotex.resolve.story.unnamed.people import Unnamed
from quotex.resolve.story.unnamed.subjects import described_subjects
from quotex.resolve.story.unnamed.tagged import number_nominals

if TYPE_CHECKING:
    from quotex.read.document import Document
    from quotex.resolve.people.cast import Cast

ReadTurns = Callable[["Document", Sequence[Quotation], "Cast"], tuple[list[Turn], Narration]]

LEAST = 1e-6  # a share is not taken to be less


class Reading:
    """A document read for its dialogue: the scene and the candidates of every turn, and what lies between turns."""

    def __init__(
        self, document: Document, quotations: Sequence[Quotation], cast: Cast, *, read: ReadTurns = read_turns
    ) -> None:
        """Read the quotations, which lie in none other, with the people of the cast.

        ``read`` may be exchanged, as training does to hide some of the tags.
        """
        turns, narration = read(document, quotations, cast)
        join_called(turns, narration, cast)
        tell_genders(document.text, turns, narration, cast)
        narrator = find_narrator(document.text, turns, cast, signer=signer_of(cast, document))
        if narrator is not None:
            cast.narrator = narrator
        self.unnamed: Unnamed = number_nominals(document.text, turns, cast, narration)
        self.turns: Sequence[Turn] = turns
        self._text, self._cast, self._narration, self._narrator = document.text, cast, narration, narrator
        if len(document.text) < SHORT:
            call_by_titles(document.text, turns, narration, cast)
            identify(document.text, turns, narration, self.unnamed, cast)
        self._read_scene()

    def recognise(self, speakers: Sequence[int | None]) -> bool:
        """Make those who are described and named one, whom the speakers of a first reading show to be so."""
        if not recognise(self._text, self.turns, self._narration, self.unnamed, self._cast, speakers):
            return False
        self._read_scene()
        return True

    def _read_scene(self) -> None:
        cast, turns, narration, narrator = self._cast, self.turns, self._narration, self._narrator
        set_anchors(turns, narrator)
        for turn in self.unnamed.sure:
            turn.anchor = turn.tag_entity
        genders: list[str | None] = [*(member.gender for member in cast.entities), *self.unnamed.genders]
        for thing in named_things(self._text, narration, genders[: self.unnamed.first]):
            genders[thing] = "neuter"
        chain = PronounChain(self._text, turns, narration, self.unnamed.antecedents(genders, narrator))
        for entity, gender in chain.genders().items():
            genders[entity] = gender
        heads = [person.head for person in self.unnamed.people]
        words = NounWords(cast.entities)
        self.scene = Scene(self._text, turns, narration, genders, narrator, words, chain, heads)
        self.boards: list[Board] = [board_of(self.scene, number) for number in range(len(turns))]
        self._contexts: dict[int, list[str]] = {}

    def described_subjects(self, told: Iterable[Span]) -> list[Seen]:
        """Return where the narration, but for words it reports, tells what people do whom it only describes."""
        return described_subjects(self._text, self.turns, told, self._narration, self.unnamed)

    def context(self, number: int) -> list[str]:
        """Return the names of what lies between a turn and the two before."""
        if number not in self._contexts:
            self._contexts[number] = contexts(self.turns, number, self.scene.company(number))
        return self._contexts[number]


class Weights:
    """The learned weights of one reading: of a feature in a kind of turn, and of the relations in a context."""

    def __init__(self, model: dict[str, Any]) -> None:
        self.features: dict[str, dict[str, float]] = model["features"]
        self.contexts: dict[str, list[float]] = model["contexts"]

    def of(self, kind: str) -> dict[str, float]:
        """Return the weights of features in a kind of turn."""
        return self.features.get(kind, {})

    def relations_of(self, reading: Reading, rivals: Sequence[bool]) -> list[list[float]]:
        """Return the score of each relation in each turn where it matters, given which turns have rivals."""
        return [
            self._relations(reading.context(number)) if matters else []
            for number, matters in enumerate(doubtful(rivals))
        ]

    def _relations(self, names: Sequence[str]) -> list[float]:
        rows = [self.contexts[name] for name in names if name in self.contexts]
        return [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * 5


def confidence(marginal: float, place: str, told: bool, calibration: Mapping[str, float]) -> float:
    """Return how likely a speaker with such a marginal is right, as measured on novels left out.

    One whom the tag of the turn names, or describes where nobody with a name can be meant, is right as often as such
    tags are.
    """
    if told:
        return calibration["told" if place in ("name", "narrator") else "described"]
    clipped = min(max(marginal, 1e-6), 1 - 1e-6)
    return 1 / (1 + exp(-(calibration["slope"] * log(clipped / (1 - clipped)) + calibration["offset"])))
