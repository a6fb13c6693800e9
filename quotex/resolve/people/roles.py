"""What a text says its named entities are: titles before a name, appositions after it, "X is a …"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple

import regex

from quotex.lexicon import load_words
from quotex.lexicon.function_words import POSSESSIVE, words_of
from quotex.lexicon.names import affiliations, titles
from quotex.lexicon.nouns import head_of, is_role
from quotex.lexicon.posts import is_post
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.resolve.people.cast import Cast
from quotex.resolve.people.charged import CHARGED, charged_people
from quotex.resolve.people.mention import Mention

# ", the Republican nominee,", " (the mayor)", " is a doctor who" after a name.
_DESCRIBED_AFTER = pattern(
    r"""
    (?: ,\s | \s\((?:\p{Lu}{2,4},\s)? | \s(?:is|was|has\ been|became|remains)\s | \s[–—-]{1,2}\s )
    (?: (?:who|which)\s(?:is|was)\s )?
    (?<words> (?:[\p{L}\p{N}][\p{L}\p{N}.'’&/-]*+[\s]){0,7} [\p{L}\p{N}][\p{L}\p{N}'’-]*+ )
    """,
    regex.VERBOSE,
)
# ", the driver admitted that", ", his lawyer would say" behind a name: the clause that the words before lead to.
_MAIN_CLAUSE = pattern(
    r"""
    ,\s(?:the|his|her|its|their)\s(?:\p{Ll}[\p{Ll}-]*+\s){1,3}?
    (?: (?:was|is|has|had|would|will|could|did)\s
      | (?:\p{Ll}{2,12}ed|said|told|says)\s(?:that|if|whether|he|she|it|they|them)\s )
    """,
    regex.VERBOSE,
)
_NEW_PARAGRAPH = pattern(r"\n\s*+\n|\r\s*+\r|\r\n\s*+\r\n")
_MARKS = frozenset(',;:()[]“”"!?')
_WINDOW = 110
_AFTER = pattern(
    r"""
    \s?(?: , \s (?:\d{1,3},\s)? | \(\s? (?:\p{Lu}{2,4},\s)? | \s[–—-]{1,2}\s )
    (?: (?:who|which)\s(?:is|was|has\sbeen)\s )?
    (?: (?:a|an|the|his|her|its|their|another|one\sof\sthe)\s )?
    (?P<words> (?:[\p{L}\p{N}][\p{L}\p{N}.’'&-]*+[\s\xa0]){0,15} [\p{L}\p{N}][\p{L}\p{N}’'-]*+ )
    """,
    regex.VERBOSE,
)
# «Chair: | Ana Ruiz» in a list of who was present
_OFFICE = pattern(r"(?:^|\n)[ \t*•-]{0,4}(?P<office>\p{Lu}\p{L}{3,20}(?: \p{L}{2,20}){0,3}):[ \t]{1,3}\Z")
_OPENINGS = frozenset({", ", ",\n", ",\xa0", " (", " –", " —", " -"})
_LINKS = frozenset({"of", "for", "at", "in", "to", "with", "from", "on"})
# «In reply to Cllr Ruiz, the clerk said»: the subject stands behind the comma, and no apposition.
_REPLIES_TO = pattern(
    r"(?:^|[.!?\n•-]\s{0,3})(?:[Ii]n\s(?:response|reply|answer)\sto|Responding\sto|Replying\sto|Answering)\s[^.,;!?\n]{0,60}\Z"
)
_INSIDE = frozenset({"the", "and", "a", "&"})
_MENTIONS = 6  # mentions of an entity whose surroundings are read
_LONGEST = 14  # words
_FEWEST_BEFORE = 2  # words: «counsel for»


class Description(NamedTuple):
    """Words that the text uses of an entity, in lower case, and where."""

    entity: int
    start: int
    words: frozenset[str]


def describe(document: Document, cast: Cast) -> list[Description]:
    """Return what stands in titles, appositions and predicates of every mention by name, in text order."""
    found: list[Description] = []
    text = document.text
    first: dict[int, int] = {}
    posts = {place for place, member in enumerate(cast.entities) if is_post(member.name)}
    charged = charged_people(text, cast)
    for mention in cast.mentions:
        first.setdefault(mention.entity, mention.start)
        if mention.entity in posts:
            continue
        words = _title(text, mention.start, mention.end)
        if not _is_answered(text, mention.start):
            words |= _apposition(text, mention.end)
        if mention.start in charged:
            words |= CHARGED
        if words:
            found.append(Description(mention.entity, mention.start, frozenset(words)))
    for place, member in enumerate(cast.entities):
        if member.role:
            role = frozenset(_plain(word) for word in member.role.split())
            found.append(Description(place, first.get(place, 0), role))
    return sorted(found, key=attrgetter("start"))


def _plain(word: str) -> str:
    plain = word.lower().strip(".,'’")
    return plain[:-2] if plain.endswith(("'s", "’s")) else plain


def _title(text: str, start: int, end: int) -> set[str]:
    """Words of a title: those within the name itself, and a run before it whose last word is a head noun."""
    inside = {_plain(word) for word in text[start:end].split()[:-1]}
    words = {word for word in inside if head_of(word)[0] or word in titles()}
    run = text[max(0, start - _WINDOW) : start].split()[:-9:-1]
    if not run or text[start - 1] not in " \u00a0" or run[0][-1] in _MARKS:
        return words
    first = _plain(run[0])
    if head_of(first)[0] is None and first not in titles():
        return words
    for word in run:
        plain = _plain(word)
        if plain in words_of("title-stop") or (word[-1] in _MARKS and word is not run[0]):
            break
        words.add(plain)
    return words


def _apposition(text: str, end: int) -> set[str]:
    """Words of an apposition or predicate, when a head noun stands in it before any verb-like break."""
    match = _DESCRIBED_AFTER.match(text, end, end + _WINDOW)
    if match is None or match["words"].split()[0] in words_of("complement"):
        return set()  # "Mr Lund, for the plaintiff," is no plaintiff
    words: list[str] = []
    seen = behind = False
    for word in match["words"].split():
        plain = _plain(word)
        head = head_of(plain)[0] is not None
        if seen and not head and not word[0].isupper() and plain not in words_of("after-head"):
            # ", the mayor said" after a name is a clause of its own, "is an economist studying" a predicate.
            return set() if match[0].startswith(",") and plain not in words_of("complement") else _content(words)
        if not (behind and head and not word[0].isupper()):
            words.append(plain)  # "a nephew of the owner" is no owner
        seen = seen or head
        behind = behind or seen and plain in words_of("complement")
        if word[-1] in ".,;":
            break
    return _content(words) if seen else set()


def _content(words: list[str]) -> set[str]:
    small = words_of("apposition-small")
    return {word for word in words if word not in small}


# The parties over a judgment: "Ana Ruiz" above "Plaintiff".
_PARTY = pattern(
    r"\s*\n[ \t]*(?P<role>Appellant|Applicant|Claimant|Defendant|Petitioner|Plaintiff|Prosecutor|Respondent)[.,]?\s*\n",
    regex.IGNORECASE,
)


def role_before(text: str, start: int, inside: str = "") -> str:
    """Return the role written directly before a name.

    Args:
        text: The text.
        start: Offset of the name, with the capitalised role that is part of its run.
        inside: That capitalised role ("Secretary of State"), or "".

    >>> role_before("It was Russian spokesperson Maria Zakharova", 28)
    'Russian spokesperson'
    """
    before = text[max(0, start - 90) : start] if start and text[start - 1] in " \xa0\n" else ""
    words = _NEW_PARAGRAPH.split(before)[-1].split()[-7:]
    if not inside and not (words and words[-1].islower() and is_role(words[-1])):
        return ""
    taken = _role_words(words, bool(inside))
    while taken and taken[0].casefold() in ("new", "current", "first", "second", "two-term"):
        taken.pop(0)
    if taken and inside and taken[-1] == inside.split()[0]:
        taken.pop()
    return _small_start(" ".join([*taken, inside]).strip())


def _role_words(words: Sequence[str], known: bool) -> list[str]:
    """Return the last of the words that make up a role; `known` when a role noun follows them."""
    taken: list[str] = []
    for word in reversed(words):
        if (
            word[-1] in ';:?!”"'
            or word[-1] in ".,"
            and word[-2:-1].islower()
            or (taken or known)
            and not _belongs(word)
        ):
            break
        taken.insert(0, word)
    return taken


def _belongs(word: str) -> bool:
    """Tell whether a word before a role is part of it."""
    low = word.casefold().rstrip(".")
    if word.endswith(POSSESSIVE):
        return False
    if low in load_words("role_modifiers") or word in affiliations() or is_role(word):
        return True
    return (
        word[0].isupper()
        and low not in load_words("common_words")
        and low not in titles()
        and (word.isupper() or word in load_words("places") or low in load_words("organization_words"))
    )


def role_after(text: str, end: int) -> str:
    """Return the role in apposition after a name, with what belongs to it.

    >>> role_after("Hugh Hill, a doctor who lives here, agreed.", 9)
    'doctor'
    >>> role_after("Ann Bell, 34, president of the Harbour Union, agreed.", 8)
    'president of the Harbour Union'
    """
    if text[end : end + 1] == "\n" and (party := _PARTY.match(text, end, end + 180)):
        return str(party["role"]).lower()
    match = _AFTER.match(text, end, end + 180) if text[end : end + 2] in _OPENINGS else None
    if match is None:
        return ""
    if _MAIN_CLAUSE.match(text, match.start(), match.end() + _WINDOW):
        return ""
    words = _first_sentence(match["words"].split())
    if words and words[0].endswith(POSSESSIVE):
        words = words[1:]
    head = _head(words)
    if head < 0 or not all(map(_fits, words[:head])):
        return ""
    last = head + 1
    while last < min(len(words), _LONGEST) and _goes_on(words, last):
        last += 1
    while words[last - 1] in _LINKS or words[last - 1] in _INSIDE:
        last -= 1
    return _small_start(" ".join(words[:last]).rstrip(".,"))


def _first_sentence(words: list[str]) -> list[str]:
    """Cut the words behind a full stop."""
    for index, word in enumerate(words):
        if word.endswith(".") and len(word) > 4 and "." not in word[:-1]:
            return words[: index + 1]
    return words


def _head(words: Sequence[str]) -> int:
    """Return the place of the role noun that is the head of the phrase, or -1."""
    for index, word in enumerate(words[:6]):
        after = words[index + 1] if index + 1 < len(words) else ""
        if is_role(word) and not is_role(after) and after not in load_words("role_modifiers"):
            return index
    return -1


def _goes_on(words: Sequence[str], last: int) -> bool:
    """Tell whether a word still belongs to the role: "of the Harbour Union"."""
    word, before = words[last], words[last - 1]
    after = words[last + 1 : last + 3]
    if word in _LINKS:
        return _names(after) and not any(w.endswith(POSSESSIVE) for w in after)
    if word in _INSIDE and before in _LINKS:
        return True
    if word == "and":
        return bool(after) and after[0][0].isupper() and not any(w.endswith(POSSESSIVE) for w in after)
    return word[0].isupper() or before[0].isupper() and word in load_words("organization_words")


def _small_start(role: str) -> str:
    """Write a role's first word small when only the sentence made it large ("Former governor")."""
    first, _, rest = role.partition(" ")
    small = first.casefold()
    if rest[:1].isupper() and is_role(rest.split()[0]) and small not in words_of("passing"):
        return role  # "Finance Minister"
    common = small in load_words("role_modifiers") and small in load_words("common_words")
    return small + role[len(first) :] if common and first.istitle() else role


def _fits(word: str) -> bool:
    """Tell whether a word can stand between article and role noun."""
    return (
        word[0].isupper()
        or word.casefold() in load_words("role_modifiers")
        or "-" in word
        or is_role(word)
        or word.endswith(("al", "ic", "ive", "ary", "ian", "ist", "ing", "ish", "ous", "er"))
    )


def of_body(role: str) -> bool:
    """Tell whether a firm may have a role as well as a person: "the ship's owner, Dalisay Lines"."""
    return role.split(" of ")[0].rpartition(" ")[2] in words_of("maker")


def _names(words: Sequence[str]) -> bool:
    return bool(words) and (words[0][0].isupper() or words[0] == "the" and len(words) > 1 and words[1][0].isupper())


def find_roles(text: str, mentions: Iterable[Mention], roles_inside: Sequence[str]) -> dict[int, str]:
    """Return the fullest role of each entity.

    Args:
        text: The text.
        mentions: Mentions of people by name.
        roles_inside: For each mention the capitalised role within it, or "".
    """
    read: Counter[int] = Counter()
    found: dict[int, Counter[str]] = {}
    for mention, inside in zip(mentions, roles_inside, strict=True):
        if read[mention.entity] >= _MENTIONS:
            continue
        read[mention.entity] += 1
        places = (
            role_before(text, mention.start, _expanded(inside)),
            "" if _is_answered(text, mention.start) else role_after(text, mention.end),
            _apposed(text, mention),
            _listed_office(text, mention.start),
        )
        for role in places:
            if role:
                found.setdefault(mention.entity, Counter())[role] += 1
    return {entity: max(roles, key=lambda r: _worth(r, roles[r])) for entity, roles in found.items()}


def _listed_office(text: str, start: int) -> str:
    """Return the office that a line of a list gives before a name ("Chair: Ana Ruiz"), or ""."""
    found = _OFFICE.search(text, max(0, start - _WINDOW), start)
    office = str(found["office"]) if found else ""
    return office if office and is_role(office.split()[-1]) else ""


def _is_answered(text: str, start: int) -> bool:
    """Tell whether a name is that of whom the subject behind the comma answers."""
    return _REPLIES_TO.search(text, max(0, start - _WINDOW), start) is not None


def _apposed(text: str, mention: Mention) -> str:
    """Return the role that a name in apposition explains ("Westmarch’s foreign minister, Tom Reed, said")."""
    start, end = mention.start, mention.end
    if text[start - 2 : start] != ", " or start < 3 or text[end : end + 1] not in (",", "."):
        return ""
    words = text[max(0, start - 92) : start - 2].split()[-7:]
    if not (words and words[-1].islower() and is_role(words[-1])):
        return ""
    taken = _role_words(words, False)
    role = " ".join(taken)
    before = words[-len(taken) - 1] if len(words) > len(taken) else ""
    if stands_for_somebody(" ".join(words[: -len(taken)])):
        return ""
    return role if before.endswith(POSSESSIVE) or before in ("the", "The", "his", "her", "their", "its") else ""


def stands_for_somebody(before: str) -> bool:
    """Tell whether words lead from one person to another, who is not the one named behind.

    >>> stands_for_somebody("Counsel for the"), stands_for_somebody("He spoke to the")
    (True, False)
    """
    words = before.casefold().split()
    words = words[:-1] if words and words[-1] in ("the", "his", "her", "their") else words
    if len(words) < _FEWEST_BEFORE or words[-1] not in ("for", "of"):
        return False
    head, _ = head_of(words[-2])
    return head is not None and head.type == "person"


def _worth(role: str, count: int) -> tuple[bool, bool, int, int, str]:
    """Order roles: offices before relations ("friend"), more than a bare title, frequent, full."""
    words = role.split()
    head = next((w for w in words if is_role(w)), "").casefold()
    return head not in _relations(), len(words) > 1, count, len(role), role


@cache
def _relations() -> frozenset[str]:
    return load_words("relations")


def _expanded(role: str) -> str:
    """Write out an abbreviated office ("Sen."); a scholarly title or a nationality is no role by itself."""
    words = []
    if role and not any(is_role(word) or word.casefold().rstrip(".") in titles() for word in role.split()):
        return ""
    for word in role.split():
        canonical, _, kind = titles().get(word.casefold().rstrip("."), ("", "", ""))
        if kind in ("profession", "noble", "kin", "clergy") and len(role.split()) == 1:
            return ""
        words.append(canonical.capitalize() if kind in ("office", "rank") and word.endswith(".") else word)
    return " ".join(words)
