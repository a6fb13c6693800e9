"""Sources: which noun phrase of the sentence says whose the reported words are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from operator import itemgetter

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.edges.outer_clause import contrast_before, is_put_to
from quotex.detect.reports.quoted_by import quoted_by_another
from quotex.detect.reports.sentence import CLAUSE, FINITE, NAME, Frame
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.names import folded
from quotex.lexicon.verbs import past_saying_forms, saying_forms
from quotex.models import Models
from quotex.models.bins import count, count3
from quotex.models.linear import Linear, softmax

SOURCE_TEMPLATES = (
    "order", "order head", "order lemma", "head", "head word", "before", "before order", "before lemma", "gap before",
    "after", "after order", "gap after", "between", "between head", "between lemma", "group order", "group before",
    "side order", "side order head", "finite", "commas", "clause", "clause order", "content", "content order",
    "first", "grade order before", "after before", "tag order", "size",
)  # fmt: skip
NOBODY = -1
_NOBODYS = frozenset("sadk")  # nouns for words, acts, times and thoughts
_PLACED = frozenset(("first", "second", "last", "next", "only"))
_MOST_LEFT, _MOST_RIGHT = 9, 2
_SUPPOSES = frozenset(("suppose", "imagine", "assume", "say", "let"))  # read as names when they open a sentence
_QUESTION = CLAUSE | {"about"}
_WHERE = frozenset(("in", "at", "on", "of", "from", "around"))
_RELATIVES = frozenset(("who", "whom", "whose", "which"))
_LONGEST_RELATIVE = 14  # words
_COMPLEMENTS = frozenset(("of", "by", "at", "for", "from", "in"))
_COORDINATES = frozenset(("and", "but", "then", "or"))
_LATER = (["later"], ["earlier"], ["after"], ["before"])
_WHERE_CLAUSES = frozenset(("where", "when", "which", "whom"))
_CAUSES = frozenset(("let", "lets", "made", "makes", "watched", "saw", "sees", "helped"))
_PLACES = frozenset(("at", "in", "near", "outside", "inside", "during"))
_SUBORDINATES = CLAUSE | {"after", "before", "since", "while", "although", "though", "until"}
_SUBJECTS = frozenset(("he", "she", "it", "they"))
_ANYBODY = frozenset(("nobody", "everybody", "somebody", "anybody", "everyone", "someone", "anyone", "none"))


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


_end = itemgetter(1)


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


def _is_bare(frame: Frame, place: CuePlace, number: int) -> bool:
    """Tell whether a phrase is only the noun of saying with an article, so that it tells nobody: «the warning that»."""
    if number == NOBODY:
        return False
    start, end = frame.phrases[number]
    return start < place.at < end and frame.lower[start : place.at] in (["the"], ["a"], ["an"])


def _cannot_speak(frame: Frame, place: CuePlace, number: int) -> bool:
    """Tell whether a noun phrase before a cue can be no subject of it.

    The object of the verb before an «and» is none: «A producer rang the museum and asked».  Nor is one before a
    participle: «The firm shut the mine, telling …».  Nor is a place before the subject, «At the town hall, Ana said»,
    or «the first» of «A nurse was the first to suggest».
    """
    start, end = frame.phrases[number]
    first = place.first
    if all(word.isdigit() for word in frame.lower[start:end]):
        return True  # «3. Ana Ruiz, with whom Bo agreed, held that»
    if frame.lower[end : end + 1] == ["seconded"] and frame.lower[place.at] != "seconded":
        return True  # «Ana moved, and Bo seconded, that»
    if frame.lower[end : end + 1] and frame.lower[end] in _PLACED and frame.lower[end + 1 : place.at] == ["to"]:
        return True
    if end > first:
        return False
    if _is_in_aside(frame, start, first) or _is_parted(frame, end, first):
        return True
    if _is_time_before(frame, start, end) or _is_beside_main_verb(frame, start, end, first):
        return True
    if frame.coarse[place.at] == "g" and frame.gap[first] == ",":
        return end == first and _has_governor(frame, start)
    if relative_before(frame, first) <= start:
        return True
    if frame.tags[first] not in FINITE:
        return False
    joined = first - 1
    if joined > end and frame.coarse[joined] == "R":
        joined -= 1
    if frame.lower[joined] in _COORDINATES and not frame.finite[joined] > frame.finite[end]:
        return frame.finite[start] > 0
    if not start or frame.lower[start - 1] not in _PLACES or "," not in frame.gap[end]:
        return False
    behind = number + 1
    return behind < len(frame.phrases) and frame.phrases[behind][0] == end and frame.phrases[behind][1] <= first


def _is_in_aside(frame: Frame, start: int, first: int) -> bool:
    """Tell whether a word stands between dashes before a verb: "some of us" of «Its head—he could teach some of
    us—says that»."""
    if frame.gap[first] != "-":
        return False
    opens = next((i for i in range(first - 1, 0, -1) if frame.gap[i] == "-"), 0)
    return 0 < opens <= start and frame.phrase_at[opens - 1] >= 0


def _is_parted(frame: Frame, end: int, first: int) -> bool:
    """Tell whether a semicolon parts a noun phrase from a verb that has a subject of its own: «Ana denied it; Bo, her
    rival, retorted»."""
    clause = next((i for i in range(first - 1, end - 1, -1) if ";" in frame.gap[i]), -1)
    if clause < end or frame.phrase_at[clause] < 0:
        return False
    subject = frame.phrases[frame.phrase_at[clause]]
    return subject[0] == clause and (subject[1] == first or frame.gap[subject[1]] == "," == frame.gap[first])


def _is_time_before(frame: Frame, start: int, end: int) -> bool:
    """Tell whether a noun phrase only says how much later something is: "An hour" of «An hour later Bo came and
    told us»."""
    return frame.noun_kind(end - 1) == "d" and frame.lower[end : end + 1] in _LATER and not frame.gap[end]


def _is_beside_main_verb(frame: Frame, start: int, end: int, first: int) -> bool:
    """Tell whether a noun phrase is the subject of another clause within one that goes on to the cue.

    "she" of «the nurse at the home where she lived found her and told her», "a man" of «Ida let a man read it but
    asked».
    """
    if frame.tags[first] not in FINITE or not start or frame.gap[start]:
        return False
    before = frame.lower[start - 1]
    if before in _WHERE_CLAUSES:
        return frame.finite[first] - frame.finite[end] > 1 and frame.lower[first - 1] in _COORDINATES
    return before in _CAUSES and frame.lower[first - 1] in _COORDINATES


def relative_before(frame: Frame, at: int) -> int:
    """Return where a relative clause begins that ends before a verb; the size of the sentence for none.

    "with" of «Ana Ruiz, with whom Bo agreed, held that»: its words are no subject of «held».
    """
    if frame.gap[at] != ",":
        return _whom_before(frame, at)
    for i in range(at - 1, max(0, at - _LONGEST_RELATIVE), -1):
        if frame.lower[i] in _RELATIVES:
            behind = frame.phrase_at[i + 1] >= 0 and i + 1 < at
            i -= frame.gap[i] == "" and frame.coarse[i - 1] == "I"
            return i if behind and frame.gap[i] == "," and i > 0 else frame.size
        if frame.gap[i]:
            return frame.size
    return frame.size


def _whom_before(frame: Frame, at: int) -> int:
    """Return where a relative clause without commas begins before a verb: "to" of «the friend to whom I wrote says»."""
    for i in range(at - 2, max(1, at - _LONGEST_RELATIVE), -1):
        if frame.gap[i + 1] or frame.coarse[i + 1] == "W":
            break
        if (
            frame.lower[i] in ("whom", "which")
            and frame.coarse[i - 1] in "IT"
            and frame.finite[at] - frame.finite[i] == 1
            and frame.tags[at] in FINITE
        ):
            return i - 1 if not (frame.gap[i] or frame.gap[i - 1]) else frame.size
    return frame.size


def clause_before(frame: Frame, at: int) -> int:
    """Return where a clause of a name begins between two commas before a verb, or 0: «Bo Lund, who did not, said»."""
    opens = next((i for i in range(at - 1, max(0, at - _LONGEST_RELATIVE), -1) if frame.gap[i]), 0)
    return opens if opens and frame.gap[opens] == "," and frame.lower[opens] in _RELATIVES else 0


def _own_subject(frame: Frame, place: CuePlace) -> int:
    """Return the phrase that opens a clause with the cue right behind it, or -1: «…, and Section 9 states that …»."""
    first = place.first
    if frame.tags[first] not in FINITE:
        return -1
    end = clause_before(frame, first) if frame.gap[first] == "," else first
    number = frame.phrase_at[end - 1] if end and (end < first or not frame.gap[end]) else -1
    if number < 1 or frame.phrases[number][1] != end:
        return -1
    start = frame.phrases[number][0]
    joined = (
        start > 0 and frame.lower[start - 1] in ("and", "but") and frame.gap[start - 1] in (",", ";", '"', ',"', '",')
    )
    return number if joined and not frame.gap[start] else -1


def _main_subject(frame: Frame, place: CuePlace, number: int) -> int:
    """Return the phrase that is the subject of the sentence, or -1: «Ana Ruiz told them that she was ill, saying “…”».

    A participle behind a comma is said of the main clause; the pronoun of a clause within it is no other subject.
    """
    if not number or not frame.phrases or frame.coarse[place.at] != "g" or frame.gap[place.first] != ",":
        return -1
    first, behind = frame.phrases[0]
    if first or behind >= place.first or frame.tags[behind] not in FINITE or frame.gap[behind]:
        return -1
    if number == NOBODY:
        return 0 if frame.lower[behind] in saying_forms() else -1
    start, end = frame.phrases[number]
    within = frame.lower[start - 1] in _SUBORDINATES or frame.coarse[start - 1] in "Vbg"
    return 0 if within and end < place.first and frame.lower[start] in _SUBJECTS else -1


def _head_before(frame: Frame, start: int) -> int:
    """Return where the noun phrase begins to which one belongs with a preposition: "a note" of «a note by a nurse»."""
    while start > 1 and frame.lower[start - 1] in _COMPLEMENTS and not any(frame.gap[start - 1 : start + 1]):
        before = frame.phrase_at[start - 2]
        if before < 0:
            break
        start = frame.phrases[before][0]
    return start


def _at_name(frame: Frame, start: int, end: int) -> int:
    """Return where a noun phrase begins in which a noun that means nobody stands before a name: "Ana Ruiz" of «in an
    interview Ana Ruiz said», «the story Ana Ruiz told»."""
    at = end - 1
    while at > start and frame.tags[at] in NAME:
        at -= 1
    named = start < at < end - 1 and frame.coarse[start] == "D" and frame.coarse[at] == "n"
    return at + 1 if named and noun_classes().get(frame.lower[at]) in _NOBODYS else start


def _with_purpose(frame: Frame, start: int, end: int) -> tuple[int, int]:
    """Return the whole name of a body that is named after its purpose: «the Campaign to Protect Rural Wales»."""
    to = end
    if to >= frame.size or frame.lower[to] != "to":
        to = start - 1
        while to > 0 and frame.lower[to] != "to" and _in_title(frame, to):
            to -= 1
    number = frame.phrase_at[to - 1] if 0 < to < frame.size and frame.lower[to] == "to" else -1
    if number < 0 or frame.lower[to - 1] not in folded("organization_words") or not _in_title(frame, to - 1):
        return start, end
    right = to + 1
    while right < frame.size and not frame.gap[right] and _in_title(frame, right):
        right += 1
    return (min(start, frame.phrases[number][0]), max(end, right)) if right > to + 1 else (start, end)


def _in_title(frame: Frame, at: int) -> bool:
    """Tell whether a word may stand in a name: it has a capital, or is an article."""
    return frame.norm[at] != frame.lower[at] or frame.lower[at] == "the"


def _has_governor(frame: Frame, start: int) -> bool:
    """Tell whether a verb or a preposition behind a finite verb governs the noun phrase at a word."""
    return frame.finite[start] > 0 and not frame.gap[start] and frame.coarse[start - 1] in "VbgeI"


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
    shares = [0.0 if _is_bare(frame, place, n) else share for n, share in zip(numbers, shares, strict=True)]
    best = max(range(len(shares)), key=shares.__getitem__)
    if numbers[best] != NOBODY and _cannot_speak(frame, place, numbers[best]):
        others = [i for i, n in enumerate(numbers) if n != NOBODY and not _cannot_speak(frame, place, n)]
        best = max(others, key=shares.__getitem__, default=best)
    chosen, share = numbers[best], shares[best]
    main = _main_subject(frame, place, chosen)
    if main >= 0:
        chosen, share = main, 1.0
    own = _own_subject(frame, place)
    if own >= 0 and own in numbers:
        chosen, share = own, shares[numbers.index(own)]
    if chosen == NOBODY:
        return None, share
    start, end = frame.phrases[_anybody_there(frame, chosen)]
    if end < frame.size and end == relative_before(frame, place.first):
        start = _head_before(frame, start)
    if _asks_nobody(frame, place) and frame.lower[start - 1] != "by":
        return None, share
    end = min(end, place.at) if start < place.at else end
    start, end = _with_purpose(frame, _at_name(frame, start, end), end)
    if end - start > 1 and frame.lower[end - 1 : end + 1] == ["close", "to"]:
        end -= 1  # «a source close to the club»
    return (start, end), share
