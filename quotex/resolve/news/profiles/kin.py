"""Whom "his daughter" means where the text does not name her beside these words: the family name, or the other way
round "her father, Bo Lund"."""

from __future__ import annotations

from functools import cache

from quotex.lexicon import load_table
from quotex.lexicon.nouns import family_words, head_of
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.patterns import pattern
from quotex.records import Gender, Quotation
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.news.pronouns import candidates, rank
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.mention import Mention

_BEFORE_NAME = pattern(r"(?<!\p{L})(?<who>[Hh]is|[Hh]er|[Tt]heir)\s(?:\p{Ll}+\s){0,2}+(?<noun>\p{Ll}+),?\s$")
_SUFFIX = frozenset(("jr", "sr", "junior", "senior", "ii", "iii"))
_AUNTS = {"auntie": "aunt", "aunty": "aunt"}
_REACH = 60  # characters before a name in which its relation stands
_LIKELY = 0.5  # the least belief in who owns a relation


@cache
def _roles() -> dict[str, tuple[str, str]]:
    return {noun: (bearer, owner) for noun, bearer, owner in load_table("family_roles")}


def family(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«His daughter» of Batt Lund: the one woman more of that family, or she whose father the text says he is."""
    if source.form != "nominal" or source.owner is None or source.complement or source.head not in _roles():
        return None
    gender = _gender(source.head)
    called = _called(source, article)
    if called is not None:
        return Answer("family", called.entity, (source.start, source.end), "nominal", called.offsets)
    owner = article.cast.entity_of(*source.owner)
    if owner is None:
        owner = _meant(article.document.text[slice(*source.owner)], source.owner[0], None, quotation, article)
    if owner is None:
        return None
    found = _other_way_round(owner, source.head, gender, quotation, article)
    found = found or _of_one_name(owner, source.head, gender, article)
    if found is None:
        return None
    article.nominals.heads[source.head] = found.entity  # «the daughter» from now on
    article.discourse.resolved(source.start, source.end, found.entity)
    return Answer("family", found.entity, (source.start, source.end), "nominal", found.offsets)


def _called(source: SourcePhrase, article: Article) -> Mention | None:
    """Return whom the writer calls by a title of the family: "Aunty Comfort" is "my aunt"."""
    if source.words[0] not in ("my", "our"):
        return None
    titled = {
        mention.entity: mention
        for mention in article.cast.mentions
        if article.cast.entities[mention.entity].titles
        and any(_relation(title) == source.head for title in _titles(mention, article))
    }
    return next(iter(titled.values())) if len(titled) == 1 else None


def _relation(title: str) -> str:
    return _AUNTS.get(title) or family_words().get(title, title)


def _titles(mention: Mention, article: Article) -> list[str]:
    """Return the first word of a mention, small: its title where it has one."""
    return article.document.text[mention.start : mention.end].lower().split()[:1]


def _gender(noun: str) -> Gender | None:
    head, _ = head_of(noun)
    return head.gender if head is not None else None


def _meant(word: str, at: int, barred: int | None, quotation: Quotation, article: Article) -> int | None:
    """Return whom "his" or "her" likely means at an offset, or None."""
    kind = kind_of(word.lower())
    if kind not in ("he", "she"):
        return None
    found = [one for one in candidates(kind, at, quotation, article.discourse) if one.entity != barred]
    choice = rank(found, article.document.models.weights("pronouns"))
    named = choice is not None and article.cast.entities[choice.entity].named
    return choice.entity if choice is not None and named and choice.probability >= _LIKELY else None


def _of_one_name(owner: int, noun: str, gender: Gender | None, article: Article) -> Mention | None:
    """Return the only other who bears the family name of the owner and may be what the noun says."""
    surname = _surname(article.cast.entities[owner].name)
    if not surname or gender is None:
        return None
    bearers: dict[int, Mention] = {}
    for mention in article.cast.mentions:
        member = article.cast.entities[mention.entity]
        if mention.entity != owner and member.gender == gender and _surname(member.name) == surname:
            bearers.setdefault(mention.entity, mention)
    if len(bearers) != 1:
        return None
    only = next(iter(bearers.values()))
    return None if _is_otherwise_related(only.entity, noun, article) else only


def _surname(name: str) -> str:
    words = [word.strip(".,").casefold() for word in name.split()]
    while len(words) > 1 and words[-1] in _SUFFIX:
        words.pop()
    return words[-1] if len(words) > 1 else ""


def _is_otherwise_related(entity: int, noun: str, article: Article) -> bool:
    """Tell whether the text calls somebody by a noun of another relation: "his sister, Ida Lund"."""
    roles = _roles()
    called = {word for word, told in article.nominals.described.items() if any(d.entity == entity for d in told)}
    return any(roles[word][0] != roles[noun][0] for word in called & roles.keys())


def _other_way_round(
    owner: int, noun: str, gender: Gender | None, quotation: Quotation, article: Article
) -> Mention | None:
    """Return whose father, husband or the like the owner is where the text brings in the owner as that."""
    text, wanted = article.document.text, _roles()[noun]
    for mention in article.cast.mentions:
        if mention.entity != owner:
            continue
        told = _BEFORE_NAME.search(text, max(0, mention.start - _REACH), mention.start)
        role = _roles().get(told["noun"]) if told else None
        if told is None or role is None or (role[1], role[0]) != wanted:
            continue
        word = told["who"] if told["who"].lower() != "their" else {"male": "his", "female": "her"}.get(gender or "", "")
        if gender is not None and GENDERS.get(kind_of(word.lower())) != gender:
            continue
        other = _meant(word, told.start("who"), owner, quotation, article)
        return next((named for named in article.cast.mentions if named.entity == other), None)
    return None
