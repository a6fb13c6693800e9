"""Whom a pronoun means in a report: candidates by agreement, weighed by a small linear ranker."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import exp

from attrs import define

from quotex.lexicon.classes import noun_classes
from quotex.lexicon.nouns import head_of, singulars
from quotex.lexicon.pronouns import GENDERS
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.beside import name_behind
from quotex.resolve.news.clues.agents import is_agent
from quotex.resolve.news.clues.not_meant import only_placed, without_who_told
from quotex.resolve.news.descriptions.find_descriptions import descriptions_before, fits
from quotex.resolve.news.discourse import Discourse, Recent
from quotex.resolve.news.pronoun_features import (
    agreement,
    chain,
    counted_from,
    frequency,
    group_of,
    history,
    opening,
    part_of,
    place_features,
    steps_back,
    who_is_asked,
)
from quotex.resolve.people.mention import Mention

DESCRIBED = -1  # in place of an entity: the mention is a description
_OBJECT = 60  # characters behind a description in which it asks
_OBJECTS = {
    kind: pattern(
        rf",?+\s(?:(?:\p{{Ll}}+ly|at\slast|has|had|never|then|once|also)\s){{0,2}}\p{{Ll}}{{2,14}}\s{form}"
        r"(?=[.,;:!?]|\s(?:to|that|if|whether|how|why|what|when|where|about|in|on|at|by|for|from|with|out|up|away|back|not)\b)"
    )
    for kind, form in (("he", "him"), ("she", "her"))
}
_TO = pattern(r"(?:\G|[\s“‘(])To\s(?:(?:his|her|the|my|our|their)\s(?:\p{Ll}[\p{Ll}-]*+\s){0,3}+)?$")
_REACH_OF_TO = 50
_REPLIES = frozenset(("replied", "replies", "answered", "answers", "responded", "retorted", "countered"))
_NUMBER = 12
_ASKERS = ("heckler", "interviewer", "questioner")
_QUANTIFIERS = ("few", "fellow", "many", "most", "several")
_MANY = pattern(rf"(?<!\p{{L}})(?:{'|'.join(_QUANTIFIERS)})\s$")
_ASKING = pattern(
    r"\s(?:(?:\p{Ll}+ly|once|had|has|then)\s)?"
    r"(?:asked|asks|wondered|inquired|enquired|wants?\sto\sknow|wanted\sto\sknow)\b"
)


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
    talking = discourse.talking(offset) if kind in ("he", "she") else set()
    themselves = talking or discourse.writers
    for mention in discourse.before(offset):
        if mention.entity in themselves:
            continue  # nobody is "she" in her own words
        if not mention.named and not _described_fits(kind, discourse.cast.entities[mention.entity].type):
            continue
        if not meant(kind, discourse, mention.entity):
            continue
        if kind in ("he", "she", "person") and mention.named and _is_no_person(mention, discourse):
            continue
        if kind in ("he", "she") and _is_spoken_to(mention, offset, discourse):
            continue
        if not is_agent(mention, offset, discourse) and not _is_asker(mention, quotation, discourse):
            latest.setdefault(mention.entity, []).append(mention)
    if kind in ("he", "she"):
        placed = only_placed(offset, discourse)
        latest = {entity: mentions for entity, mentions in latest.items() if entity not in placed}
        latest = without_who_told(kind, latest, discourse)
    latest = _since_break(latest, offset, discourse) if kind in ("he", "she", "person") else latest
    if quotation.cue is not None and quotation.cue.text in _REPLIES:
        latest = _without_askers(kind, latest, offset, discourse)
    latest = _without_actors(kind, latest, offset, discourse)
    told = {entity: _outside(mentions, discourse) for entity, mentions in latest.items()}
    asker = who_is_asked(offset, discourse)
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
    if group_of(kind) == "one":
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
    """Tell whether a name of one word, of no known kind, has never said and never does anything: a place or a work, as
    like as not."""
    member = discourse.cast.entities[entity]
    unknown = member.type == "unknown" and " " not in member.name  # what gender it has, a "she" nearby has lent it
    acts = entity in discourse.spoken or discourse.stands_as_subject(entity)
    return unknown and member.named and not acts


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


def _is_spoken_to(mention: Recent, offset: int, discourse: Discourse) -> bool:
    """Tell whether a sentence opens with the one spoken to, who is never its subject: "To his brother Bo, he wrote"."""
    text, floor = discourse.document.text, max(0, mention.start - _REACH_OF_TO)
    fronted = mention.named and text[offset - 2 : offset] == ", " and _TO.search(text, floor, mention.start) is not None
    return fronted and discourse.place(mention.start) == discourse.place(offset)


def _is_asker(mention: Recent, quotation: Quotation, discourse: Discourse) -> bool:
    """Tell whether somebody without a name asked what a direct quotation may answer: «a questioner claimed …»."""
    answers = quotation.kind == "direct" and not mention.named and mention.end < quotation.start
    return answers and is_who_asks(mention.end, discourse)


def _without_actors(
    kind: str, latest: dict[int, list[Recent]], offset: int, discourse: Discourse
) -> dict[int, list[Recent]]:
    """Return those who do not act on who is meant, if somebody whose gender agrees is among them."""
    others = {entity: m for entity, m in latest.items() if not _acts_on(kind, m[0], offset, discourse)}
    named = any(m[0].named for entity, m in latest.items() if entity not in others)
    sure = any(discourse.cast.entities[entity].gender or not named for entity in others)
    return others if sure else latest


def _without_askers(
    kind: str, latest: dict[int, list[Recent]], offset: int, discourse: Discourse
) -> dict[int, list[Recent]]:
    """Return those who did not just tell or ask the one who replies, if there are any: «Reed told him no. “Why?” he
    answered»."""
    here = discourse.place(offset)
    others = {
        entity: found
        for entity, found in latest.items()
        if not has_object(kind, found[0].end, offset, discourse)
        or here.paragraph != discourse.place(found[0].start).paragraph
        or here.sentence - discourse.place(found[0].start).sentence > 1
    }
    return others or latest


def _acts_on(kind: str, mention: Recent, offset: int, discourse: Discourse) -> bool:
    """Tell whether somebody of unknown gender did something to who is meant, or is contrasted: «Reed invited her to
    sit. She …», «Reed said no; she …»."""
    if mention.entity >= 0 and discourse.cast.entities[mention.entity].gender:
        return False
    here, there = discourse.place(offset), discourse.place(mention.start)
    if here.paragraph != there.paragraph or here.sentence - there.sentence > 1:
        return False
    text = discourse.document.text
    contrasted = here.sentence == there.sentence and text[offset - 2 : offset] == "; " and mention.named
    if not contrasted and not has_object(kind, mention.end, offset, discourse):
        return False
    return discourse.subject(mention.start, mention.end) or discourse.apposed(mention.start)


def has_object(kind: str, end: int, offset: int, discourse: Discourse) -> bool:
    """Tell whether the verb behind a subject has a pronoun of a class for its object: "A clerk asked him why"."""
    object_ = _OBJECTS.get(kind)
    return object_ is not None and object_.match(discourse.document.text, end, min(offset, end + _OBJECT)) is not None


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
    speech = discourse.speech_at(offset) if kind in ("he", "she") else None
    asker = who_is_asked(offset, discourse)
    for described in descriptions_before(discourse.document, offset):
        if described.noun in found or described.start in known or not fits(kind, described):
            continue
        if described.noun == "one" and described.determiner in ("a", "an"):
            continue  # «A quick one. Tom says he …»
        if is_agent(Recent(described.start, described.end, DESCRIBED, False), offset, discourse):
            continue
        last = Recent(described.start, described.end, DESCRIBED, False)
        if described.head.gender is None and _acts_on(kind, last, offset, discourse):
            continue  # «A clerk asked him why. He said …»
        if described.head.type == "person" and name_behind(described.end, discourse) is not None:
            continue  # «Its secretary, Ana Ruiz,» is Ruiz
        if quotation.kind == "direct" and described.end < quotation.start and is_who_asks(described.end, discourse):
            continue  # «A reporter wanted to know. “Fish,” he said.»
        if described.head.type == "document" and not discourse.subject(described.start, described.end):
            continue
        if (
            discourse.predicate(described.start)
            or (
                discourse.quoted(described.start) and (speech is None or discourse.speech_at(described.start) != speech)
            )
            or any(s.start <= described.start < s.end for s in quotation.spans)
        ):
            continue
        step, part = (
            steps_back(last.start, counted_from(last.start, offset, quotation), discourse),
            part_of(last, discourse),
        )
        features = [
            f"described {described.determiner}",
            f"described {group_of(kind)} {described.head.type} {described.head.binding}",
            f"described gender {'known' if described.head.gender else 'unknown'}",
            f"described rank={min(len(found), 3)}",
            *place_features(kind, last, step, part, discourse, asker, "described "),
        ]
        found[described.noun] = Candidate(described.start, described.end, DESCRIBED, tuple(features))
    return list(found.values())


def is_who_asks(end: int, discourse: Discourse) -> bool:
    """Tell whether a description tells of somebody who asks, or is the subject of a verb of asking right behind it."""
    text = discourse.document.text
    asks = text.endswith(_ASKERS, max(0, end - _NUMBER), end)
    return asks or _ASKING.match(text, end, end + _OBJECT) is not None


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
        step, part = (
            steps_back(last.start, counted_from(last.start, offset, quotation), discourse),
            part_of(last, discourse),
        )
        features = [f"rank={min(rank, 4)}", f"at={step}", f"{part}", f"{part} at {step[:2]}"]
        if part in ("subject", "source"):
            features += opening(last, discourse)
        features += place_features(kind, last, step, part, discourse, asker, "")
    if discourse.parted(last.start, offset):
        features.append("break between")
    features += agreement(kind, entity, discourse)
    features += history(entity, offset, discourse)
    features += frequency(entity, mentions, discourse)
    if kind in GENDERS:
        features += chain(last, mentions, discourse)
    if _named_within(mentions, quotation):
        features.append(f"named in {quotation.kind}")
    return Candidate(last.start, last.end, entity, tuple(features))


# "invited her to sit", "had never paid him"


def rank(found: Sequence[Candidate], weights: Mapping[str, float]) -> Antecedent | None:
    """Return the best candidate with its share of the belief (a softmax over all), or None without candidates."""
    if not found:
        return None
    scores = [sum([weights.get(feature, 0.0) for feature in candidate.features]) for candidate in found]
    top = max(scores)
    shares = [exp(score - top) for score in scores]
    total = sum(shares)
    order = sorted(range(len(found)), key=lambda i: (-scores[i], i))
    best = found[order[0]]
    others = tuple((found[i], shares[i] / total) for i in order[1:4] if found[i].entity != DESCRIBED)
    margin = scores[order[0]] - scores[order[1]] if len(order) > 1 else 6.0
    return Antecedent(best.start, best.end, best.entity, shares[order[0]] / total, margin, others)
