"""The display in a real browser: what is on the page, in which colours, and nothing that runs."""

from __future__ import annotations

import pathlib
import re
import sys
import textwrap
from collections.abc import Iterator
from typing import Any

import pytest

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))

from benchmarks.pictures.browser import Browser, find_browser
from quotex.attributions import Attributions
from quotex.read.document import Document
from quotex.show.display import render_html

pytestmark = pytest.mark.skipif(find_browser() is None, reason="no Chromium found (Debian: apt-get install chromium)")

NOTEBOOK_TEXT = """“<i>We</i> won,” said Ana Ruiz.

<script>document.title = "hacked"</script>

“No,” said Ben Ode."""
BACKGROUNDS = "[...document.querySelectorAll('mark')].map(m => getComputedStyle(m).backgroundColor)"
TEXTS = "[...document.querySelectorAll('.qx-text p')].map(p => p.textContent)"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as page:
        page.size(900, 900, scale=1)
        yield page


@pytest.fixture
def page(browser: Browser, article: Attributions, tmp_path: pathlib.Path) -> Browser:
    return show(browser, article, tmp_path)


def show(browser: Browser, result: Attributions, folder: pathlib.Path, **how: Any) -> Browser:
    path = folder / "page.html"
    path.write_text(render_html(result, title="A title & <more>"), encoding="utf-8")
    browser.open(path, **how)
    return browser


def style(page: Browser, selector: str, name: str, part: str | None = None) -> str:
    return str(
        page.run(
            f"getComputedStyle(document.querySelector({selector!r}), {part!r})".replace("None", "null") + f".{name}"
        )
    )


def test_the_page_holds_the_text_and_nothing_runs(page: Browser, article: Attributions) -> None:
    paragraphs = [article.text[start:end] for start, end in Document(article.text).paragraphs]
    assert page.run(TEXTS) == paragraphs
    assert page.run("document.title") == "A title & <more>" == page.run("document.querySelector('h1').textContent")
    assert page.run("document.querySelectorAll('script, img, iframe, link').length") == 0
    assert page.run("performance.getEntriesByType('resource').length") == 0


def test_colours_and_patterns_are_on_the_page(page: Browser) -> None:
    assert style(page, 'mark[data-n="1"]', "backgroundColor").startswith("rgba(0, 114, 178, 0.2")
    assert style(page, 'mark[data-n="5"]', "backgroundColor").startswith("rgba(0, 158, 115, 0.2")
    for number in (3, 4, 6):
        assert "repeating-linear-gradient" in style(page, f'mark[data-n="{number}"]', "backgroundImage")
    assert style(page, 'em[data-n="1"]', "borderBottomStyle") == "dotted"
    assert style(page, 'b[data-n="1"]', "borderBottomStyle") == "double"
    assert style(page, 'mark[data-n="1"]', "content", "::before") == '"HO 1"'


def contrast(one: list[float], other: list[float]) -> float:
    """The contrast ratio of WCAG 2."""

    def light(colour: list[float]) -> float:
        parts = [c / 255 for c in colour[:3]]
        red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def numbers(colour: str) -> list[float]:
    return [float(part) for part in re.findall(r"[\d.]+", colour)]


@pytest.mark.parametrize("dark", [False, True])
def test_words_are_readable_on_light_and_dark(
    browser: Browser, article: Attributions, tmp_path: pathlib.Path, dark: bool
) -> None:
    page = show(browser, article, tmp_path, dark=dark)
    paper, ink = (numbers(style(page, "body", name)) for name in ("backgroundColor", "color"))
    assert (sum(paper) < 150) is dark
    for colour in filter(lambda colour: len(colour) == 4 and colour[3], map(numbers, page.run(BACKGROUNDS))):
        tint = [p * (1 - colour[3]) + c * colour[3] for p, c in zip(paper, colour, strict=False)]
        assert contrast(ink, tint) >= 7
    for number in range(1, 7):
        badge = [numbers(style(page, f'mark[data-n="{number}"]', n, "::before")) for n in ("color", "backgroundColor")]
        assert contrast(*badge) >= 4.5


def test_pointing_shows_the_card_and_lights_up_what_belongs_together(page: Browser) -> None:
    assert style(page, 'mark[data-n="2"]', "content", "::after") == "none"
    page.point_at('mark[data-n="2"]')
    assert "Helen Ostrander (Mayor)" in style(page, 'mark[data-n="2"]', "content", "::after")
    assert "Confidence 0.90" in style(page, 'mark[data-n="2"]', "content", "::after")
    assert all(style(page, f'{tag}[data-n="2"]', "boxShadow") != "none" for tag in ("mark", "em", "b"))
    assert style(page, 'em[data-n="1"]', "boxShadow") == "none"


def test_keyboards_reach_quotations_and_the_table(page: Browser) -> None:
    page.run("document.querySelector('mark').focus()")
    assert page.run("document.activeElement.getAttribute('aria-label')") == "Quotation 1, direct, Helen Ostrander"
    described = page.run("document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent")
    assert "We are not going to gamble" in described and "0.97" in described
    assert page.run("document.querySelector('.qx-list').open") is False
    page.run("document.querySelector('.qx-list > summary').click()")
    assert page.run("document.querySelector('.qx-table').getBoundingClientRect().height") > 100


def test_it_fits_a_narrow_window_and_paper(browser: Browser, article: Attributions, tmp_path: pathlib.Path) -> None:
    browser.size(360, 700, scale=1)
    page = show(browser, article, tmp_path)
    assert page.run("document.documentElement.scrollWidth") <= 360
    browser.size(900, 900, scale=1)
    show(browser, article, tmp_path, medium="print")
    assert style(page, 'mark[data-n="1"]', "printColorAdjust") == "exact"
    assert page.run("document.querySelector('.qx-table').checkVisibility({contentVisibilityAuto: true})")


def test_an_executed_notebook_shows_it(browser: Browser, tmp_path: pathlib.Path) -> None:
    nbformat, nbclient = pytest.importorskip("nbformat"), pytest.importorskip("nbclient")
    nbconvert = pytest.importorskip("nbconvert")
    pytest.importorskip("ipykernel")
    cells = [
        f"text = {NOTEBOOK_TEXT!r}",
        "from quotex import extract_quotes",
        "extract_quotes(text)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    root = str(pathlib.Path(__file__).parents[1])
    notebook.cells.insert(0, nbformat.v4.new_code_cell(textwrap.dedent(f"import sys; sys.path.insert(0, {root!r})")))
    nbclient.NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    exporter = nbconvert.HTMLExporter(template_name="basic")
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><title>n</title>{exporter.from_notebook_node(notebook)[0]}", encoding="utf-8")
    browser.open(path)
    assert browser.run("document.title") == "n"
    assert browser.run(TEXTS)[1] == '<script>document.title = "hacked"</script>'
    assert browser.run("[...document.querySelectorAll('.qx-legend .qx-name')].map(n => n.textContent)") == [
        "Ana Ruiz",
        "Ben Ode",
    ]
    assert style(browser, "mark", "backgroundColor").startswith("rgba(0, 114, 178, 0.2")
    assert browser.run("document.querySelector('.qx-text mark').textContent") == "<i>We</i> won,"
