"""Show results: tables, charts, explanations, and the text with its quotations in colour."""

from quotex.show.display import render_fragment, render_html
from quotex.show.explain import explain
from quotex.show.plots import plot_speakers, plot_timeline
from quotex.show.tables import COLUMNS, Column, iter_rows, numbered, to_arrow, to_frame, to_polars

__all__ = [
    "COLUMNS",
    "Column",
    "explain",
    "iter_rows",
    "numbered",
    "plot_speakers",
    "plot_timeline",
    "render_fragment",
    "render_html",
    "to_arrow",
    "to_frame",
    "to_polars",
]
