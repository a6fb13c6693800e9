"""Every rule of detection has an id of its own, a sentence, a text in which it fires and a near miss."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from quotex.detect.claims import make_claims
from quotex.detect.claims.claim import Claim
from quotex.detect.layout import find_turns
from quotex.detect.reports import find_reports, not_reports, sure, trims
from quotex.detect.reports.edges import completions, right
from quotex.detect.speech import naming, speech
from quotex.detect.tags import after, before
from quotex.extract import extract_quotes
from quotex.lexicon import load_table

# The tuples of rules, and where a rule does not simply answer yes or no, which of its arguments it may change.
TUPLES: tuple[tuple[str, ModuleType, str, int | None], ...] = (
    ("layout", find_turns, "LAYOUTS", None),
    ("tag after", after, "TRAILING", None),
    ("tag before", before, "LEADING", None),
    ("name", naming, "NAMES", None),
    ("passage", speech, "NO_SPEECH", None),
    ("claim", make_claims, "RULES", 1),
    ("no report", not_reports, "DROPS", None),
    ("no report", find_reports, "REFUSED", None),
    ("edge", right, "STOPS", None),
    ("edge", right, "LEAVES", 3),
    ("trim", trims, "TRIMS", 2),
    ("opener", right, "OPENERS", None),
    ("edge", right, "TAILS", None),
    ("completion", completions, "COMPLETIONS", 2),
    ("construction", sure, "SURE", None),
)
IN_CODE = [(stage, rule[0]) for stage, module, name, _ in TUPLES for rule in getattr(module, name)]
ROWS = {(stage, rule): texts for stage, rule, *texts in load_table("detection_rules")}


def shown(value: Any) -> Any:
    """What can be compared before and after: the parts of claims, since rules change them in place."""
    if isinstance(value, list) and value and isinstance(value[0], Claim):
        return sorted((claim.kind, tuple(claim.parts)) for claim in value)
    return value


def fired(text: str, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """The rules that fire while a text is read."""
    found: set[tuple[str, str]] = set()

    def noting(stage: str, name: str, rule: Callable[..., Any], changes: int | None) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            before = None if changes is None else shown(arguments[changes])
            answer = rule(*arguments)
            if bool(answer) if changes is None else shown(answer) != before:
                found.add((stage, name))
            return answer

        return run

    for stage, module, name, changes in TUPLES:
        rules = getattr(module, name)
        spies = tuple((rule, noting(stage, rule, call, changes), *rest) for rule, call, *rest in rules)
        monkeypatch.setattr(module, name, spies)
    extract_quotes(text)
    return found


def test_every_rule_has_a_row_in_their_order() -> None:
    assert list(ROWS) == IN_CODE
    assert all(sentence.endswith(".") and fires and misses for sentence, fires, misses in ROWS.values())


@pytest.mark.parametrize("key", ROWS, ids=": ".join)
def test_rule_fires_and_misses(key: tuple[str, str]) -> None:
    _, fires, misses = (cell.replace("\\n", "\n") for cell in ROWS[key])
    with pytest.MonkeyPatch.context() as patch:
        assert key in fired(fires, patch)
    with pytest.MonkeyPatch.context() as patch:
        assert key not in fired(misses, patch)
