"""What is no content at its edges: the one spoken to, the object of words in marks, the verb of another clause."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import verb_group, word_class
from quotex.detect.reports.edges.asked import without_asked
from quotex.detect.reports.edges.outer_clause import SUBORDINATE
from quotex.detect.reports.edges.right import behind_aside
from quotex.detect.reports.edges.statements import pronoun_alone
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.lexicon import load_table
from quotex.lexicon.function_words import ARTICLES
from quotex.lexicon.verbs import cue_forms, saying_forms
from quotex.read.codes import is_numbered
from quotex.read.part_of_speech import FINITE

Words = tuple[int, int]
Trim = Callable[[Frame, int, Words], Words]
_LONGEST_OBJECT = 9  # words between a verb and the words in marks: «called the plan for the harbour “a dream”»
_GENERAL = frozenset(
    ("any", "every", "all", "no")
)  # «dismissed any meeting as “talk”»: such an object is what is claimed
_CLAUSAL = frozenset(("say", "says", "said", "saying", "insist", "insists", "insisted"))  # what follows is a clause
_PREPOSITIONS = frozenset(("of", "for", "about"))
_CLAUSES = CLAUSE - {"to", "as"}
_BEING = frozenset(("being", "having"))
_DISTANT = frozenset(("later", "earlier", "before", "after", "afterwards", "ago"))
_LIKENS = frozenset(("compar", "liken"))  # lemmas of verbs of which «to» has what is said of the object
_LONGEST_PREDICATED = 20  # words between a verb and the «as» before words in marks that are said of its object
_BREAKS_OFF = SUBORDINATE | {"who", "which", "whose", "where"}
_LONGEST_CODE = 8  # words in brackets: «(P3, aged 51)»
_THEN = ([["then"]], [["afterwards"]], [["meanwhile"]], [["still"]])
_BOTH = 2  # parts, one on each side of the cue
_LEFT = frozenset(("where", "when", "which", "who"))
_PARTICLES = frozenset(("out", "back", "over", "down", "up", "across"))  # «called out to Bo that he …»


def trimmed(frame: Frame, cue: int, content: Content, rules: Iterable[tuple[str, Trim]] | None = None) -> Content:
    """Return content without what stands between word ``cue`` and the reported words, by all rules or by some."""
    if content.side == "L":
        return content
    content = _within_clause(frame, cue, _without_own_subject(frame, cue, content))
    if content.side == "L":
        return content
    part, before = content.parts[-1], _without_then(frame, content.parts[:-1])
    for _, rule in TRIMS if rules is None else rules:
        part = rule(frame, cue, part)
    alone = bool(before) and before[0][1] - before[0][0] == 1 and frame.coarse[before[0][0]] == "W"
    if alone and part != content.parts[-1] and all(frame.quoted[i] >= 0 for i in range(*part)):
        return Content((part,), "R", content.probability)  # «the letter in which he called the man “a goat”»
    return Content((*before, part), content.side, content.probability)


def _without_own_subject(frame: Frame, cue: int, content: Content) -> Content:
    """Return content without the subject of the cue right before it: "a nun" of «a nun has added, “Yes.”»."""
    (start, end), *others = content.parts
    first = verb_group(frame, cue)[0]
    says = frame.coarse[cue] in "Ve" and frame.lower[cue] in saying_forms() and end == first and not frame.gap[first]
    if not (says and others and frame.quoted[others[0][0]] >= 0) or frame.quoted[start] >= 0:
        return content
    if frame.phrase_at[start] < 0 or frame.phrases[frame.phrase_at[start]] != (start, end):
        return content
    whole = start == 0 or bool(frame.gap[start]) or frame.lower[start - 1] in ("and", "but")
    return Content(tuple(others), "R", content.probability) if whole else content


def _within_clause(frame: Frame, cue: int, content: Content) -> Content:
    """Return content without the part that a semicolon and a clause with words in marks of its own part from the cue.

    «“No,” wrote Ana; a nun has added, “Yes.”»: neither said what the other did.
    """
    if len(content.parts) < _BOTH:
        return content
    (_, left), (start, end) = content.parts[-2:]
    parted = next((i for i in range(left, end) if ";" in frame.gap[i] and frame.quoted[i] < 0), -1)
    if parted < 0:
        return content
    if parted <= cue:
        return Content((content.parts[-1],), "R", content.probability)
    marks = next((i for i in range(max(parted, start), end) if frame.quoted[i] >= 0), end)
    told = any(frame.coarse[i] in "Ve" and frame.lower[i] in saying_forms() for i in range(parted, marks))
    own = marks < end and frame.gap[marks][:1] in (",", ":") and told
    return Content(content.parts[:-1], "L", content.probability) if own else content


def _without_then(frame: Frame, parts: tuple[Words, ...]) -> tuple[Words, ...]:
    """Return the parts before a tag, without a word that only says that the writer goes on: «Then, she reports, …»."""
    return () if [frame.lower[start:end] for start, end in parts] in _THEN else parts


def _without_addressee(frame: Frame, cue: int, part: Words) -> Words:
    """«said to the barmaid that he …», «told clients it expected …» begin behind the one spoken to."""
    start, end = part
    called_out = start == cue + 2 and frame.lower[cue + 1] in _PARTICLES and frame.lower[start] == "to"
    if not (start == cue + 1 or called_out) or start + 2 >= end or any(frame.gap[start : start + 2]):
        return part
    at = start + (frame.lower[start] == "to")
    phrase = frame.phrase_at[at]
    if phrase < 0 or (at == start and frame.coarse[at] != "P") or frame.tags[at] == "VB":
        return part
    behind = frame.phrases[phrase][1]
    if behind >= end - 1 or (at == start and frame.noun_kind(at) != "h"):
        return part
    return (behind, end) if _opens_clause(frame, behind, at > start) else part


def _without_apposition(frame: Frame, cue: int, part: Words) -> Words:
    """«told his neighbour, a dentist who had come by bus, that …» begins at "that"."""
    start, end = part
    if frame.lower[cue] not in saying_forms() or start <= cue + 1 or frame.gap[start] != ",":
        return part
    if frame.lower[start] in CLAUSE - {"who"} or frame.phrase_at[start] < 0 or frame.phrase_at[cue + 1] < 0:
        return part
    commas = [i for i in range(start + 1, end - 2) if frame.gap[i]]
    that = commas[0] if commas and frame.gap[commas[0]] == "," and frame.lower[commas[0]] == "that" else 0
    return (that, end) if that and frame.coarse[that + 1] not in "VM" and frame.quoted[start] < 0 else part


def _opens_clause(frame: Frame, at: int, bare: bool) -> bool:
    """Tell whether a clause begins at a word, with its opener, or with its subject and verb where it may be
    ``bare``."""
    if frame.lower[at] in _CLAUSES:
        return True
    phrase = frame.phrase_at[at]
    if not bare or frame.gap[at] or phrase < 0 or frame.phrases[phrase][0] != at:
        return False
    verb = frame.phrases[phrase][1]
    return verb < frame.size and frame.coarse[verb] in "VM" and not frame.gap[verb]


def _words_in_marks(frame: Frame, cue: int, part: Words) -> Words:
    """«called the plan “a dream”», «blasted him for being “dishonest” on air»: the words in the marks alone."""
    if not frame.in_marks:
        return part
    start, end = part
    numbers = {frame.quoted[i] for i in range(start, end) if frame.quoted[i] >= 0}
    number = min(numbers, default=-1)
    if len(numbers) != 1 or number == frame.quoted[start] or number == frame.quoted[cue] or start <= cue:
        return part
    if frame.lower[cue] in _CLAUSAL and frame.phrase_at[start] >= 0:
        return part
    first = frame.quoted.index(number, start)
    last = next((i for i in range(first, end) if frame.quoted[i] != number), end)
    stop = next((i for i in range(last, end) if frame.lower[i] in _BREAKS_OFF), end)
    before, behind = range(start, first), range(last, stop)
    predicated = is_predicated(frame, cue, first)
    if len(before) > (_LONGEST_PREDICATED if predicated else _LONGEST_OBJECT) or frame.lower[start] in _GENERAL:
        return part
    clause = frame.lower[start] in CLAUSE - {"as"} or _has_clause(frame, start, first, predicated)
    acts = not predicated and any(frame.coarse[i] in "bgT" and frame.lower[i] not in _BEING for i in before)
    verbs = "" if predicated else "bgT"
    goes_on = frame.finite[stop] > frame.finite[last] or any(frame.coarse[i] in verbs for i in behind)
    noun = frame.coarse[first : first + 2] == ["g", "n"] and first + 1 < last  # «“parking money”»
    charged = frame.coarse[first] == "g" and frame.lower[first - 1] in _PREPOSITIONS  # «accused her of “hiding it”»
    verb = frame.coarse[first] in "VMbg" and not noun and not predicated and not charged
    if clause or acts or goes_on or verb or any("," in frame.gap[i] for i in before[1:]):
        return part
    return first, last


def _with_subject(frame: Frame, cue: int, part: Words) -> Words:
    """«told the clerk he “could not wait”»: a verb at the head of the words in marks takes its subject with it."""
    start, end = part
    before = start - 1
    opens = frame.quoted[start] >= 0 and frame.quoted[before] < 0 and frame.coarse[start] in "VM"
    if not opens or before <= cue or frame.gap[start] != '"' or frame.phrase_at[before] < 0:
        return part
    first = frame.phrases[frame.phrase_at[before]][0]
    names = all(frame.coarse[i] == "N" for i in range(first, start))
    told = cue_forms().get(frame.lower[cue], ("", ""))[0] == "tell"
    if first == cue + 1 and told:  # the one spoken to and the subject side by side: «told MSNBC Cummings “was …”»
        return (before, end) if names and first < before else part
    return (first, end) if frame.noun_kind(before) in "hiN" else part


def _has_clause(frame: Frame, start: int, end: int, predicated: bool) -> bool:
    """Tell whether some words hold a finite verb; in an object with something said of it, «masked men» is no clause."""
    if frame.finite[end] == frame.finite[start] or not predicated:
        return frame.finite[end] > frame.finite[start]
    words = range(start, end)
    past = all(frame.tags[i] == "VBD" and frame.lower[i].endswith("ed") for i in words if frame.tags[i] in FINITE)
    return not past or any(frame.lower[i] in _CLAUSES for i in words)


def is_predicated(frame: Frame, cue: int, first: int) -> bool:
    """Tell whether words from ``first`` on are said of an object: «described the plan as a …», «likened it to …»."""
    before = frame.lower[first - 1 - (frame.lower[first - 1] in ARTICLES)]
    lemma = cue_forms().get(frame.lower[cue], ("", ""))[0]
    says = lemma in _describing() or word_class(frame, cue)[1] in "st"
    return (before == "as" and says) or (before == "to" and lemma in _LIKENS)


@cache
def _describing() -> frozenset[str]:
    """Return the lemmas of the verbs that have "as" before what they say of their object."""
    forms = cue_forms()
    return frozenset(
        forms[form][0] for form, opener, _ in load_table("passive_reports") if opener == "as" and form in forms
    )


def _before_outer_verb(frame: Frame, cue: int, part: Words) -> Words:
    """«the clerk who muttered “never again” left»: words in marks end before a verb that belongs to somebody else."""
    start, end = part
    number = frame.quoted[start]
    relative = "who" in frame.lower[max(0, cue - 2) : cue]
    if not relative or start != cue + 1 or number < 0 or number == frame.quoted[cue]:
        return part
    return start, next((i for i in range(start, end) if frame.quoted[i] != number), end)


def _without_preposition(frame: Frame, cue: int, part: Words) -> Words:
    """«warned of black ice», «asked for help» are of a noun phrase; «asked for the gate to be shut» is of a clause."""
    start, end = part
    if (
        start != cue + 1
        or start + 1 >= end
        or frame.lower[start] not in _PREPOSITIONS
        or any(frame.gap[start : start + 2])
    ):
        return part
    clause = frame.finite[end] > frame.finite[start] or any(frame.coarse[i] in "Tg" for i in range(start + 1, end))
    return part if clause or frame.phrase_at[start + 1] < 0 else (start + 1, end)


def _without_time(frame: Frame, cue: int, part: Words) -> Words:
    """«announced the next day that it was shut», «said a week earlier that …» begin behind the time."""
    start, end = part
    if start != cue + 1 or frame.gap[start] or frame.phrase_at[start] < 0:
        return part
    behind = frame.phrases[frame.phrase_at[start]][1]
    if not (frame.noun_kind(behind - 1) == "d" or frame.norm[behind - 1] == "DATE"):
        return part
    distant = behind < end and frame.lower[behind] in _DISTANT
    if not distant and behind - start == 2 and frame.lower[start] in ARTICLES:
        return part  # «recalled the year that it rained»
    behind += distant
    that = behind + 1 < end and frame.lower[behind] == "that" and not frame.gap[behind]
    return (behind, end) if that and frame.finite[end] > frame.finite[behind] else part


def _before_semicolon(frame: Frame, cue: int, part: Words) -> Words:
    """«said that the mill was shut; the valley had lost its last one»: outside stories, the writer goes on."""
    start, end = part
    if frame.kind[0] == "S" or any(frame.quoted[i] >= 0 for i in (start, end - 1)):
        return part
    signs = (i for i in frame.signed if start < i < end and ";" in frame.gap[i])
    return start, next((i for i in signs if not _adds_that(frame, i)), end)


def _adds_that(frame: Frame, i: int) -> bool:
    """Tell whether a further clause begins at a word: «that it was late; | and that it rained»."""
    at = i + (frame.lower[i] in ("and", "but"))
    return frame.lower[at : at + 1] == ["that"] and not (at + 1 < frame.size and frame.coarse[at + 1] in "VM")


def _without_code(frame: Frame, cue: int, part: Words) -> Words:
    """«explained that the line is short then (Interviewee 31)»: the code of the speaker is no word of hers."""
    start, end = part
    first = next((i for i in range(end - 1, max(start, end - _LONGEST_CODE), -1) if "(" in frame.gap[i]), 0)
    if not first or end < frame.size and ")" not in frame.gap[end]:
        return part
    word = frame.lower[first]
    counted = first + 1 < end and frame.lower[first + 1].isdigit() and is_numbered(word.removesuffix("s"))
    return (start, first) if (counted or word.upper() in frame.codes) and cue < start else part


def _without_aside(frame: Frame, cue: int, part: Words) -> Words:
    """«claim, on the strength of two months in a kitchen, that …» begins behind the phrase in commas."""
    start, end = part
    clause = behind_aside(frame, cue) if start == cue + 1 and frame.lower[cue] in saying_forms() else 0
    return (clause, end) if start < clause < end - 1 else part


def _without_manner(frame: Frame, cue: int, part: Words) -> Words:
    """«told her to her face that he …» begins at "that"."""
    start, end = part
    phrase = frame.phrase_at[start + 1] if start + 1 < end else -1
    hearer = start == cue + 2 and frame.coarse[cue + 1] == "P"
    if not hearer or frame.coarse[start] not in "IT" or frame.lower[start] in CLAUSE - {"to"} or phrase < 0:
        return part
    that = frame.phrases[phrase][1]
    clause = that + 1 < end and frame.lower[that] == "that" and frame.finite[end] > frame.finite[that]
    return (that, end) if clause and not any(frame.gap[start : that + 1]) else part


def _before_relative(frame: Frame, cue: int, part: Words) -> Words:
    """«promised to ask the county, | where, he said, it would wait»: the relative belongs to what comes behind."""
    start, end = part
    left = start < end - 2 and end < frame.size and frame.gap[end] == "," == frame.gap[end - 1]
    return (start, end - 1) if left and frame.lower[end - 1] in _LEFT else part


# In this order; the ids are those of ``lexicon/detection_rules.tsv``.
ADDRESSEES: tuple[tuple[str, Trim], ...] = (
    ("one spoken to", _without_addressee),
    ("who is spoken to", _without_apposition),
    ("one who is to act", without_asked),
)
TRIMS: tuple[tuple[str, Trim], ...] = (
    *ADDRESSEES,
    ("time before a clause", _without_time),
    ("words in marks alone", _words_in_marks),
    ("subject of words in marks", _with_subject),
    ("verb of somebody else", _before_outer_verb),
    ("preposition of a noun", _without_preposition),
    ("semicolon", _before_semicolon),
    ("code of the speaker", _without_code),
    ("phrase in commas", _without_aside),
    ("manner of telling", _without_manner),
    ("pronoun for a statement", pronoun_alone),
    ("relative behind", _before_relative),
)
