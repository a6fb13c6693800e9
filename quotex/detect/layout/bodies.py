"""The turns of labelled talk: from each label to the words that belong to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from quotex.detect.layout.directions import is_direction, is_notice, without_directions
from quotex.detect.layout.labels.find_labels import find_labels
from quotex.detect.layout.labels.forms import BESIDE
from quotex.detect.layout.labels.hints import is_scene
from quotex.detect.layout.labels.label import Label, fold, is_sworn, known_keys
from quotex.detect.layout.letters import find_letters
from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.posts.header_lines import is_furniture
from quotex.detect.layout.turn import LayoutTurn, Piece, bare
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words
from quotex.patterns import pattern
from quotex.read.document import Document

_CHAT = ("message", "nick", "bar", "channel")
_SCRIPTS = ("lead-in", "head", "wide", "dash")  # what stands between the turns is directions
_SLANTED = ("stop", "head", "dash", "lead-in")  # where italics are directions
_WRITTEN = (*_CHAT, "clock")
_EXAMINER = pattern(r"(?:[\p{Lu}\s()-]{0,60}?\s)?BY\s(?P<who>(?:MR|MS|MRS|MISS|DR)\.?\s[\p{Lu}\s.'’-]{2,40}):?")
_EXAMINED = pattern(
    r"(?i:[\p{L} –-]{0,30}\bexamin(?:ed|ation)\b[\p{L} –-]{0,20}\sby\s)"
    r"(?P<who>(?i:mr|mrs|ms|miss|dr|sir|dame)\.?\s\p{Lu}[\p{L}\s.'’-]{1,40}?)(?:,?\s[QKS]C)?:?"
)
_PERSON = pattern(r"\b(?:I|[Yy]ou|[Ww]e|me|[Mm]y|[Yy]our|[Oo]ur|us|I['’]\p{L}{1,2})\b|[?!]")
_NARRATED = pattern(
    r"(?:The|A|An|In|Whereupon|There)\s[\p{L}’'\s]{2,60}?\b(?:was|were|is|are|had|has|\p{Ll}{2,12}ed|rose|left|read|took|met|stood)\b"
)
_SAYS = pattern(
    r"(?P<who>\p{Lu}[\p{L}’'-]{1,20}+)\s(?:says|said|recalls|recalled|remembers|remembered|insists|insisted|believes|swears)\b"
)
_TERMINAL = tuple(".?!…:—–-\"”’')]*_/;,♪")
_WORD = pattern(r"[\p{L}’'-]++")
_RISES = pattern(r"\s(?:rose|interjecting|interrupting|dissenting)—?$")
_SCENE = pattern(r"(?:INT|EXT|EST|INT\./EXT|I/E)[./ ]|>\s")
_LONGEST_HEADING = 90  # characters of a line that says who examines
_LONG_ENOUGH = 160  # characters from which a paragraph without "I" and "you" is more than a note of the writer
Block = list[Piece]


def labelled_turns(document: Document) -> list[LayoutTurn]:
    """Turns of transcripts, hearings, plays, chats: every label that the text bears out, with its words."""
    lines = document.once(read_lines)
    letters = document.once(find_letters)
    edges = {letter.start for letter in letters} | {letter.writer[0] for letter in letters if letter.writer}
    labels = find_labels(document.text, lines, edges)
    if not labels:
        return []
    reader = _Reader(document.text, lines, labels)
    return list(reader.turns())


def _kind(labels: Sequence[Label], keys: frozenset[str], *, scenes: bool, spaced: bool) -> str:
    if keys <= label_words("question") | label_words("answer"):
        return "interview"
    form = labels[0].form.name
    if form in _WRITTEN and not (spaced and form == "message"):
        return "chat"
    return "script" if form in _SCRIPTS or scenes else "transcript"


class _Reader:
    """Reads the bodies of the labels of one text."""

    def __init__(self, text: str, lines: Sequence[Line], labels: Sequence[Label]) -> None:
        self.text = text
        self.lines = lines
        self.labels = labels
        self.keys = known_keys(labels)
        self.asked = not self.keys.isdisjoint(label_words("question"))
        self.spaced = sum(lines[label.line].gap for label in labels) > 0.6 * len(labels)
        self.kind = _kind(labels, self.keys, scenes=any(is_scene(text, line) for line in lines), spaced=self.spaced)
        names = [text[label.place[0] : label.place[1]] for label in labels]
        self.lengths: dict[int, set[str]] = defaultdict(set)
        for label, name in zip(labels, names, strict=True):
            if label.form.name in BESIDE:
                self.lengths[len(name)] |= {"Q", "A"} if name in ("Q", "A") else {name}
        self.shouted = sum(map(str.islower, "".join(text[line.start : line.end] for line in lines[:200]))) < 40
        gaps = sum(line.gap for line in lines[labels[0].line : labels[-1].line + 1])
        self.dense = len(labels) >= 0.3 * gaps and not self._is_told()

    def turns(self) -> Iterator[LayoutTurn]:
        """Return the turns in text order."""
        examiner: Piece | None = None
        last: LayoutTurn | None = None
        told = 0
        for label, after in zip(self.labels, [*self.labels[1:], None], strict=True):
            examiner = self._examiner(told, label.line) or examiner
            told = label.line
            examined = _EXAMINER.fullmatch(self.text, label.place[0], label.place[1])
            if examined:
                examiner = examined.span("who")
                continue
            for turn in self._turns_of(label, after, examiner):
                if last and self.lines[label.line].framed and self._same(last, turn) and self._runs_on(label, last):
                    last = last._replace(parts=last.parts + turn.parts)
                    continue
                if last:
                    yield last
                last = turn
        if last:
            yield last

    def _examiner(self, first: int, until: int) -> Piece | None:
        """Return who examines from here on, as a heading says: "Cross-examined by Mr Ott"."""
        for line in reversed(self.lines[first:until] if self.asked else ()):
            short = line.end - line.start < _LONGEST_HEADING
            if short and (match := _EXAMINED.fullmatch(self.text, line.start, line.end)):
                place: Piece = match.span("who")
                return place
        return None

    def _is_told(self) -> bool:
        """Tell whether talk stands among the paragraphs of minutes: most without a label say neither "I" nor "you"."""
        first, last = self.labels[0].line, self.labels[-1].line
        at = {label.line for label in self.labels}
        bare_ones = [self.lines[n] for n in range(first, last) if n not in at and self.lines[n].gap]
        told = [
            line
            for line in bare_ones
            if not self._is_heading(line.start, line.end)
            and not is_direction(self.text, line.start, line.end)
            and not _PERSON.search(self.text, line.start, line.end)
        ]
        if bare_ones and len(told) == len(bare_ones) and any(map(self._speaks_of_speakers, told)):
            return True
        return len(told) > 0.4 * len(self.labels) and len(told) > 0.6 * len(bare_ones)

    def _speaks_of_speakers(self, line: Line) -> bool:
        """Tell whether a paragraph says what one of the speakers says, as the writer of an oral history does."""
        names = {word for key in self.keys for word in key.split()}
        return any(fold(found["who"]) in names for found in _SAYS.finditer(self.text, line.start, line.end))

    def _same(self, last: LayoutTurn, turn: LayoutTurn) -> bool:
        """Tell whether two turns have one label."""
        if not (last.label and turn.label):
            return False
        names = [fold(self.text[start:end]) for start, end in (last.label, turn.label)]
        return names[0] == names[1]

    def _runs_on(self, label: Label, last: LayoutTurn) -> bool:
        """Tell whether a label that is written over every subtitle may stand in the middle of a turn."""
        return label.form.name == "voice" or self.text[last.end - 1] not in _TERMINAL

    def _turns_of(self, label: Label, after: Label | None, examiner: Piece | None) -> Iterator[LayoutTurn]:
        pieces = list(self._pieces(label, after))
        name = None if label.form.name == "chevron" else label.place
        voice = examiner if label.key in label_words("question") else None
        if label.form.name in ("colon", "asked", "asked, glued", "stop"):
            yield from self._split_inline(name, pieces, voice)
        elif parts := [piece for start, end in pieces if (piece := bare(self.text, start, end))]:
            yield LayoutTurn(self.kind, name, tuple(parts), voice=voice)

    def _pieces(self, label: Label, after: Label | None) -> Iterator[Piece]:
        """Return the pieces of a turn, one per paragraph, or one per line where something stands between the lines."""
        text = self.text
        until = after.line if after else len(self.lines)
        spoken = 0
        for number, block in enumerate(self._blocks(label, until)):
            start, end = block[0][0], block[-1][1]
            if number and is_direction(text, start, end):
                continue
            if number and self._ends(label, block, last=after is None):
                return
            apart = self.kind == "chat"
            for first, final in [line[:2] for line in block] if apart else self._joined(block):
                if apart and is_notice(text, first, final):
                    continue
                if piece := without_directions(text, first, final, italics=label.form.name in _SLANTED):
                    spoken += 1
                    yield piece

    def _blocks(self, label: Label, until: int) -> Iterator[list[Line]]:
        """Return the paragraphs behind a label; the first begins at its words."""
        first = self.lines[label.line]
        block: list[Line] = []
        if label.words < first.end:
            block = [first._replace(start=label.words)]
        for at in range(label.line + 1, until):
            line = self.lines[at]
            noted = not block and not line.gap and self._is_note(label, line)
            if line.start < label.words or noted or self._is_noise(line, below=bool(block)):
                continue
            if block and self._parts(label, block[-1], line):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def _is_note(self, label: Label, line: Line) -> bool:
        """Tell whether a line right below a name tells a constituency or an office."""
        if label.form.needs == "alone":
            return True
        return label.form.name == "over" and self.text[line.start] == "(" and self.text[line.end - 1] == ")"

    def _is_noise(self, line: Line, *, below: bool) -> bool:
        """Tell whether a line is written by the program of a chat, or quoted from an earlier message."""
        if self.kind != "chat":
            return False
        if self.text[line.start] == ">" or is_notice(self.text, line.start, line.end):
            return True
        return below and is_furniture(self.text, line.start, line.end)

    def _parts(self, label: Label, before: Line, line: Line) -> bool:
        """Tell whether a new paragraph begins with a line."""
        if line.gap or line.stamped:
            return True
        if is_direction(self.text, line.start, line.end) or is_direction(self.text, before.start, before.end):
            return True
        if line.numbered:
            return self._is_loud(line.start, line.end)
        if label.form.below:
            return False
        return line.indent > before.indent + 1 and before.start != label.words or self._is_heading(line.start, line.end)

    def _joined(self, block: Sequence[Line]) -> Iterator[Piece]:
        """Return the lines of a paragraph as one piece, where nothing but white space parts them."""
        start, end = block[0][0], block[0][1]
        for line in block[1:]:
            if not self.text[end : line.start].isspace():
                yield start, end
                start = line.start
            end = line.end
        yield start, end

    def _ends(self, label: Label, block: list[Line], *, last: bool) -> bool:
        """Tell whether a further paragraph is no longer part of the turn."""
        first = block[0]
        start, end = first.start, block[-1].end
        if label.form.name in _CHAT:
            return first.gap and not self.spaced or first.stamped
        if label.form.below and "follow" in label.form.needs and first.gap:
            return True
        if first.stamped and not first.framed:
            return False
        if self._is_heading(start, end):
            return True
        if first.framed or label.form.below and not first.gap:
            return False
        if first.gap and not label.form.below and (last or not self.dense):
            return True
        return self._is_narrated(start, end)

    def _is_heading(self, start: int, end: int) -> bool:
        """Tell whether a paragraph is a heading: capitals, or a few words that no stop ends, most of them large."""
        if (
            _SCENE.match(self.text, start)
            or _RISES.search(self.text, max(start, end - 20), end)
            or is_sworn(self.text, start, end)
        ):
            return True
        colon = self.text.find(":", start, min(end, start + 24))
        entry = fold(self.text[start:colon]) if colon > 0 else ""
        if entry and not load_words("not_labels").isdisjoint((entry, entry.split()[-1])):
            return True
        if self._is_loud(start, end):
            return True
        block = self.text[start:end]
        if block.endswith(_TERMINAL) and not block.endswith(":") or end - start > 90:
            return False
        words: list[str] = _WORD.findall(block)
        large = sum(word[0].isupper() for word in words)
        return large >= 0.6 * len(words)

    def _is_loud(self, start: int, end: int) -> bool:
        """Tell whether a paragraph is all capitals where the talk is not."""
        block = self.text[start:end]
        return not self.shouted and sum(map(str.isupper, block)) > 3 and not any(map(str.islower, block))

    def _is_narrated(self, start: int, end: int) -> bool:
        """Tell whether a paragraph tells what was done instead of going on with what is said."""
        text = self.text
        opening = fold(text[start : start + 60])
        if any(opening.startswith(key + " ") and len(key) > 2 for key in self.keys if key[0] == opening[:1]):
            return True
        if _PERSON.search(text, start, end):
            return False
        if text[start] in "_*[(" or _NARRATED.match(text, start, end) is not None:
            return end - start < _LONG_ENOUGH or text[start] in "_*[("
        return False

    def _split_inline(self, label: Piece | None, pieces: list[Piece], voice: Piece | None) -> Iterator[LayoutTurn]:
        """One turn, or several when known labels stand inside the paragraph, behind the end of a sentence."""
        parts: list[Piece] = []
        for start, end in pieces:
            left = start
            for place, words in self._inline(start, end):
                if piece := bare(self.text, left, place[0]):
                    parts.append(piece)
                if parts:
                    yield LayoutTurn(self.kind, label, tuple(parts), voice=voice)
                label, parts, left, voice = place, [], words, None
            if piece := bare(self.text, left, end):
                parts.append(piece)
        if parts:
            yield LayoutTurn(self.kind, label, tuple(parts), voice=voice)

    def _inline(self, start: int, end: int) -> list[tuple[Piece, int]]:
        """Known labels, given by their length, behind the end of a sentence inside a paragraph."""
        text = self.text
        found = []
        at = text.find(":", start, end) if self.lengths else -1
        while at >= 0:
            for length, known in self.lengths.items():
                left = at - length
                stands = left > start and text[left:at] in known and text[left - 1].isspace()
                if stands and text[max(start, left - 3) : left].rstrip()[-1:] in tuple('.?!…”"’)'):
                    found.append(((left, at), at + 1))
                    break
            at = text.find(":", at + 1, end)
        return found
