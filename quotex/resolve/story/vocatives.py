"""Whom the words of a quotation address: "Come here, Anna", "No, sir"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache

import regex
from attrs import define

from quotex.lexicon import load_table
from quotex.lexicon.names import titles
from quotex.patterns import pattern
from quotex.resolve.people.mention import Mention

_LEFT = pattern(
    r"""(?:
        [,;:.!?\u2014\u2013-][\s"'“‘\u2014]{0,3}            # set off by a mark
      | \b(?:oh|o|ah|dear|dearest|my|well|yes|no|but|now|why|good|come|thank\s{1,2}you|please
            |(?<!(?-i:\p{Ll})\s{1,2})and)                    # «her and Ann,» calls nobody
        \s{1,2}(?:dear\s{1,2})?
    )$""",
    regex.VERBOSE | regex.IGNORECASE,
)
_OWN_NAME = pattern(
    r"""\b(?:(?:[Mm]y\s{1,2}(?:[a-z]{4,9}\s{1,2})?|(?<=(?:^|[.!?—"“‘'])\s{0,2}))[Nn]ame(?:['’]s|\s{1,2}is|,)
      |[Cc]all\s{1,2}me|\b[Tt]ell\s{1,2}(?:him|her|them)\s{1,2}(?:that\s{1,2})?it(?:['’]s|\s{1,2}is)|I\s{1,2}am|I['’]m)\s{1,2}$""",
    regex.VERBOSE,
)
_IS_MY_NAME = pattern(r",?\s{1,2}(?:is|was)\s{1,2}my\s{1,2}name\b|,\s{1,2}by\s{1,2}the\s{1,2}way[.!]")
_FROM_AFAR = pattern(r"\s{1,2}(?:(?:speaking|calling|here)\b|(?:of|from|on|at)\s{1,2}(?:the\s{1,2})?[*_]?\p{Lu})")
_LOWER = pattern(r"\b\p{L}\p{Ll}{3,14}\b")
_CAPITAL = pattern(r"\b\p{Lu}\p{Ll}{3,14}\b")
# «You're Ada Moss,» he said: she is; «You're Moss's girl» is another one
_YOU_ARE = pattern(
    r"\b(?:[Yy]ou(?:['’]re|['’]d\sbe|\s(?:are|must\sbe|will\sbe))|[Aa]re\syou|[Aa]ren['’]t\syou)\s{1,2}$"
)
_BORN = pattern(r",\s(?:the\s)?(?:son|daughter|child)\sof\s\p{Lu}")  # «"Ann, daughter of Tom."» tells who she is
_ARE_THERE = pattern(r"\b[Pp]resent,\s$")  # «Interview begun at ten. Present, Sergeant Lee.»
_GOES_ON = pattern(r"\s\p{Ll}|['’]s\s")
_OPENS = pattern(r"[.!?…]\s{1,2}$")
_HE_IS = pattern(r"""[.,]?[\s"'“”‘’]{0,4}(?:He|She)(?:['’]s\b|\s{1,2}\p{Ll})""")
_RIGHT = pattern(r"\s{0,2}[,;:.!?\u2014\u2013…]|\s{0,2}--")
_WHO = frozenset({"who", "whose", "whom", "which", "who's", "who’s", "name", "names"})
_BESIDE_NAMES = 1  # words beside the names of an answer: "and", "ma'am"


@define(eq=False)
class Vocative(Mention):
    """A name in the words of a quotation that seems to address its bearer.

    Attributes:
        at: ``"start"``, ``"end"`` or ``"mid"`` of the part, or ``"alone"`` when there is nothing else.
    """

    at: str


def find_vocatives(
    text: str, part: tuple[int, int], mentions: Sequence[Mention], further: int | None = None
) -> list[Vocative]:
    """Return the mentions of a part that are set off as an address.

    A name counts when it begins or follows a mark or an opening word, and ends before a mark or with the part.

    Args:
        text: The text.
        part: The part.
        mentions: Those named in it.
        further: Where the words go on in a next part, or None.
    """
    found = []
    for mention, after in zip(mentions, [*mentions[1:], None], strict=False):
        told = _is_introduced(text, part, *mention.offsets, further) or _is_echoed(text, mention, after)
        at = None if told else _place(text, part, *mention.offsets)
        if at:
            found.append(Vocative(*mention.offsets, mention.entity, at))
    return found


def _is_introduced(text: str, part: tuple[int, int], start: int, end: int, further: int | None) -> bool:
    """Tell whether a full name is a sentence and the next one tells of its bearer: «"Ann Lee. She's new here."»."""
    first, *others = text[start:end].split()
    opens = start == part[0] or _OPENS.search(text, part[0], start) is not None
    if not opens or not others or first.lower().rstrip(".") in titles():
        return False
    closes = not text[end : part[1]].strip(".,")
    return (
        _HE_IS.match(text, further if closes and further is not None else end, None if closes else part[1]) is not None
    )


def _is_echoed(text: str, mention: Mention, after: Mention | None) -> bool:
    """Tell whether a name is asked back and then told of: «"Bo? Bo is ill."»."""
    again = after is not None and after.entity == mention.entity and text[mention.end : after.start].strip() == "?"
    return again and after is not None and _GOES_ON.match(text, after.end) is not None


def _place(text: str, part: tuple[int, int], start: int, end: int) -> str | None:
    head = text[max(part[0], start - 24) : start]
    if _YOU_ARE.search(head) and text[end : end + 2] not in ("'s", "’s"):
        return "end"
    opens = not head.strip("\"'“‘_* \n") if start - part[0] < 24 else False
    tail = text[end : min(part[1], end + 4)]
    if _BORN.match(text, end, part[1]):
        return None
    closes = not tail.strip("\"'”’_*.,!? \n-—") and end + 4 >= part[1]
    if not (closes or _RIGHT.match(tail)):
        return None
    if opens:
        return "alone" if closes else "start"
    if not _LEFT.search(head) or _ARE_THERE.search(head):
        return None
    return "end" if closes or tail.lstrip()[:1] in ".!?" else "mid"


def asks_who(words: Collection[str]) -> bool:
    """Tell whether the words of a question ask for a person or a name."""
    return not _WHO.isdisjoint(words)


def gives_names(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Tell whether words are names and little else, which answer a question: «"Mrs. Lowe, ma'am."»."""
    named = sum(len(text[mention.start : mention.end].split()) for mention in mentions)
    return len(text[part[0] : part[1]].split()) - named <= _BESIDE_NAMES


def called_by_title(
    text: str, part: tuple[int, int], bearers: Mapping[str, int], named: Sequence[Mention]
) -> list[Vocative]:
    """Return the titles set off as an address in a part: «Thank you, Captain.».

    Args:
        text: The text.
        part: The part.
        bearers: The only one who bears each title, by its usual form.
        named: The mentions in the part, which hold their own titles.
    """
    found = []
    taken = {mention.start for mention in named}
    for word in _CAPITAL.finditer(text, *part):
        bearer = bearers.get(titles().get(word[0].casefold(), ("",))[0])
        at = _place(text, part, word.start(), word.end()) if bearer is not None and word.start() not in taken else None
        if bearer is not None and at:
            found.append(Vocative(word.start(), word.end(), bearer, at))
    return found


def called_by_noun(
    text: str, part: tuple[int, int], bearers: Mapping[str, int], named: Sequence[Mention]
) -> list[Vocative]:
    """Return the nouns set off as an address in a part: «Thank you, ferryman.».

    Args:
        text: The text.
        part: The part.
        bearers: The only one whom each noun describes.
        named: The mentions in the part, which hold their own nouns.
    """
    found = []
    taken = {place for mention in named for place in range(mention.start, mention.end)}
    for word in _LOWER.finditer(text, *part):
        bearer = bearers.get(word[0].casefold())
        at = _place(text, part, *word.span()) if bearer is not None and word.start() not in taken else None
        if bearer is not None and at:
            found.append(Vocative(word.start(), word.end(), bearer, at))
    return found


def own_name(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> int | None:
    """Return the entity whose name a part gives as the speaker's own («My name is Ann»), or None."""
    return next((n.entity for n in mentions if names_oneself(text, *n.offsets, part[0]) or _calls(text, part, n)), None)


def _calls(text: str, part: tuple[int, int], name: Mention) -> bool:
    """Tell whether somebody speaks from afar: «This is Captain Lee of the *Wren*», «This is Ann speaking»."""
    begins = text[part[0] : name.start].strip() == "This is"
    return begins and _FROM_AFAR.match(text, name.end, min(part[1], name.end + 40)) is not None


def names_oneself(text: str, start: int, end: int, floor: int = 0) -> bool:
    """Tell whether the name text[start:end] is given as the speaker's own, in words not before ``floor``.

    >>> names_oneself("I am Ann.", 5, 8), names_oneself("Ann Lee is my name.", 0, 7)
    (True, True)
    """
    if text[end : end + 2] in ("'s", "’s"):
        return False
    given = _OWN_NAME.search(text, max(floor, start - 24), start) or _IS_MY_NAME.match(text, end, end + 24)
    return given is not None


@cache
def _addresses() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """Return the pattern of a form of address in small letters, its genders, and its last words."""
    genders = {row[0]: row[1] for row in load_table("addresses")}
    words = "|".join(map(re.escape, sorted(genders, key=len, reverse=True))).replace("'", "['’]")
    pattern = re.compile(
        rf"""(?:^|[,;:.!?\u2014-]\s{{0,2}}|\b(?:oh|no|yes|well|my|dear|poor|good|thank\s{{1,2}}you)\s{{1,2}}(?:dear(?:est)?\s{{1,2}})?)
            (?P<word>{words})(?=\s{{0,2}}[,;:.!?\u2014-]|\s{{0,2}}$)""",
        re.VERBOSE,
    )
    last = {word.split()[-1] for word in genders}
    return pattern, genders, frozenset(last | {word.replace("'", "’") for word in last})


def addressed_gender(text: str, parts: Sequence[tuple[int, int]], words: Collection[str]) -> str | None:
    """Return the gender of the person addressed by a form such as "sir", or None; ``words`` are those of the parts.

    >>> addressed_gender("No, sir.", [(0, 8)], ["no", "sir"])
    'male'
    >>> addressed_gender("No, ma’am.", [(0, 10)], ["no", "ma’am"])
    'female'
    """
    pattern, genders, last = _addresses()
    if last.isdisjoint(words):
        return None
    for start, end in parts:
        found = pattern.search(text[start:end].lower())
        if found:
            return genders[found["word"].replace("’", "'")]
    return None
