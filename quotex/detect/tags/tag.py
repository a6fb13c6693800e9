"""The speech tag beside a passage: «," said Ana», «Ana turned and said: "», «," she whispered to him, "».

A tag is read from the stretch of text between two passages (or between a passage and the edge of its paragraph).  One
stretch may hold the tag of the passage before it, of the passage after it, or one that serves both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.tags.after import read_in_words_of, read_trailing
from quotex.detect.tags.before import read_leading
from quotex.detect.tags.grammar import (
    Form,
    NounPhrase,
    Stretch,
    VerbGroup,
    is_capital,
    is_known_start,
    read_phrase,
    skip_adverbs,
)
from quotex.lexicon.function_words import function_words
from quotex.lexicon.pronouns import OBJECTS, SUBJECTS
from quotex.patterns import pattern
from quotex.read.document import Document

Order = Literal["before", "after", "inside"]
_HEARERS = OBJECTS | {"you", "himself", "herself"}
_REACH = 240  # characters of a stretch behind a passage that are read; a tag longer than that is none
_REACH_BEFORE = 400  # the same before one, where sentences are longer
# «"No!" The paper reported that …» tells of something else, «"No!" she said that night» does not.
_THAT_CLAUSE = pattern(r"\s{1,3}that\s(?!(?:night|day|morning|evening|afternoon|week|month|year|time|moment)\b)")
_FULL_STOP = pattern(r"(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Rev|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt))[.!?…]['’”\")\]]*\s")
_MARKUP = pattern(r"(?:</[a-zA-Z]{1,10}>|\*{1,3}|_)++(?=[\s,])")
_CLAUSE_END = pattern(r"[;,]\s")


class Tag(NamedTuple):
    """A speech tag; all numbers are ``str`` indices into the text, end exclusive.

    Attributes:
        cue_start: Start of the reporting verb.
        cue_end: Its end, particle included ("went on").
        source_start: Start of the mention of the speaker, determiner and title included.
        source_end: Its end, without apposition.
        form: How the mention is written.
        addressee: The one spoken to, where the tag says so ("said X to Y").
        order: The tag stands "before" the passage, "after" it, or "inside" a quotation of two parts.
        lemma: The reporting verb's lemma.
        end: End of what has been read as tag.
    """

    cue_start: int
    cue_end: int
    source_start: int
    source_end: int
    form: Form
    addressee: tuple[int, int] | None
    order: Order
    lemma: str
    end: int


def read_tags(document: Document) -> list[Tag | None]:
    """Return the speech tag of every passage of ``read_passages``, or None; use as ``document.once(read_tags)``."""
    passages = document.once(read_passages)
    return [read_tag(document, passages, index) for index in range(len(passages))]


def read_tag(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None = None
) -> Tag | None:
    """Return the speech tag beside a passage: the one after it, else the one before it.

    ``passages`` are neighbours in the text; ``within`` is the stretch to look in, the paragraph by default.

    >>> document = Document('"We won," said Ana Ruiz.')
    >>> tag = read_tag(document, document.once(read_passages), 0)
    >>> document.text[tag.source_start : tag.source_end], document.text[tag.cue_start : tag.cue_end]
    ('Ana Ruiz', 'said')
    """
    after = _tag_after(document, passages, index, within)
    if after is not None and after.order == "inside" and _leads_next(document.text, after, passages[index + 1]):
        before = _tag_before(document, passages, index, within)
        led_in = document.text[max(0, passages[index].start - 4) : passages[index].start].rstrip()[-1:] in (",", ":")
        if before is not None and led_in and _names_another(document.text, before, after):
            return before
    return after or _tag_before(document, passages, index, within)


def _leads_next(text: str, tag: Tag, following: Quoted) -> bool:
    """Tell whether a tag between two passages may lead in the second: «"Why?" Mark answered, "Because."»."""
    return tag.source_start < tag.cue_start and text[tag.end : following.start].rstrip()[-1:] in (",", ":")


def _names_another(text: str, tag: Tag, other: Tag) -> bool:
    one, two = (text[of.source_start : of.source_end].casefold() for of in (tag, other))
    return one != two and not {one, two} <= SUBJECTS


def read_loose_tag(text: str, start: int, end: int) -> Tag | None:
    """Return the tag in a stretch of narration that stands by itself, as between the parts of a turn after a dash.

    >>> tag = read_loose_tag("he said softly.", 0, 15)
    >>> (tag.cue_start, tag.cue_end, tag.form)
    (3, 7, 'pronoun')
    """
    stretch = Stretch(text, start, min(end, start + _REACH))
    at = 0
    while at < len(stretch) and not stretch.words[at][0].isalnum():
        at += 1
    found = read_trailing(stretch, at, ",")
    return _tag(stretch, *found, "after") if found else None


def gap_after(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None = None
) -> tuple[int, int, bool]:
    """Start and end of the text behind a passage up to the next one, or to the end of the paragraph.

    The third value says whether another passage follows there.
    """
    passage = passages[index]
    last = passage.paragraph + len(passage.parts) - 1
    end = within[1] if within else document.paragraphs[last][1]
    if index + 1 < len(passages) and passages[index + 1].start < end:
        return passage.end, passages[index + 1].start, True
    return passage.end, end, False


def gap_before(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None = None
) -> tuple[int, int, bool]:
    """Start and end of the text before a passage, from the passage before it or the start of the paragraph."""
    passage = passages[index]
    start = within[0] if within else document.paragraphs[passage.paragraph][0]
    if index and passages[index - 1].end > start:
        return passages[index - 1].end, passage.start, True
    return start, passage.start, False


def _tag_after(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None
) -> Tag | None:
    passage = passages[index]
    start, end, more = gap_after(document, passages, index, within)
    if not passage.closed or end - start < 4:
        return None
    text = document.text
    start = _behind_markup(text, start, end)
    stretch = Stretch(text, start, min(end, start + _REACH))
    at = 0
    while at < len(stretch) and stretch.words[at] in (",", "-", "–", "—", "―"):
        at += 1
    final = _final(text, *passage.inner)
    found = read_trailing(stretch, at, final if at == 0 else ",")
    if found is None:
        return None
    verb, phrase, last = found
    if more and not _belongs_before(text, stretch, verb, final, end):
        return None
    order: Order = "inside" if more and not _FULL_STOP.search(text, stretch.ends[last - 1], end) else "after"
    tag = _tag(stretch, verb, phrase, last, order)
    return None if final in "?!" and _THAT_CLAUSE.match(text, tag.end, end) else tag


def _final(text: str, start: int, end: int) -> str:
    """Return the last character of what is said, within the marks that close other words there: «"He said, 'No,'"»."""
    last = end - 1
    while last > start and text[last] in "'’”" and not text[last - 1].isalnum():
        last -= 1
    return text[last]


def _behind_markup(text: str, start: int, end: int) -> int:
    """Return where the words begin behind what ends italics or bold type: «</i> said Ana», «** said Ana»."""
    closing = _MARKUP.match(text, start, end)
    return closing.end() if closing else start


def _belongs_before(text: str, stretch: Stretch, verb: VerbGroup, final: str, end: int) -> bool:
    """Tell whether a tag between two passages says who spoke the first: «"A!" Ana said: "B"» may not."""
    between = text[stretch.ends[verb.last - 1] : end].rstrip()
    return not (between.endswith(":") and final in ".!?" and is_capital(stretch.words[0]))


def _tag(stretch: Stretch, verb: VerbGroup, phrase: NounPhrase, last: int, order: Order) -> Tag:
    addressee = _addressee(stretch, verb, max(last, verb.last))
    return Tag(
        cue_start=stretch.starts[verb.first],
        cue_end=stretch.ends[verb.last - 1],
        source_start=stretch.starts[phrase.first],
        source_end=_source_end(stretch, phrase),
        form=phrase.form,
        addressee=(stretch.starts[addressee.first], stretch.ends[addressee.last - 1]) if addressee else None,
        order=order,
        lemma=verb.lemma,
        end=stretch.ends[max(last, addressee.last if addressee else 0) - 1],
    )


def _source_end(stretch: Stretch, phrase: NounPhrase) -> int:
    owner = phrase.last < len(stretch) and stretch.lower[phrase.last - 1].endswith("'s")
    return stretch.ends[phrase.last - 1] - 2 * owner


def _addressee(stretch: Stretch, verb: VerbGroup, at: int) -> NounPhrase | None:
    """Return the one spoken to: «said X to Y», «X told Y», «X asked Y»."""
    if at == verb.last and verb.lemma in function_words("told"):
        phrase = _object(stretch, at)
        if phrase:
            return phrase
    at = skip_adverbs(stretch, at)
    if at < len(stretch) and stretch.lower[at] == "to":
        return _object(stretch, at + 1)
    return None


def _object(stretch: Stretch, at: int) -> NounPhrase | None:
    if at < len(stretch) and stretch.lower[at] in _HEARERS:
        following = stretch.words[at + 1] if at + 1 < len(stretch) else "."
        if stretch.lower[at] != "her" or not following[0].isalpha() or following.lower() in function_words("boundary"):
            return NounPhrase(at, at + 1, "pronoun")
    phrase = read_phrase(stretch, at)
    return phrase if phrase and phrase.form != "pronoun" and is_known_start(stretch, phrase) else None


def _tag_before(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None
) -> Tag | None:
    passage = passages[index]
    start, end, more = gap_before(document, passages, index, within)
    text = document.text
    if within is None and not text[start:end].strip():
        start, end = _lead(document, passages, index)
    if end - start < 4:
        return None
    stretch = Stretch(text, _sentence_start(text, start, end), end)
    lead = 0
    while lead < len(stretch) and not stretch.words[lead][0].isalnum():
        lead += 1
    worded = next(filter(None, (read_in_words_of(stretch, at) for at in range(lead, len(stretch)))), None)
    if worded and worded[2] >= len(stretch) - 1:
        return _tag(stretch, *worded, "before")
    opens = passage.start == document.paragraphs[passage.paragraph][0]
    found = read_leading(stretch, lead, capital=text[passage.inner[0]].isupper(), apart=opens)
    return _tag(stretch, *found, found[0].last, "before") if found else None


def _lead(document: Document, passages: Sequence[Quoted], index: int) -> tuple[int, int]:
    """Start and end of the narration of the paragraph before, when it leads in the passage: «He said:»."""
    number = passages[index].paragraph - 1
    if number < 0:
        return 0, 0
    start, end = document.paragraphs[number]
    if index and passages[index - 1].end > start:
        start = passages[index - 1].end
    last = document.text[max(start, end - 1) : end]
    return (start, end) if last.isalnum() or last in tuple(":,—–-") else (0, 0)


def _sentence_start(text: str, start: int, end: int) -> int:
    """Return where the last sentence of the stretch begins, or the first clause in reach of one that is longer."""
    floor = max(start, end - _REACH_BEFORE)
    begin = floor
    for match in _FULL_STOP.finditer(text, floor, end):
        if text[match.end() : end].strip():
            begin = match.end()
    if begin > floor or floor == start:
        return begin
    clause = _CLAUSE_END.search(text, floor, end)
    return clause.end() if clause else floor
