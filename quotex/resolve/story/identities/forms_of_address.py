"""Who is called "Uncle" or "Mijnheer" and is known to the story as somebody else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from quotex.lexicon import load_table, load_words
from quotex.lexicon.names import EARNED, given_names, title_kind, titles
from quotex.lexicon.nouns import family_words
from quotex.resolve.story.turns import ADJACENT, Turn
from quotex.resolve.story.unnamed.people import Unnamed, is_generic, is_person_noun
from quotex.resolve.story.vocatives import called_by_noun, called_by_title

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast
    from quotex.resolve.story.narration import Narration

_NEXT, _BEFORE, _SAME, _PARTNER = 3, 2, 2, 1  # what a turn tells of whoever is called in one beside it
_REACH = 8  # turns
_ENOUGH = 2
_FEWEST_LETTERS = 3  # of a short name
_STEM = 4  # letters that a name and a call share


def owners_of_forms(
    turns: Sequence[Turn],
    cast: Cast,
    told: Collection[int],
    fits: Callable[[int, int], bool],
    head_of: Callable[[int], str],
) -> dict[int, int]:
    """Return whom each form of address means that only occurs as a call: {number that goes: number that stays}.

    Args:
        turns: The turns of a story.
        cast: Its people.
        told: Those whom its narration or its tags name, who are no forms of address.
        fits: Tells whether nothing shows that somebody and the bearer of a name differ in gender.
        head_of: Tells the noun of somebody without a name, or "".
    """
    found: dict[int, int] = {}
    for called in sorted({vocative.entity for turn in turns for vocative in turn.vocatives} - set(told)):
        if called >= len(cast.entities) or not _may_be_form(cast, called):
            continue
        signs = _signs(turns, called)
        fitting = [
            (count, -entity)
            for entity, count in signs.items()
            if entity != called and fits(entity, called) and _may_mean(cast, called, entity, head_of(entity))
        ]
        best = sorted(fitting, reverse=True)[:2]
        if best and best[0][0] >= _ENOUGH and (len(best) < 2 or best[0][0] > best[1][0]):
            found[called] = -best[0][1]
    return found


def bearers_of_titles(turns: Sequence[Turn], cast: Cast) -> dict[int, int]:
    """Return who bears the title that somebody is only called by: "Father" is Father Anselm, "Grandpa" Grandpa Joe."""
    calls = Counter(vocative.entity for turn in turns for vocative in turn.vocatives)
    bearers: dict[str, list[int]] = {}
    for number, member in enumerate(cast.entities):
        for title in member.titles:
            bearers.setdefault(title, []).append(number)
    found = {}
    for called, member in enumerate(cast.entities):
        title, _, kind = titles().get(member.name.casefold(), ("", "", ""))
        others = [number for number in bearers.get(title, ()) if number != called]
        only_called = bool(calls[called]) and member.count == calls[called]
        if len(others) == 1 and not member.given and (only_called or kind == "kin"):
            found[called] = others[0]
    return found


def call_by_titles(text: str, turns: Sequence[Turn], narration: Narration, cast: Cast) -> None:
    """Note in the turns whom they call by a title alone that one person bears: «Thank you, Captain.»."""
    bearers: dict[str, list[int]] = {}
    for number, member in enumerate(cast.entities):
        for title in member.titles:
            bearers.setdefault(title, []).append(number)
    only = {
        title: numbers[0] for title, numbers in bearers.items() if len(numbers) == 1 and title_kind(title) in EARNED
    }
    for turn in turns if only else ():
        for part in turn.parts:
            turn.vocatives += called_by_title(text, part, only, narration.said_in(part))


def owners_of_nouns(
    text: str,
    turns: Sequence[Turn],
    narration: Narration,
    unnamed: Unnamed,
    may_be: Callable[[int | None, int], bool],
) -> dict[int, int]:
    """Return who is called by the noun of a description and has a name: «"No, Captain"» is said to Ann, who asked.

    Tags name such a one more often than they describe him or her.

    Args:
        text: The text.
        turns: The turns of a story.
        narration: Its mentions.
        unnamed: Those who are described.
        may_be: Tells whether somebody described may bear a name.
    """
    found = {}
    tags = Counter(turn.tag_entity for turn in turns)
    for called, places in _calls_by_noun(text, turns, narration, unnamed).items():
        signs = _signs_of(turns, places)
        best = sorted(
            ((count, who) for who, count in signs.items() if tags[who] > tags[called] and may_be(called, who)),
            reverse=True,
        )[:2]
        if best and best[0][0] > _ENOUGH and (len(best) < 2 or best[0][0] > best[1][0] + 1):
            found[called] = best[0][1]
    return found


def _calls_by_noun(text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed) -> dict[int, list[int]]:
    """Return the numbers of the turns that call somebody who speaks by the noun that describes no other."""
    speaking = {turn.tag_entity for turn in turns}
    people: dict[str, list[int]] = {}
    for person in unnamed.people:
        if is_person_noun(person.head) and not person.several and person.number in speaking:
            people.setdefault(person.head, []).append(person.number)
    others = load_words("relations") | {"voice"}
    only = {
        head: numbers[0]
        for head, numbers in people.items()
        if len(numbers) == 1 and head not in others and not is_generic(head)
    }
    calls: dict[int, list[int]] = {}
    for number, turn in enumerate(turns if only else ()):
        for part in turn.parts:
            for vocative in called_by_noun(text, part, only, narration.said_in(part)):
                if vocative.at != "start":
                    calls.setdefault(vocative.entity, []).append(number)
    return calls


def short_kin_names(turns: Sequence[Turn], cast: Cast, told: Collection[int]) -> dict[int, int]:
    """Return whose name a short one means: "Auntie Phil" is Great-Aunt Philomena, "Pen" is Penelope.

    They are two where the narration knows both, or where several begin so.
    """
    found = {}
    for called in sorted({vocative.entity for turn in turns for vocative in turn.vocatives} - set(told)):
        short = _kin_name(cast, called) or _short_name(cast, called)
        whole = [n for n in told if n < len(cast.entities) and _begins_with(cast, n, called, short)] if short else []
        if len(whole) == 1:
            found[called] = whole[0]
    return found


def _kin_name(cast: Cast, entity: int) -> str:
    """Return the one name behind the kin title of somebody ("phil"), or ""."""
    words = cast.entities[entity].name.casefold().split() if entity < len(cast.entities) else []
    kin = len(words) == 2 and title_kind(words[0]) == "kin" and len(words[1]) >= _FEWEST_LETTERS
    return words[1] if kin else ""


def _short_name(cast: Cast, entity: int) -> str:
    """Return the one word that somebody is called by ("pen"), or ""."""
    words = cast.entities[entity].name.casefold().split() if entity < len(cast.entities) else []
    free = len(words) == 1 and not cast.entities[entity].given and not is_form(cast, entity)
    return words[0] if free and len(words[0]) >= _FEWEST_LETTERS else ""


def _begins_with(cast: Cast, entity: int, called: int, short: str) -> bool:
    """Tell whether somebody's name is the whole of a short one, and the gender fits."""
    genders = {cast.entities[n].gender for n in (entity, called)} - {None}
    words = cast.entities[entity].name.casefold().split()
    longer = any(len(word) > len(short) and word.startswith(short) for word in words)
    return longer and (len(genders) < 2 or _kin_name(cast, entity) != "")


def _may_mean(cast: Cast, called: int, entity: int, head: str) -> bool:
    """Tell whether a form of address may mean somebody: a relation is no other one, a title no other title."""
    word = cast.entities[called].name.casefold()
    if head:
        relation = family_words().get(word, word)
        return head == relation or head not in load_words("relations")
    if entity >= len(cast.entities):
        return False  # «said somebody»
    named = cast.entities[entity]
    kin = any(title_kind(title) == "kin" for title in named.titles)
    return is_form(cast, called) and not kin and not named.titles


def is_form(cast: Cast, entity: int) -> bool:
    """Tell whether all that somebody is called is a title or a word for a relation."""
    if entity >= len(cast.entities) or cast.entities[entity].given:
        return False
    words = [word.rstrip(".") for word in cast.entities[entity].name.casefold().split()]
    return all(word in titles() or word in family_words() or word in _polite() for word in words)


def _polite() -> frozenset[str]:
    return frozenset(row[0] for row in load_table("addresses"))


def _may_be_form(cast: Cast, entity: int) -> bool:
    """Tell whether a name may be a form of address: a known one, or one word that is nobody's given name."""
    member = cast.entities[entity]
    words = member.name.casefold().split()
    if is_form(cast, entity):
        return True
    strange = not member.given and member.type == "unknown" and len(words) == 1 and words[0] not in given_names()
    stem = words[0][:_STEM]  # "Hajji" is Al-Hajj Omar
    return strange and sum(stem in other.name.casefold() for other in cast.entities) == 1


def _signs(turns: Sequence[Turn], called: int) -> Counter[int]:
    """Return how much shows that each other one is who is called: the answer, the turn before, the partner."""
    calling = (number for number, turn in enumerate(turns) if any(v.entity == called for v in turn.vocatives))
    return _signs_of(turns, calling)


def _signs_of(turns: Sequence[Turn], calling: Iterable[int]) -> Counter[int]:
    """Return the same for the numbers of the turns that call somebody."""
    signs: Counter[int] = Counter()
    for number in calling:
        own = _speakers_like(turns, number, 0)
        for entity, weight in _around(turns, number):
            if entity not in own:
                signs[entity] += weight
    return signs


def _around(turns: Sequence[Turn], number: int) -> Iterator[tuple[int, int]]:
    """Yield who may be called in a turn, each with how much that tells."""
    caller = turns[number]
    if caller.tag_to is not None:
        yield caller.tag_to, _NEXT
    after, before = turns[number + 1 : number + 2], turns[max(0, number - 1) : number]
    if after and after[0].gap == ADJACENT and after[0].tag_entity is not None:
        yield after[0].tag_entity, _NEXT
    if before and caller.gap == ADJACENT and before[0].tag_entity is not None:
        yield before[0].tag_entity, _BEFORE
    for entity in _speakers_like(turns, number, 1):
        yield entity, _SAME
    for other in reversed(turns[max(0, number - _REACH) : number]):
        if other.section == caller.section and other.tag_entity not in (None, caller.tag_entity):
            yield other.tag_entity or 0, _PARTNER
            return


def _speakers_like(turns: Sequence[Turn], number: int, odd: int) -> set[int]:
    """Return whom tags name in the same exchange at an even distance from a turn, or at an odd one."""
    caller = turns[number]
    return {
        other.tag_entity
        for other in turns[max(0, number - _REACH) : number + _REACH]
        if other.run == caller.run and (other.step - caller.step) % 2 == odd and other.tag_entity is not None
    }
