"""Is the text a story or a report?  Dialogue is read differently in each.

The evidence is counted over the first part of the text, outside quotation marks: the words of stories and of reports,
capitals and figures in running text, the present tense; then paragraphs of bare dialogue, a headline, chapter heads.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

import regex

from quotex.detect.passages import read_passages
from quotex.detect.turns import find_turns
from quotex.lexicon import load_table
from quotex.patterns import pattern
from quotex.read.document import Document

_READ = 60_000  # characters; the register of a text shows early
_CHAPTER = pattern(r"^[ \t]*(?:chapter|book|part|canto)\s+(?:[ivxlc]+|\d+|one|the first)\b", regex.I | regex.M)
_WORD = pattern(r"[\w’']++")
_CAPITAL = pattern(r"(?<=[a-z,]\s)\p{Lu}\p{Ll}++")
_SAID_THAT = pattern(r"\b(?:said|says|announced|told\s\w{1,20})\s(?:that|on\s\p{Lu})")
_BIAS = 1.7
_DOUBT = 20  # words; a text as short as that proves little, and is read as a report
# What one in a hundred words of a kind is worth, and the rate beyond which more adds nothing.  Set by hand on
# polnear-train, litbank-dev, parts of pdnc-dev of one to nine thousand characters, and the cases of the tests.
_RATES = {
    "story": (0.25, 14.0),
    "report": (-0.55, 8.0),
    "capital": (-0.25, 14.0),
    "figure": (-0.9, 3.0),
    "present": (-0.3, 3.0),
    "third person": (0.15, 8.0),
    "first person": (0.2, 3.0),
    "said that": (-0.5, 1.0),
}
_FLAGS = {"headline": -0.7, "chapter": 1.0, "bare dialogue": 1.5, "cries": 1.5, "labelled turns": -4.0}


@cache
def _evidence_words() -> dict[str, tuple[str, ...]]:
    """The kinds of every word that is evidence."""
    words: dict[str, tuple[str, ...]] = {}
    for word, kind in load_table("register_words"):
        words[word] = (*words.get(word, ()), kind)
    return words


def is_narrative(document: Document) -> bool:
    """Whether the text is a novel or a story rather than a report; use as ``document.once(is_narrative)``.

    >>> is_narrative(Document('“Come in,” she whispered. He shut the door behind him.'))
    True
    >>> is_narrative(Document('The minister said on Tuesday that talks had failed. “We tried,” he told reporters.'))
    False
    """
    return story_evidence(document) > 0.0


def story_evidence(document: Document) -> float:
    """How strongly the text looks like a story (positive) or a report (negative)."""
    text = document.text[:_READ]
    narration = _without_quotations(document, text)
    counts: Counter[str] = Counter()
    found = _WORD.findall(narration.lower())
    words = _DOUBT + len(found)
    for word, times in Counter(found).items():
        for kind in _evidence_words().get(word, ()):
            counts[kind] += times
        if not word.isalpha() and any(map(str.isdigit, word)):
            counts["figure"] += times
    counts["capital"] = len(_CAPITAL.findall(narration))
    counts["said that"] = len(_SAID_THAT.findall(narration))
    score = _BIAS * (1.0 - _DOUBT / words) + sum(
        weight * min(100.0 * counts[kind] / words, most) for kind, (weight, most) in _RATES.items()
    )
    flags = {
        "headline": _has_headline(document),
        "chapter": _CHAPTER.search(text) is not None,
        "labelled turns": _labelled(document),
    }
    return score + sum(_FLAGS[flag] * value for flag, value in {**flags, **_dialogue(document, len(text))}.items())


def _labelled(document: Document) -> float:
    """The share of paragraphs that are turns of a transcript or an interview."""
    turns = sum(turn.kind in ("transcript", "interview") for turn in document.once(find_turns))
    return turns / (len(document.paragraphs) + 1)


def _has_headline(document: Document) -> bool:
    """Whether the first paragraph looks like a headline: a line of some words that no stop ends."""
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


def _dialogue(document: Document, end: int) -> dict[str, float]:
    """The share of the passages that fill their paragraph, and of those that end in a question or a cry."""
    read = bare = cries = 0
    for passage in document.once(read_passages):
        if passage.start >= end:
            break
        read += 1
        start, last = document.paragraphs[passage.paragraph]
        bare += passage.start == start and passage.end >= last
        cries += document.text[passage.inner[1] - 1] in "?!"
    return {"bare dialogue": bare / (read + 2), "cries": cries / (read + 2)}
