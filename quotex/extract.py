"""Extract the attributions of a text.

Three stages follow one another: the splitter finds sentences, the detector finds what was said, and the resolver finds
who said it.  Each takes the Document of the stage before, so nothing is read twice.
"""

from __future__ import annotations

import gc
import json
import warnings
from collections.abc import Iterable
from typing import Any

from attrs import evolve

from quotex.attributions import Attribution, Attributions
from quotex.detect.detector import QuoteDetector
from quotex.models import PACKAGED, Models
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.read.splitter import SentenceSplitter
from quotex.records import KINDS, Entity, Kind
from quotex.resolve.resolver import SpeakerResolver, Speakers

THRESHOLD = 0.5  # of `Quotation.confidence`: by default what is likelier than not is kept
LONG = 10_000  # records, from which on it pays to make them anew: see `_made_anew`
_SHORT = 40  # characters up to which words of the records of a long text are shared
_SetAside = tuple[list[str], str, tuple[Entity, ...]]  # the records in the wire format, the text and its cast

_PAGE = pattern(r"(?i)\ufeff?\s{0,100}+<(?:!doctype\s++html|html)\b")
_IS_HTML = (
    "this text is the source of an HTML page, read here as it stands; quotex.html.read(page) returns the page's text"
)


class Extractor:
    """Run the three stages; pass your own to replace one.

    An extractor keeps nothing between calls and can be shared between threads.

    Args:
        splitter: An object with ``split(text)``; by default `SentenceSplitter`.
        detector: An object with ``detect(text)``; by default `QuoteDetector`.
        resolver: An object with ``resolve_with_cast(text, quotations)``; by default `SpeakerResolver`.
        models: The weights to read texts with; by default those of the package.

    Example:
        >>> from quotex.extract import Extractor
        >>> from quotex.resolve.resolver import SpeakerResolver
        >>> extractor = Extractor(resolver=SpeakerResolver(speakers={"Ana Ruiz": ["the goalkeeper"]}))
        >>> [a.speaker_name for a in extractor.extract("“We won,” said Ruiz.")]
        ['Ana Ruiz']
    """

    def __init__(
        self,
        splitter: SentenceSplitter | None = None,
        detector: QuoteDetector | None = None,
        resolver: SpeakerResolver | None = None,
        models: Models = PACKAGED,
    ) -> None:
        self.splitter = splitter or SentenceSplitter()
        self.detector = detector or QuoteDetector()
        self.resolver = resolver or SpeakerResolver()
        self.models = models

    def extract(
        self, text: str | Document, *, kinds: Iterable[Kind] | None = None, threshold: float = THRESHOLD
    ) -> Attributions:
        """Return the attributions of a text; see `extract_quotes`."""
        wanted, least = check_kinds(kinds), check_threshold(threshold)
        if isinstance(text, str) and _PAGE.match(text):
            warnings.warn(_IS_HTML, UserWarning, stacklevel=3)
        found = self._read(text, wanted, least)
        return found if isinstance(found, Attributions) else _made_anew(found)

    def _hold_none(self, document: Document, wanted: tuple[Kind, ...]) -> bool:
        """Tell whether a text can be told at once to hold nothing of the kinds wanted: indirect ones alone need no
        marks.

        Otherwise all kinds are read whatever is wanted: who has spoken in one kind tells who "he" is in another.
        """
        return (
            "indirect" not in wanted and isinstance(self.detector, QuoteDetector) and not self.detector.quotes(document)
        )

    def _read(self, text: str | Document, wanted: tuple[Kind, ...], least: float) -> Attributions | _SetAside:
        records, plain, cast = self._records(text, wanted, least)
        return Attributions(records, plain, cast) if len(records) < LONG else (_set_aside(records), plain, cast)

    def _records(
        self, text: str | Document, wanted: tuple[Kind, ...], least: float
    ) -> tuple[list[Attribution], str, tuple[Entity, ...]]:
        """Return the records of the wanted kinds, the text and the cast; nothing else of the reading is kept."""
        document = Document.of(text, self.splitter, self.models)
        found = () if self._hold_none(document, wanted) else self.detector.detect(document)
        quotations = [quotation for quotation in found if quotation.confidence >= least]
        resolution = self.resolver.resolve_with_cast(document, quotations)
        return list(_of_kinds(resolution.attributions, wanted)), document.text, resolution.cast


def _set_aside(records: list[Attribution]) -> list[str]:
    """Return the records in the wire format; each is let go as soon as it is written."""
    gc.collect()  # what is left of the reading holds on to itself in circles
    records.reverse()
    pieces = []
    while records:
        pieces.append(json.dumps(records.pop().to_dict()))
    return pieces


def _made_anew(found: _SetAside) -> Attributions:
    """Make the records of a long text again, side by side in memory.

    While a text is read, its records come to lie among millions of short-lived objects.  When those go, Python can give
    back only the blocks of memory without a single record, which are few.
    """
    pieces, text, cast = found
    gc.collect()  # what is left of the reading holds on to itself in circles
    words: dict[str, str] = {}

    def share(wire: dict[str, Any]) -> dict[str, Any]:
        """Let names, cues and the like that come again be one string."""
        for field, value in wire.items():
            if isinstance(value, str) and len(value) < _SHORT:
                wire[field] = words.setdefault(value, value)
        return wire

    return Attributions((Attribution.from_dict(json.loads(piece, object_hook=share)) for piece in pieces), text, cast)


def extract_quotes(
    text: str,
    *,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
) -> Attributions:
    """Find who said what in a text, and exactly where the text says so.

    Args:
        text: Any string: English news, fiction, transcripts or other prose.  It is never changed, and all offsets are
            indices into it.
        kinds: The kinds of quotation to return, from "direct", "mixed" and "indirect"; by default, all three.  This
            only filters the result: if an outer record is left out, the records nested in it move to the top level.
        speakers: A cast you know: names, or a mapping from names to aliases.  These names are preferred.
        threshold: The lowest `Quotation.confidence` to return, from 0 to 1.  Lower it to include doubtful quotations
            and thoughts; raise it to keep only the certain ones.

    Returns:
        The top-level attributions in text order; those inside a quotation are in the ``nested`` of its attribution.

    Raises:
        TypeError: ``text`` is not a string, or ``speakers`` is not a collection of strings.
        ValueError: ``kinds`` holds an unknown kind, or ``threshold`` is not between 0 and 1.

    Example:
        >>> from quotex.extract import extract_quotes
        >>> for a in extract_quotes("“The bridge is safe,” said Mayor Ana Ruiz. She denied that it had cracks."):
        ...     print(a.speaker_name, "|", a.cue_text, "|", a.quote.kind, "|", a.quote.text)
        Ana Ruiz | said | direct | The bridge is safe,
        Ana Ruiz | denied | indirect | that it had cracks
    """
    resolver = SpeakerResolver(speakers) if speakers is not None else None
    return Extractor(resolver=resolver).extract(text, kinds=kinds, threshold=threshold)


def _of_kinds(records: tuple[Attribution, ...], wanted: tuple[Kind, ...]) -> tuple[Attribution, ...]:
    """Keep the records of the wanted kinds; what one of another kind holds takes its place."""
    if wanted == KINDS:
        return records
    kept: list[Attribution] = []
    for record in records:
        nested = _of_kinds(record.nested, wanted) if record.nested else ()
        if record.quote.kind in wanted:
            kept.append(evolve(record, nested=nested) if record.nested else record)
        else:
            kept += nested
    return tuple(kept)


def check_threshold(threshold: float) -> float:
    """Return the threshold.

    Raises:
        TypeError: It is not a number.
        ValueError: It lies outside 0 to 1.
    """
    if isinstance(threshold, bool) or not isinstance(threshold, int | float):
        raise TypeError(f"threshold must be a number from 0 to 1, not {type(threshold).__name__}")
    if not 0 <= threshold <= 1:
        raise ValueError(f"threshold must lie between 0 and 1, not {threshold}")
    return threshold


def check_kinds(kinds: Iterable[Kind] | None) -> tuple[Kind, ...]:
    """Return the wanted kinds in their usual order.

    Raises:
        ValueError: One of them is unknown.
    """
    if kinds is None:
        return KINDS
    wanted = [kinds] if isinstance(kinds, str) else list(kinds)
    for kind in wanted:
        if kind not in KINDS:
            raise ValueError(f"unknown kind {kind!r}: kinds takes any of {', '.join(map(repr, KINDS))}")
    return tuple(kind for kind in KINDS if kind in wanted)
