"""Whose a quotation is in news and other reports: from the source phrase to the entity behind it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import head_of
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.news_layout import dateline_ends
from quotex.records import Evidence, Form, Quotation, Span
from quotex.resolve.decision import Decision
from quotex.resolve.news.answer import Answer, Article, confidence
from quotex.resolve.news.authors import interviewed
from quotex.resolve.news.clues.codes import coded_behind
from quotex.resolve.news.clues.credits import credited
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.misread import is_misread
from quotex.resolve.news.no_source import ANSWERING, FLOATING, Finder, asked, subject_of
from quotex.resolve.news.profiles.named_later import name_later
from quotex.resolve.news.rules import resolve_phrase
from quotex.resolve.news.source_phrase import read_source, timeless
from quotex.resolve.news.widen import widened
from quotex.resolve.people.cast import Cast

_BRACKET = 60  # characters of a bracket with a party, a ward or a ticker
_CLAUSE = 160  # characters between what was taken for the source and the cue
_OPENS = 12  # characters before the first name of a sentence
_PHRASE = pattern(r",?\s(?<phrase>(?:[\p{L}\p{N}][\p{L}\p{N}’'-]*+\s){0,7}[\p{L}\p{N}][\p{L}\p{N}’'-]*+)\s")
_LATER = pattern(r"\s(?:later|earlier|on|ago|before|after(?:\s(?:that|this))?|afterwards?)(?=,?\s)")
_MINUTES = pattern(r"(?:(?:\d{1,3}|a\sfew|some|\p{Ll}++(?:-\p{Ll}++)?)\s)?minutes", regex.IGNORECASE)
_INDEFINITE = pattern(r"an?\s")
_OF_PLACE = pattern(r"[ ](?:from|of|in|at)[ ](?:the[ ])?(?:\p{Lu}[\p{L}\p{M}’'-]*+,?[ ](?:of[ ])?){0,5}$")
_COMMA = pattern(r"(?:\s\([^()\n]{1,40}\))?,\s")
_NEW_CLAUSE = pattern(r";\s$|,\s(?:and|but|while|whereas)\s$")
_OWNED = pattern(
    r"(?:['’]s?\s(?:\p{Ll}[\p{Ll}-]{1,20}\s){0,3}+|\(\p{Lu}{1,4}\)\s(?:\p{Ll}[\p{Ll}-]{1,20}\s){1,3}+)(?=\p{Lu})"
)
# "a clerk from " before the place that was taken for the source
_SOMEBODY_OF = pattern(
    r"(?<![\p{L}’'-])(?P<phrase>(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s(?:\p{Ll}[\p{Ll}-]{1,20}\s){0,2}(?P<noun>\p{Ll}{3,20}))\s"
    r"(?:from|of|in|at)\s(?:the\s)?$"
)
_SECOND_VERB = pattern(r"\G[^.;:“”\"\n]*\s(?:and|but|then)\s(?:\p{Ll}++ly\s|also\s|then\s|later\s)?$")
_FEW_COMMAS = 2  # between a subject and the object of its verb
# "footage of Ana Ruiz asking", before the words.
_RECORDED = pattern(
    r"\b(?:audio|clips?|footage|recordings?|tapes?|videos?)\sof\s(?<who>[^,.;:“”\"\n]{2,60}?)\s"
    r"(?:asking|calling|chanting|declaring|saying|shouting|telling|warning)\b"
)
_PRONOUN = pattern(
    r"(?:^|[,;:]\s|\b(?:and|but|that|as)\s)(?<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s(?:\p{Ll}++ly\s|also\s|has\s|had\s|have\s)?$"
)


def decide_reported(
    document: Document, quotations: Sequence[Quotation], cast: Cast, talk: Sequence[tuple[Quotation, int]] = ()
) -> list[Decision]:
    """Return whose each quotation is, one decision per quotation.

    Args:
        document: The text that was read.
        quotations: Its quotations in text order; one that holds another stands before it.
        cast: The named entities of the text.  Entities without a name ("a neighbour") are added to it.
        talk: The turns of talk whose label has told whose they are, in text order, each with its place in the cast.
    """
    article = Article(document, cast, Discourse(document, cast, quotations, talk))
    answers = name_later(quotations, answer_all(quotations, article), article)
    return [_decision(answer, quotation, article) for answer, quotation in zip(answers, quotations, strict=True)]


def answer_all(quotations: Sequence[Quotation], article: Article) -> list[Answer | None]:
    """Return the speaker of each quotation of an article; what one shows about the discourse helps with the next."""
    answers: list[Answer | None] = [None] * len(quotations)
    inner, told = [], 0
    for place, quotation in enumerate(quotations):
        if quotation.end <= told:
            inner.append((place, article.discourse.state()))
            continue
        answers[place] = answer_one(quotation, article)
        told = max(told, quotation.end)
    for place, state in inner:  # last, so that who is only reported to have spoken means nobody for what comes next
        with article.discourse.back_at(state):
            answers[place] = _answer(quotations[place], article)
    return answers


def answer_one(quotation: Quotation, article: Article) -> Answer | None:
    """Return the speaker of a quotation, and remember it."""
    answer = _answer(quotation, article)
    if answer is not None:
        article.discourse.tell(quotation, answer.entity, answer.mention)
    return answer


def _answer(quotation: Quotation, article: Article) -> Answer | None:
    if coded := coded_behind(quotation, article):
        return coded
    if quotation.source is None or (quotation.cue is None and credited(quotation, article.discourse)):
        return floating(quotation, article)
    label = quotation.source.text if quotation.cue is None else ""
    if label in ("Q", "A"):
        return interviewed(quotation.source.start, article) if label == "A" else None
    if is_misread(quotation, article.discourse) and (subject := floating(quotation, article)):
        return subject
    start, end = timeless(article.document.text, *widened(quotation, article.discourse))
    start, end = _clause_subject(quotation, start, end, article)
    head, _ = head_of(article.document.text[start:end].rsplit(" ", 1)[-1].strip(".,").lower())
    timed = head is not None and head.type == "time" or _is_minutes(article.document.text, start, end)
    if timed:
        return _behind_time(quotation, end, article) or floating(quotation, article) or _opening(quotation, article)
    known = article.beside.get(start)
    if known is not None:
        return known
    answer = resolve_phrase(quotation, start, end, article)
    if answer is not None and (answer.rule == "named beside" or _is_wider(answer, quotation)):
        article.beside[start] = answer
    return answer


def _is_minutes(text: str, start: int, end: int) -> bool:
    """Tell whether a phrase is a time before the subject, "Ten minutes later the mayor said", and no document."""
    return _MINUTES.fullmatch(text, start, end) is not None and _LATER.match(text, end) is not None


def _is_wider(answer: Answer, quotation: Quotation) -> bool:
    """Tell whether the mention of a name begins with the source that was found, and goes on behind it."""
    source, mention = quotation.source, answer.mention
    if answer.rule != "name" or source is None or mention is None:
        return False
    return mention[0] <= source.start and source.end < mention[1]


def _clause_subject(quotation: Quotation, start: int, end: int, article: Article) -> tuple[int, int]:
    """Return the source, unless what was found can be none: then the pronoun before the cue, or the name before a
    bracket."""
    text, cue = article.document.text, quotation.cue
    if quotation.start > end and (recorded := _RECORDED.search(text, end, min(quotation.start, end + _CLAUSE))):
        return recorded.start("who"), recorded.end("who")
    near = quotation.source.end if quotation.source is not None else end
    if cue is not None and (acting := _over_object(start, near, cue, article)):
        return acting
    bracket = text.rfind("(", max(0, start - _BRACKET), start)
    if bracket > 0 and ")" not in text[bracket:start] and text[end : end + 1] == ")":
        named = article.discourse.names(max(0, bracket - _BRACKET), bracket)
        if named and bracket - named[-1].end <= 1:
            return named[-1].offsets
    head = _OF_PLACE.search(text, max(0, start - _CLAUSE), start) if text[start : start + 1].isupper() else None
    if head is not None and cue is not None and end < cue.start:
        whole = article.discourse.names(max(0, head.start() - _BRACKET), head.start())
        if whole and whole[-1].end == head.start() and article.cast.entities[whole[-1].entity].type != "organization":
            return whole[-1].offsets  # "Rosa from Dunmore", "Ana Ruiz of the University of Dunmore, Leeds"
    if head is not None and cue is not None and end < cue.start and (whose := _somebody_of(start, article)):
        return whose, end
    closed = cue is None or cue.start < end or "," in text[end : cue.start]  # "In Ecology, a team from Leeds said"
    if closed and _INDEFINITE.match(text, start):
        before = article.discourse.names(max(0, start - _BRACKET), start)
        if before and _COMMA.fullmatch(text, before[-1].end, start):
            return before[-1].offsets  # "Will Fennimore, an Ulsterman, said"
    if cue is not None and cue.text.endswith("ing") and end < cue.start <= end + _CLAUSE:
        nearer = [n for n in article.discourse.names(end, cue.start) if _NEW_CLAUSE.search(text, end, n.start)]
        subjects = [
            n for n in nearer if article.discourse.subject(n.start, n.end) and not article.discourse.possessor(n.end)
        ]
        if subjects:
            return subjects[-1].offsets  # "Ruiz claimed it; Kerr denied this, stating in court that"
    owned = _OWNED.match(text, end)
    if owned is not None:
        named = article.discourse.names(owned.end(), owned.end() + _BRACKET)
        if named and named[0].start == owned.end() and article.cast.entities[named[0].entity].type != "organization":
            return named[0].offsets  # "the bureau's Ana Ruiz"
    if cue is not None and end < cue.start <= end + _CLAUSE and (found := _PRONOUN.search(text, end, cue.start)):
        return found.start("pronoun"), found.end("pronoun")
    return start, end


def _somebody_of(start: int, article: Article) -> int | None:
    """Return where the description begins whose place was taken for the source: "a clerk from Dunmore pointed out"."""
    somebody = _SOMEBODY_OF.search(article.document.text, max(0, start - _CLAUSE), start)
    head, plural = head_of(somebody["noun"]) if somebody else (None, False)
    return somebody.start() if somebody and head and head.type == "person" and not plural else None


def _over_object(start: int, end: int, cue: Span, article: Article) -> tuple[int, int] | None:
    """Return the subject of a sentence whose second verb is the cue, where its object was taken for the source.

    "Dr Viegas examined a woman and told the council": Viegas told it.
    """
    if not end < cue.start <= end + _CLAUSE or not _SECOND_VERB.search(article.document.text, end, cue.start):
        return None
    sentence = article.document.sentence_at(start)
    tokens = sentence.tokens
    before = max((at for at in range(len(tokens)) if tokens.ends[at] <= start), default=-1)
    if before < 1 or tokens.tags[before] not in ("VBD", "VBZ") or tokens.lower[before] in words_of("be"):
        return None
    found = subject_of(sentence.start, tokens.starts[before], article.discourse)
    text = article.document.text
    if found is None:
        return (sentence.start, sentence.start + 2) if text.startswith("It ", sentence.start) else None
    return (found.start, found.end) if text[found.end : start].count(",") <= _FEW_COMMAS else None


def _behind_time(quotation: Quotation, end: int, article: Article) -> Answer | None:
    """Return who stands between a time and the cue: "Last autumn an official hinted"."""
    cue = quotation.cue
    text = article.document.text
    later = _LATER.match(text, end)
    end = later.end() if later else end
    between = _PHRASE.fullmatch(text, end, cue.start) if cue is not None and end < cue.start else None
    if between is None:
        return None
    return resolve_phrase(quotation, between.start("phrase"), between.end("phrase"), article)


def _opening(quotation: Quotation, article: Article) -> Answer | None:
    """Return the name that opens the sentence of a cue: "Nordlys Energy ASA (OSE: NLYS), a leading provider, today
    said"."""
    if quotation.cue is None:
        return None
    sentence = article.document.sentence_at(quotation.cue.start)
    floor = dateline_ends(article.document).get(sentence.start, sentence.start)
    named = article.discourse.names(floor, quotation.cue.start)
    if not named or named[0].start - floor > _OPENS:
        return None
    return resolve_phrase(quotation, *named[0].offsets, article)


def floating(quotation: Quotation, article: Article) -> Answer | None:
    """A quotation without a source: the mention elsewhere that shows its speaker."""
    finders: Sequence[Finder] = FLOATING
    if asked(quotation):
        finders = ANSWERING if quotation.kind == "direct" else ()
    for find in finders:
        shown = find(quotation, article.discourse)
        if shown is None:
            continue
        if shown.entity is None:
            answer = resolve_phrase(quotation, shown.start, shown.end, article)
            if answer is None:
                continue
            entity, form = answer.entity, answer.form
        else:
            entity, form = shown.entity, _form(shown.start, shown.end, article)
        return Answer(shown.rule, entity, (shown.start, shown.end), form, (shown.start, shown.end))
    return None


def _form(start: int, end: int, article: Article) -> Form:
    return read_source(article.document.text, start, end, article.discourse).form


def _decision(answer: Answer | None, quotation: Quotation, article: Article) -> Decision:
    if answer is None:
        return Decision()
    return Decision(
        entity=answer.entity,
        mention=answer.mention,
        form=answer.form,
        confidence=confidence(answer, quotation, article.cast, article.document.models),
        evidence=_evidence(answer, article),
        members=answer.members,
        type=answer.type,
        gender=answer.gender,
    )


def _evidence(answer: Answer, article: Article) -> tuple[Evidence, ...]:
    span, names = article.document.span, article.cast.entities
    rest = span(*answer.span) if answer.span else None
    won = Evidence(answer.rule, rest, names[answer.entity].name, round(answer.weight, 3), True)
    lost = [
        Evidence(answer.rule, span(*where), names[entity].name, round(share, 3), False)
        for entity, where, share in answer.others[:3]
    ]
    return (won, *lost)
