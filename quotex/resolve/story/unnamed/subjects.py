"""Who acts in the narration and is only described, whom a pronoun behind may mean: «Their father knew. He said …»."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache
from itertools import islice

from quotex.lexicon.function_words import function_words, words_of
from quotex.lexicon.nouns import family_words, gendered_nouns, head_of, noun_gender
from quotex.lexicon.pronouns import PRONOUN_GENDER
from quotex.patterns import pattern
from quotex.records import Span
from quotex.resolve.story.narration import Narration, Seen, narrated
from quotex.resolve.story.turns import Turn, spoken_parts
from quotex.resolve.story.unnamed.actors import acts_described
from quotex.resolve.story.unnamed.full_name import name_in_full
from quotex.resolve.story.unnamed.narrated import RECENT
from quotex.resolve.story.unnamed.people import Unnamed, is_generic

_DETERMINER = pattern(
    r"\b(?:(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir)|(?P<new>[Aa]n?|[Aa]nother)|[Tt]he|[Tt]h(?:is|at))\s{1,2}"
)
_WORD = pattern(r"\p{Ll}[\p{Ll}’'-]{1,20}+")
_SAID_OF = pattern(
    r"(?:,|\b(?:was|were|is|are|be|been|like|as|but|than|though|that|if|because|where|whom|which))\s{1,2}$"
)
_HE_OR_SHE = pattern(r"\b(?:[Hh]e|[Ss]he)\b")
_PARAGRAPH = 600
_LEAD = 8
_MOST_WORDS, _LONGEST = 3, 60  # words from a determiner to its noun, and their characters
_STOP = pattern(r"(?<=[.!?])[\s\"”’']{1,3}(?=[\p{Lu}“\"‘'])")
_MARKS = " \n\t\"'“”‘’—–"
_ARTICLE = 4  # characters of "The " before a title
_LEADS_IN = pattern(
    r"(?:(?:High|Far|Deep|Down|Up|Out)\s)?+(?i:above|across|at|behind|below|beneath|beside|by|from|in|inside|near|on|outside|over"
    r"|under|then|now|and|but)\b(?:\s[^.,;:]{2,40}?)??,?\s$"
)


def described_subjects(
    text: str, turns: Sequence[Turn], told: Iterable[Span], narration: Narration, unnamed: Unnamed
) -> list[Seen]:
    """Return the mentions of those who act and are described, beyond those already seen.

    "The man" counts only where nobody whom the noun fits has been named lately.

    Args:
        text: The text.
        turns: Its turns.
        told: Reported words, in which nobody acts.
        narration: The mentions outside quotations.
        unnamed: Those who are described, to whom others are added.
    """
    known = {seen.start for seen in narration.seen} | {turn.tag[0] for turn in turns if turn.tag is not None}
    found = []
    for piece in narrated(text, [*spoken_parts(turns), *((span.start, span.end) for span in told)]):
        for determiner in _DETERMINER.finditer(text, *piece):
            start = determiner.start()
            end, head = _noun(text, determiner.end(), piece[1]) if start not in known else (0, "")
            if not head or narration.between(start, end + 2) or not _acts(text, start, end):
                continue
            new = determiner["new"] or determiner["owner"]
            if not new and is_generic(head) and unnamed.named_near(start, noun_gender(head), head):
                continue
            if noun_gender(head) is None and _goes_on(text, start):
                continue
            entity = _who(text[start:end], determiner["owner"], head, start, unnamed, narration)
            if entity is not None:
                found.append(Seen(start, end, entity, "subject"))
    return found


def acting_before(text: str, turn: Turn, narration: Narration, unnamed: Unnamed) -> Seen | None:
    """Return who is described and acts right before the words of «he said» in its paragraph, whom nothing else shows.

    «Outside the carter shook the gate. He was wet. "Open," he said.»: his name, if he has one, opens no sentence since.
    """
    start, end = turn.before
    heads = frozenset(unnamed.heads(owned=False))
    opened = [start, *(start + stop.end() for stop in _STOP.finditer(text[start:end].rstrip(_MARKS)))]
    for place in reversed(opened):
        first = place + len(text[place:end]) - len(text[place:end].lstrip(_MARKS))
        if any(seen.start <= first + _ARTICLE for seen in narration.between(first, end)):
            return None
        for found in _DETERMINER.finditer(text, first, min(end, first + _LONGEST)):
            at = found.start()
            behind, head = _noun(text, found.end(), end, heads)
            led_in = at == first or _LEADS_IN.match(text, first, at) is not None
            if led_in and head and _acts(text, at, behind) and noun_gender(head) in (turn.tag_gender, None):
                who = _who(text[at:behind], found["owner"], head, at, unnamed, narration)
                return None if who is None else Seen(at, behind, who, "subject")
        pronoun = _HE_OR_SHE.match(text, first, end)
        if pronoun is None or PRONOUN_GENDER[pronoun[0].lower()] != turn.tag_gender:
            return None
    return None


def _acts(text: str, start: int, end: int) -> bool:
    """Tell whether one described so does something, and it is not said of another: «Spider was an old lady who …»."""
    return acts_described(text, start, end) and not _SAID_OF.search(text, max(0, start - _LEAD), start)


def _goes_on(text: str, start: int) -> bool:
    """Tell whether the paragraph has said "he" or "she" before, which may go on: «She sat. The guard … She said»."""
    paragraph = max(text.rfind("\n\n", 0, start), start - _PARAGRAPH, 0)
    return _HE_OR_SHE.search(text, paragraph, start) is not None


def _noun(text: str, start: int, stop: int, heads: Container[str] = ()) -> tuple[int, str]:
    """Return where the noun for a person, or of somebody who speaks, ends behind a determiner, and the noun."""
    words = list(islice(_WORD.finditer(text, start, min(stop, start + _LONGEST)), _MOST_WORDS))
    reach = start
    for number, word in enumerate(words):
        if text[reach : word.start()].strip(", ") or word[0] in function_words("determiner"):
            break
        reach = word.end()
        following = words[number + 1][0] if number + 1 < len(words) else ""
        if (is_person(word[0]) or word[0] in heads) and not is_person(following):
            return word.end(), word[0]
    return 0, ""


@lru_cache(maxsize=4096)
def is_person(noun: str) -> bool:
    """Tell whether a noun means one person, and no part or voice of one: "the lamplighter"."""
    if noun in words_of("vague") or (noun.endswith("s") and is_person(noun[:-1])):
        return False  # several are not he or she
    known = head_of(noun)[0]
    listed = is_generic(noun) or noun in gendered_nouns() or noun in family_words() or noun.endswith(("man", "smith"))
    return listed or (known is not None and known.type == "person")


def _who(words: str, owner: str | None, head: str, start: int, unnamed: Unnamed, narration: Narration) -> int | None:
    named = None
    if owner and unnamed.kin is not None and owner.lower() != "their":
        named = unnamed.kin.named(owner.lower(), head, start)
    elif not owner:
        named = unnamed.bearer(words, narration.back(start, RECENT))[0]
    if named is not None:
        return named
    known = len(unnamed.people)
    entity = unnamed.number(words, start)[0]
    for person in unnamed.people[known:]:
        name_in_full(narration.text, person, [(start, start + len(words))], ())
    return entity
