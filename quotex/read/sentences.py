"""Where sentences begin and end."""

from __future__ import annotations

from functools import cache

import regex

from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import PRIMARY
from quotex.patterns import pattern, plain
from quotex.read.notes import FOOTNOTE, NOTE_MARK
from quotex.read.punkt import begins_sentence

_CLOSERS = r"[\"'”’“»›)\]}*_]"
_NOTE = rf"(?:{NOTE_MARK}|\[[a-z]\]|{FOOTNOTE})"
_STOP = pattern(
    rf"""
      (?P<spaced>\.(?:[ \N{{NO-BREAK SPACE}}]\.)++)(?P<after>{_CLOSERS}*+)(?=\s|$)   # . . .
    | (?P<marks>[.?!…‽]++)(?P<close>{_CLOSERS}*+(?:\ [)\]]++|[ \N{{NO-BREAK SPACE}}\u202f]»(?=\s|$))?+{_NOTE}*+)
        (?=\s|(?<=[”’»])[“‘«]|(?<=[.…]{{2}})\p{{Lu}}\p{{Ll}})
    | (?P<wide>[．。！？｡]++[」』）”’]*+)
    | \.(?:[ \N{{NO-BREAK SPACE}}]\.)++ | [.?!…‽]++   # no end, but never looked at again
    """,
    regex.VERBOSE,
)
_NEXT = plain(r"[\s\"'“”‘’„‚«»‹›(\[{—–\-*_`¿¡]*(?P<word>[^\W_]+(?:[.'’][^\W_]+)*)?")
_OPENERS = pattern(r"[\"“”‘(\[{—–*_«]")
_INITIALS = pattern(r"(?:[^\W\d_]\.)+[^\W\d_]")
_CONSONANTS = pattern(r"[BCDFGHJKLMNPQRSTVWXZ]?[bcdfghjklmnpqrstvwxz]{1,4}")
_LIST_MARKER = pattern(r"[•⁃·▪◦‣*\-–(]?\s*(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})(?:\.\)|[.)])")
_CITATION = pattern(r"\s*\([^()]{1,80}\)[.,;:]")
_ITEM = pattern(
    r"(?:^|(?<=\s))(?P<bullet>[•⁃▪◦‣])?\s?\(?"
    r"(?:(?P<number>\d{1,3})|(?P<roman>[ivx]{1,5})|(?P<letter>[a-z]))(?:\.\)|[.)])(?=\s)"
)
_BULLET = pattern(r"(?<=\s)[•⁃▪◦‣](?=\s)")
_LINE_OF_LIST = pattern(r"(?<=\n[ \t]{0,4})[*-](?=[ \t]{1,4}\S)")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ASIDE = pattern(r"[^()]{0,200}\)(?:[,;:]|\s\p{Ll})")
_TAGGED = pattern(
    r"\s(?P<name>\p{Lu}[\w'’-]*+)\.?\s(?:\p{Lu}[\w'’-]*+\.?\s){0,2}(?P<verb>\p{Ll}++)"
    r"(?P<on>[.,;:—]|\s\w{1,30}ly[.,;:—]|\s(?:\w{1,30}ly|to|in|at|as|with|from|when|after|before|while)\b)"
)
_WHOLE = pattern(r"\s{1,3}(?P<mark>[\"“‘«])\p{Lu}[^\s\"“”«»]*+\s[^\"“”«»\n]{1,600}+(?:(?<=[.,?!…—–-])[\"”’»]|$)")
_LEADS = plain(r"\s*[\"“‘'«]")
_SMALL_WORD = plain(r"\s[a-z]")
_LONGEST_TITLE = 80
_BEFORE = 60  # as many characters before a full stop are looked at for the word it ends
Bounds = list[tuple[int, int]]


def sentence_bounds(text: str, start: int, end: int) -> Bounds:
    """Return ``(start, end)`` of every sentence of the paragraph ``text[start:end]``."""
    cuts = _cuts(text, start, end)
    found: Bounds = []
    left = start
    for cut in cuts:
        right = cut
        while right > left and text[right - 1].isspace():
            right -= 1
        if right > left:
            found.append((left, right))
        left = cut
        while left < end and text[left].isspace():
            left += 1
    if left < end:
        found.append((left, end))
    return found


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets behind which a sentence ends, within one paragraph."""
    cuts: list[int] = []
    items = _list_cuts(text, start, end)
    left, item = start, 0
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        while item < len(items) and items[item] <= stop.start():
            left = items[item]
            item += 1
        if stop["spaced"]:
            spaced = _after_spaced(text, stop, end)
            if spaced is None:
                continue
            cut = spaced
        elif not stop["wide"] and not (stop["marks"] and _is_end(text, left, stop, end)):
            continue
        if cut < end:
            cuts.append(cut)
            left = cut
    return sorted({*cuts, *items}) if items else cuts


def _is_end(text: str, left: int, stop: regex.Match[str], end: int) -> bool:
    """Tell whether a mark with what closes behind it ends the sentence that began at ``left``."""
    at, cut, marks = stop.start(), stop.end(), stop["marks"]
    if text[cut + 1 : cut + 2].islower() and cut + 1 < end:
        return False
    ahead = _NEXT.match(text, cut, end)
    word = ahead["word"] if ahead else None
    if not word:
        return not text[cut : cut + 3].strip() or _marks_end(text, left, at, marks, "0")
    if (
        word[0].islower()
        or text[at - 1 : at] == "["
        or ("(" in text[cut : cut + 3] and _CITATION.match(text, cut, min(end, cut + 100)))
    ):
        return False
    if not _marks_end(text, left, at, marks, word) or _is_dateline(text, at):
        return False
    if marks[-1] in "!?" and not stop["close"] and _in_title(text, max(left, at - _LONGEST_TITLE), at):
        return False
    near = max(left, at - 200)
    if text.rfind("(", near, at) > text.rfind(")", near, at) and _ASIDE.match(text, cut, end):
        return False
    return not (stop["close"] and text[cut - 1] in "\"'”’»" and _is_tagged(text, cut, end, marks[-1]))


def _marks_end(text: str, left: int, at: int, marks: str, word: str) -> bool:
    """Tell whether these marks end a sentence when ``word`` comes next."""
    if marks[-1] in "?!‽" and len(marks) > 1:
        return True
    if len(marks) > 1 or marks == "…":
        return True
    last = _last_word(text, left, at)
    if marks == ".":
        return _full_stop_ends(text, left, at, last, word)
    return last not in _exclaimed() or _starts(word)


def _in_title(text: str, start: int, at: int) -> bool:
    """Tell whether the title of a work, in marks, is not at its end here: «the song "Gimme! Gimme!"»."""
    return any(mark in text[start:at] for mark in '"“') and _titled().search(text, start, at) is not None


@cache
def _titled() -> regex.Pattern[str]:
    works = [word for word, kind in load_table("mention_words") if kind == "work"]
    return regex.compile(r"""\b\L<works>\s["“][^"“”]{1,60}+$""", works=works)


def _is_dateline(text: str, at: int) -> bool:
    """Tell whether initials and a dash stand here: "CONCORD, N.H. — The vote …"."""
    return text[at - 2 : at - 1] == "." and text[at + 1 : at + 4].strip()[:1] in ("—", "–", "-")


def _last_word(text: str, left: int, at: int) -> str:
    """Return the word that ends at ``at``, without what opens before it; empty when a space stands there."""
    near = text[max(left, at - _BEFORE) : at]
    if not near or near[-1].isspace():
        return ""
    word = near.split()[-1]
    return word if word.isalnum() else _OPENERS.split(word)[-1]


def _is_tagged(text: str, cut: int, end: int, mark: str) -> bool:
    """Tell whether the tag of a quotation follows: "Is it?" Ana Ruiz asked."""
    tag = _TAGGED.match(text, cut, end)
    if tag is None or tag["verb"] not in _verbs_of_speech() or tag["name"].lower() in _starters():
        return False
    return tag["on"][-1] in ".;—" or (mark != "." and not _LEADS.match(text, tag.end(), end))


def _full_stop_ends(text: str, left: int, at: int, last: str, word: str) -> bool:
    """Tell whether a single full stop behind the word ``last`` ends the sentence, when ``word`` comes next."""
    if not last:
        return True
    if at - left <= 12 and _LIST_MARKER.fullmatch(text[left : at + 1].strip()):
        return False
    kind, is_word = _abbreviations().get(last.lower(), ("", False))
    if is_word and not word[0].isdigit() and (last.islower() or kind in ("number", "date", "never")):
        return len(last) > 1 or _initial_ends(text, left, at, last, word)
    if kind:
        return _abbreviation_ends(text, left, at, kind, last, word)
    if len(last) == 1 and last.isalpha():
        return _initial_ends(text, left, at, last, word)
    if _INITIALS.fullmatch(last) or (len(last) > 1 and _CONSONANTS.fullmatch(last)):
        return _goes_on(text, left, at, word)
    return True


def _goes_on(text: str, left: int, at: int, word: str) -> bool:
    """Tell whether a new sentence begins behind an abbreviation: with such a word, or with words in marks that are
    one."""
    return (_starts(word) or _WHOLE.match(text, at + 1) is not None) and not _is_lead_in(text, left, at)


def _starts(word: str) -> bool:
    """Tell whether a capitalised word begins a sentence, and is no name."""
    word = word.partition("'")[0].partition("’")[0]
    return word[0].isalpha() and (word.lower() in _starters() or begins_sentence(word))


def _abbreviation_ends(text: str, left: int, at: int, kind: str, last: str, word: str) -> bool:
    """Tell whether a sentence ends at the full stop of a known abbreviation."""
    small = last.lower()
    if kind == "never":
        return False
    if kind == "title":
        if small == "ft" and text[max(left, at - 5) : at - 3].rstrip()[-1:].isdigit():
            return _starts(word)
        if small not in ("mr", "mrs", "ms") and word.lower() in _pronouns():
            return True
        street = text[max(left, at - _BEFORE) : at].split()[-2:-1] if small in ("dr", "st") else []
        return bool(street) and street[0][:1].isupper() and word.lower() in _starters()
    if small == "etc":
        return True
    if small in ("a.m", "p.m"):
        begins = _starts(word) or word in ("Mr", "Mrs", "Ms", "Dr") or _leads_clause(text, at + 1, word)
        return begins and not _is_lead_in(text, left, at)
    if word[0].isdigit():
        return kind == "ending"
    return _goes_on(text, left, at, word)


def _leads_clause(text: str, at: int, word: str) -> bool:
    """Tell whether a common noun and a word in small letters come next: «at 9 a.m. Visitors came», not «9 a.m.
    Monday»."""
    known = word.lower()
    common = known in _nouns() and known not in load_words("dates") and known in load_words("common_words")
    return common and _SMALL_WORD.match(text, at + 1 + len(word)) is not None


@cache
def _nouns() -> frozenset[str]:
    from quotex.read.part_of_speech import words_tagged

    return words_tagged("NN", "NNS")


def _initial_ends(text: str, left: int, at: int, last: str, word: str) -> bool:
    """A single letter: the initial of a name, "I", or a letter that stands for a thing (plan B)."""
    before = text[max(left, at - _BEFORE) : at - 1].split()
    named = bool(before) and before[-1][:1].isupper()
    if word[0].isdigit() or (last.islower() and not before):
        return False
    if last.islower():
        return True
    if last == "I":
        return not named or word.lower() in _starters()
    return bool(before) and (word.lower() in _starters() if named else _starts(word))


def _is_lead_in(text: str, left: int, at: int) -> bool:
    """Tell whether what the sentence holds so far is too little to be one: "At 5 a.m.", "P.S."."""
    words = text[left : min(at, left + 60)].split()
    return len(words) == 1 or (len(words) <= 3 and words[0].lower() in _prepositions())


def _after_spaced(text: str, stop: regex.Match[str], end: int) -> int | None:
    """Return where the sentence ends at a spaced ellipsis (. . .): before it, behind it, or not at all."""
    ahead = _NEXT.match(text, stop.end(), end)
    word = ahead["word"] if ahead else None
    if not word or word[0].islower():
        return None
    start: int = stop.start()
    behind: int = stop.end()
    glued = start > 0 and not text[start - 1].isspace()
    if stop["spaced"].count(".") >= 4:
        return start + 1 if glued and not stop["after"] else behind
    return behind if glued else None


def _list_cuts(text: str, start: int, end: int) -> list[int]:
    """Return where the items of a list begin that is written in one line: 1. … 2. …"""
    if text[start] in "*-":
        return [line.start() for line in _LINE_OF_LIST.finditer(text, start, end) if text[line.start()] == text[start]]
    first = _ITEM.match(text, start, end) if _may_open_item(text[start]) else None
    if first is None:
        return [bullet.start() for bullet in _BULLET.finditer(text, start, end)] if text[start] in "•⁃▪◦‣" else []
    cuts = []
    kind = first["bullet"] is None, first.lastgroup if first["roman"] != "i" else "roman"
    expected = _ordinal(first) + 1
    for item in _ITEM.finditer(text, first.end(), end):
        lettered = kind[1] == "letter" and item["roman"] and len(item["roman"]) == 1
        if _ordinal(item, "letter" if lettered else "") == expected and (item["bullet"] is None) == kind[0]:
            cuts.append(item.start())
            expected += 1
    return cuts


def _may_open_item(sign: str) -> bool:
    """Tell whether an item of a list can begin with a sign: asked of every paragraph, most of which begin with a
    capital."""
    return sign.islower() or sign.isdigit() or sign in "(•⁃▪◦‣" or sign.isspace()


def _ordinal(item: regex.Match[str], kind: str = "") -> int:
    """Return the place of a list item: 2 for "2.", "b)" and "(ii)"."""
    if item["number"]:
        return int(item["number"])
    if item["roman"] in _ROMAN and kind != "letter":
        return _ROMAN.index(item["roman"])
    return ord((item["letter"] or item["roman"])[0]) - ord("a") + 1


@cache
def _abbreviations() -> dict[str, tuple[str, bool]]:
    return {row[0]: (row[1], len(row) > 2) for row in load_table("abbreviations")}


@cache
def _exclaimed() -> frozenset[str]:
    return load_words("exclamation_names")


@cache
def _starters() -> frozenset[str]:
    """Words that begin sentences and are no names: pronouns, articles, prepositions and the like."""
    from quotex.read.part_of_speech import words_tagged

    return words_tagged("PRP", "PRP$", "DT", "PDT", "WP", "WP$", "WRB", "WDT", "IN", "CC", "EX", "MD", "RB") | PRIMARY


@cache
def _prepositions() -> frozenset[str]:
    from quotex.read.part_of_speech import words_tagged

    return words_tagged("IN", "TO")


@cache
def _pronouns() -> frozenset[str]:
    from quotex.read.part_of_speech import words_tagged

    return words_tagged("PRP")


@cache
def _verbs_of_speech() -> frozenset[str]:
    """Finite forms of the verbs that always report: "said", "asks"."""
    return frozenset(
        form
        for lemma, forms, use, *_ in load_table("reporting_verbs")
        for form in forms.split(" ")
        if use == "speak" and form != lemma and not form.endswith("ing")
    )
