"""The rules that read a source phrase as a name, or as a description with the name beside it."""

from __future__ import annotations

from itertools import pairwise

from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import given_names, titles
from quotex.lexicon.nouns import head_of
from quotex.lexicon.posts import is_post
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.news.beside import name_at_cue, name_behind, writer_of
from quotex.resolve.news.descriptions.match_descriptions import type_of
from quotex.resolve.news.source_phrase import SourcePhrase, is_office, read_source
from quotex.resolve.people.compatible import one_letter_apart

_SHORTEST = 5  # letters of a surname: shorter ones are too often words of their own
_PAIR_WITHIN = 500  # characters before «the former» within which the two stand
# "Minister of State for Health" before a name.
_POST = pattern(
    r"(?!The\s)(?:\p{Lu}\p{Ll}{2,20}\s){1,3}(?:of\s\p{Lu}\p{Ll}{2,20}\s)?(?:for\s(?:\p{Lu}\p{Ll}{2,20}\s(?:and\s)?){0,4})?"
)
_OFFICE = pattern(r"[Tt]he\s(?<letters>\p{Lu}{2,4})")
_SMALL = frozenset({"of", "for", "the", "and"})


def office(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The CS» after "Cabinet Secretary Halima Noor": an office by its initials."""
    initials = _OFFICE.fullmatch(article.document.text, source.start, source.end)
    if initials is None:
        return None
    for entity in dict.fromkeys(m.entity for m in article.discourse.before(source.start)):
        member = article.cast.entities[entity]
        words = [word for word in (member.role or "").split() if word not in _SMALL]
        if member.type == "person" and "".join(word[0] for word in words).upper() == initials["letters"]:
            mention = (source.start, source.end)
            article.discourse.resolved(*mention, entity)
            return Answer("office", entity, mention, "nominal", mention)
    return None


def name(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """The head of the source is a name: the entity that bears it."""
    if source.form != "name" or source.entity is None:
        return None
    if _is_see(source, article) and name_behind(source.limit, article.discourse) is not None:
        return None
    member = article.cast.entities[source.entity]
    one_word = " " not in member.name
    features = (("one word", float(one_word)), (f"type {member.type}", 1.0), ("rare", float(member.count < 2)))
    return Answer("name", source.entity, (source.start, source.end), "name", (source.start, source.end), features)


def name_before_cue(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«A spokeswoman for the bank, Lena Lake, said»: the name that stands directly before the verb."""
    if source.form == "pronoun":
        return None
    found = name_at_cue(quotation, source.start, source.end, article.discourse)
    if found is None or found.entity == source.entity or is_post(article.document.text[found.start : found.end]):
        return None
    if source.form == "nominal" and is_office(article.document.text, found, article.discourse):
        return None
    kind = article.cast.entities[found.entity].type
    if source.form == "name" and (kind == "organization" or not _is_owner(source, article)):
        return None
    if kind == "organization" and type_of(source)[0] == "person":
        return None
    rest = found.offsets
    if source.form == "nominal" and type_of(source)[0] in ("person", "organization", "group"):
        return Answer("named beside", found.entity, (source.start, source.end), "nominal", rest)
    return Answer("named beside", found.entity, rest, "name", rest)


def _is_owner(source: SourcePhrase, article: Article) -> bool:
    """Tell whether a name is a body's, before somebody of it ("the bank's Tom Reed", "ministry official Ann Lee")."""
    if article.discourse.possessor(source.end):
        return True
    return source.entity is not None and article.cast.entities[source.entity].type != "person"


def named_beside(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """A description with the name in apposition: "the group's president, Sara Nelson,"."""
    if source.form == "nominal" and _is_paper(source) and quotation.cue is not None:
        writer = writer_of(source.start, source.limit, article.discourse)
        if writer is not None:
            return Answer("named beside", writer.entity, (source.start, source.end), "nominal", writer.offsets)
    beside = _beside(source, article) if source.form == "nominal" or _is_see(source, article) else None
    if beside is not None and _opens_content(quotation, beside.start):
        return None
    if beside is None or beside.form != "name" or beside.entity is None:
        return None
    several = type_of(source)[0] == "group"
    if several and (head_of(source.head)[1] or article.cast.entities[beside.entity].type != "person"):
        return None
    mention = (source.start, source.end)
    return Answer("named beside", beside.entity, mention, "nominal", (beside.start, beside.end))


def _is_see(source: SourcePhrase, article: Article) -> bool:
    """Tell whether a name is an office with its place, which somebody beside it holds: "the Bishop of Leeds"."""
    text = article.document.text
    office, of, _ = text[source.start : source.end].partition(" of ")
    articled = text[max(0, source.start - 4) : source.start].lower() == "the " or office.startswith("The ")
    return source.form == "name" and of != "" and articled and office.rsplit(None, 1)[-1].lower() in titles()


def _opens_content(quotation: Quotation, start: int) -> bool:
    """Tell whether a name behind a source is in the words already: "According to the paper, Ruiz said"."""
    cue = quotation.cue
    return cue is not None and cue.end <= start and any(span.start <= start < span.end for span in quotation.spans)


def _is_paper(source: SourcePhrase) -> bool:
    return source.head in words_of("message")


def _beside(source: SourcePhrase, article: Article) -> SourcePhrase | None:
    """Return what stands in apposition: within the source phrase, or behind it between commas."""
    text = article.document.text
    if source.apposition is not None:
        return read_source(text, *source.apposition, article.discourse)
    named = name_behind(source.limit, article.discourse)
    return read_source(text, named.start, named.end, article.discourse) if named else None


def place_named(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The neighbouring republic of Norland said»: what a noun for a place or state calls by name."""
    if source.form != "nominal" or source.head not in words_of("of-place") or source.determiner != "definite":
        return None
    text, named = article.document.text, article.discourse.names(source.start, source.end)
    if not named or named[-1].end != source.end or text[named[-1].start - 4 : named[-1].start] != " of ":
        return None
    mention = (source.start, source.end)
    return Answer("name", named[-1].entity, mention, "nominal", named[-1].offsets)


def post_named(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Senior Minister of State for Health Lim Boon Kiat said»: the name at the end of a post of several words."""
    named = article.discourse.names(source.start, source.limit) if source.form == "nominal" else []
    if not named or named[-1].end != source.limit:
        return None
    text, member = article.document.text, article.cast.entities[named[-1].entity]
    first = member.name.split()[0].lower()
    if first not in given_names() and {first, first.removesuffix("s")} & load_words("common_words"):
        return None  # what the post is for is read as part of the name
    person = member.type == "person"
    person = person or text[named[-1].start : named[-1].end].split()[0].lower() in load_words("departments")
    if not person or _POST.fullmatch(text, source.start, named[-1].start) is None:
        return None
    return Answer("name", named[-1].entity, (source.start, source.end), "name", named[-1].offsets)


def former(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The former said», «the latter»: the first or second of two names joined by "and" just before."""
    if source.form != "nominal" or source.words not in (("the", "former"), ("the", "latter")):
        return None
    text, floor = article.document.text, max(0, source.start - _PAIR_WITHIN)
    named = article.discourse.names(floor, source.start)
    pairs = [two for two in pairwise(named) if text[two[0].end : two[1].start] == " and "]
    if not pairs or any(text[m.end : pairs[-1][0].start] == ", " for m in named):
        return None
    meant = pairs[-1][source.head == "latter"]
    mention = (source.start, source.end)
    return Answer("named beside", meant.entity, mention, "nominal", meant.offsets)


def misspelt(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Wines believes» after "Leslie Wimes": a bare surname that nobody bears, one letter from that of somebody."""
    text, cast = article.document.text, article.cast
    word = text[source.start : source.end]
    if source.form != "nominal" or len(word) < _SHORTEST or not word.isalpha() or not word[0].isupper():
        return None
    if word.endswith("s") and not _is_of_one(quotation):
        return None  # «Greens told» are many
    for mention in article.discourse.before(source.start):
        surname = cast.entities[mention.entity].name.split()[1:][-1:]
        if mention.named and surname and one_letter_apart(word.casefold(), surname[0].casefold()):
            if surname[0][0] != word[0] or cast.entities[mention.entity].type == "organization":
                continue
            article.discourse.resolved(source.start, source.end, mention.entity)
            return Answer("name", mention.entity, (source.start, source.end), "name", mention.offsets)
    return None


def _is_of_one(quotation: Quotation) -> bool:
    """Tell whether the cue is a verb in the singular of the present: "believes", "has said"."""
    verb = quotation.cue.text.split()[0].lower() if quotation.cue else ""
    return verb.endswith("s") and verb != "was"
