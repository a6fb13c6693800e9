"""Who said what, and exactly where does the text say so?

>>> from quotex.extract import extract_quotes
>>> [(a.speaker_name, a.quote.text) for a in extract_quotes("“We won,” said Ana Ruiz.")]
[('Ana Ruiz', 'We won,')]

Modules below this one may move; import from here.
"""

from quotex.attributions import Attribution, Attributions
from quotex.detect.detector import QuoteDetector
from quotex.detect.marks.passages import Passage
from quotex.extract import Extractor, extract_quotes
from quotex.many import ExtractionError, extract_many
from quotex.read.document import Document
from quotex.read.splitter import SentenceSplitter
from quotex.records import Entity, Evidence, Quotation, Span, Speaker
from quotex.resolve.resolver import SpeakerResolver

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Attributions",
    "Document",
    "Entity",
    "Evidence",
    "ExtractionError",
    "Extractor",
    "Passage",
    "QuoteDetector",
    "Quotation",
    "SentenceSplitter",
    "Span",
    "Speaker",
    "SpeakerResolver",
    "extract_many",
    "extract_quotes",
]
