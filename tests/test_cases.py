"""Own articles and stories: each expected attribution is found, and nothing that is no speech."""

from __future__ import annotations

import functools
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from cases_reader import CASES, Case, Expected, answer, read_cases

from quotex.attributions import Attribution

ALL = {case.name: case for case in read_cases()}
LEAST_AGREEMENT = 0.8


def known() -> dict[tuple[str, str], str]:
    """What is missed today, and why."""
    lines = (CASES / "known.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(name, id): reason for name, id, reason in rows}


def cases(ids: Iterable[tuple[str, str]]) -> list[Any]:
    """Parameters; those that are known to be missed are expected to fail."""
    missed = known()
    return [
        pytest.param(
            name,
            id,
            id=f"{name}-{id}",
            marks=[pytest.mark.xfail(strict=True, reason=missed[name, id])] if (name, id) in missed else [],
        )
        for name, id in ids
    ]


@functools.cache
def answers(name: str) -> tuple[Attribution, ...]:
    """All records of a case, nested ones too."""
    return tuple(flat(answer(ALL[name].text)))


def flat(records: Iterable[Attribution]) -> Iterator[Attribution]:
    for record in records:
        yield record
        yield from flat(record.nested)


def places(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Where the letters and digits of the spans are."""
    return {place for start, end in spans for place in range(start, end) if text[place].isalnum()}


def parts_in(record: Attribution, wanted: set[int]) -> list[tuple[int, int]]:
    """The spans of a record that share a place with those wanted: sentences apart may be one record or two."""
    spans = [(span.start, span.end) for span in record.quote.spans]
    return [span for span in spans if not wanted.isdisjoint(range(*span))]


def agreement(text: str, expected: Expected, record: Attribution) -> float:
    wanted = places(text, expected.spans)
    found = places(text, parts_in(record, wanted))
    # Of a fragment in marks it is enough that a record holds it.
    return len(wanted & found) / max(1, len(wanted if len(expected.kinds) > 1 else wanted | found))


def found(case: Case, expected: Expected) -> Attribution:
    """The record that answers an expected one, or a failure that shows what there is instead."""

    def rank(record: Attribution) -> tuple[float, bool]:
        return agreement(case.text, expected, record), record.quote.kind in expected.kinds

    best = max(answers(case.name), key=rank, default=None)
    words = " … ".join(case.text[start:end] for start, end in expected.spans)
    assert best is not None and agreement(case.text, expected, best) >= LEAST_AGREEMENT, (
        f"spans: {words!r} not found; nearest {best.quote.text if best else None!r}"
    )
    return best


def plain(name: str | None) -> str | None:
    """A name for comparison: case, kind of mark and a leading article do not count."""
    return name and re.sub(r"^(the|an?) ", "", name.casefold().replace("’", "'"))


@pytest.mark.parametrize(("name", "id"), cases((c.name, e.id) for c in ALL.values() for e in c.expected))
def test_expected(name: str, id: str) -> None:
    case = ALL[name]
    expected = next(e for e in case.expected if e.id == id)
    record = found(case, expected)
    assert record.quote.kind in expected.kinds, f"kind: {record.quote.kind}"
    if expected.speakers:
        wanted = [None if s == "-" else plain(s) for s in expected.speakers]
        assert plain(record.speaker_name) in wanted, f"speaker: {record.speaker_name!r}, not {expected.speakers}"
    if expected.cue:
        assert f" {expected.cue.casefold()} " in f" {(record.cue_text or '').casefold()} ", f"cue: {record.cue_text!r}"
    check_more(expected, record)


def check_more(expected: Expected, record: Attribution) -> None:
    more = expected.more
    if "fact" in more:
        assert record.factuality == more["fact"], f"factuality: {record.factuality}"
    if "type" in more:
        assert record.speaker and record.speaker.type == more["type"], f"type: {record.speaker}"
    if "to" in more:
        addressee = record.addressee and record.addressee.name
        assert plain(addressee) in [plain(name) for name in more["to"].split("/")], f"addressee: {addressee!r}"


@pytest.mark.parametrize(("name", "id"), cases((name, "not-speech") for name, case in ALL.items() if case.not_speech))
def test_not_speech(name: str, id: str) -> None:
    """No record consists of such a passage for more than a half."""
    case = ALL[name]
    for passage in case.not_speech:
        wanted = places(case.text, [passage])
        for record in answers(name):
            spans = places(case.text, [(span.start, span.end) for span in record.quote.spans])
            shared = len(wanted & spans)
            assert shared <= len(spans) / 2, f"{case.text[slice(*passage)]!r} attributed to {record.speaker_name!r}"


@pytest.mark.parametrize(("name", "id"), cases((name, "extra") for name in ALL))
def test_no_extra(name: str, id: str) -> None:
    """Every direct or mixed record is one of those expected; those of no speech have their own test."""
    case = ALL[name]
    spans = [span for expected in case.expected for span in expected.spans]
    wanted = places(case.text, [*spans, *case.not_speech, *case.unsure])
    for record in answers(name):
        if record.quote.kind == "indirect":
            continue
        spans = places(case.text, [(span.start, span.end) for span in record.quote.spans])
        assert len(spans & wanted) >= len(spans) / 2, f"{record.quote.text!r} by {record.speaker_name!r}"


def test_known_names_cases() -> None:
    ids = {(c.name, e.id) for c in ALL.values() for e in c.expected} | {
        (name, id) for name in ALL for id in ("not-speech", "extra")
    }
    assert set(known()) <= ids


def test_cases_are_many_and_varied() -> None:
    stories = [name for name in ALL if name.startswith("story-")]
    assert len(stories) >= 10
    assert len(ALL) - len(stories) >= 25
    assert all({"style", "shows"} <= case.about.keys() for case in ALL.values())
