"""What tests share: a small result made by hand, so that showing and counting are tested apart from extraction."""

from __future__ import annotations

import pytest

from quotex.attributions import Attribution, Attributions
from quotex.records import Entity, Evidence, Quotation, Span, Speaker

TEXT = """<script>alert("no")</script> & other news

“We are not going to gamble,” Mayor Helen Ostrander told Ana Ruiz on the quay. “If they need a month,” she added, \
“they will have it.”

Twenty-two boats were inside. The gates were locked at noon. Nobody had been told.

Samuel Adeyemi said that the mayor had told him “wait until spring,” which he denied.

“Who pays?” asked a skipper.

The authority did not say that the wall was safe.
"""
CAST = (
    Entity("Helen Ostrander", (("Helen Ostrander", 1),), "person", "Mayor", "female", 1),
    Entity("Samuel Adeyemi", (("Samuel Adeyemi", 1),), "person", None, None, 1),
    Entity("authority", (), "organization"),
    Entity("Ana Ruiz", (("Ana Ruiz", 1),), "person"),
)


def _span(words: str, after: str = "") -> Span:
    """Return the words where they first stand behind some others."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words), words)


@pytest.fixture(scope="session")
def article_by_hand() -> Attributions:
    """Return a result with all kinds, forms and factualities, an addressee and a nested attribution."""
    mayor = Speaker("Helen Ostrander", _span("Mayor Helen Ostrander"), "name", "person", "Mayor", "female", 0)
    she = Speaker("Helen Ostrander", _span("she"), "pronoun", "person", "Mayor", "female", 0)
    inner = Speaker("Helen Ostrander", _span("the mayor"), "nominal", "person", "Mayor", "female", 0)
    samuel = Speaker("Samuel Adeyemi", _span("Samuel Adeyemi"), "name", "person", entity=1)
    skipper = Speaker("skipper", _span("a skipper"), "nominal", "person")
    port = Speaker("authority", _span("The authority"), "nominal", "organization", entity=2)
    to_ana = Speaker("Ana Ruiz", _span("Ana Ruiz"), "name", "person", entity=3)
    tag = Evidence("tag_name", _span("Mayor Helen Ostrander told"), "Helen Ostrander", 3.2, True)
    other = Evidence("some_new_rule", _span("Ana Ruiz"), "Ana Ruiz", 0.4)
    nested = Attribution(
        Quotation("mixed", (_span("“wait until spring,”"),), _span("told", "the mayor"), _span("the mayor")),
        inner,
        confidence=0.7,
    )
    split = (_span("If they need a month,"), _span("they will have it."))
    return Attributions(
        (
            Attribution(
                Quotation("direct", (_span("We are not going to gamble,"),), _span("told"), mayor.mention),
                mayor,
                to_ana,
                confidence=0.97,
                evidence=(tag, other),
            ),
            Attribution(Quotation("direct", split, _span("added"), she.mention), she, confidence=0.9),
            Attribution(
                Quotation("indirect", (_span("that the mayor had told him “wait until spring,”"),), _span("said")),
                samuel,
                nested=(nested,),
                confidence=0.95,
            ),
            Attribution(Quotation("direct", (_span("Who pays?"),), _span("asked")), skipper, confidence=0.45),
            Attribution(
                Quotation("indirect", (_span("that the wall was safe"),), _span("say"), port.mention, "negated"),
                port,
                confidence=0.8,
            ),
        ),
        TEXT,
        CAST,
    )


@pytest.fixture(scope="session")
def article(article_by_hand: Attributions) -> Attributions:
    """Return the same; test files may have an article of their own."""
    return article_by_hand
