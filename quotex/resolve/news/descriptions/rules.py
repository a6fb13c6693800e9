"""The rules that read a source phrase as a description of somebody: "the senator" for "Sen. Adam Schiff"."""

from __future__ import annotations

from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import titles, titles_for
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Answer, Article, from_choice
from quotex.resolve.news.beside import name_behind
from quotex.resolve.news.descriptions.match_descriptions import by_description, by_name_word, type_of
from quotex.resolve.news.descriptions.taken_up import by_salience
from quotex.resolve.news.followed import follow
from quotex.resolve.news.pronouns import agrees
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.cast import CastMember
from quotex.resolve.people.name_form import has_letters_of_judge
from quotex.resolve.people.roles import stands_for_somebody

_INTRODUCED_WITHIN = 8000  # characters before a description in which the same words are looked for
_BEFORE = 40  # characters before a description
_LEAD = 4  # paragraphs of a report that are its headlines, its byline and its lead
_FIT = 1.5  # of a description that the text only later gives somebody
_EARLIER = 4  # earlier uses of the same words that are looked at
_DESCRIBED = 60  # characters of a description and what belongs to it
_ANOTHER = pattern(r"[^.;:“”\"\n]*\b(?:another|other)\b")
_HONOUR = pattern(r"(?<whose>[Hh]is|[Hh]er)\s(?:[Hh]onou?r|[Ll]ordship|[Ll]adyship|[Ww]orship)(?!\p{L})")


def honour(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Her Honour said», «in his Lordship's view»: the judge who was named last, whose gender it tells."""
    text = article.document.text
    styled = _HONOUR.match(text, source.start, source.limit)
    if styled is None:
        return None
    kind = kind_of(styled["whose"].lower())
    lately = [told.entity for told in article.discourse.told[-1:]]
    for entity in (*lately, *(mention.entity for mention in article.discourse.before(source.start))):
        member = article.cast.entities[entity]
        if agrees(kind, article.discourse, entity) and _is_judge(member):
            member.gender = member.gender or GENDERS[kind]
            article.discourse.resolved(source.start, source.end, entity)
            mention = (source.start, source.end)
            return Answer("office", entity, mention, "nominal", mention)
    return None


def _is_judge(member: CastMember) -> bool:
    """Tell whether somebody bears the title of a judge before the name or the letters of one behind it."""
    return has_letters_of_judge(member.name) or not titles_for("judge").isdisjoint(member.titles)


def introduced(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Her mother» after "Her mother, April Ruiz, took her there": the name that stood beside the same words."""
    if source.form != "nominal" or source.determiner not in ("definite", "owned") or source.complement:
        return None
    head, plural = head_of(source.head)
    if head is None or plural or head.type == "document":
        return None
    text = article.document.text
    words = text[source.start : source.end]
    at, owned = source.start, source.determiner == "owned"
    floor = max(0, at - _INTRODUCED_WITHIN)
    wanted = words if owned else words.split(" ", 1)[-1]
    for _ in range(_EARLIER):
        at = max(text.rfind(form, floor, at) for form in (wanted, wanted[:1].swapcase() + wanted[1:]))
        if at < 0:
            return None
        if stands_for_somebody(text[max(0, at - _BEFORE) : at]):
            continue
        named = name_behind(at + len(wanted), article.discourse)
        kind = article.cast.entities[named.entity].type if named is not None else "unknown"
        if kind not in ("unknown", head.type):
            return None
        if named is not None and not (owned and at and text[at - 1].isalpha()):
            mention = (source.start, source.end)
            return Answer("introduced", named.entity, mention, "nominal", named.offsets)
    return None


def again(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The diplomat» after "a senior diplomat": the same entity without a name."""
    entity = article.nominals.known(source) if source.form == "nominal" else None
    if entity is None or by_name_word(source, source.start, article.nominals) is not None:
        return None
    return own(quotation, source, article)


def description(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """A description that repeats what the text says of somebody: "the senator" for "Sen. Adam Schiff"."""
    if source.form != "nominal":
        return None
    owner = _owner(source, article)
    found = by_description(source, source.start, article.nominals, owner)
    if found is None:
        return None
    article.discourse.resolved(source.start, source.end, found[0])
    mention = (source.start, source.end)
    return Answer("description", found[0], mention, "nominal", mention, (("fit", found[1]),), found[1])


def _owner(source: SourcePhrase, article: Article) -> int | None:
    """Return the entity that owns the one described ("his aide", "Scott's family"), who is never meant."""
    return article.cast.entity_of(*source.owner) if source.owner else None


def name_word(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The ministry» for "Russian Foreign Ministry"."""
    if source.form != "nominal":
        return None
    entity = by_name_word(source, source.start, article.nominals)
    if entity is None:
        return None
    article.discourse.resolved(source.start, source.end, entity)
    mention = (source.start, source.end)
    return Answer("name word", entity, mention, "nominal", mention)


def varied(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«The Indiana governor» after a sentence about Mike Pence: other words for who is being spoken of."""
    if source.form != "nominal" or _is_see(source, article):
        return None
    for kind in ("he", "she"):
        follow(kind, source.start, quotation, article)
    choice = by_salience(source, source.start, quotation, article.nominals)
    if choice is None or choice.entity == _owner(source, article):
        return None
    return from_choice("varied", choice, source, article)


def _is_see(source: SourcePhrase, article: Article) -> bool:
    """Tell whether a phrase is what a text calls a cleric by: "The Bishop of Marley" is not who was spoken of last."""
    words = article.document.text[source.start : source.end].removeprefix("The ").split()
    clergy = len(words) > 2 and words[1] == "of" and titles().get(words[0].lower(), ("", "", ""))[2] == "clergy"
    return clergy and article.cast.find(" ".join(words)) is not None


def of_lead(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«A coroner has ruled» at the head of a report that names one coroner, further down."""
    head, plural = head_of(source.head)
    discourse, cast = article.discourse, article.cast
    if head is None or plural or head.type != "person" or source.complement or discourse.narrative:
        return None
    if (
        source.words[0] not in ("a", "an")
        or discourse.place(source.start).paragraph > _LEAD
        or source.form != "nominal"
    ):
        return None
    bearers = article.nominals.descriptions({source.head}, source.start)
    people = {told.entity for told in bearers}
    if len(people) != 1 or min(told.start for told in bearers) < source.end:
        return None
    if any(_ANOTHER.match(article.document.text, one.start, one.start + _DESCRIBED) for one in bearers):
        return None  # «Tom Hall, a teacher at another school, said»
    entity = people.pop()
    member = cast.entities[entity]
    told = frozenset[str]().union(*(one.words for one in bearers))
    brought_in = any(mention.entity == entity for mention in discourse.names(0, source.start))
    if member.type != "person" or brought_in or not told.issuperset(source.words[1:]):
        return None
    if head.gender and member.gender and head.gender != member.gender:
        return None
    discourse.resolved(source.start, source.end, entity)
    mention = (source.start, source.end)
    return Answer("description", entity, mention, "nominal", mention, (("fit", _FIT),), _FIT)


def own(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """A description of somebody without a name is an entity of its own."""
    entity = article.nominals.entity_of_its_own(source)
    kind, gender = type_of(source)
    if source.head not in words_of("nobody"):
        article.discourse.resolved(source.start, source.end, entity)
    mention = (source.start, source.end)
    return Answer("own", entity, mention, "nominal", mention, type=kind, gender=gender)
