"""What news prints around its sentences: datelines before the first one, and paragraphs that are no prose.

A dateline ("PARIS (AP) — ", "Nairobi, March 3 – ") is a place, perhaps a date and an agency, and a dash.  It names
nobody, and the sentence begins behind it.  Bylines, credits, times and "Read more" are furniture: nobody says
anything there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import regex

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.read.document import Document

_FIRST_PARAGRAPHS = 8  # of an article, among which a place in small letters before a dash is taken for a dateline
_LONGEST = 120  # characters of a dateline
_ENDS_DATELINE = "-—–―:|_]"  # one of these every dateline has
_SHORTEST = 40  # characters of a paragraph that can hold one and a sentence
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?\.?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATELINE = pattern(
    rf"""
    ["“*_\[]{{0,3}}+
    (?: (?<place>
            (?<loud> \p{{Lu}}[\p{{Lu}}.'’]++ (?:[ /-](?:\p{{Lu}}[\p{{Lu}}.'’]++|de|del|la|upon))*+ (?!\p{{Ll}}) )
          | (?:[Ii]n\s)? \p{{Lu}}\p{{Ll}}[\p{{L}}.'’]*+
            (?:[ -](?:\p{{Lu}}[\p{{L}}.'’]++|de|del|des|du|la|le|les|of|sur|upon|the))*+
        )
        (?<region> (?: ,\s \p{{Lu}}[\p{{L}}.'’]*+ (?:\s\p{{Lu}}[\p{{L}}.'’]++)*+ (?!\s\d) ){{0,2}}+ )
        (?<date>
            (?:,?\s|\s[–—-]{{1,2}}\s) (?:{_DAY},?\s)?+ (?:\d{{1,2}}\s)?+ {_MONTH} (?:\s\d{{1,2}}\b)?+ (?:,?\s\d{{4}})?+
          | ,\s {_DAY}
        )?+
    )?+
    (?<agency>
        (?:\s|--|[–—])?\([^()\n]{{2,40}}\)
      | ,?\s?/\s?[\p{{L}}\d .,-]{{2,40}}/?
      | ,\s\p{{Lu}}{{2,6}}
      | \s(?:Reuters|AFP|dpa|Xinhua)
    ){{0,2}}+
    \]?
    (?: \s?(?<dash>[—–―]|--|_|\|)\s? | \s-{{1,2}}\s | (?<colon>:)\s | (?<=\]) \s )
    (?=["“‘'«\[(]?[\p{{Lu}}\p{{N}}])
    """,
    regex.VERBOSE,
)
# "9:14 p.m. — Fire chief Brenda Hall says …" in a live blog
# Whom a letter to a paper addresses: «Sir – Your leader says …».
_GREETING = pattern(r"(?:[Dd]ear\s)?(?:Sirs?|SIRS?|Madam|MADAM|Dear\s[Ee]ditor),?\s?[–—-]\s?(?=[\p{Lu}“‘\"])")
_TIME = pattern(
    r"""
    [*_\[]{0,3}+ \d{1,2}[:.]\d{2} (?:\s?[ap]\.?m\b\.?)?+ (?:\s\p{Lu}{2,4})?+ [*_\]]{0,3}+
    (?: \s?[—–―|]\s? | \s-{1,2}\s | :\s ) (?=["“‘'«]?\p{Lu})
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# "11:42 Coastguard says …", where several paragraphs begin so.
_BARE_TIME = pattern(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\b\.?)?\s(?=[\"“‘'«]?\p{Lu}\p{L})")
_TIMELINE = 2  # paragraphs with a bare time
_FURNITURE = pattern(
    r"""
    (?: by\s(?=\p{Lu})[^.?!“”"\n]{3,80}
      | (?:words|text|report|reporting|story|photos?|pictures?|video|graphics?)\s(?:by|:)\s?[^“”"\n]{3,80}
      | \(?(?:additional\s)?(?:reporting|writing|editing|compiled|photo|picture)(?:\sby\b|:)[^\n“”"]{3,200}\)?
      | (?:photo|picture|image|file\sphoto|credit|caption|source|image\scredit)s?\s?[:/|][^\n“”"]{2,120}
      | (?:©|\(c\)|copyright\b)[^\n]{0,160}
      | (?:read|see|watch|listen|find\sout|learn|view|show|load)\s(?:more|also|next|all|below)\b[^\n“”"]{0,120}
      | (?:related|more\son\sthis|more\sfrom|most\sread|recommended|advertisement|sponsored|share(?:\sthis)?
          |follow\sus|sign\sup|subscribe|newsletter|comments?|topics|tags|filed\sunder|you\smay\salso\slike)\b
        \s?(?::[^\n“”"]{0,120}|[^\n.“”"]{0,40})
      | (?:(?:first\s)?(?:posted|updated|published|last\s(?:updated|modified))\b:?\s
          (?=[^\n]{0,30}\d)(?:at\s|on\s|\p{L}|\d)[^\n“”"]{2,80})
      | \d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s\p{Lu}{2,4})?
      | \d+\s(?:min(?:ute)?s?\sread|hours?\sago|minutes?\sago|comments?)
      | \(?(?:ends?|more|end)\)?|\#{2,}|-{2,}\s?\d*\s?-{2,}
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def dateline_ends(document: Document) -> dict[int, int]:
    """Return for each paragraph that begins with a dateline, by its start, where the first sentence begins.

    >>> text = "PARIS (AP) — Ana Ruiz, a senator from Lyon, said the harbour would close."
    >>> [text[end:end + 8] for end in dateline_ends(Document(text)).values()]
    ['Ana Ruiz']
    """
    return document.once(_read_datelines)


def furniture(document: Document) -> frozenset[int]:
    """Return the numbers of the paragraphs that are no prose: bylines, credits, times, links to other pages."""
    return document.once(_read_furniture)


def _read_datelines(document: Document) -> dict[int, int]:
    found: dict[int, int] = {}
    labels = Counter(_label(document.text, *paragraph) for paragraph in document.paragraphs)
    for number, match in _matches(document):
        if _is_dateline(document, number, match, labels):
            found[match.start()] = match.end()
    found.update(_timeline(document))
    for start, end in document.paragraphs:
        if document.text[start] in "SDM" and (greeting := _GREETING.match(document.text, start, end)):
            found[start] = greeting.end()
        if document.text[start].isdigit() or document.text[start] in "*_[":
            match = _TIME.match(document.text, start, end)
            if match is not None:
                found[start] = match.end()
    return found


def _timeline(document: Document) -> dict[int, int]:
    """Return the paragraphs of a time line that begin with a time alone, if several do."""
    text = document.text
    digits = (paragraph for paragraph in document.paragraphs if text[paragraph[0]].isdigit())
    times = [match for start, end in digits if (match := _BARE_TIME.match(text, start, end))]
    return {match.start(): match.end() for match in times} if len(times) >= _TIMELINE else {}


def _matches(document: Document) -> Iterator[tuple[int, regex.Match[str]]]:
    for number, (start, end) in enumerate(document.paragraphs):
        if end - start >= _SHORTEST:
            stop = min(end, start + _LONGEST)
            opening = document.text[start:stop]
            if not any(sign in opening for sign in _ENDS_DATELINE):
                continue
            match = _DATELINE.match(document.text, start, stop)
            if match is not None:
                yield number, match


def _label(text: str, start: int, end: int) -> str:
    """Return what stands before a colon at the start of a paragraph."""
    head, colon, _ = text[start : min(end, start + _LONGEST)].partition(":")
    return head if colon else ""


def _is_dateline(document: Document, number: int, match: regex.Match[str], labels: Counter[str]) -> bool:
    """Tell a dateline from a label and from a sentence with a dash."""
    place = match["place"] or ""
    marked = bool(match["date"]) or _is_agency(match)
    if match["colon"]:
        loud = sum(times for label, times in labels.items() if label.isupper())
        return labels[place] == 1 and (_is_place(place) or marked or bool(match["loud"])) and loud < 2
    if not place:
        return _is_agency(match)
    if match["loud"]:
        return marked or _is_place(place) or number < _FIRST_PARAGRAPHS and not place.endswith(".") and len(place) > 2
    if marked or _is_place(place):
        return True
    return number < _FIRST_PARAGRAPHS and bool(match["region"]) and not _dash_again(document, match)


def _is_agency(match: regex.Match[str]) -> bool:
    return bool(match["agency"]) and any(word[:1].isupper() for word in match["agency"].strip(" (/,").split())


def _dash_again(document: Document, match: regex.Match[str]) -> bool:
    """Tell whether the sentence goes on behind a second dash, so that the first opens an aside."""
    end = document.sentence_at(match.start()).end
    return any(dash in document.text[match.end() : end] for dash in ("—", "–", " - ", "--"))


def _is_place(name: str) -> bool:
    low = name.casefold().removeprefix("in ").strip(" .")
    return low in _places() or low.partition(",")[0] in _places()


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for name in load_words("places"))


def _read_furniture(document: Document) -> frozenset[int]:
    text = document.text
    return frozenset(
        number
        for number, (start, end) in enumerate(document.paragraphs)
        if end - start < 220 and _FURNITURE.fullmatch(text, start, end) is not None
    )
