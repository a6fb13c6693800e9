"""Work through an archive of articles: JSON Lines in, plain or gzipped, and JSON Lines out, in a run you can resume.

Every article gives one line, even if nobody is quoted in it, with the number of its line in the archive.  So the output
itself shows how far an interrupted run had come.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import Any, BinaryIO, Protocol, cast

from attrs import frozen

from quotex.extract import THRESHOLD, Extractor, check_kinds, check_threshold
from quotex.many import ExtractionError, map_texts
from quotex.records import Kind
from quotex.resolve.resolver import SpeakerResolver, Speakers

_NO_JSON_LINES = "this is no archive in JSON Lines (one JSON object per line); to read a text, leave out --jsonl"
GZIP_MAGIC = b"\x1f\x8b"
STANDARD_INPUT = "-"
_MOST_BAD_LINES = 5  # before the first article


@frozen
class ArchivedArticle:
    """Hold one article of an archive: the number of its line, counted from 1, its id and its text."""

    line: int
    id: Any
    text: str


class _Bar(Protocol):
    def update(self, n: int) -> object: ...


def extract_archive(
    archive: str,
    output: str | None = None,
    *,
    text: str = "text",
    id: str | None = None,
    kinds: Iterable[Kind] | None = None,
    speakers: Speakers | None = None,
    threshold: float = THRESHOLD,
    workers: int = 1,
    progress: bool = False,
) -> int:
    """Extract the quotations of an archive of articles, as ``python -m quotex --jsonl`` does.

    Args:
        archive: A file with one JSON object per line, plain or gzipped; ``"-"`` reads standard input.
        output: The file to write.  If it exists, the run resumes after its last complete line.  None writes to
            standard output.
        text: The field of each object that holds the text.
        id: A field to copy to the output as ``"id"``; without one, ``"id"`` is null.
        kinds: The kinds of quotation to return, as for `extract_quotes`.
        speakers: A cast for every text, as for `extract_quotes`.
        threshold: The lowest confidence of a quotation, as for `extract_quotes`.
        workers: The number of processes.
        progress: Whether to show a progress bar on standard error.

    Returns:
        The exit status: 0, or 2 if the archive or one of its lines could not be read.  A bad line is reported on
        standard error with its number and does not stop the others, but a first article without the fields ``text``
        and ``id`` stops the run.
    """
    report = _Reporter(archive)
    with ExitStack() as stack:
        try:
            raw, lines = _open_archive(archive, stack)
            done, target = _open_output(output, stack)
        except (OSError, ValueError) as error:
            report(getattr(error, "strerror", None) or str(error), name=getattr(error, "filename", None))
            return report.status
        bar = stack.enter_context(_progress_bar(raw)) if progress else None
        articles = _articles(lines, text, id, done, report)
        try:
            _write(
                articles,
                target,
                partial(_task, check_kinds(kinds), SpeakerResolver(speakers), check_threshold(threshold)),
                workers,
                report,
                _follow(raw, bar),
            )
        except _OtherArchive:
            report(f"line {done.line} is not the article that {output} ends with, so it belongs to another archive")
        except _NoArchive as error:
            report(str(error), line=error.line)
    return report.status


class _OtherArchive(Exception):
    """The output to be continued was not made from this archive."""


class _NoArchive(Exception):
    """No line can be read, or the first article lacks a field that was asked for, so all of them probably do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


class _Reporter:
    """Write complaints to standard error, one line each, and remember that there were some."""

    def __init__(self, archive: str) -> None:
        self.archive = archive
        self.status = 0

    def __call__(self, message: str, *, line: int | None = None, name: str | None = None) -> None:
        place = f"{name or self.archive}:{line}" if line is not None else name or self.archive
        print("quotex:", " ".join(f"{place}: {message}".split()), file=sys.stderr)
        self.status = 2


@frozen
class _Done:
    """Hold how far an earlier run came: the line and id of its last article."""

    line: int = 0
    id: Any = None


def _open_archive(archive: str, stack: ExitStack) -> tuple[BufferedReader, BinaryIO]:
    """Open the archive; return the file as stored, for its position, and its lines as they are read."""
    if archive == STANDARD_INPUT:
        raw = cast(BufferedReader, sys.stdin.buffer)
    else:
        raw = stack.enter_context(Path(archive).open("rb"))  # noqa: SIM115 (the stack closes it)
    if raw.peek(2)[:2] == GZIP_MAGIC:
        return raw, cast(BinaryIO, stack.enter_context(gzip.GzipFile(fileobj=raw)))
    return raw, raw


def _open_output(output: str | None, stack: ExitStack) -> tuple[_Done, Callable[[bytes], object]]:
    """Open the output behind its last whole line; return how far it goes and how to write to it."""
    if output is None:
        return _Done(), _standard_output
    if output.endswith(".gz"):
        raise ValueError("the output is plain JSON Lines; leave out .gz and compress it afterwards")
    # Without a buffer each line reaches the file whole, whenever the run is stopped.
    file = stack.enter_context(Path(output).open("r+b" if Path(output).exists() else "w+b", buffering=0))  # noqa: SIM115
    done, end = _last_line(file, output)
    file.truncate(end)
    file.seek(end)
    return done, partial(_write_whole, file)


def _last_line(file: BinaryIO, output: str) -> tuple[_Done, int]:
    """Return how far the lines of an earlier run go, and where the last whole one ends."""
    end = _line_start(file, file.seek(0, 2))
    if end == 0:
        return _Done(), 0
    start = _line_start(file, end - 1)
    file.seek(start)
    try:
        record = json.loads(file.read(end - start))
        return _Done(record["line"] + 0, record["id"]), end
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"{output} exists and was not written by this command, so it is left as it is") from None


def _line_start(file: BinaryIO, end: int, block: int = 65536) -> int:
    """Return the place behind the last line feed before ``end``."""
    while end > 0:
        start = max(0, end - block)
        file.seek(start)
        found = file.read(end - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        end = start
    return 0


def _standard_output(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _write_whole(file: BinaryIO, data: bytes) -> None:
    """Write all of it: an unbuffered file may take less at once."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _articles(lines: BinaryIO, text: str, id: str | None, done: _Done, report: _Reporter) -> Iterator[ArchivedArticle]:
    """Yield the articles after those that are done; report the lines that hold none."""
    first, bad = True, 0
    for number, line in _numbered(lines, report):
        if number < done.line or not line.strip():
            continue
        try:
            record = _record(line, number)
            if first:
                _check_fields(record, text, id, number)
                first = False
            article = _article(record, number, text, id)
        except ValueError as error:
            if number > done.line:
                report(str(error), line=number)
                bad += 1
                if first and bad == _MOST_BAD_LINES:
                    raise _NoArchive(number, _NO_JSON_LINES) from None
                continue
            raise _OtherArchive from None
        if number > done.line:
            yield article
        elif article.id != done.id and id is not None:
            raise _OtherArchive


def _numbered(lines: BinaryIO, report: _Reporter) -> Iterator[tuple[int, bytes]]:
    """Yield the lines with their numbers, counted from 1, as far as they can be read."""
    number = 0
    while True:
        try:
            line = lines.readline()
        except (OSError, EOFError) as error:
            report(f"cannot read any further: {error}", line=number + 1)
            return
        if not line:
            return
        number += 1
        yield number, line


def _record(line: bytes, number: int) -> dict[str, Any]:
    """Read one line; a ValueError says what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start} of the line") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise ValueError(f"not a JSON object but {type(record).__name__}; an archive has one object per line")
    return record


def _check_fields(record: dict[str, Any], text: str, id: str | None, number: int) -> None:
    """Stop at the first article when it lacks a field: one spelt wrong would be missing in all of them."""
    for option, field in (("--text", text), ("--id", id)):
        if field is not None and field not in record:
            there = ", ".join(map(repr, record)) or "none"
            raise _NoArchive(number, f"no field {field!r}; name one of these with {option}: {there}")


def _article(record: dict[str, Any], number: int, text: str, id: str | None) -> ArchivedArticle:
    if text not in record:
        raise ValueError(f"no field {text!r}; the fields are {', '.join(map(repr, record)) or 'none'}")
    if not isinstance(record[text], str):
        raise ValueError(f"field {text!r} must be a string, not {type(record[text]).__name__}")
    return ArchivedArticle(number, record.get(id) if id is not None else None, record[text])


def _task(kinds: tuple[Kind, ...], resolver: SpeakerResolver, threshold: float) -> Callable[[str], str]:
    """Make the function that turns a text into the JSON of its attributions."""
    extractor = Extractor(resolver=resolver)
    return lambda text: extractor.extract(text, kinds=kinds, threshold=threshold).to_json()


def _write(
    articles: Iterator[ArchivedArticle],
    target: Callable[[bytes], object],
    make_task: Callable[[], Callable[[str], str]],
    workers: int,
    report: _Reporter,
    follow: Callable[[], None],
) -> None:
    """Write a line for each article as the results come in."""
    # Only the articles that are being worked on are here: results come in input order.
    under_way: dict[int, ArchivedArticle] = {}

    def texts() -> Iterator[str]:
        for index, article in enumerate(articles):
            under_way[index] = article
            yield article.text

    for index, result in enumerate(map_texts(texts(), make_task, workers=workers, errors="collect")):
        article = under_way.pop(index)
        if isinstance(result, ExtractionError):
            report(result.message, line=article.line)
        else:
            target(_encoded(article, result))
        follow()


def _encoded(article: ArchivedArticle, quotes: str) -> bytes:
    """Put the line together from the JSON that the worker made."""
    try:
        head = json.dumps({"line": article.line, "id": article.id}, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        head = json.dumps({"line": article.line, "id": article.id}).encode()
    return head[:-1] + b', "quotes": ' + quotes.encode() + b"}\n"


def _progress_bar(raw: BufferedReader) -> Any:
    """Return a bar that counts the bytes of the archive as stored."""
    from tqdm import tqdm

    total = raw.seekable() and Path(str(raw.name)).stat().st_size or None
    return tqdm(total=total, unit="B", unit_scale=True)


def _follow(raw: BufferedReader, bar: _Bar | None) -> Callable[[], None]:
    """Return what moves the bar to the place where the archive is read."""
    if bar is None:
        return lambda: None
    seen = 0

    def follow() -> None:
        nonlocal seen
        place = raw.tell() if raw.seekable() else seen
        bar.update(place - seen)
        seen = place

    return follow
