"""Find the mentions of people and bodies by name: one scan for runs of capitalised words.

A run ("U.S. Secretary of State Antony Blinken") is cut into name forms by `name_reader`.  What a capital
means depends on the place: at the start of a sentence it shows nothing by itself, so a word counts as a name there only
when the text also writes it large within sentences, or never writes it small.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

import regex

from quotex.detect.genre import SHORT, is_narrative
from quotex.lexicon import load_words
from quotex.lexicon.function_words import is_adverb
from quotex.lexicon.names import folded, given_names, not_names, particles, places, titles
from quotex.lexicon.nouns import family_words, head_of
from quotex.patterns import pattern, plain
from quotex.read.codes import bare_codes
from quotex.read.news_layout import dateline_ends
from quotex.read.vocabulary import small_counts
from quotex.resolve.people.body_runs import with_lists, with_purposes, without_bodies
from quotex.resolve.people.capital_runs import Usage
from quotex.resolve.people.mention import is_possessive
from quotex.resolve.people.name_form import NameForm, bare, coded_people
from quotex.resolve.people.name_reader import FormReader
from quotex.resolve.people.word_names import is_date, word_names

if TYPE_CHECKING:
    from quotex.read.document import Document

_NEXT_WORD = plain(r"[ \n]([a-z]{2,20})\b")
_Run = tuple[int, int, str, str]
_AGE = plain(r", (?:[1-9][0-9]?(?:,|-year-old)|an? [a-z]+ (?:from|of|in|at|who|with) )")
_BEFORE_START = frozenset(".?!:;\"“”'‘’`«»*_-—–([{…\n\r|•>")
# What stands before and behind a nickname within a name: Clarence “Duke” Whitlow, William (Bill) Reed.
_NICKNAME_OPENS = pattern(r"\s[“‘\"'(](?:the\s|The\s)?")
_NICKNAME_CLOSES = pattern(r",?[”’\"')]\s")
# Those who sit or appear, in a heading: "Before Lord Justice Penrose and Sir Edmund Tolley".
_STYLED = pattern(
    r"""(?P<name>(?:(?:Lord|Lady|Mrs?\.?|Ms\.?)[ ]Justice|Sir|Dame|Mrs?\.?|Ms\.?|Miss|Dr\.?)
        (?:[ ]\p{Lu}[\p{L}\p{M}'’-]++\.?+){1,3}+)""",
    regex.VERBOSE,
)
_LISTED_BEFORE = pattern(r"(?:,|\band)\s$")
_LISTED_BEHIND = pattern(r"(?:,|\sand)\s\p{Lu}")
_ARTICLES = frozenset({"The", "A", "An", "This", "That", "These", "Those"})
_BODY_BEFORE = pattern(r"[Tt]he\s$|s['’]\s$")
# "by Ana Ruiz with Col. Bo Lund (Ret.)"
_BYLINE = pattern(r"by(?:\s(?:with|and|&)|,|\s\(?\p{Lu}[\p{L}\p{M}.'’-]*+\)?)++")
_NUMBER = pattern(r"\s(?P<number>[1-9]\d{0,3}+)(?![\w%°:]|[.,]\d|\s\p{Ll}{1,20}s\b)")
_FEWEST_NUMBERED, _SHARE_NUMBERED = (
    2,
    0.5,
)  # mentions with a number behind, and their share, from which it is the name's
_LONGEST_BODY = 4  # words behind the plural possessive in the name of a body
_LONGEST_HEADLINE = 160  # characters; a longer paragraph without a full stop is no headline


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
    place = offset - 1
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
        if titled:
            found.append((start, end))
    return found


def _runs(document: Document) -> Iterator[_Run]:
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


def _capital_counts(runs: list[_Run]) -> Counter[str]:
    """Count the words written large where a capital means something."""
    counts: Counter[str] = Counter()
    for (words, place), times in Counter((run[2], run[3]) for run in runs).items():
        if place != "headline":
            for word in words.split()[place == "start" :]:
                counts[word] += times
    return counts


def find_names(document: Document) -> list[WrittenName]:
    """Find every mention by name, in text order; mentions never overlap.

    Places and bodies are among them; the type of each form tells.

    >>> from quotex.read.document import Document
    >>> text = "“Tea,” said Mrs. Ashdown. But Tom Reed had left for Leeds."
    >>> [text[m.start : m.end] for m in find_names(Document(text))]
    ['Mrs. Ashdown', 'Tom Reed', 'Leeds']
    """
    text = document.text
    runs = _with_possessors(text, _with_nicknames(text, list(_runs(document))))
    coded: list[tuple[int, int]] = []
    if not document.once(is_narrative):
        runs = without_bodies(text, with_purposes(text, with_lists(text, runs)))
        coded = [*coded_people(text), *bare_codes(document)]
        runs = _outside(runs, coded)
    small = document.once(small_counts)
    told = word_names(text, runs, document.once(is_narrative))
    revived = _revived(runs) | told.words
    usage = Usage(_capital_counts(runs), small, revived, told.pairs, _alone(runs, small), _family(document))
    reader = FormReader(usage)
    mentions: list[WrittenName] = []
    late: list[tuple[int, int, str]] = []
    for start, end, words, place in runs:
        if place == "headline" or words.isupper() and words.count(" ") > 1:
            listed = list(_listed(text, start, end))
            for first, last in listed:
                mentions += [
                    _mention(text, first + left, first + right, form)
                    for left, right, form in reader.forms(text[first:last], False, False)
                ]
            if not listed:
                late.append((start, end, words))
            continue
        if words in reader.revived and _is_other(text, start, end, words):
            continue
        unseen = place == "start" and reader.is_unseen(words)
        if unseen and not (_acts(text, end, words.casefold()) or _is_called(text, start, end)):
            continue
        if place == "start" and words.split(None, 1)[0] in reader.revived and _opens(words.split(None, 1)[0]):
            if " " not in words and not _acts(text, end):
                continue  # "May I come in?"
            place = "inside"
        article = text[max(0, start - 4) : start].lower() == "the " or words.startswith("The ")
        for first, last, form in reader.forms(words, place == "start", article and not document.once(is_narrative)):
            mentions.append(_mention(text, start + first, start + last, form))
    for start, end in coded:
        words = text[start:end]
        mentions.append(_mention(text, start, end, NameForm(" ".join(words.split()), "person", (words.lower(),))))
    for start, _, words in late:
        for first, last, form in reader.known_forms(words):
            mentions.append(_mention(text, start + first, start + last, form))
    mentions.sort(key=lambda m: m.start)
    if document.once(is_narrative):
        _take_numbers(text, mentions)
    return mentions


def _listed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names with titles that a heading lists, if there are several."""
    for found in _STYLED.finditer(text, start, end):
        left, right = found.span()
        if _LISTED_BEFORE.search(text, max(0, left - 5), left) or _LISTED_BEHIND.match(text, right):
            yield left, right


def _outside(runs: list[_Run], taken: list[tuple[int, int]]) -> list[_Run]:
    """Return the runs that share no words with the names that are taken already."""
    starts = [start for start, _ in taken]

    def is_free(run: _Run) -> bool:
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


def _with_nicknames(text: str, runs: list[_Run]) -> list[_Run]:
    """Put together the three runs of a name with a nickname in marks or brackets."""
    joined: list[_Run] = []
    for run in runs:
        if len(joined) > 1 and run[0] - joined[-1][1] < 4 and _is_nickname(text, joined[-2], joined[-1], run[0]):
            joined.pop()
            first = joined.pop()
            run = (first[0], run[1], text[first[0] : run[1]], first[3])
        joined.append(run)
    return joined


def _is_nickname(text: str, before: _Run, run: _Run, after: int) -> bool:
    """Tell whether a run is a nickname between the given name that ends the run before it and the surname after it."""
    if run[0] - before[1] > 6 or run[2].count(" ") > 1:
        return False
    if not _NICKNAME_OPENS.fullmatch(text, before[1], run[0]) or not _NICKNAME_CLOSES.fullmatch(text, run[1], after):
        return False
    given = before[2].rsplit(None, 1)[-1]
    if text[before[1] + 1] == "(":
        return bare(run[2]) in given_names() and bare(given) in given_names()
    if bare(given) in given_names() or len(bare(given)) == 1 or bare(given) in places():
        return True
    return not _is_known_word(bare(given))


def _with_possessors(text: str, runs: list[_Run]) -> list[_Run]:
    """Put together the two runs of the name of a body with a plural in it: "the Alden Growers’ Association"."""
    joined: list[_Run] = []
    alone = {words for start, _, words, _ in runs if not _BODY_BEFORE.search(text, max(0, start - 4), start)}
    for run in runs:
        before = joined[-1] if joined else run
        if text[before[1] : run[0]] in ("’ ", "' ") and _owns(bare(before[2].rsplit(None, 1)[-1]), run, alone):
            run = (before[0], run[1], text[before[0] : run[1]], before[3])
            joined.pop()
        joined.append(run)
    return joined


def _owns(plural: str, run: _Run, alone: Collection[str]) -> bool:
    """Tell whether a word before an apostrophe is the plural of a common noun in the name of a body."""
    words = [bare(word) for word in run[2].split()]
    if not plural.endswith("s") or words[0] in given_names() or words[0] in titles() or len(words) > _LONGEST_BODY:
        return False
    if words[-1] in folded("organization_words"):
        return head_of(plural)[0] is None or head_of(plural)[1]
    return head_of(plural)[1] and run[2] not in alone


def _is_known_word(low: str) -> bool:
    """Tell whether a word stands in names for another reason than being a given name."""
    return (
        low in load_words("common_words")
        or low in titles()
        or low in places()
        or low in folded("organization_words")
        or low in folded("not_names")
        or low in load_words("dates")
    )


def _revived(runs: Iterable[tuple[int, int, str, str]]) -> frozenset[str]:
    """Return the words that are no names by themselves, but stand before one surname again and again ("May Welby")."""
    pairs: Counter[tuple[str, str]] = Counter()
    for _, _, run, place in runs:
        first, _, rest = run.partition(" ")
        if not rest or " " in rest or bare(first) in titles() or first in _ARTICLES:
            continue
        months = first in not_names() and bare(first) in given_names()
        if months or place == "inside" and bare(first) in load_words("opening_words"):
            second = bare(rest)
            if second not in titles() and second not in given_names() and rest not in not_names():
                pairs[first, second] += 1
    return frozenset(first for (first, _), times in pairs.items() if times > 2)


def _alone(runs: Iterable[_Run], small: Counter[str]) -> frozenset[str]:
    """Return the words that stand alone as names within sentences again and again, and are seldom written small."""
    counts = Counter(run for _, _, run, place in runs if place == "inside" and " " not in run)
    return frozenset(bare(word) for word, times in counts.items() if times > 2 and times > 2 * small[word.lower()])


def _family(document: Document) -> frozenset[str]:
    """Return what a family calls its own, in a short story: in a novel few of them are told apart by it."""
    short = len(document.text) < SHORT and document.once(is_narrative)
    return frozenset(family_words()) if short else frozenset()


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


_SHORTEST_CALL = 4
# Behind a name that opens a sentence: "Quadri, in a letter, asks".
_GOES_ON = plain(r", (?:in|of|at|on|for|now|then|too|the|an?|whose|who|whom|writing|citing|quoting) ")
_OPENING = frozenset("“\"‘'—")
_CALLS = pattern(r",\s\p{Ll}[\p{L}’']*+\s\p{L}")


def _acts(text: str, end: int, word: str = "") -> bool:
    """Tell whether the words after a name are what somebody does or has, or an age."""
    if text[end : end + 2] in ("'s", "’s") or _AGE.match(text, end) is not None:
        return True
    if _GOES_ON.match(text, end) is not None and not is_adverb(word) and word not in load_words("common_words"):
        return True
    match = _NEXT_WORD.match(text, end)
    return match is not None and (match[1] in load_words("finite_verbs") or match[1].endswith("ed"))


def _is_called(text: str, start: int, end: int) -> bool:
    """Tell whether a quotation opens with a word that no list knows and that is set off: «“Zosia, eat your beets,”»."""
    low = text[start:end].casefold()
    opens = end - start >= _SHORTEST_CALL and text[max(0, start - 1) : start] in _OPENING and _CALLS.match(text, end)
    return bool(opens) and low not in load_words("common_words")


def _mention(text: str, start: int, end: int, form: NameForm) -> WrittenName:
    return WrittenName(start, end, form, is_possessive(text, end))
