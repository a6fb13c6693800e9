"""Nouns of words that have an owner or a giver, with a clause of what they say: «her claim that …», «her reply was that
…»."""

from __future__ import annotations

from quotex.detect.reports.sentence import Frame
from quotex.lexicon import load_words
from quotex.lexicon.function_words import words_of

_LONGEST_ASIDE = 14  # words
_GIVES = frozenset(
    ("leave", "leaves", "left", "leaving", "give", "gives", "gave", "given", "giving", "send", "sends", "sent",
     "sending", "issue", "issues", "issued", "issuing")
)  # fmt: skip
_GIVEN = frozenset(("instruction", "order", "word", "warning", "notice", "assurance", "promise", "undertaking"))


def says_it_is(frame: Frame, at: int) -> int:
    """Return where the clause begins that is said to be what somebody's words are, 0 for nowhere: «her reply, by post,
    was | that …»."""
    phrase = frame.phrase_at[at]
    if phrase < 0 or frame.lower[at] not in load_words("reporting_nouns") or frame.phrases[phrase][1] != at + 1:
        return 0
    first = frame.phrases[phrase][0]
    if frame.tags[first] != "PRP$" and "POS" not in frame.tags[max(0, first - 1) : at]:
        return 0
    verb = at + 1
    if frame.gap[verb] == ",":
        verb = next((i for i in range(verb + 1, min(frame.size, verb + _LONGEST_ASIDE)) if frame.gap[i] == ","), verb)
    elif frame.gap[verb]:
        return 0
    clause = verb + 2 < frame.size and frame.lower[verb] in words_of("be") and frame.lower[verb + 1] == "that"
    return verb + 1 if clause and frame.coarse[verb + 2] not in "VM" and not any(frame.gap[verb + 1 : verb + 3]) else 0


def is_owned(frame: Frame, at: int) -> bool:
    """Tell whether a noun of words has an owner, and a clause with "that" right behind: «her claim that …»."""
    if frame.lower[at] not in load_words("reporting_nouns") or frame.lower[at + 1 : at + 2] != ["that"]:
        return False
    clause = at + 2 < frame.size and frame.coarse[at + 2] not in "VM"  # «a plan that matches it»
    return clause and at > 0 and not frame.gap[at] and frame.tags[at - 1] in ("PRP$", "POS")


def is_given(frame: Frame, at: int) -> bool:
    """Tell whether words are left or given to somebody: «left instructions that nobody was to wait»."""
    noun = frame.lower[at].removesuffix("s")
    if (
        frame.coarse[at] != "n"
        or noun not in _GIVEN
        or frame.lower[at + 1 : at + 2] != ["that"]
        or at < 2
        or frame.phrase_at[at] < 0
    ):
        return False
    verb = frame.phrases[frame.phrase_at[at]][0] - 1
    clause = at + 2 < frame.size and frame.coarse[at + 2] not in "VM" and not frame.gap[at + 1]
    return clause and verb > 0 and frame.lower[verb] in _GIVES and not any(frame.gap[verb + 1 : at + 1])
