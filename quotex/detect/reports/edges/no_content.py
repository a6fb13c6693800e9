"""What stands beside a verb of saying and tells nothing of what is said: a day, a tale, a name, an order that is
passed on."""

from __future__ import annotations

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.sentence import Frame
from quotex.lexicon import load_words
from quotex.lexicon.names import titles

Words = tuple[int, int]
_ORDERED = frozenset(("ordered", "directed", "instructed", "commanded"))
_TELLS = frozenset(("tell", "tells", "told", "telling"))
_SOMETHING = frozenset(("something", "anything", "nothing", "things"))
_SAYS = _TELLS | {"say", "says", "said", "saying", "whispered", "muttered", "shouted"}
_OF_WHICH = frozenset(("that", "which", "in", "under", "like", "to"))
_TALES = frozenset(("story", "stories", "tale", "tales", "joke", "jokes", "lie", "lies", "fib", "fibs"))
_TOPICAL = frozenset(("about", "of", "on"))
_THESE = frozenset(("this", "that", "it", "these", "those", "them"))
_ANSWERED = frozenset(("no", "yes", "not", "never", "maybe", "perhaps", "so", "why", "when", "where", "how", "here"))
_OTHERWISE = frozenset((("which", "is", "to"), ("that", "is", "to"), ("which", "was", "to")))
_TOPIC = frozenset(("about", "of", "that", "how"))


def is_of_that_day(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«preached that Sunday on Job», «asked that morning»: "that" belongs to a day."""
    start, end = content.parts[-1]
    if frame.lower[start] != "that" or start + 1 >= end or frame.finite[end] > frame.finite[start]:
        return False
    day = frame.lower[start + 1] in load_words("dates") or frame.noun_kind(start + 1) == "d"
    return day and all(frame.quoted[i] < 0 for i in range(start, end))


def is_order_passed_on(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«the Bill was read, and ordered to be printed»: what is ordered to be done orders nothing."""
    at, start = place.at, content.parts[-1][0]
    passed = frame.lower[at] in _ORDERED and frame.lower[at + 1 : at + 3] == ["to", "be"] and start == at + 1
    return passed and source is not None and source[1] <= at and verb_group(frame, at)[1].rstrip("Rn")[-1:] != "h"


def is_main_clause(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«Questioned by Ann Low, the nurse said that …»: what others do when somebody asks them."""
    at, start = place.at, content.parts[-1][0]
    asked = at == 0 and frame.coarse[at] in "Ve" and frame.lower[at + 1 : at + 2] == ["by"]
    clause = start > at + 2 and "," in frame.gap[start] and frame.phrase_at[start] >= 0 and frame.coarse[start] != "W"
    return asked and clause and frame.phrases[frame.phrase_at[start]][0] == start


def is_tale(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«They tell a story in the desert», «he told lies»: a tale, and not what it tells."""
    start, end = content.parts[-1]
    if len(content.parts) > 1 or frame.lower[place.at] not in _TELLS or start <= place.at or frame.phrase_at[start] < 0:
        return False
    head = frame.phrases[frame.phrase_at[start]][1] - 1
    if frame.lower[head] not in _TALES or frame.finite[end] > frame.finite[start]:
        return False
    plain = _TOPIC.isdisjoint(frame.lower[head + 1 : end]) and not any(frame.gap[start + 1 : end])
    return plain and all(frame.quoted[i] < 0 for i in range(start, end))


def is_something(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«said something that only he heard», «muttered something in French»: something, and not what it is; but
    «said things in town were worse» is a clause."""
    start, end = content.parts[-1]
    object_ = len(content.parts) == 1 and start == place.at + 1 and frame.lower[place.at] in _SAYS
    named = object_ and frame.lower[start] in _SOMETHING and frame.quoted[start] < 0
    if not named or start + 1 >= end or frame.lower[start + 1] not in _OF_WHICH or frame.gap[start + 1]:
        return False
    clauses = sum(frame.lower[i] == "that" or frame.coarse[i] == "W" for i in range(start + 1, end))
    return frame.finite[end] - frame.finite[start] <= clauses


def is_part_of_source(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«What did they eat? Miss Lund wondered»: the title of a name is nothing said."""
    start, end = content.parts[-1]
    if source is None or len(content.parts) > 1 or end != source[0] or frame.gap[end].strip("."):
        return False
    return all(frame.lower[i].strip(".") in titles() and frame.quoted[i] < 0 for i in range(start, end))


def asks_how(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«How a fish tells the time is unclear»: a word of a question is nobody."""
    return source is not None and source[1] - source[0] == 1 and frame.tags[source[0]] == "WRB"


def is_pointed_at(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«asked the firm about this»: what was said about it stands elsewhere."""
    start, end = content.parts[-1]
    return len(content.parts) == 1 and end - start == 2 and frame.lower[start] in _TOPICAL and (
        frame.lower[start + 1] in _THESE and frame.quoted[start + 1] < 0
    )  # fmt: skip


def is_manner(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«shouted anyway», «whispered again»: how or how often, but not what."""
    start, end = content.parts[-1]
    return len(content.parts) == 1 and end - start == 1 and start > place.at and frame.coarse[start] == "R" and (
        not frame.gap[start] and frame.quoted[start] < 0 and frame.lower[start] not in _ANSWERED
    )  # fmt: skip


def puts_otherwise(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«…, which is to say that nobody came», «that is to say»: the writer's other words for it."""
    at = place.at
    return at > 2 and frame.lower[at] == "say" and tuple(frame.lower[at - 3 : at]) in _OTHERWISE


def is_at_place(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«announced in a footnote to the guide»: what was announced is named before."""
    start, at = content.parts[-1][0], place.at
    if len(content.parts) > 1 or start <= at + 1 or frame.lower[start] != "to":
        return False
    noun = frame.tags[start + 1 : start + 2] in (["NN"], ["NNS"], ["DT"], ["PRP$"], ["NNP"])
    passive = frame.coarse[at] == "e" or (frame.coarse[at] == "V" and frame.gap[at] == ",")
    return passive and noun and frame.coarse[start + 2 : start + 3] != ["D"]  # «to hand the man over»
