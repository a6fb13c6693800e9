"""Who "his wife" or "her mother" is, where the text tells: by an apposition, or by title and surname."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from quotex.detect.genre import SHORT
from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import titles, titles_for
from quotex.lexicon.nouns import family_words, kin_titles, noun_gender
from quotex.patterns import pattern
from quotex.resolve.people.name_form import bare
from quotex.resolve.story.narration import Narration, Seen

if TYPE_CHECKING:
    from quotex.resolve.people.cast import Cast
    from quotex.resolve.story.turns import Turn

_OWNED = r"(?P<owner>[Hh]is|[Hh]er|[Mm]y|[Oo]ur)\s{1,4}(?:[a-z-]{2,12}\s{1,4}){0,2}(?P<head>[a-z-]{3,16})"
_BEFORE = pattern(rf"\b{_OWNED},?\s{{1,2}}$")
_BEHIND = pattern(rf",\s{{1,2}}{_OWNED}(?=[,.;:])")
_PHRASE = pattern(rf"{_OWNED}$")
_REACH = 48  # characters beside a name within which an apposition is read
_BOTH = ("female", "male")
_RECENT = 80  # mentions among which the parents of a family without a surname are looked for
_TITLED = 2  # words of a title with a surname
_FEWEST = 2  # appositions from which they tell who "his cousin" is, whoever he may be
_OWNERS = 12  # mentions back to which "his" and "her" may reach
_GENDERS = {"his": "male", "her": "female"}


# «She was his eldest sister», in a story that one of the family tells
_IS_KIN = pattern(
    r"\b(?:She|He)\s(?:was|is)\s(?P<owner>his|her)\s(?:[a-z-]{2,12}\s){0,2}(?P<head>[a-z]{5,11})(?=[.,;:])"
)
_MY_PARENT = pattern(r"\b[Mm]y\s(?P<parent>father|mother)\b")
_LONGEST_BEFORE = 600  # characters of a paragraph before such a sentence
_MINE = {"sister": "aunt", "brother": "uncle", "mother": "grandmother", "father": "grandfather"}


class Kin:
    """Finds the named person behind a relation.

    Args:
        text: The text.
        cast: Its people.
        narration: Their mentions outside quotations.
    """

    def __init__(self, text: str, cast: Cast, narration: Narration) -> None:
        self._cast = cast
        self._narration = narration
        self._surnames = [_surname(member.forms) for member in cast.entities]
        self._families: dict[str, list[int]] = defaultdict(list)
        for number, surname in enumerate(self._surnames):
            if surname:
                self._families[surname].append(number)
        self._told: dict[tuple[int | str | None, str], Counter[int]] = defaultdict(Counter)
        self._called = _called_by_family(cast, narration) if len(text) < SHORT else {}
        self._read_appositions(text)
        self._read_relations(text)

    def _read_appositions(self, text: str) -> None:
        """Learn who "her cousin Ann", "Ann, his sister," is."""
        for place, seen in enumerate(self._narration.seen):
            found = _BEFORE.search(text, max(0, seen.start - _REACH), seen.start)
            found = found or _BEHIND.match(text, seen.end, seen.end + _REACH)
            if found is None or found["head"] not in load_words("relations"):
                continue
            head, gender = found["head"], noun_gender(found["head"])
            own = self._cast.entities[seen.entity].gender
            if gender and own and gender != own:
                continue
            owner = self._owner(found["owner"].lower(), place, seen.entity)
            self._told[owner, head][seen.entity] += 1
            self._told[None, head][seen.entity] += 1

    def _read_relations(self, text: str) -> None:
        """Learn from «My father could not cook, which Ann knew. She was his eldest sister.» that "my aunt" is Ann."""
        for told in _IS_KIN.finditer(text):
            first = max(0, told.start() - _LONGEST_BEFORE)
            start = max(text.rfind("\n\n", first, told.start()), first)
            parents = {found["parent"] for found in _MY_PARENT.finditer(text, start, told.start())}
            seen = self._narration.between(start, told.start())
            own = {mention.entity for mention in seen if mention.entity < len(self._surnames)}
            fits = len(own) == len(parents) == 1 and noun_gender(min(parents, default="")) == _GENDERS[told["owner"]]
            if fits and told["head"] in _MINE:
                for owner in ("my", "our"):
                    self._told[owner, _MINE[told["head"]]][min(own)] += 1

    def named(self, owner: str, head: str, at: int, turn: Turn | None = None) -> int | None:
        """Return whom "OWNER HEAD" means at an offset, or None when the text does not tell.

        Args:
            owner: "his", "her", "my" or "our".
            head: The noun, small.
            at: Offset of the phrase.
            turn: The turn whose tag it is.
        """
        place = self._narration.back_from(at)
        if owner in ("my", "our"):
            told = _only(self._told.get((owner, head)))
            return told if told is not None else self._called.get(family_words().get(head, head))
        holder = self._holder(owner, place, turn)
        told = _only(self._told.get((holder, head)))
        if told is not None and told != holder:
            return told
        if head in words_of("spouse") and isinstance(holder, int):
            return (
                self._of_family(self._surnames[holder], holder, noun_gender(head)) if self._surnames[holder] else None
            )
        if head in self._called and self._called[head] != holder:
            return self._called[head]
        if head in words_of("parent"):
            return self._parent(holder, head, place)
        anybody = self._told.get((None, head))
        only = _only(anybody) if anybody and anybody.total() >= _FEWEST else None
        return only if only != holder else None

    def of_tag(self, words: str, turn: Turn) -> int | None:
        """Return whom a tag such as «said his wife» names, or None."""
        found = _PHRASE.match(words)
        return None if found is None else self.named(found["owner"].lower(), found["head"], turn.start, turn)

    def of_narrator(self, words: str, at: int) -> int | None:
        """Return whom "my uncle" or "our uncle" means, or None."""
        found = _PHRASE.match(words)
        own = found is not None and found["owner"].lower() in ("my", "our")
        return self.named("my", found["head"], at) if found is not None and own else None

    def owner_of(self, words: str, turn: Turn) -> int | str | None:
        """Return whose relation a tag such as «said his wife» names, or None."""
        found = _PHRASE.match(words)
        place = self._narration.back_from(turn.start)
        return None if found is None else self._holder(found["owner"].lower(), place, turn)

    def _holder(self, owner: str, place: int, turn: Turn | None) -> int | str | None:
        """Return whom "his" or "her" means: the one whom the turn calls by name, or who was named last."""
        called = self._addressed(owner, turn) if turn is not None else None
        return called if called is not None else self._owner(owner, place, None)

    @property
    def heads(self) -> list[str]:
        """The nouns behind which the text may name somebody."""
        called = {word for word, relation in family_words().items() if relation in self._called}
        return sorted(
            {head for _, head in self._told} | words_of("spouse") | words_of("parent") | self._called.keys() | called
        )

    def _addressed(self, owner: str, turn: Turn) -> int | None:
        wanted = _GENDERS.get(owner)
        fits = [v.entity for v in turn.vocatives if wanted and self._cast.entities[v.entity].gender == wanted]
        return fits[-1] if fits else None

    def _owner(self, owner: str, place: int, other_than: int | None) -> int | str | None:
        """Return the one whom "his" or "her" means before the mention with a number."""
        wanted = _GENDERS.get(owner)
        if wanted is None:
            return owner
        for seen in reversed(self._named(place, _OWNERS)):
            if seen.entity != other_than and self._cast.entities[seen.entity].gender == wanted:
                return seen.entity
        return None

    def _named(self, place: int, most: int) -> list[Seen]:
        """Return the last mentions by name before the mention with a number."""
        seen = self._narration.seen[max(0, place - most) : place]
        return [mention for mention in seen if mention.entity < len(self._surnames)]

    def _parent(self, holder: int | str | None, head: str, place: int) -> int | None:
        gender = noun_gender(head)
        if isinstance(holder, int) and self._cast.entities[holder].titles & titles_for("wife"):
            return None  # she bears her husband's name
        if isinstance(holder, int) and self._surnames[holder]:
            return self._of_family(self._surnames[holder], holder, gender)
        near = {self._surnames[seen.entity] for seen in self._named(place, _RECENT)}
        couples = [name for name in near - {""} if all(self._of_family(name, None, g) is not None for g in _BOTH)]
        return self._of_family(couples[0], holder, gender) if len(couples) == 1 else None

    def _of_family(self, surname: str, holder: int | str | None, gender: str | None) -> int | None:
        """Return the only lady or gentleman of a family besides the holder: "Mrs. Lee" before "Mrs. John Lee"."""
        wanted = titles_for("wife" if gender == "female" else "husband")
        fits = [n for n in self._families.get(surname, ()) if n != holder and self._cast.entities[n].titles & wanted]
        if len(fits) > 1:
            fits = [n for n in fits if len(self._cast.entities[n].name.split()) == _TITLED]
        return fits[0] if len(fits) == 1 else None


def _called_by_family(cast: Cast, narration: Narration) -> dict[str, int]:
    """Return whom a family calls by a relation: "my father" is Dad, "my aunt" Auntie Jo, where nobody else is.

    Of several the one counts whom the narration calls so: others have a father of their own, whom they call Pa.
    """
    told = {seen.entity for seen in narration.seen}
    found: dict[str, list[int]] = defaultdict(list)
    for number, member in enumerate(cast.entities):
        relations = {family_words().get(member.name.casefold()), *map(kin_titles().get, member.titles)}
        for relation in relations - {None}:
            found[relation or ""].append(number)
    own = {relation: [n for n in numbers if n in told] or numbers for relation, numbers in found.items()}
    return {relation: numbers[0] for relation, numbers in own.items() if len(numbers) == 1}


def _surname(forms: Counter[str]) -> str:
    """Return the surname that the forms of a name show, or ""."""
    for form, _ in forms.most_common():
        words = form.split()
        title = titles().get(bare(words[0]))
        if len(words) > 1 and (title is None or title[2] != "kin"):
            return words[-1]
    return ""


def _only(told: Counter[int] | None) -> int | None:
    """Return the one whom nearly all appositions name."""
    if not told:
        return None
    (first, count), *others = told.most_common(2)
    return first if not others or count > 3 * others[0][1] else None
