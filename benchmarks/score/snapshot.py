"""Write every record of the development texts to a file, to see whether a change of the code changes an answer.

    python -m benchmarks.score.snapshot OUT.jsonl DATA [DATA …]

DATA are gold files (.jsonl or .jsonl.gz) or folders of texts (.txt).  One line a text: where it comes from and its
records in the wire format.  Two snapshots of the same data are equal, byte for byte, where no answer differs.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from benchmarks.score.measures.reading import read_jsonl
from quotex import extract_quotes


def texts(source: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each document of a gold file or a folder."""
    if source.is_dir():
        for path in sorted(source.rglob("*.txt")):
            yield f"{source.name}/{path.relative_to(source)}", path.read_bytes().decode("utf-8")
    else:
        for document in read_jsonl(str(source)):
            yield f"{source.name}/{document['doc']}", document["text"]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="the snapshot to write")
    parser.add_argument("data", type=Path, nargs="+", help="gold files or folders of texts")
    options = parser.parse_args()
    with options.out.open("w", encoding="utf-8") as lines:
        for source in options.data:
            for name, text in texts(source):
                records = [record.to_dict() for record in extract_quotes(text)]
                lines.write(json.dumps({"text": name, "records": records}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
