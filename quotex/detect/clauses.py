"""Content: which words around a cue are the reported ones.

First on which side of the cue they stand (right, left or both: "Tea, she said, is a gift"), then where each side begins
and ends.  Each choice is a linear model among the few places where a clause can begin or end; quotation marks that the
cue stands outside of are never cut through.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quotex.detect.cues import STRONG, count
from quotex.detect.frame import CLAUSE, Frame
from quotex.detect.linear import Linear, softmax
from quotex.models import load_model

SIDES = ("R", "L", "B")
SIDE_TEMPLATES = (
    "turned",
    "edges",
    "turned grade",
    "left piece",
    "left piece grade",
    "left piece lemma",
    "both",
    "open",
)
START_TEMPLATES = (
    "distance", "word", "lemma word", "coarse", "before", "before word", "gap", "gap coarse", "between",
    "between coarse", "lemma between", "between word", "phrase", "phrase coarse", "mark", "finite", "commas",
    "next", "next distance", "lemma coarse", "lemma distance", "later", "later between", "side gap",
    "grade coarse between",
    "lemma phrase",
)  # fmt: skip
END_TEMPLATES = (
    "last", "gap", "word", "before", "gap word", "gap coarse", "gap coarse2", "coarse around", "lemma gap word",
    "starter gap word", "starter gap coarse", "length", "rest", "rest gap", "finite starter", "finite gap",
    "finite rest",
    "commas gap", "word2", "marks", "marks gap", "side gap", "strong", "strong gap", "skeleton", "first",
    "first gap coarse",
    "lemma last", "before word", "phrase tail", "order", "starter length gap", "piece", "piece word",
    "piece gap coarse",
)  # fmt: skip
LEFT_END_TEMPLATES = (
    "gap", "word", "before", "gap word", "distance", "between", "gap between", "side gap", "side between", "phrase",
    "mark", "commas", "finite", "lemma gap", "lemma between", "before coarse", "gap before coarse",
    "grade distance gap",
)  # fmt: skip
LEFT_START_TEMPLATES = (
    "first", "gap", "word", "before", "gap word", "length", "finite", "finite left", "finite gap", "ends", "side gap",
    "side first", "phrase", "strong", "coarse", "word2", "lemma first", "mark", "first word", "coarse around",
)  # fmt: skip


class Place(NamedTuple):
    """A cue in its sentence: word ``at`` with its verb group from ``first`` on."""

    at: int
    first: int
    lemma: str
    grade: str


class Content(NamedTuple):
    """Parts of the content as pairs of word positions, the side(s) they stand on, and how likely they are right."""

    parts: tuple[tuple[int, int], ...]
    side: str
    probability: float


def side_values(frame: Frame, place: Place) -> list[str]:
    """The values of ``SIDE_TEMPLATES``: what the sides of the cue look like."""
    at, first, size = place.at, place.first, frame.size
    subject = first
    if first and frame.phrase_at[first - 1] >= 0 and not frame.gap[first]:
        subject = frame.phrases[frame.phrase_at[first - 1]][0]
    after, turned = at + 1, "-"
    if after < size and frame.phrase_at[after] >= 0 and not frame.gap[after]:
        after = frame.phrases[frame.phrase_at[after]][1]
        turned = frame.coarse[after - 1]
    turned += frame.gap[after] + ("$" if after == size else frame.coarse[after])
    edges = frame.gap[subject] + "_" + frame.gap[at + 1] + ("$" if at + 1 == size else "")
    piece = subject
    while piece > max(0, subject - 12) and not frame.gap[piece]:
        piece -= 1
    left = frame.gap[piece] + count(subject - piece) + "f" + count(min(2, frame.finite[piece]))
    both = edges + "f" + count(min(2, frame.finite[subject])) + count(min(2, frame.finite[size] - frame.finite[at + 1]))
    opened = ("q" if frame.quoted[0] >= 0 else "-") + ("q" if frame.quoted[size - 1] >= 0 else "-")
    opened += "c" if frame.quoted[at] >= 0 else "-"
    return [turned, edges, turned + place.grade, left, left + place.grade, left + place.lemma, both, opened]


def _cut_by_marks(frame: Frame, at: int, cue: int) -> bool:
    """Whether an edge before word ``at`` would cut through a passage that the cue stands outside of."""
    number = frame.quoted[at]
    return (
        number >= 0 and frame.quoted[at - 1] == number and frame.quoted[cue] != number and not frame.gap[at].count('"')
    )


def _leaves_marks(frame: Frame, at: int, cue: int) -> bool:
    """Whether the cue stands inside a passage that word ``at`` is not in."""
    return frame.quoted[cue] >= 0 and frame.quoted[at] != frame.quoted[cue]


def start_places(frame: Frame, place: Place) -> list[int]:
    """Where content to the right of the cue can begin."""
    at, size = place.at, frame.size
    places = []
    for i in range(at + 1, min(at + 31, size)):
        if i > at + 1 and _cut_by_marks(frame, i, at):
            continue
        if _leaves_marks(frame, i, at):
            break
        near = i < at + 14
        inside = frame.phrase_at[i] >= 0 and frame.phrase_at[i] == frame.phrase_at[i - 1]
        if (near and not (inside and i > at + 6)) or '"' in frame.gap[i] or frame.lower[i] in CLAUSE:
            places.append(i)
    return places


def start_values(frame: Frame, place: Place, side: str) -> Iterator[tuple[int, list[str]]]:
    """Each start place with the values of ``START_TEMPLATES``."""
    at, lemma, size = place.at, place.lemma, frame.size
    norm, coarse, gap, lower = frame.norm, frame.coarse, frame.gap, frame.lower
    places = start_places(frame, place)
    signs = _signs(frame, at + 1, min(at + 8, size))
    seen = ""
    for _order, i in enumerate(places):
        distance = str(i - at) if i < at + 10 else "10" if i < at + 15 else "15"
        between = "".join(signs[: i - at - 1]) if i < at + 8 else "far"
        if i > at + 1 and lower[i - 1] in CLAUSE and len(seen) < 4:
            seen += "c"
        word, kind = norm[i], coarse[i]
        phrase = frame.phrase_at[i]
        shape = "-"
        if phrase >= 0:
            start, end = frame.phrases[phrase]
            shape = ("i" if start < i else "s") + (coarse[end] + gap[end] if end < size else "$")
        following = norm[i + 1] if i + 1 < size else "$"
        mark = ("o" if frame.quoted[i] >= 0 else "-") + ("o" if frame.quoted[i - 1] >= 0 else "-") + gap[i]
        later = "-"
        for j in range(i + 1, min(i + 7, size)):
            if lower[j] in CLAUSE or '"' in gap[j] or ":" in gap[j]:
                later = lower[j] if lower[j] in CLAUSE else '"'
                break
        finite = count(min(3, frame.finite[i] - frame.finite[at + 1])) + seen
        yield i, [
            distance + side, word, lemma + " " + word, kind, norm[i - 1], norm[i - 1] + " " + word, gap[i],
            gap[i] + kind, between, between + "_" + kind, lemma + between, between + "_" + word, shape, kind + shape,
            mark, finite, count(frame.commas[i + 1] - frame.commas[at + 1]) + gap[i], following,
            following + distance, lemma + kind, lemma + distance, later, later + between,
            side + gap[i] + "_" + gap[at + 1],
            place.grade + kind + between, lemma + shape,
        ]  # fmt: skip


def _signs(frame: Frame, start: int, end: int) -> list[str]:
    """A short sign for each word: its coarse tag, with what stands before it."""
    return [frame.gap[i] + (frame.lower[i] if frame.coarse[i] in "IT" else "DATE" if frame.norm[i] == "DATE"
                            else frame.coarse[i]) for i in range(start, end)]  # fmt: skip


_LATER = frozenset(("last", "this", "next", "earlier", "late", "early"))


def _may_end(frame: Frame, i: int) -> bool:
    """Whether a clause may end before word ``i``: at a sign, preposition, conjunction, verb, date or adverb of time."""
    word = frame.lower[i]
    if frame.gap[i] or frame.coarse[i] in "I&RTgeWVM":
        return True
    return word in CLAUSE or word in _LATER or frame.norm[i] == "DATE"


def end_places(frame: Frame, place: Place, start: int) -> list[int]:
    """Where content that begins at word ``start`` right of the cue can end (exclusive)."""
    size, cue = frame.size, place.at
    places = []
    for i in range(start + 1, size):
        if frame.quoted[cue] >= 0 and frame.quoted[i - 1] != frame.quoted[cue]:
            break
        phrase = frame.phrase_at[i]
        inside = phrase >= 0 and phrase == frame.phrase_at[i - 1]
        whole = not inside or frame.gap[i] or frame.norm[i] == "DATE"
        opens = whole and _may_end(frame, i) and not _cut_by_marks(frame, i, cue)
        if opens or _leaves_marks(frame, i, cue):
            places.append(i)
    places.append(size)
    return places


def end_values(frame: Frame, place: Place, start: int, side: str, grades: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Each end place with the values of ``END_TEMPLATES``."""
    size, norm, coarse, gap, lower = frame.size, frame.norm, frame.coarse, frame.gap, frame.lower
    finite, commas = frame.finite, frame.commas
    starter = lower[start] if lower[start] in CLAUSE else coarse[start]
    opened = ('"' if '"' in gap[start] else "") + ("q" if frame.quoted[start] >= 0 else "-")
    first, lemma = True, place.lemma
    next_strong = _next_strong(frame, grades, start + 1)
    places = end_places(frame, place, start)
    for order, i in enumerate(places):
        last = "$" if i == size else "."
        word, kind = (norm[i], coarse[i]) if i < size else ("$", "$")
        word2, kind2 = (norm[i + 1], coarse[i + 1]) if i + 1 < size else ("$", "$")
        kind3 = coarse[i + 2] if i + 2 < size else "$"
        sign, before = gap[i], norm[i - 1]
        inside, rest = finite[i] - finite[start], finite[size] - finite[i]
        length, left = count(i - start), count(size - i)
        inside_count = count(min(3, inside))
        strong = next_strong[i] if i < size else "-"
        marks = opened + ("q" if frame.quoted[i - 1] >= 0 else "-")
        tail = "-"
        if i < size and (phrase := frame.phrase_at[i + 1] if i + 1 < size else -1) >= 0:
            end = frame.phrases[phrase][1]
            tail = kind + (coarse[end] + gap[end] if end < size else "$")
        next_gap = i + 1
        while next_gap < size and next_gap < i + 12 and not gap[next_gap]:
            next_gap += 1
        piece = count(min(2, finite[min(next_gap, size)] - finite[i])) + (gap[next_gap] if next_gap <= size else "$")
        commas_in = count(min(3, commas[i] - commas[start + 1]))
        yield i, [
            last + side, sign, word, before, sign + word, sign + kind, sign + kind + kind2, coarse[i - 1] + sign + kind,
            lemma + sign + word, starter + sign + word, starter + sign + kind, length, left + last, left + sign,
            inside_count + starter + sign, inside_count + sign + kind, count(min(2, rest)) + sign + kind,
            commas_in + sign + kind, sign + word + " " + word2, marks, marks + sign, side + sign + last, strong,
            strong + sign + kind, sign + kind + kind2 + kind3, "f" if first else "-",
            ("f" if first else "-") + sign + kind,
            lemma + last, before + " " + word, tail + sign + starter, count(order) + last,
            starter + length + sign + last,
            piece + last, piece + sign + word, piece + sign + kind,
        ]  # fmt: skip
        first = False


def _next_strong(frame: Frame, grades: list[str], start: int) -> list[str]:
    """For each word, how far on the next strong cue word is: its grade and a distance, or "-"."""
    found = ["-"] * (frame.size + 1)
    near = -1
    for i in range(frame.size - 1, start - 1, -1):
        if grades[i] >= str(STRONG) and frame.coarse[i] in "Veg":
            near = i
        if near >= 0 and near - i < 8:
            found[i] = count(near - i) + frame.coarse[near]
    return found


def left_end_places(frame: Frame, place: Place) -> list[int]:
    """Where content to the left of the cue can end (exclusive)."""
    places = []
    for i in range(place.at, 0, -1):
        if _leaves_marks(frame, i - 1, place.at):
            break
        if _cut_by_marks(frame, i, place.at):
            continue
        near = i > place.first - 8 and (
            i == place.at or frame.phrase_at[i] < 0 or frame.phrase_at[i] != frame.phrase_at[i - 1]
        )
        if near or frame.gap[i]:
            places.append(i)
        if len(places) > 24:
            break
    return places


def left_end_values(frame: Frame, place: Place, side: str) -> Iterator[tuple[int, list[str]]]:
    """Each left end place with the values of ``LEFT_END_TEMPLATES``."""
    norm, coarse, gap = frame.norm, frame.coarse, frame.gap
    lemma, first = place.lemma, place.first
    for i in left_end_places(frame, place):
        sign, word, before = gap[i], norm[i], norm[i - 1]
        distance = str(first - i) if first - i < 8 else "8" if first - i < 12 else "12"
        between = "".join(_signs(frame, i, first)) if 0 <= first - i < 7 else "far" if i < first else "in"
        phrase = ("s" if frame.phrase_at[i] >= 0 and frame.phrases[frame.phrase_at[i]][0] == i else "-") + (
            "e" if frame.phrase_at[i - 1] >= 0 and frame.phrase_at[i - 1] != frame.phrase_at[i] else "-")  # fmt: skip
        mark = ("o" if frame.quoted[i - 1] >= 0 else "-") + ("o" if frame.quoted[i] >= 0 else "-")
        finite = count(min(2, frame.finite[i])) + count(min(2, max(0, frame.finite[first] - frame.finite[i])))
        yield i, [
            sign, word, before, sign + word, distance + side, between, sign + between, side + sign, side + between,
            phrase + side, mark + sign, count(max(0, frame.commas[first] - frame.commas[i])) + sign, finite + sign,
            lemma + sign, lemma + between, coarse[i - 1], sign + coarse[i - 1] + coarse[i],
            place.grade + distance + sign,
        ]  # fmt: skip


def left_start_places(frame: Frame, place: Place, end: int) -> list[int]:
    """Where content that ends before word ``end`` left of the cue can begin."""
    places = []
    for i in range(end - 1, -1, -1):
        if _leaves_marks(frame, i, place.at):
            break
        if i and _cut_by_marks(frame, i, place.at):
            continue
        starts = frame.phrase_at[i] < 0 or frame.phrases[frame.phrase_at[i]][0] == i
        if (
            i == 0
            or frame.gap[i]
            or (starts and (frame.coarse[i] in "IW&DTP" or frame.coarse[i - 1] in "&IVM" or i > end - 6))
        ):
            places.append(i)
    return places


def left_start_values(
    frame: Frame, place: Place, end: int, side: str, grades: list[str]
) -> Iterator[tuple[int, list[str]]]:
    """Each left start place with the values of ``LEFT_START_TEMPLATES``."""
    norm, coarse, gap = frame.norm, frame.coarse, frame.gap
    finite = frame.finite
    strong_before = [""] * (frame.size + 1)
    for i in range(end):
        strong_before[i + 1] = grades[i] if grades[i] >= str(STRONG) else strong_before[i]
    for i in left_start_places(frame, place, end):
        first = "^" if i == 0 else "."
        sign, word = gap[i], norm[i]
        before, before_kind = (norm[i - 1], coarse[i - 1]) if i else ("^", "^")
        inside = count(min(2, finite[end] - finite[i]))
        outside = count(min(2, finite[i]))
        starts = "s" if frame.phrase_at[i] >= 0 and frame.phrases[frame.phrase_at[i]][0] == i else "-"
        mark = ("o" if frame.quoted[i] >= 0 else "-") + ("o" if i and frame.quoted[i - 1] >= 0 else "-")
        mark += "o" if frame.quoted[end - 1] >= 0 else "-"
        yield i, [
            first + side, sign + first, word, before, sign + word, count(end - i) + first, inside, outside + first,
            inside + outside + sign, sign + "_" + gap[end], side + sign, side + first + inside, starts + sign,
            strong_before[i] + sign, coarse[i] + first, norm[i] + " " + (norm[i + 1] if i + 1 < frame.size else "$"),
            place.lemma + first, mark + sign, first + word, before_kind + sign + coarse[i],
        ]  # fmt: skip


@cache
def _models() -> dict[str, Linear]:
    return {name: Linear(part) for name, part in load_model("content").items()}


def find_content(frame: Frame, place: Place, values: list[str], grades: list[str]) -> Content:
    """The likeliest content of a cue; ``values`` are its cue values and side values, joined."""
    models = _models()
    shares = softmax([models["side " + side].score(values) for side in SIDES])
    best = Content((), "R", 0.0)
    for side, share in sorted(zip(SIDES, shares, strict=False), key=lambda pair: -pair[1]):
        if share <= best.probability or share < 0.03:
            continue
        right = _right(frame, place, side, grades, models) if side != "L" else ((), 1.0)
        left = _left(frame, place, side, grades, models) if side != "R" else ((), 1.0)
        if (side != "L" and not right[0]) or (side != "R" and not left[0]):
            continue
        probability = share * right[1] * left[1]
        if probability > best.probability:
            best = Content((*left[0], *right[0]), side, probability)
    return best


Part = tuple[tuple[tuple[int, int], ...], float]


def _choose(scored: list[tuple[int, float]], most: int) -> list[tuple[int, float]]:
    """The best places with their shares, at most ``most`` and none below a tenth of the best."""
    if not scored:
        return []
    shares = softmax([score for _, score in scored])
    ranked = sorted(zip(shares, (place for place, _ in scored), strict=False), key=lambda pair: (-pair[0], pair[1]))
    return [(place, share) for share, place in ranked[:most] if share >= 0.15 * ranked[0][0]]


def _right(frame: Frame, place: Place, side: str, grades: list[str], models: dict[str, Linear]) -> Part:
    best: Part = ((), 0.0)
    start_model, end_model = models["start"], models["end"]
    starts = [(i, start_model.score(values)) for i, values in start_values(frame, place, side)]
    for start, share in _choose(starts, 2):
        if share <= best[1]:
            continue
        ends = [(i, end_model.score(values)) for i, values in end_values(frame, place, start, side, grades)]
        for end, part in _choose(ends, 1):
            if share * part > best[1]:
                best = (((start, end),), share * part)
    return best


def _left(frame: Frame, place: Place, side: str, grades: list[str], models: dict[str, Linear]) -> Part:
    best: Part = ((), 0.0)
    end_model, start_model = models["left end"], models["left start"]
    ends = [(i, end_model.score(values)) for i, values in left_end_values(frame, place, side)]
    for end, share in _choose(ends, 2):
        if share <= best[1]:
            continue
        starts = [(i, start_model.score(values)) for i, values in left_start_values(frame, place, end, side, grades)]
        for start, part in _choose(starts, 1):
            if share * part > best[1]:
                best = (((start, end),), share * part)
    return best


__all__ = ["Content", "Place", "find_content"]
