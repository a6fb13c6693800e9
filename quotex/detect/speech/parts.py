"""The parts of one quotation: «"A," said X, "b."» and «"A." said X. "B."» are one, said by one cue."""

from __future__ import annotations

import regex

from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.tags.tag import Tag, gap_after, read_tags
from quotex.lexicon.function_words import function_words
from quotex.lexicon.verbs import is_finite
from quotex.patterns import pattern
from quotex.read.document import Document

_SENTENCE_END = pattern(r"[.!?…]['’”\")\]]*+(?=\s|$)")
_MOST_SENTENCES = 2  # in the tag and what follows it up to the next part
# The narrator speaks inside the marks: «Yes--(sitting down again)--go on», «Gentlemen (laughter), I am».
_ASIDE = pattern(
    r"""
    \(
    (?: (?:again\s)? (?!\p{L}{0,6}thing\b|during\b|according\b|considering\b|(?:even|morn)ing\b)
        \p{L}\p{Ll}*+(?<=ing)\b [^()]{0,120}
      | (?:with|in) \s (?:an?|some|great|much) \s [^()]{0,80}
      | to \s \p{Lu} [^()\s]{1,20} (?:\s \p{Lu} [^()\s]{1,20})? ,?
      | (?:(?:more|rather|very) \s)? \p{Ll}+ly (?:\s again)? ,?
      | (?:\p{Ll}+ \s){0,3} (?:laughter|applause|cheers|cheering)
      | [Hh]ear, \s hear!?
    )
    \)
    """,
    regex.VERBOSE,
)
_JOINS = frozenset({"and", "but", "then"})
_FEWEST = 4  # words of a sentence with somebody else in it
_NEIGHBOURS = 6  # passages on each side whose tags are asked
_ACTION = pattern(r"\s(?:He|She)\s(?:\p{Ll}+ly\s)?\p{Ll}{3,15}\b[^.!?“”\"\n]{0,80}[.…]\s")
_LONGEST_ACTION = 500  # characters of narration between two pieces of one quotation


def spoken_parts(document: Document, passage: Quoted) -> list[tuple[int, int]]:
    """Return the parts of a passage of a story without the narrator's asides in brackets.

    >>> document = Document("“Well (with a sigh), what of it?”")
    >>> [document.text[s:e] for s, e in spoken_parts(document, document.once(read_passages)[0])]
    ['Well', ', what of it?']
    """
    text = document.text
    parts = []
    for start, end in passage.parts:
        at = start
        for aside in _ASIDE.finditer(text, start, end):
            parts.append((at, aside.start()))
            at = aside.end()
        parts.append((at, end))
    return [part for part in (_trimmed(text, *part) for part in parts) if part[0] < part[1]] or passage.parts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end if any(map(str.isalnum, text[start:end])) else start


def group_parts(document: Document) -> list[list[int]]:
    """Indices of the passages of ``read_passages``, those of one interrupted quotation together; use with ``once``.

    Two passages of a paragraph are parts of one quotation when the tag behind the first is the only one between them,
    and the second has none of its own.

    >>> group_parts(Document('"A," said Ana, "and b." "C," said Bo.'))
    [[0, 1], [2]]
    """
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    groups: list[list[int]] = []
    for index in range(len(passages)):
        if index and _one_quotation(document, passages, tags, index - 1):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _one_quotation(document: Document, passages: list[Quoted], tags: list[Tag | None], index: int) -> bool:
    """Tell whether passage ``index`` and the next one are parts of one quotation."""
    tag, following = tags[index], tags[index + 1]
    start, end, more = gap_after(document, passages, index)
    if not more or tag is None or tag.order == "before" or tag.cue_start < start:
        return False
    if _woven_in(document.text, end, passages[index + 1]):
        return False
    sentences = len(_SENTENCE_END.findall(document.text, tag.cue_end, end))
    if sentences and _led_in_by_another(document.text, tag.cue_end, end):
        return False
    own = following is not None and following.cue_start != tag.cue_start
    if (
        sentences
        and document.text[passages[index].inner[1] - 1] == "?"
        and _several_speak(document, passages, tags, index)
    ):
        return False  # «“Where?” asked Bo. “There.” …»: told in one paragraph, Ann answers
    if own:
        return sentences == 0 and document.text[passages[index + 1].inner[0]].islower()
    return sentences <= _MOST_SENTENCES


def _led_in_by_another(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence about somebody else leads in words: «"A," said Ana. The lawyer read out a note by Bo:
    "B"»."""
    sentence = _SENTENCE_END.split(text[start:end])[-1].strip()
    words = sentence.lower().rstrip(":").split()
    if not sentence.endswith(":") or len(words) < _FEWEST or words[0] in _JOINS:
        return False
    return not function_words("subject").intersection(words) and any(map(is_finite, words))


def goes_on(document: Document, left: int, right: int) -> bool:
    """Tell whether a passage of a story that has no tag of its own goes on with the passage before, over an action.

    Neighbours without a word between them, words that lead in the second one («… and Bo answered: "B"») and paragraphs
    in which the tags name several speakers keep them apart.

    >>> document = Document('“No.” She shrugged. “Not today.”')
    >>> goes_on(document, 0, 1)
    True
    """
    passages, tags = document.once(read_passages), document.once(read_tags)
    start, end, more = gap_after(document, passages, left)
    between = document.text[start:end].strip() if end - start <= _LONGEST_ACTION else ""
    if not more or not any(map(str.isalpha, between)) or between[-1] not in ".!?…”’\"'*_)":
        return False
    own, before = tags[right], tags[left]
    if own is not None and (before is None or own.cue_start != before.cue_start):
        return False
    return not _several_speak(document, passages, tags, left)


def goes_on_in_report(document: Document, left: int, right: int) -> bool:
    """Tell whether words of an article without a tag go on over an action, as those of a story do.

    Both must be whole sentences, the first at the head of its paragraph, and the action that of "he" or "she".

    >>> document = Document('“No.” She looks up from the pestle. “Not today.”')
    >>> goes_on_in_report(document, 0, 1)
    True
    """
    passages, text = document.once(read_passages), document.text
    one, other = passages[left], passages[right]
    if one.start > document.paragraphs[one.paragraph][0] or document.once(read_tags)[left] is not None:
        return False
    whole = all(text[p.inner[0]].isupper() and text[p.inner[1] - 1] in ".?!…" for p in (one, other))
    acts = _ACTION.fullmatch(text, one.end, other.start) is not None
    return whole and acts and goes_on(document, left, right)


def _several_speak(document: Document, passages: list[Quoted], tags: list[Tag | None], index: int) -> bool:
    """Tell whether the tags of the paragraph of a passage name more than one speaker."""
    text, paragraph = document.text, passages[index].paragraph
    sources = set()
    for step in (-1, 1):
        at = index if step < 0 else index + 1
        while 0 <= at < len(passages) and passages[at].paragraph == paragraph and abs(at - index) <= _NEIGHBOURS:
            tag = tags[at]
            if tag is not None:
                sources.add(text[tag.source_start : tag.source_end].casefold())
            at += step
    return len(sources) > 1


def _woven_in(text: str, gap_end: int, passage: Quoted) -> bool:
    """Tell whether a passage is words of the writer's own sentence: «"A," he said when asked about a "b" in c»."""
    before, last = text[max(0, gap_end - 9) : gap_end].rstrip()[-1:], text[passage.inner[1] - 1]
    return before.isalnum() and last.isalnum()
