"""Content: which words around a cue are the reported ones.

First on which side of the cue they stand (right, left or both: "Tea, she said, is a gift"), then where each side begins
and ends.  Each choice is a linear model among the few places where a clause can begin or end; quotation marks that the
cue stands outside of are never cut through.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp, log
from typing import NamedTuple

from quotex.detect.reports.constructions import Passive, agent_behind, is_clause
from quotex.detect.reports.cues import CuePlace, Grades
from quotex.detect.reports.edges.left import left_end_values, left_start_values
from quotex.detect.reports.edges.right import SIDES, end_values, start_values
from quotex.detect.reports.sentence import Frame
from quotex.models import Models
from quotex.models.linear import Linear, Rivals, sigmoid, softmax

_LIKELY = log(0.15)
Part = tuple[tuple[tuple[int, int], ...], float]
Scored = list[tuple[int, float]]  # places with their scores
_NONE: Part = ((), 1.0)  # of a side that holds nothing


class Content(NamedTuple):
    """Parts of the content as pairs of word positions, the side(s) they stand on, and how likely they are right."""

    parts: tuple[tuple[int, int], ...]
    side: str
    probability: float

    def covers(self, at: int) -> bool:
        """Tell whether a word lies in it."""
        return any(start <= at < end for start, end in self.parts)


class Draft:
    """A cue with the content and source that are likeliest for it; positions are words of ``frame``.

    A `faint` cue is hardly one: it only counts beside the others of its sentence, and all that follows is its content.
    One that is ``sure`` reports by its construction, whatever the models say.
    """

    __slots__ = ("content", "cue_score", "frame", "place", "probability", "source", "source_share", "sure")

    def __init__(
        self,
        frame: Frame,
        place: CuePlace,
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
        """Tell whether a word lies in the content."""
        return self.content.covers(at)


def _edge_models(models: Models) -> dict[str, Linear]:
    return {name: Linear(part) for name, part in models.weights("content").items()}


def _side_models(models: Models) -> Rivals:
    model = models.weights("content")
    return Rivals([model["side " + side] for side in SIDES])


def find_content(frame: Frame, place: CuePlace, values: list[str], grades: Grades) -> Content:
    """Return the likeliest content of a cue; ``values`` are its cue values and side values, joined."""
    models = frame.models.once(_edge_models)
    shares = softmax(frame.models.once(_side_models).scores(values))
    best = Content((), "R", 0.0)
    for side, share in sorted(zip(SIDES, shares, strict=False), key=lambda pair: -pair[1]):
        if share <= best.probability or share < 0.03:
            continue
        least = best.probability / share
        right = _right(frame, place, side, grades, models, least) if side != "L" else _NONE
        if right is None:
            continue
        left = _left(frame, place, side, grades, models, least / right[1]) if side != "R" else _NONE
        if left is None:
            continue
        probability = share * right[1] * left[1]
        if probability > best.probability:
            best = Content((*left[0], *right[0]), side, probability)
    return best


def passive_content(frame: Frame, place: CuePlace, passive: Passive, grades: Grades) -> Content:
    """Return the content of a passive that reports of its subject: both, without the agent behind them."""
    end, share = _end_of(frame, place, passive.start, "B", grades)
    agent = agent_behind(frame, passive.start, end)
    return Content((passive.subject, (passive.start, agent[0] - 1 if agent else end)), "B", share)


def interrupted_content(frame: Frame, place: CuePlace, around: tuple[int, int, int], grades: Grades) -> Content:
    """Return the content around a tag that parts a subject from its verb (`interrupted_at`)."""
    first, last, start = around
    end, _ = _end_of(frame, place, start, "B", grades)
    return Content(((first, last), (start, end)), "B", 1.0)


def fronted_content(frame: Frame, place: CuePlace, end: int, grades: Grades) -> Content:
    """Return the clause that ends before word ``end``, in front of a name and an office in commas
    (`fronted_before`)."""
    model = frame.models.once(_edge_models)["left start"]
    starts = _scored(model, left_start_values(frame, place, end, "L", grades))
    start = _choose(starts, 1)[0][0] if starts else end
    return Content(((start, end),) if is_clause(frame, start, end) else (), "L", 1.0)


def content_from(frame: Frame, place: CuePlace, start: int, grades: Grades) -> Content:
    """Return the content that begins at word ``start`` behind a cue (`opened_behind`)."""
    end, share = _end_of(frame, place, start, "R", grades)
    return Content(((start, end),), "R", share)


def _end_of(frame: Frame, place: CuePlace, start: int, side: str, grades: Grades) -> tuple[int, float]:
    """Return the likeliest end of content that begins at word ``start``, with its share."""
    ends = _scored(frame.models.once(_edge_models)["end"], end_values(frame, place, start, side, grades))
    return _choose(ends, 1)[0] if ends else (frame.reach(place.at), 1.0)


def _scored(model: Linear, places: Iterable[tuple[int, list[str]]]) -> Scored:
    """Score places by the values that describe them."""
    return [(place, model.score(values)) for place, values in places]


def _choose(scored: Scored, most: int) -> Scored:
    """Return the best places with their shares, at most ``most`` and none far below the best."""
    if not scored:
        return []
    ranked = [min(scored, key=_by_score)] if most == 1 else sorted(scored, key=_by_score)[:most]
    top = ranked[0][1]
    total = sum([exp(score - top) for _, score in scored])
    return [(place, exp(score - top) / total) for place, score in ranked if score - top >= _LIKELY]


def _by_score(pair: tuple[int, float]) -> tuple[float, int]:
    return -pair[1], pair[0]


def _right(
    frame: Frame, place: CuePlace, side: str, grades: Grades, models: dict[str, Linear], least: float
) -> Part | None:
    """Return the likeliest content right of a cue, if its share is above ``least``."""
    starts = _scored(models["start"], start_values(frame, place, side))
    return _likeliest(
        starts, lambda start: _scored(models["end"], end_values(frame, place, start, side, grades)), least
    )


def _left(
    frame: Frame, place: CuePlace, side: str, grades: Grades, models: dict[str, Linear], least: float
) -> Part | None:
    """Return the likeliest content left of a cue, if its share is above ``least``."""
    ends = _scored(models["left end"], left_end_values(frame, place, side))
    return _likeliest(
        ends, lambda end: _scored(models["left start"], left_start_values(frame, place, end, side, grades)), least
    )


def _likeliest(near: Scored, far_of: Callable[[int], Scored], least: float) -> Part | None:
    """Return the likeliest pair of an edge near the cue and the other edge, if its share is above ``least``."""
    best: Part | None = None
    for edge, share in _choose(near, 2):
        if share <= least:
            continue
        for other, part in _choose(far_of(edge), 1):
            if share * part > least:
                least = share * part
                best = ((min(edge, other), max(edge, other)),), least
    return best
