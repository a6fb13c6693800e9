"""Resolve the pronouns of the narration in text order, so that they show whom later ones mean.

A text about one person names her once and then goes on with "she"; others are only mentioned in passing.
"""

from __future__ import annotations

from quotex.lexicon.pronouns import kind_of
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Article
from quotex.resolve.news.pronouns import candidates, described_candidates, rank

_SUBJECT = pattern(r"(?<!\p{L})(?:[Hh]e|[Ss]he)(?![\p{L}’'])")
_FAR = 1500  # characters before a pronoun in which the narration is read
_LIKELY = 0.8


def follow(kind: str, offset: int, quotation: Quotation, article: Article) -> None:
    """Resolve the subject pronouns of one class before an offset, outside anyone's words; stories have their own chain.

    Args:
        kind: "he" or "she"; other classes are left alone.
        offset: Where to stop.
        quotation: The quotation that is being resolved.
        article: The text, which remembers what was resolved.
    """
    discourse = article.discourse
    if kind not in ("he", "she") or discourse.narrative:
        return
    floor = max(article.followed.get(kind, 0), offset - _FAR)
    for match in _SUBJECT.finditer(discourse.document.text, floor, offset):
        start, end = match.span()
        if kind_of(match[0].lower()) != kind or start in article.pronouns:
            continue
        if discourse.quoted(start) or discourse.reported(start):
            continue
        found = candidates(kind, start, quotation, discourse) + described_candidates(kind, start, quotation, discourse)
        choice = rank(found, article.document.models.weights("pronouns"))
        if choice is not None and choice.entity >= 0 and choice.probability >= _LIKELY:
            discourse.resolved(start, end, choice.entity)
    article.followed[kind] = offset
