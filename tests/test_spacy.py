"""The spaCy component, in a blank English pipeline."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.extract import extract_quotes

spacy = pytest.importorskip("spacy", reason="spaCy is not installed: pip install quotex[spacy]")

TEXT = "“We won,” said Ana Ruiz. “At last.”\n\nShe said that \U0001f600 Bo Lund had told her “it was close”."


def pipeline(**config: Any) -> Any:
    import quotex.spacy  # noqa: F401 (registers the factory, as the entry point does in an installed package)

    nlp = spacy.blank("en")
    nlp.add_pipe("quotex", config=config)
    return nlp


def test_the_offsets_are_those_of_the_text() -> None:
    doc = pipeline()(TEXT)
    assert doc._.attributions == extract_quotes(TEXT)
    parts = [(part.start, part.end, a.quote.kind) for a in doc._.attributions.walk() for part in a.quote.spans]
    spans = doc.spans["quotations"]
    assert [(span.start_char, span.end_char, span.label_) for span in spans] == parts
    assert len(spans) >= 3 and spans.name == "quotations"


def test_options_are_those_of_extract_quotes() -> None:
    doc = pipeline(kinds=["direct"], speakers={"Ana Maria Ruiz": ["Ana Ruiz"]}, spans_key="said")(TEXT)
    assert doc._.attributions == extract_quotes(TEXT, kinds=["direct"], speakers={"Ana Maria Ruiz": ["Ana Ruiz"]})
    assert {span.label_ for span in doc.spans["said"]} == {"direct"}
    with pytest.raises(ValueError, match="unknown kind 'spoken'"):
        pipeline(kinds=["spoken"])


def test_many_and_odd_documents() -> None:
    docs = list(pipeline().pipe([TEXT, "", "no", "“" * 30]))
    assert [len(doc._.attributions) for doc in docs][:3] == [len(extract_quotes(TEXT)), 0, 0]


def test_a_document_is_saved_with_its_result() -> None:
    from spacy.tokens import Doc, DocBin

    nlp = pipeline()
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.attributions == extract_quotes(TEXT)
    assert len(again.spans["quotations"]) == len(doc.spans["quotations"])
    box = DocBin(store_user_data=True, docs=[doc, nlp("Nobody spoke.")])
    saved = list(DocBin().from_bytes(box.to_bytes()).get_docs(nlp.vocab))
    assert [d._.attributions for d in saved] == [extract_quotes(TEXT), extract_quotes("Nobody spoke.")]


def test_several_processes() -> None:
    docs = list(pipeline().pipe([TEXT, "no"] * 3, n_process=2, batch_size=2))
    assert [d._.attributions for d in docs] == [extract_quotes(TEXT), extract_quotes("no")] * 3


def test_a_document_with_its_result_can_be_pickled() -> None:
    import pickle

    doc = pickle.loads(pickle.dumps(pipeline()(TEXT)))
    assert len(doc.spans["quotations"]) >= 3
