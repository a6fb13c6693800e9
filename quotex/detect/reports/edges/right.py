"""Where content behind a cue begins and ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate

from quotex.detect.reports.cues import STRONG, CuePlace, Grades
from quotex.detect.reports.edges.fronted import behind_source
from quotex.detect.reports.edges.main_verb import LEAVES, is_subject
from quotex.detect.reports.edges.outer_clause import STOPS, begins_predicate
from quotex.detect.reports.edges.tails import TAILS, goes_on_shifted
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon.pronouns import SUBJECTS
from quotex.lexicon.verbs import forms_of, saying_forms
from quotex.models.bins import count, count2, count3

SIDES = ("R", "L", "B")
SIDE_TEMPLATES = ("turned", "edges", "turned grade", "open")
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
_TIMES = frozenset(("day", "night", "morning", "afternoon", "evening", "week", "month", "year", "summer", "winter"))
_NEAR, _FAR = 7, 14  # words behind the cue within which a word of any kind, and one of CLAUSE, may begin content
_MOST_PHRASES = 2  # between the verb and "that": «said on Monday in a letter that …»
_NEVER_BEGINS = "VM&rsx"  # coarse tags of words that no content begins with, unless right behind the cue or a sign
# What content right of a cue ends before where neither a sign nor a date stands: prepositions, conjunctions and finite
# verbs by their coarse tags, and some words.  Before another verb, or "to", it ends once in three hundred times.
_ENDS_BEFORE_TAGS = "I&V"
_ENDS_BEFORE = frozenset(("last", "this", "next", "earlier", "late", "early", "that", "when", "who"))
_JOINS = frozenset(("and", "or"))
_FAR_VERB = 40  # words between a verb with "to" and one joined to it
# Where content begins whatever the models say: «accused them of | lying», «asked me twice | whether it rained».
Opener = Callable[[Frame, CuePlace], int]
_QUESTIONS = frozenset(("if", "whether", "what", "why", "how", "where", "when"))
_WHETHER = frozenset(("if", "whether"))
_OFTEN = frozenset(("times", "twice", "again", "once", "repeatedly"))
_LONGEST_ASIDE = 14  # words of a phrase in commas behind a verb
_LONGEST_ACCUSED = 10  # words between a verb and what its object is accused of


def side_values(frame: Frame, place: CuePlace) -> list[str]:
    """Return the values of ``SIDE_TEMPLATES``: what the sides of the cue look like."""
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
    opened = ("q" if frame.quoted[0] >= 0 else "-") + ("q" if frame.quoted[size - 1] >= 0 else "-")
    opened += "c" if frame.quoted[at] >= 0 else "-"
    return [turned, edges, turned + place.grade, opened]


def _may_start(frame: Frame, i: int, distance: int) -> bool:
    """Tell whether content may begin with word ``i``, that many words behind the cue, less than ``_FAR``."""
    if frame.lower[i] == "that" and _is_that_day(frame, i):
        return False
    if distance == 1 or frame.gap[i] or frame.lower[i] in CLAUSE:
        return True
    return distance < _NEAR and frame.coarse[i] not in _NEVER_BEGINS


def _is_that_day(frame: Frame, i: int) -> bool:
    """Tell whether "that" belongs to a time, and the clause begins behind it: «posted later that day that it
    rained»."""
    words = frame.lower[i : i + 3]
    return words[::2] == ["that", "that"] and words[1] in _TIMES


def start_places(frame: Frame, place: CuePlace) -> list[int]:
    """Return where content to the right of the cue can begin: from some distance on, at quotation marks alone."""
    at = place.at
    far, stop = at + _FAR, min(at + 31, frame.reach(at))
    places = [i for i in range(at + 1, min(far, stop)) if _may_start(frame, i, i - at)]
    places += [i for i in frame.marks if far <= i < stop]
    return [i for i in places if i == at + 1 or not frame.cuts_marks(i, at)]


def start_values(frame: Frame, place: CuePlace, side: str) -> Iterator[tuple[int, list[str]]]:
    """Each start place with the values of ``START_TEMPLATES``."""
    at, lemma, size = place.at, place.lemma, frame.size
    norm, coarse, gap, lower = frame.norm, frame.coarse, frame.gap, frame.lower
    betweens = [*accumulate(frame.signs(at + 1, min(at + 8, size)), initial="")]
    openers = [j for j in range(at + 2, min(at + 37, size)) if lower[j] in CLAUSE or '"' in gap[j] or ":" in gap[j]]
    seen = ""
    for i in start_places(frame, place):
        distance = str(i - at) if i < at + 10 else "10" if i < at + 15 else "15"
        between = betweens[i - at - 1] if i < at + 8 else "far"
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
        opener = bisect_right(openers, i)
        later = "-"
        if opener < len(openers) and openers[opener] < i + 7:
            later = lower[openers[opener]] if lower[openers[opener]] in CLAUSE else '"'
        finite = count3(frame.finite[i] - frame.finite[at + 1]) + seen
        yield i, [
            distance + side, word, lemma + " " + word, kind, norm[i - 1], norm[i - 1] + " " + word, gap[i],
            gap[i] + kind, between, between + "_" + kind, lemma + between, between + "_" + word, shape, kind + shape,
            mark, finite, count(frame.commas[i + 1] - frame.commas[at + 1]) + gap[i], following,
            following + distance, lemma + kind, lemma + distance, later, later + between,
            side + gap[i] + "_" + gap[at + 1],
            place.grade + kind + between, lemma + shape,
        ]  # fmt: skip


def _may_end(frame: Frame, i: int) -> bool:
    """Tell whether content may end before word ``i``."""
    if frame.gap[i] or frame.norm[i] == "DATE":
        return True
    if frame.coarse[i] not in _ENDS_BEFORE_TAGS and frame.lower[i] not in _ENDS_BEFORE:
        return False
    phrase = frame.phrase_at[i]
    return phrase < 0 or phrase != frame.phrase_at[i - 1]


def _may_end_noun(frame: Frame, i: int) -> bool:
    return _may_end(frame, i) or begins_predicate(frame, i)


def _goes_on_joined(frame: Frame, place: CuePlace, start: int, i: int) -> bool:
    """Tell whether a conjunction joins a second clause or infinitive to what is reported."""
    return _is_further_clause(frame, i) or _is_further_infinitive(frame, place, start, i)


def _is_further_clause(frame: Frame, i: int) -> bool:
    """Tell whether a second reported clause begins at a word: «says that it rained and that it would go on»."""
    if frame.lower[i : i + 2] != ["and", "that"] or i + 2 >= frame.size or frame.gap[i + 1]:
        return False
    phrase = frame.phrase_at[i + 2]
    return phrase >= 0 and frame.finite[frame.size] > frame.finite[frame.phrases[phrase][1]]


def _is_further_infinitive(frame: Frame, place: CuePlace, start: int, i: int) -> bool:
    """Tell whether a further verb without "to" begins at a word: «told us to sit down | and wait», «would come | and
    open it»."""
    if frame.tags[i + 1 : i + 2] != ["VB"] or any(frame.gap[i : i + 2]):
        return False
    bare = frame.tags[place.at] in ("VB", "VBP") or frame.coarse[place.at] == "n"
    return not bare and any(frame.coarse[n] in "TM" for n in range(max(start, i - _FAR_VERB), i))


def end_places(frame: Frame, place: CuePlace, start: int) -> list[int]:
    """Return where content that begins at word ``start`` right of the cue can end (exclusive)."""
    size, cue = frame.size, place.at
    reach = frame.reach(cue)
    offers = _may_end_noun if is_subject(frame, place, start) else _may_end
    places = [
        i
        for i in range(start + 1, min(reach + 1, size))
        if (i == reach or (offers(frame, i) and not frame.cuts_marks(i, cue)))
        and not (frame.lower[i] in _JOINS and _goes_on_joined(frame, place, start, i))
        and not goes_on_shifted(frame, cue, start, i)
    ]
    places.append(size)
    stops = [stop for _, rule in (*STOPS, *TAILS) if (stop := rule(frame, place, start)) is not None]
    if stops:
        places = [*(i for i in places if i < min(stops)), min(stops)]
    for _, leave in LEAVES:
        places = leave(frame, place, start, places)
    return places


def end_values(frame: Frame, place: CuePlace, start: int, side: str, grades: Grades) -> Iterator[tuple[int, list[str]]]:
    """Each end place with the values of ``END_TEMPLATES``."""
    size, norm, coarse, gap, lower = frame.size, frame.norm, frame.coarse, frame.gap, frame.lower
    finite, commas = frame.finite, frame.commas
    starter = lower[start] if lower[start] in CLAUSE else coarse[start]
    opened = ('"' if '"' in gap[start] else "") + ("q" if frame.quoted[start] >= 0 else "-")
    first, lemma = True, place.lemma
    verbs = [i for i in grades.strong if coarse[i] in "Veg"]
    for order, i in enumerate(end_places(frame, place, start)):
        last = "$" if i == size else "."
        word, kind = (norm[i], coarse[i]) if i < size else ("$", "$")
        word2, kind2 = (norm[i + 1], coarse[i + 1]) if i + 1 < size else ("$", "$")
        kind3 = coarse[i + 2] if i + 2 < size else "$"
        sign, before = gap[i], norm[i - 1]
        sign_kind, sign_word = sign + kind, sign + word
        inside, rest = finite[i] - finite[start], finite[size] - finite[i]
        length, left = count(i - start), count(size - i)
        inside_count = count3(inside)
        verb = bisect_left(verbs, i)
        strong = "-"
        if verb < len(verbs) and verbs[verb] <= i + 7:
            strong = count(verbs[verb] - i) + coarse[verbs[verb]]
        marks = opened + ("q" if frame.quoted[i - 1] >= 0 else "-")
        tail = "-"
        if i < size and (phrase := frame.phrase_at[i + 1] if i + 1 < size else -1) >= 0:
            end = frame.phrases[phrase][1]
            tail = kind + (coarse[end] + gap[end] if end < size else "$")
        following = bisect_right(frame.signed, i)
        piece_end = min(i + 12, frame.signed[following] if following < len(frame.signed) else size)
        piece = count2(finite[piece_end] - finite[i]) + (gap[piece_end] if i < size else "$")
        commas_in = count3(commas[i] - commas[start + 1])
        yield i, [
            last + side, sign, word, before, sign_word, sign_kind, sign_kind + kind2, coarse[i - 1] + sign_kind,
            lemma + sign_word, starter + sign_word, starter + sign_kind, length, left + last, left + sign,
            inside_count + starter + sign, inside_count + sign_kind, count2(rest) + sign_kind,
            commas_in + sign_kind, sign_word + " " + word2, marks, marks + sign, side + sign + last, strong,
            strong + sign_kind, sign_kind + kind2 + kind3, "f" if first else "-",
            ("f" if first else "-") + sign_kind,
            lemma + last, before + " " + word, tail + sign + starter, count(order) + last,
            starter + length + sign + last,
            piece + last, piece + sign_word, piece + sign_kind,
        ]  # fmt: skip
        first = False


def opened_behind(frame: Frame, place: CuePlace) -> int | None:
    """Return the word with which content must begin behind a verb of saying, or None.

    A clause with "that" is what is said, whatever stands before the verb, and so are words in marks behind a comma.

    >>> from quotex.read.document import Document
    >>> document = Document("Mayor Ruiz, who was away until this week, said Tuesday that nobody would move.")
    >>> frame = Frame(document, document.sentence_at(0), [])
    >>> frame.lower[opened_behind(frame, CuePlace(8, 8, "say", "9"))]
    'that'
    """
    at = place.at
    if opened := opener_at(frame, place):
        return opened
    says = frame.lower[at] in saying_forms() or int(place.grade) >= STRONG
    if not says or frame.coarse[at] not in "Vbge" or frame.quoted[at] >= 0:
        return None
    after = _adverbs(frame, at + 1)
    if after < frame.size and _opens_marks(frame, after):
        return after
    return _that_clause(frame, after)


def _adverbs(frame: Frame, i: int) -> int:
    while i < frame.size and not frame.gap[i] and frame.coarse[i] == "R":
        i += 1
    return i


def _opens_marks(frame: Frame, i: int) -> bool:
    """Tell whether words in marks begin here behind a comma or colon."""
    sign = frame.gap[i]
    return '"' in sign and sign[0] in ",:" and frame.quoted[i] >= 0 and frame.quoted[i - 1] < 0


def _that_clause(frame: Frame, i: int) -> int | None:
    """Return where a clause with "that" begins behind no more than times and phrases with a preposition."""
    for _ in range(_MOST_PHRASES + 1):
        while i < frame.size and not frame.gap[i] and (frame.norm[i] == "DATE" or frame.coarse[i] == "R"):
            i += 1
        if i + 2 >= frame.size or frame.gap[i]:
            return None
        if frame.lower[i] == "that" and not _is_that_day(frame, i):
            subject = frame.phrase_at[i + 1]
            clause = subject >= 0 and frame.finite[frame.size] > frame.finite[frame.phrases[subject][1]]
            return i if clause and not frame.gap[i + 1] and frame.quoted[i] < 0 else None
        phrase = frame.phrase_at[i + 1]
        if frame.coarse[i] not in "IT" or phrase < 0 or frame.gap[i + 1]:
            return None
        i = frame.phrases[phrase][1]
    return None


def opener_at(frame: Frame, place: CuePlace) -> int:
    """Return the word with which content begins by the first of `OPENERS` that knows; 0 for none."""
    return next((found for _, rule in OPENERS if (found := rule(frame, place))), 0)


def _behind_bare_source(frame: Frame, place: CuePlace) -> int:
    """«According to the police report of that morning | it threw a bench»: a pronoun with its verb, and no comma."""
    if place.at or frame.lower[0] != "according":
        return 0
    for i in range(3, min(frame.size - 1, _LONGEST_ACCUSED + 3)):
        if frame.gap[i] or frame.coarse[i] in "VMW":
            return 0
        if frame.tags[i] == "PRP" and frame.lower[i] in SUBJECTS and frame.coarse[i + 1] in "VM":
            return i if not frame.gap[i + 1] and frame.coarse[i - 1] != "I" else 0
    return 0


def behind_aside(frame: Frame, at: int) -> int:
    """Return where a clause with "that" begins behind a phrase in commas: «claim, on the strength of it, | that …»; 0
    for nowhere."""
    if at + 2 >= frame.size or frame.gap[at + 1] != "," or frame.coarse[at + 1] not in "IR":
        return 0
    for i in range(at + 2, min(at + _LONGEST_ASIDE, frame.size - 1)):
        if frame.gap[i] == ",":
            return i if frame.lower[i] == "that" and frame.finite[frame.size] > frame.finite[i] else 0
        if frame.coarse[i] in "VMW" or frame.gap[i]:
            return 0
    return 0


def _behind_accused(frame: Frame, place: CuePlace) -> int:
    """«accused the firm of | hiding the report»"""
    at = place.at
    if frame.lower[at] not in forms_of("accuse") or frame.coarse[at] not in "Vgb":
        return 0
    for i in range(at + 2, min(at + _LONGEST_ACCUSED, frame.size - 1)):
        if frame.gap[i] or frame.coarse[i] in "VM":
            return 0
        if frame.lower[i] == "of" and frame.coarse[i + 1] == "g" and not frame.gap[i + 1]:
            return i + 1
    return 0


def _behind_asked(frame: Frame, place: CuePlace) -> int:
    """«asked my wife three times | if she was cold»"""
    at = place.at + 1
    if frame.lower[place.at] not in forms_of("ask") or at >= frame.size or frame.gap[at] or frame.phrase_at[at] < 0:
        return 0
    at = frame.phrases[frame.phrase_at[at]][1]
    while at < frame.size and not frame.gap[at] and (frame.coarse[at] in "CR" or frame.lower[at] in _OFTEN):
        at += 1
    return at if at < frame.size and not frame.gap[at] and frame.lower[at] in _WHETHER else 0


def _behind_relative(frame: Frame, place: CuePlace) -> int:
    """«the clerk, who had just asked | if she might go»: nothing before "who" is what was asked."""
    first, at = place.first, place.at + 1
    if not first or frame.lower[first - 1] != "who" or frame.lower[place.at] not in saying_forms():
        return 0
    if (
        at + 1 >= frame.size
        or frame.gap[at]
        or frame.lower[at] not in _QUESTIONS
        or frame.coarse[place.at] not in "Veb"
    ):
        return 0
    return at if frame.finite[frame.size] > frame.finite[at] and frame.quoted[at] < 0 else 0


# The ids are those of ``lexicon/detection_rules.tsv``.
OPENERS: tuple[tuple[str, Opener], ...] = (
    ("source without a comma", _behind_bare_source),
    ("clause behind a source", behind_source),
    ("accused of", _behind_accused),
    ("asked whether", _behind_asked),
    ("asked by whom", _behind_relative),
)
