"""Who writes, and who is interviewed: speakers that a text names outside its sentences."""

from __future__ import annotations

from collections import Counter

import regex

from quotex.detect.layout.letters import letter_at
from quotex.lexicon.labels import label_words
from quotex.lexicon.pronouns import kind_of
from quotex.patterns import pattern
from quotex.records import Quotation
from quotex.resolve.news.answer import Answer, Article
from quotex.resolve.news.source_phrase import SourcePhrase
from quotex.resolve.people.signed import signed_by

_BYLINE = pattern(r"^\s*(?:By|BY|(?:Words|WORDS|Text|Story)(?::|\sby))\s(?=\p{Lu})", regex.MULTILINE)
_MY_NAME = pattern(r"\b[Mm]y\sname(?:['’]s|\sis)\s(?=\p{Lu})")
# "Ann Lee is a professor of law at …" as the last lines of an opinion, or a name alone under a letter.
_BIOGRAPHY = pattern(r"(?:\p{Lu}[\p{L}.'’-]*+\s?){2,4}+(?:\.?$|(?:,[^,.\n]{2,80},)?\s?(?:is|was|teaches|writes)\s)")


def author_of(article: Article, offset: int) -> int | None:
    """Return the writer, named by a letter, a byline, or a last paragraph that says who the author is; or None."""
    letter = letter_at(article.document, offset)
    if letter and letter.writer:
        return signed_by(article.cast, article.document, letter.writer)
    if article.signed is None:
        article.signed = _signed(article)
    starts = [*_signature(article, offset), *article.signed]
    named = (name for start in starts for name in article.discourse.names(start, start + 60) if name.start == start)
    return next((name.entity for name in named), None)


def reader_of(article: Article, offset: int) -> int | None:
    """Return the person to whom the letter around an offset is written, if its greeting gives a name; or None."""
    letter = letter_at(article.document, offset)
    reader = letter and letter.reader
    return None if reader is None else signed_by(article.cast, article.document, reader)


def _signed(article: Article) -> list[int]:
    """Return where the name of the author of the whole article may stand."""
    document = article.document
    byline = _BYLINE.search(document.text)
    starts = [byline.end()] if byline else []
    starts += [named.end() for named in _MY_NAME.finditer(document.text) if not article.discourse.quoted(named.end())]
    return starts + [s for s, e in document.paragraphs[-3:] if _BIOGRAPHY.match(document.text, s, e)]


def _signature(article: Article, offset: int) -> list[int]:
    """Return where the name stands that signs the letter around an offset: a paragraph that is a name and no more."""
    document = article.document
    here = document.paragraph_at(offset)
    for start, end in document.paragraphs[here + 1 : here + 4]:
        named = article.discourse.names(start, end) if end - start < 60 else []
        if len(named) == 1 and named[0].start == start and not document.text[named[0].end : end].strip(" .,"):
            return [start]
    return []


def interviewed(start: int, article: Article) -> Answer | None:
    """«A:» in an interview is who the words before its first turn are about most."""
    if article.guest is None:
        names = article.discourse.names(0, start)
        counts = Counter(name.entity for name in names if article.cast.entities[name.entity].type == "person")
        if not counts:
            return None
        best = max(counts, key=lambda entity: (counts[entity], -entity))
        article.guest = next(name for name in names if name.entity == best)
    return Answer("turn label", article.guest.entity, (start, start + 1), "nominal", article.guest.offsets)


def first_person(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«I» is the speaker of the quotation around it, or the author of the article."""
    if source.form != "pronoun" or kind_of(source.head) != "first":
        return None
    mention = (source.start, source.end)
    outer = [t for t in article.discourse.told[-50:] if t.start <= source.start and source.end <= t.end]
    if outer:
        return Answer("speaker around", outer[-1].entity, mention, "pronoun", outer[-1].mention)
    author = author_of(article, source.start)
    if author is None:
        name_ = "we" if source.head in ("we", "us", "our", "ours") else "I"
        author = article.cast.find(name_)
        if author is None:
            author = article.cast.add(name_, type="group" if name_ == "we" else "person")
    elif letter_at(article.document, source.start) is None:
        article.discourse.writers.add(author)
    return Answer("author", author, mention, "pronoun", mention)


def second_person(quotation: Quotation, source: SourcePhrase, article: Article) -> Answer | None:
    """«You» in a letter is whom its greeting names."""
    if source.form != "pronoun" or source.head not in label_words("second"):
        return None
    if any(t.start <= source.start and source.end <= t.end for t in article.discourse.told[-50:]):
        return None
    reader = reader_of(article, source.start)
    mention = (source.start, source.end)
    return None if reader is None else Answer("author", reader, mention, "pronoun", mention)
