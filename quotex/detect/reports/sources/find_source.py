"""Sources: which noun phrase of the sentence says whose the reported words are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.edges.outer_clause import contrast_before, is_put_to
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.detect.reports.sources.no_subject import cannot_speak, is_bare
from quotex.detect.reports.sources.quoted_by import quoted_by_another
from quotex.detect.reports.sources.subjects import (
    NOBODY,
    from_name,
    head_before,
    main_subject,
    own_subject,
    relative_before,
    second_subject,
    with_purpose,
)
from quotex.lexicon.verbs import past_saying_forms
from quotex.models import Models
from quotex.models.bins import count, count3
from quotex.models.linear import Linear, softmax

SOURCE_TEMPLATES = (
    "order", "order head", "order lemma", "head", "head word", "before", "before order", "before lemma", "gap before",
    "after", "after order", "gap after", "between", "between head", "between lemma", "group order", "group before",
    "side order", "side order head", "finite", "commas", "clause", "clause order", "content", "content order",
    "first", "grade order before", "after before", "tag order", "size",
)  # fmt: skip
_MOST_LEFT, _MOST_RIGHT = 9, 2
_SUPPOSES = frozenset(("suppose", "imagine", "assume", "say", "let"))  # read as names when they open a sentence
_WHOLE_NAME = 2  # words
_OF_POSTS = frozenset(("of", "for"))
_QUESTION = CLAUSE | {"about"}
_WHERE = frozenset(("in", "at", "on", "of", "from", "around"))
_ANYBODY = frozenset(("nobody", "everybody", "somebody", "anybody", "everyone", "someone", "anyone", "none"))
_EVERY = (["both"], ["all"], ["each"])
_end = itemgetter(1)


def source_places(frame: Frame, place: CuePlace, content: Content) -> list[tuple[int, str]]:
    """Return the noun phrases that may be the source, each with its order: ``l0`` is the nearest to the left, ``r0`` to
    the right."""
    phrases, at = frame.phrases, place.at
    behind = bisect_right(phrases, (at, frame.size))
    before = 0 if _is_told(frame, place) else bisect_right(phrases, at, key=_end)
    opens = bisect_right(phrases, (contrast_before(frame, at), 0)) if before else 0
    numbers = range(before - 1, (opens if opens < before else 0) - 1, -1)
    left = islice(_outside(phrases, numbers, content), _MOST_LEFT)
    right = islice(_outside(phrases, range(behind, len(phrases)), content), _MOST_RIGHT)
    found = [(n, "l" + count(i)) for i, n in enumerate(left)]
    found += [(n, "r" + count(i)) for i, n in enumerate(right)]
    if frame.lower[0] in _SUPPOSES and before and phrases[0] == (0, 1):
        found = [(n, order) for n, order in found if n]
    own = frame.phrase_at[place.at]
    if own >= 0 and frame.phrases[own][0] < place.at:
        found.append((own, "o"))
    return found


def _outside(phrases: Sequence[tuple[int, int]], numbers: Iterable[int], content: Content) -> Iterator[int]:
    """Of some noun phrases those that do not begin in the content."""
    for number in numbers:
        first = phrases[number][0]
        for start, end in content.parts:
            if start <= first < end:
                break
        else:
            yield number


def _is_told(frame: Frame, place: CuePlace) -> bool:
    """Tell whether the cue is the passive of a verb of saying, whose subject is not who speaks: «was told», «is said
    to».

    So is "told" with nobody behind it: «‘Nobody looked’, jury told».
    """
    if frame.lower[place.at] == "told" and place.at + 1 == frame.size:
        return True
    if frame.coarse[place.at] not in "eVJ" or frame.lower[place.at] not in past_saying_forms():
        return False
    return verb_group(frame, place.at)[1].rstrip("Rn")[-1:] == "b"


def source_values(frame: Frame, place: CuePlace, content: Content) -> Iterator[tuple[int, list[str]]]:
    """Each candidate, a phrase number or ``NOBODY``, with the values of ``SOURCE_TEMPLATES``."""
    lemma, at, first = place.lemma, place.at, place.first
    group = verb_group(frame, at)[1] + frame.coarse[at]
    after = frame.norm[at + 1] if at + 1 < frame.size else "$"
    norm, coarse, gap, size = frame.norm, frame.coarse, frame.gap, frame.size
    before_cue = gap[first] + (coarse[first - 1] if first else "^")
    yield NOBODY, [
        "none", "none" + before_cue, "none" + lemma, "none" + after, "-", "-", "-", "-", "-", "-", "-", "-", "-",
        "-", "-",
        "none" + group, "none" + group + after, content.side + "none", content.side + "none" + before_cue, "-",
        "-", "-",
        "-", "-", "-", "none" + str(first == 0), place.grade + "none" + before_cue, "-", "-", "-",
    ]  # fmt: skip
    edges = {edge for part in content.parts for edge in part}
    for number, order in source_places(frame, place, content):
        start, end = frame.phrases[number]
        if order == "o":
            end = at
        head = coarse[end - 1]
        word = norm[end - 1]
        before = norm[start - 1] if start else "^"
        following = norm[end] if end < size else "$"
        if end <= first:
            low, high = end, first
        elif start > at:
            low, high = at + 1, start
        else:
            low, high = end, at
        between = "".join([_sign(frame, i) for i in range(low, high)]) if high - low < 6 else "far"
        if end <= first:
            between += gap[first]
        elif start > at:
            between += gap[start]
        finite = count3(frame.finite[high] - frame.finite[low]) if high >= low else "-"
        clause = _opens_clause(frame, start)
        touch = ("s" if start in edges else "-") + ("e" if end in edges else "-")
        yield number, [
            order, order + head, order + lemma, head, word, before, before + order, before + lemma, gap[start] + order,
            following, following + order, gap[end] + order, between, between + head, between + lemma, order + group,
            before + group, content.side + order, content.side + order + head, finite + order,
            count(min(4, max(0, frame.commas[high] - frame.commas[low]))) + order, clause, clause + order, touch,
            touch + order, ("^" if start == 0 else ".") + order, place.grade + order + before,
            following + "_" + before, frame.tags[end - 1] + order, count(end - start) + head,
        ]  # fmt: skip


def _sign(frame: Frame, i: int) -> str:
    kind = frame.coarse[i]
    return frame.gap[i] + (frame.lower[i] if kind in "IT&W" else kind)


def _opens_clause(frame: Frame, start: int) -> str:
    """Tell whether a noun phrase stands at the head of its clause: what is before it, and whether a finite verb
    follows."""
    end = frame.phrases[frame.phrase_at[start]][1]
    verb = "-"
    for i in range(end, min(end + 4, frame.size)):
        if frame.coarse[i] in "VM":
            verb = str(i - end)
            break
    before = "^" if not start else frame.gap[start] or frame.coarse[start - 1]
    return before + verb


def _asks_nobody(frame: Frame, place: CuePlace) -> bool:
    """Tell whether a question is put without a word of who asks: «When asked if …, she laughed», «Asked whether …,
    he»."""
    at = place.at
    if is_put_to(frame, at):
        return True
    comma = at > 0 and "," in frame.gap[at] and any("," in gap for gap in frame.gap[at + 1 : frame.size])
    opens = place.first == at and (at == 0 or comma) and frame.lower[at] == "asked"
    return opens and at + 1 < frame.size and frame.lower[at + 1] in _QUESTION and not frame.gap[at + 1]


def _anybody_there(frame: Frame, number: int) -> int:
    """Return the phrase that a place belongs to: «nobody in Vessel Street knew» is said of nobody, not of the
    street."""
    start = frame.phrases[number][0]
    if number and start > 1 and not frame.gap[start] and not frame.gap[start - 1] and frame.lower[start - 1] in _WHERE:
        before = frame.phrases[number - 1]
        if before[1] == start - 1 and frame.lower[start - 2] in _ANYBODY:
            return number - 1
    return number


def _is_in_work(frame: Frame, place: CuePlace, number: int) -> bool:
    """Tell whether a phrase stands in marks that a preposition rules: «wept all through “The Ladder” and said that»."""
    if number == NOBODY or not _is_marked(frame, place, frame.phrases[number][0]):
        return False
    first = _whole_work(frame, place, *frame.phrases[number])[0]
    return first > 0 and not frame.gap[first].strip("\"'") and frame.coarse[first - 1] in "IT"


def _is_marked(frame: Frame, place: CuePlace, at: int) -> bool:
    """Tell whether a word stands in marks before a cue outside of them."""
    return at < place.at and frame.quoted[at] >= 0 and frame.quoted[place.at] < 0


def _whole_work(frame: Frame, place: CuePlace, start: int, end: int) -> tuple[int, int]:
    """Return all words of the marks that a source stands in: «“The Dead as Witnesses” argues that …»."""
    if not _is_marked(frame, place, start):
        return start, end
    words = [i for i in range(place.at) if frame.quoted[i] == frame.quoted[start]]
    first = words[0]
    if (
        first
        and frame.coarse[first - 1] == "n"
        and frame.phrase_at[first - 1] >= 0
        and not frame.gap[first].strip("\"'")
    ):  # «whose song “The Ladder” says»
        first = frame.phrases[frame.phrase_at[first - 1]][0]
        first -= first > 0 and frame.lower[first - 1] == "whose"
    return min(first, start), max(words[-1] + 1, end)


def _titled_subject(frame: Frame, place: CuePlace, chosen: int) -> int:
    """Return the title before the name that is the subject of a cue, in place of who stands in front of it: «In reply
    to Ann Lee, Minister of State for Health Lim Boon Kiat said»; -1 for nobody."""
    first = frame.phrase_at[place.first - 1] if place.first else -1
    if first < 1 or frame.phrases[first][1] - frame.phrases[first][0] < _WHOLE_NAME or frame.gap[place.first]:
        return -1
    while first and frame.lower[frame.phrases[first][0] - 1] in _OF_POSTS:
        start, end = frame.phrases[first - 1][1], frame.phrases[first][0]
        if start != end - 1 or any(frame.gap[start : end + 1]):
            return -1
        first -= 1
    start, end = frame.phrases[first]
    title = first - 1 == chosen and frame.gap[start] == "," and frame.coarse[end - 1] == "N" and end < place.first
    before = frame.phrases[chosen][0] if title else 0
    return first if before and frame.coarse[before - 1] in "I&T" else -1


def _all_of(frame: Frame, place: CuePlace, number: int) -> tuple[int, int] | None:
    """Return the subject that opens a sentence and that "both" or "all" takes up behind commas: «Ana and Bo, two
    cooks, both said»."""
    start, end = frame.phrases[number]
    if frame.lower[start:end] not in _EVERY or end != place.first or frame.gap[start] != "," or frame.phrase_at[0]:
        return None
    comma = next(i for i in range(1, start + 1) if frame.gap[i])
    nouns = all(frame.phrase_at[i] >= 0 or frame.coarse[i] in "&Is" for i in range(comma))
    return frame.phrases[0] if nouns and frame.gap[comma] == "," and frame.coarse[0] not in "PW" else None


def _with_who(frame: Frame, start: int, end: int) -> int:
    """Return where a source behind its cue ends with the clause that alone tells who it is: «say those who were
    there»."""
    if frame.lower[start:end] != ["those"] or frame.lower[end : end + 1] != ["who"]:
        return end
    return next((i for i in range(end + 1, frame.size) if frame.gap[i]), frame.size)


def _model(models: Models) -> Linear:
    return Linear(models.weights("source"))


def find_source(frame: Frame, place: CuePlace, content: Content) -> tuple[tuple[int, int] | None, float]:
    """Return the likeliest source as word positions, or None, with its share."""
    quoted = quoted_by_another(frame, place)
    if quoted:
        return quoted, 1.0
    model = frame.models.once(_model)
    numbers, scores = [], []
    for number, values in source_values(frame, place, content):
        numbers.append(number)
        scores.append(model.score(values))
    shares = softmax(scores)
    if frame.phrase_at[place.at] >= 0 or frame.in_marks:
        shares = [
            0.0 if is_bare(frame, place, n) or _is_in_work(frame, place, n) else share
            for n, share in zip(numbers, shares, strict=True)
        ]
    best = max(range(len(shares)), key=shares.__getitem__)
    if numbers[best] != NOBODY and cannot_speak(frame, place, numbers[best]):
        others = [i for i, n in enumerate(numbers) if n != NOBODY and not cannot_speak(frame, place, n)]
        best = max(others, key=shares.__getitem__, default=best)
    chosen, share = numbers[best], shares[best]
    main = main_subject(frame, place, chosen)
    if main >= 0:
        chosen, share = main, 1.0
    titled = _titled_subject(frame, place, chosen)
    if titled >= 0 and titled in numbers:
        chosen, share = titled, 1.0
    own = own_subject(frame, place)
    if own >= 0 and own in numbers:
        chosen, share = own, shares[numbers.index(own)]
    second = second_subject(frame, place, chosen) if own < 0 else -1
    if second >= 0 and second in numbers and not cannot_speak(frame, place, second):
        chosen, share = second, shares[numbers.index(second)]
    if chosen == NOBODY:
        return None, share
    if several := _all_of(frame, place, chosen):
        return several, share
    start, end = _whole_work(frame, place, *frame.phrases[_anybody_there(frame, chosen)])
    if end < frame.size and end == relative_before(frame, place.first):
        start = head_before(frame, start)
    if own < 0 and _asks_nobody(frame, place) and frame.lower[start - 1] != "by":
        return None, share
    end = min(end, place.at) if start < place.at else _with_who(frame, start, end)
    start, end = with_purpose(frame, from_name(frame, start, end), end)
    if end - start > 1 and frame.lower[end - 1 : end + 1] == ["close", "to"]:
        end -= 1  # «a source close to the club»
    return (start, end), share
