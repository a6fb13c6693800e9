"""Whose the reported words of a story are («He said that it rained»), once it is known who speaks its dialogue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.patterns import pattern
from quotex.records import Evidence, Form, Quotation
from quotex.resolve.decision import Decision
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.name_kinds import INTRODUCES
from quotex.resolve.story.pronouns.chain import PronounChain
from quotex.resolve.story.unnamed.things import thing_before
from quotex.resolve.story.weigh import Reading

# How often each was right in the 2,100 reports of the stories in Many Voices, without its dev part.
_SURE = {"name": 0.96, "narrator": 0.89, "only": 0.85, "near": 0.74, "far": 0.42, "described": 0.79, "several": 0.68}
_OF_GROUP = pattern(r" of (?:them|us|(?:the|his|her|my|our|their) [a-z’'-]{2,20})\b")  # «one of the boys asked whether»
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "my", "our", "their", "another", "one", "some", "this", "that"})
_LEAD = 80  # characters between a source and the name that says who it is
_SOON = 200  # characters behind a report in which somebody answers
_LATELY = 80  # mentions back to which a shared title may reach


class ReportedInStory:
    """The people of a story as its narration shows them where somebody's words are told.

    Args:
        reading: The story, read for its dialogue.
        speakers: Who speaks each turn, or -1.
        reported: The reported words.
        cast: The people of the text; those without a name are added to it.
    """

    def __init__(self, reading: Reading, speakers: Sequence[int], reported: Sequence[Quotation], cast: Cast) -> None:
        scene = reading.scene
        self._scene, self._unnamed, self._cast = scene, reading.unnamed, cast
        self._told = sorted((span.start, span.end) for quotation in reported for span in quotation.spans)
        also = reading.described_subjects([span for quotation in reported for span in quotation.spans])
        genders = reading.unnamed.antecedents(scene.genders, scene.narrator)
        self._chain = PronounChain(scene.text, scene.turns, scene.narration, genders, speakers, also)

    def decide(self, quotation: Quotation) -> Decision | None:
        """Return whose a reported clause of the narration is, or None where its source does not tell."""
        source = quotation.source
        if source is None or self._scene.narration.is_spoken(source.start):
            return None
        number, how, form = self._who(source.text, source.start, source.end)
        if number is None:
            return None
        evidence = Evidence(f"told_{form}", source, self._cast.entities[number].name, won=True)
        return Decision(number, (source.start, source.end), form, _SURE[how], (evidence,))

    def _who(self, words: str, start: int, end: int) -> tuple[int | None, str, Form]:
        """Return the place in the cast of whom the words mean, how that shows, and their form."""
        kind = kind_of(words.casefold())
        if kind in GENDERS:
            link = self._chain.first(start, end)
            return (
                (None, "", "pronoun") if link is None else (self._place(link.entity, start, end), link.how, "pronoun")
            )
        if words in ("I", "me"):
            return self._scene.narrator, "narrator", "pronoun"
        if kind == "they":
            return self._place(self._unnamed.several(words, start), start, end), "several", "pronoun"
        if words in ("It", "it"):
            return self._thing(start)
        return (None, "", "pronoun") if kind != "other" else self._named(words, start, end)

    def _thing(self, start: int) -> tuple[int | None, str, Form]:
        """Return what "it" means: «A voice came down the stair. It asked who was there.»."""
        scene = self._scene
        where = thing_before(scene.text, scene.narration, self._told, start, lambda who: scene.gender(who) == "neuter")
        number = None if where is None else self._named(self._scene.text[slice(*where)], *where)[0]
        return number, "described", "nominal"

    def _named(self, words: str, start: int, end: int) -> tuple[int | None, str, Form]:
        named = self._cast.entity_of(start, end)
        if named is None:
            named = self._apposed(end)
        if named is not None:
            return named, "name", "name"
        words = words.removesuffix("'s").removesuffix("’s")
        group = _OF_GROUP.match(self._scene.text, end) if words.lower() in ("one", "another") else None
        if group is not None:
            words = f"{words}{group[0]}"
        if words[:1].isupper() and words.partition(" ")[0].lower() not in _ARTICLES:
            return None, "", "name"
        known = self._unnamed.kin.of_narrator(words, start) if self._unnamed.kin is not None else None
        if known is None:
            known, _ = self._unnamed.bearer(words, self._scene.narration.back(start, _LATELY))
        if known is None:
            described, _, shown = self._unnamed.number(words, start)
            called = self._called_behind(end) if shown == "voice" else None
            if called is not None:
                return called, "described", "nominal"
            known = None if described is None else self._place(described, start, end)
        return known, "described", "nominal"

    def _called_behind(self, end: int) -> int | None:
        """Return who is called in the turn right behind a voice: «A voice asked who it was. "Ann, Mr. Lee."»."""
        turns = self._scene.turns
        number = bisect_right([turn.start for turn in turns], end)
        if number == len(turns) or turns[number].start - end > _SOON:
            return None
        return next((v.entity for v in turns[number].vocatives if v.entity < len(self._cast.entities)), None)

    def _apposed(self, end: int) -> int | None:
        """Return whose name stands between commas behind a source.

        «The younger one, Ivo, asked whether», «her guide, a girl called Ana, asked whether».
        """
        text = self._scene.text
        for seen in self._scene.narration.between(end, end + _LEAD)[:1]:
            leads = text[end : seen.start] == ", " or INTRODUCES.fullmatch(text, end, seen.start)
            if leads and text[seen.end : seen.end + 1] == ",":
                return seen.entity if seen.entity < len(self._cast.entities) else None
        return None

    def _place(self, entity: int, start: int, end: int) -> int:
        return self._unnamed.in_cast(entity, self._cast, (start, end))
