"""Whom a definite description takes up when nothing in the text says who bears it: "the Indiana governor"."""

from __future__ import annotations

import regex

from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import affiliations, places
from quotex.lexicon.nouns import Head, head_of
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.descriptions.match_descriptions import AGE, Nominals, name_words, subjects_of
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.pronouns import Antecedent, candidates, rank
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.cast import CastMember

_STANDS = pattern(r"\s(?:above|ahead|behind|below|beside|in\sfront|next\sto|opposite)\b")
_WHICH_ONE = pattern(r",?\s(?:at|behind|beside|by|from|in|near|next\sto|of|on|opposite|who|whose|with)\s")
_OF_MANY = pattern(r"-of-(?:\p{L}{3,6}|\d{1,2})$")  # "father-of-two"
_CHILDREN = pattern(r"\sof\s(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$")
_FEWEST_WORDS = 3  # "the Indiana governor" says something new of somebody, "the governor" takes up what was said
_ALONE = 0.7
_BROUGHT_IN = 3000  # characters before a description in which another is looked for that brings somebody in
_ORIGINS = ("-born", "-bred", "-educated", "-trained")  # "the Oslo-born engineer"
_LEAD = 3  # paragraphs of a report that say whom it is about
_LIKELY = 0.5
_LONGEST_WORD = 24
_LOOSE = frozenset(("group", "operator"))  # of any body


def by_salience(source: SourcePhrase, offset: int, quotation: Quotation, nominals: Nominals) -> Antecedent | None:
    """Return whom a definite description takes up when nothing in the text says who bears it.

    "The Indiana governor said": news names a person once and then varies the words.  Only a post or career, or an
    age, is taken up so, and only by somebody who is near.
    """
    head, plural = head_of(source.head)
    aged = any(AGE.match(word) for word in source.words)
    aged = aged or _is_epithet(source, head, nominals.discourse.document.text)
    aged = aged or _is_of_a_place(source, head, nominals) or _is_parent(source, head, nominals.discourse.document.text)
    aged = aged or _is_old(source, head, nominals.discourse.document.text)
    if plural or source.determiner not in ("definite", "owned") or not (aged or _varies(head)):
        return None
    if (
        words_of("rank").isdisjoint(source.words)
        and not aged
        and (source.complement or len(source.words) < _FEWEST_WORDS and head and head.binding == "office")
    ):
        return None  # "the mayor", "the minister of government": an office of somebody whom the text does not name
    if head and head.type == "organization" and source.determiner != "definite":
        return None
    if source.determiner == "owned" and head and head.binding == "office" and words_of("rank").isdisjoint(source.words):
        return None  # "the shop's owner": of somebody else; "Obama's former aide" tells of who is known
    kind = "it" if head and head.type == "organization" else _kind(head)
    found = candidates(kind, offset, quotation, nominals.discourse)
    weights = nominals.discourse.document.models.weights("pronouns")
    cast = nominals.discourse.cast
    named = [c for c in found if cast.entities[c.entity].named]
    choice = rank([c for c in named if kind == "it" or not _ends_in_noun(cast.entities[c.entity])], weights)
    if kind == "it" and choice and not subjects_of(source, nominals.discourse.document) <= name_words(cast, choice):
        return None
    if choice is None or not _near(choice, offset, nominals.discourse):
        return _topic(source, offset, nominals) if kind == "it" and source.head in words_of("firm") else None
    if not words_of("age").isdisjoint(source.words) and not nominals.discourse.stands_as_subject(choice.entity):
        return None  # somebody in a byline
    kept = nominals.discourse.cast.entities[choice.entity].type
    once = nominals.discourse.cast.entities[choice.entity].count == 1
    if kind != "it" and (kept != "person" or once) and not _full_name(choice, nominals):
        return None  # a place, as like as not, or somebody mentioned in passing
    titled = _full_name(choice, nominals) or _is_titled_firm(choice, nominals)
    body = kept == "organization" or kept == "unknown" and titled
    if kind == "it" and not body and source.head in words_of("firm"):
        return _topic(source, offset, nominals)
    return choice if kind != "it" or body and not _other_body(source.head, choice, nominals) else None


def _ends_in_noun(member: CastMember) -> bool:
    """Tell whether a name of no known kind ends like that of a firm: "Kestrel Metals"."""
    last = member.name.rsplit(" ", 1)[-1].casefold()
    unknown = member.type == "unknown" and member.gender is None and " " in member.name
    return unknown and not load_words("common_words").isdisjoint((last, last.removesuffix("s")))


def _topic(source: SourcePhrase, offset: int, nominals: Nominals) -> Antecedent | None:
    """Return the one body with which a text begins, which "the company" takes up wherever no other is near."""
    discourse, cast = nominals.discourse, nominals.discourse.cast
    lead = [m for m in discourse.names(0, offset) if discourse.place(m.start).paragraph < _LEAD]
    subjects = [
        m
        for m in lead
        if cast.entities[m.entity].type in ("organization", "unknown")
        and discourse.subject(m.start, m.end)
        and cast.entities[m.entity].name.casefold() not in places()
    ]
    if not subjects or len({m.entity for m in subjects}) > 1:
        return None
    text = discourse.document.text.casefold()
    if any(text.find(f" {article} {source.head}", subjects[0].end, offset) >= 0 for article in ("a", "an", "another")):
        return None  # one that the text brings in without a name
    choice = Antecedent(*subjects[0].offsets, subjects[0].entity, _LIKELY, 0.0, ())
    body = cast.entities[choice.entity].type == "organization" or _full_name(choice, nominals)
    return choice if body and not _other_body(source.head, choice, nominals) else None


def _is_parent(source: SourcePhrase, head: Head | None, text: str) -> bool:
    """Tell whether a phrase says how many children somebody has: "the mother of two"."""
    kin = source.determiner == "definite" and head is not None and head.binding == "kin"
    return kin and _CHILDREN.search(text, source.start, source.limit) is not None


def _is_old(source: SourcePhrase, head: Head | None, text: str) -> bool:
    """Tell whether a phrase tells the age of somebody whom the text brought in with other words: "the old woman"."""
    if source.complement or source.determiner != "definite" or head is None or not head.gender or head.binding != "-":
        return False
    if words_of("age").isdisjoint(source.words) or _WHICH_ONE.match(text, source.end):
        return False
    new = rf"\b(?:[Aa]n?|[Oo]ne|[Aa]nother)\s(?:\p{{Ll}}+\s){{0,3}}{regex.escape(source.head)}\b"
    return regex.search(new, text[max(0, source.start - _BROUGHT_IN) : source.start]) is None


def _is_epithet(source: SourcePhrase, head: Head | None, text: str) -> bool:
    """Tell whether a phrase is what one calls somebody just spoken of: "the striker", but not "the runner behind"."""
    if source.complement or source.determiner != "definite" or _STANDS.match(text, source.end):
        return False
    many = _OF_MANY.search(source.head) is not None
    nation = head is None and source.head.capitalize() in affiliations()
    nation = nation and not source.head.endswith(("ese", "sh", "ch", "ss"))  # "the Chinese" are many
    return many or nation or head is not None and head.binding == "epithet"


def _is_of_a_place(source: SourcePhrase, head: Head | None, nominals: Nominals) -> bool:
    """Tell whether a noun for a person has a name before it, which tells of somebody known: "the Leeds professor"."""
    person = noun_classes().get(source.head) == "p" if head is None else head.type == "person" and head.binding != "kin"
    if not person or source.determiner != "definite":
        return False
    words = nominals.discourse.document.text[source.start : source.end].split()
    named = [w for w in words[1:-1] if w[0].isupper()]
    if head is None or head.binding == "-":  # "the Austrian partner" may be a firm
        named = [w for w in named if w not in affiliations()]
    named += [w for w in words[1:-1] if w.endswith(_ORIGINS)]
    return not source.complement and len(words) >= _FEWEST_WORDS and bool(named)


def _other_body(head: str, choice: Antecedent, nominals: Nominals) -> bool:
    """Tell whether a noun for one kind of body is no word for another: "the commission" for an Association, "the bank"
    for a court."""
    named = nominals.discourse.cast.entities[choice.entity].name.casefold().split()
    traded = head in words_of("firm") - _LOOSE and not words_of("set-body").isdisjoint(named)
    if head not in words_of("set-body") and not traded:
        return False
    told = nominals.descriptions({head}, choice.start)
    return head not in named and all(description.entity != choice.entity for description in told)


def _full_name(choice: Antecedent, nominals: Nominals) -> bool:
    return " " in nominals.discourse.cast.entities[choice.entity].name


def _is_titled_firm(choice: Antecedent, nominals: Nominals) -> bool:
    """Tell whether a word for a firm stands before a name: "operator Northline"."""
    word = nominals.discourse.document.text[max(0, choice.start - _LONGEST_WORD) : choice.start].rstrip()
    return word.rpartition(" ")[2].lower() in words_of("firm") | words_of("maker")


def _varies(head: Head | None) -> bool:
    return head is not None and head.binding in ("office", "body")


def _kind(head: Head | None) -> str:
    return {"male": "he", "female": "she"}.get(head.gender or "", "person") if head else "person"


def _near(choice: Antecedent, offset: int, discourse: Discourse) -> bool:
    """Tell whether the mention stands in this paragraph or the one before, or a little further without a rival."""
    gap = discourse.place(offset).paragraph - discourse.place(choice.start).paragraph
    return gap <= 1 or (gap <= 3 and choice.probability >= _ALONE)
