"""Verbs of saying, thinking and acting, in every form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import head_of

_UNSEEN = {
    "verb": "5",
    "noun": "3",
}  # grades of what no text has shown: a verb reports 45 times in 100, a noun 15 times


@cache
def reporting_forms() -> frozenset[str]:
    """Every form of the verbs that report speech."""
    return _forms_of(row[:2] for row in load_table("reporting_verbs")) | {"put"}


@lru_cache(maxsize=8192)
def is_verbal(word: str) -> bool:
    """Tell whether a word can be, or lead to, the verb of a clause, by its ending or the lexicon."""
    if word in words_of("after-subject"):
        return False
    if word in _narrative_forms() or word.endswith(("ed", "ly", "n't", "n’t")) or word in words_of("before-verb"):
        return True
    return word.endswith("s") and not word.endswith("ss") and not head_of(word)[1]


@cache
def _narrative_forms() -> frozenset[str]:
    return load_words("finite_verbs") | _forms_of(row[:2] for row in load_table("reporting_verbs"))


@cache
def headline_verbs() -> dict[tuple[str, bool], str]:
    """Return the use of each verb form beside a plural or a singular subject."""
    rows = (*load_table("headline_verbs"), *load_table("foreseeing_verbs"))
    return {(form, form == plain): use for plain, singular, use in rows for form in (plain, singular)}


@cache
def tag_verbs() -> dict[str, tuple[str, bool]]:
    """Every form of every reporting verb, with its lemma and whether it is a verb of saying."""
    forms: dict[str, tuple[str, bool]] = {}
    for lemma, others, strength, *_ in load_table("reporting_verbs"):
        for form in (lemma, *others.split()):
            forms.setdefault(form, (lemma, strength == "speak"))
    return forms


@cache
def phrasal_verbs() -> dict[tuple[str, str], str]:
    """Verb forms that report together with a particle: went on, put in."""
    forms = {}
    for lemma, others, _ in load_table("reporting_phrases"):
        particle = lemma.split()[1]
        for form in (lemma.split()[0], *others.split()):
            forms[form, particle] = lemma
    return forms


def is_reporting(word: str) -> bool:
    """Tell whether a lower-case word is a form of a verb of saying."""
    known = tag_verbs().get(word)
    return known is not None and known[1]


def is_finite(word: str) -> bool:
    """Tell whether a lower-case word looks like a finite verb of narration.

    >>> is_finite("turned"), is_finite("went"), is_finite("house")
    (True, True, False)
    """
    return word in load_words("finite_verbs") or (len(word) > 3 and word.endswith("ed"))


@cache
def past_saying_forms() -> frozenset[str]:
    """Past tenses and participles of the verbs of saying."""
    forms = {form for _, forms, use, *_ in load_table("reporting_verbs") if use == "speak" for form in forms.split()}
    return frozenset(form for form in forms if not form.endswith(("s", "ing")))


@cache
def story_cues() -> frozenset[str]:
    """Return the words that can report in a story, in every form."""
    nouns = load_words("reporting_nouns")
    return frozenset({"according", *saying_forms(), *thinking_forms(), *nouns, *(noun + "s" for noun in nouns)})


@cache
def directive_forms() -> frozenset[str]:
    """Return the forms of the verbs that bid somebody do something: "ordered", "urged"."""
    bids = {lemma for lemma, particles in load_table("directive_verbs") if particles == "-"}
    return _forms_of(row[:2] for row in load_table("reporting_verbs") if row[0] in bids)


@cache
def saying_forms() -> frozenset[str]:
    """Every form of the verbs of speech, without those of writing or thought."""
    return _forms_of(row[:2] for row in load_table("reporting_verbs") if row[2] == "speak")


@cache
def manner_forms() -> frozenset[str]:
    """Every form of the verbs that report only where a clause with "that" or a mark shows it: "wrote", "swore"."""
    return _forms_of(row[:2] for row in load_table("reporting_verbs") if row[2] == "manner") - thinking_forms()


@cache
def thinking_forms() -> frozenset[str]:
    return _forms_of(row[:2] for row in load_table("thinking_verbs"))


@cache
def forms_of(lemma: str) -> frozenset[str]:
    """Return every form of one reporting verb.

    >>> sorted(forms_of("tell"))
    ['tell', 'telling', 'tells', 'told']
    """
    return _forms_of(row[:2] for row in load_table("reporting_verbs") if row[0] == lemma)


def _forms_of(rows: Iterable[Sequence[str]]) -> frozenset[str]:
    return frozenset(form for lemma, others in rows for form in (lemma, *others.split()))


@cache
def verbs_of_tags() -> frozenset[str]:
    """Finite forms of the verbs of a tag: "said", "says"; the plain form is none ("I say, old chap")."""
    return frozenset(
        form
        for lemma, forms, *_ in load_table("reporting_verbs")
        for form in forms.split(" ")
        if form != lemma and not form.endswith("ing")
    )


@cache
def cue_forms() -> dict[str, tuple[str, str]]:
    """Every form that can introduce what is reported, with its lemma and its grade.

    The grade tells how often it did so where it was counted (``cue_words.tsv``); the forms of reporting verbs and nouns
    that were not counted have a middling one.

    >>> cue_forms()["denied"][0], cue_forms()["apostrophising"]
    ('deny', ('apostrophise', '5'))
    """
    forms = {row[0]: (row[0], "1") for row in load_table("passive_reports")}
    for noun, *_ in load_table("reporting_nouns"):
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        forms |= dict.fromkeys((noun, plural), (noun, _UNSEEN["noun"]))
    for lemma, others, *_ in load_table("reporting_verbs"):
        forms |= dict.fromkeys((lemma, *others.split()), (lemma, _UNSEEN["verb"]))
    return forms | {form: (lemma, grade) for form, lemma, grade in load_table("cue_words")}
