"""Who speaks within somebody's head: «said a voice in the back of her head», «said Orm in her ear»."""

from __future__ import annotations

from quotex.patterns import pattern
from quotex.resolve.story.identities.facts import Facts
from quotex.resolve.story.turns import Turn

_WITHIN = pattern(
    r"\s{1,2}(?:\p{Ll}{2,12}ly\s{1,2})?(?:in|inside|from)\s{1,2}(?:the\s{1,2}(?:back|middle|bottom)\s{1,2}of\s{1,2})?"
    r"(?:his|her|my|their|\p{Lu}[\p{L}-]{1,20}['’]s)\s{1,2}(?:\p{Ll}{2,12}\s{1,2})?"
    r"(?:head|mind|skull|ears?|earring|earpiece|headset|helmet)\b"
)


def by_inner_voice(facts: Facts) -> dict[int, int]:
    """Return who is described and is heard within a head where only one with a name is heard so."""
    heard = {turn.tag_entity for turn in facts.turns if turn.tag_entity is not None and _is_within(facts.text, turn)}
    names = [entity for entity in heard if entity < facts.unnamed.first]
    if len(names) != 1:
        return {}
    return {entity: names[0] for entity in sorted(heard) if facts.may_be(entity, names[0])}


def _is_within(text: str, turn: Turn) -> bool:
    ends = [span[1] for span in (turn.tag, turn.cue) if span is not None]
    return any(_WITHIN.match(text, end, end + 80) is not None for end in ends)
