"""The records: who said what, and exactly where the text says so.

An *attribution* relates a quotation (the words said), a cue (the words that introduce it) and a speaker
(whose words they are).  Every offset is a ``str`` index into the text that was passed in, end exclusive,
so ``text[span.start:span.end] == span.text`` always holds.  All records are frozen and hashable.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import attrgetter
from typing import Any, ClassVar, Literal, get_args

from attrs import Attribute, field, frozen
from attrs.validators import in_

from quotex.patterns import pattern

Kind = Literal["direct", "mixed", "indirect"]
Factuality = Literal["asserted", "negated", "hypothetical"]
Form = Literal["name", "nominal", "pronoun", "implicit"]
SpeakerType = Literal["person", "organization", "group", "unknown"]
Gender = Literal["female", "male"]
KINDS: tuple[Kind, ...] = get_args(Kind)
GAP = " … "  # between the parts of a quotation, where words of the writer were left out
# A lone surrogate cannot be written as UTF-8, so the wire format spells it as an escape; a backslash that
# already stands before such a spelling is escaped too, which keeps the round trip exact.
_UNWRITABLE = pattern(r"[\ud800-\udfff]|\\(?=(?:u005c)*+ud[89a-f][0-9a-f]{2})")
_WRITTEN = pattern(r"\\u005c(?=(?:u005c)*+ud[89a-f][0-9a-f]{2})|\\(ud[89a-f][0-9a-f]{2})")


def to_wire(text: str) -> str:
    r"""Return text that can be written as UTF-8: lone surrogates are spelt ``\udXXX``; all else stays.

    >>> to_wire("caf\N{LATIN SMALL LETTER E WITH ACUTE} \ud800")
    'café \\ud800'
    """
    written: str = _UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return written


def from_wire(text: str) -> str:
    r"""Undo `to_wire` exactly.

    >>> from_wire(to_wire("\ud800 and \\ud800")) == "\ud800 and \\ud800"
    True
    """
    read: str = _WRITTEN.sub(lambda match: chr(int(match[1][1:], 16)) if match[1] else "\\", text)
    return read


class Record:
    """What records of any class share: they are pickled as a call of their class, in half the time of attrs' way."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]]

    def __reduce__(self) -> tuple[type[Record], tuple[Any, ...]]:
        return type(self), _getter(self.__match_args__)(self)


@cache
def _getter(names: tuple[str, ...]) -> attrgetter[Any]:
    return attrgetter(*names)


def _check_end(span: Span, attribute: Attribute[int], end: int) -> None:
    if not 0 <= span.start <= end:
        raise ValueError(f"a span needs 0 <= start <= end, got start={span.start} and end={end}")


def check_share(record: Any, attribute: Attribute[float], value: float) -> None:
    """Refuse what is no share.

    Raises:
        ValueError: The value lies outside 0 to 1.
    """
    if not 0 <= value <= 1:
        raise ValueError(f"{attribute.name} goes from 0 to 1, got {value}")


@frozen(order=True)
class Span(Record):
    """A stretch of the text that was passed in.

    Attributes:
        start: Index of the first character.
        end: Index behind the last character.
        text: The words themselves, ``text[start:end]`` of the whole.
    """

    start: int
    end: int = field(validator=_check_end)
    text: str = field(repr=True)

    def to_dict(self) -> dict[str, Any]:
        """Return ``{"text", "span": [start, end]}``."""
        return {"text": to_wire(self.text), "span": [self.start, self.end]}

    @classmethod
    def from_dict(cls, wire: dict[str, Any]) -> Span:
        """Read what `to_dict` wrote."""
        start, end = wire["span"]
        return cls(start, end, from_wire(wire["text"]))


@frozen
class Quotation(Record):
    """The words said, with the words of the sentence that say whose they are.

    Attributes:
        kind: ``"direct"`` (the speaker's own words in quotation marks, after a dialogue dash or in a turn of
            a transcript), ``"indirect"`` (reported without marks) or ``"mixed"`` (a reported clause, some of
            whose words are in marks).
        spans: The parts in text order, without overlap; several when the quotation is interrupted, and one
            a paragraph when it runs through several.
        cue: The words that introduce it ("said", "according to"), or None.
        source: The words of the sentence that say whose it is, or None.
        factuality: ``"asserted"``, ``"negated"`` ("did not say") or ``"hypothetical"`` ("if she says"), after
            FactBank (Saurí and Pustejovsky 2009).
        confidence: How likely a careful reader would call these words a quotation of somebody at all, from 0 to 1,
            calibrated; 1.0 where the layout leaves no doubt.
        gaps: The numbers of the parts, counted from 1, that words of the writer separate from the part before.
            They do not count when two quotations are compared.
    """

    kind: Kind = field(validator=in_(KINDS))
    spans: tuple[Span, ...] = field()
    cue: Span | None = None
    source: Span | None = None
    factuality: Factuality = field(default="asserted", validator=in_(get_args(Factuality)))
    confidence: float = field(default=1.0, validator=check_share)
    gaps: tuple[int, ...] = field(default=(), eq=False, repr=False)

    @spans.validator
    def _in_order(self, attribute: Attribute[tuple[Span, ...]], spans: tuple[Span, ...]) -> None:
        if not spans:
            raise ValueError("a quotation needs at least one span")
        if len(spans) > 1 and any(left.end > right.start for left, right in pairwise(spans)):
            raise ValueError(f"the spans of a quotation must be in order and apart, got {spans}")

    @property
    def text(self) -> str:
        r"""The parts in one string, which can be copied without misquoting.

        They are joined by one space where only marks and white space lie between them, and by " … " where words of
        the writer were left out.

        >>> from quotex import extract_quotes
        >>> for a in extract_quotes("“We won,” said Ana. “At last.”\n\n“Who,” asked Bo, “is we?”"):
        ...     print(a.quote.text)
        We won, … At last.
        Who, … is we?
        """
        pieces = [self.spans[0].text]
        for number, span in enumerate(self.spans[1:], 1):
            # A part that begins with an ellipsis has a gap before it, so that `from_dict` can tell the parts apart.
            wide = number in self.gaps or f"{span.text} ".startswith(GAP[1:])
            pieces += [GAP if wide else " ", span.text]
        return "".join(pieces)

    @property
    def start(self) -> int:
        """Index of the first character of the first part."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """Index behind the last character of the last part."""
        return self.spans[-1].end


@frozen
class Speaker(Record):
    """Whose words they are.

    Attributes:
        name: The best known form of the entity, without a leading "the"; for a pronoun or description that
            nothing resolves the mention's own text, for a narrator without a name "I".
        mention: The noun phrase as written here, with determiner and title; None when the text has none.
        form: How it is written: ``"name"``, ``"nominal"``, ``"pronoun"`` or ``"implicit"`` (not at all).
        type: ``"person"``, ``"organization"`` (also states and governments), ``"group"`` or ``"unknown"``.
        role: What the text says the speaker is ("U.S. Secretary of State"), or None.
        gender: ``"female"``, ``"male"`` or None, as titles, pronouns and names in the text show it.
        entity: Place of the entity in the cast of the result.
        members: The speakers of a coordinated mention ("Trump and Pence"); else empty.
    """

    name: str
    mention: Span | None = None
    form: Form = field(default="implicit", validator=in_(get_args(Form)))
    type: SpeakerType = field(default="unknown", validator=in_(get_args(SpeakerType)))
    role: str | None = None
    gender: Gender | None = field(default=None, validator=in_((*get_args(Gender), None)))
    entity: int | None = None
    members: tuple[Speaker, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form; ``text`` and ``span`` are the mention's."""
        return {
            "name": to_wire(self.name),
            "text": to_wire(self.mention.text) if self.mention else None,
            "span": [self.mention.start, self.mention.end] if self.mention else None,
            "form": self.form,
            "type": self.type,
            "role": None if self.role is None else to_wire(self.role),
            "gender": self.gender,
            "entity": self.entity,
            "members": [member.to_dict() for member in self.members],
        }

    @classmethod
    def from_dict(cls, wire: dict[str, Any]) -> Speaker:
        """Read what `to_dict` wrote."""
        return cls(
            name=from_wire(wire["name"]),
            mention=Span.from_dict(wire) if wire["span"] else None,
            form=wire["form"],
            type=wire["type"],
            role=None if wire["role"] is None else from_wire(wire["role"]),
            gender=wire["gender"],
            entity=wire["entity"],
            members=tuple(cls.from_dict(member) for member in wire["members"]),
        )


@frozen
class Entity(Record):
    """A person or body that the text speaks of: one entry of the cast.

    Attributes:
        name: The best known form, without a leading "the".
        forms: Each form of the name with the number of times it occurs, most frequent first.
        type: As in `Speaker`.
        role: As in `Speaker`.
        gender: As in `Speaker`.
        count: How often the entity is named.
    """

    name: str
    forms: tuple[tuple[str, int], ...] = ()
    type: SpeakerType = field(default="unknown", validator=in_(get_args(SpeakerType)))
    role: str | None = None
    gender: Gender | None = None
    count: int = 0


@frozen
class Evidence(Record):
    """What one rule found.

    Attributes:
        rule: The name of the rule.
        span: The words that it rests on, or None.
        speaker: The name that it speaks for, or None.
        weight: How strongly it speaks, in log-odds or as a share; comparable within one record.
        won: Whether the speaker it speaks for was chosen.
    """

    rule: str
    span: Span | None = None
    speaker: str | None = None
    weight: float = 0.0
    won: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return {
            "rule": self.rule,
            "text": to_wire(self.span.text) if self.span else None,
            "span": [self.span.start, self.span.end] if self.span else None,
            "speaker": None if self.speaker is None else to_wire(self.speaker),
            "weight": self.weight,
            "won": self.won,
        }

    @classmethod
    def from_dict(cls, wire: dict[str, Any]) -> Evidence:
        """Read what `to_dict` wrote."""
        span = Span.from_dict(wire) if wire["span"] else None
        speaker = None if wire["speaker"] is None else from_wire(wire["speaker"])
        return cls(wire["rule"], span, speaker, wire["weight"], wire["won"])
