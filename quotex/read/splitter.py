"""SentenceSplitter: the sentences of a text or `Document`."""

from __future__ import annotations

from quotex.read.document import Document
from quotex.read.sentences import Bounds, sentence_bounds
from quotex.records import Span


class SentenceSplitter:
    """Split a text into sentences, paragraph by paragraph.

    >>> [span.text for span in SentenceSplitter().split("Mr. Fox left at 6 p.m. He was late.")]
    ['Mr. Fox left at 6 p.m.', 'He was late.']
    """

    __slots__ = ()

    def split(self, text: str | Document) -> tuple[Span, ...]:
        """Return the sentences in order, without the white space around them.

        A sentence never crosses a paragraph.
        """
        document = Document.of(text, self)
        return tuple(
            document.span(sentence.start, sentence.end)
            for index in range(len(document.paragraphs))
            for sentence in document.sentences_of(index)
        )

    def bounds(self, text: str, start: int, end: int) -> Bounds:
        """Return ``(start, end)`` of every sentence of the paragraph ``text[start:end]``."""
        return sentence_bounds(text, start, end)
