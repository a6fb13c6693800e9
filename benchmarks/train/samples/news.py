"""The annotated news of PolNeAR as training examples see it: articles with frames, attributions with the head of
their cue."""

from __future__ import annotations

import gzip
import json
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from quotex.detect.marks.passages import read_passages
from quotex.detect.reports.sentence import Frame
from quotex.read.document import Document


def read_jsonl(path: Path) -> Iterator[dict]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class Gold:
    """One annotated attribution: offsets of content, cue head, source head, and what of it lies in the cue's
    sentence."""

    def __init__(self, quote: dict, cue_head: tuple[int, int]) -> None:
        self.content = [tuple(span) for span in quote["content"]]
        self.cue = [tuple(span) for span in quote["cue"]]
        self.cue_head = cue_head
        self.source = [tuple(span) for span in quote["source"]]
        self.source_head = quote["source_head"]
        self.kind = quote["kind"]

    def place(self, frame: Frame, lexicon: dict[str, tuple[str, str]]) -> int:
        """The candidate word of the cue: its head if that is one, else the one with the highest grade; -1 for none."""
        at = word_at(frame, self.cue_head[0])
        if at >= 0 and frame.lower[at] in lexicon:
            return at
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in self.cue)]
        inside = [i for i in inside if frame.lower[i] in lexicon]
        return max(inside, key=lambda i: lexicon[frame.lower[i]][1], default=-1)


class Article:
    """An article with its frames and gold; what annotators labelled "Discuss" is in ``ignore``."""

    def __init__(self, entry: dict, syntax: list[dict] | None) -> None:
        self.name = entry["doc"]
        self.document = Document(entry["text"])
        self.quoted = self.document.once(read_passages)
        self.passages = [quoted.inner for quoted in self.quoted]
        self.frames = [
            Frame(self.document, sentence, self.passages)
            for number in range(len(self.document.paragraphs))
            for sentence in self.document.sentences_of(number)
        ]
        self.starts = [frame.start for frame in self.frames]
        self.ignore = [tuple(span) for span in entry.get("ignore") or []]
        governors = _governors(syntax) if syntax else {}
        self.gold = [Gold(q, _cue_head(q, governors)) for q in entry["quotes"] if q["cue"] and not self._ignored(q)]

    def _ignored(self, quote: dict) -> bool:
        return any(s < e2 and s2 < e for s, e in quote["content"] for s2, e2 in self.ignore)

    def ignores(self, start: int, end: int) -> bool:
        """Whether a word lies in a region that annotators left open."""
        return any(s < end and start < e for s, e in self.ignore)

    def frame_at(self, offset: int) -> Frame:
        """The frame that holds an offset."""
        return self.frames[max(0, bisect_right(self.starts, offset) - 1)]


def _governors(sentences: list[dict]) -> dict[int, tuple[int, int, int, str]]:
    """For the start of every token: its end, the start of its governor (-1 for none), and its tag."""
    found = {}
    for sentence in sentences:
        tokens = sentence["tokens"]
        for start, end, tag, _, head, _ in tokens:
            found[start] = (end, tokens[head][0] if head >= 0 else -1, tag)
    return found


def _cue_head(quote: dict, governors: dict) -> tuple[int, int]:
    """The token of the cue whose governor lies outside it, a verb before others."""
    inside = [s for a, b in quote["cue"] for s in range(a, b) if s in governors]
    tops = [s for s in inside if governors[s][1] not in inside]
    if not tops:
        return tuple(quote["cue"][0])
    verbs = [s for s in tops if governors[s][2].startswith("V")]
    best = (verbs or tops)[0]
    return best, governors[best][0]


def word_at(frame: Frame, offset: int) -> int:
    """The number of the word that holds an offset, or -1."""
    i = bisect_right(frame.starts, offset) - 1
    return i if i >= 0 and offset < frame.ends[i] else -1
