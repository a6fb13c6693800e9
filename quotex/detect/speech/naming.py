"""Passages that name something, by what stands around their marks: the title of a work, a label.

The writer says in so many words that nobody is quoted there: «the so-called “summer wall”»,
«the word “brief”», «the novel “Emma”», «“Low Tide” (1911), a painting».
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import regex

from quotex.detect.marks.passages import Quoted
from quotex.lexicon import load_table
from quotex.patterns import pattern

_REACH = 40  # characters on either side of a passage
_READ = 200  # characters of the passage; longer ones are no names
_WORD = pattern(r"\w++(?:['’]\w++)*+")
_SO_CALLED = pattern(r"\bso[- ]called\s$", regex.IGNORECASE)
_KNOWN_AS = pattern(
    r"""
    \b(?: known\s(?:\p{Ll}{2,12}ly\s)?(?:(?:in|to|by|among)\s(?:\w+\s){1,3})?as
       | (?:also|commonly|locally|popularly|colloquially|traditionally|usually|sometimes)\s(?:called|termed)
       | aka | a\.k\.a\.
       | what\s(?:\w{1,12}\s){1,3}(?:calls?|called)(?=\sthe\s)
    )\s(?:the\s)?$
    """,
    regex.VERBOSE,
)
_BADGE = pattern(
    r"\b(?:badge|lanyard|name-?plate|(?:name|dog)(?:\s|-)?tag)\s(?:which\s|that\s)?(?:said|says|saying|reads?|reading)[:,]?\s$"
)
_WORD_ITSELF = pattern(
    r"""
    \b(?: (?:the|an?|this|that|his|her|its|their)\s(?:word|term|phrase|expression)
       | the\s(?:word|term)\s(?:is|was)
       | (?:the|these|those|such)\s(?:words|terms|phrases)
       | (?:words|terms|phrases)\s(?:like|such\sas)
    )\s$
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
_PROGRAMME = pattern(
    r"""
    \b(?: (?:\p{Lu}{2,5}|Channel|News|Radio|Television|Network)['’]s
      | (?:authors?|hosts?|creators?|stars?|broadcast|edition|episode|instalment|screening|rendition|performance|anchor)
        \sof(?:\sthe)?
    )\s$
    """,
    regex.VERBOSE,
)
_ON = pattern(r"\bon\s$")
_WITHIN = pattern(
    r"(?<!\p{L})(?:after|at|before|by|during|for|from|in|into|of|on|through|to|under|with)\s"
    r"(?:an?|the|his|her|its|their|our)\s(?:(?:\p{Ll}[\p{Ll}-]{2,20}|\d{4})\s)?$"
)
_MORE_WORDS = pattern(r"[“‘\"'][^“”‘’\"\n]{1,40}+[”’\"'],?\s(?:(?:and|or)\s)?$")
_SLOGAN = pattern(r"\b(?:slogan|motto|tagline|strapline|catchphrase)(?:\s(?:is|was))?[,:]?\s$")
_TITLED = pattern(r"\b(?:en|sub)?titled,?\s$")
_GLOSS = pattern(
    r"""
    (?: \b(?:is|are|was|were|be|been|being)\s(?:\p{Ll}{2,12}ly\s)?(?:translated|rendered|glossed|defined)\sas
      | \btranslates\s(?:\p{Ll}{2,12}ly\s)?(?:as|to|into)
      | \btaken\sto\smean
      | (?<![*\w])\*\p{Ll}[^*\n]{1,40}\*,?                    # a word of another language in italics
    )\s\(?$
    """,
    regex.VERBOSE,
)
_REFERENCE = pattern(r"(?:^|\n)\s{0,4}(?:\d{1,3}\.\s)?\^\s(?:\w\s){0,4}$")
_STOPPED = pattern(r"\w++(?:\s\w++)?[.,]")  # one or two words with the stop that America puts inside the marks
_SOUNDS = pattern(r"\sit\s(?:went|goes)\b")
# «‘Salt’ and » before another title: both have the same words before them.
_MORE = pattern(r"[“‘\"'](?=\p{Lu})[^“”‘’\"\n]{1,60}+[”’\"'],?\s(?:and\s)?$")
_MOST_MORE = 3
_OWNER = pattern(r"\b(?:his|her|its|their|our|my)\s$", regex.IGNORECASE)
_DETERMINER = pattern(r"\b(?:an?|the|his|her|its|their|our|my)\s$", regex.IGNORECASE)
_NOUN = pattern(
    r"\s(?!(?:is|are|was|were|has|had|said|says|and|or|but|in|on|at|by|for|to|of|from|with|that)\b)\p{Ll}{3}"
)
_IS = pattern(r",?\s(?:is|was|has|had|will|does|did)\s")
_CRIES = ("!", "?")
_SMALL = frozenset({"a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from"})
Rule = Callable[[str, Quoted], bool]


@cache
def _before() -> regex.Pattern[str]:
    """A kind of work, or a verb that gives a name or performs a work: «nicknamed “», «billed as the “», «sang “»."""
    return regex.compile(
        r"""\b(?: \L<works>
          | (?:called|named|nicknamed|dubbed|christened|billed|known|sang|sung)
            (?:\s\p{Ll}{2,12}ly)?(?:\sas)?(?:\sthe|\sa)?
          | one\sof\sthe
          | (?:make|made|making)\s(?:a|his|her|their|its)\sname\s(?:with|in|as) )\s$""",
        regex.IGNORECASE | regex.VERBOSE,
        works=_works(),
    )


@cache
def _apposed_work() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:['’]s?|\b(?:his|her|its|their|our|my|the|an?))\s(?:[\p{Ll}-]{2,20}\s){0,2}\L<works>,\s$", works=_works()
    )


@cache
def _after() -> regex.Pattern[str]:
    """Return the year of a work, or its kind in apposition: «(1911)», «, a novel of the sea»."""
    return regex.compile(
        r",?\s(?:\(\d{4}\)|(?:an?|the|his|her|its|their)\s(?:[\p{Ll}-]{2,20}\s){0,2}\L<works>\b)", works=_works()
    )


def _works() -> list[str]:
    return [word for word, kind in load_table("mention_words") if kind == "work"]


def names_something(text: str, passage: Quoted) -> bool:
    """Tell whether a passage is a name and no words of anybody: whether one of `NAMES` says so.

    >>> from quotex.detect.marks.passages import read_passages
    >>> from quotex.read.document import Document
    >>> document = Document('Ann Lee read the novel "Emma". She called it "long".')
    >>> [names_something(document.text, passage) for passage in document.once(read_passages)]
    [True, False]
    """
    if _opens_sentence(text, passage.start):
        return any(rule(text, passage) for rule in _LOOK_BEHIND)
    return any(rule(text, passage) for _, rule in NAMES)


def _opens_sentence(text: str, start: int) -> bool:
    """Tell whether a sentence ends right before a passage, so that no word before it can name it: an initial does not
    end one, nor does "a.k.a."."""
    before = text[max(0, start - 6) : start].rstrip()
    word = before[-3:-1]
    return before[-1:] in _CRIES if before[-1:] != "." else len(word) == 2 and word.isalpha() and word.islower()


def _so_called(text: str, passage: Quoted) -> bool:
    """«the so-called “summer wall”»"""
    before = text[max(0, passage.start - _REACH) : passage.start]
    return before[-7:].rstrip().lower().endswith("called") and _SO_CALLED.search(before) is not None


def _sound(text: str, passage: Quoted) -> bool:
    """«“Plop!” it went»"""
    return _SOUNDS.match(text, passage.end) is not None


def _titled(text: str, passage: Quoted) -> bool:
    """«a study entitled “How they wait”»"""
    return _TITLED.search(text[max(0, passage.start - _REACH) : passage.start]) is not None


def _gloss(text: str, passage: Quoted) -> bool:
    """«*nescit*, “she does not know”», «is translated as “upper church”»"""
    start, end = passage.inner
    if end - start > _REACH or not text[start].islower():
        return False
    return _GLOSS.search(text[max(0, passage.start - 2 * _REACH) : passage.start]) is not None


def _reference(text: str, passage: Quoted) -> bool:
    """«^ “Council buys bridge”. The Ledger. 3 May 1993», at the foot of a page"""
    return _REFERENCE.search(text[max(0, passage.start - _REACH) : passage.start]) is not None


def _slogan(text: str, passage: Quoted) -> bool:
    """«under the motto “Forward together”»"""
    return _SLOGAN.search(text[max(0, passage.start - _REACH) : passage.start]) is not None


def _word_itself(text: str, passage: Quoted) -> bool:
    """«the word “brief”»"""
    start, end = passage.inner
    if not _may_name(text, passage) or end - start >= _REACH:
        return False
    whole = text[end - 1].isalnum() or _STOPPED.fullmatch(text, start, end) is not None
    return whole and _WORD_ITSELF.search(_before_all(text, passage.start, _MORE_WORDS)) is not None


def _known_as(text: str, passage: Quoted) -> bool:
    """«locally known as “the knees”»"""
    before = text[max(0, passage.start - _REACH) : passage.start]
    if not _may_name(text, passage):
        return False
    return _KNOWN_AS.search(before) is not None and _WORD.search(text, *passage.inner) is not None


def _badge(text: str, passage: Quoted) -> bool:
    """«a woman whose badge said “Dee Lund”»"""
    if not _may_name(text, passage) or not _is_title(text, *passage.inner):
        return False
    return _BADGE.search(text[max(0, passage.start - _REACH) : passage.start]) is not None


def _programme(text: str, passage: Quoted) -> bool:
    """«on BBC's “Any Old News”», «the author of “Low Tide”», «appeared on “The Long Hour”»"""
    if not _may_name(text, passage) or not _is_title(text, *passage.inner):
        return False
    words, before = len(_WORD.findall(text, *passage.inner)), text[max(0, passage.start - _REACH) : passage.start]
    named = _PROGRAMME.search(before) is not None or (words > 2 and _ON.search(before) is not None)
    return named and words > 1


def _work_apposed(text: str, passage: Quoted) -> bool:
    """«Ann's essay, “Tell your story,” is long»"""
    start, end = passage.inner
    if not _may_name(text, passage) or text[end - 1] != "," and text[passage.end : passage.end + 1] != ",":
        return False
    before = _apposed_work().search(text, max(0, passage.start - _REACH), passage.start)
    return before is not None and _IS.match(text, passage.end) is not None


def _event(text: str, passage: Quoted) -> bool:
    """«during a “Voters' Forum”», «in his 1994 “Contract with the Town”»"""
    if not _may_name(text, passage) or not _is_title(text, *passage.inner):
        return False
    before = text[max(0, passage.start - _REACH) : passage.start]
    return len(_WORD.findall(text, *passage.inner)) > 1 and _WITHIN.search(before) is not None


def _work_before(text: str, passage: Quoted) -> bool:
    """«the novel “Emma”», «sang “Low Tide”»"""
    if not _may_name(text, passage) or not _is_title(text, *passage.inner):
        return False
    return _before().search(_before_all(text, passage.start)) is not None


def _work_behind(text: str, passage: Quoted) -> bool:
    """«“Low Tide” (1911)», «“Low Tide”, a painting»"""
    if not _may_name(text, passage) or not _is_title(text, *passage.inner):
        return False
    return _after().match(text[passage.end : passage.end + _REACH]) is not None


def _may_name(text: str, passage: Quoted) -> bool:
    """Tell whether a passage is as short as a name, and neither a question nor an exclamation."""
    start, end = passage.inner
    return end - start < _READ and text[end - 1] not in "?!"


def _before_all(text: str, start: int, more_of: regex.Pattern[str] = _MORE) -> str:
    """Return what stands before a title, or before the first of several that are joined."""
    for _ in range(_MOST_MORE):
        more = more_of.search(text, max(0, start - 2 * _REACH), start)
        if more is None:
            break
        start = more.start()
    return text[max(0, start - _REACH) : start]


def modifies(text: str, passage: Quoted) -> bool:
    """Tell whether a few words in marks stand between a determiner and a noun: «a “sell” rating»."""
    start, end = passage.inner
    if end - start > _REACH or not text[end - 1].isalnum() or len(_WORD.findall(text, start, end)) > 3:
        return False
    before = text[max(0, passage.start - 8) : passage.start]
    return _DETERMINER.search(before) is not None and _NOUN.match(text, passage.end) is not None


def is_owned(text: str, passage: Quoted) -> bool:
    """Tell whether a few words in marks are somebody's thing, and with no cue nobody's words: «put off their “big
    day”»."""
    start, end = passage.inner
    if end - start > _REACH or not text[end - 1].isalnum() or not text[start].islower():
        return False
    return _OWNER.search(text, max(0, passage.start - 8), passage.start) is not None


def _is_title(text: str, start: int, end: int) -> bool:
    """Tell whether all words but the small ones have a capital, as in a title."""
    title = False
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        if word not in _SMALL:
            if not (word[0].isupper() or word[0].isdigit()):
                return False
            title = True
    return title


# In this order; the ids are those of ``lexicon/detection_rules.tsv``.
NAMES: tuple[tuple[str, Rule], ...] = (
    ("so-called", _so_called),
    ("sound", _sound),
    ("slogan", _slogan),
    ("titled", _titled),
    ("gloss", _gloss),
    ("reference", _reference),
    ("word itself", _word_itself),
    ("known as", _known_as),
    ("badge", _badge),
    ("programme", _programme),
    ("event", _event),
    ("kind of work before", _work_before),
    ("kind of work behind", _work_behind),
    ("work in apposition", _work_apposed),
)
_LOOK_BEHIND = (_sound, _work_behind)  # those that ask for no word before the passage
