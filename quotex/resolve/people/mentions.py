"""Find the mentions of people and bodies by name: one scan for runs of capitalised words.

A run ("U.S. Secretary of State Antony Blinken") is read as names in the room `runs`.  What a capital
means depends on the place: at the start of a sentence it shows nothing by itself, so a word counts as a name there only
when the text also writes it large within sentences, or never writes it small.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import regex

from quotex.detect.genre import SHORT, is_narrative
from quotex.lexicon import load_words
from quotex.lexicon.function_words import is_adverb
from quotex.lexicon.names import not_names, titles
from quotex.patterns import pattern, plain
from quotex.read.codes import bare_codes
from quotex.resolve.people.mention import is_possessive
from quotex.resolve.people.name_form import NameForm, bare, cited_authors, coded_people
from quotex.resolve.people.runs.bodies import with_lists, with_purposes, without_bodies
from quotex.resolve.people.runs.find_runs import Run, find_runs
from quotex.resolve.people.runs.join_runs import with_nicknames, with_possessors
from quotex.resolve.people.runs.name_reader import FormReader
from quotex.resolve.people.runs.usage import usage_of
from quotex.resolve.people.word_names import is_date

if TYPE_CHECKING:
    from quotex.read.document import Document

_NEXT_WORD = plain(r"[ \n]([a-z]{2,20})\b")
_AGE = plain(r", (?:[1-9][0-9]?(?:,|-year-old)|an? [a-z]+ (?:from|of|in|at|who|with) )")
# Those who sit or appear, in a heading: "Before Lord Justice Penrose and Sir Edmund Tolley".
_STYLED = pattern(
    r"""(?P<name>(?:(?:Lord|Lady|Mrs?\.?|Ms\.?)[ ]Justice|Sir|Dame|Mrs?\.?|Ms\.?|Miss|Dr\.?)
        (?:[ ]\p{Lu}[\p{L}\p{M}'’-]++\.?+){1,3}+)""",
    regex.VERBOSE,
)
_LISTED_BEFORE = pattern(r"(?:,|\band)\s$")
_LISTED_BEHIND = pattern(r"(?:,|\sand)\s\p{Lu}")
_NUMBER = pattern(r"\s(?P<number>[1-9]\d{0,3}+)(?![\w%°:]|[.,]\d|\s\p{Ll}{1,20}s\b)")
_FEWEST_NUMBERED = 2  # mentions with a number behind, from which on it is the name's
_SHARE_NUMBERED = 0.5  # of the mentions of a name
# Behind a name that opens a sentence: "Quadri, in a letter, asks".
_GOES_ON = plain(r", (?:in|of|at|on|for|now|then|too|the|an?|whose|who|whom|writing|citing|quoting) ")
_CALLS = pattern(r",\s\p{Ll}[\p{L}’']*+\s\p{L}")
_SET_OFF = pattern(r"[!,?](?=[\s’”\"'])")  # «"Bettany! Look."»
_OPENING = frozenset("“\"‘'—")
_OF_MANY = frozenset(("are", "were"))
_SHORTEST_CALL = 4  # characters


class WrittenName:
    """One stretch of text that names somebody.

    Attributes:
        start: Offset of the first character, with title and capitalised role.
        end: Offset behind the name, before a possessive ending.
        form: What the words say.
        possessive: Whether a possessive ending follows.
        pronoun: Gender of the subject pronoun that follows in reach, "female", "male" or "".
    """

    __slots__ = ("end", "form", "possessive", "pronoun", "start")

    def __init__(self, start: int, end: int, form: NameForm, possessive: bool) -> None:
        self.start = start
        self.end = end
        self.form = form
        self.possessive = possessive
        self.pronoun = ""

    def __repr__(self) -> str:
        return f"WrittenName({self.start}, {self.end}, {self.form.text!r})"


def find_names(document: Document) -> list[WrittenName]:
    """Find every mention by name, in text order; mentions never overlap.

    Places and bodies are among them; the type of each form tells.

    >>> from quotex.read.document import Document
    >>> text = "“Tea,” said Mrs. Ashdown. But Tom Reed had left for Leeds."
    >>> [text[m.start : m.end] for m in find_names(Document(text))]
    ['Mrs. Ashdown', 'Tom Reed', 'Leeds']
    """
    text = document.text
    runs = with_possessors(text, with_nicknames(text, list(find_runs(document))))
    coded: list[tuple[int, int]] = []
    if not document.once(is_narrative):
        runs = without_bodies(text, with_purposes(text, with_lists(text, runs)))
        coded = [*coded_people(text), *bare_codes(document), *cited_authors(text)]
        runs = _outside(runs, coded)
    reader = FormReader(usage_of(document, runs))
    short = len(text) < SHORT and document.once(is_narrative)  # in a novel such names stand within sentences too
    acting = _acting(text, runs) if short else frozenset()
    mentions: list[WrittenName] = []
    late: list[tuple[int, str]] = []
    unseen: list[Run] = []
    for run in runs:
        start, end, words, place = run
        called = words in acting and _SET_OFF.match(text, end) is not None
        if place == "headline" or words.isupper() and words.count(" ") > 1:
            listed = [
                _mention(text, first + left, first + right, form)
                for first, last in _listed(text, start, end)
                for left, right, form in reader.forms(text[first:last], False, False)
            ]
            mentions += listed
            if not listed:
                late.append((start, words))
        elif place == "start" and not called and _is_unshown(text, run, reader):
            unseen.append(run)
        elif called or not _is_no_name(text, start, end, words, place, reader):
            first_word = words.split(None, 1)[0]
            at_start = place == "start" and not (first_word in reader.revived and _opens(first_word))
            article = text[max(0, start - 4) : start].lower() == "the " or words.startswith("The ")
            for first, last, form in reader.forms(words, at_start, article and not document.once(is_narrative)):
                mentions.append(_mention(text, start + first, start + last, form))
    for start, end in coded:
        words = text[start:end]
        mentions.append(_mention(text, start, end, NameForm(" ".join(words.split()), "person", (words.lower(),))))
    if short:
        shown = {mention.form.text: mention.form for mention in mentions if len(mention.form.words) == 1}
        mentions += [_mention(text, start, end, shown[words]) for start, end, words, _ in unseen if words in shown]
    for start, words in late:
        for first, last, form in reader.known_forms(words):
            mentions.append(_mention(text, start + first, start + last, form))
    mentions.sort(key=lambda m: m.start)
    if document.once(is_narrative):
        _take_numbers(text, mentions)
    return mentions


def _acting(text: str, runs: Iterable[Run]) -> frozenset[str]:
    """Return the words, on no list, that open a sentence as somebody who acts: «Bettany called down»."""
    unknown = load_words("common_words") | load_words("opening_words")
    acts = {words for _, end, words, place in runs if place == "start" and " " not in words and _acts(text, end)}
    return frozenset(word for word in acts if word.casefold() not in unknown and len(word) >= _SHORTEST_CALL)


def _is_no_name(text: str, start: int, end: int, words: str, place: str, reader: FormReader) -> bool:
    """Tell whether the words of a run are large for another reason than being a name."""
    if words in reader.revived and _is_other(text, start, end, words):
        return True
    if place != "start":
        return False
    first = words.split(None, 1)[0]
    return " " not in words and first in reader.revived and _opens(first) and not _acts(text, end)  # "May I come in?"


def _is_unshown(text: str, run: Run, reader: FormReader) -> bool:
    """Tell whether a word is large at the start of sentences alone, and nothing in this place shows a name."""
    start, end, words, _ = run
    return reader.is_unseen(words) and not (_acts(text, end, words.casefold()) or _is_called(text, start, end))


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names with titles that a heading lists, if there are several."""
    for found in _STYLED.finditer(text, start, end):
        left, right = found.span()
        if _LISTED_BEFORE.search(text, max(0, left - 5), left) or _LISTED_BEHIND.match(text, right):
            yield left, right


def _outside(runs: list[Run], taken: list[tuple[int, int]]) -> list[Run]:
    """Return the runs that share no words with the names that are taken already."""
    starts = [start for start, _ in taken]

    def is_free(run: Run) -> bool:
        at = bisect_left(starts, run[1]) - 1
        return at < 0 or taken[at][1] <= run[0]

    return list(filter(is_free, runs))


def _take_numbers(text: str, names: Iterable[WrittenName]) -> None:
    """Make the number behind a name part of it, where the story says it again and again; the names are changed.

    >>> from quotex.read.document import Document
    >>> story = "“Go,” whispered Unit 7. She shut her eyes. “No,” he muttered, and Unit 7 sighed."
    >>> [name.form.text for name in find_names(Document(story))]
    ['Unit 7', 'Unit 7']
    """
    numbered = defaultdict(list)
    mentions: Counter[str] = Counter()
    for name in names:
        mentions[name.form.key] += 1
        found = _NUMBER.match(text, name.end) if _may_have_number(name.form) else None
        if found:
            numbered[name.form.key].append((name, found))
    for key, found_with in numbered.items():
        if len(found_with) >= _FEWEST_NUMBERED and len(found_with) >= _SHARE_NUMBERED * mentions[key]:
            forms: dict[str, NameForm] = {}
            for name, found in found_with:
                number = found["number"]
                words = (*name.form.words, number)
                forms.setdefault(number, NameForm(f"{name.form.text} {number}", "person", words))
                name.end, name.form = found.end(), forms[number]


def _may_have_number(form: NameForm) -> bool:
    dated = bare(form.text) in load_words("dates")
    return form.kind == "person" and len(form.words) == 1 and not form.title and not dated


def _is_other(text: str, start: int, end: int, word: str) -> bool:
    """Tell whether a word that the text uses as a name is a date, or a thing with an article, at one place."""
    if bare(word) in load_words("dates"):
        return is_date(text, start, end)
    if word not in not_names() and bare(word) not in titles():
        return False
    return text[max(0, start - 4) : start].lower().endswith(("the ", " a ", " an "))


def _opens(word: str) -> bool:
    """Tell whether a word that is a name here opens sentences for other reasons: "May I come in?"."""
    return word in not_names() or bare(word) in load_words("opening_words")


def _acts(text: str, end: int, word: str = "") -> bool:
    """Tell whether the words after a name are what somebody does or has, or an age."""
    if text[end : end + 2] in ("'s", "’s") or _AGE.match(text, end) is not None:
        return True
    if _GOES_ON.match(text, end) is not None and not is_adverb(word) and word not in load_words("common_words"):
        return True
    match = _NEXT_WORD.match(text, end)
    if match is not None and match[1] in _OF_MANY:
        return False  # «Leaks are not the enemy»
    return match is not None and (match[1] in load_words("finite_verbs") or match[1].endswith("ed"))


def _is_called(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation opens with a word that no list knows and that is set off: «“Zosia, eat your beets,”»."""
    low = text[start:end].casefold()
    opens = end - start >= _SHORTEST_CALL and text[max(0, start - 1) : start] in _OPENING and _CALLS.match(text, end)
    return bool(opens) and low not in load_words("common_words")


def _mention(text: str, start: int, end: int, form: NameForm) -> WrittenName:
    return WrittenName(start, end, form, is_possessive(text, end))
