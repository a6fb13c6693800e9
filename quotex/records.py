"""Define the records: who said what, and exactly where the text says so.

An *attribution* links a quotation (the words said), a cue (the words that introduce it) and a speaker (the person or
body quoted).  Every offset is an index into the string that was passed in, and the end is exclusive, so
``text[span.start:span.end] == span.text`` always holds.  All records are frozen and hashable.
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
    r"""Return text that can be written as UTF-8: lone surrogates are written as ``\udXXX``; all else stays.

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
    """Share what all records have in common: they are pickled as a call of their class, twice as fast as by attrs."""

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
    """Reject a value that is not between 0 and 1.

    Raises:
        ValueError: The value lies outside 0 to 1.
    """
    if not 0 <= value <= 1:
        raise ValueError(f"{attribute.name} must lie between 0 and 1, not {value}")


@frozen(order=True)
class Span(Record):
    """Mark a stretch of the text that was passed in.

    Attributes:
        start: Index of the first character.
        end: Index after the last character.
        text: The characters from ``start`` to ``end``.
    """

    start: int
    end: int = field(validator=_check_end)
    text: str = field(repr=True)

    def to_dict(self) -> dict[str, Any]:
        """Return ``{"text", "span": [start, end]}``."""
        return {"text": to_wire(self.text), "span": [self.start, self.end]}

    @classmethod
    def from_dict(cls, wire: dict[str, Any]) -> Span:
        """Rebuild a record from `to_dict`."""
        start, end = wire["span"]
        return cls(start, end, from_wire(wire["text"]))


@frozen
class Quotation(Record):
    """Hold the words said, and the words of the sentence that attribute them.

    Attributes:
        kind: ``"direct"`` (the speaker's own words, in quotation marks, after a dialogue dash or in a turn of a
            transcript), ``"indirect"`` (reported without quotation marks) or ``"mixed"`` (a reported clause with some
            words in quotation marks).
        spans: The parts in text order, without overlap.  An interrupted quotation has several; one that runs over
            several paragraphs has one per paragraph.
        cue: The words that introduce it ("said", "according to"), or None.
        source: The words of the sentence that name its source, or None.
        factuality: ``"asserted"``, ``"negated"`` ("did not say") or ``"hypothetical"`` ("if she says"), after
            FactBank (Saurí and Pustejovsky 2009).
        confidence: The probability that a careful reader would call these words a quotation, from 0 to 1, calibrated;
            1.0 where the layout leaves no doubt.
        gaps: The indices of the parts that words of the writer separate from the part before.  They are ignored when
            quotations are compared.
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
        r"""The parts as one string that can be copied without misquoting.

        Parts are joined by a space if only quotation marks and white space lie between them, and by " … " if words of
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
        """Index after the last character of the last part."""
        return self.spans[-1].end


@frozen
class Speaker(Record):
    """Identify the person or body quoted.

    Attributes:
        name: The fullest form of the name in the text, without a leading "the".  For a pronoun or description that
            cannot be resolved, it is the text of the mention; for a narrator without a name, "I".
        mention: The noun phrase used here, with its determiner and title; None if there is none.
        form: The form of the mention: ``"name"``, ``"nominal"``, ``"pronoun"`` or ``"implicit"`` (no mention).
        type: ``"person"``, ``"organization"`` (including states and governments), ``"group"`` or ``"unknown"``.
        role: The office or description that the text gives ("U.S. Secretary of State"), or None.
        gender: ``"female"``, ``"male"`` or None, as shown by titles, pronouns and names in the text.
        entity: Index of the speaker in the cast of the result.
        members: The speakers of a joint mention ("Trump and Pence"); otherwise empty.
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
        """Return the speaker in the wire format; ``text`` and ``span`` are those of the mention."""
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
        """Rebuild a record from `to_dict`."""
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
    """Describe a person or body named in the text: one member of the cast.

    Attributes:
        name: The fullest form of the name, without a leading "the".
        forms: Each form of the name with its number of occurrences, most frequent first.
        type: As in `Speaker`.
        role: As in `Speaker`.
        gender: As in `Speaker`.
        count: The number of times the entity is named.
    """

    name: str
    forms: tuple[tuple[str, int], ...] = ()
    type: SpeakerType = field(default="unknown", validator=in_(get_args(SpeakerType)))
    role: str | None = None
    gender: Gender | None = None
    count: int = 0


@frozen
class Evidence(Record):
    """Record what one rule found.

    Attributes:
        rule: The name of the rule.
        span: The words it rests on, or None.
        speaker: The name of the speaker it points to, or None.
        weight: Its strength, in log-odds or as a share; comparable within one record only.
        won: Whether the speaker it points to was chosen.
    """

    rule: str
    span: Span | None = None
    speaker: str | None = None
    weight: float = 0.0
    won: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the evidence in the wire format."""
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
        """Rebuild a record from `to_dict`."""
        span = Span.from_dict(wire) if wire["span"] else None
        speaker = None if wire["speaker"] is None else from_wire(wire["speaker"])
        return cls(wire["rule"], span, speaker, wire["weight"], wire["won"])
