"""What two forms of names tell of each other: titles that conflict, names side by side, pet forms, misspellings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from quotex.lexicon import load_words
from quotex.lexicon.names import given_names, places, titles_for
from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.resolve.people.cluster import Cluster, Profile

_CAREERS = frozenset({"profession", "clergy"})
_SIDE_BY_SIDE = pattern(r"(?:'s|’s)?,?\s(?:and|or|with|to|nor|than|both)\s(?:both\s)?")
# ", a nurse" or ", 34," behind a name that a report brings in.
_INTRODUCED = pattern(r",\s(?:(?:an?|the|his|her|their|its|whose|who|which)\s|(?:aged\s)?\d{1,3}(?:,|-))|\s\(\d{1,3}\)")
_READ = 12  # mentions of a form that are looked at
_SHORTEST = 5  # letters of a surname: shorter ones are too often different people
_MOST = 3  # mentions of a misspelt surname; whoever is named more often so is called so


def stems(name: str) -> list[str]:
    """Return the names of which a name is the pet form by its ending ("Kitty" of "Kit").

    >>> stems("kitty"), stems("mary")
    (['kitt', 'kit'], ['mar'])
    """
    for ending in ("ie", "ey", "y"):
        if name.endswith(ending) and len(name) > len(ending) + 2:
            stem = name[: -len(ending)]
            return [stem, stem[:-1]] if stem[-1] == stem[-2] else [stem]
    return []


def conflict(style: str, kind: str, other: str, other_kind: str) -> bool:
    """Tell whether one person cannot bear both titles in one text."""
    if not style or style == other or "kin" in (kind, other_kind):
        return False
    kinds = {kind, other_kind}
    if kinds == {"style"}:
        return "ms" not in (style, other)
    if kinds == {"rank"} or kinds == {"noble"}:
        return not any({style, other} <= titles_for(use) for use in ("lady", "lord"))
    return kinds == {"style", "noble"} and not {"madame", "mrs", "monsieur"} & {style, other}


def father_and_daughter(cluster: Cluster, profile: Profile) -> bool:
    """Tell whether one is "Miss Ashdown" and the other a "Dr. Ashdown" whom no pronoun shows to be a woman."""
    if profile.form.title_kind in _CAREERS:
        return profile.gender != "female" and any(style in ("miss", "mrs") for style, _ in cluster.styles)
    careers = [p for p in cluster.profiles if p.form.title_kind in _CAREERS]
    return profile.style in ("miss", "mrs") and any(p.gender != "female" for p in careers)


def beside(text: str, one: Profile, other: Profile) -> bool:
    """Tell whether two forms stand side by side ("Mr. Ashdown and Charles Ashdown"); linear in their mentions."""
    i = j = 0
    near = 0
    while i < one.count and j < other.count:
        left, right = (one, other) if one.starts[i] < other.starts[j] else (other, one)
        a, b = (i, j) if left is one else (j, i)
        gap = right.starts[b] - left.ends[a]
        if 0 < gap < 14 and _SIDE_BY_SIDE.fullmatch(text, left.ends[a], right.starts[b]):
            return True
        if 0 < gap < 60 and not any(mark in text[left.ends[a] : right.starts[b]] for mark in '."“”?!;'):
            near += 1
        if left is one:
            i += 1
        else:
            j += 1
    return near > 2 and near > 0.1 * min(one.count, other.count)


def both_introduced(text: str, known: Sequence[Profile], profile: Profile) -> bool:
    """Tell whether a report brings in each of two names, as two people: "Lena Ruiz, a baker", "Helen Ruiz, 61"."""
    full = [other for other in known if len(other.form.words) > 1 and len(other.form.words[0].rstrip(".")) > 1]
    return _is_introduced(text, profile) and any(_is_introduced(text, other) for other in full)


def _is_introduced(text: str, profile: Profile) -> bool:
    given = profile.form.words[0].rstrip(".")
    return len(given) > 1 and any(_INTRODUCED.match(text, end) for end in profile.ends[:_READ])


def misspelled_names(profiles: Iterable[Profile]) -> dict[str, str]:
    """Return surnames by themselves that nobody bears in full, each with the one full name from which a letter parts
    it.

    A report brings people in with their full names, so a bare surname that nobody has is another spelling of one that
    somebody has, if the full name comes first and the first letter is the same.
    """
    people = [profile for profile in profiles if profile.form.kind == "person"]
    full = [profile for profile in people if len(profile.form.words) > 1]
    borne = {word for profile in full for word in profile.form.words}
    by_letter: dict[str, list[Profile]] = defaultdict(list)
    for profile in full:
        by_letter[profile.form.words[-1][0]].append(profile)
    found: dict[str, str] = {}
    for profile in people:
        word = profile.form.words[0]
        if len(profile.form.words) > 1 or profile.count > _MOST or word in borne or not _may_be_surname(word):
            continue
        alike = [
            other
            for other in by_letter[word[0]]
            if other.starts[0] < profile.starts[0] and one_letter_apart(word, other.form.words[-1])
        ]
        if len({other.form.words[-1] for other in alike}) == 1:
            found[profile.form.key] = alike[0].form.key
    return found


def _may_be_surname(word: str) -> bool:
    known = word in given_names() or word in places() or word in load_words("common_words")
    return len(word) >= _SHORTEST and not known


def one_letter_apart(one: str, other: str) -> bool:
    """Tell whether one letter has been changed, left out or added.

    >>> one_letter_apart("wines", "wimes"), one_letter_apart("mclenney", "mcclenney"), one_letter_apart("lund", "lunt")
    (True, True, True)
    >>> one_letter_apart("hansen", "hansen"), one_letter_apart("hansson", "jansen")
    (False, False)
    """
    if one == other or abs(len(one) - len(other)) > 1 or f"{other}s" == one:
        return False  # «the Clintons» are two
    shorter, longer = sorted((one, other), key=len)
    at = next((i for i, letter in enumerate(shorter) if letter != longer[i]), len(shorter))
    return shorter[at + (len(shorter) == len(longer)) :] == longer[at + 1 :]
