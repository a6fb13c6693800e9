"""The clause that leads in a passage: «Ana turned to him and said: "», «then, with a sigh, she added, "».

The verb is the last one before the mark that reports; who does the saying is looked for backwards from it, since what
stands nearest to the verb is its subject unless it belongs to another clause (Quirk et al. 1985, §§ 10.3, 13.43–51).
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.tags.grammar import (
    NounPhrase,
    Stretch,
    VerbGroup,
    acts,
    behind_place,
    is_capital,
    is_known_start,
    is_passive,
    read_object,
    read_phrase,
    read_verb,
    skip_auxiliaries,
)
from quotex.lexicon.function_words import function_words, is_adverb, words_of
from quotex.lexicon.pronouns import OBJECTS

_TAIL = {":": 30, ",": 12, "—": 12}  # tokens that may stand between verb and mark
_WEAK_TAIL = {":": 6, ",": 2, "—": 6}  # the same for a verb that only sometimes reports
_LONGEST = 8  # tokens of the noun phrase before an aside
_WHATEVER = frozenset({"what", "whatever", "all"})
_TALKS = frozenset({"talk", "speak"})  # «the man to whom she was not speaking, “a goat”»
_NOBODY = NounPhrase(0, 0, "pronoun")
_COMMAS = (",", "—", "–")
_TEMPORAL = frozenset({"after", "before", "until", "till", "since"})
_HOLDING = frozenset({"saw", "knew", "thought", "felt", "believed", "supposed", "hoped", "wished", "found", "noticed"})


def read_leading(stretch: Stretch, lead: int, *, capital: bool, apart: bool) -> tuple[VerbGroup, NounPhrase] | None:
    """Return the verb and its subject, when the tokens from ``lead`` on lead in a passage.

    Args:
        stretch: The tokens before the passage.
        lead: The first word of the sentence.
        capital: Whether the passage opens with a capital.
        apart: Whether the passage stands in the next paragraph, so that whatever ends without a stop leads it in.
    """
    final = stretch.words[-1] if len(stretch) else ""
    if final in "-–" and len(stretch) > 1:
        final = "—"
    elif apart and final.isalnum():
        final = ":"
    verb = _last_verb(stretch, final) if final in _TAIL or capital else None
    if verb is None:
        return None
    phrase = _subject(stretch, verb, lead)
    return (verb, phrase) if phrase else None


def _last_verb(stretch: Stretch, final: str) -> VerbGroup | None:
    """Return the last reporting verb before a passage, when punctuation and distance let it introduce the passage."""
    most = _TAIL.get(final, 2)
    for at in range(len(stretch) - 1, max(-1, len(stretch) - 2 - most), -1):
        verb = read_verb(stretch, at)
        if verb is None or (not verb.strong and len(stretch) - verb.last > _WEAK_TAIL.get(final, -1)):
            continue
        if not _is_noun(stretch, verb) or _is_heard(stretch, verb):
            return verb
    return None


def _is_heard(stretch: Stretch, verb: VerbGroup) -> bool:
    """Tell whether somebody who is heard stands right before the verb: «heard the man shout»."""
    heard = _heard(stretch, verb, 0)
    return heard is not None and heard.last == verb.first


def _is_noun(stretch: Stretch, verb: VerbGroup) -> bool:
    """Tell whether what looks like a verb is a noun: "a reply", "no other answer", "her grave smile"."""
    at = verb.first
    if at and stretch.lower[at - 1] in function_words("determiner"):
        return True
    if stretch.lower[at] != verb.lemma or at < 2 or stretch.lower[at - 1] == "to":
        return False
    before, earlier = stretch.lower[at - 1], stretch.lower[at - 2]
    if verb.lemma in words_of("sound"):
        return before not in function_words("auxiliary") and before not in function_words("pronoun")
    return before in function_words("preposition") or (before.isalpha() and earlier in function_words("determiner"))


def _subject(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Return the noun phrase that does the saying."""
    for _, rule in LEADING:
        phrase = rule(stretch, verb, lead)
        if phrase:
            return phrase if phrase.last else None
    return None


def _just_before(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Return the noun phrase that ends where the verb group begins, auxiliaries and adverbs between."""
    for at in range(max(lead, verb.first - 12), verb.first):
        phrase = _phrase_at(stretch, at, lead)
        if phrase is None or phrase.last > verb.first or is_passive(stretch, phrase.last, verb):
            continue
        if skip_auxiliaries(stretch, behind_place(stretch, phrase)) == verb.first:
            return phrase
    return None


def _told(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Nobody, in «thinking of what she had said, "»: the clause names her words, and the mark begins something else."""
    whatever = {*_WHATEVER, "whom"} if verb.lemma in _TALKS else _WHATEVER
    if whatever.isdisjoint(stretch.lower[lead : verb.first]):
        return None
    phrase = _just_before(stretch, verb, lead)
    return _NOBODY if phrase and stretch.lower[phrase.first - 1] in whatever and phrase.first > lead else None


def _heard(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Ana of «he heard Ana kiss him and say»."""
    if stretch.lower[verb.first] != verb.lemma.split()[0]:
        return None
    for at in range(verb.first - 1, lead, -1):
        if stretch.lower[at - 1] in ("heard", "hear", "hearing"):
            phrase = read_object(stretch, at)
            return phrase if phrase and phrase.last <= verb.first else None
    return None


def _made_to(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Her of «it enabled her to say»."""
    at = verb.first - 2
    if at < 1 or stretch.lower[at + 1] != "to" or stretch.lower[at] not in OBJECTS:
        return None
    return None if stretch.lower[at - 1] in function_words("preposition") else NounPhrase(at, at + 1, "pronoun")


def _inverted(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Ana of «Said Ana:»: the subject of a verb that the sentence opens with."""
    phrase = read_phrase(stretch, verb.last) if verb.first == lead else None
    return phrase if phrase and phrase.form != "nominal" and is_known_start(stretch, phrase) else None


def _before_aside(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Ana Ruiz of «Ana Ruiz, who had listened to all of it, said»."""
    close = verb.first - 1
    while close > lead and is_adverb(stretch.lower[close]):
        close -= 1
    if close <= lead or stretch.words[close] not in _COMMAS:
        return None
    for comma in range(close - 1, lead, -1):
        if stretch.words[comma] in (";", ":"):
            return None
        if stretch.words[comma] not in _COMMAS:
            continue
        for at in range(max(lead, comma - _LONGEST), comma):
            phrase = _phrase_at(stretch, at, lead)
            if phrase and phrase.last == comma and _opens_clause(stretch, at, lead):
                return phrase
    return None


def _opens_clause(stretch: Stretch, at: int, lead: int) -> bool:
    """Tell whether a clause can begin with token ``at``."""
    if at == lead:
        return True
    before = stretch.lower[at - 1]
    joins = before in function_words("subordinator") or before in ("and", "but", "then", "for")
    return joins or not before[0].isalnum()


def _of_clause(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """Return the subject of the clause that a later verb goes on with: «as he came Ana rose, took his hand and
    said»."""
    for at in range(verb.first - 1, lead - 1, -1):
        phrase = _phrase_at(stretch, at, lead)
        if phrase is None or phrase.last >= verb.first or not _rules_verb(stretch, phrase, verb):
            continue
        if at > lead and _is_subordinate(stretch, at - 1, lead) and not _same_clause(stretch, phrase, verb):
            continue
        if "whose" in stretch.lower[phrase.last : verb.first]:
            return None
        return None if stretch.lower[at] in ("it", "who", "there") else phrase
    return None


def _is_subordinate(stretch: Stretch, at: int, lead: int) -> bool:
    """Tell whether the word before a clause keeps it from going on: not ", when" or "so much that", which tell what
    came."""
    word = stretch.lower[at]
    if word in ("when", "while") and at > lead and stretch.words[at - 1] in _COMMAS:
        return False
    if word == "that" and ("so" in stretch.lower[lead:at] or "such" in stretch.lower[lead:at]):
        return False
    contact = word in _HOLDING and stretch.lower[at + 1] in function_words("subject")
    return contact or word in function_words("subordinator")


def _same_clause(stretch: Stretch, phrase: NounPhrase, verb: VerbGroup) -> bool:
    """Tell whether a participle goes on with a subordinate clause itself: «when the porter came in announcing»."""
    between = stretch.words[phrase.last : verb.first]
    return verb.participle and not any(word in _COMMAS or word == "and" for word in between)


def _rules_verb(stretch: Stretch, phrase: NounPhrase, verb: VerbGroup) -> bool:
    """Tell whether a finite verb before the reporting one has the phrase as its subject."""
    begin = phrase.last
    if stretch.words[begin] in _COMMAS:
        begin = 1 + next((i for i in range(begin + 1, verb.first) if stretch.words[i] in _COMMAS), verb.first)
    at = skip_auxiliaries(stretch, begin)
    auxiliary = any(word in function_words("auxiliary") and word != "to" for word in stretch.lower[begin:at])
    return at < verb.first and (acts(stretch, at) or auxiliary)


def _phrase_at(stretch: Stretch, at: int, lead: int) -> NounPhrase | None:
    """Return the noun phrase that begins with token ``at`` and can be a subject."""
    word = stretch.lower[at]
    if not stretch.words[at][0].isalnum() or (stretch.words[at].islower() and _bounds(word)):
        return None
    free = at == lead or word in function_words("subject")
    if not free and (_inside_phrase(stretch, at) or _governed(stretch.lower[at - 1])):
        return None
    phrase = read_phrase(stretch, at)
    return phrase if phrase and (phrase.form == "pronoun" or is_known_start(stretch, phrase)) else None


def _governed(before: str) -> bool:
    """Tell whether a word takes what follows as its object: "after a few moments"."""
    return before in function_words("preposition") or before in _TEMPORAL


def _bounds(word: str) -> bool:
    return word in function_words("boundary") and word not in function_words("pronoun")


def _inside_phrase(stretch: Stretch, at: int) -> bool:
    """Tell whether token ``at`` is not the first of its phrase: a determiner or a capital stands before it."""
    before = stretch.words[at - 1]
    if stretch.lower[at] in function_words("pronoun"):
        return False
    if before in function_words("determiner") and before != "that":
        return True
    return is_capital(before) and is_capital(stretch.words[at]) and (at > 1 or not _bounds(stretch.lower[at - 1]))


# The first that finds a subject counts; the ids are those of ``lexicon/detection_rules.tsv``.
LEADING: tuple[tuple[str, Callable[[Stretch, VerbGroup, int], NounPhrase | None]], ...] = (
    ("heard", _heard),
    ("made to say", _made_to),
    ("what somebody said", _told),
    ("just before", _just_before),
    ("inverted", _inverted),
    ("before an aside", _before_aside),
    ("subject of the sentence", _of_clause),
)
