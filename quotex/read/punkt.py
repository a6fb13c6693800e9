"""Punkt with our own parameters, for the one question that takes statistics.

Whether "Inc. Shares" or "Inc. Magazine" begins a new sentence depends on how the second word is used elsewhere; Punkt
(Kiss and Strunk 2006) knows that from counting.  NLTK's trainer counted it; the parameters are a data file made by
``benchmarks/train/punkt.py``.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from quotex.models import load_model


def punkt() -> Any:
    """NLTK's ``PunktSentenceTokenizer`` with the parameters of ``quotex/models/punkt.json``."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    model = load_model("punkt")
    parameters = PunktParameters()
    parameters.abbrev_types.update(model["abbreviations"].split(" "))
    parameters.sent_starters.update(model["starters"].split(" "))
    for word in model["starting"].split(" "):
        parameters.add_ortho_context(word, model["context"])
    return PunktSentenceTokenizer(parameters)


@cache
def _beginning() -> frozenset[str]:
    model = load_model("punkt")
    return frozenset(model["starters"].split(" ")) | frozenset(model["starting"].split(" "))


def begins_sentence(word: str) -> bool:
    """Tell whether Punkt takes a capitalised word behind an abbreviation for the first of a sentence.

    The same as ``punkt().text_contains_sentbreak(f"etc. {word}")``: its orthographic heuristic and its frequent
    sentence starters.  Asked of the parameters themselves, since to import NLTK takes seconds where SciPy is installed.

    >>> begins_sentence("According"), begins_sentence("Ltd")
    (True, False)
    """
    return word.lower() in _beginning()
