"""Where the page parts one scene of a story from the next: a row of signs, a heading, a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.read.document import Document

APART = 99  # paragraphs from which on distance tells nothing, and which a new section counts for
_HEADING = pattern(
    r"""(?:[^\p{L}\p{N}"“”'‘’«»]{1,80}
      |[\[(*_\s—–-]{0,4}(?:
          (?i:chapter|book|part|volume|act|scene)\s{1,3}(?i:[ivxlc]{1,7}|\d{1,3}
            |(?:twenty|thirty|forty)?-?(?:one|two|three|four|five|six|seven|eight|nine)
            |ten|eleven|twelve|[a-z]{3,6}teen|twenty|thirty|forty
            |(?:the\s)?(?:first|second|third|fourth|last))\b[^\n]{0,80}
        |[IVXLC]{1,7}|\d{1,3})[\])*_.:\s—–-]{0,4})$""",
    regex.VERBOSE,
)


def parted(document: Document, first: int, last: int) -> bool:
    """Tell whether a section begins in a range of paragraphs, the last one not counted.

    >>> from quotex.read.document import Document
    >>> document = Document("“Good night.”\\n\\n* * *\\n\\n“Good morning.”\\n\\nHe yawned.")
    >>> parted(document, 1, 2), parted(document, 2, 4)
    (True, False)
    """
    numbers = range(first, min(last, first + APART))
    return any(_HEADING.match(document.text, *document.paragraphs[number]) is not None for number in numbers)
