"""Find the files that the command line names, and read the text of each."""

from __future__ import annotations

import codecs
import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from quotex.patterns import pattern

STANDARD_INPUT = "-"
HTML = (".html", ".htm", ".xhtml")
EPUB = (".epub",)
PLAIN = (".txt", ".text", ".md", ".markdown", ".fountain", ".srt", ".vtt")
# How files of a word processor begin, and what to call them.
_OFFICE = (
    (b"%PDF-", "a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a Word document"),
    (b"{\\rtf", "an RTF document"),
)
_ZIPPED_OFFICE = {".docx": "a Word document", ".odt": "an OpenDocument text", ".pages": "a Pages document"}
_GZIP = b"\x1f\x8b"
_ARCHIVES = (".jsonl", ".ndjson")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_HEAD = 8192  # bytes in which NULs show that a file is not text, or UTF-16
_HTML_START = pattern(r"(?i)\ufeff?\s{0,100}+(?:<\?xml[^>]{0,200}+>\s{0,100}+)?+<(?:!doctype\s++html|html)\b")

Complain = Callable[[str], None]


class Unreadable(ValueError):
    """A file that cannot be read as text; the message says why and what to do."""


@frozen
class Source:
    """Hold one file that was read: its name and its text, into which offsets count."""

    name: str
    text: str


def found(names: Sequence[str], complain: Complain) -> list[str]:
    """Return the files that names, folders and patterns stand for; report what stands for none."""
    files: list[str] = []
    for name in names or [STANDARD_INPUT]:
        if name != STANDARD_INPUT and os.path.isdir(name):
            inside = _inside(Path(name))
            if not inside:
                complain(f"{name}: no text, HTML or EPUB files in this folder")
            files += inside
        elif glob.has_magic(name) and not os.path.exists(name):
            matching = sorted(path for path in glob.glob(name, recursive=True) if os.path.isfile(path))
            if not matching:
                complain(f"{name}: no files match this pattern")
            files += matching
        else:
            files.append(name)
    return files


def _inside(folder: Path) -> list[str]:
    suffixes = {*PLAIN, *HTML, *EPUB}
    return sorted(str(path) for path in folder.rglob("*") if path.suffix.lower() in suffixes and path.is_file())


def read(names: Sequence[str], encoding: str, complain: Complain) -> Iterator[Source]:
    """Yield the text of each file that can be read, and report the others."""
    for name in names:
        try:
            data = _standard_input() if name == STANDARD_INPUT else Path(name).read_bytes()
            yield Source(name, _text(name, data, encoding))
        except Unreadable as error:
            complain(f"{name}: {error}")
        except (OSError, ValueError) as error:
            complain(f"{name}: {getattr(error, 'strerror', None) or error}")


def _standard_input() -> bytes:
    if sys.stdin.isatty():
        print("quotex: reading from the keyboard; end with Ctrl-D (on Windows, Ctrl-Z and Enter)", file=sys.stderr)
    return sys.stdin.buffer.read()


def _text(name: str, data: bytes, encoding: str) -> str:
    suffix = Path(name).suffix.lower()
    kind = _ZIPPED_OFFICE.get(suffix) or next((kind for start, kind in _OFFICE if data.startswith(start)), None)
    if kind:
        raise Unreadable(f"this is {kind}; save it as plain text (.txt) or HTML first")
    if suffix in _ARCHIVES:
        raise Unreadable("this is an archive in JSON Lines; add --jsonl to read it")
    if data.startswith(_GZIP):
        raise Unreadable("this is a gzip file; unpack it first, or add --jsonl if it is an archive in JSON Lines")
    if suffix in EPUB:
        return _with_html(lambda: _epub(data), "an EPUB file, which is HTML inside")
    text = _decoded(data, encoding)
    if suffix in HTML or _HTML_START.match(text):
        return _with_html(lambda: _page(text), "HTML")
    return text


def _decoded(data: bytes, encoding: str) -> str:
    if codecs.lookup(encoding).name == "utf-8" and (likely := _utf_16(data[:_HEAD])):
        raise Unreadable(f"this looks like UTF-16; name its encoding, as in --encoding {likely}")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data[:_HEAD] and not data.startswith(_UTF_16):
            raise Unreadable("this is not a text file") from None
        guess = "utf-16" if data.startswith(_UTF_16) else "cp1252"
        where = f"not {encoding.upper()} at byte {error.start}: {error.reason}"
        raise Unreadable(f"{where}; name its encoding, as in --encoding {guess}") from None


def _utf_16(head: bytes) -> str | None:
    """Return the encoding of UTF-16 without a byte order mark: every other byte of most letters is NUL."""
    first, second = head[::2].count(0), head[1::2].count(0)
    if not head or max(first, second) < 0.2 * len(head) or min(first, second) > 0.05 * len(head):
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _with_html(reader: Callable[[], str], what: str) -> str:
    try:
        return reader()
    except ImportError:
        raise Unreadable(f'this is {what}; to read HTML, run pip install "quotex[html]"') from None


def _page(text: str) -> str:
    from quotex.html import read as read_page

    return read_page(text)


def _epub(data: bytes) -> str:
    from quotex.html import read_epub

    return read_epub(data)
