"""What the narration between two turns tells of who speaks next: nobody answers, or somebody comes."""

from __future__ import annotations

import regex

from quotex.patterns import pattern

_READ = 1_000  # characters before a turn
_SILENT = pattern(
    r"""\b(?:(?:no|without)\s(?:answer|reply|response|word)|(?:not|never)\s(?:answer|reply|speak|respond)
      |nothing|said\sno\smore|silent|silence|pause|paused|hesitated|waited|went\son|continued)\b""",
    regex.VERBOSE,
)
_COMES = pattern(r"\b(?:entered|came\s(?:in|up)|ran\sin|appeared|arrived|opened|joined|returned|knock(?:ed)?)\b")


def pause_of(text: str, start: int, end: int) -> str:
    """Return "silent" where nobody answers in text[start:end], "comes" where somebody comes, "both", or "".

    Who spoke last goes on when there is no answer: in the novels of PDNC, where one paragraph of narration stands
    between two turns and says "no answer", two times in three; elsewhere one time in three.

    >>> [pause_of(text, 0, len(text)) for text in ("She made no answer.", "Tom came in, and was silent.", "It rained.")]
    ['silent', 'both', '']
    """
    start = max(start, end - _READ)
    silent, comes = _SILENT.search(text, start, end), _COMES.search(text, start, end)
    return "both" if silent and comes else "silent" if silent else "comes" if comes else ""
