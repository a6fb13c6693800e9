"""Whom a description means in a report: "the senator", "the ministry", "the 34-year-old", "his campaign manager"."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import islice
from operator import attrgetter

import regex

from quotex.detect.layout.letters import letter_at
from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import places
from quotex.lexicon.nouns import Head, head_of
from quotex.lexicon.posts import is_post
from quotex.lexicon.pronouns import GENDERS
from quotex.patterns import pattern
from quotex.read.document import Sentence
from quotex.records import Gender, Quotation, SpeakerType
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.find_descriptions import fullest_body
from quotex.resolve.news.pronouns import Antecedent, agrees, candidates, has_asked, rank
from quotex.resolve.news.source_phrase import SourcePhrase, read_source
from quotex.resolve.people.roles import Description, describe
from quotex.resolve.people.signed import signed_by

_AGE = pattern(r"^\d{1,3}-year-old$")
_ARTICLE = pattern(
    r"^(?:the|this(?!\s(?:newspaper|paper|magazine|column|website|reporter)$)|that|these|those(?!\s(?:in|of|who|with)\s))\s+",
    regex.IGNORECASE,
)
_DOUBTED = pattern(r"^(?:so-called|self-(?:styled|described|proclaimed|appointed))\s(?=\p{L})", regex.IGNORECASE)
# "of 1871", "for 2 March 1899" behind a report or an entry.
_DATED = pattern(
    r"""
    \s(?:dated|for|from|of)\s(?:the\s)?
    (?P<date>(?:\p{Lu}\p{Ll}{2,8}|\d{1,4}(?:st|nd|rd|th)?),?(?:\s(?:of\s)?(?:\p{Lu}\p{Ll}{2,8}|\d{1,4}),?){0,2})$
    """,
    regex.VERBOSE,
)
_WHICH_ONE = pattern(r",?\s(?:at|behind|beside|by|from|in|near|next\sto|of|on|opposite|who|whose|with)\s")
_OF_MANY = pattern(r"-of-(?:\p{L}{3,6}|\d{1,2})$")  # "father-of-two"
_CHILDREN = pattern(r"\sof\s(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2})$")
_LEAST = 1.0
_FEWEST_WORDS = 3  # "the Indiana governor" says something new of somebody, "the governor" takes up what was said
_ALONE = 0.7
_BROUGHT_IN = 3000  # characters before a description in which another is looked for that brings somebody in
_AROUND = 60
_LEAD = 3  # paragraphs of a report that say whom it is about
_LIKELY = 0.5
_start_of = attrgetter("start")
# "But her headmaster" at the start of a sentence.
_PERSON = pattern(
    r"""
    (?:(?:But|And|Then|Later|Outside|Still|Yet),?\s)?
    (?<phrase>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Mm]y|\p{Lu}[\p{L}-]{1,20}+['’]s)\s
    (?:[\p{L}\p{N}'’-]{1,20}\s){0,4}
    (?<noun>\p{Ll}[\p{Ll}-]{2,20}))(?!\p{L})
    """,
    regex.VERBOSE,
)
# Where a further clause of the sentence may begin; its subject may be who speaks next.
_CLAUSE = pattern(r",?\s(?:which|when|where|while|and|but|as|until|because)\s|,\s(?=(?:the|an?|his|her)\s)")
_MOST_CLAUSES = 6
_LONGEST = 1500  # characters of a sentence that are read for its subjects
_SENTENCE = pattern(r"[.?!;:]['’”\"]?\s[“\"]?")
_REACH_WITHIN = 400
# "An old woman beside me shook her head."
_WHERE = pattern(
    r"\s(?:beside|behind|near|next\sto|opposite|in|at|on|from|with)\s"
    r"(?:(?:me|us|him|her|them)\b|(?:an?|the|his|her)\s\p{Ll}{2,20})"
)
# "A counsellor who asked me not to name her went further."
_RELATIVE = pattern(r",?\swho\s\p{Ll}{2,20}\s")


class Nominals:
    """The descriptions of one article that stand for entities of their own, and what describes its named ones.

    Attributes:
        own: Entity by the canonical words of a description.
        heads: The latest entity of its own by head noun.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse
        self.own: dict[str, int] = {}
        self.heads: dict[str, int] = {}
        self._described: dict[str, list[Description]] | None = None

    @property
    def described(self) -> dict[str, list[Description]]:
        """What the text says of its named entities, by each word of the description, in text order."""
        if self._described is None:
            self._described = {}
            for description in describe(self.discourse.document, self.discourse.cast):
                for word in description.words:
                    self._described.setdefault(word, []).append(description)
        return self._described

    def descriptions(self, words: set[str], offset: int) -> list[Description]:
        """Return the descriptions that hold one of the words, those around an offset where there are many."""
        found: list[Description] = []
        for word in sorted(words):
            holding = self.described.get(word, [])
            at = bisect_right(holding, offset, key=_start_of)
            found += holding[max(0, at - _AROUND) : at + _AROUND // 4]
        return found

    def entity_of_its_own(self, source: SourcePhrase) -> int:
        """Return the entity that a description names by itself; equal descriptions share one."""
        text = self.discourse.document.text[source.start : source.end]
        name = " ".join(_DOUBTED.sub("", _ARTICLE.sub("", text, count=1), count=1).split()) or text
        name = _undated(name) if _head_type(source) == "document" and source.head != "entry" else name
        key = name.replace("’s", "").replace("'s", "").lower()
        again = self.known(source)
        if again is not None:
            return again
        known = self.own.get(key)
        if known is None:
            name = self._owned(name, source.start)
            kind, gender = type_of(source)
            if kind == "organization" and name == source.head and source.determiner == "definite":
                name = fullest_body(self.discourse.document, source.head) or name
            known = self.discourse.cast.add(name, type=kind, gender=gender, mention=(source.start, source.end))
            self.own[key] = known
        if source.determiner != "bare":  # «Bishop: “Bring a hoe”» tells less than the title of somebody named
            self.heads[source.head] = known
        return known

    def _owned(self, name: str, start: int) -> str:
        """The same description with the writer of the letter in place of "my": "Ana Ruiz's brother"."""
        letter = letter_at(self.discourse.document, start) if name[:3].lower() == "my " else None
        if letter is None or letter.writer is None:
            return name
        cast = self.discourse.cast
        return f"{cast.entities[signed_by(cast, self.discourse.document, letter.writer)].name}'s {name[3:]}"

    def known(self, source: SourcePhrase) -> int | None:
        """Return the entity that the same head noun named before: "the diplomat" after "a senior diplomat"."""
        if source.determiner != "definite" or source.complement:
            return None
        entity = self.heads.get(source.head)
        if entity is None:
            return None
        here = _large_words(self.discourse.document.text[source.start : source.end])
        there = _large_words(self.discourse.cast.entities[entity].name)
        return entity if here <= there or not there else None  # "the Indiana governor" is no Texas governor

    def holders(self) -> dict[int, int]:
        """Return who bears the posts that the cast holds for names, where the text says so."""
        cast, found = self.discourse.cast, dict[int, int]()
        posts = {place for place, member in enumerate(cast.entities) if is_post(member.name)}
        for mention in cast.mentions if posts else ():
            if mention.entity in posts and mention.entity not in found:
                source = read_source(self.discourse.document.text, mention.start, mention.end, self.discourse)
                holder = by_description(source, mention.start, self, None)
                if holder is not None:
                    found[mention.entity] = holder[0]
        return found


def _head_type(source: SourcePhrase) -> str:
    """Return the type of the head noun of a description, or ""."""
    head, _ = head_of(source.head)
    return head.type if head is not None else ""


def _undated(name: str) -> str:
    """Return the name of a document without the day or year behind it: "surveyor's letter" of May 2016."""
    dated = _DATED.search(name)
    words = [word.strip(",").lower() for word in dated["date"].split()] if dated else []
    return name[: dated.start()] if dated and all(map(_is_of_date, words)) else name


def _is_of_date(word: str) -> bool:
    return word[0].isdigit() or word == "of" or word in load_words("dates")


def _large_words(phrase: str) -> set[str]:
    """Return the words with a capital behind the first of a phrase, or all of them behind an article."""
    words = phrase.split()
    return {word.strip(".,'’") for word in words if word[:1].isupper() and word.lower() not in ("the", "a", "an")}


def type_of(source: SourcePhrase) -> tuple[SpeakerType, Gender | None]:
    """Return the type and gender that a description shows by its head noun."""
    head, plural = head_of(source.head)
    if head is None:
        if source.head in load_words("organization_words"):
            return "organization", None
        return ("person" if any(_AGE.match(word) for word in source.words) else "unknown"), None
    if plural and head.type in ("person", "organization"):
        return "group", None
    kinds: dict[str, SpeakerType] = {"person": "person", "organization": "organization", "group": "group"}
    return kinds.get(head.type, "unknown"), head.gender


def by_description(
    source: SourcePhrase, offset: int, nominals: Nominals, owner: int | None
) -> tuple[int, float] | None:
    """Return the named entity whose titles or appositions the description repeats, and how well it fits."""
    head, plural = head_of(source.head)
    if head is None or plural or head.type != "person" or source.determiner == "indefinite":
        return None
    cast = nominals.discourse.cast
    wanted = {source.head, *head.roles}
    complement = _complement(source, nominals)
    scores: dict[int, float] = {}
    for description in nominals.descriptions(wanted, offset):
        member = cast.entities[description.entity]
        if description.entity == owner or member.type in ("organization", "group"):
            continue
        if head.gender and member.gender and head.gender != member.gender:
            continue
        score = _fit(source, description, complement, offset) - (0.0 if member.type == "person" else 1.2)
        scores[description.entity] = max(score, scores.get(description.entity, -9.0))
    if not scores:
        return None
    order = list(dict.fromkeys(m.entity for m in nominals.discourse.before(offset)))
    speakers = {told.entity for told in nominals.discourse.told[-3:]}

    def nearness(entity: int) -> float:
        recent = 1.2 - 0.1 * min(order.index(entity), 8) if entity in order else 0.0
        return recent + (0.4 if entity in speakers else 0.0) + 0.04 * min(cast.entities[entity].count, 10)

    best = max(scores, key=lambda entity: (scores[entity] + nearness(entity), -entity))
    return (best, scores[best]) if scores[best] >= _LEAST else None


def _complement(source: SourcePhrase, nominals: Nominals) -> frozenset[str]:
    """Capitalised words of the complement: "the chair of the National Committee"."""
    if not source.complement:
        return frozenset()
    words = nominals.discourse.document.text[source.start : source.end].split()
    return frozenset(w.strip(".,").lower() for w in words[len(source.words) :] if w[:1].isupper())


def _fit(source: SourcePhrase, description: Description, complement: frozenset[str], offset: int) -> float:
    """Return how well a description of an entity fits the words of the source."""
    score = 2.0 if source.head in description.words else 1.5
    modifiers = set(source.words) - {source.head, "the", "a", "an", "of"}
    score += 0.7 * len(modifiers & description.words)
    score -= 1.2 * len((modifiers ^ description.words) & words_of("rank"))
    here, there = modifiers & _of_one_side(), description.words & _of_one_side()
    score -= 1.2 if here and there and here.isdisjoint(there) else 0.0
    if complement:
        score += 0.7 * len(complement & description.words) if complement & description.words else -1.2
    return score - (0.5 if description.start > offset else 0.0)


@cache
def _of_one_side() -> frozenset[str]:
    """Adjectives of nation and party: "the Republican nominee" is no "Libertarian candidate"."""
    return frozenset(word.lower() for word in load_words("nationalities"))


def by_name_word(source: SourcePhrase, offset: int, nominals: Nominals) -> int | None:
    """Return the organisation whose name holds the head noun: "the ministry" for "Russian Foreign Ministry"."""
    head, plural = head_of(source.head)
    if plural or source.determiner != "definite" or head is None or head.type != "organization":
        return None
    wanted = {source.head, *head.roles}
    cast = nominals.discourse.cast
    for mention in nominals.discourse.before(offset):
        member = cast.entities[mention.entity]
        words = {word.lower().strip(".") for word in member.name.split()}
        if member.type != "person" and wanted & words:
            return mention.entity
    return None


def _sentence_before(sentence: Sentence, discourse: Discourse) -> Sentence | None:
    """Return the sentence before one in its paragraph, or one that is the whole paragraph before."""
    if sentence.index:
        return discourse.document.sentences_of(sentence.paragraph)[sentence.index - 1]
    before = discourse.document.sentences_of(sentence.paragraph - 1) if sentence.paragraph else ()
    return before[0] if len(before) == 1 else None


def subject_before(kind: str, offset: int, quotation: Quotation, discourse: Discourse) -> tuple[int, int] | None:
    """Return the description that is the subject just before: "Her headmaster agreed. “Yes,” he said."

    Nothing is returned when somebody whom the pronoun fits is named in between.
    """
    speech = discourse.around(offset)
    if speech is not None:
        return _subject_within(kind, speech.start, offset, discourse)
    start = min(offset, quotation.start)
    sentence = discourse.document.sentence_at(start)
    floor = sentence.start
    if start - floor <= 3 and (before := _sentence_before(sentence, discourse)):
        floor = before.start
    if start - floor > _LONGEST:
        return None
    clauses = islice(_CLAUSE.finditer(discourse.document.text, floor, start), _MOST_CLAUSES)
    for place in (floor, *(match.end() for match in clauses)):
        phrase = _person_at(kind, place, start, discourse)
        if phrase is None or quotation.kind == "direct" and phrase[1] < start and has_asked(phrase[1], discourse):
            continue  # who has asked does not answer
        rivals = discourse.names(phrase[1] if place == floor else floor, offset)
        if any(agrees(kind, discourse, rival.entity) for rival in rivals if not discourse.quoted(rival.start)):
            return None
        return phrase
    return None


def _subject_within(kind: str, start: int, offset: int, discourse: Discourse) -> tuple[int, int] | None:
    """Return the description that is a subject in the same speech before: “The lass laughed. Then she said …”"""
    start = max(start, offset - _REACH_WITHIN)
    if any(agrees(kind, discourse, name.entity) for name in discourse.names(start, offset)):
        return None
    ends = islice(_SENTENCE.finditer(discourse.document.text, start, offset), _MOST_CLAUSES)
    places = (start, *(match.end() for match in ends))
    found = (_person_at(kind, place, offset, discourse, True) for place in places)
    return next((phrase for phrase in found if phrase is not None), None)


def _person_at(kind: str, start: int, end: int, discourse: Discourse, quoted: bool = False) -> tuple[int, int] | None:
    """Return the description of a person that begins at an offset and is the subject of a clause there."""
    text = discourse.document.text
    found = _PERSON.match(text, start, end)
    while found is not None and (not _is_person(found["noun"], kind) or _crosses(found["phrase"])):
        shorter = found.start("noun") - 1
        found = _PERSON.match(text, start, shorter) if shorter > start else None
    if found is None or discourse.quoted(found.start("phrase")) is not quoted:
        return None
    if _RELATIVE.match(text, found.end(), end):
        return found.start("phrase"), found.end("phrase")
    where = _WHERE.match(text, found.end(), end)
    if not discourse.subject(found.start("phrase"), where.end() if where else found.end()):
        return None
    return found.start("phrase"), found.end("phrase")


def _crosses(phrase: str) -> bool:
    """Tell whether words run from one noun phrase into another: "the case went to the judge"."""
    within = phrase.lower().split()[1:-1]
    stops = words_of("definite") | words_of("indefinite") | words_of("complement") | {"to"}
    return not stops.isdisjoint(within)


def _is_person(noun: str, kind: str) -> bool:
    """Tell whether a noun is one for a person whom the pronoun fits."""
    head, plural = head_of(noun.lower())
    gender = GENDERS.get(kind)
    return head is not None and not plural and head.type == "person" and head.gender in (None, gender)


def by_salience(source: SourcePhrase, offset: int, quotation: Quotation, nominals: Nominals) -> Antecedent | None:
    """Return whom a definite description takes up when nothing in the text says who bears it.

    "The Indiana governor said": news names a person once and then varies the words.  Only a post or career, or an
    age, is taken up so, and only by somebody who is near.
    """
    head, plural = head_of(source.head)
    aged = any(_AGE.match(word) for word in source.words) or _is_epithet(source, head)
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
    choice = rank([c for c in found if nominals.discourse.cast.entities[c.entity].named], weights)
    if choice is None or not _near(choice, offset, nominals.discourse):
        return _topic(source, offset, nominals) if kind == "it" and source.head in words_of("firm") else None
    if not words_of("age").isdisjoint(source.words) and not nominals.discourse.stands_as_subject(choice.entity):
        return None  # somebody in a byline
    kept = nominals.discourse.cast.entities[choice.entity].type
    if kind != "it" and kept != "person" and not _full_name(choice, nominals):
        return None  # a place, as like as not
    body = kept == "organization" or (kept == "unknown" and _full_name(choice, nominals))
    if kind == "it" and not body and source.head in words_of("firm"):
        return _topic(source, offset, nominals)
    return choice if kind != "it" or body and not _other_body(source.head, choice, nominals) else None


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


def _is_epithet(source: SourcePhrase, head: Head | None) -> bool:
    """Tell whether a phrase is what one calls somebody just spoken of: "the striker", "the Brazilian"."""
    if source.complement or source.determiner != "definite":
        return False
    many = _OF_MANY.search(source.head) is not None
    nation = head is None and source.head.capitalize() in load_words("nationalities")
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
        named = [w for w in named if w not in load_words("nationalities")]
    return not source.complement and len(words) >= _FEWEST_WORDS and bool(named)


def _other_body(head: str, choice: Antecedent, nominals: Nominals) -> bool:
    """Tell whether a noun for one kind of body is no word for another: "the commission" for an Association."""
    if head not in words_of("set-body"):
        return False
    named = nominals.discourse.cast.entities[choice.entity].name.casefold().split()
    told = nominals.descriptions({head}, choice.start)
    return head not in named and all(description.entity != choice.entity for description in told)


def _full_name(choice: Antecedent, nominals: Nominals) -> bool:
    return " " in nominals.discourse.cast.entities[choice.entity].name


def _varies(head: Head | None) -> bool:
    return head is not None and head.binding in ("office", "body")


def _kind(head: Head | None) -> str:
    return {"male": "he", "female": "she"}.get(head.gender or "", "person") if head else "person"


def _near(choice: Antecedent, offset: int, discourse: Discourse) -> bool:
    """Tell whether the mention stands in this paragraph or the one before, or a little further without a rival."""
    gap = discourse.place(offset).paragraph - discourse.place(choice.start).paragraph
    return gap <= 1 or (gap <= 3 and choice.probability >= _ALONE)
