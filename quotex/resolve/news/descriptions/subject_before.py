"""Who is described as the subject just before a pronoun: «Her headmaster agreed. “Yes,” he said»."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice

import regex

from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import GENDERS, kind_of
from quotex.patterns import pattern
from quotex.read.document import Sentence
from quotex.read.part_of_speech import FINITE
from quotex.records import Quotation
from quotex.resolve.news.clues.agents import is_agent
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.news.pronouns import agrees, has_object, is_who_asks
from quotex.resolve.people.mention import Mention

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
_MOST_PRONOUNS = 2  # sentences that begin with a pronoun and are read back from
_PRONOUN = 5  # characters of one with a space
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
# "An engineer at the yard", "A nurse, who would not be named,": what belongs to somebody whom a sentence brings in.
_MODIFIED = pattern(r"(?:,?\swho(?:se)?|\s(?:at|behind|for|from|in|near|of|on|outside|with))\s")
_BROUGHT_IN = ("a ", "an ", "one ", "another ")
_HIM = {  # somebody else, whom the pronoun behind may mean
    "he": pattern(r"\b(?:him|whom\she|she|hers|herself)\b"),
    "she": pattern(
        r"\b(?:whom\sshe|he|his|himself|her(?=[.,;]|\s(?:about|at|for|from|how|if|in|on|that|to|what|whether|why|with)\b))\b"
    ),
}
_WOULD = pattern(r"^[^,;.]*\s(?:can|could|may|might|must|should|will|would)\b(?!\snot)")
_LATELY = 5
_BELONGS = frozenset(("at", "for", "from", "in", "of"))
_INSIDE = frozenset(("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP$"))
_CLOSES = frozenset((",", "who", "whose"))
_LONGEST_COMPLEMENT = 10  # words
_PREPOSITION = pattern(r"\b(?:at|behind|for|from|in|near|of|on|outside|with)\s(?:the\s)?$")


def _sentence_before(sentence: Sentence, discourse: Discourse) -> Sentence | None:
    """Return the sentence before one in its paragraph, or one that is the whole paragraph before."""
    if sentence.index:
        return discourse.document.sentences_of(sentence.paragraph)[sentence.index - 1]
    before = discourse.document.sentences_of(sentence.paragraph - 1) if sentence.paragraph else ()
    return before[0] if len(before) == 1 else None


def _over_pronouns(kind: str, sentence: Sentence, discourse: Discourse) -> Sentence:
    """Return the sentence in which somebody comes in, of whom a sentence goes on with a pronoun: "The cook would not
    hear of it. He asks for a year."""
    for _ in range(_MOST_PRONOUNS):
        first = discourse.document.text[sentence.start : sentence.start + _PRONOUN].split(" ", 1)[0]
        if kind_of(first.lower()) != kind or not sentence.index:
            break
        sentence = discourse.document.sentences_of(sentence.paragraph)[sentence.index - 1]
    return sentence


def subject_before(kind: str, offset: int, quotation: Quotation, discourse: Discourse) -> tuple[int, int] | None:
    """Return the description that is the subject just before: "Her headmaster agreed. “Yes,” he said."

    Nothing is returned when somebody whom the pronoun fits is named in between.
    """
    speech = discourse.speech_at(offset)
    if speech is not None:
        return _subject_within(kind, speech.start, offset, discourse)
    start = min(offset, quotation.start)
    sentence = discourse.document.sentence_at(start)
    floor = sentence.start
    if start - floor <= 3 and (before := _sentence_before(sentence, discourse)):
        floor = _over_pronouns(kind, before, discourse).start
    if start - floor > _LONGEST:
        return None
    clauses = islice(_CLAUSE.finditer(discourse.document.text, floor, start), _MOST_CLAUSES)
    for place in (floor, *(match.end() for match in clauses)):
        phrase = _person_at(kind, place, start, discourse)
        if phrase is None or quotation.kind == "direct" and phrase[1] < start and is_who_asks(phrase[1], discourse):
            continue  # who has asked does not answer
        if has_object(kind, phrase[1], offset, discourse):
            continue  # «A clerk asked him why. He said …»
        rivals = discourse.names(phrase[1] if place == floor else floor, offset)
        if any(_is_rival(kind, rival, discourse) and not is_agent(rival, phrase[0], discourse) for rival in rivals):
            return None
        return _as_told(phrase, discourse)
    return None


def _is_rival(kind: str, named: Mention, discourse: Discourse) -> bool:
    """Tell whether a name between a description and a pronoun may be meant as well: no place and no firm behind a
    preposition."""
    if discourse.quoted(named.start) or not agrees(kind, discourse, named.entity):
        return False
    if discourse.cast.entities[named.entity].type == "person" or discourse.spoken.get(named.entity):
        return True
    return _PREPOSITION.search(discourse.document.text, max(0, named.start - 14), named.start) is None


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
    if _is_brought_in(kind, found.start("phrase"), found.end("phrase"), discourse):
        return found.start("phrase"), _end_of_complement(found.end("phrase"), discourse)
    where = _WHERE.match(text, found.end(), end)
    if not discourse.subject(found.start("phrase"), where.end() if where else found.end()):
        return None
    return found.start("phrase"), found.end("phrase")


def _is_brought_in(kind: str, start: int, end: int, discourse: Discourse) -> bool:
    """Tell whether a sentence brings somebody in with words that belong to the description: "An engineer at the yard
    gave another account", but not "A judge in Leeds jailed him", "A man with a dog would pay"."""
    text = discourse.document.text
    sentence = discourse.document.sentence_at(start)
    if sentence.start != start or not text[start:end].lower().startswith(_BROUGHT_IN):
        return False
    behind = text[end : sentence.end]
    return _MODIFIED.match(behind) is not None and not _HIM[kind].search(behind) and not _WOULD.search(behind)


def _as_told(phrase: tuple[int, int], discourse: Discourse) -> tuple[int, int]:
    """Return a description as it was taken for the source of what stands before, if it was."""
    told = (known.mention for known in discourse.told[:-_LATELY:-1] if known.mention is not None)
    return next((mention for mention in told if mention[0] == phrase[0]), phrase)


def _end_of_complement(end: int, discourse: Discourse) -> int:
    """Return where a description ends with what says where somebody belongs: "A spokesman | for the port of Leeds"."""
    tokens = discourse.document.sentence_at(end).tokens
    first = at = bisect_left(tokens.starts, end)
    if tokens.lower[first] not in _BELONGS:
        return end
    last = min(len(tokens), first + _LONGEST_COMPLEMENT)
    while at < last and (tokens.tags[at] in _INSIDE or tokens.lower[at] in words_of("complement")):
        at += 1
    closed = first < at < last and (tokens.tags[at] in FINITE or tokens.lower[at] in _CLOSES)
    return tokens.ends[at - 1] if closed and tokens.tags[at - 1] != "IN" else end


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
