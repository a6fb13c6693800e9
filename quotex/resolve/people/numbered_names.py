"""Names with a number: "Unit 7", "Agent 12"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quotex.lexicon import load_words
from quotex.patterns import pattern
from quotex.resolve.people.name_form import NameForm, bare

if TYPE_CHECKING:
    from quotex.resolve.people.mentions import WrittenName

_NUMBER = pattern(r"\s(?P<number>[1-9]\d{0,3}+)(?![\w%°:]|[.,]\d|\s\p{Ll}{1,20}s\b)")
_FEWEST = 2  # times that the name has its number
_SHARE = 0.5  # of the mentions of the word


def take_numbers(text: str, names: Iterable[WrittenName]) -> None:
    """Make the number behind a name part of it, where the story says it again and again; the names are changed.

    >>> from quotex.read.document import Document
    >>> from quotex.resolve.people.mentions import find_names
    >>> story = "“Go,” whispered Unit 7. She shut her eyes. “No,” he muttered, and Unit 7 sighed."
    >>> [name.form.text for name in find_names(Document(story))]
    ['Unit 7', 'Unit 7']
    """
    numbered = defaultdict(list)
    mentions: Counter[str] = Counter()
    for name in names:
        mentions[name.form.key] += 1
        found = _NUMBER.match(text, name.end) if _may_have_number(name.form) else None
        if found:
            numbered[name.form.key].append((name, found))
    for key, places in numbered.items():
        if len(places) >= _FEWEST and len(places) >= _SHARE * mentions[key]:
            forms: dict[str, NameForm] = {}
            for name, found in places:
                number = found["number"]
                words = (*name.form.words, number)
                forms.setdefault(number, NameForm(f"{name.form.text} {number}", "person", words))
                name.end, name.form = found.end(), forms[number]


def _may_have_number(form: NameForm) -> bool:
    dated = bare(form.text) in load_words("dates")
    return form.kind == "person" and len(form.words) == 1 and not form.title and not dated
