"""Whose view a sentence gives: «In the view of Ana Ruiz, …», «…, as the minister put it.», «For Ms. Ruiz, it was a …».

The phrase opens or closes its sentence or stands between commas in it; the rest of the sentence is what is reported
(Quirk et al. 1985, § 8.125, viewpoint subjuncts).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

import regex

from quotex.detect.marks.passages import read_passages
from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import words_of
from quotex.patterns import pattern, plain
from quotex.read.codes import IN_BRACKETS, bare_codes
from quotex.read.document import Document
from quotex.read.notes import YEAR

Span = tuple[int, int]
_STOPPED = r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|St|\p{Lu})\."
_NAMED = rf"""(?:{_STOPPED}|[^\s,.;:!?“”"()])(?:{_STOPPED}|[^,.;:!?“”"()\n]){{1,60}}?"""
_PHRASE = pattern(
    rf"""
    \b(?: (?P<cue>[Ii]n\sthe\s(?:view|opinion|judge?ment|estimation|eyes|telling|reading)\sof)\s(?P<source>{_NAMED})
        | (?P<cue>[Bb]y\sthe\s(?:account|admission|reckoning)\sof)\s(?P<source>{_NAMED})
        | (?P<cue>[Ii]n\sthe\swords\sof)\s(?P<source>{_NAMED})
        | [Aa]s\s(?P<source>{_NAMED})\s(?:{YEAR}\s)?(?:\p{{Ll}}{{3,15}}ly\s)?
          (?P<cue>(?:(?:has|had|once|later|would|(?:likes?|liked|used)\sto)\s){{0,2}}(?:puts?|sees|saw|tells|told)\sit)
        | [Ii]n\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \s(?:own\s)?(?P<cue>view|opinion|judge?ment|estimation|telling|reading|words)
        | [Bb]y\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \s(?:own\s)?(?P<cue>account|admission|reckoning|recollection)
        | (?P<cue>per)\s(?P<source>(?:(?:the|an?)\s|(?=\p{{Lu}})){_NAMED})
      | (?P<cue>Per)\s(?P<source>(?:the|an?)\s{_NAMED})   # «Per Lund» is a name
      )(?=[,.])
    """,
    regex.VERBOSE,
)
# The same at the head of a sentence without a comma behind it: «In her view the road is too steep».
_BARE = pattern(
    rf"""
    (?<![^\s“"(]) (?: In\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \s(?:own\s)?(?P<cue>view|opinion|judge?ment|estimation|telling|reading)
        | By\s(?:(?P<source>{_NAMED})(?:['’]s|(?<=s)['’])|(?P<source>his|her|their))
          \s(?:own\s)?(?P<cue>account|admission|reckoning|recollection)
    )(?=\s(?:(?:the|an?|it|he|she|they|there|this|these|those|both|all|most|no|nobody|his|her|its|their)\s|\p{{Lu}}))
    """,
    regex.VERBOSE,
)
# A word that every such phrase has, behind a space or what opens: one paragraph in sixteen has any.
_HINT = plain(
    r"[\s“\"(](?:view|opinion|judge?ment|estimation|eyes|telling|reading|words|account|admission|reckoning|recollection"
    r"|[Pp]er\s"
    r"|(?:puts?|sees|saw|tells|told)\sit[,.])"
)
_VERBATIM = ("words", "words of", " it")  # how cues end beside which a passage in marks is a quotation by itself
_CLOSED = frozenset((",” ", '," '))  # «“It was a mess,” as the coach put it»
_OPENING = frozenset('“"«‘')
_CLOSED_BY = frozenset('”"»’')
_FOR = pattern(
    rf"""
    (?P<cue>For)\s(?P<source>{_NAMED})(?:\s\([^()\n]{{2,60}}\))?,\s
    (?=[^,.;:!?“”"()\n]{{1,80}}?\s(?:is|was|are|were|remains|remained)\s
       (?:(?:also|still|simply|nothing|more|less|not)\s){{0,3}}(?:an?|another|the|too|so|like|enough|about|what|no)\s)
    """,
    regex.VERBOSE,
)
# The same of a scholar, or of somebody who wrote a work: «For the historian Ana Ruiz, the strike began …».
_FOR_SCHOLAR = pattern(
    rf"""
    (?P<cue>For)\s(?P<source>{_NAMED})
    (?P<work>\s\((?:1[5-9]|20)\d\d\w?\))?
    (?:,\s(?:(?P<work>writing\sin\s\d{{4}})|(?:who|whose)\s[^.,;:!?“”"()\n]{{1,80}}))?,\s
    (?=[^,.;:!?“”"()\n]{{1,80}}\s)
    """,
    regex.VERBOSE,
)
_LINKING = pattern(r"(?:by\scontrast|by\scomparison|however|though|too|therefore|moreover|in\sturn),\s")
_CLOSING = " .:!?\n"
_CODE = pattern(rf"\s{IN_BRACKETS}$")
_LONGEST_CODE = 80  # characters of the code of whom a study quotes, with the brackets


def find_viewpoints(document: Document) -> Iterator[tuple[Span, Span, list[Span]]]:
    """Yield cue, source and the parts of the content of each sentence with a phrase of view.

    >>> document = Document("In the view of Ana Ruiz, the plan is too costly.")
    >>> [document.text[s:e] for cue, source, parts in find_viewpoints(document) for s, e in (cue, source, *parts)]
    ['In the view of', 'Ana Ruiz', 'the plan is too costly']
    """
    text = document.text
    for match in _for_somebody(document) if "For " in text else ():
        sentence = document.sentence_at(match.start())
        end = text.find(";", match.end(), sentence.end)
        parts = _around(text, (sentence.start, max(end, 0) or sentence.end), (match.start(), match.end() - 2))
        if sentence.start == match.start() and parts:
            yield match.span("cue"), match.span("source"), parts
    for match in _phrases(document):
        sentence = document.sentence_at(match.start())
        parts = _around(text, (sentence.start, sentence.end), match.span())
        cue = match["cue"].lower()
        verbatim = cue.endswith(_VERBATIM)
        if cue.endswith((" it", *words_of("in-view"))):
            parts = _words_put(document, parts, cue.endswith(" it"))
        if verbatim and not cue.endswith(" it") and any(text[start] in _OPENING for start, _ in parts):
            continue
        named = match["source"] != match["source"].lower() or cue in words_of("in-view") or verbatim
        named = named or cue.startswith("by the")
        if len(parts) == 1 or (parts and named):  # «The house, in the view of the sea, was sold»
            yield match.span("cue"), match.span("source"), parts


def _for_somebody(document: Document) -> Iterator[regex.Match[str]]:
    """Return the phrases «For …,» that name somebody who has the view."""
    text, found = document.text, set()
    for match in _FOR.finditer(text):
        if _is_somebody(document, *match.span("source")):
            found.add(match.start())
            yield match
    for match in _FOR_SCHOLAR.finditer(text):
        if match.start() not in found and (match["work"] or _is_scholar(match["source"])):
            yield match


def _is_scholar(source: str) -> bool:
    """Tell whether the noun of a phrase means somebody whose trade it is to have a view: «film historian Ana Ruiz»."""
    head = next((word for word in reversed(source.split(" of ")[0].split()) if word[0].islower()), "")
    return head.removesuffix("s") in words_of("scholar")


def _phrases(document: Document) -> Iterator[regex.Match[str]]:
    """Return the phrases but «For …»; a text may open with «Per»."""
    text = document.text
    hints = {document.paragraph_at(hint.end()) for hint in _HINT.finditer(text)}
    for number in sorted(hints | {0} if text.startswith("Per") else hints):
        yield from _PHRASE.finditer(text, *document.paragraphs[number])
        for match in _BARE.finditer(text, *document.paragraphs[number]):
            if document.sentence_at(match.start()).start == match.start():
                yield match


def _is_somebody(document: Document, start: int, end: int) -> bool:
    return _is_people(document.text[start:end]) or (start, end) in document.once(_bare)


def _bare(document: Document) -> frozenset[Span]:
    return frozenset(bare_codes(document))


def _is_people(source: str) -> bool:
    """Tell whether a noun phrase is somebody with a title or given name, or people by their noun: «many farmers»."""
    words = source.split(" of ")[0].split()
    if words[0].rstrip(".").lower() in load_words("titles") or words[0] in load_words("given_names"):
        return words[-1][0].isupper()
    head = words[-1].lower()
    return any(form in people() for form in (head, head.removesuffix("s")))


@cache
def people() -> frozenset[str]:
    """Return the nouns that mean people."""
    return frozenset(row[0] for row in load_table("nominal_heads") if row[1] in ("person", "group"))


def _words_put(document: Document, parts: list[Span], put: bool) -> list[Span]:
    """Return the parts, or the words in marks right beside the phrase: «The road is, as he put it, “a situation.”»"""
    text = document.text
    start, end = parts[-1] if parts else (0, 0)
    if len(parts) == 2:
        passages = document.once(read_passages)
        at = bisect_left(passages, start, key=attrgetter("start"))
        marked = at < len(passages) and passages[at].start == start and passages[at].closed
        return [(start, passages[at].end)] if marked else parts
    if len(parts) == 1 and put and text[end - 1] in _CLOSED_BY:
        opened = max(text.rfind(mark, start, end - 1) for mark in _OPENING)
        return [(opened, end)] if opened > start else parts
    return parts


def _around(text: str, sentence: Span, phrase: Span) -> list[Span]:
    """Return what is left of a sentence without a phrase that commas part from it; nothing where they do not."""
    start, end = sentence
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if coded := _CODE.search(text, max(start, end - _LONGEST_CODE), end):
        end = coded.start()
    before, behind = (start, phrase[0] - 2), (phrase[1] + 2, end)
    if phrase[0] == start:
        linking = _LINKING.match(text, behind[0], end)
        parts = [(linking.end() if linking else behind[0], end)] if text.startswith(", ", phrase[1]) else []
        parts = parts or ([(phrase[1] + 1, end)] if text[phrase[1] : phrase[1] + 1] == " " else [])
    elif text[start] in _OPENING and text[max(0, phrase[0] - 3) : phrase[0]] in _CLOSED and phrase[1] >= end:
        parts = [(start, phrase[0] - 1)]
    elif text[phrase[0] - 2 : phrase[0]] != ", ":
        parts = []
    elif phrase[1] >= end:
        parts = [before]
    else:
        parts = [before, behind] if text.startswith(", ", phrase[1]) else []
    return [part for part in parts if part[0] < part[1]]
