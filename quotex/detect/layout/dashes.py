"""Dialogue that a dash opens: — Come up, Kinch! he said. — I will."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.detect.layout.turn import LayoutTurn, Piece
from quotex.lexicon.function_words import function_words, is_adverb
from quotex.lexicon.pronouns import SUBJECTS
from quotex.lexicon.verbs import phrasal_verbs, verbs_of_tags
from quotex.patterns import pattern
from quotex.read.document import Document

if TYPE_CHECKING:
    import regex

_DASHES = "—–―-"
_OPENING = pattern(r"(?:[—–―]|--?)\s{0,3}(?=[\w¿¡‘“\"'’.…(])")
_SEAM = pattern(r"(?P<mark>[,.!?…;]|[—–―]|--)\s{1,3}(?=\w)|(?:[—–―]|--)(?=\p{Ll})|(?<=\s)[—―](?=\p{Lu})")
_WORD = pattern(r"(?P<word>[^\W_]++(?:['’.-][^\W_]++)*+)(?P<stop>\.)?")
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "my", "their", "our", "one", "another"))
# Behind the verb of a tag; a clause there is said: «– He was here, Tom said. I said she'd never liked him.»
_CLOSED = pattern(r"\s{0,2}(?:[.,;:!?…—–]|$|(?:to|and|again|then|as|in|at|with|after|\w{2,15}ly|\w{2,15}ing)\b)")
_RESUMES = pattern(r"[.!?…:;]++[\"”’)]*+(?=\s|$)|,(?=\s)|[—–―]|--")
_DASH = pattern(r"[—–―]|--")
# What the narrator puts between dashes as Spanish and Russian print it: «—Yes. —Henry sat down—. And you?»
_ASIDE = pattern(r"(?<=[.,!?…;])\s(?:[—–―])(?=\w)[^—–―\n]{3,200}+(?:[—–―])(?=[\s.,;:!?])")
# The same as Polish prints it: «– Yes. – Henry sat down. – And you?», «– Why? – he wanted to know.»
_SPACED_ASIDE = pattern(r"(?<=[.,!?…;])\s(?:[—–―])\s(?=\w)[^—–―\n]{3,240}?(?:(?<=[.,:;!?…])\s(?:[—–―])(?=\s)|$)")
_OWN_WORDS = pattern(r"\b(?:I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|[Oo]ur|me|us)\b")
_GOES_ON = pattern(
    r",\s(?:(?:(?:quite|rather|very|almost|not)\s)?+\w{1,30}ly\b|(?:the|an?)\s[\p{Ll}\s-]{2,30}+(?=\.|$))"
    r"|,\s(?:\w{1,30}ing|\w{1,30}ly|with|without|as|and|in|at|his|her|after|before|when|while|who|which|to|for|still|half|then)\b"
)
# «— Aye, said Tom, and who was it took her?», «— Sit, said Ann, and leave me alone.»
_TALKS_ON = pattern(
    r",\sand\s(?:(?:[^.!?…\n]{0,80}?\s)?(?:I|[Yy]ou|[Ww]e|my|your|me|us|let['’]s)\b(?!['’]s\s\p{Ll})"
    r"|(?:who|what|where|when|why|how|is|are|do|does|did|was|were|can|could|will|would)\b[^.!?…\n]{1,120}+\?"
    r"|(?:be|come|do|give|go|leave|take|tell|keep|hold|get|bring|look|mind|make|say|stop|don['’]t)\b)"
)
_HEADING = pattern(r"[\s\divxlcIVXLC.—–―-]*")
_SIGNATURE = pattern(r"\p{Lu}[\w.'’-]*+(?:,?\s(?:\p{Lu}[\w.'’-]*+|of|the|de|van|von)){0,7}")
_TITLE = pattern(r"\b(?:Mrs?|Ms|Dr|St)$")
_TALK = pattern(r"\b(?:I|[Yy]ou|[Ww]e|[Mm]y|[Yy]our|me|us)\b|[?!]")
_TALKING = 0.3  # share of the lines of a dialogue with "I", "you", a question or a cry
_ENDS = frozenset(".?!…,;:—–-”\"’'»)*_")
_OPEN = 0.5  # share of the items of a list that no stop ends
_FEWEST_ITEMS = 2
_LONGEST_TAG = 240
_LONGEST_ASIDE = 600
Item = tuple[int, int, int]  # number of a paragraph, its start and end


def dash_turns(document: Document) -> list[LayoutTurn]:
    """Return the turns of a text that opens speech with dashes; none where dashes make a list or close an epigraph."""
    text = document.text
    pieces = enumerate(document.paragraphs)
    opened = [(index, *piece) for index, piece in pieces if _opens(text, *piece) or _answers(document, index)]
    opened = [item for run in _runs(opened) if not _is_list(document, run) for item in run]
    if not opened:
        return []
    turns = []
    shown = 0
    spaced = any(_tags_in_dashes(text, *item[1:]) for item in opened)
    for index, start, end in opened:
        parts, tags = _split(text, start, end, spaced)
        if parts:
            turns.append(LayoutTurn("dash", None, tuple(parts), tuple(tags)))
            shown += bool(tags) or _is_led(document, index)
    quoted = sum(1 for start, _ in document.paragraphs if text[start] in '“"«')
    if not shown or quoted > len(opened) or shown < 0.05 * len(turns):
        return [turn for turn in turns if turn.tags and text[turn.start - 1] != "-"] if quoted <= len(opened) else []
    return turns


def _runs(opened: Sequence[Item]) -> list[list[Item]]:
    """Return the paragraphs with dashes that stand one under another."""
    runs: list[list[Item]] = []
    for item in opened:
        if runs and runs[-1][-1][0] + 1 == item[0]:
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _is_list(document: Document, run: Sequence[Item]) -> bool:
    """Tell whether lines with dashes are the items of a list: led by a colon without a verb of speech, or nobody's
    talk."""
    text, (index, first, _) = document.text, run[0]
    if len(run) < _FEWEST_ITEMS or any(text[start] in "—―" for _, start, _ in run):
        return False
    led = index > 0 and text[document.paragraphs[index - 1][1] - 1] == ":"
    close = text.count("\n\n", first, run[-1][2]) == 0
    talking = sum(_TALK.search(text, start, end) is not None for _, start, end in run)
    if led and _is_led(document, index):
        return not talking
    if sum(text[end - 1] not in _ENDS for _, _, end in run) > _OPEN * len(run):
        return True  # no sentences
    if not (led or close):
        return False
    return led and close or talking < _TALKING * len(run)


def _opens(text: str, start: int, end: int) -> bool:
    """Tell whether the paragraph begins with a dash and more than a heading, or a name as below an epigraph."""
    if text[start] not in _DASHES:
        return False
    opening = _OPENING.match(text, start, end)
    if opening is None or _HEADING.fullmatch(text, opening.end(), end):
        return False
    return end - start > 120 or not _SIGNATURE.fullmatch(text, opening.end(), end)


def _answers(document: Document, number: int) -> bool:
    """Tell whether a paragraph like a name stands between turns and ends as a sentence does: «– Hello, Nuala.»."""
    text, pieces = document.text, document.paragraphs
    start, end = pieces[number]
    if text[start] not in _DASHES or text[end - 1] not in ".?!…" or _HEADING.fullmatch(text, start, end):
        return False
    around = [*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]]
    return _OPENING.match(text, start, end) is not None and any(_opens(text, *piece) for piece in around)


def _is_led(document: Document, index: int) -> bool:
    """Tell whether the paragraph before ends in a verb of speech and a colon: "Dante said:"."""
    if index == 0:
        return False
    start, end = document.paragraphs[index - 1]
    words = document.text[max(start, end - 60) : end]
    return words.endswith(":") and any(word.lower() in verbs_of_tags() for word, _ in _WORD.findall(words))


def _tags_in_dashes(text: str, start: int, end: int) -> bool:
    """Tell whether a dash with a space opens a tag in a turn: «– Yes, – said Ann.»."""
    asides = (found.span() for found in _SPACED_ASIDE.finditer(text, start, end, overlapped=True))
    return any(_tag_verb(text, first + 3, last, "—") is not None for first, last in asides)


def _told(text: str, start: int, end: int, spaced: bool) -> Iterator[regex.Match[str]]:
    """Yield what the narrator puts between dashes, with a space behind each dash or not."""
    tight = list(_ASIDE.finditer(text, start, end))
    if tight or not spaced:
        yield from tight
        return
    for aside in _SPACED_ASIDE.finditer(text, start, end):
        if _OWN_WORDS.search(text, *aside.span()) is None:
            yield aside


def _split(text: str, start: int, end: int, spaced: bool) -> tuple[list[Piece], list[Piece]]:
    """Return the parts of a turn, and the tags between them."""
    opening = _OPENING.match(text, start, end)
    left = opening.end() if opening else start
    parts: list[Piece] = []
    tags: list[Piece] = []
    for aside in _told(text, left, end, spaced):
        _split_at_tags(text, left, aside.start(), parts, tags)
        tags.append((aside.end() - len(aside[0].lstrip("—–― ")), aside.start() + len(aside[0].rstrip("—–― "))))
        left = aside.end() + (text[aside.end() : aside.end() + 1] in (".", ",", ";", ":"))
    _split_at_tags(text, left, end, parts, tags)
    return parts, tags


def _split_at_tags(text: str, left: int, end: int, parts: list[Piece], tags: list[Piece]) -> None:
    """Add the parts of text[left:end] and the tags between them."""
    at = left
    while seam := _SEAM.search(text, at, end):
        tag = _tag_end(text, seam.end(), end, seam["mark"] or "—")
        if tag is None:
            at = seam.end()
            continue
        _add(text, parts, left, seam.end())
        tags.append((seam.end(), len(text[:tag].rstrip(" ,;:—–―-\n")) if tag < end else tag))
        left = at = tag
    _add(text, parts, left, end)


def _add(text: str, parts: list[Piece], start: int, end: int) -> None:
    while start < end and (text[start].isspace() or text[start] in _DASHES or text[start] in ",;:"):
        start += 1
    if text.startswith(". ", start, end):
        start += 2  # «—Ana said—. And you?»
    while end > start and (text[end - 1].isspace() or text[end - 1] in _DASHES):
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        parts.append((start, end))


def _tag_end(text: str, start: int, end: int, mark: str) -> int | None:
    """Return where the tag that begins at ``start`` ends, or None when none begins there."""
    verb = _tag_verb(text, start, min(end, start + 90), mark)
    if verb is None:
        return None
    if mark in _DASHES and end - start <= _LONGEST_ASIDE:  # what a dash opens, only a dash closes
        closing = _DASH.search(text, verb, end)
        return end if closing is None else int(closing.end())
    stop = min(end, start + _LONGEST_TAG)
    at = verb
    while rest := _RESUMES.search(text, at, stop):
        if rest.group() == "," and _GOES_ON.match(text, rest.start(), end) and not _TALKS_ON.match(text, rest.start()):
            at = rest.end()
            continue
        if rest.group() == "." and _TITLE.search(text, max(start, rest.start() - 5), rest.start()):
            at = rest.end()
            continue
        resumes: int = rest.end()
        return resumes
    return end if stop == end else None


def _tag_verb(text: str, start: int, end: int, mark: str) -> int | None:
    """Return where the verb of a tag ends: "he said", "said Mulligan", "the old man cried"."""
    words = _run(text, start, end)
    if len(words) < 2:
        return None
    first, verbs = words[0][0], verbs_of_tags()
    small = first.lower()
    if first in verbs:
        second = words[1][0]
        known = second[0].isupper() or second in SUBJECTS or second in _DETERMINERS
        return words[1][1] if known or _is_epithet(words[1:3]) else None
    if first == "I" and mark in ".…":  # no letter shows whether a new sentence begins: "It fell. I have questions."
        return words[1][1] if words[1][0] in verbs and _CLOSED.match(text, words[1][1], end) else None
    if small in SUBJECTS:
        return _verb_at(words[1:3], verbs) if first == small or first == "I" else None
    if first in _DETERMINERS:
        return _verb_at(words[2:5], verbs)
    if first[0].isupper() and mark not in ".…" and small not in _DETERMINERS:
        named = next((at for at, (word, _) in enumerate(words) if not word[0].isupper()), len(words))
        return _verb_at(words[named : named + 3], verbs) if named <= 4 else None
    return None


def _is_epithet(words: list[tuple[str, int]]) -> bool:
    """Tell whether a small word belongs to the name behind it: «said old Tom», and not «called in Spain»."""
    if len(words) < 2 or not words[1][0][0].isupper():
        return False
    word = words[0][0]
    closed = ("preposition", "subordinator", "boundary", "auxiliary", "particle")
    return word.islower() and not is_adverb(word) and not any(word in function_words(use) for use in closed)


def _run(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """At most seven words with nothing but white space between them, and where each ends."""
    words: list[tuple[str, int]] = []
    for match in _WORD.finditer(text, start, end):
        if words and not text[words[-1][1] : match.start()].isspace() or len(words) == 7:
            break
        title = match["stop"] and len(match["word"]) < 4 and match["word"][0].isupper()
        words.append((match["word"], match.end() if title else match.end("word")))
    return words


def _verb_at(words: list[tuple[str, int]], verbs: frozenset[str]) -> int | None:
    """Return the end of the first word that is a verb of speech, when only adverbs and nouns stand before it."""
    for (word, end), (particle, behind) in zip(words, [*words[1:], ("", 0)], strict=False):
        if (word, particle) in phrasal_verbs():
            return behind
        if word in verbs:
            return end
        if word.lower() in SUBJECTS or word[0].isupper():
            return None
    return None
