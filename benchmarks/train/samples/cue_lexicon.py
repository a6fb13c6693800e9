"""The lexicon of cue words, counted in annotated news."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping

from nltk.stem.snowball import SnowballStemmer

from benchmarks.train.samples.news import Article
from quotex.detect.reports.retag import NAME
from quotex.lexicon import load_table

_PLAIN = re.compile(r"[a-zà-ÿ]+(?:[-'’][a-zà-ÿ]+)*")  # no «said.trump»
STEMMER = SnowballStemmer("english")

# Function words are the head of a cue so rarely that they are no candidates.
CLOSED = frozenset((
    "to", "in", "of", "for", "on", "with", "as", "at", "by", "from", "about", "that", "is", "was", "are", "were",
    "be", "has", "have", "had", "been", "will", "would", "a", "the", "and", "his", "her", "their", "its", "it",
    "he", "not", "or", "who", "an", "this", "does", "do", "did", "n't", "n’t", "'s", "’s", "i", "up", "out",
    "over", "no", "what", "how", "they", "we", "you", "but", "so", "there", "s", "also",
))  # fmt: skip


class Tally(dict[str, float]):
    """Weighted counts; what was not counted has none."""

    def __missing__(self, key: str) -> float:
        return 0.0

    def add(self, other: Mapping[str, float]) -> None:
        """Add other counts."""
        for key, number in other.items():
            self[key] += number


class CueLexicon:
    """How often each form is a cue, counted by article, so that no article is judged by its own counts.

    An article counts as often as its weight says.
    """

    def __init__(self, articles: list[Article]) -> None:
        self.known = general_forms()
        self.common = [row[0] for row in load_table("common_words")]
        self.heads = Tally()
        self.uses = Tally()
        self.own: dict[str, tuple[Tally, ...]] = {}
        self.keys: dict[str, str] = {}
        for article in articles:
            heads, uses = count_cues(article)
            self.own[article.name] = heads, uses, self._by_key(heads), self._by_key(uses)
            self.heads.add(heads)
            self.uses.add(uses)
        self.key_heads = Tally()
        self.key_uses = Tally()
        for form, number in self.uses.items():
            self.key_heads[self.key(form)] += self.heads[form]
            self.key_uses[self.key(form)] += number
        forms = set(self.heads) | set(self.known) | {w for w in self.common if self.key_heads[self.key(w)] > 1}
        self.forms = sorted(form for form in forms if form not in CLOSED and _PLAIN.fullmatch(form))
        self.base = {form: entry for form in self.forms if (entry := self.entry(form, None))}

    def _by_key(self, counts: Tally) -> Tally:
        joined = Tally()
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
        heads, uses, key_heads, key_uses = self.own.get(without or "", (Tally(),) * 4)
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
        """The lines of the lexicon file: the forms that were seen."""
        return [(form, *entry) for form, entry in sorted(self.base.items()) if self.uses[form] > 0]


def count_cues(article: Article) -> tuple[Tally, Tally]:
    """How often each form heads a cue in the article, and how often it stands there at all."""
    heads = Tally()
    uses = Tally()
    for frame in article.frames:
        for low, tag in zip(frame.lower, frame.tags, strict=True):
            if tag not in NAME:
                uses[low] += article.weight
    for gold in article.gold:
        frame = article.frame_at(gold.start)
        at = gold.head(frame)
        if gold.optional:
            if at >= 0:
                uses[frame.lower[at]] -= article.weight
            continue
        if at >= 0 and frame.lower[at] not in CLOSED:
            heads[frame.lower[at]] += article.weight
            continue
        inside = [i for i in range(frame.size) if any(s <= frame.starts[i] < e for s, e in gold.cue)]
        inside = [i for i in inside if frame.lower[i] not in CLOSED and frame.coarse[i] in "VbgenJ"]
        if inside:
            heads[frame.lower[inside[-1]]] += article.weight
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
    """The base form of a known form, or of a regular one by its ending."""
    if form in known:
        return known[form][0]
    for ending in ("ies", "ied", "es", "ed", "ing", "s", "d"):
        if form.endswith(ending):
            for guess in (form[: -len(ending)], form[: -len(ending)] + "e", form[: -len(ending)] + "y"):
                if guess in known:
                    return known[guess][0]
    return str(STEMMER.stem(form))


def banned_words(articles: list[Article]) -> set[str]:
    """Words written mostly with a capital inside sentences: names, which no model may know."""
    small, large = Counter[str](), Counter[str]()
    for article in articles:
        for frame in article.frames:
            for i in range(1, frame.size):
                counts = large if article.document.text[frame.starts[i]].isupper() else small
                counts[frame.lower[i]] += 1
    return {word for word, n in large.items() if n > small[word] and word != "i"}
