"""A small result made by hand, so that display, tables and plots are tested apart from the extraction."""

from __future__ import annotations

from quotex.attributions import Attributions
from quotex.records import Attribution, Entity, Evidence, Quotation, Span, Speaker

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


def span(words: str, after: str = "") -> Span:
    """Return the words where they first stand behind some others."""
    start = TEXT.index(words, TEXT.index(after))
    return Span(start, start + len(words), words)


def article() -> Attributions:
    """Return a result with all kinds, forms and factualities, an addressee and a nested attribution."""
    mayor = Speaker("Helen Ostrander", span("Mayor Helen Ostrander"), "name", "person", "Mayor", "female", 0)
    she = Speaker("Helen Ostrander", span("she"), "pronoun", "person", "Mayor", "female", 0)
    inner = Speaker("Helen Ostrander", span("the mayor"), "nominal", "person", "Mayor", "female", 0)
    samuel = Speaker("Samuel Adeyemi", span("Samuel Adeyemi"), "name", "person", entity=1)
    skipper = Speaker("skipper", span("a skipper"), "nominal", "person")
    port = Speaker("authority", span("The authority"), "nominal", "organization", entity=2)
    to_ana = Speaker("Ana Ruiz", span("Ana Ruiz"), "name", "person", entity=3)
    tag = Evidence("tag_beside", span("Mayor Helen Ostrander told"), "Helen Ostrander", 3.2, True)
    other = Evidence("some_new_rule", span("Ana Ruiz"), "Ana Ruiz", 0.4)
    nested = Attribution(
        Quotation("mixed", (span("“wait until spring,”"),), span("told", "the mayor"), span("the mayor")),
        inner,
        confidence=0.7,
    )
    split = (span("If they need a month,"), span("they will have it."))
    return Attributions(
        (
            Attribution(
                Quotation("direct", (span("We are not going to gamble,"),), span("told"), mayor.mention),
                mayor,
                to_ana,
                confidence=0.97,
                evidence=(tag, other),
            ),
            Attribution(Quotation("direct", split, span("added"), she.mention), she, confidence=0.9),
            Attribution(
                Quotation("indirect", (span("that the mayor had told him “wait until spring,”"),), span("said")),
                samuel,
                nested=(nested,),
                confidence=0.95,
            ),
            Attribution(Quotation("direct", (span("Who pays?"),), span("asked")), skipper, confidence=0.45),
            Attribution(
                Quotation("indirect", (span("that the wall was safe"),), span("say"), port.mention, "negated"),
                port,
                confidence=0.8,
            ),
        ),
        TEXT,
        CAST,
    )
