"""Read the words of one piece of a run as a name: a place, a body, or a person with title, office and suffix."""

from __future__ import annotations

from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import affiliations, folded, given_names, not_names, places, titles
from quotex.lexicon.nouns import family_words, head_of, is_role, noun_gender
from quotex.lexicon.posts import holds_no_name
from quotex.patterns import pattern
from quotex.resolve.people.name_form import NameForm, bare
from quotex.resolve.people.runs.cut_runs import JOINERS, RunCutter, Token, names_many, opens_with_title
from quotex.resolve.people.word_names import is_letters

_FEWEST_BEHIND = 2
_OF_JUDGE = 2  # words of a surname with the letters of a court: "Ruiz LJ"
_LONGEST_PLACE = 3  # words of the place of an office
_FEWEST_WITH_GRADE = 3  # words of a grade and a name
_ROMAN = pattern(r"[IVXL]{1,7}\.?")


class PieceReader(RunCutter):
    """Reads the pieces of runs, given how the document writes its words."""

    def read_piece(self, piece: list[Token], at_start: bool) -> NameForm | None:
        words = [t[2] for t in piece]
        whole = " ".join(words)
        low = [bare(w) for w in words]
        if len(words) == 1 and words[0] in self.revived:
            return self._single(words[0], low[0], at_start)
        small = whole.casefold()
        if small in places() or small.rstrip(".") in places():
            kind = places().get(small) or places()[small.rstrip(".")]
            if kind in ("city", "state") and low[0] in given_names() and len(low) == 1:
                return NameForm(whole, "person", tuple(low), place=kind)
            return NameForm(whole, "place", tuple(low), place=kind)
        if small in folded("organization_names"):
            return NameForm(whole, "organization", tuple(low))
        if len(words) == 1:
            return self._single(words[0], low[0], at_start)
        firm = at_start and _is_kind_of_firm(low[0])
        if firm and low[1] not in JOINERS and low[1] not in folded("organization_words"):
            return self.read_piece(piece[1:], False)  # "Chipmaker Norvel Systems"
        if self._is_body(words, low):
            return NameForm(whole, "organization", tuple(low))
        return self._person(words, low)

    def _single(self, word: str, low: str, at_start: bool) -> NameForm | None:
        if low in titles() and word not in self.revived:
            foreign = low in ("mademoiselle", "madame", "monsieur")
            kin = titles()[low][2] == "kin" and not self.is_common(word, low)
            styled = titles()[low][2] == "style" and not foreign
            if word.endswith(".") or styled or not kin and (at_start or self._large[word] < 2):
                return None
            kind = "person" if titles()[low][2] == "kin" else "title"
            return NameForm(word, kind, (low,), title=titles()[low] if kind == "title" else ("", titles()[low][1], ""))
        if (
            word in not_names()
            and word not in self.revived
            or word in affiliations()
            and word not in self.revived
            or len(low) < 2
            and word[-1] != "."
        ):
            return None
        if low.endswith("s") and word[:-1] in affiliations() or _ROMAN.fullmatch(word):
            return None
        if word.isupper() or "." in word:
            return self._capitals(word, low)
        if low in self._family:
            return NameForm(word, "person", (low,), title=("", noun_gender(family_words()[low]) or "-", ""))
        if word not in self.revived and (
            low in load_words("opening_words")
            or (low in self._common or self._small[low] > 2)
            and self._large[word] <= 0.3 * self._small[low]
        ):
            return None
        if word not in self.revived:
            if low in self._common and self._large[word] < 2 and low not in given_names():
                return None
            if low in folded("organization_words") and self._large[word] < 2:
                return None
        return NameForm(word, "person", (low,))

    def _capitals(self, word: str, low: str) -> NameForm | None:
        """Read a word in capitals: an acronym, or a name in a transcript."""
        if self._small[low] or low in self._common:
            return None
        titled = word.capitalize()
        if self._large[titled] or low in given_names() or len(word) > 6:
            return NameForm(titled if self._large[titled] else word, "person", (low,))
        if len(low) < 2 or "." in word and len(low) < 3:
            return None
        return NameForm(word, "organization", (low,))

    def _is_body(self, words: list[str], low: list[str]) -> bool:
        """Tell whether the words name a body ("Ministry of Defence", "Washington Post")."""
        bodies = folded("organization_words")
        if "&" in words[1:-1] or "for" in low[1:-1] and names_many(low[low.index("for") - 1]):
            return True  # "Mothers for Clean Air"
        if low[0] in titles() and titles()[low[0]][2] in ("style", "noble", "rank") or words[-1] in self.revived:
            return False
        joined = next((index for index, word in enumerate(low[1:], 1) if word in ("of", "for", "on", "to")), len(low))
        head = low[joined - 1]
        if joined < len(low) and low[joined] == "of" and head in titles():
            return False
        return head in bodies or low[-1] in bodies or words[-1].isupper() and low[0] in bodies

    def _person(self, words: list[str], low: list[str]) -> NameForm | None:
        """Read several words as a person's name, or the office of one ("Secretary of State")."""
        if len(low) == _OF_JUDGE and words[-1] in load_words("judges") and low[0] not in titles():
            return NameForm(" ".join(words), "person", (low[0],), title=("justice", "-", "profession"))
        if len(low) > 2 and words[-1].rstrip(".") in load_words("postnominals"):
            words, low = words[:-1], low[:-1]
        cut = 0 if holds_no_name(" ".join(words)) else self._prefix(words, low)
        first = titles().get(low[0], ("", "-", ""))
        if "of" in low[1:-1] and not cut and first[2] == "office":
            return NameForm(" ".join(words), "title", tuple(low), title=first)
        suffix = ""
        if low[-1].strip(",") in words_of("suffix") and len(low) > 2:
            suffix = low[-1]
            words, low = [*words[:-2], words[-2].rstrip(",")], [*low[:-2], low[-2].rstrip(",")]
            cut = min(cut, len(low) - 1)
        title, shown = _title(words, low, cut)
        names = tuple(low[cut:])
        told = words[cut] in self.revived if len(names) > 1 else True
        told = told or tuple(words[cut : cut + 2]) in self._pairs
        if not told and names[1] in given_names() and names[0] in self._common and not self._keeps(names[0]):
            names, shown, title = names[1:], words[cut + 1 :], ("", "-", "")  # "Miss Universe Ann Bell"
        elif not cut and self._is_behind_department(names):
            names, shown = names[1:], words[1:]  # "Minister for Health Lim Boon Kiat"
        if not names or all(n in JOINERS for n in names) or not cut and _is_party(words, low):
            return None
        if "of" in low and not cut and first[2] == "noble":
            title = ("", first[1], "")  # "Duchess of Westmarch" shows a gender, but the title is part of the name
        text = " ".join(shown)
        if suffix:
            text += f" {suffix.capitalize()}." if suffix in ("jr", "sr") else f" {suffix.upper()}"
        return NameForm(text, "person", names, title=title, suffix=suffix, role=_role(words[:cut], low))

    def _is_behind_department(self, names: tuple[str, ...]) -> bool:
        """Tell whether the first of some words is what a minister is for, and a whole name stands behind it."""
        if len(names) <= _FEWEST_BEHIND or names[1] in self._common:
            return False
        ministry = names[0].endswith("s") and not self._common.isdisjoint((names[0], names[0][:-1]))
        initial = len(names[1]) == 1 and names[1].isascii()  # "Forests K. Achu"
        return names[0] in load_words("departments") or ministry and initial and names[0] not in given_names()

    def _behind_place(self, low: list[str], at: int) -> int:
        """Return where a name begins behind an office of a place ("Mayor of London Ann Bell"), or 0."""
        for length in (2, 1):
            if " ".join(low[at : at + length]) in places() and len(low) > at + length:
                return at + length
        return 0

    @staticmethod
    def _tells_who(low: list[str], index: int) -> bool:
        """Tell whether a word before a whole name is a noun for a person: "Bystander Ana Ruiz", not "Domestic Services
        Manual"."""
        word, kinds = low[index], noun_classes()
        thing = kinds.get(low[-1], "p") != "p"
        person = kinds.get(word) == "p" or low[index + 1] in given_names() and _is_person(word)
        return person and index + 2 < len(low) and word not in given_names() and not thing

    def _prefix(self, words: list[str], low: list[str]) -> int:
        """Return how many words before the name are titles, offices and what goes with them."""
        if "of" in low:
            of = low.index("of")
            if of and low[of - 1] in titles() and of + 1 < len(low):
                if low[of + 1] in load_words("departments") and len(low) > of + 2:
                    return of + 2
                return self._behind_place(low, of + 1) or _behind_second_title(low, of + 2)
        if len(low) > 2 and opens_with_title(words):
            return 2
        cut = 0
        if len(low) > 2 and is_letters(words[0]) and not words[1].isupper() and low[0] not in given_names():
            cut = 1
        for index in range(cut, len(low) - 1):
            known = low[index] in titles() or is_role(low[index]) or index == cut and self._tells_who(low, index)
            if words[index] in self.revived or low[index] in ("st", "saint") or _is_initial(low, index):
                known = False  # part of the name
            if (
                index
                and low[index - 1] in titles()
                and low[index] in given_names()
                and index + 2 < len(low)
                and titles().get(low[index], ("", "", ""))[2] == "noble"
            ):
                known = False  # "Gov. Earl Ray Ashdown"
            if (
                known
                and (not cut or index - cut < 6)
                and not (
                    index
                    and cut == 0
                    and low[index - 1] in given_names()
                    and low[index - 1] not in places()
                    and not words[index].endswith(".")
                )
                or (words[index] in affiliations() or low[index] in ("south", "north"))
                and index == cut
                and index + 1 < len(low)
            ):
                cut = index + 1
        return cut + _length_of_grade(low[cut:]) if cut else 0


def _is_initial(low: list[str], index: int) -> bool:
    """Tell whether a word is an initial, not "M." for Monsieur: as in "J. M. Bell"."""
    return len(low[index]) == 1 and (index > 0 or len(low[1]) == 1)


def _is_person(word: str) -> bool:
    """Tell whether a word is a noun for one person: "signalman"."""
    head, plural = head_of(word)
    return head is not None and head.type == "person" and not plural


def _is_kind_of_firm(low: str) -> bool:
    """Tell whether a word tells what a firm does: "chipmaker", "retailer", "insurer"."""
    head, plural = head_of(low)
    return head is not None and not plural and head.type == "organization" and low.endswith(("er", "or", "line"))


def _behind_second_title(low: list[str], start: int) -> int:
    """Return where a name begins behind a place and a second title: "Mayor of Port Avon Councillor Ann Bell", or 0."""
    stop = min(start + _LONGEST_PLACE, len(low) - 1)
    return next((at + 1 for at in range(start, stop) if low[at] in titles()), 0)


def _length_of_grade(low: list[str]) -> int:
    """Return how many words of a grade stand between an office and a name: "Officer Grade II Ann Bell"."""
    if len(low) < _FEWEST_WITH_GRADE:
        return 0
    graded = low[0] in words_of("grade") and (low[1] in words_of("step") or _ROMAN.fullmatch(low[1].upper()))
    return 2 if graded or low[1] == "class" and low[0] in words_of("step") else 0


def _title(words: list[str], low: list[str], cut: int) -> tuple[tuple[str, str, str], list[str]]:
    """Return the title among the first `cut` words, and the words that are printed."""
    if cut > 1 and opens_with_title(words):
        return titles()[" ".join(low[:2])], words[cut:]
    place = next((index for index in reversed(range(cut)) if low[index] in titles()), -1)
    if place < 0:
        return ("", "-", ""), words[cut:]
    printed = [words[place], *words[cut:]] if place == cut - 1 else words[cut:]
    return titles()[low[place]], printed


def _role(words: list[str], low: list[str]) -> str:
    """Return the words before a name that tell its office."""
    kept = [
        w for w, small in zip(words, low, strict=False) if titles().get(small, ("", "", ""))[2] not in ("style", "kin")
    ]
    return " ".join(kept)


def _is_party(words: list[str], low: list[str]) -> bool:
    """Tell whether the words name no person but a people or a party's member ("Texas Republican")."""
    if words[-1] in affiliations() and (low[0] in places() or " ".join(low[:2]) in places()):
        return True
    return all(w in affiliations() or w in not_names() for w in words)
