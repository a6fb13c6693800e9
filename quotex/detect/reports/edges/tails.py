"""Find where somebody else's words, or the speaker's next ones, begin behind what is reported.

«said it was shut, | adding that it would open», «criticised the plan | and has asked for another», «…, | a claim that
nobody believed».  Each rule returns a word before which the content stops, or None.
"""

from __future__ import annotations

from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.edges.outer_clause import Stop
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.pronouns import THIRD
from quotex.lexicon.verbs import saying_forms
from quotex.read.part_of_speech import FINITE

_REFUSES = frozenset(("declined", "declines", "refused", "refuses"))
_CONJUNCTIONS = frozenset(("and", "but"))
_DOES = frozenset(("did", "does", "do", "had", "has", "would"))
_NEXT = frozenset(("before", "after"))
_INDEFINITE = frozenset(("a", "an"))
_AUXILIARIES = frozenset(
    ("has", "have", "had", "is", "are", "was", "were", "will", "would", "did", "does", "do", "could")
)
_RELATIVES = frozenset(("who", "which"))
_PLUPERFECT = frozenset(("had", "'d", "’d"))
_YES_OR_NO = frozenset(("yes", "no"))
_TELLERS = frozenset(("he", "she", "they", "it"))
_NOT = frozenset(("not", "n't", "n’t"))
_FIRST_PERSON = frozenset(("i", "my", "me", "mine"))
_SHIFTED = frozenset(("had", "would", "could", "should", "might"))
_STATES = frozenset(("was", "were", "had", "did", "could", "would"))
_PAST = frozenset(("VBD", "VBN", "VBP", "VB"))
_NO_OBJECT = frozenset(("say", "says", "said", "saying", "according"))  # cues with a clause behind them
_STRETCHES = frozenset(f"{one}{s}" for one in ("minute", "hour", "day", "week", "month", "year") for s in ("", "s"))
_HEARS = frozenset(("heard", "hears", "learned", "learnt", "learns"))


def _says_more(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«said it was shut, adding that it would open», «called it “odd” before adding: “…”»: a participle of saying with
    a clause or with words in marks is the speaker's."""
    participles = [i for i, tag in enumerate(frame.tags) if tag == "VBG"]
    for i in [at for verb in participles for at in (verb - 1, verb) if start < at < frame.size - 1]:
        if frame.lower[i] in _NEXT and frame.tags[i + 1] == "VBG" and _is_free(frame, place, i):
            clause = frame.lower[i + 2 : i + 3] == ["that"] or frame.quoted[i + 2 : i + 3] > [-1]
            if frame.lower[i + 1] in saying_forms() and clause and not frame.gap[i + 1]:
                return i
        if frame.gap[i] == "," and frame.tags[i] == "VBG" and _is_free(frame, place, i):
            clause = frame.lower[i + 1] == "that" or frame.gap[i + 1] == "," or frame.lower[i] == "adding"
            if frame.lower[i] in saying_forms() and clause:
                return i
    return None


def _adds_report(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«said it was shut, but she added that …»: a pronoun with a verb of saying of its own, set against the rest."""
    if frame.words.isdisjoint(words_of("concession")):
        return None
    for i in range(start + 2, frame.size - 2):
        if frame.lower[i] in words_of("concession") and frame.gap[i] in (",", ";") and frame.lower[i + 1] in THIRD:
            verb = i + 2
            while verb < frame.size - 1 and frame.coarse[verb] == "R":
                verb += 1
            says = frame.lower[verb] in saying_forms() and frame.tags[verb] == frame.tags[place.at]
            if says and not frame.gap[verb] and _is_free(frame, place, i):
                return i
    return None


def _says_no_more(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«suggest that moths notice, though Lee would not say how», «…, but the mayor declined to say when»."""
    if "say" not in frame.words or frame.words.isdisjoint(words_of("concession")):
        return None
    for i in range(start + 2, frame.size - 4):
        if frame.lower[i] not in words_of("concession") or frame.gap[i] != "," or frame.phrase_at[i + 1] < 0:
            continue
        verb = frame.phrases[frame.phrase_at[i + 1]][1]
        words = frame.lower[verb : verb + 3]
        silent = words[1:] in (["not", "say"], ["to", "say"]) and (words[0] in _REFUSES or words[0] in _AUXILIARIES)
        if silent and not any(frame.gap[i + 1 : verb + 3]) and _is_free(frame, place, i):
            return i
    return None


def _answers_request(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«begged him to stay and he has agreed»: no clause with a subject of its own is joined to an infinitive."""
    if frame.lower[start] != "to" or frame.tags[start + 1 : start + 2] != ["VB"]:
        return None
    for i in range(start + 2, frame.size - 2):
        if frame.tags[i] in FINITE or frame.coarse[i] == "W" or frame.lower[i] in CLAUSE - {"to"}:
            return None
        if frame.lower[i] in _CONJUNCTIONS and frame.lower[i + 1] in THIRD and frame.tags[i + 2] in FINITE:
            return i if _is_free(frame, place, i) else None
    return None


def _has_own_predicate(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«criticised the plan and has asked for another»: content without a clause has no second predicate."""
    if not _is_object(frame, place, start):
        return None
    for i in range(start + 1, frame.size - 1):
        if frame.coarse[i] in "VM" or frame.coarse[i] == "W":
            return None
        if frame.lower[i] in _CONJUNCTIONS and frame.lower[i + 1] in _AUXILIARIES and _is_free(frame, place, i):
            return i
    return None


def _leaves_object(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«criticised the plan; nobody listened», «praised the plan, which failed»: what follows an object is told."""
    if not _is_object(frame, place, start):
        return None
    for i in range(start + 1, frame.size):
        if frame.coarse[i] in "VM":
            return None
        if ";" in frame.gap[i] and _is_free(frame, place, i):
            return i
        if frame.gap[i] == "," and frame.lower[i] == "which" and _is_free(frame, place, i):
            return None if _has_verb_behind(frame, i) else i
    return None


def _has_verb_behind(frame: Frame, i: int) -> bool:
    """Tell whether a verb stands behind a relative clause in commas: «the landing, which was late, was a mistake»."""
    return any(frame.gap[at] == "," and frame.coarse[at] in "VM" for at in range(i + 1, frame.size))


def _names_words(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«…, a claim that the mayor denied», «… “under review”, a phrase she had to explain»: the writer gives a name to
    what was said."""
    if frame.words.isdisjoint(_INDEFINITE):
        return None
    for i in range(start + 2, frame.size - 1):
        if (
            frame.lower[i] in _INDEFINITE
            and frame.gap[i].rstrip("'\"").endswith((",", "-"))
            and frame.phrase_at[i] >= 0
        ):
            head = frame.phrases[frame.phrase_at[i]][1]
            told = frame.quoted[i - 1] >= 0 and frame.lower[head - 1] in words_of("wording")
            told = told or frame.lower[head - 1] in load_words("reporting_nouns") and frame.noun_kind(head - 1) == "s"
            if frame.gap[i].endswith("-"):
                told = frame.lower[head - 1] in words_of("of-text") and frame.lower[head : head + 1] == ["that"]
            if told and head < frame.size and not frame.gap[head] and _is_free(frame, place, i):
                return i
    return None


def _comments(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«told her never to speak of it, which she did not»: whether it was done is the writer's."""
    if "which" not in frame.words:
        return None
    for i in range(start + 2, frame.size - 2):
        does = frame.gap[i] == "," and frame.lower[i] == "which" and frame.lower[i + 1] in THIRD
        if does and frame.lower[i + 2] in _DOES and _is_free(frame, place, i):
            return i
    return None


def _is_tagged(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«told officers he had slept, the court has heard»: the tag of the whole sentence ends it."""
    at = frame.size - 1
    while at > start and (frame.coarse[at] == "R" or frame.norm[at] == "DATE"):
        at -= 1
    says = frame.lower[at] in saying_forms() or frame.lower[at] in _HEARS
    if not says or frame.coarse[at] not in "Ve":
        return None
    first = verb_group(frame, at)[0]
    if first <= start + 2 or frame.phrase_at[first - 1] < 0:
        return None
    subject = frame.phrases[frame.phrase_at[first - 1]][0]
    tag = subject > start + 2 and frame.gap[subject].endswith(",") and not frame.gap[first]
    return subject if tag and _is_free(frame, place, subject) else None


def _is_main_verb(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«The baker, who had said that it was late, went home»: the verb of the sentence behind a relative clause."""
    if frame.words.isdisjoint(_RELATIVES):
        return None
    who = max((i for i in range(place.first) if frame.gap[i] == "," and frame.lower[i] in _RELATIVES), default=0)
    if not who or frame.finite[who] or frame.finite[place.first] > frame.finite[who] or place.at >= start:
        return None
    for i in range(start + 2, frame.size):
        if frame.gap[i] == "," and frame.coarse[i] in "VMb" and frame.lower[i] != "be" and _is_free(frame, place, i):
            return i
    return None


def _does_not_tell(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«says it saved a man, but he does not explain how», «had settled, but would not disclose the sum»."""
    if frame.words.isdisjoint(words_of("concession")):
        return None
    for i in range(start + 2, frame.size - 2):
        if frame.lower[i] in words_of("concession") and frame.gap[i] == "," and _is_free(frame, place, i):
            at = i + 1 + (frame.lower[i + 1] in _TELLERS)
            negated = frame.lower[at] in _DOES and frame.lower[at + 1 : at + 2] and frame.lower[at + 1] in _NOT
            if negated and frame.lower[at + 2 : at + 3] and frame.lower[at + 2] in load_words("elaborating_verbs"):
                return i
    return None


def _speaks_for_himself(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«claims that it takes a week, and that has not been my experience»: the writer says "my"."""
    if _FIRST_PERSON.isdisjoint(frame.words):
        return None
    if frame.quoted[start] >= 0 or not _FIRST_PERSON.isdisjoint(frame.lower[:start]):
        return None
    first = next((i for i in range(start, frame.size) if frame.lower[i] in _FIRST_PERSON), 0)
    if not first or frame.quoted[first] >= 0:
        return None
    turns = (i for i in range(first, start + 1, -1) if frame.gap[i] == "," and frame.lower[i] in _CONJUNCTIONS)
    i = next(turns, 0)
    return i if i and frame.finite[first + 1] > frame.finite[i] and _is_free(frame, place, i) else None


def _acts_next(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«said it had asked twice, and it attached the letters», «confirmed that it was late, put it at a day, and left»:
    behind a pluperfect or a conditional, a simple past tells what was done next."""
    if frame.tags[place.at] != "VBD" or _SHIFTED.isdisjoint(frame.words):
        return None
    verb = next((i for i in range(start, frame.size) if frame.tags[i] in FINITE), frame.size)
    if verb + 2 >= frame.size or frame.lower[verb] not in _SHIFTED:
        return None
    for i in range(verb + 2, frame.size - 2):
        if frame.gap[i] != "," or not _is_free(frame, place, i):
            continue
        clause = frame.lower[i] == "and" and frame.lower[i + 1] in _TELLERS and frame.tags[i + 2] == "VBD"
        if clause and frame.lower[i + 2] not in _STATES:
            return i
        if frame.tags[i] in _PAST and frame.tags[i + 1] == "PRP" and _lists_acts(frame, i):
            return i
    return None


def _answers_alone(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«said no, and that was that»: a bare answer ends before a clause."""
    answer = frame.lower[start] in _YES_OR_NO and start + 2 < frame.size and frame.gap[start + 1] == ","
    return start + 1 if answer and frame.lower[start + 1] in _CONJUNCTIONS | {"so"} else None


def goes_on_shifted(frame: Frame, cue: int, start: int, i: int) -> bool:
    """Tell whether a semicolon is followed by a clause whose tense shows that it is reported too: «told me that the van
    had stopped; | he had left it by the church», where the writer would say «he left»."""
    if ";" not in frame.gap[i] or frame.tags[cue] != "VBD" or frame.quoted[i] >= 0:
        return False
    if frame.finite[i] == frame.finite[start]:
        return False  # «asked us to wait; he had eaten»
    verb = next((n for n in range(i, frame.size) if frame.tags[n] in FINITE), -1)
    main = verb > i and frame.lower[verb] in _PLUPERFECT and "W" not in frame.coarse[i:verb]
    return main and not any(frame.gap[i + 1 : verb + 1])


def _tells_how_long_after(frame: Frame, place: CuePlace, start: int) -> int | None:
    """«said it would close, | a day after the pump failed»: when it was said, with a comma and a whole clause before
    it."""
    for i in range(start + 2, frame.size - 3):
        if frame.gap[i] == "," and frame.finite[i] > frame.finite[start] and _is_free(frame, place, i):
            after = next((n for n in range(i + 1, min(i + 4, frame.size)) if frame.lower[n] == "after"), 0)
            if after and frame.lower[after - 1] in _STRETCHES:
                return i
    return None


def _lists_acts(frame: Frame, start: int) -> bool:
    """Tell whether a list of acts goes on behind a word: «…, put it at a day, and left»."""
    return any(
        frame.gap[i] == "," and frame.lower[i] == "and" and frame.tags[i + 1] == "VBD"
        for i in range(start + 2, frame.size - 1)
    )


def _is_object(frame: Frame, place: CuePlace, start: int) -> bool:
    """Tell whether content begins with a noun phrase that no verb follows: an object and not the subject of a
    clause."""
    if frame.lower[place.at] in _NO_OBJECT or frame.phrase_at[start] < 0:
        return False
    if frame.lower[start] in CLAUSE or frame.quoted[start] >= 0 or frame.gap[start]:
        return False
    end = frame.phrases[frame.phrase_at[start]][1]
    if end == frame.size or frame.coarse[end] in "VMe":
        return False
    return "NNS" not in frame.tags[start : end - 1]  # «the coating repels bacteria»: a verb read as a noun


def _is_free(frame: Frame, place: CuePlace, i: int) -> bool:
    """Tell whether a word stands outside of marks, or in those that hold the cue."""
    return frame.quoted[i] < 0 or frame.quoted[i] == frame.quoted[place.at]


# In this order; the ids are those of ``lexicon/detection_rules.tsv``.
TAILS: tuple[tuple[str, Stop], ...] = (
    ("further participle", _says_more),
    ("further report", _adds_report),
    ("nothing further", _says_no_more),
    ("answer to a request", _answers_request),
    ("further predicate", _has_own_predicate),
    ("behind an object", _leaves_object),
    ("name for the words", _names_words),
    ("comment on the words", _comments),
    ("tag of the sentence", _is_tagged),
    ("verb of the sentence", _is_main_verb),
    ("nothing told", _does_not_tell),
    ("writer in the first person", _speaks_for_himself),
    ("next act", _acts_next),
    ("bare answer", _answers_alone),
    ("how long after", _tells_how_long_after),
)
