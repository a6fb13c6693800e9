"""Add quotation attribution to a spaCy pipeline (needs ``quotex[spacy]``).

The component reads ``doc.text`` only, so it works in any pipeline, a blank one included:

    nlp = spacy.blank("en")
    nlp.add_pipe("quotex")
    doc = nlp("“We won,” said Ana Ruiz.")
    doc._.attributions            # the Attributions of doc.text, with its character offsets
    doc.spans["quotations"]       # a spaCy Span for each part of each quotation, labelled by kind

Both are saved and sent to other processes with the document (``doc.to_disk``, ``DocBin``, ``nlp.pipe(n_process=2)``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

try:
    import srsly
    from spacy.language import Language
    from spacy.tokens import Doc, SpanGroup
except ImportError as error:
    raise ImportError('spaCy is not installed: run pip install "quotex[spacy]"') from error

from quotex.attributions import Attribution, Attributions
from quotex.extract import THRESHOLD, Extractor, check_kinds, check_threshold
from quotex.records import Entity, from_wire, to_wire
from quotex.resolve.resolver import SpeakerResolver, Speakers

if TYPE_CHECKING:
    from quotex.records import Kind

NAME = "quotex"
SPANS_KEY = "quotations"
_PACKED = "__quotex__"


class QuotexComponent:
    """Set ``doc._.attributions`` and ``doc.spans["quotations"]``.

    Args:
        kinds: The kinds of quotation to return, as for `quotex.extract_quotes`.
        speakers: A cast for every text, as for `quotex.extract_quotes`.
        threshold: The lowest confidence of a quotation, as for `quotex.extract_quotes`.
        spans_key: The key of ``doc.spans`` to write to.
    """

    def __init__(
        self,
        *,
        kinds: Iterable[Kind] | None = None,
        speakers: Speakers | None = None,
        threshold: float = THRESHOLD,
        spans_key: str = SPANS_KEY,
    ) -> None:
        self.kinds = check_kinds(kinds)
        self.threshold = check_threshold(threshold)
        self.extractor = Extractor(resolver=SpeakerResolver(speakers))
        self.spans_key = spans_key
        if not Doc.has_extension("attributions"):
            Doc.set_extension("attributions", default=None)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document."""
        found = self.extractor.extract(doc.text, kinds=self.kinds, threshold=self.threshold)
        doc._.attributions = found
        doc.spans[self.spans_key] = _spans(doc, found, self.spans_key)
        return doc


def _spans(doc: Doc, found: Attributions, name: str) -> SpanGroup:
    """Return the parts of all quotations; where one starts or ends within a token, the span takes the whole token."""
    spans = []
    for number, record in enumerate(found.walk(), 1):
        for part in record.quote.spans:
            span = doc.char_span(
                part.start, part.end, label=record.quote.kind, span_id=str(number), alignment_mode="expand"
            )
            if span is not None:
                spans.append(span)
    return SpanGroup(doc, name=name, spans=spans)


@srsly.msgpack_encoders(NAME)
def pack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Write a result in the form in which spaCy saves documents."""
    if isinstance(value, Attributions):
        cast = [[to_wire(e.name), _wired(e), e.type, e.role and to_wire(e.role), e.gender, e.count] for e in value.cast]
        return {_PACKED: [value.to_dicts(), to_wire(value.text), cast]}
    return value if chain is None else chain(value)


def _wired(entity: Entity) -> list[list[Any]]:
    return [[to_wire(form), count] for form, count in entity.forms]


@srsly.msgpack_decoders(NAME)
def unpack(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    """Read a result that `pack` has written."""
    if isinstance(value, dict) and _PACKED in value:
        records, text, cast = value[_PACKED]
        return Attributions(map(Attribution.from_dict, records), from_wire(text), tuple(map(_entity, cast)))
    return value if chain is None else chain(value)


def _entity(packed: Any) -> Entity:
    name, forms, type_, role, gender, count = packed
    known = tuple((from_wire(form), times) for form, times in forms)
    return Entity(from_wire(name), known, type_, role and from_wire(role), gender, count)


@Language.factory(
    NAME,
    assigns=["doc._.attributions", "doc.spans"],
    default_config={"kinds": None, "speakers": None, "threshold": THRESHOLD, "spans_key": SPANS_KEY},
)
def make_component(
    nlp: Language, name: str, kinds: Any, speakers: Any, threshold: float, spans_key: str
) -> QuotexComponent:
    """Make the component for ``nlp.add_pipe("quotex", config={…})``."""
    return QuotexComponent(kinds=kinds, speakers=speakers, threshold=threshold, spans_key=spans_key)
