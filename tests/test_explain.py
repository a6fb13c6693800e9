"""Evidence in plain sentences."""

from __future__ import annotations

import pytest

from quotex.attributions import Attribution, Attributions
from quotex.records import Evidence, Quotation, Span, Speaker
from quotex.show.explain import because, describe, doubt


def test_an_explanation_tells_all_from_the_record(article: Attributions) -> None:
    assert article[0].explain().splitlines() == [
        "“We are not going to gamble,”",
        "Direct speech by Helen Ostrander (Mayor). The speaker is mentioned here as “Mayor Helen Ostrander”. "
        "The cue is “told”. It is said to Ana Ruiz.",
        "Confidence 0.97: almost certain.",
        "Why Helen Ostrander?",
        "  + The tag “Mayor Helen Ostrander told” next to the quotation names Helen Ostrander.",
        "Considered, but much less likely:",
        "  - The rule “some new rule” points to Ana Ruiz because of “Ana Ruiz”.",
    ]


def test_what_was_not_said_is_told_so(article: Attributions) -> None:
    assert "The text says that this was not said." in describe(article[4])
    unsaid = Attribution(Quotation("direct", (Span(0, 1, "x"),), factuality="hypothetical"))
    assert describe(unsaid).endswith("The text does not say that this was said, only that it might be.")


@pytest.mark.parametrize("confidence", [0.0, 0.39999, 0.4, 0.94999, 1.0])
def test_every_confidence_has_words(confidence: float) -> None:
    assert doubt(confidence).startswith(f"Confidence {confidence:.2f}: ")


def test_braces_in_a_text_are_left_alone() -> None:
    odd = Evidence("name", Span(0, 9, "{speaker}"), "{words}", 0.0, True)
    assert because(odd) == "The source is named right here: “{speaker}”."


def test_won_and_lost_are_told_apart() -> None:
    span = Span(0, 3, "Ann")
    assert "most likely" in because(Evidence("pronoun", span, "Ann", 1.0, True))
    assert "could also" in because(Evidence("pronoun", span, "Ann", 1.0, False))
    assert because(Evidence("name", span, "Ann", 1.0, True)) == because(Evidence("name", span, "Ann", 1.0, False))


def test_names_and_descriptions_stand_within_a_sentence() -> None:
    asked = Speaker("interviewer", Span(0, 1, "Q"), "name")
    quote = Quotation("direct", (Span(9, 10, "x"),))
    assert describe(Attribution(quote, asked)).startswith("Direct speech by the interviewer. ")
    diver = Speaker("A diver", Span(0, 7, "A diver"), "nominal")
    assert describe(Attribution(quote, diver)) == "Direct speech by a diver."
    chair = Speaker("Chair Holm", Span(0, 10, "CHAIR HOLM"), "name", role="CHAIR")
    assert describe(Attribution(quote, chair)).startswith("Direct speech by Chair Holm. ")


def test_words_that_are_the_name_are_not_said_to_repeat_it() -> None:
    body = Evidence("name word", Span(0, 8, "The port"), "port", 0.0, True)
    assert because(body) == "The source is named right here: “The port”."
    uncle = Span(0, 9, "her uncle")
    assert "describes the speaker: “her uncle”" in because(Evidence("tag_nominal", uncle, "her uncle", 1.0, True))
    assert "someone the text never names" in because(Evidence("tag_nominal", uncle, "her uncle", 1.0, False))


def test_what_lost_is_not_told_as_a_fact() -> None:
    assert "could be the turn of Ann" in because(Evidence("alternation", None, "Ann", 1.0, False))
    assert "it is the turn of Ann" in because(Evidence("alternation", None, "Ann", 1.0, True))


def test_long_words_are_cut() -> None:
    assert len(because(Evidence("name", Span(0, 900, "x " * 450), "x", 0.0, True))) < 150


def test_every_record_of_an_article_is_explained(article: Attributions) -> None:
    assert all(record.explain() for record in article)


def test_a_case_of_a_rule_is_told_as_the_rule() -> None:
    assert because(Evidence("tail_unheard", None, "Ann", 1.0, True)) == because(
        Evidence("tail", None, "Ann", 1.0, True)
    )
    assert because(Evidence("unheard_of", None, "Ann", 1.0, True)) == "The rule “unheard of” points to Ann."


def test_how_close_others_came_is_told() -> None:
    lost = (Evidence("pronoun", Span(0, 3, "Ann"), "Ann", 1.0, False),)
    quote = Quotation("direct", (Span(9, 10, "x"),))
    for confidence, words in ((0.97, "much less likely:"), (0.7, "but less likely:"), (0.45, "almost as likely:")):
        assert words in Attribution(quote, Speaker("Bo"), confidence=confidence, evidence=lost).explain()
    assert "too weak" in Attribution(quote, None, evidence=lost).explain()
    assert "Against it:" in Attribution(quote, Speaker("Ann"), evidence=lost).explain()


def test_a_doubtful_quotation_says_so() -> None:
    doubtful = Attribution(Quotation("indirect", (Span(9, 10, "x"),), confidence=0.55), Speaker("Bo"))
    assert "uncertain whether this is a quotation at all (confidence 0.55)" in doubtful.explain()
