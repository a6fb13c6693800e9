"""Whom "she" means where a feature begins with somebody whom it names only later: «She looked up. “Late,” she said. …
Ida Lund was 56 then»."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from quotex.lexicon.names import titles
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.people.mention import Mention

_NAME_IS = pattern(r"(?<!\p{L})(?P<whose>[Hh]is|[Hh]er)\sname\s(?:is|was)\s$")
_WINDOW = 20  # characters of it
# "The clerk, Ida Lund": somebody new, if a small woman has spoken.
_BROUGHT_IN = pattern(r"(?<!\p{L})[Tt]he\s(?:\p{Ll}{2,15}\s){0,2}(?P<noun>\p{Ll}{3,15}),\s$")
_REACH = 60  # characters of it
_TITLED = 2  # words of a title and a surname
_OF_PRONOUNS = ("pronoun", "unresolved")
_SOON = 1200  # characters within which the name follows
_OPENING = 2000  # characters in which a text may keep a name back


@define
class _Named:
    """Where somebody is named first, and whether the text says that this is her name."""

    mention: Mention
    told: bool


def name_later(
    quotations: Sequence[Quotation], answers: Sequence[Answer | None], article: Article
) -> list[Answer | None]:
    """Return the answers, with the one named soon after in place of a description for pronouns near the beginning."""
    found = list(answers)
    if article.discourse.narrative:
        return found
    for place, (quotation, answer) in enumerate(zip(quotations, answers, strict=True)):
        if answer is None or quotation.source is None or answer.rule not in _OF_PRONOUNS:
            continue
        if article.cast.entities[answer.entity].named or quotation.start >= _OPENING:
            continue
        named = _named_after(kind_of(quotation.source.text.lower()), quotation, answers, article)
        if named is None or not named.told and (_speaks_described(answer, answers) or _is_new(named, answer, article)):
            continue
        found[place] = answer._replace(entity=named.mention.entity, span=named.mention.offsets, others=())
    return found


def _named_after(kind: str, quotation: Quotation, answers: Sequence[Answer | None], article: Article) -> _Named | None:
    """Return the first person of a gender whom the text names, if that is soon after the quotation and she speaks."""
    at = max(quotation.end, quotation.source.end if quotation.source else 0)
    people = [mention for mention in article.cast.mentions if _agrees(kind, mention, article)]
    first = next(iter(people), None)
    if kind not in GENDERS or first is None or not at <= first.start <= at + _SOON:
        return None
    told = _is_told(kind, first, article)
    speaks = any(answer is not None and answer.entity == first.entity for answer in answers)
    soon = (m for m in people if m.entity == first.entity and m.start <= at + _SOON)
    acts = speaks and any(article.discourse.subject(m.start, m.end) for m in soon)
    return _Named(first, told) if told or acts else None


def _is_told(kind: str, mention: Mention, article: Article) -> bool:
    """Tell whether the text says that a name is that of one of some gender: "Her name is Ida Lund"."""
    said = _NAME_IS.search(article.document.text, max(0, mention.start - _WINDOW), mention.start)
    return said is not None and kind_of(said["whose"].lower()) == kind


def _agrees(kind: str, mention: Mention, article: Article) -> bool:
    member = article.cast.entities[mention.entity]
    if member.type not in ("person", "unknown") or member.gender not in (None, GENDERS.get(kind)):
        return False
    if member.gender is not None or _is_told(kind, mention, article):
        return True
    return " " in member.name and article.discourse.acts(mention.entity)


def _is_new(named: _Named, answer: Answer, article: Article) -> bool:
    """Tell whether a name comes in with another noun than the description of an answer: "the clerk" is no "woman"."""
    start = named.mention.start
    if _is_known(named.mention, article) or _is_kin(answer, article):
        return True
    found = _BROUGHT_IN.search(article.document.text, max(0, start - _REACH), start)
    described = article.cast.entities[answer.entity].name.casefold().split()
    return found is not None and len(described) > 1 and found["noun"] not in described


def _is_known(mention: Mention, article: Article) -> bool:
    """Tell whether a name is brought in as that of somebody known, with a title and no first name: "Mr Lund"."""
    words = article.document.text[mention.start : mention.end].split()
    letters = sum(word.replace(".", "").isupper() for word in words[_TITLED:])  # "Mr Lund KC"
    return len(words) == _TITLED + letters and words[0].lower().rstrip(".") in titles()


def _is_kin(answer: Answer, article: Article) -> bool:
    """Tell whether somebody is described as the writer's own: "my father" is not the one whom the text names later."""
    return article.cast.entities[answer.entity].name.casefold().startswith(("my ", "our "))


def _speaks_described(answer: Answer, answers: Sequence[Answer | None]) -> bool:
    """Tell whether who was described is the source of other words under the description: somebody without a name."""
    same = [other for other in answers if other is not None and other.entity == answer.entity]
    return any(other.form == "nominal" for other in same)
