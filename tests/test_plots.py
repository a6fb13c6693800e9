"""Plots: what is drawn, for one text and for many, and names that matplotlib would misread."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotex.attributions import Attribution, Attributions
from quotex.records import Quotation, Span, Speaker

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("agg")

from quotex.show.plots import plot_speakers, plot_timeline  # noqa: E402


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    from matplotlib import pyplot

    pyplot.close("all")


def labels(axes: object) -> list[str]:
    return [label.get_text() for label in axes.get_yticklabels()]  # type: ignore[attr-defined]


def test_bars_count_words_by_kind(article: Attributions) -> None:
    axes = article.plot_speakers(title="Who")
    assert labels(axes) == ["Helen Ostrander", "Samuel Adeyemi", "authority", "skipper"]
    assert [text.get_text() for text in axes.texts] == ["15", "9", "5", "2"]
    assert [text.get_text() for text in axes.get_legend().get_texts()] == ["direct", "indirect"]
    assert axes.get_xlabel() == "words quoted" and axes.get_title(loc="left") == "Who"


def test_bars_count_quotations_of_many_texts(article: Attributions) -> None:
    axes = plot_speakers([article, article], by="quotations", top=2)
    assert labels(axes) == ["Helen Ostrander", "Samuel Adeyemi"]
    assert [text.get_text() for text in axes.texts] == ["4", "2"]
    assert axes.get_xlabel() == "quotations; not shown: 2 other speakers with 4"


def test_a_line_a_speaker_a_block_a_part(article: Attributions) -> None:
    axes = article.plot_timeline()
    assert labels(axes) == ["Helen Ostrander", "Samuel Adeyemi", "skipper", "authority"]
    assert sum(len(blocks.get_paths()) for blocks in axes.collections) == 6


def test_axes_can_be_given(article: Attributions) -> None:
    from matplotlib import pyplot

    _, (left, right) = pyplot.subplots(ncols=2)
    assert plot_speakers(article, ax=left) is left and plot_timeline(article, ax=right) is right


@pytest.mark.filterwarnings("ignore:Glyph")
@pytest.mark.parametrize("name", [None, "$x$", "\ud800", "x" * 99, "a\nb", "\x00", "名前"])
def test_any_name_can_be_drawn(name: str | None) -> None:
    speaker = None if name is None else Speaker(name)
    result = Attributions((Attribution(Quotation("direct", (Span(0, 2, "no"),)), speaker),), "no")
    plot_speakers(result, title=name).figure.canvas.draw()
    plot_timeline(Attributions(result.records, ""))


def test_nothing_is_drawn_without_quotations() -> None:
    assert labels(plot_speakers(Attributions((), ""))) == [] == labels(plot_timeline(Attributions((), "")))


def test_misuse_is_told(article: Attributions) -> None:
    with pytest.raises(ValueError, match='"words" or "quotations"'):
        plot_speakers(article, by="lines")
    with pytest.raises(ValueError, match="top must be at least 1"):
        plot_timeline(article, top=0)
