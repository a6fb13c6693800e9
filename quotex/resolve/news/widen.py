"""Widen a source to its whole noun phrase: "Secretary" of "Secretary of State Ann Lee", "officials" of "officials at".

A detector that labels words can stop a source too early.  The resolver needs the whole phrase, because the head may be
missing, and because the mention of a record is the whole phrase.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import regex

from quotex.lexicon.function_words import POSSESSIVE, is_adverb, words_of
from quotex.lexicon.nouns import head_of, is_role
from quotex.lexicon.pronouns import RELATIVE
from quotex.lexicon.verbs import is_verbal, reporting_forms
from quotex.patterns import pattern
from quotex.read.notes import SUBSECTION, YEAR
from quotex.read.part_of_speech import FINITE
from quotex.records import Quotation
from quotex.resolve.news.discourse import Discourse

_REACH = 90
_FEWEST = 2  # words of a complement: a preposition and a noun
_BRACKET = r"(?:\s?[(\[][^()\[\]\n]{1,40}[)\]])?"  # "(FSB)", "[21]", "(2021)" behind a name
# "the former first lady and " before a source without a determiner.
_FIRST_HALF = pattern(
    r"\b(?:the|an?|his|her|their|its|our|my)\s(?:[\p{L}.'’-]{1,20}\s){1,7}(?:and|or)\s$", regex.IGNORECASE
)
# " of State ", " for Health " or a blank between a title and the name that it belongs to.
_TITLE_GAP = pattern(
    r"\s(?:of\s(?:the\s)?(?:\p{Lu}[\p{L}.]{1,20}\s){1,3})?+(?:(?:in|at|for)\s(?:the\s)?(?:\p{Lu}[\p{L}.]{1,20}\s){0,3})?+"
)
# " at the Institute", " and senator", " on the council's website" between a source and its cue.
_TO_CUE = pattern(
    r"""
    \s(?: and | of | for | at | from | with | close\sto | familiar\swith | in(?=\s\p{Lu})
        | on(?=\s[^,;:()“”"\n]{2,40}\s(?:account|blog|channel|feed|page|site|website)\b)
    )\s
    (?:[^,;:()“”"\n]|,(?=\d{3})){1,80}
    (?=,(?!\d{3})|\s\([^()\n]{1,40}\)$|$)
    """,
    regex.VERBOSE,
)
# "' barrister" behind "the tenants", and "the residents' " before "spokesman".
_OWNED = pattern(r"['’]s?\s(?<words>(?:\p{Ll}[\p{Ll}-]{1,20}\s){0,4}\p{Ll}[\p{Ll}-]{1,20})(?=[,.\s])")
_OWNER = pattern(
    r"(?<![\p{L}\p{N}])(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:\p{Lu}[\p{L}-]{1,20}\s){0,2}[\p{L}-]{2,20}(?:s['’]|['’]s)\s$"
)
# "34-year-old" behind "The": an age that stands for somebody.
_AGED = pattern(r"\s\d{1,3}-year-old(?![\p{L}-])")
_AND_NAME = pattern(r"\sand\s")
_JOINED_POST = pattern(r"\s(?:and|&)\s(?:\p{Ll}[\p{Ll}-]{2,20}\s){1,2}(?P<post>\p{Ll}[\p{Ll}-]{2,20})\s")
_CLOSED = pattern(rf"[.,]|['’]s?:|\s{YEAR}|$")
_AND_BEFORE = pattern(r"\s(?:and|&)\s$")
# "the geologists" before two names
_PLURAL_POST = pattern(r"(?:^|[\s,])(?:[Tt]he\s)?(?:\p{Ll}[\p{Ll}-]{2,20}\s){0,2}(?P<noun>\p{Ll}{3,20})\s$")
_OPENS_CLAUSE = pattern(r"(?:^|[.!?;:,—–]\s|,\s(?:and|but)\s|\n|\b(?:whereas|while|when|that|but|as|if|because)\s)$")
_JOINED = pattern(rf"{_BRACKET}(?:,\s|,?\s(?:and|&)\s)(?:the\s)?")
_BEFORE_CUE = pattern(rf"{_BRACKET}\s(?:also\s|later\s|\p{{Ll}}+ly\s)?")
# "One former secretary messages to say": the verb behind which the cue stands.
_WRITES = pattern(r"(?<=\p{Ll})\s(?:calls|emails|e-mails|messages|phones|posts|rings|texts|tweets|writes)$")
_OF_VIEW = pattern(r"['’]s?\s(?:own\s)?")
_OWN = pattern(r"(?:(?<=\p{L})['’]s?|(?<=\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Mm]y)))\sown$")
_WHERE = pattern(
    r"(?<=\p{Ll})\s(?:at|in|inside|near|on|outside)\s(?:the|an?)\s(?:\p{Ll}{2,20}\s){0,2}\p{Ll}{2,20}(?=,\s)"
)
_COMPOUND = pattern(r"(?<=\p{Ll})\s(?<noun>\p{Ll}{3,20})(?=,\s)")  # "register" behind "according to the parish"
# " register of fees" behind "according to the", " and permits" behind "according to the list of fees"
_TO_COMMA = pattern(r"(?P<words>(?:\s(?:\p{Ll}[\p{Ll}’'-]*+|\p{Lu}\.)){1,6}+),\s")
# " and local officials" behind "according to the firm"
_AND_PEOPLE = pattern(r"\sand\s(?:\p{Ll}[\p{Ll}-]{1,20}\s){0,3}(?P<noun>\p{Ll}{3,20}s)(?=\.)")
_PREPOSITION = pattern(r"\b(?:of|to|for|with|from|by|at|in|on|between|behind|against|near|under|over)\s(?:the\s)?$")
_NUMBERED = pattern(r"\p{Lu}\p{Ll}{2,20}\s$")
# ", 2019 NATO press release" behind "a March 14".
_DATED = pattern(r",\s\d{4}(?:\s[\p{L}\p{N}][\p{L}\p{N}’'-]*+){1,5}(?=[,.])")
# "(2) of the Act of 2003" behind "Section 9".
_SECTION = pattern(r"\p{Lu}\p{Ll}{2,12}\s\d{1,4}[A-Z]?$")
_OF_LAW = pattern(rf"(?:{SUBSECTION})?(?:\s(?:of|to|in)\s(?:[^\s,;:“”]{{1,20}}\s){{0,10}}[^\s,;:“”]{{1,20}})?(?=\s?$)")
# " official" between "A Ministry of Defence" and its cue.
_NOUN_TO_CUE = pattern(r"(?<words>(?:\s\p{Ll}[\p{Ll}-]{1,20}){1,3}+)\s")
_TO_NOUN = pattern(r"(?:\s(?!and\s|or\s)[\p{L}\p{N}][\p{L}\p{N}’'-]*+){1,10}(?=\s)")
_OF_SEVERAL = pattern(
    r"""(?:\p{L}+\s)?
    (?: all | both | each | half | many | most | none | one | part | several | some | third | quarter
      | \p{L}*(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|dozen|hundred) )""",
    regex.IGNORECASE | regex.VERBOSE,
)
# " interviewed for this article" behind a noun: a participle that says more of it.
_PARTICIPLE = pattern(r"\s\p{Ll}{2,20}ed\s(?:about|at|by|for|from|in|on|to|with)\s")
_TO_NAME = pattern(r"\s(?:\p{Ll}[\p{Ll}-]{1,20}\s){0,3}")
# " for the company" behind a source that follows its cue.
_BEHIND = pattern(
    r"""
    \s(?:of|for|at|from|with|close\sto|familiar\swith|in(?=\s\p{Lu}))\s
    (?:[\p{L}\p{N}][\p{L}\p{N}.'’&-]{0,20}\s){0,7}?
    [\p{L}\p{N}][\p{L}\p{N}'’&-]{0,20}
    (?=[,.;:)”"]|\s(?:on|in|who|that|after|during|when|as|to|said|told|speaking)\b|$)
    """,
    regex.VERBOSE,
)


def widened(quotation: Quotation, discourse: Discourse) -> tuple[int, int]:
    """Return the offsets of the source of a quotation, widened where the phrase plainly goes on.

    The quotation must have a source.
    """
    assert quotation.source is not None
    start, end = quotation.source.start, quotation.source.end
    text = discourse.document.text
    if text[start:end].lower() in words_of("pronoun"):
        return start, end
    if (aged := _AGED.match(text, end, end + 20)) and text[start:end].lower() in words_of("definite"):
        end = aged.end()
    if text[start:end].lower() in _determiners() and quotation.cue is not None:
        rest = _TO_NOUN.match(text, end, min(quotation.cue.start, end + _REACH))
        if rest and rest.end() + 1 >= quotation.cue.start:
            participle = _PARTICIPLE.search(text, end + 1, rest.end())
            end = participle.start() if participle else rest.end()
    if quotation.cue is not None and quotation.cue.text.lower() == "according to":
        compound = _COMPOUND.match(text, end)
        end = compound.end() if compound and not is_adverb(compound["noun"]) else end
        end = where.end() if (where := _WHERE.match(text, end)) else end
        if (more := _AND_PEOPLE.match(text, end, end + _REACH)) and _is_people(more["noun"]):
            end = more.end()
        rest = _TO_COMMA.fullmatch(text, end, max(end, quotation.start))
        if rest and (text[start:end].lower() in _determiners() or rest["words"].startswith((" and ", " of "))):
            end = rest.end("words")
    if not any(map(str.isalpha, text[start:end])):
        start, end = _around_number(start, end, discourse)
    if text[max(0, end - 1) : end].isdigit() and (dated := _DATED.match(text, end, end + _REACH)):
        end = dated.end()
    if (
        quotation.cue is not None
        and quotation.cue.text.startswith("to ")
        and (verb := _WRITES.search(text, start, end))
    ):
        end = verb.start()
    if own := _OWN.search(text, start, end):
        return _to_names(start, own.start(), discourse)  # «the minister's own view», «her own view»
    if end - start > 2 and text[end - 2 : end] in ("'s", "’s"):
        return _to_names(start, end - 2, discourse)  # «the minister's promise»
    if quotation.cue is not None and _OF_VIEW.fullmatch(text, end, max(end, quotation.cue.start)):
        return _to_names(start, end, discourse)  # «in Ana Ruiz's view», «by the coach's own admission»
    if quotation.cue is not None and _SECTION.search(text, start, end):
        law = _OF_LAW.match(text, end, max(end, min(quotation.cue.start, end + _REACH)))
        end = law.end() if law else end
    start, end = _over_possessor(text, *_to_names(start, end, discourse))
    start = _to_first_half(text, start, end)
    if quotation.cue is not None and end < quotation.cue.start:
        start = _to_first_name(start, discourse)
    end = _to_joined_post(text, start, _to_named_title(text, start, end, discourse), quotation, discourse)
    if quotation.cue is not None and (noun := _NOUN_TO_CUE.fullmatch(text, end, max(end, quotation.cue.start))):
        words = noun["words"].split()
        end = noun.end("words") if _is_person(words[-1]) and _determiners().isdisjoint(words) else end
    return start, _to_complement(text, start, end, quotation, discourse)


def _is_person(word: str) -> bool:
    head = head_of(word)[0]
    return head is not None and head.type == "person" and not is_verbal(word)


def _is_people(word: str) -> bool:
    head, plural = head_of(word)
    return head is not None and head.type == "person" and plural


@cache
def _determiners() -> frozenset[str]:
    return words_of("definite") | words_of("indefinite") | words_of("owner")


def _around_number(start: int, end: int, discourse: Discourse) -> tuple[int, int]:
    """A number is no source: the name behind it ("9/11 widow Ana Ruiz"), or the noun before it ("Question 14")."""
    text = discourse.document.text
    lead = _TO_NAME.match(text, end, end + 80)
    named = discourse.names(lead.end(), lead.end() + 60) if lead else []
    if lead and named and named[0].start == lead.end():
        return start, named[0].end
    before = _NUMBERED.search(text, max(0, start - 25), start)
    return (before.start(), end) if before else (start, end)


def _to_names(start: int, end: int, discourse: Discourse) -> tuple[int, int]:
    """A name that an edge cuts through belongs to the phrase as a whole, with its article."""
    text = discourse.document.text
    for named in discourse.names(max(0, start - 60), end + 60):
        first, last = named.offsets
        if first < start < last:
            start = first - 4 if text[max(0, first - 4) : first].lower() == "the " else first
        if first < end < last:
            end = last
    return start, end


def _over_possessor(text: str, start: int, end: int) -> tuple[int, int]:
    """A possessor belongs to its noun: "The tenants" with "' barrister" behind, "spokesman" with "the residents' "."""
    owned = _OWNED.match(text, end, end + 90)
    if owned is not None and (length := _length_of_phrase(owned["words"])):
        return start, owned.start("words") + length
    if text[max(0, start - 3) : start].rstrip()[-2:] not in POSSESSIVE:
        return start, end
    owner = _OWNER.search(text, max(0, start - 60), start)
    return (owner.start() if owner else start), end


def _length_of_phrase(words: str) -> int:
    """Return how many characters of what follows a possessor are its noun phrase: "own barrister said on"."""
    end = length = 0
    for word in words.split(" "):
        known = head_of(word)[0] is not None
        if word in words_of("complement") or word in words_of("before-object") or word in words_of("after-subject"):
            break
        if is_verbal(word) and (not known or end):
            break
        end += len(word)
        length = end
        end += 1
    return length


def _to_first_half(text: str, start: int, end: int) -> int:
    """«the former first lady and» before "senator"."""
    first = text[start:end].split(" ", 1)[0].lower()
    if any(first in words_of(use) for use in ("definite", "indefinite", "owner")) or text[start : start + 1].isupper():
        return start
    if not text[max(0, start - 4) : start].lower().rstrip().endswith(("and", "or")):
        return start
    before = _FIRST_HALF.search(text, max(0, start - _REACH), start)
    return before.start() if before else start


def _to_first_name(start: int, discourse: Discourse) -> int:
    """«Brandt and» before "Lowe" where the two open a clause: «By contrast, Brandt and Lowe said»."""
    text = discourse.document.text
    joined = _AND_BEFORE.search(text, max(0, start - 6), start)
    before = discourse.names(max(0, start - _REACH), start)[-1:] if joined else []
    if not before or not joined or before[0].end != joined.start() or text[start].islower():
        return start
    first = before[0].start
    post = _PLURAL_POST.search(text, max(0, first - _REACH), first)
    shared = post is not None and _is_people(post["noun"])
    return first if shared or _OPENS_CLAUSE.search(text, max(0, first - 12), first) else start


def _to_named_title(text: str, start: int, end: int, discourse: Discourse) -> int:
    """Return the name behind a title: "Secretary" with "of State Ann Lee" behind it."""
    last = text[start:end].rsplit(" ", 1)[-1].strip(".,")
    if head_of(last.lower())[0] is None or not last[:1].isupper():
        return end
    behind = next((n for n in discourse.names(end, end + _REACH) if _TITLE_GAP.fullmatch(text, end, n.start)), None)
    return behind.end if behind else end


def _to_joined_post(text: str, start: int, end: int, quotation: Quotation, discourse: Discourse) -> int:
    """Return where the name ends behind a post of two words: "Health" with " and safety inspector Ann Lee" behind."""
    cue = quotation.cue
    more = _JOINED_POST.match(text, end, cue.start) if cue is not None and " " not in text[start:end] else None
    if more is None or cue is None or not is_role(more["post"]):
        return end
    named = discourse.names(more.end(), cue.start)
    return named[0].end if named and named[0].start == more.end() else end


def _to_complement(text: str, start: int, end: int, quotation: Quotation, discourse: Discourse) -> int:
    """Return the complement of a description, up to the cue or to the end of the phrase."""
    last = text[start:end].rsplit(" ", 1)[-1].lower()
    cue = quotation.cue
    if cue is not None and end < cue.start <= end + _REACH:
        end = _to_last_name(text, end, cue.start, discourse)
    if cue is not None and end < cue.start:
        end = _to_second_subject(start, end, discourse)
    if cue is not None and cue.end <= start and (more := _AND_NAME.match(text, end, end + 10)):
        behind = discourse.names(more.end(), more.end() + 60)
        if behind and behind[0].start == more.end() and _CLOSED.match(text, behind[0].end):
            return behind[0].end
    several = text[end : end + 4] == " of " and _OF_SEVERAL.fullmatch(text, start, end)
    known = head_of(last)[0] is not None or several
    if not (known or _has_of(text, end, last)) or any(s.start <= end < s.end for s in quotation.spans):
        return end
    if cue is not None and end < cue.start <= end + _REACH:
        gap = _TO_CUE.match(text, end, cue.start - (1 if text[cue.start - 1 : cue.start].isspace() else 0))
        plain = gap is not None and (known or not any(map(is_verbal, gap[0].split())))
        return _before_finite(end, end + _before_verb(gap[0]), discourse) if gap and plain else end
    if cue is not None and cue.end <= start <= cue.end + 2:
        behind = _BEHIND.match(text, end, end + _REACH)
        return _before_finite(end, behind.end(), discourse) if behind else end
    return end


def _before_finite(start: int, end: int, discourse: Discourse) -> int:
    """Return where a complement ends before a verb of its sentence: "from Leeds waited at the gate and"."""
    tokens = discourse.document.sentence_at(start).tokens
    first = bisect_left(tokens.starts, start) + _FEWEST
    last = bisect_left(tokens.starts, end) - 1
    joined = tokens.lower[last] in ("and", "but")
    for at in range(first, last + 1):
        finite = tokens.tags[at] in FINITE or joined and tokens.tags[at] == "NNS" and is_verbal(tokens.lower[at])
        if finite and tokens.lower[at - 1] not in RELATIVE or at == last and tokens.tags[at] == "VBG":
            return tokens.ends[at - 1]
    return end


def _has_of(text: str, end: int, noun: str) -> bool:
    """Tell whether "of" follows a noun: "a copy of the agreement", "the maker of the plates"."""
    return text[end : end + 4] == " of " and noun.isalpha() and not is_verbal(noun)


def _before_verb(gap: str) -> int:
    """Return how many characters of a complement stand before a verb of its own: " of the firm apologised and"."""
    words = gap.split(" ")
    at = 0
    more = words[-1] in ("and", "but")  # and the verb that is the cue
    for place, word in enumerate(words):
        behind = words[place + 1 : place + 2]
        if place > 2 and (word in RELATIVE or word == "where"):
            return at - 1
        joined = (
            word.endswith("ed")
            and is_verbal(word)
            and (more or behind in ([], ["and"], ["but"]) or _opens_object(behind))
        )
        named = words[place - 1] in _determiners()  # "the head of the accused firm"
        if place > 2 and not named and head_of(word)[0] is None and (joined or word in reporting_forms()):
            return at - 1
        at += len(word) + 1
    return len(gap)


def _opens_object(words: list[str]) -> bool:
    """Tell whether a word opens the object of a verb before it: "followed 2,118 adults", "filled the hall"."""
    return bool(words) and (words[0][:1].isdigit() or words[0] in _determiners())


def _to_last_name(text: str, end: int, cue: int, discourse: Discourse) -> int:
    """«Ana Ruiz» with " and Paul Kerr said" behind it: the names of a list, when the cue follows the last of them."""
    reached = end
    for named in discourse.names(end, cue):
        if _JOINED.fullmatch(text, reached, named.start) is None:
            break
        reached = named.end
    return reached if _BEFORE_CUE.fullmatch(text, reached, cue) else end


def _to_second_subject(start: int, end: int, discourse: Discourse) -> int:
    """«Brazil» with " and India blamed the Union, saying" behind it: the second name before the verb of both."""
    text = discourse.document.text
    more = _JOINED.match(text, end, end + 60)
    if more is None or "," in more[0] or _PREPOSITION.search(text, max(0, start - 20), start):
        return end
    behind = discourse.names(more.end(), more.end() + 60)
    if not behind or behind[0].start != more.end() or discourse.possessor(behind[0].end):
        return end
    return behind[0].end if discourse.subject(*behind[0].offsets) else end
