"""What stands between two words of a sentence, as the models of reported speech see it."""

from __future__ import annotations

from collections.abc import Callable

from quotex.detect.marks.marks import SPELLED
from quotex.patterns import pattern
from quotex.read.notes import EVIDENCE, NOTE_MARK, YEAR

_SIGNS = {**dict.fromkeys('“”"„«»', '"'), **dict.fromkeys("‘’`", "'"), **dict.fromkeys("–—―‑", "-")}
_SIGNS |= {"[": "(", "]": ")", "…": "."}
MARKUP = pattern(r"</?[a-zA-Z]{1,10}(?:\s[^<>=]{1,30}+=[^<>]{0,100}+)?/?>")
SPELLED_MARKS = pattern("|".join(sorted(SPELLED)))
_NOTES, _YEAR = pattern(NOTE_MARK), pattern(rf"{YEAR}|{EVIDENCE}")
_SUBSECTION = pattern(r"^(?:\(\w{1,4}\)){1,3}")
_KEPT = frozenset("\"',.;:-()?!/")


class _Gaps(dict[str, str]):
    """What the gaps met so far are made of; only short ones are kept, and no more than a few thousand."""

    def __missing__(self, raw: str) -> str:
        signs: list[str] = []
        text = raw[:40]
        if "&" in text:
            text = SPELLED_MARKS.sub(lambda mark: SPELLED[mark[0]], text)
        if "[" in text:
            text = _NOTES.sub("", text)
        if "(" in text:
            text = _SUBSECTION.sub("", _YEAR.sub("", text))
        for sign in MARKUP.sub("", text).replace("''", '"').replace("``", '"'):
            sign = _SIGNS.get(sign, sign)
            if sign in _KEPT and (not signs or signs[-1] != sign):
                signs.append(sign)
        known = "".join(signs[:3])
        if len(self) < 5000 and len(raw) < 8:
            self[raw] = known
        return known


# What a gap between two words is made of, white space and doubled signs left out: ',"' for a comma and a mark.
gap_class: Callable[[str], str] = _Gaps().__getitem__
