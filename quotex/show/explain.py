"""Evidence in plain sentences: what `Attribution.explain` and the display say.

The sentences are data (``lexicon/rules.tsv``), one a rule; a rule without a sentence of its own is told by its name.
"""

from __future__ import annotations

from functools import cache

from quotex.attributions import Attribution
from quotex.lexicon import load_table
from quotex.patterns import pattern
from quotex.records import Evidence, Speaker, to_wire

# Where a reader would put it; the figures behind them are calibrated, so 0.9 means nine in ten.
_DOUBT = (
    (0.95, "the text says it plainly"),
    (0.8, "very likely"),
    (0.6, "likely, but check"),
    (0.4, "about as likely as not"),
    (0.0, "a guess"),
)
_EXCERPT = 70
_BLANK = pattern(r"\{(?:words|speaker)\}")


def explain(attribution: Attribution) -> str:
    """Say in plain lines who is taken to speak, how sure that is, and which rules spoke for it and against it.

    Everything comes from the record itself.

    Example:
        >>> from quotex.records import Quotation, Span
        >>> said = Quotation("direct", (Span(1, 8, "We won,"),), cue=Span(10, 14, "said"))
        >>> mention = Span(15, 23, "Ana Ruiz")
        >>> ana = Speaker("Ana Ruiz", mention, "name", "person")
        >>> print(explain(Attribution(said, ana, confidence=0.97)))
        “We won,”
        Direct quotation by Ana Ruiz; cue “said”.
        Confidence 0.97: the text says it plainly.
        No rule left its reasons.
    """
    lines = [f"“{_excerpt(attribution.quote.text)}”", describe(attribution), doubt(attribution.confidence)]
    spoke_for = [evidence for evidence in attribution.evidence if evidence.won]
    lost = [evidence for evidence in attribution.evidence if not evidence.won]
    if spoke_for:
        lines.append("Why:")
        lines += [f"  + {because(evidence)}" for evidence in spoke_for]
    if lost:
        lines.append("What spoke for others:")
        lines += [f"  - {because(evidence)}" for evidence in lost]
    if not attribution.evidence:
        lines.append("No rule left its reasons.")
    return to_wire("\n".join(lines))


def describe(attribution: Attribution) -> str:
    """Say in one sentence whose words these are and how the text writes it.

    >>> from quotex.records import Quotation, Span
    >>> describe(Attribution(Quotation("indirect", (Span(5, 21, "that it may rain"),)), None))
    'Indirect quotation; the text does not say whose.'
    """
    speaker, quote = attribution.speaker, attribution.quote
    parts = [f"{quote.kind.capitalize()} quotation"]
    parts[0] += f" by {_who(speaker)}" if speaker else "; the text does not say whose"
    if speaker and speaker.mention and speaker.mention.text.removeprefix("the ") != speaker.name:
        parts.append(f"written here “{_excerpt(speaker.mention.text)}”")
    elif speaker and speaker.form == "implicit":
        parts.append("not named here")
    if quote.cue:
        parts.append(f"cue “{_excerpt(quote.cue.text)}”")
    if attribution.addressee:
        parts.append(f"said to {attribution.addressee.name}")
    if attribution.factuality == "negated":
        parts.append("the text says that this was not said")
    elif attribution.factuality == "hypothetical":
        parts.append("the text does not say that this was said, only that it might be")
    return "; ".join(parts) + "."


def brief(attribution: Attribution) -> str:
    """Say in one line what, by whom and where: how notebooks print a record.

    >>> from quotex.records import Quotation, Span
    >>> brief(Attribution(Quotation("direct", (Span(1, 8, "We won,"),)), Speaker("Ana Ruiz"), confidence=0.97))
    '<direct 1-8, Ana Ruiz (0.97): “We won,”>'
    """
    quote = attribution.quote
    who = to_wire(attribution.speaker_name or "nobody named")
    where = f"{quote.kind} {quote.start}-{quote.end}"
    return f"<{where}, {who} ({attribution.confidence:.2f}): “{to_wire(_excerpt(quote.text))}”>"


def _who(speaker: Speaker) -> str:
    return f"{speaker.name} ({_excerpt(speaker.role)})" if speaker.role else speaker.name


def doubt(confidence: float) -> str:
    """Say how sure the speaker is.

    >>> doubt(0.85)
    'Confidence 0.85: very likely.'
    """
    words = next(words for floor, words in _DOUBT if confidence >= floor)
    return f"Confidence {confidence:.2f}: {words}."


def because(evidence: Evidence) -> str:
    """Say in one sentence what a rule found.

    >>> from quotex.records import Span
    >>> because(Evidence("some_new_rule", Span(0, 3, "Ana"), "Ana Ruiz", 1.5, True))
    'The rule “some new rule” points to Ana Ruiz, on the words “Ana”.'
    """
    speaker = evidence.speaker or "nobody"
    words = f"“{_excerpt(evidence.span.text)}”" if evidence.span else ""
    told = _sentences_of(evidence.rule)
    if told is None:
        rule = evidence.rule.replace("_", " ")
        return f"The rule “{rule}” points to {speaker}{f', on the words {words}' if words else ''}."
    blanks = {"{words}": words or "the words here", "{speaker}": speaker}
    sentence: str = _BLANK.sub(lambda blank: blanks[blank[0]], told[0] if evidence.won else told[-1])
    return sentence


def _sentences_of(rule: str) -> tuple[str, ...] | None:
    """Return the sentences of a rule, or of the rule that it is a case of ("tail_long" of "tail")."""
    while rule and rule not in _sentences():
        rule = rule.rpartition("_")[0]
    return _sentences().get(rule)


@cache
def _sentences() -> dict[str, tuple[str, ...]]:
    """Return for each rule what to say when it won, and what to say when it lost."""
    return {rule: tuple(sentences) for rule, *sentences in load_table("rules")}


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"
