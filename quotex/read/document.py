"""The one object that travels through the stages: a text, and what has been read of it so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from quotex.models import PACKAGED, Models
from quotex.read.paragraphs import find_paragraphs
from quotex.read.sentences import Bounds, sentence_bounds
from quotex.read.tokens import Tokens
from quotex.records import Span

T = TypeVar("T")


class Splits(Protocol):
    """What finds the sentences of a paragraph, such as `SentenceSplitter`."""

    def bounds(self, text: str, start: int, end: int) -> Bounds:
        """Return ``(start, end)`` of every sentence of the paragraph ``text[start:end]``."""


class Sentence:
    """One sentence: ``start`` and ``end`` in the text, its paragraph, and its place in that paragraph."""

    __slots__ = ("_text", "_tokens", "end", "index", "paragraph", "start")

    def __init__(self, text: str, start: int, end: int, paragraph: int, index: int) -> None:
        self._text = text
        self._tokens: Tokens | None = None
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.index = index

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self._text[self.start : self.end]

    @property
    def tokens(self) -> Tokens:
        """The tokens of the sentence, computed on first use and kept."""
        if self._tokens is None:
            self._tokens = Tokens(self._text, self.start, self.end)
        return self._tokens

    def forget_tokens(self) -> None:
        """Let the tokens go: those of a whole book are half a million objects, and garbage collection visits each."""
        self._tokens = None

    def __repr__(self) -> str:
        return f"Sentence({self.start}, {self.end}, {self.text!r})"


class Document:
    """Hold a text with its paragraphs, sentences and tokens, each computed when first needed and then kept.

    All offsets are indices into ``text``, and the end is exclusive.

    >>> document = Document("Tea is served. Do sit down.")
    >>> [sentence.text for sentence in document.sentences_of(0)]
    ['Tea is served.', 'Do sit down.']
    """

    __slots__ = ("_bounds", "_memo", "_paragraphs", "_sentences", "_spans", "_starts", "models", "text")

    def __init__(self, text: str, splitter: Splits | None = None, models: Models = PACKAGED) -> None:
        if not isinstance(text, str):
            raise TypeError(f"pass the text as a str, or a Document; got {type(text).__name__}{_advice(text)}")
        self.text = text
        self.models = models
        self._bounds = splitter.bounds if splitter is not None else sentence_bounds
        self._paragraphs: list[tuple[int, int]] | None = None
        self._starts: list[int] = []
        self._sentences: dict[int, tuple[Sentence, ...]] = {}
        self._spans: dict[tuple[int, int], Span] = {}
        self._memo: dict[Callable[[Document], Any], Any] = {}

    @classmethod
    def of(cls, text: str | Document, splitter: Splits | None = None, models: Models = PACKAGED) -> Document:
        """Return the document itself, or a new one for a string; anything else is a ``TypeError``."""
        return text if isinstance(text, Document) else cls(text, splitter, models)

    def span(self, start: int, end: int) -> Span:
        """Return the record of ``text[start:end]``; cue, mention and evidence often share one."""
        place = start, end
        span = self._spans.get(place)
        if span is None:
            span = self._spans[place] = Span(start, end, self.text[start:end])
        return span

    @property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """``(start, end)`` of every paragraph in order, without the white space around it."""
        if self._paragraphs is None:
            self._paragraphs = find_paragraphs(self.text)
            self._starts = [start for start, _ in self._paragraphs]
        return self._paragraphs

    def divide(self, paragraphs: Sequence[tuple[int, int]]) -> None:
        """Take other paragraphs, which the layout of the text shows, and forget what was read by the old ones.

        Args:
            paragraphs: ``(start, end)`` of each, in order and apart.
        """
        self._paragraphs = list(paragraphs)
        self._starts = [start for start, _ in paragraphs]
        self._sentences.clear()
        self._memo.clear()

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph at an offset, or of the nearest one before it (0 before the first)."""
        if self._paragraphs is None:
            _ = self.paragraphs
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentences_of(self, paragraph: int) -> tuple[Sentence, ...]:
        """Return the sentences of a paragraph, given by its index."""
        known = self._sentences.get(paragraph)
        if known is None:
            start, end = self.paragraphs[paragraph]
            bounds = self._bounds(self.text, start, end)
            known = tuple(Sentence(self.text, s, e, paragraph, i) for i, (s, e) in enumerate(bounds))
            self._sentences[paragraph] = known
        return known

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence at an offset, or the nearest one before it in its paragraph.

        A text without a word has no sentence: then an empty one at its end is returned.
        """
        if not self.paragraphs:
            return Sentence(self.text, len(self.text), len(self.text), 0, 0)
        sentences = self.sentences_of(self.paragraph_at(offset))
        low, high = 0, len(sentences)
        while low + 1 < high:
            middle = (low + high) // 2
            if sentences[middle].start <= offset:
                low = middle
            else:
                high = middle
        return sentences[low]

    def once(self, reader: Callable[[Document], T]) -> T:
        """Return the result of ``reader(self)``, computed once and kept, so that stages share what they derive."""
        if reader not in self._memo:
            self._memo[reader] = reader(self)
        result: T = self._memo[reader]
        return result

    @contextmanager
    def trying(self, models: Models) -> Iterator[None]:
        """Read on with other weights for a while, then forget what was derived meanwhile.

        >>> document = Document("Tea is served.")
        >>> with document.trying(Models(pronouns={})):
        ...     document.once(lambda document: document.models.weights("pronouns"))
        {}
        """
        before, known = self.models, dict(self._memo)
        self.models = models
        try:
            yield
        finally:
            self.models, self._memo = before, known


def _advice(value: object) -> str:
    """Return what to do with a value of another type, for the message of a ``TypeError``."""
    if isinstance(value, (bytes, bytearray)):
        return ": decode it first, for instance with .decode('utf-8')"
    if isinstance(value, float) or type(value).__name__ in ("NoneType", "NAType"):
        return ": a missing text can be passed as ''"
    if hasattr(value, "read_text"):
        return ": read the file first, for instance with .read_text(encoding='utf-8')"
    if isinstance(value, (list, tuple)):
        return ": for several texts use extract_many"
    return ""
