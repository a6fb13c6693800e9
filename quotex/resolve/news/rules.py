"""The rules that lead from a source phrase to the entity it means, in their order."""

from __future__ import annotations

from collections.abc import Callable

import regex
from attrs import evolve

from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import GENDERS, RELATIVE, kind_of
from quotex.lexicon.verbs import tag_verbs
from quotex.patterns import pattern
from quotex.records import Form, Quotation
from quotex.resolve.news.answer import Answer, Article, from_choice
from quotex.resolve.news.authors import first_person, second_person
from quotex.resolve.news.descriptions.rules import (
    again,
    description,
    honour,
    introduced,
    name_word,
    of_lead,
    own,
    varied,
)
from quotex.resolve.news.descriptions.subject_before import subject_before
from quotex.resolve.news.followed import follow
from quotex.resolve.news.groups import members_of, pair_before, pair_of
from quotex.resolve.news.names import (
    former,
    misspelt,
    name,
    name_before_cue,
    named_beside,
    office,
    place_named,
    post_named,
)
from quotex.resolve.news.profiles.kin import family
from quotex.resolve.news.pronouns import (
    DESCRIBED,
    Antecedent,
    agrees,
    candidates,
    described_candidates,
    is_nobody,
    rank,
)
from quotex.resolve.news.relative import (
    before_parting,
    cleft_before,
    in_place,
    names_before,
    phrase_before,
    plain_phrase_before,
)
from quotex.resolve.news.source_phrase import SourcePhrase, read_source

_GAP_BEFORE_RELATIVE = 90
_ADJACENT = 2  # characters between a body and the "who" that takes it up
_QUOTED_WITHIN = 160  # characters behind a source within which "quoted … as saying" stands
_QUOTED_AS = pattern(
    r"""
    \s(?:(?:has|have|had|also|then|later)\s)?(?:quoted|quotes|quoting|cited|cites|citing)\s
    (?<who>[^,.;:“”"\n]{2,90}?)\s as\s(?:saying|telling|stating|warning|adding|claiming|having\ssaid)(?!\p{L})
    """,
    regex.VERBOSE,
)
_A_PERSON = pattern(r"(?:\sof\s[^,.;:“”\"\n]{2,40})?,\s(?<phrase>an?\s[^,.;:“”\"\n]{2,60}),\s")
_COMES = pattern(r"[\s,]?\b(?:came|comes|was|is)\s$")
_VOICE_OF = pattern(r"(?<who>[^,.;:“”\"\n]{2,60})['’]s?\s(?:\p{Ll}[\p{Ll}-]++\s){0,2}+\p{Ll}++")
_OWN_VOICE = pattern(r"(?<who>[Hh]is|[Hh]er|[Tt]heir|[Mm]y)\s(?:\p{Ll}[\p{Ll}-]++\s){0,2}+\p{Ll}++")
_PHRASE = pattern(r"(?:(?:according\sto|by|from|with|to|of)\s)?(?<phrase>[^\s,.;:“”\"()][^,.;:“”\"()\n]{1,60}),?\s$")
Rule = Callable[[Quotation, SourcePhrase, Article], "Answer | None"]


def resolve_phrase(quotation: Quotation, start: int, end: int, article: Article) -> Answer | None:
    """Ask the rules in their order who is meant by the source phrase ``text[start:end]``."""
    source = read_source(article.document.text, start, end, article.discourse)
    for rule in RULES:
        answer = rule(quotation, source, article)
        if answer is not None:
            return answer
    return None


def group(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Trump and Pence»: a group, whose members are resolved one by one."""
    if source.form == "pronoun":
        return None
    parts = members_of(article.document.text, source.start, source.limit, article.discourse)
    found = [resolve_phrase(quotation, start, end, article) for start, end in parts]
    members = tuple((a.entity, a.mention) for a in found if a is not None and a.mention is not None)
    if len({entity for entity, _ in members}) < 2:
        return None
    names = [article.cast.entities[entity].name for entity, _ in members]
    name = ", ".join(names[:-1]) + " and " + names[-1]
    entity = article.cast.find(name)
    if entity is None:
        entity = article.cast.add(name, type="group")
    mention = (members[0][1][0], members[-1][1][1])
    form: Form = "name" if all(a.form == "name" for a in found if a) else "nominal"
    return Answer("group", entity, mention, form, mention, members=members, type="group")


def quoted_as(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Ana Ruiz quoted Paul Berg as saying»: Berg speaks, and Ruiz only passes it on."""
    if quotation.cue is not None and quotation.cue.start < source.end:
        return None
    passed = _QUOTED_AS.match(article.document.text, source.end, source.end + _QUOTED_WITHIN)
    if passed is None:
        return None
    answer = resolve_phrase(quotation, passed.start("who"), passed.end("who"), article)
    return answer and answer._replace(rule="quoted as")


def one_of(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«One of the two, a former miner, said», «the other, a nurse,»: what stands in apposition says who it is."""
    if source.form != "nominal" or source.head not in words_of("one-of"):
        return None
    text = article.document.text
    beside = _A_PERSON.match(text, source.limit) or _A_PERSON.match(text, source.end)
    if beside is None:
        return None
    noun = beside["phrase"].split(" of ")[0].split(" from ")[0].split(" who ")[0].rsplit(" ", 1)[-1]
    head = head_of(noun.lower())[0]
    if head is None or head.type != "person":
        return None
    start, end = beside.span("phrase")
    answer = resolve_phrase(quotation, start, end, article)
    return answer and answer._replace(mention=(source.start, source.end), span=(start, end))


def relative(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«McConnell, who said»: a relative pronoun takes up the name before it."""
    if source.form != "pronoun" or source.head not in RELATIVE:
        return None
    start = source.start
    sentence = article.document.sentence_at(start)
    floor = max(sentence.start, start - _GAP_BEFORE_RELATIVE)
    before = cleft_before(floor, start, article.discourse)
    before = before or phrase_before(source.head, floor, start, article.discourse)
    if before is None and source.head == "who" and _is_plural(quotation):
        before = names_before(floor, start, article.discourse)
    if before is not None:
        answer = resolve_phrase(quotation, *before, article)
        if answer is not None:
            return answer._replace(rule="relative", mention=(start, source.end), form="pronoun", features=())
    wanted = ("person", "unknown") if source.head in ("who", "whom", "whose") else ("organization", "unknown")
    parting = before_parting(floor, start, article.discourse)
    for named in reversed(article.discourse.names(floor, parting)):
        known = article.cast.entities[named.entity].type
        near = known == "organization" and parting - named.end <= _ADJACENT
        placed = source.head in ("who", "whom") and in_place(named, article.discourse)
        if (known in wanted or near) and not placed and not article.discourse.possessor(named.end):
            return Answer("relative", named.entity, (start, source.end), "pronoun", named.offsets)
    phrase = plain_phrase_before(source.head, floor, start, article.discourse) or _before(floor, start, article)
    if phrase is None:
        return unresolved(source, article)
    answer = resolve_phrase(quotation, *phrase, article)
    return answer and answer._replace(rule="relative", mention=(start, source.end), form="pronoun")


def _is_plural(quotation: Quotation) -> bool:
    """Tell whether the cue is a verb in the plural of the present: "note", "have said"."""
    word = quotation.cue.text.split()[0].lower() if quotation.cue else ""
    return word in ("are", "have") or tag_verbs().get(word, ("",))[0] == word


def _before(floor: int, start: int, article: Article) -> tuple[int, int] | None:
    """Return what stands between the last sign and a relative pronoun."""
    text = article.document.text
    while floor < start and text[floor - 1 : floor].isalnum():
        floor += 1
    phrase = _PHRASE.search(text, floor, start)
    return None if phrase is None or phrase["phrase"].lower() in words_of("pronoun") else phrase.span("phrase")


def voice(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«“Stop!” came the referee's shout», "was her mother's verdict": whose shout it is."""
    text = article.document.text
    if source.form != "nominal" or _COMES.search(text, max(0, source.start - 8), source.start) is None:
        return None
    owned = _VOICE_OF.fullmatch(text, source.start, source.limit) or _OWN_VOICE.fullmatch(
        text, source.start, source.limit
    )
    if owned is None or noun_classes().get(source.head) != "s":
        return None
    answer = resolve_phrase(quotation, owned.start("who"), owned.end("who"), article)
    return answer and answer._replace(rule="voice of", features=())


def document(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«His diary reads», «its report blames»: what is his are his words, what is hers or theirs is named after them."""
    text, cast, head = article.document.text, article.cast, head_of(source.head)[0]
    kind = kind_of(text[slice(*source.owner)].lower()) if source.form == "nominal" and source.owner else "other"
    if source.owner is None or kind in ("other", "first", "who") or head is None or head.type != "document":
        return None
    owner = resolve_phrase(quotation, *source.owner, article)
    if owner is None or not cast.entities[owner.entity].named:
        return None
    mention = (source.start, source.end)
    if kind in GENDERS and (head.binding == "self" or _is_by_owner(source, text)):
        return owner._replace(rule="document of", mention=mention, form="nominal", features=())
    name = f"{cast.entities[owner.entity].name}'s {text[source.owner[1] : source.end].strip()}"
    known = cast.find(name)
    return Answer("own", cast.add(name) if known is None else known, mention, "nominal", mention)


def _is_by_owner(source: SourcePhrase, text: str) -> bool:
    """Tell whether a paper is by whose it is: "his report", "her final report", not "his school report"."""
    assert source.owner is not None
    between = text[source.owner[1] : source.end].lower().split()[:-1]
    return source.head in words_of("by-owner") and words_of("own-work").issuperset(between)


def subject(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«Her headmaster agreed. “Yes,” he said»: the description that is the subject just before."""
    kind = kind_of(source.head) if source.form == "pronoun" else ""
    if kind not in ("he", "she") or source.start in article.pronouns:
        return None
    phrase = subject_before(kind, source.start, quotation, article.discourse)
    answer = resolve_phrase(quotation, *phrase, article) if phrase else None
    if answer is None or not agrees(kind, article.discourse, answer.entity):
        return None
    article.discourse.resolved(source.start, source.end, answer.entity)
    mention = (source.start, source.end)
    found = answer._replace(rule="pronoun", mention=mention, form="pronoun", span=phrase, features=())
    article.pronouns[source.start] = found
    return found


def pronoun(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """A personal pronoun: the best of the entities that agree with it."""
    if source.form != "pronoun":
        return None
    known = article.pronouns.get(source.start)
    if known is None:
        kind = kind_of(source.head)
        known = _ranked(kind, quotation, source, article) or unresolved(source, article)
        article.pronouns[source.start] = known
    return known


def _ranked(kind: str, quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """Return who is likeliest meant by a pronoun, of those who are named and of those who are only described."""
    if kind == "other":
        return None
    follow(kind, source.start, quotation, article)
    named = candidates(kind, source.start, quotation, article.discourse)
    others = described_candidates(kind, source.start, quotation, article.discourse)
    if others and kind in ("he", "she"):
        named = [one for one in named if not is_nobody(one.entity, article.discourse)]
    weights = article.document.models.weights("pronouns")
    choice = rank(named + others, weights)
    if kind == "they" and (both := _both(choice, quotation, source, article)):
        return both
    if choice is not None and choice.entity == DESCRIBED:
        answer = resolve_phrase(quotation, *choice.offsets, article)
        if answer is not None and agrees(kind, article.discourse, answer.entity):
            choice = evolve(choice, entity=answer.entity)
        else:
            choice = rank(named, weights)
    return from_choice("pronoun", choice, source, article) if choice else None


def _both(choice: Antecedent | None, quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """Return two joined by "and" for "they": one of them was chosen, or nobody and they are the last who were named."""
    pair = pair_before(source, article.discourse) if choice is None else pair_of(choice, article.discourse)
    if pair is None:
        return None
    found = group(quotation, read_source(article.document.text, *pair, article.discourse), article)
    return found and found._replace(rule="pronoun", mention=(source.start, source.end), form="pronoun")


def unresolved(source: SourcePhrase, article: Article) -> Answer:
    """A pronoun that nothing in the text agrees with stays its own name."""
    text = article.document.text[source.start : source.end]
    entity = article.nominals.own.get(text.lower())
    if entity is None:
        entity = article.nominals.own[text.lower()] = article.cast.add(text)
    return Answer("unresolved", entity, (source.start, source.end), "pronoun", (source.start, source.end))


# The rules in the order in which a source phrase is read: what is written as a name, pronouns, then descriptions
# from the surest to the last resort.
RULES: tuple[Rule, ...] = (
    quoted_as, group, name_before_cue, office, name, named_beside, place_named, post_named, former, misspelt, one_of,
    relative, voice, document, first_person, second_person, subject, honour, pronoun, introduced, again, description,
    family, name_word, varied, of_lead, own,
)  # fmt: skip
