"""The heading under which comments stand below an article."""

from __future__ import annotations

import regex

from quotex.detect.layout.lines import read_lines
from quotex.patterns import pattern
from quotex.read.document import Document

_HEADING = pattern(r"(?:\d{1,5}\s)?(?:comments|responses|replies)(?:\s\(\d{1,5}\))?:?$", regex.IGNORECASE)
_LONGEST = 20  # characters of the heading


def comments_start(document: Document) -> int:
    r"""Return the offset of the line that heads the comments on an article, 0 where there is none.

    >>> comments_start(Document("It rained on the fair.\n\n2 comments\n\nBo\n3 May 2019\nPity."))
    24
    """
    short = (line for line in document.once(read_lines) if line.gap and line.end - line.start <= _LONGEST)
    return next((line.start for line in short if _HEADING.match(document.text, line.start, line.end)), 0)
