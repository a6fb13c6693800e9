"""What a verb of saying does without reporting: «called off the race», «said that three times», «told me in July»."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from quotex.detect.reports.content import Content
from quotex.detect.reports.cues import CuePlace, verb_group
from quotex.detect.reports.edges.no_content import (
    asks_how,
    is_at_place,
    is_main_clause,
    is_manner,
    is_of_that_day,
    is_order_passed_on,
    is_part_of_source,
    is_pointed_at,
    is_something,
    is_tale,
    puts_otherwise,
)
from quotex.detect.reports.edges.outer_clause import opens_with_asked
from quotex.detect.reports.sentence import CLAUSE, Frame
from quotex.detect.reports.sources.quoted_by import told_by
from quotex.detect.reports.sources.subjects import relative_before
from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import noun_types
from quotex.lexicon.verbs import forms_of, saying_forms, thinking_forms

Words = tuple[int, int]
_QUESTIONS = frozenset(("question", "questions"))
_SEEMS = frozenset(("seem", "seems", "seemed", "appear", "appears", "appeared"))
_VERBS = frozenset(
    ("ask", "asks", "asked", "asking", "find", "finds", "found", "finding",
     "see", "sees", "saw", "seen", "seeing", "call", "calls", "called", "calling",
     "take", "takes", "took", "taken", "taking", "tell", "tells", "told", "telling",
     "close", "closes", "closed", "closing")
)  # fmt: skip
_AROUND = frozenset(
    ("in", "on", "at", "under", "after", "before", "near", "from", "into", "during", "outside", "inside", "behind",
     "beside", "by", "along", "twice", "again", "and")
)  # fmt: skip
_OFTEN = frozenset(("twice", "again", "aloud", "loud", "thrice", "times"))
_INDEFINITE = frozenset(("a", "an"))
_DISTRIBUTIVE = frozenset(("every", "each"))
_FRONTED = frozenset(("in", "on", "at", "after", "before", "during", "since", "until", "within", "throughout", "by"))
_ANSWERS = frozenset(
    ("say", "says", "said", "saying", "add", "adds", "added", "reply", "replies", "replied", "answer", "answers",
     "answered", "tell", "tells", "told")
)  # fmt: skip
_TOWARDS = frozenset(("to", "at"))
_OPENERS = [[word] for word in sorted(CLAUSE - {"to"})]
_GOES = frozenset(("go", "goes", "went", "going", "gone"))
_WHEN = frozenset(("in", "on", "since", "until", "by", "during"))
_WHY = frozenset(("because", "since", "when", "while", "until", "after", "before"))
_TIMES = frozenset(("after", "before", "when", "while", "until", "once"))
_ABSTRACT = ("tion", "tions", "sion", "ment", "ness", "ity", "ence", "ance", "ism", "ing", "ings", "ship")
Drop = Callable[[Frame, CuePlace, Content, "Words | None"], bool]


def reports_nothing(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """Tell whether one of `DROPS` finds that a cue reports nothing with this content."""
    return any(rule(frame, place, content, source) for _, rule in DROPS)


def _calls_off(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«called off their “wedding of the year”»"""
    return frame.lower[place.at] in forms_of("call") and frame.lower[place.at + 1 : place.at + 2] == ["off"]


def _refuses_to_say(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«refused to say whether …»: the report is that of "say"."""
    at, start = place.at, content.parts[-1][0]
    says = frame.lower[at + 1 : at + 2] == ["to"] and frame.lower[at + 2 : at + 3] != [] and start == at + 1
    says = says and not frame.gap[start]
    return says and frame.lower[at + 2] in saying_forms() and frame.lower[at + 3 : at + 4] in _OPENERS


def _goes_past_comma(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«The coroner asked, and Bo replied that …»: what is joined with a comma is no content."""
    start = content.parts[-1][0]
    joined = start == place.at + 1 < frame.size and frame.gap[start] == "," and frame.lower[start] in ("and", "but")
    return joined and len(content.parts) == 1


def _names_nothing(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """Content without a noun phrase or words in marks, and nobody's."""
    if source is not None:
        return False
    words = [i for start, end in content.parts for i in range(start, end)]
    return all(frame.phrase_at[i] < 0 and frame.quoted[i] < 0 for i in words)


def _is_topic(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """What somebody was asked about, no question: «when asked about the slide»."""
    start, end = content.parts[-1]
    if not opens_with_asked(frame, place):
        return False
    if "," in frame.gap[place.at + 1]:
        return True  # «when asked, she said»
    return frame.finite[end] == frame.finite[start] and frame.lower[start] not in CLAUSE


def _is_question_before(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«Being asked where she lived, she said Canada»: the question in front is no answer."""
    start, end = content.parts[0]
    asked = frame.lower[start : start + 2] == ["being", "asked"] or frame.lower[start] == "asked"
    return asked and end <= place.at and frame.lower[start + 1 :] != [] and frame.lower[place.at] in _ANSWERS


def _said_elsewhere(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«quoted the minister as saying …», «“…,” he was quoted as saying»: "saying" has what is said."""
    if "saying" not in frame.words:
        return False
    return any(frame.lower[end : end + 2] == ["as", "saying"] for end in (content.parts[-1][1], place.at + 1))


def _is_bare_object(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """No more than what somebody saw, found or took, or whom they called."""
    parts, at = content.parts, place.at
    start, end = parts[-1]
    if len(parts) > 1 or start != at + 1 or frame.lower[at] not in _VERBS or frame.phrase_at[start] < 0:
        return False
    if frame.coarse[at] == "e" and verb_group(frame, at)[1].rstrip("Rn")[-1:] != "h":  # «was called a disaster»
        return False
    phrase_end = frame.phrases[frame.phrase_at[start]][1]
    rest = range(phrase_end, end)
    end = next((i for i in rest if frame.lower[i] in _WHY), end)  # «closed the harbour because the wall is cracked»
    rest = range(phrase_end, end)
    if phrase_end < end and (frame.gap[phrase_end] or frame.lower[phrase_end] not in _AROUND):
        return False
    if frame.finite[end] > frame.finite[start] or any(_predicates(frame, i) for i in rest):
        return False
    if any(frame.quoted[i] >= 0 for i in range(start, end)) or (source and _kind(frame, source[1] - 1) == "document"):
        return False
    if frame.lower[at] in forms_of("ask"):  # «"Who paid?" Ana asked Bo»
        return is_somebody(frame, phrase_end - 1)
    if frame.lower[at] in forms_of("tell"):
        return frame.coarse[phrase_end - 1] == "P" or _kind(frame, phrase_end - 1) == "person"
    return _is_thing(frame, start, phrase_end - 1)


def is_somebody(frame: Frame, head: int) -> bool:
    noun = frame.lower[head]
    types = {_kind(frame, head), noun_types().get(noun.removesuffix("s"))}
    return frame.coarse[head] in "PN" or not types.isdisjoint(("person", "group"))


def _predicates(frame: Frame, i: int) -> bool:
    """Tell whether a word behind the object may say something of it: «her vote in May a mistake», «him guilty»."""
    second = frame.coarse[i] == "D" and frame.coarse[i - 1] not in "I&J"
    return second or frame.lower[i] == "as" or (frame.coarse[i] in "TgJ" and frame.phrase_at[i] < 0)


def _is_thing(frame: Frame, start: int, head: int) -> bool:
    """Tell whether a noun phrase may be something to see or hold: a pronoun, or a noun with an article or owner."""
    if frame.coarse[head] == "P":
        return True
    noun = frame.lower[head]
    told = noun in load_words("reporting_nouns") or noun.endswith(_ABSTRACT)
    whole = frame.coarse[start] == "D" or (frame.tags[head] == "NNS" and frame.coarse[start] != "J")
    return whole and not told and frame.coarse[head] != "N"


def _kind(frame: Frame, head: int) -> str:
    return noun_types().get(frame.lower[head], "")


def _is_result(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«so deep that the wall fell»: the clause tells what follows from it."""
    at, start = place.at, content.parts[0][0]
    so = at > 0 and frame.lower[at - 1] == "so" and frame.coarse[at] in "JRe" and not frame.gap[at]
    return so and frame.lower[start] == "that" and "that" not in frame.lower[start + 1 : content.parts[-1][1]]


def _is_said_again(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«said it again, in case nobody had heard», «said that three times»: what was said stands elsewhere."""
    start, end = content.parts[-1]
    if frame.lower[start] == "that" and end - start > 1 and all(map(partial(_counts, frame), range(start + 1, end))):
        return frame.lower[place.at] in saying_forms() and start == place.at + 1
    if start != place.at + 1 or frame.lower[start] != "it" or frame.lower[place.at] not in saying_forms():
        return False
    behind = start + 2
    marked = frame.quoted[start + 1] if behind <= end else -1
    if marked >= 0 and any(frame.quoted[i] == marked and frame.coarse[i] in "VMebgn" for i in range(behind, end)):
        return False  # «said it “fully supported” the plan»
    if behind > end or not (frame.coarse[behind - 1] == "R" or frame.lower[behind - 1] in _OFTEN):
        return behind > end
    return behind == frame.size or bool(frame.gap[behind]) or frame.coarse[behind] not in "VMR"


def _is_of_writer(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«That line, it should be said, is old»: what the writer says by the way."""
    if source is not None or place.first == 0 or frame.lower[place.first - 1] != "it":
        return False
    _, group = verb_group(frame, place.at)
    return group[:1] == "M" and group[-1:] == "b"


def _counts(frame: Frame, i: int) -> bool:
    """Tell whether a word is one of «three times», «twice», «again»."""
    return frame.coarse[i] == "C" or frame.lower[i] in _OFTEN


def _is_bare_relative(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«This is what they always say»: the content is no more than a relative before the cue."""
    start, end = content.parts[0]
    return len(content.parts) == 1 and end - start == 1 and start < place.at and frame.coarse[start] == "W"


def _modifies(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«An estimated four million people marched», «in every state I know»: the cue says something of a noun, or is
    one."""
    at = place.at
    if at > 0 and frame.lower[at - 1] in _DISTRIBUTIVE and frame.tags[at] == "NN":
        return frame.lower[content.parts[0][0]] != "that"
    article = at > 0 and frame.norm[at - 1] in _INDEFINITE  # in small letters: «Seo An told reporters»
    return article and frame.coarse[at] in "VeJ" and not frame.gap[at]


def _thanks(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«Mr Hale, thank you for coming»: said to somebody, and nobody's report."""
    return frame.lower[place.at] in ("thank", "thanks") and frame.lower[place.at + 1 : place.at + 2] == ["you"]


def _is_hearer_or_time(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«whispered to us», «shouted at Ana», «told me in July», «told the world via Twitter»: to whom, when or how, but
    not what."""
    start, end = content.parts[-1]
    if len(content.parts) > 1 or start <= place.at or frame.lower[place.at] not in saying_forms():
        return False
    if start > place.at + 1 and _is_bare_time(frame, start, end):
        return True
    if start == place.at + 2 and frame.lower[start - 1] in _TOWARDS and _is_phrase(frame, start, end):
        return is_somebody(frame, end - 1)
    first, phrase = frame.lower[start], frame.phrase_at[start + 1] if start + 1 < end else -1
    if phrase < 0 or frame.phrases[phrase][1] != end or any(frame.quoted[i] >= 0 for i in range(start, end)):
        return False
    if first in _TOWARDS:
        return is_somebody(frame, end - 1)
    return first == "via" or (first in _WHEN and frame.norm[end - 1] == "DATE")


def _is_phrase(frame: Frame, start: int, end: int) -> bool:
    phrase = frame.phrase_at[start]
    return phrase >= 0 and frame.phrases[phrase] == (start, end) and frame.quoted[start] < 0


def _is_bare_time(frame: Frame, start: int, end: int) -> bool:
    """«told the director | the same evening»: a noun phrase of time without a preposition."""
    phrase = frame.phrase_at[start]
    whole = phrase >= 0 and frame.phrases[phrase] == (start, end)
    return whole and frame.coarse[start] == "D" and _kind(frame, end - 1) == "time"


def _is_fronted_phrase(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«In the first week, they complained», «Asked about it, she giggled»: a phrase in front that tells when or why."""
    start, end = content.parts[0]
    if len(content.parts) > 1 or end > place.at or start or frame.lower[place.at] in _ANSWERS:
        return False
    if frame.finite[end] > frame.finite[start] + (frame.tags[start] == "VBD") or "," not in frame.gap[end]:
        return False
    if any(frame.quoted[i] >= 0 for i in range(start, end)):
        return False
    return frame.lower[start] in _FRONTED or (
        frame.lower[start] == "asked" and frame.tags[start] in ("VBD", "VBN", "NNP")
    )


def _tells_when(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«shout, “Stop,” before the door slammed»: the cue is the verb of a clause of time behind the content."""
    end = content.parts[-1][1]
    return end < place.at and frame.lower[end] in _TIMES and not any(frame.gap[end + 1 : place.at + 1])


def _is_by_the_way(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«Ana Ruiz, with whom Bo agreed, held that it was late»: the verb of the clause in commas reports nothing."""
    at, start = place.at + 1, content.parts[-1][0]
    return start >= at < frame.size and frame.coarse[at] in "VM" and relative_before(frame, at) <= place.at


def _is_way_of_saying(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«asked, in a small voice, whether …»: how something is said."""
    phrase = frame.phrase_at[place.at]
    start = frame.phrases[phrase][0] if phrase >= 0 else 0
    return start > 0 and frame.lower[place.at] in words_of("tone") and frame.lower[start - 1] in ("in", "with")


def _is_told_by_another(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«denied a report in the Courier that …»: what is denied is what the Courier reports."""
    phrase = frame.phrase_at[place.at + 1] if place.at + 1 < frame.size else -1
    if phrase < 0 or frame.coarse[place.at] not in "Vbg":
        return False
    teller = told_by(frame, frame.phrases[phrase][1] - 1)
    return teller is not None and content.parts[-1][0] == teller[1]


def _goes_on(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«went on to serve in the council»: what somebody did later, unless the next verb is one of saying."""
    at, start = place.at, content.parts[-1][0]
    if frame.lower[at] not in _GOES or frame.lower[at + 1 : at + 3] != ["on", "to"] or start != at + 2:
        return False
    return frame.lower[at + 3 : at + 4] != [] and frame.lower[at + 3] not in saying_forms()


def _is_part_of_name(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«Lantern Press, pp. 88–90», «the State Library», «State police are …»: a word of a name reports nothing."""
    at = place.at
    if not at:
        phrase = frame.phrase_at[0]
        return phrase >= 0 and frame.phrases[phrase][1] > 1 and frame.coarse[0] in "Nn" and not frame.gap[1]
    before = ("NNP", "NNPS", "DT") if frame.norm[at - 1] != "that" else ()
    return frame.tags[at] in ("NNP", "NNPS") and frame.tags[at - 1] in before and not frame.gap[at]


def _asks_questions(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«asks no questions», «asked two questions about it»: that there were some, but not which."""
    start = content.parts[-1][0]
    if frame.lower[place.at] not in forms_of("ask") or len(content.parts) > 1 or frame.phrase_at[start] < 0:
        return False
    head = frame.phrases[frame.phrase_at[start]][1] - 1
    return start == place.at + 1 and frame.lower[head] in _QUESTIONS and not frame.gap[start]


def _wishes_idly(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«One could wish that …»: nobody in particular."""
    if source is None or frame.lower[slice(*source)] != ["one"] or frame.lower[place.at] not in thinking_forms():
        return False
    first, group = verb_group(frame, place.at)
    return group[:1] == "M" and source[1] == first


def _is_of_noun(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«showed in an article that appears in May»: the clause says which article."""
    start = content.parts[-1][0]
    that = _relative_behind(frame, place.at)
    return that > 0 and start == that and "that" not in frame.lower[start + 1 : content.parts[-1][1]]


def _relative_behind(frame: Frame, at: int) -> int:
    """Return where a relative clause begins whose "that" is its own subject, behind a phrase with a preposition; 0 for
    nowhere."""
    noun = frame.phrase_at[at + 2] if at + 2 < frame.size else -1
    if noun < 0 or frame.coarse[at + 1] != "I" or any(frame.gap[at + 1 : at + 3]):
        return 0
    that = frame.phrases[noun][1]
    if that + 1 >= frame.size or frame.lower[that] != "that" or frame.norm[that - 1] == "DATE":
        return 0
    named = frame.coarse[that - 1] == "n" and frame.noun_kind(that - 1) != "d"
    return that if named and frame.coarse[that + 1] in "VM" and not any(frame.gap[that : that + 2]) else 0


def _seems_to_know(frame: Frame, place: CuePlace, content: Content, source: Words | None) -> bool:
    """«appears to know who is coming»: the writer's guess."""
    at = place.at
    return frame.lower[at] == "know" and at > 1 and frame.lower[at - 1] == "to" and frame.lower[at - 2] in _SEEMS


# The ids are those of ``lexicon/detection_rules.tsv``.
DROPS: tuple[tuple[str, Drop], ...] = (
    ("calling off", _calls_off),
    ("refusal to say", _refuses_to_say),
    ("joined clause", _goes_past_comma),
    ("bare object", _is_bare_object),
    ("topic of a question", _is_topic),
    ("nothing named", _names_nothing),
    ("question before", _is_question_before),
    ("as saying", _said_elsewhere),
    ("result", _is_result),
    ("said again", _is_said_again),
    ("said by the way", _is_of_writer),
    ("bare relative", _is_bare_relative),
    ("modifier", _modifies),
    ("fronted phrase", _is_fronted_phrase),
    ("hearer or time", _is_hearer_or_time),
    ("clause of time", _tells_when),
    ("thanks", _thanks),
    ("going on", _goes_on),
    ("about this", is_pointed_at),
    ("clause in commas", _is_by_the_way),
    ("way of saying", _is_way_of_saying),
    ("part of a name", _is_part_of_name),
    ("manner", is_manner),
    ("how", asks_how),
    ("told by another", _is_told_by_another),
    ("questions", _asks_questions),
    ("idle wish", _wishes_idly),
    ("clause of a noun", _is_of_noun),
    ("seeming to know", _seems_to_know),
    ("place of a notice", is_at_place),
    ("other words", puts_otherwise),
    ("that day", is_of_that_day),
    ("order passed on", is_order_passed_on),
    ("tale", is_tale),
    ("main clause", is_main_clause),
    ("something", is_something),
    ("title of the source", is_part_of_source),
)
