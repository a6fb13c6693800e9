"""What a draft shows to the models."""

from __future__ import annotations

from typing import NamedTuple

from quotex.detect.reports.content import Draft
from quotex.detect.reports.cues import word_class
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon.nouns import noun_types
from quotex.models.bins import count, count2

DRAFT_TEMPLATES = (
    "cue", "grade cue", "lemma", "lemma source", "lemma starter", "lemma side", "grade source", "grade starter",
    "source side", "side starter", "content", "grade content", "source certainty", "length", "grade length",
    "finite starter", "quoted", "grade quoted", "cue quoted", "inside", "grade inside", "cue inside", "holds",
    "grade holds",
    "clashes", "cue clashes", "source word", "starter word", "second", "content cue", "tag source starter",
    "cue source",
    "noun", "lemma noun", "grade noun starter", "noun quoted", "noun form", "source finite", "ends", "grade ends",
    "class starter finite", "class noun starter", "class shape", "genre", "genre class shape", "genre class noun",
    "genre cue", "genre lemma", "class source", "class cue", "tag class shape", "head", "class head", "genre quoted",
    "politics", "politics class shape", "politics lemma", "politics class noun shape", "politics lemma shape",
    "politics cue",
)  # fmt: skip
DRAFT_NUMBERS = (
    "linear", "cue", "content share", "source share", "no source", "outer", "inner", "grade", "words", "finite",
    "quoted share", "words after", "words before cue", "drafts", "sentence", "side", "distance", "cue quoted",
    "says", "story", "told", "politics", "shape", "source kind",
)  # fmt: skip
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))
_NO_CUE = -9.0  # log-odds of the cue of a draft that is not there
_SAYS = {"s": 3, "t": 2, "k": 1, "p": -1, "g": -1, "a": 0, "d": 0, "l": 0, "-": 0}  # by the class of the cue
_SHAPES = ("clause", "that", "to", "how", "bare", "gerund", "marks")
_KINDS = "-hPWNpgskiadlC"
_HOW = CLAUSE - {"that", "to", "because", "as"}


def tense(draft: Draft) -> str:
    """Return the tense of a verb group: the tag of its finite verb, of one form for all persons; "" where it has
    none."""
    frame, place = draft.frame, draft.place
    for i in range(place.first, place.at + 1):
        if frame.coarse[i] in "VM":
            return "perfect" if i < place.at and frame.lower[i] in _PERFECT else frame.tags[i].replace("VBZ", "VBP")
    return ""


class Around(NamedTuple):
    """The other drafts of a sentence as one of them sees them: log-odds of the likeliest cue, or ``_NO_CUE``.

    ``outer`` holds this draft's cue in its content (its grade is ``outer_grade``), ``inner`` lies in this one's
    content, ``clash`` shares words without either; ``drafts`` is how many there are in all.
    """

    outer: float
    outer_grade: str
    inner: float
    clash: float
    drafts: int


_ALONE = Around(_NO_CUE, "-", _NO_CUE, _NO_CUE, 1)


def look_around(draft: Draft, drafts: list[Draft]) -> Around:
    """Return what a draft sees of the others of its sentence."""
    if len(drafts) == 1:
        return _ALONE
    outer = inner = clash = _NO_CUE
    grade = "-"
    for other in drafts:
        if other is draft:
            continue
        holds, is_held = other.covers(draft.place.at), draft.covers(other.place.at)
        if holds and (other.cue_score > outer or grade == "-"):
            outer, grade = other.cue_score, other.place.grade
        if is_held:
            inner = max(inner, other.cue_score)
        if not holds and not is_held and other.cue_score > clash and _share_words(draft, other):
            clash = other.cue_score
    return Around(outer, grade, inner, clash, len(drafts))


def _share_words(one: Draft, other: Draft) -> bool:
    """Tell whether two contents share words."""
    return any(s < e2 and s2 < e for s, e in one.content.parts for s2, e2 in other.content.parts)


def _extent(draft: Draft) -> tuple[int, int, int, int]:
    """Return where the part behind the cue, or the only one before it, begins and ends; how many words all parts have,
    and how many of them stand in marks."""
    parts, quoted = draft.content.parts, draft.frame.quoted
    start, end = parts[-1] if draft.content.side != "L" else parts[0]
    words = sum([e - s for s, e in parts])
    return start, end, words, words - sum([quoted[s:e].count(-1) for s, e in parts])


def draft_numbers(draft: Draft, around: Around, linear: float) -> tuple[float, ...]:
    """Return the values of ``DRAFT_NUMBERS``; ``linear`` is what the linear model says."""
    frame, content, at = draft.frame, draft.content, draft.place.at
    start, end, words, quoted = _extent(draft)
    return (
        linear, draft.cue_score, content.probability, draft.source_share, draft.source is None, around.outer,
        around.inner, int(draft.place.grade), words, frame.finite[end] - frame.finite[start], quoted / words,
        frame.size - end, at, around.drafts, frame.size, "RLB".index(content.side), start - at,
        frame.quoted[at] >= 0,
        _SAYS[word_class(frame, at)[1]], frame.kind[0] == "S", int(frame.kind[1]), int(frame.kind[2]),
        _SHAPES.index(_shape(frame, start, end, words, quoted)),
        _KINDS.find(_source_kind(frame, draft.source)),
    )  # fmt: skip


def shape_of(draft: Draft) -> str:
    """Return what the content is: words in marks, a clause with its opener or without, an infinitive, a gerund, or
    less."""
    return _shape(draft.frame, *_extent(draft))


def _shape(frame: Frame, start: int, end: int, words: int, quoted: int) -> str:
    first = frame.lower[start]
    if 2 * quoted > words:
        return "marks"
    if first == "to":
        return "to"
    if first == "that" or first in _HOW:
        return "that" if first == "that" else "how"
    if frame.finite[end] > frame.finite[start]:
        return "clause"
    return "gerund" if frame.coarse[start] == "g" else "bare"


def _source_kind(frame: Frame, source: tuple[int, int] | None) -> str:
    if source is None:
        return "-"
    at = source[1] - 1
    return frame.noun_kind(at - 1 if frame.coarse[at] == "s" and at > source[0] else at)


def _step(score: float) -> str:
    """Log-odds in steps of a half."""
    if score <= _NO_CUE:
        return "-"
    return str(round(max(-4.0, min(6.0, score)) * 2))


def _share(probability: float) -> str:
    """A probability in ten steps."""
    return str(int(probability * 9.999))


def draft_values(draft: Draft, around: Around) -> list[str]:
    """Return the values of ``DRAFT_TEMPLATES``."""
    frame, place, content = draft.frame, draft.place, draft.content
    lemma, grade = place.lemma, place.grade
    start, end, words, inside = _extent(draft)
    starter = frame.lower[start] if frame.lower[start] in CLAUSE else frame.gap[start] + frame.coarse[start]
    source = "-" if draft.source is None else frame.coarse[draft.source[1] - 1]
    if draft.source:
        source += "<" if draft.source[0] < place.at else ">"
    length = count(words)
    finite = count2(frame.finite[end] - frame.finite[start])
    quoted = "all" if inside == words else "some" if inside else "none"
    cue, share = _step(draft.cue_score), _share(content.probability)
    inside_step, holds, clashes = _step(around.outer), _step(around.inner), _step(around.clash)
    word = "-" if draft.source is None else frame.norm[draft.source[1] - 1]
    noun = _noun(frame, draft.source)
    ends = frame.gap[end] + (frame.coarse[end] if end < frame.size else "$")
    second = frame.norm[start + 1] if start + 1 < frame.size else "$"
    meant, figure, genre = word_class(frame, place.at), _shape(frame, start, end, words, inside), frame.genre
    kind, topic = _source_kind(frame, draft.source), frame.topic
    head = _head_kind(frame, start)
    return [
        cue, grade + cue, lemma, lemma + source, lemma + " " + starter, lemma + content.side, grade + source,
        grade + starter, source + content.side, content.side + starter, share,
        grade + share, _share(draft.source_share) + source, length, grade + length,
        finite + starter, quoted, grade + quoted, cue + quoted, inside_step + around.outer_grade, grade + inside_step,
        cue + "_" + inside_step, holds, grade + holds, clashes, cue + "_" + clashes, word, frame.norm[start],
        second, share + "_" + cue, frame.tags[place.at] + source + starter, cue + source,
        noun, lemma + " " + noun, grade + noun + starter, noun + quoted, noun + frame.lower[place.at], noun + finite,
        ends, grade + ends,
        meant + starter + finite, meant + kind + starter, meant + figure, genre, genre + meant + figure,
        genre + meant + kind, genre + cue, genre + lemma, meant + source, meant + cue,
        frame.tags[place.at] + meant + figure, figure + head, meant + figure + head, genre + quoted,
        topic, topic + meant + figure, topic + lemma, topic + meant + kind + figure, topic + lemma + figure,
        topic + cue,
    ]  # fmt: skip


def _head_kind(frame: Frame, start: int) -> str:
    """Return what the noun phrase at the beginning of content is."""
    phrase = frame.phrase_at[start]
    return frame.noun_kind(frame.phrases[phrase][1] - 1) if phrase >= 0 else "^" + frame.coarse[start]


def _noun(frame: Frame, source: tuple[int, int] | None) -> str:
    """Return the kind of noun that heads the source: what the lexicon says of it, or a pronoun, a name, any noun."""
    if source is None:
        return "-"
    at = source[1] - 1
    if frame.coarse[at] == "s" and at > source[0]:
        at -= 1
    if frame.coarse[at] in "PW":
        return frame.lower[at]
    return noun_types().get(frame.lower[at], "name" if frame.coarse[at] == "N" else "noun")
