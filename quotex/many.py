"""Extract the quotations of many texts, in one process or several: in input order, with bounded memory.

The texts are cut into chunks.  A few chunks per worker are in progress at any time, and the next is read only when a
result has been handed out.  So the input may be a generator over millions of articles, and the results are the same as
those of a single process.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from quotex.attributions import Attributions
from quotex.extract import THRESHOLD, Extractor, check_kinds, check_threshold
from quotex.records import Kind
from quotex.resolve.resolver import SpeakerResolver, Speakers

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
Task = Callable[[str], T]
Chunk = list[tuple[int, str]]
ERRORS = ("raise", "collect")
CHUNK_TEXTS = 64
# About 20 news articles: a worker is busy for a few tenths of a second, which dwarfs the cost of handing it over.
CHUNK_CHARACTERS = 60_000
CHUNKS_AHEAD = 3
_GUARD = 'put the call under if __name__ == "__main__": (each worker reads the script once more), or use workers=1'
_UNGUARDED = f"a worker process started workers of its own: {_GUARD}"
_WORKER_LOST = f"a worker process ended before its texts were done, as when memory runs out; in a script, {_GUARD}"
_worker_task: Callable[[str], Any] | None = None


class ExtractionError(Exception):
    """Report a text that failed: its position in the input, and why.

    With ``errors="raise"`` it is raised; with ``errors="collect"`` it is yielded in place of the result.

    Attributes:
        index: The position of the text in the input, counted from 0.
        message: The type and message of the exception.

    Example:
        >>> str(ExtractionError(3, "ValueError: no"))
        'text 3: ValueError: no'
    """

    def __init__(self, index: int, message: str) -> None:
        super().__init__(index, message)
        self.index = index
        self.message = message

    def __str__(self) -> str:
        return f"text {self.index}: {self.message}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExtractionError) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)


@overload
def extract_many(
    texts: Iterable[str],
    *,
    workers: int = 1,
    chunksize: int | None = None,
    progress: bool = False,
    errors: Literal["raise"] = "raise",
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
) -> Iterator[Attributions]: ...


@overload
def extract_many(
    texts: Iterable[str],
    *,
    workers: int = 1,
    chunksize: int | None = None,
    progress: bool = False,
    errors: str,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
) -> Iterator[Attributions | ExtractionError]: ...


def extract_many(
    texts: Iterable[str],
    *,
    workers: int = 1,
    chunksize: int | None = None,
    progress: bool = False,
    errors: str = "raise",
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
) -> Iterator[Attributions | ExtractionError]:
    """Extract the quotations of many texts, and yield one result per text in input order.

    Args:
        texts: Any iterable of strings.  A generator is read only a little ahead of the results.
        workers: The number of processes; 1 works in this process.  Each worker loads the models once.  A script that
            uses several must call this under ``if __name__ == "__main__":``, as ``multiprocessing`` requires.
        chunksize: The number of texts handed to a worker at a time; by default, about 60,000 characters of text.
        progress: Whether to show a progress bar (tqdm) on standard error.
        errors: ``"raise"`` stops at the first text that fails, after yielding the results before it; ``"collect"``
            yields an `ExtractionError` in its place and continues.
        kinds: The kinds of quotation to return, as for `extract_quotes`.
        speakers: A cast for every text, as for `extract_quotes`.
        threshold: The lowest confidence of a quotation, as for `extract_quotes`.

    Raises:
        TypeError: ``texts`` is a single string or, with ``errors="raise"``, holds something other than a string.
        ValueError: An option has an unknown value; the message lists the valid ones.
        ExtractionError: A text failed, with ``errors="raise"``.
        RuntimeError: A worker process died, or a script without that guard started one.

    Example:
        >>> texts = ['“We won,” said Ana Ruiz.', 'Nobody spoke.']
        >>> [[a.speaker_name for a in found] for found in extract_many(texts)]
        [['Ana Ruiz'], []]
    """
    make_task = partial(_extraction, check_kinds(kinds), SpeakerResolver(speakers), check_threshold(threshold))
    results = map_texts(texts, make_task, workers=workers, chunksize=chunksize, errors=errors)
    return _with_progress(results, texts) if progress else results


def map_texts(
    texts: Iterable[str],
    make_task: Callable[[], Task[T]],
    *,
    workers: int = 1,
    chunksize: int | None = None,
    errors: str = "raise",
) -> Iterator[T | ExtractionError]:
    """Apply a task to many texts; `extract_many` is built on this and has the same options.

    Args:
        texts: The texts.
        make_task: Makes the function that reads one text; called once per worker.  With several workers, it and the
            results must be picklable.
        workers: The number of processes.
        chunksize: The number of texts handed to a worker at a time.
        errors: ``"raise"`` or ``"collect"``.

    Example:
        >>> from functools import partial
        >>> list(map_texts(["a", "b"], partial(getattr, str, "upper")))
        ['A', 'B']
    """
    if isinstance(texts, str | bytes | bytearray) or not isinstance(texts, Iterable):
        raise TypeError(
            f"texts must be an iterable of str, not {type(texts).__name__}; for a single text call extract_quotes"
        )
    if isinstance(texts, Mapping):
        raise TypeError(f"texts must be an iterable of str, not {type(texts).__name__}; pass its values()")
    if hasattr(texts, "columns"):
        name = type(texts).__name__
        raise TypeError(f"texts must be an iterable of str, not {name}; pass one column, or call from_frame")
    if errors not in ERRORS:
        raise ValueError(f"errors must be one of {', '.join(map(repr, ERRORS))}, not {errors!r}")
    _check_count("workers", workers)
    if chunksize is not None:
        _check_count("chunksize", chunksize)
    texts = _strings(texts) if errors == "raise" else texts
    if workers == 1:
        results = _serial(texts, make_task)
    else:
        results = _parallel(_chunks(texts, chunksize), make_task, workers)
    return results if errors == "collect" else _raising(results)


def _check_count(name: str, value: object) -> None:
    """Refuse anything that is not a whole number of at least 1."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise ValueError(f"{name} must be a whole number, 1 or more, not {value!r}")


def _extraction(kinds: tuple[Kind, ...], resolver: SpeakerResolver, threshold: float) -> Task[Attributions]:
    """Make the task of `extract_many`: one extractor for all texts."""
    return partial(Extractor(resolver=resolver).extract, kinds=kinds, threshold=threshold)


def _attempt(task: Task[T], index: int, text: str) -> T | ExtractionError:
    """Run the task on one text; an exception becomes a value."""
    if not isinstance(text, str):
        return ExtractionError(index, f"TypeError: must be a str, not {type(text).__name__}")
    try:
        return task(text)
    except Exception as error:
        failure = ExtractionError(index, f"{type(error).__name__}: {error}")
        failure.__cause__ = error
        return failure


def _strings(texts: Iterable[str]) -> Iterator[str]:
    """Pass texts on; refuse anything else, which is the caller's mistake and no failure of a text."""
    for index, text in enumerate(texts):
        if not isinstance(text, str):
            kind = type(text).__name__
            missing = "; pass '' for a missing text" if kind in ("NoneType", "NAType", "float") else ""
            raise TypeError(f"text {index} must be a str, not {kind}{missing}")
        yield text


def _raising(results: Iterator[T | ExtractionError]) -> Iterator[T]:
    """Pass results on; raise the first failure."""
    for result in results:
        if isinstance(result, ExtractionError):
            raise result
        yield result


def _serial(texts: Iterable[str], make_task: Callable[[], Task[T]]) -> Iterator[T | ExtractionError]:
    """Work in this process."""
    task = make_task()
    for index, text in enumerate(texts):
        yield _attempt(task, index, text)


def _chunks(texts: Iterable[str], size: int | None) -> Iterator[Chunk]:
    """Cut the input into chunks of ``size`` texts, or of about ``CHUNK_CHARACTERS``."""
    chunk: Chunk = []
    characters = 0
    try:
        for index, text in enumerate(texts):
            chunk.append((index, text))
            characters += len(text) if isinstance(text, str) else 0
            full = len(chunk) >= CHUNK_TEXTS or characters >= CHUNK_CHARACTERS
            if full if size is None else len(chunk) >= size:
                yield chunk
                chunk, characters = [], 0
    except Exception:
        # The input broke: what it gave before is still answered, as in one process.
        if chunk:
            yield chunk
        raise
    if chunk:
        yield chunk


def _parallel(chunks: Iterator[Chunk], make_task: Callable[[], Task[T]], workers: int) -> Iterator[T | ExtractionError]:
    """Work in a pool of processes, a few chunks ahead of what has been asked for."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import current_process, get_all_start_methods, get_context

    if getattr(current_process(), "_inheriting", False):  # a worker that runs the caller's script once more
        raise RuntimeError(_UNGUARDED)

    # A fork of a process with threads (a notebook, a progress bar) can inherit a lock that nobody will ever release.
    method = "forkserver" if "forkserver" in get_all_start_methods() else "spawn"
    executor = ProcessPoolExecutor(workers, get_context(method), initializer=_start_worker, initargs=(make_task,))
    under_way: deque[Future[list[Any]]] = deque()
    failure: Exception | None = None
    try:
        while True:
            try:
                chunk = next(chunks, None)
            except Exception as error:
                failure, chunk = error, None
            if chunk is None:
                break
            with _without_interrupts():
                under_way.append(executor.submit(_run_chunk, chunk))
            if len(under_way) > workers * CHUNKS_AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise RuntimeError(_WORKER_LOST) from error
    finally:
        _stop(executor)
    if failure is not None:
        raise failure


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back while workers start; they inherit this, and print no traceback before they are ready."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which lets Ctrl-C through again when it starts
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _stop(executor: ProcessPoolExecutor) -> None:
    """End the pool at once: after Ctrl-C, or when nobody wants the remaining results."""
    # The standard library offers terminate_workers only since Python 3.14; after a regular shutdown there are none.
    processes = list((getattr(executor, "_processes", None) or {}).values())
    executor.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()


def _start_worker(make_task: Callable[[], Task[Any]]) -> None:
    """Prepare a worker process: Ctrl-C is for the parent, which ends the workers; the task is made once."""
    import signal

    global _worker_task
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker_task = make_task()


def _run_chunk(chunk: Chunk) -> list[Any]:
    """Run the worker's task over a chunk."""
    assert _worker_task is not None
    return [_attempt(_worker_task, index, text) for index, text in chunk]


def _with_progress(results: Iterator[T], texts: Iterable[str]) -> Iterator[T]:
    """Show a bar while the results pass."""
    from tqdm import tqdm

    total = len(texts) if isinstance(texts, Sized) else None
    with tqdm(total=total, unit="text") as bar:
        for result in results:
            bar.update()
            yield result
