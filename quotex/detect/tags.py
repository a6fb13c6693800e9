"""The speech tag beside a passage: «," said Ana», «Ana turned and said: "», «," she whispered to him, "».

A tag is read from the stretch of text between two passages (or between a passage and the edge of its paragraph).  One
stretch may hold the tag of the passage before it, of the passage after it, or one that serves both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from quotex.detect.passages import Quoted, read_passages
from quotex.detect.phrases import (
    Form,
    NounPhrase,
    Stretch,
    VerbGroup,
    function_words,
    is_adverb,
    is_capital,
    read_phrase,
    read_verb,
    skip_adverbs,
    skip_auxiliaries,
)
from quotex.patterns import pattern
from quotex.read.document import Document

Order = Literal["before", "after", "inside"]

_REACH = 240  # characters of a stretch that are read; a tag longer than that is none
_LONGEST_APPOSITION = 18  # tokens between the commas of «Ana Ruiz, the mayor of Leeds, said»
_FULL_STOP = pattern(r"(?<!\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Rev|Prof|Sen|Rep|Gov|Gen|Col|Capt|Lt))[.!?…]['’”\")\]]*\s")


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
    """The speech tag of every passage of ``read_passages``, or None; use as ``document.once(read_tags)``."""
    passages = document.once(read_passages)
    return [read_tag(document, passages, index) for index in range(len(passages))]


def read_tag(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None = None
) -> Tag | None:
    """The speech tag beside a passage: the one after it, else the one before it.

    ``passages`` are neighbours in the text; ``within`` is the stretch to look in, the paragraph by default.

    >>> document = Document('"We won," said Ana Ruiz.')
    >>> tag = read_tag(document, document.once(read_passages), 0)
    >>> document.text[tag.source_start : tag.source_end], document.text[tag.cue_start : tag.cue_end]
    ('Ana Ruiz', 'said')
    """
    return _tag_after(document, passages, index, within) or _tag_before(document, passages, index, within)


def read_loose_tag(text: str, start: int, end: int) -> Tag | None:
    """The tag in a stretch of narration that stands by itself, as between the parts of a turn after a dash.

    >>> tag = read_loose_tag("he said softly.", 0, 15)
    >>> (tag.cue_start, tag.cue_end, tag.form)
    (3, 7, 'pronoun')
    """
    stretch = Stretch(text, start, min(end, start + _REACH))
    at = 0
    while at < len(stretch) and not stretch.words[at][0].isalnum():
        at += 1
    found = _read_after(stretch, at, ",")
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
    stretch = Stretch(text, start, min(end, start + _REACH))
    at = 0
    while at < len(stretch) and stretch.words[at] in (",", "-", "–", "—", "―"):
        at += 1
    final = text[passage.inner[1] - 1]
    found = _read_after(stretch, at, final if at == 0 else ",")
    if found is None:
        return None
    verb, phrase, last = found
    if more and not _belongs_before(text, stretch, verb, final, end):
        return None
    order: Order = "inside" if more and not _FULL_STOP.search(text, stretch.ends[last - 1], end) else "after"
    return _tag(stretch, verb, phrase, last, order)


def _read_after(stretch: Stretch, at: int, final: str) -> tuple[VerbGroup, NounPhrase, int] | None:
    """«said X», «X said», «X, the mayor, said» from token ``at`` on; ``final`` is the last character said."""
    if at >= len(stretch):
        return None
    worded = _in_words_of(stretch, at)
    if worded:
        return worded
    closed = final in ".…" or final.isalnum()
    first = skip_adverbs(stretch, at)
    verb = read_verb(stretch, first)
    if verb and not verb.participle and (verb.strong or final in ",?!-—–"):
        phrase = read_phrase(stretch, skip_adverbs(stretch, verb.last, 2))
        if phrase and not (phrase.form == "pronoun" and stretch.lower[phrase.first] == "it" and closed):
            return verb, phrase, phrase.last
    phrase = read_phrase(stretch, first)
    if phrase is None:
        return None
    verb = _verb_behind(stretch, phrase)
    if verb is None or (verb.participle and not _progressive(stretch, verb)):
        return None
    if closed and stretch.words[at][0].isupper() and stretch.words[at] != "I":
        return None
    if not verb.strong and final not in ",?!-—–":
        return None
    return verb, phrase, verb.last


def _in_words_of(stretch: Stretch, at: int) -> tuple[VerbGroup, NounPhrase, int] | None:
    """«in the words of Ana Ruiz» from token ``at`` on."""
    if stretch.lower[at : at + 4] != ["in", "the", "words", "of"]:
        return None
    phrase = read_phrase(stretch, at + 4)
    cue = VerbGroup(at, at + 4, "words", strong=True, participle=False)
    return (cue, phrase, phrase.last) if phrase else None


def _progressive(stretch: Stretch, verb: VerbGroup) -> bool:
    return verb.first > 0 and stretch.lower[verb.first - 1] in ("was", "were", "is", "are", "been", "be")


def _verb_behind(stretch: Stretch, phrase: NounPhrase) -> VerbGroup | None:
    """The reporting verb of which a phrase is the subject: «X said», «X had softly said», «X, the mayor, said»."""
    at = phrase.last
    verb = read_verb(stretch, skip_auxiliaries(stretch, at))
    if verb:
        return None if _passive(stretch, at, verb) else verb
    if at < len(stretch) and stretch.words[at] in (",", "(", "—", "–"):
        closing = ")" if stretch.words[at] == "(" else stretch.words[at]
        for step in range(at + 1, min(len(stretch), at + _LONGEST_APPOSITION)):
            if stretch.words[step] == closing:
                verb = read_verb(stretch, skip_auxiliaries(stretch, step + 1))
                if verb and not verb.participle:
                    return verb
            elif stretch.words[step] in ".;:?!":
                return None
    return None


def _passive(stretch: Stretch, at: int, verb: VerbGroup) -> bool:
    """Whether the verb is passive («was told»), so that its subject did not speak."""
    if verb.participle:
        return False
    return any(word in ("was", "were", "been", "be", "is", "are", "being") for word in stretch.lower[at : verb.first])


def _belongs_before(text: str, stretch: Stretch, verb: VerbGroup, final: str, end: int) -> bool:
    """Whether a tag between two passages says who spoke the first: «"A!" Ana said: "B"» may not."""
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
    return stretch.ends[phrase.last - 1]


def _addressee(stretch: Stretch, verb: VerbGroup, at: int) -> NounPhrase | None:
    """The one spoken to: «said X to Y», «X told Y», «X asked Y»."""
    if at == verb.last and verb.lemma in function_words("told"):
        phrase = _object(stretch, at)
        if phrase:
            return phrase
    at = skip_adverbs(stretch, at)
    if at < len(stretch) and stretch.lower[at] == "to":
        return _object(stretch, at + 1)
    return None


def _object(stretch: Stretch, at: int) -> NounPhrase | None:
    if at < len(stretch) and stretch.lower[at] in ("him", "her", "me", "us", "them", "you", "himself", "herself"):
        following = stretch.words[at + 1] if at + 1 < len(stretch) else "."
        if stretch.lower[at] != "her" or not following[0].isalpha() or following.lower() in function_words("boundary"):
            return NounPhrase(at, at + 1, "pronoun")
    phrase = read_phrase(stretch, at)
    return phrase if phrase and phrase.form != "pronoun" and is_known_start(stretch, phrase) else None


def is_known_start(stretch: Stretch, phrase: NounPhrase) -> bool:
    """Whether a phrase begins as one that names somebody does: with a capital or a determiner."""
    first = stretch.words[phrase.first]
    return is_capital(first) or first in function_words("determiner")


def _tag_before(
    document: Document, passages: Sequence[Quoted], index: int, within: tuple[int, int] | None
) -> Tag | None:
    passage = passages[index]
    start, end, more = gap_before(document, passages, index, within)
    text = document.text
    if end - start < 4:
        return None
    begin = _last_sentence(text, max(start, end - _REACH), end)
    if max(start, end - _REACH) > start and begin == end - _REACH:
        return None
    stretch = Stretch(text, begin, end)
    lead = 0
    while lead < len(stretch) and not stretch.words[lead][0].isalnum():
        lead += 1
    final = stretch.words[-1] if len(stretch) else ""
    if final in "-–" and len(stretch) > 1:
        final = "—"
    worded = _in_words_of(stretch, lead)
    if worded and worded[2] >= len(stretch) - 1:
        return _tag(stretch, *worded, "before")
    verb = _last_verb(stretch, final, passage, text)
    if verb is None:
        return None
    phrase = _subject(stretch, verb, lead)
    return _tag(stretch, verb, phrase, verb.last, "before") if phrase else None


def _last_sentence(text: str, start: int, end: int) -> int:
    begin = start
    for match in _FULL_STOP.finditer(text, start, end):
        if text[match.end() : end].strip():
            begin = match.end()
    return begin


_NOUNS = frozenset({"voice", "smile", "laugh", "whisper", "cry", "sigh", "shout", "groan", "murmur", "grin", "nod"})
_TAIL = {":": 30, ",": 10, "—": 10}  # tokens that may stand between verb and mark


def _last_verb(stretch: Stretch, final: str, passage: Quoted, text: str) -> VerbGroup | None:
    """The last reporting verb before a passage, when punctuation and distance let it introduce the passage."""
    most = _TAIL.get(final, 2)
    for at in range(len(stretch) - 1, max(-1, len(stretch) - 2 - most), -1):
        verb = read_verb(stretch, at)
        if verb is None or (not verb.strong and final not in _TAIL):
            continue
        if not verb.strong and len(stretch) - verb.last > 2:
            continue
        if at and stretch.lower[at - 1] in function_words("determiner"):
            continue
        if verb.lemma in _NOUNS and stretch.lower[at] == verb.lemma and _described(stretch, at):
            continue
        if final not in _TAIL and not text[passage.inner[0]].isupper():
            continue
        return verb
    return None


def _described(stretch: Stretch, at: int) -> bool:
    """Whether an adjective with its determiner stands before token ``at``: "a low voice", "her grave smile"."""
    return at > 1 and stretch.lower[at - 2] in function_words("determiner") and stretch.lower[at - 1].isalpha()


def _subject(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """The noun phrase that does the saying: just before the verb, else the first of the sentence."""
    direct = _phrase_ending_at(stretch, verb, lead)
    if direct:
        return direct
    inverted = read_phrase(stretch, verb.last)
    if verb.first == lead and inverted and is_known_start(stretch, inverted) and inverted.form != "nominal":
        return inverted
    for at in range(lead, min(verb.first, lead + 12)):
        if stretch.lower[at] in function_words("boundary") - function_words("pronoun"):
            continue
        if at > lead and stretch.words[at - 1] not in (",", "and", "but", "then", "—") and at != lead:
            continue
        phrase = read_phrase(stretch, at)
        if phrase and phrase.last <= verb.first and (is_known_start(stretch, phrase) or phrase.form == "pronoun"):
            return phrase
    return _pronoun_of_clause(stretch, verb, lead)


def _pronoun_of_clause(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """The last pronoun that is subject of a main clause, for a verb joined to it: «as he came she rose and said»."""
    at = verb.first - 1
    while at >= lead and is_adverb(stretch.lower[at]):
        at -= 1
    if at < lead or stretch.lower[at] not in ("and", ",", "but", "then"):
        return None
    for before in range(at - 1, lead - 1, -1):
        subordinate = before > lead and stretch.lower[before - 1] in function_words("subordinator")
        if stretch.lower[before] in function_words("subject") and not subordinate:
            return NounPhrase(before, before + 1, "pronoun")
        if (before > lead and is_capital(stretch.words[before])) or stretch.words[before] == ";":
            return None
    return None


def _phrase_ending_at(stretch: Stretch, verb: VerbGroup, lead: int) -> NounPhrase | None:
    """The noun phrase that ends where the verb group begins (auxiliaries and adverbs between)."""
    for at in range(max(lead, verb.first - 12), verb.first):
        word = stretch.lower[at]
        if not stretch.words[at][0].isalnum() or (at > lead and _inside_phrase(stretch, at)):
            continue
        if word in function_words("boundary") and word not in function_words("pronoun"):
            continue
        phrase = read_phrase(stretch, at)
        if phrase is None or not (phrase.form == "pronoun" or is_known_start(stretch, phrase)):
            continue
        reaches = phrase.last <= verb.first and skip_auxiliaries(stretch, phrase.last) == verb.first
        if reaches and not _passive(stretch, phrase.last, verb):
            return phrase
    return None


def _inside_phrase(stretch: Stretch, at: int) -> bool:
    """Whether token ``at`` is not the first of its phrase: a determiner or a capital stands before it."""
    before = stretch.words[at - 1]
    return (
        before in function_words("determiner")
        or before == "of"
        or (is_capital(before) and is_capital(stretch.words[at]) and at - 1 > 0)
    )
