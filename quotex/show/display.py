"""Display a text with every quotation in its speaker's colour, as HTML without scripts.

`render_fragment` makes what a notebook shows, `render_html` a complete page.  Colour is never the only sign: each
quotation carries its speaker's initials and its number, each kind has its own pattern, and a table after the text
repeats everything for keyboards, screen readers and paper.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from string import Template

from attrs import field, frozen

from quotex.attributions import Attribution, Attributions
from quotex.patterns import pattern
from quotex.read.document import Document
from quotex.records import Speaker, to_wire
from quotex.show.explain import because, describe, doubt, explain, unidentified
from quotex.show.tables import numbered
from quotex.show.weaving import Element, woven

# A notebook that shows a whole novel would be slow to open; the page of `render_html` has no limit.
SHOWN_IN_NOTEBOOK = 200
KEPT_IN_NOTEBOOK = 50_000
# A stretch without quotations folds away when it is longer than about eight printed lines.
FOLD_FROM = 600
SPEAKERS_IN_LEGEND = 12
UNSURE = 0.5
COLOURS, LINES = 7, 4
# Colours: Okabe and Ito (2008), "Color universal design", whose palette stays distinct for colour-blind people.
_KIND_WORDS = {
    "direct": "the speaker’s own words",
    "mixed": "reported, partly in quotation marks",
    "indirect": "reported in the writer’s words",
}
NOBODY = "No speaker given"
_NOT_ASSERTED = {"negated": " · not said", "hypothetical": " · if said"}
_CONTROL = pattern(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_WORD = pattern(r"\p{L}[\p{L}\p{M}\p{N}'’.-]*+")


def render_fragment(attributions: Attributions, *, fold: bool = True, limit: int | None = SHOWN_IN_NOTEBOOK) -> str:
    """Return the text with its quotations as a fragment of HTML, as a notebook shows it.

    Args:
        attributions: The result for one text.
        fold: Whether to fold away long stretches without quotations (a click opens them).
        limit: The number of top-level attributions to show; None shows all.
    """
    view = _View.of(attributions, limit)
    parts = [
        f'<div class="quotex" id="{view.key}" role="region" aria-label="Text with its quotations">',
        f"<style>{_asset('style.css')}{_ties(view)}</style>",
        _legend(view),
        '<div class="qx-text">',
        *_text(view, fold, whole=limit is None),
        "</div>",
        _cut_note(view, attributions),
        _table(view),
        "</div>",
    ]
    return "\n".join(part for part in parts if part)


def render_html(attributions: Attributions, *, title: str | None = None, fold: bool = True) -> str:
    """Return a self-contained web page: no scripts, nothing loaded from elsewhere, everything escaped.

    Args:
        attributions: The result for one text.
        title: The heading; without one, the page is named after the first line of the text.
        fold: Whether to fold away long stretches without quotations (a click opens them).

    Example:
        >>> from quotex.extract import extract_quotes
        >>> page = render_html(extract_quotes('"<b>No</b>," said Ana Ruiz.'), title="Ana")
        >>> "&lt;b&gt;No&lt;/b&gt;" in page and "<b>No</b>" not in page
        True
    """
    body = render_fragment(attributions, fold=fold, limit=None)
    heading = title or "Who said what"
    name = title or f"{_first_line(attributions.text)} – who said what"
    return Template(_asset("page.html")).substitute(name=_shown(name), heading=_shown(heading), body=body)


def render_record(attribution: Attribution) -> str:
    """Return one attribution as a fragment of HTML: its words, and its explanation."""
    why = "\n".join(explain(attribution).split("\n")[1:])
    return (
        f'<div class="quotex"><style>{_asset("style.css")}</style><div class="qx-head qx-c0" role="region" '
        f'aria-label="One quotation"><p class="qx-total">{_shown(attribution.speaker_name or NOBODY)}</p>'
        f'<p><mark class="qx-q qx-{attribution.quote.kind}">{_shown(attribution.quote.text)}</mark></p>'
        f'<div class="qx-why">{_shown(why)}</div></div></div>'
    )


def _first_line(text: str) -> str:
    line = text.lstrip()[:200].split("\n", 1)[0].strip()
    return line if len(line) <= 100 else line[:99] + "…"


@cache
def _asset(name: str) -> str:
    return (files("quotex") / "templates" / name).read_text(encoding="utf-8")


def _shown(text: str) -> str:
    """Escape text for HTML; what HTML or UTF-8 cannot carry becomes a visible sign."""
    shown: str = _CONTROL.sub(lambda c: chr(0x2400 + min(ord(c[0]), 0x21)), html.escape(to_wire(text)))
    return shown


@frozen
class _Voice:
    """A speaker in the display: what it is called, and how it is marked."""

    name: str
    badge: str
    style: str
    role: str | None
    count: int
    words: int
    nested: int
    known: bool


@frozen
class _Item:
    """One attribution in the display."""

    number: int
    parent: int | None
    attribution: Attribution
    voice: _Voice


@frozen
class _View:
    """Everything the parts of the display need."""

    key: str
    text: str
    items: tuple[_Item, ...]
    voices: tuple[_Voice, ...]
    end: int = field()

    @classmethod
    def of(cls, attributions: Attributions, limit: int | None) -> _View:
        """Give every speaker a mark and every attribution its number, up to the limit."""
        voices = _voices(attributions)
        shown = attributions.records if limit is None else attributions.records[:limit]
        items = tuple(
            _Item(number, parent, attribution, voices[_identity(attribution.speaker)])
            for number, parent, attribution in numbered(shown)
        )
        text = attributions.text
        cut = len(shown) < len(attributions)
        end = attributions[len(shown)].quote.start if cut else len(text)
        # Attributes need an id that is the same in every process and differs between the texts of a notebook.
        digest = sha256(to_wire(text).encode()).hexdigest()[:8]
        return cls(f"qx-{digest}", text, items, tuple(voices.values()), end)


def _identity(speaker: Speaker | None) -> tuple[int | None, str | None]:
    return (speaker.entity, speaker.name) if speaker else (None, None)


def _voices(attributions: Attributions) -> dict[tuple[int | None, str | None], _Voice]:
    """Return the speakers, most quoted first, each with initials of its own and a colour and line."""
    found: dict[tuple[int | None, str | None], list[Attribution]] = {}
    top: dict[tuple[int | None, str | None], list[Attribution]] = {}
    for _, parent, attribution in numbered(attributions):
        identity = _identity(attribution.speaker)
        found.setdefault(identity, []).append(attribution)
        top.setdefault(identity, []).extend([] if parent else [attribution])
    ranked = sorted(
        found.items(),
        key=lambda item: (item[0] == (None, None), not _known(item[1]), -len(top[item[0]]), -len(item[1])),
    )
    voices: dict[tuple[int | None, str | None], _Voice] = {}
    taken: dict[str, int] = {}
    for place, (identity, records) in enumerate(ranked):
        speaker = records[0].speaker
        badge = initials(speaker.name) if speaker else "?"
        taken[badge] = taken.get(badge, 0) + 1
        voices[identity] = _Voice(
            name=speaker.name if speaker else NOBODY,
            badge=badge if taken[badge] == 1 else f"{badge}{taken[badge]}",
            style=f"qx-c{place % COLOURS} qx-l{place // COLOURS % LINES}" if speaker else "qx-none",
            role=next((r.speaker.role for r in records if r.speaker and r.speaker.role), None),
            count=len(top[identity]),
            words=sum(len(r.quote.text.split()) for r in top[identity]),
            nested=len(records) - len(top[identity]),
            known=_known(records),
        )
    return voices


def _known(records: list[Attribution]) -> bool:
    """Tell whether the text says who a speaker is; a pronoun alone does not."""
    return any(record.speaker is not None and not unidentified(record.speaker) for record in records)


def initials(name: str) -> str:
    """Return up to two letters that stand for a name.

    >>> initials("Helen Ostrander"), initials("Ministry of Transport"), initials("Mr. Pettigrew"), initials("a waiter")
    ('HO', 'MT', 'P', 'wa')
    """
    words: list[str] = [word for word in _WORD.findall(name)[:50] if not word.endswith(".")] or _WORD.findall(name)[:50]
    capitals: list[str] = [word for word in words if word[0].isupper()]
    if not capitals:
        return words[-1][:2] if words else "·"
    return capitals[0][0] + (capitals[-1][0] if len(capitals) > 1 else "")


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _legend(view: _View) -> str:
    """Return the speakers with their marks, and what the patterns mean."""
    named = [voice for voice in view.voices if voice.known]
    total, nested = sum(voice.count for voice in view.voices), sum(voice.nested for voice in view.voices)
    inside = f" and {nested:,} nested within them" if nested else ""
    lines = [_legend_line(voice) for voice in view.voices]
    first, rest = lines[:SPEAKERS_IN_LEGEND], lines[SPEAKERS_IN_LEGEND:]
    more = (
        f"<details><summary>{_count(len(rest), 'more speaker')}</summary>"
        f'<ul class="qx-legend">{"".join(rest)}</ul></details>'
        if rest
        else ""
    )
    kinds = [kind for kind in _KIND_WORDS if any(i.attribution.quote.kind == kind for i in view.items)]
    samples = "".join(
        f'<span><span class="qx-q qx-c0 qx-{kind}">{kind}</span> {_KIND_WORDS[kind]}</span>' for kind in kinds
    )
    return (
        f'<div class="qx-head"><p class="qx-total">{_count(total, "quotation")}{inside} · '
        f'{_count(len(named), "speaker")}</p><ul class="qx-legend">{"".join(first)}</ul>{more}'
        + (f'<div class="qx-kinds">{samples}</div>' if samples else "")
        + "</div>"
    )


def _legend_line(voice: _Voice) -> str:
    role = f'<span class="qx-role">{_shown(voice.role)}</span>' if voice.role else ""
    name = voice.name if voice.known or voice.style == "qx-none" else f"“{voice.name}” (not identified)"
    counts = [f"{_count(voice.count, 'quotation')}, {_count(voice.words, 'word')}"] if voice.count else []
    counts += [f"{voice.nested:,} nested"] if voice.nested else []
    return (
        f'<li class="{voice.style}"><span class="qx-badge" aria-hidden="true">{_shown(voice.badge)}</span>'
        f'<span class="qx-who"><span class="qx-name">{_shown(name)}</span>{role}'
        f'<span class="qx-role">{", ".join(counts)}</span></span></li>'
    )


def _elements(view: _View) -> list[Element]:
    """Return every element to draw, in text order."""
    marks = []
    asides: dict[tuple[int, int, str], list[_Item]] = {}
    for item in view.items:
        quote, speaker = item.attribution.quote, item.attribution.speaker
        for place, span in enumerate(quote.spans):
            first, again = _quotation_tag(item, view.key, badge=place == 0), _quotation_tag(item, view.key)
            marks.append(Element(span.start, -span.end, 0, first, again, "mark"))
        for tag, aside in (("em", quote.cue), ("b", speaker.mention if speaker else None)):
            if aside:
                asides.setdefault((aside.start, aside.end, tag), []).append(item)
    marks += [_aside(start, end, tag, items) for (start, end, tag), items in asides.items()]
    return sorted(mark for mark in marks if mark.start < -mark.neg_end)


def _aside(start: int, end: int, tag: str, items: list[_Item]) -> Element:
    """Return the element around a cue or mention, which tells all the quotations that it belongs to."""
    numbers = [str(item.number) for item in items]
    name = "qx-cue" if tag == "em" else "qx-mention"
    opening = f'<{tag} class="{name} {items[0].voice.style}" data-n="{" ".join(numbers)}"'
    return Element(start, -end, 1, f'{opening} data-ref="{", ".join(numbers)}">', opening + ">", tag)


def _quotation_tag(item: _Item, key: str, badge: bool = False) -> str:
    quote = item.attribution.quote
    label = f"Quotation {item.number}, {quote.kind}, {item.voice.name}"
    sign = f"{item.voice.badge}{'?' if item.attribution.confidence < UNSURE else ''} {item.number}"
    sign += _NOT_ASSERTED.get(item.attribution.factuality, "")
    return (
        f'<mark class="qx-q qx-{quote.kind} {item.voice.style}" data-n="{item.number}" role="group" tabindex="0" '
        f'aria-label="{_shown(label)}" aria-describedby="{key}-{item.number}" data-card="{_shown(_card(item))}"'
        + (f' data-badge="{_shown(sign)}">' if badge else ">")
    )


def _card(item: _Item) -> str:
    """Return what hovering shows: who, how sure, and why."""
    attribution = item.attribution
    lines = [f"{item.number} · {describe(attribution)}", doubt(attribution.confidence)]
    lines += [because(evidence) for evidence in attribution.evidence if evidence.won][:2]
    return "\n".join(lines)


def _text(view: _View, fold: bool, whole: bool) -> Iterator[str]:
    """Yield the paragraphs, those far from any quotation folded away."""
    waiting: list[str] = []
    size = 0
    for start, end, marks in _paragraphs(view):
        paragraph = f'<p dir="auto">{woven(view.text, start, end, marks, _shown)}</p>'
        if marks or not fold:
            yield from _folded(waiting, size, whole)
            waiting, size = [], 0
            yield paragraph
        else:
            waiting.append(paragraph)
            size += end - start
    yield from _folded(waiting, size, whole)


def _folded(paragraphs: list[str], size: int, whole: bool) -> Iterator[str]:
    if size < FOLD_FROM:
        yield from paragraphs
        return
    what = f"{_count(len(paragraphs), 'paragraph')} without quotations ({_count(size, 'character')})"
    if not whole and size > KEPT_IN_NOTEBOOK:
        yield f'<p class="qx-note">… {what} left out here</p>'
        return
    yield f'<details class="qx-fold"><summary>… {what}</summary>'
    yield from paragraphs
    yield "</details>"


def _paragraphs(view: _View) -> Iterator[tuple[int, int, list[Element]]]:
    """Yield each paragraph with the pieces of the marks that lie in it."""
    marks, at = _elements(view), 0
    open_marks: list[Element] = []
    for start, end in Document(view.text).paragraphs:
        while at < len(marks) and marks[at].start < end:
            open_marks.append(marks[at])
            at += 1
        open_marks = [mark for mark in open_marks if -mark.neg_end > start]
        if end > view.end and not open_marks:
            return
        yield start, end, [mark.part(start, end) for mark in open_marks]


def _ties(view: _View) -> str:
    """Return the rules that light up cue, mention and all parts of the quotation one points at."""
    if len(view.items) > SHOWN_IN_NOTEBOOK:
        return ""
    shine = "{box-shadow:0 0 0 2px rgb(var(--qx))}"
    return "".join(
        f'#{view.key}:has([data-n~="{item.number}"]:hover) [data-n~="{item.number}"]{shine}\n' for item in view.items
    )


def _cut_note(view: _View, attributions: Attributions) -> str:
    if view.end == len(view.text):
        return ""
    shown = sum(item.parent is None for item in view.items)
    return (
        f'<p class="qx-note">The first {shown:,} of {len(attributions):,} quotations. '
        "<code>result.to_html()</code> gives a page with all of them.</p>"
    )


def _table(view: _View) -> str:
    """Return all quotations as a folded table, for keyboards, screen readers and paper."""
    if not view.items:
        return ""
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("No.", "Speaker", "Words", "Kind", "Cue", "Confidence", "Evidence")
    )
    rows = "".join(_table_row(item, view.key) for item in view.items)
    return (
        '<details class="qx-list"><summary>All quotations as a table</summary><div class="qx-scroll">'
        f'<table class="qx-table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _table_row(item: _Item, key: str) -> str:
    attribution = item.attribution
    inside = f" (in {item.parent})" if item.parent else ""
    why = "\n".join(because(evidence) for evidence in attribution.evidence)
    cells = (
        item.voice.name,
        attribution.quote.text,
        attribution.quote.kind + ("" if attribution.factuality == "asserted" else f", {attribution.factuality}"),
        attribution.cue_text or "–",
        f"{attribution.confidence:.2f}",
    )
    return (
        f'<tr id="{key}-{item.number}"><td>{item.number}{inside}</td>'
        + "".join(f"<td>{_shown(cell)}</td>" for cell in cells)
        + f'<td class="qx-why">{_shown(why)}</td></tr>'
    )
