"""Drafts: every likely cue of a sentence with its content and source, before it is decided which of them stand."""

from __future__ import annotations

from collections.abc import Collection
from itertools import repeat

from quotex.detect.reports.constructions import agent_at, fronted_before, read_passive
from quotex.detect.reports.content import (
    Content,
    Draft,
    content_from,
    find_content,
    fronted_content,
    interrupted_content,
    passive_content,
)
from quotex.detect.reports.cues import (
    STRONG,
    CuePlace,
    Grades,
    cue_words,
    first_values,
    further_values,
)
from quotex.detect.reports.draft_values import draft_numbers, draft_values, look_around, tense
from quotex.detect.reports.edges.completions import completed
from quotex.detect.reports.edges.outer_clause import second_verb
from quotex.detect.reports.edges.right import opened_behind, side_values
from quotex.detect.reports.interrupted import interrupted_at, tells_on, without_description
from quotex.detect.reports.not_reports import reports_nothing
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.sources.find_source import find_source
from quotex.detect.reports.sure import is_certain, is_certain_word, is_cited, is_sure, place_of
from quotex.detect.reports.trims import trimmed
from quotex.lexicon.function_words import words_of
from quotex.lexicon.pronouns import THIRD
from quotex.models import Models
from quotex.models.linear import Linear, sigmoid
from quotex.models.trees import Forest

UNLIKELY = -3.0  # log-odds under which a candidate cue is dropped at once
_FAINT, _FAINT_BY_MARKS = -2.0, -2.5  # the same under which it only counts beside others; where the sentence has marks
LEAST_QUOTED = str(STRONG)  # grade under which no word in marks is asked: one of 80,000 was likelier than UNLIKELY
_MOST_CUES = 16  # of one sentence, the likeliest: sentences with more are lists of words
_OPEN = 2.0  # log-odds of the linear model, either way, up to which the trees are asked; what is surer they never turn
_OPPOSES = frozenset(("while", "whereas"))
_LONGEST_SUBJECT = 6  # words from «while» to the head of its subject
_JOINS = frozenset(("and", "but"))
_PARTICIPLES = {"VBN": "VBD"}  # beside a past tense most likely one itself: «said and repeated»
_SURE = 0.7  # 32 of 60 are annotated in the training articles, most others report as well: «is believed to have …»
_SURE_IN_MARKS = 0.85  # of the same where what is reported stands in marks
_LIKELY = 0.5
_NO_CUE = ("", "0")


def _cue_model(models: Models) -> Linear:
    return Linear(models.weights("cues"))


def _first_model(models: Models) -> tuple[Linear, float]:
    model = models.weights("first_look")
    return Linear(model), model["bar"]


def _draft_model(models: Models) -> tuple[Linear, Forest]:
    model = models.weights("drafts")
    return Linear(model["linear"]), Forest(model["forest"])


def find_drafts(frame: Frame, served: Collection[int] = ()) -> list[Draft]:
    """All drafts of a sentence, in the order of their cues, with their probabilities decided together.

    None are made where every cue ends at an offset of ``served``: those have their quotations already.
    """
    grades = Grades(map(frame.models.once(cue_words).grades.get, frame.lower, repeat("")))
    scored = _scored(frame, grades)
    faint = _FAINT_BY_MARKS if frame.marks else _FAINT
    if served and all(score < faint or frame.ends[at] in served for score, at, _ in scored):
        return []
    if len(scored) > _MOST_CUES:
        scored = sorted(sorted(scored, reverse=True)[:_MOST_CUES], key=lambda cue: cue[1])
    drafts = [draft for cue in scored if (draft := _draft(frame, *cue, faint, grades)) is not None]
    for draft in drafts:
        _leave_coordinated(draft, drafts)
    decide(drafts)
    return drafts


def _scored(frame: Frame, grades: Grades) -> list[tuple[float, int, list[str]]]:
    """Return the cues that may report, each with its score, its place and its values."""
    lexicon, model = frame.models.once(cue_words), frame.models.once(_cue_model)
    first, bar = frame.models.once(_first_model)
    scored = []
    for at in grades.cues:
        if frame.quoted[at] < 0 or grades[at] >= LEAST_QUOTED:
            lemma, grade = lexicon.forms[frame.lower[at]]
            values = first_values(frame, at, lemma, grade, grades)
            if first.score(values) < bar and not is_certain(frame, at):
                continue
            values += further_values(frame, at, lemma, grade, grades, values)
            score = model.score(values)
            if score >= UNLIKELY or is_certain(frame, at):
                scored.append((score, at, values))
    return scored


def _draft(frame: Frame, score: float, at: int, values: list[str], faint: float, grades: Grades) -> Draft | None:
    """Return what one cue reports, or None."""
    place = place_of(frame, at)
    draft = _of_passive(frame, place, score, grades)
    if draft:
        return draft
    if score < faint and not is_certain_word(frame, at):
        reach = frame.reach(at)
        return Draft(frame, place, score, Content(((at + 1, reach),), "R", 0.0)) if reach > at + 1 else None
    draft = _of_fronted(frame, place, score, grades)
    if draft:
        return draft
    around = interrupted_at(frame, place)
    if around:
        content = interrupted_content(frame, place, around, grades)
    else:
        content = find_content(frame, place, values + side_values(frame, place), grades)
        behind = opened_behind(frame, place)
        if behind is not None and (frame.lower[at] == "according" or not content.covers(behind)):
            content = content_from(frame, place, behind, grades)
        elif content.side == "B" and frame.lower[at] == "according":
            content = content._replace(parts=without_description(frame, content.parts))
    if not content.parts or _is_put_it(frame, place):
        return None
    content = _completed(frame, place, trimmed(frame, at, content))
    source, share = find_source(frame, place, content)
    if reports_nothing(frame, place, content, source):
        return None
    draft = Draft(frame, place, score, content, source, share)
    draft.sure = around is not None or is_sure(draft)
    return draft


def _completed(frame: Frame, place: CuePlace, content: Content) -> Content:
    parts = completed(frame, place, content.parts)
    return content._replace(parts=parts, side="B" if len(parts) > len(content.parts) else content.side)


def _is_put_it(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a cue has the "it" of «as the coach put it» behind it, which stands for what is said around it."""
    at = place.at
    if frame.lower[at + 1 : at + 2] != ["it"] or at < 2 or frame.phrase_at[at - 1] < 0:
        return False
    subject = frame.phrases[frame.phrase_at[at - 1]][0]
    return subject > 0 and frame.lower[subject - 1] == "as"


def _of_passive(frame: Frame, place: CuePlace, score: float, grades: Grades) -> Draft | None:
    """Return the draft of a passive that reports of its subject: «was described as», «are alleged to»."""
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


def _of_fronted(frame: Frame, place: CuePlace, score: float, grades: Grades) -> Draft | None:
    """Return the draft of a clause in front of a name and an office in commas: «…, the mayor, Ana Ruiz, said»."""
    found = fronted_before(frame, place)
    content = fronted_content(frame, place, found[0], grades) if found else None
    if found is None or content is None or not content.parts:
        return None
    draft = Draft(frame, place, score, content, found[1], 1.0)
    draft.sure = True
    return draft


def _leave_coordinated(draft: Draft, drafts: list[Draft]) -> None:
    """End the content before a further verb of its subject that reports: «She said it was safe and promised to go»."""
    frame, source, cue = draft.frame, draft.source, draft.place.at
    if draft.faint or source is None or source[0] > cue or frame.coarse[cue] not in "Ve":
        return
    start, end = draft.content.parts[-1]
    parted = len(draft.content.parts) > 1
    told = parted and tells_on(frame, draft.place, *draft.content.parts[-2], start)
    if told or parted and any(_concedes(draft, other) for other in drafts):
        draft.content = Content(draft.content.parts[:-1], "L", draft.content.probability)
        return
    for other in drafts:
        at = other.place.first - 1
        if start < at < end and at == second_verb(frame, draft.place, start) and not other.faint:
            other.source = source
        opposed = _cited_behind(frame, other) or _opposed(frame, other)
        if start < opposed < end and not frame.cuts_marks(opposed, cue):
            parts = (*draft.content.parts[:-1], (start, opposed))
            draft.content = Content(parts, draft.content.side, draft.content.probability)
            return
        if start < at < end and other.source == source and _goes_on(draft, other) and not frame.cuts_marks(at, cue):
            parts = (*draft.content.parts[:-1], (start, at))
            draft.content = Content(parts, draft.content.side, draft.content.probability)
            return


def _concedes(draft: Draft, other: Draft) -> bool:
    """Tell whether who spoke reports once more behind the tag: «…, she said, though she admitted that …»."""
    frame, source, start = draft.frame, draft.source, draft.content.parts[-1][0]
    if (
        other.source != (start + 1, start + 2)
        or other.place.at != start + 2
        or frame.lower[start] not in words_of("concession")
    ):
        return False
    pronoun = frame.lower[start + 1]
    same = source is not None and (frame.coarse[source[0]] != "P" or frame.lower[source[0]] == pronoun)
    strong = int(other.place.grade) >= STRONG and frame.tags[other.place.at] == frame.tags[draft.place.at]
    return same and strong and pronoun in THIRD


def _opposed(frame: Frame, other: Draft) -> int:
    """Return where the clause of a report begins that is set against the one before, or that a semicolon parts from it:
    «…, while two in four call it …», «…; the experts call it …»."""
    if other.faint or other.source is None or other.source[1] != other.place.first or int(other.place.grade) < STRONG:
        return 0
    if ";" in frame.gap[other.source[0]]:
        return other.source[0]
    at = other.source[0] - 1
    while at > 0 and frame.lower[at] not in _OPPOSES and other.source[0] - at < _LONGEST_SUBJECT:
        at -= 1
    return at if at > 0 and frame.lower[at] in _OPPOSES and frame.gap[at] == "," else 0


def _cited_behind(frame: Frame, other: Draft) -> int:
    """Return where «and» or «but» joins the clause of a work that is cited to the one before: «Holt argues that …, |
    and Iyer and Novák (2014) claim that …»; 0 for nowhere."""
    if other.source is None or not is_cited(frame, other.place.first):
        return 0
    for at in range(other.source[0] - 1, max(0, other.source[0] - _LONGEST_SUBJECT), -1):
        if frame.gap[at] == ",":
            return at if frame.lower[at] in _JOINS else 0
    return 0


def _goes_on(draft: Draft, other: Draft) -> bool:
    """Tell whether a conjunction joins the verb of a second draft, one that mostly reports, to that of the first."""
    frame, place = draft.frame, other.place
    if int(place.grade) < STRONG or frame.lower[place.first - 1] not in _JOINS:
        return False
    first, second = (tense(one) or _PARTICIPLES.get(frame.tags[one.place.at], "") for one in (draft, other))
    return bool(second) and (first == second or "perfect" in (first, second))


def decide(drafts: list[Draft]) -> None:
    """Set the probability of each draft of one sentence, seen beside the others."""
    if not drafts:
        return
    linear, forest = drafts[0].frame.models.once(_draft_model)
    for draft in drafts:
        if draft.faint:
            draft.probability = 0.0
            continue
        around = look_around(draft, drafts)
        score = linear.score(draft_values(draft, around))
        if -_OPEN < score < _OPEN:
            score = forest.score(draft_numbers(draft, around, score))
        draft.probability = max(sigmoid(score), _least(draft))


def _least(draft: Draft) -> float:
    """Return the probability that a construction lends a draft."""
    if not draft.sure:
        return 0.0
    start, end = draft.content.parts[-1]
    return _SURE_IN_MARKS if all(number >= 0 for number in draft.frame.quoted[start:end]) else _SURE


def inner_drafts(draft: Draft) -> list[Draft]:
    """Return the drafts inside the content of a draft whose cue stands outside of marks: finite verbs that mostly
    report."""
    frame, found = draft.frame, []
    if frame.quoted[draft.place.at] < 0:
        for start, end in draft.content.parts:
            start += frame.lower[start] == "that"
            if _has_verb(frame, start, end):
                found += [inner for inner in find_drafts(frame.within(start, end)) if _stands(inner)]
    return found


def _has_verb(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a verb that mostly reports stands in a stretch, behind a subject and outside of marks."""
    lexicon = frame.models.once(cue_words).forms
    return any(
        frame.coarse[i] in "Ve" and frame.quoted[i] < 0 and int(lexicon.get(frame.lower[i], _NO_CUE)[1]) >= STRONG
        for i in range(start + 1, end)
    )


def _stands(draft: Draft) -> bool:
    parts = draft.content.parts
    if draft.probability < _LIKELY or draft.source is None or len(parts) > 1 or parts[0][1] - parts[0][0] < 2:
        return False
    return int(draft.place.grade) >= STRONG and tense(draft) != "" and draft.frame.quoted[draft.place.at] < 0
