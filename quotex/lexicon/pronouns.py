"""Person, number and gender of pronouns."""

from __future__ import annotations

# The person, number and gender that a pronoun shows.
MALE = frozenset(("he", "him", "his", "himself"))
FEMALE = frozenset(("she", "her", "hers", "herself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
NEUTER = frozenset(("it", "its", "itself"))
FIRST = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours"))
RELATIVE = frozenset(("who", "whom", "whose", "which", "that"))


def kind_of(pronoun: str) -> str:
    """Return the class of a pronoun: he, she, they, it, first, who or other.

    >>> kind_of("him"), kind_of("them"), kind_of("we")
    ('he', 'they', 'first')
    """
    for kind, words in (("he", MALE), ("she", FEMALE), ("they", PLURAL), ("it", NEUTER), ("first", FIRST)):
        if pronoun in words:
            return kind
    return "who" if pronoun in RELATIVE else "other"


PRONOUN_GENDER = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male"}
