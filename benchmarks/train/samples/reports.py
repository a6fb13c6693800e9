"""Training examples for the models of reported speech.

The trainers of these models take two folders.  DATA holds polnear-train, polnear-syntax-train, gum-train,
gum-syntax-train and riqua-train (.jsonl.gz), REAL articles with gold lines; our own texts are in
benchmarks/corpora/many_voices.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.train.samples.corpora import read_articles
from benchmarks.train.samples.cue_lexicon import CueLexicon, banned_words
from benchmarks.train.samples.news import Article, Gold, word_at
from quotex.detect.marks.passages import Quoted
from quotex.detect.reports import (
    cues,
    joins,
)
from quotex.detect.reports import (
    find_drafts as drafts,
)
from quotex.detect.reports.content import Content, Draft
from quotex.detect.reports.cues import CuePlace
from quotex.detect.reports.edges import left as left_edges
from quotex.detect.reports.edges import right as right_edges
from quotex.detect.reports.find_reports import told_facts
from quotex.detect.reports.sentence import Frame
from quotex.detect.reports.sources.find_source import source_values
from quotex.detect.reports.trims import ADDRESSEES, trimmed
from quotex.lexicon.classes import verb_classes
from quotex.lexicon.verbs import saying_forms
from quotex.models import Models

Table = dict[str, tuple[str, str]]  # of a form: its lemma and its grade
# A verb of saying that no text has stands in for the known ones of some sentences, so that the models learn to read a
# verb that they do not know by its class alone.
UNKNOWN = "zork"
UNKNOWN_FORMS = {"VBD": "zorked", "VBN": "zorked", "VBZ": "zorks", "VBG": "zorking"}
UNKNOWN_GRADE = "5"
_EVERY = 14
Group = tuple[list[list[str]], int, float]  # the values of all candidates, which of them is right, and the weight
BARE = 0.8  # the weight of attributions of PolNeAR without a clause or words in marks, which other corpora do not count


class Texts(NamedTuple):
    """What is trained on: articles, the cue words counted in them, and the words that no model may know."""

    articles: list[Article]
    lexicon: CueLexicon
    banned: set[str]


def read_texts(data: str, real: str) -> Texts:
    """Read the training texts of all corpora."""
    articles = read_articles(Path(data), Path(real))
    return Texts(articles, CueLexicon(articles), banned_words(articles))


def grades_of(frame: Frame, lexicon: Table) -> cues.Grades:
    """The grade of every word, "" for words that are no candidates."""
    return cues.Grades(lexicon[low][1] if low in lexicon else "" for low in frame.lower)


def with_unknown(table: Table, **weights: dict[str, Any]) -> Models:
    """Return models that know the words of a table and the unknown verb, a verb of saying, as cues, and no others."""
    forms = {UNKNOWN, *UNKNOWN_FORMS.values()}
    words = table | dict.fromkeys(forms, (UNKNOWN, UNKNOWN_GRADE))
    return Models(cue_words=words, verb_classes=verb_classes() | dict.fromkeys(forms, "s"), **weights)


def shown(frame: Frame) -> Frame:
    """A frame, or a copy of it in which an unknown verb stands for every verb of saying."""
    if (frame.start + frame.end) % _EVERY:
        return frame
    known = saying_forms()
    places = [i for i, word in enumerate(frame.lower) if word in known and frame.coarse[i] in "Vbge"]
    if not places:
        return frame
    other = copy(frame)
    other.lower, other.norm = list(frame.lower), list(frame.norm)
    for i in places:
        other.lower[i] = other.norm[i] = UNKNOWN_FORMS.get(frame.tags[i], UNKNOWN)
    return other


def owners_of(article: Article, table: Table) -> dict[tuple[int, int], Gold]:
    """The attribution that each candidate heads the cue of, by the start of its sentence and its word there."""
    owners: dict[tuple[int, int], Gold] = {}
    for gold in sorted(article.gold, key=lambda gold: gold.optional):
        frame = article.frame_at(gold.start)
        at = gold.place(frame, table)
        if at >= 0:
            owners.setdefault((frame.start, at), gold)
    return owners


def candidates(article: Article, lexicon: CueLexicon) -> Iterator[tuple[Frame, CuePlace, cues.Grades, Gold | None]]:
    """Every candidate cue of an article with the gold attribution it belongs to."""
    table = dict(lexicon.table(article))
    owners = owners_of(article, table)
    models = with_unknown(table)
    article.read_with(models)
    table = models.weights("cue_words")
    for frame in map(shown, article.frames):
        grades = grades_of(frame, table)
        for at, low in enumerate(frame.lower):
            if low in table and not article.ignores(frame.starts[at], frame.ends[at]):
                first = cues.verb_group(frame, at)[0]
                yield frame, CuePlace(at, first, *table[low]), grades, owners.get((frame.start, at))


class Target:
    """Where the content of a gold attribution lies in the frame of its cue, in words; None where a side has none."""

    def __init__(self, article: Article, frame: Frame, place: CuePlace, gold: Gold) -> None:
        words = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.content)]
        left = [i for i in words if i < place.at]
        right = [i for i in words if i > place.at]
        self.left = (left[0], left[-1] + 1) if left else None
        self.right = _own_words(frame, place.at, right[0], right[-1] + 1) if right else None
        self.side = "B" if left and right else "L" if left else "R" if right else ""
        self.source = -1
        if gold.source_head:
            at = word_at(frame, gold.source_head[0])
            self.source = frame.phrase_at[at] if at >= 0 else -2
            if self.source < 0:
                self.source = -2
        elif gold.source:
            inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.source)]
            self.source = next((frame.phrase_at[i] for i in inside if frame.phrase_at[i] >= 0), -2)
        elif not gold.sourceless:
            self.source = -2


def _own_words(frame: Frame, cue: int, start: int, end: int) -> tuple[int, int]:
    """Content right of a cue without the one spoken to, whom some corpora count among the words."""
    return trimmed(frame, cue, Content(((start, end),), "R", 1.0), ADDRESSEES).parts[-1]


# A gold cue with the grades around it, what the annotation says of it, and its weight.
Example = tuple[Frame, CuePlace, cues.Grades, Target, float]


def content_groups(examples: Sequence[Example]) -> dict[str, list[Any]]:
    """Training groups of the four edge models and rows of the side model, from gold cues, each with its weight."""
    groups: dict[str, list[Any]] = {"side": [], "start": [], "end": [], "left end": [], "left start": []}
    lost: Counter[str] = Counter()
    for frame, place, grades, target, weight in examples:
        if not target.side:
            continue
        values = cues.cue_values(frame, place.at, place.lemma, place.grade, grades)
        values += right_edges.side_values(frame, place)
        groups["side"].append((values, right_edges.SIDES.index(target.side), weight))
        wanted = []
        if target.right:
            start, end = target.right
            wanted.append(("start", right_edges.start_values(frame, place, target.side), start))
            wanted.append(("end", right_edges.end_values(frame, place, start, target.side, grades), end))
        if target.left:
            start, end = target.left
            wanted.append(("left end", left_edges.left_end_values(frame, place, target.side), end))
            wanted.append(("left start", left_edges.left_start_values(frame, place, end, target.side, grades), start))
        for name, offered, answer in wanted:
            listed = list(offered)
            places = [i for i, _ in listed]
            if answer in places:
                groups[name].append(([v for _, v in listed], places.index(answer), weight))
            else:
                lost[name] += 1
    print("edges that no place offers:", dict(lost), {k: len(v) for k, v in groups.items()})
    return groups


def gold_content(target: Target) -> Content:
    """The gold content of a cue in its frame, as the source model reads it."""
    return Content(tuple(part for part in (target.left, target.right) if part), target.side or "R", 1.0)


def source_groups(examples: Sequence[Example], contents: Sequence[Content]) -> list[Group]:
    """Training groups of the source model."""
    groups: list[Group] = []
    lost: Counter[str] = Counter()
    for (frame, place, _, target, weight), content in zip(examples, contents, strict=True):
        listed = list(source_values(frame, place, content))
        numbers = [number for number, _ in listed]
        if target.source == -2 or target.source not in numbers:
            lost["no phrase" if target.source == -2 else "not offered"] += 1
        else:
            groups.append(([v for _, v in listed], numbers.index(target.source), weight))
    print("sources lost:", dict(lost), len(groups))
    return groups


def join_examples(articles: list[Article], lexicon: CueLexicon) -> tuple[list[list[str]], list[bool], list[float]]:
    """Rows, labels and weights of the join model: the passages after an attribution, until one is no part of it."""
    rows: list[list[str]] = []
    labels: list[bool] = []
    weights: list[float] = []
    for article in articles:
        passages = article.quoted
        begins = [passage.start for passage in passages]
        own = [_own_gold(article, passage.inner) for passage in passages]
        for frame, place, _grades, gold in candidates(article, lexicon):
            if not gold or gold.optional:
                continue
            target = Target(article, frame, place, gold)
            if not target.side:
                continue
            told = joins.ReportToJoin(
                _told_end(article, frame), *told_facts(frame, place, gold_content(target), target.source >= 0)
            )

            def decide(index: int, values: list[str], gold: Gold = gold, passages: list[Quoted] = passages) -> bool:
                rows.append(values)
                labels.append(_covers(gold, passages[index].inner))
                return labels[-1]

            def free(index: int, gold: Gold = gold, own: list[Gold | None] = own) -> bool:
                return own[index] is None or own[index] is gold

            joins.following(article.document, passages, told, bisect_right(begins, told.end - 1), free, decide)
            weights += [article.weight] * (len(rows) - len(weights))
    return rows, labels, weights


def _told_end(article: Article, frame: Frame) -> int:
    """Where the sentence of a cue ends, or the passage that runs on over its end."""
    return max([frame.end] + [p.inner[1] for p in article.quoted if p.inner[0] < frame.end < p.inner[1]])


def _covers(gold: Gold, span: tuple[int, int]) -> bool:
    """Whether most of a span lies in the gold content."""
    common = sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in gold.content)
    return common >= 0.7 * (span[1] - span[0])


def _own_gold(article: Article, span: tuple[int, int]) -> Gold | None:
    """The gold attribution that covers a passage and has its cue in the passage's own sentences."""
    for gold in article.gold:
        if _covers(gold, span):
            first, last = article.frame_at(span[0]), article.frame_at(span[1] - 1)
            if first.start <= gold.start < last.end:
                return gold
    return None


def draft_examples(
    articles: list[Article], lexicon: CueLexicon, weights: dict[str, dict[str, Any]]
) -> Iterator[tuple[Draft, list[Draft], bool, float]]:
    """Every draft that models make, with those beside it, whether it is right (cue, and half of the content), and its
    weight.

    Drafts that the annotation leaves open are not among them.
    """
    for article in articles:
        table = dict(lexicon.table(article))
        owners = owners_of(article, table)
        models = with_unknown(table, **weights)
        article.read_with(models)
        table = models.weights("cue_words")
        for frame in map(shown, article.frames):
            if not table.keys().isdisjoint(frame.lower):
                found = drafts.find_drafts(frame)
                for draft in found:
                    if draft.faint or article.ignores(frame.starts[draft.place.at], frame.ends[draft.place.at]):
                        continue
                    gold = owners.get((frame.start, draft.place.at))
                    if gold is None and article.leaves_open([frame.span(*part) for part in draft.content.parts]):
                        continue
                    if gold is None or not gold.optional:
                        right = gold is not None and _half_right(article, frame, draft, gold)
                        yield draft, found, right, importance(article, frame, gold)


def importance(article: Article, frame: Frame, gold: Gold | None) -> float:
    """How much an example weighs: as its corpus, and less where its content is a bare noun phrase."""
    if gold is None or article.weight != 1.0:
        return article.weight
    words = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.content)]
    clause = any(frame.coarse[i] in "VM" or frame.quoted[i] >= 0 for i in words)
    return 1.0 if clause or (words and frame.lower[words[0]] == "to") else BARE


def _half_right(article: Article, frame: Frame, draft: Draft, gold: Gold) -> bool:
    target = Target(article, frame, draft.place, gold)
    right = {i for part in (target.left, target.right) if part for i in range(*part)}
    told = {i for part in draft.content.parts for i in range(*part)}
    return len(right & told) >= 0.5 * len(right | told)
