"""Noun phrases and verb groups of a speech tag, read token by token over a short stretch of text.

A speech tag is a small grammar («said the old man», «Mr. Lee had asked»), so a scanner with a position reads it; it
needs no part-of-speech tags and looks at no more than a few dozen tokens.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from quotex.lexicon import load_words
from quotex.lexicon.function_words import ARTICLES, function_words, is_adverb
from quotex.lexicon.names import is_suffix
from quotex.lexicon.nouns import head_of
from quotex.lexicon.pronouns import OBJECTS
from quotex.lexicon.verbs import is_finite, phrasal_verbs, tag_verbs
from quotex.patterns import pattern
from quotex.read.notes import NICKNAME, YEAR_OF_WORK

Form = Literal["name", "nominal", "pronoun"]
_TOKEN = pattern(
    r"""
    \w++
    (?: \. (?<=\b(?: Mr | Mrs | Ms | Messrs | Mme | Mlle | Dr | Prof | Rev | Hon | St | Capt | Col | Gen | Lt | Maj
          | Sgt | Cpl | Sen | Rep | Gov | Pres | Sec | Supt | Insp | Det | Jr | Sr | [A-Z] )\.)
      | (?: [’'‐-] \w++ )*+
    )
  | [^\w\s]
    """,
    regex.VERBOSE,
)
_ASIDE = (YEAR_OF_WORK, NICKNAME)
_LONGEST_NOMINAL = 8
_ALSO_NAMES = frozenset({"may", "will"})  # names when they have a capital
_SHORT = pattern(r"(?<![\p{L}'’])(?:I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey|[Yy]ou)(?=['’](?:d|ll|ve)\b)")  # of «I'd say»


class Stretch:
    """The tokens of a short stretch of text: parallel lists of words, lower-case words, starts and ends."""

    __slots__ = ("ends", "lower", "starts", "words")

    @property
    def shouts(self) -> bool:
        """Whether all words are in capitals: «SAID MAYOR ANA RUIZ»."""
        return len(self.words) > 1 and not any(map(str.islower, "".join(self.words)))

    def __init__(self, text: str, start: int, end: int) -> None:
        spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
        aside = [found.span() for within in _ASIDE for found in within.finditer(text, start, end)]
        if aside:
            spans = [span for span in spans if not any(first <= span[0] < last for first, last in aside)]
        short = {found.start(): found.end() for found in _SHORT.finditer(text, start, end)}
        if short:
            spans = [(first, short.get(first, last)) for first, last in spans]
        self.words = [text[first:last] for first, last in spans]
        self.starts: list[int] = [first for first, _ in spans]
        self.ends: list[int] = [last for _, last in spans]
        self.lower = [word.lower().replace("’", "'") for word in self.words]

    def __len__(self) -> int:
        return len(self.words)


class NounPhrase(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of a stretch."""

    first: int
    last: int
    form: Form


class VerbGroup(NamedTuple):
    """A reporting verb: ``first`` to ``last`` (exclusive) with its particle, ``verb`` its lemma."""

    first: int
    last: int
    lemma: str
    strong: bool
    participle: bool


def read_verb(stretch: Stretch, at: int) -> VerbGroup | None:
    """Return the reporting verb whose first word is token ``at``, or None."""
    if at >= len(stretch):
        return None
    word = stretch.lower[at]
    if not stretch.words[at].islower() and not (stretch.words[at].isupper() and stretch.shouts):
        return None
    if _is_close_to(stretch, at):
        return None
    particle = stretch.lower[at + 1] if at + 1 < len(stretch) else ""
    lemma = phrasal_verbs().get((word, particle))
    if lemma:
        return VerbGroup(at, at + 2, lemma, True, word.endswith("ing"))
    known = tag_verbs().get(word)
    if known is None:
        return None
    return VerbGroup(at, at + 1, known[0], known[1], word.endswith("ing") and word not in ("sing", "bring"))


def _is_close_to(stretch: Stretch, at: int) -> bool:
    """Tell whether token ``at`` is the adjective of «a source close to the club», no verb."""
    return stretch.lower[at : at + 2] == ["close", "to"]


def skip_adverbs(stretch: Stretch, at: int, most: int = 3) -> int:
    """Index of the first token from ``at`` that is no adverb."""
    stop = min(len(stretch), at + most)
    while at < stop and is_adverb(stretch.lower[at]) and not _is_named_like_adverb(stretch, at):
        at += 1
    return at


def _is_named_like_adverb(stretch: Stretch, at: int) -> bool:
    """Tell whether a capital inside a sentence makes a name of what ends like an adverb: "said Sally"."""
    word = stretch.words[at]
    return word[0].isupper() and word.endswith("ly") and (at > 0 or read_verb(stretch, at + 1) is not None)


def skip_auxiliaries(stretch: Stretch, at: int, most: int = 5) -> int:
    """Index of the first token from ``at`` that is neither auxiliary nor adverb."""
    stop = min(len(stretch), at + most)
    while at < stop and (stretch.lower[at] in function_words("auxiliary") or is_adverb(stretch.lower[at])):
        if _is_named_like_adverb(stretch, at) or (stretch.lower[at] in _ALSO_NAMES and is_capital(stretch.words[at])):
            break
        at += 1
    return at


def is_capital(word: str) -> bool:
    """Tell whether a token is written as a name."""
    return word[:1].isupper()


def read_phrase(stretch: Stretch, at: int) -> NounPhrase | None:
    """Return the noun phrase that begins with token ``at``: a pronoun, a name with its title, or a description."""
    if at >= len(stretch):
        return None
    lower = stretch.lower[at]
    counts = lower in ("one", "both", "some", "all") or (
        lower in function_words("determiner") and lower not in ARTICLES
    )
    if counts and stretch.lower[at + 1 : at + 2] == ["of"]:
        inner = read_object(stretch, at + 2)
        if inner:
            return NounPhrase(at, inner.last, "nominal")
    if lower in function_words("pronoun") and not (lower == "one" and _is_noun(stretch, at + 1)):
        return NounPhrase(at, at + 1, "pronoun")
    described = stretch.words[at].islower() or not _named(stretch, at + 1) or lower == "the"
    if lower in function_words("determiner") and described:
        if at and is_capital(stretch.words[at]) and not _is_noun(stretch, at + 1):
            return NounPhrase(at, at + 1, "name")  # a number that is a name: "said Seven"
        return _description(stretch, at, at + 1)
    if is_capital(stretch.words[at]) and (lower not in function_words("boundary") or lower in _ALSO_NAMES):
        return _name(stretch, at)
    if stretch.words[at].islower() and lower not in function_words("boundary"):
        return _bare_role(stretch, at)
    return None


def read_object(stretch: Stretch, at: int) -> NounPhrase | None:
    """The same where it is an object, which "her" is too: «he heard her say»."""
    if at < len(stretch) and stretch.lower[at] in OBJECTS:
        return NounPhrase(at, at + 1, "pronoun")
    return read_phrase(stretch, at)


def _is_noun(stretch: Stretch, at: int) -> bool:
    return at < len(stretch) and stretch.words[at][0].isalpha() and stretch.lower[at] not in function_words("boundary")


def _named(stretch: Stretch, at: int) -> bool:
    return at < len(stretch) and is_capital(stretch.words[at])


def _name(stretch: Stretch, at: int) -> NounPhrase:
    """A row of capitalised words with the particles inside it: Mr. de la Rey, Bank of England."""
    last = at + 1
    form: Form = "name"
    while last < len(stretch):
        word = stretch.words[last]
        if is_capital(word):
            last += 1
        elif word == "," and last + 1 < len(stretch) and is_suffix(stretch.words[last + 1]):
            last += 2
        elif word in ("'", "’") and last + 1 < len(stretch) and stretch.words[last + 1] == "s":
            break
        elif _is_post(word) and _named(stretch, last + 1):
            last += 2  # "MSNBC host Chris Matthews"
        else:
            following = _after_particle(stretch, last)
            if following is None:
                break
            last = following
        if last - at > 9:
            break
    if stretch.lower[last - 1].endswith("'s") and _is_noun(stretch, last):
        return _description(stretch, at, last) or NounPhrase(at, last, form)
    return NounPhrase(at, last, form)


def _is_post(word: str) -> bool:
    """Tell whether a small word says what somebody is, who may be named behind it."""
    head, plural = head_of(word)
    return word.islower() and (_is_person(word) or (head is not None and head.type == "person" and not plural))


def _after_particle(stretch: Stretch, at: int) -> int | None:
    """Index behind a name particle and the capitalised word it binds ("of England", "de la Rey")."""
    step = at
    while step < min(len(stretch), at + 3) and stretch.lower[step] in function_words("particle"):
        step += 1
    if step > at and stretch.lower[step - 1] == "the" and stretch.lower[at] != "of":
        return None
    if step > at and step < len(stretch) and is_capital(stretch.words[step]):
        return step + 1
    return None


def _description(stretch: Stretch, at: int, after: int) -> NounPhrase | None:
    """A determiner with the nouns and adjectives behind it, and one "of" phrase."""
    last = after
    stop = min(len(stretch), at + _LONGEST_NOMINAL)
    while last < stop:
        lower = stretch.lower[last]
        if lower == "of" and last > after:
            inner = read_phrase(stretch, last + 1)
            return NounPhrase(at, inner.last if inner else last, "nominal")
        adverb = last > after and is_adverb(lower) and not is_capital(stretch.words[last])
        adverb = adverb or (last > after and _is_close_to(stretch, last))
        ends = adverb or lower in function_words("boundary") or (last > after and lower in ARTICLES)
        if ends or not stretch.words[last][0].isalnum():
            noun = _noun_behind(stretch, last) if after < last <= after + 2 else None
            if noun is None:
                break
            last = noun
            continue
        verb = read_verb(stretch, last) or _turns(stretch, last)
        if verb and last > after and not _reads_on(stretch, last):
            break
        last += 1
    if last == after:
        return NounPhrase(at, after, "nominal") if stretch.lower[at] in ("this", "both", "another", "all") else None
    if _ends_in_name(stretch, at, last):
        return NounPhrase(at, last, "name")
    return NounPhrase(at, last, "nominal")


def _turns(stretch: Stretch, at: int) -> bool:
    """Tell whether token ``at`` is the verb of «the king turned to him», not the adjective of «the tired king»."""
    behind = stretch.lower[at + 1] if at + 1 < len(stretch) else ""
    led = any(behind in function_words(kind) for kind in ("preposition", "determiner", "pronoun"))
    return led and acts(stretch, at)


def _noun_behind(stretch: Stretch, at: int) -> int | None:
    """Index behind the noun of «a thin, elderly gentleman» or «a proud and kindly man», from the comma or "and" on."""
    if stretch.lower[at] not in (",", "and", "but") or _is_person(stretch.lower[at - 1]):
        return None
    stops = function_words("boundary") | function_words("determiner")
    for noun in range(at + 1, min(len(stretch), at + 5)):
        word = stretch.words[noun]
        if word == "," and stretch.words[at] == "," and noun > at + 1:
            continue  # «a small, kind, patient voice»
        if not word.isalpha() or not word.islower() or word in stops:
            return None
        if _is_person(word) or word == "voice":
            return noun + 1
    return None


def _is_person(word: str) -> bool:
    return any(word in load_words(name) for name in ("gendered_nouns", "generic_people", "relations", "roles"))


def _reads_on(stretch: Stretch, at: int) -> bool:
    """Tell whether a word that could be a reporting verb is a noun here: "the police report author"."""
    return stretch.lower[at] in function_words("noun")


def _ends_in_name(stretch: Stretch, first: int, last: int) -> bool:
    """Tell whether a description ends in a name: "the Rev. Ana Ruiz", "the spokesman Jon Lee"."""
    return stretch.lower[first] == "the" and is_capital(stretch.words[last - 1])


def _bare_role(stretch: Stretch, at: int) -> NounPhrase | None:
    """A role without determiner, before a name ("spokesman Jon Lee") or alone ("minister", "police")."""
    last = at
    while last < min(len(stretch), at + 5):
        lower = stretch.lower[last]
        if not stretch.words[last][0].isalpha() or lower in function_words("boundary") or is_adverb(lower):
            break
        if lower in function_words("determiner"):
            return None
        if is_capital(stretch.words[last]):
            named = _name(stretch, last)
            return NounPhrase(at, named.last, named.form)
        if read_verb(stretch, last) and last > at:
            break
        last += 1
    return NounPhrase(at, last, "nominal") if last > at else None


def acts(stretch: Stretch, at: int) -> bool:
    """Tell whether token ``at`` is a finite verb and no auxiliary."""
    if at >= len(stretch) or not stretch.words[at].islower():
        return False
    return stretch.lower[at] not in function_words("auxiliary") and is_finite(stretch.lower[at])


def is_known_start(stretch: Stretch, phrase: NounPhrase) -> bool:
    """Tell whether a phrase begins as one that names somebody does: with a capital or a determiner."""
    first = stretch.words[phrase.first]
    return is_capital(first) or first in function_words("determiner")


def is_passive(stretch: Stretch, at: int, verb: VerbGroup) -> bool:
    """Tell whether the verb is passive («was told»), so that its subject, which ends at token ``at``, did not speak."""
    if verb.participle:
        return False
    return any(word in ("was", "were", "been", "be", "is", "are", "being") for word in stretch.lower[at : verb.first])


def behind_place(stretch: Stretch, phrase: NounPhrase) -> int:
    """Index behind a phrase and the place that it goes on with: «the girl at the desk», «a voice from the back»."""
    at = phrase.last + _is_close_to(stretch, phrase.last)
    if phrase.form != "nominal" or at + 1 >= len(stretch) or stretch.lower[at] not in function_words("preposition"):
        return at
    if stretch.lower[at + 1] in OBJECTS:
        return at + 2
    place = read_phrase(stretch, at + 1)
    return place.last if place is not None and place.form != "pronoun" else at
