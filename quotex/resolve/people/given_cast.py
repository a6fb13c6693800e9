"""A cast that the caller gives: names, or names with aliases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import regex

from quotex.patterns import pattern
from quotex.resolve.people.mentions import WrittenName
from quotex.resolve.people.name_form import NameForm
from quotex.resolve.people.runs.name_reader import FormReader
from quotex.resolve.people.runs.usage import Usage

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Speakers

_ARTICLE = pattern(r"(?i:the|an?)\s+")


class GivenCast:
    """The members of a given cast, with the forms that their names and aliases have.

    Attributes:
        names: Names as given, printed so.
        aliases: Aliases of each.
        forms: Forms of each, read as names.
    """

    def __init__(self, speakers: Speakers | None) -> None:
        pairs = [(name, aliases) for name, aliases in _pairs(speakers) if name.strip()]
        self.names = [name for name, _ in pairs]
        self.aliases = [aliases for _, aliases in pairs]
        self._by_alias: dict[str, NameForm] = {}
        self._keys: set[str] = set()
        self.forms = [self._forms((name, *aliases)) for name, aliases in pairs]

    def knows(self, key: str) -> bool:
        """Tell whether a form key belongs to the given cast."""
        return key in self._keys

    def _forms(self, aliases: tuple[str, ...]) -> list[NameForm]:
        """Read the aliases of one member as name forms."""
        found = []
        for alias in aliases:
            text = " ".join(_ARTICLE.sub("", alias, count=1).split() if _ARTICLE.match(alias) else alias.split())
            if not text:
                continue
            known = self._by_alias.get(text.casefold())
            if known is None:
                known = _read(text)
                self._by_alias[text.casefold()] = known
            self._keys.add(known.key)
            found.append(known)
        return found

    def merged(self, text: str, mentions: list[WrittenName]) -> list[WrittenName]:
        """Return the mentions and those of given names that the scan for capitals missed or cut otherwise."""
        if not self._by_alias:
            return mentions
        exact = _Matcher(self._by_alias)
        found = [WrittenName(s, e, form, text[e : e + 2] in ("'s", "’s")) for s, e, form in exact.find(text)]
        known = {m.start: m for m in mentions}
        kept: list[WrittenName] = []
        place = 0
        for own in found:
            same = known.get(own.start)
            if same is not None and same.end >= own.end:
                continue
            while place < len(mentions) and mentions[place].end <= own.start:
                kept.append(mentions[place])
                place += 1
            if place < len(mentions) and mentions[place].start <= own.start and mentions[place].end >= own.end:
                continue
            while place < len(mentions) and mentions[place].start < own.end:
                place += 1
            kept.append(own)
        return kept + mentions[place:]


class _Matcher:
    """Finds given names in a text."""

    def __init__(self, by_alias: Mapping[str, NameForm]) -> None:
        self._by_alias = by_alias
        names = sorted(by_alias, key=lambda a: (-len(a), a))
        pattern = "|".join(r"\s+".join(map(regex.escape, name.split())) for name in names)
        self._pattern = regex.compile(rf"(?<!\w)(?:{pattern})(?!\w)", regex.IGNORECASE)

    def find(self, text: str) -> list[tuple[int, int, NameForm]]:
        """Return offsets and form of each occurrence, in order."""
        found = []
        for match in self._pattern.finditer(text):
            form = self._by_alias.get(" ".join(match[0].split()).casefold())
            if form is not None and _is_written_so(text, match.start(), match[0], form):
                found.append((match.start(), match.end(), form))
        return found


def _is_written_so(text: str, start: int, words: str, form: NameForm) -> bool:
    """Tell whether an occurrence is the name: capitals as in names, or a description behind "the"."""
    if words[:1].isupper() and (words.split()[-1][:1].isupper()):
        return True
    before = text[max(0, start - 5) : start].lower()
    return before.endswith(("the ", "the\n")) or " " in words and form.kind == "description"


def _read(text: str) -> NameForm:
    words = text.split()
    if not all(
        w[:1].isupper() for w in words if w.lower() not in ("of", "the", "and", "de", "la", "van", "von", "with")
    ):
        return NameForm(text, "description", tuple(text.casefold().split()))
    reader = FormReader(Usage(Counter(dict.fromkeys(words, 9)), Counter()))
    forms = reader.forms(" ".join(words), False)
    if len(forms) == 1 and forms[0][0] == 0 and forms[0][1] == len(" ".join(words)):
        return forms[0][2]
    return NameForm(text, "description", tuple(text.casefold().split()))


def _pairs(speakers: Speakers | None) -> list[tuple[str, tuple[str, ...]]]:
    if speakers is None:
        return []
    if isinstance(speakers, Mapping):
        return [
            (name, (aliases,) if isinstance(aliases, str) else tuple(aliases)) for name, aliases in speakers.items()
        ]
    if isinstance(speakers, str):
        return [(speakers, ())]
    return [(name, ()) for name in _each(speakers)]


def _each(speakers: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(speakers)
