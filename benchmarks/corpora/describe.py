"""Print what the corpus Many Voices holds, a kind of text a line.

python -m benchmarks.corpora.describe
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.corpora.gold_lines import read_folder

CORPUS = Path(__file__).resolve().parent / "many_voices"
PARTS = ("train", "dev")


def main() -> None:
    """Command line."""
    kinds: dict[str, Counter[str]] = {}
    for part in PARTS:
        for gold in read_folder(CORPUS / part):
            counts = Counter({"texts": 1, part: 1, "words": len(gold.text.split())})
            for line in gold.lines:
                counts[line.kind if line.required else "nested" if line.nested else "optional"] += 1
                counts["required"] += line.required
            for label in (gold.kind, "all"):
                kinds.setdefault(label, Counter()).update(counts)
    columns = ("texts", "dev", "words", "required", "direct", "mixed", "indirect", "optional", "nested")
    print(f"| {'kind':15} |" + "".join(f" {column:>8} |" for column in columns))
    print(f"|{'-' * 17}|" + f"{'-' * 9}:|" * len(columns))
    for kind in sorted(kinds, key=lambda kind: (kind == "all", kind)):
        print(f"| {kind:15} |" + "".join(f" {kinds[kind][column]:>8,} |" for column in columns))


if __name__ == "__main__":
    main()
