"""What the rules of the news resolver work on, and what each of them answers."""

from __future__ import annotations

from typing import NamedTuple

from quotex.read.document import Document
from quotex.records import Form, Gender, SpeakerType
from quotex.resolve.entities import Cast
from quotex.resolve.nominals import Nominals
from quotex.resolve.salience import Discourse


class Answer(NamedTuple):
    """What one rule says of one quotation.

    Attributes:
        rule: The name of the rule.
        entity: Place of the speaker in the cast.
        mention: Offsets of the noun phrase that names the speaker.
        form: How it is written.
        span: Offsets of the words that the answer rests on.
        features: Named features for the confidence.
        weight: How strongly the rule speaks, in log-odds.
        others: Entity, offsets and weight of candidates that lost.
        members: Entity and offsets of each member of a group.
        type: Type that the mention itself shows, or None.
        gender: Gender that it shows, or None.
    """

    rule: str
    entity: int
    mention: tuple[int, int] | None
    form: Form
    span: tuple[int, int] | None = None
    features: tuple[tuple[str, float], ...] = ()
    weight: float = 0.0
    others: tuple[tuple[int, tuple[int, int], float], ...] = ()
    members: tuple[tuple[int, tuple[int, int]], ...] = ()
    type: SpeakerType | None = None
    gender: Gender | None = None


class Article:
    """One document on its way through the resolution.

    Attributes:
        document: The text that was read.
        cast: Its entities.
        discourse: Who is spoken of where, and who has spoken.
        nominals: The descriptions that stand for entities of their own.
        pronouns: What is known of source pronouns, by their offset.
        signed: Where the name of the author may stand, once it has been looked for.
        guest: Offsets and entity of the one interviewed, once it has been looked for.
    """

    def __init__(self, document: Document, cast: Cast, discourse: Discourse) -> None:
        self.document = document
        self.cast = cast
        self.discourse = discourse
        self.nominals = Nominals(discourse)
        self.pronouns: dict[int, Answer] = {}
        self.signed: list[int] | None = None
        self.guest: tuple[int, int, int] | None = None
        discourse.same = self.nominals.holders()
