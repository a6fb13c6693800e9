"""What speaks for and against whom a pronoun may mean: where the mention stands, what it is there, who has spoken."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.lexicon.pronouns import GENDERS
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.discourse import Discourse, Recent

_CHAIN = 12  # latest mentions that are looked at
_OPENS = 25  # characters from the start of a sentence within which a mention opens it
_ASKED_WITHIN = 300
_ASKED_AT_MOST = 2500  # characters back, in a sentence without end
_OBJECT = 60
_ASKS = pattern(
    r"(?<!\p{L})(?:ask|accuse|question|press|urge|tell|invite|challenge|remind|criticise|criticize|blame|sue|call)"
    r"(?:d|ed|s|ing)?\s|\btold\s|\bmet\s|\bwith\s|\b(?:wr[io]tes?|writing|written|appeal(?:s|ed)?|spoke|complain(?:s|ed)?|"
    r"hint(?:s|ed)?|explain(?:s|ed)?|suggest(?:s|ed)?|said|says|whisper(?:s|ed)?)\sto\s"
)


def group_of(kind: str) -> str:
    """Pronouns of one behaviour: those of people, and the others one by one."""
    return "one" if kind in ("he", "she", "person") else kind


def place_features(
    kind: str, last: Recent, step: str, part: str, discourse: Discourse, asker: tuple[int, int] | None, mark: str
) -> list[str]:
    """Return what the place of a mention tells, for each group of pronouns apart."""
    group = group_of(kind)
    features = [f"{mark}{group} {part} at {step}"]
    if part in ("subject", "source") and last.start - discourse.document.sentence_at(last.start).start <= _OPENS:
        features.append(f"{mark}{group} opens at {step}")
    if asker is not None and asker[0] <= last.start < asker[1]:
        features.append(f"{mark}asked")
    if discourse.apposed(last.start):
        features.append(f"{mark}in apposition")
    if discourse.prepositional(last.start):
        features.append(f"{mark}{group} behind a preposition")
    return features


def who_is_asked(offset: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the object of asking, accusing or telling in the sentence before: who is likely to answer."""
    if offset not in discourse.asked:
        discourse.asked[offset] = _read_asked(offset, discourse)
    return discourse.asked[offset]


def _read_asked(offset: int, discourse: Discourse) -> tuple[int, int] | None:
    sentence = discourse.document.sentence_at(offset)
    floor = max(
        discourse.document.paragraphs[sentence.paragraph][0], sentence.start - _ASKED_WITHIN, offset - _ASKED_AT_MOST
    )
    last = None
    for last in _ASKS.finditer(discourse.document.text, floor, offset):  # noqa: B007
        pass
    return (last.end(), last.end() + _OBJECT) if last is not None else None


def counted_from(start: int, offset: int, quotation: Quotation) -> int:
    """Return the place from which the way back to a mention is counted: where the quotation begins, if the pronoun
    stands behind it."""
    return quotation.start if start < quotation.start < offset else offset


def steps_back(start: int, offset: int, discourse: Discourse) -> str:
    """Return how far back a mention stands, by sentences and paragraphs."""
    here, there = discourse.place(offset), discourse.place(start)
    if here.paragraph == there.paragraph:
        return f"s{min(here.sentence - there.sentence, 3)}"
    gap = here.paragraph - there.paragraph
    first = "" if here.sentence == 0 else "+"
    if gap == 1:
        final = len(discourse.document.sentences_of(there.paragraph)) - 1 - there.sentence
        return f"p1{'last' if final == 0 else 'early'}{first}"
    return f"p{min(gap, 4)}{first}"


def part_of(last: Recent, discourse: Discourse) -> str:
    """Return what the mention is in its sentence: the source of a report, within one, a possessor, a modifier, a
    subject."""
    if discourse.source(last.start, last.end):
        return "source"
    if discourse.possessor(last.end):
        return "possessor"
    if discourse.modifier(last.end) or discourse.within_source(last.start, last.end):
        return "modifier"
    subject = discourse.subject(last.start, last.end)
    if discourse.reported(last.start):
        return "subject of a report" if subject else "within a report"
    return "subject" if subject else "other"


def opening(last: Recent, discourse: Discourse) -> list[str]:
    """Tell whether the mention opens its sentence or its paragraph."""
    place = discourse.place(last.start)
    sentence = discourse.document.sentence_at(last.start)
    if last.start - sentence.start > 25:
        return []
    return ["opens paragraph"] if place.sentence == 0 else ["opens sentence"]


def agreement(kind: str, entity: int, discourse: Discourse) -> list[str]:
    member = discourse.cast.entities[entity]
    gender = "known" if member.gender else "unknown"
    words = "several words" if " " in member.name else "one word"
    named = f"{group_of(kind)} {member.type} {words} {'gendered' if member.gender else 'open'}"
    if member.named and not discourse.acts(entity):
        named += " idle"  # it never is a subject: a place or a title
    return [f"{kind} gender {gender}", f"{kind} type {member.type}", named, *(["role"] if member.role else [])]


def history(entity: int, offset: int, discourse: Discourse) -> list[str]:
    """Tell whether the entity has just spoken."""
    features = []
    told = [t for t in discourse.told[-6:] if t.start < offset]
    if told:
        last = told[-1]
        near = discourse.place(offset).paragraph - discourse.place(last.end - 1).paragraph
        if last.entity == entity:
            features.append(f"spoke last, {min(near, 3)} paragraphs back")
        elif near <= 1:
            features.append("another spoke last")
        if len(told) > 1 and told[-2].entity == entity:
            features.append("spoke before last")
    spoken = discourse.spoken.get(entity, 0)
    features.append(f"spoke {min(spoken, 3)} times")
    return features


def chain(last: Recent, mentions: Sequence[Recent], discourse: Discourse) -> list[str]:
    """Tell how the entity has been mentioned lately: whom a text is about is mostly "she", others are named."""
    text = discourse.document.text
    pronouns = sum(text[m.start : m.end].lower() in GENDERS for m in mentions[:_CHAIN])
    form = "pronoun" if text[last.start : last.end].lower() in GENDERS else "name"
    return [f"last a {form}", f"{form} {part_of(last, discourse)}", f"pronouns {min(pronouns, 6)}"]


def frequency(entity: int, mentions: Sequence[Recent], discourse: Discourse) -> list[str]:
    count = discourse.cast.entities[entity].count
    features = [f"count {min(count.bit_length(), 5)}", f"recent {min(len(mentions), 4)}"]
    return features if mentions[0].named else [*features, "described last"]
