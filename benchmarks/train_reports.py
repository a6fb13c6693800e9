"""Train the models of reported speech: cue lexicon, cues, content, source, joins and the final decision.

    python benchmarks/train_reports.py DATA_FOLDER

DATA_FOLDER holds polnear-train.jsonl.gz and polnear-syntax-train.jsonl.gz.  Writes quotex/lexicon/cue_words.tsv and
quotex/models/{cues,content,source,joins,reports}.json.  The last fifth of the training articles sets the threshold.
"""

from __future__ import annotations

import gzip
import json
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from nltk.stem.snowball import SnowballStemmer
from sparse_fit import fit_choice, fit_classes, fit_logistic

from quotex.detect import clauses, cues, drafts, joins, sources
from quotex.detect.clauses import Content, Place
from quotex.detect.reports import told_facts
from quotex.detect.frame import NAME, Frame
from quotex.detect.linear import Linear
from quotex.detect.passages import read_passages
from quotex.lexicon import load_table
from quotex.read.document import Document

STEMMER = SnowballStemmer("english")
HERE = Path(__file__).resolve().parent.parent / "quotex"


def read_jsonl(path: Path) -> Iterator[dict]:
    """Yield the objects of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class Gold:
    """One annotated attribution: offsets of content, cue head, source head, and what of it lies in the cue's sentence."""

    def __init__(self, quote: dict, cue_head: tuple[int, int]) -> None:
        self.content = [tuple(span) for span in quote["content"]]
        self.cue = [tuple(span) for span in quote["cue"]]
        self.cue_head = cue_head
        self.source = [tuple(span) for span in quote["source"]]
        self.source_head = quote["source_head"]
        self.kind = quote["kind"]


    def place(self, frame: Frame, lexicon: dict[str, tuple[str, str]]) -> int:
        """The candidate word of the cue: its head if that is one, else the one with the highest grade; -1 for none."""
        at = word_at(frame, self.cue_head[0])
        if at >= 0 and frame.lower[at] in lexicon:
            return at
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in self.cue)]
        inside = [i for i in inside if frame.lower[i] in lexicon]
        return max(inside, key=lambda i: lexicon[frame.lower[i]][1], default=-1)


class Article:
    """An article with its frames and gold; what annotators labelled "Discuss" is in ``ignore``."""

    def __init__(self, entry: dict, syntax: list[dict] | None) -> None:
        self.name = entry["doc"]
        self.document = Document(entry["text"])
        self.quoted = self.document.once(read_passages)
        self.passages = [quoted.inner for quoted in self.quoted]
        self.frames = [
            Frame(self.document, sentence, self.passages)
            for number in range(len(self.document.paragraphs))
            for sentence in self.document.sentences_of(number)
        ]
        self.starts = [frame.start for frame in self.frames]
        self.ignore = [tuple(span) for span in entry.get("ignore") or []]
        governors = _governors(syntax) if syntax else {}
        self.gold = [Gold(q, _cue_head(q, governors)) for q in entry["quotes"] if q["cue"] and not self._ignored(q)]

    def _ignored(self, quote: dict) -> bool:
        return any(s < e2 and s2 < e for s, e in quote["content"] for s2, e2 in self.ignore)

    def ignores(self, start: int, end: int) -> bool:
        """Whether a word lies in a region that annotators left open."""
        return any(s < end and start < e for s, e in self.ignore)

    def frame_at(self, offset: int) -> Frame:
        """The frame that holds an offset."""
        return self.frames[max(0, bisect_right(self.starts, offset) - 1)]


def _governors(sentences: list[dict]) -> dict[int, tuple[int, int, int, str]]:
    """For the start of every token: its end, the start of its governor (-1 for none), and its tag."""
    found = {}
    for sentence in sentences:
        tokens = sentence["tokens"]
        for start, end, tag, _, head, _ in tokens:
            found[start] = (end, tokens[head][0] if head >= 0 else -1, tag)
    return found


def _cue_head(quote: dict, governors: dict) -> tuple[int, int]:
    """The token of the cue whose governor lies outside it, a verb before others."""
    inside = [s for a, b in quote["cue"] for s in range(a, b) if s in governors]
    tops = [s for s in inside if governors[s][1] not in inside]
    if not tops:
        return tuple(quote["cue"][0])
    verbs = [s for s in tops if governors[s][2].startswith("V")]
    best = (verbs or tops)[0]
    return best, governors[best][0]


def word_at(frame: Frame, offset: int) -> int:
    """The number of the word that holds an offset, or -1."""
    i = bisect_right(frame.starts, offset) - 1
    return i if i >= 0 and offset < frame.ends[i] else -1


# ------------------------------------------------------------------------------------------------ the cue lexicon


CLOSED = frozenset(
    "to in of for on with as at by from about that is was are were be has have had been will would a the and his her their its "
    "it he not or who an this does do did n't n’t 's ’s i up out over no what how they we you but so there s also".split()
)


class CueLexicon:
    """How often each form is a cue, counted by article, so that no article is judged by its own counts."""

    def __init__(self, articles: list[Article]) -> None:
        self.known = general_forms()
        self.common = [row[0] for row in load_table("common_words")]
        self.heads: Counter[str] = Counter()
        self.uses: Counter[str] = Counter()
        self.own: dict[str, tuple[Counter[str], ...]] = {}
        self.keys: dict[str, str] = {}
        for article in articles:
            heads, uses = count_cues(article)
            self.own[article.name] = heads, uses, self._by_key(heads), self._by_key(uses)
            self.heads.update(heads)
            self.uses.update(uses)
        self.key_heads: Counter[str] = Counter()
        self.key_uses: Counter[str] = Counter()
        for form, number in self.uses.items():
            self.key_heads[self.key(form)] += self.heads[form]
            self.key_uses[self.key(form)] += number
        forms = set(self.heads) | set(self.known) | {w for w in self.common if self.key_heads[self.key(w)] > 1}
        self.forms = sorted(form for form in forms if form not in CLOSED and form[0].isalpha())
        self.base = {form: entry for form in self.forms if (entry := self.entry(form, None))}

    def _by_key(self, counts: Counter[str]) -> Counter[str]:
        joined: Counter[str] = Counter()
        for form, number in counts.items():
            joined[self.key(form)] += number
        return joined

    def key(self, form: str) -> str:
        """The lemma of a form, or its stem when the lexicon of reporting verbs does not know it."""
        if form not in self.keys:
            self.keys[form] = lemma(form, self.known)
        return self.keys[form]

    def entry(self, form: str, without: str | None) -> tuple[str, str] | None:
        """Lemma and grade of a form, as the articles other than ``without`` show it; None when it is no candidate."""
        heads, uses, key_heads, key_uses = self.own.get(without or "", (Counter(),) * 4)
        key = self.key(form)
        hits, total = self.heads[form] - heads[form], self.uses[form] - uses[form]
        key_hits, key_total = self.key_heads[key] - key_heads[key], self.key_uses[key] - key_uses[key]
        kind = self.known.get(form, ("", ""))[1]
        prior = {"v": 0.45, "n": 0.15, "": 0.05}[kind]
        key_rate = (key_hits + 2 * prior) / (max(key_total, key_hits) + 2)
        rate = (hits + 3 * key_rate) / (max(total, hits) + 3)
        if total >= 80 and rate < 0.006 or rate < 0.01:
            return None
        if not kind and not hits and (key_hits < 2 or rate < 0.08):
            return None
        return key, grade(rate)

    def table(self, article: Article) -> dict[str, tuple[str, str]]:
        """The lexicon for one article, without its own counts."""
        if article.name not in self.own:
            return self.base
        table = dict(self.base)
        uses = self.own[article.name][1]
        touched = {self.key(form) for form in uses if form in table}
        for form in uses:
            if self.key(form) in touched and form in table:
                entry = self.entry(form, article.name)
                if entry:
                    table[form] = entry
                else:
                    del table[form]
        return table

    def rows(self) -> list[tuple[str, str, str]]:
        """The lines of the lexicon file."""
        return [(form, *entry) for form, entry in sorted(self.base.items())]


def count_cues(article: Article) -> tuple[Counter[str], Counter[str]]:
    """How often each form heads a cue in the article, and how often it stands there at all."""
    heads: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for frame in article.frames:
        uses.update(low for low, tag in zip(frame.lower, frame.tags) if tag not in NAME)
    for gold in article.gold:
        frame = article.frame_at(gold.cue_head[0])
        at = word_at(frame, gold.cue_head[0])
        if at >= 0 and frame.lower[at] not in CLOSED:
            heads[frame.lower[at]] += 1
            continue
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.cue)]
        inside = [i for i in inside if frame.lower[i] not in CLOSED and frame.coarse[i] in "VbgenJ"]
        if inside:
            heads[frame.lower[inside[-1]]] += 1
    return heads, uses


def grade(rate: float) -> str:
    """A share on a scale from 0 to 9, fine at the low end."""
    bars = (0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9)
    return str(bisect_right(bars, rate))


def general_forms() -> dict[str, tuple[str, str]]:
    """Inflected reporting verbs and nouns of the lexicon: form → (lemma, "v" or "n")."""
    forms = {}
    for noun, *_ in load_table("reporting_nouns"):
        plural = noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"
        forms[noun] = forms[plural] = (noun, "n")
    for row in load_table("reporting_verbs"):
        for form in (row[0], *row[1].split()):
            forms[form] = (row[0], "v")
    return forms


def lemma(form: str, known: dict[str, tuple[str, str]]) -> str:
    """The base form of a regular form, by its ending."""
    for ending in ("ies", "ied", "es", "ed", "ing", "s", "d"):
        if form.endswith(ending):
            for guess in (form[: -len(ending)], form[: -len(ending)] + "e", form[: -len(ending)] + "y"):
                if guess in known:
                    return known[guess][0]
    return STEMMER.stem(form)


# ------------------------------------------------------------------------------------------------ examples


def grades_of(frame: Frame, lexicon: dict[str, tuple[str, str]]) -> list[str]:
    """The grade of every word, "" for words that are no candidates."""
    return [lexicon[low][1] if low in lexicon else "" for low in frame.lower]


def candidates(article: Article, lexicon: CueLexicon) -> Iterator[tuple[Frame, Place, list[str], Gold | None]]:
    """Every candidate cue of an article with the gold attribution it belongs to."""
    owners = {}
    table = lexicon.table(article)
    for gold in article.gold:
        frame = article.frame_at(gold.cue_head[0])
        at = gold.place(frame, table)
        if at >= 0:
            owners.setdefault((frame.start, at), gold)
    for frame in article.frames:
        grades = grades_of(frame, table)
        for at, low in enumerate(frame.lower):
            if low in table and not article.ignores(frame.starts[at], frame.ends[at]):
                first = cues.verb_group(frame, at)[0]
                yield frame, Place(at, first, *table[low]), grades, owners.get((frame.start, at))


def banned_words(articles: list[Article]) -> set[str]:
    """Words written mostly with a capital inside sentences: names, which no model may know."""
    small, large = Counter(), Counter()
    for article in articles:
        for frame in article.frames:
            for i in range(1, frame.size):
                counts = large if article.document.text[frame.starts[i]].isupper() else small
                counts[frame.lower[i]] += 1
    return {word for word, n in large.items() if n > small[word] and word != "i"}


class Target:
    """Where the content of a gold attribution lies in the frame of its cue, in words; None where a side has none."""

    def __init__(self, article: Article, frame: Frame, place: Place, gold: Gold) -> None:
        words = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.content)]
        left = [i for i in words if i < place.at]
        right = [i for i in words if i > place.at]
        self.left = (left[0], left[-1] + 1) if left else None
        self.right = (right[0], right[-1] + 1) if right else None
        self.side = "B" if left and right else "L" if left else "R" if right else ""
        self.source = -1
        if gold.source_head:
            at = word_at(frame, gold.source_head[0])
            self.source = frame.phrase_at[at] if at >= 0 else -2
            if self.source < 0:
                self.source = -2
        elif gold.source:
            self.source = -2


def content_groups(examples: list[tuple]) -> dict[str, list]:
    """Training groups of the four edge models and rows of the side model, from gold cues."""
    groups: dict[str, list] = {"side": [], "start": [], "end": [], "left end": [], "left start": []}
    lost: Counter[str] = Counter()
    for frame, place, grades, target in examples:
        if not target.side:
            continue
        values = cues.cue_values(frame, place.at, place.lemma, place.grade, grades) + clauses.side_values(frame, place)
        groups["side"].append((values, clauses.SIDES.index(target.side)))
        wanted = []
        if target.right:
            start, end = target.right
            wanted.append(("start", clauses.start_values(frame, place, target.side), start))
            wanted.append(("end", clauses.end_values(frame, place, start, target.side, grades), end))
        if target.left:
            start, end = target.left
            wanted.append(("left end", clauses.left_end_values(frame, place, target.side), end))
            wanted.append(("left start", clauses.left_start_values(frame, place, end, target.side, grades), start))
        for name, listed, answer in wanted:
            listed = list(listed)
            places = [i for i, _ in listed]
            if answer in places:
                groups[name].append(([v for _, v in listed], places.index(answer)))
            else:
                lost[name] += 1
    print("edges that no place offers:", dict(lost), {k: len(v) for k, v in groups.items()})
    return groups


def fit_content(groups: dict[str, list], banned: set[str], l1: float = 1.0) -> dict[str, dict]:
    """Fit side and edge models."""
    templates = cues.CUE_TEMPLATES + clauses.SIDE_TEMPLATES
    rows = [values for values, _ in groups["side"]]
    sides = fit_classes(templates, rows, [label for _, label in groups["side"]], 3, l1, 3, banned)
    models = {"side " + side: model for side, model in zip(clauses.SIDES, sides)}
    for name, listed in (("start", clauses.START_TEMPLATES), ("end", clauses.END_TEMPLATES),
                         ("left end", clauses.LEFT_END_TEMPLATES), ("left start", clauses.LEFT_START_TEMPLATES)):
        models[name] = fit_choice(listed, groups[name], l1, 3, banned)
    return models


def gold_content(target: Target) -> Content:
    """The gold content of a cue in its frame, as the source model reads it."""
    return Content(tuple(part for part in (target.left, target.right) if part), target.side or "R", 1.0)


def source_groups(examples: list[tuple], contents: list[Content]) -> list[tuple]:
    """Training groups of the source model."""
    groups = []
    lost: Counter[str] = Counter()
    for (frame, place, _, target), content in zip(examples, contents):
        listed = list(sources.source_values(frame, place, content))
        numbers = [number for number, _ in listed]
        if target.source == -2 or target.source not in numbers:
            lost["no phrase" if target.source == -2 else "not offered"] += 1
        else:
            groups.append(([v for _, v in listed], numbers.index(target.source)))
    print("sources lost:", dict(lost), len(groups))
    return groups


def join_examples(articles: list[Article], lexicon: CueLexicon) -> tuple[list[list[str]], list[bool]]:
    """Rows and labels of the join model: the passages after each gold attribution, until one that is not part of it."""
    rows: list[list[str]] = []
    labels: list[bool] = []
    for article in articles:
        passages = article.quoted
        begins = [passage.start for passage in passages]
        own = [_own_gold(article, passage.inner) for passage in passages]
        for frame, place, grades, gold in candidates(article, lexicon):
            if not gold:
                continue
            target = Target(article, frame, place, gold)
            if not target.side:
                continue
            told = joins.Told(_told_end(article, frame), *told_facts(frame, place, gold_content(target), target.source >= 0))

            def decide(index: int, values: list[str], gold: Gold = gold) -> bool:
                rows.append(values)
                labels.append(_covers(gold, passages[index].inner))
                return labels[-1]

            def free(index: int, gold: Gold = gold) -> bool:
                return own[index] is None or own[index] is gold

            joins.following(article.document, passages, told, bisect_right(begins, told.end - 1), free, decide)
    return rows, labels


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
            if first.start <= gold.cue_head[0] < last.end:
                return gold
    return None


# ------------------------------------------------------------------------------------------------ training


Example = tuple  # (frame, place, grades, target)


class Models:
    """The models of one training run, put in the place of those on disk while drafts are made."""

    def __init__(self, articles: list[Article], lexicon: CueLexicon, banned: set[str]) -> None:
        rows, labels, examples = [], [], []
        for article in articles:
            for frame, place, grades, gold in candidates(article, lexicon):
                rows.append(cues.cue_values(frame, place.at, place.lemma, place.grade, grades))
                labels.append(gold is not None)
                if gold:
                    examples.append((frame, place, grades, Target(article, frame, place, gold)))
        self.cue = fit_logistic(cues.CUE_TEMPLATES, rows, labels, 1.2, 3, banned)
        self.content = fit_content(content_groups(examples), banned, 1.0)
        groups = source_groups(examples, [gold_content(example[3]) for example in examples])
        self.source = fit_choice(sources.SOURCE_TEMPLATES, groups, 1.0, 3, banned)
        self.report: dict = {"bias": 0.0, "templates": {}}

    def install(self) -> None:
        """Use these models instead of the files."""
        content = {name: Linear(model) for name, model in self.content.items()}
        parts = {"_cue_model": Linear(self.cue), "_draft_model": Linear(self.report)}
        clauses._models = lambda: content
        source = Linear(self.source)
        sources._model = lambda: source
        drafts._cue_model = lambda: parts["_cue_model"]
        drafts._draft_model = lambda: parts["_draft_model"]


def draft_examples(articles: list[Article], lexicon: CueLexicon) -> Iterator[tuple[drafts.Draft, list, bool]]:
    """Every draft of the articles with those beside it, and whether it is right (cue, and half of the content)."""
    for article in articles:
        owners = {}
        table = lexicon.table(article)
        drafts.cue_words = lambda table=table: table
        for gold in article.gold:
            frame = article.frame_at(gold.cue_head[0])
            owners.setdefault((frame.start, gold.place(frame, table)), gold)
        for frame in article.frames:
            if not table.keys().isdisjoint(frame.lower):
                found = drafts.find_drafts(frame)
                for draft in found:
                    if article.ignores(frame.starts[draft.place.at], frame.ends[draft.place.at]):
                        continue
                    gold = owners.get((frame.start, draft.place.at))
                    yield draft, found, gold is not None and _half_right(article, frame, draft, gold)


def _half_right(article: Article, frame: Frame, draft: drafts.Draft, gold: Gold) -> bool:
    target = Target(article, frame, draft.place, gold)
    right = {i for part in (target.left, target.right) if part for i in range(*part)}
    told = {i for part in draft.content.parts for i in range(*part)}
    return len(right & told) >= 0.5 * len(right | told)


def fit_reports(folds: list[list[Article]], models: list[Models], lexicon: CueLexicon, banned: set[str]) -> dict:
    """Fit the final decision on drafts that each fold's models made for the other folds."""
    rows, labels = [], []
    for number, fold in enumerate(folds):
        models[number].install()
        for draft, found, right in draft_examples(fold, lexicon):
            rows.append(drafts.draft_values(draft, found))
            labels.append(right)
    print("drafts:", len(rows), "right:", sum(labels))
    return fit_logistic(drafts.DRAFT_TEMPLATES, rows, labels, 1.0, 3, banned)


def best_threshold(articles: list[Article], lexicon: CueLexicon) -> tuple[float, float]:
    """The probability from which a report stands, so that F1 of half-right content is best; and that F1."""
    scored = sorted(((draft.probability, right) for draft, _, right in draft_examples(articles, lexicon)), reverse=True)
    total = sum(len(article.gold) for article in articles)
    hits, best = 0, (0.0, 0.5)
    for number, (probability, right) in enumerate(scored, 1):
        hits += right
        best = max(best, (2 * hits / (number + total), probability))
    return best[1], best[0]


def write_model(name: str, model: dict) -> None:
    """Write weights as compact JSON, one template a line."""
    text = json.dumps(model, ensure_ascii=False, sort_keys=False, separators=(",", ":"))
    (HERE / "models" / f"{name}.json").write_text(text.replace("},", "},\n") + "\n", encoding="utf-8")


def write_lexicon(rows: list[tuple[str, str, str]]) -> None:
    """Write the cue lexicon with its header."""
    head = (
        "# Words that can introduce reported speech, in every form; made by benchmarks/train_reports.py.\n"
        "# Columns: form; lemma; grade: how often the form was a cue in PolNeAR's training part (Newell, Margolin and\n"
        "# Ruths 2018), from 0 (under 2 %) to 9 (over 90 %), with the forms of reporting_verbs.tsv and\n"
        "# reporting_nouns.tsv added (smoothed by 45 % for verbs, 15 % for nouns).\n"
    )
    body = "".join("\t".join(row) + "\n" for row in rows)
    (HERE / "lexicon" / "cue_words.tsv").write_text(head + body, encoding="utf-8")


def main(folder: str) -> None:
    """Train everything and write it."""
    data = Path(folder)
    syntax = {entry["doc"]: entry["sentences"] for entry in read_jsonl(data / "polnear-syntax-train.jsonl.gz")}
    articles = [Article(entry, syntax.get(entry["doc"])) for entry in read_jsonl(data / "polnear-train.jsonl.gz")]
    train(articles)


def train(articles: list[Article], quick: bool = False) -> None:
    """Fit on all articles; the final decision on two halves of the first four fifths, the threshold on the last fifth."""
    cut = len(articles) * 4 // 5
    banned = banned_words(articles)
    lexicon = CueLexicon(articles)
    early = CueLexicon(articles[:cut])
    halves = [articles[0:cut:2], articles[1:cut:2]]
    swapped = [Models(halves[1], early, banned), Models(halves[0], early, banned)]
    report = fit_reports(halves, swapped, early, banned)
    whole = Models(articles[:cut], early, banned)
    whole.report = report
    whole.install()
    threshold, f1 = best_threshold(articles[cut:], early)
    print(f"held-out fifth: half-right content F1 {f1:.3f} at {threshold:.3f}")
    if quick:
        lexicon = early
    final = whole if quick else Models(articles, lexicon, banned)
    rows, labels = join_examples(articles, lexicon)
    join = fit_logistic(joins.JOIN_TEMPLATES, rows, labels, 0.7, 3, banned)
    write_lexicon(lexicon.rows())
    write_model("cues", {"threshold": round(threshold, 3), "cue": final.cue, "report": report})
    write_model("content", final.content)
    write_model("source", {"source": final.source, "join": join})


def main(folder: str) -> None:
    """Train everything and write it."""
    data = Path(folder)
    syntax = {entry["doc"]: entry["sentences"] for entry in read_jsonl(data / "polnear-syntax-train.jsonl.gz")}
    articles = [Article(entry, syntax.get(entry["doc"])) for entry in read_jsonl(data / "polnear-train.jsonl.gz")]
    train(articles)


if __name__ == "__main__":
    main(sys.argv[1])
