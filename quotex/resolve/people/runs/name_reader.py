"""Read one run of capitalised words as the names that it holds; a headline is read with the names of the text."""

from __future__ import annotations

from quotex.lexicon import load_words
from quotex.lexicon.names import affiliations, folded, given_names, not_names, places, titles
from quotex.lexicon.nouns import is_role
from quotex.patterns import pattern
from quotex.resolve.people.name_form import NameForm, bare
from quotex.resolve.people.runs.cut_runs import JOINERS, Token
from quotex.resolve.people.runs.piece_reader import PieceReader
from quotex.resolve.people.runs.usage import Usage

_WORD = pattern(r"\S+")
_OPENING = "“‘\"'("
_CLOSING = "”’\"')"
_FEWEST_BEFORE_OF = 2  # words; "the Gulf of Aden" is a place
_FEWEST_OF_BODY = 3  # words of a body that begins with a title


class FormReader(PieceReader):
    """Reads runs as name forms; each distinct run is read once."""

    def __init__(self, usage: Usage) -> None:
        super().__init__(usage)
        self._known: dict[tuple[str, bool, bool], list[tuple[int, int, NameForm]]] = {}
        self._by_words: dict[tuple[str, ...], NameForm] = {}

    def forms(self, run: str, at_start: bool, article: bool = False) -> list[tuple[int, int, NameForm]]:
        """Return the forms in a run with their offsets in it; each distinct run is read once.

        Args:
            run: The run.
            at_start: Whether a sentence begins with it.
            article: Whether "the" stands before it, in a report: "the Royal Guild of Family Doctors" is one body.
        """
        found = self._known.get((run, at_start, article))
        if found is None:
            body = self._read_body(run) if article and " " in run else None
            found = self._known[run, at_start, article] = body or self._read(run, at_start)
            for _, _, form in found:
                self._by_words.setdefault(form.words, form)
        return found

    def _read_body(self, run: str) -> list[tuple[int, int, NameForm]]:
        """Read a run with an article before it as one body where "of", "and" or a title could part it."""
        tokens = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(run)]
        tokens = tokens[1:] if tokens[0][2] == "The" else tokens
        words = [token[2] for token in tokens]
        low = [bare(word) for word in words]
        whole = self._is_body_with_of(words, low) if "of" in low else _is_body_of_words(words, low)
        return [(tokens[0][0], tokens[-1][1], NameForm(" ".join(words), "organization", tuple(low)))] if whole else []

    def _is_body_with_of(self, words: list[str], low: list[str]) -> bool:
        """Tell whether words with "of" name a body: neither a title nor a known place."""
        of = low.index("of")
        if of < _FEWEST_BEFORE_OF or any(word in titles() or is_role(word) for word in low[:of]):
            return False
        named = any(word in not_names() or word in self.revived for word in words)
        return not named and low[of - 1] not in JOINERS

    def is_unseen(self, run: str) -> bool:
        """Tell whether a run is one word that the text writes large at sentence starts alone, and no given name."""
        return (
            " " not in run
            and not self._large[run]
            and not run.isupper()
            and bare(run) not in given_names()
            and (bare(run) not in places())
        )

    def known_forms(self, run: str) -> list[tuple[int, int, NameForm]]:
        """Return the forms in a run of a headline: only what the running text names too.

        A given name before a surname of the text is read with it, since the text may not give it again.
        """
        tokens = [(m.start(), m.end(), bare(m[0].rstrip(".,"))) for m in _WORD.finditer(run)]
        found: list[tuple[int, int, NameForm]] = []
        place = 0
        while place < len(tokens):
            for length in range(min(5, len(tokens) - place), 0, -1):
                chosen = tokens[place : place + length]
                form = self._by_words.get(tuple(t[2] for t in chosen))
                if form is not None and form.kind != "title":
                    taken = found[-1][1] if found else 0
                    full = self._with_given(run, tokens[place - 1 : place + 1]) if length == 1 and place else None
                    if full is not None and full[0] >= taken:
                        found.append(full)
                    else:
                        found.append((chosen[0][0], chosen[-1][1], form))
                    place += length - 1
                    break
            place += 1
        return found

    def _with_given(self, run: str, tokens: list[Token]) -> tuple[int, int, NameForm] | None:
        """Return the full name that a given name of a headline makes with the surname behind it, or None."""
        (start, given_end, given), (_, end, _) = tokens
        first = run[start:given_end].rstrip(".,")
        known = given in given_names() and given not in load_words("common_words") and not first.isupper()
        if not known or first in not_names() or first != run[start:given_end]:
            return None
        form = self.read_piece([(start, given_end, first), (given_end + 1, end, run[given_end + 1 : end])], False)
        return (start, end, form) if form is not None and form.kind == "person" else None

    def _read_word(self, word: str, at_start: bool) -> list[tuple[int, int, NameForm]]:
        """Read a run of one word, the most frequent kind."""
        low = bare(word)
        if low in load_words("opening_words") and not word.isupper() and word not in self.revived:
            return []
        token = (0, len(word), word)
        if self.cuts([token], 0, []) or at_start and self.is_common(word, low):
            return []
        form = self.read_piece([token], at_start)
        return [] if form is None else [(0, len(word), form)]

    def _read(self, run: str, at_start: bool) -> list[tuple[int, int, NameForm]]:
        if not (" " in run or "\n" in run or "\t" in run or "\xa0" in run):
            return self._read_word(run, at_start)
        tokens = [(m.start(), m.end(), m[0]) for m in _WORD.finditer(run)]
        if len(tokens) == 2 and tokens[0][2] == "The" and not at_start:
            body = bare(tokens[1][2])  # "The" within a sentence: a paper ("told The Harbourman")
            return [(tokens[1][0], len(run), NameForm(tokens[1][2], "organization", ("the", body)))]
        tokens, nickname = _apart(tokens)
        found = []
        first = True
        for piece in self.pieces(tokens):
            while piece and piece[-1][2] in JOINERS:
                piece.pop()
            start = at_start and first
            if start:
                piece = self.without_opening(piece)
            first = False
            piece = self.without_ends(piece)
            form = self.read_piece(piece, start) if piece else None
            if form is not None:
                end = piece[-1][1]
                if nickname and form.kind == "person" and piece[0][0] < nickname[0][0] < end:
                    form.nickname = " ".join(token[2] for token in nickname)
                found.append((piece[0][0], end, form))
        return found


def _apart(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return the tokens of a run without a nickname in marks, and that nickname."""
    opens = next((i for i, token in enumerate(tokens) if token[2][0] in _OPENING), -1)
    if opens < 1:
        return tokens, []
    closes = next((i for i in range(opens, len(tokens)) if tokens[i][2].rstrip(",")[-1] in _CLOSING), opens)
    return tokens[:opens] + tokens[closes + 1 :], tokens[opens : closes + 1]


def _is_body_of_words(words: list[str], low: list[str]) -> bool:
    """Tell whether a body's name begins with a title or holds "and": "General Services Administration"."""
    if len(words) < _FEWEST_OF_BODY or low[-1] not in folded("organization_words"):
        return False
    if low[0] in titles() and not words[0].endswith("."):
        return low[1] not in given_names() and "and" not in low
    return "and" in low and not any(map(_stands_alone, words[: low.index("and")]))


def _stands_alone(word: str) -> bool:
    """Tell whether a word before "and" is or ends a name of its own: "the FBI and Justice Department"."""
    low = bare(word)
    return (
        word.isupper()
        or low in folded("organization_words")
        or low in folded("organization_names")
        or low in places()
        or low in given_names()
        or low in titles()
        or word in affiliations()
    )
