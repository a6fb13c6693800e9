"""When two names are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

PRONOUNS = {
    "i", "me", "my", "mine", "myself", "you", "your", "yours", "yourself", "he", "him", "his", "himself", "she",
    "her", "hers", "herself", "it", "its", "itself", "we", "us", "our", "ours", "ourselves", "they", "them", "their",
    "theirs", "themselves", "who", "whom", "one", "this", "that", "these", "those",
}  # fmt: skip
NAME_SUFFIXES = {"jr", "sr", "ii", "iii", "iv"}
LEADING_WORDS = {"the", "old", "young", "poor", "dear"}
HONORIFICS = {
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady", "sen", "rep", "gov", "gen", "col",
    "capt", "sgt", "lt", "rev", "hon", "president", "senator", "governor", "secretary",
}  # fmt: skip
PROPER = re.compile(r"^(?!(?:The|An?|One|Two|Three|Some|Many|Several|Forty)\b)[A-Z]|\s[A-Z]")


def normal_name(name: str | None) -> str:
    """Casefold, strip punctuation, collapse spaces and drop leading "the", "old", "young", "poor", "dear"."""
    words = re.sub(r"[^\w\s]|_", " ", re.sub(r"['’]", "", name or "")).casefold().split()
    while len(words) > 1 and words[0] in LEADING_WORDS:
        words.pop(0)
    return " ".join(words)


def last_name(name: str | None) -> str:
    """Return the last word of a name, casefolded, without a possessive ending or "Jr."; "" when there is none."""
    words = re.findall(r"\w+", re.sub(r"['’]s\b|['’](?!\w)", "", name or "").casefold())
    while len(words) > 1 and words[-1] in NAME_SUFFIXES:
        words.pop()
    return words[-1] if words else ""


def same_person(predicted: str, accepted: Iterable[str]) -> bool:
    """Tell whether a predicted name is one of the accepted forms: the same words, or the same first and last word.

    Honorifics in front, a leading "the", case and punctuation do not matter; "Hillary Rodham Clinton" is "Hillary
    Clinton", and "Clinton" only where the annotator accepts the bare surname.
    """

    def words(name: str) -> list[str]:
        found = normal_name(name).split()
        while len(found) > 1 and found[0] in HONORIFICS:
            found.pop(0)
        return found

    told = words(predicted)
    for form in map(words, accepted):
        if told and (told == form or (len(told) > 1 and len(form) > 1 and (told[0], told[-1]) == (form[0], form[-1]))):
            return True
    return False
