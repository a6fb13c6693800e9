"""Whom a pronoun means in a report: candidates by agreement, weighed by a small linear ranker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import exp

import regex
from attrs import define

from quotex.lexicon.classes import noun_classes
from quotex.lexicon.nouns import head_of, singulars
from quotex.lexicon.pronouns import GENDERS
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.beside import name_behind
from quotex.resolve.news.descriptions.find_descriptions import descriptions_before, fits
from quotex.resolve.news.discourse import Discourse, Recent
from quotex.resolve.people.mention import Mention

DESCRIBED = -1  # in place of an entity: the mention is a description


@define(eq=False)
class Candidate(Mention):
    """What a pronoun or a description may mean, with the named features that speak for and against it."""

    features: tuple[str, ...]


@define(eq=False)
class Antecedent(Mention):
    """The mention chosen, its share of the belief, and the other candidates with theirs.

    The entity is `DESCRIBED` when the mention is a description that still has to be resolved.
    """

    probability: float
    margin: float
    others: tuple[tuple[Candidate, float], ...]


def agrees(kind: str, discourse: Discourse, entity: int) -> bool:
    """Tell whether an entity can be meant by a pronoun of this class, by its gender and type."""
    member = discourse.cast.entities[entity]
    if kind in ("he", "she"):
        if member.type in ("organization", "group") or member.gender not in (None, GENDERS[kind]):
            return False
        return " " in member.name or not _is_plural(member.name.lower())  # the name of many is no «he»
    if kind in ("they", "it"):
        return member.type != "person" and member.gender is None
    return member.type != "organization"


@lru_cache(maxsize=4096)
def _is_plural(word: str) -> bool:
    """Tell whether a word is a noun for several people: "landowners"."""
    known = noun_classes()
    return head_of(word)[1] or known.get(word) == "p" and any(known.get(one) == "p" for one in singulars(word))


def _described_fits(kind: str, type_: str) -> bool:
    """Tell whether an entity that has only been described can be meant: a statement is no "they"."""
    if kind == "it":
        return type_ in ("organization", "unknown")
    return type_ in (("organization", "group") if kind == "they" else ("person",))


def candidates(
    kind: str,
    offset: int,
    quotation: Quotation,
    discourse: Discourse,
    meant: Callable[[str, Discourse, int], bool] = agrees,
) -> list[Candidate]:
    """Return the entities that fit, each at its latest mention, the latest first."""
    latest: dict[int, list[Recent]] = {}
    speech = discourse.around(offset) if kind in ("he", "she") else None
    for mention in discourse.before(offset):
        if speech is not None and mention.entity == speech.entity:
            continue  # nobody is "she" in her own words
        if not mention.named and not _described_fits(kind, discourse.cast.entities[mention.entity].type):
            continue
        if not meant(kind, discourse, mention.entity):
            continue
        if kind in ("he", "she", "person") and mention.named and _is_no_person(mention, discourse):
            continue
        if not _asks(mention, offset, discourse):
            latest.setdefault(mention.entity, []).append(mention)
    latest = _since_break(latest, offset, discourse) if kind in ("he", "she", "person") else latest
    latest = _without_actors(kind, latest, offset, discourse)
    told = {entity: _outside(mentions, discourse) for entity, mentions in latest.items()}
    asker = _asked(offset, discourse)
    if kind in ("he", "she") and any(not is_nobody(entity, discourse) for entity in latest):
        latest = {entity: mentions for entity, mentions in latest.items() if not is_nobody(entity, discourse)}
    order = sorted(latest, key=lambda entity: (told[entity] is None, -(told[entity] or latest[entity][0]).start))
    taken_up = _taken_up(kind, order, discourse)
    found = [
        _candidate(kind, rank, told[entity], latest[entity], offset, quotation, discourse, asker)
        for rank, entity in enumerate(order)
        if (told[entity] is not None or not _named_within(latest[entity], quotation))
        and (rank <= taken_up or not _in_passing(latest[entity][0], offset, discourse))
    ]
    if _group(kind) == "one":
        _set_beside(found, discourse)
    return found


def _set_beside(found: Sequence[Candidate], discourse: Discourse) -> None:
    """Tell of candidates in one sentence which is its subject or speaks, and who only stands beside such a one."""
    heads = {discourse.place(c.start) for c in found if _heads(c)}
    beside = {discourse.place(c.start) for c in found if not _heads(c)}
    for candidate in found:
        place, own = discourse.place(candidate.start), _heads(candidate)
        if place in (beside if own else heads):
            step = next((f[3:] for f in candidate.features if f.startswith("at=")), "")
            candidate.features += (f"{'above' if own else 'beneath'} at {step}",)


def _heads(candidate: Candidate) -> bool:
    return "subject" in candidate.features or "source" in candidate.features


def _since_break(latest: dict[int, list[Recent]], offset: int, discourse: Discourse) -> dict[int, list[Recent]]:
    """Return those mentioned since the last line of signs, if there are any: each item of a running report brings its
    people in anew."""
    here = {entity: found for entity, found in latest.items() if not discourse.parted(found[0].start, offset)}
    return here or latest


def is_nobody(entity: int, discourse: Discourse) -> bool:
    """Tell whether a name of one word, of no known kind, never says or does anything: a place or a work, as like as
    not."""
    member = discourse.cast.entities[entity]
    unknown = member.type == "unknown" and " " not in member.name  # what gender it has, a "she" nearby has lent it
    return unknown and member.named and not discourse.stands_as_subject(entity)


def _is_no_person(mention: Recent, discourse: Discourse) -> bool:
    """Tell whether a mention is that of a place or a thing, or of many: "like many Javanese"."""
    if discourse.place_like(mention.start) or discourse.dateline(mention.entity):
        return True
    if discourse.impersonal(mention.entity) or discourse.thing(mention.entity):
        return True
    text, floor = discourse.document.text, max(0, mention.start - _NUMBER)
    if not text[floor : mention.start].rstrip().endswith(_QUANTIFIERS):
        return False
    return _MANY.search(text, floor, mention.start) is not None


def _asks(mention: Recent, offset: int, discourse: Discourse) -> bool:
    """Tell whether somebody is the asker whom the sentence of the pronoun answers: "Asked by Ana Ruiz if …, she
    said"."""
    if discourse.place(mention.start) != discourse.place(offset):
        return False
    text = discourse.document.text
    return _ASKED_BY.search(text, max(0, mention.start - _REACH_OF_ASKED), mention.start) is not None


def _without_actors(
    kind: str, latest: dict[int, list[Recent]], offset: int, discourse: Discourse
) -> dict[int, list[Recent]]:
    """Return those who do not act on who is meant, if somebody whose gender agrees is among them."""
    others = {entity: m for entity, m in latest.items() if not _acts_on(kind, m[0], offset, discourse)}
    return others if any(discourse.cast.entities[entity].gender for entity in others) else latest


def _acts_on(kind: str, mention: Recent, offset: int, discourse: Discourse) -> bool:
    """Tell whether somebody of unknown gender did something to who is meant, or is contrasted: «Reed invited her to
    sit. She …», «Reed said no; she …»."""
    object_ = _OBJECTS.get(kind)
    if object_ is None or not mention.named or discourse.cast.entities[mention.entity].gender:
        return False
    here, there = discourse.place(offset), discourse.place(mention.start)
    if here.paragraph != there.paragraph or here.sentence - there.sentence > 1:
        return False
    text = discourse.document.text
    contrasted = here.sentence == there.sentence and text[offset - 2 : offset] == "; "
    if not contrasted and object_.match(text, mention.end, min(offset, mention.end + _OBJECT)) is None:
        return False
    return discourse.subject(mention.start, mention.end) or discourse.apposed(mention.start)


def _taken_up(kind: str, order: Sequence[int], discourse: Discourse) -> int:
    """Return the place in the order of the latest one whom a pronoun of this class has meant before, or the last
    place."""
    return next((at for at, entity in enumerate(order) if (kind, entity) in discourse.meant), len(order))


def _in_passing(last: Recent, offset: int, discourse: Discourse) -> bool:
    """Tell whether somebody was mentioned only once, in an earlier paragraph, and did not speak last under a name."""
    member = discourse.cast.entities[last.entity]
    if member.count > 1:
        return False
    just = discourse.told and discourse.told[-1].entity == last.entity and (member.named or member.gender)
    gap = discourse.place(offset).paragraph - discourse.place(last.start).paragraph
    return gap > 0 and not just and not (gap == 1 and discourse.subject(last.start, last.end))


def _outside(mentions: Sequence[Recent], discourse: Discourse) -> Recent | None:
    """Return the latest mention outside anybody's own words."""
    return next((m for m in mentions if not discourse.quoted(m.start)), None)


def _named_within(mentions: Sequence[Recent], quotation: Quotation) -> bool:
    """Tell whether the entity is named in the quotation itself: speakers seldom name themselves."""
    return any(span.start <= m.start < span.end for m in mentions for span in quotation.spans)


def described_candidates(kind: str, offset: int, quotation: Quotation, discourse: Discourse) -> list[Candidate]:
    """Return the descriptions near a pronoun that it fits, each noun at its latest mention, the latest first."""
    found: dict[str, Candidate] = {}
    known = discourse.resolved_starts()
    speech = discourse.around(offset) if kind in ("he", "she") else None
    asker = _asked(offset, discourse)
    for described in descriptions_before(discourse.document, offset):
        if described.noun in found or described.start in known or not fits(kind, described):
            continue
        if _asks(Recent(described.start, described.end, DESCRIBED, False), offset, discourse):
            continue
        if described.head.type == "person" and name_behind(described.end, discourse) is not None:
            continue  # «Its secretary, Ana Ruiz,» is Ruiz
        if quotation.kind == "direct" and described.end < quotation.start and has_asked(described.end, discourse):
            continue  # «A reporter wanted to know. “Fish,” he said.»
        if described.head.type == "document" and not discourse.subject(described.start, described.end):
            continue
        if (
            discourse.predicate(described.start)
            or (discourse.quoted(described.start) and (speech is None or discourse.around(described.start) != speech))
            or any(s.start <= described.start < s.end for s in quotation.spans)
        ):
            continue
        last = Recent(described.start, described.end, DESCRIBED, False)
        step, part = _step(last.start, _asked_at(last.start, offset, quotation), discourse), _part(last, discourse)
        features = [
            f"described {described.determiner}",
            f"described {_group(kind)} {described.head.type} {described.head.binding}",
            f"described gender {'known' if described.head.gender else 'unknown'}",
            f"described rank={min(len(found), 3)}",
            *_where(kind, last, step, part, discourse, asker, "described "),
        ]
        found[described.noun] = Candidate(described.start, described.end, DESCRIBED, tuple(features))
    return list(found.values())


def has_asked(end: int, discourse: Discourse) -> bool:
    """Tell whether a description is the subject of a verb of asking right behind it."""
    return _ASKING.match(discourse.document.text, end, end + _OBJECT) is not None


def _candidate(
    kind: str,
    rank: int,
    told: Recent | None,
    mentions: Sequence[Recent],
    offset: int,
    quotation: Quotation,
    discourse: Discourse,
    asker: tuple[int, int] | None,
) -> Candidate:
    """Name what speaks for and against one entity."""
    last = told or mentions[0]
    entity = last.entity
    features = ["only quoted"]
    if told is not None:
        step, part = _step(last.start, _asked_at(last.start, offset, quotation), discourse), _part(last, discourse)
        features = [f"rank={min(rank, 4)}", f"at={step}", f"{part}", f"{part} at {step[:2]}"]
        if part in ("subject", "source"):
            features += _opening(last, discourse)
        features += _where(kind, last, step, part, discourse, asker, "")
    if discourse.parted(last.start, offset):
        features.append("break between")
    features += _agreement(kind, entity, discourse)
    features += _history(entity, offset, discourse)
    features += _frequency(entity, mentions, discourse)
    if kind in _SUBJECTS:
        features += _chain(last, mentions, discourse)
    if _named_within(mentions, quotation):
        features.append(f"named in {quotation.kind}")
    return Candidate(last.start, last.end, entity, tuple(features))


def _group(kind: str) -> str:
    """Pronouns of one behaviour: those of people, and the others one by one."""
    return "one" if kind in ("he", "she", "person") else kind


def _where(
    kind: str, last: Recent, step: str, part: str, discourse: Discourse, asker: tuple[int, int] | None, mark: str
) -> list[str]:
    """Return what the place of a mention tells, for each group of pronouns apart."""
    group = _group(kind)
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


def _asked(offset: int, discourse: Discourse) -> tuple[int, int] | None:
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


def _asked_at(start: int, offset: int, quotation: Quotation) -> int:
    """Return the place from which the way back to a mention is counted: where the quotation begins, if the pronoun
    stands behind it."""
    return quotation.start if start < quotation.start < offset else offset


def _step(start: int, offset: int, discourse: Discourse) -> str:
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


def _part(last: Recent, discourse: Discourse) -> str:
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


def _opening(last: Recent, discourse: Discourse) -> list[str]:
    """Tell whether the mention opens its sentence or its paragraph."""
    place = discourse.place(last.start)
    sentence = discourse.document.sentence_at(last.start)
    if last.start - sentence.start > 25:
        return []
    return ["opens paragraph"] if place.sentence == 0 else ["opens sentence"]


def _agreement(kind: str, entity: int, discourse: Discourse) -> list[str]:
    member = discourse.cast.entities[entity]
    gender = "known" if member.gender else "unknown"
    words = "several words" if " " in member.name else "one word"
    named = f"{_group(kind)} {member.type} {words} {'gendered' if member.gender else 'open'}"
    if member.named and not discourse.acts(entity):
        named += " idle"  # it never is a subject: a place or a title
    return [f"{kind} gender {gender}", f"{kind} type {member.type}", named, *(["role"] if member.role else [])]


def _history(entity: int, offset: int, discourse: Discourse) -> list[str]:
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


def _chain(last: Recent, mentions: Sequence[Recent], discourse: Discourse) -> list[str]:
    """Tell how the entity has been mentioned lately: whom a text is about is mostly "she", others are named."""
    text = discourse.document.text
    pronouns = sum(text[m.start : m.end].lower() in _SUBJECTS for m in mentions[:_CHAIN])
    form = "pronoun" if text[last.start : last.end].lower() in _SUBJECTS else "name"
    return [f"last a {form}", f"{form} {_part(last, discourse)}", f"pronouns {min(pronouns, 6)}"]


def _frequency(entity: int, mentions: Sequence[Recent], discourse: Discourse) -> list[str]:
    count = discourse.cast.entities[entity].count
    features = [f"count {min(count.bit_length(), 5)}", f"recent {min(len(mentions), 4)}"]
    return features if mentions[0].named else [*features, "described last"]


_SUBJECTS = frozenset(("he", "she"))
_CHAIN = 12  # latest mentions that are looked at
_OPENS = 25  # characters from the start of a sentence within which a mention opens it
_ASKED_WITHIN = 300
_ASKED_AT_MOST = 2500  # characters back, in a sentence without end
_OBJECT = 60
_REACH_OF_ASKED = 60
# "invited her to sit", "had never paid him"
_OBJECTS = {
    kind: pattern(
        rf"\s(?:(?:\p{{Ll}}+ly|at\slast|has|had|never|then|once|also)\s){{0,2}}\p{{Ll}}{{2,14}}\s{form}"
        r"(?=[.,;:!?]|\s(?:to|that|in|on|at|by|for|from|with|out|up|away|back|not)\b)"
    )
    for kind, form in (("he", "him"), ("she", "her"))
}
_NUMBER = 12
_QUANTIFIERS = ("few", "fellow", "many", "most", "several")
_MANY = pattern(rf"(?<!\p{{L}})(?:{'|'.join(_QUANTIFIERS)})\s$")
_ASKED_BY = pattern(
    r"\b(?:asked|challenged|pressed|questioned|quizzed)(?:\son\s\p{Lu}\p{Ll}++)?\sby\s"
    r"(?:(?:the\s)?\p{Lu}[\p{L}.]{1,20}['’]s?\s|(?:[\p{L}.-]{1,20}\s){0,4})$",
    regex.IGNORECASE,
)
_ASKING = pattern(
    r"\s(?:(?:\p{Ll}+ly|once|had|has|then)\s)?"
    r"(?:asked|asks|wondered|inquired|enquired|wants?\sto\sknow|wanted\sto\sknow)\b"
)
_ASKS = pattern(
    r"(?<!\p{L})(?:ask|accuse|question|press|urge|tell|invite|challenge|remind|criticise|criticize|blame|sue|call)"
    r"(?:d|ed|s|ing)?\s|\btold\s|\bmet\s|\bwith\s|\b(?:wr[io]tes?|writing|written|appeal(?:s|ed)?|spoke|complain(?:s|ed)?|"
    r"hint(?:s|ed)?|explain(?:s|ed)?|suggest(?:s|ed)?|said|says|whisper(?:s|ed)?)\sto\s"
)


def rank(found: Sequence[Candidate], weights: Mapping[str, float]) -> Antecedent | None:
    """Return the best candidate with its share of the belief (a softmax over all), or None without candidates."""
    if not found:
        return None
    scores = [sum(weights.get(feature, 0.0) for feature in candidate.features) for candidate in found]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    total = sum(shares)
    order = sorted(range(len(found)), key=lambda i: (-scores[i], i))
    best = found[order[0]]
    others = tuple((found[i], shares[i] / total) for i in order[1:4] if found[i].entity != DESCRIBED)
    margin = scores[order[0]] - scores[order[1]] if len(order) > 1 else 6.0
    return Antecedent(best.start, best.end, best.entity, shares[order[0]] / total, margin, others)
