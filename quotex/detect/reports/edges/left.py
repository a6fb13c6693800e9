"""Where the content to the left of a cue can end and begin, with what each place shows to the models."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from quotex.detect.reports.cues import CuePlace, Grades
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.models.bins import count, count2

LEFT_END_TEMPLATES = (
    "gap", "word", "before", "gap word", "distance", "between", "gap between", "side gap", "side between", "phrase",
    "mark", "commas", "finite", "lemma gap", "lemma between", "before coarse", "gap before coarse",
    "grade distance gap", "tag gap subject", "gap after subject",
)  # fmt: skip
LEFT_START_TEMPLATES = (
    "first", "gap", "word", "before", "gap word", "length", "finite", "finite left", "finite gap", "ends", "side gap",
    "side first", "phrase", "strong", "coarse", "word2", "lemma first", "mark", "first word", "coarse around",
    "first gap after", "clause gap",
)  # fmt: skip
_RELATIVES = frozenset(("who", "which", "whose"))
_MOST_ENDS, _MOST_STARTS = 24, 48  # places that are weighed, from the cue leftwards: no content in the news needs more


def left_end_places(frame: Frame, place: CuePlace) -> list[int]:
    """Return where content to the left of the cue can end (exclusive)."""
    places = []
    for i in range(place.at, 0, -1):
        if frame.leaves_marks(i - 1, place.at):
            break
        if frame.cuts_marks(i, place.at):
            continue
        if ";" in frame.gap[i] and frame.lower[i] == "according":
            break  # «Rents rose; according to Ruiz, they rose too far»
        near = i > place.first - 8 and (
            i == place.at or frame.phrase_at[i] < 0 or frame.phrase_at[i] != frame.phrase_at[i - 1]
        )
        if near or frame.gap[i]:
            places.append(i)
        if len(places) > _MOST_ENDS:
            break
    return places


def left_end_values(frame: Frame, place: CuePlace, side: str) -> Iterator[tuple[int, list[str]]]:
    """Each left end place with the values of ``LEFT_END_TEMPLATES``."""
    norm, coarse, gap = frame.norm, frame.coarse, frame.gap
    lemma, first, tag = place.lemma, place.first, frame.tags[place.at]
    subject = frame.phrases[frame.phrase_at[first - 1]][0] if first and frame.phrase_at[first - 1] >= 0 else -1
    after = "|" + gap[place.at + 1] + (coarse[place.at + 1] if place.at + 1 < frame.size else "$")
    for i in left_end_places(frame, place):
        sign, word, before = gap[i], norm[i], norm[i - 1]
        distance = str(first - i) if first - i < 8 else "8" if first - i < 12 else "12"
        between = "".join(frame.signs(i, first)) if 0 <= first - i < 7 else "far" if i < first else "in"
        phrase = ("s" if frame.phrase_at[i] >= 0 and frame.phrases[frame.phrase_at[i]][0] == i else "-") + (
            "e" if frame.phrase_at[i - 1] >= 0 and frame.phrase_at[i - 1] != frame.phrase_at[i] else "-")  # fmt: skip
        mark = ("o" if frame.quoted[i - 1] >= 0 else "-") + ("o" if frame.quoted[i] >= 0 else "-")
        finite = count2(frame.finite[i]) + count2(max(0, frame.finite[first] - frame.finite[i]))
        whose = sign + ("s" if i == subject else "-")
        yield i, [
            sign, word, before, sign + word, distance + side, between, sign + between, side + sign, side + between,
            phrase + side, mark + sign, count(max(0, frame.commas[first] - frame.commas[i])) + sign, finite + sign,
            lemma + sign, lemma + between, coarse[i - 1], sign + coarse[i - 1] + coarse[i],
            place.grade + distance + sign, tag + whose, whose + after,
        ]  # fmt: skip


def left_start_places(frame: Frame, place: CuePlace, end: int) -> list[int]:
    """Return where content that ends before word ``end`` left of the cue can begin."""
    places = []
    for i in range(end - 1, -1, -1):
        if frame.leaves_marks(i, place.at):
            break
        if i and frame.cuts_marks(i, place.at):
            continue
        starts = frame.phrase_at[i] < 0 or frame.phrases[frame.phrase_at[i]][0] == i
        if (
            i == 0
            or frame.gap[i]
            or (starts and (frame.coarse[i] in "IW&DTP" or frame.coarse[i - 1] in "&IVM" or i > end - 6))
        ):
            places.append(i)
        if len(places) > _MOST_STARTS:
            break
    places = [i for i in places if not is_own_subject(frame, place, i, end)]
    inside = _in_dashes(frame, end)
    return [i for i in places if i not in inside] or places


def _in_dashes(frame: Frame, end: int) -> range:
    """Return the words in dashes between the subject of a clause and its verb: «The man – an officer – was not
    armed»."""
    dashes = [i for i in range(1, end) if frame.gap[i] == "-"]
    if len(dashes) != 2 or frame.coarse[dashes[1]] not in "VM" or frame.phrase_at[dashes[0] - 1] < 0:
        return range(0)
    return range(*dashes)


def is_own_subject(frame: Frame, place: CuePlace, start: int, end: int) -> bool:
    """Tell whether words right before a verb are its subject, with a clause or phrase about it in commas: «The mayor,
    who was away, said that …», «The register, kept by the vicar, says that …».
    """
    if end != place.first or "," not in frame.gap[end] or frame.coarse[place.at] not in "Veg":
        return False
    phrase = frame.phrase_at[start]
    if phrase < 0 or frame.phrases[phrase][0] != start:
        return False
    if frame.lower[start] in _RELATIVES and frame.gap[start] == ",":
        return True  # half of such a subject
    inside = next((i for i in range(start + 1, end) if "," in frame.gap[i]), end)
    if inside == end or frame.finite[inside] > frame.finite[start]:
        return False
    told = frame.lower[inside] in _RELATIVES and not any("," in frame.gap[i] for i in range(inside + 1, end))
    verbs = frame.finite[end] - frame.finite[start] - (frame.tags[inside] == "VBD")  # «kept by the vicar»
    verbs -= sum(word == "that" for word in frame.lower[inside:end])  # «in a hand that slopes»
    return told or (verbs <= 0 and not _has_subject_behind(frame, place.at))


def _has_subject_behind(frame: Frame, at: int) -> bool:
    """Tell whether the subject of a verb follows it: «said Pell», but not «told reporters that»."""
    if at + 1 >= frame.size or frame.gap[at + 1] or frame.phrase_at[at + 1] < 0:
        return False
    behind = frame.phrases[frame.phrase_at[at + 1]][1]
    return behind == frame.size or bool(frame.gap[behind]) or frame.lower[behind] not in CLAUSE


def left_start_values(
    frame: Frame, place: CuePlace, end: int, side: str, grades: Grades
) -> Iterator[tuple[int, list[str]]]:
    """Each left start place with the values of ``LEFT_START_TEMPLATES``."""
    norm, coarse, gap = frame.norm, frame.coarse, frame.gap
    finite = frame.finite
    strong = grades.strong
    after = "|" + gap[end] + (coarse[end] if end < frame.size else "$")
    for i in left_start_places(frame, place, end):
        first = "^" if i == 0 else "."
        sign, word = gap[i], norm[i]
        before, before_kind = (norm[i - 1], coarse[i - 1]) if i else ("^", "^")
        inside = count2(finite[end] - finite[i])
        outside = count2(finite[i])
        starts = "s" if frame.phrase_at[i] >= 0 and frame.phrases[frame.phrase_at[i]][0] == i else "-"
        mark = ("o" if frame.quoted[i] >= 0 else "-") + ("o" if i and frame.quoted[i - 1] >= 0 else "-")
        mark += "o" if frame.quoted[end - 1] >= 0 else "-"
        nearest = bisect_left(strong, i) - 1
        grade = grades[strong[nearest]] if nearest >= 0 else ""
        yield i, [
            first + side, sign + first, word, before, sign + word, count(end - i) + first, inside, outside + first,
            inside + outside + sign, sign + "_" + gap[end], side + sign, side + first + inside, starts + sign,
            grade + sign, coarse[i] + first, norm[i] + " " + (norm[i + 1] if i + 1 < frame.size else "$"),
            place.lemma + first, mark + sign, first + word, before_kind + sign + coarse[i],
            first + sign + after, _clause_at(frame, i) + sign + ("1" if finite[end] > finite[i] else "0"),
        ]  # fmt: skip


def _clause_at(frame: Frame, i: int) -> str:
    """Return what follows the noun phrase at word ``i``, or behind a conjunction there: a verb where it is a clause."""
    coarse, size = frame.coarse, frame.size
    if i < size and frame.lower[i] in CLAUSE:
        i += 1
    if i >= size or frame.phrase_at[i] < 0:
        return "n" + (coarse[i] if i < size else "$")
    i = frame.phrases[frame.phrase_at[i]][1]
    while i < size and coarse[i] == "R" and not frame.gap[i]:
        i += 1
    return "p" + (frame.gap[i] + coarse[i] if i < size else "$")
