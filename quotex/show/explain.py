"""Explain attributions in plain English, for `Attribution.explain` and the display.

The sentences are data (``lexicon/rules.tsv``), one per rule; a rule without a sentence is given by its name.
"""

from __future__ import annotations

from functools import cache

from quotex.attributions import Attribution
from quotex.lexicon import load_table
from quotex.patterns import pattern
from quotex.records import Evidence, Speaker, to_wire

# The confidence is calibrated, so 0.9 means that nine in ten are right.
_DOUBT = (
    (0.95, "almost certain"),
    (0.8, "very likely"),
    (0.6, "likely, but worth checking"),
    (0.4, "uncertain"),
    (0.0, "a guess"),
)
_SURELY_A_QUOTATION = 0.65
_KINDS = {
    "direct": "Direct speech",
    "mixed": "Reported speech, partly in quotation marks",
    "indirect": "Reported speech",
}
_FACTUALITY = {
    "negated": "The text says that this was not said.",
    "hypothetical": "The text does not say that this was said, only that it might be.",
}
_EXCERPT = 70
_SAME_WORDS = {"name word": "name", "tag_nominal": "described"}  # what is said where the words are the name
_SAME = ", that is, {speaker}"  # said of a pronoun or description; needless where the words are the name
_BLANK = pattern(r"\{(?:words|speaker)\}")


def explain(attribution: Attribution) -> str:
    """Explain in plain English whose words these are, on what evidence, and who else was considered.

    Everything comes from the record itself.

    Example:
        >>> from quotex.records import Quotation, Span
        >>> said = Quotation("direct", (Span(1, 8, "We won,"),), cue=Span(10, 14, "said"))
        >>> mention = Span(15, 23, "Ana Ruiz")
        >>> ana = Speaker("Ana Ruiz", mention, "name", "person")
        >>> print(explain(Attribution(said, ana, confidence=0.97, evidence=(Evidence("name", mention, won=True),))))
        “We won,”
        Direct speech by Ana Ruiz. The cue is “said”.
        Confidence 0.97: almost certain.
        Why Ana Ruiz?
          + The source is named right here: “Ana Ruiz”.
    """
    lines = [f"“{_excerpt(attribution.quote.text)}”", describe(attribution), doubt(attribution.confidence)]
    if attribution.quote.confidence < _SURELY_A_QUOTATION:
        lines.append(
            f"It is uncertain whether this is a quotation at all (confidence {attribution.quote.confidence:.2f})."
        )
    spoke_for = [evidence for evidence in attribution.evidence if evidence.won]
    lost = [evidence for evidence in attribution.evidence if not evidence.won]
    if spoke_for:
        speaker = attribution.speaker
        lines.append(f"Why {called(speaker)}?" if speaker and not unidentified(speaker) else "Why?")
        lines += [f"  + {because(evidence)}" for evidence in spoke_for]
    if lost:
        lines.append(_others(attribution))
        lines += [f"  - {because(evidence)}" for evidence in lost]
    if not attribution.evidence:
        lines.append("No evidence was recorded.")
    return to_wire("\n".join(lines))


def _others(attribution: Attribution) -> str:
    """Introduce the evidence that lost: how close it came shows in the confidence of the answer."""
    if attribution.speaker is None:
        return "Considered, but too weak:"
    lost = {evidence.speaker for evidence in attribution.evidence if not evidence.won}
    if lost == {attribution.speaker.name}:
        return "Against it:"
    if attribution.confidence >= 0.95:
        return "Considered, but much less likely:"
    return "Considered, but less likely:" if attribution.confidence >= 0.6 else "Considered, and almost as likely:"


def describe(attribution: Attribution) -> str:
    """Describe a quotation in a few sentences: its kind and speaker, and how the text presents it.

    >>> from quotex.records import Quotation, Span
    >>> describe(Attribution(Quotation("indirect", (Span(5, 21, "that it may rain"),)), None))
    'Reported speech; the text does not say whose.'
    """
    speaker, quote = attribution.speaker, attribution.quote
    kind = _KINDS[quote.kind]
    if speaker is None:
        sentences = [f"{kind}; the text does not say whose."]
    else:
        sentences = [f"{kind}{',' if ',' in kind else ''} by {_who(speaker)}."]
    if speaker and speaker.mention and speaker.mention.text.removeprefix("the ") != speaker.name:
        sentences.append(f"The speaker is mentioned here as “{_excerpt(speaker.mention.text)}”.")
    elif speaker and speaker.form == "implicit":
        sentences.append("The speaker is not mentioned here.")
    if quote.cue:
        sentences.append(f"The cue is “{_excerpt(quote.cue.text)}”.")
    if attribution.addressee:
        sentences.append(f"It is said to {attribution.addressee.name}.")
    if attribution.factuality in _FACTUALITY:
        sentences.append(_FACTUALITY[attribution.factuality])
    return " ".join(sentences)


def brief(attribution: Attribution) -> str:
    """Describe a record in one line, as notebooks print it.

    >>> from quotex.records import Quotation, Span
    >>> brief(Attribution(Quotation("direct", (Span(1, 8, "We won,"),)), Speaker("Ana Ruiz"), confidence=0.97))
    '<direct 1-8, Ana Ruiz (0.97): “We won,”>'
    """
    quote = attribution.quote
    who = to_wire(attribution.speaker_name or "no speaker")
    where = f"{quote.kind} {quote.start}-{quote.end}"
    return f"<{where}, {who} ({attribution.confidence:.2f}): “{to_wire(_excerpt(quote.text))}”>"


def _who(speaker: Speaker) -> str:
    if unidentified(speaker):
        return f"someone mentioned only as “{speaker.name}”"
    told = not speaker.role or speaker.role.casefold() in speaker.name.casefold()
    return called(speaker) if told else f"{called(speaker)} ({_excerpt(speaker.role or '')})"


def unidentified(speaker: Speaker) -> bool:
    """Tell whether all that the text gives for a speaker is a pronoun other than the narrator's "I".

    >>> from quotex.records import Span
    >>> unidentified(Speaker("They", Span(0, 4, "They"), "pronoun")), unidentified(Speaker("I", None, "pronoun"))
    (True, False)
    """
    mention = speaker.mention.text if speaker.mention else ""
    return speaker.form == "pronoun" and speaker.name != "I" and speaker.name.casefold() == mention.casefold()


def called(speaker: Speaker) -> str:
    """Return the name as it stands within a sentence, with "the" where the text has it.

    >>> from quotex.records import Span
    >>> called(Speaker("port authority", Span(0, 18, "The port authority"), "nominal"))
    'the port authority'
    """
    mention = speaker.mention.text if speaker.mention else ""
    return f"the {speaker.name}" if mention.casefold() == f"the {speaker.name}".casefold() else _inside(speaker.name)


def _inside(name: str) -> str:
    """Return a description as it stands within a sentence: "a diver", "the interviewer"."""
    first, _, rest = name.partition(" ")
    if first in ("A", "An") and rest[:1].islower():
        return f"{first.lower()} {rest}"
    return f"the {name}" if name == "interviewer" else name


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
    'The rule “some new rule” points to Ana Ruiz because of “Ana”.'
    """
    speaker = _inside(evidence.speaker or "nobody")
    words = f"“{_excerpt(evidence.span.text)}”" if evidence.span else ""
    same = evidence.span is not None and _bare(evidence.span.text) == _bare(evidence.speaker or "")
    rule = _SAME_WORDS.get(evidence.rule, evidence.rule) if same else evidence.rule
    told = _sentences_of(rule)
    if told is None:
        return f"The rule “{rule.replace('_', ' ')}” points to {speaker}{f' because of {words}' if words else ''}."
    if same:
        told = tuple(sentence.replace(_SAME, "") for sentence in told)
    blanks = {"{words}": words or "the words here", "{speaker}": speaker}
    sentence: str = _BLANK.sub(lambda blank: blanks[blank[0]], told[0] if evidence.won else told[-1])
    return sentence[:1].upper() + sentence[1:]


def _bare(words: str) -> str:
    return words.casefold().removeprefix("the ")


def _sentences_of(rule: str) -> tuple[str, ...] | None:
    """Return the sentences of a rule, or of the rule it is a special case of ("tail" for "tail_long")."""
    while rule and rule not in _sentences():
        rule = rule.rpartition("_")[0]
    return _sentences().get(rule)


@cache
def _sentences() -> dict[str, tuple[str, ...]]:
    """Return the sentences of each rule: for when it won and, if different, for when it lost."""
    return {rule: tuple(sentences) for rule, *sentences in load_table("rules")}


def _excerpt(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"
