"""Whose a quotation is where a study puts the code of a participant behind it: «“We wait” (P7)»."""

from __future__ import annotations

from quotex.patterns import pattern
from quotex.read.codes import IN_BRACKETS, codes
from quotex.records import Quotation
from quotex.resolve.news.answer import Answer, Article

_CODE_BEHIND = pattern(rf"[”’\"']?[.,]?\s?{IN_BRACKETS}")


def coded_behind(quotation: Quotation, article: Article) -> Answer | None:
    """Return the one whose code stands behind a quotation or its tag, unless a person is named there."""
    known = article.document.once(codes)
    if not known or _names_somebody(quotation, article):
        return None
    text, tag = article.document.text, [part.end for part in (quotation.source, quotation.cue) if part is not None]
    for end in (quotation.end, max(tag, default=0)):
        match = _CODE_BEHIND.match(text, end) if end >= quotation.end else None
        if match and match["code"] in known:
            start, stop = match.span("code")
            named = article.discourse.names(start, stop)
            entity = named[0].entity if named else _coded(match["code"], article)
            mention = (quotation.source.start, quotation.source.end) if quotation.source else (start, stop)
            return Answer("named beside", entity, mention, "nominal", (start, stop))
    return None


def _names_somebody(quotation: Quotation, article: Article) -> bool:
    source = quotation.source
    names = article.discourse.names(source.start, source.end) if source else []
    return any(article.cast.entities[name.entity].type == "person" for name in names)


def _coded(code: str, article: Article) -> int:
    known = article.cast.find(code)
    return article.cast.add(code, type="person") if known is None else known
