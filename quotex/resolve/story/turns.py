"""The scene around every quotation of a narrative: who is named, who acts, how turns follow each other.

`read_turns` reads each direct or mixed quotation once into a `Turn`, a plain record of what the page shows: the
tag beside it, the narration before, between and behind its parts, who is addressed in it, and how it follows the
turn before.  Nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from quotex.detect.tags.grammar import is_capital
from quotex.lexicon.function_words import function_words
from quotex.lexicon.pronouns import PRONOUN_GENDER
from quotex.lexicon.verbs import is_finite
from quotex.patterns import pattern, plain
from quotex.resolve.story.narration import ADVERB, APART, Narration, Seen, parted, pause_of, who_it_was
from quotex.resolve.story.vocatives import Vocative, addressed_gender, asks_who, find_vocatives, gives_names, own_name

if TYPE_CHECKING:
    import regex

    from quotex.read.document import Document
    from quotex.records import Quotation, Span
    from quotex.resolve.people.cast import Cast

# How one turn follows the turn before; the narrower, the more its speaker depends on the last one.
SAME_PARAGRAPH, ADJACENT, ONE_BETWEEN, FEW_BETWEEN, FAR = "same", "adjacent", "one", "few", "far"
_HEARS = pattern(r"\s{1,2}(?:could\s{1,2}|had\s{1,2})?(?:heard|hears?|made|let|saw)\s{1,2}")
_RELATIVE = 60  # characters before "who" or "heard her say" in which a name may end
_REFLEXIVE = {"himself": "he", "herself": "she", "myself": "i"}  # «she heard herself say»
GOING_ON = frozenset({"bare", "beat", "pronoun"})
_PRONOUN_SUBJECT = pattern(
    rf"\b(He|She|I|he|she)(?:['’](?P<short>d|s|ll|ve|m)\b|\s{{1,3}}{ADVERB}(?P<verb>[a-z]{{2,14}})\b)"
)
_WORD = plain(r"\w+(?:['’]\w+)?|[!?—;]|--")
_LONGEST = 1200  # characters of a part whose words are read
_TO_PRONOUN = pattern(r"\bto\s{1,3}(her|him|me|them|us)\b")
_TOLD_PRONOUN = pattern(r"\s{1,3}(her|him|me)(?=\s{0,2}[,.;:\u2014-])")
_DONE = pattern(r"\s{0,2}[,.;:!?\u2014\u2013\n-]|\s{1,2}(?:and|as|when|while|who|again)\b|$")
_FURTHEST = 60  # characters behind the tag


class Turn:
    """What the page shows of one quotation.

    Attributes:
        start, end: From the first part to the end of the last, ``str`` indices of the document.
        parts: The parts as (start, end).
        first, last: Numbers of the paragraphs it begins and ends in.
        kind: How its speaker is shown: ``"name"``, ``"pronoun"``, ``"narrator"`` ("I said"), ``"nominal"``,
            ``"beat"`` (narration beside it, no tag) or ``"bare"``.
        beat_gender: The gender that the first pronoun of the narration beside it shows.
        beat_narrator: Where that is "I": ``"before"``, ``"inside"`` or ``"after"``; else "".
        words: The different words, small, in text order.
        tag, cue: The words of the tag that name the speaker, and those that say so ("said"), or None.
        cue: The verb of the tag, or None.
        tag_entity, tag_gender: Whom the tag names, and the gender its pronoun or noun shows.
        tag_to, tag_to_gender: Whom the tag says it is spoken to.
        nominal, owner: How a noun names the speaker, and whose relation the noun says that is («his wife»).
        pause: What the narration between it and the turn before tells of a pause.
        own_name: Who says his or her own name in it («I am Ann»), or None.
        gap: How it follows the turn before.
        step: Number of the turn within its run of turns that follow each other without narration between.
        run: Number of that run.
        section: Number of the part of the text between headings and rows of signs.
    """

    __slots__ = (
        "addressed", "after", "anchor", "before_ends", "beat_gender", "beat_narrator", "before", "cue", "end", "ends",
        "first", "gap", "kind", "last", "lead", "lead_gender", "lead_short", "length", "mentions_after",
        "mentions_before", "named", "nominal", "opening", "own_name", "owner", "parts", "pause", "reach", "run",
        "section", "start", "step", "tag", "tag_entity", "tag_gender", "tag_to", "tag_to_gender", "tag_to_span",
        "tail", "tail_gender", "touch", "vocatives", "words",
    )  # fmt: skip

    def __init__(self, parts: list[tuple[int, int]]) -> None:
        self.parts = parts
        self.start, self.end = parts[0][0], parts[-1][1]
        self.length = sum(end - start for start, end in parts)
        self.first = self.last = 0
        self.kind = "bare"
        self.tag: tuple[int, int] | None = None
        self.cue: tuple[int, int] | None = None
        self.tag_entity: int | None = None
        self.tag_gender: str | None = None
        self.tag_to: int | None = None
        self.tag_to_span: tuple[int, int] | None = None
        self.tag_to_gender: str | None = None
        self.nominal = ""
        self.owner: int | str | None = None
        self.anchor: int | None = None
        self.gap = FAR
        self.step = self.run = self.section = 0
        self.before = self.after = (0, 0)
        self.lead: tuple[int, int] | None = None
        self.lead_gender: str | None = None
        self.lead_short = ""
        self.tail_gender: str | None = None
        self.before_ends = ""
        self.touch: list[tuple[int, str]] = []
        self.tail: tuple[int, int] | None = None
        self.mentions_before: list[Seen] = []
        self.mentions_after: list[Seen] = []
        self.beat_gender: str | None = None
        self.beat_narrator = ""
        self.vocatives: list[Vocative] = []
        self.addressed: str | None = None
        self.named: set[int] = set()
        self.pause = ""
        self.own_name: int | None = None
        self.words: list[str] = []
        self.opening = self.ends = ""
        self.reach = 0

    @property
    def told(self) -> bool:
        """Whether the tag names the speaker, so that nothing else need be weighed."""
        return self.anchor is not None

    @property
    def place(self) -> str:
        """The kind, with ``_on`` when it goes straight on from the turn before: there the narration counts less."""
        return f"{self.kind}_on" if self.gap == ADJACENT and self.kind in GOING_ON else self.kind

    def renumber(self, places: Mapping[int, int]) -> None:
        """Give the entities new numbers; the mentions of the narration have theirs from `Narration.renumber`."""
        self.tag_entity = None if self.tag_entity is None else places[self.tag_entity]
        self.tag_to = None if self.tag_to is None else places[self.tag_to]
        self.anchor = None if self.anchor is None else places[self.anchor]
        self.touch = [(places[entity], close) for entity, close in self.touch]
        self.own_name = None if self.own_name is None else places[self.own_name]
        self.named = {places[entity] for entity in self.named}
        for vocative in self.vocatives:
            vocative.entity = places[vocative.entity]


def spoken_parts(turns: Sequence[Turn]) -> Iterator[tuple[int, int]]:
    """Yield ``(start, end)`` of every part of every turn."""
    return (part for turn in turns for part in turn.parts)


def read_turns(
    document: Document, quotations: Sequence[Quotation], cast: Cast, narrator: int | None = None
) -> tuple[list[Turn], Narration]:
    """Read each quotation into a `Turn`, in the order given (text order), and the narration around them."""
    turns = [Turn([(span.start, span.end) for span in quotation.spans]) for quotation in quotations]
    narration = Narration(document.text, spoken_parts(turns), cast)
    text = document.text
    previous: Turn | None = None
    for number, (turn, quotation) in enumerate(zip(turns, quotations, strict=True)):
        turn.first, turn.last = document.paragraph_at(turn.start), document.paragraph_at(max(turn.start, turn.end - 1))
        following = turns[number + 1].start if number + 1 < len(turns) else len(text)
        _read_place(document, turn, previous, following)
        _read_tag(document, turn, quotation, cast, narration)
        _read_narration(text, turn, narration)
        _read_words(text, turn, narration)
        asked = previous is not None and turn.gap == ADJACENT and previous.ends == "?" and asks_who(previous.words)
        if asked and gives_names(text, turn.parts[0], narration.said_in(turn.parts[0])):
            turn.vocatives = []
        _read_around(text, turn, previous)
        previous = turn
    set_anchors(turns, narrator)
    return turns, narration


def set_anchors(turns: Sequence[Turn], narrator: int | None) -> None:
    """Note for each turn whom its own tag names for certain."""
    for turn in turns:
        turn.anchor = narrator if turn.kind == "narrator" else turn.tag_entity if turn.kind == "name" else None


def _read_place(document: Document, turn: Turn, previous: Turn | None, following: int) -> None:
    opens, _ = document.paragraphs[turn.first]
    _, closes = document.paragraphs[turn.last]
    floor = previous.end if previous is not None else 0
    turn.before = (max(opens, floor), turn.start) if max(opens, floor) < turn.start else (turn.start, turn.start)
    turn.after = (turn.end, max(turn.end, min(closes, following)))
    between = turn.first - previous.last if previous is not None else APART
    if previous is not None:
        turn.section = previous.section
        turn.pause = pause_of(document.text, previous.end, turn.start) if between > 1 else ""
        if parted(document, previous.last + 1, turn.first):
            between, turn.section = APART, previous.section + 1
    if between <= 0:
        turn.gap = SAME_PARAGRAPH
    elif between == 1:
        turn.gap = ADJACENT
    else:
        turn.gap = ONE_BETWEEN if between == 2 else FEW_BETWEEN if between <= 4 else FAR
    turn.reach = between
    if previous is not None and turn.gap in (SAME_PARAGRAPH, ADJACENT):
        turn.run, turn.step = previous.run, previous.step + (turn.gap == ADJACENT)
    else:
        turn.run = previous.run + 1 if previous is not None else 0
    if between >= 2 and turn.first > 0:
        turn.lead = document.paragraphs[turn.first - 1]
    if previous is not None and between >= 2:
        previous.tail = document.paragraphs[previous.last + 1]


def _read_tag(document: Document, turn: Turn, quotation: Quotation, cast: Cast, narration: Narration) -> None:
    source = quotation.source or who_it_was(document.text, turn.parts[0], narration)
    if source is None:
        return
    turn.tag = (source.start, source.end)
    words = source.text.lower().split()
    first = words[0].rstrip(".,;") if words else ""
    first = _REFLEXIVE.get(first, first)
    if first in ("i", "me", "my") and len(words) == 1:
        turn.kind = "narrator"
    elif first in PRONOUN_GENDER and len(words) == 1:
        turn.kind, turn.tag_gender = "pronoun", PRONOUN_GENDER[first]
    elif first in ("they", "we", "it", "who", "you") and len(words) == 1:
        turn.kind = "nominal"
        turn.tag_gender = "neuter" if first == "it" else None
        if first == "who":
            _read_relative(document.text, turn, narration)
    else:
        turn.tag_entity = cast.entity_of(source.start, source.end)
        if turn.tag_entity is None and _is_name(source.text):
            turn.tag_entity = _named_by_tag(cast, source)
        turn.kind = "name" if turn.tag_entity is not None else "nominal"
    if first in ("her", "him"):
        _read_hearer(document.text, turn, narration)
    if turn.tag_to is None:
        turn.cue = None if quotation.cue is None else (quotation.cue.start, quotation.cue.end)
        read_addressee(document.text, turn, narration)


def _is_name(words: str) -> bool:
    """Tell whether the words of a tag are written as a name is."""
    first, *others = words.split() or [""]
    return first[:1].isupper() and first.lower() not in function_words("determiner") and all(map(is_capital, others))


def _named_by_tag(cast: Cast, source: Span) -> int:
    """Return who bears the name of a tag: the only one whose name has these words, else somebody new."""
    known = cast.find(source.text)
    if known is not None:
        return known
    words = set(source.text.casefold().split())
    named = (n for n, member in enumerate(cast.entities) if member.named)
    fits = [n for n in named if words <= set(cast.entities[n].name.casefold().split())]
    if len(fits) == 1:
        return fits[0]
    return cast.add(source.text, type="person", mention=(source.start, source.end))


def _read_hearer(text: str, turn: Turn, narration: Narration) -> None:
    """Read «Ann heard her say»: Ann hears the words and does not speak them."""
    start = turn.tag[0] if turn.tag else 0
    for seen in narration.between(start - _RELATIVE, start)[-1:]:
        if _HEARS.fullmatch(text, seen.end, start):
            turn.tag_to, turn.tag_to_span = seen.entity, (seen.start, seen.end)


def _read_relative(text: str, turn: Turn, narration: Narration) -> None:
    """Read «Ann, who said»: the tag's "who" is the person named right before it."""
    start = turn.tag[0] if turn.tag else 0
    for seen in narration.between(start - _RELATIVE, start)[-1:]:
        if text[seen.end : start].strip() in (",", ""):
            turn.kind, turn.tag_entity, turn.tag = "name", seen.entity, (seen.start, seen.end)


def read_addressee(text: str, turn: Turn, narration: Narration) -> None:
    """Note in a turn with a tag to whom the tag says it is spoken."""
    cue_end = max(turn.cue[1] if turn.cue is not None else 0, turn.tag[1] if turn.tag is not None else 0)
    stop = min(cue_end + _FURTHEST, len(text))
    for mark in ('"', "“", "\n\n", "."):
        found = text.find(mark, cue_end, stop)
        stop = found if found >= 0 else stop
    pronoun = _TOLD_PRONOUN.match(text, cue_end, stop + 1) or _TO_PRONOUN.search(text, cue_end, stop)
    if pronoun:
        turn.tag_to_gender = {"her": "female", "him": "male", "me": "narrator"}.get(pronoun[1])
        return
    subject_first = turn.cue is not None and turn.tag is not None and turn.tag[0] < turn.cue[0]
    for seen in narration.between(cue_end, stop):
        lead = text[max(cue_end, seen.start - 14) : seen.start].split()
        asked = subject_first and seen.role != "owner" and not text[cue_end : seen.start].strip()
        if text[seen.start].islower() and not _DONE.match(text, seen.end):
            return  # «he asked the man beside him» may be another man
        if asked or "to" in lead[-2:]:
            turn.tag_to, turn.tag_to_span = seen.entity, (seen.start, seen.end)
            return


def _read_narration(text: str, turn: Turn, narration: Narration) -> None:
    pieces = [(left[1], right[0]) for left, right in zip(turn.parts, turn.parts[1:], strict=False)]
    tag = turn.tag or (-1, -1)
    turn.mentions_before = [s for s in narration.between(*turn.before) if not tag[0] <= s.start < tag[1]]
    for piece in (*pieces, turn.after):
        _read_touch(text, turn, piece, narration)
        for seen in narration.between(*piece):
            if not tag[0] <= seen.start < tag[1] and seen.entity != turn.tag_to:
                turn.mentions_after.append(seen)
    turn.before_ends = text[turn.before[0] : turn.before[1]].rstrip("\"'“‘_ \n")[-1:]
    words = any(_has_words(text, piece) for piece in (turn.before, *pieces, turn.after))
    if turn.kind == "bare" and words:
        turn.kind = "beat"
    if turn.kind == "beat":
        for place, piece in (("before", turn.before), *(("inside", piece) for piece in pieces), ("after", turn.after)):
            subject = _first_pronoun(text, piece)
            if subject:
                turn.beat_narrator = place if subject == "i" else ""
                turn.beat_gender = PRONOUN_GENDER.get(subject)
                break


def _read_touch(text: str, turn: Turn, piece: tuple[int, int], narration: Narration) -> None:
    """Note who is named right behind a part, and whether the part ends in a comma: «," Ann put in»."""
    close = text[max(turn.start, piece[0] - 2) : piece[0] + 1]
    for seen in narration.between(piece[0], piece[0] + 16)[:1]:
        between = text[piece[0] : seen.start].lower().strip("\"'”’_ \n")
        if between in ("", "the", "old", "poor", "little", "but", "and"):
            turn.touch.append((seen.entity, "comma" if "," in close else "stop"))


def _has_words(text: str, piece: tuple[int, int]) -> bool:
    return piece[1] - piece[0] > 3 and any(map(str.isalpha, text[piece[0] : min(piece[1], piece[0] + 40)]))


def _first_pronoun(text: str, piece: tuple[int, int]) -> str | None:
    for found in _PRONOUN_SUBJECT.finditer(text, piece[0], min(piece[1], piece[0] + 300)):
        if _acts(found):
            return str(found[1]).lower()
    return None


def _acts(found: regex.Match[str]) -> bool:
    """Tell whether a verb follows a pronoun: «She rose», «She’d risen», «I rise»."""
    return (
        found["short"] is not None or is_finite(found["verb"]) or (found[1] == "I" and found["verb"] not in _no_verbs())
    )


@cache
def _no_verbs() -> frozenset[str]:
    """Return the words behind "I" that are no verb: «and I with», «I who»."""
    return frozenset().union(*map(function_words, ("preposition", "subordinator", "adverb", "pronoun"))) | {"and", "or"}


def _read_around(text: str, turn: Turn, previous: Turn | None) -> None:
    """Read the pronoun that is the last subject of the narration before, and the first one of that behind."""
    if turn.lead is not None:
        start, end = turn.lead
        subjects = [f[1] for f in _PRONOUN_SUBJECT.finditer(text, max(start, end - 400), end) if _acts(f)]
        turn.lead_short = "short" if end - start < 240 else "long"
        turn.lead_gender = PRONOUN_GENDER.get(subjects[-1].lower(), "narrator") if subjects else None
    if previous is not None and previous.tail is not None:
        subject = _first_pronoun(text, previous.tail)
        previous.tail_gender = PRONOUN_GENDER.get(subject, "narrator") if subject else None


def _words_of(text: str, parts: Sequence[tuple[int, int]]) -> list[str]:
    words: dict[str, None] = {}
    for start, end in parts:
        words.update(dict.fromkeys(_WORD.findall(text[start : min(end, start + _LONGEST)].lower())))
    return list(words)


def _read_words(text: str, turn: Turn, narration: Narration) -> None:
    for part, after in zip_longest(turn.parts, turn.parts[1:]):
        inside = narration.said_in(part)
        turn.named.update(mention.entity for mention in inside)
        turn.vocatives += find_vocatives(text, part, inside, after[0] if after else None)
        turn.own_name = own_name(text, part, inside) if turn.own_name is None else turn.own_name
    turn.words = _words_of(text, turn.parts)
    turn.addressed = addressed_gender(text, turn.parts, turn.words)
    turn.ends = text[max(turn.start, turn.end - 12) : turn.end].rstrip("\"'”’_* \n,")[-1:]
    turn.opening = text[turn.start : turn.start + 12].lstrip("\"'“‘_* ")[:1]
