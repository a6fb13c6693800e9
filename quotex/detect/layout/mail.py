"""Messages within a message: what stands behind ``>``, below "On … Ana Ruiz wrote:"."""

from __future__ import annotations

import regex

from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.patterns import pattern
from quotex.read.document import Document

QUOTED = pattern(r">[> ]{0,40}(?P<words>\S.*)?$")
_WROTE = pattern(
    r"""(?:On|Am|Le|El|Il|Op)\s[^\n<>]{4,60}?[,\s]\s? (?P<name>(?![AP]M\s)\p{Lu}[^\n<>,:\d]{1,60}?)
        (?:\s?\([^()\n]{1,60}\))? (?:\s{0,20}<[^<>\n]{3,80}>|\s?\[mailto:[^\]\n]{3,80}\])?
        ,?\s (?:wrote|said|writes|schrieb|escribió|a\sécrit)\s?:$
      | (?P<name>[\p{Lu}\p{Ll}@][^\n<>,:\s]{1,60}?|\p{Lu}[^\n<>,:\d]{1,60}?)
        (?:\s?<[^<>\n]{3,80}>)?\s(?:wrote|writes)(?:\son\s[^\n]{4,60})?:$""",
    regex.VERBOSE,
)
_MARKS = pattern(r"(?m)^[> ]++")
_SIGNATURE = pattern(r"--\s?$|Sent\sfrom\smy\s|(?:Best|Kind|Warm)\sregards\b")


def mail_turns(document: Document) -> list[LayoutTurn]:
    """Return what a message quotes of others, one turn per run of marked lines of one depth.

    >>> text = "Yes.\\n\\nOn Tue, 3 Mar 2015, Ana Ruiz wrote:\\n\\n> Will it open?\\n> Soon?"
    >>> [text[start:end] for turn in mail_turns(Document(text)) for start, end in turn.parts]
    ['Will it open?', 'Soon?']
    """
    if "\n>" not in document.text and "\r>" not in document.text:
        return []
    return list(_Reader(document).turns)


def is_wrote(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph says who wrote the lines below it, and nothing else."""
    if end - start > 260 or text[end - 1] != ":":
        return False
    return _WROTE.match(" ".join(_MARKS.sub("", text[start:end]).split())) is not None


def wrote(text: str, start: int, end: int) -> Piece | None:
    """Return the offsets of the name in a line that only says who wrote the lines below, or None."""
    match = _WROTE.match(text, start, end) if text[end - 1] == ":" else None
    return (match.start("name"), match.start("name") + len(match["name"].rstrip())) if match else None


class _Reader:
    """Reads the marked lines of one message, with the writer known for each depth."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.turns: list[LayoutTurn] = []
        self.writers: dict[int, Piece] = {}
        self.parts: list[Piece] = []
        self.depth = 0
        self.signed = False
        lines = [self._bare(line) for line in document.once(read_lines)]
        at = 0
        while at < len(lines):
            at += self._read(lines, at)
        self._close()

    def _bare(self, line: Line) -> tuple[int, int, int, bool]:
        """Depth, start and end of the words of a line."""
        match = QUOTED.match(self.text, line.start, line.end)
        if match is None:
            return 0, line.start, line.end, line.gap
        start = match.start("words") if match["words"] else line.end
        return self.text.count(">", line.start, start), start, line.end, line.gap

    def _read(self, lines: list[tuple[int, int, int, bool]], at: int) -> int:
        """Read the next line, or the two that say who wrote; return how many."""
        depth, start, end, _ = lines[at]
        for more in (1, 2):
            if at + more <= len(lines) and lines[at + more - 1][0] == depth:
                match = _WROTE.match(self._flat(lines[at : at + more]))
                if match:
                    self._close()
                    left = start + match.start("name")
                    self.writers = {level: who for level, who in self.writers.items() if level <= depth}
                    self.writers[depth + 1] = (left, left + len(match["name"].rstrip()))
                    return more
        if depth != self.depth:
            self._close()
            self.depth = depth
        if depth and start < end:
            self.signed = self.signed or _SIGNATURE.match(self.text, start, end) is not None
            if not self.signed:
                self.parts.append((start, end))
        return 1

    def _flat(self, lines: list[tuple[int, int, int, bool]]) -> str:
        """Return the words of one or two lines in one, each character in its place."""
        start, end = lines[0][1], lines[-1][2]
        if end - start > 260:
            return ""
        flat = self.text[start : lines[0][2]].ljust(lines[-1][1] - start) if len(lines) > 1 else ""
        return flat + self.text[lines[-1][1] : end]

    def _close(self) -> None:
        writer = self.writers.get(self.depth)
        if self.parts and writer:
            self.turns.append(LayoutTurn("mail", writer, tuple(self._unsigned(writer)), confidence=0.9))
        self.parts = []
        self.signed = False

    def _unsigned(self, writer: Piece) -> list[Piece]:
        """Return the parts without the name below them."""
        name = self.text[writer[0] : writer[1]]
        last = self.text[self.parts[-1][0] : self.parts[-1][1]].strip(" -–—.,")
        return self.parts[:-1] if len(self.parts) > 1 and last and last in name else self.parts
