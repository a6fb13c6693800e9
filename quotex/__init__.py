"""Find who said what in English text, and exactly where the text says so.

>>> from quotex import extract_quotes
>>> [(a.speaker_name, a.quote.text) for a in extract_quotes("“We won,” said Ana Ruiz.")]
[('Ana Ruiz', 'We won,')]

Everything in ``__all__`` is stable, as are the modules `quotex.frames`, `quotex.show`, `quotex.html`, `quotex.spark`
and `quotex.spacy`.  Other modules may move between releases.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # type checkers take it for true; importing typing would take longer than all else here
if TYPE_CHECKING:
    from typing import Any

    from quotex.attributions import Attribution, Attributions
    from quotex.detect.detector import QuoteDetector
    from quotex.detect.marks.passages import Passage
    from quotex.extract import Extractor, extract_quotes
    from quotex.frames import from_frame
    from quotex.many import ExtractionError, extract_many
    from quotex.read.document import Document
    from quotex.read.splitter import SentenceSplitter
    from quotex.records import (
        KINDS,
        Entity,
        Evidence,
        Factuality,
        Form,
        Gender,
        Kind,
        Quotation,
        Span,
        Speaker,
        SpeakerType,
    )
    from quotex.resolve.resolver import SpeakerResolver, Speakers

__version__ = "0.2.0"

__all__ = [
    "KINDS",
    "Attribution",
    "Attributions",
    "Document",
    "Entity",
    "Evidence",
    "ExtractionError",
    "Extractor",
    "Factuality",
    "Form",
    "Gender",
    "Kind",
    "Passage",
    "QuoteDetector",
    "Quotation",
    "SentenceSplitter",
    "Span",
    "Speaker",
    "SpeakerResolver",
    "SpeakerType",
    "Speakers",
    "extract_many",
    "extract_quotes",
    "from_frame",
]

# Names are imported when they are first used, so that ``import quotex`` takes no time and the command line can already
# answer Ctrl-C while the rest loads.
_HOMES = {
    "Attribution": "quotex.attributions",
    "Attributions": "quotex.attributions",
    "Document": "quotex.read.document",
    "Entity": "quotex.records",
    "Evidence": "quotex.records",
    "ExtractionError": "quotex.many",
    "Extractor": "quotex.extract",
    "Factuality": "quotex.records",
    "Form": "quotex.records",
    "Gender": "quotex.records",
    "KINDS": "quotex.records",
    "Kind": "quotex.records",
    "Passage": "quotex.detect.marks.passages",
    "Quotation": "quotex.records",
    "QuoteDetector": "quotex.detect.detector",
    "SentenceSplitter": "quotex.read.splitter",
    "Span": "quotex.records",
    "Speaker": "quotex.records",
    "SpeakerResolver": "quotex.resolve.resolver",
    "SpeakerType": "quotex.records",
    "Speakers": "quotex.resolve.resolver",
    "extract_many": "quotex.many",
    "extract_quotes": "quotex.extract",
    "from_frame": "quotex.frames",
}


_MODULES = ("frames", "html", "records", "show", "spacy", "spark")


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"quotex.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_MODULES})
