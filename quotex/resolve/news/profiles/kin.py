"""Whom "his daughter" means where the text does not name her beside these words: the family name, or the other way
round "her father, Bo Lund"."""

from __future__ import annotations

from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.records import Gender, Quotation
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.news.profiles.families import Families, family_roles, surname_of
from quotex.resolve.news.pronouns import candidates, rank
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.mention import Mention

_MOST = 12  # bearers of a name, or times that somebody is brought in, that are looked at
_LIKELY = 0.5  # the least belief in who owns a relation


def family(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«His daughter» of Batt Lund: the one woman more of that family, or she whose father the text says he is."""
    if source.form != "nominal" or source.owner is None or source.complement or source.head not in family_roles():
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
    titled = _families(article).called.get(source.head, {})
    return next(iter(titled.values())) if len(titled) == 1 else None


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


def _families(article: Article) -> Families:
    if article.families is None:
        article.families = Families(article.cast, article.document.text)
    return article.families


def _of_one_name(owner: int, noun: str, gender: Gender | None, article: Article) -> Mention | None:
    """Return the only other who bears the family name of the owner and may be what the noun says."""
    families, people = _families(article), article.cast.entities
    surname = surname_of(people[owner].name)
    if not surname or gender is None:
        return None
    bearers = _of_family(owner, gender, article)
    if len(bearers) != 1 or people[bearers[0]].gender is None or _is_otherwise_related(bearers[0], noun, article):
        return None
    return families.first[bearers[0]]


def _of_family(owner: int, gender: Gender | None, article: Article) -> list[int]:
    """Return the others who bear the family name of the owner and may be of a gender."""
    people = article.cast.entities
    bearers = _families(article).bearers[surname_of(people[owner].name)][:_MOST]
    return [one for one in bearers if one != owner and people[one].gender in (None, gender)]


def _is_otherwise_related(entity: int, noun: str, article: Article) -> bool:
    """Tell whether the text calls somebody by a noun of another relation: "his sister, Ida Lund"."""
    roles = family_roles()
    described = article.nominals.described
    called = {word for word in roles.keys() & described.keys() if any(d.entity == entity for d in described[word])}
    called |= {told["noun"] for told in _families(article).brought_in.get(entity, [])[:_MOST]}
    called |= {word for word in roles if article.nominals.heads.get(word) == entity}  # «his wife» of a line before
    return any(roles[word][0] != roles[noun][0] for word in called)


def _other_way_round(
    owner: int, noun: str, gender: Gender | None, quotation: Quotation, article: Article
) -> Mention | None:
    """Return whose father, husband or the like the owner is where the text brings in the owner as that."""
    families, wanted = _families(article), family_roles()[noun]
    for told in families.brought_in.get(owner, [])[:_MOST]:
        role = family_roles()[told["noun"]]
        if (role[1], role[0]) != wanted:
            continue
        theirs = told["who"].lower() == "their"
        if theirs and len(_of_family(owner, gender, article)) > 1:
            continue  # two sisters: which of them?
        word = {"male": "his", "female": "her"}.get(gender or "", "") if theirs else told["who"]
        if gender is not None and GENDERS.get(kind_of(word.lower())) != gender:
            continue
        other = _meant(word, told.start("who"), owner, quotation, article)
        return families.first.get(other) if other is not None else None
    return None
