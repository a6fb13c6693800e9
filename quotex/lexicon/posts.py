"""Posts that are written like names: "Secretary of State", "Prime Minister"."""

from __future__ import annotations

from functools import lru_cache

from quotex.lexicon import load_words
from quotex.lexicon.names import affiliations, not_names, places
from quotex.lexicon.nouns import head_of

_STYLES = frozenset(("Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Dr.", "Dr", "Sir", "Dame", "Lord", "Lady"))


@lru_cache(maxsize=4096)
def is_post(name: str) -> bool:
    """Tell whether what is written like a name is a post: "U.S. Secretary of State", "Republican nominee".

    >>> is_post("U.S. Secretary of State"), is_post("Larry King"), is_post("Mr. King"), is_post("Adaku Obi King")
    (True, False, False, False)
    """
    words = name.split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    known, plural = head_of(head.lower())
    if known is None or plural or known.type != "person" or len(words) < 2 or known.binding != "office":
        return False
    given, short = load_words("given_names"), load_words("nicknames")
    others = [w for w in words if w is not head]
    if head[0].isupper() and "of" not in words and not any(map(_is_no_name, others)):
        return False  # a name whose last word is a title
    return not any(w.lower() in given or w.lower() in short or w in _STYLES for w in others)


def holds_no_name(name: str) -> bool:
    """Tell whether every word of a post tells what it is, so that none is its holder's: "Justice Minister".

    >>> holds_no_name("Justice Minister"), holds_no_name("Senator Nils Hawk"), holds_no_name("Justice Ana Pope")
    (True, False, False)
    """
    words = name.split()
    return "of" not in words and is_post(name) and all(map(_is_no_name, words[:-1]))


def _is_no_name(word: str) -> bool:
    """Tell whether a word before a post is what a post is of: a country, a party, a body, a common word."""
    low = word.casefold().strip(".")
    return (
        "." in word
        or word.isupper()
        or low in load_words("common_words")
        or word in not_names()
        or word in affiliations()
        or low in places()
        or low in load_words("organization_words")
        or low in load_words("departments")
    )
