"""Find where the sentence around a report goes on.

The writer goes on in the present («… said that the pool would reopen, but the council has not approved the money»), or
the speaker has another verb («Police say the road is shut and are asking drivers to wait»).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from quotex.detect.reports.cues import CuePlace, cue_words
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon import load_table
from quotex.lexicon.function_words import words_of
from quotex.lexicon.pronouns import THIRD
from quotex.lexicon.verbs import saying_forms
from quotex.read.part_of_speech import FINITE

SUBORDINATE = frozenset(
    ("if", "unless", "when", "whenever", "while", "whereas", "although", "though", "because", "since", "after",
     "before", "as", "once", "until", "supposing")
)  # fmt: skip
_TURNS = frozenset(("and", "but", "while", "whereas"))
_CONTRASTS = frozenset(("while", "whereas"))
_LONGEST_SUBJECT = 6  # words of it, and its verb, in a tag
_REACH = 10  # words from "whereas" in which the verb of its clause stands
_BACKSHIFTED = frozenset(("would", "could", "might", "had"))
_LINKS = frozenset(("and", "then"))
_WAS = frozenset(("was", "were"))
_DECLINES = frozenset(("declined", "refused"))
_ITSELF = frozenset(("it", "they"))
_ASKED = frozenset(("asked", "questioned", "pressed", "quizzed", "challenged"))
_WHEN = frozenset(("when", "if", "whenever", "once", "though"))
_CONJUNCTIONS = frozenset(("and", "but"))
_PERFECT = frozenset(("has", "have", "had", "'s", "’s", "'ve", "’ve", "'d", "’d"))
_MODALS = frozenset(("MD",))
Stop = Callable[[Frame, CuePlace, int], "int | None"]
# By the tag of the cue: the tags that the further verb may have, and those that no verb of the content may have then.
_AGREE = {
    "VBD": (frozenset(("VBD",)), frozenset(("VBD",))),
    "VBP": (frozenset(("VBP",)), frozenset(("VBP",)) | _MODALS),
    "VBZ": (frozenset(("VBZ",)), frozenset(("VBZ",))),
}


def _behind_past(begins: Callable[[Frame, int, int], bool], words: frozenset[str]) -> Stop:
    """Make a rule of what may begin behind the first verb of content in the past, where the writer may speak again,
    with one of some ``words``."""

    def rule(frame: Frame, place: CuePlace, start: int) -> int | None:
        if frame.tags[place.at] != "VBD" or frame.words.isdisjoint(words):
            return None
        verb = next((i for i in range(start, frame.size) if frame.coarse[i] in "VM"), frame.size)
        if verb == frame.size or not (frame.tags[verb] == "VBD" or frame.lower[verb] in _BACKSHIFTED):
            return None
        behind = range(verb + 1, frame.size - 1)
        found = (i for i in behind if frame.lower[i] in words and frame.quoted[i] < 0 and begins(frame, start, i))
        return next(found, None)

    return rule


def _concedes(frame: Frame, start: int, i: int) -> bool:
    """Tell whether the writer concedes something from word ``i`` on: «said that the shop was shut, although it was
    not»."""
    return frame.lower[i] == "although" and frame.gap[i] in (",", "-")


def _asks(frame: Frame, start: int, i: int) -> bool:
    """Tell whether a question of somebody else begins: «said it was safe when asked about the slide»."""
    return is_put_to(frame, i + 1)


def _turns_to_present(frame: Frame, start: int, i: int) -> bool:
    """Tell whether a clause in the present begins: «said that it would reopen, but the council has not paid for it»."""
    if frame.gap[i] != "," or frame.lower[i] not in _TURNS or frame.phrase_at[i + 1] < 0:
        return False
    verb = frame.phrases[frame.phrase_at[i + 1]][1]
    return verb + 1 < frame.size and frame.tags[verb] in ("VBZ", "VBP") and not frame.gap[verb]


def _speaker_leaves(frame: Frame, start: int, i: int) -> bool:
    """Tell whether the speaker moves or gestures from word ``i`` on: «said the deal was off, and left», «before he was
    led away».

    Without a comma the subject of the content must be a thing, which does not walk: «the gate was locked and left».
    """
    lower, gap, size = frame.lower, frame.gap, frame.size
    if lower[i] == "before":
        return i + 3 < size and lower[i + 1] in THIRD and lower[i + 2] in _WAS and _leaving(lower[i + 3], "removed")
    at = i + (lower[i] in _LINKS)
    while at < size and lower[at] in _LINKS:
        at += 1
    if at == i or at >= size or frame.tags[at] not in ("VBD", "VBN"):
        return False
    if _leaving(lower[at], "court"):
        return not _is_of(frame, start, words_of("court") | THIRD | {"it"})
    if _leaving(lower[at], "courtesy"):
        return _is_of_thing(frame, start) or _is_of(frame, start, _ITSELF)
    return _leaving(lower[at], "goes") and (gap[i] == "," or _is_of_thing(frame, start))


def _is_of(frame: Frame, start: int, heads: frozenset[str]) -> bool:
    """Tell whether the head of the first noun phrase of a clause is one of some words."""
    start += frame.lower[start] == "that"
    if start >= frame.size or frame.phrase_at[start] < 0:
        return False
    return frame.lower[frame.phrases[frame.phrase_at[start]][1] - 1] in heads


def _is_of_thing(frame: Frame, start: int) -> bool:
    """Tell whether the subject of a clause, right at its beginning, is a noun that means no people."""
    start += frame.lower[start] == "that"
    if start >= frame.size or frame.phrase_at[start] < 0:
        return False
    head = frame.phrases[frame.phrase_at[start]][1] - 1
    return frame.coarse[head] == "n" and not {frame.lower[head], frame.lower[head].removesuffix("s")} & _people()


def _says_no_more(frame: Frame, start: int, i: int) -> bool:
    """Tell whether the speaker does not say something from word ``i`` on: «confirmed that a report was made but would
    not say by whom»."""
    lower = frame.lower
    if lower[i] != "but" or i + 3 >= frame.size or not _is_of_thing(frame, start):
        return False
    negated = lower[i + 3 : i + 4] if frame.tags[i + 1] in FINITE and lower[i + 2] == "not" else []
    if lower[i + 1] in _DECLINES:
        return lower[i + 2 : i + 3] == ["to"]
    return bool(negated) and negated[0] in saying_forms()


def _leaving(form: str, use: str) -> bool:
    return (form, use) in _leaving_forms()


@cache
def _leaving_forms() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in load_table("leaving_verbs"))


@cache
def _people() -> frozenset[str]:
    """Return the nouns that mean people."""
    return frozenset(row[0] for row in load_table("nominal_heads") if row[1] not in ("document", "time"))


def is_put_to(frame: Frame, at: int) -> bool:
    """Tell whether a question was put to somebody at word ``at`` by nobody named: «when asked about the slide»."""
    lower = frame.lower
    if not 0 < at < frame.size or lower[at] not in _ASKED or frame.coarse[at] not in "eVJ" or frame.gap[at]:
        return False
    return lower[at - 1] in _WHEN


def opens_with_asked(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a cue is what was asked of the speaker: «When asked about the slide, …», «Asked about the slide,
    …»."""
    return is_put_to(frame, place.at) or (place.first == 0 and frame.lower[place.at] == "asked")


def _main_clause(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return where the main clause begins behind a question that somebody was asked: «When asked if …, Mr. Pike
    said»."""
    if not opens_with_asked(frame, place):
        return None
    for i in range(start + 1, frame.size - 1):
        if frame.gap[i].startswith(",") and frame.phrase_at[i] >= 0:
            verb = frame.phrases[frame.phrase_at[i]][1]
            if verb < frame.size and frame.coarse[verb] in "VM" and not frame.gap[verb]:
                return i
    return None


def second_verb(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return the conjunction before another verb of the speaker, in content from word ``start`` on, or None.

    >>> from quotex.read.document import Document
    >>> document = Document("The court held that the tree should stay and ordered the city to fence it.")
    >>> frame = Frame(document, document.sentence_at(0), [])
    >>> frame.lower[second_verb(frame, CuePlace(2, 2, "hold", "5"), 3)]
    'and'
    """
    finite = next((i for i in range(place.first, place.at + 1) if frame.tags[i] in FINITE), -1)
    if finite < 0 or place.at >= start or frame.words.isdisjoint(_CONJUNCTIONS) or frame.tags[finite] not in _AGREE:
        return None
    wanted, barred = _AGREE[frame.tags[finite]]
    for i in range(start + 2, frame.size - 1):
        tag = frame.tags[i - 1]
        if tag in barred or (frame.lower[i - 1] in _PERFECT and "VBD" in wanted):
            return None
        if frame.lower[i] in _CONJUNCTIONS and frame.quoted[i] < 0:
            verb = i + 1 + (frame.coarse[i + 1] == "R")
            if verb < frame.size and not frame.gap[verb] and _agrees(frame, verb, wanted):
                return i
    return None


def _agrees(frame: Frame, verb: int, wanted: frozenset[str]) -> bool:
    """Tell whether a verb has one of the tags; a form in "-ed" before an object is a past tense, however it is
    tagged."""
    if frame.tags[verb] in wanted:
        return _governs(frame, verb)
    past = "VBD" in wanted and frame.lower[verb].endswith("ed") and frame.coarse[verb] in "geJ"
    return past and verb + 1 < frame.size and not frame.gap[verb + 1] and frame.coarse[verb + 1] in "DP"


def _governs(frame: Frame, verb: int) -> bool:
    """Tell whether an object, a clause or another verb follows: what looks like a past tense is no participle then."""
    at = verb + 1
    if at >= frame.size or frame.gap[at]:
        return False
    if frame.coarse[at] == "I" and frame.lower[verb] in saying_forms():
        return True  # «… and asks for a bridge»
    return frame.phrase_at[at] >= 0 or frame.lower[at] in CLAUSE or frame.coarse[at] in "geR"


def contrasted_report(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return the "while" or "whereas" before what others say, in content from word ``start`` on, or None.

    >>> from quotex.read.document import Document
    >>> document = Document("Moran argues that it is safe, whereas Lind maintains that it is not.")
    >>> frame = Frame(document, document.sentence_at(0), [])
    >>> frame.lower[contrasted_report(frame, CuePlace(1, 1, "argue", "5"), 2)]
    'whereas'
    """
    if frame.words.isdisjoint(_CONTRASTS):
        return None
    for i in range(start + 1, frame.size - 2):
        if _contrasts(frame, i) and frame.quoted[i] < 0:
            verb = next((n for n in range(i + 2, min(i + _REACH, frame.size - 1)) if frame.tags[n] in FINITE), -1)
            if verb > 0 and _same_tense(frame, verb, place.at) and _opens_report(frame, verb):
                return i
    return None


def next_tag(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return the conjunction before the tag of somebody else, behind words in marks: «says, “Mine,” | and Bo says,
    “No.”»"""
    if frame.quoted[start] < 0:
        return None
    for i in range(start + 1, frame.size - 3):
        if frame.lower[i] in _CONJUNCTIONS and frame.quoted[i] < 0 and '"' in frame.gap[i] and _opens_tag(frame, i + 1):
            return i
    return None


def next_according(frame: Frame, place: CuePlace, start: int) -> int | None:
    """Return the conjunction before what is told «according to» somebody else, in content from word ``start`` on."""
    if "according" not in frame.words:
        return None
    for i in range(start + 1, frame.size - 3):
        if frame.lower[i + 1 : i + 3] == ["according", "to"] and frame.lower[i] in _TURNS and frame.quoted[i] < 0:
            return i
    return None


def _opens_tag(frame: Frame, at: int) -> bool:
    """Tell whether a subject stands at a word, with a verb of saying before words in marks behind it."""
    for verb in range(at + 1, min(at + _LONGEST_SUBJECT, frame.size - 1)):
        if frame.gap[verb]:
            return False
        if frame.lower[verb] in saying_forms():
            return frame.phrase_at[verb - 1] >= 0 and '"' in frame.gap[verb + 1]
    return False


def contrast_before(frame: Frame, at: int) -> int:
    """Return the last "while" or "whereas" before a word that opens a clause behind a comma, or 0."""
    return next((i for i in range(at - 1, max(0, at - _REACH), -1) if _contrasts(frame, i)), 0)


def _contrasts(frame: Frame, i: int) -> bool:
    return frame.lower[i] in _CONTRASTS and "," in frame.gap[i]


def _same_tense(frame: Frame, one: int, other: int) -> bool:
    return (frame.tags[one] == "VBD") == (frame.tags[other] == "VBD")


def _opens_report(frame: Frame, verb: int) -> bool:
    """Tell whether a verb may report a clause with "that" right behind it, or is one of saying before words in
    marks."""
    if frame.lower[verb + 1] == "that" and not frame.gap[verb + 1]:
        return frame.lower[verb] in frame.models.once(cue_words).forms
    return frame.lower[verb] in saying_forms() and '"' in frame.gap[verb + 1]


def begins_predicate(frame: Frame, i: int) -> bool:
    """Tell whether a finite verb may stand at word ``i``; one read as a participle has an object: «… angered the
    others»."""
    if frame.coarse[i] in "VM":
        return True
    if frame.coarse[i] not in "eJ" or not frame.lower[i].endswith("ed") or frame.gap[i]:
        return False
    return frame.coarse[i - 1] not in "VRD" and i + 1 < frame.size and frame.coarse[i + 1] in "DP"


# Where content right of a cue stops at the latest.
# The ids are those of ``lexicon/detection_rules.tsv``.
STOPS: tuple[tuple[str, Stop], ...] = (
    ("speaker leaves", _behind_past(_speaker_leaves, _LINKS | {"before"})),
    ("writer concedes", _behind_past(_concedes, frozenset(("although",)))),
    ("speaker declines", _behind_past(_says_no_more, frozenset(("but",)))),
    ("question put", _behind_past(_asks, _WHEN)),
    ("writer in the present", _behind_past(_turns_to_present, _TURNS)),
    ("main clause after a question", _main_clause),
    ("second verb", second_verb),
    ("contrasted report", contrasted_report),
    ("next tag", next_tag),
    ("next according to", next_according),
)
