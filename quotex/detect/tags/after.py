"""The clause behind a passage that says whose it is: «," said Ana», «," Ana, the mayor, had said», «," was her reply».

Where the sentence of the marks runs on behind them, whoever is the subject of its verb spoke, whatever the verb is
(Quirk et al. 1985, § 14.29).
"""

from __future__ import annotations

from quotex.detect.tags.grammar import (
    NounPhrase,
    Stretch,
    VerbGroup,
    acts,
    behind_place,
    is_capital,
    is_passive,
    read_object,
    read_phrase,
    read_verb,
    skip_adverbs,
    skip_auxiliaries,
)
from quotex.lexicon.function_words import function_words

_LONGEST_APPOSITION = 18  # tokens between the commas of «Ana Ruiz, the mayor of Leeds, said»
_LONGEST_NOUN = 8  # tokens from "was" to the noun of «was Ana's only answer»
_LONGEST_ASIDE = 7  # tokens between the commas of «said, after a long pause, Ana»
_OPENS_ASIDE = frozenset({"after", "with", "in", "more", "rather", "very", "at"})
_COME = frozenset({"came", "burst", "broke", "fell", "escaped", "dropped"})  # what words do from somebody
_SOUND, _ARTICLES = ("came", "went"), (["a"], ["an"], ["the"])  # «came the answer», «went the clock» name nobody
Trailing = tuple[VerbGroup, NounPhrase, int]


def read_trailing(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """Return verb, subject and the end of both, from token ``at`` on; ``final`` is the last character said."""
    if at >= len(stretch) or (stretch.lower[at] in _SOUND and stretch.lower[at + 1 : at + 2] in _ARTICLES):
        return None
    return (
        read_in_words_of(stretch, at)
        or _reporting(stretch, at, final)
        or _any_verb(stretch, at, final)
        or _noun(stretch, at, final)
        or _from_or_by(stretch, at)
    )


def read_in_words_of(stretch: Stretch, at: int) -> Trailing | None:
    """«in the words of Ana Ruiz» from token ``at`` on."""
    if stretch.lower[at : at + 4] != ["in", "the", "words", "of"]:
        return None
    phrase = read_phrase(stretch, at + 4)
    cue = VerbGroup(at, at + 4, "words", strong=True, participle=False)
    return (cue, phrase, phrase.last) if phrase else None


def _reporting(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«said Ana», «Ana said», «Ana, the mayor, said»: a verb that reports with its subject."""
    closed = final in ".…" or final.isalnum()
    first = skip_adverbs(stretch, at)
    verb = read_verb(stretch, first)
    if verb and not verb.participle and (verb.strong or final in ",?!-—–"):
        phrase = read_phrase(stretch, _behind_aside(stretch, verb))
        if phrase and not (phrase.form == "pronoun" and stretch.lower[phrase.first] == "it" and closed):
            return verb, phrase, phrase.last
    phrase = read_phrase(stretch, first)
    if phrase is None:
        return None
    verb = _verb_behind(stretch, phrase)
    if verb is None or (verb.participle and not _progressive(stretch, verb)):
        return None
    if closed and stretch.words[at][0].isupper() and stretch.words[at] != "I" and not _stops(stretch, verb):
        return None
    if not verb.strong and final not in ",?!-—–":
        return None
    return verb, phrase, verb.last


def _stops(stretch: Stretch, verb: VerbGroup) -> bool:
    """Whether a verb of saying is the last word of its sentence: «“It is late.” Ana said.»."""
    return verb.strong and stretch.words[verb.last : verb.last + 1] in ([], ["."])


def _behind_aside(stretch: Stretch, verb: VerbGroup) -> int:
    """Where the subject begins: right behind the verb, or behind «said, more softly, »."""
    at = verb.last
    opens = stretch.lower[at + 1 : at + 2] if stretch.words[at : at + 1] == [","] and verb.strong else []
    if opens and opens[0] in _OPENS_ASIDE | function_words("adverb"):
        for step in range(at + 2, min(len(stretch), at + _LONGEST_ASIDE)):
            if stretch.words[step] == ",":
                return step + 1
            if not stretch.words[step][0].isalnum():
                break
    return skip_adverbs(stretch, at, 2)


def _progressive(stretch: Stretch, verb: VerbGroup) -> bool:
    return verb.first > 0 and stretch.lower[verb.first - 1] in ("was", "were", "is", "are", "been", "be")


def _verb_behind(stretch: Stretch, phrase: NounPhrase) -> VerbGroup | None:
    """The reporting verb of which a phrase is the subject: «X said», «X had softly said», «X, the mayor, said»."""
    at = behind_place(stretch, phrase)
    begin = skip_auxiliaries(stretch, at)
    verb = read_verb(stretch, begin)
    if verb:
        return None if is_passive(stretch, at, verb) else verb
    if acts(stretch, begin) and begin + 1 < len(stretch) and stretch.lower[begin + 1] == "to":
        verb = read_verb(stretch, begin + 2)  # "hastened to say"
        if verb and verb.strong:
            return verb
    if at < len(stretch) and stretch.words[at] in (",", "(", "—", "–"):
        closing = ")" if stretch.words[at] == "(" else stretch.words[at]
        for step in range(at + 1, min(len(stretch), at + _LONGEST_APPOSITION)):
            if stretch.words[step] == closing:
                verb = read_verb(stretch, skip_auxiliaries(stretch, step + 1))
                if verb and not verb.participle:
                    return verb
            elif stretch.words[step] in ".;:?!":
                return None
    return None


def _any_verb(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«," flashed Ana», «," he went on his way», «," Ana frowned»: any verb, where the sentence plainly runs on."""
    first = skip_adverbs(stretch, at)
    if acts(stretch, first) and final != ".":
        phrase = read_phrase(stretch, skip_adverbs(stretch, first + 1, 2))
        return (_group(stretch, first), phrase, phrase.last) if phrase and _is_somebody(stretch, phrase) else None
    phrase = read_phrase(stretch, first)
    if phrase is None or (phrase.form == "pronoun" and stretch.lower[phrase.first] not in function_words("subject")):
        return None
    verb = skip_auxiliaries(stretch, phrase.last)
    if not acts(stretch, verb):
        return None
    if stretch.lower[verb] == "heard":
        return _heard(stretch, verb + 1)
    runs_on = final == "," or stretch.words[phrase.first] in ("he", "she")
    return (_group(stretch, verb), phrase, verb + 1) if runs_on else None


def _is_somebody(stretch: Stretch, phrase: NounPhrase) -> bool:
    """Whether a phrase behind any verb names who acts, not what is said: «followed the query»."""
    begins = is_capital(stretch.words[phrase.first]) or stretch.lower[phrase.first] in ("he", "she", "the")
    return begins and stretch.lower[phrase.last - 1] not in function_words("saying")


def _heard(stretch: Stretch, at: int) -> Trailing | None:
    """ "Ana say" of «," he heard Ana say»."""
    phrase = read_object(stretch, at)
    verb = read_verb(stretch, phrase.last) if phrase else None
    return (verb, phrase, verb.last) if phrase and verb else None


def _noun(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """ "Was Ana's reply", "were his first words"; whatever is hers, where the sentence plainly runs on."""
    if stretch.lower[at] not in ("was", "were", "came", "is"):
        return None
    stop = next((i for i in range(at + 1, len(stretch)) if not stretch.words[i][0].isalnum()), len(stretch))
    for noun in range(at + 2, min(stop, at + _LONGEST_NOUN)):
        told = stretch.lower[noun] in function_words("saying")
        last = noun + 1 == stop or stretch.lower[noun + 1] in function_words("boundary")
        phrase = _owner(stretch, at + 1, noun) if told or (last and final == ",") else None
        if phrase and (told or phrase.form != "pronoun"):
            return VerbGroup(noun, noun + 1, stretch.lower[noun], strong=True, participle=False), phrase, noun + 1
    return None


def _from_or_by(stretch: Stretch, at: int) -> Trailing | None:
    """ "Burst from Ana", "came from Ana's lips", "loudly whispered by Ana"."""
    verb = skip_adverbs(stretch, at)
    if verb + 1 >= len(stretch):
        return None
    report = read_verb(stretch, verb)
    passive = stretch.lower[verb + 1] == "by" and report is not None
    if not passive and not (stretch.lower[verb + 1] == "from" and stretch.lower[verb] in _COME):
        return None
    phrase = read_phrase(stretch, verb + 2)
    if phrase is None or not (is_capital(stretch.words[phrase.first]) or stretch.lower[phrase.first] == "the"):
        return None
    owner = _owner(stretch, phrase.first, phrase.last) if phrase.form == "nominal" else None
    return report or _group(stretch, verb), owner or phrase, (owner or phrase).last


def _owner(stretch: Stretch, at: int, noun: int) -> NounPhrase | None:
    """Whose the noun is: "his", "Ana's", "the old man's"."""
    if stretch.lower[at] in ("his", "her", "my"):
        return NounPhrase(at, at + 1, "pronoun")
    for last in range(at, noun):
        if stretch.lower[last].endswith("'s"):
            named = is_capital(stretch.words[last])
            return NounPhrase(at, last + 1, "name" if named else "nominal")
    return None


def _group(stretch: Stretch, at: int) -> VerbGroup:
    return VerbGroup(at, at + 1, stretch.lower[at], strong=False, participle=False)
