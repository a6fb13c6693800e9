"""What holds for every text: the six invariants of the contract, over generated text."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from cases_reader import answer, read_cases
from generated import texts

from quotex.attributions import Attribution, Attributions
from quotex.detect.detector import QuoteDetector
from quotex.extract import THRESHOLD, extract_quotes
from quotex.many import extract_many
from quotex.read.splitter import SentenceSplitter
from quotex.records import KINDS, Span, to_wire
from quotex.resolve.resolver import SpeakerResolver

ROOT = Path(__file__).resolve().parent.parent

checked = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def flat(records: Iterable[Attribution]) -> Iterator[Attribution]:
    for record in records:
        yield record
        yield from flat(record.nested)


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "__attrs_attrs__"):
        for attribute in value.__attrs_attrs__:
            yield from spans_of(getattr(value, attribute.name))


@checked
@given(texts)
@example("")
@example('"')
@example("\x00")
@example("\ud800“\udfff”, said \ud800.")
@example("“We won,” said Ana Ruiz.")
def test_spans_are_slices_of_the_text(text: str) -> None:
    """Invariant 1."""
    result = extract_quotes(text)
    assert result.text == text
    for span in spans_of(list(result)):
        assert text[span.start : span.end] == span.text
        assert span.start < span.end


@checked
@given(texts)
def test_records_are_in_order_and_apart(text: str) -> None:
    """Invariant 5, for records on the same level."""

    def check(records: Iterable[Attribution], holder: Attribution | None) -> None:
        places = []
        for record in records:
            spans = record.quote.spans
            assert spans
            assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))
            if holder is not None:
                outer = holder.quote.spans
                assert all(any(o.start <= s.start and s.end <= o.end for o in outer) for s in spans)
            check(record.nested, record)
            places.append([(span.start, span.end) for span in spans])
        assert places == sorted(places)
        every = sorted(place for record in places for place in record)
        assert all(left[1] <= right[0] for left, right in zip(every, every[1:], strict=False))

    check(extract_quotes(text), None)


@checked
@given(texts)
def test_records_hold_together(text: str) -> None:
    result = extract_quotes(text)
    for record in flat(result):
        assert record.quote.kind in KINDS
        assert 0 <= record.confidence <= 1
        assert sum(not evidence.won for evidence in record.evidence) <= 3
        for speaker in (record.speaker, record.addressee):
            if speaker is not None:
                assert speaker.name.strip()
                assert speaker.entity is None or 0 <= speaker.entity < len(result.cast)
                assert (speaker.mention is None) == (speaker.form == "implicit")
        assert record.explain()


@checked
@given(texts)
def test_round_trip_is_exact_and_every_output_can_be_written(text: str) -> None:
    """Invariant 2: records read back are the same, by way of UTF-8."""
    result = extract_quotes(text)
    written = result.to_json().encode("utf-8")
    assert [Attribution.from_dict(record) for record in json.loads(written)] == list(result)
    for output in (repr(result), result._repr_html_(), *(record.explain() for record in result)):
        output.encode("utf-8")


@checked
@given(texts, st.sets(st.sampled_from(KINDS)))
def test_kinds_only_filter(text: str, kinds: set[Any]) -> None:
    """What is asked for by kind is what a full answer holds of that kind, nested ones included."""

    def said(result: Attributions) -> list[Any]:
        return [record.quote for record in flat(result) if record.quote.kind in kinds]

    assert said(extract_quotes(text, kinds=kinds)) == said(extract_quotes(text))


def test_what_a_record_of_another_kind_holds_is_kept() -> None:
    text = "The mayor said that Ana Ruiz had called the bridge “a wreck that nobody should cross”."
    (holder,) = extract_quotes(text)
    assert holder.quote.kind == "mixed"
    assert [a.quote for a in extract_quotes(text, kinds=["direct"])] == [a.quote for a in holder.nested]


def test_kinds_hardly_touch_the_speakers() -> None:
    """Without the indirect quotations beside it, a quotation without a tag may have another speaker, but rarely."""

    def speakers(results: Iterable[Attributions]) -> list[str | None]:
        return [record.speaker_name for result in results for record in flat(result) if record.quote.kind != "indirect"]

    texts = [case.text for case in read_cases()]
    some = (extract_quotes(text, kinds=["direct", "mixed"]) for text in texts)
    pairs = list(zip(speakers(map(answer, texts)), speakers(some), strict=True))
    assert sum(left != right for left, right in pairs) <= 0.03 * len(pairs)


@checked
@given(texts)
def test_same_answer_twice(text: str) -> None:
    """Invariant 3, in one process."""
    assert extract_quotes(text) == extract_quotes(text)


@settings(deadline=None, max_examples=60)
@given(texts, st.integers(1, 3), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_blank_paragraphs_around_only_shift(text: str, count: int, blank: str) -> None:
    """Invariant 6."""

    def said(result: Attributions, shift: int) -> list[Any]:
        return [
            (
                record.quote.kind,
                [(span.start - shift, span.end - shift, span.text) for span in record.quote.spans],
                record.speaker_name,
                record.cue_text,
                record.confidence,
            )
            for record in flat(result)
        ]

    before = blank * count
    assert said(extract_quotes(before + text + before), len(before)) == said(extract_quotes(text), 0)


UNBALANCED = ["“", "”", '"', "‘", "'", "’", "«", "»"]


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(UNBALANCED), st.integers(0, 40), st.sampled_from([("“", "”"), ('"', '"'), ("‘", "’")]))
def test_an_unbalanced_mark_harms_its_own_paragraph_alone(mark: str, place: int, marks: tuple[str, str]) -> None:
    """Invariant 4: what stands in other paragraphs is found as before."""
    opening, closing = marks
    before = f"Ana Ruiz came in. {opening}We won the cup,{closing} said Ana Ruiz."
    flawed = "The harbour was full of boats that evening and nobody spoke."
    after = [
        f"Tom Reke shrugged. {opening}They were lucky,{closing} said Tom Reke.",
        f"Nobody clapped. {opening}It was close,{closing} said Ana Ruiz.",
    ]
    clean = "\n\n".join([before, flawed, *after])
    broken = "\n\n".join([before, flawed[:place] + mark + flawed[place:], *after])
    start = len(before) + 2
    end = start + len(flawed) + len(mark)

    def passages(text: str, shift: int) -> list[tuple[int, int]]:
        spans = [passage.span for passage in QuoteDetector().passages(text)]
        outside = [s for s in spans if s.end <= start or s.start >= end - (1 - shift)]
        return [(s.start, s.end) if s.end <= start else (s.start - shift, s.end - shift) for s in outside]

    assert passages(broken, len(mark)) == passages(clean, 0)


@checked
@given(texts)
def test_sentences_and_gaps_make_up_the_text(text: str) -> None:
    end = 0
    for sentence in SentenceSplitter().split(text):
        assert sentence.text == text[sentence.start : sentence.end]
        assert sentence.start >= end and sentence.text
        assert not text[end : sentence.start].strip()
        assert sentence.text == sentence.text.strip()
        end = sentence.end
    assert not text[end:].strip()


@checked
@given(texts)
def test_passages_lie_within_their_marks(text: str) -> None:
    end = 0
    for passage in QuoteDetector().passages(text):
        assert passage.marks.start >= end
        assert passage.marks.start <= passage.span.start <= passage.span.end <= passage.marks.end
        for span in spans_of(passage):
            assert text[span.start : span.end] == span.text
        end = passage.marks.end


@checked
@given(texts)
def test_stages_compose(text: str) -> None:
    """The stages used one by one give what the main job gives."""
    quotations = [quotation for quotation in QuoteDetector().detect(text) if quotation.confidence >= THRESHOLD]
    assert SpeakerResolver().resolve(text, quotations) == tuple(extract_quotes(text))


@pytest.mark.parametrize("value", [None, 3, b"bytes", ["text"], Path("file.txt")])
def test_anything_else_is_a_type_error(value: Any) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        extract_quotes(value)


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        (float("nan"), "a missing text can be passed as"),
        (Path("file.txt"), "read the file first"),
        (b"bytes", "decode it first"),
        (["text"], "use extract_many"),
    ],
)
def test_a_type_error_says_what_to_do(value: Any, advice: str) -> None:
    with pytest.raises(TypeError, match=advice):
        extract_quotes(value)


SAMPLE = [
    "“We won,” said Ana Ruiz. Tom Reke said that the bridge was safe. “Perfectly safe,” he added.",
    "\ud800 “No,” she said. “Who?” asked the man.\n\n“You.”\n\n“Me?”\n\n“Yes, Tom,” said Mrs. Lee.",
    "Mr. Lee did not say whether the Ministry of Water had “any plan”. According to Ana Ruiz, it had none.",
]


def digest(results: Iterable[Any]) -> str:
    return hashlib.sha256("\n".join(result.to_json() for result in results).encode()).hexdigest()


def test_any_number_of_workers() -> None:
    """Invariant 3, across processes."""
    expected = digest(map(extract_quotes, SAMPLE))
    assert digest(extract_many(SAMPLE, workers=2, chunksize=1)) == expected


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_any_hash_seed(seed: str) -> None:
    """Invariant 3, in a new process with another order of sets."""
    code = (
        "import json, sys; from quotex import extract_quotes; texts = json.load(sys.stdin);"
        "json.dump([extract_quotes(text).to_json() for text in texts], sys.stdout)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", code]
    texts = json.dumps(SAMPLE + [case.text for case in read_cases()[::3]])
    ran = subprocess.run(command, input=texts, capture_output=True, text=True, env=environment, cwd=ROOT, check=True)
    assert json.loads(ran.stdout) == [answer(text).to_json() for text in json.loads(texts)]


def test_wire_text_is_writable() -> None:
    assert to_wire("\ud800").encode() == b"\\ud800"


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 60_000 + "– Come in, says Ann.\n\n– No, says Bo.\n\n– Who let them in?\n\n– The gate.\n",
        "Center \n of It",
        "DP \n of Dr.,",
        "Vesk he daughter Vesk Secretary the Their Vesk",
    ],
)
def test_texts_that_once_had_no_answer(text: str) -> None:
    assert isinstance(extract_quotes(text).text, str)
