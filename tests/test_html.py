"""HTML pages and e-books: the text that comes out, and what is said without the extra."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from quotex.__main__ import main
from quotex.extract import extract_quotes

PAGE = """<!doctype html><html><head><title>Port shuts – Merrow Post</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Port of Merrow shuts its old harbour</h1>
<p>MERROW &mdash; The port authority closed the old harbour on Tuesday because the eastern wall is cracked.</p>
<p>&ldquo;We are not going to <em>gamble</em> with people&rsquo;s lives,&rdquo; Mayor Helen Ostrander told
reporters. &ldquo;If the engineers need a month, they will have it.&rdquo;</p>
<blockquote><p>“It was a wall once,” he said.</p></blockquote>
<p>One line<br>and another &amp; more</p></article>
<aside>READ MORE: “Ten boats”</aside><footer>© 2026 Merrow Post</footer></body></html>"""
TEXT = """Port of Merrow shuts its old harbour

MERROW — The port authority closed the old harbour on Tuesday because the eastern wall is cracked.

“We are not going to gamble with people’s lives,” Mayor Helen Ostrander told reporters. “If the engineers need a \
month, they will have it.”

“It was a wall once,” he said.

One line
and another & more"""
CHAPTER = """<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><h2>Chapter {number}</h2><p>“Go <i>{number}</i>,” said Ann.</p></body></html>"""


@pytest.fixture
def html() -> Any:
    pytest.importorskip("trafilatura", reason="needs quotex[html]")
    import quotex.html

    return quotex.html


def epub() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("META-INF/container.xml", '<container><rootfile full-path="OPS/book.opf"/></container>')
        items = "".join(f'<item id="c{n}" href="chapter%20{n}.xhtml"/>' for n in (1, 2))
        order = '<itemref idref="c2"/><itemref idref="c1"/>'
        archive.writestr(
            "OPS/book.opf",
            f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{order}</spine></package>',
        )
        for n in (1, 2):
            archive.writestr(f"OPS/chapter {n}.xhtml", CHAPTER.format(number=n))
    return file.getvalue()


def test_the_main_text_of_a_page(html: Any) -> None:
    assert html.read(PAGE) == html.read(PAGE.encode()) == TEXT
    assert [a.speaker_name for a in extract_quotes(html.read(PAGE))] == ["Helen Ostrander", "he"]


@pytest.mark.parametrize(
    "page", ["", " ", "<", "plain", "<p>", "\0", "<!doctype html>", "\ud800<p>x</p>", "<p>" * 3000]
)
def test_any_string_is_a_page(html: Any, page: str) -> None:
    assert isinstance(html.read(page), str)


def test_a_page_without_main_text_is_read_whole(html: Any) -> None:
    assert html.read('<?xml version="1.0" encoding="utf-8"?><html><body><p>hä</p><p>b</p></body></html>') == "hä\n\nb"
    with pytest.raises(TypeError, match="as str or bytes, not int"):
        html.read(3)


def test_a_book_is_read_in_order(html: Any, tmp_path: Path) -> None:
    text = "Chapter 2\n\n“Go 2,” said Ann.\n\nChapter 1\n\n“Go 1,” said Ann."
    assert html.read_epub(epub()) == text
    path = tmp_path / "book.epub"
    path.write_bytes(epub())
    assert html.read_epub(path) == text
    with pytest.raises(ValueError, match="not a readable EPUB"):
        html.read_epub(b"no zip")


def test_the_command_reads_pages_and_books(html: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, data in (("page.HTML", PAGE.encode()), ("book.epub", epub()), ("scraped.txt", PAGE.encode())):
        (tmp_path / name).write_bytes(data)
    out = tmp_path / "texts"
    assert main([str(tmp_path), "--csv", "--text-out", str(out)]) == 0
    assert {path.name for path in out.iterdir()} == {"page.txt", "book.txt", "scraped.txt"}
    assert (out / "page.txt").read_text(encoding="utf-8") == TEXT
    assert "<" not in capsys.readouterr().out


def test_without_the_extra_one_line_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setitem(sys.modules, "lxml.html", None)
    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    files = []
    for name, data in (("page.htm", PAGE.encode()), ("book.epub", epub()), ("scraped.txt", PAGE.encode())):
        (tmp_path / name).write_bytes(data)
        files.append(str(tmp_path / name))
    assert main(files) == 2
    complaints = capsys.readouterr().err.splitlines()
    assert len(complaints) == 3
    assert all("HTML" in line and "quotex[html]" in line for line in complaints)


def test_entities_and_tags_in_a_plain_string_do_no_harm() -> None:
    text = (
        "&ldquo;No,&rdquo; said Bo Lund.\n\n“It &amp; that,” said <b>Ana Ruiz</b>.\n\n<p>“We won,” said Ana Ruiz.</p>"
    )
    found = extract_quotes(text)
    assert [(a.speaker_name, a.quote.text) for a in found][:2] == [("Bo Lund", "No,"), ("Ana Ruiz", "It &amp; that,")]
    for record in found.walk():
        assert all(text[span.start : span.end] == span.text for span in record.quote.spans)


def test_a_page_passed_as_text_gives_a_warning() -> None:
    with pytest.warns(UserWarning, match=r"HTML.*quotex\.html\.read"):
        extract_quotes(PAGE)


def test_a_mark_that_is_written_out_is_no_word() -> None:
    (found,) = extract_quotes("Ana Ruiz of Bell &amp; Sons said that the wall &quot;moved twice&quot; in May.")
    assert found.quote.kind == "mixed"
    assert found.quote.text == "that the wall &quot;moved twice&quot; in May"
