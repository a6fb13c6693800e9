"""extract_many and the engine under it: order, memory, failures, interruption."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from quotex.attributions import Attributions
from quotex.extract import extract_quotes
from quotex.many import CHUNKS_AHEAD, ExtractionError, extract_many, map_texts

ROOT = Path(__file__).resolve().parent.parent
TEXTS = [
    "“We won,” said Ana Ruiz. “It was close.”",
    "",
    "Nobody spoke.",
    "Mayor Tom Reke said that the bridge was safe. “Perfectly safe,” he added.",
] * 5
INT = partial(partial, int)


def process(text: str) -> int:
    return os.getpid()


@pytest.mark.parametrize(
    "options", [{}, {"workers": 2}, {"workers": 2, "chunksize": 1}, {"workers": 3, "chunksize": 7}]
)
def test_results_in_input_order_and_as_in_one_call(options: dict[str, Any]) -> None:
    assert list(extract_many(iter(TEXTS), **options)) == [extract_quotes(text) for text in TEXTS]


def test_kinds_and_speakers_reach_the_workers() -> None:
    options: dict[str, Any] = {"kinds": ["direct"], "speakers": iter(["Ana Ruiz"])}
    expected = [extract_quotes(text, kinds=["direct"], speakers=["Ana Ruiz"]) for text in TEXTS]
    assert list(extract_many(TEXTS, workers=2, **options)) == expected


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    script = tmp_path / "unguarded.py"
    code = "from quotex import extract_many\nprint(list(extract_many(['“Go,” said Ann.'], workers=2)))\n"
    script.write_text(code, encoding="utf-8")
    run = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 1
    assert "a worker process started workers of its own: put the call under if __name__" in run.stderr
    assert run.stderr.splitlines()[-1].startswith("RuntimeError: a worker process ended before its texts were done")


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_in_nothing_out(workers: int) -> None:
    assert list(extract_many([], workers=workers)) == []


@pytest.mark.parametrize("workers", [1, 2])
def test_failure_is_collected_with_its_place(workers: int) -> None:
    results = list(map_texts(["1", "two", "3"], INT, workers=workers, chunksize=2, errors="collect"))
    assert results[0] == 1 and results[2] == 3
    failure = results[1]
    assert isinstance(failure, ExtractionError)
    assert failure.index == 1 and failure.message.startswith("ValueError: invalid literal")


@pytest.mark.parametrize("workers", [1, 2])
def test_failure_is_raised_after_the_results_before_it(workers: int) -> None:
    results = map_texts(["1", "2", "three", "4"], INT, workers=workers)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ExtractionError, match="text 2: ValueError"):
        next(results)


@pytest.mark.parametrize("workers", [1, 2])
def test_not_a_string(workers: int) -> None:
    texts: Any = ["Nobody spoke.", None]
    results = extract_many(texts, workers=workers)
    assert isinstance(next(results), Attributions)
    with pytest.raises(TypeError, match="text 1 must be a str, not NoneType"):
        next(results)
    _, failure = extract_many(texts, workers=workers, errors="collect")
    assert failure == ExtractionError(1, "TypeError: must be a str, not NoneType")


@pytest.mark.parametrize("workers", [1, 2])
def test_input_that_breaks_loses_nothing_before_it(workers: int) -> None:
    def texts() -> Iterator[str]:
        yield from ["1", "2", "3"]
        raise OSError("disk")

    results = map_texts(texts(), INT, workers=workers, chunksize=2)
    assert [next(results) for _ in range(3)] == [1, 2, 3]
    with pytest.raises(OSError, match="disk"):
        next(results)


@pytest.mark.parametrize("workers", [1, 2])
def test_input_is_read_only_a_little_ahead(workers: int) -> None:
    read = 0

    def texts() -> Iterator[str]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield str(number)

    results = map_texts(texts(), INT, workers=workers, chunksize=5)
    assert [next(results) for _ in range(20)] == list(range(20))
    assert read <= 20 + 5 * (workers * CHUNKS_AHEAD + 2)
    results.close()  # type: ignore[attr-defined]


def test_workers_start_once() -> None:
    processes = list(map_texts(["x"] * 200, partial(partial, process), workers=2, chunksize=3))
    assert 1 <= len(set(processes)) <= 2
    assert os.getpid() not in processes


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"workers": 0}, "workers must be a whole number, 1 or more, not 0"),
        ({"workers": 1.5}, "workers must be"),
        ({"workers": True}, "workers must be"),
        ({"chunksize": 0}, "chunksize must be"),
        ({"errors": "ignore"}, "errors must be one of 'raise', 'collect', not 'ignore'"),
        ({"kinds": ["spoken"]}, "direct"),
    ],
)
def test_misuse_is_refused_at_the_call(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        extract_many([], **options)


@pytest.mark.parametrize("texts", ["one text", b"bytes", 3, None])
def test_texts_must_be_many(texts: Any) -> None:
    with pytest.raises(TypeError, match="for a single text call extract_quotes"):
        extract_many(texts)


def test_what_iterates_over_names_is_no_iterable_of_texts() -> None:
    with pytest.raises(TypeError, match="not dict; pass its values"):
        extract_many({"a": "“Go,” said Ann."})
    pandas = pytest.importorskip("pandas")
    with pytest.raises(TypeError, match="pass one column, or call from_frame"):
        extract_many(pandas.DataFrame({"text": ["“Go,” said Ann."]}))


def test_error_survives_the_way_between_processes() -> None:
    error = ExtractionError(4, "ValueError: x")
    assert pickle.loads(pickle.dumps(error)) == error
    assert hash(error) == hash(ExtractionError(4, "ValueError: x"))
    assert error != ExtractionError(5, "ValueError: x")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_records_survive_it_too(protocol: int) -> None:
    said = "Mayor Ana Ruiz said that the bridge “is safe”. “He told me, ‘Close it,’” she said, “and left.”"
    found = extract_quotes(said)
    again = pickle.loads(pickle.dumps(found, protocol))
    assert again == found and again.text == found.text and again.cast == found.cast
    assert again.to_json() == found.to_json()


def test_progress_shows_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert len(list(extract_many(TEXTS[:3], progress=True))) == 3
    captured = capsys.readouterr()
    assert "3/3" in captured.err and not captured.out


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_interruption_stops_at_once_and_leaves_no_worker(tmp_path: Path) -> None:
    code = """
    import os, signal, time
    from functools import partial
    from quotex.many import map_texts

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background has none

    def slow(text):
        os.write(1, b"working\\n")
        time.sleep(60)

    if __name__ == "__main__":
        list(map_texts(["x"] * 100, partial(partial, slow), workers=2, chunksize=1))
    """
    script = tmp_path / "slow.py"
    script.write_text(textwrap.dedent(code), encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        start_new_session=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "working\n"
    start = time.perf_counter()
    child.send_signal(signal.SIGINT)
    _, complaints = child.communicate(timeout=20)
    assert time.perf_counter() - start < 5
    assert "KeyboardInterrupt" in complaints
    with pytest.raises(ProcessLookupError):
        for _ in range(50):  # the server that starts the workers leaves when it sees that this process has gone
            os.killpg(child.pid, 0)
            time.sleep(0.1)
