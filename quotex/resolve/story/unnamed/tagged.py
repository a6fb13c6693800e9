"""Number the people whom tags only describe, "the waiter", "his mother", and tell who they are."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from quotex.detect.genre import SHORT
from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.nouns import noun_gender
from quotex.patterns import pattern
from quotex.resolve.story.cast_changes import forget_mute
from quotex.resolve.story.narration import Narration, Seen
from quotex.resolve.story.turns import Turn, read_addressee
from quotex.resolve.story.unnamed.actors import number_actors, number_nameless
from quotex.resolve.story.unnamed.full_name import name_in_full, what_tells
from quotex.resolve.story.unnamed.kin import Kin
from quotex.resolve.story.unnamed.narrated import (
    RECENT,
    NamedNearby,
    described_mentions,
    named_things,
    see_described,
)
from quotex.resolve.story.unnamed.people import DescribedPerson, Unnamed, is_generic, is_person_noun
from quotex.resolve.story.unnamed.subjects import acting_before
from quotex.resolve.story.unnamed.things import thing_before

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast

_PART = pattern(r"(?P<owner>his|her|my)\s{1,4}(?:[a-z-]{2,14}\s{1,4}){0,2}(?P<part>[a-z]{3,12})$", regex.IGNORECASE)
_IT_REACH = 1_000  # characters before «it said» in which somebody acts or speaks whom it means
_NEW_HERE = frozenset({"stranger", "newcomer"})

_MANY = pattern(  # «said several voices», «cried the twins»
    r"(?:several|many|two|three|four|five|six|a\s{1,2}(?:few|dozen|hundred)|both)\s{1,2}[a-z-]{2,14}$|both\s{1,2}of\b",
    regex.IGNORECASE,
)
_WHO = pattern(r"\s{1,2}who\s{1,2}[a-z]{2,14}\b")
_FROM = pattern(r"\bfrom\s{1,2}$")
_VOICE_OF = pattern(r"['’]s\s{1,2}(?:[a-z-]{2,14}\s{1,2})?voice$")  # «said a girl's voice»
# «said a second voice, a man's», «a different voice says, a girl’s»
_WHOSE_VOICE = pattern(
    r"(?:\s{1,2}[a-z]{2,12})?,\s{1,2}(?P<whose>an?\s{1,2}(?:[a-z-]{2,12}\s{1,2})?[a-z-]{2,14})['’]s\b"
)


def number_nominals(text: str, turns: Sequence[Turn], cast: Cast, narration: Narration) -> Unnamed:
    """Give each tag like «said the waiter» its entity, above the numbers of the cast, and find where it acts."""
    unnamed = Unnamed(cast)
    unnamed.kin = kin = Kin(text, cast, narration)
    for turn in turns:
        _number_tag(text, turn, narration, kin, unnamed)
    forget_mute(text, cast, turns, narration)
    people = NamedNearby(cast, narration, turns)
    unnamed.named_near = people.near
    short = len(text) < SHORT
    given = any(member.given for member in cast.entities)
    if not given:
        unnamed.sure += [turn for turn in turns if _is_sure(turn, unnamed, people, short)]
    number_nameless(text, turns, unnamed, kin, people.near)
    if not given:  # a cast that is given names those who act
        number_actors(text, turns, unnamed, kin, people.near)
    seen = described_mentions(text, turns, unnamed, kin, people, narration)
    if short:  # in a novel the noun alone comes back
        seen += _number_acting(text, turns, narration, unnamed, {mention.start for mention in seen})
        _name_in_full(text, turns, unnamed, seen)
    if seen:
        narration.add(seen)
        _see(text, turns, narration, [described.start for described in seen])
    if short:
        _number_it(text, turns, narration, [member.gender for member in cast.entities], unnamed)
    return unnamed


def _number_tag(text: str, turn: Turn, narration: Narration, kin: Kin, unnamed: Unnamed) -> None:
    """Give a tag by a description its entity; a name that only describes is such a tag too."""
    if turn.tag is None:
        return
    if turn.kind == "name" and _is_description(text, turn.tag):
        head = text[turn.tag[0] : turn.tag[1]].split()[-1].lower()
        turn.kind, turn.nominal = "nominal", "described" if is_generic(head) else "called"
        turn.tag_gender = noun_gender(head)
    elif turn.kind == "nominal" and turn.tag_entity is None:
        words = _VOICE_OF.sub("", text[turn.tag[0] : min(turn.tag[1], turn.tag[0] + 80)])
        whose = _WHOSE_VOICE.match(text, turn.tag[1], turn.tag[1] + 60) if words.endswith("voice") else None
        words = whose["whose"] if whose else words
        if not _read_part(words, turn) and not _read_part_of(text, turn, narration):
            _number(words, turn, narration, kin, unnamed)


def _is_sure(turn: Turn, unnamed: Unnamed, people: NamedNearby, short: bool) -> bool:
    """Tell whether a tag by a description means whom it says and nobody with a name."""
    if short and turn.nominal in ("title", "called"):  # «said the captain», where there is one Captain Rhosk
        return True
    if short and turn.nominal == "kin" and turn.owner in ("my", "our"):
        return True
    if turn.kind != "nominal" or turn.tag_entity is None or turn.tag_entity < unnamed.first:
        return False
    return short and _tells_apart(turn, unnamed) or not people.near(turn.start, turn.tag_gender)


def _see(text: str, turns: Sequence[Turn], narration: Narration, starts: Sequence[int]) -> None:
    """Note who is described beside each turn, or addressed by its tag."""
    for turn in turns:
        if turn.tag is not None and turn.tag_to is None and turn.tag_to_gender is None:
            read_addressee(text, turn, narration)
    for turn in turns:
        beside = starts[bisect_left(starts, turn.before[0]) : bisect_left(starts, turn.after[1])]
        if beside:
            see_described(text, turn, narration, set(beside))


def _number_acting(
    text: str, turns: Sequence[Turn], narration: Narration, unnamed: Unnamed, known: Collection[int]
) -> list[Seen]:
    """Give the tags with "he" and "she" who is described and acts right before: «The carter bowed. "Yes," he said»."""
    found = []
    for turn in turns:
        if turn.kind == "pronoun" and turn.tag_entity is None and turn.tag_gender is not None:
            seen = acting_before(text, turn, narration, unnamed)
            if seen is not None:
                turn.tag_entity = seen.entity
                if seen.entity >= unnamed.first and unnamed.gender(seen.entity) == "neuter":
                    unnamed.tell_gender(seen.entity, turn.tag_gender)  # the crane that says «she said» is no thing
                unnamed.sure.append(turn)
                found += [seen] if seen.start not in known else []
    return found


def _number_it(
    text: str, turns: Sequence[Turn], narration: Narration, genders: Sequence[str | None], unnamed: Unnamed
) -> None:
    """Give the tags with "it" what has acted or spoken last: «The goblin looked up. "Yes?" it said»."""
    things = named_things(text, narration, genders)
    things |= {person.number for person in unnamed.people if person.head and _is_thing(person)}
    spoken = deque[tuple[int, int]](maxlen=RECENT)
    for turn in turns:
        if turn.nominal == "it" and turn.tag is not None:
            before = narration.back(turn.tag[0], RECENT)
            acting = [(seen.start, seen.entity) for seen in before if seen.role == "subject"]
            narrated = any(map(str.isalpha, text[slice(*turn.before)]))
            floor = turn.before[0] if narrated else turn.start - _IT_REACH
            near = [(at, entity) for at, entity in (*acting, *spoken) if at >= floor and entity in things]
            doubtful = narrated and not near
            where = thing_before(text, narration, (), turn.start, things.__contains__) if doubtful else None
            if where is not None:
                near = [(where[0], unnamed.number(text[slice(*where)], where[0])[0] or 0)]
            if near:
                turn.tag_entity, turn.nominal = max(near)[1], "the"
                unnamed.sure.append(turn)
            else:
                turn.tag_gender = None
        if turn.tag_entity is not None:
            spoken.append((turn.start, turn.tag_entity))


def _is_thing(person: DescribedPerson) -> bool:
    told = person.shown_gender
    return told == "neuter" or (told is None and not is_person_noun(person.head)) and person.head != "voice"


def _name_in_full(text: str, turns: Sequence[Turn], unnamed: Unnamed, seen: Sequence[Seen]) -> None:
    """Give those described the name that tells them apart, from the narration and from the tags."""
    spans = [(mention.start, mention.end, mention.entity) for mention in seen]
    tags = {turn.tag: turn.tag_entity for turn in turns if turn.tag and turn.tag_entity is not None}
    spans += [(*tag, number) for tag, number in tags.items()]
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for start, end, number in sorted(spans):
        places[number].append((start, end))
    for person in unnamed.people:
        name_in_full(text, person, places[person.number], tags)


def _tells_apart(turn: Turn, unnamed: Unnamed) -> bool:
    """Tell whether the tag's description is that of one person in a scene: "the miller", "my uncle", "the second".

    "His uncle" may well be somebody with a name, and a stranger nobody whom the story knows already.
    """
    head = unnamed.people[(turn.tag_entity or 0) - unnamed.first].head
    owned = turn.nominal == "owned" and turn.owner not in ("my", "our")
    return turn.nominal != "voice" and not owned and (not is_generic(head) or head in _NEW_HERE)


def _read_part(words: str, turn: Turn) -> bool:
    """Read «her voice went on» as «she went on»."""
    found = _PART.match(words)
    if found is None or not _is_part(found["part"]):
        return False
    owner = found["owner"].lower()
    turn.kind = "narrator" if owner == "my" else "pronoun"
    turn.tag_gender = {"his": "male", "her": "female"}.get(owner)
    return True


def _read_part_of(text: str, turn: Turn, narration: Narration) -> bool:
    """Read «Ann's clear voice said» and «said the voice of Ann» as «said Ann»."""
    start, end = turn.tag or (0, 0)
    for seen in narration.between(start, end):
        before, after = text[start : seen.start].split(), text[seen.end : end].split()
        owns = seen.role == "owner" and not before and 1 < len(after) < 5 and _is_part(after[-1])
        if owns or (not after and any(_is_part(one) for one, of in pairwise(before[-3:]) if of == "of")):
            turn.kind, turn.tag_entity, turn.tag = "name", seen.entity, (seen.start, seen.end)
            return True
    return False


def _is_part(word: str) -> bool:
    return word.lower() in load_words("parts_of_person")


def _number(words: str, turn: Turn, narration: Narration, kin: Kin, unnamed: Unnamed) -> None:
    """Give a tag like «said the waiter» the one who is called so, or somebody new."""
    if words.lower() == "it" and len(narration.text) < SHORT:
        turn.nominal = "it"
        return
    if words.lower() in words_of("several") or _MANY.match(words) is not None:
        turn.tag_entity, turn.nominal = unnamed.several(words, turn.start), "several"
        return
    bearer, shown = kin.of_tag(words, turn), "kin"
    if bearer is None:
        bearer, shown = unnamed.bearer(words, narration.back(turn.start, RECENT))
    if bearer is not None:
        turn.tag_entity, turn.nominal, turn.tag_gender = bearer, shown, noun_gender(words.split()[-1].lower())
        if shown == "called" and len(words.split()) == 1:
            turn.kind = "name"  # «nanny said» is said of one who is called so, «the nanny said» of any
    else:
        turn.tag_entity, turn.tag_gender, turn.nominal = unnamed.number(_of_one(words, turn, narration), turn.start)
        if turn.tag_entity is None and turn.nominal == "bare":
            turn.tag_entity = unnamed.worn(words.lower(), turn.start)
            turn.nominal = "the" if turn.tag_entity is not None else turn.nominal
        if turn.tag_entity is not None and turn.tag and turn.tag[1] - turn.tag[0] > len(words):
            unnamed.hear(turn.tag_entity)
        if turn.tag is not None and _FROM.search(narration.text, turn.tag[0] - 6, turn.tag[0]):
            turn.tag_entity, turn.nominal = None, "other"  # «came from the hole», in which somebody is
    if turn.nominal in ("kin", "owned"):
        turn.owner = kin.owner_of(words, turn)


def _of_one(words: str, turn: Turn, narration: Narration) -> str:
    """Return the words of a tag with what tells "the one" apart: «said the one in the red hat», «… who counted»."""
    end = turn.tag[1] if turn.tag is not None else 0
    if words.lower() != "the one":
        return words
    who = _WHO.match(narration.text, end)
    told = who[0].strip() if who else what_tells(narration.text, end)
    return f"{words} {told}".strip()


def _is_description(text: str, tag: tuple[int, int]) -> bool:
    """Tell whether a tag that fits a name of the given cast says no more than "the girl"."""
    words = text[tag[0] : tag[1]].split()
    return len(words) > 1 and words[0].lower() == "the" and all(map(str.islower, words[1:]))
