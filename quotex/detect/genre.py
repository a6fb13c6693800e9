"""Is the text a story or a report?  Dialogue is read differently in each.

The evidence is counted over the first part of the text, outside quotation marks: the words of stories and of reports,
capitals and figures in running text, the present tense, full names and words that tell who somebody is; then
paragraphs of bare dialogue, a headline, chapter heads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

import regex

from quotex.detect.layout.find_turns import find_turns
from quotex.detect.layout.turn import TALK
from quotex.detect.marks.passages import read_passages
from quotex.lexicon import load_table, load_words
from quotex.lexicon.nouns import person_nouns
from quotex.lexicon.verbs import is_finite
from quotex.patterns import pattern, plain
from quotex.read.document import Document
from quotex.read.news_layout import dateline_ends
from quotex.read.vocabulary import word_counts

SHORT = 40_000  # characters of a story in which one description means one person, and that tells little of anybody
_READ = 60_000  # characters; the register of a text shows early
_CHAPTER = plain(r"^[ \t]*(?:chapter|book|part|canto)\s+(?:[ivxlc]+|\d+|one|the first)\b", re.I | re.M)
_WORD = plain(r"[\w’']+")
_CAPITAL = pattern(r"(?<=[a-z,]\s)\p{Lu}\p{Ll}++")
_SAID_THAT = pattern(r"\b(?:said|says|announced|told\s\w{1,20})\s(?:that|on\s\p{Lu})")
# "Our guide, Tom Reed, agreed", "Ann Bell, 67, agreed": a report says in passing who somebody is.
_DATE_ACTS = pattern(
    r"(?<!\b(?:[Oo]n|[Ii]n|[Ll]ast|[Nn]ext|[Tt]his|[Ss]ince)\s)\b"
    r"(?<word>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|April|May|June|August)\s(?<verb>\p{Ll}{3,15})\b"
)
_EXPLAINED = pattern(r"(?<=\b(\p{Ll}++)),\s\p{Lu}[\p{L}’'-]*+(?:\s\p{Lu}[\p{L}’'-]*+){0,2}[,.]")
_AGED = pattern(r"\p{Lu}\p{Ll}++,\s\d{1,3},|\b\d{1,3}-year-old")
_FULL_NAME = pattern(r"\b(\p{Lu}\p{Ll}++)\s(?:\p{Lu}\.\s)?\s{0,2}\p{Lu}[\p{L}’'-]++")
_PRESENT = pattern(
    r"""\b(?:[Hh]e|[Ss]he|[Ww]ho|[Ii]t|\p{Lu}\p{Ll}++)\s(?:\p{Ll}{1,20}ly\s)?
        (?!(?:was|his|this|always|perhaps|across|towards)\b)\p{Ll}{2,20}(?<![su])s\b""",
    regex.VERBOSE,
)
_I_SAID = pattern(
    r"[,?!.][”\"’']\s(?:I\s(?:sa(?:id|y)|ask(?:ed)?|answer(?:ed)?|replied|cried)|(?:said|asked|answered|replied|cried)\sI)\b"
)
_SHAPES = {"capital": _CAPITAL, "said that": _SAID_THAT, "aged": _AGED, "present verb": _PRESENT}
_BIAS = 1.8
_DOUBT = 20  # words; a text as short as that proves little, and is read as a report
_FEW = 60  # words more; two full names, or a street, in a scene of a few lines are no sign of a report
_SCENE = 3  # paragraphs of a scene
# What one in a hundred words of a kind is worth, and the rate beyond which more adds nothing.  Set by hand on
# polnear-train, litbank-dev, parts of pdnc-dev of one to nine thousand characters, and the cases of the tests.
_WORD_RATES = {
    "story": (0.25, 14.0),
    "report": (-0.55, 8.0),
    "figure": (-0.9, 3.0),
    "present": (-0.3, 3.0),
    "third person": (0.15, 8.0),
    "first person": (0.2, 3.0),
}
_SHAPE_RATES = {  # all of them speak for a report, so that they are asked last, and only when the rest does not
    "capital": (-0.25, 14.0),
    "said that": (-0.5, 1.0),
    "full name": (-0.9, 2.0),
    "explained": (-1.8, 1.5),
    "aged": (-1.5, 1.0),
    "present verb": (-0.3, 1.5),
}
_FLAGS = {
    "headline": -0.7,
    "chapter": 1.0,
    "bare dialogue": 2.5,
    "no bare dialogue": -1.3,
    "mostly spoken": 2.0,
    "cries": 1.5,
    "I said": 6.0,
    "labelled turns": -4.0,
    "byline": -2.5,
    "dateline": -4.0,
    "years": -0.3,
    "told me": -0.5,
}
_LOUD = 4  # letters at least of the place in capitals that opens a dateline
_ARTICLE = 15_000  # characters; in something longer years and the author's name tell nothing
_BYLINE = pattern(
    r"""^[^\p{L}\n]{0,3}(?:By|BY|Words|Words\sby|WORDS|Text)[:]?\s\p{Lu}[\p{L}.’'-]+\s\p{Lu}[^\n.,;:?!“”"]{1,60}$
    | (?<=[.!?]\s)\p{Lu}{3,}\s(?:\p{Lu}[\p{Lu}’'-]++\s){1,3}+(?!is\b|was\b|has\b)\p{Ll}{2,12}s\s  # «ANN LEE meets her»
    """,
    regex.MULTILINE | regex.VERBOSE,
)
_OPENING = 400  # characters within which a byline stands
_YEAR = pattern(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")
_TOLD_ME = pattern(r"\b(?:tells|told)\s(?:me|us)\b")
_ENOUGH = 3
_LEAST = 400  # characters of a text without quotations, from which its kind can be told
_TOLD = frozenset(("said", "says", "told", "tells", "according", "announced", "asked"))
_TOLD_BARS = (2.0, 6.0)  # in a thousand words
_POLITICS_BARS = (3.0, 10.0, 25.0)
_LENGTH_BARS = (2700, 3600, 5000)  # characters
_SHORT_TEXT = 80  # words


@cache
def _evidence_words() -> dict[str, tuple[str, ...]]:
    """Return the kinds of every word that is evidence."""
    words: dict[str, tuple[str, ...]] = {}
    for word, kind in load_table("register_words"):
        words[word] = (*words.get(word, ()), kind)
    return words


def is_narrative(document: Document) -> bool:
    """Tell whether the text is a novel or a story rather than a report; use as ``document.once(is_narrative)``.

    >>> is_narrative(Document('“Come in,” she whispered. He shut the door behind him.'))
    True
    >>> is_narrative(Document('The minister said on Tuesday that talks had failed. “We tried,” he told reporters.'))
    False
    """
    text = document.text[:_READ]
    narration = _without_quotations(document, text)
    acting = _acting_dates(narration)
    found = _WORD.findall(narration.lower())
    if acting:
        found = [word for word in found if word not in acting]
    words = _DOUBT + len(found)
    flags = {
        "headline": _has_headline(document),
        "chapter": _CHAPTER.search(text) is not None,
        "labelled turns": _labelled(document),
        **_dialogue(document, text, words),
        **(_of_article(document, text, narration) if len(document.text) < _ARTICLE else {}),
    }
    score = _BIAS * (1.0 - _DOUBT / words) + sum(_FLAGS[flag] * value for flag, value in flags.items())
    few = _FEW if len(document.paragraphs) >= _SCENE else 0
    score += _rated(_WORD_RATES, _word_counts(found), words, few)
    return score > 0.0 and score + _rated(_SHAPE_RATES, _shape_counts(narration), words, few) > 0.0


def _of_article(document: Document, text: str, narration: str) -> dict[str, float]:
    """Return what essays, profiles and travel writing have and stories lack: a byline, years in figures, "she told
    me"; and what news has, a dateline."""
    dateline = next(iter(dateline_ends(document)), _OPENING)
    return {
        "dateline": dateline < _OPENING and text[dateline : dateline + _LOUD].isupper(),
        "byline": _BYLINE.search(text, 0, _OPENING) is not None,
        "years": min(_ENOUGH, len(_YEAR.findall(narration))),
        "told me": min(_ENOUGH, len(_TOLD_ME.findall(narration))),
    }


def _acting_dates(narration: str) -> frozenset[str]:
    """Return the names of months and days that do things again and again: people of a story ("Sunday reached the
    mill")."""
    acts = Counter(match["word"].lower() for match in _DATE_ACTS.finditer(narration) if is_finite(match["verb"]))
    return frozenset(word for word, times in acts.items() if times > 1)


def _rated(rates: dict[str, tuple[float, float]], counts: Counter[str], words: int, few: int) -> float:
    """Return what the counts of a kind of evidence add up to, in a text of so many words, and a few more for names."""
    more = {"full name": _FEW, "capital": few, "figure": few}
    return sum(
        weight * min(100.0 * counts[kind] / (words + more.get(kind, 0)), most) for kind, (weight, most) in rates.items()
    )


def _word_counts(found: list[str]) -> Counter[str]:
    """Return how many words of each kind there are."""
    counts: Counter[str] = Counter()
    kinds_of = _evidence_words()
    times = Counter(found)
    for word in kinds_of.keys() & times.keys():
        for kind in kinds_of[word]:
            counts[kind] += times[word]
    counts["figure"] += sum([times[word] for word in times if not word.isalpha() and any(map(str.isdigit, word))])
    return counts


def _shape_counts(narration: str) -> Counter[str]:
    """Return how often there are capitals, full names and the like in the narration."""
    counts = Counter({kind: len(shape.findall(narration)) for kind, shape in _SHAPES.items()})
    counts["explained"] = sum(match[1] in person_nouns() for match in _EXPLAINED.finditer(narration))
    counts["full name"] = _further_names(narration)
    return counts


def _further_names(narration: str) -> int:
    """Return how many people are named in full, given name and surname, beyond the first."""
    found = {match[0] for match in _FULL_NAME.finditer(narration) if match[1] in load_words("given_names")}
    return max(0, len(found) - 1)


def _labelled(document: Document) -> float:
    """Return the share of paragraphs that are turns of a transcript or an interview."""
    turns = sum(turn.kind in TALK for turn in document.once(find_turns))
    return turns / (len(document.paragraphs) + 1)


def _has_headline(document: Document) -> bool:
    """Tell whether the first paragraph looks like a headline: a line of some words that no stop ends."""
    if not document.paragraphs:
        return False
    start, end = document.paragraphs[0]
    spaces = document.text.count(" ", start, end)
    return end - start < 150 and document.text[end - 1] not in '.!?"”’:' and 3 < spaces < 17


def _without_quotations(document: Document, text: str) -> str:
    pieces = []
    at = 0
    for passage in document.once(read_passages):
        if passage.start >= len(text):
            break
        pieces.append(text[at : passage.start])
        at = passage.end
    pieces.append(text[at:])
    return " ".join(pieces)


def _dialogue(document: Document, text: str, words: int) -> dict[str, float]:
    """Return what the passages and the turns behind dashes show: how many fill their paragraph, how many end in a
    question or a cry, how much they hold.

    Args:
        document: The document.
        text: The part of it that is read.
        words: The words outside the passages.
    """
    read = bare = sum(turn.kind == "dash" and turn.start < len(text) for turn in document.once(find_turns))
    cries = held = 0
    for passage in document.once(read_passages):
        if passage.start >= len(text):
            break
        read += 1
        start, last = document.paragraphs[passage.paragraph]
        bare += passage.start == start and passage.end >= last
        cries += document.text[passage.inner[1] - 1] in "?!"
        held += min(passage.end, len(text)) - passage.start
    paragraphs = document.paragraphs[: bisect_left(document.paragraphs, (len(text), 0))]
    spoken = held / (min(paragraphs[-1][1], len(text)) - paragraphs[0][0]) if read and paragraphs else 0.0
    return {
        "bare dialogue": bare / (read + 2),
        "no bare dialogue": not bare and read > 4 and spoken < 0.34 and words < 35 * len(paragraphs),
        "mostly spoken": max(0.0, spoken - 0.5),
        "cries": cries / (read + 2),
        "I said": min(0.2, len(_I_SAID.findall(text)) / (read + 2)),
    }


def tells_story(document: Document) -> bool:
    """Tell whether a text is a story for certain; use as ``document.once(tells_story)``.

    >>> tells_story(Document('She went to the door. “Come in,” she whispered.'))
    True
    >>> tells_story(Document("She denied that she had gone."))
    False
    """
    shown = len(document.text) >= _LEAST or document.once(read_passages)
    return bool(shown) and document.once(is_narrative)


def text_kind(document: Document) -> str:
    """A story or a report, how often it says that somebody says, how much it talks of politics, and how long it is.

    ``S`` or ``R``, a figure from 0 to 2, and two from 0 to 3; use as ``document.once(text_kind)``.

    >>> text_kind(Document("Boil the rice. Then add the beans, and serve."))
    'R110'
    """
    text = document.text[:_READ]
    words = text.count(" ") + 1
    counts = document.once(word_counts) if len(document.text) <= _READ else word_counts(Document(text))
    telling = sum(counts[word] for word in _TOLD)
    political_words = _political()
    politics = sum(times for word, times in counts.items() if word.lower() in political_words)
    told = sum(1000.0 * telling > bar * words for bar in _TOLD_BARS)
    political = sum(1000.0 * politics > bar * words for bar in _POLITICS_BARS)
    if words < _SHORT_TEXT:  # too little to tell by: it is taken for news of some kind
        told, political = max(told, 1), max(political, 1)
    long = sum(len(text) > bar for bar in _LENGTH_BARS)
    return ("S" if document.once(tells_story) else "R") + f"{told}{political}{long}"


def topic_of(kind: str) -> str:
    """Return how political a text of some kind is: «R213» gives «R1»."""
    return kind[0] + kind[2]


@cache
def _political() -> frozenset[str]:
    return frozenset(word for word, kinds in _evidence_words().items() if "politics" in kinds)
