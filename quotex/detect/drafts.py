"""Drafts: every likely cue of a sentence with its content and source, before it is decided which of them stand."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import repeat
from operator import itemgetter
from typing import NamedTuple

from quotex.detect.bare_objects import is_bare_object
from quotex.detect.clauses import Content, find_content, passive_content, side_values
from quotex.detect.cues import STRONG, Grades, Place, count, count2, cue_grades, cue_values, cue_words, verb_group
from quotex.detect.forest import Forest
from quotex.detect.frame import CLAUSE, Frame
from quotex.detect.linear import Linear, sigmoid
from quotex.detect.passives import agent_at, is_passive, read_passive
from quotex.detect.sources import find_source
from quotex.lexicon import load_table, load_words
from quotex.models import load_model

UNLIKELY = -3.0  # log-odds under which a candidate cue is dropped at once
_FAINT, _FAINT_BY_MARKS = -2.0, -2.5  # the same under which it only counts beside others; where the sentence has marks
LEAST_QUOTED = str(STRONG)  # grade under which no word in marks is asked: one of 80,000 was likelier than UNLIKELY
_MOST_CUES = 16  # of one sentence, the likeliest: sentences with more are lists of words
DRAFT_TEMPLATES = (
    "cue", "grade cue", "lemma", "lemma source", "lemma starter", "lemma side", "grade source", "grade starter",
    "source side", "side starter", "content", "grade content", "source certainty", "length", "grade length",
    "finite starter", "quoted", "grade quoted", "cue quoted", "inside", "grade inside", "cue inside", "holds",
    "grade holds",
    "clashes", "cue clashes", "source word", "starter word", "second", "content cue", "tag source starter",
    "cue source",
    "noun", "lemma noun", "grade noun starter", "noun quoted", "noun form", "source finite", "ends", "grade ends",
)  # fmt: skip
DRAFT_NUMBERS = (
    "linear", "cue", "content share", "source share", "no source", "outer", "inner", "grade", "words", "finite",
    "quoted share", "words after", "words before cue", "drafts", "sentence", "side", "distance", "cue quoted",
)  # fmt: skip
_OPEN = 2.0  # log-odds of the linear model, either way, up to which the trees are asked; what is surer they never turn
_JOINS = frozenset(("and", "but"))
_PARTICIPLES = {"VBN": "VBD"}  # beside a past tense most likely one itself: «said and repeated»
_PERFECT = frozenset(("has", "have", "had", "'ve", "’ve"))
_SURE = 0.7  # 32 of 60 are annotated in the training articles, most others report as well: «is believed to have …»
_NO_CUE = -9.0  # log-odds of the cue of a draft that is not there


class Draft:
    """A cue with the content and source that are likeliest for it; positions are words of ``frame``.

    A `faint` cue is hardly one: it only counts beside the others of its sentence, and all that follows is its content.
    One that is ``sure`` reports by its construction, whatever the models say.
    """

    __slots__ = ("content", "cue_score", "frame", "place", "probability", "source", "source_share", "sure")

    def __init__(
        self,
        frame: Frame,
        place: Place,
        cue_score: float,
        content: Content,
        source: tuple[int, int] | None = None,
        source_share: float = 0.0,
    ) -> None:
        self.frame = frame
        self.place = place
        self.cue_score = cue_score
        self.content = content
        self.source = source
        self.source_share = source_share
        self.probability = sigmoid(cue_score)
        self.sure = False

    @property
    def faint(self) -> bool:
        """Whether nothing was read for the cue."""
        return not self.content.probability

    def covers(self, at: int) -> bool:
        """Whether a word lies in the content."""
        return any(start <= at < end for start, end in self.content.parts)


@cache
def _cue_model() -> Linear:
    return Linear(load_model("cues")["cue"])


@cache
def _draft_model() -> tuple[Linear, Forest]:
    model = load_model("cues")
    return Linear(model["report"]), Forest(model["forest"])


def find_drafts(frame: Frame, served: Collection[int] = ()) -> list[Draft]:
    """All drafts of a sentence, in the order of their cues, with their probabilities decided together.

    None are made where every cue ends at an offset of ``served``: those have their quotations already.
    """
    lexicon, model = cue_words(), _cue_model()
    grades = Grades(map(cue_grades().get, frame.lower, repeat("")))
    scored = []
    for at in grades.cues:
        if frame.quoted[at] < 0 or grades[at] >= LEAST_QUOTED:
            values = cue_values(frame, at, *lexicon[frame.lower[at]], grades)
            score = model.score(values)
            if score >= UNLIKELY or is_passive(frame, at):
                scored.append((score, at, values))
    drafts: list[Draft] = []
    faint = _FAINT_BY_MARKS if frame.marks else _FAINT
    if served and all(score < faint or frame.ends[at] in served for score, at, _ in scored):
        return drafts
    for score, at, values in sorted(sorted(scored, reverse=True)[:_MOST_CUES], key=lambda cue: cue[1]):
        place = Place(at, verb_group(frame, at)[0], *lexicon[frame.lower[at]])
        draft = _of_passive(frame, place, score, grades)
        if draft:
            drafts.append(draft)
            continue
        if score < faint:
            reach = frame.reach(at)
            if reach > at + 1:
                drafts.append(Draft(frame, place, score, Content(((at + 1, reach),), "R", 0.0)))
            continue
        content = find_content(frame, place, values + side_values(frame, place), grades)
        if content.parts and not _is_put_it(frame, content):
            source, share = find_source(frame, place, content)
            if not is_bare_object(frame, place, content.parts, source):
                draft = Draft(frame, place, score, content, source, share)
                draft.sure = _rules_that(draft)
                drafts.append(draft)
    for draft in drafts:
        _leave_coordinated(draft, drafts)
    decide(drafts)
    return drafts


def _rules_that(draft: Draft) -> bool:
    """Whether a verb that is more often a noun has a subject and a clause with "that": «the court rules that …»."""
    frame, place, source = draft.frame, draft.place, draft.source
    if source is None or source[1] != place.first or frame.coarse[place.at] not in "Vb":
        return False
    if frame.lower[place.at].removesuffix("s") not in load_words("headline_verbs"):
        return False
    return frame.lower[place.at + 1 : place.at + 2] == ["that"] and draft.covers(place.at + 1)


def _is_put_it(frame: Frame, content: Content) -> bool:
    """Whether content is the "it" of «as the coach put it», which stands for what is said around it."""
    start, end = content.parts[0]
    if end != start + 1 or frame.lower[start] != "it" or frame.phrase_at[start - 2] < 0:
        return False
    subject = frame.phrases[frame.phrase_at[start - 2]][0]
    return subject > 0 and frame.lower[subject - 1] == "as"


def _of_passive(frame: Frame, place: Place, score: float, grades: Grades) -> Draft | None:
    """The draft of a passive that reports of its subject: «was described as», «are alleged to»."""
    passive = read_passive(frame, place)
    if passive is None:
        return None
    content = passive_content(frame, place, passive, grades)
    agent = passive.agent
    if agent is None and content.parts[-1][1] < frame.size:
        agent = agent_at(frame, content.parts[-1][1])
    draft = Draft(frame, place, score, content, agent, 1.0)
    draft.sure = True
    return draft


def _leave_coordinated(draft: Draft, drafts: list[Draft]) -> None:
    """End the content before a further verb of its subject that reports: «She said it was safe and promised to go»."""
    frame, source, cue = draft.frame, draft.source, draft.place.at
    if draft.faint or source is None or source[0] > cue or frame.coarse[cue] not in "Ve":
        return
    start, end = draft.content.parts[-1]
    for other in drafts:
        at = other.place.first - 1
        if start < at < end and other.source == source and _goes_on(draft, other) and not frame.cuts_marks(at, cue):
            parts = (*draft.content.parts[:-1], (start, at))
            draft.content = Content(parts, draft.content.side, draft.content.probability)
            return


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Whether a conjunction joins the verb of a second draft, one that mostly reports, to that of the first."""
    frame, place = draft.frame, other.place
    if int(place.grade) < STRONG or frame.lower[place.first - 1] not in _JOINS:
        return False
    first, second = (tense(one) or _PARTICIPLES.get(frame.tags[one.place.at], "") for one in (draft, other))
    return bool(second) and (first == second or "perfect" in (first, second))


def tense(draft: Draft) -> str:
    """The tense of a verb group: the tag of its finite verb, of one form for all persons; "" where it has none."""
    frame, place = draft.frame, draft.place
    for i in range(place.first, place.at + 1):
        if frame.coarse[i] in "VM":
            return "perfect" if i < place.at and frame.lower[i] in _PERFECT else frame.tags[i].replace("VBZ", "VBP")
    return ""


def decide(drafts: list[Draft]) -> None:
    """Set the probability of each draft of one sentence, seen beside the others."""
    linear, forest = _draft_model()
    for draft in drafts:
        if draft.faint:
            draft.probability = 0.0
            continue
        around = look_around(draft, drafts)
        score = linear.score(draft_values(draft, around))
        if -_OPEN < score < _OPEN:
            score = forest.score(draft_numbers(draft, around, score))
        draft.probability = max(sigmoid(score), _SURE if draft.sure else 0.0)


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
    """What a draft sees of the others of its sentence."""
    if len(drafts) == 1:
        return _ALONE
    others = [other for other in drafts if other is not draft]
    outer, grade = max(((o.cue_score, o.place.grade) for o in others if o.covers(draft.place.at)),
                       key=itemgetter(0), default=(_NO_CUE, "-"))  # fmt: skip
    inner = max((o.cue_score for o in others if draft.covers(o.place.at)), default=_NO_CUE)
    clash = max((o.cue_score for o in others if _clash(draft, o)), default=_NO_CUE)
    return Around(outer, grade, inner, clash, len(drafts))


def _clash(one: Draft, other: Draft) -> bool:
    """Whether two contents share words and neither holds the other's cue."""
    if one.covers(other.place.at) or other.covers(one.place.at):
        return False
    return any(s < e2 and s2 < e for s, e in one.content.parts for s2, e2 in other.content.parts)


def _extent(draft: Draft) -> tuple[int, int, int, int]:
    """Where the part behind the cue, or the only one before it, begins and ends; how many words all parts have, and how
    many of them stand in marks."""
    parts, quoted = draft.content.parts, draft.frame.quoted
    start, end = parts[-1] if draft.content.side != "L" else parts[0]
    words = sum([e - s for s, e in parts])
    return start, end, words, sum([number >= 0 for s, e in parts for number in quoted[s:e]])


def draft_numbers(draft: Draft, around: Around, linear: float) -> tuple[float, ...]:
    """The values of ``DRAFT_NUMBERS``; ``linear`` is what the linear model says."""
    frame, content, at = draft.frame, draft.content, draft.place.at
    start, end, words, quoted = _extent(draft)
    return (
        linear, draft.cue_score, content.probability, draft.source_share, draft.source is None, around.outer,
        around.inner, int(draft.place.grade), words, frame.finite[end] - frame.finite[start], quoted / words,
        frame.size - end, at, around.drafts, frame.size, "RLB".index(content.side), start - at,
        frame.quoted[at] >= 0,
    )  # fmt: skip


def _step(score: float) -> str:
    """Log-odds in steps of a half."""
    if score <= _NO_CUE:
        return "-"
    return str(round(max(-4.0, min(6.0, score)) * 2))


def _share(probability: float) -> str:
    """A probability in ten steps."""
    return str(int(probability * 9.999))


def draft_values(draft: Draft, around: Around) -> list[str]:
    """The values of ``DRAFT_TEMPLATES``."""
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
    return [
        cue, grade + cue, lemma, lemma + source, lemma + " " + starter, lemma + content.side, grade + source,
        grade + starter, source + content.side, content.side + starter, share,
        grade + share, _share(draft.source_share) + source, length, grade + length,
        finite + starter, quoted, grade + quoted, cue + quoted, inside_step + around.outer_grade, grade + inside_step,
        cue + "_" + inside_step, holds, grade + holds, clashes, cue + "_" + clashes, word, frame.norm[start],
        second, share + "_" + cue, frame.tags[place.at] + source + starter, cue + source,
        noun, lemma + " " + noun, grade + noun + starter, noun + quoted, noun + frame.lower[place.at], noun + finite,
        ends, grade + ends,
    ]  # fmt: skip


@cache
def _heads() -> dict[str, str]:
    """The kind of source that a noun can be: person, organization, group, document, or time (never a source)."""
    return {row[0]: row[1] for row in load_table("nominal_heads")}


def _noun(frame: Frame, source: tuple[int, int] | None) -> str:
    """The kind of noun that heads the source: what the lexicon says of it, or a pronoun, a name, any noun."""
    if source is None:
        return "-"
    at = source[1] - 1
    if frame.coarse[at] == "s" and at > source[0]:
        at -= 1
    if frame.coarse[at] in "PW":
        return frame.lower[at]
    return _heads().get(frame.lower[at], "name" if frame.coarse[at] == "N" else "noun")
