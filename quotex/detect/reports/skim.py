"""Choose the sentences that are read for reports: those with a cue word that the caller can use."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

from quotex.detect.genre import tells_story
from quotex.detect.reports.find_drafts import LEAST_QUOTED
from quotex.detect.reports.kinds import Marked
from quotex.lexicon import load_table
from quotex.lexicon.verbs import cue_forms, directive_forms, manner_forms, story_cues
from quotex.patterns import plain
from quotex.read.document import Document, Sentence
from quotex.read.news_layout import dateline_ends, furniture

LONGEST = 2500  # characters of a sentence
_PART = plain(r"[^\W_]+")


def sentences_to_read(document: Document, marked: Marked, served: Collection[int], titled: bool) -> Iterator[Sentence]:
    """Return the sentences worth reading: with a candidate cue.

    A cue that ends at an offset of ``served`` is none, and words of the lowest grade report nothing in a sentence that
    has no other.
    """
    telling_in_news, telling_in_marks = _telling_in_news(), _telling_words(LEAST_QUOTED)
    skipped = furniture(document)
    telling = _telling_in_story() if document.once(tells_story) else telling_in_news
    for number in range(1 if titled else 0, len(document.paragraphs)):
        if number in skipped:
            continue
        for whole in document.sentences_of(number):
            for sentence in _pieces(document, _behind_dateline(document, whole)):
                announces = document.text[sentence.end - 1] == ":"
                words = telling_in_news if announces else telling
                if marked.hold(sentence.start, sentence.end):
                    words = telling_in_marks
                if _first_parts(words).isdisjoint(_PART.findall(document.text[sentence.start : sentence.end].lower())):
                    continue  # a look that costs a fourth of what the tokens do
                telling_here = not words.isdisjoint(sentence.tokens.lower)
                if telling_here and not (served and _serves(sentence, marked, served)):
                    yield sentence
                sentence.forget_tokens()


@cache
def _telling_in_news() -> frozenset[str]:
    return _telling_words("1") | {row[1] for row in load_table("headline_verbs")}  # «the court rules that …»


@cache
def _telling_in_story() -> frozenset[str]:
    return story_cues() | directive_forms() | manner_forms()


@cache
def _telling_words(least: str) -> frozenset[str]:
    """Return the cue words of some grade or a higher one."""
    return frozenset(word for word, (_, grade) in cue_forms().items() if grade >= least)


@cache
def _first_parts(words: frozenset[str]) -> frozenset[str]:
    """Return the words themselves, of those with a hyphen the first part: a sentence without any of these has none of
    them."""
    return frozenset(word.partition("-")[0] for word in words)


def _serves(sentence: Sentence, marked: Marked, served: Collection[int]) -> bool:
    """Tell whether all cues of a sentence have their quotations already; of the words in marks only likely ones are
    cues."""
    lexicon, tokens = cue_forms(), sentence.tokens
    return all(
        end in served or (lexicon[word][1] < LEAST_QUOTED and marked.touching(start, start + 1))
        for word, start, end in zip(tokens.lower, tokens.starts, tokens.ends, strict=True)
        if word in lexicon
    )


def _behind_dateline(document: Document, sentence: Sentence) -> Sentence:
    """Return the sentence without the dateline before it."""
    start = dateline_ends(document).get(sentence.start)
    if start is None or start >= sentence.end:
        return sentence
    return Sentence(document.text, start, sentence.end, sentence.paragraph, sentence.index)


def _pieces(document: Document, sentence: Sentence) -> list[Sentence]:
    """Return the sentence, or pieces of it when it is too long to be one: a text without full stops."""
    start, end = sentence.start, sentence.end
    if end - start <= LONGEST:
        return [sentence]
    pieces = []
    while start < end:
        stop = min(start + LONGEST, end)
        space = document.text.rfind(" ", start + LONGEST // 2, stop) if stop < end else -1
        stop = space + 1 if space >= 0 else stop
        pieces.append(Sentence(document.text, start, stop, sentence.paragraph, sentence.index))
        start = stop
    return pieces
