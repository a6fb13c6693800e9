"""Cues: the words that may introduce reported speech, and how likely each of them does so here.

Candidates are found by dictionary lookup (``cue_words.tsv``: every form that introduced reported speech in the
training news, and the inflected reporting verbs and nouns).  A sparse logistic model weighs each in its sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import NamedTuple

from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon.classes import noun_classes, verb_classes
from quotex.lexicon.verbs import cue_forms
from quotex.models import Models
from quotex.models.bins import Counts, count

STRONG = 5  # from this grade on, a form reports more often than not
_GROUP = {
    "have": "h", "has": "h", "had": "h", "'ve": "h", "’ve": "h", "do": "d", "does": "d", "did": "d", "be": "b",
    "is": "b", "are": "b", "was": "b", "were": "b", "been": "b", "being": "b", "'s": "s", "’s": "s", "'re": "b",
    "’re": "b", "'d": "h", "’d": "h", "'ll": "M", "’ll": "M", "not": "n", "n't": "n", "n’t": "n", "never": "n",
    "to": "T", "get": "b", "got": "b", "getting": "b",
}  # fmt: skip
# What a first look at a candidate sees: enough to drop half of them before the rest is read.
FIRST_TEMPLATES = (
    "grade", "grade group", "grade tag", "suffix tag", "before", "object", "clause", "quoted", "mark left",
    "mark right", "strong left", "lemma of", "class", "politics grade",
)  # fmt: skip
CUE_TEMPLATES = (
    *FIRST_TEMPLATES,
    "form", "form tag", "lemma", "lemma group", "before2", "before lemma", "after", "after2", "lemma after",
    "grade before", "grade after", "before coarse", "after coarse", "grade before coarse", "grade after coarse",
    "lemma after coarse", "lemma before coarse", "around", "gaps", "lemma gaps", "subject", "grade subject",
    "lemma subject", "before subject", "grade object", "lemma object", "grade clause", "lemma clause", "grade quoted",
    "grade marks", "finite left", "grade finite left", "finite right", "grade finite right", "grade strong left",
    "strong right", "place", "grade place", "rest", "grade rest", "title", "of", "class tag group", "class subject",
    "class object", "class subject object", "class clause", "class gaps", "class marks", "class after", "genre",
    "politics lemma", "politics class object", "politics lemma after", "genre grade", "genre class",
    "genre class object", "genre lemma", "object kind", "lemma object kind", "class subject kind",
    "genre class subject kind", "class grade",
)  # fmt: skip
count6: Callable[[int], str] = Counts(6).__getitem__
_DISTANCES = ("0", "1", "2", "2", "4", "4", "4", "4", "9", "9")


class CueWords(NamedTuple):
    """The words that can be cues.

    Attributes:
        forms: Every form with its lemma and its grade: how often it was a cue in training, 0 to 9.
        grades: The grades alone.
        classes: Whether a verb says or thinks, as in `verb_classes`.
    """

    forms: dict[str, tuple[str, str]]
    grades: dict[str, str]
    classes: dict[str, str]


def cue_words(models: Models) -> CueWords:
    """Return the words given beside the models as ``cue_words`` and ``verb_classes``, or else those of the lexicon."""
    forms: dict[str, tuple[str, str]] = models.given("cue_words") or cue_forms()
    grades = {word: grade for word, (_, grade) in forms.items()}
    return CueWords(forms, grades, models.given("verb_classes") or verb_classes())


class CuePlace(NamedTuple):
    """A cue in its sentence: word ``at`` with its verb group from ``first`` on."""

    at: int
    first: int
    lemma: str
    grade: str


def verb_group(frame: Frame, at: int) -> tuple[int, str]:
    """Return where the verb group of word ``at`` begins, and the kinds of its auxiliaries ("hn" for "has not")."""
    first, kinds = at, ""
    lower, coarse, gap = frame.lower, frame.coarse, frame.gap
    while first and first > at - 6 and gap[first] == "":
        kind = _GROUP.get(lower[first - 1]) or (coarse[first - 1] if coarse[first - 1] in "MR" else "")
        if not kind or (kind == "s" and coarse[first - 1] == "s" and coarse[at] not in "eg"):
            break
        kinds = kind + kinds
        first -= 1
    return first, kinds


class Grades(list[str]):
    """The grade of every word of a sentence, "" for no cue word.

    ``cues`` are the places of the cue words, ``strong`` of those that mostly report.
    """

    __slots__ = ("cues", "strong")

    def __init__(self, grades: Iterable[str]) -> None:
        super().__init__(grades)
        least = str(STRONG)
        self.cues = [*compress(range(len(self)), self)]
        self.strong = [at for at in self.cues if self[at] >= least]


def first_values(frame: Frame, at: int, lemma: str, grade: str, grades: Grades) -> list[str]:
    """Return the values of ``FIRST_TEMPLATES`` for word ``at``; ``grades`` are those of all words."""
    form, tag, strong = frame.lower[at], frame.tags[at], grades.strong
    first, group = verb_group(frame, at)
    left, right = _mark_distances(frame, first, at + 1)
    nearest = bisect_left(strong, first) - 1
    return [
        grade, grade + group, grade + tag, form[-3:] + tag, frame.norm[first - 1] if first else "^", _object(frame, at),
        _clause(frame, at), "in" if frame.quoted[at] >= 0 else "out", left + frame.gap[first],
        right + frame.gap[at + 1], _strong(frame, grades, strong[nearest]) if nearest >= 0 else "-",
        lemma + _of(frame, at), word_class(frame, at), frame.topic + grade,
    ]  # fmt: skip


def further_values(frame: Frame, at: int, lemma: str, grade: str, grades: Grades, seen: Sequence[str]) -> list[str]:
    """Return the values of the other ``CUE_TEMPLATES``; ``seen`` are those of the first look."""
    _, _, _, _, before, thing, clause, inside, _, _, strong_left, _, meant, _ = seen
    size, norm, coarse, gap = frame.size, frame.norm, frame.coarse, frame.gap
    form, tag = frame.lower[at], frame.tags[at]
    first, group = verb_group(frame, at)
    before2 = norm[first - 2] if first > 1 else "^"
    after = norm[at + 1] if at + 1 < size else "$"
    after2 = norm[at + 2] if at + 2 < size else "$"
    coarse_before = coarse[first - 1] if first else "^"
    coarse_after = coarse[at + 1] if at + 1 < size else "$"
    gap_left, gap_right = gap[first], gap[at + 1]
    gaps = gap_left + "_" + gap_right
    subject, beyond = _subject(frame, first)
    left, right = _mark_distances(frame, first, at + 1)
    finite_left = count6(frame.finite[first])
    finite_right = count6(frame.finite[size] - frame.finite[at + 1])
    strong = grades.strong
    following = bisect_right(strong, at)
    strong_right = _strong(frame, grades, strong[following]) if following < len(strong) else "-"
    place = "0" if first == 0 else count(first)
    rest = count(size - at - 1) + (gap_right if at + 1 == size else "")
    title = "title" if frame.titled else ""
    kind, target, genre = _subject_kind(frame, first), _object_kind(frame, at), frame.genre
    told, topic = meant + tag + group, frame.topic
    return [
        form, form + tag, lemma, lemma + group, before2 + " " + before, before + " " + lemma, after,
        after + " " + after2, lemma + " " + after, grade + before, grade + after, coarse_before, coarse_after,
        grade + coarse_before, grade + coarse_after, lemma + coarse_after, lemma + coarse_before, before + "_" + after,
        gaps, lemma + gaps, subject, grade + subject, lemma + subject, beyond, grade + thing, lemma + thing,
        grade + clause, lemma + clause, grade + inside, grade + left + right, finite_left, grade + finite_left,
        finite_right, grade + finite_right, grade + strong_left, strong_right, place, grade + place, rest, grade + rest,
        title + grade, coarse_before + _of(frame, at), told, meant + subject, told + thing, meant + kind + thing,
        meant + clause, meant + gaps, meant + left + right, meant + after, genre, topic + lemma, topic + told + thing,
        topic + lemma + coarse_after, genre + grade, genre + told, genre + meant + thing, genre + lemma, meant + target,
        lemma + target, meant + kind, genre + meant + kind, meant + grade,
    ]  # fmt: skip


def cue_values(frame: Frame, at: int, lemma: str, grade: str, grades: Grades) -> list[str]:
    """Return the values of ``CUE_TEMPLATES`` for word ``at``."""
    seen = first_values(frame, at, lemma, grade, grades)
    return seen + further_values(frame, at, lemma, grade, grades, seen)


def _of(frame: Frame, at: int) -> str:
    """Return the word behind, if it is a preposition."""
    return frame.norm[at + 1] if at + 1 < frame.size and frame.coarse[at + 1] in "ITr" else "-"


def _subject(frame: Frame, first: int) -> tuple[str, str]:
    """Return the kind of noun phrase right before the verb group, and what stands before that."""
    if not first:
        return "^", "^"
    gap, phrase = frame.gap[first], frame.phrase_at[first - 1]
    if phrase < 0:
        return "-" + gap + frame.coarse[first - 1], "-"
    start = frame.phrases[phrase][0]
    head = frame.lower[first - 1] if frame.coarse[first - 1] in "PW" else frame.coarse[first - 1]
    beyond = frame.gap[start] + " " + (frame.norm[start - 1] if start else "^")
    return head + gap, beyond + "<" + frame.coarse[first - 1]


def word_class(frame: Frame, at: int) -> str:
    """Return what a cue word is about: a verb of saying, thinking or neither; a noun of words, thought or something
    else."""
    kind, form = frame.coarse[at], frame.lower[at]
    if kind in "nN":
        return "n" + noun_classes().get(form, "-")
    return ("v" if kind in "VbgeM" else "j") + frame.models.once(cue_words).classes.get(form, "-")


def _subject_kind(frame: Frame, first: int) -> str:
    """Return what kind of thing the noun phrase before a verb group is, or before a phrase in commas: person, body,
    thing."""
    at = first - 1
    if at >= 0 and frame.gap[first] == "," and frame.phrase_at[at] >= 0:
        start = frame.phrases[frame.phrase_at[at]][0]
        if start and frame.gap[start] == "," and frame.phrase_at[start - 1] >= 0:
            at = start - 1  # «Ana Ruiz, the mayor, said»
    return frame.noun_kind(at) if at >= 0 and frame.phrase_at[at] >= 0 else "^"


def _object_kind(frame: Frame, at: int) -> str:
    """Return what kind of thing the noun phrase behind a word is."""
    if at + 1 >= frame.size or frame.gap[at + 1] or frame.phrase_at[at + 1] < 0:
        return "^"
    return frame.noun_kind(frame.phrases[frame.phrase_at[at + 1]][1] - 1)


def _object(frame: Frame, at: int) -> str:
    """Return what follows the word: a noun phrase and the word after that, or what there is instead."""
    if at + 1 >= frame.size:
        return "$"
    phrase, gap = frame.phrase_at[at + 1], frame.gap[at + 1]
    if phrase < 0 or gap:
        return "-" + gap + frame.coarse[at + 1]
    end = frame.phrases[phrase][1]
    head = frame.coarse[end - 1]
    if end >= frame.size:
        return head + "$"
    following = frame.lower[end] if frame.lower[end] in CLAUSE else frame.coarse[end]
    return head + frame.gap[end] + following


def _clause(frame: Frame, at: int) -> str:
    """Return the first word within eight that can begin a clause, and roughly how far away."""
    lower = frame.lower
    for i in range(at + 1, min(at + 9, frame.size)):
        if lower[i] in CLAUSE:
            return lower[i] + ("0" if i == at + 1 else "1" if i < at + 4 else "4")
    return "-"


def _mark_distances(frame: Frame, first: int, last: int) -> tuple[str, str]:
    """Return how many words from ``first`` back, and from ``last`` on, to the nearest quotation mark, roughly; or
    "-"."""
    marks = frame.marks
    if not marks:
        return "-", "-"
    before, behind = bisect_right(marks, first) - 1, bisect_left(marks, last)
    left = first - marks[before] if before >= 0 else 10
    right = marks[behind] - last if behind < len(marks) else 10
    return _DISTANCES[left] if left < 10 else "-", _DISTANCES[right] if right < 10 else "-"


def _strong(frame: Frame, grades: Grades, at: int) -> str:
    """A cue word that mostly reports, as its neighbour sees it: its grade, its kind and whether it stands in marks."""
    return grades[at] + frame.coarse[at] + ("q" if frame.quoted[at] >= 0 else "")
