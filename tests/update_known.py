"""Bring tests/cases/known.tsv up to date.

    python tests/update_known.py          drop what is found by now; list what is newly missed, and fail if there is any
    python tests/update_known.py --add    also add what is newly missed, with what came instead as its reason

A line that is added is a loss: read it before it is committed.
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import test_cases as tests  # noqa: E402


def missed() -> dict[tuple[str, str], str]:
    """Every expectation that fails now, with the first line of its message."""
    checks = [
        (tests.test_expected, name, expected.id) for name, case in tests.ALL.items() for expected in case.expected
    ]
    checks += [(tests.test_not_speech, name, "not-speech") for name in tests.ALL]
    checks += [(tests.test_no_extra, name, "extra") for name in tests.ALL]
    failures = {}
    for check, name, id in checks:
        try:
            check(name, id)
        except AssertionError as error:
            failures[name, id] = str(error).split("\n")[0].replace("\t", " ")[:150]
    return failures


def main() -> int:
    """Command line."""
    path = tests.CASES / "known.tsv"
    header = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    known, failures = tests.known(), missed()
    new = {key: reason for key, reason in failures.items() if key not in known}
    kept = {key: known[key] for key in known if key in failures}
    lines = kept | new if "--add" in sys.argv[1:] else kept
    rows = ["\t".join([*key, reason]) for key, reason in sorted(lines.items())]
    path.write_text("\n".join([*header, *rows]) + "\n", encoding="utf-8")
    print(f"{len(known) - len(kept)} found by now and dropped, {len(kept)} still missed, {len(new)} newly missed:")
    for key, reason in new.items():
        print("  ", *key, reason)
    return 1 if new and "--add" not in sys.argv[1:] else 0


if __name__ == "__main__":
    sys.exit(main())
