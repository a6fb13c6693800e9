"""Fuzz quotex: any str must be read without an exception, and the invariants of the records must hold.

    python -m benchmarks.speed.fuzz [--minutes 20] [--stage detect|all] [--seed 0]
    python -m benchmarks.speed.fuzz --atheris [-max_total_time=300 -max_len=120 -len_control=0 …]

The first form draws texts with hypothesis, one batch after another with new seeds, until the time is over, and prints
how many inputs were tried.  The second needs ``pip install atheris`` and lets coverage guide the inputs; options of
libFuzzer follow it.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

MARKS = "\"'“”‘’«»‹›„‚‟‛「」『』〝〞＂`´′″"
PIECES = [
    *MARKS,
    "``",
    "''",
    "&quot;",
    "&#8220;",
    "&rsquo;",
    "â€œ",
    "<b>",
    "—",
    "–",
    "--",
    "...",
    "…",
    "(",
    ")",
    "[",
    "]",
    "said",
    "says",
    "told",
    "asked",
    "according to",
    "said that",
    "whether",
    "did not say",
    "if",
    "Ana",
    "Ruiz",
    "Mr.",
    "Mrs. Ott",
    "the mayor",
    "he",
    "she",
    "I",
    "they",
    "of",
    "and",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u2028",
    "\x85",
    "\x00",
    "\ud800",
    "\u200f",
    "\u00a0",
    "Q:",
    "A:",
    "MS. RUIZ:",
    "’tis",
    "’90s",
    "rock ’n’ roll",
    "6'2\"",
    "O'Brien",
    "the players'",
    "CHAPTER I",
    "No.",
    "U.S.",
    "3.5",
    "٣",
    "İ",
    "ß",
    "é",
    "漢字",
    "🙂",
    "a\u0301",
    "x" * 60,
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=st.characters(), max_size=60),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=40).map("".join),
)


def check(text: str, stage: str) -> None:
    """Read the text and check what must hold of every result."""
    from quotex.detect.detector import QuoteDetector
    from quotex.extract import extract_quotes
    from quotex.read.splitter import SentenceSplitter

    detector = QuoteDetector()
    for passage in detector.passages(text):
        assert text[passage.span.start : passage.span.end] == passage.span.text
        assert passage.marks.start <= passage.span.start < passage.span.end <= passage.marks.end
    sentences = SentenceSplitter().split(text)
    assert all(a.end <= b.start for a, b in zip(sentences, sentences[1:], strict=False))
    quotations = detector.detect(text)
    assert quotations == detector.detect(text)
    starts = [quotation.start for quotation in quotations]
    assert starts == sorted(starts)
    for quotation in quotations:
        for span in (*quotation.spans, quotation.cue, quotation.source):
            assert span is None or (text[span.start : span.end] == span.text and span.text)
    if stage == "all":
        records = extract_quotes(text)
        records.to_json().encode("utf-8")
        ends = [(r.quote.start, max(s.end for s in r.quote.spans)) for r in records]
        assert ends == sorted(ends)


def run_hypothesis(minutes: float, stage: str, start: int) -> int:
    """Draw texts until the time is over; return how many were tried."""
    tried = 0

    def one_batch(number: int) -> Callable[[], None]:
        @seed(number)
        @settings(
            max_examples=500,
            deadline=None,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        )
        @given(TEXTS)
        def batch(text: str) -> None:
            nonlocal tried
            tried += 1
            check(text, stage)

        return batch

    end = time.monotonic() + 60 * minutes
    number = start
    while time.monotonic() < end:
        one_batch(number)()
        number += 1
        print(f"\r{tried:,} inputs, seeds {start} to {number - 1}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return tried


def run_atheris(stage: str, arguments: list[str]) -> None:
    """Let atheris choose the inputs by coverage."""
    import atheris

    with atheris.instrument_imports(include=["quotex"]):
        import quotex  # noqa: F401

    def one_input(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        if provider.ConsumeBool():  # a byte a piece, so that few bytes reach deep into the grammar of speech
            text = "".join(PIECES[byte % len(PIECES)] for byte in provider.ConsumeBytes(80))
        else:
            text = provider.ConsumeUnicode(400)
        check(text, stage)

    atheris.Setup([sys.argv[0], *arguments], one_input)
    atheris.Fuzz()


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=20.0)
    parser.add_argument("--stage", choices=("detect", "all"), default="all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--atheris", action="store_true")
    options, rest = parser.parse_known_args()
    if options.atheris:
        run_atheris(options.stage, rest)
        return
    begun = time.monotonic()
    tried = run_hypothesis(options.minutes, options.stage, options.seed)
    print(f"{tried:,} inputs in {(time.monotonic() - begun) / 60:.1f} minutes without a failure")


if __name__ == "__main__":
    main()
