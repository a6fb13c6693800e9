"""Read the text of HTML pages and e-books (needs ``quotex[html]``).

Offsets then refer to the text returned here, so keep it.  trafilatura finds the main text of a page, without using the
network; menus, comments and footers are left out.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from quotex.patterns import pattern

# Elements that stand in a paragraph of their own, in HTML and in trafilatura's TEI.
_HTML_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
     "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main",
     "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul")
)  # fmt: skip
_TEI_BLOCKS = frozenset(["ab", "body", "cell", "div", "head", "item", "list", "main", "p", "quote", "row", "table"])
_UNSEEN = frozenset(
    ("head", "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "nav", "button", "select")
)
_BREAKS = frozenset(("br", "lb"))
_SPACE = pattern(r"[ \t\n\r\f]++")
_LARGEST_PART = 50_000_000  # bytes of one file in an e-book: more is no chapter
_CONTAINER = "META-INF/container.xml"


def read(page: str | bytes) -> str:
    """Return the main text of an HTML page, with a blank line between paragraphs.

    Args:
        page: The HTML; bytes are decoded by the encoding that the page declares.

    Raises:
        ImportError: ``quotex[html]`` is not installed.
        TypeError: ``page`` is neither a string nor bytes.

    Example:
        >>> page = "<article><h1>Cup</h1><p>“We won,” said Ana&nbsp;Ruiz.</p><p>Nobody <b>else</b> spoke.</p></article>"
        >>> read(page)  # doctest: +SKIP
        'Cup\\n\\n“We won,” said Ana Ruiz.\\n\\nNobody else spoke.'
    """
    if not isinstance(page, str | bytes):
        raise TypeError(f"read takes the HTML of a page as str or bytes, not {type(page).__name__}")
    trafilatura = _need("trafilatura")
    found = trafilatura.bare_extraction(page, include_comments=False) if page.strip() else None
    if found is not None and found.body is not None:
        text = _written(found.body, _TEI_BLOCKS, frozenset())
        if text:
            return text
    return _whole(page)


def read_epub(book: str | Path | bytes) -> str:
    """Return the text of an e-book in EPUB format: its chapters in reading order, with a blank line between paragraphs.

    Args:
        book: The path of the file, or its bytes.

    Raises:
        ImportError: ``quotex[html]`` is not installed.
        ValueError: The file is not an EPUB, or it is encrypted.
    """
    try:
        with zipfile.ZipFile(BytesIO(book) if isinstance(book, bytes) else book) as archive:
            chapters = [_whole(_part(archive, name)) for name in _spine(archive)]
    except (zipfile.BadZipFile, KeyError, RuntimeError, NotImplementedError) as error:
        raise ValueError(f"not a readable EPUB file: {error}") from None
    return "\n\n".join(filter(None, chapters))


def _need(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError as error:
        raise ImportError('reading HTML needs trafilatura: run pip install "quotex[html]"') from error


def _whole(page: str | bytes) -> str:
    """Return everything that a page shows, for pages without a main text and for chapters of books."""
    lxml = _need("lxml.html")
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    if not data.strip():
        return ""
    known = "utf-8" if isinstance(page, str) or b"<?xml" in data[:100] else None
    try:
        tree = lxml.document_fromstring(data, parser=lxml.HTMLParser(encoding=known, huge_tree=True))
    except _need("lxml.etree").ParserError:
        return ""
    return _written(tree, _HTML_BLOCKS, _UNSEEN)


def _written(tree: Any, blocks: frozenset[str], unseen: frozenset[str]) -> str:
    """Write out a tree: a paragraph for each block, a line for each break, one space for white space."""
    paragraphs: list[str] = []
    lines: list[list[str]] = [[]]

    def end_paragraph() -> None:
        words = [_SPACE.sub(" ", "".join(line)).strip(" ") for line in lines]
        paragraph = "\n".join(words).strip("\n ")
        if paragraph:
            paragraphs.append(paragraph)
        lines[:] = [[]]

    for kind, value in _events(tree, unseen):
        if kind == "text":
            lines[-1].append(value)
        elif value in _BREAKS:
            if kind == "start":
                lines.append([])
        elif value in blocks:
            end_paragraph()
    end_paragraph()
    return "\n\n".join(paragraphs)


def _events(tree: Any, unseen: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the starts, texts and ends of a tree in order; nesting may be deep, so nothing calls itself."""
    todo: list[tuple[str, Any]] = [("start", tree)]
    while todo:
        kind, element = todo.pop()
        if kind == "text" or kind == "end":
            yield kind, element
        elif isinstance(element.tag, str):
            tag = element.tag.rpartition("}")[2].lower()
            if tag in unseen:
                continue
            yield "start", tag
            todo.append(("end", tag))
            for child in reversed(element):
                todo += [("text", child.tail or ""), ("start", child)]
            todo.append(("text", element.text or ""))


def _spine(archive: zipfile.ZipFile) -> list[str]:
    """Return the names of the chapters in the order of reading."""
    package = _rootfile(archive)
    tree = _tree(archive, package)
    manifest = {
        item.get("id"): (item.get("href", ""), item.get("properties") or "") for item in tree.iter("{*}item", "item")
    }
    folder = posixpath.dirname(package)
    names = []
    for reference in tree.iter("{*}itemref", "itemref"):
        href, properties = manifest.get(reference.get("idref"), ("", ""))
        if href and reference.get("linear") != "no" and "nav" not in properties.split():
            names.append(posixpath.normpath(posixpath.join(folder, unquote(href))))
    return names


def _rootfile(archive: zipfile.ZipFile) -> str:
    for element in _tree(archive, _CONTAINER).iter("{*}rootfile", "rootfile"):
        return str(element.get("full-path"))
    raise KeyError("it names no package")


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    etree = _need("lxml.etree")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    tree = etree.fromstring(_part(archive, name), parser=parser)
    if tree is None:
        raise KeyError(f"{name} is empty")
    return tree


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    info = archive.getinfo(name)
    if info.file_size > _LARGEST_PART:
        raise KeyError(f"{name} is too large")
    return archive.read(info)
