"""Score folders of texts with gold lines (see benchmarks/corpora/many_voices/GUIDE.md).

    python -m benchmarks.score.texts FOLDER [FOLDER …] [--by-kind] [--errors] [--threshold SHARE]

A required quotation is *found* when a record shares at least half of its letters with it (Jaccard), its *words* are
right from 0.9 on, and it is *all right* when the speaker's name is one of the accepted ones too.  A record is *false*
when less than half of it lies in any gold line, optional and nested ones included.  The calibration error is that of
the speaker's confidence over what was found, in ten bins of equal size; *right where sure* is the share of right
speakers among those with a confidence of 0.9 or more.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import Factory, define

from benchmarks.corpora.gold_lines import GoldText, read_folder
from benchmarks.score.measures.letters import Letters, jaccard
from quotex import Attribution, extract_quotes
from quotex.extract import THRESHOLD

FOUND, EXACT, TRUE, SURE = 0.5, 0.9, 0.5, 0.9
ARTICLES = frozenset(("the", "a", "an"))
TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "professor", "prof", "cllr", "councillor", "rev"),
        *("sgt", "capt", "captain", "president", "senator", "sen"),
    )
)


@define
class Tally:
    """What was counted over some texts.

    Attributes:
        told: For each quotation that was found the speaker's confidence, and whether the speaker is right.
    """

    gold: int = 0
    found: int = 0
    words: int = 0
    right: int = 0
    records: int = 0
    false: int = 0
    told: list[tuple[float, bool]] = Factory(list)
    kinds: dict[str, list[int]] = Factory(lambda: {"direct": [0, 0], "mixed": [0, 0], "indirect": [0, 0]})

    def add(self, other: Tally) -> None:
        """Add what another counted."""
        for name in ("gold", "found", "words", "right", "records", "false"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.told += other.told
        for kind, (right, gold) in other.kinds.items():
            self.kinds[kind][0] += right
            self.kinds[kind][1] += gold

    def figures(self) -> dict[str, float]:
        """Return the figures in per cent, by their names."""
        speakers = sum(right for _, right in self.told)
        sure = [right for confidence, right in self.told if confidence >= SURE]
        figures = {
            "found": share(self.found, self.gold),
            "speaker": share(speakers, self.found),
            "all right": share(self.right, self.gold),
            "false": share(self.false, self.records),
            "calibration": calibration_error(self.told),
            "sure": share(sum(sure), len(sure)),
        }
        return figures | {kind: share(right, gold) for kind, (right, gold) in self.kinds.items()}


def share(part: int, whole: int) -> float:
    """Return a share in per cent."""
    return 100 * part / whole if whole else 0.0


def calibration_error(told: Iterable[tuple[float, bool]]) -> float:
    """Return the expected calibration error in per cent, over ten bins of equal size."""
    ordered = sorted(told)
    tenths = [ordered[n * len(ordered) // 10 : (n + 1) * len(ordered) // 10] for n in range(10)]
    return 100 * sum(abs(sum(c - right for c, right in tenth)) for tenth in tenths) / max(1, len(ordered))


def words_of(name: str | None) -> list[str]:
    """Return the words of a name, small, without articles."""
    return [w for w in re.findall(r"[\w@']+", (name or "").casefold().replace("’", "'")) if w not in ARTICLES]


def is_accepted(name: str | None, accepted: Sequence[str]) -> bool:
    """Whether a printed name is one of the accepted ones; a title more does no harm, one less for the fullest only."""
    given = words_of(name)
    bare = [word for word in given if word not in TITLES]
    for place, wanted in enumerate(map(words_of, accepted)):
        if not wanted:
            if not given:
                return True
            continue
        untitled = [word for word in wanted if word not in TITLES]
        if given and (wanted in (given, bare) or (place == 0 and untitled and bare == untitled)):
            return True
    return False


def score(gold: GoldText, records: Sequence[Attribution], report: Callable[[str], None] | None = None) -> Tally:
    """Count what is right in the records of one text; each error is reported as a line."""
    tally = Tally(records=len(records))
    letters = Letters(gold.text)
    have = [letters([(span.start, span.end) for span in record.quote.spans]) for record in records]
    need = [letters(line.parts) for line in gold.lines]

    def complain(what: str, kind: str, speaker: str, words: str, other: str) -> None:
        if report:
            report(
                "\t".join((gold.name, what, kind, speaker, " ".join(words.split())[:80], " ".join(other.split())[:80]))
            )

    for line, wanted in zip(gold.lines, need, strict=True):
        if not line.required:
            continue
        tally.gold += 1
        tally.kinds[line.kind][1] += 1
        shown, speaker = gold.text[slice(*line.parts[0])], "/".join(line.speakers)
        shared = [jaccard(wanted, held) for held in have]
        best = max(range(len(records)), key=shared.__getitem__, default=None)
        if best is None or shared[best] < FOUND:
            complain("missed", line.kind, speaker, shown, "")
            continue
        right, exact = is_accepted(records[best].speaker_name, line.speakers), shared[best] >= EXACT
        tally.found += 1
        tally.told.append((records[best].confidence, right))
        tally.words += exact
        tally.right += right and exact
        tally.kinds[line.kind][0] += right and exact
        if not right:
            complain("speaker", line.kind, speaker, shown, str(records[best].speaker_name))
        if not exact:
            complain("words", line.kind, speaker, shown, records[best].quote.text)
    for record, held in zip(records, have, strict=True):
        if max((len(held & wanted) / max(1, len(held)) for wanted in need), default=0.0) < TRUE:
            tally.false += 1
            complain("false", record.quote.kind, str(record.speaker_name), record.quote.text, str(record.cue_text))
    return tally


def score_folder(
    folder: Path,
    threshold: float,
    report: Callable[[str], None] | None = None,
    extract: Callable[..., Sequence[Attribution]] = extract_quotes,
) -> dict[str, Tally]:
    """Score the texts of a folder; return a tally a kind of text."""
    kinds: dict[str, Tally] = {}
    for gold in read_folder(folder):
        records = extract(gold.text, threshold=threshold)
        kinds.setdefault(gold.kind, Tally()).add(score(gold, records, report))
    return kinds


def total(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of some tallies."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def print_table(rows: dict[str, Tally]) -> None:
    """Print a line of figures a row."""
    names = list(Tally().figures())
    print(f"{'':24}{'gold':>6}" + "".join(f"{name:>12}" for name in names))
    for label, tally in rows.items():
        print(f"{label:24}{tally.gold:>6}" + "".join(f"{value:>12.1f}" for value in tally.figures().values()))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--by-kind", action="store_true", help="a line for each kind of text")
    parser.add_argument("--errors", action="store_true", help="print every error")
    parser.add_argument("--threshold", type=float, default=THRESHOLD)
    options = parser.parse_args()
    for folder in options.folders:
        kinds = score_folder(folder, options.threshold, print if options.errors else None)
        label = "/".join(folder.resolve().parts[-2:])
        print_table((kinds if options.by_kind else {}) | {label: total(kinds.values())})


if __name__ == "__main__":
    main()
