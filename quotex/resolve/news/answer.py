"""What the rules of the news resolver work on, what each of them answers, and what shows a speaker elsewhere."""

from __future__ import annotations

from math import exp
from typing import NamedTuple

from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.models import Models
from quotex.read.document import Document
from quotex.records import Form, Gender, Quotation, SpeakerType
from quotex.resolve.news.descriptions.match_descriptions import Nominals
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.profiles.families import Families
from quotex.resolve.news.pronouns import Antecedent
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.mention import Mention

_FAR = 40  # characters between a source and its cue
_DETERMINED = ("the ", "a ", "an ", "his ", "her ", "their ", "its ", "our ", "my ")


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
        beside: Whom descriptions mean that stand beside a name, by their offset: a sentence may report twice.
        followed: Up to where the pronouns of a class are resolved in the narration.
        signed: Where the name of the author may stand, once it has been looked for.
        guest: The first mention of the one interviewed, once it has been looked for.
        families: Who bears which family name, once somebody is meant by a relation.
    """

    def __init__(self, document: Document, cast: Cast, discourse: Discourse) -> None:
        self.document = document
        self.cast = cast
        self.discourse = discourse
        self.nominals = Nominals(discourse)
        self.pronouns: dict[int, Answer] = {}
        self.beside: dict[int, Answer] = {}
        self.followed: dict[str, int] = {}
        self.signed: list[int] | None = None
        self.guest: Mention | None = None
        self.families: Families | None = None
        discourse.same = self.nominals.holders()


def features_of(answer: Answer, quotation: Quotation, cast: Cast) -> dict[str, float]:
    """Return the named features that the confidence is computed from."""
    member = cast.entities[answer.entity]
    features = {f"entity {member.type}": 1.0, f"counted {min(member.count.bit_length(), 4)}": 1.0}
    features |= {f"entity {'named' if member.named else 'unnamed'}": 1.0, "doubt": 1.0 - quotation.confidence}
    words = "several words" if " " in member.name else "one word"
    features[f"{answer.rule} {words} {'named' if member.named else 'unnamed'}"] = 1.0
    source, cue = quotation.source, quotation.cue
    if source is not None:
        if cue is not None:
            features["cue far behind"] = float(cue.start > source.end + _FAR)
            features["cue before"] = float(cue.start < source.start)
        features["bare"] = float(source.text[:1].islower() and not source.text.lower().startswith(_DETERMINED))
        features["long"] = float(source.text.count(" ") > 4)
    features |= {f"rule {answer.rule}": 1.0, f"kind {quotation.kind}": 1.0, f"form {answer.form}": 1.0}
    features.update({f"{answer.rule}: {feature}": value for feature, value in answer.features})
    return features


def confidence(answer: Answer, quotation: Quotation, cast: Cast, models: Models) -> float:
    """Return how likely the speaker is right: a logistic regression on the rule and its features."""
    weights = models.weights("confidence")
    score = weights.get("bias", 0.0)
    for feature, value in features_of(answer, quotation, cast).items():
        score += weights.get(feature, 0.0) * value
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, score))))


def from_choice(rule: str, choice: Antecedent, source: SourcePhrase, article: Article) -> Answer:
    """Return the answer that somebody chosen among several is meant, whom the discourse then knows as the last."""
    article.discourse.resolved(source.start, source.end, choice.entity)
    member = article.cast.entities[choice.entity]
    if source.form == "pronoun":
        kind = kind_of(source.head)
        article.discourse.meant.add((kind, choice.entity))
        if kind in GENDERS and member.type == "unknown":
            member.type = "person"
    features = (("share", choice.probability), ("margin", min(choice.margin, 6.0)),
                (f"type {member.type}", 1.0), ("gender known", float(member.gender is not None)))  # fmt: skip
    others = tuple((c.entity, c.offsets, share) for c, share in choice.others)
    mention = (source.start, source.end)
    return Answer(rule, choice.entity, mention, source.form, choice.offsets, features, choice.margin, others)


class Clue(NamedTuple):
    """A mention that shows the speaker of a quotation elsewhere.

    Attributes:
        start: Offset of the mention.
        end: Offset of its end, exclusive.
        entity: The number of the entity in the cast, or None for a pronoun or description still to be resolved.
        rule: The rule that found it.
    """

    start: int
    end: int
    entity: int | None
    rule: str
