"""The display: text, colours, escaping, folding, and words a reader can do without."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.attributions import Attribution, Attributions
from quotex.extract import extract_quotes
from quotex.read.document import Document
from quotex.records import Quotation, Span, Speaker
from quotex.show.display import initials, render_fragment, render_html

PIECES = ["“", "”", '"', "'", "<b>", "&amp;", "\x00", "\ud800", "\n\n", "\r", "—", "No", "said", "Ann", " ", ", "]
PIECES += [".", "$body", "that", "he", "Q:", "A:"]
VOID = {"meta", "link", "br", "hr", "img", "input"}


class Page(HTMLParser):
    """Reads a page: its elements, its attributes and the text of its paragraphs; fails when tags do not nest."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.paragraphs: list[str] = []
        self.inside = False
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and dict(attrs).get("dir") == "auto":
            self.inside = True
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "p":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.paragraphs[-1] += data

    def marks(self, number: int, name: str = "mark") -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.elements if tag == name and attrs.get("data-n") == str(number)]


def paragraphs(text: str) -> list[str]:
    return [text[start:end] for start, end in Document(text).paragraphs]


def test_the_text_stays_word_for_word(article: Attributions) -> None:
    assert Page(render_html(article)).paragraphs == paragraphs(article.text)


def test_a_script_in_the_text_is_text(article: Attributions) -> None:
    page = Page(render_html(article))
    assert not [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe", "a")]
    assert '<script>alert("no")</script> & other news' in page.paragraphs


def test_names_roles_rules_and_title_are_escaped() -> None:
    evil = '"><img src=x onerror=alert(1)>'
    speaker = Speaker(evil, Span(0, 2, "no"), "name", role=evil)
    result = Attributions((Attribution(Quotation("direct", (Span(0, 2, "no"),)), speaker),), "no")
    assert not [tag for tag, _ in Page(render_html(result, title=evil)).elements if tag == "img"]


def test_nothing_is_loaded_from_elsewhere(article: Attributions) -> None:
    page = render_html(article)
    assert not re.search(r"https?://|url\(|@import|\bon\w+=", page.replace("onerror", ""))


def test_every_part_cue_and_mention_is_marked_and_tied(article: Attributions) -> None:
    page = Page(render_html(article))
    assert [len(page.marks(number)) for number in range(1, 7)] == [1, 2, 1, 1, 1, 1]
    assert all(page.marks(number, "em") and page.marks(number, "b") for number in range(1, 7))
    assert '[data-n~="2"]:hover) [data-n~="2"]' in render_html(article)


def test_colour_never_stands_alone(article: Attributions) -> None:
    page = Page(render_html(article))
    badges = [page.marks(number)[0]["data-badge"] for number in range(1, 7)]
    assert badges == ["HO 1", "HO 2", "SA 3", "HO 4", "sk? 5", "au 6 · not said"]
    assert page.marks(4)[0]["aria-label"] == "Quotation 4, mixed, Helen Ostrander"
    described = page.marks(1)[0]["aria-describedby"]
    assert ("tr", {"id": described}) in page.elements


def test_the_card_says_who_how_sure_and_why(article: Attributions) -> None:
    card = Page(render_html(article)).marks(1)[0]["data-card"] or ""
    for words in ("Helen Ostrander (Mayor)", "said to Ana Ruiz", "Confidence 0.97", "next to the quotation"):
        assert words in card


def test_one_colour_a_speaker_and_one_pattern_a_kind(article: Attributions) -> None:
    page = Page(render_html(article))
    styles = [(page.marks(n)[0]["class"] or "").split() for n in range(1, 7)]
    assert styles[0] == styles[1] and styles[0][2] == styles[3][2] != styles[2][2]
    assert [style[1] for style in styles] == [
        "qx-direct", "qx-direct", "qx-indirect", "qx-mixed", "qx-direct", "qx-indirect",
    ]  # fmt: skip


def test_elements_that_cross_are_cut_and_opened_again() -> None:
    text = "one two three"
    quote = Quotation("indirect", (Span(0, 7, "one two"),), cue=Span(4, 13, "two three"))
    page = Page(render_fragment(Attributions((Attribution(quote),), text)))
    assert page.paragraphs == [text]
    assert len(page.marks(1)) == 1 and len(page.marks(1, "em")) == 2


def test_a_mention_of_two_quotations_tells_both() -> None:
    text = "“No,” said Ann. “Never.”"
    ann = Speaker("Ann", Span(11, 14, "Ann"), "name")
    found = [Attribution(Quotation("direct", (Span(at, end, text[at:end]),)), ann) for at, end in ((1, 4), (17, 23))]
    page = Page(render_fragment(Attributions(tuple(found), text)))
    assert [attrs["data-ref"] for tag, attrs in page.elements if tag == "b"] == ["1, 2"]


def test_long_stretches_without_quotations_fold() -> None:
    dull = "\n\n".join(["Nothing was said here at all, and that at length."] * 40)
    text = f"{dull}\n\n“Yes,” said Ann.\n\n{dull}"
    start = text.index("Yes,")
    result = Attributions((Attribution(Quotation("direct", (Span(start, start + 4, "Yes,"),))),), text)
    assert render_html(result).count('class="qx-fold"') == 2
    assert render_html(result, fold=False).count('class="qx-fold"') == 0
    assert Page(render_html(result)).paragraphs == paragraphs(text)


def test_a_notebook_leaves_out_very_long_stretches() -> None:
    text = "Nothing was said here.\n\n" * 5000 + "“Yes,” said Ann."
    result = Attributions((Attribution(Quotation("direct", (Span(len(text) - 15, len(text) - 11, "Yes,"),))),), text)
    assert len(result._repr_html_()) < 30_000 and "5,000 paragraphs without quotations" in result._repr_html_()
    assert len(Page(render_html(result)).paragraphs) == 5001


def test_a_novel_is_cut_in_a_notebook_and_whole_in_a_page() -> None:
    line = "“Yes,” said Ann.\n\n"
    found = [Attribution(Quotation("direct", (Span(at + 1, at + 5, "Yes,"),))) for at in range(0, 300 * 18, 18)]
    result = Attributions(tuple(found), line * 300)
    assert len(Page(result._repr_html_()).paragraphs) == 200
    assert "The first 200 of 300 quotations" in result._repr_html_()
    assert len(Page(render_html(result)).paragraphs) == 300


@pytest.mark.parametrize("text", ["", "a\x00b\ud800c\x1b", "“" * 500, "\u202eabc\u2028d\r\n\r\ne", "$name $body"])
def test_any_text_can_be_shown_and_written(text: str) -> None:
    result = Attributions((Attribution(Quotation("direct", (Span(0, 1, text[:1]),))),) if text else (), text)
    Page(render_html(result, title=text))
    render_html(result).encode("utf-8")
    assert "\x00" not in render_html(result)


@given(st.lists(st.sampled_from(PIECES), max_size=60))
@settings(max_examples=150, deadline=None)
def test_whatever_is_found_can_be_shown(words: list[str]) -> None:
    result = extract_quotes("".join(words))
    page = render_html(result)
    page.encode("utf-8")
    shown = "".join(Page(page).paragraphs)
    bare = "".join(result.text[start:end] for start, end in Document(result.text).paragraphs)
    assert len(shown) >= len(bare) and shown.count("b") == bare.count("b") and shown.count("&") == bare.count("&")
    for attribution in result:
        assert attribution.explain() and attribution._repr_html_()


def test_same_input_same_output(article: Attributions) -> None:
    assert render_html(article) == render_html(article)


def test_initials_of_odd_names() -> None:
    names = ("", "—", "I", "Dr.", "élan vital", "O’Brien")
    assert [initials(name) for name in names] == ["·", "·", "I", "D", "vi", "O"]


def test_a_page_is_called_by_its_first_line(article: Attributions) -> None:
    assert "<title>&lt;script&gt;alert" in render_html(article) and "<h1>Who said what</h1>" in render_html(article)
    assert "<title>A</title>" in render_html(article, title="A") and "<h1>A</h1>" in render_html(article, title="A")


def test_one_record_shows_its_words_and_reasons(article: Attributions) -> None:
    html = article[0]._repr_html_()
    assert "We are not going to gamble," in html and "Confidence 0.97" in html and "names Helen Ostrander" in html
    odd = Attribution(Quotation("direct", (Span(0, 9, "<b>\x00\ud800"),)), Speaker("<i>"))
    Page(odd._repr_html_()).close()
    assert "<b>" not in odd._repr_html_() and odd._repr_html_().encode()


def test_a_list_of_records_prints_a_line_each(article: Attributions) -> None:
    pretty = pytest.importorskip("IPython.lib.pretty")
    lines = pretty.pretty(list(article)).splitlines()
    assert len(lines) == len(article)
    assert lines[0] == "[<direct 44-71, Helen Ostrander (0.97): “We are not going to gamble,”>,"
