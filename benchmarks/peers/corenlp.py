"""Run Stanford CoreNLP over texts and read its JSON."""

from __future__ import annotations

import bisect
import json
import pathlib
from collections.abc import Callable
from itertools import accumulate
from typing import Any

VERSION = "4.5.10"
ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote"
POM = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>peers</groupId><artifactId>corenlp</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId>
      <version>{VERSION}</version></dependency>
    <dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId>
      <version>{VERSION}</version><classifier>models</classifier></dependency>
  </dependencies>
</project>
"""


def command(jars: pathlib.Path, files: pathlib.Path, out: pathlib.Path) -> list[str]:
    """Return the command that annotates a list of files."""
    return [
        "java", "-Xmx4g", "-cp", f"{jars}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP",
        "-annotators", ANNOTATORS, "-filelist", str(files), "-outputFormat", "json", "-outputDirectory", str(out),
    ]  # fmt: skip


def records(annotated: dict[str, Any], text: str) -> list[dict[str, Any]]:
    """Return the quotations of one annotated text in quotex's wire format; Java counts UTF-16 units."""
    units = [0, *accumulate(2 if ord(c) > 0xFFFF else 1 for c in text)]

    def place(offset: int) -> int:
        return min(bisect.bisect_left(units, offset), len(text))

    # The numbers of mention tokens run through the whole text.
    tokens = [token for sentence in annotated["sentences"] for token in sentence["tokens"]]
    found = []
    for quote in annotated.get("quotes", []):
        span = [place(quote["beginIndex"]), place(quote["endIndex"])]
        record: dict[str, Any] = {
            "kind": "direct",
            "text": text[slice(*span)],
            "spans": [span],
            "cue": None,
            "confidence": 1.0,
        }
        record["speaker"] = _speaker(quote, tokens, text, place)
        found.append(record)
    return found


def _speaker(
    quote: dict[str, Any], tokens: list[dict[str, Any]], text: str, place: Callable[[int], int]
) -> dict[str, Any] | None:
    first, last = quote.get("mentionBeginToken", -1), quote.get("mentionEndToken", -1)
    names = [quote.get("canonicalSpeaker"), quote.get("speaker"), quote.get("mention")]
    name = next((name for name in names if name and name != "Unknown"), None)
    span = None
    if 0 <= first <= last < len(tokens):
        span = [place(tokens[first]["characterOffsetBegin"]), place(tokens[last]["characterOffsetEnd"])]
    if name is None and span is None:
        return None
    mention = text[slice(*span)] if span else None
    return {"name": name or mention, "text": mention, "span": span, "form": "name"}


def read(folder: pathlib.Path, names: list[str], texts: list[str]) -> list[list[dict[str, Any]]]:
    """Return the records of every text, in order; a text without an output has none."""
    results = []
    for name, text in zip(names, texts, strict=True):
        path = folder / f"{name}.json"
        annotated = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"sentences": []}
        results.append(records(annotated, text))
    return results
