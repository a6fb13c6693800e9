"""Is the text a story or a report?  Dialogue is read differently in each.

The evidence is counted over the first part of the text: what opens paragraphs, who "I" and "you" are outside and inside
quotation marks, in which tense people say things, and the furniture of news (weekdays, figures, offices) and of books
(chapter heads).
"""

from __future__ import annotations

from functools import cache

import regex

from quotex.detect.passages import read_passages
from quotex.detect.tags import read_tags
from quotex.lexicon import load_table
from quotex.read.document import Document

_READ = 60_000  # characters; the register of a text shows early
_CHAPTER = regex.compile(r"^[ \t]*(?:chapter|book|part|canto)\s+(?:[ivxlc]+|\d+|one|the first)\b", regex.I | regex.M)
_WORD = regex.compile(r"[\w’']++")


@cache
def _evidence_words() -> dict[str, str]:
    return {word: side for word, side in load_table("register_words")}


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
    story = report = words = 0
    for word in map(str.lower, _WORD.findall(_without_quotations(document, text))):
        words += 1
        side = _evidence_words().get(word)
        story += side == "story"
        report += side == "report"
    score = 40.0 * (story - 1.5 * report) / (words + 20)
    score += _dialogue(document, len(text))
    score += 2.0 if _CHAPTER.search(text) else 0.0
    return score + (1.0 if len(document.text) > 2 * _READ else 0.0)


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


def _dialogue(document: Document, end: int) -> float:
    """Evidence of the passages: bare paragraphs of dialogue, questions and cries, tags that put the verb first."""
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    read = bare = cries = pronouns = names = 0
    for passage, tag in zip(passages, tags):
        if passage.start >= end:
            break
        read += 1
        start, last = document.paragraphs[passage.paragraph]
        bare += passage.start == start and passage.end >= last
        cries += document.text[passage.inner[1] - 1] in "?!"
        if tag:
            pronouns += tag.form == "pronoun"
            names += tag.form != "pronoun"
    if not read:
        return 0.0
    return (1.5 * bare + 2.0 * cries + 0.5 * pronouns - 0.5 * names) / (read + 2)
