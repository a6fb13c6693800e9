"""Tags that the words around put right: «The court rules that …», «they reason», «a team reports in Nature».

The tagger has learned from sentences; in reports a verb of saying often stands where it expects a noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotex.lexicon import load_words
from quotex.lexicon.classes import noun_classes, verb_classes
from quotex.lexicon.function_words import ARTICLES, function_words, words_of
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import directive_forms, saying_forms, story_cues
from quotex.patterns import pattern
from quotex.read.part_of_speech import FINITE

NAME = frozenset(("NNP", "NNPS"))
_OPENERS = frozenset(("if", "unless", "when", "once", "should", "until"))
_NOUNS = frozenset(("NN", "NNS"))
_WHO = frozenset(("who", "which", "whose"))
_PREDICATES = FINITE | {"VB"}
_ACRONYM = pattern(r"\p{Lu}{2,}\s\p{Ll}")
_ARTICLED = frozenset(("DT", "PRP$"))
_NO_NOUN = FINITE | {"VBN", "TO", "IN"}
_OPENS_SUBJECT = NAME | {"DT"}
_LONGEST_ASIDE = 10  # words of a tag between commas
_APOSTROPHE = frozenset(("", "'"))
_OF_PAPERS = frozenset(("reports", "states", "records", "notes"))
ALONE = frozenset(("many", "several", "most", "few", "some", "more", "others", "another", "both", "all"))
_JOINS = frozenset(("and", "but"))
_IT = frozenset(("it",))
_SPEAKS = ("p", "g")  # classes of nouns
_ONE = frozenset(("a", "an", "one", "another"))
_TELLS_WHERE = frozenset(("in", "on", "today", "yesterday", "here"))
_LONGEST_TAG = 14  # words of a tag at the end of a sentence


def retag(text: str, starts: Sequence[int], lower: list[str], tags: list[str], gap: Sequence[str]) -> None:
    """Change the tags of a sentence where its words show them to be wrong."""
    if "that" in lower:
        _read_verbs(lower, tags)
        _read_behind_relative(lower, tags, gap)
    _read_posts(lower, tags)
    _read_participle(lower, tags, gap)
    _read_headless(lower, tags)
    _read_names(text, starts, tags)
    if "PRP" in tags:
        _read_predicates(lower, tags)
    if "and" in lower or "but" in lower:
        _read_joined(lower, tags, gap)
    if "," in gap[1:-1]:
        _read_asides(lower, tags, gap)
        _read_tag_at_end(lower, tags, gap)
    if "by" in lower:
        _read_media(lower, tags)


def _read_posts(lower: Sequence[str], tags: list[str]) -> None:
    """Tag as a noun the post between the name of a body and that of a person, «said MSNBC host Chris Matthews», and the
    will that somebody leaves: «His will asked that …»."""
    for at in range(1, len(tags) - 1):
        if lower[at] == "like" and tags[at] == "IN" and tags[at + 1 : at + 3] == ["TO", "VB"]:
            tags[at] = "VBP"  # «Critics of the plan like to say»
        if tags[at] == "MD" and lower[at] == "will" and tags[at - 1] in ("PRP$", "POS"):
            tags[at] = "NN"
        if tags[at] in ("VB", "VBP") and tags[at - 1] == "NNP" == tags[at + 1]:
            head, plural = head_of(lower[at])
            if head is not None and head.type == "person" and not plural:
                tags[at] = "NN"


def _read_participle(lower: Sequence[str], tags: list[str], gap: Sequence[str]) -> None:
    """Tag as a participle what was taken for a name at the head of a sentence: «Cross-examined by Mr Hall, she …»."""
    if not tags or gap[1] or lower[1:2] != ["by"]:
        return
    if tags[0] in NAME and lower[0].endswith("ed") and lower[0].rpartition("-")[2] in verb_classes():
        tags[0] = "VBN"


def _read_headless(lower: Sequence[str], tags: list[str]) -> None:
    """Tag as a noun what was taken for an adjective behind an article where no noun follows: «a circular sent to
    schools»."""
    for at in range(1, len(tags) - 1):
        if tags[at] == "JJ" and tags[at - 1] in _ARTICLED and tags[at + 1] in _NO_NOUN and head_of(lower[at])[0]:
            tags[at] = "NN"


def _read_names(text: str, starts: Sequence[int], tags: list[str]) -> None:
    """Tag as a name the capitalised adjective that would be the subject of a verb, «…, Ortega laughed», or that opens
    a title behind another, «all are safe, Chief Executive Ann Lee said», letters read as a cry, «OK proposed», and
    letters read as a pronoun: «WHO officials said»."""
    for at, tag in enumerate(tags):
        cries = tag == "UH" and tags[at + 1 : at + 2] in (["VBD"], ["VBZ"])
        if (cries or tag in ("WP", "PRP")) and _is_acronym(text, starts[at]):
            tags[at] = "NNP"
    for at in range(1, len(tags) - 1):
        if tags[at] != "JJ" or not text[starts[at]].isupper():
            continue
        title = tags[at - 1] == "JJ" and tags[at + 1] == "NNP" and text[starts[at] - 2 : starts[at]] == ", "
        if title or tags[at + 1] in ("VBD", "VBZ") and tags[at - 1] != "DT":
            tags[at] = "NNP"


def _is_acronym(text: str, start: int) -> bool:
    """Tell whether the pronoun at an offset has several letters, all in capitals, and a small word behind it."""
    return _ACRONYM.match(text, start) is not None


def _read_verbs(lower: list[str], tags: list[str]) -> None:
    """Tag as a verb what was taken for a noun before "that", where the sentence has no other: «The court rules that …».

    The clause behind "that" has one finite verb of its own; a second one would be that of the sentence.
    """
    that = lower.index("that")
    at, opener = that - 1, lower[0]
    if at > 0 and _maintains(lower, tags, at):
        tags[at] = "VBZ" if tags[at] == "NNS" else "VBP"
        return
    first = 1 if opener in _OPENERS else 0
    if at < first + 2 or that + 3 > len(tags) or lower[first] not in ARTICLES or tags[at - 1] != "NN":
        return
    inverted = opener == "should"
    if tags[at] != ("NN" if inverted else "NNS") or lower[at].removesuffix("s") not in load_words("headline_verbs"):
        return
    before = [i for i in range(first, at) if tags[i] in FINITE]
    clause = [i for i in range(that + 1, len(tags)) if tags[i] in FINITE]
    enough = 2 if first else 1  # a subordinate clause has its main clause behind it
    if not before and clause and clause[0] > that + 1 and len(clause) <= enough:
        tags[at] = "VB" if inverted else "VBZ"


def _read_behind_relative(lower: Sequence[str], tags: list[str], gap: Sequence[str]) -> None:
    """Tag as a verb what was taken for a noun behind the clause of a subject: «The owner, who was there, answers that
    …»."""
    commas = [at for at, sign in enumerate(gap[:-2]) if sign == ","]
    if len(commas) < 2 or lower[commas[0]] not in _WHO or any(tag in FINITE for tag in tags[: commas[0]]):
        return
    at = commas[-1]
    if tags[at] in _NOUNS and lower[at] in saying_forms() and lower[at + 1] == "that" and not gap[at + 1]:
        tags[at] = "VBZ" if tags[at] == "NNS" else "VBP"


def _read_predicates(lower: Sequence[str], tags: list[str]) -> None:
    """Tag as a verb what was taken for a noun behind a pronoun that is a subject: «they reason», «she requests», «it
    orders him to go»."""
    for at in range(1, len(tags)):
        if tags[at] not in _NOUNS or tags[at - 1] != "PRP" or lower[at] not in story_cues() | directive_forms():
            continue
        it = lower[at - 1] == "it" and tags[at] == "NNS" and tags[at + 1 : at + 2] == ["PRP"]
        if it or (lower[at - 1] in function_words("subject") and lower[at] in story_cues()):
            tags[at] = "VBZ" if lower[at].endswith("s") else "VBP"


def _read_media(lower: Sequence[str], tags: list[str]) -> None:
    """Tag as a past tense what was taken for a participle before «by email»: nobody confirms by an email."""
    for at in range(1, len(tags) - 2):
        if (
            tags[at] == "VBN"
            and lower[at + 1] == "by"
            and lower[at + 2] in words_of("medium")
            and tags[at - 1] in NAME | _NOUNS
        ):
            tags[at] = "VBD"


def _read_asides(lower: Sequence[str], tags: list[str], gap: Sequence[str]) -> None:
    """Tag as a verb what was taken for a noun in a tag between commas: «…, objects Ana Ruiz, …», «…, the wardens
    promise, …»."""
    commas = [at for at, sign in enumerate(gap[:-1]) if sign == ","]
    for start, end in pairwise(commas):
        if not 2 <= end - start <= _LONGEST_ASIDE or not _APOSTROPHE.issuperset(gap[start + 1 : end]):
            continue
        if any(tag in FINITE for tag in tags[start:end]) or _PREDICATES.isdisjoint(tags[end:]):
            continue
        if tags[start] == "NNS" and lower[start] in saying_forms() and tags[start + 1] in _OPENS_SUBJECT:
            tags[start] = "VBZ"
        elif tags[start] in ("DT", "NNP") or lower[start] == "as":
            plural = tags[end - 2] in ("NNS", "NNPS")
            told = lower[end - 1] in saying_forms() or lower[end - 1] in _OF_PAPERS
            if told and tags[end - 1] == ("NN" if plural else "NNS"):
                tags[end - 1] = "VBP" if plural else "VBZ"


def _maintains(lower: list[str], tags: list[str], at: int) -> bool:
    """Tell whether a verb of saying before "that" was taken for a noun behind a name or a plural: «Ruiz maintains that
    it is safe», «some note that it is»."""
    plural = tags[at] == "NN" and (tags[at - 1] in ("NNS", "NNPS") or lower[at - 1] in ALONE)
    numbered = at > 1 and tags[at - 1] == "CD" and tags[at - 2] in ("NN", "NNP")  # «Section 9 states that»
    if not plural and (tags[at] != "NNS" or not (numbered or tags[at - 1] in NAME)):
        return False
    named = at > 1 and tags[at - 2] in NAME and lower[at] in verb_classes()
    if not named and lower[at] not in saying_forms() and not (numbered and lower[at] in _OF_PAPERS):
        return False
    clause = [i for i in range(at + 2, len(tags)) if tags[i] in FINITE]
    joined = numbered and lower[max(0, at - 3)] in ("and", "but")
    return (joined or not any(tag in FINITE for tag in tags[:at])) and clause[:1] > [at + 2]


def _read_joined(lower: Sequence[str], tags: list[str], gap: Sequence[str]) -> None:
    """Tag as a verb what was taken for a noun between a conjunction and a clause: «own a mill and report they are
    considering …»."""
    for at in range(2, len(tags) - 2):
        if tags[at] != "NN" or lower[at - 1] not in _JOINS or lower[at] not in saying_forms() or any(gap[at : at + 3]):
            continue
        clause = lower[at + 1] in function_words("subject") | _IT and tags[at + 2] in FINITE
        if clause and any(tag == "VBP" for tag in tags[: at - 1]):
            tags[at] = "VBP"


def _read_tag_at_end(lower: Sequence[str], tags: list[str], gap: Sequence[str]) -> None:
    """Tag as a verb what was taken for a noun in the tag that ends a sentence: «…, a team reports in Nature», «…,
    researchers at the University of Ghent report today»."""
    end = len(tags)
    start = next((at for at in range(end - 1, 0, -1) if gap[at] == ","), 0)
    if not start or end - start > _LONGEST_TAG or any(tag in FINITE for tag in tags[start:]):
        return
    if not any(tag in FINITE for tag in tags[:start]) or any(gap[start + 1 : end]):
        return
    for at in range(start + 1, end):
        if tags[at] not in _NOUNS or not (lower[at] in saying_forms() or lower[at] in _OF_PAPERS):
            continue
        ends = at + 1 == end or lower[at + 1] in _TELLS_WHERE or lower[at + 1] in load_words("dates")
        owned = at == start + 2 and noun_classes().get(lower[at - 1], "") in _SPEAKS and tags[start] in ("DT", "PRP$")
        one = (lower[start] in _ONE or owned) and tags[at] == "NNS" and tags[at - 1] in ("NN", "NNP")
        many = tags[start] == "NNS" and tags[at] == "NN" and tags[at - 1] in NAME | {"NNS"}
        if ends and (one or many):
            tags[at] = "VBZ" if one else "VBP"
            return
