"""Whether the right person was found, whatever name was printed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from benchmarks.score.measures.names import PRONOUNS, normal_name
from benchmarks.score.measures.shapes import Gold, Wire


def entity_names(records: Iterable[Wire]) -> dict[int, Counter[str]]:
    """Return {entity: Counter of normalised names} of the records of one document.

    Names of an entity are its name and aliases (if given), which count once, and the words of all its appearances as
    speaker or addressee that are written as names, nested records included.
    """
    names: dict[int, Counter[str]] = defaultdict(Counter)
    printed: dict[int, set[str]] = defaultdict(set)
    stack = list(records)
    while stack:
        record = stack.pop()
        stack += record.get("nested") or []
        for person in (record.get("speaker"), record.get("addressee")):
            if person and person.get("entity") is not None:
                printed[person["entity"]].update(map(normal_name, [person.get("name"), *(person.get("aliases") or [])]))
                if person.get("form") == "name":
                    names[person["entity"]][normal_name(person.get("text"))] += 1
    for entity, told in printed.items():
        names[entity].update(told)
        for word in PRONOUNS | {""}:
            del names[entity][word]
    return names


class Characters:
    """The characters of one novel with their names, mended by a supplement.

    A supplement may give "aliases" ({character: further names}), "same" (lists of characters that are one person) and
    "not_persons" (speakers that stand for nobody in particular, such as `_group`).
    """

    def __init__(self, document: Gold, supplement: Mapping[str, Any]) -> None:
        extra = supplement.get("aliases") or {}
        self.left_out: set[str] = set(supplement.get("not_persons") or [])
        self.groups: dict[str, str] = {name: group[0] for group in supplement.get("same") or [] for name in group}
        self.known: dict[str, set[str]] = defaultdict(set)
        for character in document["characters"]:
            name = character["name"]
            names = {normal_name(n) for n in (name, *character["aliases"], *extra.get(name, ()))}
            self.known[self.person(name)] |= names - PRONOUNS - {""}

    def person(self, speaker: str) -> str:
        """Return the character that stands for a gold speaker."""
        return self.groups.get(speaker, speaker)

    def names(self, speaker: str) -> set[str]:
        """Return the normalised names of a gold speaker."""
        person = self.person(speaker)
        return self.known[person] if person in self.known else {normal_name(speaker)}

    def persons(self, names: Mapping[str, int]) -> set[str]:
        """Return the characters that most of these names ({name: uses}) denote: one, or several that are equal."""
        uses = {person: sum(n for name, n in names.items() if name in known) for person, known in self.known.items()}
        most = max(uses.values(), default=0)
        return {person for person, n in uses.items() if most and n == most}
