"""What a name stands for: a person, a body, or a place that does not speak."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise

import regex

from quotex.lexicon import load_table, load_words
from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import given_names
from quotex.lexicon.nouns import head_of
from quotex.lexicon.verbs import saying_forms
from quotex.patterns import pattern
from quotex.resolve.people.mentions import WrittenName
from quotex.resolve.people.name_form import NameForm

_ACRONYM = pattern(r"\s?\((?:the\ )?[“\"']?(?P<short>\p{Lu}[\p{Lu}.&\-]{1,9}+)[”\"']?(?:,\s[^()\n]{2,60})?\)")
_NEXT = pattern(r"[ ,]{1,2}(\p{Ll}+)")
_OF_BODY = pattern(r"\sshares\b|,\swhich\s(?:employs|makes|operates|owns|publishes|represents|runs|sells)\b")
# "a girl called Ada", "a sergeant from Leeds named Hale", "whose name is Ada".
_CALLED = pattern(
    r"""\b(?: whose\sname\s(?:is|was)
          | (?P<noun>\p{Ll}[\p{Ll}-]++)(?:\s(?:from|of|in)\s\p{Lu}[\p{L}-]++)?,?
            \s(?:called|named|(?:by|of)\sthe\sname\sof)
        )\s$""",
    regex.VERBOSE,
)
# «her guide, a girl of 12 called | Ana, told us»
INTRODUCES = pattern(r",\s(?:an?|the)\s[^,.;:“”\"\n]{2,60}\s(?:named|called)\s$")
_LONGEST_CALL = 60  # characters
_BEFORE_CALLED = frozenset(("called", "named", "of", "is", "was"))
_SOMEBODY = frozenset(("somebody", "someone", "anybody", "anyone"))
_SMALL_WORDS = frozenset({"of", "for", "the", "and", "on", "in"})
_KNOWN_AS = pattern(
    r",?\s(?:who\s(?:is|was)\s)?(?:(?:also|better|widely|commonly|\p{Ll}++ly)\s)?(?:known\s(?:\p{Ll}++ly\s)?as|nicknamed|dubbed)\s"
    r"[“‘\"']?"
)


class Context:
    """What stands around the mentions of one form.

    Attributes:
        count: Number of mentions.
        places: Mentions after a word that speaks for a place ("in", "near").
        speech: Mentions beside a verb of speech.
        weak: Mentions after "to", "from", "of".
        the: Mentions after "the".
        bodies: How much shows a body: "the airline Skyhop" (1), "Orrin, which makes lifts", "shares in Orrin" (2).
        called: Mentions that say what somebody is called: "a girl called Ada".
    """

    __slots__ = ("bodies", "called", "count", "places", "speech", "the", "weak")

    def __init__(self) -> None:
        self.bodies = self.called = 0
        self.count = 0
        self.places = 0
        self.speech = 0
        self.the = 0
        self.weak = 0

    def see(self, text: str, mention: WrittenName) -> None:
        """Take in one mention."""
        self.count += 1
        before = text[max(0, mention.start - 24) : mention.start].lower().split()[-2:]
        word = before[-1] if before else ""
        if word == "the":
            self.the += 1
        elif word in ("to", "from", "of"):
            self.weak += not mention.possessive
        elif word in load_words("place_prepositions"):
            self.places += not mention.possessive and before[0] not in words_of("held")
        elif word in saying_forms():
            self.speech += 1
        after = _NEXT.match(text, mention.end, mention.end + 16)
        if after and after[1] in saying_forms():
            self.speech += 1
        self.bodies += _shown_as_body(text, mention, before)
        self.called += word in _BEFORE_CALLED and _is_called(text, mention.start)


def _is_called(text: str, start: int) -> bool:
    """Tell whether the words before a name say that somebody is called so."""
    match = _CALLED.search(text, max(0, start - _LONGEST_CALL), start)
    if match is None:
        return False
    if match["noun"] is None or match["noun"] in _SOMEBODY:
        return True
    head, plural = head_of(match["noun"])
    return head is not None and not plural and head.type == "person"


_BORN = pattern(r"\swas\sborn\b")
_DIED = pattern(r"\b(?:[Dd]ied|[Dd]ies|[Dd]eath|[Dd]ead|[Oo]bituary)\b")


def _shown_as_body(text: str, mention: WrittenName, before: list[str]) -> int:
    """Tell how much the words beside a name speak for a body: 2 outweighs a given name, 1 does not."""
    if _OF_BODY.match(text, mention.end, mention.end + 24) or before in (["shares", "in"], ["shares", "of"]):
        return 2
    head, plural = head_of(before[-1]) if before else (None, False)
    return head is not None and not plural and head.type == "organization" and head.binding == "body"


def find_acronyms(text: str, mentions: list[WrittenName]) -> dict[str, str]:
    """Return short forms defined in brackets behind a name ("Federal Trade Commission (FTC)"), short key → long key."""
    found: dict[str, str] = {}
    for mention in mentions:
        if mention.form.kind == "place" or text[mention.end : mention.end + 2] not in (" (", "( "):
            continue
        match = _ACRONYM.match(text, mention.end)
        if match:
            letters = match["short"].replace(".", "").casefold()
            if initials_of(mention.form) == letters or (len(letters) > 2 and mention.form.kind == "organization"):
                found.setdefault(match["short"].casefold().rstrip("."), mention.form.key)
    return found


def find_aliases(text: str, mentions: list[WrittenName]) -> dict[str, str]:
    """Return other names of people whom the text names in full before them, other key → full key.

    >>> from quotex.read.document import Document
    >>> from quotex.resolve.people.mentions import find_names
    >>> text = "Tom Lund, known as Blackie, was held. “No,” said Blackie."
    >>> find_aliases(text, find_names(Document(text)))
    {'blackie': 'tom lund'}
    """
    found: dict[str, str] = {}
    for full, other in pairwise(mentions):
        people = full.form.kind == other.form.kind == "person" and len(full.form.words) > 1
        if people and not full.possessive and _KNOWN_AS.fullmatch(text, full.end, other.start):
            found.setdefault(other.form.key, full.form.key)
    return found | _born_under(text, mentions)


def find_offices(text: str, mentions: list[WrittenName]) -> set[str]:
    """Return the keys of forms that are no names but offices, since a person in apposition bears them.

    >>> from quotex.read.document import Document
    >>> from quotex.resolve.people.mentions import find_names
    >>> text = "The Returning Officer, Prof. Ana Ruiz, rose. “No,” said the Returning Officer."
    >>> find_offices(text, find_names(Document(text)))
    {'returning officer'}
    """
    found = {
        office.form.key
        for office, holder in pairwise(mentions)
        if office.form.kind == holder.form.kind == "person" and not (office.form.title or office.form.gender)
        if len(holder.form.words) > 1 and (holder.form.title or holder.form.gender)
        if text[office.end : holder.start] == ", " and text[holder.end : holder.end + 1] == ","
    }
    return {
        key
        for key in found
        if all(text[max(0, m.start - 4) : m.start].lower() == "the " for m in mentions if m.form.key == key)
    }


def _born_under(text: str, mentions: list[WrittenName]) -> dict[str, str]:
    """Return the names by which an obituary says that people were born, whom it has named before by another surname.

    In other texts «Tom Lund was born in Oslo» is no word about the Tom Hill whom they have named.

    >>> from quotex.read.document import Document
    >>> from quotex.resolve.people.mentions import find_names
    >>> text = "Ida Lund, who has died aged 90, sang. Ida Maria Reed was born in Leeds."
    >>> _born_under(text, find_names(Document(text)))
    {'ida maria reed': 'ida lund'}
    """
    found: dict[str, str] = {}
    if _DIED.search(text) is None:
        return found
    named: dict[str, dict[str, NameForm]] = defaultdict(dict)  # by given name, in text order
    for mention in mentions:
        form = mention.form
        if form.kind != "person" or len(form.words) < 2:
            continue
        before = named[form.words[0]]
        if _BORN.match(text, mention.end, mention.end + 10) and len(before) == 1 and form.key not in before:
            key, other = next(iter(before.items()))
            if other.words[-1] != form.words[-1]:
                found[form.key] = key
        before[form.key] = form
    return found


def initials_of(form: NameForm) -> str:
    """Return the first letters of the words of a name, as they stand in minutes: "AR" for Ana Ruiz."""
    return "".join(word[0] for word in form.words if word not in _SMALL_WORDS)


@cache
def _people() -> frozenset[str]:
    return frozenset(row[0] for row in load_table("organization_words") if row[1] == "people")


def is_people(form: NameForm) -> bool:
    """Tell whether a form names people taken together ("House Democrats"), not a body of theirs."""
    return form.words[-1] in _people()


@cache
def _first_words() -> frozenset[str]:
    return frozenset(row[0] for row in load_table("place_words") if len(row) > 1)


def is_place(form: NameForm, context: Context, titled: bool, narrative: bool) -> bool:
    """Tell whether a form names a place that does not speak here.

    Args:
        form: The form.
        context: What stands around its mentions.
        titled: Whether the same name also occurs with a title or within a longer name of a person.
        narrative: Whether the text is a story, where countries do not speak for their governments.
    """
    if form.kind == "organization" or form.title:
        return False
    share = context.places / context.count
    if form.kind == "place":
        if form.place in ("country", "capital", "state"):
            return (narrative or share > 0.5) and not context.speech
        return not context.speech or share > 0.3
    first = form.words[0]
    if first in ("st", "saint") and not titled:
        return not context.speech
    if len(form.words) == 1 and first in load_words("place_words") and first not in given_names() and not titled:
        return True
    inner = form.words[1:] if first not in given_names() else form.words[-1:]
    heads = [word for word, after in pairwise((*inner, "of")) if after == "of"]  # "Indian Ocean", not "Siam Ocean Pack"
    if len(form.words) > 1 and (first in _first_words() or any(word in load_words("place_words") for word in heads)):
        return first not in given_names() or share > 0.3
    if titled or context.speech > 0.1 * context.count:
        return False
    if form.place and not narrative:
        return not context.speech
    weak = (context.places + context.weak) / context.count
    if first in given_names() and not form.place:
        return share >= 0.5
    return share >= 0.25 or share > 0 and weak >= 0.6
