"""Turn passages that are speech by themselves into claims, with the tags beside them and the quotations inside."""

from __future__ import annotations

from quotex.detect.claims.claim import Claim, Part, tagged
from quotex.detect.genre import is_narrative
from quotex.detect.marks.passages import Quoted, read_passages
from quotex.detect.speech.naming import is_owned
from quotex.detect.speech.parts import goes_on, goes_on_in_report, group_parts, spoken_parts
from quotex.detect.speech.speech import read_speech
from quotex.detect.tags.tag import read_tag, read_tags
from quotex.read.document import Document

_WORDED = "words"  # what the tag «in the words of Ana Ruiz» says: no passage beside it is anything but speech


def spoken(document: Document, likely: float, taken: frozenset[int] = frozenset()) -> list[Claim]:
    """Return the claims of passages that are speech, with the parts of an interrupted one joined.

    Args:
        document: The text.
        likely: The probability of being speech that a passage must reach.
        taken: Indices of passages that are left out.

    >>> [claim.parts for claim in spoken(Document("“We won,” said Ana. “At last.”"), 0.5)]
    [[(1, 8), (21, 29)]]
    """
    passages = document.once(read_passages)
    tags = document.once(read_tags)
    speech = document.once(read_speech)
    narrative = document.once(is_narrative)
    claims: list[Claim] = []
    for group in document.once(group_parts):
        likelihood = {index: speech[index] for index in group if index not in taken}
        left = [index for index, share in likelihood.items() if share] or list(likelihood)
        if not left:
            continue
        beside, probability = [tags[index] for index in left], max(likelihood.values())
        if not any(beside) and all(is_owned(document.text, passages[index]) for index in left):
            continue
        if probability >= likely or any(tag and tag.lemma == _WORDED for tag in beside):
            read = spoken_parts if narrative else _all_parts
            parts = [part for index in left for part in read(document, passages[index])]
            claim = tagged(Claim("direct", parts, probability=probability, passages=left), beside)
            over = goes_on if narrative else goes_on_in_report
            if claims and over(document, claims[-1].passages[-1], left[0]):
                _append(claims[-1], claim)
            else:
                claims.append(claim)
    return claims


def _append(claim: Claim, more: Claim) -> None:
    """Make the parts of a claim the last ones of another."""
    claim.parts += more.parts
    claim.probability = max(claim.probability, more.probability)
    claim.passages += more.passages


def _all_parts(document: Document, passage: Quoted) -> list[Part]:
    return passage.parts


def nested_in(document: Document, passage: Quoted) -> list[Claim]:
    """Return what a speaker quotes others as saying: passages with a tag of their own inside another passage.

    >>> document = Document("“Then Tom said, ‘It is late,’ and went home,” said Ann.")
    >>> inner = nested_in(document, document.once(read_passages)[0])
    >>> [document.text[slice(*claim.parts[0])] for claim in inner]
    ['It is late,']
    """
    claims: list[Claim] = []
    inside = passage.nested
    for index, inner in enumerate(inside):
        within = next((part for part in passage.parts if part[0] <= inner.start and inner.end <= part[1]), None)
        tag = within and read_tag(document, inside, index, within)
        if not tag:
            continue
        if claims and claims[-1].cue == (tag.cue_start, tag.cue_end):
            claims[-1].parts += inner.parts
        else:
            claims.append(tagged(Claim("direct", list(inner.parts), sort=("tag", "marks")), [tag]))
    return claims
