"""Annotated texts as training examples see them: articles with frames, attributions with the head of their cue."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from quotex.detect.layout.find_turns import find_turns
from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.sentence import Frame
from quotex.models import Models
from quotex.read.document import Document

Entry = dict[str, Any]  # an article or an attribution of the gold
Governors = dict[int, tuple[int, int, str]]  # of the start of a token: its end, the start of its governor, its tag
AUXILIARIES = frozenset(
    ("be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "having", "do", "does", "did")
)


def read_jsonl(path: Path) -> Iterator[Entry]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _spans(spans: Iterable[Sequence[int]]) -> list[tuple[int, int]]:
    return [(start, end) for start, end in spans]


class Gold:
    """One annotated attribution: offsets of content, cue, head of the cue (None where no syntax tells it) and source.

    One that is ``optional`` is neither asked for nor wrong.
    """

    def __init__(self, quote: Entry, cue_head: tuple[int, int] | None) -> None:
        self.content = _spans(quote["content"])
        self.cue = _spans(quote["cue"])
        self.cue_head = cue_head
        self.source = _spans(quote["source"])
        self.source_head: Sequence[int] | None = quote["source_head"]
        self.sourceless: bool = quote.get("sourceless", not quote["source"])
        self.kind: str = quote["kind"]
        self.optional: bool = quote.get("optional", False)
        self.start = cue_head[0] if cue_head else self.cue[0][0] if self.cue else -1

    def place(self, frame: Frame, lexicon: dict[str, tuple[str, str]]) -> int:
        """The candidate word of the cue: its head if that is one, else the one with the highest grade; -1 for none."""
        at = self.head(frame)
        if at >= 0 and frame.lower[at] in lexicon:
            return at
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in self.cue)]
        inside = [i for i in inside if frame.lower[i] in lexicon]
        return max(inside, key=lambda i: lexicon[frame.lower[i]][1], default=-1)

    def head(self, frame: Frame) -> int:
        """The word that heads the cue: as the syntax has it, or else its last verb, its last noun, its first word."""
        if self.cue_head:
            return word_at(frame, self.cue_head[0])
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in self.cue)]
        for kinds in ("Vbge", "n", "J"):
            heads = [i for i in inside if frame.coarse[i] in kinds and frame.lower[i] not in AUXILIARIES]
            if heads:
                return heads[-1]
        return inside[0] if inside else -1


class Article:
    """An article with its frames and gold; what annotators labelled "Discuss" is in ``ignore``."""

    def __init__(self, entry: Entry, syntax: list[Entry] | None, weight: float = 1.0, corpus: str = "polnear") -> None:
        self.name, self.corpus = entry["doc"], corpus
        self.weight = weight
        self.document = Document(entry["text"])
        self.document.once(find_turns)  # a layout may divide the text into other paragraphs
        self.quoted = self.document.once(read_passages)
        self.passages = [quoted.inner for quoted in self.quoted]
        self.frames = [
            Frame(self.document, sentence, self.passages)
            for number in range(len(self.document.paragraphs))
            for sentence in self.document.sentences_of(number)
        ]
        self.starts = [frame.start for frame in self.frames]
        self.ignore = _spans(entry.get("ignore") or [])
        governors = _governors(syntax) if syntax else {}
        golds = [Gold(q, _cue_head(q, governors)) for q in entry["quotes"] if not self._ignored(q)]
        self.all_gold = golds
        self.gold = [gold for gold in golds if gold.cue]
        # What may be a record or not: the optional attributions, and those whose cue nobody has marked.
        self.open = [gold for gold in golds if gold.optional or not gold.cue]

    def read_with(self, models: Models) -> None:
        """Let other models than those of the package read the article."""
        self.document.models = models
        for frame in self.frames:
            frame.models = models

    def _ignored(self, quote: Entry) -> bool:
        return any(s < e2 and s2 < e for s, e in quote["content"] for s2, e2 in self.ignore)

    def ignores(self, start: int, end: int) -> bool:
        """Whether a word lies in a region that annotators left open, or in the cue of an optional attribution."""
        return any(s < end and start < e for s, e in self.ignore)

    def leaves_open(self, parts: list[tuple[int, int]]) -> bool:
        """Whether most of some words lie in an attribution that is neither asked for nor wrong."""
        return any(2 * shared(parts, gold.content) > sum(e - s for s, e in parts) for gold in self.open)

    def frame_at(self, offset: int) -> Frame:
        """The frame that holds an offset."""
        return self.frames[max(0, bisect_right(self.starts, offset) - 1)]


def _governors(sentences: list[Entry]) -> Governors:
    """For the start of every token: its end, the start of its governor (-1 for none), and its tag."""
    found: Governors = {}
    for sentence in sentences:
        tokens = sentence["tokens"]
        for start, end, tag, _, head, _ in tokens:
            found[start] = (end, tokens[head][0] if head >= 0 else -1, tag)
    return found


def _cue_head(quote: Entry, governors: Governors) -> tuple[int, int] | None:
    """The token of the cue whose governor lies outside it, a verb before others; None without syntax."""
    if not governors or not quote["cue"]:
        return None
    inside = [s for a, b in quote["cue"] for s in range(a, b) if s in governors]
    tops = [s for s in inside if governors[s][1] not in inside]
    if not tops:
        return _spans(quote["cue"])[0]
    verbs = [s for s in tops if governors[s][2].startswith("V")]
    best = (verbs or tops)[0]
    return best, governors[best][0]


def shared(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> int:
    """How many characters lie in both of two lists of spans."""
    return sum(max(0, min(e, e2) - max(s, s2)) for s, e in one for s2, e2 in other)


def word_at(frame: Frame, offset: int) -> int:
    """The number of the word that holds an offset, or -1."""
    i = bisect_right(frame.starts, offset) - 1
    return i if i >= 0 and offset < frame.ends[i] else -1
