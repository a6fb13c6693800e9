"""Headlines that report: «Minister: no deal», with a colon for a cue, and «Study finds coffee harmless».

A headline leaves out articles and auxiliaries and stands in the present, so that its verb often looks like a noun and
its second half like no clause (Quirk et al. 1985, § 11.46, block language).
"""

from __future__ import annotations

import regex

from quotex.detect.layout.turn import LayoutTurn, Piece, bare
from quotex.lexicon import load_words
from quotex.lexicon.function_words import function_words, words_of
from quotex.lexicon.names import is_place
from quotex.lexicon.nouns import noun_types
from quotex.lexicon.pronouns import SUBJECTS
from quotex.lexicon.verbs import headline_verbs, tag_verbs, verbs_of_tags
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.news_layout import dateline_ends
from quotex.read.tokens import Tokens

Span = tuple[int, int]
_HEADLINE = pattern(
    r"""
    (?<source>
        (?:[\p{Lu}][\w.’'&-]{0,30})                                    # a name, or "Minister"
        (?:\s{1,2}(?:[\p{Lu}][\w.’'&-]{0,30}|of|the|and|&|for)){0,5}   # at most six words
    )
    (?<cue>:)\s{1,2}
    (?<content>[^\s:][^\n]{8,200})                                     # the rest of the line
    """,
    regex.VERBOSE,
)
_VERB = pattern(
    r"""
    (?<cue>\p{L}{3,12})\s
    (?<content>[^\s,:;.!?“”"()][^,:;.!?“”"()\n]{3,90}+)$
    """,
    regex.VERBOSE | regex.MULTILINE,
)
# «growth slowing», «prices rising by a third», not «a rise in shoplifting», «record spending on roads»
_GOES_ON = pattern(
    r"(?P<before>\w++)\s\p{Ll}{3,}ing(?=$|\s(?:again|at|by|faster|from|into|later|next|slightly|soon|this|through|to|until)\b)"
)
_LONGEST, _MOST_WORDS = 120, 4  # characters of a headline with a verb, words of its subject
_OFFICES = frozenset(("person", "group", "document"))
_SPEAK = frozenset(("person", "group", "organization", "document"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "his", "her", "our", "my", "their", "some", "no"))
# Behind a name the word, or two words, of which one may be a verb: ", the mayor, said", " also said".
_BEHIND = pattern(
    r"(?i:(?:,[^,.\n]{1,60},|\s\([^()\n]{1,20}\))?\s(?:(?P<word>has|had|also|later|then)\s)?(?P<word>\w++))"
)
_BEFORE = pattern(r"\b(?:according\sto|(?P<verb>\w++))(?:\s(?=[\w.’'-]{1,20}\s)(?P<between>\w*+)[\w.’'-]*+){0,4}\s\Z")
_NEAR = 160  # characters before a name; four words of twenty letters and a verb
_LAST = pattern(r"[\s.]{1,20}+$")
_QUOTED = r"[‘“\"'«](?P<words>[^\n“”\"«»]{1,200}[^\n“”\"«»,])[’”\"'»]"
_HEAD_COLON = pattern(rf"(?P<label>\p{{Lu}}[^\n:“”‘\"?!]{{1,60}}):\s{{0,3}}{_QUOTED}\.?$")
_HEAD_TAG = pattern(
    rf"(?:\p{{Lu}}[^\n“”\"‘:]{{2,80}}?\s)?(?<![\p{{L}}\d]){_QUOTED},?\s(?P<verb>\p{{Ll}}++)\s(?P<label>[^\n“”\"‘,.;:?!]{{2,60}})\.?$"
)


def read_headline(document: Document) -> tuple[Span, Span, Span] | None:
    """Cue, source and content of a headline, or None.

    Only the first paragraph of a text is read, and a label such as "Breaking" is no source.

    >>> document = Document("Minister: No deal without reform\\n\\nTalks went on.")
    >>> [document.text[s:e] for s, e in read_headline(document)]
    [':', 'Minister', 'No deal without reform']
    """
    if len(document.paragraphs) < 2:
        return None
    start, end = document.paragraphs[0]
    if end - start > 250 or start in dateline_ends(document):
        return None
    match = _HEADLINE.fullmatch(document.text, start, end)
    if match is None:
        return _read_verbal(document.text, start, end)
    words = match["source"].lower().split()
    if not load_words("headline_labels").isdisjoint(words) or words[-1] in load_words("not_labels"):
        return None
    if not _speaks(document, *match.span("source")):
        return None
    left, right = match.span("content")
    tail = _LAST.search(document.text, left, right)
    return match.span("cue"), match.span("source"), (left, tail.start() if tail else right)


def _speaks(document: Document, start: int, end: int) -> bool:
    """Tell whether words before a colon mean people or a document by their noun, or somebody who says something
    below."""
    words = document.text[start:end].split()
    if any(noun_types().get(form) in _OFFICES for form in (words[-1].lower(), words[-1].lower().removesuffix("s"))):
        return True
    return _tells(document.text, words[-1], end)


def _tells(text: str, name: str, start: int) -> bool:
    """Tell whether a word of saying stands before or behind a name: "Iran said", "Ruiz (Lab) said", "according to
    Ruiz".

    Only the name is compiled: one pattern of name and verbs took 0.13 s, anew for each headline with a colon.
    """
    named = regex.finditer(rf"(?i:\b{regex.escape(name)}\b)", text, pos=start)
    return any(_says_behind(text, found.end()) or _says_before(text, found.start(), start) for found in named)


def _says_behind(text: str, end: int) -> bool:
    match = _BEHIND.match(text, end)
    return match is not None and not tag_verbs().keys().isdisjoint(map(str.lower, match.captures("word")))


def _says_before(text: str, at: int, start: int) -> bool:
    """Tell whether a word of saying stands before a place, with at most four other words between."""
    said = tag_verbs().keys()
    return any(
        (found["verb"] is None or found["verb"] in said) and said.isdisjoint(found.captures("between"))
        for found in _BEFORE.finditer(text[max(start, at - _NEAR) : at], overlapped=True)
    )


def _read_verbal(text: str, start: int, end: int) -> tuple[Span, Span, Span] | None:
    """Cue, source and content of a headline with a verb in the present and a bare noun for its subject."""
    if end - start > _LONGEST:
        return None
    at = text.find(" ", start, end)
    while 0 < at < end and text.count(" ", start, at) < _MOST_WORDS:
        match = _VERB.match(text, at + 1, end)
        if match and _reports(text[start:at], match["cue"].lower(), match["content"]):
            return match.span("cue"), (start, at), match.span("content")
        at = text.find(" ", at + 1, end)
    return None


def _reports(source: str, verb: str, content: str) -> bool:
    """Tell whether a bare noun phrase and a verb that agrees with it say that somebody said or found something."""
    words = source.lower().split()
    head = words[-1].rstrip("s") if words[-1] not in noun_types() else words[-1]
    kind, plural = noun_types().get(head, ""), head != words[-1]
    if not words[0].isalpha() or words[0] in _DETERMINERS or kind not in _SPEAK:
        return False
    use = headline_verbs().get((verb, plural))
    if use == "foresee":
        found = _GOES_ON.search(content)
        goes_on = found is not None and found["before"].lower() not in function_words("preposition")
        return kind in ("organization", "group") and goes_on
    return (
        use == "say"
        and kind != "document"
        or use == "find"
        and (kind == "document" or head in words_of("court") | words_of("finder"))
    )


def headline_turns(document: Document) -> list[LayoutTurn]:
    """Headlines: «Minister: ‘No deal’» and «‘No deal’, says minister», in the first three paragraphs."""
    turns = []
    for start, end in document.paragraphs[:3]:
        if end - start > 260:
            continue
        label: Piece | None
        if match := _HEAD_COLON.match(document.text, start, end):
            label = _subject(document.text, *match.span("label"))
            if document.text[slice(*label)].split()[0].casefold() in SUBJECTS:
                continue  # «She spoke to Ana Ruiz: “…”» is a sentence
            label = None if _is_scene(document, *label) else label
        elif (match := _HEAD_TAG.match(document.text, start, end)) and match["verb"] in verbs_of_tags():
            label = match.span("label")
        else:
            continue
        piece = bare(document.text, *match.span("words"))
        if piece and any(map(str.isalpha, match["words"])):  # «Price: "12.50"» quotes nobody
            turns.append(LayoutTurn("headline", label, (piece,)))
    return turns


def _is_scene(document: Document, start: int, end: int) -> bool:
    """Tell whether a label says where, not who: a place that the text reports no word of («GAZA: ‘We slept here’»)."""
    label = document.text[start:end]
    return is_place(label) and not any(word in tag_verbs() for word in _said_by(label).findall(document.text, end))


def _said_by(label: str) -> regex.Pattern[str]:
    """Return what finds the word behind a name in any writing of it: "Iran said", "Iran has said"."""
    return regex.compile(rf"(?i:\b{regex.escape(label)})\s(?:has\s|had\s|also\s)?(\p{{Ll}}+)")


def _subject(text: str, start: int, end: int) -> Piece:
    """Return the speaker in a headline's label: "Ruiz" of "Ruiz Warns Rivals", "Ruiz to rivals" and "A lesson from
    Ruiz"."""
    origin = text.rfind(" from ", start, end)
    if origin > 0:
        return origin + 6, end
    hearer = text.find(" to ", start, end)
    if hearer > 0:
        return start, hearer  # «Bishop to parishes: “…”»
    tokens = Tokens(text[start:end].lower())
    for at, (left, name) in enumerate(zip(tokens.starts, tokens.tags, strict=False)):
        if at and (name in ("VBZ", "VBD", "VBP") or tokens.words[at] == "on"):
            return start, start + len(text[start : start + left].rstrip())
    return start, end
