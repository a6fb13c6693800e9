"""Gender of named people, from the text's own evidence: titles, pronouns after a name, given names, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import regex

from quotex.lexicon.function_words import words_of
from quotex.lexicon.names import Gender, given_gender, not_names, particles, titles, world_gender
from quotex.lexicon.nouns import gendered_nouns, head_of, person_classes
from quotex.patterns import pattern, plain
from quotex.resolve.people.mentions import WrittenName
from quotex.resolve.people.name_form import NameForm

# "him" is mostly somebody else; «when the boy came in and said he» is no longer about who was named before.
_AFTER = plain(
    r"""\b(?:([Hh]e|[Hh]imself)|([Hh]is)|([Ss]he|[Hh]erself)|([Hh]ers?))\b"""
    r"""|["“”«»‘]|(?<=[,.!?])[’'](?=\s)|(?<=[\s,])'(?=\w)"""
    r"""|\n[ \t\r]*\n|\b(?:when|while|until|because)[ \n](?:the|an?)[ \n]"""
)
# "Reed invited her to sit": somebody else.
_OBJECT = pattern(r"(?<=[Hh]er)(?:[.,;:!?)]|\s(?:to|that|in|on|at|by|for|from|with|out|up|away|back|not)\b)")
_NAMES = frozenset(("named", "called"))
_STOPS = (". ", "? ", "! ", "; ")
_REACH = 120  # characters behind a name within which a pronoun speaks for it
_BEFORE = 90  # characters before a name in which the noun stands that it is in apposition to
# "spokeswoman Lena Lake", "a widow named Ann Lee", "his wife, Ann,", "a spokeswoman for the bank, Lena Lake,".
_NOUN_BEFORE = pattern(
    r"""(?<![\p{L}-])(?<noun>\p{Ll}[\p{Ll}-]{1,20}+)
    (?: (?<direct>) | \s(?:named|called) | (?<apposed>(?:\s(?:of|for|at|in)\s[^,.;:()“”"\n]{2,50})?,) )
    \s(?<title>(?:\p{Lu}\p{L}{0,12}\.?\s)?)$""",
    regex.VERBOSE,
)
# "Jan Novak, her adviser": the pronoun is somebody else's.
_OWNED = pattern(r",\s(?:[Hh]is|[Hh]er)\s(?:[\p{Ll}-]{2,20}\s){0,2}?(?<noun>[\p{Ll}-]{2,20})(?=[,.;:)]|\sand\s)")
_CLOSED = pattern(r"(?:,\s\d{1,3})?(?:[,.;:)]|\s[(–—-])")
# ", a widow,", ", 47, a mother of two".
_NOUN_AFTER = pattern(
    r"(?:,\s\d{1,3})?,\s(?:an?|the)\s(?:[\p{Ll}-]{2,20}\s){0,3}?(?<noun>\p{Ll}[\p{Ll}-]{1,20})"
    r"(?=[,.;]|\s(?:who|of|from|in|at|with|and)\s)"
)


class Votes:
    """How many pronouns of each gender follow a form."""

    __slots__ = ("female", "male")

    def __init__(self) -> None:
        self.female = 0
        self.male = 0

    def __bool__(self) -> bool:
        """Whether any pronoun follows."""
        return bool(self.female or self.male)

    def count(self, kind: int) -> None:
        """Count one pronoun: a subject or reflexive ("she") twice, a possessive ("her") once."""
        if kind < 3:
            self.male += 3 - kind
        else:
            self.female += 5 - kind

    def add(self, other: Votes) -> None:
        """Add the votes for another form of the same person."""
        self.female += other.female
        self.male += other.male

    def against(self, gender: Gender | None, least: int = 3) -> bool:
        """Tell whether all pronouns, and not few, speak for the other gender."""
        own, other = (self.female, self.male) if gender == "female" else (self.male, self.female)
        return gender is not None and not own and other >= least

    def gender(self, least: int = 4, ratio: float = 2.0) -> Gender | None:
        """Return the gender most votes speak for, or None when they are few or divided."""
        if self.male >= least and self.male >= ratio * self.female:
            return "male"
        if self.female >= least and self.female >= ratio * self.male:
            return "female"
        return None


def pronoun_votes(text: str, mentions: Sequence[WrittenName], narrative: bool = False) -> dict[str, Votes]:
    """Count for each form key the first pronoun after its mentions.

    A quotation mark, the next name and a new paragraph end the reach of a name: "he" in a reply is somebody else.
    Outside stories, so do a semicolon and an object: "The owner, Reed, left; she went on", "Reed invited her to sit".
    """
    votes: dict[str, Votes] = defaultdict(Votes)
    inside, last = False, 0
    for index, mention in enumerate(mentions):
        inside = _inside(text[last : mention.start], inside)
        last = mention.start
        if inside or mention.possessive:
            continue
        following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
        end = _behind_relation(text, mention.end)
        match = _AFTER.search(text, end, min(following, mention.end + _REACH))
        if match is None or not match.lastindex:
            continue
        if not narrative and ("; " in text[end : match.start()] or _OBJECT.match(text, match.end())):
            continue
        if not _next_but_one(text, end, match.start()):
            votes[mention.form.key].count(match.lastindex)
            mention.pronoun = "male" if match.lastindex < 3 else "female"
    return votes


def apposed_gender(text: str, start: int, end: int, given: Gender | None = None) -> Gender | None:
    """Return the gender that a noun in apposition shows: "spokeswoman Lena Lake", "his wife, Ann, said".

    A post in -man shows none in a woman whose given name tells: "spokesman Maria Lund".

    >>> text = "His wife, Robin, laughed. Kit, a father of two, did not."
    >>> apposed_gender(text, 10, 15), apposed_gender(text, 26, 29), apposed_gender("the man Lee met", 8, 11)
    ('female', 'male', None)
    """
    before = _NOUN_BEFORE.search(text, _floor(text, start), start)
    if before is not None and (before["apposed"] is None or _CLOSED.match(text, end)):
        alone = before["direct"] is not None and before["noun"] in person_classes()  # "the woman Lee met"
        gender = None if alone or not _is_title(before["title"]) else _gender_of(before["noun"], given)
        if gender is not None:
            return gender
    after = _NOUN_AFTER.match(text, end, end + _BEFORE)
    return _gender_of(after["noun"], given) if after else None


def _floor(text: str, start: int) -> int:
    """Return from where a noun may stand before a name: behind a plain word nothing but that word can be one."""
    floor = max(0, start - _BEFORE)
    last = text.rfind(" ", floor, start - 1) + 1
    word = text[last : start - 1]
    alone = word.isalpha() and word.islower() and word not in _NAMES
    return last if alone and last > floor else floor


def _behind_relation(text: str, end: int) -> int:
    """Return where an apposition behind a name ends that tells whose relation it is, else where the name ends."""
    owned = _OWNED.match(text, end)
    head = head_of(owned["noun"])[0] if owned else None
    return owned.end() if owned is not None and head is not None and head.type == "person" else end


def _is_title(words: str) -> bool:
    return not words or words.strip(" .").casefold() in titles()


def _gender_of(noun: str, given: Gender | None) -> Gender | None:
    shown = gendered_nouns().get(noun, gendered_nouns().get(noun.partition("-")[0]))
    post = shown == "male" and noun.endswith("man") and noun not in ("man", "gentleman")
    return None if post and given == "female" else shown


def next_pronoun(text: str, end: int) -> int:
    """Return which pronoun follows within reach of a mention, as `Votes.count` takes it, or 0."""
    match = _AFTER.search(text, end, end + _REACH)
    if match is None or not match.lastindex or _next_but_one(text, end, match.start()):
        return 0
    return match.lastindex


def _inside(between: str, inside: bool) -> bool:
    """Tell whether a place lies in quotation marks, from the text since the last place and how it stood there."""
    stop = max(between.rfind("\n\n"), between.rfind("\n\r\n"))
    if stop >= 0:
        between, inside = between[stop:], False
    opened, closed = max(between.rfind("“"), between.rfind("«")), max(between.rfind("”"), between.rfind("»"))
    if opened >= 0 or closed >= 0:
        return opened > closed
    return inside != (between.count('"') % 2 == 1)


def _next_but_one(text: str, end: int, pronoun: int) -> bool:
    """Tell whether a sentence ends between a name and a pronoun that does not start the next one."""
    stop = max(text.rfind(mark, end, pronoun) for mark in _STOPS)
    return stop >= 0 and stop + 3 < pronoun


def form_gender(form: NameForm, votes: Votes, of_given: Votes | None, narrative: bool, short: bool) -> Gender | None:
    """Return the gender of one form: title, then a clear vote of pronouns, then the given name.

    Args:
        form: The form.
        votes: Pronouns that follow it.
        of_given: Pronouns that follow its first word alone.
        narrative: Whether the text is a story.
        short: Whether it is short: in a novel "Captain Ashdown" is a man unless shown otherwise, in a story of today
            it may be either.
    """
    if form.gender is not None:
        return form.gender
    if form.title_kind == "rank" and len(form.words) == 1:
        if narrative and short:
            return votes.gender(2)
        return votes.gender(16, 6.0) or ("male" if narrative else None)
    named = form.words[0] not in particles() and (len(form.words) > 1 or not form.title)
    known = world_gender if len(form.words) > 1 or narrative else given_gender  # "Costa" may be a surname in news
    given = form.words[form.words[0] in words_of("told-apart") and len(form.words) > 1]  # "Big Ana"
    told = known(given) if named else None
    least, ratio = (24, 6.0) if told else (8, 3.0)
    if form.text.split()[0] in not_names():
        least, ratio = 2, 1.5  # lists know little of "Sunday"
    voted = votes.gender(least, ratio) or (of_given.gender(least, ratio) if of_given and len(form.words) > 1 else None)
    return voted or told or votes.gender()
