"""The clause behind a passage that says whose it is: «," said Ana», «," Ana, the mayor, had said», «," was her reply».

Where the sentence of the marks runs on behind them, whoever is the subject of its verb spoke, whatever the verb is
(Quirk et al. 1985, § 14.29).
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
_PARTICLES = (["out"], ["back"])
_THUS = frozenset({"so", "thus"})
_RUNS_ON = ",?!-—–"  # what words in marks end with whose sentence runs on behind them
_RELATIVES = frozenset({"as", "how", "that", "what", "where", "which", "who", "whom"})
Trailing = tuple[VerbGroup, NounPhrase, int]
Reading = Callable[[Stretch, int, str], Trailing | None]


def read_trailing(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """Return verb, subject and the end of both, from token ``at`` on; ``final`` is the last character said."""
    if at >= len(stretch) or _opens_time(stretch.lower[at]) or _is_sound(stretch, at):
        return None
    for _, rule in TRAILING:
        found = rule(stretch, at, final)
        if found:
            return found
    return None


def _is_sound(stretch: Stretch, at: int) -> bool:
    """Tell whether a sound comes, and nobody's voice: «came the answer», «went the clock»."""
    if stretch.lower[at] not in _SOUND or stretch.lower[at + 1 : at + 2] not in _ARTICLES:
        return False
    phrase = read_phrase(stretch, at + 1)
    return phrase is None or stretch.lower[phrase.last - 1] != "voice"


def _opens_time(word: str) -> bool:
    """Tell whether a clause that tells when or why begins with a word: «," before the door slammed»."""
    return word in function_words("subordinator") and word not in _RELATIVES


def read_in_words_of(stretch: Stretch, at: int, final: str = "") -> Trailing | None:
    """«in the words of Ana Ruiz» from token ``at`` on."""
    if stretch.lower[at : at + 4] != ["in", "the", "words", "of"]:
        return None
    phrase = read_phrase(stretch, at + 4)
    cue = VerbGroup(at, at + 4, "words", strong=True, participle=False)
    return (cue, phrase, phrase.last) if phrase else None


def _reporting(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«said Ana», «said softly the old man», «So says Ana»: a verb that reports and its subject."""
    verb = read_verb(stretch, skip_adverbs(stretch, at + (stretch.lower[at] in _THUS)))
    if verb is None or verb.participle or not (verb.strong or final in _RUNS_ON):
        return None
    phrase = read_phrase(stretch, _behind_aside(stretch, verb))
    if phrase is None or (phrase.form == "pronoun" and stretch.lower[phrase.first] == "it" and _is_closed(final)):
        return None
    return verb, phrase, phrase.last


def _reporting_behind(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«Ana said», «Ana, the mayor, said»: a verb that reports, behind its subject."""
    phrase = read_phrase(stretch, skip_adverbs(stretch, at))
    verb = _verb_behind(stretch, phrase) if phrase else None
    if phrase is None or verb is None or (verb.participle and not _progressive(stretch, verb)):
        return None
    opens = final in ".…" if stretch.words[at] == "I" else stretch.words[at][0].isupper() and _is_closed(final)
    if opens and not _stops(stretch, verb):
        return None
    return (verb, phrase, verb.last) if verb.strong or final in _RUNS_ON else None


def _is_closed(final: str) -> bool:
    """Tell whether what was said ends as a sentence does, or with no sign at all."""
    return final in ".…" or final.isalnum()


def _stops(stretch: Stretch, verb: VerbGroup) -> bool:
    """Tell whether a verb of saying is the last word of its sentence: «“It is late.” Ana said.»."""
    return verb.strong and stretch.words[verb.last : verb.last + 1] in ([], ["."])


def _behind_aside(stretch: Stretch, verb: VerbGroup) -> int:
    """Return where the subject begins: right behind the verb, or behind «said, more softly, »."""
    at = verb.last
    opens = stretch.lower[at + 1 : at + 2] if stretch.words[at : at + 1] == [","] and verb.strong else []
    if opens and opens[0] in _OPENS_ASIDE | function_words("adverb"):
        for step in range(at + 2, min(len(stretch), at + _LONGEST_ASIDE)):
            if stretch.words[step] == ",":
                return step + 1
            if not stretch.words[step][0].isalnum():
                break
    if stretch.lower[at : at + 1] in _PARTICLES and read_phrase(stretch, at + 1) is not None:
        return at + 1  # «sang out the boy», «shouted back Ana»
    return skip_adverbs(stretch, at, 2)


def _progressive(stretch: Stretch, verb: VerbGroup) -> bool:
    return verb.first > 0 and stretch.lower[verb.first - 1] in ("was", "were", "is", "are", "been", "be")


def _verb_behind(stretch: Stretch, phrase: NounPhrase) -> VerbGroup | None:
    """Return the reporting verb of which a phrase is the subject: «X said», «X had softly said», «X, the mayor,
    said»."""
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
    """«," flashed Ana»: any verb and its subject, where the sentence plainly runs on."""
    verb = skip_adverbs(stretch, at)
    if final == "." or not acts(stretch, verb):
        return None
    phrase = read_phrase(stretch, skip_adverbs(stretch, verb + 1, 2))
    return (_group(stretch, verb), phrase, phrase.last) if phrase and _is_somebody(stretch, phrase) else None


def _any_verb_behind(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«," he went on his way», «," Ana frowned»: any verb behind its subject, where the sentence plainly runs on."""
    phrase = _subject(stretch, at, final)
    if phrase is None:
        return None
    verb = skip_auxiliaries(stretch, phrase.last)
    runs_on = final == "," or stretch.words[phrase.first] in ("he", "she")
    if not runs_on or not acts(stretch, verb) or stretch.lower[verb] == "heard":
        return None
    return _group(stretch, verb), phrase, verb + 1


def _heard(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«," he heard Ana say»: whoever is heard speaks."""
    hearer = _subject(stretch, at, final) if "heard" in stretch.lower else None
    heard = skip_auxiliaries(stretch, hearer.last) if hearer else len(stretch)
    if stretch.lower[heard : heard + 1] != ["heard"] or not acts(stretch, heard):
        return None
    phrase = read_object(stretch, heard + 1)
    verb = read_verb(stretch, phrase.last) if phrase else None
    return (verb, phrase, verb.last) if phrase and verb else None


def _subject(stretch: Stretch, at: int, final: str) -> NounPhrase | None:
    """Return the subject of any verb, which no verb stands before."""
    first = skip_adverbs(stretch, at)
    phrase = read_phrase(stretch, first) if final == "." or not acts(stretch, first) else None
    if phrase and phrase.form == "pronoun" and stretch.lower[phrase.first] not in function_words("subject"):
        return None
    return phrase


def _is_somebody(stretch: Stretch, phrase: NounPhrase) -> bool:
    """Tell whether a phrase behind any verb names who acts, not what is said: «followed the query»."""
    begins = is_capital(stretch.words[phrase.first]) or stretch.lower[phrase.first] in ("he", "she", "the")
    begins = begins or ([stretch.lower[phrase.first]] in _ARTICLES and stretch.lower[phrase.last - 1] == "voice")
    return begins and stretch.lower[phrase.last - 1] not in function_words("saying")


def _noun(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«was Ana's reply», «were his first words»; whatever is hers, where the sentence plainly runs on."""
    if stretch.lower[at] not in ("was", "were", "came", "comes", "is"):
        return None
    stop = next((i for i in range(at + 1, len(stretch)) if not stretch.words[i][0].isalnum()), len(stretch))
    for noun in range(at + 2, min(stop, at + _LONGEST_NOUN)):
        heard = stretch.lower[noun] == "voice" and stretch.lower[at] in (
            "came",
            "comes",
        )  # «came her voice from inside»
        told = heard or stretch.lower[noun] in function_words("saying")
        last = noun + 1 == stop or stretch.lower[noun + 1] in function_words("boundary")
        phrase = _owner(stretch, at + 1, noun) if told or (last and final == ",") else None
        if phrase and (told or phrase.form != "pronoun"):
            return VerbGroup(noun, noun + 1, stretch.lower[noun], strong=True, participle=False), phrase, noun + 1
    return None


def _from(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«burst from Ana», «came from Ana's lips»."""
    verb = skip_adverbs(stretch, at)
    if stretch.lower[verb + 1 : verb + 2] != ["from"] or stretch.lower[verb] not in _COME:
        return None
    phrase = _behind_preposition(stretch, verb + 2)
    return (read_verb(stretch, verb) or _group(stretch, verb), phrase, phrase.last) if phrase else None


def _by(stretch: Stretch, at: int, final: str) -> Trailing | None:
    """«loudly whispered by Ana»."""
    verb = read_verb(stretch, skip_adverbs(stretch, at))
    if verb is None or stretch.lower[verb.first + 1 : verb.first + 2] != ["by"]:
        return None
    phrase = _behind_preposition(stretch, verb.first + 2)
    return (verb, phrase, phrase.last) if phrase else None


def _behind_preposition(stretch: Stretch, at: int) -> NounPhrase | None:
    """Return the name or description from which words come, or who owns the mouth that they come from."""
    phrase = read_phrase(stretch, at)
    if phrase is None or not (is_capital(stretch.words[phrase.first]) or stretch.lower[phrase.first] == "the"):
        return None
    owner = _owner(stretch, phrase.first, phrase.last) if phrase.form == "nominal" else None
    return owner or phrase


def _owner(stretch: Stretch, at: int, noun: int) -> NounPhrase | None:
    """Return whose the noun is: "his", "Ana's", "the old man's"."""
    if stretch.lower[at] in ("his", "her", "my"):
        return NounPhrase(at, at + 1, "pronoun")
    for last in range(at, noun):
        if stretch.lower[last].endswith("'s"):
            named = is_capital(stretch.words[last])
            return NounPhrase(at, last + 1, "name" if named else "nominal")
    return None


def _group(stretch: Stretch, at: int) -> VerbGroup:
    return VerbGroup(at, at + 1, stretch.lower[at], strong=False, participle=False)


# The first that finds a tag counts; the ids are those of ``lexicon/detection_rules.tsv``.
TRAILING: tuple[tuple[str, Reading], ...] = (
    ("in the words of", read_in_words_of),
    ("verb and subject", _reporting),
    ("subject and verb", _reporting_behind),
    ("any verb and subject", _any_verb),
    ("subject and any verb", _any_verb_behind),
    ("heard", _heard),
    ("noun of saying", _noun),
    ("from somebody", _from),
    ("by somebody", _by),
)
