"""Where paragraphs begin and end.

A blank line always parts paragraphs.  Whether a single line break does depends on the text: in a hard-wrapped text
(a novel of Project Gutenberg) it is only white space, on a web page it parts a headline from what follows.  That is
decided by the run of lines between two blank lines, helped by what the whole text does.
"""

from __future__ import annotations

from quotex.patterns import plain

# Every line boundary that str.splitlines knows, with the white space that follows it.
_BREAK = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_GAP = plain(rf"[{_BREAK}]\s*")
_BYLINE = plain(r"[Bb]y [A-Z]")
_WIDEST = 140  # no text is wrapped by hand at more columns than this
_NARROWEST = 40
_SOLID = 12  # with so many lines between blank lines, blank lines are not what parts the paragraphs
_TERMINAL = ".?!…\"”’'"
Line = tuple[int, int]


def find_paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of every paragraph, without the white space around it, in order.

    >>> find_paragraphs("One.\\n\\nTwo is here.\\nThree.")
    [(0, 4), (6, 18), (19, 25)]
    """
    blocks = _blocks(text)
    evidence = [_run_on(text, block) for block in blocks]
    breaks = sum(len(block) - 1 for block in blocks)
    wrapped = sum(evidence) >= 3 and sum(evidence) >= 0.4 * breaks
    solid = breaks >= _SOLID * len(blocks)
    paragraphs: list[tuple[int, int]] = []
    for block, run_on in zip(blocks, evidence, strict=False):
        if len(block) > 1 and _is_one(text, block, run_on, wrapped):
            paragraphs.extend(_by_indent(text, block) if solid else [(block[0][0], block[-1][1])])
        else:
            paragraphs.extend(block)
    return paragraphs


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines that no blank line parts; every line without the white space around it."""
    blocks: list[list[Line]] = []
    block: list[Line] = []
    start = len(text) - len(text.lstrip())
    for gap in _GAP.finditer(text, start):
        block.append((start, start + len(text[start : gap.start()].rstrip())))
        start = gap.end()
        if _is_blank(gap.group()):
            blocks.append(block)
            block = []
    end = start + len(text[start:].rstrip())
    if end > start:
        block.append((start, end))
    if block:
        blocks.append(block)
    return blocks


def _is_blank(gap: str) -> bool:
    """Tell whether a line break with the white space behind it holds a blank line."""
    if len(gap) == 1:
        return gap == "\u2029"
    return len((gap + "x").splitlines()) > 2 or "\u2029" in gap


def _run_on(text: str, block: list[Line]) -> int:
    """Return how many line breaks of the block stand inside a sentence, as only a wrapped line's do."""
    if len(block) < 2:
        return 0
    width = max(end - start for start, end in block)
    if width > _WIDEST:
        return 0
    found = 0
    for (start, end), (after, _) in zip(block, block[1:], strict=False):
        if text[after].islower():
            found += end - start >= 0.6 * width and not _BYLINE.match(text, after)
        elif (text[end - 1].isalpha() or text[end - 1] in ",;") and width >= _NARROWEST:
            word = text[after : after + 20].split(None, 1)[0]
            found += end - start + len(word) >= width
    return found


def _is_one(text: str, block: list[Line], run_on: int, wrapped: bool) -> bool:
    """Tell whether the lines of the block are one wrapped paragraph."""
    width = max(end - start for start, end in block)
    if width > _WIDEST:
        return False
    return wrapped or (run_on >= 0.5 * (len(block) - 1) and (width >= _NARROWEST or _flows(text, block)))


def _by_indent(text: str, block: list[Line]) -> list[tuple[int, int]]:
    """Return the wrapped lines as one paragraph, or several when an indented line begins each, as in print."""
    opens = [
        at
        for at, (start, _) in enumerate(block)
        if at and text[start - 2 : start] in ("  ", "\t\t", "\n\t") and text[block[at - 1][1] - 1] in _TERMINAL
    ]
    if not opens or any(text[block[at][0]].islower() for at in opens) or len(opens) > 0.5 * len(block):
        return [(block[0][0], block[-1][1])]
    edges = [0, *opens, len(block)]
    return [(block[first][0], block[after - 1][1]) for first, after in zip(edges, edges[1:], strict=False)]


def _flows(text: str, block: list[Line]) -> bool:
    """Tell whether narrow lines are one sentence: no line but the last ends one, and every other line goes on."""
    ends = [text[end - 1] in _TERMINAL for _, end in block]
    return ends[-1] and not any(ends[:-1]) and all(text[start].islower() for start, _ in block[1:])
