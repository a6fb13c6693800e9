"""Decide whose each labelled turn is; no ranker is asked."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.turn import LABELLED, TALK, LayoutTurn, Piece
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import given_names
from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.records import Evidence, Form, Quotation, Span, SpeakerType
from quotex.resolve.decision import Decision
from quotex.resolve.labels.asked import answerer, interviewer, sworn_witnesses
from quotex.resolve.labels.introduced import Introductions, Person
from quotex.resolve.labels.words import Parsed, Words, as_written, fold, is_title, parse_label
from quotex.resolve.people.cast import Cast

_NOTE = pattern(r"(?:,\s[^():\n]{2,120})?\s?\((?P<name>[^()\n]{3,80})\)")
_WHERE = pattern(r"\s(?:in|from)\s")
_ROLE = pattern(r"(?:,\s|\s(?:--|[—–-])\s)(?P<role>[^\n:()]{2,110}?)\s*+(?:[:(\n]|$)")
_NAME = pattern(r"(?:\p{Lu}[\p{L}\p{M}.'’-]*+)(?:\s(?:\p{Ll}{1,3}\s)?\p{Lu}[\p{L}\p{M}.'’-]*+){1,4}$")
_SELF = pattern(r"(?i)\b(?:I['’]m|I\sam|my\sname\sis|this\sis)\s(?=\p{Lu})")
_BODY = pattern(r"The\s\p{Lu}\p{L}+\s(?:of|for)\s\p{Lu}")
_PLACE = pattern(r"\s(?:of|from|at|for)\s")
# Below how often each was right in the 1,100 turns of Many Voices without its dev part (0.96 to 1.0), since strangers
# have layouts of their own; the last by hand.
_FOUND, _PRINTED, _ASKED, _ALTERNATE, _GUESSED = 0.98, 0.97, 0.94, 0.92, 0.6


class Voice(NamedTuple):
    """Whose the turns of one label are: place in the cast, how sure, and the words that introduce it."""

    entity: int
    confidence: float
    shown: tuple[int, int] | None = None


def decide_turns(document: Document, quotations: Sequence[Quotation], cast: Cast) -> dict[int, Decision]:
    """Return the decisions for the quotations that are labelled turns, by their place among the quotations."""
    turns = {turn.start: turn for turn in document.once(find_turns) if turn.kind in LABELLED}
    places = [(place, turns[q.start]) for place, q in enumerate(quotations) if q.start in turns and q.kind == "direct"]
    mine = [(place, turn) for place, turn in places if _is(quotations[place], turn)]
    if not mine:
        return {}
    reader = _Labels(document, [turn for _, turn in mine], cast)
    return {place: decision for place, turn in mine if (decision := reader.decide(turn)) is not None}


def decide_within(quotations: Sequence[Quotation], decisions: list[Decision], turns: Collection[int]) -> None:
    """Let "I" within a turn be whose turn it is, and "you" the one who spoke before; changes the decisions.

    Args:
        quotations: All quotations of the text, one that holds another before it.
        decisions: What has been decided of each.
        turns: The places of the labelled turns, and of what is spoken in a story.
    """
    outer: int | None = None
    spoken: list[int] = []
    for place, quotation in enumerate(quotations):
        if place in turns:
            outer = place
            entity = decisions[place].entity
            if entity is not None and spoken[-1:] != [entity]:
                spoken = [*spoken[-3:], entity]
        elif outer is not None and quotation.source and _holds(quotations[outer], quotation.source):
            mine = decisions[outer].entity
            others = [entity for entity in spoken if entity != mine]
            said = {"first": mine, "second": others[-1] if others else None}.get(_person(quotation.source.text))
            if said is not None:
                decisions[place] = _around(quotation.source, said, decisions[place])


def _holds(quotation: Quotation, source: Span) -> bool:
    return any(span.start <= source.start and source.end <= span.end for span in quotation.spans)


def _person(words: str) -> str:
    return next((person for person in ("first", "second") if words.casefold() in label_words(person)), "")


def _around(source: Span, entity: int, decision: Decision) -> Decision:
    evidence = Evidence("speaker around", source, None, won=True)
    return decision._replace(
        entity=entity, mention=(source.start, source.end), form="pronoun", confidence=_FOUND, evidence=(evidence,)
    )


def _is(quotation: Quotation, turn: LayoutTurn) -> bool:
    return quotation.end == turn.end


class _Labels:
    """The labels of one text, each with its person, once that has been looked for."""

    def __init__(self, document: Document, turns: Sequence[LayoutTurn], cast: Cast) -> None:
        self.document = document
        self.text = document.text
        self.turns = turns
        self.cast = cast
        places = [turn.label for turn in turns if turn.label and turn.kind in TALK]
        said = dict.fromkeys(self.text[start:end] for start, end in places)
        first = min(turn.label[0] if turn.label else turn.start for turn in turns)
        self.known = Introductions(Words(document.text, places), list(said), first)
        self.short = sum(len(label) < 6 and label.istitle() for label in said) > 0.6 * len(said) > 1
        self.alone = {fold(label) for label in said} <= (label_words("question") | label_words("answer"))
        self.written = all(turn.kind == "chat" for turn in turns)
        self.voices: dict[str, Voice | None] = {}
        self.asker: Person | None = None
        self.noted = dict(self._noted())
        self.sworn = sworn_witnesses(self.known)
        self.sworn_at = [offset for offset, _ in self.sworn]
        unlabelled = (turn for turn in turns if turn.label is None and turn.kind == "interview")
        self.in_order = {turn.start: number for number, turn in enumerate(unlabelled)}
        self.numbers = {turn.start: number for number, turn in enumerate(turns)}

    def _noted(self) -> Iterator[tuple[str, str]]:
        """Labels that name their person in brackets once: ``The Prime Minister (Ana Ruiz):``."""
        for turn in self.turns:
            if turn.label is None:
                continue
            label = self.text[turn.label[0] : turn.label[1]]
            note = _NOTE.match(self.text, turn.label[1], turn.start)
            name = note and _WHERE.split(note["name"], maxsplit=1)[0]
            office = label.startswith("The ") or not parse_label(label).names
            if name and (office or name != note["name"]) and self._is_name(name):
                yield fold(parse_label(label).text), name

    def _is_name(self, note: str) -> bool:
        """Tell whether what stands in brackets behind an office is a name: no place, and no "V.O."."""
        return _NAME.match(note) is not None or fold(note) in given_names() and not note.isupper()

    def decide(self, turn: LayoutTurn) -> Decision | None:
        """Return whose a turn is."""
        label = turn.label and self.text[turn.label[0] : turn.label[1]]
        voice = self._voice(turn, label or "")
        if voice is None:
            return None
        member = self.cast.entities[voice.entity]
        place = turn.label if turn.kind != "mail" or turn.label is None else turn.label
        form: Form = "implicit" if place is None else "name" if member.named else "nominal"
        span = self.document.span(*place) if place else self.document.span(*voice.shown) if voice.shown else None
        evidence = Evidence("turn label" if place else "turn in order", span, member.name, won=True)
        confidence = voice.confidence * turn.confidence
        return Decision(voice.entity, place, form, confidence, (evidence,), role=self._role(turn))

    def _role(self, turn: LayoutTurn) -> str | None:
        if turn.label is None or turn.kind in ("mail", "chat", "script"):
            return None
        match = _ROLE.match(self.text, turn.label[1], turn.start)
        return match["role"].strip(" .–—-") if match else None

    def _voice(self, turn: LayoutTurn, label: str) -> Voice | None:
        if turn.voice:
            return self._named(self.text[turn.voice[0] : turn.voice[1]])
        key = fold(label)
        if not label:
            return self._unlabelled(turn)
        if turn.kind == "quoted" and turn.label:
            return self._signed(turn.label)
        if key in label_words("question"):
            return self._asker() if self.alone or key == "q" else self._named(label)
        if key in label_words("answer") or key in ("the witness", "witness"):
            return self._answerer(turn, label)
        return self._named(label)

    def _signed(self, label: Piece) -> Voice | None:
        """Return whose words are that stand above a line: the last name in it, or the description as written."""
        text = self.text[label[0] : label[1]]
        body = _BODY.match(text) is not None
        person = None if body else self.known.last_name(label[0], label[0] + len(_PLACE.split(text, maxsplit=1)[0]))
        if person is None:
            return self._named(text)
        return Voice(self._entity(person.name, parse_label(person.name), person[1:]), _FOUND, person[1:])

    def _named(self, label: str) -> Voice | None:
        key = fold(label)
        if key not in self.voices:
            self.voices[key] = self._find(label)
        return self.voices[key]

    def _find(self, label: str) -> Voice:
        parsed = parse_label(label)
        noted = self.noted.get(fold(parsed.text))
        if noted:
            return self._find(noted)
        person = self._person(parsed) or (self._by_beginning(label) if self.short else None)
        if person:
            return Voice(self._entity(person.name, parsed, (person.start, person.end)), _FOUND, person[1:])
        as_is = self.written or label.startswith("@")  # the name of an account
        return Voice(self._entity(as_written(label) if as_is else self._printed(parsed), parsed, None), _PRINTED)

    def _person(self, parsed: Parsed) -> Person | None:
        letters = parsed.text.replace(".", "")
        if letters.isupper() and letters.isalpha() and 2 <= len(letters) <= 4 and not parsed.title:
            person = self.known.by_initials(letters)
            if person:
                return person
        if parsed.names:
            return self.known.by_name(parsed)
        return self.known.by_office(parsed.text) or self._by_surname(parsed)

    def _by_beginning(self, label: str) -> Person | None:
        """Return whose name a short label begins: "Ham." of Hamlet."""
        key = fold(label)
        return self.known.by_beginning(key) if key.isalpha() and len(key) < 6 else None

    def _by_surname(self, parsed: Parsed) -> Person | None:
        """Return who bears a word as a surname that is a noun as well: "Page" of Will Page."""
        if parsed.text.isupper() or not parsed.text.isalpha():
            return None
        person = self.known.by_name(parsed._replace(names=(fold(parsed.text),)))
        return person if person and not is_title(fold(person.name.split()[0])) else None

    def _printed(self, parsed: Parsed) -> str:
        """Return the label as a name: in small letters, with the title that it has."""
        return parsed.name if not parsed.state or len(parsed.names) > 1 else f"{parsed.name} of {parsed.state}"

    def _entity(self, name: str, parsed: Parsed, shown: tuple[int, int] | None) -> int:
        """Place in the cast of somebody, under the fullest name."""
        found = [self.cast.find(name), self.cast.entity_of(*shown) if shown else None, self.cast.find(parsed.text)]
        place = next((place for place in found if place is not None and self._fits(place, name)), None)
        if place is None:
            place = self.cast.add(name, type=self._type(parsed), mention=shown)
            self.cast.entities[place].named = bool(parsed.names) or shown is not None
        member = self.cast.entities[place]
        if not member.given:
            member.name = name
        kind = self._type(parsed)
        if member.type == "unknown" or kind == "group":
            member.type = kind
        return place

    def _fits(self, place: int, name: str) -> bool:
        """Tell whether the name of a member of the cast holds this one, or is held by it."""
        wanted = {fold(word) for word in name.split()}
        known = {fold(word) for word in self.cast.entities[place].name.split()}
        return known <= wanted or wanted <= known or self.cast.entities[place].given

    def _type(self, parsed: Parsed) -> SpeakerType:
        last = fold(parsed.text.split()[-1]) if parsed.text.split() else ""
        if last in label_words("group") or not parsed.names and head_of(last)[1]:
            return "group"
        return "person"

    def _asker(self) -> Voice:
        """Return who asks: as the text says, or nobody but "interviewer"."""
        if "?" not in self.voices:
            self.asker = interviewer(self.known)
            name = self.asker.name if self.asker else "interviewer" if self.alone else "Q"
            shown = self.asker and self.asker[1:]
            entity = self._entity(name, parse_label(name), shown)
            self.voices["?"] = Voice(entity, _ASKED, shown)
        voice = self.voices["?"]
        assert voice is not None
        return voice

    def _answerer(self, turn: LayoutTurn, label: str) -> Voice | None:
        at = bisect_left(self.sworn_at, turn.start) - 1
        person = self.sworn[at][1] if at >= 0 else None
        if person:
            return Voice(self._entity(person.name, parse_label(person.name), person[1:]), _FOUND, person[1:])
        if fold(label) not in label_words("answer"):
            return self._named(label)
        if not self.alone:
            return self._first_named()
        if "!" not in self.voices:
            self._asker()
            entity = answerer(self.turns, self.cast, but=self.asker)
            self.voices["!"] = None if entity is None else Voice(self._fullest(entity), _ASKED)
        return self.voices["!"]

    def _fullest(self, entity: int) -> int:
        """Return the same member of the cast, under the name that the introduction gives."""
        person = self.known.by_name(parse_label(self.cast.entities[entity].name))
        return self._entity(person.name, parse_label(person.name), person[1:]) if person else entity

    def _first_named(self) -> Voice | None:
        """Return who answers where Q and A stand beside labels with names: the one who opens the talk."""
        for turn in self.turns[:60]:
            label = self.text[turn.label[0] : turn.label[1]] if turn.label else ""
            if label and fold(label) not in (label_words("question") | label_words("answer")):
                return self._named(label)
        return None

    def _unlabelled(self, turn: LayoutTurn) -> Voice | None:
        """Return whose a turn without a label is: question and answer in turn, or who says his name."""
        if turn.kind != "interview":
            return self._self_named(turn) or self._other(turn)
        voice = self._asker() if self.in_order[turn.start] % 2 == 0 else self._answerer(turn, "A")
        return voice and voice._replace(confidence=_ALTERNATE)

    def _self_named(self, turn: LayoutTurn) -> Voice | None:
        """Return who says his own name in a turn: "I'm Ana Ruiz"."""
        said = _SELF.search(self.text, turn.start, turn.end)
        person = self.known.run_at(said.end()) if said else None
        if person is None:
            return None
        return Voice(self._entity(person.name, parse_label(person.name), person[1:]), _ALTERNATE, person[1:])

    def _other(self, turn: LayoutTurn) -> Voice | None:
        """Return who spoke before the one who spoke last, where a mark shows that the speaker changes."""
        number = self.numbers[turn.start]
        before = self.turns[number - 2] if number > 1 else None
        if before is None or before.label is None:
            return None
        voice = self._voice(before, self.text[before.label[0] : before.label[1]])
        return voice and voice._replace(confidence=_GUESSED)
