"""What a resolver decides about one quotation: whose it is, and on what evidence."""

from __future__ import annotations

from typing import NamedTuple

from quotex.records import Evidence, Form, Gender, SpeakerType


class Decision(NamedTuple):
    """Whose one quotation is.

    Attributes:
        entity: Place of the speaker in the cast, or None when the text shows no source.
        mention: Offsets of the noun phrase that names the speaker, or None.
        form: How the mention is written.
        confidence: How likely the entity is right, from 0 to 1.
        evidence: The winning evidence first, then at most three that lost.
        addressee: Place in the cast of the one spoken to, or None.
        addressee_mention: Offsets of the words that show the addressee, or None.
        members: Entity and mention of each member of a coordinated source.
        type: What the mention itself says of the speaker's type, or None to take the entity's.
        gender: The same for the gender.
        role: The same for the role.
    """

    entity: int | None = None
    mention: tuple[int, int] | None = None
    form: Form = "implicit"
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    addressee: int | None = None
    addressee_mention: tuple[int, int] | None = None
    members: tuple[tuple[int, tuple[int, int]], ...] = ()
    type: SpeakerType | None = None
    gender: Gender | None = None
    role: str | None = None
