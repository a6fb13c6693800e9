"""Interviews without labels: the question stands out, by its type or by itself, and the answer follows."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detect.layout.answers import are_asked, is_personal
from quotex.detect.layout.directions import is_direction, without_directions
from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.long_answers import long_answers
from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.patterns import pattern
from quotex.read.document import Document

_SET_OFF = pattern(r"(?P<mark>\*\*|__|[*_])(?:\d{1,3}[.)]\s)?(?P<words>[^*_\n]{2,400}+)(?P=mark)$")
_NUMBERED = pattern(r"(?:\d{1,3}[.)]|#\d{1,3})\s++")
_DASH = pattern(r"(?:[—–―]|--?)\s{0,2}(?=\S)")
_FEWEST = 4
_ASKS = 0.6  # share of the questions that end in a question mark
_LONGEST = 260  # characters of a question without marks
_PLAIN = 0.8  # how sure a page is on which only the order of paragraphs shows who speaks
Block = tuple[int, int, bool]


def unlabelled_turns(document: Document) -> list[LayoutTurn]:
    """Return questions and answers that no label shows: bold, in italics, after dashes, or one paragraph about.

    >>> page = "**Why two?**\\n\\nI was late.\\n\\n" * 4
    >>> len(unlabelled_turns(Document(page)))
    8
    """
    paragraphs = paragraphs_of(document)
    return (
        _set_off(document.text, paragraphs)
        or _in_one(document.text, document.once(read_lines))
        or _in_turns(document.text, paragraphs)
        or [
            LayoutTurn("interview", None, tuple(pieces), confidence=_PLAIN)
            for pieces in long_answers(document.text, paragraphs)
        ]
    )


def paragraphs_of(document: Document) -> list[Block]:
    """Start and end of the paragraphs, and whether a blank line stands before; a question in marks is its own."""
    blocks: list[Block] = []
    previous: Line | None = None
    text = document.text
    for line in document.once(read_lines):
        apart = previous is None or line.gap or _SET_OFF.match(text, line.start, line.end)
        if apart or previous and _SET_OFF.match(text, previous.start, previous.end):
            blocks.append((line.start, line.end, line.gap))
        else:
            blocks[-1] = (blocks[-1][0], line.end, blocks[-1][2])
        previous = line
    return blocks


def _set_off(text: str, blocks: Sequence[Block]) -> list[LayoutTurn]:
    """Questions in bold or italics, each with the answer below it."""
    asked = [(at, match) for at, block in enumerate(blocks) if (match := _SET_OFF.match(text, block[0], block[1]))]
    marks = {match["mark"] for _, match in asked if match["words"].rstrip().endswith("?")}
    asked = [(at, match) for at, match in asked if match["mark"] in marks]
    while asked and not asked[0][1]["words"].rstrip().endswith("?"):
        asked.pop(0)
    questions = sum(match["words"].rstrip().endswith("?") for _, match in asked)
    if len(asked) < _FEWEST or questions < _ASKS * len(asked):
        return []
    turns: list[LayoutTurn] = []
    pairs: list[tuple[Piece, list[Piece]]] = []
    for (at, match), after in zip(asked, [*(at for at, _ in asked[1:]), None], strict=True):
        turns.append(LayoutTurn("interview", None, (match.span("words"),)))
        until = after if after is not None else min(len(blocks), at + 2)
        parts = [piece for start, end, _ in blocks[at + 1 : until] if (piece := _words(text, start, end))]
        if parts:
            turns.append(LayoutTurn("interview", None, tuple(parts)))
            pairs.append((match.span("words"), parts))
    return turns if are_asked(text, pairs) else []


def _in_one(text: str, lines: Sequence[Line]) -> list[LayoutTurn]:
    """A question as the first line of each paragraph, and the answer in the lines below it."""
    starts = [at for at, line in enumerate(lines) if line.gap] + [len(lines)]
    asked = [
        (at, after)
        for at, after in zip(starts, starts[1:], strict=False)
        if after - at > 1 and _is_question(text, lines[at])
    ]
    blocks = sum(asked[0][0] <= at <= asked[-1][0] for at in starts) if asked else 0
    if len(asked) < _FEWEST or len(asked) < _ASKS * blocks:
        return []
    pieces = [((lines[at].start, lines[at].end), (lines[at + 1].start, lines[after - 1].end)) for at, after in asked]
    if not is_personal(text, [(question, [answer]) for question, answer in pieces]):
        return []
    return [LayoutTurn("interview", None, (piece,), confidence=_PLAIN) for pair in pieces for piece in pair]


def _is_question(text: str, line: Line) -> bool:
    return text[line.end - 1] == "?" and text[line.start] not in '“"‘«-—#•*' and line.end - line.start < 200


def _words(text: str, start: int, end: int) -> Piece | None:
    return None if is_direction(text, start, end) else without_directions(text, start, end)


def _in_turns(text: str, blocks: Sequence[Block]) -> list[LayoutTurn]:
    """Question and answer one paragraph about, with dashes before all of them or before none."""
    best: tuple[int, int] = (0, 0)
    for dashed in (True, False):
        run = _longest_run(text, blocks, dashed=dashed)
        if run[1] - run[0] > best[1] - best[0]:
            best = run
    first, last = best
    pieces = [block[:2] for block in blocks[first:last]]
    pairs = [(question, [answer]) for question, answer in zip(pieces[::2], pieces[1::2], strict=True)]
    if last - first < 2 * _FEWEST or not is_personal(text, pairs):
        return []
    turns = []
    for start, end, _ in blocks[first:last]:
        opening = _DASH.match(text, start, end) or _NUMBERED.match(text, start, end)
        if piece := _words(text, opening.end() if opening else start, end):
            turns.append(LayoutTurn("interview", None, (piece,), confidence=_PLAIN))
    return turns


def _longest_run(text: str, blocks: Sequence[Block], *, dashed: bool) -> tuple[int, int]:
    """Return the longest stretch in which every other paragraph is a question, from the first to the last answer."""
    best, at = (0, 0), 0
    while at < len(blocks):
        last, asks, misses = at, 0, 0
        while last + 1 < len(blocks) and misses < 3:
            if not _is_pair(text, blocks[last], blocks[last + 1], dashed=dashed):
                break
            question = text[blocks[last][0] : blocks[last][1]].rstrip("*_ ").endswith("?")
            asks, misses = asks + question, 0 if question else misses + 1
            if not asks:
                break
            last += 2
        last -= 2 * misses if misses > 2 else 0
        if asks >= _FEWEST and asks >= _ASKS * (last - at) / 2 and last - at > best[1] - best[0]:
            best = at, last
        at = max(last, at + 1)
    return best


def _is_pair(text: str, question: Block, answer: Block, *, dashed: bool) -> bool:
    """Tell whether two paragraphs may be a question and its answer."""
    for start, end, gap in (question, answer):
        if not gap or bool(_DASH.match(text, start, end)) != dashed or text[start] in '“"‘«#•':
            return False
    return question[1] - question[0] < _LONGEST and not text[answer[0] : answer[1]].endswith("?”")
