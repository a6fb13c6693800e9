"""What stands in a turn and is no speech: directions, noises, notices of a chat."""

from __future__ import annotations

import regex

from quotex.detect.layout.turn import Piece
from quotex.lexicon import load_words
from quotex.patterns import pattern

_GROUP = pattern(r"\[[^\[\]]*+\]|\([^()]*+\)|(?<![\w_])_[^_]*+_(?!\w)|(?<![\w*])\*[^*\n]*+\*(?![\w*])")
_ITALIC = pattern(r"(?<![\w_])_[^_]*+_(?!\w)|(?<![\w*])\*[^*\n]*+\*(?![\w*])")
_FRONT = pattern(
    r"""\s*+(?: [*_]{0,2}\[[^\[\]]{1,200}+\][*_]{0,2} | [*_]{0,2}\([^()]{1,200}+\)[*_]{0,2} | ♪++ | >>++ )
        [.:]?\s*+(?:--\s++|—\s++)?+(?=\S)""",
    regex.VERBOSE,
)
_BACK = pattern(
    r"""(?: (?<=[.?!…"”’—–\-*_)\]])\s*+[*_]{0,2}\[[^\[\]]{1,200}+\][*_]{0,2}\.?
          | (?<=[.?!…"”’—–\-*\w])\s++[*_]{0,2}\((?:[^()]{1,120}+[.!?]|edited|\p{Ll}[\p{Ll}\s]{1,30})\)[*_]{0,2}\.?
          | \s*+♪++ | \s*+</v> ) \s*+$""",
    regex.VERBOSE,
)
_REACTIONS = pattern(r"(?::[\w+-]{1,40}:\s*+\d*+\s*+)++")
_SIGN = pattern(r"[\u200e\u200f\u202a-\u202e]")
_RULED = pattern(r"[─━┌└│↳═]")


def is_direction(text: str, start: int, end: int) -> bool:
    """Tell whether a paragraph is a direction and nothing else: in brackets, in italics, or opened by a bracket.

    >>> is_direction("[Laughter.]", 0, 11), is_direction("_He sits._", 0, 10), is_direction("No. [Laughs]", 0, 12)
    (True, True, False)
    """
    first = text[start]
    if first not in "[(_*♪…{<" and not (first == "." and "(" in text[start:end]):
        return False
    block = text[start:end]
    if first == "♪":
        return True
    if first == "<":
        return block.endswith(">") and block.count("<") == 1
    if first in "[(" and ("]" if first == "[" else ")") not in block:
        return True
    return not any(map(str.islower, _GROUP.sub("", block)))


def is_notice(text: str, start: int, end: int) -> bool:
    """Tell whether a line of a chat is a notice of the program: a picture left out, reactions, a reply shown again."""
    if _SIGN.match(text, start) or _RULED.match(text, start) or _REACTIONS.fullmatch(text, start, end):
        return True
    words = text[start:end].strip("<>.*_\u200e ").casefold()
    return end - start < 60 and any(words == notice or words.startswith(notice + " #") for notice in _notices())


def _notices() -> frozenset[str]:
    return load_words("chat_notices")


def without_directions(text: str, start: int, end: int, *, italics: bool = False) -> Piece | None:
    """Return the words of a piece without the directions at its edges; None when no words are left.

    >>> text = "(low) [laughs] He sounds like a foghorn. [pause]"
    >>> start, end = without_directions(text, 0, len(text))
    >>> text[start:end]
    'He sounds like a foghorn.'
    """
    while match := _FRONT.match(text, start, end):
        start = match.end()
    while match := _BACK.search(text, max(start, end - 220), end):
        end = match.start()
    if italics:
        start, end = _without_italics(text, start, end)
    if start < end and is_direction(text, start, end) and (text[start] not in "_*" or italics):
        return None
    return (start, end) if any(map(str.isalnum, text[start:end])) or "?" in text[start:end] else None


def _without_italics(text: str, start: int, end: int) -> Piece:
    """Without a direction in italics in front: ``_aside_ He has a beautiful ankle!``."""
    match = _ITALIC.match(text, start, end)
    if match and match.end() < end and text[match.end()].isspace() and text[match.end() - 2] in ".,;:":
        return match.end() + 1, end
    return start, end
