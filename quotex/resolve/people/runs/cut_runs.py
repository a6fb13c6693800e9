"""Cut one run of capitalised words into the pieces that can be names, and trim what is large for other reasons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import (
    affiliations,
    folded,
    given_names,
    not_names,
    particles,
    places,
    small_affiliations,
    titles,
)
from quotex.lexicon.nouns import head_of, is_role
from quotex.resolve.people.name_form import bare
from quotex.resolve.people.runs.usage import Usage

Token = tuple[int, int, str]
JOINERS = frozenset({"of", "for", "on", "to", "the", "and", "&"})
_MOST_BEFORE_BODY = 3  # words in a run before the name of a known body
_FIRM = frozenset(("co", "corp", "inc", "limited", "llc", "ltd", "plc"))
_LONGEST_TRADE = 5  # words from "and" to the end of a firm's name
_INITIALS = ("A.", "I.")  # which are words too
_SHORT = 2  # letters of "Oh" and "Ah"
_SYLLABLE = 5  # letters of one at most: "Kyung-wha"
_SHORTEST_SHOUT, _LONGEST_SHOUT = 6, 40  # letters; no two common words are longer together
_COMPASS = frozenset({"north", "south", "east", "west"})
_WITHIN = frozenset({"place", "direction", "website", "part of a book", "deity", "feast", "prize", "exclamation"})


def names_many(low: str) -> bool:
    """Tell whether a word is a noun for people in the plural ("mothers", "ohioans")."""
    return head_of(low)[1] or low.endswith("ans") and len(low) > _SHORTEST_SHOUT


class RunCutter:
    """Cuts runs into pieces, given how the document writes its words."""

    def __init__(self, usage: Usage) -> None:
        self._large, self._small, self.revived, self._pairs, self._alone, self._family = usage
        self._common = load_words("common_words")

    def pieces(self, tokens: list[Token]) -> list[list[Token]]:
        """Cut a run at joining words that join no name, and at words that are no name."""
        for at in range(min(len(tokens) - 1, _MOST_BEFORE_BODY)):
            if " ".join(token[2] for token in tokens[at:]).casefold() in folded("organization_names"):
                return [*(self.pieces(tokens[:at]) if at else []), tokens[at:]]  # "on Monday Transport for London"
        pieces: list[list[Token]] = [[]]
        for index, token in enumerate(tokens):
            word = token[2]
            current = pieces[-1]
            if word in JOINERS:
                if current and (self._joins(current, word) or word == "and" and self._is_firm(tokens, index, current)):
                    current.append(token)
                else:
                    pieces.append([])
            elif self.cuts(tokens, index, current):
                pieces.append([])
            else:
                current.append(token)
        return [piece for piece in pieces if piece]

    def _joins(self, current: list[Token], word: str) -> bool:
        words = [bare(t[2]) for t in current]
        if word == "of" and current and len(current) > 1 and (current[-1][2] in self.revived or words[0] in titles()):
            return False  # "Huw Church of Dyfed-Powys Police"
        if word == "&" or words[-1] in JOINERS or word == "the" and "to" in words:
            return True
        if word == "and":
            listed = any(t[2].endswith(",") for t in current)  # "Department for Culture, Media and Sport"
            of = "of" in words or (listed and "for" in words)
            return len(words) > 2 and of and words[0] in folded("organization_words")
        if any(w in folded("organization_words") for w in words):
            return word in ("of", "for", "on", "to")
        if word == "for" and names_many(words[-1]):
            return True  # "Citizens for Clean Air"
        title = titles().get(words[-1])
        return word == "of" and title is not None and title[2] in ("noble", "office", "clergy")

    def _is_firm(self, tokens: list[Token], index: int, current: list[Token]) -> bool:
        """Tell whether "and" joins what a firm makes: "Lund Pumps and Motors Ltd"."""
        if bare(tokens[-1][2]) not in _FIRM or not index + 2 < len(tokens) <= index + _LONGEST_TRADE:
            return False
        trade = bare(tokens[index + 1][2])
        return (trade in self._common or trade.endswith("s")) and bare(current[0][2]) not in given_names()

    def cuts(self, tokens: list[Token], index: int, current: list[Token]) -> bool:
        """Tell whether a word is no part of a name ("Tuesday", "Oh", "I")."""
        word = tokens[index][2]
        low = bare(word)
        if "-" in word and self._is_compound(word, current):
            return True
        if word in self.revived and word not in ("I", "A") or self._is_pair(tokens, index):
            return False
        if not current and places().get(low) in ("capital", "country") and index + 1 < len(tokens):
            return bare(tokens[index + 1][2]) in given_names()
        if word in _INITIALS:
            return not self._is_initial(tokens, index, current)
        if word not in not_names() and word not in ("I", "A") or word in self.revived:
            return False
        if word in ("I", "A"):
            return True
        return not self._belongs(tokens, index, current)

    def _is_initial(self, tokens: list[Token], index: int, current: list[Token]) -> bool:
        """Tell whether "A." is the initial of a name ("A. Lund") and no end of a sentence: «Plan A. Then it rained»."""
        behind = tokens[index + 1][2] if index + 1 < len(tokens) else ""
        if not behind or behind in not_names() or bare(behind) in load_words("opening_words"):
            return False
        fuller = index + 2 < len(tokens) and bare(behind) in given_names()  # «she and I. Ana Ruiz left»
        other = fuller or self.is_common(behind, bare(behind)) or head_of(bare(behind))[0] is not None
        return bool(current) or not other

    def _is_compound(self, word: str, current: list[Token]) -> bool:
        """Tell whether a word with a hyphen is no name: "Trump-backed", "T-shirt"; but "Ki-moon", "Kim So-young"."""
        if word[1:2] == "-" and word[0] in "DRI" and word[2:3].isupper():
            return True  # party and state behind the name of a member of the US Congress: (D-Ohio)
        head, _, tail = word.rpartition("-")
        if len(head) == 1 and tail in self._common:
            return True
        if not head or not tail.islower():
            return False
        if tail.endswith(("ed", "ing")) or tail in load_words("compound_tails"):
            return True
        return head.casefold() in self._common and not self._is_surname(current)

    def _belongs(self, tokens: list[Token], index: int, current: list[Token]) -> bool:
        """Tell whether a word that names nobody is part of a name here."""
        word = tokens[index][2]
        low, behind = bare(word), tokens[index + 1][2] if index + 1 < len(tokens) else ""
        if behind and not current and word in _within() and self._ends_body(tokens):
            return True  # "Lake Erie Barge Company"
        if low in titles():
            return behind != "" or bool(current)
        if behind and current and len(low) == _SHORT:
            return True  # "Noelani Ah Chong": nobody cries within a name
        if behind and current and low in load_words("dates") and not low.endswith("day"):
            return behind not in not_names()  # no date stands within "Birna Mar Hall"
        if behind and self._goes_with(word, low, behind, current):
            return True
        if current and low in folded("organization_words"):
            return True
        if (
            len(current) > 1
            and current[-1][2] in ("of", "for")
            and bare(current[-2][2]) in folded("organization_words")
        ):
            return True  # "Institute for Road Studies"
        return bool(current) and word in ("National", "Republican", "Democratic") or self._in_body(tokens, index)

    def _goes_with(self, word: str, low: str, behind: str, current: list[Token]) -> bool:
        """Tell whether a word and the one behind it make a name: "Western Ridge", "Siam | Ocean Pack"."""
        after = bare(behind)
        if word in affiliations() or behind in affiliations() or f"{low} {after}" in places():
            return True
        if (current and word in _within() or low.endswith("ern")) and behind not in not_names():
            return True
        return low in given_names() and after not in titles() and after not in given_names()

    def _is_surname(self, current: list[Token]) -> bool:
        """Tell whether what stands before a word can be a surname: one word that is neither a title nor common."""
        word = current[-1][2] if len(current) == 1 else ""
        low = bare(word)
        known = word in not_names() or low in titles() or low in self._common
        return word in self.revived or word != "" and not known

    def _is_pair(self, tokens: list[Token], index: int) -> bool:
        """Tell whether a pronoun and the word behind it are one name."""
        return index + 1 < len(tokens) and (tokens[index][2], tokens[index + 1][2]) in self._pairs

    def _ends_body(self, tokens: list[Token]) -> bool:
        """Tell whether a run of names without joining words ends in a word for a body."""
        words = [bare(token[2]) for token in tokens]
        return len(words) > 2 and words[-1] in folded("organization_words") and JOINERS.isdisjoint(words)

    def _in_body(self, tokens: list[Token], index: int) -> bool:
        """Tell whether a body is named from this word on ("Republican National Committee")."""
        return any(_heads_body(bare(token[2])) for token in tokens[index + 1 : index + 4])

    def without_opening(self, piece: list[Token]) -> list[Token]:
        """Drop the words at the start of a sentence that are large for that reason alone."""
        while piece:
            word = piece[0][2]
            low = bare(word)
            if len(piece) > 1:
                if word in _INITIALS or piece[1][2] == "&" or opens_with_title([token[2] for token in piece]):
                    return piece
                if low in titles() or low in given_names() and low not in load_words("opening_words"):
                    return piece
                if _is_epithet(low) and len(piece) > 2 and bare(piece[1][2]) in given_names():
                    piece = piece[1:]
                    continue
                if low in particles() and not self._small[low] and not self._is_known(piece[1][2]):
                    return piece  # "De Clerk argues"
                if word in self.revived or self._is_pair(piece, 0):
                    return piece
                if _is_two_syllables(piece[1][2]) and low not in load_words("opening_words") and not is_role(low):
                    return piece  # "Moon Jae-in"
                whole = " ".join(t[2] for t in piece).casefold()
                if whole in folded("organization_names") or whole in places():
                    return piece
                if bare(piece[1][2]) in folded("organization_words") and low not in load_words("opening_words"):
                    return piece
                if low in folded("organization_words") and piece[1][2] in ("of", "for", "to"):
                    return piece
                if word in affiliations() or piece[1][2] in affiliations() and low in _COMPASS:
                    return piece
                if f"{low} {bare(piece[1][2])}" in places():
                    return piece
            body = len(piece) > 2 and bare(piece[-1][2]) in folded("organization_words")
            if (
                not self.is_common(word, low)
                or body
                and low not in load_words("opening_words")
                and not low.endswith(("ly", "day"))
            ):
                return piece
            piece = piece[1:]
            while piece and piece[0][2] in JOINERS:
                piece = piece[1:]
        return piece

    def _is_known(self, word: str) -> bool:
        """Tell whether a word means something without a particle before it."""
        low = bare(word)
        return low in self._common or low in titles() or word in not_names() or low in folded("organization_words")

    def is_common(self, word: str, low: str) -> bool:
        """Tell whether a word at sentence start is likely no name."""
        if word in self.revived or low in self._family:  # «Dad laughed», with no article
            return False
        if low in load_words("opening_words") or word in not_names():
            return True
        if word.isupper() and _is_shouted(low):
            return True
        large, small = self._large[word], self._small[low]
        if titles().get(low, ("", "", ""))[2] == "kin":
            return small > 0 and large <= 2 * small
        if low in self._common or small:
            if low in given_names() and small == 0:
                return False
            return large < 2 or large <= 2 * small
        return False

    def without_ends(self, piece: list[Token]) -> list[Token]:
        """Drop an article before, and words at both ends that are no part of a name."""
        while piece and (piece[0][2] in ("The", "A", "An") or piece[0][2] in JOINERS):
            piece = piece[1:]
        while len(piece) > 1 and self._is_trailing(piece):
            piece = piece[:-1]
            while piece and piece[-1][2] in JOINERS:
                piece = piece[:-1]
        if (
            len(piece) > 1
            and piece[0][2] not in self.revived
            and not opens_with_title([token[2] for token in piece])
            and bare(piece[-1][2]) not in folded("organization_words")
        ):
            first, second = bare(piece[0][2]), bare(piece[1][2])
            mark = first in self._common and not self._keeps(first) and not self._is_pair(piece, 0)
            if second in given_names() and mark:
                piece = piece[1:]
        return piece

    def _keeps(self, low: str) -> bool:
        return (
            low in titles()
            or low in given_names()
            or is_role(low)
            or low in folded("organization_words")
            or low in small_affiliations()
            or low in self._alone
        )

    def _is_trailing(self, piece: list[Token]) -> bool:
        """Tell whether the last word only looks like part of a name ("Donald Trump Says")."""
        word = piece[-1][2]
        low = bare(word)
        if word in self.revived or any(token[2] == "&" for token in piece):
            return False
        if low in load_words("opening_words"):
            shouted = word.isupper() and piece[0][2].isupper()
            return not shouted and word != "May"
        if (
            len(piece) < 3
            or len(low) < 3
            or piece[-2][2].islower()
            or len(bare(piece[-2][2])) == 1  # "Mr J. Moss"
            or self._keeps(low)
            or low in load_words("place_words")
            or low in words_of("suffix")
        ):
            return False
        first = bare(piece[0][2])
        return (
            (low in self._common or self._small[low] > 0)
            and self._large[word] < 2 <= self._large[piece[-2][2]]
            and (first in given_names() or first in titles())
        )


def opens_with_title(words: Sequence[str]) -> bool:
    """Tell whether a title of two words opens a name: "Tan Sri Lim"."""
    return " ".join(map(bare, words[:2])) in titles()


def _heads_body(low: str) -> bool:
    """Tell whether a word can be the head of the name of a body: "Council", "Panel"."""
    head, plural = head_of(low)
    return low in folded("organization_words") or head is not None and head.type == "organization" and not plural


def _is_two_syllables(word: str) -> bool:
    """Tell whether a word has the form of a Korean or Chinese given name."""
    head, hyphen, tail = word.partition("-")
    return hyphen != "" and tail.islower() and max(len(head), len(tail)) <= _SYLLABLE


@cache
def _within() -> frozenset[str]:
    """Return the words that name nobody alone but stand within names: "Siam Ocean Pack", "Ada Mercy Obi"."""
    return frozenset(word for word, kind in load_table("not_names") if kind in _WITHIN)


def _is_epithet(low: str) -> bool:
    """Tell whether a word has the form of an adjective that a tabloid opens with: "Bungling Lee Hall"."""
    return len(low) >= _SHORTEST_SHOUT and low.endswith(("ed", "ful", "ing", "less", "ous", "broken"))


def _is_shouted(low: str) -> bool:
    """Tell whether a word in capitals is an adjective that a tabloid opens with: "HEARTBROKEN Ann Bell"."""
    if not _SHORTEST_SHOUT <= len(low) <= _LONGEST_SHOUT or low in given_names():
        return False
    if low.endswith(("ed", "ing", "ous", "less")):
        return True
    common = load_words("common_words")
    return any(low[:cut] in common and low[cut:] in common for cut in range(4, len(low) - 3))
