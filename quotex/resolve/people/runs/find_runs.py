"""Find the runs of capitalised words in a text: "U.S. Secretary of State Antony Blinken"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.lexicon.names import particles, titles
from quotex.lexicon.nouns import is_role
from quotex.patterns import pattern
from quotex.read.news_layout import dateline_ends
from quotex.resolve.people.name_form import bare

if TYPE_CHECKING:
    from quotex.read.document import Document

Run = tuple[int, int, str, str]  # start, end, words, and "start", "inside" or "headline"
_BEFORE_START = frozenset(".?!:;\"“”'‘’`«»*_-—–([{…\n\r|•>")
# "by Ana Ruiz with Col. Bo Lund (Ret.)"
_BYLINE = pattern(r"by(?:\s(?:with|and|&)|,|\s\(?\p{Lu}[\p{L}\p{M}.'’-]*+\)?)++")
_VERSE = pattern(r"(?<![^\s])\d{1,3}(?::\d{1,3})?\s\Z")  # "2 And Asaph said"
_LONGEST_VERSE = 9  # characters of the number of a verse
# «Present: Ana Ruiz (Chair), Bo Lund», «Chair: Ana Ruiz», «- Ana Ruiz, Chair»
_LISTED = pattern(r"(?:(?P<sign>[-*•–])[ \t]{1,3}|(?P<label>\p{Lu}[\p{L} ]{2,24}):[ \t]{1,3})\p{Lu}")
_FEWEST_LISTED = 3  # of a list behind a label that is no office, parted by commas
_LONGEST_HEADLINE = 160  # characters; a longer paragraph without a full stop is no headline


@cache
def _run_pattern() -> regex.Pattern[str]:
    """Return the pattern of a run of capitalised words, with the small words that may stand inside a name."""
    short = [
        t for t, (whole, _, _) in titles().items() if len(t) < len(whole) or t in ("mr", "mrs", "ms", "dr", "messrs")
    ]
    abbreviations = [t.capitalize() for t in short] + [t.upper() for t in short]
    abbreviations += ["Inc", "Corp", "Co", "Ltd", "Bros", "Jr", "Sr", "St", "Ft", "Mt", "Md", "Ma", "Ch"]
    gap = r"(?:[ \t\xa0]{1,3}|[ \t]{0,2}\r?\n[ \t]{0,8}(?=\S))"
    word = r"""(?: \p{Lu}\.(?:\p{Lu}\.)*+ | \p{Lu}[\p{L}\p{M}]*+ (?!\.\p{Lu}{2}\b) (?:\.(?<=\b\L<abbreviations>\.))?+ )
        (?: ['’ʼ](?!(?:s|t|d|m|ll|re|ve)\b)(?:(?<=[OoDdL]['’ʼ])|(?=\p{L}\p{L}|[aeiou]\b))\p{L}[\p{L}\p{M}]*+
          | -[\p{L}\p{M}]++ )*+"""
    inside = rf"(?:of{gap}the|for{gap}the|of|for|on|and|\&|\L<particles>(?:{gap}\L<particles>)?+){gap}"
    return regex.compile(
        rf"""
        (?=\p{{Lu}}) (?<![\w&@\#/]) (?<!\p{{Lu}}\p{{Lu}}\.) {word}
        (?: ,?{gap}(?:Jr|Sr)\b\.? | {gap} (?:{inside})?+ (?:al-|el-|d['’])? (?=\p{{Lu}}) {word} ){{0,12}}+
        """,
        regex.VERBOSE,
        abbreviations=sorted(set(abbreviations)),
        particles=sorted(particles()),
    )


def _is_start(text: str, offset: int) -> bool:
    """Tell whether a word at the offset stands where every word has a capital."""
    number = _VERSE.search(text, max(0, offset - _LONGEST_VERSE), offset)
    place = (number.start() if number else offset) - 1
    while place >= 0 and text[place] in " \t\xa0\n\r":
        if text[place] == "\n" and place and text[place - 1] in "\n\r":
            return True
        place -= 1
    return place < 0 or text[place] in _BEFORE_START


def _headlines(document: Document) -> list[tuple[int, int]]:
    """Return the short paragraphs most of whose longer words have a capital."""
    found = []
    text = document.text
    last = len(document.paragraphs) - 1
    for index, (start, end) in enumerate(document.paragraphs):
        if end - start > _LONGEST_HEADLINE or index == last or _BYLINE.fullmatch(text, start, end):
            continue
        words = [w for w in text[start:end].split() if len(w) > 3 and w[0].isalpha()]
        large = sum(w[0].isupper() for w in words)
        if text[end - 1] in ".?!:;,\"”'’":
            titled = (
                index < 2
                and len(words) > 4
                and all(w[0].isupper() or len(w) < 6 for w in words)
                and large > 0.8 * len(words)
            )
        else:
            titled = len(words) > 3 and large > 0.7 * len(words)
        if titled and not (index and _is_list(text[start:end])):
            found.append((start, end))
    return found


def _is_list(words: str) -> bool:
    """Tell whether a paragraph lists people with what they are, as minutes do of who was present.

    >>> [_is_list(words) for words in ("Present: Ana Ruiz, Bo Lund, Cy Pope", "Chair: Ana Ruiz", "Verdict: Not Now")]
    [True, True, False]
    """
    found = _LISTED.match(words)
    if found is None:
        return False
    parts = words.count(",") + 1
    office = found["label"] is not None and is_role(found["label"].split()[-1])
    return office or parts >= (_FEWEST_LISTED if found["label"] else _FEWEST_LISTED - 1)


def find_runs(document: Document) -> Iterator[Run]:
    """Yield start, end, words and place ("start", "inside" or "headline") of every run."""
    text = document.text
    headlines = _headlines(document)
    next_headline = 0
    datelines = sorted(dateline_ends(document).items())
    for match in _run_pattern().finditer(text):
        start, end = match.span()
        while next_headline < len(headlines) and headlines[next_headline][1] <= start:
            next_headline += 1
        headline = next_headline < len(headlines) and headlines[next_headline][0] <= start
        for first, last in _lines(document, start, end):
            while datelines and datelines[0][1] <= first:
                datelines.pop(0)
            if datelines and datelines[0][0] <= first:
                first = datelines[0][1]
                if first >= last:
                    continue
            opens = first > start or bool(datelines) and datelines[0][1] == first
            place = "start" if opens or _is_start(text, first) else "inside"
            yield first, last, text[first:last], "headline" if headline else place


def _lines(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run where a new paragraph begins or a byline."""
    text = document.text
    while (at := text.find("\n", start, end)) >= 0:
        after = at + len(text[at:end]) - len(text[at:end].lstrip())
        paragraph = document.paragraphs[document.paragraph_at(after)][0]
        if paragraph != after and not text.startswith("By ", after) or bare(text[start:at].split()[-1]) in titles():
            break
        yield start, at + len(text[start:at].rstrip()) - (at - start)
        start = after
    yield start, end
