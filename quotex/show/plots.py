"""Plot who is quoted how much, and where (needs ``quotex[plot]``).

Kinds differ in pattern as well as colour, and each speaker has a separate line, so no chart relies on colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from quotex.attributions import Attribution, Attributions
from quotex.records import KINDS, Kind, to_wire
from quotex.show.tables import need

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Okabe and Ito (2008): distinct for colour-blind people and in grey.
_COLOURS: dict[Kind, str] = {"direct": "#0072B2", "mixed": "#56B4E9", "indirect": "#E69F00"}
_HATCHES: dict[Kind, str] = {"direct": "", "mixed": "////", "indirect": "...."}
_NOBODY = "(no speaker given)"
_OTHERS = "(others)"
_NAME_WIDTH = 32


def plot_speakers(
    attributions: Attributions | Iterable[Attributions],
    *,
    by: str = "words",
    top: int = 12,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Plot how much each speaker is quoted: one bar per speaker, divided by kind.

    Nested quotations are not counted, since their words belong to the quotation around them.

    Args:
        attributions: The result for one text, or the results for many, which are added up by name.
        by: What to count: ``"words"`` or ``"quotations"``.
        top: The number of speakers with a bar; the axis label sums up the others.
        title: The title, or None.
        ax: The axes to draw on; by default, new ones.

    Returns:
        The axes, for further changes.
    """
    if by not in ("words", "quotations"):
        raise ValueError(f'by must be "words" or "quotations", got {by!r}')
    if top < 1:
        raise ValueError(f"top must be at least 1, got {top}")
    totals, others = _top(_totals(attributions, by), top)
    names = list(totals)
    if ax is None:
        ax = _new_axes(8, 1.1 + 0.38 * max(len(names), 2))
    left = [0] * len(names)
    for kind in KINDS:
        widths = [totals[name].get(kind, 0) for name in names]
        if any(widths):
            ax.barh(range(len(names)), widths, 0.72, left, label=kind, **_bar_style(kind))
            left = [start + width for start, width in zip(left, widths, strict=True)]
    for place, total in enumerate(left):
        ax.annotate(f"{total:,}", (total, place), (5, 0), textcoords="offset points", va="center", fontsize=9)
    ax.set_xlim(0, max([*left, 1]) * 1.06)
    _name_lines(ax, names)
    ax.set_xlabel(("words quoted" if by == "words" else "quotations") + others)
    _finish(ax, title, legend=bool(names))
    return ax


def plot_timeline(
    attributions: Attributions, *, top: int = 12, title: str | None = None, ax: Axes | None = None
) -> Axes:
    """Plot where each speaker is quoted: one line per speaker from start to end of the text, one block per quotation.

    Args:
        attributions: The result for one text.
        top: The number of speakers with a line; the others share one.
        title: The title, or None.
        ax: The axes to draw on; by default, new ones.

    Returns:
        The axes, for further changes.
    """
    if top < 1:
        raise ValueError(f"top must be at least 1, got {top}")
    groups = attributions.by_speaker()
    names = [name for name in groups if name is not None]
    order = sorted(names[:top], key=lambda name: groups[name][0].quote.start)
    lines: list[tuple[str, Sequence[Attribution]]] = [(name, groups[name]) for name in order]
    if names[top:]:
        lines.append((_OTHERS, [record for name in names[top:] for record in groups[name]]))
    if None in groups:
        lines.append((_NOBODY, groups[None]))
    if ax is None:
        ax = _new_axes(9, 1.2 + 0.4 * max(len(lines), 2))
    length = max(len(attributions.text), 1)
    _draw_blocks(ax, [records for _, records in lines], length)
    ax.set_xlim(0, 100)
    _name_lines(ax, [name for name, _ in lines])
    ax.set_xlabel("position in the text (%)")
    _finish(ax, title, legend=bool(lines))
    return ax


def _draw_blocks(ax: Axes, lines: Sequence[Sequence[Attribution]], length: int) -> None:
    # A block as narrow as its quotation could not be seen in a novel.
    least = 0.35
    for kind in KINDS:
        label: str | None = kind
        for place, records in enumerate(lines):
            spans = [span for record in records if record.quote.kind == kind for span in record.quote.spans]
            if not spans:
                continue
            blocks = [(100 * span.start / length, max(100 * (span.end - span.start) / length, least)) for span in spans]
            ax.broken_barh(blocks, (place - 0.36, 0.72), label=label, **_bar_style(kind, 0))
            label = None
    for place in range(len(lines)):
        ax.axhline(place, color="0.75", linewidth=0.8, zorder=0)


def _totals(results: Attributions | Iterable[Attributions], by: str) -> dict[str, dict[Kind, int]]:
    """Count words or quotations by speaker and kind; within a text, two people with one name stay apart."""
    totals: dict[str, dict[Kind, int]] = {}
    for result in [results] if isinstance(results, Attributions) else results:
        for name, records in result.by_speaker().items():
            counts = totals.setdefault(_NOBODY if name is None else name, {})
            for record in records:
                amount = len(record.quote.text.split()) if by == "words" else 1
                counts[record.quote.kind] = counts.get(record.quote.kind, 0) + amount
    return totals


def _top(totals: dict[str, dict[Kind, int]], top: int) -> tuple[dict[str, dict[Kind, int]], str]:
    """Keep the top speakers; sum up the others in words, since a bar for them would be the longest."""
    ranked = sorted((n for n in totals if n != _NOBODY), key=lambda name: -sum(totals[name].values()))
    kept = {name: totals[name] for name in ranked[:top]}
    if _NOBODY in totals:
        kept[_NOBODY] = totals[_NOBODY]
    left = sum(sum(totals[name].values()) for name in ranked[top:])
    count = len(ranked[top:])
    others = f"; not shown: {count:,} other speaker{'' if count == 1 else 's'} with {left:,}" if count else ""
    return kept, others


def _label(name: str) -> str:
    r"""Return a name that fits beside a bar.

    >>> _label("Ann $ Co $")
    'Ann \\$ Co \\$'
    """
    name = " ".join(name.split())
    return _drawable(name if len(name) <= _NAME_WIDTH else name[: _NAME_WIDTH - 1].rstrip() + "…")


def _drawable(text: str) -> str:
    # matplotlib refuses lone surrogates, and reads what stands between dollar signs as a formula.
    return "".join(sign if sign.isprintable() else "�" for sign in to_wire(text)).replace("$", r"\$")


def _bar_style(kind: Kind, edge: float = 0.6) -> dict[str, Any]:
    return {"facecolor": _COLOURS[kind], "hatch": _HATCHES[kind], "edgecolor": "white", "linewidth": edge}


def _new_axes(width: float, height: float) -> Axes:
    pyplot = need("matplotlib.pyplot", "plot")
    axes: Axes = pyplot.subplots(figsize=(width, height), layout="constrained")[1]
    return axes


def _name_lines(ax: Axes, names: Sequence[str]) -> None:
    ax.set_yticks(range(len(names)), [_label(name) for name in names])
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(axis="y", length=0)


def _finish(ax: Axes, title: str | None, legend: bool) -> None:
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    if title:
        ax.set_title(_drawable(title), loc="left", fontweight="bold")
    if legend:
        ax.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=3, borderaxespad=0.2)
