"""Person, number and gender of pronouns."""

from __future__ import annotations

from quotex.records import Gender

# Each class of pronoun with its forms.
_FORMS = {
    "he": "he him his himself",
    "she": "she her hers herself",
    "they": "they them their theirs themselves",
    "it": "it its itself",
    "first": "i me my mine myself we us our ours",
    "who": "who whom whose which that",
}
_KINDS = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
SUBJECTS = frozenset({"he", "she", "they", "it", "i", "we"})  # forms that are subjects
THIRD = frozenset({"he", "she", "they"})  # those of people who are told of
OBJECTS = frozenset({"him", "her", "them", "me", "us"})  # forms that may be objects, of people
RELATIVE = frozenset(_FORMS["who"].split())
GENDERS: dict[str, Gender] = {"he": "male", "she": "female"}  # of each class that shows one
# The forms that stand alone as the subject or object of a tag, with the gender they show; "himself" is none.
PRONOUN_GENDER: dict[str, Gender] = {form: GENDERS[_KINDS[form]] for form in ("he", "she", "him", "her", "his")}


def kind_of(pronoun: str) -> str:
    """Return the class of a pronoun: he, she, they, it, first, who or other.

    >>> kind_of("him"), kind_of("them"), kind_of("we")
    ('he', 'they', 'first')
    """
    return _KINDS.get(pronoun, "other")
