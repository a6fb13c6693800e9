"""Runs of capitalised words that a comma or a lacking one cuts wrongly, where the name of a body stands among them."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.lexicon import load_words
from quotex.lexicon.names import folded, given_names, places, titles
from quotex.lexicon.nouns import head_of, is_role
from quotex.resolve.people.name_form import bare
from quotex.resolve.people.runs.cut_runs import JOINERS
from quotex.resolve.people.runs.find_runs import Run

_MOST_PARTS = 5  # of a list
_LONGEST_PART = 2  # words
_HEADS = frozenset(("of", "for"))
_LONGEST_NAME = 3  # words of a person behind the name of a body
_FEWEST_NAME = 2


def with_lists(text: str, runs: list[Run]) -> list[Run]:
    """Put together the runs of a body that is named after a list: "the Food, Drinks and Allied Workers Union"."""
    joined: list[Run] = []
    at = 0
    while at < len(runs):
        last = _end_of_list(text, runs, at)
        start, place = runs[at][0], runs[at][3]
        if last > at and _is_body(text, start, [run[2] for run in runs[at : last + 1]]):
            end = runs[last][1]
            joined.append((start, end, text[start:end], place))
            at = last + 1
        else:
            joined.append(runs[at])
            at += 1
    return joined


def _end_of_list(text: str, runs: list[Run], at: int) -> int:
    """Return the place of the run with "and" that ends a list in commas which begins at a run; that run's own for
    none."""
    for place in range(at + 1, min(at + _MOST_PARTS, len(runs))):
        if text[runs[place - 1][1] : runs[place][0]] != ", ":
            return at
        words = runs[place][2].split()
        if "and" in words[1:-1]:
            return place
        if len(words) > _LONGEST_PART:
            return at
    return at


def _is_body(text: str, start: int, parts: list[str]) -> bool:
    """Tell whether the words of a list name one body: its head stands before them or behind them."""
    first, last = parts[0].split(), parts[-1].split()
    first = first[1:] if first[0] == "The" else first
    behind = last[last.index("and") + 1 :]
    between = [word for part in parts[1:-1] for word in part.split()] + last[: last.index("and")]
    if not first or not all(map(_is_common, between)):
        return False
    if len(first) > 2 and first[-2] in _HEADS:
        head = bare(first[-3]) in folded("organization_words") or bare(first[-3]) in load_words("roles")
        return head and _is_common(first[-1]) and not _is_known(behind[0])
    article = parts[0].startswith("The ") or text[max(0, start - 4) : start] == "the "
    if not article or len(first) > _LONGEST_PART or not all(map(_is_common, first)):
        return False
    return len(behind) > 1 and bare(behind[-1]) in folded("organization_words") and not JOINERS & set(behind)


def _is_common(word: str) -> bool:
    """Tell whether a word names nobody by itself."""
    low = bare(word)
    if _is_known(word):
        return False
    return low in load_words("common_words") | load_words("departments") or head_of(low)[0] is not None


def _is_known(word: str) -> bool:
    low = bare(word)
    return word.isupper() or low in given_names() or low in places() or low in titles()


def with_purposes(text: str, runs: list[Run]) -> list[Run]:
    """Put together the runs of a body that is named after its purpose: "the Campaign to Protect Rural Wales"."""
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        between = text[last[1] : run[0]] if last else ""
        purpose = last and between == " to " and bare(last[2].split()[-1]) in folded("organization_words")
        if last and (purpose or between == " the " and " to " in last[2]):
            joined[-1] = (last[0], run[1], text[last[0] : run[1]], last[3])
        else:
            joined.append(run)
    return joined


def without_bodies(text: str, runs: Iterable[Run]) -> list[Run]:
    """Part runs of a body or an office and a person: "in the National Assembly Ana Ruiz", "Leader of the House Ana
    Ruiz"."""
    parted: list[Run] = []
    for run in runs:
        start, end, words, place = run
        cut = _length_of_body(words.split()) if text[max(0, start - 4) : start] == "the " else 0
        cut = cut or _length_of_office(words.split())
        if cut:
            name = text.index(words.split()[cut], start + len(" ".join(words.split()[:cut])) - 1)
            if bare(words.split(None, 1)[0]) not in given_names():  # «Dean of Arts Ana Ruiz»
                parted += [(start, start + len(text[start:name].rstrip()), text[start:name].rstrip(), place)]
            run = (name, end, text[name:end], "inside")
        parted.append(run)
    return parted


def _length_of_body(words: list[str]) -> int:
    """Return how many words name a body before the name of a person; 0 for none."""
    bodies = folded("organization_words")
    heads = [index for index, word in enumerate(words) if bare(word) in bodies]
    if not heads or not heads[-1]:
        return 0
    name = words[heads[-1] + 1 :]
    if not _FEWEST_NAME <= len(name) <= _LONGEST_NAME or " ".join(name).casefold() in places():
        return 0
    return heads[-1] + 1 if not any(map(_is_no_person, name)) else 0


def _length_of_office(words: list[str]) -> int:
    """Return how many words tell an office that is not of a place before the name of a person; 0 for none."""
    of = words.index("of") if "of" in words[1:-3] else 0
    at = of + 1 + (of > 0 and words[of + 1] == "the")
    if not of or not is_role(words[of - 1]) or (bare(words[at]) in places() and "and" not in words):
        return 0
    low = [bare(word) for word in words]
    if low[at] in load_words("departments"):
        return 0  # the reader of names knows «Secretary of State»
    known = load_words("common_words") | load_words("departments") | folded("organization_words") | JOINERS
    given = next((i for i in range(at + 1, len(low) - 1) if low[i] in given_names()), 0)
    given = given or next((i for i in range(at, len(low)) if low[i] not in known and not head_of(low[i])[0]), 0)
    office = given > at and _FEWEST_NAME <= len(low) - given <= _LONGEST_NAME
    return given if office and all(word.istitle() for word in words[given:]) else 0


def _is_no_person(word: str) -> bool:
    low = bare(word)
    known = low in load_words("common_words") or low in places() or low in load_words("place_words")
    return word in JOINERS or not word.istitle() or low in titles() or (known and low not in given_names())
