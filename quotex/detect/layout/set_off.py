"""Find statements that a page sets off: behind ``>``, in italics or moved in below a line that names someone, behind a
name and a verb, before the code or name of whom a study quotes, or behind one label among minutes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import regex

from quotex.detect.layout.labels.hints import title_forms
from quotex.detect.layout.lines import Line, read_lines
from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.lexicon import load_words
from quotex.lexicon.labels import label_words
from quotex.lexicon.names import is_place, particles
from quotex.lexicon.verbs import reporting_forms
from quotex.patterns import pattern
from quotex.read.codes import IN_BRACKETS, codes
from quotex.read.document import Document

_QUOTED = pattern(r">[> ]{0,8}(?P<words>\S.*)$")
_ITALIC = pattern(r"(?P<mark>[*_]{1,3})(?P<words>[^*_\s][^*_\n]{20,}?)(?P=mark)$")
_RUN = r"\p{Lu}[\p{L}\p{M}.'’-]*+(?:\s(?:\L<small>\s){0,2}\p{Lu}[\p{L}\p{M}’'-]*+){0,4}"
_SAYS = (
    rf"(?:[·•*-]\s)?(?:The\s)?(?P<label>{_RUN})(?:,\s[^\n:“”\"]{{2,60}},)?(?:\s\(@?[\w.]+\))?"
    r"\s\L<saying>:\s(?P<words>[\p{Lu}\d][^\n“”\"]*)$"
)
_TITLED = r"(?P<label>\L<titles>\.?(?:\s\p{Lu}[\p{L}\p{M}'’-]++){1,3})(?:\s\([^()\n]{1,60}\))?:\s(?P<words>[^\n“”\"]+)$"
_LONGEST_LABEL = 80  # characters of a title, a name, and what stands in brackets behind them
_POSSESSIVE = pattern(r"['’]s?$")
_CODED_END = pattern(rf"(?<=[.?!…”’])\s{IN_BRACKETS}$")
# "(Berit, 58, presser)" behind the words or below them.
_NAMED_END = pattern(
    r"(?<=[.?!…”’])\s++\((?P<label>\p{Lu}[\p{L}\p{M}'’-]++(?:\s\p{Lu}[\p{L}\p{M}.'’-]++){0,3})"
    r"(?:,\s(?P<age>(?:aged\s)?\d\d(?!\d))?(?P<more>[^()\n]{0,80}))?\)$"
)
# "(Emma, chapter 1)" names a work.
_OF_WORK = pattern(
    r"(?:act|book|canto|chapter|ch|line|part|scene|section|stanza|verse|volume|vol)s?\b", regex.IGNORECASE
)
_LEADS_IN = pattern(r"(?:\G|(?<=[.!?]\s))(?!\s)[^.!?:\n]{2,120}:$")
_DESCRIBED = pattern(r"(?P<label>(?:An?|The|One|Another)(?:\s[\p{Ll}’'-]{2,20}){1,4}?)\s(?P<verb>puts?|\p{Ll}{3,12})\b")
# Code, commands and the words of licences, which nobody says: «return 0;», «$ make install», «Permission is hereby …».
_WRITTEN_FOR_USE = pattern(
    r"""[{};]\s*$ | [=!<>]=\s | \s=\s | && | -> | </?\w{1,20}> | \w\(\) | \w\([^()\n]{0,80}\)\s*[:;{]
      | (?:^|\G)\s*(?:\$|\#!|//|/\*)\s?\S
      | (?:^|\G)\s*(?:def|class|function|func)\s\w{1,40}\s?[(:{]
      | (?:^|\G)\s*(?:import|from)\s[\w.]{1,40}(?:\simport\s|\s*$)
      | (?i:\bhereby\sgranted\b | \bwithout\swarranty\b | \ball\srights\sreserved\b)
      | (?i:\bcopyright\s(?:\(c\)|©|\d{4}))""",
    regex.VERBOSE | regex.MULTILINE,
)
_PUTS = frozenset(("put", "puts"))
_MOVED_IN = 2  # columns
_FEWEST_WORDS = 6  # of a block that is moved in
_MARKS = "“‘\"'"
_ENDED = tuple('.?!…"”’')
_LONGEST_LEAD = 300  # characters of the line that names who wrote


def set_off_turns(document: Document) -> list[LayoutTurn]:
    r"""Return the statements that a page sets off.

    >>> text = "Here is the mayor, Ana Ruiz, on the flood:\n\n> We are wet. We shall be dry.\n\nIt rained."
    >>> [(text[slice(*turn.label)], text[slice(*turn.parts[0])]) for turn in set_off_turns(Document(text))]
    [('Ana Ruiz', 'We are wet. We shall be dry.')]
    """
    text, lines = document.text, document.once(read_lines)
    turns: list[LayoutTurn] = []
    for at in range(1, len(lines)):
        turns += _below_lead(text, lines, at)
        turns += _reply(text, lines[at])
        turns += _interjected(document, lines[at])
        turns += _moved_in(document, lines, at)
    return turns


def _below_lead(text: str, lines: Sequence[Line], at: int) -> Iterator[LayoutTurn]:
    """A block behind ``>`` or in italics, below a line that ends in a colon and names somebody."""
    lead = lines[at - 1]
    if text[lead.end - 1] != ":" or text[lines[at].start] not in ">*_" or lead.end - lead.start > _LONGEST_LEAD:
        return
    parts = tuple(_block(text, lines, at))
    label = _named(text, lead) if parts and text[parts[-1][1] - 1] in _ENDED else None
    if label:
        yield LayoutTurn("quoted", label, parts, confidence=0.9)


def _block(text: str, lines: Sequence[Line], at: int) -> Iterator[Piece]:
    if match := _ITALIC.match(text, lines[at].start, lines[at].end):
        yield match.span("words")
        return
    while at < len(lines) and (match := _QUOTED.match(text, lines[at].start, lines[at].end)):
        yield match.span("words")
        at += 1


def _named(text: str, lead: Line) -> Piece | None:
    """Return the last name of several words in a line, or else the first word that is no common one."""
    runs = [match.span() for match in _run().finditer(text, lead.start, lead.end)]
    known = load_words("common_words")
    for start, end in reversed(runs):
        if " " in text[start:end] and not known.issuperset(_folded(text[start:end])):
            return start, end
    for start, end in runs:
        if end - start > 2 and _folded(text[start:end])[0] not in known:
            owned = _POSSESSIVE.search(text, start, end)
            return start, owned.start() if owned else end
    return None


@cache
def _run() -> regex.Pattern[str]:
    """Matches words with capitals, with the small words of names between them."""
    return regex.compile(_RUN, small=sorted(particles()))


def _folded(words: str) -> list[str]:
    return [_POSSESSIVE.sub("", word.casefold().strip(".")) for word in words.split()]


def _reply(text: str, line: Line) -> Iterator[LayoutTurn]:
    """A paragraph without marks behind a name and a verb: "Cllr. Ana Ruiz writes: I stand by my words"."""
    if line.gap and text.find(":", line.start, line.start + 100) > 0:
        match = _says().match(text, line.start, line.end)
        if match and len(match["label"].split()) > 1 and text[line.end - 1] in _ENDED:
            yield LayoutTurn("quoted", match.span("label"), (match.span("words"),), confidence=0.9)


@cache
def _says() -> regex.Pattern[str]:
    return regex.compile(_SAYS, small=sorted(particles()), saying=sorted(label_words("saying")))


def _interjected(document: Document, line: Line) -> Iterator[LayoutTurn]:
    """What is said as it was spoken among minutes: "Mr. PIKE: It might be." where "Mr. PIKE said" opens another
    paragraph."""
    text = document.text
    if not line.gap or not text.find(":", line.start, line.start + _LONGEST_LABEL) - line.start > 0:
        return
    match = _titled().match(text, line.start, line.end)
    if match is None or text[line.end - 1] not in _ENDED or text[match.start("words")] in _MARKS:
        return
    heads = document.once(_heads)
    if _opens(heads, match["label"] + " ") or _opens(heads, match["label"] + ", "):
        yield LayoutTurn("quoted", match.span("label"), (match.span("words"),), confidence=0.95)


def _heads(document: Document) -> list[str]:
    """Return how the lines behind the first begin, sorted, so that one can be found without reading all."""
    lines = document.once(read_lines)[1:]
    return sorted(document.text[line.start : line.start + _LONGEST_LABEL + 2] for line in lines)


def _opens(heads: Sequence[str], words: str) -> bool:
    at = bisect_left(heads, words)
    return at < len(heads) and heads[at].startswith(words)


@cache
def _titled() -> regex.Pattern[str]:
    return regex.compile(_TITLED, titles=sorted(title_forms()))


def _moved_in(document: Document, lines: Sequence[Line], at: int) -> Iterator[LayoutTurn]:
    """A paragraph without marks that is moved in: before the code of whom it quotes, or below "Ana Ruiz writes:"."""
    text, first, lead = document.text, lines[at], lines[at - 1]
    moved = first.indent - lead.indent >= _MOVED_IN or text[first.start] == ">"
    if not first.gap or text[first.start] in _MARKS or not (moved or text[lead.end - 1] == ":"):
        return
    last = at
    while last + 1 < len(lines) and not lines[last + 1].gap:
        last += 1
    start, end = first.start, lines[last].end
    while start < end and text[start] in "> ":
        start += 1
    coded = _CODED_END.search(text, start, end)
    named = _named_end(document, start, _with_bracket(text, lines, last)) if moved else None
    if coded and coded["code"] in document.once(codes):
        yield LayoutTurn("quoted", coded.span("code"), ((start, coded.start()),), confidence=0.95)
    elif named:
        yield LayoutTurn("quoted", named.span("label"), ((start, named.start()),), confidence=0.95)
    elif (
        moved and text[first.start] != ">" and text[end - 1] in _ENDED and not _WRITTEN_FOR_USE.search(text, start, end)
    ):
        label = _teller(text, lead) if len(text[start:end].split()) >= _FEWEST_WORDS else None
        if label:
            yield LayoutTurn("quoted", label, ((start, end),), confidence=0.9)


def _with_bracket(text: str, lines: Sequence[Line], last: int) -> int:
    """Return where a paragraph ends, with a bracket that has the paragraph below to itself."""
    below = lines[last + 1] if last + 1 < len(lines) else lines[last]
    moved = below.indent >= lines[last].indent and text[below.start] == "(" and text[below.end - 1] == ")"
    return below.end if moved else lines[last].end


def _named_end(document: Document, start: int, end: int) -> regex.Match[str] | None:
    """Return the bracket behind words that names whose they are: somebody of whom the text tells elsewhere, no place or
    work."""
    text, told = document.text, document.once(_told_elsewhere)
    named = _NAMED_END.search(text, start, end)
    if named is None:
        return None
    name = named["label"]
    if is_place(name) or (named["more"] and _OF_WORK.match(named["more"])):
        return None
    common = not named["age"] and load_words("common_words").issuperset(_folded(name))
    if name not in told:
        told[name] = text.count(name) > text.count(f"({name}")
    return named if told[name] and not common else None


def _told_elsewhere(document: Document) -> dict[str, bool]:
    """Return which names the text has outside of brackets, of those that were looked for: each is looked for once."""
    return {}


def _teller(text: str, lead: Line) -> Piece | None:
    """Return who a line says wrote or said what follows: "Ana Ruiz writes from the quay:", "A clerk put it this
    way:"."""
    match = _LEADS_IN.search(text, max(lead.start, lead.end - _LONGEST_LEAD), lead.end)
    words = match[0].rstrip(":").split() if match else []
    if match is None or _PUTS.isdisjoint(words) and reporting_forms().isdisjoint(words):
        return None
    described = _DESCRIBED.match(text, match.start(), match.end())
    return described.span("label") if described and described["verb"] in reporting_forms() else _named(text, lead)
