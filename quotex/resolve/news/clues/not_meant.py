"""Whom «he» and «she» do not mean although they fit: a place named like a person, and who only tells of somebody."""

from __future__ import annotations

from quotex.lexicon.pronouns import GENDERS
from quotex.resolve.news.discourse import Discourse, Recent

_ACCORDING_TO = "according to "


def only_placed(offset: int, discourse: Discourse) -> set[int]:
    """Return the names that stand in a place and do nothing anywhere: "the school in Santa Lucia"."""
    text = discourse.document.text
    inside = (m for m in discourse.before(offset) if m.named and text.endswith(" in ", 0, m.start))
    return {m.entity for m in inside if not (discourse.possessor(m.end) or discourse.stands_as_subject(m.entity))}


def without_who_told(kind: str, latest: dict[int, list[Recent]], discourse: Discourse) -> dict[int, list[Recent]]:
    """Return those of whom somebody without a name or gender tells, if one of them agrees: «Ana Ruiz will sell,
    according to a third person. Reached in Leeds, she said»."""
    text, entities = discourse.document.text, discourse.cast.entities
    agreeing = {discourse.place(m[0].start) for entity, m in latest.items() if entities[entity].gender == GENDERS[kind]}
    return {
        entity: mentions
        for entity, mentions in latest.items()
        if mentions[0].named
        or entities[entity].gender
        or discourse.place(mentions[0].start) not in agreeing
        or not text.endswith(_ACCORDING_TO, 0, mentions[0].start)
    }
