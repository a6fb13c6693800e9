"""What two forms of names tell of each other: titles that conflict, names side by side, pet forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotex.patterns import pattern

if TYPE_CHECKING:
    from quotex.resolve.people.cluster import Cluster, Profile

_CAREERS = frozenset({"profession", "clergy"})
_SIDE_BY_SIDE = pattern(r"(?:'s|’s)?,?\s(?:and|or|with|to|nor|than|both)\s(?:both\s)?")
# ", a nurse" or ", 34," behind a name that a report brings in.
_INTRODUCED = pattern(r",\s(?:(?:an?|the|his|her|their|its|whose|who|which)\s|(?:aged\s)?\d{1,3}(?:,|-))|\s\(\d{1,3}\)")
_READ = 12  # mentions of a form that are looked at


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
        return not {style, other} <= {"lady", "countess", "baroness", "duchess", "marchioness", "viscountess"} and not (
            {style, other} <= {"lord", "earl", "baron", "viscount", "marquess", "duke", "sir"}
        )
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
