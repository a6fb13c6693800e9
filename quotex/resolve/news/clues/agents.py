"""Who asks or acts in a participle before the subject, and so is not that subject: "Asked by Ana Ruiz if …, she said".

``Told by the chairman, retired Justice Hall, that he was late, he laughed``: neither of the two laughs.
"""

from __future__ import annotations

import regex

from quotex.lexicon.verbs import is_verbal
from quotex.patterns import pattern
from quotex.resolve.news.discourse import Discourse
from quotex.resolve.people.mention import Mention

_REACH = 60
_LONGEST = 200  # characters of a participle with all that belongs to it
_ASKED_BY = pattern(
    r"\b(?:asked|challenged|pressed|questioned|quizzed)(?:\son\s\p{Lu}\p{Ll}++)?\sby\s"
    r"(?:(?:the\s)?\p{Lu}[\p{L}.]{1,20}['’]s?\s|(?:[\p{L}.-]{1,20}\s){0,4})$",
    regex.IGNORECASE,
)
_OPENING = pattern(
    r"(?:(?:And|But|Later|Then|When|While|Though|Although)\s)?(?<verb>\p{L}[\p{Ll}-]{2,20})\s"
    r"(?:(?!by\s)[\p{L}\p{N}-]{1,20}\s){0,4}?by\s"
)
_BETWEEN = pattern(r"\w+\s\p{Ll}{3,12},\s(?=\p{Ll})")  # «the house, | she said, was too big»


def is_agent(mention: Mention, offset: int, discourse: Discourse) -> bool:
    """Tell whether somebody asks or acts in the participle before the pronoun at an offset."""
    if discourse.place(mention.start) != discourse.place(offset):
        return False
    text = discourse.document.text
    if _ASKED_BY.search(text, max(0, mention.start - _REACH), mention.start):
        return True
    sentence = discourse.document.sentence_at(offset)
    opening = _OPENING.match(text, sentence.start, min(offset, sentence.start + _LONGEST))
    if opening is None or not is_verbal(opening["verb"].lower()) or text[offset - 2 : offset] != ", ":
        return False
    if opening.end() > mention.start or _BETWEEN.match(text, offset):
        return False
    apposed = text.count(",", opening.end(), mention.start)  # "by the chairman, retired Justice Hall, that he was"
    return apposed == 0 or apposed == 1 and not discourse.subject(mention.start, mention.end)
